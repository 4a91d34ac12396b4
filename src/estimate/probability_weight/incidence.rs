//! Cumulative incidence under probability weights.

use super::sweep::{Moment, sweep};
use super::{WeightedInterval, WeightedStep, ordered, subjects};
use crate::estimate::Absent;
use crate::estimate::confidence::normal_quantile;
use crate::estimate::risk_table::index_of;

/// Weighted cumulative incidence of every cause.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedIncidence {
    /// One curve a cause, cause `c` at `c - 1`, with a step a time at which anybody has an event or is censored.
    pub curves: Vec<Vec<WeightedStep>>,
    /// Subjects of positive weight.
    pub subjects: u64,
    complete: bool,
    rows: Vec<WeightedInterval>,
}

/// Estimates cumulative incidence by the method of Aalen and Johansen with probability weights and robust variance.
///
/// # Definition
/// `F_k(t) = sum over times s <= t of S(s-) d_k / n` with weights `d_k` of the events of cause `k` and `n` at
/// risk. The variance is the infinitesimal jackknife over subjects. Limits are symmetric for `log(-log F)`.
///
/// # Input
/// The rows of one stratum, and the number of causes of the study.
///
/// # Returns
/// A curve for every cause, weights in place of counts.
///
/// # Edge cases
/// As [`crate::estimate::aalen_johansen`]; rows of weight 0 leave no trace.
///
/// # References
/// Aalen and Johansen, Scand J Stat 1978;5:141-50. R: `survfit(Surv(exit, factor(state)) ~ 1, weights = w, id = id,
/// conf.type = "log-log")`.
///
/// # Examples
/// ```
/// use engraft::estimate::{WeightedInterval, weighted_aalen_johansen};
/// // Weight 2 has cause 1 at 1; of the remaining 2, weight 1 has cause 2 at 2.
/// let row = |subject, exit, cause, weight| WeightedInterval { subject, entry: None, exit, cause, weight, inner: false };
/// let rows = [row(0, 1.0, 1, 2.0), row(1, 2.0, 2, 1.0), row(2, 3.0, 0, 1.0)];
/// let incidence = weighted_aalen_johansen(&rows, 2, 0.95);
/// assert_eq!((incidence.at(1, 2.5).estimate, incidence.at(2, 2.5).estimate), (Ok(0.5), Ok(0.25)));
/// ```
pub fn weighted_aalen_johansen(
    rows: &[WeightedInterval],
    causes: usize,
    conf_level: f64,
) -> WeightedIncidence {
    let rows = ordered(rows);
    let moments = sweep(&rows, causes);
    let z = normal_quantile(conf_level);
    WeightedIncidence {
        curves: (0..causes).map(|cause| curve(&moments, cause, z)).collect(),
        subjects: subjects(&rows),
        complete: moments.last().is_some_and(|moment| moment.emptied),
        rows,
    }
}

fn curve(moments: &[Moment], cause: usize, z: Option<f64>) -> Vec<WeightedStep> {
    let mut shown = WeightedStep::certain(0.0);
    let mut alive = true;
    let step = |moment: &Moment| {
        if alive && moment.events[cause] > 0.0 {
            shown = show(moment.causes[cause], z);
        }
        alive = !moment.emptied;
        WeightedStep {
            time: moment.time,
            n_risk: moment.at_risk,
            n_event: moment.events[cause],
            n_censor: moment.censored,
            ..shown
        }
    };
    moments.iter().map(step).collect()
}

/// The values that hold from an event of the cause on.
fn show((incidence, variance): (f64, f64), z: Option<f64>) -> WeightedStep {
    if incidence >= 1.0 - 1e-12 {
        return WeightedStep::alone(incidence.min(1.0));
    }
    let std_error = libm::sqrt(variance);
    let log = libm::log(incidence);
    let power = z.map(|z| libm::exp(-z * std_error / (incidence * log)));
    let none = Err(Absent::NotEstimable);
    WeightedStep {
        std_error: Ok(std_error),
        conf_low: power.map_or(none, |power| Ok(libm::exp(log * power))),
        conf_high: power.map_or(none, |power| Ok(libm::exp(log / power))),
        ..WeightedStep::alone(incidence)
    }
}

impl WeightedIncidence {
    /// Incidence of `cause` at any time, as [`crate::estimate::CumulativeIncidence::at`].
    pub fn at(&self, cause: u32, time: f64) -> WeightedStep {
        let curve = self.curves.get(index_of(cause)).map(Vec::as_slice).unwrap_or_default();
        let end = curve.partition_point(|step| step.time <= time);
        let done = &curve[..end];
        let step = done.last().copied().unwrap_or_else(|| WeightedStep::certain(0.0));
        let step = step.asked(time, done, &self.rows);
        match curve.last() {
            None => step.absent(Absent::NotEstimable),
            Some(last) if time > last.time && !self.complete => step.absent(Absent::BeyondFollowup),
            Some(_) => step,
        }
    }

    /// The weight of the events of a cause.
    pub fn events(&self, cause: u32) -> f64 {
        self.curves.get(index_of(cause)).map_or(0.0, |curve| curve.iter().map(|step| step.n_event).sum())
    }
}
