//! The time by which a share of the subjects has had a cause.

use super::quantile::{Level, crossing};
use super::{CumulativeIncidence, IncidenceStep, Quantile, Quantity};

/// The time at which the cumulative incidence of a cause reaches `prob`.
///
/// # Definition
/// The first time with `F >= prob`, up to rounding; where `F` equals `prob` over a flat piece, the middle
/// of that piece, and a flat piece with no later event ends at the last time: the rule of
/// [`quantile`](super::quantile()), with which this agrees where there is one cause. The lower limit is
/// the time at which the upper confidence limit of the curve reaches `prob`, the upper limit that of its
/// lower confidence limit.
///
/// # Input
/// Curves with their pointwise limits, a cause from 1, and a probability between 0 and 1.
///
/// # Returns
/// Times; `not_reached` where the curve (or the limit) does not go up so far.
///
/// # Edge cases
/// Nobody, an unknown cause, or a probability that is none: `not_estimable`. A cause that no one had:
/// `not_reached`. `prob = 0`: time 0.
///
/// # References
/// Peng and Fine, Biometrika 2007;94:733-44, for the limits by inversion. R: `quantile.prodlim(cause = )`
/// gives the first time, without the middle of a flat piece; survival has none for several states.
///
/// # Examples
/// ```
/// use engraft::estimate::{AalenJohansenOptions, Interval, RiskTable, aalen_johansen, incidence_quantile};
/// // Cause 1 at 1 and 3, cause 2 at 2: F1 = 1/3 from 1, 2/3 from 3.
/// let intervals = [(1.0, 1), (2.0, 2), (3.0, 1)].map(|(t, c)| Interval::from_start(t, c));
/// let incidence = aalen_johansen(&RiskTable::new(&intervals, 2, 3)?, &AalenJohansenOptions::default());
/// assert_eq!(incidence_quantile(&incidence, 1, 0.5).estimate, Ok(3.0));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn incidence_quantile(incidence: &CumulativeIncidence, cause: u32, prob: f64) -> Quantile {
    let curve = incidence.curve(cause).unwrap_or_default();
    let crossing = |value: fn(&IncidenceStep) -> Quantity| {
        let level = |step: &IncidenceStep| Level { time: step.time, share: value(step) };
        crossing(&curve.iter().map(level).collect::<Vec<_>>(), prob)
    };
    Quantile {
        prob,
        estimate: crossing(|step| step.estimate),
        conf_low: crossing(|step| step.conf_high),
        conf_high: crossing(|step| step.conf_low),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::table;
    use crate::estimate::{AalenJohansenOptions, Absent, Interval, aalen_johansen};

    fn quantile_of(data: &[(f64, u32)], cause: u32, prob: f64) -> Quantile {
        let intervals: Vec<_> = data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect();
        let incidence = aalen_johansen(&table(&intervals, 2), &AalenJohansenOptions::default());
        incidence_quantile(&incidence, cause, prob)
    }

    #[test]
    fn by_hand() {
        // F1: 1/4 from 1, 1/2 from 3; F2: 1/4 from 2. The last is censored at 9.
        let data = [(1.0, 1), (2.0, 2), (3.0, 1), (9.0, 0)];
        assert_eq!(quantile_of(&data, 1, 0.3).estimate, Ok(3.0));
        // Flat at 1/4 from 1 to 3; flat at 1/2 from 3 to the end; flat at 1/4 from 2 to the end.
        assert_eq!(quantile_of(&data, 1, 0.25).estimate, Ok(2.0));
        assert_eq!(quantile_of(&data, 1, 0.5).estimate, Ok(6.0));
        assert_eq!(quantile_of(&data, 2, 0.25).estimate, Ok(5.5));
        assert_eq!(quantile_of(&data, 2, 0.3).estimate, Err(Absent::NotReached));
    }

    #[test]
    fn limits_come_from_the_opposite_limit_of_the_curve() {
        let data = [(1.0, 1), (2.0, 2), (3.0, 1), (4.0, 1), (5.0, 1), (6.0, 0)];
        let half = quantile_of(&data, 1, 0.4);
        let (low, high) = (half.conf_low.unwrap(), half.conf_high);
        assert!(low < half.estimate.unwrap() && high == Err(Absent::NotReached));
    }

    #[test]
    fn what_cannot_be_told_is_said() {
        assert_eq!(quantile_of(&[], 1, 0.5).estimate, Err(Absent::NotEstimable));
        assert_eq!(quantile_of(&[(1.0, 1)], 3, 0.5).estimate, Err(Absent::NotEstimable));
        assert_eq!(quantile_of(&[(1.0, 1)], 2, 0.5).estimate, Err(Absent::NotReached));
        assert_eq!(quantile_of(&[(1.0, 1)], 1, 1.5).estimate, Err(Absent::NotEstimable));
    }
}
