//! The complete rows of a file, checked, as a regression reads them.

use std::sync::Arc;

use super::RegressionFile;
use super::design::{Design, Formula, resolve};
use super::time_dependent::{Change, split};
use super::variable::{Cells, Variable};
use crate::analysis::events::CodedEvents;
use crate::analysis::factor::{Crossing, Factor};
use crate::analysis::landmark::{Excluded, Landmark};
use crate::analysis::plain::{PlainError, column, notes, place_in_file, read_only, refusal};
use crate::analysis::reduce::{ReduceError, Roles, Rows, numbers};
use crate::domain::Group;
use crate::estimate::cox::CoxDataError;
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::ModelTerm;

/// The rows of a regression.
#[derive(Debug, Default)]
pub(super) struct Sample {
    /// What the reading of the file made of it.
    pub(super) notes: Vec<String>,
    /// The row of the file that each is, from 0.
    pub(super) source: Vec<usize>,
    /// Entry, where the file has one.
    pub(super) entry: Option<Vec<f64>>,
    /// Exit.
    pub(super) exit: Vec<f64>,
    /// 0 censored, i = cause i.
    pub(super) event: Vec<u32>,
    /// Case weights; none are all 1.
    pub(super) weights: Vec<f64>,
    /// Strata; none are one.
    pub(super) strata: Vec<u32>,
    /// Subjects.
    pub(super) id: Option<Vec<u32>>,
    /// Clusters.
    pub(super) cluster: Option<Vec<u32>>,
    /// What the covariates are made of, and what they are in the rows.
    pub(super) formula: Formula,
    pub(super) cells: Vec<Cells>,
    /// The covariates.
    pub(super) design: Design,
    /// The strata by their code, each with the end of its follow-up.
    pub(super) groups: Vec<(Arc<Group>, f64)>,
    /// Rows left out for a missing value.
    pub(super) excluded: usize,
    /// From when on is analysed.
    pub(super) landmark: Landmark,
    /// Subjects with an event or censoring up to the landmark.
    pub(super) before_landmark: Option<u64>,
    /// Codes that were taken as cause-specific censoring.
    pub(super) censored_codes: Vec<String>,
}

struct Loaded {
    frame: Frame,
    events: CodedEvents,
    strata: Vec<Factor>,
    id: Option<Factor>,
    cluster: Option<Factor>,
}

impl RegressionFile {
    /// Reads and checks the rows.
    pub(super) fn sample(&self, frame: Frame) -> Result<Sample, PlainError> {
        let loaded = self.load(frame)?;
        let factors: Vec<Factor> = loaded.strata.iter().chain(&loaded.cluster).cloned().collect();
        let entry = self.entry.as_deref().map(|name| (name, column(&loaded.frame, name)));
        let roles = Roles {
            time: (&self.time, column(&loaded.frame, &self.time)),
            events: &loaded.events.codes,
            causes: self.codes.causes.len(),
            entry,
            weight: None,
            subject: loaded.id.as_ref(),
            factors: &factors,
        };
        let covariates = self.columns_of_terms().into_iter().chain(self.weight.as_deref());
        let others: Vec<&ColumnData> = covariates.map(|name| column(&loaded.frame, name)).collect();
        let check = || {
            let (rows, before_landmark) = Rows::check_complete(roles, &others)?.after(self.landmark)?;
            if loaded.id.is_some() {
                // Intervals of one subject must not overlap within a stratum.
                rows.tables(&loaded.strata)?;
            }
            let weights = self.weights(&loaded.frame, rows.keep())?;
            Ok((rows, weights, before_landmark))
        };
        let (rows, weights, before_landmark) = check().map_err(|error| self.refusal(error))?;
        let mut sample = gather(&loaded, &rows, &weights);
        let changes = self.changes(&loaded.frame, &mut sample)?;
        self.add_design(&loaded.frame, &changes, &mut sample)?;
        sample.landmark = self.landmark;
        sample.before_landmark = before_landmark;
        sample.censored_codes = loaded.events.censored_codes;
        sample.notes = notes(&loaded.frame).collect();
        Ok(sample)
    }

    /// The columns of the file that the terms read.
    fn columns_of_terms(&self) -> Vec<&str> {
        let made = |name: &str| self.time_dependent.iter().any(|one| one.name == name);
        self.covariates.iter().flat_map(ModelTerm::columns).filter(|name| !made(name)).collect()
    }

    /// Splits the rows where a covariate changes.
    fn changes(&self, frame: &Frame, sample: &mut Sample) -> Result<Vec<Change>, PlainError> {
        let mut changes = Vec::new();
        for one in &self.time_dependent {
            changes.push(one.days(column(frame, &one.column)).map_err(|error| self.refusal(error))?);
        }
        Ok(split(sample, &changes))
    }

    fn add_design(&self, frame: &Frame, changes: &[Change], sample: &mut Sample) -> Result<(), PlainError> {
        let mut terms = self.covariates.clone();
        for one in &self.time_dependent {
            if !terms.iter().any(|term| term.columns().any(|column| column == one.name)) {
                terms.push(one.term());
            }
        }
        let (specs, products) = resolve(&terms)?;
        let mut variables = Vec::new();
        for spec in &specs {
            let made = self.time_dependent.iter().position(|one| one.name == spec.column);
            let (variable, cells) = match made {
                Some(place) => {
                    self.time_dependent[place].check(spec)?;
                    (Variable::made(&spec.column), Cells::Numbers(changes[place].clone()))
                }
                None => Variable::read(spec, column(frame, &spec.column), &sample.source)?,
            };
            variables.push(variable);
            sample.cells.push(cells);
        }
        sample.formula = Formula::new(variables, &products);
        sample.design = sample.formula.design(&sample.cells);
        sample.design.check_names()
    }

    /// Reads the named columns of the file.
    pub(super) fn read(&self) -> Result<Frame, PlainError> {
        let mut wanted: Vec<&str> = vec![&self.time, &self.event];
        let optional = [&self.entry, &self.weight, &self.id, &self.cluster];
        wanted.extend(optional.into_iter().flatten().chain(&self.strata).map(String::as_str));
        wanted.extend(self.columns_of_terms());
        wanted.extend(self.time_dependent.iter().map(|one| one.column.as_str()));
        let numbers = [Some(&self.time), self.entry.as_ref(), self.weight.as_ref()];
        let days = self.time_dependent.iter().map(|one| &one.column);
        let numbers = numbers.into_iter().flatten().chain(days).cloned().collect();
        read_only(&self.path, &wanted, numbers, &self.only)
    }

    fn load(&self, frame: Frame) -> Result<Loaded, PlainError> {
        let events = self
            .codes
            .apply(&self.event, column(&frame, &self.event), &self.help)
            .map_err(|source| PlainError::Events { file: self.path.display().to_string(), source })?;
        let factor = |name: &String| Factor::of(name, column(&frame, name));
        Ok(Loaded {
            events,
            strata: self.strata.iter().map(factor).collect(),
            id: self.id.as_ref().map(factor),
            cluster: self.cluster.as_ref().map(factor),
            frame,
        })
    }

    /// The case weights of all rows: none where there is no column.
    fn weights(&self, frame: &Frame, keep: &[bool]) -> Result<Vec<f64>, ReduceError> {
        let Some(name) = &self.weight else { return Ok(Vec::new()) };
        let values = numbers((name, column(frame, name)))?;
        let bad = |row: &usize| keep[*row] && !(values[*row] >= 0.0 && values[*row].is_finite());
        match (0..values.len()).find(bad) {
            Some(row) => Err(ReduceError::Row {
                row: row + 1,
                column: name.clone(),
                message: format!("the weight {} in {name} is not a number of 0 or more", values[row]),
            }),
            None => Ok(values),
        }
    }

    pub(super) fn refusal(&self, error: ReduceError) -> PlainError {
        let error = error.at(|row| place_in_file(&self.path, &self.only, row));
        refusal(&self.path, &self.path.display().to_string(), error)
    }

    /// What a model refuses, at its place in the file.
    pub(super) fn model_refusal(&self, sample: &Sample, error: CoxDataError) -> PlainError {
        let at = |row: usize, column: &str| ReduceError::Row {
            row: sample.source.get(row).map_or(0, |row| row + 1),
            column: column.to_owned(),
            message: error.to_string().split_once(": ").map_or_else(String::new, |(_, what)| what.to_owned()),
        };
        let refused = match &error {
            CoxDataError::NotFinite { row, column } => {
                // A term of a category is never infinite, so the name is that of a column.
                at(*row, column)
            }
            CoxDataError::EmptyInterval { row } => at(*row, &self.time),
            CoxDataError::NegativeWeight { row } => at(*row, self.weight.as_deref().unwrap_or_default()),
            CoxDataError::Length { .. } | CoxDataError::Empty => error.into(),
        };
        self.refusal(refused)
    }
}

fn gather(loaded: &Loaded, rows: &Rows<'_>, weights: &[f64]) -> Sample {
    let source: Vec<usize> = (0..rows.keep().len()).filter(|row| rows.keep()[*row]).collect();
    let codes = |factor: &Factor| source.iter().map(|row| factor.codes[*row]).collect::<Vec<u32>>();
    let crossing = Crossing::new(&loaded.strata, rows.keep());
    let strata: Vec<u32> = source.iter().map(|row| crossing.index[*row]).collect();
    let mut groups: Vec<(Arc<Group>, f64)> = crossing.groups.into_iter().map(|group| (group, 0.0)).collect();
    for (row, stratum) in source.iter().zip(&strata) {
        let last = &mut groups[*stratum as usize].1;
        *last = last.max(rows.exit(*row));
    }
    let strata = if loaded.strata.is_empty() { Vec::new() } else { strata };
    let weights = if weights.is_empty() { Vec::new() } else { source.iter().map(|r| weights[*r]).collect() };
    Sample {
        entry: source.iter().map(|row| rows.entry(*row)).collect(),
        exit: source.iter().map(|row| rows.exit(*row)).collect(),
        event: source.iter().map(|row| loaded.events.codes[*row]).collect(),
        weights,
        strata,
        id: loaded.id.as_ref().map(codes),
        cluster: loaded.cluster.as_ref().map(codes),
        excluded: rows.excluded,
        groups,
        source,
        ..Sample::default()
    }
}

impl Sample {
    /// How many rows were left out.
    pub(super) fn left_out(&self) -> Excluded {
        Excluded { missing: self.excluded, before_landmark: self.before_landmark }
    }

    /// What everybody should know about the rows, a sentence each.
    pub(super) fn warnings(&self, event: &str) -> Vec<String> {
        let mut warnings = self.notes.clone();
        if self.excluded > 0 {
            warnings
                .push(format!("{} rows with a missing value in a named column were left out", self.excluded));
        }
        warnings.extend(self.landmark.warning(self.left_out()));
        if !self.censored_codes.is_empty() {
            warnings.push(format!(
                "the codes {} of {event} were taken as censoring (cause-specific)",
                self.censored_codes.join(", ")
            ));
        }
        for name in self.formula.constant() {
            warnings.push(format!("{name} has one level only in the rows used"));
        }
        warnings
    }
}
