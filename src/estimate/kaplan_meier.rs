//! Survival by the product-limit method.

use super::confidence::{normal_quantile, survival_limits};
use super::{Absent, ConfType, Quantity, RiskTable};

/// What a curve says about times after the last observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PastFollowup {
    /// Nothing, unless it has reached its end.
    #[default]
    Absent,
    /// The last value is carried forward; to be said in a footnote.
    CarryForward,
}

/// How survival is estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KaplanMeierOptions {
    /// Scale of the confidence limits.
    pub conf_type: ConfType,
    /// Two-sided confidence level; one that is not between 0 and 1 leaves the limits out.
    pub conf_level: f64,
    /// What holds after the last observation.
    pub past_followup: PastFollowup,
}

impl Default for KaplanMeierOptions {
    fn default() -> Self {
        Self { conf_type: ConfType::LogLog, conf_level: 0.95, past_followup: PastFollowup::Absent }
    }
}

/// Survival at a time, with the counts that belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// The time.
    pub time: f64,
    /// At risk just before.
    pub n_risk: u64,
    /// Events: in `steps` at this time alone, in [`Survival::at`] from 0 up to and including it.
    pub n_event: u64,
    /// Censored, counted like the events.
    pub n_censor: u64,
    /// Probability of no event up to and including the time.
    pub estimate: Quantity,
    /// Standard error of the estimate itself.
    pub std_error: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

/// A survival curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Survival {
    /// One row a time at which anybody has an event or is censored, by time.
    pub steps: Vec<SurvivalStep>,
    /// Subjects.
    pub subjects: u64,
    /// How it was estimated.
    pub options: KaplanMeierOptions,
    /// Whether the last observation is an event, so that the curve ends there.
    pub last_is_event: bool,
    /// Who is at risk between the steps.
    pub(super) table: RiskTable,
}

/// Estimates survival by the product-limit method of Kaplan and Meier.
///
/// # Definition
/// `S(t) = prod over times s <= t of (1 - d/n)`, with `d` events (of any cause) and `n` at risk at `s`.
/// `std_error = S(t) sqrt(G(t))`, with Greenwood's sum `G(t) = sum over s <= t of d / (n (n - d))`.
/// Limits: [`survival_limits`].
///
/// # Input
/// The risk table of one stratum. Events of all its causes count; delayed entry, frequencies and several
/// intervals of a subject are in the table already.
///
/// # Returns
/// One step a time with an event or a censoring. Before the first event the estimate is 1, the standard
/// error 0 and the limits are absent (`no_events`). Once the estimate is 0, standard error and limits are
/// absent (`not_estimable`). For other times, see [`Survival::at`].
///
/// # Edge cases
/// Nobody: no steps. No events: 1 throughout. Delayed entry can empty the risk set early; the curve then
/// stays at 0, and [`Survival::risk_set_emptied_early`] names the time.
///
/// # References
/// Kaplan and Meier, J Am Stat Assoc 1958;53:457-81. Greenwood 1926. R: `survfit(Surv(entry, exit, d) ~ 1)`,
/// equal but for the limits where `S` is 1 (R gives `[1, 1]` for log and plain).
///
/// # Examples
/// ```
/// use engraft::estimate::{Interval, KaplanMeierOptions, RiskTable, kaplan_meier};
/// // Deaths at 1 and 3, censored at 2 and 4: S = 3/4 from 1, 3/4 * 1/2 from 3.
/// let intervals = [(1.0, 1), (2.0, 0), (3.0, 1), (4.0, 0)].map(|(t, c)| Interval::from_start(t, c));
/// let survival = kaplan_meier(&RiskTable::new(&intervals, 1, 4)?, &KaplanMeierOptions::default());
/// assert_eq!(survival.at(3.5).estimate, Ok(0.375));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn kaplan_meier(table: &RiskTable, options: &KaplanMeierOptions) -> Survival {
    let rows = table.rows().filter(super::RiskRow::is_step);
    let counts = rows.map(|row| Counts {
        time: row.time,
        at_risk: row.at_risk,
        events: row.any_event(),
        censored: row.censored,
    });
    Survival {
        steps: product_limit(counts, options),
        subjects: table.subjects,
        options: *options,
        last_is_event: table.last_is_event(),
        table: table.clone(),
    }
}

/// What the product-limit method needs to know of a time.
pub(super) struct Counts {
    pub(super) time: f64,
    pub(super) at_risk: u64,
    pub(super) events: u64,
    pub(super) censored: u64,
}

/// The product-limit estimate over times in order.
pub(super) fn product_limit(
    counts: impl Iterator<Item = Counts>,
    options: &KaplanMeierOptions,
) -> Vec<SurvivalStep> {
    let z = normal_quantile(options.conf_level);
    let mut survival = 1.0;
    let mut greenwood = 0.0;
    let mut shown = before_first_event();
    let step = |at: Counts| {
        if at.events > 0 && survival > 0.0 {
            let (n, d) = (at.at_risk as f64, at.events as f64);
            survival *= (n - d) / n;
            greenwood += d / (n * (n - d));
            shown = show(survival, greenwood, options.conf_type, z);
        }
        SurvivalStep { time: at.time, n_risk: at.at_risk, n_event: at.events, n_censor: at.censored, ..shown }
    };
    counts.map(step).collect()
}

fn before_first_event() -> SurvivalStep {
    SurvivalStep {
        time: 0.0,
        n_risk: 0,
        n_event: 0,
        n_censor: 0,
        estimate: Ok(1.0),
        std_error: Ok(0.0),
        conf_low: Err(Absent::NoEvents),
        conf_high: Err(Absent::NoEvents),
    }
}

/// The values that hold from an event on.
fn show(survival: f64, greenwood: f64, conf_type: ConfType, z: Option<f64>) -> SurvivalStep {
    let none = Err(Absent::NotEstimable);
    if survival <= 0.0 {
        return SurvivalStep {
            estimate: Ok(0.0),
            std_error: none,
            conf_low: none,
            conf_high: none,
            ..before_first_event()
        };
    }
    let log_se = libm::sqrt(greenwood);
    let limits = z.map(|z| survival_limits(conf_type, survival, log_se, z));
    SurvivalStep {
        estimate: Ok(survival),
        std_error: Ok(survival * log_se),
        conf_low: limits.map_or(none, |(low, _)| Ok(low)),
        conf_high: limits.map_or(none, |(_, high)| Ok(high)),
        ..before_first_event()
    }
}

impl Survival {
    /// Survival at any time; the counts are those from 0 up to and including it, `n_risk` just before.
    ///
    /// # Edge cases
    /// Past the last observation: if that is an event, 0; if a censoring, absent (`beyond_followup`) unless
    /// the last value is carried forward. Nobody: `not_estimable`.
    pub fn at(&self, time: f64) -> SurvivalStep {
        let end = self.steps.partition_point(|step| step.time <= time);
        let done = &self.steps[..end];
        let mut step = done.last().copied().unwrap_or_else(before_first_event);
        step.time = time;
        step.n_risk = self.table.at_risk_just_before(time);
        step.n_event = done.iter().map(|step| step.n_event).sum();
        step.n_censor = done.iter().map(|step| step.n_censor).sum();
        match self.last_time() {
            None => step.absent(Absent::NotEstimable),
            Some(last) if time > last && !self.last_is_event => match self.options.past_followup {
                PastFollowup::Absent => step.absent(Absent::BeyondFollowup),
                PastFollowup::CarryForward => step,
            },
            Some(_) => step,
        }
    }

    /// The last time at which anybody has an event or is censored; none for nobody.
    pub fn last_time(&self) -> Option<f64> {
        self.steps.last().map(|step| step.time)
    }

    /// The number of events.
    pub fn events(&self) -> u64 {
        self.steps.iter().map(|step| step.n_event).sum()
    }

    /// The time at which all who were at risk had their event although others came to be at risk later.
    ///
    /// From there on the curve is 0 whatever happens; start the curve after this time instead.
    pub fn risk_set_emptied_early(&self) -> Option<f64> {
        let emptied = self.steps.iter().find(|step| step.estimate == Ok(0.0))?.time;
        let later = self.last_time()? > emptied;
        later.then_some(emptied)
    }
}

impl SurvivalStep {
    fn absent(self, reason: Absent) -> Self {
        let none = Err(reason);
        Self { estimate: none, std_error: none, conf_low: none, conf_high: none, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::Interval;
    use crate::estimate::sample::table;

    fn curve(intervals: &[Interval]) -> Survival {
        kaplan_meier(&table(intervals, 1), &KaplanMeierOptions::default())
    }

    #[test]
    fn by_hand() {
        // Dead at 1, dead and censored at 3, censored at 4, dead at 5 and 6.
        let data = [(1.0, 1), (3.0, 1), (3.0, 0), (4.0, 0), (5.0, 1), (6.0, 1)];
        let survival = curve(&data.map(|(t, c)| Interval::from_start(t, c)));
        // 5/6; 5/6 * 4/5 = 2/3; still; 2/3 * 1/2 = 1/3; 0
        let expected = [5.0 / 6.0, 2.0 / 3.0, 2.0 / 3.0, 1.0 / 3.0, 0.0];
        for (step, expected) in survival.steps.iter().zip(expected) {
            assert!((step.estimate.unwrap() - expected).abs() < 1e-15);
        }
        // Greenwood at 3: 1/(6*5) + 1/(5*4) = 1/12
        let at_three = survival.at(3.0);
        assert_eq!((at_three.n_risk, at_three.n_event, at_three.n_censor), (5, 2, 1));
        assert!((at_three.std_error.unwrap() - 2.0 / 3.0 / libm::sqrt(12.0)).abs() < 1e-15);
        assert_eq!(survival.at(6.0).std_error, Err(Absent::NotEstimable));
    }

    #[test]
    fn before_the_first_event_there_is_no_interval() {
        let survival = curve(&[Interval::from_start(1.0, 0), Interval::from_start(2.0, 1)]);
        for step in [survival.steps[0], survival.at(0.0), survival.at(1.5)] {
            assert_eq!((step.estimate, step.std_error), (Ok(1.0), Ok(0.0)));
            assert_eq!((step.conf_low, step.conf_high), (Err(Absent::NoEvents), Err(Absent::NoEvents)));
        }
    }

    #[test]
    fn past_the_last_observation() {
        let censored = [Interval::from_start(1.0, 1), Interval::from_start(2.0, 0)];
        assert_eq!(curve(&censored).at(2.0).estimate, Ok(0.5));
        assert_eq!(curve(&censored).at(2.5).estimate, Err(Absent::BeyondFollowup));
        let carry = KaplanMeierOptions { past_followup: PastFollowup::CarryForward, ..Default::default() };
        assert_eq!(kaplan_meier(&table(&censored, 1), &carry).at(2.5).estimate, Ok(0.5));
        let dead = curve(&[Interval::from_start(1.0, 1), Interval::from_start(2.0, 1)]);
        assert_eq!(dead.at(9.0).estimate, Ok(0.0));
        assert_eq!(dead.at(9.0).n_risk, 0);
        assert_eq!(curve(&[]).at(1.0).estimate, Err(Absent::NotEstimable));
    }

    #[test]
    fn an_event_at_time_zero_counts() {
        let survival = curve(&[Interval::from_start(0.0, 1), Interval::from_start(2.0, 0)]);
        assert_eq!(survival.at(0.0).estimate, Ok(0.5));
    }

    #[test]
    fn a_risk_set_emptied_early_is_named() {
        // The only one at risk dies at 1; two enter at 2.
        let late =
            [Interval::from_start(1.0, 1), Interval::delayed(2.0, 4.0, 0), Interval::delayed(2.0, 5.0, 1)];
        let survival = curve(&late);
        assert_eq!(survival.risk_set_emptied_early(), Some(1.0));
        assert_eq!(survival.at(4.0).estimate, Ok(0.0));
        assert_eq!(survival.at(3.0).n_risk, 2);
        assert_eq!(curve(&late[1..]).risk_set_emptied_early(), None);
    }

    #[test]
    fn a_level_that_is_none_leaves_the_limits_out() {
        let options = KaplanMeierOptions { conf_level: 1.0, ..KaplanMeierOptions::default() };
        let intervals = [Interval::from_start(1.0, 1), Interval::from_start(2.0, 1)];
        assert_eq!(kaplan_meier(&table(&intervals, 1), &options).at(1.0).conf_low, Err(Absent::NotEstimable));
    }
}
