//! Endpoints of remission, and the explanation of a subject.

use super::{ALIVE, Hand};
use crate::cohort::Cohort;
use crate::cohort::explain::{Explained, Explanation};
use crate::cohort::fixture::explained;

const ALL: &str = "[[endpoint]]\nname = 'response'\n[[endpoint]]\nname = 'complete_response'\n\
    [[endpoint]]\nname = 'relapse'\n[[endpoint]]\nname = 'loss_of_response'\n[[endpoint]]\nname = 'duration_of_response'\n\
    [[endpoint]]\nname = 'loss_of_complete_response'\n[[endpoint]]\nname = 'sustained_response'\n\
    [[endpoint]]\nname = 'best_response'\n[[endpoint]]\nname = 'landmark_status'\n";

/// Seven patients with ITP: complete and kept; lost; rescued; dead; never measured again; not evaluable; cut early.
fn hand() -> Hand {
    let plt = |hand: Hand, id: &str, values: &[(i32, f64)]| hand.labs(id, "PLT", "10^9/L", values);
    let mut hand = Hand::default();
    for id in ["A", "B", "C", "E", "F"] {
        hand = hand.subject(id, "ITP", "AUTO", ALIVE).engrafted(id, 14);
    }
    hand = hand.subject("D", "ITP", "AUTO", "150,DEAD,150,OTHER").engrafted("D", 14);
    hand = hand.subject("G", "ITP", "AUTO", "95,ALIVE,,").engrafted("G", 14);
    if let Some(row) = hand.followup.last_mut() {
        *row = "G,95,ALIVE,,,,95".to_owned();
    }
    hand = plt(hand, "A", &[(-8, 10.0), (40, 150.0), (60, 150.0), (100, 150.0), (230, 160.0), (360, 150.0)]);
    hand = plt(
        hand,
        "B",
        &[(-8, 10.0), (40, 150.0), (60, 150.0), (110, 60.0), (111, 60.0), (200, 12.0), (207, 9.0)],
    );
    hand =
        plt(hand, "C", &[(-8, 10.0), (40, 50.0), (60, 50.0), (100, 50.0)]).treatment("C", "RITUX", 120, 141);
    hand = plt(hand, "D", &[(-8, 10.0), (40, 50.0), (60, 50.0), (100, 50.0)]);
    hand = plt(hand, "E", &[(-8, 10.0), (40, 12.0), (60, 12.0)]);
    plt(hand, "G", &[(-8, 10.0), (40, 50.0), (60, 50.0), (90, 50.0)])
}

fn outcomes(cohort: &Cohort, name: &str) -> Vec<String> {
    let rows = &cohort.endpoint(name).rows;
    let text = |column: &str, row: usize| rows.column(column).unwrap().label(row);
    (0..rows.rows)
        .map(|row| {
            format!("{} {}", text("subject_id", row).unwrap(), text("outcome", row).unwrap_or("-".into()))
        })
        .collect()
}

#[test]
fn loss_duration_and_sustained_response() {
    let cohort = hand().derive(ALL).unwrap();
    assert_eq!(
        cohort.endpoint("loss_of_response").shown(),
        ["A: 960 censored", "B: 160 loss", "C: 80 loss", "D: 110 death", "G: 55 censored"]
    );
    // Rescue is no relapse in ITP, and ends the response.
    assert_eq!(
        cohort.endpoint("relapse").shown(),
        ["A: 960 censored", "B: 160 relapse", "C: 960 censored", "D: 110 death", "G: 55 censored"]
    );
    assert_eq!(
        cohort.endpoint("duration_of_response").shown(),
        ["A: 960 censored", "B: 160 end", "C: 80 end", "D: 110 end", "G: 55 censored"]
    );
    assert_eq!(cohort.endpoint("loss_of_complete_response").shown(), ["A: 960 censored", "B: 70 loss"]);
    assert_eq!(cohort.endpoint("loss_of_complete_response").not_applicable, 4);
    assert_eq!(
        cohort.endpoint("sustained_response").shown(),
        [
            "A: 230 sustained",
            "B: 1000 censored",
            "C: 120 rescue",
            "D: 150 death",
            "E: 1000 censored",
            "F: 1000 censored",
            "G: 95 censored"
        ]
    );
    assert_eq!(cohort.endpoint("sustained_response").source(0), "labs.day");
    assert_eq!(cohort.endpoint("loss_of_response").not_evaluable, 1);
    let used = &cohort.rules[0];
    assert_eq!((used.rule.as_str(), used.subjects, used.not_evaluable), ("itp-iwg2009", 7, 1));
}

#[test]
fn the_status_is_taken_at_each_landmark() {
    let study = format!("[response]\nlandmarks = [100, 180, 365]\n{ALL}");
    let cohort = hand().derive(&study).unwrap();
    assert_eq!(outcomes(&cohort, "best_response"), ["A CR", "B CR", "C R", "D R", "E NR", "F -", "G R"]);
    // G was cut before day 100 and is left out; E was not measured near it.
    assert_eq!(outcomes(&cohort, "landmark_status_d100"), ["A CR", "B R", "C R", "D R", "E -", "F -"]);
    let at = cohort.endpoint("landmark_status_d100");
    assert_eq!((at.not_applicable, at.not_evaluable), (1, 2));
    // C was rescued and D had died: no response, whatever was measured.
    assert_eq!(outcomes(&cohort, "landmark_status_d180"), ["A -", "B NR", "C NR", "D NR", "E -", "F -"]);
    assert_eq!(outcomes(&cohort, "landmark_status_d365"), ["A CR", "B -", "C NR", "D NR", "E -", "F -"]);
}

#[test]
fn a_study_may_name_its_own_windows() {
    let hand = hand().treatment("A", "IVIG", 35, 35);
    let day = |study: &str| hand.derive(study).unwrap().endpoint("response").shown()[0].clone();
    assert_eq!(day(ALL), "A: 100 response");
    assert_eq!(day(&format!("[response]\nivig_window = 4\n{ALL}")), "A: 40 response");
}

#[test]
fn the_order_of_delivered_rows_does_not_matter() {
    let cohort = hand().derive(ALL).unwrap();
    let mut other = hand();
    other.labs.reverse();
    other.treatments.reverse();
    other.patients.reverse();
    let reversed = other.derive(ALL).unwrap();
    for (one, two) in cohort.endpoints.iter().zip(&reversed.endpoints) {
        assert_eq!(format!("{:?}", one.rows), format!("{:?}", two.rows), "{}", one.endpoint.name);
    }
}

fn explanation(hand: &Hand, study: &str, id: &str) -> Explanation {
    match explained(&hand.tables(), study, id).unwrap() {
        Explained::Known(explanation) => *explanation,
        Explained::Unknown { near } => panic!("{id} is not known, {near} near"),
    }
}

#[test]
fn a_subject_is_explained_by_what_the_analysis_found() {
    let hand = hand().treatment("B", "PLT_TX", 25, 25).labs("B", "PLT", "10^3/uL", &[(30, 90.0)]);
    let cohort = hand.derive(ALL).unwrap();
    for id in ["A", "B", "C", "D", "E", "G"] {
        let told = explanation(&hand, ALL, id);
        assert_eq!(told.endpoints.len(), cohort.endpoints.len());
        for (line, data) in told.endpoints.iter().zip(&cohort.endpoints) {
            let shown = match (line.exit, data.rows.column("outcome")) {
                (Some(exit), _) => format!("{id}: {exit} {}", line.outcome),
                (None, _) => format!("{id} {}", line.outcome),
            };
            let own = match data.rows.column("outcome") {
                Some(_) => outcomes(&cohort, &data.endpoint.name),
                None => data.shown(),
            };
            let own = own.into_iter().find(|row| row.starts_with(id));
            let own = own.unwrap_or_else(|| format!("{id} not applicable")).replace(" -", " not evaluable");
            assert_eq!(shown.replace(": unconfirmed", ""), own, "{}", data.endpoint.name);
        }
    }
    let told = explanation(&hand, ALL, "B");
    let at = |day: i32| told.values.iter().find(|value| value.test == "PLT" && value.day == day).unwrap();
    assert_eq!((at(30).unit.as_str(), at(30).used.as_str()), ("10^3/uL", "no: itp.mask-platelets"));
    assert_eq!((at(-8).used.as_str(), at(40).used.as_str()), ("baseline", "yes"));
    assert_eq!((told.rules[0].name.as_str(), told.rules[0].version.as_str()), ("itp-iwg2009", "1.3.0"));
    let loss = told.decisions.iter().find(|decision| decision.what == "loss of response").unwrap();
    assert_eq!(
        (loss.day, loss.confirmed, loss.clause.as_deref()),
        (Some(200), Some(207), Some("itp.loss-r"))
    );
    assert!(
        loss.because.iter().any(|line| line.contains("PLT >= 30 x 10^9/L: no (12)")),
        "{:?}",
        loss.because
    );
}

#[test]
fn why_a_day_is_no_better_and_which_values_come_too_late_is_explained() {
    let mut hand = Hand::default().subject("A", "AIHA_W", "AUTO", ALIVE).engrafted("A", 12);
    if let Some(row) = hand.followup.last_mut() {
        *row = "A,1000,ALIVE,,,274,1000".to_owned();
    }
    hand = hand.labs("A", "HGB", "g/L", &[(-20, 70.0), (259, 130.0), (266, 130.0), (273, 130.0)]);
    for (test, unit, value) in
        [("BILI", "umol/L", 10.0), ("LDH", "U/L", 200.0), ("HAPTO", "g/L", 0.8), ("RETIC", "10^9/L", 60.0)]
    {
        let (lln, uln) = if test == "HAPTO" { ("0.3", "") } else { ("", "250") };
        hand.labs.extend([259, 266, 270].map(|day| format!("A,{day},{test},{value},{unit},{lln},{uln}")));
    }
    hand.labs.extend(["A,267,BILI,300,umol/L,,250", "A,275,RETIC,299,10^9/L,,250"].map(str::to_owned));
    let told = explanation(&hand, ALL, "A");
    let used = |test: &str, day: i32| {
        told.values.iter().find(|value| value.test == test && value.day == day).unwrap().used.clone()
    };
    assert_eq!([used("RETIC", 270), used("RETIC", 275)], ["yes", "after follow-up"]);
    let day = |day: i32| told.days.iter().find(|line| line.day == day).unwrap();
    // Day 266 has its own bilirubin; day 273 would be no better by the reticulocytes of day 275.
    assert_eq!([266, 273].map(|of| day(of).status), [Some("CR"); 2]);
    hand.labs.retain(|row| !row.starts_with("A,266,BILI") && !row.starts_with("A,259,BILI"));
    let told = explanation(&hand, ALL, "A");
    let day = told.days.iter().find(|line| line.day == 266).unwrap();
    assert_eq!((day.status, day.clause.as_str()), (Some("R"), "aiha.r"));
    let own = "(HGB at or above its lower limit or HGB >= baseline + 20 g/L): yes (130, limit 120, baseline 70 on day -20)";
    let better = "aiha.cr: BILI at or below its upper limit: no (300 on day 267, limit 250)";
    assert_eq!(day.because, [own, better]);
}

#[test]
fn who_is_not_there_is_not_explained_and_nobody_else_is_named() {
    let hand =
        Hand::default().subject("SYN-0001", "ITP", "AUTO", ALIVE).subject("SYN-0002", "AA", "ALLO", ALIVE);
    let near = |id: &str| match explained(&hand.tables(), ALL, id).unwrap() {
        Explained::Unknown { near } => near,
        Explained::Known(_) => panic!("{id} is known"),
    };
    assert_eq!([near("syn0001x"), near("SYN-0003"), near("other")], [2, 2, 0]);
    let step = format!("[population]\n'ITP' = \"disorder == 'ITP'\"\n{ALL}");
    assert_eq!(explanation(&hand, &step, "SYN-0002").excluded_by.as_deref(), Some("ITP"));
    assert_eq!(explanation(&hand, &step, "SYN-0001").excluded_by, None);
}
