//! Typed columns of any `.csv` or `.parquet` file, for estimates on a plain file.
//!
//! Only the columns that are asked for are typed or decoded. In a CSV the type follows from all
//! cells of the column that are not missing:
//!
//! - all whole numbers: [`ColumnData::Integer`]; all numbers: [`ColumnData::Real`] (spaces around a
//!   number are passed over);
//! - all `true` or `false`, in lower, upper or title case: [`ColumnData::Boolean`];
//! - anything else: [`ColumnData::Text`], as it stands. A single number with leading zeros
//!   (`0012`) makes the whole column text, because it is an identifier.
//! - A column of numbers in which some cell is `NaN`, `Inf`, `1e400`, `1,5` or a whole number
//!   beyond 64 bits is refused, not turned into text.
//!
//! Empty cells and `NA` are missing; a column without any value is an [`ColumnData::Integer`]
//! column of missing values. In Parquet a null is missing, NaN and infinities are refused, and so
//! are dates and times.

mod infer;
mod parquet;

use std::path::Path;

use super::delimited::{Delimiter, Limits, Options, Purpose, Sheet, Take};
use super::error::{IngestError, Note};

/// The code of a missing text.
pub const MISSING: u32 = u32::MAX;

/// Columns of equal length.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Number of rows; at least one.
    pub rows: usize,
    /// Name and values, in the order in which they were asked for.
    pub columns: Vec<(String, ColumnData)>,
    /// What was accepted and should be known.
    pub notes: Vec<Note>,
}

/// The values of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum ColumnData {
    /// Text.
    Text {
        /// For each row the place of its text in `levels`, or [`MISSING`].
        codes: Vec<u32>,
        /// The distinct texts, sorted by code point.
        levels: Vec<String>,
    },
    /// Whole numbers.
    Integer {
        /// The numbers; 0 where missing.
        values: Vec<i64>,
        /// Which are there; none if all are.
        valid: Option<Vec<bool>>,
    },
    /// Finite numbers.
    Real {
        /// The numbers; 0 where missing.
        values: Vec<f64>,
        /// Which are there; none if all are.
        valid: Option<Vec<bool>>,
    },
    /// True or false.
    Boolean {
        /// The values; false where missing.
        values: Vec<bool>,
        /// Which are there; none if all are.
        valid: Option<Vec<bool>>,
    },
}

impl ColumnData {
    /// Number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Text { codes, .. } => codes.len(),
            Self::Integer { values, .. } => values.len(),
            Self::Real { values, .. } => values.len(),
            Self::Boolean { values, .. } => values.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the value of this row is missing.
    pub fn is_missing(&self, row: usize) -> bool {
        match self {
            Self::Text { codes, .. } => codes[row] == MISSING,
            Self::Integer { valid, .. } | Self::Real { valid, .. } | Self::Boolean { valid, .. } => {
                valid.as_ref().is_some_and(|valid| !valid[row])
            }
        }
    }

    /// The value of this row as a number; none if it is missing or not a number.
    pub fn number(&self, row: usize) -> Option<f64> {
        match self {
            _ if self.is_missing(row) => None,
            Self::Integer { values, .. } => Some(values[row] as f64),
            Self::Real { values, .. } => Some(values[row]),
            Self::Text { .. } | Self::Boolean { .. } => None,
        }
    }

    /// The value of this row as text: a whole number without decimals, any other number in the
    /// shortest form that reads back the same; none if missing.
    pub fn label(&self, row: usize) -> Option<String> {
        match self {
            _ if self.is_missing(row) => None,
            Self::Text { codes, levels } => levels.get(codes[row] as usize).cloned(),
            Self::Integer { values, .. } => Some(values[row].to_string()),
            Self::Real { values, .. } => Some(values[row].to_string()),
            Self::Boolean { values, .. } => Some(values[row].to_string()),
        }
    }

    /// The type, in a word.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Integer { .. } => "whole numbers",
            Self::Real { .. } => "numbers",
            Self::Boolean { .. } => "true/false",
        }
    }
}

/// How to read a plain file.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// Columns that have to be numbers: every cell that is none is a problem with its line.
    pub numbers: Vec<String>,
    /// What a missing value is written as, in CSV.
    pub missing: Vec<String>,
    /// The character between cells, in CSV.
    pub delimiter: Delimiter,
    /// What is too much.
    pub limits: Limits,
    /// At most so many threads decode Parquet. The result does not depend on it.
    pub threads: usize,
    /// Whether the text at fault may be shown.
    pub purpose: Purpose,
    /// What the file is called in messages, if not by its path.
    pub name: Option<String>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            numbers: Vec::new(),
            missing: vec![String::new(), "NA".to_owned()],
            delimiter: Delimiter::Comma,
            limits: Limits::default(),
            threads: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            purpose: Purpose::Plain,
            name: None,
        }
    }
}

/// What a file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Parquet,
}

pub(crate) fn format_of(path: &Path) -> Result<Format, IngestError> {
    let is = |extension: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension));
    // A packed CSV goes to the CSV reader, which says what to do.
    let is_packed_csv =
        is("gz") && Path::new(path.file_stem().unwrap_or_default()).extension() == Some("csv".as_ref());
    if is("csv") || is_packed_csv {
        Ok(Format::Csv)
    } else if is("parquet") {
        Ok(Format::Parquet)
    } else {
        Err(IngestError::UnknownFormat { file: path.display().to_string() })
    }
}

impl Frame {
    /// Reads the wanted columns of a file.
    ///
    /// # Errors
    /// [`IngestError::NoColumn`] if a wanted column is not there, [`IngestError::NoRows`] if there
    /// is nothing below the header, and whatever is wrong with the file.
    pub fn read(path: &Path, wanted: &[&str], options: &ReadOptions) -> Result<Self, IngestError> {
        let frame = match format_of(path)? {
            Format::Csv => Self::read_csv(path, wanted, options),
            Format::Parquet => parquet::read(path, Some(wanted), options),
        }?;
        if frame.rows == 0 {
            return Err(IngestError::NoRows { file: path.display().to_string() });
        }
        Ok(frame)
    }

    /// Reads every column of a file, which may have no rows.
    ///
    /// # Errors
    /// Whatever is wrong with the file.
    pub fn read_all(path: &Path, options: &ReadOptions) -> Result<Self, IngestError> {
        match format_of(path)? {
            Format::Csv => {
                let sheet = Sheet::read(path, Take::All, &options.delimited())?;
                let names: Vec<&str> = sheet.header().iter().map(String::as_str).collect();
                infer::columns(&sheet, &names, options)
            }
            Format::Parquet => parquet::read(path, None, options),
        }
    }

    /// The columns of rows that are in memory, as [`Frame::read_all`] would give them from the store.
    ///
    /// # Errors
    /// [`IngestError::Damaged`] for columns of a type that no table has.
    pub fn of_batch(name: &str, batch: &arrow::record_batch::RecordBatch) -> Result<Self, IngestError> {
        parquet::of_batch(name, batch)
    }

    /// The values of a column.
    pub fn column(&self, name: &str) -> Option<&ColumnData> {
        self.columns.iter().find(|(column, _)| column == name).map(|(_, values)| values)
    }

    fn read_csv(path: &Path, wanted: &[&str], options: &ReadOptions) -> Result<Self, IngestError> {
        let wanted = distinct(wanted);
        let sheet = Sheet::read(path, Take::Named(&wanted), &options.delimited())?;
        infer::columns(&sheet, &wanted, options)
    }
}

impl ReadOptions {
    fn delimited(&self) -> Options {
        Options { delimiter: self.delimiter, purpose: self.purpose, limits: self.limits }
    }
}

/// Each name once, in the order of its first mention.
fn distinct<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut seen = std::collections::BTreeSet::new();
    names.iter().copied().filter(|name| seen.insert(*name)).collect()
}

/// Which rows are there; none if all are.
fn validity(valid: Vec<bool>) -> Option<Vec<bool>> {
    if valid.iter().all(|&there| there) { None } else { Some(valid) }
}

#[cfg(test)]
mod tests;
