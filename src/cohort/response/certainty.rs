//! What is certain of a lineage, and what a single value leaves open.

use super::period::{Responses, Undecided};
use super::rating::Rated;
use super::view::View;
use crate::domain::Status;

/// What is certain of a lineage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Certainty {
    /// The day from which it is known that there was no response outside of those found, if it is.
    pub(super) settled: Option<i32>,
    /// The first day of a response that nothing has confirmed or contradicted.
    pub(super) waiting: Option<i32>,
    /// The waits for a response that something contradicted in the end.
    in_vain: Vec<Undecided>,
}

impl Certainty {
    /// Of the statuses of days and the responses found in them.
    ///
    /// That there was none is known from two days without one, as far apart as those of a loss; from a day that
    /// contradicts one before; from a response that began, for the days before it; from rescue treatment; and from a
    /// relapse that was reported after the first day.
    pub(super) fn of(view: &View<'_>, ratings: &[Rated], found: &Responses, rescue: Option<i32>) -> Self {
        let first = ratings.iter().find(|rated| rated.status.is_some()).map_or(i32::MAX, |rated| rated.day);
        let reported = view.chart.relapses.iter().map(|span| span.start).find(|day| *day >= first);
        let began = found.periods.first().map(|period| period.known);
        let settled = [rescue, began, reported, seconded(ratings, view.rule.lost_after)];
        let settled = settled.into_iter().flatten().min();
        Self { settled, waiting: found.waiting, in_vain: found.in_vain.clone() }
    }

    /// The stretches in which it was not known whether there was a response.
    pub(super) fn undecided(&self) -> Vec<Undecided> {
        let at_first = self.settled.map(|until| Undecided { from: i32::MIN, until });
        at_first.into_iter().chain(self.in_vain.iter().copied()).collect()
    }
}

/// From when it is known that a day without response has a second one at least so many days before it, or contradicts a
/// better one: the first such day.
fn seconded(ratings: &[Rated], after: i32) -> Option<i32> {
    let mut first_without: Option<i32> = None;
    let mut before: Option<Status> = None;
    for rated in ratings {
        let Some(status) = rated.status else { continue };
        if status == Status::No {
            let contradicts = before.is_some_and(|before| before > Status::No);
            if contradicts || first_without.is_some_and(|first| rated.day - first >= after) {
                return Some(rated.known);
            }
            first_without = first_without.or(Some(rated.day));
        }
        before = Some(status);
    }
    None
}
