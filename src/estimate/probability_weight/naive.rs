//! Cases by hand, and slow twins that work every influence out for itself.

use super::*;
use crate::estimate::sample::fixed_cases;
use crate::estimate::{
    AalenJohansenOptions, Interval, KaplanMeierOptions, RiskTable, Variance, aalen_johansen, kaplan_meier,
};
use proptest::prelude::*;

fn row(subject: u32, exit: f64, cause: u32, weight: f64) -> WeightedInterval {
    WeightedInterval { subject, entry: None, exit, cause, weight, inner: false }
}

/// Up to 14 rows of at most 9 subjects, in times 1 to 8, some delayed.
fn rows() -> impl Strategy<Value = Vec<WeightedInterval>> {
    let one =
        (0_u32..9, 0_u32..6, 1_u32..8, 0_u32..3, 0_u32..9).prop_map(|(subject, entry, exit, cause, w)| {
            let entry = (entry > 0 && entry < exit).then(|| f64::from(entry));
            WeightedInterval {
                subject,
                entry,
                exit: exit.into(),
                cause,
                weight: f64::from(w) / 4.0,
                inner: false,
            }
        });
    prop::collection::vec(one, 0..14)
}

fn any(rows: &[WeightedInterval], time: f64, of: impl Fn(u32) -> bool) -> f64 {
    rows.iter().filter(|r| (r.exit - time).abs() < 1e-9 && of(r.cause)).map(|r| r.weight).sum()
}

fn times(rows: &[WeightedInterval]) -> Vec<f64> {
    let mut times: Vec<f64> = rows.iter().map(|r| r.exit).collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    times
}

/// Survival and incidence of each of two causes up to a time, from the definition.
fn curves(rows: &[WeightedInterval], until: f64) -> [f64; 3] {
    let (mut free, mut incidence) = (1.0, [0.0; 2]);
    for time in times(rows).into_iter().filter(|time| *time <= until) {
        let n = weight_at_risk(rows, time);
        let people = rows.iter().filter(|r| r.exit >= time && begin(r) < time && r.weight > 0.0).count();
        let dying =
            rows.iter().filter(|r| (r.exit - time).abs() < 1e-9 && r.cause > 0 && r.weight > 0.0).count();
        if dying > 0 && free > 0.0 {
            for cause in [1, 2] {
                incidence[cause as usize - 1] += free * any(rows, time, |c| c == cause) / n;
            }
            free = if people == dying { 0.0 } else { free * (1.0 - any(rows, time, |c| c > 0) / n) };
        }
    }
    [free, incidence[0], incidence[1]]
}

/// The jackknife by pulling at the weights of each subject, up and down.
fn variances(rows: &[WeightedInterval], until: f64) -> [f64; 3] {
    let mut sums = [0.0; 3];
    for subject in 0..9 {
        let pulled = |by: f64| {
            let pull = |r: &WeightedInterval| WeightedInterval {
                weight: if r.subject == subject { r.weight * by } else { r.weight },
                ..*r
            };
            curves(&rows.iter().map(pull).collect::<Vec<_>>(), until)
        };
        let (up, down) = (pulled(1.0 + 1e-5), pulled(1.0 - 1e-5));
        for (sum, (up, down)) in sums.iter_mut().zip(up.iter().zip(down)) {
            let slope = (up - down) / 2e-5;
            *sum += slope * slope;
        }
    }
    sums
}

proptest! {
    #![proptest_config(fixed_cases(300))]

    #[test]
    fn curves_and_their_errors_are_those_of_pulled_weights(rows in rows()) {
        let survival = weighted_kaplan_meier(&rows, &KaplanMeierOptions::default());
        let incidence = weighted_aalen_johansen(&rows, 2, 0.95);
        for (index, step) in survival.steps.iter().enumerate() {
            let expected = curves(&rows, step.time);
            let variance = variances(&rows, step.time);
            let shown = [*step, incidence.curves[0][index], incidence.curves[1][index]];
            for which in 0..3 {
                prop_assert!((shown[which].estimate.unwrap() - expected[which]).abs() < 1e-12);
                if let Ok(error) = shown[which].std_error {
                    prop_assert!((error * error - variance[which]).abs() < 1e-8, "{error} {variance:?}");
                }
            }
        }
    }

    #[test]
    fn order_and_scale_of_weights_do_not_matter(rows in rows(), turn in 0_usize..14) {
        let mut turned = rows.clone();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        let options = KaplanMeierOptions::default();
        let steps = |rows: &[WeightedInterval]| weighted_kaplan_meier(rows, &options).steps;
        let (given, other) = (steps(&rows), steps(&turned));
        prop_assert_eq!(given.len(), other.len());
        for (a, b) in given.iter().zip(&other) {
            prop_assert_eq!(a.estimate, b.estimate);
        }
        let scaled: Vec<_> = rows.iter().map(|r| WeightedInterval { weight: r.weight * 8.0, ..*r }).collect();
        for (a, b) in given.iter().zip(steps(&scaled)) {
            prop_assert_eq!((a.estimate, a.n_risk * 8.0), (b.estimate, b.n_risk));
        }
    }
}

#[test]
fn by_hand() {
    // Weights 2, 1, 1: dead at 1, dead at 2, censored at 3. S: 1/2, 1/4.
    let rows = [row(0, 1.0, 1, 2.0), row(1, 2.0, 1, 1.0), row(2, 3.0, 0, 1.0), row(3, 0.5, 1, 0.0)];
    let survival = weighted_kaplan_meier(&rows, &KaplanMeierOptions::default());
    assert_eq!(survival.steps.len(), 3);
    assert_eq!(survival.subjects, 3);
    // At 1, n = 4, d = 2: w z = 2 (1/2 - 1/4), -1/4, -1/4; S² sum = 1/4 (1/4 + 1/8).
    let at_one = survival.at(1.0);
    assert_eq!((at_one.n_risk, at_one.n_event, at_one.estimate), (4.0, 2.0, Ok(0.5)));
    assert!((at_one.std_error.unwrap() - libm::sqrt(3.0 / 32.0)).abs() < 1e-15);
    assert_eq!(survival.at(2.0).estimate, Ok(0.25));
    assert_eq!(survival.at(0.5).conf_low, Err(Absent::NoEvents));
    assert_eq!(survival.at(4.0).estimate, Err(Absent::BeyondFollowup));
    assert_eq!(effective_size(&rows), Ok(16.0 / 6.0));
    assert_eq!(effective_size(&rows[3..]), Err(Absent::NotEstimable));
    let nobody = weighted_kaplan_meier(&rows[3..], &KaplanMeierOptions::default());
    assert_eq!(nobody.at(1.0).estimate, Err(Absent::NotEstimable));
    assert_eq!(weighted_aalen_johansen(&rows[3..], 2, 0.95).at(1, 1.0).estimate, Err(Absent::NotEstimable));
}

#[test]
fn equal_weights_are_none() {
    let data = [(1.0, 1), (1.0, 2), (2.0, 0), (3.0, 1), (4.0, 2), (5.0, 0), (6.0, 1)];
    let rows: Vec<_> = (0_u32..).zip(data).map(|(id, (exit, cause))| row(id, exit, cause, 0.3)).collect();
    let intervals = data.map(|(exit, cause)| Interval::from_start(exit, cause));
    let table = RiskTable::new(&intervals, 2, 7).unwrap();
    let plain = kaplan_meier(&table, &KaplanMeierOptions::default());
    let weighted = weighted_kaplan_meier(&rows, &KaplanMeierOptions::default());
    let delta = AalenJohansenOptions { variance: Variance::Delta, ..AalenJohansenOptions::default() };
    let (plain_cif, weighted_cif) = (aalen_johansen(&table, &delta), weighted_aalen_johansen(&rows, 2, 0.95));
    let same = |a: Quantity, b: Quantity| match (a, b) {
        (Ok(a), Ok(b)) => assert!((a - b).abs() < 1e-14),
        (a, b) => assert_eq!(a, b),
    };
    for (a, b) in plain.steps.iter().zip(&weighted.steps) {
        same(a.estimate, b.estimate);
        same(a.std_error, b.std_error);
        same(a.conf_high, b.conf_high);
    }
    for (a, b) in plain_cif.curves.iter().flatten().zip(weighted_cif.curves.iter().flatten()) {
        same(a.estimate, b.estimate);
        same(a.std_error, b.std_error);
        same(a.conf_low, b.conf_low);
    }
}

#[test]
fn groups_of_no_weight_are_dropped() {
    let a = vec![row(0, 1.0, 1, 1.0), row(1, 4.0, 0, 2.0), row(2, 5.0, 1, 0.5)];
    let b = vec![row(3, 2.0, 1, 1.5), row(4, 3.0, 1, 1.0)];
    let nobody = vec![row(5, 2.0, 1, 0.0)];
    let two = robust_logrank(&[vec![a.clone(), b.clone()]]);
    let three = robust_logrank(&[vec![a.clone(), b, nobody]]);
    assert_eq!((two.df, three.df), (1, 1));
    assert!((two.chisq.unwrap() - three.chisq.unwrap()).abs() < 1e-12);
    assert_eq!(robust_logrank(&[vec![a]]).chisq, Err(Absent::NotEstimable));
    assert_eq!(robust_logrank(&[]).chisq, Err(Absent::NotEstimable));
}
