//! What the facts say about a milestone of a subject.

use super::super::engraftment::Recovery;
use super::super::first_event::Confirmed;
use super::events::row_key;
use super::facts::{Dated, Facts, SECOND_TRANSPLANT};
use crate::study::{Milestone, Part, PartEvent};

/// What is known of something that may happen to a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// What it is judged by is not known. Whatever comes by this day, where there is one, decides without it.
    Unknown(Option<i32>),
    /// It had not happened up to this day, and what came after is not known.
    Until(i32),
    /// It has not happened while the subject was followed.
    NotYet,
    /// A recovery of counts that never fell.
    NeverBelow,
    /// It was due by this day, and by then it was certain that it would not happen.
    RuledOut(i32),
    /// It happened.
    On(Dated),
}

impl From<Option<Dated>> for Standing {
    fn from(dated: Option<Dated>) -> Self {
        dated.map_or(Self::NotYet, Self::On)
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
                if self.is_untold(&key) {
                    return Standing::Unknown(None);
                }
                let source = match table.as_str() {
                    "treatments" => "treatments.start_day",
                    "followup" => self.subjects[row].follow_up.map_or("", |seen| seen.death_source),
                    _ => "events.day",
                };
                let day = match after.filter(|_| table != "followup") {
                    Some(after) => self.every(&key, row).find(|day| *day >= after),
                    None => self.first(&key, row),
                };
                day.map(|day| Dated::at_once(day, source)).into()
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
        let lab = |found: Option<Confirmed>| Standing::from(found.map(Dated::by_values));
        match milestone {
            Milestone::Death => self.death(row, |_| true).into(),
            Milestone::DeathFromDisease => self.death(row, |from_disease| from_disease).into(),
            Milestone::DeathNotFromDisease => self.death(row, |from_disease| !from_disease).into(),
            of_response if of_response.is_of_response() && !self.has_rule(row) => Standing::Unknown(None),
            Milestone::Response => lab(course.response),
            Milestone::CompleteResponse => lab(course.complete),
            Milestone::CompleteResponseLoss => self.loss_of_complete_response(row).into(),
            Milestone::SustainedResponse => lab(course.sustained.map(Confirmed::at_once)),
            Milestone::NoResponse if course.response.is_some_and(|found| found.day <= due.0) => {
                Standing::RuledOut(due.0)
            }
            Milestone::NoResponse => match self.failed_by(row, due.0) {
                None => Standing::Until(due.0 - 1),
                Some(known) => Standing::On(Dated {
                    day: due.0,
                    source: "no response when due",
                    known: known.max(due.0),
                }),
            },
            Milestone::Relapse => self.relapse(row, after).into(),
            Milestone::Rescue => self.new_treatment(row).into(),
            Milestone::NeutrophilRecovery => self.recovered(self.neutrophils[row], row),
            Milestone::PlateletRecovery => self.recovered(self.thrombocytes[row], row),
            Milestone::NoEngraftment => self.no_engraftment(row, due),
            Milestone::GraftLoss => self.graft_loss(row, after),
            Milestone::GraftFailure => self.graft_failure(row).into(),
            Milestone::SecondTransplant => {
                subject.second_hsct.map(|day| Dated::at_once(day, SECOND_TRANSPLANT)).into()
            }
        }
    }

    fn death(&self, row: usize, counts: impl Fn(bool) -> bool) -> Option<Dated> {
        let seen = self.subjects[row].follow_up.filter(|seen| counts(seen.from_disease))?;
        seen.death.map(|day| Dated::at_once(day, seen.death_source))
    }

    /// A recovery after a second transplant is none of the first.
    pub(super) fn no_engraftment(&self, row: usize, (by, cord_blood_by): (i32, i32)) -> Standing {
        let subject = &self.subjects[row];
        let limit = if subject.cord_blood { cord_blood_by } else { by };
        let own = |day: i32| day <= limit && subject.second_hsct.is_none_or(|second| day <= second);
        match self.neutrophils[row] {
            Recovery::NotMeasured => Standing::Until(limit - 1),
            Recovery::Begun(day) if day <= limit => Standing::Until(limit - 1),
            recovery if recovery.day().is_some_and(own) => Standing::RuledOut(limit),
            _ => Standing::On(Dated::at_once(limit, "labs.day")),
        }
    }

    /// A recovery; where it is not known, counts due by the day by which a graft has taken would say so.
    fn recovered(&self, recovery: Recovery, row: usize) -> Standing {
        match recovery {
            Recovery::NotMeasured => Standing::Unknown(Some(self.recovery_due(row))),
            Recovery::Begun(day) => Standing::Until(day - 1),
            Recovery::NeverBelow => Standing::NeverBelow,
            Recovery::Recovered(found) => Standing::On(Dated::by_values(found)),
            Recovery::NotRecovered => Standing::NotYet,
        }
    }

    fn graft_loss(&self, row: usize, after: Option<i32>) -> Standing {
        match (self.neutrophils[row], self.neutrophils[row].day()) {
            (Recovery::NotMeasured | Recovery::Begun(_), _) => Standing::Unknown(None),
            (_, None) => Standing::NotYet,
            (_, Some(day)) => self.graft_loss_after(row, after.unwrap_or(day).max(day)).into(),
        }
    }
}
