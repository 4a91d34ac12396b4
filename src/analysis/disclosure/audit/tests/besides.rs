//! What two tables tell together that neither of them tells.

use super::*;

pub(super) fn findings(rows: &[Row], known: Known<'_>) -> Vec<Finding> {
    audit(rows, &Policy::default(), known).findings()
}

/// Some rows are found to tell what they should not, and a release of them and the study does not.
pub(super) fn is_caught_and_mended(besides: &[Row], what: &str, known: Known<'_>) {
    let planted = [released(&study(), &[]), besides.to_vec()].concat();
    assert!(names(&findings(&planted, known), what), "{:?}", findings(&planted, known));
    let all = [study(), besides.to_vec()].concat();
    let together = release(&all, &Policy::default(), known).unwrap();
    assert_eq!(findings(&together.rows, known), []);
    assert!(together.withdrawn.is_empty(), "{:?}", together.withdrawn);
}

#[test]
fn steps_of_the_flow_that_are_hidden_one_by_one() {
    // Six and four are left out by two steps; the first and the last number tell that ten are.
    let mut rows = study();
    for (row, value) in rows.iter_mut().zip([210.0, 0.0, 204.0, 6.0, 200.0, 4.0]) {
        row.value = Some(value);
    }
    let mut planted = rows.clone();
    for row in &mut planted[2..6] {
        if &*row.stat == "n_excluded" || row.term.as_deref() == Some("Age known") {
            (row.value, row.reason) = (None, Some(Reason::Suppressed));
        }
    }
    let what = "left out between \"Delivered\" and \"Followed\"";
    assert!(names(&findings(&planted, Known::default()), what));
    let released = release(&rows, &Policy::default(), Known::default()).unwrap().rows;
    assert_eq!((released[0].value, released[4].value), (None, Some(200.0)));
}

#[test]
fn those_followed_no_longer_by_a_landmark() {
    // 47 of 200 are left out at day 100, and 117 - 71 = 46 of them died: one was censored.
    let of = |stat: &str, value: f64| row("os@100", "km", stat, value);
    let besides = [of("n", 153.0), of("events", 71.0)];
    is_caught_and_mended(&besides, "followed no longer by the landmark", Known::default());
    // So do the 46 deaths by day 100 alone, and those of a year.
    let by_a_year = Row { time: Some(365.0), ..of("n_event", 44.0) };
    for besides in [
        vec![of("n", 153.0), Row { time: Some(365.0), ..of("n_event", 44.0) }],
        vec![of("n", 152.0), by_a_year],
    ] {
        is_caught_and_mended(&besides, "followed no longer by the landmark", Known::default());
    }
    // Of 66 left out twenty were.
    let enough = [of("n", 134.0), of("events", 71.0)];
    let planted = [released(&study(), &[]), enough.to_vec()].concat();
    assert!(!names(&findings(&planted, Known::default()), "followed no longer"));
}

/// Patients, events and a coefficient of each variable of a model of survival.
fn model(id: &str, (n, events): (f64, f64), variables: &[&str]) -> Vec<Row> {
    let mut rows = vec![row(id, "cox", "n", n), row(id, "cox", "events", events)];
    rows.extend(
        variables.iter().map(|one| Row { term: Some((*one).into()), ..row(id, "cox", "coef", 0.125) }),
    );
    rows
}

#[test]
fn two_models_one_of_which_leaves_out_a_few_more() {
    // Four more have no value of the variable that the second has besides.
    let first = model("os#model", (180.0, 100.0), &["age_years"]);
    let second = model("os#model-2", (176.0, 100.0), &["age_years", "hct_ci"]);
    let what = "patients that os#model-2 leaves out can be worked out";
    is_caught_and_mended(&[first, second].concat(), what, Known::default());
}

#[test]
fn a_model_and_who_has_no_value_of_a_variable() {
    // 182 have a value of the first variable, and the model leaves out six of them.
    let of = |stat: &str, value: f64| Row {
        term: Some("hct_ci".into()),
        ..row("baseline", "baseline", stat, value)
    };
    let cohort = vec![row("baseline", "baseline", "n", 200.0), of("n", 182.0), of("n_missing", 18.0)];
    let besides = [cohort, model("os#model", (176.0, 100.0), &["hct_ci", "age_years"])].concat();
    is_caught_and_mended(&besides, "with hct_ci, but left out for another variable", Known::default());
}

#[test]
fn a_level_of_a_variable_that_groups() {
    // Of men six are in arm B: the crossing hides it, and so must the table of baseline characteristics.
    let of = |arm: &str, sex: &str, n: f64| Row {
        term: Some(format!("sex={sex}").into()),
        group: group(&[("arm", arm)]),
        ..row("baseline:arm", "baseline", "n", n)
    };
    let mut rows = study();
    for (arm, sex, n) in [
        ("A", "F", 50.0),
        ("A", "M", 40.0),
        ("B", "F", 54.0),
        ("B", "M", 6.0),
        ("C", "F", 26.0),
        ("C", "M", 24.0),
    ] {
        rows.push(of(arm, sex, n));
    }
    let clean = release(&rows, &Policy::default(), Known::default()).unwrap();
    assert!(clean.withdrawn.is_empty());
    // The other table hides two arms of its own: what both tell leaves one cell.
    let mut planted = released(&study(), &[]);
    let crossed = |row: &&mut Row| &*row.analysis_id == "os:arm,sex";
    for row in planted.iter_mut().filter(crossed) {
        let hidden = ["A", "B"].contains(&row.group.level("arm").unwrap_or_default());
        row.value =
            if hidden { None } else { Some(if row.group.level("sex") == Some("F") { 26.0 } else { 24.0 }) };
        row.reason = hidden.then_some(Reason::Suppressed);
    }
    assert!(!names(&findings(&planted, Known::default()), "os, B, M"));
    planted.push(of("A", "M", 40.0));
    assert!(names(&findings(&planted, Known::default()), "os, B, M: number of patients"));
}

pub(super) fn counted(endpoint: &str, causes: &[&str], counted: Counted) -> CausesOf {
    let causes = causes.iter().map(|cause| (*cause).to_owned()).collect();
    CausesOf { endpoint: endpoint.to_owned(), causes, counted, until: None }
}

#[test]
fn the_patients_of_two_landmarks() {
    // Of 150 whose status is due on day 180 it is due of 144 on day 365.
    let besides =
        [row("status_d180", "proportion", "n", 150.0), row("status_d365", "proportion", "n", 144.0)];
    let nested = [Nested {
        part: counted("status_d365", &[], Counted::Patients),
        whole: counted("status_d180", &[], Counted::Patients),
        in_the_end: true,
    }];
    let known = Known { nested: &nested, ..Known::default() };
    is_caught_and_mended(&besides, "patients of status_d180 that are none of patients of status_d365", known);
}

#[test]
fn the_patients_of_an_endpoint_that_begins_with_the_event_of_another() {
    let besides = [
        row("relapse", "cif", "n", 150.0),
        row("response", "cif", "n", 200.0),
        Row { cause: Some("response".into()), ..row("response", "cif", "events", 147.0) },
    ];
    let nested = [Nested {
        part: counted("response", &["response"], Counted::Events),
        whole: counted("relapse", &[], Counted::Patients),
        in_the_end: true,
    }];
    let known = Known { nested: &nested, ..Known::default() };
    is_caught_and_mended(&besides, "patients of relapse that are none of events of response", known);
}

#[test]
fn what_has_changed_in_a_group_that_is_hidden() {
    // Thirty more patients since: 12 of A, 13 of B, and C is what is left of the total.
    let rows = |counts: [f64; 4]| -> Vec<Row> {
        let arms = ["A", "B", "C"].map(|arm| group(&[("arm", arm)]));
        let of = counts.into_iter().zip([Arc::default()].into_iter().chain(arms)).enumerate();
        of.map(|(place, (n, group))| {
            let id = if place == 0 { "os" } else { "os:arm" };
            Row { group, ..row(id, "km", "n", n) }
        })
        .collect()
    };
    let before = rows([200.0, 90.0, 60.0, 50.0]);
    let mut now = rows([230.0, 102.0, 73.0, 55.0]);
    (now[3].value, now[3].reason) = (None, Some(Reason::Suppressed));
    let earlier = [before.clone()];
    let known = Known { earlier: &earlier, ..Known::default() };
    let what = "os, C: change of patients since earlier release 1 can be worked out";
    assert!(names(&findings(&now, known), what), "{:?}", findings(&now, known));
    assert_eq!(findings(&now, Known::default()), []);
    // A release hides one more arm.
    let again = release(&rows([230.0, 102.0, 73.0, 55.0]), &Policy::default(), known).unwrap();
    let hidden = again.rows.iter().filter(|row| row.value.is_none()).count();
    assert_eq!(hidden, 2);
    assert!(again.withdrawn.is_empty());
    // Fewer than before are found likewise.
    let mut fewer = rows([180.0, 70.0, 63.0, 47.0]);
    (fewer[3].value, fewer[3].reason) = (None, Some(Reason::Suppressed));
    assert!(names(&findings(&fewer, known), what));
}
