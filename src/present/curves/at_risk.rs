//! From where on a curve stands on few patients.

use std::collections::BTreeMap;

use crate::present::chart::model::Direction;
use crate::present::results::Block;

/// Fewer at risk than this, and the curve fades.
const FEW: f64 = 10.0;

/// What happens at a time, in this order.
#[derive(Debug, Clone, Copy, Default)]
struct Moment {
    /// The number at risk just before, where a row gives it.
    at_risk: Option<f64>,
    /// The probability of being free of every event from here on, where it changes.
    free: Option<f64>,
    /// How many are censored.
    censored: f64,
}

/// The time from which on fewer than ten are at risk.
///
/// # Definition
/// The number at risk is that of the rows where they have it (the ticks of the axis). Between
/// these it falls by those censored and by the events d = n (1 - S(t) / S(t-)), where S is the
/// survival curve, or one less the sum of the cumulative incidences.
///
/// # Edge cases
/// Nobody known to be at risk: none. Always fewer than ten: from zero on. Late entries may raise the number
/// again, such as from nobody at zero.
pub(super) fn fade_from(curve: &Block<'_>, risk: &Block<'_>, direction: Direction) -> Option<f64> {
    let mut at_risk: Option<f64> = None;
    let mut free = 1.0;
    let mut few_from: Option<f64> = None;
    for (time, moment) in moments(curve, risk, direction) {
        at_risk = moment.at_risk.or(at_risk);
        let Some(number) = at_risk.as_mut() else { continue };
        few_from = (*number < FEW).then(|| few_from.unwrap_or(time));
        if let Some(now) = moment.free {
            let events = if free > 0.0 { (*number * (1.0 - now / free)).round() } else { 0.0 };
            *number -= events;
            free = now;
        }
        *number -= moment.censored;
        few_from = (*number < FEW).then(|| few_from.unwrap_or(time));
    }
    few_from
}

fn moments(curve: &Block<'_>, risk: &Block<'_>, direction: Direction) -> Vec<(f64, Moment)> {
    let mut by_time: BTreeMap<u64, Moment> = BTreeMap::new();
    let mut incidences: BTreeMap<&str, f64> = BTreeMap::new();
    let mut changes: Vec<(f64, &str, f64)> = Vec::new();
    for row in curve.rows().iter().chain(risk.rows()) {
        let (Some(time), Some(value)) = (row.time.filter(|time| *time >= 0.0), row.value) else { continue };
        let of_risk = row.analysis_id.ends_with("#risk");
        // The bits of numbers from zero on are in the order of the numbers.
        let moment = by_time.entry((time + 0.0).to_bits()).or_default();
        match &*row.stat {
            "n_risk" => moment.at_risk = Some(value),
            "n_censor" if !of_risk => moment.censored += value,
            "estimate" if !of_risk => changes.push((time, row.cause.as_deref().unwrap_or_default(), value)),
            _ => {}
        }
    }
    changes.sort_by(|left, right| left.0.total_cmp(&right.0));
    for (time, cause, value) in changes {
        incidences.insert(cause, value);
        let sum: f64 = incidences.values().sum();
        let free = match direction {
            Direction::Survival => value,
            Direction::Incidence | Direction::States => (1.0 - sum).max(0.0),
            Direction::Count => 1.0,
        };
        by_time.entry((time + 0.0).to_bits()).or_default().free = Some(free);
    }
    by_time.into_iter().map(|(bits, moment)| (f64::from_bits(bits), moment)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ard::Row;
    use crate::present::fixture::bare_row;
    use crate::present::results::{Part, Results};

    /// Twelve at risk; one dies a day, one is censored on day 2.
    fn rows() -> Vec<Row> {
        let at = |id: &str, stat: &str, time: f64, value: f64| Row {
            time: Some(time),
            ..bare_row((id, "km"), stat, Some(value))
        };
        vec![
            at("os#risk", "n_risk", 0.0, 12.0),
            at("os#curve", "estimate", 1.0, 11.0 / 12.0),
            at("os#curve", "estimate", 2.0, 10.0 / 12.0),
            at("os#curve", "n_censor", 2.0, 1.0),
            at("os#curve", "estimate", 3.0, 10.0 / 12.0 * 8.0 / 9.0),
        ]
    }

    #[test]
    fn fades_where_the_tenth_leaves() {
        let rows = rows();
        let results = Results::new(&rows);
        let (curve, risk) = (results.block("os", None, Part::Curve), results.block("os", None, Part::Risk));
        assert_eq!(fade_from(&curve, &risk, Direction::Survival), Some(2.0));
        let nothing = results.block("other", None, Part::Curve);
        assert_eq!(fade_from(&nothing, &nothing, Direction::Survival), None);
    }
}
