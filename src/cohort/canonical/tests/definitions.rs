//! Endpoints as a study defines and changes them, and what is refused.

use super::{ALIVE, Hand};
use crate::cohort::CohortError;

#[test]
fn an_endpoint_of_the_studys_own() {
    let hand = Hand::default()
        .subject("A", "ITP", "AUTO", ALIVE)
        .subject("B", "ITP", "AUTO", ALIVE)
        .subject("C", "ITP", "AUTO", ALIVE)
        .event("A", 20, "CMV,3,")
        .event("B", 200, "CMV,3,")
        .event("C", 60, "CMV,1,")
        .second("C", 50)
        .treatment("A", "IVIG", 33, 34);
    let study = "[[endpoint]]\nname = 'cmv'\nevent = { table = 'events', where = \"type == 'CMV' and grade in ('3', '4')\" }\n\
        competing = ['death', 'second_hsct']\nwindow = 180\n\
        [[endpoint]]\nname = 'ivig'\nevent = { table = 'treatments', where = \"class == 'IVIG'\" }\n";
    let cohort = hand.derive(study).unwrap();
    assert_eq!(cohort.endpoint("cmv").shown(), ["A: 20 cmv", "B: 180 censored", "C: 50 second_hsct"]);
    assert_eq!(cohort.endpoint("ivig").shown()[0], "A: 33 ivig");
    assert_eq!(cohort.endpoint("ivig").source(0), "treatments.start_day");
}

#[test]
fn an_event_of_which_no_row_can_tell_is_not_evaluable() {
    let hand = |grade: &str| {
        Hand::default()
            .subject("A", "AA", "ALLO", ALIVE)
            .subject("B", "AA", "ALLO", ALIVE)
            .subject("C", "AA", "AUTO", ALIVE)
            .event("A", 20, &format!("AGVHD,{grade},"))
            .event("B", 30, "INFECTION,,")
            .event("B", 200, "CGVHD,,")
    };
    // No row has a grade, or an organism: what the rows are is not known, and 0 of 2 would be a guess.
    let ungraded = hand("");
    for (name, out) in [("agvhd_2_4", 2), ("grfs", 2), ("infection_bacterial", 3)] {
        let found = ungraded.endpoint(name);
        assert_eq!((found.rows.rows, found.not_evaluable), (0, out), "{name}");
    }
    assert_eq!(ungraded.endpoint("cgvhd").shown(), ["A: 1000 censored", "B: 200 cgvhd"]);
    assert_eq!(hand("2").endpoint("agvhd_2_4").shown(), ["A: 20 agvhd", "B: 100 censored"]);
    // Without such a row it is known that there was none.
    let none = Hand::default().subject("A", "AA", "ALLO", ALIVE).event("A", 30, "INFECTION,,");
    assert_eq!(none.endpoint("agvhd_2_4").shown(), ["A: 100 censored"]);
}

#[test]
fn a_unit_that_is_not_known_is_refused() {
    let hand = Hand::default().subject("A", "ITP", "AUTO", ALIVE).labs("A", "HGB", "furlong", &[(1, 100.0)]);
    let error = hand.derive("[[endpoint]]\nname = 'anc_recovery'\n").unwrap_err();
    assert!(matches!(error, CohortError::UnknownUnit { test, rows: 1, .. } if test == "HGB"));
}

#[test]
fn what_recurs_counts_every_time_until_death() {
    let hand = Hand::default()
        .subject("A", "ITP", "AUTO", "100,DEAD,100,OTHER")
        .subject("B", "ITP", "AUTO", ALIVE)
        .event("A", -3, "INFECTION,,VIRAL")
        .event("A", 100, "INFECTION,,VIRAL")
        .event("A", 10, "INFECTION,3,VIRAL")
        .event("A", 10, "INFECTION,2,BACTERIAL")
        .event("A", 0, "INFECTION,2,BACTERIAL")
        .event("A", 101, "INFECTION,2,BACTERIAL")
        .event("A", 20, "CMV,,");
    let study = "[[endpoint]]\nname = 'infections'\nkind = 'recurrent'\n\
        event = { table = 'events', where = \"type == 'INFECTION'\" }\n";
    let data = hand.derive(study).unwrap().endpoint("infections").clone();
    let expected = [
        "A: 0 infections",
        "A: 10 infections",
        "A: 10 infections",
        "A: 100 infections",
        "A: 100 death",
        "B: 1000 censored",
    ];
    assert_eq!(data.shown(), expected);
    assert_eq!(
        (data.subjects(), data.source(0), data.source(4)),
        (2, "events.day".to_owned(), "followup.death_day".to_owned())
    );
    let cut = hand.derive(&format!("{study}window = 50\n")).unwrap().endpoint("infections").clone();
    assert_eq!(cut.shown()[2..], ["A: 10 infections", "A: 50 censored", "B: 50 censored"]);
}

#[test]
fn a_definition_is_changed_key_by_key() {
    let hand = Hand::default()
        .subject("A", "AA", "ALLO", ALIVE)
        .subject("B", "AA", "ALLO", "300,DEAD,300,GVHD")
        .subject("C", "AA", "AUTO", "90,DEAD,90,INFECTION")
        .event("A", 120, "AGVHD,2,")
        .second("A", 60)
        .labs("C", "ANC", "10^9/L", &[(0, 2.0), (10, 1.0), (20, 2.0)]);
    let one = |study: &str, name: &str| hand.derive(study).unwrap().endpoint(name).clone();
    let longer =
        one("[[endpoint]]\nname = 'agvhd_2_4'\nwindow = 180\nsecond_transplant = 'ignore'\n", "agvhd_2_4");
    assert_eq!(longer.shown(), ["A: 120 agvhd", "B: 180 censored"]);
    assert_eq!(longer.endpoint.causes, ["agvhd", "death", "relapse", "graft_failure"]);
    let censored = one("[[endpoint]]\nname = 'os'\nsecond_transplant = 'censor'\n", "os");
    assert_eq!(censored.shown()[0], "A: 60 censored");
    let recovered = one("[[endpoint]]\nname = 'anc_recovery'\nnever_below = 'recovered'\n", "anc_recovery");
    assert_eq!(recovered.shown(), ["C: 0 recovery"]);
    let own = "[[endpoint]]\nname = 'infectious_death'\napplies_to = 'autologous'\n\
        event = { table = 'followup', where = \"cause_of_death == 'INFECTION'\" }\ncompeting = ['death']\n";
    assert_eq!(one(own, "infectious_death").shown(), ["C: 90 infectious_death"]);
    let from = "[[endpoint]]\nname = 'late_gvhd'\norigin = 'second_hsct'\ncompeting = ['death']\n\
        event = { table = 'events', where = \"type == 'AGVHD'\" }\n";
    let from = one(from, "late_gvhd");
    assert_eq!((from.shown(), from.not_applicable), (vec!["A: 60 late_gvhd".to_owned()], 2));
}

/// What happens on the day from which time counts happens at time 0, as it does on the day of the transplant.
#[test]
fn an_event_on_the_day_of_the_origin_counts() {
    let hand = Hand::default()
        .subject("A", "AA", "ALLO", ALIVE)
        .second("A", 60)
        .event("A", 60, "SOS,,")
        .event("A", 200, "SOS,,")
        .subject("B", "AA", "ALLO", ALIVE)
        .second("B", 60)
        .event("B", 59, "SOS,,")
        .event("B", 80, "SOS,,");
    let study = "[[endpoint]]\nname = 'sos_again'\norigin = 'second_hsct'\ncompeting = ['death']\n\
        event = { table = 'events', where = \"type == 'SOS'\" }\n";
    let found = hand.derive(study).unwrap().endpoint("sos_again").clone();
    assert_eq!(found.shown(), ["A: 0 sos_again", "B: 20 sos_again"]);
}

/// Where only death is looked for, follow-up ends at the last contact, from whatever day time counts. Whether that day
/// came is known as long as complications are.
#[test]
fn survival_from_a_later_day_is_followed_to_the_last_contact() {
    let mut hand = Hand::default().subject("A", "AA", "ALLO", ALIVE).second("A", 30);
    hand.followup = vec!["A,150,DEAD,150,GVHD,92,".to_owned()];
    let study = "[[endpoint]]\nname = 'later'\norigin = 'second_hsct'\nevent = 'death'\ncompeting = []\n\
        second_transplant = 'ignore'\n";
    assert_eq!(hand.derive(study).unwrap().endpoint("later").clone().shown(), ["A: 120 later"]);
}

#[test]
fn per_protocol_are_those_treated_as_planned_and_without_a_deviation() {
    let hand = Hand::default()
        .subject("A-as-planned", "ITP", "AUTO", ALIVE)
        .subject("B-before", "ITP", "AUTO", ALIVE)
        .subject("C-on-day-0", "ITP", "AUTO", ALIVE)
        .subject("D-later", "ITP", "AUTO", ALIVE)
        .subject("E-another-graft", "ITP", "ALLO", ALIVE)
        .subject("F-none-after-all", "ITP", "AUTO", ALIVE)
        .event("B-before", -3, "DEVIATION,,")
        .event("C-on-day-0", 0, "DEVIATION,,")
        .event("C-on-day-0", 90, "DEVIATION,,")
        .event("D-later", 28, "DEVIATION,,")
        .event("F-none-after-all", 0, "DEVIATION,0,");
    let members = |protocol: &str| -> Vec<String> {
        let study = format!("[protocol]\n{protocol}\n[[endpoint]]\nname = 'os'\n");
        let cohort = hand.derive(&study).unwrap();
        let belongs = cohort.members("per_protocol").unwrap().belongs.clone();
        let ids = cohort.subjects.column("subject_id").unwrap();
        (0..6).filter(|row| belongs[*row]).map(|row| ids.label(row).unwrap()[..1].to_owned()).collect()
    };
    assert_eq!(members("deviations_to = 0"), ["A", "D", "E", "F"]);
    assert_eq!(members("received = \"type == 'AUTO'\""), ["A", "B", "C", "D", "F"]);
    assert_eq!(members("received = \"type == 'AUTO'\"\ndeviations_to = 0"), ["A", "D", "F"]);
    assert_eq!(members("deviations_to = 28"), ["A", "E", "F"]);
    // What is not known does not hold.
    assert_eq!(members("received = \"cond_intensity == 'RIC'\"").len(), 0);
}
