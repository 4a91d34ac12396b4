//! Mean time lost to a cause up to a horizon.

use super::confidence::normal_quantile;
use super::{Absent, CumulativeIncidence, PastFollowup, Quantity, RestrictedMean, RiskRow, Variance};

/// Estimates the restricted mean time lost to a cause: the area under its cumulative incidence up to `tau`.
///
/// # Definition
/// `integral of F_k from 0 to tau`. With `g(s) = integral from s to tau of (F_k(t) - F_k(s)) dt / S(s)`, the
/// time that one who is event-free just after `s` will lose (0 where `S(s)` is), an event of the cause at
/// `s` changes the area by `S(s-) a`, `a = tau - s - g(s)`, and one of another cause by `S(s-) b`,
/// `b = -g(s)`, an event being `1/n`. The variance is that of the curve carried through this:
/// `delta`: `sum of S(s-)² (p a² + q b² - (p a + q b)²) / n`, with `p` and `q` the shares of `n` that have the
/// cause and another; `aalen`: `sum of S(s-)² (a² c(d) d + b² c(o) o) / n²`, with `d` and `o` their numbers and
/// `c(x) = 1 - (x - 1)/(n - 1)`. Limits: plus and minus `z` standard errors.
///
/// # Input
/// Curves of a stratum with their choice of variance and level, a cause from 1, a horizon above 0.
///
/// # Returns
/// The time lost, from 0 to `tau`. Summed over all causes it is `tau` less the restricted mean time free of
/// any event.
///
/// # Edge cases
/// `tau` past the last observation: carried on if nobody remained event-free, else `beyond_followup`
/// (unless the curve carries its last value forward). No event of the cause before `tau`: 0, standard error
/// 0, no limits (`no_events`). An estimate without spread (all had the event at once): standard error and
/// limits `not_estimable`. Nobody, an unknown cause, or a horizon that is none: `not_estimable`.
///
/// # References
/// Andersen, Stat Med 2013;32:5278-85. R: for `delta`, the areas under the influence curves of
/// `survfit(Surv(t, factor(cause)) ~ 1, influence = TRUE)`.
///
/// # Examples
/// ```
/// use engraft::estimate::{AalenJohansenOptions, Interval, RiskTable, aalen_johansen, restricted_time_lost};
/// // Cause 1 at 1, cause 2 at 2: half lose all but the first day of three.
/// let intervals = [(1.0, 1), (2.0, 2)].map(|(t, c)| Interval::from_start(t, c));
/// let incidence = aalen_johansen(&RiskTable::new(&intervals, 2, 2)?, &AalenJohansenOptions::default());
/// assert_eq!(restricted_time_lost(&incidence, 1, 3.0).estimate, Ok(1.0));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn restricted_time_lost(incidence: &CumulativeIncidence, cause: u32, tau: f64) -> RestrictedMean {
    match reason_for_none(incidence, cause, tau) {
        Some(reason) => RestrictedMean::absent(tau, reason),
        None => shown(&area(incidence, cause, tau), tau, incidence.options.conf_level),
    }
}

fn reason_for_none(incidence: &CumulativeIncidence, cause: u32, tau: f64) -> Option<Absent> {
    let Some(last) = incidence.curve(cause).and_then(<[_]>::last) else { return Some(Absent::NotEstimable) };
    let carried = incidence.complete() || incidence.options.past_followup == PastFollowup::CarryForward;
    if !(tau.is_finite() && tau > 0.0) {
        Some(Absent::NotEstimable)
    } else if tau > last.time && !carried {
        Some(Absent::BeyondFollowup)
    } else {
        None
    }
}

/// The area under a curve, and how sure it is.
struct Area {
    value: f64,
    variance: f64,
    events: u64,
}

fn area(incidence: &CumulativeIncidence, cause: u32, tau: f64) -> Area {
    let steps = incidence.table.rows().filter(RiskRow::is_step).zip(&incidence.event_free);
    let before = std::iter::once(1.0).chain(incidence.event_free.iter().copied());
    let until: Vec<_> = steps.zip(before).take_while(|((row, _), _)| row.time < tau).collect();
    let mut area = Area { value: 0.0, variance: 0.0, events: 0 };
    // From tau backwards: what is lost by events from each time on.
    for ((row, after), before) in until.into_iter().rev() {
        let of_cause = row.events.get(super::risk_table::index_of(cause)).copied().unwrap_or(0);
        let all = row.any_event();
        if all == 0 || before <= 0.0 {
            continue;
        }
        let left = tau - row.time;
        let later = if *after > 0.0 { area.value / after } else { 0.0 };
        let jump = Jump { n: row.at_risk as f64, d: of_cause as f64, others: (all - of_cause) as f64 };
        area.variance += before * before * jump.variance(incidence.options.variance, left - later, -later);
        area.value += left * (before * jump.d / jump.n);
        area.events += of_cause;
    }
    area
}

/// What happens at one time: at risk, events of the cause, events of the others.
struct Jump {
    n: f64,
    d: f64,
    others: f64,
}

impl Jump {
    /// The variance that the events add, where one of the cause counts `a` and one of the others `b`.
    fn variance(&self, kind: Variance, a: f64, b: f64) -> f64 {
        let n = self.n;
        match kind {
            Variance::Delta => {
                let (p, q) = (self.d / n, self.others / n);
                let mean = p * a + q * b;
                ((p * a * a + q * b * b - mean * mean) / n).max(0.0)
            }
            Variance::Aalen => {
                let noise = |d: f64| {
                    let ties = if d > 1.0 { 1.0 - (d - 1.0) / (n - 1.0) } else { 1.0 };
                    ties * d / (n * n)
                };
                a * a * noise(self.d) + b * b * noise(self.others)
            }
        }
    }
}

fn shown(area: &Area, tau: f64, conf_level: f64) -> RestrictedMean {
    let estimate = Ok(area.value);
    if area.events == 0 {
        let none = Err(Absent::NoEvents);
        return RestrictedMean { tau, estimate, std_error: Ok(0.0), conf_low: none, conf_high: none };
    }
    if area.variance <= 0.0 {
        return RestrictedMean { estimate, ..RestrictedMean::absent(tau, Absent::NotEstimable) };
    }
    let std_error = libm::sqrt(area.variance);
    let limit = |sign: f64| -> Quantity {
        normal_quantile(conf_level).map(|z| area.value + sign * z * std_error).ok_or(Absent::NotEstimable)
    };
    RestrictedMean { tau, estimate, std_error: Ok(std_error), conf_low: limit(-1.0), conf_high: limit(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::table;
    use crate::estimate::{AalenJohansenOptions, Interval, aalen_johansen};

    fn lost(data: &[(f64, u32)], variance: Variance, tau: f64) -> RestrictedMean {
        let intervals: Vec<_> = data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect();
        let options = AalenJohansenOptions { variance, ..Default::default() };
        restricted_time_lost(&aalen_johansen(&table(&intervals, 2), &options), 1, tau)
    }

    #[test]
    fn by_hand() {
        // Cause 1 at 2, cause 2 at 3, cause 1 at 4, censored at 6. F1: 1/4 from 2, 1/2 from 4. To 5: 3/4 + 1/2 - 1/4.
        let data = [(2.0, 1), (3.0, 2), (4.0, 1), (6.0, 0)];
        let delta = lost(&data, Variance::Delta, 5.0);
        assert_eq!(delta.estimate, Ok(1.0));
        // g: 0 after 4, 1/2 after 3 (1/4 over S = 1/2), 1/3 after 2. Of the cause a = 1 at 4 (S- 1/2, n 2) and
        // 8/3 at 2 (S- 1, n 4); of the other b = -1/2 at 3 (S- 3/4, n 3).
        let at_four = 0.25 * (0.5 - 0.25) / 2.0;
        let at_three = 0.5625 * (0.25 / 3.0 - 0.25 / 9.0) / 3.0;
        let at_two = (64.0 / 9.0 / 4.0 - 4.0 / 9.0) / 4.0;
        assert!((delta.std_error.unwrap() - libm::sqrt(at_four + at_three + at_two)).abs() < 1e-15);
        let aalen = 0.25 / 4.0 + 0.5625 * 0.25 / 9.0 + 64.0 / 9.0 / 16.0;
        assert!((lost(&data, Variance::Aalen, 5.0).std_error.unwrap() - libm::sqrt(aalen)).abs() < 1e-15);
    }

    #[test]
    fn a_horizon_past_a_last_censoring_is_refused() {
        let open = [(1.0, 1), (2.0, 2), (3.0, 0)];
        assert!(lost(&open, Variance::Aalen, 3.0).estimate.is_ok());
        assert_eq!(lost(&open, Variance::Aalen, 3.1).estimate, Err(Absent::BeyondFollowup));
        assert_eq!(lost(&open[..2], Variance::Aalen, 11.0).estimate, Ok(5.0));
        assert_eq!(lost(&open, Variance::Aalen, 0.0).estimate, Err(Absent::NotEstimable));
        assert_eq!(lost(&[], Variance::Aalen, 1.0).estimate, Err(Absent::NotEstimable));
    }

    #[test]
    fn what_has_no_spread_says_so() {
        let none = lost(&[(1.0, 2), (2.0, 0)], Variance::Delta, 2.0);
        assert_eq!((none.estimate, none.std_error, none.conf_low), (Ok(0.0), Ok(0.0), Err(Absent::NoEvents)));
        // All at risk are gone at 1; what befalls a later arrival has no weight.
        let intervals = [Interval::from_start(1.0, 2), Interval::delayed(2.0, 3.0, 1)];
        let late = aalen_johansen(&table(&intervals, 2), &AalenJohansenOptions::default());
        let late = restricted_time_lost(&late, 1, 4.0);
        assert_eq!(
            (late.estimate, late.std_error, late.conf_high),
            (Ok(0.0), Ok(0.0), Err(Absent::NoEvents))
        );
        let at_once = lost(&[(1.0, 1), (1.0, 1)], Variance::Delta, 2.0);
        assert_eq!((at_once.estimate, at_once.std_error), (Ok(1.0), Err(Absent::NotEstimable)));
    }
}
