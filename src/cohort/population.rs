//! Who is analysed: the conditions of the study, one after the other, with counts.

use polars::prelude::*;

use super::canonical::{row_conditions, row_key};
use super::condition::Conditions;
use super::error::{CohortError, engine};
use super::strata;
use super::table::{Columns, frame, gather};
use super::{FlowStep, StratumLevels};
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::Study;

/// The subjects of the population, one row each, with all that later steps read.
pub(super) struct Population {
    /// The flow chart.
    pub(super) flow: Vec<FlowStep>,
    /// The columns of the subjects.
    pub(super) columns: Columns,
    /// The columns of the strata, under their names.
    pub(super) strata_columns: Vec<(String, ColumnData)>,
    /// The levels of the strata.
    pub(super) strata: Vec<StratumLevels>,
    /// Names of the columns, no strata, that models and weights read.
    analysed: Vec<String>,
}

/// The column that only those with a first transplant have a value in; wide extracts have none of it.
const FIRST_TRANSPLANT: &str = "hsct_seq";

/// A condition on who an endpoint applies to is kept under this name.
pub(super) fn among_column(endpoint: &str) -> String {
    format!("among:{endpoint}")
}

/// The condition of a named population is kept under this name.
pub(super) fn member_column(population: &str) -> String {
    format!("population:{population}")
}

/// Adds to a query, one row a subject, every condition that the study puts on subjects: a column
/// `step:0`, `step:1`, ... for the steps, one for the `among` of each endpoint, one for each
/// population.
pub(super) fn with_conditions(
    study: &Study,
    name: &str,
    mut subjects: LazyFrame,
) -> Result<LazyFrame, CohortError> {
    let schema = subjects.collect_schema().map_err(engine(name))?;
    let mut expressions = Vec::new();
    for (index, (step, text)) in study.file.population.iter().enumerate() {
        let conditions = Conditions { schema: &schema, place: format!("population, {step}") };
        expressions.push(conditions.read(text.get_ref())?.alias(format!("step:{index}")));
    }
    for spec in &study.file.endpoint {
        let endpoint = spec.name.get_ref();
        let conditions = Conditions { schema: &schema, place: format!("endpoint {endpoint}, among") };
        if let Some(among) = &spec.among {
            expressions.push(conditions.read(among.get_ref())?.alias(among_column(endpoint)));
        }
    }
    for population in study.populations() {
        let conditions = Conditions { schema: &schema, place: format!("population {}", population.name) };
        if let Some(condition) = &population.condition {
            expressions.push(conditions.read(condition)?.alias(member_column(&population.name)));
        }
    }
    let endpoints = study.endpoints();
    for (text, endpoint) in row_conditions("followup", &endpoints) {
        let conditions = Conditions { schema: &schema, place: format!("endpoint {}", endpoint.name) };
        expressions.push(conditions.read(text)?.alias(row_key("followup", text)));
    }
    Ok(subjects.with_columns(expressions))
}

/// Who has a first transplant; then applies the conditions in order and makes the strata of who remains.
///
/// The step of the transplant is there if it leaves somebody out.
pub(super) fn select(study: &Study, delivered: &Columns) -> Result<Population, CohortError> {
    let mut kept: Vec<usize> = (0..delivered.rows).collect();
    let mut flow = vec![FlowStep { step: "Delivered".to_owned(), excluded: 0, remaining: kept.len() as u64 }];
    if let Ok(first) = delivered.get(FIRST_TRANSPLANT) {
        kept.retain(|&row| !first.is_missing(row));
    }
    if kept.len() < delivered.rows {
        let excluded = (delivered.rows - kept.len()) as u64;
        flow.push(FlowStep {
            step: "First transplant known".to_owned(),
            excluded,
            remaining: kept.len() as u64,
        });
    }
    for (index, step) in study.file.population.keys().enumerate() {
        let fulfilled = delivered.truths(&format!("step:{index}"))?;
        let before = kept.len();
        kept.retain(|&row| fulfilled[row] == Some(true));
        flow.push(FlowStep {
            step: step.clone(),
            excluded: (before - kept.len()) as u64,
            remaining: kept.len() as u64,
        });
    }
    of_rows(study, delivered.gather(&kept), flow)
}

/// Everybody, with the strata and without a condition.
pub(super) fn everybody(study: &Study, delivered: &Columns) -> Result<Population, CohortError> {
    let all: Vec<usize> = (0..delivered.rows).collect();
    of_rows(study, delivered.gather(&all), Vec::new())
}

fn of_rows(study: &Study, columns: Columns, flow: Vec<FlowStep>) -> Result<Population, CohortError> {
    let (mut strata_columns, mut levels) = (Vec::new(), Vec::new());
    for (name, spec) in &study.file.strata {
        // A stratum made from an endpoint follows when the endpoints are there.
        let Some(source) = &spec.column else { continue };
        let (column, stratum) = strata::stratify(name, spec, columns.get(source.get_ref())?)?;
        strata_columns.push((name.clone(), column));
        levels.push(stratum);
    }
    let is_stratum = |name: &String| study.file.strata.contains_key(name);
    let analysed = study.analysed_columns().into_iter().filter(|name| !is_stratum(name)).collect();
    Ok(Population { flow, columns, strata_columns, strata: levels, analysed })
}

impl Population {
    /// Number of subjects.
    pub(super) fn len(&self) -> usize {
        self.columns.rows
    }

    /// `subject_id`, strata, columns of the table of baseline characteristics, of models and weights.
    pub(super) fn subjects(&self, study: &Study) -> Result<Frame, CohortError> {
        let mut columns = vec![("subject_id".to_owned(), self.columns.get("subject_id")?.clone())];
        columns.extend(self.strata_columns.iter().cloned());
        let baseline = study.file.baseline.iter().flat_map(|baseline| &baseline.columns);
        for name in baseline.map(|name| name.get_ref().clone()).chain(study.analysed_columns()) {
            if columns.iter().all(|(known, _)| *known != name) {
                let values = self.columns.get(&name)?.clone();
                columns.push((name, values));
            }
        }
        Ok(frame(self.len(), columns))
    }

    /// What somebody may know of each subject: a stratum where the study names one, else the column as delivered.
    pub(super) fn quasi_identifiers(&self, study: &Study) -> Result<Frame, CohortError> {
        let is_named = study.file.screen.quasi_identifiers.is_some();
        let mut columns = Vec::new();
        for name in study.quasi_identifiers() {
            let stratum = self.strata_columns.iter().find(|(known, _)| is_named && *known == name);
            let values = match stratum {
                Some((_, values)) => values.clone(),
                None => self.columns.get(&name)?.clone(),
            };
            columns.push((name, values));
        }
        Ok(frame(self.len(), columns))
    }

    /// The rows of an endpoint: these subjects, these columns, the strata, the columns of models and weights.
    pub(super) fn rows_of(
        &self,
        subjects: &[usize],
        outcome: Vec<(String, ColumnData)>,
    ) -> Result<Frame, CohortError> {
        let mut columns = vec![("subject_id".to_owned(), gather(self.columns.get("subject_id")?, subjects))];
        columns.extend(outcome);
        columns.extend(
            self.strata_columns.iter().map(|(name, values)| (name.clone(), gather(values, subjects))),
        );
        for name in &self.analysed {
            if columns.iter().all(|(known, _)| known != name) {
                columns.push((name.clone(), gather(self.columns.get(name)?, subjects)));
            }
        }
        Ok(frame(subjects.len(), columns))
    }

    /// Whether an endpoint applies to a subject by its `among`.
    pub(super) fn among(&self, endpoint: &str) -> Result<Vec<bool>, CohortError> {
        let column = among_column(endpoint);
        match self.columns.get(&column) {
            Ok(_) => Ok(self.columns.truths(&column)?.into_iter().map(|truth| truth == Some(true)).collect()),
            Err(_) => Ok(vec![true; self.len()]),
        }
    }
}
