//! Typed columns of any delivered file: CSV, Parquet, SAS XPORT, Dataset-JSON.
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
//! are dates and times. What XPORT and Dataset-JSON hold is said in [`super::xport`] and
//! [`super::dataset_json`]; numbers that are all whole are [`ColumnData::Integer`] there too, and
//! what the file says of a column besides (its label, that it holds dates) stands in [`Detail`].

pub(crate) mod growing;
mod infer;
mod parquet;
pub(crate) mod select;

use std::collections::BTreeMap;
use std::path::Path;

use super::delimited::{Limits, Options, Purpose, Sheet, Take};
use super::error::{IngestError, Note, Problem};
use super::intern::Interner;
use super::kind::{FileKind, Format, split_member};
use super::number::NotANumber;
use super::packing::Input;
use super::{dataset_json, xport};
use crate::study::TextFormat;

/// The code of a missing text.
pub const MISSING: u32 = u32::MAX;

/// Columns of equal length.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Number of rows; at least one.
    pub rows: usize,
    /// Name and values, in the order in which they were asked for.
    pub columns: Vec<(String, ColumnData)>,
    /// What the file says of a column besides its values, by name; for the columns of XPORT and
    /// Dataset-JSON that were taken.
    pub details: BTreeMap<String, Detail>,
    /// Where the first row stands: its line, or 1 where rows have no lines of their own.
    pub first_line: usize,
    /// What was accepted and should be known.
    pub notes: Vec<Note>,
}

/// What a file says of a column besides its values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Detail {
    /// Its label; none if blank.
    pub label: Option<String>,
    /// That its values are moments of the calendar.
    pub temporal: Option<Temporal>,
}

/// A moment of the calendar, told by the SAS format or the Dataset-JSON data type of a column.
///
/// A number is days (dates) or seconds (the others) from 1960-01-01T00:00:00, or seconds from midnight
/// (times of day); a text is ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Temporal {
    /// A date, such as `DATE9.` or `E8601DA.` shows.
    Date,
    /// A date with a time of day, such as `DATETIME20.`
    DateTime,
    /// A time of day, such as `TIME8.`
    Time,
}

impl Temporal {
    /// In words, plural.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "dates",
            Self::DateTime => "dates with times of day",
            Self::Time => "times of day",
        }
    }
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
    /// What is too much.
    pub limits: Limits,
    /// At most so many threads decode Parquet. The result does not depend on it.
    pub threads: usize,
    /// Whether the text at fault may be shown.
    pub purpose: Purpose,
    /// What the file is called in messages, if not by its path.
    pub name: Option<String>,
    /// Which data set of an XPORT file with several; a path `FILE.xpt#NAME` says so too.
    pub member: Option<String>,
    /// How CSV and XPORT are written.
    pub text: TextFormat,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            numbers: Vec::new(),
            missing: vec![String::new(), "NA".to_owned()],
            limits: Limits::default(),
            threads: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            purpose: Purpose::Plain,
            name: None,
            member: None,
            text: TextFormat::default(),
        }
    }
}

impl Frame {
    /// Reads the wanted columns of a file.
    ///
    /// # Errors
    /// [`IngestError::NoColumn`] if a wanted column is not there, [`IngestError::NoRows`] if there
    /// is nothing below the header, and whatever is wrong with the file.
    pub fn read(path: &Path, wanted: &[&str], options: &ReadOptions) -> Result<Self, IngestError> {
        let frame = Self::of_file(path, Some(wanted), options)?;
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
        Self::of_file(path, None, options)
    }

    fn of_file(path: &Path, wanted: Option<&[&str]>, options: &ReadOptions) -> Result<Self, IngestError> {
        if let (file, Some(member)) = split_member(path) {
            let name = options.name.clone().unwrap_or_else(|| path.display().to_string());
            let options = ReadOptions { name: Some(name), member: Some(member), ..options.clone() };
            return Self::of_file(&file, wanted, &options);
        }
        let kind = FileKind::of(path)?;
        let file = options.name.clone().unwrap_or_else(|| path.display().to_string());
        match kind.format {
            Format::Csv => {
                let take = wanted.map_or(Take::All, Take::Named);
                let sheet = Sheet::read(path, take, &options.delimited())?;
                let all: Vec<&str> = sheet.header().iter().map(String::as_str).collect();
                infer::columns(&sheet, &select::distinct(wanted.unwrap_or(&all)), options)
            }
            Format::Parquet => parquet::read(path, wanted, options),
            format => {
                let input = Input::of_path(file, path, kind.packing, options.limits.bytes);
                Self::of_input(&input, format, wanted, options)
            }
        }
    }

    /// The columns of rows that are in memory, as [`Frame::read_all`] would give them from the store.
    ///
    /// # Errors
    /// [`IngestError::Damaged`] for columns of a type that no table has.
    pub fn of_batch(name: &str, batch: &arrow::record_batch::RecordBatch) -> Result<Self, IngestError> {
        parquet::of_batch(name, batch)
    }

    /// Reads every column of a transport file whose bytes are there already.
    ///
    /// # Errors
    /// Whatever is wrong with the file.
    pub(crate) fn of_bytes(
        bytes: &[u8],
        (file, kind): (String, FileKind),
        options: &ReadOptions,
    ) -> Result<Self, IngestError> {
        let input = Input::of_bytes(file, bytes, kind.packing, options.limits.bytes);
        Self::of_input(&input, kind.format, None, options)
    }

    fn of_input(
        input: &Input<'_>,
        format: Format,
        wanted: Option<&[&str]>,
        options: &ReadOptions,
    ) -> Result<Self, IngestError> {
        match format {
            Format::Xport => xport::read(input, wanted, options),
            Format::DatasetJson => dataset_json::read_document(input, wanted, options),
            Format::DatasetNdjson => dataset_json::read_lines(input, wanted, options),
            Format::Csv | Format::Parquet => {
                Err(IngestError::UnknownFormat { file: input.file().to_owned() })
            }
        }
    }

    /// What the file says of a column besides its values.
    pub fn detail(&self, name: &str) -> Detail {
        self.details.get(name).cloned().unwrap_or_default()
    }

    /// The values of a column.
    pub fn column(&self, name: &str) -> Option<&ColumnData> {
        self.columns.iter().find(|(column, _)| column == name).map(|(_, values)| values)
    }
}

impl ReadOptions {
    fn delimited(&self) -> Options {
        Options { text: self.text, purpose: self.purpose, limits: self.limits }
    }
}

/// A text column from codes in the order of their coming.
fn text_column(mut codes: Vec<u32>, interner: Interner) -> ColumnData {
    let (levels, place) = interner.into_sorted();
    for code in &mut codes {
        *code = place.get(*code as usize).copied().unwrap_or(MISSING);
    }
    ColumnData::Text { codes, levels }
}

/// Refuses columns that have to be numbers and, by the type that the file gives them, are not.
pub(crate) fn check_numbers(
    file: &str,
    columns: &[(String, ColumnData)],
    options: &ReadOptions,
) -> Result<(), IngestError> {
    let mut problems = super::error::Problems::default();
    for (name, column) in columns.iter().filter(|(name, _)| options.numbers.contains(name)) {
        if matches!(column, ColumnData::Text { .. } | ColumnData::Boolean { .. }) {
            let message = format!("the column holds {}, not numbers", column.type_name());
            let problem = Problem::of_file(file, NotANumber::Text.rule(), message);
            problems.add(|| problem.with_field(name));
        }
    }
    problems.into_result()
}

/// Which rows are there; none if all are.
fn validity(valid: Vec<bool>) -> Option<Vec<bool>> {
    if valid.iter().all(|&there| there) { None } else { Some(valid) }
}

#[cfg(test)]
mod tests;
