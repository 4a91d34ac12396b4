//! Survival by the product-limit method under probability weights.

use super::sweep::{Moment, sweep};
use super::{WeightedInterval, WeightedStep, ordered, subjects};
use crate::estimate::confidence::{normal_quantile, survival_limits};
use crate::estimate::quantile::{Quantile, quantile_of_levels, quantile_of_steps};
use crate::estimate::{Absent, KaplanMeierOptions, PastFollowup, QuantileRule, Quantity};

/// A weighted survival curve.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedSurvival {
    /// One row a time at which anybody has an event or is censored, by time.
    pub steps: Vec<WeightedStep>,
    /// Subjects of positive weight.
    pub subjects: u64,
    options: KaplanMeierOptions,
    last_is_event: bool,
    rows: Vec<WeightedInterval>,
}

/// Estimates survival by the product-limit method with probability weights and robust variance.
///
/// # Definition
/// `S(t) = prod over times s <= t of (1 - d/n)`, with `d` the weight of the events and `n` that at risk. The
/// variance is the infinitesimal jackknife: the sum over subjects of the squared derivative of `S` by their
/// weight, times the weight. Limits as for frequencies, with this standard error.
///
/// # Input
/// The rows of one stratum; events of all causes count.
///
/// # Returns
/// One step a time with an event or a censoring, weights in place of counts.
///
/// # Edge cases
/// As [`crate::estimate::kaplan_meier`]. Rows of weight 0 leave no trace; nobody of positive weight: no steps. The scale of
/// the weights does not matter to the estimate or its error; with equal weights and one row a subject both are those
/// without weights, for the jackknife is then Greenwood's formula.
///
/// # References
/// Xie and Liu, Stat Med 2005;24:3089-110 (weighted estimate). Therneau and Grambsch, Modeling Survival Data, 2000
/// (infinitesimal jackknife). R: `survfit(Surv(entry, exit, d) ~ 1, weights = w, id = id, robust = TRUE)`.
///
/// # Examples
/// ```
/// use engraft::estimate::{KaplanMeierOptions, WeightedInterval, weighted_kaplan_meier};
/// // One of weight 2 dies at 1, two of weight 1 are censored later: S = 1 - 2/4.
/// let row = |subject, exit, cause, weight| WeightedInterval { subject, entry: None, exit, cause, weight, inner: false };
/// let rows = [row(0, 1.0, 1, 2.0), row(1, 2.0, 0, 1.0), row(2, 3.0, 0, 1.0)];
/// assert_eq!(weighted_kaplan_meier(&rows, &KaplanMeierOptions::default()).at(1.5).estimate, Ok(0.5));
/// ```
pub fn weighted_kaplan_meier(rows: &[WeightedInterval], options: &KaplanMeierOptions) -> WeightedSurvival {
    let any = |row: WeightedInterval| WeightedInterval { cause: row.cause.min(1), ..row };
    let rows: Vec<WeightedInterval> = ordered(&rows.iter().copied().map(any).collect::<Vec<_>>());
    let moments = sweep(&rows, 1);
    let z = normal_quantile(options.conf_level);
    let mut shown = WeightedStep::certain(1.0);
    let steps: Vec<WeightedStep> = moments
        .iter()
        .map(|moment| {
            if moment.events[0] > 0.0 {
                shown = show(moment, options, z);
            }
            WeightedStep {
                time: moment.time,
                n_risk: moment.at_risk,
                n_event: moment.events[0],
                n_censor: moment.censored,
                ..shown
            }
        })
        .collect();
    WeightedSurvival {
        last_is_event: moments.last().is_some_and(|moment| moment.censored <= 0.0),
        subjects: subjects(&rows),
        options: *options,
        steps,
        rows,
    }
}

fn show(moment: &Moment, options: &KaplanMeierOptions, z: Option<f64>) -> WeightedStep {
    let (survival, variance) = moment.free;
    if survival <= 0.0 {
        return WeightedStep::alone(0.0);
    }
    let std_error = libm::sqrt(variance);
    let limits = z.map(|z| survival_limits(options.conf_type, survival, std_error / survival, z));
    WeightedStep {
        std_error: Ok(std_error),
        conf_low: limits.map_or(Err(Absent::NotEstimable), |(low, _)| Ok(low)),
        conf_high: limits.map_or(Err(Absent::NotEstimable), |(_, high)| Ok(high)),
        ..WeightedStep::alone(survival)
    }
}

impl WeightedSurvival {
    /// Survival at any time, as [`crate::estimate::Survival::at`].
    pub fn at(&self, time: f64) -> WeightedStep {
        let end = self.steps.partition_point(|step| step.time <= time);
        let done = &self.steps[..end];
        let step = done.last().copied().unwrap_or_else(|| WeightedStep::certain(1.0));
        let step = step.asked(time, done, &self.rows);
        match self.steps.last() {
            None => step.absent(Absent::NotEstimable),
            Some(last) if time > last.time && !self.last_is_event => match self.options.past_followup {
                PastFollowup::Absent => step.absent(Absent::BeyondFollowup),
                PastFollowup::CarryForward => step,
            },
            Some(_) => step,
        }
    }

    /// The weight of the events.
    pub fn events(&self) -> f64 {
        self.steps.iter().map(|step| step.n_event).sum()
    }

    /// A quantile of survival time, read as without weights.
    pub fn quantile(&self, prob: f64, rule: QuantileRule) -> Quantile {
        let read = |step: &WeightedStep| (step.time, [step.estimate, step.conf_low, step.conf_high]);
        quantile_of_steps(&self.steps, prob, rule, read)
    }

    /// The median of the time to censoring: events leave before the censorings of the same time.
    ///
    /// # Errors
    /// [`Absent::NotReached`] where fewer than half are censored, [`Absent::NotEstimable`] of nobody.
    pub fn followup_median(&self, rule: QuantileRule) -> Quantity {
        let mut followed = 1.0;
        let levels: Vec<(f64, Quantity)> = self
            .steps
            .iter()
            .map(|step| {
                let left = step.n_risk - step.n_event;
                if step.n_censor > 0.0 {
                    let gone = step.n_censor / left;
                    followed *= if gone > 1.0 - 1e-12 { 0.0 } else { 1.0 - gone };
                }
                (step.time, Ok(followed))
            })
            .collect();
        quantile_of_levels(&levels, 0.5, rule)
    }

    /// The time at which all who were at risk had their event although others came to be at risk later.
    pub fn risk_set_emptied_early(&self) -> Option<f64> {
        let emptied = self.steps.iter().find(|step| step.estimate == Ok(0.0))?.time;
        (self.steps.last()?.time > emptied).then_some(emptied)
    }
}
