//! `engraft explain`: from the store alone, for people and for programs, and never another subject.

#![allow(clippy::expect_used, clippy::panic, reason = "output that cannot be read ends the test")]

use std::fs;

use serde_json::Value;

use crate::workspace::{Workspace, words};

const FIRST: &str = "INTERNAL: data of one subject, not for release";

/// A small study, ingested, whose delivered files are gone.
fn stored() -> Workspace {
    let study = Workspace::small();
    study.engraft(&["ingest"]).expect(0);
    fs::remove_dir_all(study.path("incoming")).expect("the delivered files go");
    study
}

fn subject(study: &Workspace, disorder: &str) -> String {
    // The first of a disorder, asked one by one.
    for number in 1..400 {
        let id = format!("SYN-{number:06}");
        let ran = study.engraft(&["explain", &id, "--format", "json"]);
        if ran.code != Some(0) {
            continue;
        }
        let told: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        if told["disorder"] == disorder {
            return id;
        }
    }
    panic!("nobody has {disorder}");
}

#[test]
fn an_explanation_fits_the_terminal_and_says_who_may_read_it() {
    let study = stored();
    for disorder in ["ITP", "EVANS"] {
        let id = subject(&study, disorder);
        let told = study.engraft(&["explain", &id]).expect(0).stdout;
        assert_eq!(told.lines().next(), Some(FIRST));
        for line in told.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
        for part in [
            "Laboratory values",
            "Status by day",
            "Course",
            "Endpoints",
            "itp-iwg2009 version 1.3.0",
            "best_response",
        ] {
            assert!(words(&told).contains(part), "{part} is not in\n{told}");
        }
    }
    let told: Value = serde_json::from_str(
        &study.engraft(&["explain", &subject(&study, "ITP"), "--format", "json"]).expect(0).stdout,
    )
    .expect("JSON");
    assert_eq!(told["notice"], FIRST);
    assert!(told["values"].as_array().is_some_and(|values| values.len() > 10));
    assert!(told["days"].as_array().is_some_and(|days| days.iter().all(|day| day["clause"].is_string())));
}

#[test]
fn who_is_not_there_ends_with_2_and_names_nobody() {
    let study = stored();
    let ran = study.engraft(&["explain", "SYN-00000X"]).expect(2);
    let said = format!("{}{}", ran.stdout, ran.stderr);
    assert!(words(&said).contains("an identifier much like it"), "{said}");
    assert!(!said.contains("SYN-"), "{said}");
    let ran = study.engraft(&["explain", "nobody-at-all"]).expect(2);
    assert!(words(&ran.stderr).contains("none has an identifier like it"), "{}", ran.stderr);
    let empty = Workspace::bare();
    empty.engraft(&["explain", "P1"]).expect(2);
}
