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
        Some(day) => facts.at(row, day),
        None => best_response(facts, row).map_or(Taken::Unknown, Taken::Is),
    }
}

/// The best confirmed response before rescue treatment. Who died, was rescued or did not engraft without a confirmed
/// one has not responded; of others no response is known where two values say so.
fn best_response(facts: &Facts, row: usize) -> Option<Status> {
    let failed = facts.failed_by(row, i32::MAX).map(|_| Status::No);
    facts.courses[row].best().or(failed)
}
