//! Quantiles of survival time: the median and its like.

use super::{Absent, Quantity, Survival, SurvivalStep};

/// Values are compared up to this, as in R.
const TOLERANCE: f64 = 1.490_116_119_384_765_6e-8; // square root of the machine epsilon

/// How a quantile is read where the curve is level with it, `S = 1 - p` up to rounding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QuantileRule {
    /// The middle of the flat piece; one with no later event ends at the last time.
    /// R: `quantile.survfit`.
    #[default]
    FlatPiece,
    /// The middle of the flat piece; of one with no later event, its beginning. Limits are read in order of
    /// time. R: `print.survfit`, `summary(fit)$table`.
    FirstTime,
    /// The middle of this event time and the next; without a later event the quantile is not reached, for it
    /// is the first time at which `S < 1 - p`. SAS: LIFETEST (SAS/STAT User's Guide, The LIFETEST Procedure,
    /// Computational Formulas, Product-Limit Method).
    NextEvent,
}

/// A quantile of survival time with its confidence limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// The probability of an event that is reached.
    pub prob: f64,
    /// The time.
    pub estimate: Quantity,
    /// Lower limit: where the lower confidence limit of the curve crosses.
    pub conf_low: Quantity,
    /// Upper limit: where the upper confidence limit of the curve crosses.
    pub conf_high: Quantity,
}

/// The time at which a share `prob` has had the event; `prob = 0.5` is the median.
///
/// # Definition
/// The first time with `1 - S >= prob`, up to rounding. Where `1 - S` equals `prob` over a flat piece it is
/// the middle of that piece; a flat piece with no later event ends at the last time. The limits are found
/// likewise from the confidence limits of the curve (Brookmeyer and Crowley).
///
/// # Input
/// A curve, and a probability between 0 and 1.
///
/// # Returns
/// Times; `not_reached` where the curve does not come down so far.
///
/// # Edge cases
/// Nobody, or a probability that is none: `not_estimable`. No events: `not_reached`. `prob = 0`: time 0.
///
/// # References
/// Brookmeyer and Crowley, Biometrics 1982;38:29-41. R: `quantile(survfit(...), prob)`.
///
/// # Examples
/// ```
/// use engraft::estimate::{Interval, KaplanMeierOptions, RiskTable, kaplan_meier, quantile};
/// // Deaths at 1, 2, 3, 4: S = 1/2 from 2 to 3, and the median is between.
/// let intervals = [1.0, 2.0, 3.0, 4.0].map(|t| Interval::from_start(t, 1));
/// let survival = kaplan_meier(&RiskTable::new(&intervals, 1, 4)?, &KaplanMeierOptions::default());
/// assert_eq!(quantile(&survival, 0.5).estimate, Ok(2.5));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn quantile(survival: &Survival, prob: f64) -> Quantile {
    quantile_by(survival, prob, QuantileRule::FlatPiece)
}

/// The same by another rule at flat pieces.
///
/// # Examples
/// ```
/// use engraft::estimate::{Absent, Interval, KaplanMeierOptions, QuantileRule, RiskTable, kaplan_meier, quantile_by};
/// // Deaths at 1 and 2, censored at 3 and 4: S = 1/2 from 2 on.
/// let intervals = [(1.0, 1), (2.0, 1), (3.0, 0), (4.0, 0)].map(|(t, c)| Interval::from_start(t, c));
/// let survival = kaplan_meier(&RiskTable::new(&intervals, 1, 4)?, &KaplanMeierOptions::default());
/// let median = |rule| quantile_by(&survival, 0.5, rule).estimate;
/// assert_eq!(median(QuantileRule::FlatPiece), Ok(3.0));
/// assert_eq!(median(QuantileRule::FirstTime), Ok(2.0));
/// assert_eq!(median(QuantileRule::NextEvent), Err(Absent::NotReached));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn quantile_by(survival: &Survival, prob: f64, rule: QuantileRule) -> Quantile {
    let read = |step: &SurvivalStep| (step.time, [step.estimate, step.conf_low, step.conf_high]);
    quantile_of_steps(&survival.steps, prob, rule, read)
}

/// The same of the steps of any curve; `read` tells the time, the estimate and its limits of a step.
pub(super) fn quantile_of_steps<S>(
    steps: &[S],
    prob: f64,
    rule: QuantileRule,
    read: impl Fn(&S) -> (f64, [Quantity; 3]),
) -> Quantile {
    let steps: Vec<(f64, [Quantity; 3])> = steps.iter().map(read).collect();
    let [estimate, conf_low, conf_high] = [0, 1, 2].map(|which| {
        let levels: Vec<(f64, Quantity)> =
            steps.iter().map(|(time, levels)| (*time, levels[which])).collect();
        quantile_of_levels(&levels, prob, rule)
    });
    Quantile { prob, estimate, conf_low, conf_high }
}

/// The time at which a falling level, told at times in order, comes down to `1 - prob`.
pub(super) fn quantile_of_levels(levels: &[(f64, Quantity)], prob: f64, rule: QuantileRule) -> Quantity {
    if levels.is_empty() || !(0.0..=1.0).contains(&prob) {
        return Err(Absent::NotEstimable);
    }
    if prob <= 0.0 {
        return Ok(0.0);
    }
    match rule {
        QuantileRule::FlatPiece => {
            let level =
                |(time, level): &(f64, Quantity)| Level { time: *time, share: level.map(|v| 1.0 - v) };
            crossing(&levels.iter().map(level).collect::<Vec<_>>(), prob)
        }
        rule => first_below(levels, prob, rule),
    }
}

/// The first time at which a level is at or below `1 - prob`, by the rule where it is equal to it.
fn first_below(levels: &[(f64, Quantity)], prob: f64, rule: QuantileRule) -> Quantity {
    let line = 1.0 - prob;
    let mut low = levels
        .iter()
        .filter_map(|(time, level)| level.ok().map(|value| (*time, value)))
        .filter(|(_, value)| *value < line + TOLERANCE);
    let (begin, first) = low.next().ok_or(Absent::NotReached)?;
    if (first - line).abs() >= TOLERANCE {
        return Ok(begin);
    }
    match (low.find(|(_, value)| *value < first), rule) {
        (Some((end, _)), _) => Ok(f64::midpoint(begin, end)),
        (None, QuantileRule::NextEvent) => Err(Absent::NotReached),
        (None, _) => Ok(begin),
    }
}

/// How many have had the event at a time of a curve.
#[derive(Clone, Copy)]
pub(super) struct Level {
    pub(super) time: f64,
    pub(super) share: Quantity,
}

/// A point of a curve: how many have had the event, and when.
#[derive(Clone, Copy)]
struct Point {
    share: f64,
    time: f64,
}

/// The time at which a curve that starts at 0 reaches `prob`.
pub(super) fn crossing(levels: &[Level], prob: f64) -> Quantity {
    let last = levels.last().ok_or(Absent::NotEstimable)?;
    if !(0.0..=1.0).contains(&prob) {
        return Err(Absent::NotEstimable);
    }
    if prob <= 0.0 {
        return Ok(0.0);
    }
    let points = points(levels);
    let reached = |tolerance: f64| points.iter().find(|point| point.share + tolerance >= prob);
    let begin = reached(TOLERANCE).ok_or(Absent::NotReached)?.time;
    if last.share.is_ok_and(|share| (prob - share).abs() < TOLERANCE) {
        return Ok(f64::midpoint(begin, last.time));
    }
    let end = reached(-TOLERANCE).ok_or(Absent::NotReached)?.time;
    Ok(f64::midpoint(begin, end))
}

/// The distinct levels of a curve from low to high, each with the first time at which it is reached.
///
/// A limit that falls back for a while is read by level and not by time, as R does.
fn points(levels: &[Level]) -> Vec<Point> {
    let start = Point { share: 0.0, time: 0.0 };
    let later = |level: &Level| level.share.ok().map(|share| Point { share, time: level.time });
    let mut points: Vec<Point> = std::iter::once(start).chain(levels.iter().filter_map(later)).collect();
    points.sort_by(|a, b| a.share.total_cmp(&b.share));
    points.dedup_by(|next, kept| next.share <= kept.share);
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::table;
    use crate::estimate::{ConfType, Interval, KaplanMeierOptions, kaplan_meier};

    fn curve(data: &[(f64, u32)], conf_type: ConfType) -> Survival {
        let intervals: Vec<_> = data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect();
        kaplan_meier(&table(&intervals, 1), &KaplanMeierOptions { conf_type, ..Default::default() })
    }

    fn median(data: &[(f64, u32)]) -> Quantity {
        quantile(&curve(data, ConfType::LogLog), 0.5).estimate
    }

    #[test]
    fn a_flat_piece_at_one_half_gives_its_middle() {
        let twenty: Vec<_> = (1..=20).map(|t| (f64::from(t), 1)).collect();
        assert_eq!(median(&twenty), Ok(10.5));
        // No later event: the flat piece ends at the last time.
        assert_eq!(median(&[(1.0, 1), (2.0, 1), (3.0, 0), (4.0, 0)]), Ok(3.0));
        // One half up to rounding: 0.9 * 0.8 * ... needs the tolerance.
        let ten: Vec<_> = (1..=10).map(|t| (f64::from(t), 1)).collect();
        assert_eq!(median(&ten), Ok(5.5));
    }

    #[test]
    fn what_is_not_reached_is_said() {
        let survival = curve(&[(1.0, 1), (2.0, 0), (3.0, 0)], ConfType::LogLog);
        assert_eq!(quantile(&survival, 0.5).estimate, Err(Absent::NotReached));
        assert_eq!(median(&[(1.0, 0)]), Err(Absent::NotReached));
        assert_eq!(median(&[]), Err(Absent::NotEstimable));
        assert_eq!(quantile(&survival, 1.5).estimate, Err(Absent::NotEstimable));
        assert_eq!(quantile(&survival, 0.0).estimate, Ok(0.0));
    }

    #[test]
    fn limits_by_inversion() {
        // Deaths at 1 to 6, R, survival 3.5-3: quantile(survfit(Surv(1:6, rep(1, 6)) ~ 1, conf.type = ), .5)
        let six: Vec<_> = (1..=6).map(|t| (f64::from(t), 1)).collect();
        for (conf_type, low, high) in LIMITS {
            let median = quantile(&curve(&six, conf_type), 0.5);
            assert_eq!((median.estimate, median.conf_low, median.conf_high), (Ok(3.5), low, high));
        }
    }

    #[test]
    fn rules_differ_on_flat_pieces_without_a_later_event() {
        let by = |data: &[(f64, u32)], rule| quantile_by(&curve(data, ConfType::Plain), 0.5, rule).estimate;
        let rules = [QuantileRule::FlatPiece, QuantileRule::FirstTime, QuantileRule::NextEvent];
        let twenty: Vec<_> = (1..=20).map(|t| (f64::from(t), 1)).collect();
        assert_eq!(rules.map(|rule| by(&twenty, rule)), [Ok(10.5); 3]);
        let tail = [(1.0, 1), (2.0, 1), (3.0, 0), (4.0, 0)];
        assert_eq!(rules.map(|rule| by(&tail, rule)), [Ok(3.0), Ok(2.0), Err(Absent::NotReached)]);
        assert_eq!(rules.map(|rule| by(&[(1.0, 0)], rule)), [Err(Absent::NotReached); 3]);
        assert_eq!(rules.map(|rule| by(&[], rule)), [Err(Absent::NotEstimable); 3]);
        // The level is passed and not met: all read the first time below.
        assert_eq!(rules.map(|rule| by(&[(1.0, 1), (2.0, 1), (3.0, 1)], rule)), [Ok(2.0); 3]);
    }

    const LIMITS: [(ConfType, Quantity, Quantity); 5] = [
        (ConfType::LogLog, Ok(1.0), Err(Absent::NotReached)),
        (ConfType::Log, Ok(2.0), Err(Absent::NotReached)),
        (ConfType::Plain, Ok(2.0), Ok(5.0)),
        (ConfType::Logit, Ok(1.0), Err(Absent::NotReached)),
        (ConfType::ArcSin, Ok(1.0), Err(Absent::NotReached)),
    ];
}
