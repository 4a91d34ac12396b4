//! The response judged slowly, from the definitions: every pair of days, every day of every treatment.

use super::period::{Ending, Period};
use super::{At, Chart, Course};
use crate::cohort::engraftment::Recovery;
use crate::cohort::labs::Measurement;
use crate::domain::{LabTest, Status, TreatmentClass};
use crate::study::ResponseRules;
use crate::study::response_rule::{
    Bound, Condition, FromBaseline, Limited, Lineage, Occasion, RescueBy, Unknown,
};

type Known = Option<bool>;

struct Slow<'a> {
    chart: &'a Chart<'a>,
    rule: &'a Lineage,
}

fn lasts(end: Option<i32>, start: i32) -> i32 {
    end.map_or(start, |end| end.max(start))
}

impl Slow<'_> {
    fn given(&self, class: TreatmentClass, day: i32, within: i32) -> bool {
        let mut of_class = self.chart.treatments.iter().filter(|one| one.class == class);
        of_class
            .any(|one| (day - within..=day).any(|day| one.start <= day && day <= lasts(one.end, one.start)))
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

    fn periods(&self, rated: &[(i32, Status)], level: Status, rescue: Option<i32>) -> Vec<Period> {
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
        periods
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
}

const LEVELS: [Status; 3] = [Status::Response, Status::Unconfirmed, Status::Complete];

impl Part {
    fn on(&self, day: i32) -> Status {
        let within = |place: usize| self.periods[place].iter().any(|one| one.holds(day));
        (0..3).rev().find(|place| within(*place)).map_or(Status::No, |place| LEVELS[place])
    }
}

fn rescue(chart: &Chart<'_>, rules: &[crate::study::response_rule::Rescue]) -> Option<(i32, usize)> {
    let mut all = Vec::new();
    for (place, rule) in rules.iter().enumerate() {
        let days: Vec<i32> = match rule.by {
            RescueBy::SecondTransplant => chart.subject.second_hsct.into_iter().collect(),
            RescueBy::Any(class) => {
                chart.treatments.iter().filter(|one| one.class == class).map(|one| one.start).collect()
            }
            RescueBy::RestartedOrRaised(class, gap) => {
                let of: Vec<_> = chart.treatments.iter().filter(|one| one.class == class).collect();
                let counts = |k: &usize| {
                    let last = of[..*k].iter().map(|one| lasts(one.end, one.start)).max();
                    let restarted = last.is_none_or(|last| of[*k].start > last + gap);
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
        Recovery::Recovered(day) => Some(day),
        Recovery::NotRecovered => None,
    };
    let rescue = rescue(chart, &rule.rescue);
    let rescue_day = rescue.map(|(day, _)| day);
    let parts: Vec<Part> = book
        .lineages(chart.subject.disorder)
        .into_iter()
        .map(|(_, rule)| {
            let slow = Slow { chart, rule };
            let rated = from.map_or_else(Vec::new, |from| slow.rated(from));
            let periods = LEVELS.map(|level| slow.periods(&rated, level, rescue_day));
            Part { rated, periods }
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
        let ends = parts.iter().filter_map(|part| {
            part.periods[place].iter().find(|one| one.holds(start)).and_then(|one| one.end).map(|end| end.day)
        });
        Some((start, ends.min()))
    };
    let before = |day: i32| rescue_day.is_none_or(|rescue| day < rescue);
    let rated = |part: &Part, by: i32| part.rated.iter().any(|(day, _)| before(*day) && *day <= by);
    let known = |by: &i32| {
        parts.iter().all(|part| rated(part, *by))
            || parts.iter().any(|part| rated(part, *by) && part.periods[0].is_empty())
    };
    let (any, complete) = (at_level(Status::Response), at_level(Status::Complete));
    let course = Course {
        rated: (-100..=last).find(known),
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
    (rule, rescue): (&crate::study::Rule, Option<(i32, usize)>),
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
    let mut found: Vec<Option<(Status, i32)>> = Vec::new();
    for part in parts {
        let near = (0..=around).flat_map(|away| [landmark - away, landmark + away]);
        let mut near = near.filter(|day| rescue.is_none_or(|(rescue, _)| *day < rescue));
        let day = near.find(|day| part.rated.iter().any(|(rated, _)| rated == day));
        found.push(day.map(|day| (part.on(day), day)));
    }
    let failed = found.iter().flatten().find(|(status, _)| *status == Status::No);
    if let Some((status, day)) = failed {
        return At::Rated(*status, *day);
    }
    if found.contains(&None) {
        return At::NotEvaluable;
    }
    let (status, day) = found.into_iter().flatten().min_by_key(|(status, _)| *status).unwrap();
    At::Rated(status, day)
}

fn sustained(
    chart: &Chart<'_>,
    parts: &[Part],
    rule: &crate::study::Rule,
    rescue: Option<i32>,
) -> Option<i32> {
    let asked = &rule.sustained;
    let treated = |day: i32| {
        chart.treatments.iter().any(|one| {
            let last = match one.end {
                None if asked.open.contains(&one.class) => i32::MAX,
                end => lasts(end, one.start),
            };
            asked.off.contains(&one.class) && one.start <= day && day <= last
        })
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
