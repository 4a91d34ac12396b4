//! By hand, against a slow twin, and what must hold whatever the data.

use proptest::prelude::*;

use super::*;
use crate::estimate::sample::{fixed_cases, table};
use crate::estimate::{AalenJohansenOptions, Interval, Variance, aalen_johansen};
use CourseEnd::{Open, Recurrent, Terminal};

fn row(subject: u32, entry: Option<f64>, exit: f64, end: CourseEnd) -> CourseRow {
    CourseRow { subject, entry, exit, end }
}

/// Of two, one has events at 1 and 3 and is followed to 4; the other dies at 2.
fn pair() -> Vec<CourseRow> {
    vec![
        row(0, None, 1.0, Recurrent),
        row(0, Some(1.0), 3.0, Recurrent),
        row(0, Some(3.0), 4.0, Open),
        row(1, None, 2.0, Terminal),
    ]
}

#[test]
fn by_hand() {
    let count = ghosh_lin(&pair(), 0.95).unwrap();
    let counts: Vec<_> =
        count.steps.iter().map(|s| (s.n_risk, s.n_event, s.n_terminal, s.n_censor)).collect();
    assert_eq!(counts, [(2, 1, 0, 0), (2, 0, 1, 0), (1, 1, 0, 0), (1, 0, 0, 1)]);
    let variance = |time: f64| count.at(time).std_error.map(|error| error * error).unwrap();
    // At 1: half of (1 - 1/2) and half of (0 - 1/2), squared and summed.
    assert!((variance(1.0) - 1.0 / 8.0).abs() < 1e-15);
    // At 2 mu does not change; at 3 each has 1/4 + (1 - 1/2)/2 * 1/2 more or less.
    assert!((variance(2.0) - 1.0 / 8.0).abs() < 1e-15);
    assert!((variance(3.0) - 9.0 / 32.0).abs() < 1e-15);
    assert_eq!(count.at(0.5).conf_low, Err(Absent::NoEvents));
    assert_eq!((count.events(), count.terminal_events(), count.subjects), (2, 1, 2));
    let two = [row(0, None, 1.0, Terminal), row(1, Some(1.0), 3.0, Terminal), row(2, None, 2.0, Recurrent)];
    let two = ghosh_lin(&two, 0.95).unwrap();
    assert_eq!((two.events(), two.terminal_events()), (1, 2));
    // Who enters at 1 is at risk after it.
    assert_eq!([0.5, 1.0, 1.5, 2.5].map(|time| two.at(time).n_risk), [2, 2, 2, 1]);
    let last = count.at(4.0);
    assert!((last.conf_low.unwrap() * last.conf_high.unwrap() - 1.0).abs() < 1e-14);
}

#[test]
fn edges() {
    let estimate = |rows: &[CourseRow], time| ghosh_lin(rows, 0.95).unwrap().at(time).estimate;
    assert_eq!(estimate(&[], 1.0), Err(Absent::NotEstimable));
    assert_eq!(estimate(&pair(), 4.5), Err(Absent::BeyondFollowup));
    let dead = [row(0, None, 1.0, Recurrent), row(0, Some(1.0), 2.0, Terminal), row(1, None, 3.0, Terminal)];
    assert_eq!(estimate(&dead, 9.0), Ok(0.5));
    // Twice at 0 and once on the day of death: all three count.
    let same_day = [row(0, None, 0.0, Recurrent), row(0, Some(0.0), 0.0, Recurrent)];
    let death =
        [row(0, Some(0.0), 2.0, Recurrent), row(0, Some(2.0), 2.0, Terminal), row(1, None, 2.0, Open)];
    let rows: Vec<_> = same_day.into_iter().chain(death).collect();
    assert_eq!((estimate(&rows, 0.0), estimate(&rows, 2.0)), (Ok(1.0), Ok(1.5)));
    // One subject, or all alike: no variance can be had.
    let alike = ghosh_lin(&[row(0, None, 1.0, Recurrent), row(7, None, 1.0, Recurrent)], 0.95).unwrap();
    assert_eq!((alike.at(1.0).estimate, alike.at(1.0).std_error), (Ok(1.0), Err(Absent::NotEstimable)));
    // Before the first recurrent event nothing varies: 0 with an error of 0, also where another died.
    let died = ghosh_lin(&[row(0, None, 1.0, Terminal), row(1, None, 2.0, Recurrent)], 0.95).unwrap();
    assert_eq!((died.steps[0].std_error, died.steps[0].conf_high), (Ok(0.0), Err(Absent::NoEvents)));
    // Everybody at risk dies at 1, another enters at 2.
    let early = [row(0, None, 1.0, Terminal), row(1, Some(2.0), 3.0, Recurrent)];
    let count = ghosh_lin(&early, 0.95).unwrap();
    assert_eq!((count.risk_set_emptied_early(), count.at(3.0).estimate), (Some(1.0), Ok(0.0)));
}

#[test]
fn what_cannot_be_is_refused_with_its_row() {
    let fault = |rows: &[CourseRow]| ghosh_lin(rows, 0.95).map(|_| ()).unwrap_err();
    let after = fault(&[row(0, None, 1.0, Terminal), row(0, Some(1.0), 2.0, Open)]);
    assert_eq!(after, CourseError { row: 1, fault: CourseFault::AfterTerminal });
    assert_eq!(fault(&[row(0, Some(1.0), 3.0, Open), row(0, None, 2.0, Open)]).row, 0);
    assert_eq!(fault(&[row(0, Some(3.0), 3.0, Open)]).fault, CourseFault::NotAtRisk);
    assert_eq!(fault(&[row(0, None, -1.0, Open)]).fault, CourseFault::NoTime);
    assert_eq!(fault(&[row(0, Some(f64::NAN), 1.0, Open)]).fault, CourseFault::NoTime);
}

/// By definition: every subject at every time.
fn slow(rows: &[CourseRow], until: f64) -> (f64, f64) {
    let mut subjects: Vec<u32> = rows.iter().map(|row| row.subject).collect();
    let mut times: Vec<f64> = rows.iter().map(|row| row.exit).filter(|time| *time <= until).collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    subjects.sort_unstable();
    subjects.dedup();
    let of = |subject: u32, time: f64, end: CourseEnd| {
        rows.iter().filter(|row| row.subject == subject && row.exit == time && row.end == end).count() as f64
    };
    let at_risk = |subject: u32, time: f64| {
        let mut own = rows.iter().filter(|row| row.subject == subject);
        f64::from(u8::from(own.any(|row| row.exit >= time && row.entry.is_none_or(|entry| entry < time))))
    };
    let sum = |f: &dyn Fn(u32) -> f64| -> f64 { subjects.iter().map(|subject| f(*subject)).sum() };
    let (mut alive, mut mean) = (1.0, 0.0);
    // For each time: S(u-), mu(u), Y, dN, dD.
    let mut path = Vec::new();
    for time in times {
        let y = sum(&|subject| at_risk(subject, time));
        let (d_n, d_d) = (sum(&|s| of(s, time, Recurrent)), sum(&|s| of(s, time, Terminal)));
        mean += alive * d_n / y;
        path.push((time, alive, mean, y, d_n, d_d));
        alive *= 1.0 - d_d / y;
    }
    let psi = |subject: u32| -> f64 {
        let one = |&(time, alive, mean_then, y, d_n, d_d): &(f64, f64, f64, f64, f64, f64)| {
            let d_m = of(subject, time, Recurrent) - at_risk(subject, time) * d_n / y;
            let d_md = of(subject, time, Terminal) - at_risk(subject, time) * d_d / y;
            alive / y * d_m - (mean - mean_then) / y * d_md
        };
        path.iter().map(one).sum()
    };
    (mean, sum(&|subject| psi(subject) * psi(subject)))
}

/// Up to eight subjects with up to three events each, on few times, some entering late, some with a gap.
fn courses() -> impl Strategy<Value = Vec<CourseRow>> {
    let subject = (prop::option::of(0_u32..4), prop::collection::vec((0_u32..4, 0_u32..2), 0..4), 0_u32..3);
    prop::collection::vec(subject, 0..9).prop_map(|subjects| {
        let mut rows = Vec::new();
        for (subject, (entry, events, last)) in (0..).zip(subjects) {
            let mut start = entry.map(f64::from);
            for (wait, gap) in events {
                let exit = start.unwrap_or(0.0) + f64::from(wait);
                if start.is_none() || wait > 0 {
                    rows.push(row(subject, start, exit, Recurrent));
                    start = Some(exit + f64::from(gap));
                }
            }
            let end = if last == 2 { Terminal } else { Open };
            rows.push(row(subject, start, start.unwrap_or(0.0) + 1.0 + f64::from(last), end));
        }
        rows
    })
}

/// The same without gaps or late entry, everybody to the terminal event.
fn complete(rows: &[CourseRow]) -> Vec<CourseRow> {
    let mut complete: Vec<CourseRow> = Vec::new();
    for one in rows {
        let before = complete.last().filter(|before| before.subject == one.subject);
        let entry = before.map(|before| before.exit);
        let end = if one.end == Open { Terminal } else { one.end };
        complete.push(CourseRow { entry, end, ..*one });
    }
    complete
}

proptest! {
    #![proptest_config(fixed_cases(300))]

    #[test]
    fn agrees_with_its_definition(rows in courses()) {
        for step in ghosh_lin(&rows, 0.95).unwrap().steps {
            let (mean, variance) = slow(&rows, step.time);
            prop_assert!((step.estimate.unwrap() - mean).abs() < 1e-12);
            match step.std_error {
                Ok(error) => prop_assert!((error * error - variance).abs() < 1e-12),
                Err(_) => prop_assert!(variance < 1e-12),
            }
        }
    }

    #[test]
    fn without_censoring_it_is_the_number_of_events_over_that_of_subjects(rows in courses()) {
        let rows = complete(&rows);
        let count = ghosh_lin(&rows, 0.95).unwrap();
        for step in &count.steps {
            let events = rows.iter().filter(|row| row.end == Recurrent && row.exit <= step.time).count() as f64;
            prop_assert!((step.estimate.unwrap() - events / count.subjects as f64).abs() < 1e-12);
        }
    }

    #[test]
    fn first_events_without_censoring_are_a_cumulative_incidence(rows in courses()) {
        let rows = complete(&rows);
        let is_first = |at: usize| rows[..at].iter().all(|before| before.subject != rows[at].subject);
        let firsts: Vec<CourseRow> = (0..rows.len())
            .map(|at| match rows[at].end {
                Recurrent if !is_first(at) => CourseRow { end: Open, ..rows[at] },
                _ => rows[at],
            })
            .collect();
        let intervals: Vec<Interval> = (0..rows.len())
            .filter(|at| is_first(*at))
            .map(|at| Interval::from_start(rows[at].exit, if rows[at].end == Recurrent { 1 } else { 2 }))
            .collect();
        let options = AalenJohansenOptions { variance: Variance::Delta, ..AalenJohansenOptions::default() };
        let incidence = aalen_johansen(&table(&intervals, 2), &options);
        let count = ghosh_lin(&firsts, 0.95).unwrap();
        for interval in &intervals {
            let (ours, theirs) = (count.at(interval.exit), incidence.at(1, interval.exit));
            prop_assert!((ours.estimate.unwrap() - theirs.estimate.unwrap()).abs() < 1e-12);
        }
    }

    #[test]
    fn splitting_a_row_and_the_order_of_rows_change_nothing(rows in courses(), at in 1_u32..8) {
        let cut = f64::from(at) - 0.5;
        let split = rows.iter().rev().flat_map(|row| {
            if row.exit > cut && row.entry.is_none_or(|entry| entry < cut) {
                vec![CourseRow { entry: Some(cut), ..*row }, CourseRow { exit: cut, end: Open, ..*row }]
            } else {
                vec![*row]
            }
        });
        let whole = ghosh_lin(&rows, 0.95).unwrap();
        let split = ghosh_lin(&split.collect::<Vec<_>>(), 0.95).unwrap();
        for time in [0.0, 1.0, 2.5, 6.0] {
            let (whole, split) = (whole.at(time), split.at(time));
            prop_assert_eq!(whole.estimate, split.estimate);
            prop_assert_eq!((whole.n_risk, whole.n_censor), (split.n_risk, split.n_censor));
            // A new time changes the order in which sums are made.
            if let (Ok(whole), Ok(split)) = (whole.std_error, split.std_error) {
                prop_assert!((whole - split).abs() < 1e-12);
            }
        }
    }
}
