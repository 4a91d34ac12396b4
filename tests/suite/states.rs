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

/// Six patients: transplanted, relapsed, dead.
const COURSES: &str = "\
subject_id,arm,days,dead,relapse_day,relapsed
P1,a,10,1,10,0
P2,a,20,0,5,1
P3,b,30,1,12,1
P4,b,40,0,40,0
P5,a,50,1,25,1
P6,b,60,0,60,0
";

const GRAPH: &str = r#"
[study]
id = "GRAPH"
title = "A few patients"
cutoff = 2024-12-31

[inputs.wide]
files = "incoming/extract.csv"

[inputs.wide.columns]
subject_id = { kind = "text" }
arm = { kind = "text" }
days = { kind = "integer", min = 0 }
dead = { kind = "integer" }
relapse_day = { kind = "integer", min = 0 }
relapsed = { kind = "integer" }

[strata]
arm = { column = "arm" }
early = { endpoint = "relapse", known_at = 15, label = "Relapse by day 15" }

[[endpoint]]
name = "os"
time = "days"
event = { column = "dead", codes = { 1 = "death" } }
[[endpoint]]
name = "relapse"
time = "relapse_day"
event = { column = "relapsed", codes = { 1 = "relapse" } }

[[state]]
name = "free"
to = ["relapsed", "dead"]
chart = true
[[state]]
name = "relapsed"
endpoint = "relapse"
to = ["dead"]
[[state]]
name = "dead"
endpoint = "os"

[[analysis]]
kind = "states"
by = ["arm"]
times = ["d15", "d30"]
rmst = "d30"
[[analysis]]
endpoint = "os"
by = ["early"]
landmark = "d15"
times = ["d30"]
"#;

fn graph() -> Workspace {
    Workspace::empty().with("study.toml", GRAPH).with("incoming/extract.csv", COURSES)
}

#[test]
fn a_study_tells_where_its_patients_are_and_groups_from_a_landmark_on() {
    let here = graph();
    here.run();
    let rows: Vec<Value> = serde_json::from_str(&here.text("reports/latest/ard.json")).expect("JSON");
    let value = |id: &str, stat: &str, cause: Option<&str>, time: Option<f64>| {
        let found = rows.iter().find(|row| {
            row["analysis_id"] == id
                && row["stat"] == stat
                && row["cause"].as_str() == cause
                && row["time"].as_f64() == time
        });
        found.unwrap_or_else(|| panic!("no {stat} of {cause:?} in {id}"))["value"].as_f64()
    };
    // P1 dies free at 10 (the relapse column is censored there); P2 and P3 relapse at 5 and 12, P5 at 25; P3 dies
    // at 30, when it is one of two who are relapsed and followed.
    let state = |name: &str, time: f64| value("states", "estimate", Some(name), Some(time)).expect("a value");
    for (name, time, expected) in [
        ("free", 15.0, 3.0 / 6.0),
        ("relapsed", 15.0, 2.0 / 6.0),
        ("dead", 15.0, 1.0 / 6.0),
        ("free", 30.0, 2.0 / 6.0),
        ("relapsed", 30.0, 3.0 / 6.0 / 2.0),
    ] {
        assert!((state(name, time) - expected).abs() < 1e-12, "{name} at {time}: {}", state(name, time));
    }
    assert_eq!(value("states", "n", None, None), Some(6.0));
    assert_eq!(value("os@15", "n_excluded_landmark", None, None), Some(1.0));
    assert_eq!(value("os@15:early", "n", None, None), Some(3.0));
    for file in
        ["figures/states.svg", "figures/free-by-arm.svg", "tables/states.csv", "figures/os-15-by-early.svg"]
    {
        assert!(!here.read(&format!("reports/latest/{file}")).is_empty(), "{file}");
    }
}

#[test]
fn states_from_a_landmark_on() {
    let here = graph();
    let more = "[[analysis]]\nkind = \"states\"\nby = [\"early\"]\nlandmark = \"d15\"\ntimes = [\"d30\"]\nrmst = \"d30\"\n";
    let of_relapsed = more.replace("by = [\"early\"]", "landmark_state = \"relapsed\"");
    here.replace(
        "study.toml",
        "[[analysis]]\nendpoint",
        &format!("{more}{of_relapsed}[[analysis]]\nendpoint"),
    );
    here.run();
    let rows: Vec<Value> = serde_json::from_str(&here.text("reports/latest/ard.json")).expect("JSON");
    let value = |id: &str, stat: &str, cause: Option<&str>| {
        let mut own = rows.iter().filter(|row| row["analysis_id"] == id && row["stat"] == stat);
        own.find(|row| row["cause"].as_str() == cause).and_then(|row| row["value"].as_f64()).expect("a value")
    };
    // P1 has died. At 15 three are free and P2, P3 relapsed; P5 relapses at 25; P3 dies at 30, one of two, since P2 is
    // followed to 20 only.
    // Days to 30: 3/5 and 2/5 of ten, then 2/5 and 3/5 of five.
    for (state, expected, days) in [("free", 0.4, 8.0), ("relapsed", 0.3, 7.0), ("dead", 0.3, 0.0)] {
        assert!((value("states@15", "estimate", Some(state)) - expected).abs() < 1e-12, "{state}");
        assert!((value("states@15", "mean_time", Some(state)) - days).abs() < 1e-12, "{state}");
    }
    assert_eq!(value("states@15", "n", None), 5.0);
    assert_eq!(value("states@15", "n_excluded_landmark", None), 1.0);
    assert_eq!(value("states@15:early", "estimate", Some("relapsed")), 1.0 / 3.0);
    assert_eq!(value("states@15=relapsed", "estimate", Some("dead")), 1.0);
    assert_eq!(value("states@15=relapsed", "n_excluded_landmark", None), 4.0);
    for file in
        ["figures/states-15.svg", "figures/free-by-early-states-15.svg", "tables/states-15-relapsed.csv"]
    {
        assert!(!here.read(&format!("reports/latest/{file}")).is_empty(), "{file}");
    }
    let page = here.text("reports/latest/index.html");
    for text in [
        "Where patients are from day 15 on",
        "of those relapsed then",
        "landmark 15, of those in state relapsed",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn what_is_known_later_needs_a_landmark() {
    let refused = |from: &str, to: &str| {
        let here = graph();
        here.replace("study.toml", from, to);
        here.engraft(&["check"]).expect(2)
    };
    refused("landmark = \"d15\"\n", "").says("early is known from day 15 on only").says("landmark = \"d15\"");
    refused("landmark = \"d15\"", "landmark = \"d14\"").says("early is known from day 15 on only");
    refused("times = [\"d30\"]", "times = [\"d10\"]").says("'d10' lies before the landmark");
    refused("by = [\"arm\"]", "by = [\"early\"]").says("early is known from day 15 on only");
    refused(", known_at = 15", "").says("nothing says by which day early is known");
    refused("endpoint = \"relapse\", known_at", "endpoint = \"gvhd\", known_at")
        .says("there is no endpoint gvhd");
    refused("[strata]", "[baseline]\nby = \"early\"\ncolumns = [\"arm\"]\n[strata]").says("not at baseline");
}

#[test]
fn states_that_lead_nowhere_are_refused() {
    let refused = |from: &str, to: &str| {
        let here = graph();
        here.replace("study.toml", from, to);
        here.engraft(&["check"]).expect(2)
    };
    refused("to = [\"relapsed\", \"dead\"]", "to = [\"cured\"]").says("no other state is called cured");
    refused("name = \"dead\"\nendpoint = \"os\"", "name = \"dead\"").says("no endpoint leads into dead");
    refused("endpoint = \"relapse\"\nto", "endpoint = \"pfs\"\nto").says("there is no endpoint pfs");
    refused("kind = \"states\"\n", "").says("an analysis names no endpoint");
    let from = |state: &str| format!("kind = \"states\"\nlandmark = \"d9\"\nlandmark_state = \"{state}\"\n");
    refused("kind = \"states\"\n", &from("cured"))
        .says("there is no state cured")
        .says("free, relapsed, dead");
    refused("kind = \"states\"\n", &from("dead")).says("nobody leaves the state dead");
    refused("kind = \"states\"\n", "kind = \"states\"\nlandmark_state = \"free\"\n")
        .says("landmark_state needs a landmark");
    refused("kind = \"states\"\n", "kind = \"states\"\nlandmark = \"d20\"\n")
        .says("'d15' lies before the landmark");
    refused("landmark = \"d15\"\n", "landmark = \"d15\"\nlandmark_state = \"free\"\n")
        .says("landmark_state is for kind");
    refused("kind = \"states\"\n", "kind = \"states\"\nendpoint = \"os\"\n")
        .says("has no endpoint of its own");
    refused("kind = \"states\"", "kind = \"stages\"").says("unknown variant");
    let here = Workspace::small();
    here.replace("study.toml", "endpoint = \"best_response\"", "kind = \"states\"");
    here.engraft(&["check"]).expect(2).says("the states need the endpoint anc_recovery");
}
