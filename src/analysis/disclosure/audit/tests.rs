//! A release that gives nothing away, and every way in which one number more does.

use std::sync::{Arc, LazyLock};

use super::*;
use crate::analysis::ard::{Reason, Row};
use crate::analysis::disclosure::release;
use crate::domain::Group;
use crate::study::{CausesOf, Counted, Nested};

mod besides;
mod defined;

fn group(levels: &[(&str, &str)]) -> Arc<Group> {
    Arc::new(Group::new(
        levels.iter().map(|(name, level)| ((*name).to_owned(), (*level).to_owned())).collect(),
    ))
}

/// A row of an analysis: `id`, `analysis`, statistic and value.
fn row(id: &str, analysis: &str, stat: &str, value: f64) -> Row {
    let by = id.split_once(':').map(|(_, by)| by.split('#').next().unwrap_or_default());
    Row {
        analysis_id: id.into(),
        analysis: analysis.into(),
        population: Some("treated".into()),
        comparison: by.map(Arc::from),
        endpoint: None,
        group: Arc::default(),
        cause: None,
        term: None,
        time: None,
        time_unit: None,
        stat: stat.into(),
        value: Some(value),
        reason: None,
        method: "Kaplan-Meier; interval log-log; level 0.95".into(),
    }
}

/// Number, events by day 100 and a year and in all, at risk at day 100 and a year, of a group.
type Line = (f64, [f64; 3], [f64; 2]);

fn survival(id: &str, of: &Arc<Group>, (n, events, at_risk): Line) -> Vec<Row> {
    let put = |id: &str, stat: &str, time: Option<f64>, value: f64| Row {
        group: Arc::clone(of),
        time,
        ..row(id, "km", stat, value)
    };
    let mut rows = vec![put(id, "n", None, n), put(id, "events", None, events[2])];
    for (place, time) in [100.0, 365.0].into_iter().enumerate() {
        let survival = 1.0 - events[place] / n;
        rows.push(put(id, "n_risk", Some(time), at_risk[place]));
        rows.push(put(id, "n_event", Some(time), events[place]));
        rows.push(put(id, "n_censor", Some(time), n - events[place] - at_risk[place]));
        rows.push(put(id, "estimate", Some(time), survival));
        rows.push(put(id, "conf_low", Some(time), survival * survival));
        rows.push(put(id, "conf_high", Some(time), libm::sqrt(survival)));
    }
    rows
}

const ARMS: [(&str, Line); 3] = [
    ("A", (90.0, [30.0, 45.0, 60.0], [60.0, 33.0])),
    ("B", (60.0, [4.0, 20.0, 20.0], [56.0, 40.0])),
    ("C", (50.0, [12.0, 25.0, 37.0], [38.0, 25.0])),
];

/// Two hundred patients in three arms; four in arm B died by day 100.
fn study() -> Vec<Row> {
    let mut rows = Vec::new();
    for (step, n, excluded) in
        [("Delivered", 263.0, 0.0), ("Age known", 203.0, 60.0), ("Followed", 200.0, 3.0)]
    {
        let put = |stat: &str, value| Row { term: Some(step.into()), ..row("flow", "flow", stat, value) };
        rows.extend([put("n", n), put("n_excluded", excluded)]);
    }
    rows.extend(survival("os", &Arc::default(), (200.0, [46.0, 90.0, 117.0], [154.0, 98.0])));
    for (arm, line) in ARMS {
        rows.extend(survival("os:arm", &group(&[("arm", arm)]), line));
    }
    for (arm, sex, n) in [
        ("A", "F", 50.0),
        ("A", "M", 40.0),
        ("B", "F", 54.0),
        ("B", "M", 6.0),
        ("C", "F", 26.0),
        ("C", "M", 24.0),
    ] {
        let of = group(&[("arm", arm), ("sex", sex)]);
        rows.push(Row { group: of, ..row("os:arm,sex", "km", "n", n) });
    }
    for (sex, n) in [("F", 130.0), ("M", 70.0)] {
        rows.push(Row { group: group(&[("sex", sex)]), ..row("os:sex", "km", "n", n) });
    }
    for (population, n, x) in [("treated", 200.0, 60.0), ("evaluable", 195.0, 60.0)] {
        let method: Arc<str> = "Wilson interval; level 0.95".into();
        let put = |stat: &str, value: f64| Row {
            population: Some(population.into()),
            cause: Some("CR".into()),
            method: Arc::clone(&method),
            ..row("response", "proportion", stat, value)
        };
        rows.extend([put("n", n), put("x", x), put("estimate", x / n)]);
    }
    for (id, n) in [("engraftment", 193.0), ("relapse", 150.0)] {
        rows.push(row(id, "km", "n", n));
    }
    rows
}

fn released(rows: &[Row], earlier: &[Vec<Row>]) -> Vec<Row> {
    static FIRST: LazyLock<Vec<Row>> =
        LazyLock::new(|| release(&study(), &Policy::default(), Known::default()).unwrap().rows);
    if earlier.is_empty() && *rows == study() {
        return FIRST.clone();
    }
    release(rows, &Policy::default(), Known { earlier, ..Known::default() }).unwrap().rows
}

/// What the auditor says of the release with some rows told as they are, and some put in besides.
fn with(told: impl Fn(&Row) -> bool, besides: Vec<Row>, earlier: &[Vec<Row>]) -> Vec<Finding> {
    let rows = study();
    let mut published = released(&rows, &[]);
    let mut any = !besides.is_empty() || !earlier.is_empty();
    for hidden in published.iter_mut().filter(|row| row.value.is_none()) {
        if let Some(row) = rows
            .iter()
            .find(|row| told(row) && Row { value: None, reason: hidden.reason, ..(*row).clone() } == *hidden)
        {
            let share = matches!(&*row.stat, "estimate" | "conf_low" | "conf_high" | "proportion");
            hidden.value =
                row.value.map(|value| if share { libm::round(value * 1000.0) / 1000.0 } else { value });
            hidden.reason = None;
            any = true;
        }
    }
    published.extend(besides);
    assert!(any, "nothing was planted");
    audit(&published, &Policy::default(), Known { earlier, ..Known::default() }).findings()
}

fn at(row: &Row, arm: &str, stat: &str, time: f64) -> bool {
    &*row.analysis_id == "os:arm"
        && row.group.level("arm") == Some(arm)
        && &*row.stat == stat
        && row.time == Some(time)
}

fn names(findings: &[Finding], text: &str) -> bool {
    findings.iter().any(|finding| finding.cell.contains(text))
}

#[test]
fn the_release_gives_nothing_away() {
    let rows = study();
    let published = released(&rows, &[]);
    assert_eq!(audit(&published, &Policy::default(), Known::default()).findings(), []);
    // No count of 1 to 10 is told; the four deaths and the six men are hidden, and arm A is not.
    for row in &published {
        let count = matches!(&*row.stat, "n" | "x" | "events") || row.stat.starts_with("n_");
        assert!(!count || row.value.is_none_or(|value| value == 0.0 || value > 10.0), "{row:?}");
    }
    let find = |arm: &str, time: f64| published.iter().find(|row| at(row, arm, "n_event", time)).unwrap();
    assert_eq!((find("B", 100.0).value, find("B", 100.0).reason), (None, Some(Reason::Suppressed)));
    assert_eq!(find("A", 365.0).value, Some(45.0));
    // Another arm protects it.
    assert!([find("A", 100.0).value, find("C", 100.0).value].contains(&None));
    // Of everybody nothing is hidden for the sake of one arm.
    let overall = |row: &&Row| &*row.analysis_id == "os" && &*row.stat == "n_event";
    assert!(published.iter().filter(overall).all(|row| row.value.is_some()));
    assert!(published.iter().all(|row| &*row.stat != "n_censor" || row.value.is_none()));
}

#[test]
fn a_margin() {
    // 46 deaths by day 100 less those of A and C are those of B.
    let others = |row: &Row| at(row, "C", "n_event", 100.0) || at(row, "A", "n_event", 100.0);
    let findings = with(others, Vec::new(), &[]);
    assert!(names(&findings, "os, B: events at 100"), "{findings:?}");
    assert!(findings.iter().all(|finding| !finding.cell.contains('4')), "a value is told: {findings:?}");
}

#[test]
fn a_percentage() {
    let findings = with(|row| at(row, "B", "estimate", 100.0), Vec::new(), &[]);
    assert!(names(&findings, "os, B: events at 100"), "{findings:?}");
}

#[test]
fn limits_of_an_interval() {
    let limits = |row: &Row| at(row, "B", "conf_low", 100.0) || at(row, "B", "conf_high", 100.0);
    let findings = with(limits, Vec::new(), &[]);
    assert!(names(&findings, "os, B: events at 100"), "{findings:?}");
}

#[test]
fn a_step_of_a_curve() {
    // Three more deaths between the times that are told.
    let step = Row { time: Some(120.0), ..row("os#curve", "km", "estimate", 0.755) };
    let findings = with(|_| false, vec![step], &[]);
    assert!(names(&findings, "os, Overall: events at 120"), "{findings:?}");
    // Fourteen more, and thirty until the next: that may be told.
    let step = Row { time: Some(120.0), ..row("os#curve", "km", "estimate", 0.7) };
    assert_eq!(with(|_| false, vec![step], &[]), []);
}

#[test]
fn a_difference_of_numbers_at_risk() {
    let later =
        Row { group: group(&[("arm", "A")]), time: Some(110.0), ..row("os:arm#risk", "km", "n_risk", 57.0) };
    let findings = with(|row| at(row, "A", "n_risk", 100.0), vec![later], &[]);
    assert!(names(&findings, "os, A: left between two times"), "{findings:?}");
    // Fourteen have left since day 100.
    let later =
        Row { group: group(&[("arm", "A")]), time: Some(110.0), ..row("os:arm#risk", "km", "n_risk", 46.0) };
    let findings = with(|row| at(row, "A", "n_risk", 100.0), vec![later], &[]);
    assert!(!names(&findings, "os, A: left between two times"), "{findings:?}");
}

#[test]
fn those_censored_between_events_and_at_risk() {
    // 45 of 90 died by a year and 33 are at risk: twelve may be told. 41 at risk would tell four.
    let plant =
        Row { group: group(&[("arm", "A")]), time: Some(365.0), ..row("os:arm#risk", "km", "n_risk", 41.0) };
    let mut published: Vec<Row> = released(&study(), &[]);
    published.retain(|row| !at(row, "A", "n_risk", 365.0));
    published.push(plant);
    assert!(names(
        &audit(&published, &Policy::default(), Known::default()).findings(),
        "os, A: left without an event"
    ));
}

#[test]
fn an_earlier_release() {
    // The same patients, and arm C was told then.
    let before: Vec<Row> = study()
        .into_iter()
        .filter(|row| {
            at(row, "C", "n_event", 100.0)
                || at(row, "A", "n_event", 100.0)
                || (&*row.analysis_id == "os" && &*row.stat == "n_event")
        })
        .collect();
    let findings = with(|_| false, Vec::new(), &[before]);
    assert!(names(&findings, "os, B: events at 100"), "{findings:?}");
    // Two deaths fewer then.
    let mut before: Vec<Row> =
        study().into_iter().filter(|row| &*row.analysis_id == "os" && &*row.stat == "n_event").collect();
    before[0].value = Some(44.0);
    let findings = with(|_| false, Vec::new(), &[before]);
    assert!(
        names(&findings, "os, Overall: events at 100 differs from an earlier release by few"),
        "{findings:?}"
    );
    // Other groups then.
    let before = vec![Row { group: group(&[("arm", "A or B")]), ..row("os:arm", "km", "n", 150.0) }];
    assert!(names(&with(|_| false, Vec::new(), &[before]), "other groups"));
}

#[test]
fn a_release_is_compared_with_the_one_before() {
    let mut rows = study();
    let before = released(&rows, &[]);
    for row in rows.iter_mut().filter(|row| {
        at(row, "A", "n_event", 365.0)
            || (&*row.analysis_id == "os" && &*row.stat == "n_event" && row.time == Some(365.0))
    }) {
        row.value = row.value.map(|value| value + 2.0);
    }
    let again = released(&rows, std::slice::from_ref(&before));
    assert!(again.iter().any(|row| at(row, "A", "n_event", 365.0) && row.value.is_none()));
    assert_eq!(
        audit(&again, &Policy::default(), Known { earlier: &[before], ..Known::default() }).findings(),
        []
    );
}

#[test]
fn a_crossing() {
    // Six men in arm B: all men less those of A and C.
    let crossed = |row: &Row, arm: &str, sex: &str| {
        &*row.analysis_id == "os:arm,sex"
            && row.group.level("arm") == Some(arm)
            && row.group.level("sex") == Some(sex)
    };
    let findings = with(|row| crossed(row, "C", "M") || crossed(row, "A", "M"), Vec::new(), &[]);
    assert!(names(&findings, "os, B, M: number of patients"), "{findings:?}");
}

#[test]
fn a_step_of_the_flow() {
    let findings = with(|row| row.term.as_deref() == Some("Age known") && &*row.stat == "n", Vec::new(), &[]);
    assert!(names(&findings, "left out by Followed"), "{findings:?}");
}

#[test]
fn two_denominators() {
    // Five are not evaluable, seven treated have no engraftment: one denominator tells, two tell the difference.
    let evaluable = |row: &Row| row.population.as_deref() == Some("evaluable") && &*row.stat == "n";
    let findings = with(evaluable, Vec::new(), &[]);
    assert!(names(&findings, "patients not evaluable"), "{findings:?}");
    let findings = with(|row| &*row.analysis_id == "engraftment", Vec::new(), &[]);
    assert!(names(&findings, "treated but not counted"), "{findings:?}");
}

/// A status of all treated and of those who could be judged; seven could not and have not responded.
fn judged() -> Vec<Row> {
    let mut rows = Vec::new();
    for (population, n, none) in [("treated", 200.0, 90.0), ("evaluable", 193.0, 83.0)] {
        for (status, x) in [("CR", 50.0), ("R", 60.0), ("CR or R", 110.0), ("NR", none)] {
            let put = |stat: &str, value: f64| Row {
                population: Some(population.into()),
                cause: Some(status.into()),
                ..row("response", "proportion", stat, value)
            };
            rows.extend([put("n", n), put("x", x)]);
        }
    }
    rows
}

#[test]
fn who_could_not_be_judged_has_not_responded() {
    let hide = |rows: &mut Vec<Row>, hidden: &dyn Fn(&Row) -> bool| {
        for row in rows.iter_mut().filter(|row| hidden(row)) {
            (row.value, row.reason) = (None, Some(Reason::Suppressed));
        }
    };
    let is = |row: &Row, population: &str, status: &str| {
        row.population.as_deref() == Some(population)
            && &*row.stat == "x"
            && row.cause.as_deref() == Some(status)
    };
    let findings = |rows: &[Row]| audit(rows, &Policy::default(), Known::default()).findings();
    // The two denominators tell how many could not be judged, and so do the two numbers without a response.
    let what = "not evaluable can be worked out";
    let mut told = judged();
    hide(&mut told, &|row| row.population.as_deref() == Some("evaluable") && &*row.stat == "n");
    assert!(names(&findings(&told), what));
    // With all of the evaluable but their responses hidden nothing contradicts, and nothing is known.
    let mut open = judged();
    hide(&mut open, &|row| {
        is(row, "evaluable", "NR") || (row.population.as_deref() == Some("evaluable") && &*row.stat == "n")
    });
    assert_eq!(findings(&open), []);
}

#[test]
fn between_endpoints() {
    // Of 46 deaths by day 100, 40 were without relapse: six died after one.
    let without = |stat: &str, value: f64| Row {
        cause: Some("nrm".into()),
        time: (stat == "n_event").then_some(100.0),
        ..row("nrm", "cif", stat, value)
    };
    let rows = [study(), vec![without("n", 200.0), without("n_event", 40.0)]].concat();
    let of = |endpoint: &str, cause: &[&str]| CausesOf {
        endpoint: endpoint.to_owned(),
        causes: cause.iter().map(|cause| (*cause).to_owned()).collect(),
        counted: Counted::Events,
        until: None,
    };
    let nested = [Nested { part: of("nrm", &["nrm"]), whole: of("os", &[]), in_the_end: false }];
    let known = Known { nested: &nested, ..Known::default() };
    let what = "events of os that are none of events of nrm nrm by 100 can be worked out";
    let mut alone = released(&study(), &[]);
    alone.extend([without("n", 200.0), without("n_event", 40.0)]);
    assert!(!names(&audit(&alone, &Policy::default(), Known::default()).findings(), what));
    assert!(names(&audit(&alone, &Policy::default(), known).findings(), what));
    // A release hides one of the two, the one that an endpoint is not about being the cheaper.
    let together = release(&rows, &Policy::default(), known).unwrap();
    let hidden = |row: &&Row| &*row.stat == "n_event" && row.time == Some(100.0) && row.value.is_none();
    assert!(together.rows.iter().filter(hidden).any(|row| matches!(&*row.analysis_id, "os" | "nrm")));
    assert!(together.withdrawn.is_empty());
}

#[test]
fn what_no_release_holds() {
    let odd = |stat: &str, value: f64| with(|_| false, vec![row("os", "km", stat, value)], &[]);
    assert!(names(&odd("std_error", 0.031), "tells single patients"));
    assert!(names(&odd("median", 812.437_1), "not rounded"));
    let small = Row { group: group(&[("sex", "U")]), ..row("os:sex", "km", "n", 3.0) };
    assert!(names(&with(|_| false, vec![small], &[]), "is small"));
    let delivered = Row { term: Some("patients".into()), ..row("ingest", "ingest", "n_rows", 263.0) };
    assert!(names(&with(|_| false, vec![delivered], &[]), "is not released"));
    // A test between groups of which one is hidden.
    let test = row("os:arm,sex", "logrank", "p_value", 0.04);
    assert!(names(&with(|_| false, vec![test], &[]), "stands on a hidden count"));
}

#[test]
fn what_has_no_rule_is_refused_by_name() {
    let rows = [study(), vec![row("os", "km", "shape", 1.7)]].concat();
    let error = release(&rows, &Policy::default(), Known::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "os: disclosure control has no rule for the statistic shape of km, so it is not released"
    );
    let rows = [study(), vec![row("os", "horoscope", "n", 200.0)]].concat();
    assert!(release(&rows, &Policy::default(), Known::default()).is_err());
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let rows = study();
    let mut turned = rows.clone();
    // The steps of the flow keep their order, which is theirs.
    turned[6..].reverse();
    let mut again = released(&turned, &[]);
    again[6..].reverse();
    assert_eq!(again, released(&rows, &[]));
}
