//! Curves and tests under weights, from their formulas or from R.

use super::*;
use crate::estimate::{KaplanMeierOptions, QuantileRule};

/// R: `qnorm(0.975)`.
const Z: f64 = 1.959_963_984_540_054;

fn near(ours: Quantity, expected: f64) {
    let ours = ours.unwrap();
    assert!((ours - expected).abs() <= 1e-10 * expected.abs(), "{ours} is not {expected}");
}

fn row(subject: u32, exit: f64, cause: u32, weight: f64) -> WeightedInterval {
    WeightedInterval { subject, entry: None, exit, cause, weight, inner: false }
}

fn survival(rows: &[WeightedInterval]) -> WeightedSurvival {
    weighted_kaplan_meier(rows, &KaplanMeierOptions::default())
}

/// Weight 2 dies at 1, 1 is censored there; 1 dies at 2, 4 are censored at 3.
fn four() -> [WeightedInterval; 4] {
    [row(0, 1.0, 1, 2.0), row(1, 1.0, 0, 1.0), row(2, 2.0, 2, 1.0), row(3, 3.0, 0, 4.0)]
}

#[test]
fn of_survival() {
    let survival = survival(&four());
    let at = survival.at(2.5);
    assert_eq!((at.n_risk, at.n_event, at.n_censor, survival.events()), (4.0, 3.0, 1.0, 3.0));
    near(at.estimate, 6.0 / 8.0 * 4.0 / 5.0);
    assert_eq!(at.time.total_cmp(&2.5), std::cmp::Ordering::Equal);
    let wide = libm::exp(-Z * at.std_error.unwrap() / (0.6 * libm::log(0.6)));
    near(at.conf_low, libm::pow(0.6, wide));
    near(at.conf_high, libm::pow(0.6, 1.0 / wide));
    let past = survival.at(3.5);
    let beyond = Err(Absent::BeyondFollowup);
    assert_eq!(
        (past.estimate, past.std_error, past.conf_low, past.conf_high),
        (beyond, beyond, beyond, beyond)
    );
    assert_eq!(survival.steps.iter().map(|step| step.n_risk).collect::<Vec<_>>(), [8.0, 5.0, 4.0]);
    assert!(survival.at(3.0).estimate.is_ok() && survival.risk_set_emptied_early().is_none());
    // Censored: 1 of the 6 that are left at 1, all 4 at 3.
    assert_eq!(survival.followup_median(QuantileRule::default()), Ok(3.0));
}

#[test]
fn of_incidence() {
    let incidence = weighted_aalen_johansen(&four(), 2, 0.95);
    let of_two = incidence.at(2, 2.5);
    assert_eq!((of_two.n_risk, of_two.n_event, of_two.n_censor), (4.0, 1.0, 1.0));
    assert_eq!((incidence.events(1), incidence.events(2), incidence.events(3)), (2.0, 1.0, 0.0));
    assert_eq!(incidence.at(2, 3.5).estimate, Err(Absent::BeyondFollowup));
    // 3/4 * 1/5 from 2 on, up to the last time that anybody was seen.
    for at in [of_two, incidence.at(2, 3.0)] {
        near(at.estimate, 0.15);
        let wide = libm::exp(-Z * at.std_error.unwrap() / (0.15 * libm::log(0.15)));
        near(at.conf_low, libm::pow(0.15, wide));
        near(at.conf_high, libm::pow(0.15, 1.0 / wide));
    }
    let steps = &incidence.curves[1];
    assert_eq!((steps[0].n_risk, steps[0].n_censor, steps[0].estimate), (8.0, 1.0, Ok(0.0)));
    assert_eq!((steps[0].std_error, steps[0].conf_low), (Ok(0.0), Err(Absent::NoEvents)));
    assert_eq!(weighted_aalen_johansen(&four()[..1], 2, 0.95).at(1, 9.0).estimate, Ok(1.0));
}

#[test]
fn of_curves_that_end() {
    // The last of those at risk dies: carried on; another comes later.
    let gone = survival(&four()[..1]);
    assert_eq!((gone.at(9.0).estimate, gone.risk_set_emptied_early()), (Ok(0.0), None));
    let none = Err(Absent::NotEstimable);
    let at = gone.at(1.0);
    assert_eq!((at.std_error, at.conf_low, at.conf_high), (none, none, none));
    // A change of weight at 3/2 is no time of the curve.
    let first = WeightedInterval { inner: true, ..row(0, 1.5, 0, 1.0) };
    let then = WeightedInterval { entry: Some(1.5), ..row(0, 4.0, 1, 2.0) };
    let split = survival(&[first, then, row(1, 2.0, 1, 1.0)]);
    assert_eq!(
        split.steps.iter().map(|step| (step.time, step.n_risk)).collect::<Vec<_>>(),
        [(2.0, 3.0), (4.0, 2.0)]
    );
    let later = WeightedInterval { entry: Some(4.0), ..row(5, 5.0, 0, 1.0) };
    let early = survival(&[four()[0], later]);
    assert_eq!(early.risk_set_emptied_early(), Some(1.0));
    // An event and a censoring at the last time: not known after.
    let both = survival(&four()[..2]);
    assert_eq!(both.at(2.0).estimate, Err(Absent::BeyondFollowup));
}

#[test]
fn of_follow_up() {
    // Dead at 1, 2 and 6, censored at 2, 4 and 7: 3/4 from 2 on, 1/2 from 4 to 7.
    let six = [(1.0, 1), (2.0, 1), (2.0, 0), (4.0, 0), (6.0, 1), (7.0, 0)];
    let six: Vec<_> = (0..).zip(six).map(|(subject, (exit, cause))| row(subject, exit, cause, 2.0)).collect();
    assert_eq!(survival(&six).followup_median(QuantileRule::default()), Ok(5.5));
    // Censored at 1 and 2; who is left dies, of whom no censoring tells.
    let three = [row(0, 1.0, 0, 2.0), row(1, 2.0, 0, 2.0), row(2, 3.0, 1, 2.0), row(3, 3.0, 1, 2.0)];
    assert_eq!(survival(&three).followup_median(QuantileRule::default()), Ok(2.5));
}

#[test]
fn of_a_robust_test() {
    let times =
        [(1.0, 1, 2.0, None), (3.0, 0, 1.5, None), (5.0, 1, 1.0, Some(2.0)), (7.0, 1, 0.8, Some(3.0))];
    let other = [(2.0, 1, 1.0, None), (4.0, 1, 0.5, Some(1.0)), (6.0, 0, 2.0, None), (8.0, 0, 1.2, None)];
    let group = |first: u32,
                 rows: [(f64, u32, f64, Option<f64>); 4],
                 delayed: bool|
     -> Vec<WeightedInterval> {
        let row = |(subject, (exit, cause, weight, entry)): (u32, (f64, u32, f64, Option<f64>))| {
            WeightedInterval { subject, entry: entry.filter(|_| delayed), exit, cause, weight, inner: false }
        };
        (first..).zip(rows).map(row).collect()
    };
    // R: coxph(.., weights = w, robust = TRUE, ties = "breslow")$rscore; expected from the risk sets.
    for (delayed, chisq, expected) in [
        (false, 1.692_477_375_558_868_5, 2.316_136_363_636_364),
        (true, 2.068_911_891_550_166, 1.994_662_756_598_24),
    ] {
        let test = robust_logrank(&[vec![group(0, times, delayed), group(4, other, delayed)]]);
        near(test.chisq, chisq);
        near(Ok(test.groups[0].observed), 3.8);
        near(Ok(test.groups[0].expected), expected);
    }
}
