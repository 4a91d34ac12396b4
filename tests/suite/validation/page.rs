//! The page `docs/validation.md`.

use std::fmt::Write;

use super::description::{Description, data_set, tables};
use super::measure::{Measured, measure};
use super::{files, read};
use crate::workspace::sha256;

const INTRODUCTION: &str = "\
# Validation

Every method of `engraft` is held against independent software on published and on generated data. The tables were made
by the scripts in `tests/reference/` and are committed; the numbers of `engraft` on this page were computed by the program
itself when `make validation` wrote it, which needs no R. The page is only written when every number agrees.

A relative difference is |ours - reference| / |reference|; where the reference is below 1e-12 the difference is taken as
it is. Closed-form estimates have to agree to 1e-9, iterated models to 1e-6. A row without a value has to be so in both,
for the same named reason. Generated data hold what goes wrong elsewhere: ties, delayed entry, weights, groups of one,
a cause that nobody had, all censored, all events.

What is covered function by function: [methods-matrix.md](methods-matrix.md). How the tables are made, and how to make
them again: [tests/reference/README.md](../tests/reference/README.md). How good the tests themselves are:
[mutation-testing.md](mutation-testing.md).
";

/// The whole page.
pub(super) fn page() -> String {
    let measured: Vec<(String, Description, Measured)> = tables()
        .into_iter()
        .map(|(name, description)| {
            let measured = measure(&name, &description);
            (name, description, measured)
        })
        .collect();
    let mut text = INTRODUCTION.to_owned();
    summary(&mut text, &measured);
    versions(&mut text);
    for (name, description, measured) in &measured {
        method(&mut text, name, description, measured);
    }
    text.push_str(&sources());
    text
}

fn summary(text: &mut String, all: &[(String, Description, Measured)]) {
    text.push_str("\n## Summary\n\n| method | cases | numbers | rows without a value | largest relative difference | allowed |\n");
    text.push_str("|---|--:|--:|--:|--:|--:|\n");
    let mut totals = [0; 3];
    for (_, description, measured) in all {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {:e} |",
            description.title,
            measured.cases,
            measured.numbers,
            measured.reasons,
            small(measured.worst.0),
            description.tolerance
        );
        for (total, count) in totals.iter_mut().zip([measured.cases, measured.numbers, measured.reasons]) {
            *total += count;
        }
    }
    let _ = writeln!(text, "| all | {} | {} | {} | | |", totals[0], totals[1], totals[2]);
}

fn versions(text: &mut String) {
    text.push_str("\n## Versions\n\n");
    for path in files("tests/reference", "txt") {
        for line in read(&path.to_string_lossy()).lines().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(text, "- {line}");
        }
    }
}

fn method(text: &mut String, name: &str, description: &Description, measured: &Measured) {
    let _ = writeln!(text, "\n## {}\n", description.title);
    let _ = writeln!(text, "**Definition.** {}\n", description.definition.trim());
    let _ = writeln!(text, "**Convention.** {}\n", description.convention.trim());
    let _ = writeln!(
        text,
        "**Held against.** {} ([table](../tests/reference/{name}.json))\n",
        description.oracle
    );
    if measured.data.is_empty() {
        text.push_str("**Data.** None: the assumptions stand in the calls.\n");
    } else {
        text.push_str("**Data.**\n\n");
        for path in &measured.data {
            let rows = read(path).lines().filter(|line| !line.is_empty()).count().saturating_sub(1);
            let _ = writeln!(text, "- `{path}`, {rows} rows: {}", data_set(path));
        }
    }
    let _ = writeln!(
        text,
        "\n**Result.** {} cases; {} numbers compared, {} rows without a value for the same reason. Largest relative \
         difference {}{}; allowed {:e}.\n",
        measured.cases,
        measured.numbers,
        measured.reasons,
        small(measured.worst.0),
        if measured.worst.1.is_empty() { String::new() } else { format!(" ({})", measured.worst.1) },
        description.tolerance
    );
    let (call, pairs) = &measured.excerpt;
    let _ = writeln!(
        text,
        "```\n{call}\n```\n\n| | engraft | reference | relative difference |\n|---|--:|--:|--:|"
    );
    for pair in pairs {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} |",
            pair.label.replace('|', "\\|"),
            shown(pair.ours),
            shown(pair.reference),
            small(pair.difference())
        );
    }
    text.push_str("\n**Intended deviations.** ");
    match description.deviations.as_slice() {
        [] => text.push_str("None.\n"),
        some => {
            text.push('\n');
            some.iter().for_each(|deviation| {
                let _ = write!(text, "\n- {}", deviation.trim());
            });
            text.push('\n');
        }
    }
}

/// What the page is made from, with hashes: its last section.
pub(super) fn sources() -> String {
    let mut text = "\n## Made from\n\n```\n".to_owned();
    let described = tables().into_iter().map(|(name, _)| format!("docs/validation/{name}.toml").into());
    let mut paths =
        [files("tests/reference", "json"), files("tests/reference", "txt"), described.collect()].concat();
    paths.push("docs/validation/data.toml".into());
    paths.sort();
    for path in paths {
        let path = path.to_string_lossy();
        let _ = writeln!(text, "{}  {path}", sha256(read(&path).as_bytes()));
    }
    text.push_str("```\n");
    text
}

/// Twelve significant digits.
fn shown(value: f64) -> String {
    let magnitude = value.abs();
    if value == 0.0 || !(1e-4..1e9).contains(&magnitude) {
        return if value == 0.0 { "0".to_owned() } else { format!("{value:.11e}") };
    }
    let whole = format!("{}", magnitude.trunc()).len();
    let text = format!("{value:.*}", 12_usize.saturating_sub(whole));
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn small(difference: f64) -> String {
    if difference == 0.0 { "0".to_owned() } else { format!("{difference:.1e}") }
}

#[test]
fn numbers_keep_twelve_digits() {
    assert_eq!(shown(0.634_137_931_034_482_7), "0.63413793103");
    assert_eq!(shown(1234.5), "1234.5");
    assert_eq!(shown(2.0), "2");
    assert_eq!(shown(1e-12), "1.00000000000e-12");
    assert_eq!((small(0.0).as_str(), small(3.25e-15).as_str()), ("0", "3.2e-15"));
}
