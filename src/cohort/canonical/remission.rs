//! Endpoints of remission: its loss, its duration, its status on a day.

use super::super::first_event::Candidate;
use super::super::response::At;
use super::Verdict;
use super::facts::{Dated, Facts, candidate, earliest, first_after};
use super::rules::{first_of, followed, since};
use crate::domain::Status;
use crate::study::Endpoint;

/// A status without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// The day on which it is taken has not come.
    NotApplicable,
    /// Not known.
    Unknown,
    /// This one.
    Is(Status),
}

impl Standing {
    /// What stands at a landmark.
    pub(super) fn of(at: At) -> Self {
        match at.status() {
            Some(status) => Self::Is(status),
            None if at == At::NotDue => Self::NotApplicable,
            None => Self::Unknown,
        }
    }
}

/// The status of an endpoint without a time.
pub(super) fn status(facts: &Facts, endpoint: &Endpoint, row: usize) -> Standing {
    match endpoint.landmark {
        Some(day) => at_landmark(facts, day, row),
        None => best_response(facts, row).map_or(Standing::Unknown, Standing::Is),
    }
}

/// The status at a landmark. Who died by then has not responded, whatever was measured.
fn at_landmark(facts: &Facts, landmark: i32, row: usize) -> Standing {
    let subject = &facts.subjects[row];
    if facts.book.of(subject.disorder).is_none() {
        return Standing::Unknown;
    }
    let died = subject.follow_up.and_then(|seen| seen.death).is_some_and(|death| death <= landmark);
    let cut = subject.cutoff.is_some_and(|cutoff| cutoff < landmark);
    match facts.at(row, landmark) {
        // Of who was never measured no more is known than that.
        Standing::Unknown if died => Standing::Is(Status::No),
        Standing::Unknown if cut => Standing::NotApplicable,
        standing => standing,
    }
}

/// The best confirmed response before rescue treatment. Who died or was rescued before any rating has not responded;
/// otherwise nobody without a rating is judged.
fn best_response(facts: &Facts, row: usize) -> Option<Status> {
    let course = facts.courses[row];
    let died = facts.subjects[row].follow_up.is_some_and(|seen| seen.death.is_some());
    let failed = died || facts.rescue(row).is_some();
    if !course.evaluable {
        return None;
    }
    course.best().or_else(|| failed.then_some(Status::No))
}

/// What ends a response that began on this day, besides death: relapse, or rescue treatment.
fn end_of_response(facts: &Facts, row: usize, response: i32) -> Dated {
    earliest(facts.relapse(row), facts.rescue(row).filter(|(day, _)| *day > response))
}

/// Among responders, from the day of response: relapse or rescue treatment; death competes.
pub(super) fn loss_of_response(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    among(facts, row, facts.courses[row].response, |response| {
        since(facts, endpoint, row, response, candidate(end_of_response(facts, row, response), 1))
    })
}

/// Among responders, from the day of response: relapse, rescue treatment or death, whichever is first.
pub(super) fn duration_of_response(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    among(facts, row, facts.courses[row].response, |response| {
        let death = facts.competitor("death", 1, row);
        let end = candidate(end_of_response(facts, row, response), 1);
        since(facts, endpoint, row, response, earlier(end, death))
    })
}

/// Among complete responders, from that day: the loss of complete response, relapse or rescue treatment; death
/// competes.
pub(super) fn loss_of_complete_response(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let course = facts.courses[row];
    among(facts, row, course.complete, |complete| {
        let by_values = course.complete_lost.map(|day| (day, "labs.day"));
        let reported = first_after(facts.relapses_of(row), complete).map(|day| (day, "events.day"));
        let rescue = facts.rescue(row).filter(|(day, _)| *day > complete);
        let lost = earliest(earliest(reported, by_values), rescue);
        since(facts, endpoint, row, complete, candidate(lost, 1))
    })
}

/// A response that has lasted off treatment as long as the rule asks; death and rescue treatment compete.
pub(super) fn sustained_response(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let course = facts.courses[row];
    if !course.evaluable {
        return Verdict::NotEvaluable;
    }
    let event = candidate(course.sustained.map(|day| (day, "labs.day")), 1);
    followed(facts, row, |seen| first_of(facts, endpoint, row, event, seen.ascertained))
}

/// Those who have reached something.
fn among(facts: &Facts, row: usize, day: Option<i32>, judge: impl FnOnce(i32) -> Verdict) -> Verdict {
    match day {
        _ if !facts.courses[row].evaluable => Verdict::NotEvaluable,
        None => Verdict::NotApplicable,
        Some(day) => judge(day),
    }
}

/// The earlier of two candidates; the first on the same day.
fn earlier(one: Candidate, other: Candidate) -> Candidate {
    match (one.day, other.day) {
        (Some(left), Some(right)) if right < left => other,
        (None, Some(_)) => other,
        _ => one,
    }
}
