//! Checked rows of a study's files: what canonical tables and registry extracts share.
//!
//! - A file that is not well formed, or whose header is not right, refuses the delivery.
//! - A row with a bad cell is rejected and kept apart. If the share of rejected rows is above the
//!   threshold (0 unless the study says otherwise), the delivery is refused with every problem.
//! - A file that is delivered twice (the same bytes) is read once. A keyed row that comes again,
//!   the same in every cell, in another file is dropped and counted. Rows that share a key and
//!   are not the same, or stand in one file, are all rejected (`duplicate-key`).
//! - A delivered code that the code map of its column does not name is refused with its count; a row whose code is
//!   mapped to `drop`, or that does not fulfil the condition of its input, is left out and counted.
//! - Rows are sorted by the key, then by all columns, so that the result does not depend on the
//!   order in which files arrive.

mod cells;
mod codes;
mod column;
mod condition;
mod delivered;
mod duplicates;
mod header;
mod persons;
mod read;
mod reject;
mod subjects;

use std::collections::BTreeSet;

use arrow::record_batch::RecordBatch;

use super::cell::CellRule;
use super::error::{Note, Problems};
use super::screen::{Mode, Screen};
use crate::study::profile::AssumedDataset;
use crate::study::{DayCount, Expression, TextFormat};
pub(crate) use cells::in_parentheses;
pub(crate) use read::read;
pub use reject::Reject;
pub use subjects::{only_known_subjects, unknown_subjects};

/// A delivered file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path below the study, with `/`.
    pub path: String,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
    /// Rows below the header.
    pub rows: usize,
}

/// Where a row came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Place of the file in [`TableRows::sources`].
    pub source: u32,
    /// Line on which the row begins, or its number in a file without lines.
    pub line: u32,
}

/// What became of the rows. `rows_in = accepted + rejected + duplicates + left_out`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Files that were read.
    pub files: usize,
    /// Files that were passed over because another had the same bytes.
    pub duplicate_files: usize,
    /// Rows below the headers of the files that were read.
    pub rows_in: usize,
    /// Rows in the table.
    pub accepted: usize,
    /// Rows with something wrong.
    pub rejected: usize,
    /// Rows that were the same as an accepted one of another file.
    pub duplicates: usize,
    /// Rows that the study leaves out: by the condition of the input, or by a code mapped to `drop`.
    pub left_out: usize,
}

/// The rows of a table.
#[derive(Debug, Clone)]
pub struct TableRows {
    /// Name of the table.
    pub name: String,
    /// The rows: text as dictionaries, days as 32-bit whole numbers.
    pub batch: RecordBatch,
    /// Where each row came from.
    pub origins: Vec<Origin>,
    /// The files, each once, sorted by path.
    pub sources: Vec<SourceFile>,
    /// The rows that were left out.
    pub rejects: Vec<Reject>,
    /// What is wrong with them.
    pub problems: Problems,
    /// What was accepted and should be known.
    pub notes: Vec<Note>,
    /// What became of the rows.
    pub counts: Counts,
    /// Delivered columns that were not taken (registry extracts and profiles).
    pub not_taken: Vec<String>,
    /// Delivered columns that the screen let in by name.
    pub allowed: BTreeSet<String>,
}

/// What to do with columns that nobody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unnamed {
    Refused,
    NotTaken,
}

/// One column: its name in the files and in the store, and the rule for its cells.
#[derive(Debug, Clone)]
pub(crate) struct ColumnPlan {
    pub(crate) delivered: String,
    pub(crate) stored: String,
    pub(crate) rule: CellRule,
    /// Every cell must be filled.
    pub(crate) filled: bool,
    /// The column must be there.
    pub(crate) present: bool,
    /// Delivered code -> stored text; if there are any, no other code is taken.
    pub(crate) recode: std::collections::BTreeMap<String, String>,
    /// What else the study says it holds, for the screen.
    pub(crate) label: Option<String>,
    /// The same text in every row, in place of a column.
    pub(crate) constant: Option<String>,
    /// Where the cell is empty: the text in the last parentheses of this delivered column.
    pub(crate) in_parentheses: Option<String>,
    /// How its days count.
    pub(crate) days: DayCount,
    /// Whether the study itself names the delivered column.
    pub(crate) by_study: bool,
}

impl ColumnPlan {
    /// A column that is called in the files as in the store, and may be empty or absent.
    pub(crate) fn new(name: &str, rule: CellRule) -> Self {
        Self {
            delivered: name.to_owned(),
            stored: name.to_owned(),
            rule,
            filled: false,
            present: false,
            recode: std::collections::BTreeMap::new(),
            label: None,
            constant: None,
            in_parentheses: None,
            days: DayCount::FromZero,
            by_study: false,
        }
    }
}

/// How to read a table.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) table: String,
    pub(crate) key: Vec<usize>,
    pub(crate) threshold: f64,
    /// How the bytes of CSV and XPORT stand for text.
    pub(crate) text: TextFormat,
    pub(crate) root: std::path::PathBuf,
    /// How the files are screened before anything is kept; none: not at all.
    pub(crate) screen: Option<std::sync::Arc<Screen>>,
    /// Where the rows come from; their columns are stored alike.
    pub(crate) sources: Vec<SourcePlan>,
}

impl Plan {
    /// Whether a column that nobody asked for is refused. What a profile does not name is passed over: it knows which
    /// columns of its standard matter.
    pub(crate) fn refuses(&self, source: &SourcePlan, name: &str) -> bool {
        let by_source = source.unnamed == Unnamed::Refused;
        match &self.screen {
            None => by_source,
            Some(screen) if screen.allows(&self.table, name) => false,
            Some(screen) => {
                screen.mode == Mode::Strict && (by_source || matches!(source.words, Words::Recode(_)))
            }
        }
    }
}

/// How to read files that are laid out alike.
#[derive(Debug, Clone)]
pub(crate) struct SourcePlan {
    pub(crate) files: Vec<std::path::PathBuf>,
    pub(crate) columns: Vec<ColumnPlan>,
    pub(crate) unnamed: Unnamed,
    pub(crate) missing: Vec<String>,
    /// Which rows are taken.
    pub(crate) condition: Option<Expression>,
    /// Delivered column -> the only values that it may hold, if it is there.
    pub(crate) expect: std::collections::BTreeMap<String, Vec<String>>,
    /// Where the study says what codes mean.
    pub(crate) words: Words,
    /// The data set of a standard that the files are taken for.
    pub(crate) assumed: Option<AssumedDataset>,
}

/// The words of the study that messages point to.
#[derive(Debug, Clone)]
pub(crate) enum Words {
    /// The table is delivered as it is; there are no code maps.
    Plain,
    /// `inputs.labs`: code maps stand under `codes`.
    Codes(String),
    /// `inputs.wide`: code maps stand under `recode` of a column.
    Recode(String),
}

/// Whether so many rejects are too many.
pub(crate) fn is_above(threshold: f64, counts: &Counts) -> bool {
    counts.rejected as f64 > threshold * counts.rows_in as f64
}
