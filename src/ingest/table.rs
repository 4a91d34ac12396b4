//! Canonical tables from delivered files.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use arrow::array::{Array, AsArray};
use arrow::datatypes::Int32Type;

use super::delimited::Delimiter;
use super::error::{IngestError, Problem, Problems};
use super::rows::{self, ColumnPlan, Plan, TableRows, Unnamed};
use crate::domain::Table;

/// How the files of a canonical table are read.
#[derive(Debug, Clone, Default)]
pub struct TableOptions {
    /// Canonical name -> name in the delivered files, where they differ.
    pub rename: BTreeMap<String, String>,
    /// What a missing value is written as, besides an empty cell.
    pub missing: Vec<String>,
    /// Share of rows that may be rejected before the delivery is refused; 0 unless set.
    pub threshold: f64,
    /// The character between cells of a CSV.
    pub delimiter: Delimiter,
    /// The directory of the study; files are named relative to it.
    pub root: PathBuf,
}

/// Reads the files of a canonical table, `.csv` or `.parquet`.
///
/// The header must name every required column and no unknown one. Optional columns that no file
/// has are there, and missing throughout.
///
/// # Errors
/// [`IngestError::Refused`] with every problem, if a file is not well formed, a header is wrong, or
/// more rows are bad than the threshold allows; [`IngestError::NoRows`] if a table with one row a
/// subject has none; [`IngestError::Options`] if a renamed column is not of the table.
pub fn read_table(
    table: &Table,
    files: &[PathBuf],
    options: &TableOptions,
) -> Result<TableRows, IngestError> {
    for name in options.rename.keys() {
        if table.column(name).is_none() {
            let message = format!("{} has no column {name}, so it cannot be renamed", table.name);
            return Err(IngestError::Options { message });
        }
    }
    let columns = table
        .columns
        .iter()
        .map(|column| {
            let renamed = options.rename.get(column.name);
            ColumnPlan {
                delivered: renamed.cloned().unwrap_or_else(|| column.name.to_owned()),
                stored: column.name.to_owned(),
                rule: column.kind.into(),
                filled: column.required,
                present: column.required || renamed.is_some(),
                recode: BTreeMap::new(),
            }
        })
        .collect();
    let place = |key: &&str| table.columns.iter().position(|column| column.name == *key);
    let rows = rows::read(
        files,
        &Plan {
            table: table.name.to_owned(),
            columns,
            key: table.key.iter().filter_map(place).collect(),
            unnamed: Unnamed::Refused,
            missing: options.missing.clone(),
            threshold: options.threshold,
            delimiter: options.delimiter,
            root: options.root.clone(),
        },
    )?;
    if rows.counts.rows_in == 0 && table.key == ["subject_id"] {
        return Err(IngestError::NoRows { file: names(files, &options.root) });
    }
    Ok(rows)
}

fn names(files: &[PathBuf], root: &Path) -> String {
    let names: Vec<String> =
        files.iter().map(|file| file.strip_prefix(root).unwrap_or(file).display().to_string()).collect();
    names.join(", ")
}

/// The rows of a table whose subject is not among the patients (`unknown-subject`).
pub fn unknown_subjects(patients: &TableRows, table: &TableRows) -> Problems {
    let known: BTreeSet<&str> = subjects(patients).into_iter().flatten().collect();
    let mut problems = Problems::default();
    for (subject, origin) in subjects(table).into_iter().zip(&table.origins) {
        if subject.is_some_and(|subject| known.contains(subject)) {
            continue;
        }
        problems.add(|| {
            let file = table.sources.get(origin.source as usize).map_or("", |source| &source.path);
            let mut problem = Problem::of_file(file, "unknown-subject", "the subject is not in patients")
                .with_field("subject_id");
            problem.line = Some(origin.line as usize);
            problem
        });
    }
    problems.sort();
    problems
}

/// The subject of each row.
fn subjects(table: &TableRows) -> Vec<Option<&str>> {
    let Some(column) = table.batch.column_by_name("subject_id") else { return Vec::new() };
    let Some(dictionary) = column.as_dictionary_opt::<Int32Type>() else { return Vec::new() };
    let Some(texts) = dictionary.values().as_string_opt::<i32>() else { return Vec::new() };
    let text =
        |key: i32| usize::try_from(key).ok().filter(|&key| key < texts.len()).map(|key| texts.value(key));
    dictionary.keys().iter().map(|key| key.and_then(text)).collect()
}

#[cfg(test)]
mod tests;
