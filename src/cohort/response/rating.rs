//! The status of each day on which something is known.

use super::condition::{Moment, Truth, all};
use super::view::View;
use crate::domain::Status;

/// What a day is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) struct Rated {
    pub(in crate::cohort) day: i32,
    /// The status; none where it cannot be told.
    pub(in crate::cohort) status: Option<Status>,
    /// The place of the clause that decided, or that could not be decided.
    pub(in crate::cohort) clause: usize,
}

/// The days from one to another that can be rated, in order.
pub(super) fn ratings(view: &View<'_>, from: i32, to: i32) -> Vec<Rated> {
    let days = view.days().into_iter().filter(|day| (from..=to).contains(day));
    days.map(|day| rate(view, day)).collect()
}

/// Rates a day: the first clause that holds gives the status.
///
/// Where a clause for something better is not known to hold or to fail: with at least a response it is a
/// complete response of which something is not known, else it cannot be told.
pub(super) fn rate(view: &View<'_>, day: i32) -> Rated {
    let moment = Moment::on(day);
    let mut open: Option<usize> = None;
    for (place, clause) in view.rule.clauses.iter().enumerate() {
        match all(view, &moment, &clause.all) {
            Truth::No => {}
            Truth::Unknown if clause.status == Status::No => {}
            Truth::Unknown => open = open.or(Some(place)),
            Truth::Yes => {
                let better = open.filter(|open| view.rule.clauses[*open].status > clause.status);
                return match better {
                    None => Rated { day, status: Some(clause.status), clause: place },
                    Some(open) if clause.status >= Status::Response => {
                        Rated { day, status: Some(Status::Unconfirmed), clause: open }
                    }
                    Some(open) => Rated { day, status: None, clause: open },
                };
            }
        }
    }
    Rated { day, status: None, clause: open.unwrap_or_default() }
}
