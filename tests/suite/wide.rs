//! The studies of published data: each runs, and its results are the published figures.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be run ends the test")]

use std::fs;

use engraft::analysis::{json, parquet};
use serde_json::Value;

use crate::tolerance::near;
use crate::workspace::{Ran, Workspace, copy_tree, engraft, repository};

/// Published figures are printed with so many digits.
const AS_PRINTED: f64 = 5e-6;
/// The same estimate by two ways through the program.
const SAME: f64 = 1e-12;

/// A copy of `data/NAME` and its results.
struct Published {
    here: Workspace,
    rows: Vec<Value>,
}

impl Published {
    /// Runs a study as far as its results; drawing is left out.
    fn analysed(name: &str) -> Self {
        let here = copied(name);
        here.engraft(&["analyze", "--study", &format!("data/{name}/study.toml")]).expect(0);
        let path = here.path(&format!("data/{name}/store/analysis/ard.parquet"));
        let rows = parquet::from_parquet(fs::read(path).expect("results")).expect("an ARD");
        let mut text = Vec::new();
        json::write_json(&rows, &mut text).expect("JSON");
        Self { here, rows: serde_json::from_slice(&text).expect("JSON") }
    }

    /// The one value of an endpoint with these fields; a group as `name=level`.
    fn value(&self, endpoint: &str, group: &str, fields: &[(&str, Value)]) -> f64 {
        let group: Value = match group.split_once('=') {
            Some((name, level)) => serde_json::json!({ name: level }),
            None => serde_json::json!({}),
        };
        let is_it = |row: &&Value| {
            row["endpoint"] == endpoint
                && row["group"] == group
                && fields.iter().all(|(name, value)| same(&row[*name], value))
        };
        let mut values: Vec<f64> =
            self.rows.iter().filter(is_it).filter_map(|row| row["value"].as_f64()).collect();
        values.dedup();
        assert_eq!(values.len(), 1, "{endpoint} {group} {fields:?}: {values:?}");
        values[0]
    }
}

fn same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => near(one, other, SAME),
        _ => one == other,
    }
}

fn copied(name: &str) -> Workspace {
    let here = Workspace::empty();
    let from = repository().join("data").join(name);
    copy_tree(&from.join("incoming"), &here.path(&format!("data/{name}/incoming")));
    here.write(&format!("data/{name}/study.toml"), &fs::read(from.join("study.toml")).expect("a study"));
    here
}

fn at(time: f64, stat: &str) -> Vec<(&'static str, Value)> {
    vec![("time", time.into()), ("stat", stat.into())]
}

fn assert_printed(got: f64, printed: f64, what: &str) {
    assert!((got - printed).abs() <= AS_PRINTED * printed.max(1.0), "{what}: {got} is not {printed}");
}

/// Klein & Moeschberger's 137 patients; one year is 365 whole days.
#[test]
fn the_137_patients_have_their_published_figures() {
    let study = Published::analysed("bmt137");
    let year = 365.0;
    for (endpoint, group, expected) in [
        ("os", "", 0.63414),
        ("os", "disease=ALL", 0.59962),
        ("os", "disease=AML low risk", 0.83333),
        ("os", "disease=AML high risk", 0.42222),
        ("dfs", "", 0.58305),
        ("dfs", "disease=ALL", 0.54920),
        ("dfs", "disease=AML low risk", 0.77778),
        ("dfs", "disease=AML high risk", 0.37778),
    ] {
        let got = study.value(endpoint, group, &at(year, "estimate"));
        assert_printed(got, expected, &format!("{endpoint} {group}"));
    }
    assert_printed(study.value("os", "", &at(year, "std_error")), 0.04122, "standard error");
    for (endpoint, cause, expected) in [("relapse", "relapse", 0.21217), ("nrm", "nrm", 0.20479)] {
        let fields = [at(year, "estimate"), vec![("cause", cause.into())]].concat();
        assert_printed(study.value(endpoint, "", &fields), expected, endpoint);
    }
    for (endpoint, deaths) in [("os", 81.0), ("dfs", 83.0)] {
        let fields = [("analysis", "km".into()), ("stat", "events".into())];
        assert_printed(study.value(endpoint, "", &fields), deaths, "events");
    }
    for (endpoint, chisq) in [("dfs", 13.804), ("os", 15.220)] {
        let fields = [("comparison", "disease".into()), ("stat", "chisq".into())];
        let got = study.value(endpoint, "", &fields);
        assert!((got - chisq).abs() < 5e-4, "log-rank of {endpoint}: {got}");
    }
}

#[test]
fn the_year_of_365_days_lies_in_the_same_step() {
    let here = copied("bmt137");
    let args =
        ["km", "data/bmt137/incoming/bmt137.csv", "--time", "t1", "--event", "d1", "--times", "365,365.25"];
    let ran = here.engraft(&[&args[..], &["--format", "json"]].concat()).expect(0);
    let estimates = values(&ran, "estimate");
    assert_eq!(estimates.len(), 2);
    assert!(near(estimates[0], estimates[1], SAME), "{estimates:?}");
}

fn values(ran: &Ran, stat: &str) -> Vec<f64> {
    let rows: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
    rows.iter().filter(|row| row["stat"] == stat).filter_map(|row| row["value"].as_f64()).collect()
}

/// The study and the command on the delivered file are two ways to one number.
#[test]
fn the_46_patients_are_the_same_by_both_ways() {
    let study = Published::analysed("anaemia");
    let file = "data/anaemia/incoming/anaemia.csv";
    for (level, group) in [("MTX", "prophylaxis=MTX"), ("MTX+CSP", "prophylaxis=MTX + CSP")] {
        let args = ["km", file, "--time", "Time", "--event", "Status", "--by", "Trt", "--times", "100"];
        let ran = study.here.engraft(&[&args[..], &["--format", "json"]].concat()).expect(0);
        let rows: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
        for stat in ["estimate", "n_risk", "std_error", "conf_low", "conf_high"] {
            let row = rows.iter().find(|row| row["stat"] == stat && row["group"]["Trt"] == level);
            let plain = row.and_then(|row| row["value"].as_f64()).expect("a value");
            let got = study.value("os", group, &at(100.0, stat));
            assert!(near(got, plain, SAME), "{level} {stat}: {got} is not {plain}");
        }
    }
    let mut total = 0.0;
    for group in ["prophylaxis=MTX", "prophylaxis=MTX + CSP"] {
        total += study.value("os", group, &[("analysis", "km".into()), ("stat", "n".into())]);
    }
    assert_printed(total, 46.0, "patients");
}

#[test]
fn the_46_patients_have_their_report() {
    let here = copied("anaemia");
    here.engraft(&["run", "--study", "data/anaemia/study.toml"]).expect(0);
    let latest = here.path("reports/anaemia/latest");
    crate::workspace::checked_sums(&latest);
    let page = fs::read_to_string(latest.join("index.html")).expect("a page");
    for text in ["MTX + CSP", "Acute GVHD", "Storb et al. 1986"] {
        assert!(page.contains(text), "the page does not say {text}");
    }
}

/// What can be counted in the file of the 187 children by hand.
#[test]
fn the_187_children_are_counted_as_in_the_file() {
    let study = Published::analysed("children");
    let text = study.here.text("data/children/incoming/children.csv");
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let column = |name: &str| header.iter().position(|column| *column == name).expect("a column");
    let cells: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let count =
        |name: &str, value: &str| cells.iter().filter(|row| row[column(name)] == value).count() as f64;
    assert_eq!(cells.len(), 187);
    let km = |stat: &str| study.value("os", "", &[("analysis", "km".into()), ("stat", stat.into())]);
    assert_printed(km("n"), 187.0, "patients");
    assert_printed(km("events"), count("survival_status", "1"), "deaths");
    for (endpoint, name) in [("relapse", "relapse"), ("cgvhd_extensive", "extensive_chronic_GvHD")] {
        let share = |stat: &str| {
            let fields = [
                ("analysis", "proportion".into()),
                ("stat", stat.into()),
                ("population", "evaluable".into()),
            ];
            study.value(endpoint, "", &fields)
        };
        assert_printed(share("x"), count(name, "yes"), endpoint);
        assert_printed(share("n"), count(name, "yes") + count(name, "no"), endpoint);
    }
}

#[test]
fn the_published_files_are_in_order() {
    for name in ["bmt137", "anaemia", "children"] {
        let study = repository().join("data").join(name).join("study.toml");
        Ran::of(engraft().args(["check", "--study"]).arg(study)).expect(0);
    }
}
