//! Mean survival time up to a horizon.

use super::confidence::normal_quantile;
use super::{Absent, PastFollowup, Quantity, Survival};

/// A mean survival time up to a horizon, or a contrast of two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestrictedMean {
    /// The horizon.
    pub tau: f64,
    /// The mean (or difference, or ratio).
    pub estimate: Quantity,
    /// Its standard error; of a ratio, that of its logarithm.
    pub std_error: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

/// Estimates the restricted mean survival time: the area under the curve up to `tau`.
///
/// # Definition
/// `integral of S from 0 to tau`; variance `sum over events s <= tau of A(s)² d / (n (n - d))` with `A(s)`
/// the area from `s` to `tau`; a time at which all have the event adds nothing. Limits: plus and minus
/// `z` standard errors.
///
/// # Input
/// A Kaplan-Meier curve, and a horizon above 0.
///
/// # Returns
/// The mean in the unit of time, at most `tau`.
///
/// # Edge cases
/// `tau` past the last observation: if that is an event the curve is 0 beyond, else `beyond_followup`
/// (unless the curve carries its last value forward). No event up to `tau`: `tau`, standard error 0, no
/// limits (`no_events`). Nobody, or a horizon that is none: `not_estimable`.
///
/// # References
/// Royston and Parmar, Stat Med 2011;30:2409-21. Irwin 1949. R: `print(survfit(...), rmean = tau)`,
/// `survRM2::rmst1`.
///
/// # Examples
/// ```
/// use engraft::estimate::{Interval, KaplanMeierOptions, RiskTable, kaplan_meier, restricted_mean};
/// // Deaths at 1 and 3: area 1 * 1 + 2 * 1/2 up to 3.
/// let intervals = [1.0, 3.0].map(|t| Interval::from_start(t, 1));
/// let survival = kaplan_meier(&RiskTable::new(&intervals, 1, 2)?, &KaplanMeierOptions::default());
/// assert_eq!(restricted_mean(&survival, 3.0).estimate, Ok(2.0));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn restricted_mean(survival: &Survival, tau: f64) -> RestrictedMean {
    match reason_for_none(survival, tau) {
        Some(reason) => RestrictedMean::absent(tau, reason),
        None => area(survival, tau),
    }
}

fn reason_for_none(survival: &Survival, tau: f64) -> Option<Absent> {
    let Some(last) = survival.last_time() else { return Some(Absent::NotEstimable) };
    let carried = survival.last_is_event || survival.options.past_followup == PastFollowup::CarryForward;
    if !(tau.is_finite() && tau > 0.0) {
        Some(Absent::NotEstimable)
    } else if tau > last && !carried {
        Some(Absent::BeyondFollowup)
    } else {
        None
    }
}

fn area(survival: &Survival, tau: f64) -> RestrictedMean {
    let end = survival.steps.partition_point(|step| step.time <= tau);
    // From tau backwards: the area from each time to tau.
    let (mut area, mut variance, mut until, mut events) = (0.0, 0.0, tau, 0);
    for step in survival.steps[..end].iter().rev() {
        area += (until - step.time) * step.estimate.unwrap_or(0.0);
        until = step.time;
        if step.n_event > 0 && step.n_risk > step.n_event {
            let (n, d) = (step.n_risk as f64, step.n_event as f64);
            variance += area * area * d / (n * (n - d));
        }
        events += step.n_event;
    }
    let mean = area + until;
    if events == 0 {
        let none = Err(Absent::NoEvents);
        return RestrictedMean {
            tau,
            estimate: Ok(mean),
            std_error: Ok(0.0),
            conf_low: none,
            conf_high: none,
        };
    }
    let std_error = libm::sqrt(variance);
    let limit = |sign: f64| margin(survival, std_error).map(|margin| mean + sign * margin);
    RestrictedMean {
        tau,
        estimate: Ok(mean),
        std_error: Ok(std_error),
        conf_low: limit(-1.0),
        conf_high: limit(1.0),
    }
}

fn margin(survival: &Survival, std_error: f64) -> Quantity {
    normal_quantile(survival.options.conf_level).map(|z| z * std_error).ok_or(Absent::NotEstimable)
}

impl RestrictedMean {
    /// A mean that was estimated otherwise, without limits, to be compared with another.
    pub fn of(tau: f64, estimate: Quantity, std_error: Quantity) -> Self {
        let none = Err(Absent::NotEstimable);
        Self { tau, estimate, std_error, conf_low: none, conf_high: none }
    }

    pub(super) fn absent(tau: f64, reason: Absent) -> Self {
        let none = Err(reason);
        Self { tau, estimate: none, std_error: none, conf_low: none, conf_high: none }
    }

    /// The difference from another group's mean, `self - other`.
    ///
    /// Absent with the reason of whichever mean is absent.
    #[must_use]
    pub fn difference(&self, other: &Self, conf_level: f64) -> Self {
        self.contrast(other, conf_level, |[a, b], [var_a, var_b]| {
            Some(Contrast { centre: a - b, variance: var_a + var_b, back: std::convert::identity })
        })
    }

    /// The ratio to another group's mean, `self / other`, with limits on the log scale.
    ///
    /// Absent with the reason of whichever mean is absent; `not_estimable` where a mean is 0.
    #[must_use]
    pub fn ratio(&self, other: &Self, conf_level: f64) -> Self {
        self.contrast(other, conf_level, |[a, b], [var_a, var_b]| {
            (a > 0.0 && b > 0.0).then(|| Contrast {
                centre: libm::log(a) - libm::log(b),
                variance: var_a / (a * a) + var_b / (b * b),
                back: libm::exp,
            })
        })
    }

    fn contrast(
        &self,
        other: &Self,
        conf_level: f64,
        of: impl Fn([f64; 2], [f64; 2]) -> Option<Contrast>,
    ) -> Self {
        let values = || -> Result<_, Absent> {
            let errors = [self.std_error?, other.std_error?].map(|error| error * error);
            of([self.estimate?, other.estimate?], errors).ok_or(Absent::NotEstimable)
        };
        let contrast = match values() {
            Ok(contrast) => contrast,
            Err(reason) => return Self::absent(self.tau, reason),
        };
        let Contrast { centre, variance, back } = contrast;
        let std_error = libm::sqrt(variance);
        let limit = |sign: f64| {
            let z = normal_quantile(conf_level).ok_or(Absent::NotEstimable)?;
            if variance > 0.0 { Ok(back(centre + sign * z * std_error)) } else { Err(Absent::NoEvents) }
        };
        Self {
            tau: self.tau,
            estimate: Ok(back(centre)),
            std_error: Ok(std_error),
            conf_low: limit(-1.0),
            conf_high: limit(1.0),
        }
    }
}

/// A contrast on the scale on which it is symmetric, and the way back.
struct Contrast {
    centre: f64,
    variance: f64,
    back: fn(f64) -> f64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{Interval, KaplanMeierOptions, RiskTable, kaplan_meier};

    fn curve(data: &[(f64, u32)]) -> Survival {
        let intervals: Vec<_> = data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect();
        kaplan_meier(&RiskTable::new(&intervals, 1, 9).unwrap(), &KaplanMeierOptions::default())
    }

    #[test]
    fn by_hand() {
        // Dead at 2, censored at 3, dead at 4 and 6; S: 3/4 from 2, 3/8 from 4, 0 from 6.
        let survival = curve(&[(2.0, 1), (3.0, 0), (4.0, 1), (6.0, 1)]);
        // To 5: 2 + 2 * 3/4 + 3/8. A(2) = 15/8, A(4) = 3/8; (15/8)²/12 + (3/8)²/2.
        let mean = restricted_mean(&survival, 5.0);
        assert_eq!(mean.estimate, Ok(3.875));
        assert!((mean.std_error.unwrap() - libm::sqrt(3.515_625 / 12.0 + 0.140_625 / 2.0)).abs() < 1e-15);
        // Past the last death: 2 + 1.5 + 0.75
        assert_eq!(restricted_mean(&survival, 60.0).estimate, Ok(4.25));
        assert_eq!(restricted_mean(&survival, 1.0).estimate, Ok(1.0));
        assert_eq!(restricted_mean(&survival, 1.0).conf_low, Err(Absent::NoEvents));
        assert_eq!(restricted_mean(&survival, 0.0).estimate, Err(Absent::NotEstimable));
    }

    #[test]
    fn a_horizon_past_a_last_censoring_is_refused() {
        let survival = curve(&[(2.0, 1), (5.0, 0)]);
        assert_eq!(restricted_mean(&survival, 5.0).estimate, Ok(3.5));
        assert_eq!(restricted_mean(&survival, 5.1).estimate, Err(Absent::BeyondFollowup));
        let both = curve(&[(2.0, 1), (2.0, 0)]);
        assert_eq!(restricted_mean(&both, 3.0).estimate, Err(Absent::BeyondFollowup));
    }

    #[test]
    fn contrasts() {
        let a = restricted_mean(&curve(&[(2.0, 1), (5.0, 0)]), 4.0); // 2 + 1 = 3, A = 1, var 1/2
        let b = restricted_mean(&curve(&[(1.0, 1), (5.0, 1)]), 4.0); // 1 + 1.5 = 2.5, A = 1.5, var 9/8
        let difference = a.difference(&b, 0.95);
        assert_eq!(difference.estimate, Ok(0.5));
        assert!((difference.std_error.unwrap() - libm::sqrt(1.625)).abs() < 1e-15);
        let ratio = a.ratio(&b, 0.95);
        assert!((ratio.estimate.unwrap() - 1.2).abs() < 1e-15);
        assert!((ratio.std_error.unwrap() - libm::sqrt(0.5 / 9.0 + 1.125 / 6.25)).abs() < 1e-15);
        let none = restricted_mean(&curve(&[(2.0, 0)]), 4.0);
        assert_eq!(a.difference(&none, 0.95).estimate, Err(Absent::BeyondFollowup));
    }
}
