//! Canonical tables from delivered files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::delimited::Delimiter;
use super::error::IngestError;
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

/// Reads the files of a canonical table, in any format that is read (docs/contract.md).
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

#[cfg(test)]
mod tests;
