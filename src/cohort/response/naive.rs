//! The response judged slowly, from the definitions: every pair of days, every day of every treatment.

use super::period::{Ending, Period};
use super::treatment::Treatment;
use super::{At, Chart, Course};
use crate::cohort::engraftment::Recovery;
use crate::cohort::first_event::Confirmed;
use crate::cohort::labs::Measurement;
use crate::domain::{LabTest, Status, TreatmentClass};
use crate::study::response_rule::{
    Bound, Condition, FromBaseline, Limited, Lineage, Occasion, RescueBy, Unknown,
};
use crate::study::{ResponseRules, Rule};

type Known = Option<bool>;

struct Slow<'a> {
    chart: &'a Chart<'a>,
    rule: &'a Lineage,
    goes_on: &'a [TreatmentClass],
}

/// Whether a treatment was given on a day.
fn on(chart: &Chart<'_>, goes_on: &[TreatmentClass], one: &Treatment, day: i32) -> bool {
    let next = || {
        let mut others = chart.treatments.iter().filter(|other| other.class == one.class);
        others.any(|other| one.start < other.start && other.start <= day)
    };
    let lasts = match one.end {
        Some(end) => day <= end.max(one.start),
        None if goes_on.contains(&one.class) => !next(),
        None => day == one.start,
    };
    one.start <= day && lasts
}

impl Slow<'_> {
    fn given(&self, class: TreatmentClass, day: i32, within: i32) -> bool {
        let mut of_class = self.chart.treatments.iter().filter(|one| one.class == class);
        of_class.any(|one| (day - within..=day).any(|day| on(self.chart, self.goes_on, one, day)))
    }

    fn counts(&self, test: LabTest, day: i32) -> bool {
        let mut masks = self.rule.masks.iter().filter(|mask| mask.test == test);
        !masks.any(|mask| self.given(mask.after, day, mask.days))
    }

    fn values(&self, test: LabTest) -> Vec<Measurement> {
        let series = self.chart.series.of(test).iter();
        series.filter(|value| self.counts(test, value.day)).copied().collect()
    }

    fn value(&self, test: LabTest, day: i32) -> Option<Measurement> {
        for away in 0..=self.rule.same_visit {
            for near in [day - away, day + away] {
                if let Some(value) = self.values(test).into_iter().find(|value| value.day == near) {
                    return Some(value);
                }
            }
        }
        None
    }

    fn baseline(&self, test: LabTest) -> Option<f64> {
        let before = self.chart.subject.cond_start.unwrap_or(0);
        self.values(test)
            .iter()
            .filter(|value| value.day < before)
            .max_by_key(|value| value.day)
            .map(|v| v.value)
    }

    fn bleeding(&self, day: i32) -> Known {
        let bleeds = self.chart.bleeds.iter().any(|span| span.start <= day && day <= span.end);
        if bleeds || self.chart.bleeding_known { Some(bleeds) } else { None }
    }

    fn normal_low(&self, test: LabTest, value: &Measurement) -> Known {
        if let Some(lln) = value.lln {
            return Some(value.value >= lln);
        }
        let subject = self.chart.subject;
        let mut says = Vec::new();
        for limit in self.rule.limits.iter().filter(|limit| limit.test == test) {
            let sex = limit.sex.is_none() || subject.sex.is_none() || limit.sex == subject.sex;
            let age = subject.age.map(|age| age + f64::from(value.day) / 365.25);
            let fits = age.is_none_or(|age| limit.from_age <= age && age < limit.to_age);
            if sex && fits {
                says.push(value.value >= limit.value);
            }
        }
        match (says.contains(&true), says.contains(&false)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    fn within(&self, test: LabTest, side: Limited, day: i32) -> Known {
        let value = self.value(test, day)?;
        match side {
            Limited::Upper => value.uln.map(|uln| value.value <= uln),
            Limited::Lower => self.normal_low(test, &value),
        }
    }

    /// `since` is the first day of the response that may end, `status` that of the day.
    fn holds(
        &self,
        condition: &Condition,
        day: i32,
        (since, status): (Option<i32>, Option<Status>),
    ) -> Known {
        let of = |test: LabTest| self.value(test, day).map(|value| value.value);
        let in_response = |test: LabTest| -> Vec<Measurement> {
            let from = since.unwrap_or(i32::MAX);
            self.values(test).into_iter().filter(|value| from <= value.day && value.day <= day).collect()
        };
        match condition {
            Condition::Count(test, Bound::AtLeast, limit) => of(*test).map(|value| value >= *limit),
            Condition::Count(test, Bound::Above, limit) => of(*test).map(|value| value > *limit),
            Condition::Count(test, Bound::Below, limit) => of(*test).map(|value| value < *limit),
            Condition::Baseline(test, FromBaseline::Times, by) => {
                Some(of(*test)? >= by * self.baseline(*test)?)
            }
            Condition::Baseline(test, FromBaseline::Rise, by) => {
                Some(of(*test)? >= self.baseline(*test)? + by)
            }
            Condition::Fall(test, fall) => {
                let highest = in_response(*test).into_iter().map(|value| value.value).reduce(f64::max)?;
                Some(of(*test)? <= highest - fall)
            }
            Condition::PeakNormal(test) => {
                Some(in_response(*test).iter().any(|value| self.normal_low(*test, value) == Some(true)))
            }
            Condition::Within(test, side) => self.within(*test, *side, day),
            Condition::Outside(test, side) => self.within(*test, *side, day).map(|within| !within),
            Condition::Without(classes, days) => {
                Some(classes.iter().all(|class| !self.given(*class, day, *days)))
            }
            Condition::Given(classes, days) => {
                Some(classes.iter().any(|class| self.given(*class, day, *days)))
            }
            Condition::NoBleed(Unknown::Met) => Some(self.bleeding(day) != Some(true)),
            Condition::NoBleed(Unknown::Undecided) => self.bleeding(day).map(|bleeds| !bleeds),
            Condition::Bleed => self.bleeding(day),
            Condition::WorseThan(than) => status.map(|status| status < *than),
            Condition::Any(any) => {
                let all: Vec<Known> = any.iter().map(|one| self.holds(one, day, (since, status))).collect();
                if all.contains(&Some(true)) {
                    Some(true)
                } else if all.contains(&None) {
                    None
                } else {
                    Some(false)
                }
            }
        }
    }

    fn all(&self, conditions: &[Condition], day: i32, at: (Option<i32>, Option<Status>)) -> Known {
        let all: Vec<Known> = conditions.iter().map(|one| self.holds(one, day, at)).collect();
        if all.contains(&Some(false)) {
            Some(false)
        } else if all.contains(&None) {
            None
        } else {
            Some(true)
        }
    }

    fn status(&self, day: i32) -> Option<Status> {
        let clauses = &self.rule.clauses;
        let known: Vec<Known> =
            clauses.iter().map(|clause| self.all(&clause.all, day, (None, None))).collect();
        let first = known.iter().position(|known| *known == Some(true))?;
        let own = clauses[first].status;
        let open = (0..first).any(|place| known[place].is_none() && clauses[place].status > own);
        match (open, own) {
            (false, own) => Some(own),
            (true, Status::No) => None,
            (true, _) => Some(Status::Unconfirmed),
        }
    }

    /// Every day that has a status.
    fn rated(&self, from: i32) -> Vec<(i32, Status)> {
        let has = |day: i32, occasion: &Occasion| match occasion {
            Occasion::Value(test) => self.values(*test).iter().any(|value| value.day == day),
            Occasion::Treatment(class) => {
                self.chart.treatments.iter().any(|one| one.class == *class && one.start == day)
            }
            Occasion::Bleed => self.chart.bleeds.iter().any(|bleed| bleed.start == day),
        };
        let days = (from..=self.chart.end.min(2500))
            .filter(|day| self.rule.rated_on.iter().any(|one| has(*day, one)));
        days.filter_map(|day| Some((day, self.status(day)?))).collect()
    }

    /// The responses of a level, and the place of the first day from which another may begin.
    fn periods(&self, rated: &[(i32, Status)], level: Status, rescue: Option<i32>) -> (Vec<Period>, usize) {
        let before = |day: i32| rescue.is_none_or(|rescue| day < rescue);
        let against = |status: Status| match level {
            Status::Complete => status < Status::Unconfirmed,
            level => status < level,
        };
        let pair = |from: usize| -> Option<(usize, usize)> {
            let pairs = (from..rated.len()).flat_map(|i| (i + 1..rated.len()).map(move |j| (i, j)));
            pairs.into_iter().find(|(i, j)| {
                let apart = rated[*j].0 - rated[*i].0 >= self.rule.confirmed_after
                    && !self.reported(rated[*i].0, rated[*j].0);
                let both = rated[*i].1 >= level && rated[*j].1 >= level && before(rated[*j].0);
                let calm = rated[*i..=*j].iter().all(|(_, status)| !against(*status));
                apart && both && calm
            })
        };
        let (mut periods, mut from) = (Vec::new(), 0);
        while let Some((i, j)) = pair(from) {
            let (end, next) = self.end(rated, level, (i, j));
            periods.push(Period { start: rated[i].0, confirmed: rated[j].0, end });
            from = next;
        }
        (periods, from)
    }

    /// What the values leave open, by trying every day: since when a response waits, since when one is in doubt; and
    /// whether it is known that there was none else.
    fn open(
        &self,
        rated: &[(i32, Status)],
        (periods, from): &(Vec<Period>, usize),
        rescue: Option<i32>,
    ) -> (Option<i32>, Option<i32>, Option<i32>) {
        let days = rated.len();
        let good = |k: usize| rated[k].1 >= Status::Response;
        let waits = |i: &usize| {
            let reported = self.chart.relapses.iter().any(|span| span.start >= rated[*i].0);
            (*i..days).all(good) && !reported && rescue.is_none()
        };
        let waiting = (*from..days).find(waits).map(|i| rated[i].0);
        let doubted = periods.last().filter(|last| last.end.is_none()).and_then(|last| {
            let lost = |k: usize| {
                let at = (Some(last.start), Some(rated[k].1));
                let mut of = self.rule.losses.iter().filter(|loss| loss.of == Status::Response);
                of.any(|loss| self.all(&loss.all, rated[k].0, at) == Some(true))
            };
            (0..days).find(|k| rated[*k].0 > last.confirmed && (*k..days).all(lost)).map(|k| rated[k].0)
        });
        let pairs = (0..days).flat_map(|i| (i + 1..days).map(move |j| (i, j)));
        let far = |i: usize, j: usize| rated[j].0 - rated[i].0 >= self.rule.lost_after;
        let told = pairs.filter(|(i, j)| !good(*j) && (good(*i) || far(*i, *j)));
        let mut settled: Vec<i32> = told.map(|(_, j)| rated[j].0).collect();
        let reports = self.chart.relapses.iter().map(|span| span.start);
        settled.extend(reports.filter(|day| rated.first().is_some_and(|(first, _)| day >= first)));
        settled.extend(rescue);
        settled.extend(periods.first().map(|period| period.confirmed));
        (waiting, doubted, settled.into_iter().min())
    }

    /// Whether a relapse was reported from one day to another.
    fn reported(&self, from: i32, to: i32) -> bool {
        self.chart.relapses.iter().any(|span| from <= span.start && span.start <= to)
    }

    fn end(&self, rated: &[(i32, Status)], level: Status, (i, j): (usize, usize)) -> (Option<Ending>, usize) {
        let of = if level == Status::Response { Status::Response } else { Status::Complete };
        let lost = |k: usize| {
            let at = (Some(rated[i].0), Some(rated[k].1));
            let mut losses = self.rule.losses.iter();
            losses.position(|loss| loss.of == of && self.all(&loss.all, rated[k].0, at) == Some(true))
        };
        let report = self.chart.relapses.iter().map(|span| span.start).find(|day| *day > rated[i].0);
        let ahead = |k: usize| report.is_none_or(|day| rated[k].0 < day);
        let anew = (0..rated.len()).find(|k| report.is_some_and(|day| rated[*k].0 > day));
        for a in j + 1..rated.len() {
            for b in (a + 1..rated.len()).filter(|b| ahead(*b)) {
                let apart = rated[b].0 - rated[a].0 >= self.rule.lost_after;
                if apart && (a..=b).all(|k| lost(k).is_some()) {
                    let loss = lost(a);
                    let ending = Ending { day: rated[a].0, confirmed: rated[b].0, lineage: 0, loss };
                    let next = (b..rated.len()).find(|k| ahead(*k) && lost(*k).is_none()).or(anew);
                    let next = next.unwrap_or(rated.len());
                    return (Some(ending), next);
                }
            }
        }
        let ending = report.map(|day| Ending { day, confirmed: day, lineage: 0, loss: None });
        (ending, anew.unwrap_or(rated.len()))
    }
}

struct Part {
    rated: Vec<(i32, Status)>,
    periods: [Vec<Period>; 3],
    /// Since when a response waits, since when one is in doubt, whether it is known that there was none else.
    open: (Option<i32>, Option<i32>, Option<i32>),
}

const LEVELS: [Status; 3] = [Status::Response, Status::Unconfirmed, Status::Complete];

impl Part {
    fn on(&self, day: i32) -> Status {
        let within = |place: usize| self.periods[place].iter().any(|one| one.holds(day));
        (0..3).rev().find(|place| within(*place)).map_or(Status::No, |place| LEVELS[place])
    }

    /// The status on a day, if it is certain.
    fn certain(&self, day: i32) -> Option<Status> {
        let (waiting, doubted, settled) = self.open;
        let open = |since: Option<i32>| since.is_some_and(|since| day >= since);
        match self.on(day) {
            Status::No if settled.is_none() || open(waiting) => None,
            Status::No => Some(Status::No),
            status => Some(status).filter(|_| !open(doubted)),
        }
    }

    fn failed(&self) -> bool {
        self.periods[0].is_empty() && self.open.2.is_some() && self.open.0.is_none()
    }
}

fn rescue(chart: &Chart<'_>, judged: &Rule) -> Option<(i32, usize)> {
    let mut all = Vec::new();
    for (place, rule) in judged.rescue.iter().enumerate() {
        let days: Vec<i32> = match rule.by {
            RescueBy::SecondTransplant => chart.subject.second_hsct.into_iter().collect(),
            RescueBy::Any(class) => {
                chart.treatments.iter().filter(|one| one.class == class).map(|one| one.start).collect()
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
                (0..of.len()).filter(counts).map(|k| of[k].start).collect()
            }
        };
        all.extend(days.into_iter().filter(|day| *day > rule.after_day).map(|day| (day, place)));
    }
    all.into_iter().min()
}

/// The course and the status at each landmark.
pub(super) fn assess(chart: &Chart<'_>, book: &ResponseRules, landmarks: &[i32]) -> (Course, Vec<At>) {
    let Some(rule) = book.of(chart.subject.disorder) else {
        return (Course::default(), vec![At::NotEvaluable; landmarks.len()]);
    };
    let from = match chart.neutrophils {
        Recovery::NotMeasured if chart.subject.cord_blood => Some(rule.rated_from.cord_blood),
        Recovery::NotMeasured => Some(rule.rated_from.day),
        Recovery::NeverBelow => Some(0),
        Recovery::Recovered(found) => Some(found.day),
        Recovery::NotRecovered => None,
    };
    let rescue = rescue(chart, rule);
    let rescue_day = rescue.map(|(day, _)| day);
    let parts: Vec<Part> = book
        .lineages(chart.subject.disorder)
        .into_iter()
        .map(|(_, lineage)| {
            let slow = Slow { chart, rule: lineage, goes_on: &rule.goes_on };
            let rated = from.map_or_else(Vec::new, |from| slow.rated(from));
            let periods = LEVELS.map(|level| slow.periods(&rated, level, rescue_day));
            let open = slow.open(&rated, &periods[0], rescue_day);
            Part { rated, periods: periods.map(|(periods, _)| periods), open }
        })
        .collect();
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
        let begun = Confirmed { day: start, confirmed: held.iter().map(|one| one.confirmed).max().unwrap() };
        let ends = held.iter().filter_map(|one| one.end);
        let end = ends.min_by_key(|end| end.day);
        Some((begun, end.map(|end| Confirmed { day: end.day, confirmed: end.confirmed })))
    };
    let before = |day: i32| rescue_day.is_none_or(|rescue| day < rescue);
    let rated = |part: &Part, by: i32| part.rated.iter().any(|(day, _)| before(*day) && *day <= by);
    let known = |by: &i32| {
        parts.iter().all(|part| rated(part, *by))
            || parts.iter().any(|part| rated(part, *by) && part.periods[0].is_empty())
    };
    let (any, complete) = (at_level(Status::Response), at_level(Status::Complete));
    let failed = parts.iter().any(Part::failed);
    let since = parts.iter().filter(|part| part.failed()).filter_map(|part| part.open.2).min();
    let of_all: Option<Vec<i32>> = parts.iter().map(|part| part.open.2).collect();
    let course = Course {
        rated: (-100..=last).find(known),
        settled: since.or(of_all.and_then(|days| days.into_iter().max())),
        waiting: parts.iter().filter_map(|part| part.open.0).min().filter(|_| !failed),
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
            && rescue.is_none_or(|rescue| *day < rescue)
            && lasting(day - asked.days, *day)
            && !(day - asked.days..=*day).any(treated)
    })
}
