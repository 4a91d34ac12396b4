//! Size and power of a comparison of cumulative incidences.

use super::error::{positive, probability, ratio};
use super::{DesignError, EventProbabilities, FollowUp, Target, TestLevel, TwoArmSize, TwoArms};

/// How the cause of interest and its competitors come about in the control arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncidenceCourse {
    /// Cumulative incidence of the cause of interest in the control arm.
    pub control: f64,
    /// When it is reached, and what competes; without it, everybody is followed until then.
    pub accrual: Option<CompetingAccrual>,
}

/// Accrual under two constant cause-specific hazards in the control arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CompetingAccrual {
    /// Cumulative incidence of all competing causes in the control arm.
    pub competing: f64,
    /// The time of both incidences.
    pub at: f64,
    /// Accrual and follow-up.
    pub follow_up: FollowUp,
}

/// A comparison of the cumulative incidences of one cause in two arms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GrayDesign {
    /// Subdistribution hazard of the experimental arm over that of the control arm.
    pub subdistribution_ratio: f64,
    /// The level of the test.
    pub level: TestLevel,
    /// Subjects in the experimental arm for one in the control arm.
    pub allocation: f64,
    /// How events come about; without it only events are counted.
    pub course: Option<IncidenceCourse>,
}

/// The ratio of subdistribution hazards that leads from one cumulative incidence to another.
///
/// # Definition
/// `ln(1 - F1) / ln(1 - F0)`.
///
/// # Errors
/// [`DesignError::NotProbability`] for an incidence that is not strictly between 0 and 1.
///
/// # References
/// Fine and Gray, J Am Stat Assoc 1999;94:496-509.
pub fn subdistribution_ratio(control: f64, experimental: f64) -> Result<f64, DesignError> {
    let log_free = |name, share| probability(name, share).map(|share| libm::log1p(-share));
    Ok(log_free("the cumulative incidence of the experimental arm", experimental)?
        / log_free("the cumulative incidence of the control arm", control)?)
}

/// The size, or the power, of a comparison by Gray's test.
///
/// # Definition
/// With subdistribution hazard ratio `r`, `k` subjects in the experimental arm for one in the control arm and
/// `p = k / (1 + k)`: events of the cause of interest `D = (z(1 - a) + z(power))² / (p (1 - p) (ln r)²)`; the
/// subjects are `D` over the mean chance of such an event by the analysis. That chance is the cumulative incidence
/// `F0` in the control arm and `1 - (1 - F0)^r` in the other; with accrual both are averaged over the times of
/// follow-up, where `F0(t) = h1 / h (1 - exp(-h t))` and `h1`, `h` have the given incidences at the given time.
///
/// # Input
/// A ratio that is not 1; the course, where numbers of subjects are wanted or given.
///
/// # Returns
/// As [`logrank_size`](super::logrank_size); events are those of the cause of interest.
///
/// # Edge cases
/// A competitor that nobody has is allowed: then this is the log-rank test.
///
/// # Errors
/// [`DesignError`] for assumptions out of range, and for [`Target::Subjects`] without a course.
///
/// # References
/// Latouche, Porcher and Chevret, Stat Med 2004;23:3263-74; Latouche and Porcher, Stat Med 2007;26:5370-80.
///
/// # Examples
/// ```
/// use engraft::estimate::design::gray::{GrayDesign, gray_size};
/// use engraft::estimate::design::{Sides, Target, TestLevel};
/// let level = TestLevel { alpha: 0.05, sides: Sides::Two };
/// let design = GrayDesign { subdistribution_ratio: 0.5, level, allocation: 1.0, course: None };
/// // 4 (1.96 + 0.84)² / (ln 2)² = 65.3
/// assert_eq!(gray_size(&design, Target::Power(0.8))?.events.round(), 65.0);
/// # Ok::<(), engraft::estimate::design::DesignError>(())
/// ```
pub fn gray_size(design: &GrayDesign, target: Target) -> Result<TwoArmSize, DesignError> {
    let shr = ratio("the ratio of subdistribution hazards", design.subdistribution_ratio)?;
    let probabilities = design.course.map(|course| chances(course, shr)).transpose()?;
    let drift = |allocation: f64| libm::fabs(libm::log(shr)) * libm::sqrt(allocation) / (1.0 + allocation);
    TwoArms { allocation: design.allocation, level: design.level, probabilities, drift }.size(target)
}

fn chances(course: IncidenceCourse, shr: f64) -> Result<EventProbabilities, DesignError> {
    let control = probability("the cumulative incidence of the control arm", course.control)?;
    let experimental = |control: f64| -libm::expm1(shr * libm::log1p(-control));
    let Some(accrual) = course.accrual else {
        return Ok(EventProbabilities { control, experimental: experimental(control) });
    };
    let at = positive("the time of the cumulative incidences", accrual.at)?;
    let competing = accrual.competing;
    if competing != 0.0 {
        probability("the cumulative incidence of the competing causes", competing)?;
    }
    let sum = control + competing;
    if sum >= 1.0 {
        return Err(DesignError::IncidencesExceedOne { sum });
    }
    let total = -libm::log1p(-sum) / at;
    let course = accrual.follow_up.check()?;
    let incidence = |time: f64| control / sum * -libm::expm1(-total * time);
    let mean = |of: &dyn Fn(f64) -> f64| mean_over(course, of);
    Ok(EventProbabilities {
        control: mean(&incidence),
        experimental: mean(&|time| experimental(incidence(time))),
    })
}

/// Points and weights of Gauss and Legendre on (-1, 1).
const POINTS: [(f64, f64); 5] = [
    (-0.906_179_845_938_664, 0.236_926_885_056_189_1),
    (-0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
    (0.0, 0.568_888_888_888_888_9),
    (0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
    (0.906_179_845_938_664, 0.236_926_885_056_189_1),
];

/// Pieces into which the accrual is cut.
const PIECES: u32 = 128;

/// The mean of a smooth function over the times of follow-up, uniform from `F` to `F + A`.
fn mean_over(course: FollowUp, of: &dyn Fn(f64) -> f64) -> f64 {
    if course.accrual == 0.0 {
        return of(course.followup);
    }
    let half = 0.5 / f64::from(PIECES);
    let mut sum = 0.0;
    for piece in 0..PIECES {
        let middle = f64::from(2 * piece + 1) * half;
        for (point, weight) in POINTS {
            sum += weight * half * of(course.followup + course.accrual * (middle + half * point));
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::{EventsFormula, LogrankDesign, Sides, SurvivalCourse, logrank_size};
    use super::*;

    const LEVEL: TestLevel = TestLevel { alpha: 0.05, sides: Sides::Two };

    fn design(course: Option<IncidenceCourse>) -> GrayDesign {
        GrayDesign { subdistribution_ratio: 0.5, level: LEVEL, allocation: 1.0, course }
    }

    #[test]
    fn by_hand() {
        // 3/4 by the analysis; the other arm has 1 - (1/4)^(1/2) = 1/2; the mean is 5/8.
        let course = IncidenceCourse { control: 0.75, accrual: None };
        let size = gray_size(&design(Some(course)), Target::Power(0.8)).unwrap();
        let arms = size.subjects.unwrap();
        assert!((arms.exact - size.events * 8.0 / 5.0).abs() < 1e-10 * arms.exact);
        assert_eq!(arms.control, libm::ceil(arms.exact / 2.0));
        assert!((subdistribution_ratio(0.75, 0.5).unwrap() - 0.5).abs() < 1e-15);
    }

    #[test]
    fn without_a_competitor_it_is_the_logrank_test() {
        let follow_up = FollowUp { accrual: 3.0, followup: 2.0 };
        let accrual = CompetingAccrual { competing: 0.0, at: 1.0, follow_up };
        let course = IncidenceCourse { control: 0.2, accrual: Some(accrual) };
        let gray = gray_size(&design(Some(course)), Target::Power(0.9)).unwrap();
        let course = SurvivalCourse { control_hazard: -libm::log1p(-0.2), dropout_hazard: 0.0, follow_up };
        let logrank = LogrankDesign {
            hazard_ratio: 0.5,
            level: LEVEL,
            allocation: 1.0,
            formula: EventsFormula::Schoenfeld,
            course: Some(course),
        };
        let logrank = logrank_size(&logrank, Target::Power(0.9)).unwrap();
        let (ours, theirs) = (gray.subjects.unwrap().exact, logrank.subjects.unwrap().exact);
        assert!((ours - theirs).abs() < 1e-12 * theirs, "{ours} {theirs}");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let follow_up = FollowUp { accrual: 1.0, followup: 1.0 };
        let accrual = Some(CompetingAccrual { competing: 0.6, at: 1.0, follow_up });
        let course = IncidenceCourse { control: 0.4, accrual };
        let refused = gray_size(&design(Some(course)), Target::Power(0.8));
        assert_eq!(refused, Err(DesignError::IncidencesExceedOne { sum: 1.0 }));
        assert_eq!(gray_size(&design(None), Target::Subjects(9)), Err(DesignError::NoCourse));
        assert!(subdistribution_ratio(0.0, 0.5).is_err() && subdistribution_ratio(0.5, 1.0).is_err());
        let same = GrayDesign { subdistribution_ratio: 1.0, ..design(None) };
        assert_eq!(gray_size(&same, Target::Power(0.8)), Err(DesignError::NoDifference));
    }
}
