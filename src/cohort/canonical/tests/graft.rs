//! Recovery of the counts, failure and loss of the graft.

use super::{ALIVE, Hand};
use crate::study::engraftment::RECOVERY_RULES;

#[test]
fn recoveries_compete_with_death_and_count_those_who_never_fell_apart() {
    let hand = Hand::default()
        .subject("A", "ITP", "AUTO", ALIVE)
        .subject("B", "ITP", "AUTO", "20,DEAD,20,INFECTION")
        .subject("C", "ITP", "AUTO", ALIVE)
        .subject("D", "ITP", "AUTO", ALIVE)
        .engrafted("A", 14)
        .labs("B", "ANC", "/uL", &[(0, 900.0), (6, 0.0), (19, 100.0)])
        .labs("C", "ANC", "10^9/L", &[(0, 2.0), (10, 1.0), (20, 1.0)]);
    let anc = hand.endpoint("anc_recovery");
    assert_eq!(anc.shown(), ["A: 14 recovery", "B: 20 death"]);
    assert_eq!((anc.never_below, anc.not_evaluable), (1, 1));
    let hand = Hand::default()
        .subject("A", "ITP", "AUTO", ALIVE)
        .subject("B", "ITP", "AUTO", ALIVE)
        .labs("A", "PLT", "10^9/L", &[(0, 50.0), (8, 9.0), (15, 25.0), (20, 30.0), (25, 60.0), (30, 70.0)])
        .labs("B", "PLT", "10^9/L", &[(0, 50.0), (8, 9.0), (15, 25.0), (20, 30.0), (25, 60.0), (30, 70.0)])
        .treatment("A", "PLT_TX", 9, 9);
    assert_eq!(hand.endpoint("plt_recovery").shown(), ["A: 20 recovery", "B: 15 recovery"]);
}

#[test]
fn primary_and_secondary_graft_failure() {
    let low: &[(i32, f64)] = &[(0, 0.4), (10, 0.0), (29, 0.2), (45, 0.1)];
    let mut hand = Hand::default()
        .subject("A", "AA", "ALLO", ALIVE)
        .subject("B", "AA", "ALLO", ALIVE)
        .subject("C", "AA", "ALLO", "25,DEAD,25,INFECTION")
        .subject("D", "AA", "ALLO", ALIVE)
        .subject("E", "AA", "ALLO", "30,DEAD,30,INFECTION")
        .engrafted("A", 17)
        .labs("B", "ANC", "10^9/L", low)
        .labs("C", "ANC", "10^9/L", &low[..2])
        .labs("D", "ANC", "10^9/L", low)
        .labs("E", "ANC", "10^9/L", &low[..3])
        .event("A", 5, "GRAFT_FAILURE,,")
        .event("A", 90, "GRAFT_FAILURE,,");
    hand.transplants[3] = "D,1,0,ALLO,UCB,UCB,-7".to_owned();
    let primary = hand.endpoint("primary_graft_failure").shown();
    let expected = [
        "A: 30 censored",
        "B: 30 graft_failure",
        "C: 25 death",
        "D: 42 graft_failure",
        "E: 30 graft_failure",
    ];
    assert_eq!(primary, expected);
    let secondary = hand.endpoint("secondary_graft_failure");
    assert_eq!(secondary.shown(), ["A: 73 graft_failure"]);
    assert_eq!(secondary.not_applicable, 4);
}

#[test]
fn a_study_may_have_a_graft_lost_by_counts() {
    let low: &[(i32, f64)] = &[(60, 0.4), (61, 0.3), (70, 0.1), (80, 0.1)];
    let mut hand = Hand::default();
    for id in ["A", "B", "C", "D", "E"] {
        hand = hand.subject(id, "AA", "ALLO", ALIVE).engrafted(id, 17);
    }
    let hand = hand
        .labs("A", "ANC", "10^9/L", low)
        .labs("B", "ANC", "10^9/L", low)
        .labs("C", "ANC", "10^9/L", low)
        .labs("D", "ANC", "10^9/L", &low[..2])
        .labs("E", "ANC", "10^9/L", low)
        .treatment("B", "GCSF", 50, 62)
        .event("C", 50, "GRAFT_FAILURE,,")
        .second("E", 65);
    // By default what is reported counts, and counts do not.
    let reported = hand.endpoint("secondary_graft_failure").shown();
    let expected =
        ["A: 983 censored", "B: 983 censored", "C: 33 graft_failure", "D: 983 censored", "E: 48 censored"];
    assert_eq!(reported, expected);
    let directory = tempfile::tempdir().unwrap();
    let own = directory.path().join("own.toml");
    let loss = "[loss]\nbelow = 0.5\nsuccessive = 3\ngrowth_factor_free = 7\n";
    std::fs::write(&own, format!("{RECOVERY_RULES}\n{loss}")).unwrap();
    let asked = |endpoint: &str| {
        let study =
            format!("[engraftment]\nrules = '{}'\n[[endpoint]]\nname = '{endpoint}'\n", own.display());
        hand.derive(&study).unwrap().endpoint(endpoint).shown()
    };
    // B has two counts that growth factor does not hide; E was transplanted again before the third.
    let expected = [
        "A: 43 graft_failure",
        "B: 983 censored",
        "C: 33 graft_failure",
        "D: 983 censored",
        "E: 48 censored",
    ];
    assert_eq!(asked("secondary_graft_failure"), expected);
    let expected = ["A: 60 event", "B: 1000 censored", "C: 50 event", "D: 1000 censored", "E: 65 censored"];
    assert_eq!(asked("grfs"), expected);
}
