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
    /// The day from which it is known: that of the last value of the visit that confirms it.
    pub(in crate::cohort) known: i32,
    /// Its end, if it was lost.
    pub(in crate::cohort) end: Option<Ending>,
    /// The first day of a loss that no other value confirmed or contradicted before it ended.
    pub(in crate::cohort) doubted: Option<i32>,
}

/// The loss of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) struct Ending {
    /// The first day on which it is lost.
    pub(in crate::cohort) day: i32,
    /// The day of the value that confirms it.
    pub(in crate::cohort) confirmed: i32,
    /// The day from which it is known.
    pub(in crate::cohort) known: i32,
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

    /// Whether a day lies in it, and no loss is in question.
    pub(in crate::cohort) fn is_certain(&self, day: i32) -> bool {
        self.holds(day) && self.doubted.is_none_or(|doubted| day < doubted)
    }
}

/// A stretch in which it is not known whether a response has begun: from its first day until something contradicts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) struct Undecided {
    /// Its first day.
    pub(in crate::cohort) from: i32,
    /// The first day on which it is decided.
    pub(in crate::cohort) until: i32,
}

impl Undecided {
    /// Whether it is undecided on a day.
    fn covers(self, day: i32) -> bool {
        self.from <= day && day < self.until
    }

    /// Where both are; none where nothing is.
    fn and(self, other: Self) -> Option<Self> {
        let both = Self { from: self.from.max(other.from), until: self.until.min(other.until) };
        (both.from < both.until).then_some(both)
    }

    /// The stretches in which all of several are undecided.
    pub(super) fn all_of(several: &[Vec<Self>]) -> Vec<Self> {
        let Some((first, rest)) = several.split_first() else { return Vec::new() };
        rest.iter().fold(first.clone(), |known, other| {
            known.iter().flat_map(|one| other.iter().filter_map(|other| one.and(*other))).collect()
        })
    }

    /// The first day on which it is decided what was on a day, of those that begin no later; none where it was at once.
    pub(super) fn decided(all: &[Self], day: i32) -> Option<i32> {
        all.iter().filter(|one| one.covers(day)).map(|one| one.until).max()
    }
}

/// The responses of a level, and what is open at the end of what is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Responses {
    pub(super) periods: Vec<Period>,
    /// The first day of a response that nothing has confirmed or contradicted.
    pub(super) waiting: Option<i32>,
    /// The waits for a response that something contradicted in the end.
    pub(super) in_vain: Vec<Undecided>,
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
pub(super) fn responses(
    view: &View<'_>,
    ratings: &[Rated],
    level: Status,
    (rescue, relapses): (Option<i32>, &[Span]),
) -> Responses {
    let (mut all, mut from) = (Responses::default(), 0);
    for report in relapses.iter().map(|span| Some(span.start)).chain([None]) {
        let to = report.map_or(ratings.len(), |day| ratings.partition_point(|one| one.day < day));
        let found = without_reports(view, ratings.get(from..to).unwrap_or_default(), level, rescue);
        let open = report.zip(found.waiting).map(|(until, from)| Undecided { from, until });
        // The report comes before what else ends a wait.
        let by_report =
            |one: &Undecided| Undecided { until: one.until.min(report.unwrap_or(i32::MAX)), ..*one };
        let waits = found.in_vain.iter().map(by_report).chain(open);
        let in_vain = all.in_vain.into_iter().chain(waits).collect();
        all = Responses { periods: [all.periods, found.periods].concat(), in_vain, ..found };
        let Some(day) = report else { break };
        if let Some(last) = all.periods.last_mut().filter(|last| last.end.is_none()) {
            last.end = Some(Ending { day, confirmed: day, known: day, lineage: 0, loss: None });
        }
        from = from.max(ratings.partition_point(|one| one.day <= day));
    }
    all
}

/// The responses of a level within a stretch of days in which no relapse was reported. Rescue treatment ends the wait
/// for a response.
fn without_reports(view: &View<'_>, ratings: &[Rated], level: Status, rescue: Option<i32>) -> Responses {
    let may_begin = rescue.map_or(ratings.len(), |rescue| ratings.partition_point(|one| one.day < rescue));
    let (mut found, mut from) = (Responses::default(), 0);
    loop {
        let ahead = ratings.get(from..may_begin).unwrap_or_default();
        let (first, second) = match confirmed(ahead, level, view.rule.confirmed_after, &mut found.in_vain) {
            Wait::Confirmed(first, second) => (from + first, from + second),
            Wait::Open(first) => {
                let since = ratings[from + first].day;
                match rescue {
                    None => found.waiting = Some(since),
                    Some(until) => found.in_vain.push(Undecided { from: since, until }),
                }
                break;
            }
            Wait::None => break,
        };
        let (start, confirmed) = (ratings[first].day, ratings[second].day);
        let lost = loss(view, ratings, level, (first, second));
        let (end, doubted) = match lost {
            Lost::Confirmed(_, ending) => (Some(ending), None),
            Lost::Open(day) => (None, Some(day)),
            Lost::No => (None, None),
        };
        found.periods.push(Period { start, confirmed, known: ratings[second].known, end, doubted });
        let Lost::Confirmed(place, _) = lost else { break };
        from = place;
    }
    found
}

/// How the wait for a response ends: by places.
enum Wait {
    /// With the first qualifying day and that which confirms it.
    Confirmed(usize, usize),
    /// With the first qualifying day, and nothing that contradicts it.
    Open(usize),
    /// With no qualifying day that nothing contradicts.
    None,
}

/// Whether a response is lost.
enum Lost {
    /// It is: the place of the first day from there on that is not lost any more, and the ending.
    Confirmed(usize, Ending),
    /// From this day on, which nothing confirms and nothing contradicts.
    Open(i32),
    /// It is not.
    No,
}

/// The first qualifying day that another confirms. Those that another contradicts are noted.
fn confirmed(ratings: &[Rated], level: Status, after: i32, in_vain: &mut Vec<Undecided>) -> Wait {
    let mut first: Option<usize> = None;
    for (place, rated) in ratings.iter().enumerate() {
        let Some(status) = rated.status else { continue };
        if contradicts(level, status) {
            let waited = first.take().map(|first| Undecided { from: ratings[first].day, until: rated.known });
            in_vain.extend(waited);
        } else if qualifies(level, status) {
            match first {
                Some(first) if rated.day - ratings[first].day >= after => {
                    return Wait::Confirmed(first, place);
                }
                Some(_) => {}
                None => first = Some(place),
            }
        }
    }
    first.map_or(Wait::None, Wait::Open)
}

/// The first lost day after a response was confirmed that a second one, with no other between, confirms.
fn loss(view: &View<'_>, ratings: &[Rated], level: Status, (first, second): (usize, usize)) -> Lost {
    let mut peaks = Peaks::from(view, ratings[first].day);
    let (mut run, mut ending): (Option<(i32, usize)>, Option<Ending>) = (None, None);
    for (place, rated) in ratings.iter().enumerate().skip(second + 1) {
        let Some(status) = rated.status else { continue };
        peaks.advance(view, rated.day);
        let moment = Moment { day: rated.day, status: Some(status), peaks: &peaks.of };
        match (loss_on(view, &moment, level), run, ending) {
            (None, _, Some(ending)) => return Lost::Confirmed(place, ending),
            (None, _, None) => run = None,
            (Some(loss), None, _) => run = Some((rated.day, loss)),
            (Some(_), Some((day, loss)), None) if rated.day - day >= view.rule.lost_after => {
                let (confirmed, known) = (rated.day, rated.known);
                ending = Some(Ending { day, confirmed, known, lineage: 0, loss: Some(loss) });
            }
            (Some(_), Some(_), _) => {}
        }
    }
    match (ending, run) {
        (Some(ending), _) => Lost::Confirmed(ratings.len(), ending),
        (None, Some((day, _))) => Lost::Open(day),
        (None, None) => Lost::No,
    }
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
