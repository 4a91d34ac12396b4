//! Statuses of remission, without a time: the best response, that at a landmark.

use super::super::response::At;
use super::facts::Facts;
use crate::domain::Status;
use crate::study::Endpoint;

/// A status without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// The day on which it is taken has not come.
    NotDue,
    /// Not known.
    Unknown,
    /// This one.
    Is(Status),
}

impl Taken {
    /// What stands at a landmark.
    pub(super) fn of(at: At) -> Self {
        match at.status() {
            Some(status) => Self::Is(status),
            None if at == At::NotDue => Self::NotDue,
            None => Self::Unknown,
        }
    }
}

/// The status of an endpoint without a time.
pub(super) fn status(facts: &Facts, endpoint: &Endpoint, row: usize) -> Taken {
    match endpoint.landmark {
        Some(day) => at_landmark(facts, day, row),
        None => best_response(facts, row).map_or(Taken::Unknown, Taken::Is),
    }
}

/// The status at a landmark. Who died by then has not responded, whatever was measured.
fn at_landmark(facts: &Facts, landmark: i32, row: usize) -> Taken {
    let subject = &facts.subjects[row];
    if facts.book.of(subject.disorder).is_none() {
        return Taken::Unknown;
    }
    let died = subject.follow_up.and_then(|seen| seen.death).is_some_and(|death| death <= landmark);
    let cut = subject.cutoff.is_some_and(|cutoff| cutoff < landmark);
    match facts.at(row, landmark) {
        // Of who was never measured no more is known than that.
        Taken::Unknown if cut => Taken::NotDue,
        Taken::Unknown if died => Taken::Is(Status::No),
        taken => taken,
    }
}

/// The best confirmed response before rescue treatment. Who died, was rescued or did not engraft before any rating has
/// not responded; otherwise nobody without a rating is judged.
fn best_response(facts: &Facts, row: usize) -> Option<Status> {
    facts.is_judged(row, i32::MAX).then(|| facts.courses[row].best().unwrap_or(Status::No))
}
