//! Conditions in words, for reports, explanations and the page of rules.

use std::fmt;

use super::{
    Bound, Condition, FromBaseline, Limit, Limited, NotFor, Occasion, Rescue, RescueBy, Sex, Unknown,
};
use crate::domain::{LabTest, TreatmentClass};

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(test, bound, value) => {
                let sign = match bound {
                    Bound::AtLeast => ">=",
                    Bound::Above => ">",
                    Bound::Below => "<",
                };
                write!(f, "{} {sign} {value}{}", test.code(), unit(*test))
            }
            Self::Baseline(test, FromBaseline::Times, times) => {
                write!(f, "{} >= {times} x baseline", test.code())
            }
            Self::Baseline(test, FromBaseline::Rise, rise) => {
                write!(f, "{} >= baseline + {rise}{}", test.code(), unit(*test))
            }
            Self::Fall(test, fall) => {
                write!(f, "{} {fall}{} or more below its highest in response", test.code(), unit(*test))
            }
            Self::PeakNormal(test) => write!(f, "{} was normal in response", test.code()),
            Self::Within(test, Limited::Lower) => write!(f, "{} at or above its lower limit", test.code()),
            Self::Within(test, Limited::Upper) => write!(f, "{} at or below its upper limit", test.code()),
            Self::Outside(test, Limited::Lower) => write!(f, "{} below its lower limit", test.code()),
            Self::Outside(test, Limited::Upper) => write!(f, "{} above its upper limit", test.code()),
            Self::Without(classes, days) => write!(f, "no {} for {days} days", codes(classes)),
            Self::Given(classes, days) => write!(f, "{} in the last {days} days", codes(classes)),
            Self::NoBleed(Unknown::Undecided) => write!(f, "no bleeding"),
            Self::NoBleed(Unknown::Met) => write!(f, "no bleeding known"),
            Self::Bleed => write!(f, "bleeding"),
            Self::WorseThan(status) => write!(f, "status worse than {}", status.name()),
            Self::Any(any) => {
                let parts: Vec<String> = any.iter().map(ToString::to_string).collect();
                write!(f, "({})", parts.join(" or "))
            }
        }
    }
}

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(test) => write!(f, "{}", test.code()),
            Self::Treatment(class) => write!(f, "{}", class.code()),
            Self::Bleed => write!(f, "BLEED"),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = self.sex.map_or("", |sex| match sex {
            Sex::Female => " F",
            Sex::Male => " M",
        });
        let age = if self.to_age.is_finite() {
            format!("{} to below {} years", self.from_age, self.to_age)
        } else {
            format!("from {} years", self.from_age)
        };
        write!(f, "{}{of} {age} {}{}", self.test.code(), self.value, unit(self.test))
    }
}

impl fmt::Display for Rescue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.by {
            RescueBy::Any(class) => write!(f, "{} after day {}", class.code(), self.after_day)?,
            RescueBy::RestartedOrRaised(class, days) => write!(
                f,
                "{} after day {}, restarted more than {days} days after the last or raised",
                class.code(),
                self.after_day
            )?,
            RescueBy::SecondTransplant => write!(f, "second transplant after day {}", self.after_day)?,
        }
        match &self.not_for {
            Some(not_for) => write!(f, ", {not_for}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for NotFor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let events: Vec<&str> = self.events.iter().map(|event| event.code()).collect();
        write!(f, "not from {} to {} days after it", events.join(" or "), self.days)
    }
}

/// Conditions that all have to hold.
pub fn all_of(conditions: &[Condition]) -> String {
    if conditions.is_empty() {
        return "otherwise".to_owned();
    }
    conditions.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

fn unit(test: LabTest) -> String {
    match test.unit() {
        Some(power) if power.starts_with("10^") => format!(" x {power}"),
        Some(unit) => format!(" {unit}"),
        None => String::new(),
    }
}

fn codes(classes: &[TreatmentClass]) -> String {
    classes.iter().map(|class| class.code()).collect::<Vec<_>>().join(" or ")
}
