//! Events over the time at risk, and the ratio of two such rates.

mod tail;

use super::{Absent, Quantity};
use tail::{binomial_p_value, odds_low, poisson_high, poisson_low};

/// Events and the time in which they could have happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exposure {
    /// Events, repeated ones of one subject too.
    pub events: u64,
    /// Time at risk, summed over subjects.
    pub person_time: f64,
}

/// A rate with its confidence limits, for one unit of person-time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Events over person-time.
    pub estimate: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

/// The ratio of two rates with its confidence limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    /// The rate over that of the reference.
    pub estimate: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
    /// Two-sided p-value of the rates being the same.
    pub p_value: Quantity,
}

/// Estimates an incidence rate with its exact interval.
///
/// # Definition
/// `x / T` for `x` events in person-time `T`. With `X` Poisson of mean `m`, the limits are those of `m` over
/// `T`: the lower one solves `P(X >= x) = a`, the upper one `P(X <= x) = a`, where `a` is half of what the
/// level leaves. They are half the chi-square quantiles with `2x` and `2x + 2` degrees of freedom.
///
/// # Input
/// Events and person-time, of any unit; a two-sided confidence level between 0 and 1.
///
/// # Returns
/// Rates for one unit of person-time, from 0.
///
/// # Edge cases
/// No events: rate 0, lower limit 0, upper limit `-ln a / T`. No person-time, with or without events:
/// `not_estimable`. A level that is none leaves the limits out.
///
/// # References
/// Garwood, Biometrika 1936;28:437-42. R: `poisson.test(x, T)`, `epitools::pois.exact(x, T)`.
///
/// # Examples
/// ```
/// use engraft::estimate::{Exposure, incidence_rate};
/// // Nothing in 10 years: up to -ln(0.025) / 10 a year.
/// let rate = incidence_rate(Exposure { events: 0, person_time: 10.0 }, 0.95);
/// assert_eq!((rate.estimate, rate.conf_low), (Ok(0.0), Ok(0.0)));
/// assert!((rate.conf_high.unwrap_or(0.0) - 0.368_887_945_411_394).abs() < 1e-14);
/// ```
pub fn incidence_rate(exposure: Exposure, conf_level: f64) -> Rate {
    let none = Err(Absent::NotEstimable);
    let Exposure { events, person_time } = exposure;
    if !exposure.is_time() {
        return Rate { estimate: none, conf_low: none, conf_high: none };
    }
    let estimate = Ok(events as f64 / person_time);
    let Some(tail) = tail_of(conf_level) else { return Rate { estimate, conf_low: none, conf_high: none } };
    Rate {
        estimate,
        conf_low: Ok(poisson_low(events, tail) / person_time),
        conf_high: Ok(poisson_high(events, tail) / person_time),
    }
}

/// Estimates the ratio of two incidence rates with its exact conditional interval.
///
/// # Definition
/// `(x1 / T1) / (x0 / T0)`. Given all `n = x1 + x0` events, `x1` is binomial with odds `ratio * T1 / T0`;
/// the limits are those of Clopper and Pearson for these odds, over `T1 / T0`. The p-value is the probability,
/// when the ratio is 1, of all outcomes that are no more probable than the one seen (but for a relative
/// difference of 1e-7, as R has it).
///
/// # Input
/// Events and person-time of the group and of the reference; a two-sided confidence level between 0 and 1.
///
/// # Returns
/// The ratio, its limits from 0, and the p-value.
///
/// # Edge cases
/// No events in either: `no_events`. None in the reference alone: ratio and upper limit are `not_estimable`,
/// the lower limit and the p-value exist. None in the group alone: ratio and lower limit are 0. Either
/// without person-time: `not_estimable`. A level that is none leaves the limits out.
///
/// # References
/// Przyborowski and Wilenski, Biometrika 1940;31:313-23. Clopper and Pearson, Biometrika 1934;26:404-13.
/// R: `poisson.test(c(x1, x0), c(T1, T0))`; where the upper limit is infinite there, there is none here.
///
/// # Examples
/// ```
/// use engraft::estimate::{Exposure, rate_ratio};
/// // Two events against none in the same time: p = 1/4 + 1/4.
/// let [group, reference] = [2, 0].map(|events| Exposure { events, person_time: 5.0 });
/// let ratio = rate_ratio(group, reference, 0.95);
/// assert!(ratio.estimate.is_err() && ratio.conf_high.is_err());
/// assert!((ratio.p_value.unwrap_or(0.0) - 0.5).abs() < 1e-15);
/// ```
pub fn rate_ratio(group: Exposure, reference: Exposure, conf_level: f64) -> RateRatio {
    let absent = |reason| {
        let none = Err(reason);
        RateRatio { estimate: none, conf_low: none, conf_high: none, p_value: none }
    };
    let events = group.events.saturating_add(reference.events);
    // The odds of an event being the group's when the rates are the same.
    let odds = group.person_time / reference.person_time;
    if !group.is_time() || !reference.is_time() || !odds.is_normal() {
        return absent(Absent::NotEstimable);
    }
    if events == 0 {
        return absent(Absent::NoEvents);
    }
    let none = Err(Absent::NotEstimable);
    let (conf_low, conf_high) = match tail_of(conf_level) {
        None => (none, none),
        Some(tail) => (
            Ok(odds_low(group.events, events, tail) / odds),
            match odds_low(reference.events, events, tail) {
                low if low > 0.0 => Ok(1.0 / (low * odds)),
                _ => none,
            },
        ),
    };
    let estimate = match reference.events {
        0 => none,
        _ => Ok(group.events as f64 / reference.events as f64 / odds),
    };
    RateRatio { estimate, conf_low, conf_high, p_value: Ok(binomial_p_value(group.events, events, odds)) }
}

impl Exposure {
    fn is_time(self) -> bool {
        self.person_time.is_finite() && self.person_time > 0.0
    }
}

/// What a two-sided level leaves on each side.
fn tail_of(conf_level: f64) -> Option<f64> {
    (conf_level > 0.0 && conf_level < 1.0).then_some((1.0 - conf_level) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::fixed_cases;
    use proptest::prelude::*;
    use statrs::distribution::{Beta, Binomial, ContinuousCDF, Discrete, Poisson};

    fn exposure(events: u64, person_time: f64) -> Exposure {
        Exposure { events, person_time }
    }

    fn near(ours: Quantity, reference: f64) {
        let ours = ours.unwrap();
        assert!((ours - reference).abs() <= 1e-11 * reference, "{ours} is not {reference}");
    }

    #[test]
    fn by_hand() {
        // One event in 4 years: the lower limit solves 1 - exp(-4 r) = 0.025.
        let rate = incidence_rate(exposure(1, 4.0), 0.95);
        assert_eq!(rate.estimate, Ok(0.25));
        near(rate.conf_low, -libm::log(0.975) / 4.0);
        // The upper one (1 + 4 r) exp(-4 r) = 0.025.
        let mean = rate.conf_high.unwrap() * 4.0;
        assert!(((1.0 + mean) * libm::exp(-mean) - 0.025).abs() < 1e-15);
    }

    #[test]
    fn a_ratio_by_hand() {
        // 3 of 3 events in half of the time: p = 1/8 + 1/8; the lower odds solve p^3 = 0.025.
        let ratio = rate_ratio(exposure(3, 2.0), exposure(0, 2.0), 0.95);
        near(ratio.p_value, 0.25);
        let share = libm::cbrt(0.025);
        near(ratio.conf_low, share / (1.0 - share));
        // 0 of 2 events with a third of the time: no outcome but both is less probable than 4/9; 1/9 and 4/9 are.
        let ratio = rate_ratio(exposure(0, 1.0), exposure(2, 2.0), 0.95);
        assert_eq!((ratio.estimate, ratio.conf_low), (Ok(0.0), Ok(0.0)));
        near(ratio.p_value, 1.0);
        // 3 in 2 years against 2 in 8: 1.5 over 0.25.
        near(rate_ratio(exposure(3, 2.0), exposure(2, 8.0), 0.95).estimate, 6.0);
    }

    #[test]
    fn nobody_and_nothing() {
        let none = Err(Absent::NotEstimable);
        let nobody = incidence_rate(exposure(0, 0.0), 0.95);
        assert_eq!((nobody.estimate, nobody.conf_low, nobody.conf_high), (none, none, none));
        assert_eq!(incidence_rate(exposure(2, 0.0), 0.95).estimate, none);
        let no_level = incidence_rate(exposure(1, 2.0), 1.0);
        assert_eq!((no_level.estimate, no_level.conf_high), (Ok(0.5), none));
        let nothing = rate_ratio(exposure(0, 1.0), exposure(0, 2.0), 0.95);
        assert_eq!((nothing.estimate, nothing.p_value), (Err(Absent::NoEvents), Err(Absent::NoEvents)));
        assert_eq!(rate_ratio(exposure(1, 1.0), exposure(1, 0.0), 0.95).p_value, none);
        assert_eq!(rate_ratio(exposure(1, 1.0), exposure(1, 1.0), 2.0).conf_low, none);
    }

    /// All outcomes no more probable than the one seen, one by one.
    fn slow_p_value(x: u64, n: u64, share: f64) -> f64 {
        let binomial = Binomial::new(share, n).unwrap();
        let seen = binomial.pmf(x) * (1.0 + 1e-7);
        (0..=n).map(|k| binomial.pmf(k)).filter(|p| *p <= seen).sum::<f64>().min(1.0)
    }

    proptest! {
        #![proptest_config(fixed_cases(120))]

        #[test]
        fn agrees_with_sums_over_all_outcomes(x in 0_u64..40, y in 0_u64..40, first in 0.2_f64..9.0, second in 0.2_f64..9.0) {
            let (group, reference) = (exposure(x, first), exposure(y, second));
            let rate = incidence_rate(group, 0.9);
            let poisson = Poisson::new(rate.conf_high.unwrap() * first).unwrap();
            let below: f64 = (0..=x).map(|k| poisson.pmf(k)).sum();
            prop_assert!((below - 0.05).abs() < 1e-11);
            if x > 0 {
                let poisson = Poisson::new(rate.conf_low.unwrap() * first).unwrap();
                let below: f64 = (0..x).map(|k| poisson.pmf(k)).sum();
                prop_assert!((1.0 - below - 0.05).abs() < 1e-11);
            }
            prop_assume!(x + y > 0);
            let ratio = rate_ratio(group, reference, 0.9);
            let p = ratio.p_value.unwrap();
            prop_assert!((p - slow_p_value(x, x + y, first / (first + second))).abs() < 1e-11);
            if x > 0 {
                let odds = ratio.conf_low.unwrap() * first / second;
                let beta = Beta::new(x as f64, y as f64 + 1.0).unwrap();
                prop_assert!((beta.cdf(odds / (1.0 + odds)) - 0.05).abs() < 1e-11);
            }
            // The other way round everything is turned over.
            let turned = rate_ratio(reference, group, 0.9);
            prop_assert!((turned.p_value.unwrap() - p).abs() < 1e-12);
            if let (Ok(low), Ok(high)) = (ratio.conf_low, turned.conf_high) {
                prop_assert!((low * high - 1.0).abs() < 1e-12);
            }
        }
    }
}
