//! The definition of an endpoint, carried out for one subject: facts -> how it ended.
//!
//! Where nothing but death is looked for, follow-up ends at the last contact; else where complications are known to.
//! Days count from the first infusion, or from the origin of the endpoint.

use std::collections::BTreeSet;

use super::super::CohortInput;
use super::super::error::CohortError;
use super::super::first_event::{Candidate, Confirmed, End, Outcome, Source, first_event};
use super::Verdict;
use super::facts::{Dated, Facts, SECOND_TRANSPLANT};
use super::standing::Standing;
use super::subjects::{FollowUp, Subject};
use crate::study::file::{AppliesTo, NeverBelow, SecondTransplant};
use crate::study::{Endpoint, Milestone, PartEvent, Plan};

/// Where the last day comes from, when what came after it is not known.
const NOT_KNOWN: Source = "not known from then on";

/// Where the last day that counts comes from, when the definition says so.
pub(in crate::cohort) const WINDOW: Source = "window";

/// Whether something exists for the transplant of a subject.
pub(super) fn applies(to: AppliesTo, subject: &Subject) -> bool {
    match to {
        AppliesTo::All => true,
        AppliesTo::Allogeneic => subject.allogeneic,
        AppliesTo::Autologous => subject.autologous,
    }
}

/// Whether an endpoint depends on laboratory series.
pub(super) fn reads_series(endpoint: &Endpoint) -> bool {
    endpoint.plan.milestones().any(Milestone::reads_series)
}

/// The tables without which a built-in endpoint would be wrong, besides patients, transplants and followup: the first
/// of each choice.
pub fn tables_needed(endpoint: &Endpoint) -> BTreeSet<&'static str> {
    let plan = &endpoint.plan;
    let of_milestones = plan.milestones().flat_map(|milestone| {
        milestone.needs().first().into_iter().flat_map(|tables| tables.iter().copied())
    });
    let rows = plan.parts.iter().filter_map(|part| match &part.event {
        PartEvent::Rows { table, .. } => ["events", "treatments"].into_iter().find(|known| known == table),
        PartEvent::Milestone { .. } => None,
    });
    of_milestones.chain(rows).collect()
}

/// Refuses an endpoint that would be wrong without a table that the study does not have.
pub(super) fn refuse_without_tables(endpoint: &Endpoint, input: &CohortInput<'_>) -> Result<(), CohortError> {
    match endpoint.lacking(|table| input.tables.contains_key(table)) {
        Some(table) => Err(CohortError::EndpointNeeds { endpoint: endpoint.name.clone(), table }),
        None => Ok(()),
    }
}

/// How an endpoint ended for a subject.
///
/// Where the event of interest cannot be judged, whatever comes by the day on which it is due decides without it. Where
/// it is not known from a day on, the subject is followed to that day, whatever became of them.
pub(super) fn judge(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let (subject, plan) = (&facts.subjects[row], &endpoint.plan);
    let Some(seen) = subject.follow_up else { return Verdict::NotEvaluable };
    let start = match origin(facts, (plan, seen), row) {
        Ok(start) => start,
        Err(verdict) => return verdict,
    };
    let mut candidates = Vec::with_capacity(plan.parts.len());
    let (mut fixed, mut unknown, mut known_to): (_, _, Option<i32>) = (None, None, None);
    for (place, part) in plan.parts.iter().enumerate() {
        if !applies(part.applies_to, subject) {
            continue;
        }
        let interest = part.cause == 1;
        let dated = match facts.standing(part, row, start.map(|start| start.day)) {
            Standing::Unknown(None) if interest => return Verdict::NotEvaluable,
            Standing::Unknown(due) if interest => {
                unknown = unknown.max(due);
                None
            }
            Standing::Until(day) if interest => {
                known_to = Some(known_to.map_or(day, |known_to| known_to.min(day)));
                None
            }
            Standing::NeverBelow if interest && plan.never_below == NeverBelow::Apart => {
                return Verdict::NeverBelow;
            }
            Standing::RuledOut(day) if plan.has_fixed_time() => return Verdict::Ended(free_of_it(day)),
            Standing::NeverBelow if interest => Some(Dated::at_once(0, "labs.day")),
            Standing::On(dated) => Some(dated),
            Standing::Unknown(_)
            | Standing::Until(_)
            | Standing::NeverBelow
            | Standing::NotYet
            | Standing::RuledOut(_) => None,
        };
        if plan.has_fixed_time() && part.milestone().is_some_and(Milestone::is_due) {
            fixed = dated.map(|dated| dated.day);
        }
        candidates.extend(dated.map(|Dated { day, source, known }| Candidate {
            day,
            cause: part.cause,
            source,
            part: place,
            known,
        }));
    }
    let end = end_of(plan, (subject, seen), start.map(|start| start.day)).at_most(known_to, NOT_KNOWN);
    let decided = |due: i32| end.day <= due || candidates.iter().any(|candidate| candidate.day <= due);
    if unknown.is_some_and(|due| !decided(due)) {
        return Verdict::NotEvaluable;
    }
    ended((start, fixed), &candidates, end)
}

/// The day from which time counts, if not day 0. Who was seen no longer by the day on which it is due did not reach it.
fn origin(facts: &Facts, (plan, seen): (&Plan, FollowUp), row: usize) -> Result<Option<Confirmed>, Verdict> {
    let Some(origin) = plan.origin else { return Ok(None) };
    let FollowUp { ascertained, .. } = seen;
    let end =
        end_of(plan, (&facts.subjects[row], seen), None).at_most(Some(ascertained.day), ascertained.source);
    match facts.milestone(origin, (0, 0), row, None) {
        Standing::Unknown(Some(due)) | Standing::Until(due) if end.day <= due => Err(Verdict::NotApplicable),
        Standing::NotYet if origin.is_of_response() && !facts.is_judged(row) => Err(Verdict::NotEvaluable),
        Standing::Unknown(_) | Standing::Until(_) => Err(Verdict::NotEvaluable),
        Standing::NotYet | Standing::RuledOut(_) => Err(Verdict::NotApplicable),
        Standing::NeverBelow => Ok(Some(Confirmed::at_once(0))),
        Standing::On(dated) => Ok(Some(Confirmed { day: dated.day, confirmed: dated.known })),
    }
}

/// Who is known on this day to be free of an event that has a fixed time.
fn free_of_it(day: i32) -> Outcome {
    Outcome { day, cause: 0, source: WINDOW, part: None, origin: Confirmed::default(), known: day }
}

/// The last day on which an event of the definition can be seen, from transplant.
fn end_of(plan: &Plan, (subject, seen): (&Subject, FollowUp), start: Option<i32>) -> End {
    let mut end = if plan.is_vital() { seen.end } else { seen.ascertained };
    if plan.second_transplant == SecondTransplant::Censor {
        end = end.at_most(subject.second_hsct, SECOND_TRANSPLANT);
    }
    end.at_most(plan.window.map(|days| start.unwrap_or(0).saturating_add(days)), WINDOW)
}

/// The first of what happened. Who had a competing event, or was no longer observed, before the origin never was at
/// risk.
fn ended((start, fixed): (Option<Confirmed>, Option<i32>), candidates: &[Candidate], end: End) -> Verdict {
    let origin = start.unwrap_or_default();
    let begin = origin.day;
    let before = candidates.iter().any(|candidate| candidate.day < begin)
        || (end.source == SECOND_TRANSPLANT && end.day < begin);
    if start.is_some() && before {
        return Verdict::NotApplicable;
    }
    let shifted: Vec<Candidate> =
        candidates.iter().map(|candidate| Candidate { day: candidate.day - begin, ..*candidate }).collect();
    let end = End { day: end.day.saturating_sub(begin), ..end }.at_most(fixed, WINDOW);
    Verdict::Ended(Outcome { origin, ..first_event(&shifted, end) })
}

/// Follow-up of what recurs: to death, the second cause.
pub(super) fn until_death(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let Some(seen) = facts.subjects[row].follow_up else { return Verdict::NotEvaluable };
    let death = seen.death.map(|day| Candidate {
        day,
        cause: 2,
        source: seen.death_source,
        part: usize::MAX,
        known: day,
    });
    let end = seen.ascertained.at_most(endpoint.plan.window, WINDOW);
    Verdict::Ended(first_event(death.as_slice(), end))
}
