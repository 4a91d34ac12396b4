//! The response judged slowly, from the definitions: every pair of days, every day of every treatment.

mod course;

pub(super) use course::assess;

use super::Chart;
use super::period::{Ending, Period};
use super::treatment::Treatment;
use crate::cohort::labs::{Measurement, at_least};
use crate::domain::{LabTest, Status, TreatmentClass};
use crate::study::response_rule::{Bound, Condition, FromBaseline, Limited, Lineage, Occasion, Unknown};

type Known = Option<bool>;

struct Slow<'a> {
    chart: &'a Chart<'a>,
    rule: &'a Lineage,
    goes_on: &'a [TreatmentClass],
    /// The first day that is rated.
    from: i32,
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
        let series = self.chart.series.of(test).iter().filter(|value| value.day <= self.chart.end);
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

    /// What could not be measured is any number below its value.
    fn reaches(value: &Measurement, limit: f64) -> Known {
        if value.below_lod && !at_least(limit, value.value) {
            return None;
        }
        Some(!value.below_lod && at_least(value.value, limit))
    }

    fn exceeds(value: &Measurement, limit: f64) -> Known {
        match (at_least(limit, value.value), value.below_lod) {
            (true, _) => Some(false),
            (false, true) => None,
            (false, false) => Some(true),
        }
    }

    fn far(value: &Measurement, baseline: &Measurement, limit: impl Fn(f64) -> f64) -> Known {
        let reached = Self::reaches(value, limit(baseline.value))?;
        if baseline.below_lod && !reached { None } else { Some(reached) }
    }

    fn baseline(&self, test: LabTest) -> Option<Measurement> {
        let before = self.chart.subject.cond_start.unwrap_or(0);
        self.values(test).iter().filter(|value| value.day < before).max_by_key(|value| value.day).copied()
    }

    fn bleeding(&self, day: i32) -> Known {
        let bleeds = self.chart.bleeds.iter().any(|span| span.start <= day && day <= span.end);
        if bleeds || self.chart.bleeding_known { Some(bleeds) } else { None }
    }

    fn normal_low(&self, test: LabTest, value: &Measurement) -> Known {
        if let Some(lln) = value.lln {
            return Self::reaches(value, lln);
        }
        let subject = self.chart.subject;
        let mut says = Vec::new();
        for limit in self.rule.limits.iter().filter(|limit| limit.test == test) {
            let sex = limit.sex.is_none() || subject.sex.is_none() || limit.sex == subject.sex;
            let age = subject.age.map(|age| age + f64::from(value.day) / 365.25);
            let fits = age.is_none_or(|age| limit.from_age <= age && age < limit.to_age);
            if sex && fits {
                says.push(Self::reaches(value, limit.value));
            }
        }
        match says.first() {
            Some(first) if says.iter().all(|one| one == first) => *first,
            _ => None,
        }
    }

    fn within(&self, test: LabTest, side: Limited, day: i32) -> Known {
        let value = self.value(test, day)?;
        match side {
            Limited::Upper => Some(!Self::exceeds(&value, value.uln?)?),
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
        let of = |test: LabTest| self.value(test, day);
        let in_response = |test: LabTest| -> Vec<Measurement> {
            let from = since.unwrap_or(i32::MAX);
            self.values(test).into_iter().filter(|value| from <= value.day && value.day <= day).collect()
        };
        match condition {
            Condition::Count(test, Bound::AtLeast, limit) => Self::reaches(&of(*test)?, *limit),
            Condition::Count(test, Bound::Above, limit) => Self::exceeds(&of(*test)?, *limit),
            Condition::Count(test, Bound::Below, limit) => Some(!Self::reaches(&of(*test)?, *limit)?),
            Condition::Baseline(test, FromBaseline::Times, by) => {
                Self::far(&of(*test)?, &self.baseline(*test)?, |baseline| by * baseline)
            }
            Condition::Baseline(test, FromBaseline::Rise, by) => {
                Self::far(&of(*test)?, &self.baseline(*test)?, |baseline| baseline + by)
            }
            Condition::Fall(test, fall) => {
                let highest = in_response(*test).into_iter().map(|value| value.value).reduce(f64::max)?;
                Some(!Self::exceeds(&of(*test)?, highest - fall)?)
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

    /// From when the values are there that a day and those before it are rated by.
    fn known(&self, day: i32) -> i32 {
        let tests: Vec<LabTest> =
            self.rule.clauses.iter().flat_map(|clause| &clause.all).flat_map(Condition::tests).collect();
        let days = (self.from..=day).filter(|day| self.rule.rated_on.iter().any(|one| self.has(*day, *one)));
        let read =
            days.flat_map(|day| tests.iter().filter_map(move |test| Some(self.value(*test, day)?.day)));
        read.chain([day]).max().unwrap()
    }

    fn has(&self, day: i32, occasion: Occasion) -> bool {
        match occasion {
            Occasion::Value(test) => self.values(test).iter().any(|value| value.day == day),
            Occasion::Treatment(class) => {
                self.chart.treatments.iter().any(|one| one.class == class && one.start == day)
            }
            Occasion::Bleed => self.chart.bleeds.iter().any(|bleed| bleed.start == day),
        }
    }

    /// Every day that has a status.
    fn rated(&self, from: i32) -> Vec<(i32, Status)> {
        let days = (from..=self.chart.end.min(2500))
            .filter(|day| self.rule.rated_on.iter().any(|one| self.has(*day, *one)));
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
            periods.push(Period {
                start: rated[i].0,
                confirmed: rated[j].0,
                known: self.known(rated[j].0),
                end,
                doubted: self.doubted(rated, level, (i, j), end),
            });
            from = next;
        }
        (periods, from)
    }

    /// The first of the last days of a response, before what ended it, on all of which it is lost; none where values
    /// ended it.
    fn doubted(
        &self,
        rated: &[(i32, Status)],
        level: Status,
        (i, j): (usize, usize),
        end: Option<Ending>,
    ) -> Option<i32> {
        if end.is_some_and(|end| end.loss.is_some()) {
            return None;
        }
        let to = rated.iter().filter(|(day, _)| end.is_none_or(|end| *day < end.day)).count();
        let all_lost = |k: &usize| (*k..to).all(|k| self.lost(rated, level, (rated[i].0, k)).is_some());
        (j + 1..to).find(all_lost).map(|k| rated[k].0)
    }

    /// The first loss of a level that holds on a day of a response with this first day.
    fn lost(&self, rated: &[(i32, Status)], level: Status, (since, k): (i32, usize)) -> Option<usize> {
        let of = if level == Status::Response { Status::Response } else { Status::Complete };
        let at = (Some(since), Some(rated[k].1));
        let mut losses = self.rule.losses.iter();
        losses.position(|loss| loss.of == of && self.all(&loss.all, rated[k].0, at) == Some(true))
    }

    /// What the values leave open, by trying every day: since when a response waits; and whether it is known that there
    /// was none else.
    fn open(
        &self,
        rated: &[(i32, Status)],
        (periods, from): &(Vec<Period>, usize),
        rescue: Option<i32>,
    ) -> (Option<i32>, Option<i32>) {
        let days = rated.len();
        let good = |k: usize| rated[k].1 >= Status::Response;
        let waits = |i: &usize| {
            let reported = self.chart.relapses.iter().any(|span| span.start >= rated[*i].0);
            (*i..days).all(good) && !reported && rescue.is_none()
        };
        let waiting = (*from..days).find(waits).map(|i| rated[i].0);
        let pairs = (0..days).flat_map(|i| (i + 1..days).map(move |j| (i, j)));
        let far = |i: usize, j: usize| rated[j].0 - rated[i].0 >= self.rule.lost_after;
        let told = pairs.filter(|(i, j)| !good(*j) && (good(*i) || far(*i, *j)));
        let told = told.map(|(_, j)| rated[j].0).min();
        let mut settled: Vec<i32> = told.map(|day| self.known(day)).into_iter().collect();
        let reports = self.chart.relapses.iter().map(|span| span.start);
        settled.extend(reports.filter(|day| rated.first().is_some_and(|(first, _)| day >= first)));
        settled.extend(rescue);
        settled.extend(periods.first().map(|period| period.known));
        (waiting, settled.into_iter().min())
    }

    /// Whether a relapse was reported from one day to another.
    fn reported(&self, from: i32, to: i32) -> bool {
        self.chart.relapses.iter().any(|span| from <= span.start && span.start <= to)
    }

    fn end(&self, rated: &[(i32, Status)], level: Status, (i, j): (usize, usize)) -> (Option<Ending>, usize) {
        let lost = |k: usize| self.lost(rated, level, (rated[i].0, k));
        let report = self.chart.relapses.iter().map(|span| span.start).find(|day| *day > rated[i].0);
        let ahead = |k: usize| report.is_none_or(|day| rated[k].0 < day);
        let anew = (0..rated.len()).find(|k| report.is_some_and(|day| rated[*k].0 > day));
        for a in j + 1..rated.len() {
            for b in (a + 1..rated.len()).filter(|b| ahead(*b)) {
                let apart = rated[b].0 - rated[a].0 >= self.rule.lost_after;
                if apart && (a..=b).all(|k| lost(k).is_some()) {
                    let loss = lost(a);
                    let ending = Ending {
                        day: rated[a].0,
                        confirmed: rated[b].0,
                        known: self.known(rated[b].0),
                        lineage: 0,
                        loss,
                    };
                    let next = (b..rated.len()).find(|k| ahead(*k) && lost(*k).is_none()).or(anew);
                    let next = next.unwrap_or(rated.len());
                    return (Some(ending), next);
                }
            }
        }
        let ending = report.map(|day| Ending { day, confirmed: day, known: day, lineage: 0, loss: None });
        (ending, anew.unwrap_or(rated.len()))
    }
}
