//! Canonical tables from delivered files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cell::CellRule;
use super::error::IngestError;
use super::rows::{self, ColumnPlan, Plan, SourcePlan, TableRows, Unnamed, Words};
use super::screen::Screen;
use crate::domain::{Column, Table};
use crate::study::{MappedColumn, Mapping, Named, OtherColumns, TextFormat};

/// How the files of a canonical table are read.
#[derive(Debug, Clone, Default)]
pub struct TableOptions {
    /// Share of rows that may be rejected before the delivery is refused; 0 unless set.
    pub threshold: f64,
    /// How CSV and XPORT are written.
    pub text: TextFormat,
    /// The directory of the study; files are named relative to it.
    pub root: PathBuf,
    /// How the files are screened before anything is kept; none: not at all.
    pub screen: Option<Arc<Screen>>,
}

/// Files that are laid out alike, and how their rows become rows of the table.
#[derive(Debug, Clone, Default)]
pub struct TableSource {
    /// The files.
    pub files: Vec<PathBuf>,
    /// What is called or coded differently there.
    pub mapping: Mapping,
}

/// Reads the files of a canonical table, in any format that is read (docs/contract.md).
///
/// The header must name every required column and, unless a profile says which columns matter, no unknown one.
/// Optional columns that no file has are there, and missing throughout.
///
/// # Errors
/// [`IngestError::Refused`] with every problem, if a file is not well formed, a header is wrong, or
/// more rows are bad than the threshold allows; [`IngestError::NoRows`] if a table with one row a
/// subject has none; [`IngestError::Options`] if a mapped column is not of the table.
pub fn read_table(
    table: &Table,
    sources: &[TableSource],
    options: &TableOptions,
) -> Result<TableRows, IngestError> {
    for name in sources.iter().flat_map(|source| source.mapping.columns.keys()) {
        if table.column(name).is_none() {
            let message = format!("{} has no column {name}, so it cannot be mapped", table.name);
            return Err(IngestError::Options { message });
        }
    }
    let place = |key: &&str| table.columns.iter().position(|column| column.name == *key);
    let rows = rows::read(&Plan {
        table: table.name.to_owned(),
        key: table.key.iter().filter_map(place).collect(),
        threshold: options.threshold,
        text: options.text,
        root: options.root.clone(),
        screen: options.screen.clone(),
        sources: sources.iter().map(|source| planned(table, source)).collect(),
    })?;
    if rows.counts.rows_in == 0 && table.key == ["subject_id"] {
        let files = sources.iter().flat_map(|source| &source.files);
        return Err(IngestError::NoRows { file: names(files, &options.root) });
    }
    Ok(rows)
}

fn planned(table: &Table, source: &TableSource) -> SourcePlan {
    let mapping = &source.mapping;
    let columns =
        table.columns.iter().map(|column| column_plan(column, mapping.columns.get(column.name))).collect();
    let plain = mapping.columns.is_empty() && mapping.others == OtherColumns::Refused;
    SourcePlan {
        files: source.files.clone(),
        columns,
        unnamed: match mapping.others {
            OtherColumns::Refused => Unnamed::Refused,
            OtherColumns::NotTaken => Unnamed::NotTaken,
        },
        missing: mapping.missing.clone(),
        condition: mapping.condition.clone(),
        expect: mapping.expect.clone(),
        words: if plain { Words::Plain } else { Words::Codes(mapping.key.clone()) },
        assumed: mapping.assumed.clone(),
    }
}

fn column_plan(column: &Column, mapped: Option<&MappedColumn>) -> ColumnPlan {
    let mut plan = ColumnPlan::new(column.name, CellRule::from(column.kind));
    plan.label = Some(column.about.to_owned());
    plan.filled = column.required;
    plan.present = column.required;
    let Some(mapped) = mapped else { return plan };
    if let Some(delivered) = &mapped.delivered {
        delivered.name().clone_into(&mut plan.delivered);
        plan.present |= matches!(delivered, Named::ByStudy(_));
        plan.by_study = matches!(delivered, Named::ByStudy(_));
    }
    plan.present &= mapped.constant.is_none();
    plan.constant.clone_from(&mapped.constant);
    plan.recode.clone_from(&mapped.codes);
    plan.in_parentheses.clone_from(&mapped.in_parentheses);
    plan.days = mapped.days;
    plan
}

fn names<'a>(files: impl Iterator<Item = &'a PathBuf>, root: &Path) -> String {
    let names: Vec<String> =
        files.map(|file| file.strip_prefix(root).unwrap_or(file).display().to_string()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests;
