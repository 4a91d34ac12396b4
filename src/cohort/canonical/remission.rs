//! Statuses of remission, without a time: the best response, that at a landmark.

use super::super::response::At;
use super::facts::Facts;
use crate::domain::{Ground, Status};
use crate::study::Endpoint;

/// A status without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// The day on which it is taken has not come.
    NotDue,
    /// Not known.
    Unknown(Ground),
    /// This one; what no response rests on.
    Is(Status, Option<Ground>),
}

impl Taken {
    /// What stands at a landmark.
    pub(super) fn of(at: At) -> Self {
        match (at.status(), at.ground()) {
            (Some(status), ground) => Self::Is(status, ground),
            (None, Some(ground)) => Self::Unknown(ground),
            (None, None) => Self::NotDue,
        }
    }

    /// The status; none where it is not known.
    pub(super) fn status(self) -> Option<Status> {
        match self {
            Self::Is(status, _) => Some(status),
            Self::NotDue | Self::Unknown(_) => None,
        }
    }

    /// What no response, or the want of a status, rests on.
    pub(super) fn ground(self) -> Option<Ground> {
        match self {
            Self::Is(_, ground) => ground,
            Self::Unknown(ground) => Some(ground),
            Self::NotDue => None,
        }
    }
}

/// The status of an endpoint without a time.
pub(super) fn status(facts: &Facts, endpoint: &Endpoint, row: usize) -> Taken {
    match endpoint.landmark {
        Some(day) => facts.at(row, day),
        None => match best_response(facts, row) {
            Some(status) => Taken::Is(status, None),
            None if facts.courses[row].rated.is_some() => Taken::Unknown(Ground::Unconfirmed),
            None => Taken::Unknown(Ground::NoValue),
        },
    }
}

/// The best confirmed response before rescue treatment. Who died, was rescued or did not engraft without a confirmed
/// one has not responded; of others no response is known where two values say so.
fn best_response(facts: &Facts, row: usize) -> Option<Status> {
    let failed = facts.failed_by(row, i32::MAX).map(|_| Status::No);
    facts.courses[row].best().or(failed)
}
