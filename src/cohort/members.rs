//! The populations of a study: who of the analysed cohort belongs to which, and the cohort cut to one of them.

use std::collections::BTreeMap;

use super::error::CohortError;
use super::population::{Population, member_column};
use super::table::{frame as frame_of, gather};
use super::{Cohort, EndpointData, NoRow, StatesData};
use crate::ingest::frame::Frame;
use crate::study::{EndpointKind, Study};

/// Who belongs to a population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members {
    /// Name of the population.
    pub population: String,
    /// Whether each subject of [`Cohort::subjects`] belongs to it. Where its condition is missing, not.
    pub belongs: Vec<bool>,
}

impl Members {
    /// Of these subjects alone.
    fn only(&self, kept: &[usize]) -> Self {
        let belongs = kept.iter().map(|row| self.belongs[*row]).collect();
        Self { population: self.population.clone(), belongs }
    }

    /// How many belong to it.
    pub fn count(&self) -> u64 {
        self.belongs.iter().filter(|belongs| **belongs).count() as u64
    }
}

/// The members of every population of a study.
pub(super) fn members(study: &Study, population: &Population) -> Result<Vec<Members>, CohortError> {
    let mut all = Vec::new();
    for named in study.populations() {
        let belongs = if named.condition.is_some() {
            let truths = population.columns.truths(&member_column(&named.name))?;
            truths.into_iter().map(|truth| truth == Some(true)).collect()
        } else {
            vec![true; population.len()]
        };
        all.push(Members { population: named.name, belongs });
    }
    Ok(all)
}

impl Cohort {
    /// Who belongs to a population.
    pub fn members(&self, population: &str) -> Option<&Members> {
        self.populations.iter().find(|members| members.population == population)
    }

    /// The cohort of a population alone; none where there is no such population.
    #[must_use]
    pub fn restricted_to(&self, population: &str) -> Option<Self> {
        let belongs = &self.members(population)?.belongs;
        let kept: Vec<usize> = (0..self.subjects.rows).filter(|row| belongs[*row]).collect();
        let places: BTreeMap<String, usize> =
            kept.iter().enumerate().filter_map(|(new, old)| Some((id(&self.subjects, *old)?, new))).collect();
        Some(Self {
            flow: self.flow.clone(),
            subjects: only(&self.subjects, &kept),
            strata: self.strata.clone(),
            endpoints: self.endpoints.iter().map(|data| restricted(data, &kept, &places)).collect(),
            states: self
                .states
                .as_ref()
                .map(|states| StatesData { rows: of_subjects(&states.rows, &places), ..states.clone() }),
            conditioning: Vec::new(),
            rules: Vec::new(),
            quasi_identifiers: only(&self.quasi_identifiers, &kept),
            populations: self.populations.iter().map(|members| members.only(&kept)).collect(),
        })
    }
}

fn restricted(data: &EndpointData, kept: &[usize], places: &BTreeMap<String, usize>) -> EndpointData {
    let rows = of_subjects(&data.rows, places);
    let absent: Vec<(usize, NoRow)> =
        data.absent.iter().filter_map(|(old, why)| Some((kept.binary_search(old).ok()?, *why))).collect();
    let count = |reason: NoRow| absent.iter().filter(|(_, why)| *why == reason).count() as u64;
    let (not_applicable, not_evaluable) = match data.endpoint.kind {
        EndpointKind::Proportion => {
            let outcome = rows.column("outcome");
            let unknown = (0..rows.rows).filter(|row| outcome.is_none_or(|column| column.is_missing(*row)));
            ((kept.len() - rows.rows) as u64, unknown.count() as u64)
        }
        _ => (count(NoRow::NotApplicable), count(NoRow::NotEvaluable)),
    };
    EndpointData {
        endpoint: data.endpoint.clone(),
        not_applicable,
        never_below: count(NoRow::NeverBelow),
        not_evaluable,
        contradictions: data.contradictions,
        rows,
        absent,
    }
}

/// The rows that belong to these subjects.
fn of_subjects(frame: &Frame, places: &BTreeMap<String, usize>) -> Frame {
    let kept: Vec<usize> =
        (0..frame.rows).filter(|row| id(frame, *row).is_some_and(|id| places.contains_key(&id))).collect();
    only(frame, &kept)
}

fn only(frame: &Frame, rows: &[usize]) -> Frame {
    let columns = frame.columns.iter().map(|(name, values)| (name.clone(), gather(values, rows)));
    frame_of(rows.len(), columns.collect())
}

fn id(frame: &Frame, row: usize) -> Option<String> {
    frame.column("subject_id").and_then(|ids| ids.label(row))
}
