//! Malformed files: each is refused by name, line and column, or accepted as documented.

#![allow(clippy::panic, reason = "a file that is treated otherwise ends the test")]

use crate::workspace::{Ran, Workspace, words};

/// Text that stands in the cells and must not be repeated by a study.
const SECRET: &str = "Zuckmayer";

/// What a reader does with a file.
#[derive(Clone, Copy)]
enum Fate {
    /// Refused: the rule, with line and column where there are any.
    Refused(&'static str),
    /// Read; the rule of the note, if there is one.
    Accepted,
}

use Fate::{Accepted, Refused};

struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    plain: Fate,
    study: Fate,
}

fn case(name: &'static str, text: impl AsRef<[u8]>, plain: Fate, study: Fate) -> Case {
    Case { name, bytes: text.as_ref().to_vec(), plain, study }
}

/// A file of three patients with this in place of the second line and of the third.
fn body(rest: &str) -> Vec<u8> {
    format!("subject_id,days,dead,name\n{rest}").into_bytes()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

const GOOD: &str = "subject_id,days,dead,name\nP1,10,1,Zuckmayer\nP2,20,0,Zuckmayer\n";

/// The kinds that are told by bytes and lines.
fn bytes_and_lines() -> Vec<Case> {
    let invalid = [&body("P1,10,1,Zuckmayer\nP2,20,0,")[..], b"Zuckm\xe4yer\n"].concat();
    vec![
        case("a byte-order mark", format!("\u{feff}{GOOD}"), Accepted, Accepted),
        case("CRLF", GOOD.replace('\n', "\r\n"), Accepted, Accepted),
        case("CR only", GOOD.replace('\n', "\r"), Refused(":1:26: cr-only"), Refused(":1:26: cr-only")),
        case("mixed line ends", GOOD.replacen('\n', "\r\n", 1), Accepted, Accepted),
        case("UTF-16", utf16(GOOD), Refused(": utf-16"), Refused(": utf-16")),
        case("invalid UTF-8", invalid, Refused(":3:14: invalid-utf8"), Refused(":3:14: invalid-utf8")),
        case("NUL", body("P1,10,1,Zuckmayer\nP2,2\0,0,x\n"), Refused(":3:5: nul"), Refused(":3:5: nul")),
        case(
            "a blank line",
            body("P1,10,1,Zuckmayer\n\nP2,20,0,Zuckmayer\n"),
            Refused(":3:1: blank-line"),
            Refused(":3:1: blank-line"),
        ),
        case("blank lines at the end", format!("{GOOD}\n\n"), Accepted, Accepted),
        case("^Z at the end", format!("{GOOD}\u{1a}"), Accepted, Accepted),
        case(
            "a file cut in the middle of a number",
            body("P1,10,1,Zuckmayer\nP2,2"),
            Refused(":3:5: cut-file"),
            Refused(":3:5: cut-file"),
        ),
        case(
            "a file cut in the last cell",
            body("P1,10,1,Zuckmayer\nP2,20,0,Zuckm"),
            Accepted,
            Refused(":3:14: cut-file"),
        ),
        case("gzip", b"\x1f\x8b\x08\x00Zuckmayer", Refused(": gzip"), Refused(": gzip")),
    ]
}

/// The kinds that are told by cells and header.
fn shape_and_quotes() -> Vec<Case> {
    let huge = format!("P1,10,1,{}\n", "x".repeat(10 << 20));
    let same = |name, text: Vec<u8>, rule| case(name, text, Refused(rule), Refused(rule));
    vec![
        same("too few cells", body("P1,10,1,Zuckmayer\nP2,20\n"), ":3:6: ragged-short"),
        same("too many cells", body("P1,10,1,Zuckmayer\nP2,20,0,a,Zuckmayer\n"), ":3:11: ragged-long"),
        same("a column twice", GOOD.replace("dead", "days").into_bytes(), ":1:17: duplicate-header"),
        same("a column without a name", GOOD.replace("dead", "").into_bytes(), ":1:17: empty-header"),
        same("a quote never closed", body("P1,10,1,\"Zuckmayer\nP2,20,0,x\n"), ":2:9: unterminated-quote"),
        same("a stray quote", body("P1,10,1,Zuck\"mayer\n"), ":2:13: stray-quote"),
        same("a field of 10 MB", body(&huge), ":2:9: huge-field"),
        case(
            "a column that nobody asked for",
            GOOD.replace("name", "surname").into_bytes(),
            Accepted,
            Accepted,
        ),
    ]
}

/// The kinds that are told by the text of a number.
fn numbers() -> Vec<Case> {
    let days = |text: &str| body(&format!("P1,10,1,Zuckmayer\nP2,{text},0,Zuckmayer\n"));
    let same = |name, text: &str, rule| case(name, days(text), Refused(rule), Refused(rule));
    vec![
        same("an integer beyond 64 bits", "9223372036854775808", ":3:4: integer-overflow"),
        same("NaN", "NaN", ":3:4: not-finite"),
        same("Inf", "Inf", ":3:4: not-finite"),
        same("1e400", "1e400", ":3:4: number-too-large"),
        same("a decimal comma", "\"20,5\"", ":3:5: decimal-comma"),
        same("leading zeros in a number", "0012", ":3:4: leading-zero"),
        case("leading zeros in an identifier", body("0012,10,1,a\n0013,20,0,b\n"), Accepted, Accepted),
    ]
}

const STUDY: &str = r#"
[study]
id = "M"
title = "Malformed"
cutoff = 2024-12-31
[screen]
allow = [{ column = ["name", "surname"], reason = "The tests look whether a cell of it is repeated." }]
[inputs.wide]
files = "f.csv"
[inputs.wide.columns]
subject_id = { kind = "text" }
days = { kind = "integer" }
dead = { kind = "integer" }
"#;

fn check(case: &Case, purpose: &str, fate: Fate, ran: Ran) -> Option<String> {
    let told = words(&ran.stderr);
    let wrong = match fate {
        _ if ran.stderr.contains("panicked") => true,
        Accepted => ran.code != Some(0),
        Refused(rule) => ran.code != Some(1) || !told.contains(&format!("f.csv{rule}")),
    };
    wrong.then(|| format!("{purpose}: {}: exit {:?}: {told}", case.name, ran.code))
}

fn check_all(cases: Vec<Case>) {
    let mut failures = Vec::new();
    for case in cases {
        let here = Workspace::empty().with("study.toml", STUDY);
        here.write("f.csv", &case.bytes);
        let args = ["km", "f.csv", "--time", "days", "--event", "dead", "--id", "subject_id"];
        failures.extend(check(&case, "km", case.plain, here.engraft(&args)));
        let before = here.tree();
        let ran = here.engraft(&["check"]);
        if ran.stderr.contains(SECRET) || ran.stdout.contains(SECRET) {
            failures.push(format!("check: {}: a cell is repeated: {}", case.name, ran.stderr));
        }
        failures.extend(check(&case, "check", case.study, ran));
        assert!(here.tree() == before, "{}: check wrote something", case.name);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn bytes_and_lines_are_checked() {
    check_all(bytes_and_lines());
}

#[test]
fn shape_and_quotes_are_checked() {
    check_all(shape_and_quotes());
}

#[test]
fn numbers_are_checked() {
    check_all(numbers());
}

#[test]
fn a_column_that_is_not_there_is_named() {
    let here = Workspace::empty().with("study.toml", STUDY).with("f.csv", &GOOD.replace("days", "day"));
    here.engraft(&["check"]).expect(1).says("days");
    here.engraft(&["km", "f.csv", "--time", "days", "--event", "dead"]).expect(2).says("no column \"days\"");
}

#[test]
fn canonical_tables_take_no_unknown_column_unseen() {
    let here = Workspace::small();
    here.replace("incoming/patients.csv", "disorder", "disorder,name");
    let text = here.text("incoming/patients.csv");
    let mut lines = text.lines();
    let header = lines.next().unwrap_or_default();
    let at = header.split(',').position(|name| name == "name").unwrap_or_else(|| panic!("{header}"));
    let rest: Vec<String> = lines
        .map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            cells.insert(at, SECRET);
            cells.join(",")
        })
        .collect();
    here.write("incoming/patients.csv", format!("{header}\n{}\n", rest.join("\n")).as_bytes());
    let ran = here.engraft(&["check"]).says("name");
    assert!(!ran.stderr.contains(SECRET), "{}", ran.stderr);
    here.engraft(&["run"]).expect(1);
    let leaks: Vec<_> = here
        .tree()
        .into_iter()
        .filter(|(path, _)| !path.starts_with("incoming"))
        .filter(|(_, bytes)| bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes()))
        .map(|(path, _)| path)
        .collect();
    assert!(leaks.is_empty(), "{leaks:?}");
}

#[test]
fn all_tables_are_reported_at_once() {
    let here = Workspace::small();
    for table in ["labs", "events"] {
        let path = format!("incoming/{table}.csv");
        let text = here.text(&path);
        here.write(&path, format!("{text}cut").as_bytes());
    }
    here.engraft(&["check"]).expect(1).says("incoming/labs.csv").says("incoming/events.csv").says("cut-file");
}
