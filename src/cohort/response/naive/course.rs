//! The course by the slow judgement: rescue, lineages put together, landmarks, sustained response.

use super::{Slow, on};
use crate::cohort::canonical::Span;
use crate::cohort::engraftment::Recovery;
use crate::cohort::first_event::Confirmed;
use crate::cohort::response::period::Period;
use crate::cohort::response::{At, Chart, Course};
use crate::domain::{Disorder, Purpose, Status};
use crate::study::response_rule::{Lineage, RescueBy};
use crate::study::{ResponseRules, Rule};

struct Part {
    rated: Vec<(i32, Status)>,
    periods: [Vec<Period>; 3],
    /// Since when a response waits, whether it is known that there was none else.
    open: (Option<i32>, Option<i32>),
}

const LEVELS: [Status; 3] = [Status::Response, Status::Unconfirmed, Status::Complete];

impl Part {
    /// The status on a day, if it is certain: of a response the best whose loss is not in doubt.
    fn certain(&self, day: i32) -> Option<Status> {
        let within = |place: usize| self.periods[place].iter().find(|one| one.holds(day));
        let sure =
            |place: usize| within(place).is_some_and(|one| one.doubted.is_none_or(|since| day < since));
        if within(0).is_some() {
            return (0..3).rev().find(|place| sure(*place) && sure(0)).map(|place| LEVELS[place]);
        }
        let (waiting, settled) = self.open;
        let waits = waiting.is_some_and(|since| day >= since);
        (settled.is_some() && !waits).then_some(Status::No)
    }

    fn failed(&self) -> bool {
        self.periods[0].is_empty() && self.open.1.is_some() && self.open.0.is_none()
    }

    /// The last status up to a day is one of response.
    fn responds(&self, day: i32) -> bool {
        let last = self.rated.iter().filter(|(rated, _)| *rated <= day).max_by_key(|(rated, _)| *rated);
        last.is_some_and(|(_, status)| *status >= Status::Response)
    }
}

fn rescue(chart: &Chart<'_>, judged: &Rule) -> Option<(i32, usize)> {
    let mut all = Vec::new();
    for (place, rule) in judged.rescue.iter().enumerate() {
        let days: Vec<(i32, Option<Purpose>)> = match rule.by {
            RescueBy::SecondTransplant => {
                chart.subject.second_hsct.map(|day| (day, None)).into_iter().collect()
            }
            RescueBy::Any(class) => {
                let of = chart.treatments.iter().filter(|one| one.class == class);
                of.map(|one| (one.start, one.purpose)).collect()
            }
            RescueBy::RestartedOrRaised(class, gap) => {
                let of: Vec<_> = chart.treatments.iter().filter(|one| one.class == class).collect();
                let counts = |k: &usize| {
                    let given = |day: i32| of[..*k].iter().any(|one| on(chart, &judged.goes_on, one, day));
                    // On the day itself the course before has ended, if it was an open one.
                    let start = of[*k].start;
                    let restarted = !(start - gap..=start).any(given);
                    let before = k.checked_sub(1).and_then(|before| of[before].dose);
                    restarted || of[*k].dose.zip(before).is_some_and(|(now, before)| now > before)
                };
                (0..of.len()).filter(counts).map(|k| (of[k].start, of[k].purpose)).collect()
            }
        };
        let for_other = |day: i32| {
            let Some(other) = &rule.not_for else { return false };
            let after =
                |span: &Span| (0..=other.days).any(|days| (span.start..=span.end).contains(&(day - days)));
            other.events.iter().any(|event| chart.indications[*event as usize].iter().any(after))
        };
        let counted = days.into_iter().filter(|(day, purpose)| match purpose {
            None => *day > rule.after_day && !for_other(*day),
            Some(purpose) => *purpose == Purpose::Disorder && *day > 0,
        });
        all.extend(counted.map(|(day, _)| (day, place)));
    }
    all.into_iter().min()
}

/// Each lineage by its own rule.
fn parts(chart: &Chart<'_>, book: &ResponseRules, (from, rescue): (Option<i32>, Option<i32>)) -> Vec<Part> {
    let goes_on = book.of(chart.subject.disorder).map(|rule| &rule.goes_on[..]).unwrap_or_default();
    let of = |(_, rule): (Disorder, &Lineage)| {
        let slow = Slow { chart, rule, goes_on, from: from.unwrap_or(i32::MAX) };
        let rated = from.map_or_else(Vec::new, |from| slow.rated(from));
        let periods = LEVELS.map(|level| slow.periods(&rated, level, rescue));
        let open = slow.open(&rated, &periods[0], rescue);
        Part { rated, periods: periods.map(|(periods, _)| periods), open }
    };
    book.lineages(chart.subject.disorder).into_iter().map(of).collect()
}

/// The reported relapses before which the values had said that there was no response: each judged by a chart that ends
/// on the day before it.
fn unfounded(
    chart: &Chart<'_>,
    book: &ResponseRules,
    (from, rescue): (Option<i32>, Option<i32>),
) -> Vec<i32> {
    let mut found = Vec::new();
    for (place, report) in chart.relapses.iter().map(|span| span.start).enumerate() {
        let earlier: Vec<Span> =
            chart.relapses[..place].iter().filter(|one| one.start < report).copied().collect();
        let before = Chart { relapses: &earlier, end: chart.end.min(report - 1), ..*chart };
        let parts = parts(&before, book, (from, rescue.filter(|day| *day < report)));
        let too_early = from.is_none_or(|from| report <= from);
        let none = match chart.neutrophils {
            Recovery::NotMeasured if too_early => false,
            Recovery::Begun(day) if too_early => report <= day,
            _ => too_early || parts.iter().any(|part| !part.rated.is_empty() && part.failed()),
        };
        if none {
            found.push(report);
        }
    }
    found
}

/// The course and the status at each landmark.
pub(in crate::cohort::response) fn assess(
    chart: &Chart<'_>,
    book: &ResponseRules,
    landmarks: &[i32],
) -> (Course, Vec<At>) {
    let Some(rule) = book.of(chart.subject.disorder) else {
        return (Course::default(), vec![At::NotEvaluable; landmarks.len()]);
    };
    let from = match chart.neutrophils {
        Recovery::NotMeasured if chart.subject.cord_blood => Some(rule.rated_from.cord_blood),
        Recovery::NotMeasured => Some(rule.rated_from.day),
        Recovery::Begun(day) if chart.subject.cord_blood => Some(day.max(rule.rated_from.cord_blood)),
        Recovery::Begun(day) => Some(day.max(rule.rated_from.day)),
        Recovery::NeverBelow => Some(0),
        Recovery::Recovered(found) => Some(found.day),
        Recovery::NotRecovered => None,
    };
    let rescue = rescue(chart, rule);
    let rescue_day = rescue.map(|(day, _)| day);
    let parts = parts(chart, book, (from, rescue_day));
    let engrafted = from.is_some();
    let at = landmarks.iter().map(|day| at((chart, engrafted), &parts, *day, (rule, rescue))).collect();
    let last = chart.end.min(2500);
    // The first day on which all are at a level, and the end of the first to end.
    let at_level = |level: Status| {
        let place = LEVELS.iter().position(|one| *one == level).unwrap();
        let on = |day: i32| parts.iter().all(|part| part.periods[place].iter().any(|one| one.holds(day)));
        let start = (-100..=last).find(|day| on(*day))?;
        let held: Vec<&Period> = parts
            .iter()
            .map(|part| part.periods[place].iter().find(|one| one.holds(start)).unwrap())
            .collect();
        let begun = Confirmed { day: start, confirmed: held.iter().map(|one| one.known).max().unwrap() };
        let ends = held.iter().filter_map(|one| one.end);
        let end = ends.min_by_key(|end| end.day);
        Some((begun, end.map(|end| Confirmed { day: end.day, confirmed: end.known })))
    };
    let before = |day: i32| rescue_day.is_none_or(|rescue| day < rescue);
    let rated = |part: &Part, by: i32| part.rated.iter().any(|(day, _)| before(*day) && *day <= by);
    let known = |by: &i32| {
        parts.iter().all(|part| rated(part, *by))
            || parts.iter().any(|part| rated(part, *by) && part.periods[0].is_empty())
    };
    let (any, complete) = (at_level(Status::Response), at_level(Status::Complete));
    let failed = parts.iter().any(Part::failed);
    let since = parts.iter().filter(|part| part.failed()).filter_map(|part| part.open.1).min();
    let of_all: Option<Vec<i32>> = parts.iter().map(|part| part.open.1).collect();
    let course = Course {
        rated: (-100..=last).find(known),
        settled: since.or(of_all.and_then(|days| days.into_iter().max())),
        // Held against what is known without later values by a property of its own.
        undecided: Vec::new(),
        waiting: parts.iter().filter_map(|part| part.open.0).min().filter(|_| !failed),
        unfounded: unfounded(chart, book, (from, rescue_day)),
        response: any.map(|(start, _)| start),
        counts_complete: at_level(Status::Unconfirmed).is_some(),
        complete: complete.map(|(start, _)| start),
        lost: any.and_then(|(_, end)| end),
        complete_lost: complete.and_then(|(_, end)| end),
        sustained: sustained(chart, &parts, rule, rescue_day),
    };
    (course, at)
}

fn at(
    (chart, engrafted): (&Chart<'_>, bool),
    parts: &[Part],
    landmark: i32,
    (rule, rescue): (&Rule, Option<(i32, usize)>),
) -> At {
    if chart.subject.cutoff.is_some_and(|cutoff| cutoff < landmark) {
        return At::NotDue;
    }
    let death = chart.subject.follow_up.and_then(|seen| seen.death);
    if let Some(death) = death.filter(|death| *death <= landmark) {
        return At::Dead(death);
    }
    if let Some((day, place)) = rescue.filter(|(day, _)| *day <= landmark) {
        return At::Rescued(day, place);
    }
    if !engrafted {
        return At::NotEngrafted;
    }
    let around = (landmark / 5).max(14);
    assert_eq!(around, rule.landmark.around(landmark));
    let mut found: Vec<Option<(Option<Status>, i32)>> = Vec::new();
    for part in parts {
        let near = (0..=around).flat_map(|away| [landmark - away, landmark + away]);
        let mut near = near.filter(|day| rescue.is_none_or(|(rescue, _)| *day < rescue));
        let day = near.find(|day| part.rated.iter().any(|(rated, _)| rated == day));
        found.push(day.map(|day| (part.certain(day), day)));
    }
    let failed = found.iter().flatten().find(|(status, _)| *status == Some(Status::No));
    if let Some((_, day)) = failed {
        return At::Rated(Status::No, *day);
    }
    if found.contains(&None) {
        return At::NotEvaluable;
    }
    // Nothing certain is less than every status.
    let (status, day) = found.into_iter().flatten().min_by_key(|(status, _)| *status).unwrap();
    status.map_or(At::Unconfirmed(day), |status| At::Rated(status, day))
}

fn sustained(chart: &Chart<'_>, parts: &[Part], rule: &Rule, rescue: Option<i32>) -> Option<i32> {
    let asked = &rule.sustained;
    let treated = |day: i32| {
        let mut these = chart.treatments.iter().filter(|one| asked.off.contains(&one.class));
        these.any(|one| on(chart, &rule.goes_on, one, day))
    };
    let lasting = |from: i32, to: i32| {
        let whole =
            |part: &Part| part.periods[0].iter().any(|period| (from..=to).all(|day| period.holds(day)));
        parts.iter().all(whole)
    };
    (-100..=chart.end.min(2500)).find(|day| {
        let good = |part: &Part| {
            part.rated.iter().any(|(rated, status)| rated == day && *status >= Status::Response)
        };
        parts.iter().any(good)
            && parts.iter().all(|part| part.responds(*day))
            && rescue.is_none_or(|rescue| *day < rescue)
            && lasting(day - asked.days, *day)
            && !(day - asked.days..=*day).any(treated)
    })
}
