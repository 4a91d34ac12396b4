//! The R scripts of `--emit-r` are those that were run against R: `tests/reference/emitted.R` runs them.

#![allow(clippy::expect_used, clippy::panic, reason = "a missing file ends the test")]

use std::fs;

use serde_json::Value;

use crate::workspace::{Ran, Workspace, engraft, repository};

/// Set, and the scripts are written instead of compared.
const RENEW: &str = "ENGRAFT_RENEW_SCRIPTS";

#[test]
fn scripts_are_those_that_agree_with_r() {
    let directory = repository().join("tests/reference/emitted");
    let cases = fs::read_to_string(directory.join("cases.txt")).expect("cases");
    let cases = cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut different = Vec::new();
    for (name, words) in cases.filter_map(|line| line.split_once(' ')) {
        let mut command = engraft();
        let ran = Ran::of(command.args(words.split(' ')).arg("--emit-r").current_dir(repository())).expect(0);
        let path = directory.join(format!("{name}.R"));
        // The version in the first line may change.
        let script = ran.stdout.replace(env!("CARGO_PKG_VERSION"), "VERSION");
        if std::env::var_os(RENEW).is_some() {
            fs::write(&path, &script).expect("a script");
        } else if fs::read_to_string(&path).unwrap_or_default() != script {
            different.push(name.to_owned());
        }
    }
    assert!(
        different.is_empty(),
        "{different:?}: look at them, run emitted.R, and renew them with {RENEW}=1"
    );
}

#[test]
fn a_script_needs_no_file_and_a_good_call() {
    let here = Workspace::empty();
    let script = here.engraft(&["km", "absent.parquet", "--time", "t", "--event", "d", "--emit-r"]).expect(0);
    assert!(script.stdout.contains("arrow::read_parquet(\"absent.parquet\")"), "{}", script.stdout);
    here.engraft(&["cif", "f.csv", "--time", "t", "--event", "d", "--emit-r"]).expect(2);
    let design = ["design", "logrank", "--hr", "1", "--power", "0.8", "--emit-r"];
    here.engraft(&design).expect(2).says("there is no difference to detect");
    here.engraft(&["km", "f.csv", "--time", "t", "--event", "d", "--convention", "stata"]).expect(2);
}

#[test]
fn a_study_has_its_convention_and_its_scripts() {
    let study = Workspace::small();
    study.replace("study.toml", "cutoff = 2024-12-31", "cutoff = 2024-12-31\nconvention = \"r\"");
    study.run();
    let rows: Vec<Value> = serde_json::from_slice(&study.read("reports/latest/ard.json")).expect("rows");
    let methods = |stat: &str| {
        rows.iter()
            .filter(|row| row["stat"] == stat)
            .map(|row| row["method"].as_str().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let medians = methods("followup_median");
    assert!(!medians.is_empty());
    assert!(medians.iter().all(|m| m.contains("interval log;") && m.ends_with("profile r")), "{medians:?}");
    assert!(study.text("reports/latest/index.html").contains("Numbers are rounded half to even"));
    let script = study.engraft(&["analyze", "--emit-r", "os:type"]).expect(0).stdout;
    for part in ["arrow::read_parquet(", "conf.type = \"log\"", "survdiff(", "c(100, 365)"] {
        assert!(script.contains(part), "no {part} in\n{script}");
    }
    study.engraft(&["analyze", "--emit-r", "os:sex"]).expect(2).says("its analyses are os, os:type");
    let shares = study.engraft(&["analyze", "--emit-r", "best_response"]).expect(0).stdout;
    assert!(
        shares.contains("d$outcome[d$outcome %in% c(\"CR\", \"CR unconfirmed\", \"R\")] <- \"CR or R\""),
        "{shares}"
    );
    // What the script is of gives what the study has.
    let call = "km store/analysis/endpoint-os.parquet --time time --event cause --times 100,365 --by type \
                --convention r --format json";
    let plain = study.engraft(&call.split_whitespace().collect::<Vec<_>>()).expect(0);
    let plain: Vec<Value> = serde_json::from_str(&plain.stdout).expect("rows");
    let of_study = |row: &Value| {
        rows.iter().any(|one| {
            one["analysis_id"] == "os:type"
                && ["stat", "group", "time", "value", "reason", "method"]
                    .iter()
                    .all(|field| one[*field] == row[*field])
        })
    };
    let shared: Vec<&Value> = plain.iter().filter(|row| row["stat"] != "n_excluded").collect();
    assert!(shared.len() > 20);
    for row in shared {
        assert!(of_study(row), "{row}");
    }
}

#[test]
fn probability_weights_stand_alone() {
    let text = "t,d,g,w\n1,1,a,0.5\n2,0,b,-1\n3,1,b,2\n";
    let here = Workspace::empty().with("f.csv", text);
    let km = |more: &[&str]| {
        let call = ["km", "f.csv", "--time", "t", "--event", "d", "--pweight", "w"];
        here.engraft(&[&call[..], more].concat())
    };
    km(&["--weight", "w"]).expect(2).says("cannot be used with");
    km(&["--rmst", "2"]).expect(2).says("--rmst cannot be had with --pweight");
    km(&[]).expect(1).says("the weight -1 in w is not a number of 0 or more");
    let cif =
        ["cif", "f.csv", "--time", "t", "--event", "d", "--causes", "1", "--pweight", "w", "--variance"];
    here.engraft(&[&cif[..], &["delta"]].concat()).expect(2).says("--variance cannot be had with --pweight");
    let compare =
        ["compare", "f.csv", "--time", "t", "--event", "d", "--by", "g", "--pweight", "w", "--test"];
    here.engraft(&[&compare[..], &["gehan"]].concat()).expect(2).says("--test logrank");
}
