//! Rules of a study's own on engraftment and conditioning, in place of those that ship.

#![allow(clippy::expect_used, clippy::panic, reason = "a rule that cannot be read ends the test")]

use serde_json::Value;

use crate::workspace::Workspace;

/// Cumulative incidence of neutrophil recovery and how many never fell below the limit.
fn recovered(study: &Workspace) -> (Vec<f64>, f64) {
    let rows: Vec<Value> = serde_json::from_slice(&study.read("reports/latest/ard.json")).expect("rows");
    let of = |stat: &str| -> Vec<f64> {
        let own = rows.iter().filter(|row| row["analysis_id"] == "anc_recovery" && row["stat"] == stat);
        own.filter_map(|row| row["value"].as_f64()).collect()
    };
    let never = rows.iter().find(|row| row["endpoint"] == "anc_recovery" && row["stat"] == "n_never_below");
    (of("estimate"), never.and_then(|row| row["value"].as_f64()).expect("a count"))
}

fn study() -> Workspace {
    let study = Workspace::small();
    let text = study.text("study.toml");
    let more = "\n[engraftment]\nrules = \"own.toml\"\n[[endpoint]]\nname = \"anc_recovery\"\n[[analysis]]\n\
                endpoint = \"anc_recovery\"\ntimes = [\"d28\"]\nhorizon = \"d60\"\n";
    study.write("study.toml", format!("{text}{more}").as_bytes());
    let shipped = study.engraft(&["schema", "engraftment"]).expect(0).stdout;
    study.write("own.toml", shipped.as_bytes());
    study
}

#[test]
fn a_study_may_judge_engraftment_by_rules_of_its_own() {
    let study = study();
    study.run();
    let shipped = recovered(&study);
    let page = study.text("reports/latest/index.html");
    assert!(page.contains("engraft engraftment 2"));
    assert!(page.contains("first of 3 successive measured days with ANC &#62;= 0.5 x 10^9/L"));
    study.replace("own.toml", "at_least = 0.5", "at_least = 1.0");
    study.replace("own.toml", "engraft engraftment 2", "own limits 7");
    study.run();
    let own = recovered(&study);
    assert!(study.text("reports/latest/index.html").contains("own limits 7"));
    // A higher limit is reached later, and by fewer.
    assert!(own.0[0] < shipped.0[0], "{own:?} {shipped:?}");
    assert!(own.1 <= shipped.1);
}

#[test]
fn rules_that_cannot_be_are_refused_with_their_place() {
    let study = study();
    for (from, to, says) in [
        ("successive = 3", "successive = 0", "successive has to be 1 or more"),
        ("nadir_to = 30", "nadir_until = 30", "unknown field"),
    ] {
        let text = study.text("own.toml");
        study.replace("own.toml", from, to);
        study.engraft(&["check"]).expect(2).says(says).says("own.toml");
        study.write("own.toml", text.as_bytes());
    }
    std::fs::remove_file(study.path("own.toml")).expect("the file goes");
    study.engraft(&["check"]).expect(2).says("own.toml cannot be read");
}
