//! The course of a disorder from its lineages.

use super::certainty::Certainty;
use super::period::{Ending, Period, Undecided, responses};
use super::rating::{Rated, ratings};
use super::treatment::{Reach, Treatment, going_on, rescue_of};
use super::view::View;
use super::{Chart, Course};
use crate::cohort::engraftment::Recovery;
use crate::cohort::first_event::Confirmed;
use crate::domain::{Disorder, Ground, Status};
use crate::study::ResponseRules;
use crate::study::response_rule::{Lineage, Rule};

/// What the rule of a lineage says about a subject.
pub(in crate::cohort) struct LineageCourse<'a> {
    /// The disorder whose rule it is.
    pub(in crate::cohort) disorder: Disorder,
    /// The chart through the rule.
    pub(in crate::cohort) view: View<'a>,
    /// The status of each day.
    pub(in crate::cohort) ratings: Vec<Rated>,
    levels: Levels,
    certainty: Certainty,
}

impl<'a> LineageCourse<'a> {
    /// By the rule of a lineage: with the treatments and their last days, the first day that is rated, the day of rescue
    /// treatment.
    fn of(
        (disorder, rule): (Disorder, &'a Lineage),
        chart: &'a Chart<'a>,
        (treatments, from, rescue): (&[Treatment], Option<i32>, Option<i32>),
    ) -> Self {
        let view = View::new(rule, chart, treatments);
        let ratings = from.map_or_else(Vec::new, |from| ratings(&view, from, chart.end));
        let of = |level: Status| responses(&view, &ratings, level, (rescue, chart.relapses));
        let any = of(Status::Response);
        let certainty = Certainty::of(&view, &ratings, &any, rescue);
        let levels = Levels {
            any: any.periods,
            unconfirmed: of(Status::Unconfirmed).periods,
            complete: of(Status::Complete).periods,
        };
        Self { disorder, view, ratings, levels, certainty }
    }

    /// Whether a day has a status.
    fn is_rated(&self) -> bool {
        self.ratings.iter().any(|rated| rated.status.is_some())
    }

    /// The status on a day that is rated: of a response the best level whose loss is not in question; none where
    /// nothing confirms it.
    fn standing(&self, day: i32) -> Option<Status> {
        if self.levels.any.iter().any(|period| period.holds(day)) {
            return self.levels.certain(day);
        }
        let waits = self.certainty.waiting.is_some_and(|since| since <= day);
        (self.certainty.settled.is_some() && !waits).then_some(Status::No)
    }

    /// Whether it is known that it never responded.
    fn has_failed(&self) -> bool {
        self.levels.any.is_empty() && self.certainty.settled.is_some() && self.certainty.waiting.is_none()
    }
}

/// What the rule of a disorder says about a subject.
pub(in crate::cohort) struct Judgement<'a> {
    /// The rule.
    pub(in crate::cohort) rule: &'a Rule,
    chart: &'a Chart<'a>,
    /// The treatments with their last days.
    treatments: Vec<Treatment>,
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
    /// The best level of response on a day of which no loss is in question; none without a response, or where its own
    /// loss is.
    fn certain(&self, day: i32) -> Option<Status> {
        let within = |periods: &[Period]| periods.iter().any(|period| period.is_certain(day));
        if !within(&self.any) {
            None
        } else if within(&self.complete) {
            Some(Status::Complete)
        } else if within(&self.unconfirmed) {
            Some(Status::Unconfirmed)
        } else {
            Some(Status::Response)
        }
    }

    /// The first day of the loss of a complete response that is in question on a day of response.
    fn in_question(&self, day: i32) -> Option<i32> {
        let better = self.complete.iter().chain(&self.unconfirmed);
        better.filter(|period| period.holds(day) && !period.is_certain(day)).find_map(|period| period.doubted)
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
                let (confirmed, known) = (one.confirmed.max(other.confirmed), one.known.max(other.known));
                let doubted = [one.doubted, other.doubted].into_iter().flatten().min();
                found.push(Period { start, confirmed, known, end, doubted });
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
    /// Nothing confirms what the nearest day that is rated says, and nothing contradicts it. The day.
    Unconfirmed(i32),
    /// No value near enough.
    NotEvaluable,
}

impl At {
    /// The status; none where there is none.
    pub(in crate::cohort) fn status(self) -> Option<Status> {
        match self {
            Self::Dead(_) | Self::Rescued(..) | Self::NotEngrafted => Some(Status::No),
            Self::Rated(status, _) => Some(status),
            Self::NotDue | Self::Unconfirmed(_) | Self::NotEvaluable => None,
        }
    }

    /// What no response, or the want of a status, rests on.
    pub(in crate::cohort) fn ground(self) -> Option<Ground> {
        match self {
            Self::Dead(_) => Some(Ground::Dead),
            Self::Rescued(..) => Some(Ground::Rescued),
            Self::NotEngrafted => Some(Ground::NotEngrafted),
            Self::Rated(Status::No, _) => Some(Ground::Measured),
            Self::Rated(..) | Self::NotDue => None,
            Self::Unconfirmed(_) => Some(Ground::Unconfirmed),
            Self::NotEvaluable => Some(Ground::NoValue),
        }
    }
}

/// Judges a chart by the rules of a study; none where the disorder has no rule.
pub(in crate::cohort) fn judge<'a>(chart: &'a Chart<'a>, book: &'a ResponseRules) -> Option<Judgement<'a>> {
    let rule = book.of(chart.subject.disorder)?;
    let from = rated_from(chart, rule);
    let treatments = going_on(chart.treatments, &rule.goes_on);
    let rescue = rescue_of(&rule.rescue, &treatments, chart.subject.second_hsct, &chart.indications);
    let rescue_day = rescue.map(|(day, _)| day);
    let lineages: Vec<LineageCourse<'a>> = book
        .lineages(chart.subject.disorder)
        .into_iter()
        .map(|lineage| LineageCourse::of(lineage, chart, (&treatments, from, rescue_day)))
        .collect();
    let mut levels = lineages.first().map(|first| first.levels.clone()).unwrap_or_default();
    for (place, lineage) in lineages.iter().enumerate().skip(1) {
        levels = levels.and(&lineage.levels, place);
    }
    Some(Judgement { rule, chart, treatments, from, rescue, lineages, levels })
}

/// The first day that may be rated; none without engraftment.
fn rated_from(chart: &Chart<'_>, rule: &Rule) -> Option<i32> {
    let by_rule = if chart.subject.cord_blood { rule.rated_from.cord_blood } else { rule.rated_from.day };
    match chart.neutrophils {
        Recovery::NotMeasured => Some(by_rule),
        Recovery::Begun(day) => Some(by_rule.max(day)),
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
        let begun = |period: &Period| Confirmed { day: period.start, confirmed: period.known };
        let lost = |period: &Period| period.end.map(|end| Confirmed { day: end.day, confirmed: end.known });
        Course {
            rated: self.rated(),
            settled: self.settled(),
            undecided: self.undecided(),
            waiting: self.waiting(),
            unfounded: self.unfounded(),
            response: any.map(begun),
            counts_complete: !self.levels.unconfirmed.is_empty(),
            complete: complete.map(begun),
            lost: any.and_then(lost),
            complete_lost: complete.and_then(lost),
            sustained: self.sustained().map(|(day, _)| day),
        }
    }

    /// The days of reported relapses of which it was known on the day before that there had been no response. What comes
    /// later does not change that.
    fn unfounded(&self) -> Vec<i32> {
        let reports = self.chart.relapses.iter().map(|span| span.start);
        reports.filter(|day| self.knows_of_none_before(*day)).collect()
    }

    /// Whether what was there on the day before says that there had been no response: nothing is rated before the
    /// counts are back; from then on the values of a lineage say so.
    fn knows_of_none_before(&self, day: i32) -> bool {
        if self.from.is_none_or(|from| day <= from) {
            return match self.chart.neutrophils {
                Recovery::NotMeasured => false,
                Recovery::Begun(first) => day <= first,
                _ => true,
            };
        }
        let chart = self.chart;
        let reported = chart.relapses.partition_point(|span| span.start < day);
        let before = Chart { relapses: &chart.relapses[..reported], end: chart.end.min(day - 1), ..*chart };
        let rescue = self.rescue.map(|(rescue, _)| rescue).filter(|rescue| *rescue < day);
        self.lineages.iter().any(|lineage| {
            let of = (lineage.disorder, lineage.view.rule);
            let known = LineageCourse::of(of, &before, (&self.treatments, self.from, rescue));
            known.is_rated() && known.has_failed()
        })
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

    /// The day from which it is known that there was no response outside of those found: of one lineage that had none,
    /// or of all.
    fn settled(&self) -> Option<i32> {
        let failed = self.lineages.iter().filter(|lineage| lineage.has_failed());
        let of_one = failed.filter_map(|lineage| lineage.certainty.settled).min();
        let of_all: Option<Vec<i32>> =
            self.lineages.iter().map(|lineage| lineage.certainty.settled).collect();
        of_one.or_else(|| of_all.and_then(|days| days.into_iter().max()))
    }

    /// The stretches in which it was not known whether there was a response: of all lineages that had none, or of any.
    fn undecided(&self) -> Vec<Undecided> {
        let failed = self.lineages.iter().filter(|lineage| lineage.has_failed());
        let failed: Vec<Vec<Undecided>> = failed.map(|lineage| lineage.certainty.undecided()).collect();
        if failed.is_empty() {
            return self.lineages.iter().flat_map(|lineage| lineage.certainty.undecided()).collect();
        }
        Undecided::all_of(&failed)
    }

    /// The first day from which a response may be that nothing has confirmed or contradicted.
    fn waiting(&self) -> Option<i32> {
        if self.lineages.iter().any(LineageCourse::has_failed) {
            return None;
        }
        self.lineages.iter().filter_map(|lineage| lineage.certainty.waiting).min()
    }

    /// The first day of the loss of a complete response, of any lineage, that is in question on a day.
    pub(in crate::cohort) fn in_question(&self, day: i32) -> Option<i32> {
        self.lineages.iter().filter_map(|lineage| lineage.levels.in_question(day)).min()
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
            Some((lineage.standing(day), day))
        };
        let all: Vec<Option<(Option<Status>, i32)>> = self.lineages.iter().map(of_lineage).collect();
        let known = all.iter().flatten().filter_map(|(status, day)| Some(((*status)?, *day)));
        let worst = known.min_by_key(|(status, _)| *status);
        let open = all.iter().flatten().find(|(status, _)| status.is_none());
        match (worst, open) {
            (Some((Status::No, day)), _) => At::Rated(Status::No, day),
            _ if all.iter().any(Option::is_none) => At::NotEvaluable,
            (_, Some((_, day))) => At::Unconfirmed(*day),
            (Some((status, day)), None) => At::Rated(status, day),
            (None, None) => At::NotEvaluable,
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
    /// and are free of treatment; and that first day of the stretch. Of several lineages the last status of each is one
    /// of response.
    pub(in crate::cohort) fn sustained(&self) -> Option<(i32, i32)> {
        let sustained = &self.rule.sustained;
        let of_these = self.treatments.iter().filter(|one| sustained.off.contains(&one.class));
        let reach = Reach::of(of_these.map(|one| (one.start, one.last())));
        let mut days: Vec<i32> = self
            .lineages
            .iter()
            .flat_map(|lineage| &lineage.ratings)
            .filter(|rated| rated.status.is_some_and(|status| status >= Status::Response))
            .map(|rated| rated.day)
            .filter(|day| self.rescue.is_none_or(|(rescue, _)| *day < rescue))
            .collect();
        days.sort_unstable();
        let last = |lineage: &LineageCourse<'_>, day: i32| {
            let rated = lineage.ratings.iter().filter(|rated| rated.day <= day);
            rated.filter_map(|rated| rated.status).next_back()
        };
        let holds = |day: &i32| {
            let responds = |lineage| last(lineage, *day).is_some_and(|status| status >= Status::Response);
            let begin = day - sustained.days;
            let free = reach.last(*day).is_none_or(|last| last < begin);
            let lasts = self.levels.any.iter().any(|period| period.start <= begin && period.holds(*day));
            free && lasts && self.lineages.iter().all(responds)
        };
        days.into_iter().find(holds).map(|day| (day, day - sustained.days))
    }
}
