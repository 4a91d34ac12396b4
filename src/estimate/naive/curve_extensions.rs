//! Slow, obvious twins of what is asked of a curve besides its values.

use super::{at_risk, close, died, event_times, incidence, same, subjects, survival, survival_before, times};
use crate::estimate::sample::{delayed, fixed_cases, from_start, table};
use crate::estimate::{
    AalenJohansenOptions, Absent, BandKind, BandOptions, Events, Interval, KaplanMeierOptions, Quantity,
    Variance, aalen_johansen, conditional_survival, confidence_band, cumulative_hazard_at,
    incidence_quantile, kaplan_meier, nelson_aalen, quantile, restricted_mean, restricted_time_lost,
};
use proptest::prelude::*;

/// Those still there after a time, with what happens to them later.
fn later(people: &[Interval], given: f64) -> Vec<Interval> {
    people
        .iter()
        .filter(|one| one.exit > given)
        .map(|one| Interval { entry: one.entry.filter(|entry| *entry > given), ..*one })
        .collect()
}

fn hazard(people: &[Interval], until: f64) -> [f64; 2] {
    let term = |t: &f64, power: i32| died(people, *t, |c| c > 0) / at_risk(people, *t).powi(power);
    [1, 2].map(|power| event_times(people, until).iter().map(|t| term(t, power)).sum())
}

/// The area under the incidence, a quarter of a day at a time.
fn lost(people: &[Interval], cause: u32, tau: f64) -> f64 {
    let quarters = (0..).map(|i| f64::from(i) / 4.0).take_while(|t| *t < tau);
    quarters.map(|t| incidence(people, cause, t) / 4.0).sum()
}

/// What an event at `s` does to the incidence at `t`, integrated over `t` quarter by quarter.
fn lost_variance(people: &[Interval], variance: Variance, tau: f64) -> f64 {
    let mut sum = 0.0;
    for s in event_times(people, tau) {
        let (n, free, after) = (at_risk(people, s), survival_before(people, s), survival(people, s));
        let (mut of_cause, mut of_others) = (0.0, 0.0);
        for t in (0..).map(|i| s + f64::from(i) / 4.0).take_while(|t| *t < tau) {
            let growth = incidence(people, 1, t) - incidence(people, 1, s);
            let later = if after > 1e-12 { growth / after } else { 0.0 };
            of_cause += (1.0 - later) / 4.0;
            of_others -= later / 4.0;
        }
        let d = died(people, s, |c| c == 1);
        let o = died(people, s, |c| c > 0) - d;
        let ties = |d: f64| if d > 1.0 { (n - d) / (n - 1.0) } else { 1.0 };
        sum += free
            * free
            * match variance {
                Variance::Aalen => {
                    of_cause.powi(2) * ties(d) * d / n / n + of_others.powi(2) * ties(o) * o / n / n
                }
                // The variance of one draw among n that counts so much, over n.
                Variance::Delta => {
                    let mean = (d * of_cause + o * of_others) / n;
                    let rest = n - d - o;
                    (d * (of_cause - mean).powi(2) + o * (of_others - mean).powi(2) + rest * mean * mean)
                        / n
                        / n
                }
            };
    }
    sum
}

/// The first time at which the incidence is at least `prob`, none where it is `prob` for a while.
fn first_time(people: &[Interval], prob: f64) -> Option<Quantity> {
    let value = |t: &f64| incidence(people, 1, *t);
    if times(people).iter().any(|t| (value(t) - prob).abs() < 1e-6) {
        return None;
    }
    Some(times(people).into_iter().find(|t| value(t) >= prob).ok_or(Absent::NotReached))
}

proptest! {
    #![proptest_config(fixed_cases(60))]

    #[test]
    fn nelson_aalen_agrees(rows in delayed()) {
        let people = subjects(&rows);
        let steps = nelson_aalen(&table(&rows, 2), Events::Any, 0.95);
        for t in times(&people) {
            let ours = cumulative_hazard_at(&steps, t);
            let [value, variance] = hazard(&people, t);
            prop_assert!(same(ours.estimate, value) && same(ours.std_error, variance.sqrt()));
        }
    }

    #[test]
    fn conditional_survival_agrees(rows in delayed(), given in 0_u32..11) {
        let (people, given) = (subjects(&rows), f64::from(given));
        let whole = kaplan_meier(&table(&rows, 2), &KaplanMeierOptions::default());
        let Ok(ours) = conditional_survival(&whole, given) else {
            prop_assert!(later(&people, given).is_empty());
            return Ok(());
        };
        let rest = later(&people, given);
        for t in times(&rest) {
            prop_assert!(same(ours.at(t).estimate, survival(&rest, t)));
            if let (Ok(ratio), Ok(begin), Ok(end)) = (ours.at(t).estimate, whole.at(given).estimate, whole.at(t).estimate) {
                prop_assert!(close(ratio * begin, end));
            }
        }
    }

    #[test]
    fn restricted_time_lost_agrees(rows in delayed(), tau in 1_u32..14) {
        let (people, tau) = (subjects(&rows), f64::from(tau));
        for variance in [Variance::Aalen, Variance::Delta] {
            let options = AalenJohansenOptions { variance, ..AalenJohansenOptions::default() };
            let ours = restricted_time_lost(&aalen_johansen(&table(&rows, 2), &options), 1, tau);
            if ours.estimate.is_err() {
                let followed = times(&people).last().is_some_and(|last| *last >= tau);
                prop_assert!(!followed);
                continue;
            }
            prop_assert!(same(ours.estimate, lost(&people, 1, tau)));
            let twin = lost_variance(&people, variance, tau);
            match ours.std_error {
                Ok(error) => prop_assert!((error * error - twin).abs() < 1e-9),
                Err(_) => prop_assert!(twin.abs() < 1e-12),
            }
        }
    }

    #[test]
    fn time_lost_and_free_time_are_all_the_time(rows in from_start(), tau in 1_u32..14) {
        let (counts, tau) = (table(&rows, 2), f64::from(tau));
        let free = restricted_mean(&kaplan_meier(&counts, &KaplanMeierOptions::default()), tau).estimate;
        let incidence = aalen_johansen(&counts, &AalenJohansenOptions::default());
        let lost = [1, 2].map(|cause| restricted_time_lost(&incidence, cause, tau).estimate);
        if let (Ok(free), [Ok(one), Ok(other)]) = (free, lost) {
            prop_assert!((free + one + other - tau).abs() < 1e-9);
        } else {
            prop_assert!(free.is_err() && lost.iter().all(Result::is_err));
        }
    }

    #[test]
    fn incidence_quantile_agrees(rows in delayed(), prob in 0.01_f64..0.99) {
        let (people, counts) = (subjects(&rows), table(&rows, 2));
        let incidence = aalen_johansen(&counts, &AalenJohansenOptions::default());
        if let (Some(first), false) = (first_time(&people, prob), people.is_empty()) {
            prop_assert_eq!(incidence_quantile(&incidence, 1, prob).estimate, first);
        }
    }

    #[test]
    fn without_competitors_quantiles_are_those_of_survival(rows in from_start(), eighths in 1_u32..8) {
        let rows: Vec<_> = rows.into_iter().map(|row| Interval { cause: row.cause.min(1), ..row }).collect();
        let (counts, prob) = (table(&rows, 1), f64::from(eighths) / 8.0);
        let survival = kaplan_meier(&counts, &KaplanMeierOptions::default());
        let incidence = aalen_johansen(&counts, &AalenJohansenOptions::default());
        let (ours, other) = (incidence_quantile(&incidence, 1, prob).estimate, quantile(&survival, prob).estimate);
        prop_assert_eq!(ours, other);
    }

    #[test]
    fn a_band_is_wider_than_the_pointwise_interval(rows in delayed(), hall in any::<bool>()) {
        let survival = kaplan_meier(&table(&rows, 2), &KaplanMeierOptions::default());
        let kind = if hall { BandKind::HallWellner } else { BandKind::EqualPrecision };
        let band = confidence_band(&survival, &BandOptions { kind, ..BandOptions::default() });
        for step in &survival.steps {
            let at = band.at(step.time);
            prop_assert_eq!(at.low.is_ok(), step.conf_low.is_ok());
            if let (Ok(low), Ok(high), Ok(point_low), Ok(point_high)) = (at.low, at.high, step.conf_low, step.conf_high) {
                prop_assert!(low <= point_low + 1e-12 && point_high <= high + 1e-12);
            }
        }
    }
}
