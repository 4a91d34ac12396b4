//! What the facts say about a milestone of a subject.

use super::super::engraftment::Recovery;
use super::super::first_event::Source;
use super::events::row_key;
use super::facts::{Dated, Facts};
use crate::study::{Milestone, Part, PartEvent};

/// What is known of something that may happen to a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// What it is judged by is not known.
    Unknown,
    /// It has not happened while the subject was followed.
    NotYet,
    /// A recovery of counts that never fell.
    NeverBelow,
    /// It was due by this day, and by then it was certain that it would not happen.
    RuledOut(i32),
    /// It happened on this day, known from there.
    On(i32, Source),
}

impl From<Dated> for Standing {
    fn from(dated: Dated) -> Self {
        dated.map_or(Self::NotYet, |(day, source)| Self::On(day, source))
    }
}

impl Facts {
    /// What is known of a part of an endpoint; of rows, those after the origin where there is one.
    pub(super) fn standing(&self, part: &Part, row: usize, after: Option<i32>) -> Standing {
        match &part.event {
            PartEvent::Milestone { milestone, by, cord_blood_by } => {
                self.milestone(*milestone, (*by, *cord_blood_by), row, after)
            }
            PartEvent::Rows { table, condition } => {
                let key = row_key(table, condition);
                let source = match table.as_str() {
                    "treatments" => "treatments.start_day",
                    "followup" => self.subjects[row].follow_up.map_or("", |seen| seen.death_source),
                    _ => "events.day",
                };
                let day = match after.filter(|_| table != "followup") {
                    Some(after) => self.every(&key, row).find(|day| *day > after),
                    None => self.first(&key, row),
                };
                day.map(|day| (day, source)).into()
            }
        }
    }

    /// What is known of a milestone; `due` are the days by which something has to have happened.
    pub(super) fn milestone(
        &self,
        milestone: Milestone,
        due: (i32, i32),
        row: usize,
        after: Option<i32>,
    ) -> Standing {
        let (subject, course) = (&self.subjects[row], &self.courses[row]);
        let lab = |day: Option<i32>| Standing::from(day.map(|day| (day, "labs.day")));
        match milestone {
            Milestone::Death => self.death(row, |_| true).into(),
            Milestone::DeathFromDisease => self.death(row, |from_disease| from_disease).into(),
            Milestone::DeathNotFromDisease => self.death(row, |from_disease| !from_disease).into(),
            Milestone::Response
            | Milestone::CompleteResponse
            | Milestone::CompleteResponseLoss
            | Milestone::SustainedResponse
                if !self.is_judged(row, i32::MAX) =>
            {
                Standing::Unknown
            }
            Milestone::Response => lab(course.response),
            Milestone::CompleteResponse => lab(course.complete),
            Milestone::CompleteResponseLoss => self.loss_of_complete_response(row).into(),
            Milestone::SustainedResponse => lab(course.sustained),
            Milestone::NoResponse if course.response.is_some_and(|day| day <= due.0) => {
                Standing::RuledOut(due.0)
            }
            Milestone::NoResponse if !self.is_judged(row, due.0) => Standing::Unknown,
            Milestone::NoResponse => Standing::On(due.0, "no response when due"),
            Milestone::Relapse => self.relapse(row).into(),
            Milestone::Rescue => self.new_treatment(row).into(),
            Milestone::NeutrophilRecovery => self.recovered(self.neutrophils[row], row),
            Milestone::PlateletRecovery => self.recovered(self.thrombocytes[row], row),
            Milestone::NoEngraftment => self.no_engraftment(row, due),
            Milestone::GraftLoss => self.graft_loss(row, after),
            Milestone::GraftFailure => self.graft_failure(row).into(),
            Milestone::SecondTransplant => {
                subject.second_hsct.map(|day| (day, "transplants.hsct_day")).into()
            }
        }
    }

    fn death(&self, row: usize, counts: impl Fn(bool) -> bool) -> Dated {
        let seen = self.subjects[row].follow_up.filter(|seen| counts(seen.from_disease))?;
        seen.death.map(|day| (day, seen.death_source))
    }

    /// A recovery after a second transplant is none of the first.
    pub(super) fn no_engraftment(&self, row: usize, (by, cord_blood_by): (i32, i32)) -> Standing {
        let subject = &self.subjects[row];
        let limit = if subject.cord_blood { cord_blood_by } else { by };
        let own = |day: i32| day <= limit && subject.second_hsct.is_none_or(|second| day <= second);
        match self.neutrophils[row] {
            Recovery::NotMeasured if self.is_over(row, limit) => Standing::NotYet,
            Recovery::NotMeasured => Standing::Unknown,
            recovery if recovery.day().is_some_and(own) => Standing::RuledOut(limit),
            _ => Standing::On(limit, "labs.day"),
        }
    }

    /// Whether death, a second transplant or the end of follow-up came by a day.
    fn is_over(&self, row: usize, by: i32) -> bool {
        let subject = &self.subjects[row];
        let death = subject.follow_up.and_then(|seen| seen.death);
        let end = subject.follow_up.map(|seen| seen.ascertained.day);
        [death, subject.second_hsct, end].into_iter().flatten().any(|day| day <= by)
    }

    /// A recovery. Where it is not known, whoever died, was transplanted again or was followed no longer by the day
    /// on which it was due had none.
    fn recovered(&self, recovery: Recovery, row: usize) -> Standing {
        match recovery {
            Recovery::NotMeasured if self.is_over(row, self.recovery_due(row)) => Standing::NotYet,
            Recovery::NotMeasured => Standing::Unknown,
            Recovery::NeverBelow => Standing::NeverBelow,
            Recovery::Recovered(day) => Standing::On(day, "labs.day"),
            Recovery::NotRecovered => Standing::NotYet,
        }
    }

    fn graft_loss(&self, row: usize, after: Option<i32>) -> Standing {
        match (self.neutrophils[row], self.neutrophils[row].day()) {
            (Recovery::NotMeasured, _) => Standing::Unknown,
            (_, None) => Standing::NotYet,
            (_, Some(day)) => {
                let reported = self.graft_failure_after(row, after.unwrap_or(day).max(day));
                reported.map(|day| (day, "events.day")).into()
            }
        }
    }
}
