//! A study with probability weights gives what the commands give on its extract, which R has confirmed.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be run ends the test")]

use std::fs;

use engraft::analysis::{json, parquet};
use serde_json::Value;

use crate::tolerance::near;
use crate::workspace::{Workspace, repository};

const STUDY: &str = r#"
[study]
id = "WEIGHTED"
title = "Weights of a propensity model"
cutoff = 2024-12-31

[inputs.wide]
files = "incoming/patients.csv"

[inputs.wide.columns]
subject_id = { kind = "text" }
entry = { kind = "number" }
exit = { kind = "number", min = 0 }
cause = { kind = "integer" }
dead = { kind = "integer" }
arm = { kind = "text", label = "Arm" }
centre = { kind = "text" }
age = { kind = "number" }
weight = { kind = "number", label = "Inverse of the propensity" }

[strata]
arm = { column = "arm", label = "Arm" }
centre = { column = "centre", label = "Centre" }

[[endpoint]]
name = "os"
time = "exit"
entry = "entry"
event = { column = "dead", codes = { 1 = "death" } }
[[endpoint]]
name = "relapse"
time = "exit"
entry = "entry"
event = { column = "cause", codes = { 1 = "relapse", 2 = "nrm" } }

[[analysis]]
endpoint = "os"
by = ["arm"]
times = ["6", "12"]
test = "logrank"
[[analysis]]
endpoint = "os"
by = ["arm"]
times = ["6", "12"]
strata = ["centre"]
test = "logrank"
probs = [0.25]
pweight = "weight"
[[analysis]]
endpoint = "relapse"
by = ["arm"]
times = ["6", "12"]
pweight = "weight"
[[analysis]]
endpoint = "os"
model = "cox"
terms = ["arm=old", "age"]
pweight = "weight"
"#;

const FILE: &str = "tests/reference/data/pweight_patients.csv";

fn study() -> Workspace {
    let patients = fs::read_to_string(repository().join(FILE)).expect("patients");
    Workspace::empty().with("study.toml", STUDY).with("incoming/patients.csv", &patients)
}

fn ard(here: &Workspace) -> Vec<Value> {
    let rows = parquet::from_parquet(here.read("store/analysis/ard.parquet")).expect("an ARD");
    let mut text = Vec::new();
    json::write_json(&rows, &mut text).expect("JSON");
    serde_json::from_slice(&text).expect("JSON")
}

/// The rows of a command that the study has not, by their number, with how many were looked for.
fn missing(here: &Workspace, study: &[Value], (id, call): (&str, &str)) -> (Vec<String>, usize) {
    let words: Vec<&str> = call.split_whitespace().collect();
    let ran = here.engraft(&[&words[..], &["--pweight", "weight", "--format", "json"]].concat()).expect(0);
    let rows: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
    let same = |ours: &Value, theirs: &Value| match (ours.as_f64(), theirs.as_f64()) {
        (Some(ours), Some(theirs)) => near(ours, theirs, 1e-12),
        _ => ours == theirs,
    };
    let is_there = |row: &Value| {
        study.iter().any(|one| {
            one["analysis_id"].as_str().is_some_and(|name| name.trim_end_matches("#extras") == id)
                && ["analysis", "group", "cause", "term", "stat", "reason", "method"]
                    .iter()
                    .all(|field| one[*field] == row[*field])
                && same(&one["time"], &row["time"])
                && same(&one["value"], &row["value"])
        })
    };
    let told: Vec<&Value> = rows.iter().filter(|row| row["stat"] != "n_excluded").collect();
    let absent = told.iter().filter(|row| !is_there(row)).map(|row| format!("{id}: {row}"));
    (absent.collect(), told.len())
}

#[test]
fn a_weighted_study_is_the_command_on_its_extract() {
    let here = study();
    here.engraft(&["analyze"]).expect(0);
    let rows = ard(&here);
    let file = "incoming/patients.csv --time exit --entry entry";
    for (id, call, at_least) in [
        ("os~weight:arm", format!("km {file} --event dead --by arm --times 6,12 --probs 0.25"), 40),
        ("os~weight:arm", format!("compare {file} --event dead --by arm --strata centre"), 9),
        (
            "relapse~weight:arm",
            format!("cif {file} --event cause --causes 1=relapse,2=nrm --by arm --times 6,12"),
            50,
        ),
        ("os~weight#model", format!("cox {file} --event dead --covariates arm=old,age"), 20),
    ] {
        let (absent, looked_for) = missing(&here, &rows, (id, &call));
        assert!(absent.is_empty(), "{} of {looked_for} rows:\n{}", absent.len(), absent.join("\n"));
        assert!(looked_for >= at_least, "{id}: {looked_for}");
    }
    // The plain analysis of the same endpoint is another.
    let estimate = |id: &str| {
        let is_it =
            |row: &&Value| row["analysis_id"] == id && row["stat"] == "estimate" && row["time"] == 12.0;
        rows.iter().find(is_it).and_then(|row| row["value"].as_f64()).expect("an estimate")
    };
    assert!((estimate("os:arm") - estimate("os~weight:arm")).abs() > 1e-3);
}

#[test]
fn a_weighted_report_says_so() {
    let here = study();
    here.run();
    let page = here.text("reports/latest/index.html");
    for text in [
        "os (weighted)",
        "Effective N",
        "each patient counts with a probability weight (Inverse of the propensity)",
        "variance robust; probability weights weight",
    ] {
        assert!(page.contains(text), "the page does not say {text}");
    }
}

#[test]
fn weights_are_checked() {
    let refused = |from: &str, to: &str, what: &str| {
        let here = study();
        here.replace("study.toml", from, to);
        here.engraft(&["check"]).expect(2).says(what);
    };
    refused("pweight = \"weight\"", "pweight = \"wait\"", "there is no column wait");
    refused("pweight = \"weight\"", "pweight = \"centre\"", "the column centre holds no numbers");
    refused("probs = [0.25]", "rmst = \"12\"", "rmst cannot be had with pweight");
    refused(
        "terms = [\"arm=old\", \"age\"]",
        "landmark = \"1\"\nterms = [\"age\"]",
        "landmark cannot be had",
    );
    refused("test = \"logrank\"\nprobs", "test = \"gehan\"\nprobs", "the log-rank test alone");
    let here = study();
    here.replace("incoming/patients.csv", "old,C,22.7,1.2661", "old,C,22.7,-1");
    here.engraft(&["analyze"]).expect(1).says("1 of 154 weights in weight are not positive numbers");
}
