//! Stored tables -> who is analysed, in which groups, and one row a subject and endpoint.
//!
//! | module | takes -> gives |
//! |---|---|
//! | `table` | a Parquet file -> a lazy query; a query -> plain columns |
//! | `condition` | a condition of the study -> an expression of the engine |
//! | `population`, `members` | the joined tables -> the subjects, the flow chart, the named populations |
//! | `strata` | a column -> the levels of a grouping variable |
//! | `canonical` | facts and first days of the canonical tables -> endpoints |
//! | `labs` | laboratory values -> a series for each subject and test, in canonical units |
//! | `engraftment`, `response` | laboratory series -> recovery, response, relapse |
//! | `conditioning` | doses -> classes of intensity |
//! | `explain` | one subject -> why: values, rule, clause, endpoints |
//! | `wide` | a registry extract -> endpoints |
//! | `adtte` | times to event as a sponsor derived them -> endpoints |
//! | [`export`] | the rows of endpoints -> ADTTE, for other programs |
//! | `first_event` | events that may have happened -> the one that counts |
//!
//! The engine joins, filters, and takes first days, all on whole days; what needs the order of a
//! subject's values is plain Rust over sorted vectors. Nothing here adds floating-point numbers, so
//! that the result does not depend on the number of threads.

mod adtte;
mod canonical;
mod condition;
mod conditioning;
mod engraftment;
mod error;
pub mod explain;
pub mod export;
mod filter;
mod first_event;
#[cfg(test)]
mod fixture;
mod labs;
mod members;
mod population;
mod post_baseline;
mod response;
mod states;
mod strata;
mod table;
mod wide;

use std::collections::BTreeMap;
use std::path::PathBuf;

pub use canonical::tables_needed;
pub use conditioning::ClassPair;
pub use error::CohortError;
pub(crate) use filter::rows_where;
pub use members::Members;
pub use states::StatesData;

pub(crate) use strata::band;

use crate::ingest::frame::{ColumnData, Frame};
use crate::study::{Endpoint, EndpointKind, Study};

/// What a cohort is derived from.
#[derive(Debug, Clone)]
pub struct CohortInput<'a> {
    /// The study.
    pub study: &'a Study,
    /// Name of the stored table (`wide` for an extract) -> its Parquet file.
    pub tables: BTreeMap<String, PathBuf>,
}

/// Who is analysed, in which groups, with which outcome.
#[derive(Debug, Clone)]
pub struct Cohort {
    /// From everybody delivered to the population, step by step. The first step is `Delivered`.
    pub flow: Vec<FlowStep>,
    /// One row a subject of the population, in the order of `subject_id`: that, a text column for
    /// every stratum under its name (missing where the subject has no level), the columns of the
    /// table of baseline characteristics.
    pub subjects: Frame,
    /// What somebody may know of each subject, as delivered or by stratum; in the order of [`Cohort::subjects`].
    pub quasi_identifiers: Frame,
    /// The groups to compare, in the order of the study.
    pub strata: Vec<StratumLevels>,
    /// The endpoints, in the order of the study.
    pub endpoints: Vec<EndpointData>,
    /// The states that patients go through, where the study asks for them.
    pub states: Option<StatesData>,
    /// The response rules by which patients were judged.
    pub rules: Vec<RuleUse>,
    /// Who belongs to the populations of the study, all treated first.
    pub populations: Vec<Members>,
    /// The classes of conditioning, declared and by the doses, where there are doses.
    pub conditioning: Vec<ClassPair>,
}

/// A response rule, and how many patients were judged by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleUse {
    /// The disorder.
    pub disorder: &'static str,
    /// Name of the rule.
    pub rule: String,
    /// Its version.
    pub version: String,
    /// Patients with the disorder.
    pub subjects: u64,
    /// Those of them for whom there is nothing to judge by.
    pub not_evaluable: u64,
}

/// A box of the flow chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowStep {
    /// Name of the step in the study.
    pub step: String,
    /// How many subjects this step excluded.
    pub excluded: u64,
    /// How many remain.
    pub remaining: u64,
}

/// The levels of a grouping variable that occur in the population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StratumLevels {
    /// Name in the study, and of the column.
    pub name: String,
    /// Name for people.
    pub label: String,
    /// The levels that occur, in the order in which they are shown.
    pub levels: Vec<String>,
    /// How many subjects of the population have no level.
    pub missing: u64,
}

/// An endpoint with one row for each subject that it is evaluated in.
#[derive(Debug, Clone)]
pub struct EndpointData {
    /// The endpoint.
    pub endpoint: Endpoint,
    /// With a time: `subject_id`, `entry` (only if there is any), `time`, `cause` (0 censored, `i`
    /// the `i`-th of the endpoint's causes), `source` (where the time came from), the strata.
    /// Recurrent events: the same, one row an event, then one where observation ends: cause 2 death, 0 censored.
    /// A proportion: `subject_id`, `outcome` (missing: not evaluable), `ground` (of no response at a landmark, and of
    /// who is not evaluable; only of canonical tables), the strata.
    /// Then the columns that models and weights read.
    /// In the order of [`Cohort::subjects`].
    pub rows: Frame,
    /// The subjects without a row, by their places in [`Cohort::subjects`], each with the reason. Empty for a
    /// proportion.
    pub absent: Vec<(usize, NoRow)>,
    /// Subjects that the endpoint does not exist for.
    pub not_applicable: u64,
    /// Subjects whose counts never fell, left out of a recovery.
    pub never_below: u64,
    /// Subjects that the endpoint exists for and that cannot be judged.
    pub not_evaluable: u64,
    /// Wide extract: subjects whose own event is later than the end of their follow-up in every
    /// competing endpoint; the event was overruled.
    pub contradictions: u64,
}

impl EndpointData {
    /// The number of subjects.
    pub fn subjects(&self) -> u64 {
        let rows = 0..self.rows.rows;
        let is_last = |row: usize| match self.rows.column("cause") {
            Some(ColumnData::Integer { values, .. }) => values[row] != 1,
            _ => true,
        };
        match self.endpoint.kind {
            EndpointKind::Recurrent => rows.filter(|row| is_last(*row)).count() as u64,
            _ => rows.len() as u64,
        }
    }
}

/// Why a subject has no row in an endpoint with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRow {
    /// The endpoint does not exist for the subject.
    NotApplicable,
    /// The counts never fell.
    NeverBelow,
    /// What it is judged by is not known.
    NotEvaluable,
}

/// Derives the cohort of a study.
///
/// # Errors
/// [`CohortError`]: a table or column that is needed and not there, a condition that does not fit
/// its columns, a unit or an event code without a meaning, a time before day 0.
pub fn derive(input: &CohortInput<'_>) -> Result<Cohort, CohortError> {
    let study = input.study;
    let mut cohort = if study.is_wide() { wide::derive(input) } else { canonical::derive(input) }?;
    post_baseline::add_strata(study, &mut cohort)?;
    cohort.states = states::derive(study, &cohort);
    Ok(cohort)
}

impl CohortInput<'_> {
    fn table(&self, name: &str) -> Result<&PathBuf, CohortError> {
        self.tables.get(name).ok_or_else(|| CohortError::MissingTable { table: name.to_owned() })
    }
}
