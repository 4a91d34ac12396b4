//! Planning a study: sizes, powers and the events to expect.
//!
//! These are design aids: what goes in is assumed, not estimated. Every formula is that of the cited paper;
//! where a whole number of subjects or events is needed, it is rounded up, and the unrounded one is given too.

mod binomial;
pub mod error;
pub mod expected_events;
pub mod exposure;
pub mod gray;
pub mod level;
pub mod logrank;
#[cfg(test)]
mod naive;
pub mod single_arm;
#[cfg(test)]
mod sizes;

pub use error::DesignError;
pub use expected_events::{
    Accrual, AccrualPiece, ExpectedCounts, Hazards, expected_counts, time_of_expected_events,
};
pub use exposure::{FollowUp, event_probability};
pub use gray::{CompetingAccrual, GrayDesign, IncidenceCourse, gray_size, subdistribution_ratio};
pub use level::{Sides, TestLevel};
pub use logrank::{EventsFormula, LogrankDesign, SurvivalCourse, logrank_size};
pub use single_arm::{ExactDesign, SingleArm, SingleArmSize, single_arm_exact, single_arm_size};

/// What a design is asked for: the rest follows from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// The power to reach; events and subjects follow.
    Power(f64),
    /// The number of subjects; events and power follow.
    Subjects(u64),
    /// The number of events; the power follows.
    Events(u64),
}

/// The chance of an event in each arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventProbabilities {
    /// In the control arm.
    pub control: f64,
    /// In the experimental arm.
    pub experimental: f64,
}

/// Subjects of the two arms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Subjects {
    /// Both together, before rounding up.
    pub exact: f64,
    /// In the control arm.
    pub control: f64,
    /// In the experimental arm.
    pub experimental: f64,
}

/// The size of a comparison of two arms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TwoArmSize {
    /// Events of both arms together, before rounding up.
    pub events: f64,
    /// The chances of an event, where the course of the study is known.
    pub probabilities: Option<EventProbabilities>,
    /// The subjects, where the course of the study is known.
    pub subjects: Option<Subjects>,
    /// The power that the whole numbers of events or subjects have.
    pub power: f64,
}

impl TwoArmSize {
    /// The least whole number of events that is not below.
    pub fn whole_events(&self) -> f64 {
        whole(self.events)
    }
}

/// The least whole number that is not below, but for rounding.
fn whole(number: f64) -> f64 {
    libm::ceil(number * (1.0 - 1e-12))
}

/// What the sizes of a comparison of two arms share.
struct TwoArms<P> {
    allocation: f64,
    level: TestLevel,
    probabilities: Option<EventProbabilities>,
    /// The drift of the test for one event, by the allocation; that of many grows with the root of their number.
    drift: P,
}

impl<P: Fn(f64) -> f64> TwoArms<P> {
    fn size(&self, target: Target) -> Result<TwoArmSize, DesignError> {
        error::positive("the allocation ratio", self.allocation)?;
        let drift = (self.drift)(self.allocation);
        match target {
            Target::Power(power) => self.of_power(power, drift),
            Target::Events(events) => {
                let events = events as f64;
                let power = self.level.power(libm::sqrt(events) * drift)?;
                Ok(TwoArmSize { events, probabilities: self.probabilities, subjects: None, power })
            }
            Target::Subjects(n) => {
                let chances = self.probabilities.ok_or(DesignError::NoCourse)?;
                let control = n as f64 / (1.0 + self.allocation);
                let arms = Subjects { exact: n as f64, control, experimental: n as f64 - control };
                self.of_subjects(arms, chances)
            }
        }
    }

    fn of_power(&self, power: f64, drift: f64) -> Result<TwoArmSize, DesignError> {
        let shift = self.level.shift(power)? / drift;
        let events = shift * shift;
        let Some(chances) = self.probabilities else {
            let power = self.level.power(libm::sqrt(whole(events)) * drift)?;
            return Ok(TwoArmSize { events, probabilities: None, subjects: None, power });
        };
        let share = self.allocation / (1.0 + self.allocation);
        let exact = events / ((1.0 - share) * chances.control + share * chances.experimental);
        let control = whole(exact / (1.0 + self.allocation));
        let experimental = whole(exact * share);
        let size = self.of_subjects(Subjects { exact, control, experimental }, chances)?;
        Ok(TwoArmSize { events, ..size })
    }

    fn of_subjects(&self, arms: Subjects, chances: EventProbabilities) -> Result<TwoArmSize, DesignError> {
        if arms.control <= 0.0 || arms.experimental <= 0.0 {
            return Err(DesignError::NotPositive { name: "the number of subjects", value: arms.exact });
        }
        let events = arms.control * chances.control + arms.experimental * chances.experimental;
        let drift = (self.drift)(arms.experimental / arms.control);
        let power = self.level.power(libm::sqrt(events) * drift)?;
        Ok(TwoArmSize { events, probabilities: Some(chances), subjects: Some(arms), power })
    }
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn whole_numbers_stay_as_they_are() {
        assert_eq!([33.0, 33.000_000_000_001, 33.1, 0.2].map(whole), [33.0, 33.0, 34.0, 1.0]);
    }
}
