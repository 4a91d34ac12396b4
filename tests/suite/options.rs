//! What a study says of its estimates does what the options of the commands do, on its own analysis data set.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be run ends the test")]

use std::fs;

use engraft::analysis::{json, parquet};
use serde_json::Value;

use crate::tolerance::near;
use crate::workspace::{Workspace, repository};

const STUDY: &str = r#"
[study]
id = "OPTIONS"
title = "How estimates are made"
cutoff = 2024-12-31

[inputs.wide]
files = "incoming/patients.csv"

[screen]
allow = [{ column = ["id", "dose", "risk"], reason = "Made up." }]

[inputs.wide.columns]
subject_id = { column = "id", kind = "text" }
time = { kind = "number", min = 0 }
cause = { kind = "integer" }
dead = { kind = "integer" }
arm = { column = "group", kind = "text", label = "Arm" }
centre = { kind = "text" }
n = { column = "weight", kind = "number", label = "Patients like this" }
case_weight = { kind = "number" }
age = { kind = "number", label = "Age" }
sex = { kind = "text" }

[strata]
arm = { column = "arm", label = "Arm" }
centre = { column = "centre", label = "Centre" }
sex = { column = "sex", label = "Sex" }

[[state]]
name = "alive"
to = ["dead"]
[[state]]
name = "dead"
endpoint = "os"

[[endpoint]]
name = "os"
time = "time"
event = { column = "dead", codes = { 1 = "death" } }
[[endpoint]]
name = "relapse"
time = "time"
event = { column = "cause", codes = { 1 = "relapse", 2 = "nrm", 3 = "other" } }
[[endpoint]]
name = "failed"
outcome = "dead == 1"

[[analysis]]
endpoint = "os"
by = ["arm"]
times = ["3", "6"]
conf_type = "arcsin"
conf_level = 0.9
[[analysis]]
endpoint = "os"
by = ["arm"]
times = ["3", "6"]
weight = "n"
conf_type = "plain"
test = "peto"
rate = "100py"
[[analysis]]
endpoint = "relapse"
by = ["arm"]
times = ["3", "6"]
variance = "delta"
conf_level = 0.9
rmtl = "6"
[[analysis]]
endpoint = "relapse"
by = ["arm"]
times = ["3", "6"]
weight = "n"
test = "gray"
[[analysis]]
endpoint = "failed"
by = ["sex"]
weight = "n"
conf_level = 0.9
association = ["risk-ratio", "chi-square", "cochran-mantel-haenszel"]
strata = ["centre"]
ratio = "miettinen-nurminen"
continuity_correction = true
[[analysis]]
kind = "states"
by = ["arm"]
times = ["3", "6"]
rmst = "6"
weight = "n"
variance = "greenwood"
conf_level = 0.9
[[analysis]]
endpoint = "os"
model = "cox"
terms = ["arm=a", "age"]
firth = true
conf_level = 0.9
at = ["arm=b;age=40", "arm=c;age=40"]
times = ["3", "6"]
[[analysis]]
endpoint = "os"
model = "cox"
terms = ["arm=a", "age"]
strata = ["sex"]
ties = "breslow"
cluster = "centre"
at = ["arm=b;age=40"]
times = ["3", "6"]
[[analysis]]
endpoint = "os"
model = "cox"
terms = ["arm=a", "age"]
weight = "case_weight"
[[analysis]]
endpoint = "relapse"
model = "finegray"
terms = ["arm=a", "age"]
at = ["arm=b;age=40", "arm=c;age=40"]
times = ["3", "6"]
conf_level = 0.9
"#;

/// The columns of the shares.
const FAILED: &str =
    "store/analysis/endpoint-failed.parquet --outcome outcome --success yes --by sex --weight n";

const FILE: &str = "tests/reference/data/ties.csv";

fn study() -> Workspace {
    let patients = fs::read_to_string(repository().join(FILE)).expect("patients");
    let mut stays = String::from("subject_id,entry,time,from,to,arm,n\n");
    let mut kept = String::new();
    for line in patients.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        // A file of stays cannot tell an event on day 0.
        if cells[1] == "0" {
            continue;
        }
        kept.push_str(&format!("{line}\n"));
        if cells[1] == "time" {
            continue;
        }
        let to = if cells[11] == "1" { "dead" } else { "" };
        stays.push_str(&format!("{},0,{},alive,{to},{},{}\n", cells[0], cells[1], cells[3], cells[5]));
    }
    Workspace::empty()
        .with("study.toml", STUDY)
        .with("incoming/patients.csv", &kept)
        .with("stays.csv", &stays)
}

fn ard(here: &Workspace) -> Vec<Value> {
    let rows = parquet::from_parquet(here.read("store/analysis/ard.parquet")).expect("an ARD");
    let mut text = Vec::new();
    json::write_json(&rows, &mut text).expect("JSON");
    serde_json::from_slice(&text).expect("JSON")
}

/// The rows of a command that the study has not, with how many were looked for.
fn missing(here: &Workspace, study: &[Value], (id, call): (&str, &str)) -> (Vec<String>, usize) {
    let words: Vec<&str> = call.split_whitespace().collect();
    let ran = here.engraft(&[&words[..], &["--format", "json"]].concat()).expect(0);
    let rows: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
    let same = |ours: &Value, theirs: &Value| match (ours.as_f64(), theirs.as_f64()) {
        (Some(ours), Some(theirs)) => near(ours, theirs, 1e-12),
        _ => ours == theirs,
    };
    let is_there = |row: &Value| {
        study.iter().any(|one| {
            one["analysis_id"].as_str().is_some_and(|name| name.trim_end_matches("#extras") == id)
                && ["analysis", "group", "term", "stat", "reason", "method"]
                    .iter()
                    .all(|field| one[*field] == row[*field])
                && (row["cause"].is_null() || one["cause"] == row["cause"])
                && same(&one["time"], &row["time"])
                && same(&one["value"], &row["value"])
        })
    };
    let told: Vec<&Value> = rows.iter().filter(|row| row["stat"] != "n_excluded").collect();
    let absent = told.iter().filter(|row| !is_there(row)).map(|row| format!("{id}: {row}"));
    (absent.collect(), told.len())
}

#[test]
fn options_of_a_study_are_those_of_the_commands() {
    let here = study();
    here.engraft(&["analyze"]).expect(0);
    let rows = ard(&here);
    let os = "store/analysis/endpoint-os.parquet --time time --event cause";
    let relapse = "store/analysis/endpoint-relapse.parquet --time time --event cause";
    let causes = "--causes 1=relapse,2=nrm,3=other";
    let stays = "stays.csv --id subject_id --entry entry --time time --from from --to to";
    let terms = "--covariates arm=a,age";
    let curve = "--by arm --times 3,6";
    for (id, call, at_least) in [
        ("os:arm", format!("km {os} {curve} --conf-type arcsin --conf-level 0.9"), 40),
        ("os~n:arm", format!("km {os} {curve} --weight n --conf-type plain"), 40),
        ("os~n:arm", format!("compare {os} --by arm --weight n --test peto"), 9),
        (
            "relapse:arm",
            format!("cif {relapse} {causes} {curve} --variance delta --conf-level 0.9 --rmtl 6"),
            100,
        ),
        ("relapse~n:arm", format!("cif {relapse} {causes} {curve} --weight n"), 100),
        ("relapse~n:arm", format!("compare {relapse} {causes} --by arm --weight n --test gray"), 9),
        ("failed~n:sex", format!("proportion {FAILED} --conf-level 0.9"), 10),
        (
            "states~n:arm",
            format!("states {stays} {curve} --mean-time 6 --weight n --variance greenwood --conf-level 0.9"),
            50,
        ),
        (
            "os#model",
            format!(
                "cox {os} {terms} --firth --conf-level 0.9 --at arm=b;age=40 --at arm=c;age=40 --times 3,6"
            ),
            40,
        ),
        (
            "os#model-2",
            format!(
                "cox {os} {terms} --strata sex --ties breslow --cluster centre --at arm=b;age=40 --times 3,6"
            ),
            40,
        ),
        ("os~case_weight#model-3", format!("cox {os} {terms} --weight case_weight"), 30),
        (
            "relapse#model",
            format!(
                "finegray {relapse} --cause 1=relapse {terms} --at arm=b;age=40 --at arm=c;age=40 --times 3,6 \
                 --conf-level 0.9 --cause-specific"
            ),
            60,
        ),
    ] {
        let (absent, looked_for) = missing(&here, &rows, (id, &call));
        assert!(absent.is_empty(), "{} of {looked_for} rows:\n{}", absent.len(), absent.join("\n"));
        assert!(looked_for >= at_least, "{id}: {looked_for}");
    }
}

#[test]
fn options_of_an_association_are_those_of_the_command() {
    let here = study();
    here.engraft(&["analyze"]).expect(0);
    let rows = ard(&here);
    // The command tells all measures; the study those that it is asked for.
    let call = format!(
        "association {FAILED} --strata centre --ratio miettinen-nurminen --continuity-correction --conf-level 0.9"
    );
    let (absent, looked_for) = missing(&here, &rows, ("failed~n:sex", &call));
    let of_asked = |row: &&String| {
        ["risk_ratio", "\"chi-square\"", "\"cochran-mantel-haenszel\"", "odds_ratio_mh"]
            .iter()
            .any(|name| row.contains(name))
    };
    assert_eq!(absent.iter().filter(of_asked).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(looked_for - absent.len() >= 9, "{looked_for} {}", absent.len());
}

#[test]
fn options_are_in_the_report_and_in_the_scripts() {
    let here = study();
    here.run();
    let page = here.text("reports/latest/index.html");
    for text in [
        "90% confidence interval, arcsin",
        "os (frequencies)",
        "each row counts as often as its frequency says (Patients like this)",
        "variance delta",
        "Firth penalty",
        "variance robust by centre",
        "ties Breslow",
        "weights case_weight",
        "predicted by regression",
        "Arm: b",
        "In all lines: Age: 40.",
        "continuity correction",
        "counted by Patients like this",
    ] {
        assert!(page.contains(text), "the page does not say {text}");
    }
    for (id, parts) in [
        ("os:arm", &["conf.type = \"arcsin\"", "conf.int = 0.9"][..]),
        ("os~n:arm", &["n"]),
        ("os#model", &["Firth's penalty", "conf.int = 0.9", "profile(\"arm=b;age=40\""]),
        ("os#model-2", &["ties = \"breslow\"", "cluster"]),
    ] {
        let script = here.engraft(&["analyze", "--emit-r", id]).expect(0).stdout;
        for part in parts {
            assert!(script.contains(part), "no {part} in the script of {id}:\n{script}");
        }
    }
}

#[test]
fn options_have_something_to_act_on() {
    let refused = |from: &str, to: &str, what: &str| {
        let here = study();
        here.replace("study.toml", from, to);
        here.engraft(&["check"]).expect(2).says(what);
    };
    let delta = "variance = \"delta\"";
    refused("conf_type = \"arcsin\"", "conf_level = 90", "duplicate key");
    refused("conf_type = \"arcsin\"\nconf_level = 0.9", "conf_level = 90", "90 is no level of an interval");
    refused("conf_type = \"arcsin\"", delta, "variance does not fit os");
    refused(delta, "conf_type = \"log\"", "conf_type does not fit relapse");
    refused(delta, "variance = \"greenwood\"", "variance does not fit relapse");
    refused("variance = \"greenwood\"", delta, "variance does not fit states");
    refused("conf_type = \"arcsin\"", "ties = \"efron\"", "ties does not fit os");
    refused("conf_type = \"arcsin\"", "firth = true", "firth does not fit os");
    refused("conf_type = \"arcsin\"", "cluster = \"centre\"", "the analysis has none");
    refused("conf_type = \"arcsin\"", "ratio = \"wald\"", "ratio does not fit os");
    refused("association = [\"risk-ratio\", ", "association = [", "none is asked for");
    refused(
        "\"risk-ratio\", \"chi-square\", \"cochran-mantel-haenszel\"",
        "\"risk-ratio\", \"breslow-day\"",
        "is of chi-square",
    );
    refused("weight = \"n\"", "weight = \"wait\"", "there is no column wait");
    refused("weight = \"n\"", "weight = \"centre\"", "holds no numbers");
    refused(
        "weight = \"n\"\nconf_type",
        "weight = \"n\"\npweight = \"n\"\nconf_type",
        "an analysis has one weight",
    );
    refused("cluster = \"centre\"", "cluster = \"center\"", "there is no stratum or column center");
    refused("at = [\"arm=b;age=40\", \"arm=c;age=40\"]", "at = [\"arm=b\"]", "says nothing of age");
    refused(
        "at = [\"arm=b;age=40\", \"arm=c;age=40\"]",
        "at = [\"arm=b;age=40;dose=2\"]",
        "dose is no covariate",
    );
    refused("at = [\"arm=b;age=40\", \"arm=c;age=40\"]", "at = [\"arm\"]", "'arm' is not understood");
    refused("model = \"finegray\"", "model = \"cox\"", "survival is not predicted where events compete");
    refused(
        "endpoint = \"os\"\nby = [\"arm\"]\ntimes = [\"3\", \"6\"]\nweight = \"n\"",
        "endpoint = \"os\"\nby = [\"sex\"]",
        "os is estimated above with another conf_type",
    );
}
