//! What the definitions of endpoints tell of counts that no table joins: groups that endpoints make, the last day of an
//! endpoint, statuses and events, several causes together, one kind of transplant.

use super::besides::{counted, findings, is_caught_and_mended};
use super::*;
use crate::study::{Confined, Exclusive, Grouping, Window};

fn grouping(stratum: &str, endpoint: &str, at_once: bool) -> Grouping {
    Grouping {
        stratum: stratum.to_owned(),
        yes: "Yes".to_owned(),
        no: "No".to_owned(),
        endpoint: endpoint.to_owned(),
        cause: "agvhd".to_owned(),
        day: 100,
        at_once,
    }
}

fn caused(id: &str, cause: &str, time: Option<f64>, value: f64) -> Row {
    let stat = if time.is_some() { "n_event" } else { "events" };
    Row { cause: Some(cause.into()), time, ..row(id, "cif", stat, value) }
}

/// Patients from day 100 on who had acute GVHD by then, and who had not.
fn landmark(stratum: &str, (yes, no): (f64, f64)) -> Vec<Row> {
    let id = format!("os@100:{stratum}");
    let of = |level: &str, n: f64| Row { group: group(&[(stratum, level)]), ..row(&id, "km", "n", n) };
    vec![of("Yes", yes), of("No", no)]
}

/// Of 150 patients 60 had acute GVHD by day 100, and 25 died without it.
fn gvhd() -> Vec<Row> {
    vec![
        row("agvhd", "cif", "n", 150.0),
        caused("agvhd", "agvhd", Some(100.0), 60.0),
        caused("agvhd", "death", Some(100.0), 25.0),
    ]
}

fn deaths_of_gvhd_are_deaths() -> [Nested; 1] {
    [Nested {
        part: counted("agvhd", &["death"], Counted::Events),
        whole: counted("os", &[], Counted::Events),
        in_the_end: false,
    }]
}

#[test]
fn who_had_the_event_and_is_not_in_its_group() {
    // Of 60 with acute GVHD by day 100, 56 are in the group of the landmark: four are dead or followed no longer.
    let groupings = [grouping("agvhd", "agvhd", true)];
    let known = Known { groupings: &groupings, ..Known::default() };
    let what = "events by 100 that are not in the group Yes of agvhd";
    let besides = [gvhd(), landmark("agvhd", (56.0, 60.0))].concat();
    is_caught_and_mended(&besides, what, known);
    // All of them are, or twenty are not.
    for yes in [60.0, 40.0] {
        let planted = [released(&study(), &[]), gvhd(), landmark("agvhd", (yes, 40.0))].concat();
        assert!(!names(&findings(&planted, known), what), "{yes}");
    }
    // Nobody knows what makes the groups: nothing is found.
    let planted = [released(&study(), &[]), besides].concat();
    assert!(!names(&findings(&planted, Known::default()), what));
}

#[test]
fn who_is_in_neither_group() {
    // 25 died without acute GVHD; of the other 125, 120 are among those of the landmark.
    let groupings = [grouping("agvhd", "agvhd", false)];
    let nested = deaths_of_gvhd_are_deaths();
    let known = Known { groupings: &groupings, nested: &nested, ..Known::default() };
    let besides = [gvhd(), landmark("agvhd", (45.0, 75.0))].concat();
    let what = "patients of agvhd without an event that are in no group of agvhd";
    is_caught_and_mended(&besides, what, known);
    // That 60 had it and 25 died leaves 65 without either, and 57 of them are in the group.
    let at_once = [grouping("agvhd", "agvhd", true)];
    let besides = [gvhd(), landmark("agvhd", (45.0, 57.0))].concat();
    let what = "patients of agvhd that had no event and are not in the group without one of agvhd";
    is_caught_and_mended(&besides, what, Known { groupings: &at_once, nested: &nested, ..Known::default() });
    // Where an event may not be known on its day, who had one may be in the group without.
    let planted = [released(&study(), &[]), besides].concat();
    assert!(!names(&findings(&planted, known), what));
}

#[test]
fn groups_of_an_endpoint_and_of_a_part_of_it() {
    // Of 40 with acute GVHD, 36 had it severely.
    let groupings = [grouping("severe", "severe", true), grouping("agvhd", "agvhd", true)];
    let nested = [Nested {
        part: counted("severe", &["agvhd"], Counted::Events),
        whole: counted("agvhd", &["agvhd"], Counted::Events),
        in_the_end: false,
    }];
    let known = Known { groupings: &groupings, nested: &nested, ..Known::default() };
    let besides = [landmark("severe", (36.0, 90.0)), landmark("agvhd", (40.0, 86.0))].concat();
    is_caught_and_mended(&besides, "patients in Yes of agvhd only", known);
}

#[test]
fn an_endpoint_that_ends_on_a_day() {
    // Its events come by day 100. Those of everybody are told by then, 41, and 20 of A and 20 of B under all of
    // follow-up: one is left for C.
    let windows = [Window { endpoint: "agvhd".to_owned(), day: 100 }];
    let known = Known { windows: &windows, ..Known::default() };
    let hidden = |row: Row| Row { value: None, reason: Some(Reason::Suppressed), ..row };
    let mut rows = vec![
        row("agvhd", "cif", "n", 200.0),
        caused("agvhd", "agvhd", Some(100.0), 41.0),
        hidden(caused("agvhd", "agvhd", None, 41.0)),
    ];
    for (arm, n, events) in [("A", 90.0, 20.0), ("B", 60.0, 20.0), ("C", 50.0, 1.0)] {
        let of = |row: Row| Row { group: group(&[("arm", arm)]), ..row };
        rows.push(of(row("agvhd:arm", "cif", "n", n)));
        rows.push(of(hidden(caused("agvhd:arm", "agvhd", Some(100.0), events))));
        let all = of(caused("agvhd:arm", "agvhd", None, events));
        rows.push(if arm == "C" { hidden(all) } else { all });
    }
    let what = "agvhd, C: events agvhd at 100 can be worked out";
    assert_eq!(findings(&rows, Known::default()), []);
    assert!(names(&findings(&rows, known), what), "{:?}", findings(&rows, known));
}

#[test]
fn two_landmarks_of_an_endpoint() {
    // Four more are left out at day 180 than at day 100.
    let of = |id: &str, stat: &str, value: f64| row(id, "km", stat, value);
    let besides = [of("os@100", "n", 150.0), of("os@180", "n", 146.0)];
    is_caught_and_mended(&besides, "patients left out since os@100", Known::default());
    // Twenty more are, 18 of them dead.
    let besides = [
        of("os@100", "n", 150.0),
        of("os@100", "events", 71.0),
        of("os@180", "n", 130.0),
        of("os@180", "events", 53.0),
    ];
    is_caught_and_mended(&besides, "of os@100 followed no longer by the landmark", Known::default());
}

#[test]
fn several_causes_that_are_events_of_another_endpoint() {
    // Of 46 deaths by day 100, 20 came first of one kind and 22 of another.
    let nested = [Nested {
        part: counted("agvhd", &["death", "relapse"], Counted::Events),
        whole: counted("os", &[], Counted::Events),
        in_the_end: false,
    }];
    let known = Known { nested: &nested, ..Known::default() };
    let besides = vec![
        row("agvhd", "cif", "n", 200.0),
        caused("agvhd", "agvhd", Some(100.0), 60.0),
        caused("agvhd", "death", Some(100.0), 20.0),
        caused("agvhd", "relapse", Some(100.0), 22.0),
    ];
    is_caught_and_mended(&besides, "events of os that are none of events of agvhd death, relapse", known);
}

#[test]
fn a_part_of_more_patients_is_no_part() {
    // The whole counts fewer patients: one with an event of the part may not be among them.
    let nested = deaths_of_gvhd_are_deaths();
    let known = Known { nested: &nested, ..Known::default() };
    let rows = [
        row("agvhd", "cif", "n", 230.0),
        caused("agvhd", "death", Some(100.0), 60.0),
        row("os", "km", "n", 200.0),
        Row { time: Some(100.0), ..row("os", "km", "n_event", 46.0) },
    ];
    assert_eq!(findings(&rows, known), []);
}

fn status(id: &str, level: &str, (n, x): (f64, f64)) -> Vec<Row> {
    let put =
        |stat: &str, value: f64| Row { cause: Some(level.into()), ..row(id, "proportion", stat, value) };
    vec![put("n", n), put("x", x)]
}

#[test]
fn a_best_response_and_the_responses_over_time() {
    // 120 responded, and of 123 a response was the best: three after a second transplant.
    let nested = [Nested {
        part: counted("remission", &["response"], Counted::Events),
        whole: counted("best", &["CR or R"], Counted::Status),
        in_the_end: true,
    }];
    let known = Known { nested: &nested, ..Known::default() };
    let besides = [
        vec![row("remission", "cif", "n", 200.0), caused("remission", "response", None, 120.0)],
        status("best", "CR or R", (200.0, 123.0)),
    ];
    is_caught_and_mended(&besides.concat(), "CR or R of best that are none of events of remission", known);
}

#[test]
fn who_died_by_a_landmark_has_no_response_there() {
    // 46 of 200 died by day 100, and 50 have not responded there: four are alive.
    let part = CausesOf { until: Some(100), ..counted("os", &[], Counted::Events) };
    let whole = counted("status_d100", &["NR"], Counted::Status);
    let nested = [Nested { part, whole, in_the_end: true }];
    let known = Known { nested: &nested, ..Known::default() };
    let what = "NR of status_d100 that are none of events of os";
    is_caught_and_mended(&status("status_d100", "NR", (200.0, 50.0)), what, known);
    // Where the status is not due for all, who died may be none of them.
    let planted = [released(&study(), &[]), status("status_d100", "NR", (180.0, 50.0))].concat();
    assert!(!names(&findings(&planted, known), what));
}

#[test]
fn an_endpoint_of_one_kind_of_transplant() {
    // The table of baseline characteristics hides the allogeneic of arms A and B, 5 of B among them; an endpoint that
    // only they have tells those of A and of C.
    let confined = [Confined {
        endpoint: "agvhd".to_owned(),
        stratum: "type".to_owned(),
        level: "Allogeneic".to_owned(),
    }];
    let known = Known { confined: &confined, ..Known::default() };
    let of_type =
        |level: &str, n: f64| Row { group: group(&[("type", level)]), ..row("os:type", "km", "n", n) };
    let level = |kind: &str, arm: &str, n: f64| Row {
        term: Some(format!("arm={arm}").into()),
        group: group(&[("type", kind)]),
        ..row("baseline:type", "baseline", "n", n)
    };
    let of_arm = |arm: &str, n: f64| Row { group: group(&[("arm", arm)]), ..row("agvhd:arm", "cif", "n", n) };
    let mut besides =
        vec![of_type("Allogeneic", 95.0), of_type("Autologous", 105.0), row("agvhd", "cif", "n", 95.0)];
    for (arm, allogeneic, autologous) in [("A", 60.0, 30.0), ("B", 5.0, 55.0), ("C", 30.0, 20.0)] {
        besides.extend([level("Allogeneic", arm, allogeneic), level("Autologous", arm, autologous)]);
        besides.push(of_arm(arm, allogeneic));
    }
    let all = [study(), besides.clone()].concat();
    let clean = release(&all, &Policy::default(), known).unwrap();
    assert_eq!(findings(&clean.rows, known), []);
    // Each table hides one arm besides B, and not the same.
    let mut planted = [released(&study(), &[]), besides].concat();
    let is = |row: &Row, id: &str, text: &str| {
        &*row.analysis_id == id && (row.term.as_deref() == Some(text) || row.group.level("arm") == Some(text))
    };
    for row in &mut planted {
        let hidden = is(row, "baseline:type", "arm=B")
            || is(row, "baseline:type", "arm=A")
            || is(row, "agvhd:arm", "B")
            || is(row, "agvhd:arm", "C");
        if hidden {
            (row.value, row.reason) = (None, Some(Reason::Suppressed));
        }
    }
    let what = "Allogeneic: arm=B can be worked out";
    assert!(
        !names(&findings(&planted, Known::default()), what),
        "{:?}",
        findings(&planted, Known::default())
    );
    assert!(names(&findings(&planted, known), what), "{:?}", findings(&planted, known));
}

#[test]
fn those_at_risk_of_two_endpoints() {
    // 154 are alive at day 100, and 150 of them are at risk of something that death ends: four had it.
    let nested = [Nested {
        part: counted("agvhd", &[], Counted::AtRisk),
        whole: counted("os", &[], Counted::AtRisk),
        in_the_end: false,
    }];
    let known = Known { nested: &nested, ..Known::default() };
    let besides = [
        row("agvhd", "cif", "n", 200.0),
        Row { time: Some(100.0), cause: Some("agvhd".into()), ..row("agvhd", "cif", "n_risk", 150.0) },
    ];
    is_caught_and_mended(
        &besides,
        "patients at risk of os that are none of patients at risk of agvhd",
        known,
    );
}

#[test]
fn those_at_risk_at_a_landmark() {
    // 154 are at risk just before day 100, and 151 after it: three die or are last seen on that day.
    let besides = [row("os@100", "km", "n", 151.0)];
    is_caught_and_mended(&besides, "of os at risk at 100 that are left out", Known::default());
    // 98 are at risk at a year, in whichever table.
    let hidden = |row: &Row| &*row.analysis_id == "os" && &*row.stat == "n_risk" && row.time == Some(365.0);
    let mut planted: Vec<Row> = released(&study(), &[]).into_iter().filter(|row| !hidden(row)).collect();
    planted.push(Row { time: Some(365.0), ..row("os", "km", "n_risk", 98.0) });
    planted.push(Row { time: Some(365.0), ..row("os@100", "km", "n_risk", 97.0) });
    planted.push(row("os@100", "km", "n", 130.0));
    assert!(names(&findings(&planted, Known::default()), "os, Overall: at risk at 365 contradicts"));
}

#[test]
fn who_has_recovered_is_free_of_graft_failure() {
    // Of 200 patients 150 have recovered by day 28, and 45 failed or died before: five recovered on day 29 or 30.
    let causes = ["failure", "death"];
    let exclusive = [Exclusive {
        recovery: counted("recovery", &["recovery"], Counted::Events),
        failure: counted("failure", &causes, Counted::Events),
        day: 30,
    }];
    let known = Known { exclusive: &exclusive, ..Known::default() };
    let besides = [
        row("recovery", "cif", "n", 200.0),
        caused("recovery", "recovery", Some(28.0), 150.0),
        row("failure", "cif", "n", 200.0),
        caused("failure", "failure", None, 25.0),
        caused("failure", "death", None, 20.0),
    ];
    is_caught_and_mended(&besides, "without an event, and without one of recovery by 28", known);
}

#[test]
fn who_is_in_no_group_of_an_endpoint_is_not_known() {
    // Of 150 at the landmark 60 are in no group; with both groups hidden nothing says that there are none.
    let hidden = |row: Row| Row { value: None, reason: Some(Reason::Suppressed), ..row };
    let mut rows = vec![row("os@100", "km", "n", 150.0)];
    rows.extend(landmark("agvhd", (40.0, 50.0)).into_iter().map(hidden));
    let events = |id: &str, level: &str, value: f64| Row {
        group: if level.is_empty() { Arc::default() } else { group(&[("agvhd", level)]) },
        ..row(id, "km", "events", value)
    };
    rows.push(events("os@100", "", 60.0));
    rows.push(events("os@100:agvhd", "Yes", 20.0));
    rows.push(hidden(events("os@100:agvhd", "No", 35.0)));
    let groupings = [grouping("agvhd", "agvhd", true)];
    let can_be = |known: Known<'_>| {
        let mut book = Book::read(&rows);
        laws::write(&mut book, known);
        let no = book.names.iter().position(|name| {
            name.group.level("agvhd") == Some("No") && matches!(name.what, book::What::Events(..))
        });
        let number = no.unwrap();
        let wanted = BTreeMap::from([(number, Range { low: 1.0, high: 10.0 })]);
        book.system.ranges(&wanted, &BTreeSet::new())[&number]
    };
    // By the sum 40 are left for the other group, were everybody in one.
    assert_eq!(can_be(Known::default()), Ok(Range::only(40.0)));
    let range = can_be(Known { groupings: &groupings, ..Known::default() }).unwrap();
    assert!(range.low <= 1.0 && range.high >= 10.0, "{range:?}");
}
