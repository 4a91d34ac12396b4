//! Contrasts between groups: what is refused, and that a study gives what the command gives.

#![allow(clippy::expect_used, reason = "a study that cannot be run ends the test")]

use std::collections::BTreeSet;
use std::fs;

use engraft::analysis::{json, parquet};
use serde_json::Value;

use crate::tolerance::near;
use crate::workspace::{Ran, Workspace, copy_tree, repository};

/// The same test by two ways through the program.
const SAME: f64 = 1e-12;

const FILE: &str = "\
time,code,dead,arm,site
5,1,1,a,1
8,0,0,a,2
9,2,1,b,1
12,1,1,b,2
15,1,1,c,1
20,0,0,c,2
";

fn compare(here: &Workspace, words: &str) -> Ran {
    let args: Vec<&str> = ["compare"].into_iter().chain(words.split(' ')).collect();
    here.engraft(&args)
}

fn rows(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn what_does_not_fit_is_a_usage_error() {
    let here = Workspace::empty().with("f.csv", FILE);
    let dead = |rest: &str| compare(&here, &format!("f.csv --time time --event dead --by arm {rest}"));
    for (rest, says) in [
        ("--test rank", "max-combo"),
        ("--test fh:1", "fh:RHO,GAMMA"),
        ("--test rmst", "rmst:TAU"),
        ("--test rmst:0", "above 0"),
        ("--test fixed-time:soon", "above 0"),
        ("--test rmtl:9", "--causes"),
        ("--test rmst:9 --causes 1", "--event-codes"),
        ("--test rmst:9 --strata site", "--strata"),
        ("--test fixed-time:9 --strata site", "--strata"),
        ("--test max-combo --trend", "--trend"),
        ("--test rmst:9 --trend", "--trend"),
        ("--test max-combo", "--pairwise"),
        ("--pairwise bonferroni", "holm"),
    ] {
        let ran = dead(rest).expect(2).says(says);
        assert_eq!(ran.stdout, "", "{rest}");
    }
    compare(&here, "f.csv --time time --event dead --by arm,site --trend").expect(2).says("one column");
}

#[test]
fn a_competitor_is_not_censored_where_curves_are_compared() {
    let here = Workspace::empty().with("f.csv", FILE);
    let call = |test: &str| {
        compare(&here, &format!("f.csv --time time --event code --event-codes 1 --by arm --test {test}"))
    };
    call("logrank").expect(0).says("cause-specific");
    call("rmst:9").expect(1).says("the code 2");
    call("fixed-time:9").expect(1).says("the code 2");
}

#[test]
fn rows_are_unique_and_terms_are_pairs() {
    let file = "tests/reference/data/bmt137_cif.csv --time time --event status";
    let one = "--event-codes 1=1,2=1 --by group";
    for words in [
        format!("{file} {one} --pairwise holm --trend"),
        format!("{file} {one} --test max-combo --pairwise bh"),
        format!("{file} {one} --test rmst:365 --pairwise none"),
        format!("{file} --causes 1=relapse,2=nrm --by group --test rmtl:365 --pairwise holm"),
        format!("{file} --causes 1=relapse,2=nrm --by group --test gray --pairwise holm --trend"),
        format!("{file} --causes 1=relapse,2=nrm --by group --test fixed-time:365 --pairwise holm"),
    ] {
        let args: Vec<&str> = words.split(' ').collect();
        let ran = |format: &str| {
            let mut command = crate::workspace::engraft();
            command.arg("compare").args(&args).args(["--format", format]).current_dir(repository());
            Ran::of(&mut command).expect(0)
        };
        let printed = rows(&ran("json").stdout);
        let keys: BTreeSet<String> = printed
            .iter()
            .map(|row| {
                let mut row = row.clone();
                row["value"] = Value::Null;
                row["reason"] = Value::Null;
                row.to_string()
            })
            .collect();
        assert_eq!(keys.len(), printed.len(), "{words}");
        let pairs: BTreeSet<&str> = printed
            .iter()
            .filter_map(|row| row["term"].as_str())
            .filter(|term| term.contains("vs"))
            .collect();
        assert_eq!(pairs.into_iter().collect::<Vec<_>>(), ["2 vs 1", "3 vs 1", "3 vs 2"], "{words}");
        let table = ran("table").stdout;
        assert!(table.lines().any(|line| line.trim_start().starts_with("3 vs 2  ")), "{table}");
        assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");
    }
}

const FURTHER: &str = r#"
[[analysis]]
endpoint = "os"
by = ["disease"]
test = "rmst:1y"
pairwise = "holm"
[[analysis]]
endpoint = "os"
by = ["disease"]
test = "fixed-time:1y"
[[analysis]]
endpoint = "relapse"
by = ["disease"]
test = "rmtl:2y"
[[analysis]]
endpoint = "dfs"
by = ["mtx"]
test = "max-combo"
strata = ["disease"]
"#;

#[test]
fn a_study_gives_what_the_command_gives() {
    let here = Workspace::empty();
    let from = repository().join("data/bmt137");
    copy_tree(&from.join("incoming"), &here.path("data/bmt137/incoming"));
    let study = fs::read_to_string(from.join("study.toml")).expect("a study");
    let study =
        study.replacen("test = \"logrank\"", "test = \"logrank\"\npairwise = \"bh\"\ntrend = true", 1);
    here.write("data/bmt137/study.toml", format!("{study}{FURTHER}").as_bytes());
    here.engraft(&["run", "--study", "data/bmt137/study.toml"]).expect(0);
    let table = fs::read(here.path("data/bmt137/store/analysis/ard.parquet")).expect("results");
    let mut text = Vec::new();
    json::write_json(&parquet::from_parquet(table).expect("an ARD"), &mut text).expect("JSON");
    let of_study = rows(&String::from_utf8(text).expect("text"));
    let file = "data/bmt137/incoming/bmt137.csv";
    for (endpoint, words) in [
        ("os", "--time t1 --event d1 --by group --pairwise bh --trend"),
        ("os", "--time t1 --event d1 --by group --test rmst:365 --pairwise holm"),
        ("os", "--time t1 --event d1 --by group --test fixed-time:365"),
        ("dfs", "--time t2 --event d3 --by z10 --strata group --test max-combo"),
    ] {
        let printed = rows(&compare(&here, &format!("{file} {words} --format json")).expect(0).stdout);
        let wanted = printed.iter().filter(|row| row["stat"] != "n_excluded" && !row["value"].is_null());
        let mut found = 0;
        for row in wanted {
            let is_it = |other: &&Value| {
                other["endpoint"] == endpoint
                    && ["analysis", "stat"].iter().all(|field| other[*field] == row[*field])
                    && other["comparison"] == if words.contains("z10") { "mtx" } else { "disease" }
            };
            let value = |row: &Value| row["value"].as_f64().unwrap_or(f64::NAN);
            let same = of_study.iter().filter(is_it).any(|other| near(value(other), value(row), SAME));
            assert!(same, "{endpoint}: {row}");
            found += 1;
        }
        assert!(found > 3, "{words}");
    }
    assert!(of_study.iter().any(|row| row["analysis"] == "rmtl" && row["cause"] == "relapse"));
    let page = here.text("reports/bmt137/latest/index.html");
    for text in [
        "Tests between pairs of groups",
        "Benjamini-Hochberg",
        "Restricted mean to 1 year",
        "AML high risk vs ALL",
    ] {
        assert!(page.contains(text), "the page does not say {text}");
    }
}

#[test]
fn a_study_refuses_what_does_not_fit() {
    let here = Workspace::empty();
    let study = fs::read_to_string(repository().join("data/bmt137/study.toml")).expect("a study");
    for (further, says) in [
        ("test = \"rmst:soon\"", "not a time above 0"),
        ("test = \"wilcoxon\"", "tests are"),
        ("test = \"gray\"", "does not fit"),
        ("test = \"rmst:1y\"\ntrend = true", "no trend"),
        ("test = \"fixed-time:1y\"\nstrata = [\"mtx\"]", "cannot be stratified"),
        ("test = \"logrank\"\nstrata = [\"disease\"]", "both groups and stratifies"),
        ("test = \"logrank\"\nstrata = [\"centre\"]", "no stratum centre"),
        ("pairwise = \"holm\"", "there is no test"),
    ] {
        let text = format!("{study}\n[[analysis]]\nendpoint = \"os\"\nby = [\"disease\"]\n{further}\n");
        here.write("study.toml", text.as_bytes());
        here.engraft(&["check"]).expect(2).says(says);
    }
}
