//! Whether a condition holds on a day: yes, no, or not known.

use super::view::View;
use crate::cohort::labs::Measurement;
use crate::domain::{LabTest, Status};
use crate::study::response_rule::{Bound, Condition, FromBaseline, Limited, Unknown};

/// Whether something holds. Of all, the least; of any, the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    /// It does not.
    No,
    /// Not known.
    Unknown,
    /// It does.
    Yes,
}

impl Truth {
    pub(super) fn of(known: Option<bool>) -> Self {
        known.map_or(Self::Unknown, |yes| if yes { Self::Yes } else { Self::No })
    }

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}

/// The highest value of a test in a response, and whether one was normal.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Peak {
    pub(super) highest: Option<f64>,
    pub(super) normal: bool,
}

/// A day, and what a loss is judged by besides the values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment<'p> {
    pub(super) day: i32,
    /// The status of the day.
    pub(super) status: Option<Status>,
    /// What was highest in the response, by test; empty outside of one.
    pub(super) peaks: &'p [Peak],
}

impl Moment<'_> {
    /// A day outside of any response.
    pub(super) fn on(day: i32) -> Self {
        Self { day, status: None, peaks: &[] }
    }

    fn peak(&self, test: LabTest) -> Peak {
        self.peaks.get(test as usize).copied().unwrap_or_default()
    }
}

/// Whether all of these hold.
pub(super) fn all(view: &View<'_>, moment: &Moment<'_>, conditions: &[Condition]) -> Truth {
    let mut truth = Truth::Yes;
    for condition in conditions {
        truth = truth.min(holds(view, moment, condition));
        if truth == Truth::No {
            break;
        }
    }
    truth
}

/// Whether a condition holds.
pub(super) fn holds(view: &View<'_>, moment: &Moment<'_>, condition: &Condition) -> Truth {
    let day = moment.day;
    match condition {
        Condition::Count(test, bound, threshold) => {
            Truth::of(view.value(*test, day).and_then(|value| counted(value, *bound, *threshold)))
        }
        Condition::Baseline(test, how, by) => {
            let known = view.value(*test, day).zip(view.baseline(*test));
            Truth::of(known.and_then(|(value, baseline)| from_baseline(value, baseline, (*how, *by))))
        }
        Condition::Fall(test, fall) => {
            let highest = moment.peak(*test).highest;
            let known = view.value(*test, day).zip(highest);
            Truth::of(known.and_then(|(value, highest)| value.at_most(highest - fall)))
        }
        Condition::PeakNormal(test) => Truth::of(Some(moment.peak(*test).normal)),
        Condition::Within(test, side) => within(view, day, *test, *side),
        Condition::Outside(test, side) => within(view, day, *test, *side).not(),
        Condition::Without(classes, days) => Truth::of(Some(!view.given(classes, day, *days))),
        Condition::Given(classes, days) => Truth::of(Some(view.given(classes, day, *days))),
        Condition::NoBleed(unknown) => match (view.bleeding(day), unknown) {
            (None, Unknown::Met) => Truth::Yes,
            (bleeding, _) => Truth::of(bleeding).not(),
        },
        Condition::Bleed => Truth::of(view.bleeding(day)),
        Condition::WorseThan(status) => Truth::of(moment.status.map(|own| own < *status)),
        Condition::Any(any) => any.iter().map(|one| holds(view, moment, one)).max().unwrap_or(Truth::No),
    }
}

/// Whether a value is on this side of a threshold.
fn counted(value: &Measurement, bound: Bound, threshold: f64) -> Option<bool> {
    match bound {
        Bound::AtLeast => value.at_least(threshold),
        Bound::Above => value.at_most(threshold).map(|at_most| !at_most),
        Bound::Below => value.at_least(threshold).map(|at_least| !at_least),
    }
}

/// Whether a value is so far from a baseline; the true one is lower where it could not be measured.
fn from_baseline(
    value: &Measurement,
    baseline: &Measurement,
    (how, by): (FromBaseline, f64),
) -> Option<bool> {
    let reached = value.at_least(match how {
        FromBaseline::Times => by * baseline.value,
        FromBaseline::Rise => baseline.value + by,
    });
    reached.filter(|reached| *reached || !baseline.below_lod)
}

fn within(view: &View<'_>, day: i32, test: LabTest, side: Limited) -> Truth {
    view.value(test, day).map_or(Truth::Unknown, |value| value_within(view, test, value, side))
}

/// Whether a value is within its limit of normal.
pub(super) fn value_within(view: &View<'_>, test: LabTest, value: &Measurement, side: Limited) -> Truth {
    match side {
        Limited::Upper => Truth::of(value.uln.and_then(|uln| value.at_most(uln))),
        Limited::Lower => match view.lower_limit(test, value) {
            Some((_, high)) if value.at_least(high) == Some(true) => Truth::Yes,
            Some((low, _)) if value.at_least(low) == Some(false) => Truth::No,
            _ => Truth::Unknown,
        },
    }
}
