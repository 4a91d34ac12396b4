//! From the statuses of days to responses: from when to when.

use super::condition::{Moment, Peak, Truth, all, value_within};
use super::rating::Rated;
use super::view::View;
use crate::cohort::canonical::Span;
use crate::domain::{LabTest, Status};
use crate::study::response_rule::Limited;

/// A response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) struct Period {
    /// Its first day.
    pub(in crate::cohort) start: i32,
    /// The day of the value that confirms it.
    pub(in crate::cohort) confirmed: i32,
    /// Its end, if it was lost.
    pub(in crate::cohort) end: Option<Ending>,
}

/// The loss of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) struct Ending {
    /// The first day on which it is lost.
    pub(in crate::cohort) day: i32,
    /// The day of the value that confirms it.
    pub(in crate::cohort) confirmed: i32,
    /// The place of the lineage, 0 for the only one.
    pub(in crate::cohort) lineage: usize,
    /// The place of the loss in the rule; none where a relapse was reported.
    pub(in crate::cohort) loss: Option<usize>,
}

impl Period {
    /// Whether a day lies in it.
    pub(in crate::cohort) fn holds(&self, day: i32) -> bool {
        self.start <= day && self.end.is_none_or(|end| day < end.day)
    }
}

/// Whether a status counts towards a response of this level.
fn qualifies(level: Status, status: Status) -> bool {
    status >= level
}

/// Whether a status ends the wait for confirmation. Where something is not known, it neither confirms a complete
/// response nor contradicts it.
fn contradicts(level: Status, status: Status) -> bool {
    status < level.min(Status::Unconfirmed)
}

/// The responses of a level: none begins, and none is confirmed, on or after the day of rescue. A reported relapse ends
/// the response before it, and the wait for confirmation begins anew after it.
pub(super) fn periods(
    view: &View<'_>,
    ratings: &[Rated],
    level: Status,
    (rescue, relapses): (Option<i32>, &[Span]),
) -> Vec<Period> {
    let (mut found, mut from) = (Vec::<Period>::new(), 0);
    for report in relapses.iter().map(|span| Some(span.start)).chain([None]) {
        let to = report.map_or(ratings.len(), |day| ratings.partition_point(|one| one.day < day));
        found.extend(without_reports(view, ratings.get(from..to).unwrap_or_default(), level, rescue));
        let Some(day) = report else { break };
        if let Some(last) = found.last_mut().filter(|last| last.end.is_none()) {
            last.end = Some(Ending { day, confirmed: day, lineage: 0, loss: None });
        }
        from = from.max(ratings.partition_point(|one| one.day <= day));
    }
    found
}

/// The responses of a level within a stretch of days in which no relapse was reported.
fn without_reports(view: &View<'_>, ratings: &[Rated], level: Status, rescue: Option<i32>) -> Vec<Period> {
    let may_begin = rescue.map_or(ratings.len(), |rescue| ratings.partition_point(|one| one.day < rescue));
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some((first, second)) =
        confirmed(ratings.get(from..may_begin).unwrap_or_default(), level, view.rule.confirmed_after)
    {
        let (first, second) = (from + first, from + second);
        let lost = loss(view, ratings, level, (first, second));
        found.push(Period {
            start: ratings[first].day,
            confirmed: ratings[second].day,
            end: lost.map(|(_, ending)| ending),
        });
        match lost {
            Some((place, _)) => from = place,
            None => break,
        }
    }
    found
}

/// The places of the first qualifying day and of that which confirms it.
fn confirmed(ratings: &[Rated], level: Status, after: i32) -> Option<(usize, usize)> {
    let mut first: Option<usize> = None;
    for (place, rated) in ratings.iter().enumerate() {
        let Some(status) = rated.status else { continue };
        if contradicts(level, status) {
            first = None;
        } else if qualifies(level, status) {
            match first {
                Some(first) if rated.day - ratings[first].day >= after => return Some((first, place)),
                Some(_) => {}
                None => first = Some(place),
            }
        }
    }
    None
}

/// The first lost day after a response was confirmed that a second one, with no other between, confirms: the place of
/// the first day from there on that is not lost any more, and the ending.
fn loss(
    view: &View<'_>,
    ratings: &[Rated],
    level: Status,
    (first, second): (usize, usize),
) -> Option<(usize, Ending)> {
    let mut peaks = Peaks::from(view, ratings[first].day);
    let (mut run, mut ending): (Option<(i32, usize)>, Option<Ending>) = (None, None);
    for (place, rated) in ratings.iter().enumerate().skip(second + 1) {
        let Some(status) = rated.status else { continue };
        peaks.advance(view, rated.day);
        let moment = Moment { day: rated.day, status: Some(status), peaks: &peaks.of };
        match (loss_on(view, &moment, level), run, ending) {
            (None, _, Some(ending)) => return Some((place, ending)),
            (None, _, None) => run = None,
            (Some(loss), None, _) => run = Some((rated.day, loss)),
            (Some(_), Some((day, loss)), None) if rated.day - day >= view.rule.lost_after => {
                ending = Some(Ending { day, confirmed: rated.day, lineage: 0, loss: Some(loss) });
            }
            (Some(_), Some(_), _) => {}
        }
    }
    ending.map(|ending| (ratings.len(), ending))
}

/// The first loss of the rule that holds at a moment.
fn loss_on(view: &View<'_>, moment: &Moment<'_>, level: Status) -> Option<usize> {
    let of = if level == Status::Response { Status::Response } else { Status::Complete };
    view.rule.losses.iter().position(|loss| loss.of == of && all(view, moment, &loss.all) == Truth::Yes)
}

/// What was highest since a day, by test.
struct Peaks {
    of: [Peak; LabTest::ALL.len()],
    next: [usize; LabTest::ALL.len()],
}

impl Peaks {
    fn from(view: &View<'_>, day: i32) -> Self {
        let next = LabTest::ALL.map(|test| view.values(test).partition_point(|value| value.day < day));
        Self { of: Default::default(), next }
    }

    fn advance(&mut self, view: &View<'_>, day: i32) {
        for test in LabTest::ALL {
            let (peak, next) = (&mut self.of[test as usize], &mut self.next[test as usize]);
            while let Some(value) = view.values(test).get(*next).filter(|value| value.day <= day) {
                peak.highest = Some(peak.highest.map_or(value.value, |highest| highest.max(value.value)));
                peak.normal |= value_within(view, test, value, Limited::Lower) == Truth::Yes;
                *next += 1;
            }
        }
    }
}
