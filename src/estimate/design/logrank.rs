//! Size and power of the log-rank test.

use super::error::{not_negative, positive, ratio};
use super::{
    DesignError, EventProbabilities, FollowUp, Target, TestLevel, TwoArmSize, TwoArms, event_probability,
};

/// How many events a power needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EventsFormula {
    /// By the variance of the score under the null hypothesis: Schoenfeld, Biometrics 1983;39:499-503.
    #[default]
    Schoenfeld,
    /// By the expected numbers at risk under the alternative: Freedman, Stat Med 1982;1:121-9.
    Freedman,
}

/// Exponential survival in a study with uniform accrual.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalCourse {
    /// Hazard of the event in the control arm.
    pub control_hazard: f64,
    /// Hazard of loss to follow-up in both arms.
    pub dropout_hazard: f64,
    /// Accrual and follow-up.
    pub follow_up: FollowUp,
}

/// A comparison of two arms by the log-rank test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogrankDesign {
    /// Hazard of the experimental arm over that of the control arm.
    pub hazard_ratio: f64,
    /// The level of the test.
    pub level: TestLevel,
    /// Subjects in the experimental arm for one in the control arm.
    pub allocation: f64,
    /// How many events a power needs.
    pub formula: EventsFormula,
    /// How events come about; without it only events are counted.
    pub course: Option<SurvivalCourse>,
}

/// The size, or the power, of a comparison by the log-rank test.
///
/// # Definition
/// With hazard ratio `r`, `k` subjects in the experimental arm for one in the control arm, `p = k / (1 + k)` and
/// `Z = z(1 - a) + z(power)`: Schoenfeld `D = Z² / (p (1 - p) (ln r)²)`, Freedman
/// `D = Z² (1 + k r)² / (k (1 - r)²)`. The subjects are `D` over the mean chance of an event; each arm is rounded up.
///
/// # Input
/// A hazard ratio that is not 1; the course, where numbers of subjects are wanted or given.
///
/// # Returns
/// Events (not rounded), chances of an event, subjects, and the power of the whole numbers. The subjects of a
/// number that is given are split by the allocation, not rounded.
///
/// # Edge cases
/// A power not above the level, and a hazard ratio of 1, are errors.
///
/// # Errors
/// [`DesignError`] for assumptions out of range, and for [`Target::Subjects`] without a course.
///
/// # References
/// [`EventsFormula`]; exposure as Lachin and Foulkes, see [`event_probability`].
///
/// # Examples
/// ```
/// use engraft::estimate::design::{EventsFormula, LogrankDesign, Sides, Target, TestLevel, logrank_size};
/// // Collett, Modelling Survival Data in Medical Research: hazard ratio 0.57, 90% power at 5%: 133 deaths.
/// let design = LogrankDesign {
///     hazard_ratio: 0.57,
///     level: TestLevel { alpha: 0.05, sides: Sides::Two },
///     allocation: 1.0,
///     formula: EventsFormula::Schoenfeld,
///     course: None,
/// };
/// assert_eq!(logrank_size(&design, Target::Power(0.9))?.events.round(), 133.0);
/// # Ok::<(), engraft::estimate::design::DesignError>(())
/// ```
pub fn logrank_size(design: &LogrankDesign, target: Target) -> Result<TwoArmSize, DesignError> {
    let hazard_ratio = ratio("the hazard ratio", design.hazard_ratio)?;
    let probabilities = design.course.map(|course| chances(course, hazard_ratio)).transpose()?;
    let drift = |allocation: f64| {
        let by_null = libm::fabs(libm::log(hazard_ratio)) * libm::sqrt(allocation) / (1.0 + allocation);
        let by_alternative =
            libm::fabs(1.0 - hazard_ratio) * libm::sqrt(allocation) / (1.0 + allocation * hazard_ratio);
        match design.formula {
            EventsFormula::Schoenfeld => by_null,
            EventsFormula::Freedman => by_alternative,
        }
    };
    TwoArms { allocation: design.allocation, level: design.level, probabilities, drift }.size(target)
}

fn chances(course: SurvivalCourse, hazard_ratio: f64) -> Result<EventProbabilities, DesignError> {
    let hazard = positive("the hazard of the control arm", course.control_hazard)?;
    let dropout = not_negative("the hazard of loss to follow-up", course.dropout_hazard)?;
    Ok(EventProbabilities {
        control: event_probability(hazard, dropout, course.follow_up)?,
        experimental: event_probability(hazard * hazard_ratio, dropout, course.follow_up)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Sides;
    use super::*;

    fn design() -> LogrankDesign {
        LogrankDesign {
            hazard_ratio: 0.5,
            level: TestLevel { alpha: 0.05, sides: Sides::Two },
            allocation: 1.0,
            formula: EventsFormula::Freedman,
            course: None,
        }
    }

    fn course() -> SurvivalCourse {
        let follow_up = FollowUp { accrual: 2.0, followup: 1.0 };
        SurvivalCourse { control_hazard: 0.3, dropout_hazard: 0.05, follow_up }
    }

    #[test]
    fn by_hand() {
        // Freedman, r = 1/2, 1:1: (3/2)² / (1/2)² = 9 times Z²; Schoenfeld with r = exp(-2): Z² / (1/4 * 4).
        let squared = design().level.shift(0.8).unwrap().powi(2);
        let freedman = logrank_size(&design(), Target::Power(0.8)).unwrap();
        assert!((freedman.events - 9.0 * squared).abs() < 1e-12 * freedman.events);
        let schoenfeld = LogrankDesign {
            hazard_ratio: libm::exp(-2.0),
            formula: EventsFormula::Schoenfeld,
            allocation: 1.0,
            ..design()
        };
        let size = logrank_size(&schoenfeld, Target::Power(0.8)).unwrap();
        assert!((size.events - squared).abs() < 1e-12 * squared);
        assert!(size.subjects.is_none() && size.probabilities.is_none());
    }

    #[test]
    fn power_and_size_are_inverse() {
        for formula in [EventsFormula::Schoenfeld, EventsFormula::Freedman] {
            for allocation in [0.5, 1.0, 3.0] {
                let design = LogrankDesign { formula, allocation, course: Some(course()), ..design() };
                let size = logrank_size(&design, Target::Power(0.85)).unwrap();
                let arms = size.subjects.unwrap();
                assert!(arms.control + arms.experimental >= arms.exact);
                let total = (arms.control + arms.experimental) as u64;
                let fewer = logrank_size(&design, Target::Subjects(total - 3)).unwrap();
                assert!(size.power >= 0.85 && fewer.power < 0.85, "{} {}", size.power, fewer.power);
                let events = logrank_size(&design, Target::Events(libm::ceil(size.events) as u64)).unwrap();
                assert!((0.85..0.86).contains(&events.power));
            }
        }
    }

    #[test]
    fn the_arms_may_change_places() {
        // Seen from the other arm the ratio is 1/r and the allocation 1/k; the events are the same.
        for formula in [EventsFormula::Schoenfeld, EventsFormula::Freedman] {
            let one = LogrankDesign { formula, hazard_ratio: 0.6, allocation: 2.0, ..design() };
            let other = LogrankDesign { hazard_ratio: 1.0 / 0.6, allocation: 0.5, ..one };
            let [one, other] =
                [one, other].map(|design| logrank_size(&design, Target::Power(0.9)).unwrap().events);
            assert!((one - other).abs() < 1e-10 * one, "{one} {other}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let none = LogrankDesign { hazard_ratio: 1.0, ..design() };
        assert_eq!(logrank_size(&none, Target::Power(0.8)), Err(DesignError::NoDifference));
        assert_eq!(logrank_size(&design(), Target::Subjects(100)), Err(DesignError::NoCourse));
        let with = LogrankDesign { course: Some(course()), ..design() };
        assert!(logrank_size(&with, Target::Subjects(0)).is_err());
        assert!(logrank_size(&LogrankDesign { allocation: 0.0, ..with }, Target::Power(0.8)).is_err());
        assert!(logrank_size(&with, Target::Power(0.02)).is_err());
    }
}
