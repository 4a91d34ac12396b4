//! The course of a disorder from its lineages.

use super::period::{Ending, Period, periods};
use super::rating::{Rated, ratings};
use super::treatment::{Reach, rescue_of};
use super::view::View;
use super::{Chart, Course};
use crate::cohort::engraftment::Recovery;
use crate::domain::{Disorder, Status};
use crate::study::ResponseRules;
use crate::study::response_rule::Rule;

/// What the rule of a lineage says about a subject.
pub(in crate::cohort) struct LineageCourse<'a> {
    /// The disorder whose rule it is.
    pub(in crate::cohort) disorder: Disorder,
    /// The chart through the rule.
    pub(in crate::cohort) view: View<'a>,
    /// The status of each day.
    pub(in crate::cohort) ratings: Vec<Rated>,
    levels: Levels,
}

/// What the rule of a disorder says about a subject.
pub(in crate::cohort) struct Judgement<'a> {
    /// The rule.
    pub(in crate::cohort) rule: &'a Rule,
    chart: &'a Chart<'a>,
    /// The first day that is rated; none without engraftment.
    pub(in crate::cohort) from: Option<i32>,
    /// The first rescue treatment: its day, and its place in the rule.
    pub(in crate::cohort) rescue: Option<(i32, usize)>,
    /// The lineages, in the order of the rule.
    pub(in crate::cohort) lineages: Vec<LineageCourse<'a>>,
    levels: Levels,
}

/// The responses of each level.
#[derive(Debug, Clone, Default)]
struct Levels {
    any: Vec<Period>,
    unconfirmed: Vec<Period>,
    complete: Vec<Period>,
}

impl Levels {
    fn status(&self, day: i32) -> Status {
        let within = |periods: &[Period]| periods.iter().any(|period| period.holds(day));
        if within(&self.complete) {
            Status::Complete
        } else if within(&self.unconfirmed) {
            Status::Unconfirmed
        } else if within(&self.any) {
            Status::Response
        } else {
            Status::No
        }
    }

    /// Both at once.
    fn and(&self, other: &Self, lineage: usize) -> Self {
        Self {
            any: both(&self.any, &other.any, lineage),
            unconfirmed: both(&self.unconfirmed, &other.unconfirmed, lineage),
            complete: both(&self.complete, &other.complete, lineage),
        }
    }
}

/// The stretches that lie in a response of both; `lineage` is the place of the other.
fn both(left: &[Period], right: &[Period], lineage: usize) -> Vec<Period> {
    let mut found = Vec::new();
    for one in left {
        for other in right {
            let other_end = other.end.map(|end| Ending { lineage, ..end });
            let end = [one.end, other_end].into_iter().flatten().min_by_key(|end| end.day);
            let start = one.start.max(other.start);
            if end.is_none_or(|end| start < end.day) {
                found.push(Period { start, confirmed: one.confirmed.max(other.confirmed), end });
            }
        }
    }
    found.sort_by_key(|period| period.start);
    found
}

/// The status at a landmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) enum At {
    /// Dead by then: no response.
    Dead(i32),
    /// Rescued by then: no response. The day and the place of the treatment in the rule.
    Rescued(i32, usize),
    /// The status on the nearest day that is rated.
    Rated(Status, i32),
    /// The data were cut before, whatever came before that.
    NotDue,
    /// The neutrophils have not recovered: no response.
    NotEngrafted,
    /// No value near enough.
    NotEvaluable,
}

impl At {
    /// The status; none where there is none.
    pub(in crate::cohort) fn status(self) -> Option<Status> {
        match self {
            Self::Dead(_) | Self::Rescued(..) | Self::NotEngrafted => Some(Status::No),
            Self::Rated(status, _) => Some(status),
            Self::NotDue | Self::NotEvaluable => None,
        }
    }
}

/// Judges a chart by the rules of a study; none where the disorder has no rule.
pub(in crate::cohort) fn judge<'a>(chart: &'a Chart<'a>, book: &'a ResponseRules) -> Option<Judgement<'a>> {
    let rule = book.of(chart.subject.disorder)?;
    let from = rated_from(chart, rule);
    let rescue = rescue_of(&rule.rescue, chart.treatments, chart.subject.second_hsct);
    let rescue_day = rescue.map(|(day, _)| day);
    let lineages: Vec<LineageCourse<'a>> = book
        .lineages(chart.subject.disorder)
        .into_iter()
        .map(|(disorder, lineage)| {
            let view = View::new(lineage, chart);
            let ratings = from.map_or_else(Vec::new, |from| ratings(&view, from, chart.end));
            let of = |level: Status| periods(&view, &ratings, level, (rescue_day, chart.relapses));
            let levels = Levels {
                any: of(Status::Response),
                unconfirmed: of(Status::Unconfirmed),
                complete: of(Status::Complete),
            };
            LineageCourse { disorder, view, ratings, levels }
        })
        .collect();
    let mut levels = lineages.first().map(|first| first.levels.clone()).unwrap_or_default();
    for (place, lineage) in lineages.iter().enumerate().skip(1) {
        levels = levels.and(&lineage.levels, place);
    }
    Some(Judgement { rule, chart, from, rescue, lineages, levels })
}

/// The first day that may be rated; none without engraftment.
fn rated_from(chart: &Chart<'_>, rule: &Rule) -> Option<i32> {
    match chart.neutrophils {
        Recovery::NotMeasured if chart.subject.cord_blood => Some(rule.rated_from.cord_blood),
        Recovery::NotMeasured => Some(rule.rated_from.day),
        other => other.day(),
    }
}

impl Judgement<'_> {
    /// The responses of a level.
    pub(in crate::cohort) fn periods(&self, level: Status) -> &[Period] {
        match level {
            Status::Complete => &self.levels.complete,
            Status::Unconfirmed => &self.levels.unconfirmed,
            Status::Response | Status::No => &self.levels.any,
        }
    }

    /// The course.
    pub(in crate::cohort) fn course(&self) -> Course {
        let (any, complete) = (self.levels.any.first(), self.levels.complete.first());
        let lost = |period: &Period| period.end.map(|end| end.day);
        Course {
            rated: self.rated(),
            response: any.map(|period| period.start),
            counts_complete: !self.levels.unconfirmed.is_empty(),
            complete: complete.map(|period| period.start),
            lost: any.and_then(lost),
            complete_lost: complete.and_then(lost),
            sustained: self.sustained().map(|(day, _)| day),
        }
    }

    /// The first day up to rescue treatment by which the status is known: that of every lineage. Where one lineage has
    /// not responded, the others need not be known.
    fn rated(&self) -> Option<i32> {
        let before_rescue = |day: i32| self.rescue.is_none_or(|(rescue, _)| day < rescue);
        let first = |lineage: &LineageCourse<'_>| {
            let mut rated = lineage.ratings.iter().filter(|rated| rated.status.is_some());
            rated.next().map(|rated| rated.day).filter(|day| before_rescue(*day))
        };
        let all: Option<Vec<i32>> = self.lineages.iter().map(first).collect();
        let failed = self.lineages.iter().filter(|lineage| lineage.levels.any.is_empty()).filter_map(first);
        all.and_then(|days| days.into_iter().max()).into_iter().chain(failed).min()
    }

    /// The status at a landmark.
    pub(in crate::cohort) fn at(&self, landmark: i32) -> At {
        if self.chart.subject.cutoff.is_some_and(|cutoff| cutoff < landmark) {
            return At::NotDue;
        }
        if let Some(death) = self.chart.subject.follow_up.and_then(|seen| seen.death)
            && death <= landmark
        {
            return At::Dead(death);
        }
        if let Some((day, place)) = self.rescue.filter(|(day, _)| *day <= landmark) {
            return At::Rescued(day, place);
        }
        if self.from.is_none() {
            return At::NotEngrafted;
        }
        let around = self.rule.landmark.around(landmark);
        let of_lineage = |lineage: &LineageCourse<'_>| {
            let day = self.nearest(lineage, landmark, around)?;
            Some((lineage.levels.status(day), day))
        };
        let all: Vec<Option<(Status, i32)>> = self.lineages.iter().map(of_lineage).collect();
        let worst = all.iter().flatten().copied().min_by_key(|(status, _)| *status);
        match worst {
            Some((status, day)) if status == Status::No || all.iter().all(Option::is_some) => {
                At::Rated(status, day)
            }
            _ => At::NotEvaluable,
        }
    }

    /// The day with a status that is nearest to a landmark, at most so many days away and before rescue; of two as
    /// near, the earlier.
    fn nearest(&self, lineage: &LineageCourse<'_>, landmark: i32, around: i32) -> Option<i32> {
        let days = lineage.ratings.iter().filter(|rated| rated.status.is_some()).map(|rated| rated.day);
        let near = days.filter(|day| (day - landmark).abs() <= around);
        let near = near.filter(|day| self.rescue.is_none_or(|(rescue, _)| *day < rescue));
        near.min_by_key(|day| (day - landmark).abs())
    }

    /// The first day with a response such that the days before it, as many as the rule asks, lie in the same response
    /// and are free of treatment; and that first day of the stretch.
    pub(in crate::cohort) fn sustained(&self) -> Option<(i32, i32)> {
        let sustained = &self.rule.sustained;
        let mut spans: Vec<(i32, i32)> = self
            .chart
            .treatments
            .iter()
            .filter(|treatment| sustained.off.contains(&treatment.class))
            .map(|treatment| {
                let goes_on = treatment.end.is_none() && sustained.open.contains(&treatment.class);
                (treatment.start, if goes_on { i32::MAX } else { treatment.last() })
            })
            .collect();
        spans.sort_unstable();
        let reach = Reach::of(spans.into_iter());
        let mut days: Vec<i32> = self
            .lineages
            .iter()
            .flat_map(|lineage| &lineage.ratings)
            .filter(|rated| rated.status.is_some_and(|status| status >= Status::Response))
            .map(|rated| rated.day)
            .filter(|day| self.rescue.is_none_or(|(rescue, _)| *day < rescue))
            .collect();
        days.sort_unstable();
        let holds = |day: &i32| {
            let begin = day - sustained.days;
            let free = reach.last(*day).is_none_or(|last| last < begin);
            let lasts = self.levels.any.iter().any(|period| period.start <= begin && period.holds(*day));
            free && lasts
        };
        days.into_iter().find(holds).map(|day| (day, day - sustained.days))
    }
}
