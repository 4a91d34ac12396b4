//! Response of the autoimmune disorder, its confirmation and its loss, by the rules of the study.
//!
//! 1. Values that a transfusion, growth factor or immunoglobulin masks are not used: unknown, not failure.
//! 2. No day is rated before neutrophil recovery. Counts that never fell: from day 0. Neutrophils not measured:
//!    from the day that the rule names.
//! 3. Each day on which something is known gets the status of the first clause that holds. A day on which a
//!    better status is neither met nor ruled out, and nothing less than it is known, has none.
//! 4. A response begins on the first qualifying day that a second one, late enough, confirms, with nothing
//!    between that contradicts; it ends on the first of two lost days, confirmed alike.
//!    What a single value says is neither a response nor none, unless another contradicts it: unconfirmed.
//! 5. A reported relapse counts unless what was there before it says that there had been no response.
//! 6. Rescue treatment ends the time in which a response can be reached; from then on the status is failure.
//! 7. Evans syndrome: each lineage by its own rule, the worse of both, the loss of either.
//!
//! | module | takes -> gives |
//! |---|---|
//! | `treatment` | treatments of a subject -> what was given when; rescue |
//! | `view` | a chart and the rule of a lineage -> values that count, baselines, limits |
//! | `condition` | a condition on a day -> whether it holds |
//! | `rating` | days -> a status each |
//! | `period` | statuses -> responses, from when to when |
//! | `certainty` | days and responses -> what one value leaves open |
//! | `judgement` | the lineages -> the course of the disorder; landmarks; sustained response |

mod certainty;
mod condition;
mod evidence;
mod judgement;
mod period;
mod rating;
mod treatment;
mod view;

pub(super) use evidence::evidence_of;
pub(super) use judgement::{At, Judgement, judge};
pub(super) use period::{Period, Undecided};
pub(super) use rating::Rated;
pub(super) use treatment::{Indications, Treatment, going_on, rescue_of};
pub(super) use view::View;

use super::canonical::{Span, Subject};
use super::engraftment::Recovery;
use super::first_event::Confirmed;
use super::labs::Series;
use crate::domain::Status;
use crate::study::ResponseRules;

/// What the response of a subject is read from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chart<'a> {
    pub(super) subject: &'a Subject,
    pub(super) series: &'a Series,
    /// By first day.
    pub(super) treatments: &'a [Treatment],
    /// By first day.
    pub(super) bleeds: &'a [Span],
    /// Whether the absence of a bleeding event means that there was none.
    pub(super) bleeding_known: bool,
    pub(super) neutrophils: Recovery,
    /// Reported relapses, by day.
    pub(super) relapses: &'a [Span],
    /// Events that treatments may have been given for.
    pub(super) indications: Indications<'a>,
    /// Last day to which complications are known.
    pub(super) end: i32,
}

/// The course of the disorder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Course {
    /// The first day up to rescue treatment by which the status is known.
    pub(super) rated: Option<i32>,
    /// The day from which it is known that there was no response outside of those found, if it is.
    pub(super) settled: Option<i32>,
    /// The stretches in which it was not known whether there was a response, and was decided later.
    pub(super) undecided: Vec<Undecided>,
    /// The first day from which a response may be that nothing has confirmed or contradicted.
    pub(super) waiting: Option<i32>,
    /// The days of reported relapses before which it was known that there had been no response: they are none.
    pub(super) unfounded: Vec<i32>,
    /// Day of confirmed response, complete or not.
    pub(super) response: Option<Confirmed>,
    /// Whether the counts were at some time those of a complete response, confirmed.
    pub(super) counts_complete: bool,
    /// Day of confirmed complete response.
    pub(super) complete: Option<Confirmed>,
    /// Day of loss of that response by laboratory values.
    pub(super) lost: Option<Confirmed>,
    /// Day of loss of that complete response by laboratory values.
    pub(super) complete_lost: Option<Confirmed>,
    /// Day on which a response is known to have lasted off treatment as long as the rule asks.
    pub(super) sustained: Option<i32>,
}

impl Course {
    /// The best confirmed status; none where nothing is confirmed, or a response waits for it.
    pub(super) fn best(&self) -> Option<Status> {
        match self {
            _ if self.complete.is_some() => Some(Status::Complete),
            _ if self.counts_complete => Some(Status::Unconfirmed),
            _ if self.response.is_some() => Some(Status::Response),
            _ => self.none_by(i32::MAX).map(|_| Status::No),
        }
    }

    /// The day from which it is known that there was no response from the beginning to a day, if it is. A value that
    /// waited for another on that day leaves it open until something contradicts it.
    pub(super) fn none_by(&self, day: i32) -> Option<i32> {
        let rated = self.rated.is_some_and(|rated| rated <= day);
        let responded = self.response.is_some_and(|response| response.day <= day);
        let waits = self.waiting.is_some_and(|waiting| waiting <= day);
        let settled = self.settled.filter(|_| rated && !responded && !waits)?;
        Some(Undecided::decided(&self.undecided, day).map_or(settled, |decided| decided.max(settled)))
    }
}

/// Rates a subject: the course, and the status at each landmark.
pub(super) fn assess(chart: &Chart<'_>, book: &ResponseRules, landmarks: &[i32]) -> (Course, Vec<At>) {
    match judge(chart, book) {
        None => (Course::default(), vec![At::NotEvaluable; landmarks.len()]),
        Some(judged) => (judged.course(), landmarks.iter().map(|day| judged.at(*day)).collect()),
    }
}

#[cfg(test)]
mod naive;
#[cfg(test)]
mod patients;
#[cfg(test)]
mod properties;
