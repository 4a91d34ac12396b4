//! Cumulative incidence with competing risks.

mod variance;

use super::confidence::normal_quantile;
use super::risk_table::index_of;
use super::{Absent, PastFollowup, Quantity, RiskRow, RiskTable};
use variance::{AalenSums, DeltaSums};

/// The variance of a cumulative incidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Variance {
    /// Aalen, Ann Stat 1978;6:534-45, with a correction for ties; R: `cmprsk::cuminc`.
    #[default]
    Aalen,
    /// Of Greenwood type, multinomial at each time; R: `etm::etm`.
    Delta,
}

/// How cumulative incidence is estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AalenJohansenOptions {
    /// Variance of the estimate.
    pub variance: Variance,
    /// Two-sided confidence level; one that is not between 0 and 1 leaves the limits out.
    pub conf_level: f64,
    /// What holds after the last observation.
    pub past_followup: PastFollowup,
}

impl Default for AalenJohansenOptions {
    fn default() -> Self {
        Self { variance: Variance::Aalen, conf_level: 0.95, past_followup: PastFollowup::Absent }
    }
}

/// Cumulative incidence of one cause at a time, with the counts that belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncidenceStep {
    /// The time.
    pub time: f64,
    /// At risk of any event just before.
    pub n_risk: u64,
    /// Events of the cause: in a curve at this time alone, in [`CumulativeIncidence::at`] up to it.
    pub n_event: u64,
    /// Censored, counted like the events.
    pub n_censor: u64,
    /// Probability of an event of this cause up to and including the time.
    pub estimate: Quantity,
    /// Its standard error.
    pub std_error: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

/// Cumulative incidence of every cause of a stratum.
#[derive(Debug, Clone, PartialEq)]
pub struct CumulativeIncidence {
    /// One curve a cause, cause `c` at `c - 1`; all have the same times: those with an event of any cause
    /// or a censoring.
    pub curves: Vec<Vec<IncidenceStep>>,
    /// Probability of no event of any cause, at the same times.
    pub event_free: Vec<f64>,
    /// Subjects.
    pub subjects: u64,
    /// How it was estimated.
    pub options: AalenJohansenOptions,
    /// What the curves were made from.
    pub(super) table: RiskTable,
}

/// Estimates the cumulative incidence of every cause by the method of Aalen and Johansen.
///
/// # Definition
/// `F_k(t) = sum over times s <= t of S(s-) d_k / n`, with `d_k` events of cause `k` and `n` at risk at
/// `s`, and `S` the Kaplan-Meier estimate of no event of any cause. Limits are symmetric for
/// `log(-log F)`: `F^exp(± z se / (F log F))`.
///
/// # Input
/// The risk table of one stratum; causes come from the study. Ties of different causes are exact.
///
/// # Returns
/// A curve for every cause. Before the first event of a cause the estimate is 0, the standard error 0 and
/// the limits are absent (`no_events`); at 1, standard error and limits are (`not_estimable`). The curves
/// and `event_free` sum to 1 at every time.
///
/// # Edge cases
/// Nobody: curves without steps. A cause that no one had: 0 throughout. If delayed entry empties the risk
/// set early, the curves stay where they are.
///
/// # References
/// Aalen and Johansen, Scand J Stat 1978;5:141-50. R: `cmprsk::cuminc` (its jumps of another cause leave
/// the variance unchanged, as here), `etm::etm` for the other variance, whose limits are on `1 - F`.
///
/// # Examples
/// ```
/// use engraft::estimate::{AalenJohansenOptions, Interval, RiskTable, aalen_johansen};
/// // Cause 1 at 1, cause 2 at 2, censored at 3: F1 = 1/3, F2 = 2/3 * 1/2.
/// let intervals = [(1.0, 1), (2.0, 2), (3.0, 0)].map(|(t, c)| Interval::from_start(t, c));
/// let incidence = aalen_johansen(&RiskTable::new(&intervals, 2, 3)?, &AalenJohansenOptions::default());
/// assert!((incidence.at(2, 2.5).estimate.unwrap() - 1.0 / 3.0).abs() < 1e-15);
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn aalen_johansen(table: &RiskTable, options: &AalenJohansenOptions) -> CumulativeIncidence {
    let curve = |cause| match options.variance {
        Variance::Aalen => curve(table, cause, options, AalenSums::default()),
        Variance::Delta => curve(table, cause, options, DeltaSums::default()),
    };
    let mut free = 1.0;
    let event_free = |row: RiskRow| {
        let d = row.any_event();
        if d > 0 {
            free *= (row.at_risk - d) as f64 / row.at_risk as f64;
        }
        free
    };
    CumulativeIncidence {
        curves: (0..table.causes).map(curve).collect(),
        event_free: table.rows().filter(RiskRow::is_step).map(event_free).collect(),
        subjects: table.subjects,
        options: *options,
        table: table.clone(),
    }
}

/// What happens at one time, seen from one cause.
struct Jump {
    /// Event-free just before.
    before: f64,
    /// At risk.
    n: f64,
    /// Events of the cause.
    d: f64,
    /// Events of all other causes.
    others: f64,
}

impl Jump {
    /// Event-free just after.
    fn after(&self) -> f64 {
        self.before * ((self.n - self.d - self.others) / self.n)
    }
}

/// A running variance of the cumulative incidence of one cause.
trait RunningVariance {
    fn jump(&mut self, jump: &Jump);
    fn variance(&self) -> f64;
}

fn curve(
    table: &RiskTable,
    index: usize,
    options: &AalenJohansenOptions,
    mut sums: impl RunningVariance,
) -> Vec<IncidenceStep> {
    let z = normal_quantile(options.conf_level);
    let (mut free, mut incidence) = (1.0, 0.0);
    let mut shown = before_first_event();
    let step = |row: RiskRow| {
        let (of_cause, all) = (row.events[index], row.any_event());
        if all > 0 && free > 0.0 {
            let (n, d) = (row.at_risk as f64, of_cause as f64);
            let jump = Jump { before: free, n, d, others: (all - of_cause) as f64 };
            sums.jump(&jump);
            incidence += free * d / n;
            free = jump.after();
            if of_cause > 0 {
                shown = show(incidence.min(1.0), sums.variance(), z);
            }
        }
        IncidenceStep {
            time: row.time,
            n_risk: row.at_risk,
            n_event: of_cause,
            n_censor: row.censored,
            ..shown
        }
    };
    table.rows().filter(RiskRow::is_step).map(step).collect()
}

fn before_first_event() -> IncidenceStep {
    IncidenceStep {
        time: 0.0,
        n_risk: 0,
        n_event: 0,
        n_censor: 0,
        estimate: Ok(0.0),
        std_error: Ok(0.0),
        conf_low: Err(Absent::NoEvents),
        conf_high: Err(Absent::NoEvents),
    }
}

/// The values that hold from an event of the cause on.
fn show(incidence: f64, variance: f64, z: Option<f64>) -> IncidenceStep {
    let none = Err(Absent::NotEstimable);
    let estimate = Ok(incidence);
    // All had it, up to rounding of the sum.
    if incidence >= 1.0 - 1e-12 {
        return IncidenceStep {
            estimate,
            std_error: none,
            conf_low: none,
            conf_high: none,
            ..before_first_event()
        };
    }
    let std_error = libm::sqrt(variance.max(0.0));
    let log = libm::log(incidence);
    let power = z.map(|z| libm::exp(-z * std_error / (incidence * log)));
    IncidenceStep {
        estimate,
        std_error: Ok(std_error),
        conf_low: power.map_or(none, |power| Ok(libm::exp(log * power))),
        conf_high: power.map_or(none, |power| Ok(libm::exp(log / power))),
        ..before_first_event()
    }
}

impl CumulativeIncidence {
    /// The curve of a cause; none for a cause that the study does not have.
    pub fn curve(&self, cause: u32) -> Option<&[IncidenceStep]> {
        self.curves.get(index_of(cause)).map(Vec::as_slice)
    }

    /// Incidence of `cause` at any time; the counts are from 0 up to and including it, `n_risk` just before.
    ///
    /// # Edge cases
    /// Past the last observation: carried on if nobody remained event-free, else absent
    /// (`beyond_followup`) unless the last value is carried forward. Nobody, or an unknown cause:
    /// `not_estimable`.
    pub fn at(&self, cause: u32, time: f64) -> IncidenceStep {
        let curve = self.curve(cause).unwrap_or_default();
        let end = curve.partition_point(|step| step.time <= time);
        let done = &curve[..end];
        let mut step = done.last().copied().unwrap_or_else(before_first_event);
        step.time = time;
        step.n_risk = self.table.at_risk_just_before(time);
        step.n_event = done.iter().map(|step| step.n_event).sum();
        step.n_censor = done.iter().map(|step| step.n_censor).sum();
        let carried = self.complete() || self.options.past_followup == PastFollowup::CarryForward;
        match curve.last() {
            None => step.absent(Absent::NotEstimable),
            Some(last) if time > last.time && !carried => step.absent(Absent::BeyondFollowup),
            Some(_) => step,
        }
    }

    /// Whether nobody remained free of any event.
    pub fn complete(&self) -> bool {
        self.event_free.last().is_some_and(|free| *free <= 0.0)
    }

    /// The time at which all who were at risk had an event although others came to be at risk later.
    pub fn risk_set_emptied_early(&self) -> Option<f64> {
        let steps = self.curves.first()?;
        let emptied = self.event_free.iter().position(|free| *free <= 0.0)?;
        (emptied + 1 < steps.len()).then(|| steps[emptied].time)
    }
}

impl IncidenceStep {
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

    fn curves(data: &[(f64, u32)], variance: Variance) -> CumulativeIncidence {
        let intervals: Vec<_> = data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect();
        aalen_johansen(&table(&intervals, 3), &AalenJohansenOptions { variance, ..Default::default() })
    }

    #[test]
    fn by_hand() {
        // Cause 1 and 2 tied at 1, censored at 2, cause 1 at 3, cause 2 at 4, censored at 5.
        let data = [(1.0, 1), (1.0, 2), (2.0, 0), (3.0, 1), (4.0, 2), (5.0, 0)];
        let incidence = curves(&data, Variance::Delta);
        // S: 4/6, then 4/6 * 2/3 = 4/9, then 2/9. F1: 1/6, 1/6 + 4/6 * 1/3 = 7/18; F2: 1/6, 1/6 + 4/9 * 1/2 = 7/18.
        for (cause, time, expected) in
            [(1, 1.0, 1.0 / 6.0), (1, 3.5, 7.0 / 18.0), (2, 3.5, 1.0 / 6.0), (2, 4.0, 7.0 / 18.0)]
        {
            assert!((incidence.at(cause, time).estimate.unwrap() - expected).abs() < 1e-15);
        }
        // Multinomial at 1: 1/6 * 5/6 / 6. Aalen: S = 1, d = 1, 1/36.
        let variance =
            |curves: CumulativeIncidence| curves.at(1, 1.0).std_error.map(|error| error * error).unwrap();
        assert!((variance(incidence) - 5.0 / 216.0).abs() < 1e-15);
        assert!((variance(curves(&data, Variance::Aalen)) - 1.0 / 36.0).abs() < 1e-15);
    }

    #[test]
    fn a_cause_that_no_one_had_is_flat() {
        let incidence = curves(&[(1.0, 1), (2.0, 0)], Variance::Aalen);
        let flat = incidence.curve(3).unwrap();
        assert_eq!(flat.len(), 2);
        assert!(flat.iter().all(|step| step.estimate == Ok(0.0) && step.conf_low == Err(Absent::NoEvents)));
        assert!(incidence.curve(4).is_none() && incidence.curve(0).is_none());
    }

    #[test]
    fn past_the_last_observation() {
        let complete = curves(&[(1.0, 1), (2.0, 2)], Variance::Aalen);
        assert_eq!(complete.at(1, 9.0).estimate, Ok(0.5));
        let open = curves(&[(1.0, 1), (2.0, 0)], Variance::Aalen);
        let (known, past) = (open.at(1, 2.0), open.at(1, 9.0));
        assert!(known.conf_low.is_ok() && known.conf_high.is_ok());
        let beyond = Err(Absent::BeyondFollowup);
        assert_eq!((past.estimate, past.conf_low, past.conf_high), (beyond, beyond, beyond));
        assert_eq!(curves(&[], Variance::Aalen).at(1, 1.0).estimate, Err(Absent::NotEstimable));
        // Everybody had cause 1.
        let all = curves(&[(1.0, 1), (2.0, 1), (3.0, 1)], Variance::Aalen).at(1, 3.0);
        assert!((all.estimate.unwrap() - 1.0).abs() < 1e-15);
        assert_eq!(all.std_error, Err(Absent::NotEstimable));
    }
}
