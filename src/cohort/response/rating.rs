//! The status of each day on which something is known.

use std::collections::BTreeSet;

use super::condition::{Moment, Truth, all};
use super::view::View;
use crate::domain::{LabTest, Status};
use crate::study::response_rule::Condition;

/// What a day is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) struct Rated {
    pub(in crate::cohort) day: i32,
    /// The status; none where it cannot be told.
    pub(in crate::cohort) status: Option<Status>,
    /// The place of the clause that decided, or that could not be decided.
    pub(in crate::cohort) clause: usize,
    /// The first day on which the values are there that the clauses read for this day and those before it: a visit may
    /// last some days.
    pub(in crate::cohort) known: i32,
}

/// The days from one to another that can be rated, in order.
pub(super) fn ratings(view: &View<'_>, from: i32, to: i32) -> Vec<Rated> {
    let read = view.rule.clauses.iter().flat_map(|clause| &clause.all).flat_map(Condition::tests);
    let tests: BTreeSet<LabTest> = read.collect();
    let days = view.days().into_iter().filter(|day| (from..=to).contains(day));
    let mut known = i32::MIN;
    days.map(|day| {
        let values = tests.iter().filter_map(|test| view.value(*test, day));
        known = values.map(|value| value.day).fold(known.max(day), i32::max);
        Rated { known, ..rate(view, day) }
    })
    .collect()
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
                    None => Rated { day, status: Some(clause.status), clause: place, known: day },
                    Some(open) if clause.status >= Status::Response => {
                        Rated { day, status: Some(Status::Unconfirmed), clause: open, known: day }
                    }
                    Some(open) => Rated { day, status: None, clause: open, known: day },
                };
            }
        }
    }
    Rated { day, status: None, clause: open.unwrap_or_default(), known: day }
}
