//! Groups at a landmark: what is known by that day, and nothing that came after it.

use super::Hand;
use crate::cohort::Cohort;

/// Responses, and when each is known: subject, platelets from day 20 on.
const COURSES: [(&str, &[(i32, f64)]); 5] = [
    ("A-before", &[(40, 150.0), (60, 150.0)]),
    ("B-across", &[(95, 150.0), (110, 150.0)]),
    ("C-lost", &[(40, 150.0), (60, 150.0), (90, 12.0), (95, 12.0)]),
    ("D-losing", &[(40, 150.0), (60, 150.0), (90, 12.0), (120, 12.0)]),
    ("E-never", &[(40, 12.0), (60, 12.0)]),
];

fn grouped(by: &str, day: i32) -> Vec<String> {
    let mut hand = Hand::default();
    for (id, counts) in COURSES {
        hand = hand.subject(id, "ITP", "AUTO", super::ALIVE).engrafted(id, 12);
        hand = hand.labs(id, "PLT", "10^9/L", &[(-20, 10.0)]).labs(id, "PLT", "10^9/L", counts);
    }
    let study = format!(
        "[strata]\ngroup = {{ endpoint = '{by}', known_at = {day} }}\n\
         [[endpoint]]\nname = 'os'\n[[endpoint]]\nname = '{by}'\n"
    );
    levels(&hand.derive(&study).unwrap())
}

fn levels(cohort: &Cohort) -> Vec<String> {
    let group = cohort.subjects.column("group").unwrap();
    (0..cohort.subjects.rows).map(|row| group.label(row).unwrap_or_else(|| "-".to_owned())).collect()
}

#[test]
fn a_response_that_is_confirmed_after_the_landmark_was_not_known_at_it() {
    assert_eq!(grouped("response", 100), ["yes", "no", "yes", "yes", "no"]);
    assert_eq!(grouped("response", 110), ["yes", "yes", "yes", "yes", "no"]);
    assert_eq!(grouped("response", 59), ["no"; 5]);
}

#[test]
fn a_relapse_counts_once_it_is_confirmed_and_days_count_from_transplant() {
    // B has not responded by day 100 as far as is known, E never did.
    assert_eq!(grouped("relapse", 100), ["no", "-", "yes", "no", "-"]);
    assert_eq!(grouped("relapse", 119), ["no", "no", "yes", "no", "-"]);
    assert_eq!(grouped("relapse", 120), ["no", "no", "yes", "yes", "-"]);
}

#[test]
fn a_recovery_is_known_with_the_last_count_that_it_takes() {
    assert_eq!(grouped("anc_recovery", 13), ["no"; 5]);
    assert_eq!(grouped("anc_recovery", 14), ["yes"; 5]);
}

#[test]
fn that_there_was_no_response_is_known_when_a_second_value_says_so() {
    let hand = Hand::default()
        .subject("A", "ITP", "AUTO", super::ALIVE)
        .subject("B", "ITP", "AUTO", super::ALIVE)
        .engrafted("A", 12)
        .engrafted("B", 12)
        .labs("A", "PLT", "10^9/L", &[(-20, 10.0), (100, 12.0), (170, 12.0)])
        .labs("B", "PLT", "10^9/L", &[(-20, 10.0), (100, 12.0), (200, 12.0)]);
    let at = |day: i32| {
        let study = format!(
            "[strata]\ngroup = {{ endpoint = 'efs', known_at = {day} }}\n\
             [[endpoint]]\nname = 'os'\n[[endpoint]]\nname = 'efs'\n"
        );
        levels(&hand.derive(&study).unwrap())
    };
    assert_eq!(at(180), ["yes", "no"]);
    assert_eq!(at(200), ["yes", "yes"]);
}

#[test]
fn a_value_that_waits_on_the_day_leaves_open_whether_there_was_a_response() {
    let mut hand = Hand::default();
    let courses: [(&str, &[(i32, f64)]); 5] = [
        ("A-waits", &[(40, 12.0), (60, 12.0), (170, 150.0), (200, 12.0)]),
        ("B-waited", &[(40, 12.0), (60, 12.0), (120, 150.0), (150, 12.0)]),
        ("C-never", &[(40, 12.0), (60, 12.0), (200, 150.0)]),
        ("D-begins", &[(40, 12.0), (60, 12.0), (170, 150.0), (200, 150.0)]),
        ("E-rescued", &[(40, 12.0), (60, 12.0), (170, 150.0)]),
    ];
    for (id, counts) in courses {
        hand = hand.subject(id, "ITP", "AUTO", super::ALIVE).engrafted(id, 12);
        hand = hand.labs(id, "PLT", "10^9/L", &[(-20, 10.0)]).labs(id, "PLT", "10^9/L", counts);
    }
    let hand = hand.treatment("E-rescued", "RITUX", 190, 190);
    let at = |day: i32| {
        let study = format!(
            "[strata]\ngroup = {{ endpoint = 'efs', known_at = {day} }}\n\
             [[endpoint]]\nname = 'os'\n[[endpoint]]\nname = 'efs'\n"
        );
        levels(&hand.derive(&study).unwrap())
    };
    // C is not evaluable: what waits since day 200 came after the day on which a response was due.
    assert_eq!(at(180), ["no", "yes", "yes", "no", "no"]);
    assert_eq!(at(190), ["no", "yes", "yes", "no", "yes"]);
    assert_eq!(at(200), ["yes", "yes", "yes", "no", "yes"]);
}

#[test]
fn states_change_when_that_is_confirmed_or_on_the_first_day() {
    let mut hand = Hand::default();
    for (id, counts) in &COURSES[..4] {
        hand = hand.subject(id, "ITP", "AUTO", super::ALIVE).engrafted(id, 12);
        hand = hand.labs(id, "PLT", "10^9/L", &[(-20, 10.0)]).labs(id, "PLT", "10^9/L", counts);
    }
    let stays = |response: &str| -> Vec<String> {
        let endpoints = ["os", "anc_recovery", "response", "relapse"];
        let endpoints = endpoints.map(|name| format!("[[endpoint]]\nname = '{name}'\n")).concat();
        let study = format!("[response]\n{response}\n{endpoints}[[analysis]]\nkind = 'states'\n");
        let rows = hand.derive(&study).unwrap().states.unwrap().rows;
        let cell = |name: &str, row: usize| rows.column(name).unwrap().label(row).unwrap_or_default();
        let of_subject = |row: &usize| cell("subject_id", *row).starts_with("D-");
        (0..rows.rows)
            .filter(of_subject)
            .map(|row| format!("{} {}", cell("time", row), cell("to", row)))
            .collect()
    };
    assert_eq!(stays(""), ["14 engrafted", "60 in remission", "120 relapsed", "1000 "]);
    assert_eq!(
        stays("changes_on = 'first_day'"),
        ["12 engrafted", "40 in remission", "90 relapsed", "1000 "]
    );
}

#[test]
fn a_visit_is_known_with_its_last_value() {
    let markers =
        [("BILI", "umol/L", 10.0), ("LDH", "U/L", 200.0), ("HAPTO", "g/L", 0.8), ("RETIC", "10^9/L", 60.0)];
    let mut hand = Hand::default().subject("A", "AIHA_W", "AUTO", super::ALIVE).engrafted("A", 12);
    hand = hand.labs("A", "HGB", "g/L", &[(-20, 70.0), (40, 130.0), (60, 130.0)]);
    // Bilirubin of the second visit comes five days later: a complete response from day 40, known on day 65.
    for (test, unit, value) in markers {
        let second = if test == "BILI" { 65 } else { 60 };
        let (lln, uln) = if test == "HAPTO" { ("0.3", "") } else { ("", "250") };
        hand.labs.extend([40, second].map(|day| format!("A,{day},{test},{value},{unit},{lln},{uln}")));
    }
    let at = |by: &str, day: i32| {
        let study = format!(
            "[strata]\ngroup = {{ endpoint = '{by}', known_at = {day} }}\n\
             [[endpoint]]\nname = 'os'\n[[endpoint]]\nname = '{by}'\n"
        );
        levels(&hand.derive(&study).unwrap())
    };
    assert_eq!(
        (at("complete_response", 64), at("complete_response", 65)),
        (vec!["no".to_owned()], vec!["yes".to_owned()])
    );
}
