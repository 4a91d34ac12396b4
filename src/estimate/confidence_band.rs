//! Limits that hold for a whole stretch of a survival curve at once.

mod critical;

use super::confidence::survival_limits;
use super::{Absent, Quantity, Survival, SurvivalStep};

/// The kind of a simultaneous band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BandKind {
    /// Hall and Wellner, Biometrika 1980;67:133-43.
    #[default]
    HallWellner,
    /// Equal precision, proportional to the pointwise interval; Nair, Technometrics 1984;26:265-75.
    EqualPrecision,
}

/// Which band is wanted, and over which times.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BandOptions {
    /// Its kind.
    pub kind: BandKind,
    /// First time of the stretch; without it, or before the first event, the first event.
    pub from: Option<f64>,
    /// Last time of the stretch; without it, the last at which the curve is above 0.
    pub to: Option<f64>,
}

/// Limits of a band at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BandStep {
    /// The time.
    pub time: f64,
    /// Lower limit.
    pub low: Quantity,
    /// Upper limit.
    pub high: Quantity,
}

/// A simultaneous confidence band of a survival curve.
#[derive(Debug, Clone)]
pub struct ConfidenceBand<'a> {
    /// The critical value, in place of the normal quantile.
    pub critical: Quantity,
    /// What was asked for.
    pub options: BandOptions,
    survival: &'a Survival,
}

/// Makes a simultaneous confidence band of a survival curve.
///
/// # Definition
/// With `G(t)` Greenwood's sum, `n` the number of subjects and `a(t) = n G(t) / (1 + n G(t))`, the limits are
/// those of the pointwise interval of the same type, with `z sqrt(G(t))` replaced by
/// `k (1 + n G(t)) / sqrt(n)` (Hall-Wellner) or `c sqrt(G(t))` (equal precision). For a Brownian bridge `B` and
/// the shares `a1`, `a2` at the ends of the stretch, `P(sup of |B(u)| for a1 <= u <= a2 <= k)` is the level,
/// exact in the limit of many subjects; `c` solves
/// `4 f(c)/c + f(c) (c - 1/c) log(a2 (1 - a1) / (a1 (1 - a2))) = 1 - level`, with `f` the normal density.
///
/// # Input
/// A Kaplan-Meier curve, which also says type and level, and the stretch.
///
/// # Returns
/// The critical value, and limits at any time: [`ConfidenceBand::at`].
///
/// # Edge cases
/// No event in the stretch or before it: `no_events`. The curve is 0 from its first event on, or the level
/// is too low for the formula of equal precision: `not_estimable`. A stretch past the last observation:
/// `beyond_followup`. A stretch in which `G` is constant gives the pointwise interval (Hall-Wellner).
///
/// # References
/// Borgan and Liestøl, Scand J Stat 1990;17:35-41, for the scales. Klein and Moeschberger, Survival Analysis,
/// section 4.4 and tables C.3 and C.4. Miller and Siegmund, Biometrics 1982;38:1011-6, for `c`. R: `km.ci`
/// (`hall-wellner`, `loghall`, `epband`, `logep`) reads the critical values from tables.
///
/// # Examples
/// ```
/// use engraft::estimate::{BandOptions, Interval, KaplanMeierOptions, RiskTable};
/// use engraft::estimate::{confidence_band, kaplan_meier};
/// let intervals = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].map(|t| Interval::from_start(t, 1));
/// let survival = kaplan_meier(&RiskTable::new(&intervals, 1, 6)?, &KaplanMeierOptions::default());
/// let band = confidence_band(&survival, &BandOptions::default());
/// assert!(band.at(3.0).low.unwrap() < survival.at(3.0).conf_low.unwrap());
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn confidence_band<'a>(survival: &'a Survival, options: &BandOptions) -> ConfidenceBand<'a> {
    let shares = stretch(survival, options);
    let level = survival.options.conf_level;
    let critical = shares.and_then(|[first, last]| match options.kind {
        BandKind::HallWellner => critical::hall_wellner(share(first), share(last), level),
        BandKind::EqualPrecision => critical::equal_precision(last / first, level),
    });
    ConfidenceBand { critical, options: *options, survival }
}

/// `n` times Greenwood's sum at both ends of the stretch.
fn stretch(survival: &Survival, options: &BandOptions) -> Result<[f64; 2], Absent> {
    let last = survival.last_time().ok_or(Absent::NotEstimable)?;
    let events = || survival.steps.iter().filter(|step| step.n_event > 0);
    let first_event = events().next().ok_or(Absent::NoEvents)?.time;
    let from = options.from.map_or(first_event, |from| from.max(first_event));
    if from > last {
        return Err(Absent::BeyondFollowup);
    }
    let scaled = |until: f64| {
        let step = survival.steps.iter().rev().find(|step| step.time <= until && is_inside(step));
        step.and_then(greenwood).map(|sum| sum * survival.subjects as f64)
    };
    let to = options.to.unwrap_or(last);
    if to < first_event {
        return Err(Absent::NoEvents);
    }
    let ended = events().find(|step| step.estimate == Ok(0.0)).is_some_and(|step| step.time <= from);
    match (scaled(from), scaled(to)) {
        (Some(first), Some(last)) if from <= to && !ended => Ok([first, last]),
        _ => Err(Absent::NotEstimable),
    }
}

/// Whether a curve is neither 1 nor 0.
fn is_inside(step: &SurvivalStep) -> bool {
    step.estimate.is_ok_and(|estimate| 0.0 < estimate && estimate < 1.0)
}

fn greenwood(step: &SurvivalStep) -> Option<f64> {
    let log_se = step.std_error.ok()? / step.estimate.ok()?;
    Some(log_se * log_se)
}

/// Where on a Brownian bridge a scaled Greenwood sum lies.
fn share(scaled: f64) -> f64 {
    scaled / (1.0 + scaled)
}

impl ConfidenceBand<'_> {
    /// The band at a time.
    ///
    /// # Edge cases
    /// Before the first event: `no_events`. Outside the stretch, or where the curve is 0: `not_estimable`.
    /// Past a last observation that is censored: `beyond_followup`.
    pub fn at(&self, time: f64) -> BandStep {
        let limits = self.limits(time);
        BandStep { time, low: limits.map(|(low, _)| low), high: limits.map(|(_, high)| high) }
    }

    fn limits(&self, time: f64) -> Result<(f64, f64), Absent> {
        let step = self.survival.at(time);
        let (estimate, _, _) = (step.estimate?, step.conf_low?, step.conf_high?);
        let outside =
            self.options.from.is_some_and(|from| time < from) || self.options.to.is_some_and(|to| time > to);
        if outside {
            return Err(Absent::NotEstimable);
        }
        let critical = self.critical?;
        let sum = greenwood(&step).ok_or(Absent::NotEstimable)?;
        let n = self.survival.subjects as f64;
        let width = match self.options.kind {
            BandKind::HallWellner => critical * (1.0 + n * sum) / libm::sqrt(n),
            BandKind::EqualPrecision => critical * libm::sqrt(sum),
        };
        Ok(survival_limits(self.survival.options.conf_type, estimate, width, 1.0))
    }
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

    fn critical(data: &[(f64, u32)], options: BandOptions) -> Quantity {
        confidence_band(&curve(data, ConfType::Plain), &options).critical
    }

    const EQUAL: BandOptions = BandOptions { kind: BandKind::EqualPrecision, from: None, to: None };
    const HALL: BandOptions = BandOptions { kind: BandKind::HallWellner, from: None, to: None };

    #[test]
    fn by_hand() {
        // Deaths at 1 and 2 of five, then censored: G 1/20 and 1/20 + 1/12 = 2/15; n G 1/4 and 2/3; a 1/5 and 2/5.
        let survival = curve(&[(1.0, 1), (2.0, 1), (3.0, 0), (3.0, 0), (3.0, 0)], ConfType::Plain);
        let equal = confidence_band(&survival, &EQUAL);
        let c = equal.critical.unwrap();
        let density = libm::exp(-0.5 * c * c) / libm::sqrt(std::f64::consts::TAU);
        let crossed = density * (4.0 / c + (c - 1.0 / c) * libm::log((2.0 / 3.0) / 0.25));
        assert!((crossed - 0.05).abs() < 1e-12);
        assert!((equal.at(1.5).low.unwrap() - (0.8 - 0.8 * c / libm::sqrt(20.0))).abs() < 1e-12);
        let hall = confidence_band(&survival, &HALL);
        let k = hall.critical.unwrap();
        let half = 0.6 * k * (1.0 + 2.0 / 3.0) / libm::sqrt(5.0);
        assert!((hall.at(3.0).low.unwrap() - (0.6 - half).max(0.0)).abs() < 1e-12);
        assert_eq!(hall.at(0.5).low, Err(Absent::NoEvents));
        assert_eq!(hall.at(3.5).low, Err(Absent::BeyondFollowup));
    }

    #[test]
    fn one_event_time_gives_the_pointwise_interval() {
        let survival = curve(&[(1.0, 1), (2.0, 0), (3.0, 0)], ConfType::LogLog);
        let (band, point) = (confidence_band(&survival, &HALL).at(1.0), survival.at(1.0));
        assert!((band.low.unwrap() - point.conf_low.unwrap()).abs() < 1e-12);
        assert!((band.high.unwrap() - point.conf_high.unwrap()).abs() < 1e-12);
    }

    #[test]
    fn outside_of_the_stretch_there_is_none() {
        let survival = curve(&[(1.0, 1), (2.0, 1), (3.0, 1), (4.0, 1), (9.0, 1)], ConfType::LogLog);
        let band = confidence_band(&survival, &BandOptions { from: Some(2.0), to: Some(3.0), ..HALL });
        assert_eq!([1.5, 3.5].map(|time| band.at(time).high), [Err(Absent::NotEstimable); 2]);
        assert!(band.at(2.0).low.is_ok() && band.at(3.0).high.is_ok());
        assert_eq!(confidence_band(&survival, &HALL).at(9.0).low, Err(Absent::NotEstimable));
    }

    #[test]
    fn what_cannot_be_told_is_said() {
        let data = [(1.0, 1), (2.0, 1), (3.0, 0)];
        assert_eq!(critical(&[], HALL), Err(Absent::NotEstimable));
        assert_eq!(critical(&[(1.0, 0)], HALL), Err(Absent::NoEvents));
        assert_eq!(critical(&[(1.0, 1), (1.0, 1)], EQUAL), Err(Absent::NotEstimable));
        assert_eq!(critical(&data, BandOptions { to: Some(0.5), ..EQUAL }), Err(Absent::NoEvents));
        assert_eq!(critical(&data, BandOptions { from: Some(4.0), ..EQUAL }), Err(Absent::BeyondFollowup));
        let backwards = BandOptions { from: Some(2.0), to: Some(1.5), ..HALL };
        assert_eq!(critical(&data, backwards), Err(Absent::NotEstimable));
        let dead = [(1.0, 1), (2.0, 1), (3.0, 1)];
        assert_eq!(critical(&dead, BandOptions { from: Some(3.0), ..HALL }), Err(Absent::NotEstimable));
    }
}
