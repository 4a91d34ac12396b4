//! The canonical tables -> endpoints.

mod days;
mod events;
mod facts;
pub(super) mod one;
mod recurrent;
mod remission;
mod rules;
mod standing;
mod subjects;
mod treatments;

pub use rules::tables_needed;

pub(super) use days::{Roster, Span, row_numbers};
pub(super) use events::{row_conditions, row_key};
pub(super) use rules::WINDOW;
#[cfg(test)]
pub(super) use subjects::FollowUp;
pub(super) use subjects::Subject;

use super::adtte;
use super::conditioning::compared;
use super::error::CohortError;
use super::first_event::Outcome;
use super::members::members;
use super::population::{self, Population};
use super::table::text_column;
use super::{Cohort, CohortInput, EndpointData, NoRow};
use crate::ingest::frame::ColumnData;
use crate::study::{Endpoint, EndpointKind};

use facts::Facts;
use remission::Taken;

/// What an endpoint is for a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// The endpoint does not exist for the subject.
    NotApplicable,
    /// The counts never fell.
    NeverBelow,
    /// What it is judged by is not known.
    NotEvaluable,
    /// How it ended.
    Ended(Outcome),
}

/// The cohort of a study with canonical tables.
pub(super) fn derive(input: &CohortInput<'_>) -> Result<Cohort, CohortError> {
    let study = input.study;
    let endpoints = study.endpoints();
    for endpoint in &endpoints {
        rules::refuse_without_tables(endpoint, input)?;
    }
    let population = population::select(study, &subjects::collect(input)?)?;
    let facts = Facts::collect(input, &population, &endpoints)?;
    let mut derived = Vec::with_capacity(endpoints.len());
    for endpoint in &endpoints {
        derived.push(endpoint_data(input, &population, &facts, endpoint)?);
    }
    Ok(Cohort {
        populations: members(study, &population)?,
        conditioning: compared(&population),
        quasi_identifiers: population.quasi_identifiers(study)?,
        subjects: population.subjects(study)?,
        flow: population.flow,
        strata: population.strata,
        endpoints: derived,
        states: None,
        rules: facts.rule_uses(),
    })
}

fn endpoint_data(
    input: &CohortInput<'_>,
    population: &Population,
    facts: &Facts,
    endpoint: &Endpoint,
) -> Result<EndpointData, CohortError> {
    if let Some(event) = adtte::event_of(endpoint) {
        return adtte::timed(input, population, endpoint, event);
    }
    match endpoint.kind {
        EndpointKind::Proportion => proportion(population, facts, endpoint),
        EndpointKind::Recurrent => recurrent::recurrent(population, facts, endpoint),
        EndpointKind::Survival | EndpointKind::Competing => timed(population, facts, endpoint),
    }
}

fn timed(population: &Population, facts: &Facts, endpoint: &Endpoint) -> Result<EndpointData, CohortError> {
    let among = population.among(&endpoint.name)?;
    let (mut subjects, mut outcomes, mut absent) = (Vec::new(), Vec::new(), Vec::new());
    for (row, subject) in facts.subjects.iter().enumerate() {
        let exists = among[row] && rules::applies(endpoint.applies_to, subject);
        match if exists { rules::judge(facts, endpoint, row) } else { Verdict::NotApplicable } {
            Verdict::NotApplicable => absent.push((row, NoRow::NotApplicable)),
            Verdict::NeverBelow => absent.push((row, NoRow::NeverBelow)),
            Verdict::NotEvaluable => absent.push((row, NoRow::NotEvaluable)),
            Verdict::Ended(outcome) => {
                subjects.push(row);
                outcomes.push(outcome);
            }
        }
    }
    let mut columns = outcome_columns(endpoint, &outcomes);
    if facts.with_known_days.contains(&endpoint.name) {
        columns.extend(known_columns(&outcomes));
    }
    Ok(EndpointData {
        endpoint: endpoint.clone(),
        rows: population.rows_of(&subjects, columns)?,
        not_applicable: count_of(&absent, NoRow::NotApplicable),
        never_below: count_of(&absent, NoRow::NeverBelow),
        not_evaluable: count_of(&absent, NoRow::NotEvaluable),
        absent,
        contradictions: 0,
    })
}

/// `time`, `cause`, `source`, `event`, and `origin` where time does not count from transplant.
fn outcome_columns(endpoint: &Endpoint, outcomes: &[Outcome]) -> Vec<(String, ColumnData)> {
    let whole = |values: Vec<i64>| ColumnData::Integer { values, valid: None };
    let name = |place: usize| endpoint.plan.parts.get(place).map_or("death", |part| part.name.as_str());
    let part = |outcome: &Outcome| outcome.part.map(name);
    let mut columns = vec![
        ("time".to_owned(), whole(outcomes.iter().map(|outcome| i64::from(outcome.day)).collect())),
        ("cause".to_owned(), whole(outcomes.iter().map(|outcome| i64::from(outcome.cause)).collect())),
        ("source".to_owned(), text_column(outcomes.iter().map(|outcome| Some(outcome.source)))),
        ("event".to_owned(), text_column(outcomes.iter().map(part))),
    ];
    if endpoint.plan.origin.is_some() {
        let days = outcomes.iter().map(|outcome| i64::from(outcome.origin.day)).collect();
        columns.push(("origin".to_owned(), whole(days)));
    }
    columns
}

/// `known` and `begun`: the days, from transplant, from which it is known how an endpoint ended, and that it began. Of
/// endpoints that patients are grouped by, or that change a covariate or a state.
fn known_columns(outcomes: &[Outcome]) -> [(String, ColumnData); 2] {
    let days = |of: fn(&Outcome) -> i32| ColumnData::Integer {
        values: outcomes.iter().map(|outcome| i64::from(of(outcome))).collect(),
        valid: None,
    };
    [
        ("known".to_owned(), days(|outcome| outcome.known)),
        ("begun".to_owned(), days(|outcome| outcome.origin.confirmed)),
    ]
}

fn count_of(absent: &[(usize, NoRow)], reason: NoRow) -> u64 {
    absent.iter().filter(|(_, why)| *why == reason).count() as u64
}

/// A status without a time.
fn proportion(
    population: &Population,
    facts: &Facts,
    endpoint: &Endpoint,
) -> Result<EndpointData, CohortError> {
    let among = population.among(endpoint.spec.name.get_ref())?;
    let exists = |row: &usize| among[*row] && rules::applies(endpoint.applies_to, &facts.subjects[*row]);
    let due = |row: usize| {
        let taken = remission::status(facts, endpoint, row);
        (taken != Taken::NotDue).then_some((row, taken))
    };
    let (subjects, statuses): (Vec<usize>, Vec<Taken>) =
        (0..population.len()).filter(exists).filter_map(due).unzip();
    let outcome = text_column(statuses.iter().map(|taken| Some(taken.status()?.name())));
    let ground = text_column(statuses.iter().map(|taken| Some(taken.ground()?.name())));
    let unknown = (0..subjects.len()).filter(|&row| outcome.is_missing(row)).count() as u64;
    Ok(EndpointData {
        endpoint: endpoint.clone(),
        rows: population
            .rows_of(&subjects, vec![("outcome".to_owned(), outcome), ("ground".to_owned(), ground)])?,
        not_applicable: (population.len() - subjects.len()) as u64,
        never_below: 0,
        not_evaluable: unknown,
        absent: Vec::new(),
        contradictions: 0,
    })
}

#[cfg(test)]
mod tests;
