//! Multi-state files and landmarks: what is refused, and what the rows say.

#![allow(clippy::expect_used, clippy::panic, reason = "broken output ends the test")]

use serde_json::Value;

use crate::workspace::{Ran, Workspace};

const HISTORIES: &str = "\
id,start,stop,from,to,weight
S1,0,5,ill,well,1
S1,5,9,well,,1
S2,0,4,ill,dead,2
S3,2,8,ill,censored,1
";

fn states(text: &str, more: &[&str]) -> Ran {
    let here = Workspace::empty().with("f.csv", text);
    let columns = [
        "states", "f.csv", "--id", "id", "--entry", "start", "--time", "stop", "--from", "from", "--to", "to",
    ];
    here.engraft(&[&columns, more].concat())
}

fn value(ran: &Ran, stat: &str, cause: Option<&str>) -> Option<f64> {
    let rows: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
    rows.iter()
        .find(|row| row["stat"] == stat && row["cause"].as_str() == cause)
        .and_then(|row| row["value"].as_f64())
}

#[test]
fn states_are_told_apart_and_sum_to_one() {
    let ran = states(HISTORIES, &["--times", "4.5", "--weight", "weight", "--format", "json"]).expect(0);
    assert_eq!(value(&ran, "n", None), Some(4.0));
    assert_eq!(value(&ran, "estimate", Some("ill")), Some(0.5));
    assert_eq!(value(&ran, "estimate", Some("dead")), Some(0.5));
    assert_eq!(value(&ran, "estimate", Some("well")), Some(0.0));
    assert!(ran.stdout.contains("infinitesimal jackknife by subject"), "{}", ran.stdout);
    let table = states(HISTORIES, &["--mean-time", "6"]).expect(0);
    assert!(table.stdout.contains("mean_time") && table.stdout.contains("ill -> well"), "{}", table.stdout);
}

#[test]
fn histories_that_cannot_be_are_refused_with_their_line() {
    let with = |line: &str| states(&format!("{HISTORIES}{line}\n"), &[]).expect(1);
    with("S2,3,6,dead,,2").says("the intervals of S2 overlap").says("f.csv:6");
    with("S4,0,3,ill,ill,1").says("a transition from ill to ill").says("f.csv:6");
    with("S2,4,6,ill,,2").says("S2 goes on in ill").says("f.csv:6");
    with("S4,3,3,ill,,1").says("the entry 3 is not before the time 3");
    with("S4,-1,3,ill,,1").says("negative");
    with("S4,0,3,censored,,1").says("no name for a state");
    let weighted = format!("{HISTORIES}S1,12,13,well,,3\n");
    states(&weighted, &["--weight", "weight"]).expect(1).says("the weight of S1 is not the same");
    // A gap is allowed, and so is a re-entry in another state after it.
    states(&format!("{HISTORIES}S1,12,13,ill,dead,1\n"), &[]).expect(0);
}

#[test]
fn usage_of_states_and_landmarks() {
    states(HISTORIES, &["--variance", "other"]).expect(2);
    states(HISTORIES, &["--by", "nothing"]).expect(2).says("no column \"nothing\"");
    let here = Workspace::empty().with("f.csv", "time,dead\n5,1\n9,0\n12,1\n12,0\n");
    let km =
        |more: &[&str]| here.engraft(&[&["km", "f.csv", "--time", "time", "--event", "dead"], more].concat());
    km(&["--landmark", "8", "--times", "5,10"]).expect(2).says("the time 5 lies before the landmark 8");
    km(&["--landmark", "12"])
        .expect(1)
        .says("nobody is event-free and under observation after the landmark 12");
    km(&["--landmark", "-1"]).expect(2);
    let ran = km(&["--landmark", "9", "--times", "9,12", "--format", "json"])
        .expect(0)
        .says("2 subjects with an event or censoring up to the landmark 9 were left out");
    assert_eq!(value(&ran, "n_excluded_landmark", None), Some(2.0));
    assert_eq!(value(&ran, "estimate", None), Some(1.0));
    assert!(ran.stdout.contains("; landmark 9; profile"), "{}", ran.stdout);
}
