//! The cumulative hazard.

use super::confidence::normal_quantile;
use super::risk_table::index_of;
use super::{Absent, Events, Quantity, RiskRow, RiskTable};

/// The cumulative hazard at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HazardStep {
    /// The time.
    pub time: f64,
    /// At risk just before.
    pub n_risk: u64,
    /// Events of interest at this time.
    pub n_event: u64,
    /// Cumulative hazard up to and including the time.
    pub estimate: Quantity,
    /// Its standard error.
    pub std_error: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

/// Estimates the cumulative hazard by the method of Nelson and Aalen.
///
/// # Definition
/// `H(t) = sum over s <= t of d / n`, variance `sum of d / n²`; limits are symmetric for `log H`:
/// `H exp(± z se / H)`.
///
/// # Input
/// The risk table of one stratum; the events of interest, all others being censorings; a two-sided
/// confidence level.
///
/// # Returns
/// One step a time with an event of any cause or a censoring. Before the first event of interest: 0,
/// standard error 0 and no limits (`no_events`).
///
/// # Edge cases
/// Nobody: no steps. A cause that the table does not have: 0 throughout. A level that is not between 0 and 1
/// leaves the limits out.
///
/// # References
/// Aalen, Ann Stat 1978;6:701-26. Klein, Scand J Stat 1991;18:333-40, for the variance.
/// R: `survfit(Surv(t, d) ~ 1)$cumhaz` and `$std.chaz`.
///
/// # Examples
/// ```
/// use engraft::estimate::{Events, Interval, RiskTable, nelson_aalen};
/// // Deaths at 1 and 2 of two: 1/2, then 1/2 + 1.
/// let intervals = [1.0, 2.0].map(|t| Interval::from_start(t, 1));
/// let steps = nelson_aalen(&RiskTable::new(&intervals, 1, 2)?, Events::Any, 0.95);
/// assert_eq!(steps[1].estimate, Ok(1.5));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn nelson_aalen(table: &RiskTable, events: Events, conf_level: f64) -> Vec<HazardStep> {
    let z = normal_quantile(conf_level);
    let (mut hazard, mut variance) = (0.0, 0.0);
    let step = |row: RiskRow| {
        let n_event = match events {
            Events::Any => row.any_event(),
            Events::Cause(cause) => row.events.get(index_of(cause)).copied().unwrap_or(0),
        };
        if n_event > 0 {
            let (n, d) = (row.at_risk as f64, n_event as f64);
            hazard += d / n;
            variance += d / (n * n);
        }
        let std_error = libm::sqrt(variance);
        let limit = |sign: f64| match z {
            _ if hazard <= 0.0 => Err(Absent::NoEvents),
            None => Err(Absent::NotEstimable),
            Some(z) => Ok(hazard * libm::exp(sign * z * std_error / hazard)),
        };
        HazardStep {
            time: row.time,
            n_risk: row.at_risk,
            n_event,
            estimate: Ok(hazard),
            std_error: Ok(std_error),
            conf_low: limit(-1.0),
            conf_high: limit(1.0),
        }
    };
    table.rows().filter(RiskRow::is_step).map(step).collect()
}

/// The cumulative hazard at any time, of the steps of one stratum.
///
/// # Edge cases
/// Before the first event: 0, standard error 0 and no limits (`no_events`). Past the last step nobody is
/// followed: `beyond_followup`, also where the last observation is an event. Nobody: `not_estimable`.
pub fn cumulative_hazard_at(steps: &[HazardStep], time: f64) -> HazardStep {
    let end = steps.partition_point(|step| step.time <= time);
    let absent = |reason| HazardStep {
        time,
        n_risk: 0,
        n_event: 0,
        estimate: Err(reason),
        std_error: Err(reason),
        conf_low: Err(reason),
        conf_high: Err(reason),
    };
    match (steps.last(), steps[..end].last()) {
        (None, _) => absent(Absent::NotEstimable),
        (Some(last), _) if time > last.time => absent(Absent::BeyondFollowup),
        (_, Some(step)) => HazardStep { time, ..*step },
        (_, None) => HazardStep { estimate: Ok(0.0), std_error: Ok(0.0), ..absent(Absent::NoEvents) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::Interval;
    use crate::estimate::sample::table;

    #[test]
    fn by_hand() {
        // Censored at 1, cause 1 at 2, cause 2 at 3, cause 1 twice at 4.
        let data =
            [(1.0, 0), (2.0, 1), (3.0, 2), (4.0, 1), (4.0, 1)].map(|(t, c)| Interval::from_start(t, c));
        let steps = nelson_aalen(&table(&data, 2), Events::Cause(1), 0.95);
        let values: Vec<_> = steps.iter().map(|step| step.estimate.unwrap()).collect();
        assert_eq!(values, [0.0, 0.25, 0.25, 1.25]);
        // 1/16 + 2/4
        assert_eq!(steps[3].std_error, Ok(0.75));
        assert_eq!(steps[0].conf_low, Err(Absent::NoEvents));
        let (low, high) = (steps[3].conf_low.unwrap(), steps[3].conf_high.unwrap());
        assert!((low * high - 1.5625).abs() < 1e-14 && low < 1.25);
        assert_eq!(nelson_aalen(&table(&data, 2), Events::Any, 0.95)[2].estimate, Ok(0.25 + 1.0 / 3.0));
    }
    #[test]
    fn at_any_time() {
        let data = [(2.0, 1), (3.0, 0)].map(|(t, c)| Interval::from_start(t, c));
        let steps = nelson_aalen(&table(&data, 1), Events::Any, 0.95);
        let at = |time| cumulative_hazard_at(&steps, time);
        assert_eq!((at(1.0).estimate, at(1.0).conf_low), (Ok(0.0), Err(Absent::NoEvents)));
        assert_eq!((at(2.5).estimate, at(3.0).std_error), (Ok(0.5), Ok(0.5)));
        assert_eq!(at(3.5).estimate, Err(Absent::BeyondFollowup));
        assert_eq!(cumulative_hazard_at(&[], 1.0).std_error, Err(Absent::NotEstimable));
    }
}
