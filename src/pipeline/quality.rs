//! The consistency checks of a study, over the store or over files that were only read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::PipelineError;
use crate::analysis::ard::Row;
use crate::analysis::bookkeeping::{ACCEPTED, door_rows};
use crate::cohort::{Cohort, CohortError, FlowStep};
use crate::ingest::TableRows;
use crate::ingest::frame::{Frame, ReadOptions};
use crate::quality::{Crossing, Material, Quality, SetAside, examine};
use crate::store::Store;
use crate::study::Study;

/// Examines the tables of a generation.
pub(super) fn of_store(
    study: &Study,
    store: &Store,
    paths: &BTreeMap<String, PathBuf>,
    cohort: &Cohort,
) -> Result<Quality, PipelineError> {
    let mut tables = BTreeMap::new();
    for (table, path) in paths {
        tables.insert(table.clone(), read(table, path)?);
    }
    let mut set_aside = Vec::new();
    for table in store.tables() {
        set_aside.extend(rejects(store, table)?);
    }
    let mut quality = examine(&Material { study, tables, cohort: Some(cohort), set_aside })?;
    for table in quality.tables_with_findings() {
        let lineage = read(&table, &store.lineage_path_verified(&table)?)?;
        let (files, lines) = (lineage.column("file"), lineage.column("line"));
        quality.locate(&table, |row| {
            let line = lines?.label(row)?.parse().ok()?;
            Some((files?.label(row)?, line))
        });
    }
    Ok(quality)
}

/// Examines tables that were read and are not stored; what needs the cohort is not checked.
pub(super) fn of_rows(study: &Study, read: &[TableRows]) -> Result<Quality, PipelineError> {
    let mut tables = BTreeMap::new();
    let mut set_aside = Vec::new();
    for table in read {
        let frame =
            Frame::of_batch(&table.name, &table.batch).map_err(|source| unreadable(&table.name, source))?;
        tables.insert(table.name.clone(), frame);
        set_aside.extend(table.rejects.iter().map(|reject| {
            let rules: Vec<String> =
                reject.rules.iter().map(|(rule, field)| format!("{rule} ({field})")).collect();
            let (table, file) = (table.name.clone(), reject.file.clone());
            SetAside { table, file, line: reject.line, rules: rules.join("; ") }
        }));
    }
    let mut quality = examine(&Material { study, tables, cohort: None, set_aside })?;
    for table in read {
        quality.locate(&table.name, |row| {
            let (file, line) = table.place(row);
            Some((file.to_owned(), line))
        });
    }
    Ok(quality)
}

fn read(table: &str, path: &Path) -> Result<Frame, PipelineError> {
    Frame::read_all(path, &ReadOptions::default()).map_err(|source| unreadable(table, source))
}

fn unreadable(table: &str, source: crate::ingest::IngestError) -> PipelineError {
    CohortError::Unreadable { table: table.to_owned(), source: Box::new(source) }.into()
}

/// The rows of a table that were set aside at the door: where they stood and what was wrong, not what they hold.
fn rejects(store: &Store, table: &str) -> Result<Vec<SetAside>, PipelineError> {
    let Some(path) = store.rejects_path_verified(table)? else { return Ok(Vec::new()) };
    let damaged =
        |error: csv::Error| PipelineError::Damaged { path: path.clone(), detail: error.to_string() };
    let mut rows = Vec::new();
    for record in csv::Reader::from_path(&path).map_err(damaged)?.into_records() {
        let record = record.map_err(damaged)?;
        let cell = |place: usize| record.get(place).unwrap_or_default().to_owned();
        rows.push(SetAside {
            table: table.to_owned(),
            file: cell(0),
            line: cell(1).parse().unwrap_or_default(),
            rules: cell(2).replace('(', " ("),
        });
    }
    Ok(rows)
}

/// Puts the rows of subjects that were set aside at the door into the flow of the cohort; the reasons as ARD rows.
pub(super) fn through_the_door(store: &Store, cohort: &mut Cohort) -> Result<Vec<Row>, PipelineError> {
    let table = if store.tables().contains(&"wide") { "wide" } else { "patients" };
    let rejects = rejects(store, table)?;
    let Some(first) = cohort.flow.first_mut().filter(|_| !rejects.is_empty()) else { return Ok(Vec::new()) };
    let accepted = first.remaining;
    first.remaining += rejects.len() as u64;
    cohort.flow.insert(
        1,
        FlowStep { step: ACCEPTED.to_owned(), excluded: rejects.len() as u64, remaining: accepted },
    );
    let mut reasons: BTreeMap<&str, u64> = BTreeMap::new();
    for row in &rejects {
        // A row may break several rules; the first one counts, so that the reasons add up.
        let rule = row.rules.split([' ', ';']).next().unwrap_or_default();
        *reasons.entry(rule).or_insert(0) += 1;
    }
    Ok(door_rows(&reasons))
}

/// What is told about limits that were crossed, a sentence each.
pub(super) fn sentences(crossings: &[Crossing]) -> Vec<String> {
    crossings.iter().map(|crossing| format!("quality gate crossed: {crossing}")).collect()
}
