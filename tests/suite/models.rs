//! Regressions on the command line: what their options refuse, and how the file is read for them.

#![allow(clippy::expect_used, reason = "broken output ends the test")]

use serde_json::Value;

use crate::workspace::{Ran, Workspace};

/// Eight subjects, two of whom change.
const FILE: &str = "\
id,time,dead,cause,age,sex,day
S1,5,1,1,40,F,2
S2,8,0,0,51,M,
S3,9,1,2,33,F,9
S4,12,1,1,62,M,
S5,3,1,1,47,F,20
S6,20,0,0,38,M,0
S7,14,1,2,55,F,
S8,16,1,1,29,M,
";

fn cox(more: &[&str]) -> Ran {
    let call = ["cox", "f.csv", "--time", "time", "--event", "dead", "--format", "json"];
    Workspace::empty().with("f.csv", FILE).engraft(&[&call, more].concat())
}

fn rows(ran: &Ran) -> Vec<Value> {
    serde_json::from_str(&ran.stdout).expect("results are JSON")
}

#[test]
fn what_does_not_fit_the_model_is_a_usage_error() {
    for (more, said) in [
        (&["--covariates", "age*"][..], "a column is missing here"),
        (&["--covariates", "age", "--times", "5"], "--at"),
        (&["--covariates", "age,sex", "--at", "age=40"], "says nothing of sex"),
        (&["--covariates", "age", "--at", "age=40;size=3"], "size is no covariate"),
        (&["--covariates", "sex", "--at", "sex=X"], "sex has no level X"),
        (&["--covariates", "age", "--adjusted", "age"], "make it a category"),
        (&["--covariates", "age", "--adjusted", "sex"], "no covariate of the model"),
        (&["--covariates", "ns(sex;2)"], "does not hold numbers"),
        (&["--covariates", "age", "--time-dependent", "gvhd"], "gvhd=gvhd_day"),
        (&["--covariates", "sex", "--time-dependent", "gvhd=day", "--adjusted", "sex"], "one row"),
    ] {
        let ran = cox(more);
        assert_eq!(ran.code, Some(2), "{more:?}: {}", ran.stderr);
        assert!(ran.stderr.replace('\n', " ").contains(said), "{more:?}: {}", ran.stderr);
    }
}

#[test]
fn a_change_splits_rows_and_leaves_subjects_whole() {
    let ran = cox(&["--covariates", "age", "--time-dependent", "gvhd=day"]);
    let rows = rows(&ran);
    let value =
        |stat: &str| rows.iter().find(|row| row["stat"] == stat).and_then(|row| row["value"].as_f64());
    assert_eq!(value("n"), Some(8.0));
    assert_eq!(value("n_excluded"), Some(0.0));
    assert!(rows.iter().any(|row| row["term"] == "gvhd" && row["stat"] == "coef"));
}

#[test]
fn the_cause_specific_hazard_stands_beside() {
    let call = ["finegray", "f.csv", "--time", "time", "--event", "cause", "--cause", "1=relapse"];
    let more = ["--covariates", "age", "--cause-specific", "--format", "json"];
    let ran = Workspace::empty().with("f.csv", FILE).engraft(&[&call[..], &more].concat());
    let hazard_ratios: Vec<Value> = rows(&ran).into_iter().filter(|row| row["stat"] == "hr").collect();
    let analyses: Vec<&Value> = hazard_ratios.iter().map(|row| &row["analysis"]).collect();
    assert_eq!(analyses, ["finegray", "cox"]);
    assert!(hazard_ratios.iter().all(|row| row["cause"] == "relapse"));
}
