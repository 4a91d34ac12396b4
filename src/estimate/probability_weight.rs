//! Estimates under probability weights, as from a propensity model, with robust variance.

#[cfg(test)]
mod formulas;
mod incidence;
#[cfg(test)]
mod naive;
mod score_test;
mod survival;
mod sweep;

pub use incidence::{WeightedIncidence, weighted_aalen_johansen};
pub use score_test::robust_logrank;
pub use survival::{WeightedSurvival, weighted_kaplan_meier};

use super::{Absent, Quantity};

/// A row under observation over (entry, exit], which stands for so many.
///
/// Rows are checked before: times are finite, not negative and tied, entry is before exit, the intervals of
/// a subject do not overlap, weights are finite and not negative. Rows of weight 0 leave no trace.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedInterval {
    /// The subject; rows of one subject are dependent.
    pub subject: u32,
    /// When it comes under observation; none: from the start.
    pub entry: Option<f64>,
    /// When it leaves.
    pub exit: f64,
    /// 0 censored, i = cause i.
    pub cause: u32,
    /// How many it stands for.
    pub weight: f64,
    /// Whether another interval of the subject follows, so that its end is no censoring.
    pub inner: bool,
}

/// A probability at a time, with the weights that belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedStep {
    /// The time.
    pub time: f64,
    /// Weight at risk just before.
    pub n_risk: f64,
    /// Weight of the events: in steps at this time alone, in `at` from 0 up to and including it.
    pub n_event: f64,
    /// Weight of the censored, counted like the events.
    pub n_censor: f64,
    /// The probability.
    pub estimate: Quantity,
    /// Its robust standard error.
    pub std_error: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

impl WeightedStep {
    /// What holds before the first event: a certain value.
    fn certain(estimate: f64) -> Self {
        let none = Err(Absent::NoEvents);
        Self {
            time: 0.0,
            n_risk: 0.0,
            n_event: 0.0,
            n_censor: 0.0,
            estimate: Ok(estimate),
            std_error: Ok(0.0),
            conf_low: none,
            conf_high: none,
        }
    }

    /// An estimate without error or limits.
    fn alone(estimate: f64) -> Self {
        let none = Err(Absent::NotEstimable);
        Self { std_error: none, conf_low: none, conf_high: none, ..Self::certain(estimate) }
    }

    fn absent(self, reason: Absent) -> Self {
        let none = Err(reason);
        Self { estimate: none, std_error: none, conf_low: none, conf_high: none, ..self }
    }

    /// The same at an asked time, with the sums over the steps up to it.
    fn asked(self, time: f64, done: &[Self], rows: &[WeightedInterval]) -> Self {
        Self {
            time,
            n_risk: weight_at_risk(rows, time),
            n_event: done.iter().map(|step| step.n_event).sum(),
            n_censor: done.iter().map(|step| step.n_censor).sum(),
            ..self
        }
    }
}

/// The number of equally weighted subjects that would tell as much.
///
/// # Definition
/// `(sum w)² / sum w²` over subjects; a subject of several rows counts with the weight of its first.
///
/// # Edge cases
/// No weight at all: `not_estimable`.
///
/// # Errors
/// [`Absent::NotEstimable`], as above.
///
/// # References
/// Kish, Survey Sampling, 1965.
///
/// # Examples
/// ```
/// use engraft::estimate::{WeightedInterval, effective_size};
/// let row = |subject, weight| WeightedInterval { subject, entry: None, exit: 1.0, cause: 0, weight, inner: false };
/// assert_eq!(effective_size(&[row(0, 2.0), row(1, 1.0), row(2, 1.0)]), Ok(16.0 / 6.0));
/// ```
pub fn effective_size(rows: &[WeightedInterval]) -> Quantity {
    let mut rows = ordered(rows);
    rows.sort_by(|a, b| a.subject.cmp(&b.subject).then(begin(a).total_cmp(&begin(b))));
    rows.dedup_by_key(|row| row.subject);
    rows.sort_by(|a, b| a.weight.total_cmp(&b.weight));
    let (sum, squares) = rows
        .iter()
        .fold((0.0, 0.0), |(sum, squares), row| (sum + row.weight, squares + row.weight * row.weight));
    if squares > 0.0 { Ok(sum * sum / squares) } else { Err(Absent::NotEstimable) }
}

/// The rows of positive weight in one order, whatever order they came in: sums of weights then agree to the bit.
fn ordered(rows: &[WeightedInterval]) -> Vec<WeightedInterval> {
    let mut rows: Vec<WeightedInterval> = rows.iter().filter(|row| row.weight > 0.0).copied().collect();
    rows.sort_by(|a, b| {
        let times = a.exit.total_cmp(&b.exit).then(begin(a).total_cmp(&begin(b)));
        times.then(a.cause.cmp(&b.cause)).then(a.weight.total_cmp(&b.weight))
    });
    rows
}

fn begin(row: &WeightedInterval) -> f64 {
    row.entry.unwrap_or(f64::NEG_INFINITY)
}

/// The number of subjects.
fn subjects(rows: &[WeightedInterval]) -> u64 {
    let mut ids: Vec<u32> = rows.iter().map(|row| row.subject).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len() as u64
}

/// At risk at a time: exit at or after it, entry before it.
fn weight_at_risk(rows: &[WeightedInterval], time: f64) -> f64 {
    rows.iter().filter(|row| row.exit >= time && begin(row) < time).map(|row| row.weight).sum()
}
