//! A registry extract, one row a patient -> endpoints.
//!
//! An endpoint's own evidence is a coded column, causes put together from several columns, or a
//! time that may mean "never". The events of its competing endpoints, and the ends of their
//! follow-up, come from those endpoints. The earliest event wins, on a tie the cause that the
//! endpoint names first; an event at the very end of follow-up counts. An own event after the end
//! of follow-up in a competing endpoint is thereby overruled.

mod evidence;
mod outcome;

use polars::prelude::*;

use super::adtte;
use super::condition::Conditions;
use super::error::{CohortError, engine};
use super::members::members;
use super::population::{self, Population};
use super::table::{Columns, scan, text_column};
use super::{Cohort, CohortInput, EndpointData};
use crate::ingest::frame::ColumnData;
use crate::study::{Endpoint, EndpointKind, Study};

use outcome::Resolver;

/// The cohort of a study with a wide extract.
pub(super) fn derive(input: &CohortInput<'_>) -> Result<Cohort, CohortError> {
    let study = input.study;
    let delivered = collect(input)?;
    let population = population::select(study, &delivered)?;
    let endpoints = study.endpoints();
    let mut resolver = Resolver::new(study, &population, &endpoints);
    let mut derived = Vec::with_capacity(endpoints.len());
    for endpoint in &endpoints {
        derived.push(if let Some(event) = adtte::event_of(endpoint) {
            adtte::timed(input, &population, endpoint, event)?
        } else if endpoint.kind == EndpointKind::Proportion {
            proportion(&population, endpoint)?
        } else {
            resolver.timed(endpoint)?
        });
    }
    Ok(Cohort {
        populations: members(study, &population)?,
        conditioning: Vec::new(),
        quasi_identifiers: population.quasi_identifiers(study)?,
        subjects: population.subjects(study)?,
        flow: population.flow,
        strata: population.strata,
        endpoints: derived,
        states: None,
        rules: Vec::new(),
    })
}

/// Name of the column that holds a condition of an endpoint.
fn condition_column(part: &str, endpoint: &str) -> String {
    format!("{part}:{endpoint}")
}

/// All rows with all conditions evaluated, in the order of `subject_id` if the extract has one.
fn collect(input: &CohortInput<'_>) -> Result<Columns, CohortError> {
    let study = input.study;
    let mut query = scan("wide", input.table("wide")?)?;
    let schema = query.collect_schema().map_err(engine("wide"))?;
    let identified = schema.contains("subject_id");
    let mut query =
        population::with_conditions(study, "wide", query)?.with_columns(endpoint_conditions(study, &schema)?);
    if identified {
        query = query
            .with_columns([col("subject_id").cast(DataType::String)])
            .sort(["subject_id"], SortMultipleOptions::default().with_maintain_order(true));
    }
    let mut columns = Columns::collect("wide", query)?;
    if identified {
        columns.refuse_duplicates("subject_id")?;
    } else {
        let names: Vec<String> = (1..=columns.rows).map(|row| format!("row-{row}")).collect();
        columns.insert("subject_id", text_column(names.iter().map(|name| Some(name.as_str()))));
    }
    Ok(columns)
}

fn endpoint_conditions(study: &Study, schema: &Schema) -> Result<Vec<Expr>, CohortError> {
    let mut expressions = Vec::new();
    for spec in &study.file.endpoint {
        let name = spec.name.get_ref();
        let conditions = Conditions { schema, place: format!("endpoint {name}") };
        for (part, text) in [("when", &spec.when), ("outcome", &spec.outcome)] {
            if let Some(text) = text {
                expressions.push(conditions.read(text.get_ref())?.alias(condition_column(part, name)));
            }
        }
        for (index, cause) in spec.causes.iter().enumerate() {
            let column = condition_column(&format!("cause{index}"), name);
            expressions.push(conditions.read(cause.when.get_ref())?.alias(column));
        }
    }
    Ok(expressions)
}

/// A status without a time: `yes`, `no`, or missing where its condition is.
fn proportion(population: &Population, endpoint: &Endpoint) -> Result<EndpointData, CohortError> {
    let among = population.among(&endpoint.name)?;
    let truths = population.columns.truths(&condition_column("outcome", &endpoint.name))?;
    let subjects: Vec<usize> = (0..population.len()).filter(|&row| among[row]).collect();
    let outcome =
        text_column(subjects.iter().map(|&row| truths[row].map(|truth| if truth { "yes" } else { "no" })));
    let unknown = (0..subjects.len()).filter(|&row| outcome.is_missing(row)).count() as u64;
    let rows = population.rows_of(&subjects, vec![("outcome".to_owned(), outcome)])?;
    Ok(EndpointData {
        endpoint: endpoint.clone(),
        rows,
        not_applicable: (population.len() - subjects.len()) as u64,
        never_below: 0,
        not_evaluable: unknown,
        absent: Vec::new(),
        contradictions: 0,
    })
}

/// Times as a column: whole numbers if all are.
pub(super) fn time_column(times: &[f64]) -> ColumnData {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if times.iter().all(|time| time.fract() == 0.0 && time.abs() < EXACT) {
        #[allow(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
        let values = times.iter().map(|time| *time as i64).collect();
        return ColumnData::Integer { values, valid: None };
    }
    ColumnData::Real { values: times.to_vec(), valid: None }
}

#[cfg(test)]
mod tests;
