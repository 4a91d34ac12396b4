//! The designs of a study are those of the command, in the results, the scripts and the report.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be run ends the test")]

use engraft::analysis::{json, parquet};
use serde_json::Value;

use crate::workspace::Workspace;

const DESIGNS: &str = r#"
[[design]]
name = "primary"
kind = "logrank"
endpoint = "os"
hr = 0.6
power = 0.8
survival_control = 0.65
at = 60
accrual = 36
followup = 24
dropout = 0.002
[[design]]
name = "course"
kind = "events"
label = "Expected deaths"
hr = 0.6
median_control = 60
accrual = 36
n = 700
until = 24
every = 12
target = [60]
[[design]]
name = "stretches"
kind = "events"
hazard_control = 0.01
rates = [[6, 10], [12, 20]]
until = 12
every = 6
[[design]]
name = "rate"
kind = "proportion"
null = 0.5
alternative = 0.65
power = 0.9
[[design]]
name = "relapse"
kind = "gray"
time_unit = "years"
shr = 0.5
cif_control = 0.4
competing_control = 0.2
at = 2
accrual = 2
followup = 1
power = 0.8
sides = 1
"#;

const CALLS: [(&str, &str); 5] = [
    (
        "primary",
        "logrank --hr 0.6 --power 0.8 --survival-control 0.65 --at 60 --accrual 36 --followup 24 --dropout 0.002",
    ),
    ("course", "events --hr 0.6 --median-control 60 --accrual 36 --n 700 --until 24 --every 12 --target 60"),
    ("stretches", "events --hazard-control 0.01 --rates 6:10,12:20 --until 12 --every 6"),
    ("rate", "proportion --null 0.5 --alternative 0.65 --power 0.9"),
    (
        "relapse",
        "gray --shr 0.5 --cif-control 0.4 --competing-control 0.2 --at 2 --accrual 2 --followup 1 --power 0.8 --sides 1",
    ),
];

fn study() -> Workspace {
    let here = Workspace::small();
    let text = here.text("study.toml");
    here.with("study.toml", &(text + DESIGNS))
}

#[test]
fn designs_of_a_study_are_those_of_the_command() {
    let here = study();
    here.run();
    let rows = parquet::from_parquet(here.read("store/analysis/ard.parquet")).expect("an ARD");
    let mut text = Vec::new();
    json::write_json(&rows, &mut text).expect("JSON");
    let study: Vec<Value> = serde_json::from_slice(&text).expect("JSON");
    for (name, call) in CALLS {
        let words: Vec<&str> = ["design"].into_iter().chain(call.split(' ')).collect();
        let ran = here.engraft(&[&words[..], &["--format", "json"]].concat()).expect(0);
        let command: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
        let own: Vec<&Value> =
            study.iter().filter(|row| row["analysis_id"] == format!("design:{name}")).collect();
        assert!(own.len() >= 8, "{name}");
        assert_eq!(own.len(), command.len(), "{name}");
        for (ours, theirs) in own.iter().zip(&command) {
            for field in ["analysis", "group", "term", "time", "stat", "value", "reason"] {
                assert_eq!(ours[field], theirs[field], "{name} {field}");
            }
        }
        let script = here.engraft(&["analyze", "--emit-r", &format!("design:{name}")]).expect(0).stdout;
        let plain = here.engraft(&[&words[..], &["--emit-r"]].concat()).expect(0).stdout;
        assert_eq!(script, plain, "{name}");
    }
    let page = here.text("reports/latest/index.html");
    for text in [
        "Design of studies to come",
        "it is not estimated from the patients",
        "Hazard ratio, experimental over control",
        "Expected deaths",
        "60 months",
        "2 years",
        "events by Schoenfeld",
        "time in years",
        "Patients, both arms",
    ] {
        assert!(page.contains(text), "the page does not say {text}");
    }
}

#[test]
fn a_release_has_its_designs() {
    let here = study();
    here.replace("study.toml", "cutoff = 2024-12-31", "cutoff = 2024-12-31\nrelease = \"release\"");
    here.run();
    assert!(here.text("reports/latest/index.html").contains("Expected deaths"));
}

#[test]
fn designs_are_checked() {
    let refused = |from: &str, to: &str, what: &str| {
        let here = study();
        here.replace("study.toml", from, to);
        here.engraft(&["check"]).expect(2).says(what);
    };
    refused("hr = 0.6\npower = 0.8", "power = 0.8", "a design of logrank needs hr");
    refused("hr = 0.6\npower = 0.8", "hr = 0.6", "a design of logrank needs power or n or events");
    refused("hr = 0.6\npower = 0.8", "hr = 0.6\npower = 0.8\nn = 5", "of power, n, events there is one");
    refused("hr = 0.6\npower = 0.8", "hr = 0.6\npower = 80", "power cannot be 80");
    refused("survival_control = 0.65\nat", "at", "needs the control arm");
    refused("endpoint = \"os\"\nhr", "endpoint = \"oz\"\nhr", "there is no endpoint oz");
    refused("name = \"rate\"", "name = \"course\"", "the design course is there twice");
    refused("null = 0.5", "null = 0.5\nhr = 2", "a design of proportion takes no hr");
    refused("[[6, 10], [12, 20]]", "[[6, 10], [2, 20]]", "end later and later");
    refused("shr = 0.5\n", "", "a design of gray needs shr or cif_experimental");
}
