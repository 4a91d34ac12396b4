//! Names from data and study never become paths, markup or formulas.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be run ends the test")]

use std::fs;

use crate::workspace::{Workspace, checked_sums};

const SCRIPT: &str = "<script>alert(1)</script>";
const QUOTED: &str = "\" onload=\"alert(2)";
const FORMULA: &str = "=cmd|'/C calc'!A0";

/// Levels of the grouping variable, each of which would like to be something else.
fn levels() -> Vec<String> {
    [
        "../x",
        "/etc/passwd",
        SCRIPT,
        QUOTED,
        FORMULA,
        "A",
        "a",
        "CON",
        "&amp;",
        "{{7*7}}",
        "\\{\\rtf",
        "@SUM(1)",
        "é ☃",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain(["long ".repeat(38)])
    .map(|level| level.trim_end().to_owned())
    .collect()
}

/// Two patients a level, one of whom died.
fn extract() -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["subject_id", "arm", "days", "dead"]).expect("a record");
    for (index, level) in levels().iter().enumerate() {
        for dead in 0..2 {
            let (subject, days) = (format!("P{index:02}{dead}"), (10 + 7 * index + dead).to_string());
            writer.write_record([&subject, level, &days, &dead.to_string()]).expect("a record");
        }
    }
    String::from_utf8(writer.into_inner().expect("bytes")).expect("UTF-8")
}

fn study() -> String {
    let quote = |text: &str| serde_json::to_string(text).expect("a string");
    format!(
        r#"
[study]
id = "../../id<b>"
title = {script}
cutoff = 2024-12-31
source = {script}
decisions = [{quoted}, {formula}]

[inputs.wide]
files = "incoming/*.csv"
[inputs.wide.columns]
subject_id = {{ kind = "text" }}
arm = {{ kind = "text", label = {script} }}
days = {{ kind = "integer" }}
dead = {{ kind = "integer" }}

[population]
{script} = "days >= 1"
"../step" = "days >= 2"

[strata]
"../../stratum" = {{ column = "arm", label = {quoted} }}

[baseline]
columns = ["../../stratum"]

[[endpoint]]
name = "OS"
label = {script}
time = "days"
event = {{ column = "dead", codes = {{ 1 = {formula} }} }}
[[endpoint]]
name = "os"
label = {formula}
time = "days"
event = {{ column = "dead", codes = {{ 1 = "death" }} }}

[[analysis]]
endpoint = "OS"
times = ["d30"]
[[analysis]]
endpoint = "os"
by = ["../../stratum"]
times = ["d30"]
test = "logrank"
"#,
        script = quote(SCRIPT),
        quoted = quote(QUOTED),
        formula = quote(FORMULA),
    )
}

#[test]
fn names_stay_inside_the_report_and_are_escaped() {
    let above = Workspace::empty();
    above.write("deep/down/study/study.toml", study().as_bytes());
    above.write("deep/down/study/incoming/extract.csv", extract().as_bytes());
    above.engraft(&["run", "--study", "deep/down/study/study.toml"]).expect(0);
    let outside: Vec<_> =
        above.tree().into_keys().filter(|path| !path.starts_with("deep/down/study")).collect();
    assert!(outside.is_empty(), "{outside:?}");
    let latest = above.path("deep/down/study/reports/latest");
    checked_sums(&latest);
    check_paths(&above);
    let page = fs::read_to_string(latest.join("index.html")).expect("a page");
    check_markup(&page);
    for (path, bytes) in above.tree() {
        match path.extension().map(|extension| extension.to_string_lossy().into_owned()).as_deref() {
            Some("svg") => check_markup(&String::from_utf8(bytes).expect("UTF-8")),
            Some("csv") if path.starts_with("deep/down/study/reports") => {
                check_cells(&path.to_string_lossy(), &bytes);
            }
            _ => {}
        }
    }
}

/// Names of published files: plain letters, none the twin of another where case is ignored.
fn check_paths(above: &Workspace) {
    let mut seen = Vec::new();
    let tree = above.tree();
    let outputs = tree.keys().filter_map(|path| path.strip_prefix("deep/down/study/reports/latest").ok());
    for path in outputs {
        let text = path.to_str().expect("UTF-8");
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-/".contains(letter);
        assert!(text.chars().all(plain) && !text.contains("..") && text.len() < 120, "{text}");
        let folded = text.to_lowercase();
        assert!(!seen.contains(&folded), "{text} differs from another file by case alone");
        seen.push(folded);
    }
}

/// No element or attribute of a page or a drawing comes from data.
fn check_markup(text: &str) {
    assert!(!text.contains("<script>alert"), "markup from data");
    assert!(!text.contains("\" onload=\"alert"), "an attribute from data");
    assert!(!text.contains("{{7*7}}") || !text.contains("49\u{0}"), "a template from data");
    assert!(!text.to_lowercase().contains("<b>\n"), "markup from the identifier");
}

/// No cell of a table begins a formula.
fn check_cells(path: &str, bytes: &[u8]) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    for record in reader.records() {
        for cell in &record.expect("a record") {
            let begins = cell.starts_with(['=', '@', '+', '-', '\t', '\r']);
            assert!(!begins || cell.parse::<f64>().is_ok(), "{path}: {cell}");
        }
    }
}

#[test]
fn every_level_is_shown_as_it_is() {
    let here = Workspace::empty().with("study.toml", &study()).with("incoming/extract.csv", &extract());
    here.run();
    let rows: Vec<serde_json::Value> =
        serde_json::from_slice(&here.read("reports/latest/ard.json")).expect("JSON");
    let page = here.text("reports/latest/index.html");
    for level in levels() {
        let has = |row: &serde_json::Value| row["group"]["../../stratum"] == level.as_str();
        assert!(rows.iter().any(has), "no result of {level}");
        let escaped =
            level.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;");
        let escaped = escaped.replace('\'', "&#39;");
        let named =
            level.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        let start = |text: &str| text.chars().take(40).collect::<String>();
        assert!(page.contains(&start(&escaped)) || page.contains(&start(&named)), "the page lacks {level}");
    }
}

#[test]
fn plain_files_with_hostile_names_are_printed_as_text() {
    let here = Workspace::empty().with("f.csv", &extract());
    for format in ["table", "csv", "json"] {
        let args = ["km", "f.csv", "--time", "days", "--event", "dead", "--by", "arm", "--times", "30"];
        let ran = here.engraft(&[&args[..], &["--format", format]].concat()).expect(0);
        assert!(!ran.stdout.contains('\u{1b}'), "{format}");
    }
    assert_eq!(here.tree().len(), 1);
}

#[test]
fn names_of_endpoints_are_plain_and_paths_of_inputs_stay_names() {
    for name in ["../up", "", "a/b", "a b", "é"] {
        let text = study().replacen("name = \"OS\"", &format!("name = {name:?}"), 1);
        let text = text.replacen("endpoint = \"OS\"", &format!("endpoint = {name:?}"), 1);
        let here = Workspace::empty().with("study.toml", &text).with("incoming/extract.csv", &extract());
        here.engraft(&["check"]).expect(2).says("cannot be the name of an endpoint");
    }
    let odd =
        Workspace::empty().with("study.toml", &study()).with("incoming/$(touch owned) <b>;.csv", &extract());
    odd.run();
    let page = odd.text("reports/latest/index.html");
    assert!(!page.contains("owned) <b>"), "the name of an input is markup");
    assert!(!odd.path("owned").exists() && !odd.path("incoming/owned").exists());
}

/// A condition that no row can fulfil is a slip of the pen: it would be told as nobody at all.
#[test]
fn a_code_that_no_row_can_have_is_refused() {
    let here = Workspace::empty();
    here.engraft(&["init", "study", "--example"]).expect(0);
    let text = here.text("study/study.toml");
    let check = |text: String| {
        here.write("study/study.toml", text.as_bytes());
        here.engraft(&["check", "--study", "study/study.toml"])
    };
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let event = check(with("type == 'INFECTION'", "type == 'INFECTIN'")).expect(2);
    event.says("no type is 'INFECTIN'").says("INFECTION");
    let step = check(with("\"age_years is not null\"", "\"disorder in ('ITP', 'IPT')\"")).expect(2);
    step.says("no disorder is 'IPT'").says("AIHA_W");
    let negated = check(with("\"age_years is not null\"", "\"not sex == 'f'\"")).expect(2);
    negated.says("no sex is 'f'");
    // What is no category has no codes.
    check(with("\"age_years is not null\"", "\"region != 'NOWHERE'\"")).expect(0);
}
