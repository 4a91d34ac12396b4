//! The designs once more, slowly and by their definitions.

use proptest::prelude::*;

use super::binomial::upper_tails;
use super::gray::CompetingAccrual;
use super::{
    Accrual, AccrualPiece, FollowUp, GrayDesign, Hazards, IncidenceCourse, Sides, SingleArm, Target,
    TestLevel, event_probability, expected_counts, gray_size, single_arm_exact,
};

/// Every sequence of successes and failures, one after another.
fn chance_of_at_least(n: u32, from: u32, p: f64) -> f64 {
    (0..1_u32 << n)
        .filter(|sequence| sequence.count_ones() >= from)
        .map(|sequence| {
            let x = sequence.count_ones();
            p.powi(x.cast_signed()) * (1.0 - p).powi((n - x).cast_signed())
        })
        .sum()
}

/// The mean of a function over a stretch, by many midpoints.
fn mean(from: f64, to: f64, of: impl Fn(f64) -> f64) -> f64 {
    let steps = 20_000;
    let width = (to - from) / f64::from(steps);
    (0..steps).map(|step| of(from + (f64::from(step) + 0.5) * width)).sum::<f64>() / f64::from(steps)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn binomial_tails_count_sequences(n in 1_u32..12, p in 0.02..0.98_f64) {
        let tails = upper_tails(u64::from(n), p);
        for from in 0..=n {
            let slow = chance_of_at_least(n, from, p);
            prop_assert!((tails[from as usize] - slow).abs() < 1e-12, "{} {}", tails[from as usize], slow);
        }
    }

    #[test]
    fn the_critical_number_is_the_smallest(n in 1_u32..12, null in 0.05..0.95_f64, other in 0.05..0.95_f64) {
        prop_assume!((null - other).abs() > 1e-3);
        let level = TestLevel { alpha: 0.1, sides: Sides::One };
        let exact = single_arm_exact(&SingleArm { null, alternative: other, level }, u64::from(n)).unwrap();
        let (p, up) = if other > null { (null, true) } else { (1.0 - null, false) };
        let from = (0..=n + 1).find(|from| *from > n || chance_of_at_least(n, *from, p) <= 0.1).unwrap();
        let expected = (from <= n).then(|| u64::from(if up { from } else { n - from }));
        prop_assert_eq!(exact.critical, expected);
        prop_assert!(exact.alpha <= 0.1 && exact.power >= exact.alpha - 1e-12);
    }

    #[test]
    fn the_chance_of_an_event_is_its_mean_over_entry(
        hazard in 0.01..2.0_f64, other in 0.0..1.0_f64, accrual in 0.1..5.0_f64, followup in 0.0..5.0_f64,
    ) {
        let course = FollowUp { accrual, followup };
        let total = hazard + other;
        let slow = mean(followup, followup + accrual, |t| hazard / total * (1.0 - libm::exp(-total * t)));
        let ours = event_probability(hazard, other, course).unwrap();
        prop_assert!((ours - slow).abs() < 1e-7, "{ours} {slow}");
    }

    #[test]
    fn expected_events_are_a_sum_over_entry(
        hazard in 0.01..1.0_f64, dropout in 0.0..1.0_f64, rates in proptest::array::uniform3(0.5..9.0_f64),
        time in 0.1..9.0_f64,
    ) {
        let ends = [1.0, 2.5, 4.0];
        let pieces = ends.iter().zip(rates).map(|(&until, rate)| AccrualPiece { until, rate }).collect();
        let accrual = Accrual::new(pieces).unwrap();
        let hazards = Hazards { event: hazard, dropout };
        let ours = expected_counts(&accrual, hazards, time).unwrap();
        let total = hazard + dropout;
        let mut slow = 0.0;
        for ((from, to), rate) in [(0.0, 1.0), (1.0, 2.5), (2.5, 4.0)].into_iter().zip(rates) {
            let to = f64::min(to, time);
            if to > from {
                let chance = mean(from, to, |u| hazard / total * (1.0 - libm::exp(-total * (time - u))));
                slow += rate * (to - from) * chance;
            }
        }
        prop_assert!((ours.events - slow).abs() < 1e-6 * slow.max(1.0), "{} {}", ours.events, slow);
    }

    #[test]
    fn incidence_is_averaged_over_entry(
        control in 0.05..0.6_f64, competing in 0.01..0.3_f64, ratio in 0.3..0.9_f64, accrual in 0.1..6.0_f64,
    ) {
        let follow_up = FollowUp { accrual, followup: 0.5 };
        let course = IncidenceCourse {
            control,
            accrual: Some(CompetingAccrual { competing, at: 2.0, follow_up }),
        };
        let level = TestLevel { alpha: 0.05, sides: Sides::Two };
        let design =
            GrayDesign { subdistribution_ratio: ratio, level, allocation: 1.0, course: Some(course) };
        let chances = gray_size(&design, Target::Power(0.8)).unwrap().probabilities.unwrap();
        let total = -libm::log(1.0 - control - competing) / 2.0;
        let incidence = |t: f64| control / (control + competing) * (1.0 - libm::exp(-total * t));
        let slow = mean(0.5, 0.5 + accrual, |t| 1.0 - libm::pow(1.0 - incidence(t), ratio));
        prop_assert!((chances.experimental - slow).abs() < 1e-7, "{} {}", chances.experimental, slow);
        prop_assert!((chances.control - mean(0.5, 0.5 + accrual, incidence)).abs() < 1e-7);
    }
}
