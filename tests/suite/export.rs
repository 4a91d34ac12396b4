//! `engraft export`: ADTTE gives other programs, and our own ad-hoc commands, the results of the study.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be exported ends the test")]

use std::collections::BTreeMap;

use engraft::analysis::{json, parquet};
use engraft::ingest::{Frame, ReadOptions};
use serde_json::Value;

use crate::tolerance::near;
use crate::workspace::{Workspace, sha256};

/// The same estimate by two ways through the program.
const SAME: f64 = 1e-12;

/// A small study with a competing endpoint, and one that has no place in ADTTE.
fn exported() -> Workspace {
    let here = Workspace::small();
    here.replace(
        "study.toml",
        "[[endpoint]]\nname = \"best_response\"",
        "[[endpoint]]\nname = \"nrm\"\n[[endpoint]]\nname = \"best_response\"",
    );
    here.replace("study.toml", "[[analysis]]\nendpoint = \"best_response\"", "[[analysis]]\nendpoint = \"nrm\"\nby = [\"type\"]\ntimes = [\"d100\", \"1y\"]\n[[analysis]]\nendpoint = \"best_response\"");
    here.engraft(&["export"]).expect(0);
    here
}

fn study_rows(here: &Workspace) -> Vec<Value> {
    let rows = parquet::from_parquet(here.read("store/analysis/ard.parquet")).expect("an ARD");
    let mut text = Vec::new();
    json::write_json(&rows, &mut text).expect("JSON");
    serde_json::from_slice(&text).expect("JSON")
}

/// The rows of a command by group level, cause, time and statistic.
fn by_place(rows: &[Value], group: &str) -> BTreeMap<(String, String, String, String), f64> {
    rows.iter()
        .filter(|row| row["value"].is_number())
        .map(|row| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let place = (
                text(&row["group"][group]),
                text(&row["cause"]),
                row["time"].to_string(),
                text(&row["stat"]),
            );
            (place, row["value"].as_f64().expect("a number"))
        })
        .collect()
}

/// The study's rows of an analysis at its times.
fn of_analysis(rows: &[Value], id: &str) -> Vec<Value> {
    let at_time =
        |row: &&Value| row["analysis_id"] == id && row["time"].is_number() && row["analysis"] != "logrank";
    rows.iter().filter(at_time).cloned().collect()
}

fn compare(found: &[Value], expected: &[Value], code: &str) {
    let of_parameter: Vec<Value> =
        found.iter().filter(|row| row["group"]["PARAMCD"] == code).cloned().collect();
    let (found, expected) = (by_place(&of_parameter, "TYPE"), by_place(expected, "type"));
    assert!(expected.len() >= 20, "{code}: {} rows", expected.len());
    for (place, value) in &expected {
        let same = found.get(place).unwrap_or_else(|| panic!("{code}: no {place:?}"));
        assert!(near(*same, *value, SAME), "{code} {place:?}: {same} {value}");
    }
}

#[test]
fn estimates_on_the_exported_file_are_those_of_the_study() {
    let here = exported();
    let study = study_rows(&here);
    let times = of_analysis(&study, "os:type");
    let days: Vec<f64> = times.iter().filter_map(|row| row["time"].as_f64()).collect();
    let latest = days.iter().copied().fold(0.0, f64::max);
    let at = format!("100,{latest}");
    for file in ["export/adtte.xpt", "export/adtte.json"] {
        let common = ["--time", "AVAL", "--by", "PARAMCD,TYPE", "--times", &at, "--format", "json"];
        let rows = |command: &[&str]| -> Vec<Value> {
            let ran = here.engraft(&[command, &common].concat()).expect(0);
            serde_json::from_str(&ran.stdout).expect("JSON")
        };
        compare(&rows(&["km", file, "--cnsr", "CNSR"]), &times, "OS");
        let causes = ["--event", "EVNTDESC", "--event-codes", "Censored=0", "--causes", "nrm,relapse,death"];
        compare(&rows(&[&["cif", file], &causes[..]].concat()), &of_analysis(&study, "nrm:type"), "NRM");
    }
}

#[test]
fn both_files_hold_one_table_and_their_bytes_depend_on_the_study_alone() {
    let here = exported();
    let read = |name: &str| {
        Frame::read_all(&here.path(&format!("export/{name}")), &ReadOptions::default()).expect("readable")
    };
    let (transport, json) = (read("adtte.xpt"), read("adtte.json"));
    assert_eq!(transport.columns, json.columns);
    assert_eq!(transport.details, json.details);
    let names: Vec<&str> = transport.columns.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "STUDYID", "USUBJID", "PARAMCD", "PARAM", "AVAL", "AVALU", "CNSR", "EVNTDESC", "CNSDTDSC",
            "SRCVAR", "TYPE"
        ]
    );
    assert!(names.iter().all(|name| transport.detail(name).temporal.is_none()));
    let (xpt, document) = (here.read("export/adtte.xpt"), here.text("export/adtte.json"));
    // Version 5, dated by the data cut.
    assert!(xpt.starts_with(b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!"));
    assert!(xpt.windows(16).any(|window| window == b"31DEC24:00:00:00"));
    assert!(document.contains("\"datasetJSONCreationDateTime\":\"2024-12-31T00:00:00\""));
    here.engraft(&["export", "--out", "elsewhere/again"]).expect(0);
    assert_eq!(sha256(&here.read("elsewhere/again/adtte.xpt")), sha256(&xpt));
    assert_eq!(here.text("elsewhere/again/adtte.json"), document);
}

#[test]
fn what_the_codes_mean_is_said() {
    let here = exported();
    let ran = here.engraft(&["export"]).expect(0);
    for line in [
        "OS        Overall survival (days); CNSR 0 death, 1 censored",
        "NRM       Non-relapse mortality (days); CNSR 0 nrm, 1 censored, 2 relapse",
        "without one time a subject, left out: best_response",
    ] {
        assert!(ran.stdout.contains(line), "no {line:?} in\n{}", ran.stdout);
    }
    let table = Frame::read_all(&here.path("export/adtte.xpt"), &ReadOptions::default()).expect("readable");
    let label = |name: &str, row: usize| table.column(name).and_then(|column| column.label(row));
    let mut seen = BTreeMap::new();
    for row in 0..table.rows {
        let code = (label("PARAMCD", row), label("CNSR", row), label("EVNTDESC", row));
        let of = |text: &Option<String>| text.clone().unwrap_or_default();
        assert_eq!(label("CNSDTDSC", row).is_some(), of(&code.1) == "1", "row {row}");
        *seen.entry((of(&code.0), of(&code.1), of(&code.2))).or_insert(0) += 1;
    }
    let kinds: Vec<(&str, &str, &str)> =
        seen.keys().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(
        kinds,
        [
            ("NRM", "0", "nrm"),
            ("NRM", "1", "Censored"),
            ("NRM", "2", "relapse"),
            ("OS", "0", "death"),
            ("OS", "1", "Censored")
        ]
    );
}

const DELAYED: &str = r#"
[study]
id = "DELAYED"
title = "Late entries"
cutoff = 2024-12-31

[inputs.wide]
files = "incoming/extract.csv"

[inputs.wide.columns]
subject_id = { kind = "text" }
first = { kind = "integer" }
days = { kind = "integer" }
dead = { kind = "integer" }

[[endpoint]]
name = "os"
time = "days"
entry = "first"
event = { column = "dead", codes = { 1 = "death" } }

[[analysis]]
endpoint = "os"
times = ["d25"]
"#;

#[test]
fn delayed_entry_is_exported() {
    let here = Workspace::empty().with("study.toml", DELAYED).with(
        "incoming/extract.csv",
        "subject_id,first,days,dead\nP1,0,10,1\nP2,5,20,0\nP3,12,30,1\nP4,0,40,0\nP5,2,24,1\n",
    );
    here.engraft(&["export"]).expect(0);
    let args =
        ["km", "export/adtte.xpt", "--time", "AVAL", "--cnsr", "CNSR", "--times", "25", "--format", "json"];
    let late = here.engraft(&[&args[..], &["--entry", "ENTRY"]].concat()).expect(0);
    let rows: Vec<Value> = serde_json::from_str(&late.stdout).expect("JSON");
    let found = by_place(&rows, "none");
    for (place, value) in by_place(&of_analysis(&study_rows(&here), "os"), "none") {
        assert!(found.get(&place).is_some_and(|same| near(*same, value, SAME)), "{place:?}");
    }
}

#[test]
fn a_study_without_times_has_nothing_to_export() {
    let here = Workspace::bare();
    here.engraft(&["export"]).expect(2).says("the study has no endpoint with a time");
}

/// Rows of single subjects do not leave the house by way of a study whose report is for everybody.
#[test]
fn a_study_in_release_mode_is_not_exported() {
    let here = Workspace::small();
    here.replace("study.toml", "cutoff = 2024-12-31", "cutoff = 2024-12-31\nrelease = \"release\"");
    here.engraft(&["export"]).expect(2).says("nothing was exported").says("release mode");
    assert!(!here.path("export").exists() && !here.path("store").exists());
}

/// A file of several parameters is read one by one, and a warning says so where it is not.
#[test]
fn one_parameter_of_adtte_is_taken_with_where() {
    let here = exported();
    let km = |more: &[&str]| {
        let mut words =
            vec!["km", "export/adtte.xpt", "--time", "AVAL", "--cnsr", "CNSR", "--format", "json"];
        words.extend(more);
        here.engraft(&words).expect(0)
    };
    let rows =
        |run: &crate::workspace::Ran| -> Vec<Value> { serde_json::from_str(&run.stdout).expect("JSON") };
    let estimates = |rows: &[Value]| -> Vec<f64> {
        rows.iter().filter(|row| row["stat"] == "estimate").filter_map(|row| row["value"].as_f64()).collect()
    };
    let all = km(&["--by", "PARAMCD"]);
    assert!(!all.stderr.contains("PARAMCD"), "{}", all.stderr);
    let of_group: Vec<Value> = rows(&all).into_iter().filter(|row| row["group"]["PARAMCD"] == "OS").collect();
    let alone = km(&["--where", "PARAMCD=OS"]);
    assert!(!alone.stderr.contains("PARAMCD") && estimates(&of_group).len() > 3, "{}", alone.stderr);
    assert_eq!(estimates(&rows(&alone)), estimates(&of_group));
    let rest = km(&["--where", "PARAMCD!=OS", "--where", "AVALU=DAYS"]);
    assert_ne!(estimates(&rows(&rest)), estimates(&of_group));
    km(&[]).says("the file has several PARAMCD");
    here.engraft(&["km", "export/adtte.xpt", "--time", "AVAL", "--cnsr", "CNSR", "--where", "PARAMCD=NONE"])
        .expect(2)
        .says("no row of export/adtte.xpt has PARAMCD=NONE");
    let script =
        here.engraft(&["km", "d.csv", "--time", "t", "--cnsr", "c", "--where", "PARAMCD=OS", "--emit-r"]);
    assert!(
        script
            .expect(0)
            .stdout
            .contains("d <- d[which(as.character(d[[\"PARAMCD\"]]) == \"OS\"), , drop = FALSE]")
    );
}
