//! The binary against tables made in R: `tests/reference/*.json`, one test a table.
//!
//! A table is a list of cases, each an `engraft` call and the rows that it has to give. A row is
//! found by its `analysis`, `group`, `cause`, `term`, `time` and `stat`; a field that the table
//! leaves out may be anything. The rows of a case may be fewer than `engraft` writes.

#![allow(clippy::expect_used, clippy::panic, reason = "a broken table or a missing binary ends the test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::tolerance::{CLOSED, ITERATED, SAME_TIME, near};

/// At most so many differences are printed for one case.
const SHOWN: usize = 12;

#[test]
fn km_agrees_with_r() {
    compare_table("km", CLOSED);
}

#[test]
fn cif_agrees_with_r() {
    compare_table("cif", CLOSED);
}

#[test]
fn curve_agrees_with_r() {
    compare_table("curve", CLOSED);
}

#[test]
fn compare_agrees_with_r() {
    compare_table("compare", CLOSED);
}

#[test]
fn proportion_agrees_with_r() {
    compare_table("proportion", CLOSED);
}

#[test]
fn rate_agrees_with_r() {
    compare_table("rate", CLOSED);
}

#[test]
fn recurrent_agrees_with_r() {
    compare_table("recurrent", CLOSED);
}

#[test]
fn shares_agree_with_r() {
    compare_table("shares", CLOSED);
}

#[test]
fn association_agrees_with_r() {
    compare_table("association", CLOSED);
}

#[test]
fn cox_agrees_with_r() {
    compare_table("cox", ITERATED);
}

#[test]
fn finegray_agrees_with_r() {
    compare_table("finegray", ITERATED);
}

#[test]
fn states_agree_with_r() {
    compare_table("states", CLOSED);
}

#[test]
fn landmark_agrees_with_r() {
    compare_table("landmark", CLOSED);
}

#[test]
fn landmark_cox_agrees_with_r() {
    compare_table("landmark_cox", ITERATED);
}

#[test]
fn design_agrees_with_r() {
    compare_table("design", CLOSED);
}

#[test]
fn contrasts_agree_with_r() {
    compare_table("contrasts", CLOSED);
}

#[test]
fn models_agree_with_r() {
    compare_table("models", ITERATED);
}

#[test]
fn probability_weights_agree_with_r() {
    compare_table("pweight", CLOSED);
    compare_table("pweight_cox", ITERATED);
}

#[test]
fn conventions_agree_with_their_programs() {
    compare_table("convention", CLOSED);
    compare_table("convention_cox", ITERATED);
}

/// Runs every case of a table and fails with the list of all differences.
fn compare_table(name: &str, tolerance: f64) {
    let path = root().join("tests/reference").join(format!("{name}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let table: Value = serde_json::from_str(&text).expect("a reference table is JSON");
    let cases = table["cases"].as_array().expect("a reference table has cases");
    assert!(!cases.is_empty(), "{name}.json is empty");
    let mut report = String::new();
    let mut failed = 0;
    for case in cases {
        let differences = compare_case(case, tolerance);
        if !differences.is_empty() {
            failed += 1;
            report.push_str(&describe(case, &differences));
        }
    }
    assert!(failed == 0, "{name}: {failed} of {} cases differ from R\n{report}", cases.len());
}

/// The differences of one case, one line each.
fn compare_case(case: &Value, tolerance: f64) -> Vec<String> {
    let printed = match run(&args_of(case)) {
        Ok(printed) => printed,
        Err(message) => return vec![message],
    };
    let index = Index::new(&printed);
    let expected = case["rows"].as_array().expect("a case has rows");
    expected.iter().filter_map(|row| compare_row(row, &index, tolerance)).collect()
}

pub(crate) fn args_of(case: &Value) -> Vec<&str> {
    let args = case["args"].as_array().expect("a case has arguments");
    args.iter().map(|arg| arg.as_str().expect("an argument is text")).collect()
}

/// The rows that `engraft` prints, or why there are none.
pub(crate) fn run(args: &[&str]) -> Result<Vec<Value>, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_engraft"))
        .args(args)
        .args(["--format", "json"])
        .current_dir(root())
        .output()
        .map_err(|error| format!("engraft did not start: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "engraft: {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        ));
    }
    match serde_json::from_slice(&output.stdout) {
        Ok(Value::Array(rows)) => Ok(rows),
        Ok(_) => Err("engraft did not print an array".to_owned()),
        Err(error) => Err(format!("engraft did not print JSON: {error}")),
    }
}

/// Printed rows by their `stat` and group, so that a row is found without reading them all.
pub(crate) struct Index<'a> {
    rows: BTreeMap<(String, String), Vec<&'a Value>>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(printed: &'a [Value]) -> Self {
        let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in printed {
            rows.entry(key(row)).or_default().push(row);
        }
        Self { rows }
    }

    pub(crate) fn matching(&self, wanted: &Value) -> Vec<&'a Value> {
        let candidates = self.rows.get(&key(wanted)).map_or(&[][..], Vec::as_slice);
        candidates.iter().copied().filter(|row| is_wanted(row, wanted)).collect()
    }
}

fn key(row: &Value) -> (String, String) {
    (row["stat"].to_string(), row["group"].to_string())
}

/// Whether a printed row is the one that the table means.
fn is_wanted(row: &Value, wanted: &Value) -> bool {
    let texts = ["analysis", "cause", "term"];
    let texts_agree = texts.iter().all(|&name| wanted.get(name).is_none_or(|field| row[name] == *field));
    texts_agree && wanted.get("time").is_none_or(|time| same_time(&row["time"], time))
}

fn same_time(got: &Value, wanted: &Value) -> bool {
    match (got.as_f64(), wanted.as_f64()) {
        (Some(got), Some(wanted)) => near(got, wanted, SAME_TIME),
        (got, wanted) => got.is_none() && wanted.is_none(),
    }
}

/// What is wrong with one row, if anything is.
pub(crate) fn compare_row(wanted: &Value, index: &Index<'_>, tolerance: f64) -> Option<String> {
    let found = index.matching(wanted);
    let difference = match found.as_slice() {
        [] => Some("there is no such row".to_owned()),
        [row] => value_difference(row, wanted, tolerance),
        rows => Some(format!("{} rows answer to it", rows.len())),
    };
    difference.map(|difference| format!("{}: {difference}", label(wanted)))
}

fn value_difference(row: &Value, wanted: &Value, tolerance: f64) -> Option<String> {
    match (row["value"].as_f64(), wanted["value"].as_f64()) {
        (Some(got), Some(expected)) => {
            let relative = (got - expected) / if expected == 0.0 { 1.0 } else { expected.abs() };
            (!near(got, expected, tolerance))
                .then(|| format!("{got:e}, R has {expected:e} (difference {relative:.1e})"))
        }
        (None, None) => (row["reason"] != wanted["reason"])
            .then(|| format!("no value because {}, expected {}", row["reason"], wanted["reason"])),
        (None, Some(expected)) => Some(format!("no value because {}, R has {expected:e}", row["reason"])),
        (Some(got), None) => Some(format!("{got:e}, expected none because {}", wanted["reason"])),
    }
}

/// The fields of a row that say which one it is.
pub(crate) fn label(row: &Value) -> String {
    let mut out = row["stat"].as_str().unwrap_or("?").to_owned();
    for name in ["group", "cause", "term", "time"] {
        let field = row.get(name).unwrap_or(&Value::Null);
        if !field.is_null() && field.as_object().is_none_or(|group| !group.is_empty()) {
            out = format!("{out} {name} {field}");
        }
    }
    out
}

fn describe(case: &Value, differences: &[String]) -> String {
    let mut out = format!("\n{}\n  engraft {}\n", case["name"], args_of(case).join(" "));
    for difference in differences.iter().take(SHOWN) {
        out = format!("{out}    {difference}\n");
    }
    if differences.len() > SHOWN {
        out = format!("{out}    and {} more\n", differences.len() - SHOWN);
    }
    out
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}
