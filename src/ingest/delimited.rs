//! One strict reader for comma-separated files (RFC 4180), used for everything that is delivered.
//!
//! The `csv` crate cannot be told to refuse stray and unterminated quotes, and by default it skips
//! blank lines, so a check before it would be a second parser that may disagree with it. There is one scanner
//! instead, which knows the place of every byte; where it accepts a file, the tests hold its cells
//! against those of the `csv` crate.
//!
//! What is refused, with line and column (the code of the rule in brackets):
//!
//! - not this format at all: UTF-16 or UTF-32 (`utf-16`), gzip (`gzip`) and other compressed files
//!   (`compressed`), spreadsheets (`spreadsheet`), Parquet under another name (`parquet`), nothing
//!   in it (`empty-file`), lines that end in CR alone (`cr-only`), a header separated by another
//!   character (`wrong-delimiter`);
//! - bytes: invalid UTF-8 (`invalid-utf8`) or, where another encoding is named, none of its text
//!   (`invalid-encoding`), NUL (`nul`), control characters other than a tab
//!   (`control-character`), a CR within a line (`stray-cr`);
//! - quotes: never closed (`unterminated-quote`), within an unquoted cell (`stray-quote`), followed
//!   by text (`text-after-quote`);
//! - shape: too few or too many cells (`ragged-short`, `ragged-long`), a blank line that is not at
//!   the end (`blank-line`), an end in the middle of a record (`cut-file`);
//! - header: a column twice (`duplicate-header`), without a name (`empty-header`);
//! - limits ([`Limits`]): `huge-field`, `too-many-columns`, `too-many-rows`.
//!
//! What is accepted, with a [`Note`]: a byte-order mark, CRLF and LF mixed, blank lines and a `^Z`
//! at the very end, a last line without an end. The last is refused in a study
//! ([`Purpose::Study`], `cut-file`), where it may be a number cut short; so is an empty first name
//! in the header, which R writes for row names and which a plain file may have. Lines may end in
//! CRLF, and quoted cells may hold line ends.

mod bytes;
mod fault;
mod header;
mod scan;

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::error::{IngestError, Note, Problem, Span};
use super::kind::{FileKind, Packing};
use super::packing::Input;
use crate::study::{TextEncoding, TextFormat};
pub(crate) use fault::Fault;

/// What the file is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    /// A study: no text of the data is ever repeated in a message, and the last line must end.
    Study,
    /// An estimate on a plain file of the user's own: messages show the text at fault.
    #[default]
    Plain,
}

/// What is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file (of a Parquet file: when decompressed). Text files end at 4 GiB in any case.
    pub bytes: u64,
    /// Columns.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// Bytes of a cell.
    pub field: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 3 << 30, columns: 2000, rows: 200_000_000, field: 1 << 20 }
    }
}

/// How to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// How the file is written.
    pub text: TextFormat,
    /// Study or plain file.
    pub purpose: Purpose,
    /// What is too much.
    pub limits: Limits,
}

/// Which columns to keep. All of them are checked.
#[derive(Debug, Clone, Copy)]
pub enum Take<'a> {
    /// Every column.
    All,
    /// Those of these names that are there.
    Named(&'a [&'a str]),
}

/// A cell: where its text stands.
#[derive(Debug, Clone, Copy)]
struct Cell {
    offset: u32,
    /// Length; the top bit says that doubled quotes stand in it.
    packed: u32,
}

const DOUBLED: u32 = 1 << 31;

#[derive(Debug, Clone, Copy)]
struct RowStart {
    offset: u32,
    line: u32,
}

/// The cells of a file in which nothing is wrong.
#[derive(Debug)]
pub struct Sheet {
    file: String,
    text: String,
    purpose: Purpose,
    header: Vec<String>,
    header_cells: Vec<header::HeaderCell>,
    taken: Vec<usize>,
    rows: Vec<RowStart>,
    cells: Vec<Cell>,
    notes: Vec<Note>,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// [`IngestError::Io`], [`IngestError::TooLarge`], or [`IngestError::Refused`] with everything
    /// that is wrong.
    pub fn read(path: &Path, take: Take<'_>, options: &Options) -> Result<Self, IngestError> {
        let file = path.display().to_string();
        let packing = FileKind::of(path).map_or(Packing::None, |kind| kind.packing);
        let bytes = Input::of_path(file.clone(), path, packing, options.limits.bytes).read_whole()?;
        Self::from_bytes(&file, bytes, take, options)
    }

    /// Reads what was read from a file, or would have been.
    ///
    /// # Errors
    /// As [`Sheet::read`].
    pub fn from_bytes(
        file: &str,
        bytes: Vec<u8>,
        take: Take<'_>,
        options: &Options,
    ) -> Result<Self, IngestError> {
        if bytes.len() >= u32::MAX as usize {
            let limit = u64::from(u32::MAX);
            return Err(IngestError::TooLarge { file: file.to_owned(), what: "the size in bytes", limit });
        }
        let bytes = decoded(file, bytes, options.text.encoding)?;
        let scanned = scan::scan(file, &bytes, take, options)?;
        let text = String::from_utf8(bytes).map_err(|_| IngestError::Damaged {
            file: file.to_owned(),
            format: "CSV",
            detail: "invalid UTF-8".to_owned(),
        })?;
        Ok(Self {
            file: file.to_owned(),
            text,
            purpose: options.purpose,
            header: scanned.header,
            header_cells: scanned.header_cells,
            taken: scanned.taken,
            rows: scanned.rows,
            cells: scanned.cells,
            notes: scanned.notes,
        })
    }

    /// The file, as it was named.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// All names in the header, in order.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The place of a column among those that were kept.
    pub fn slot(&self, name: &str) -> Option<usize> {
        self.taken.iter().position(|&index| self.header[index] == name)
    }

    /// Number of rows below the header.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// What was accepted and should be known.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The text of a cell; `slot` as [`Sheet::slot`] gives it.
    pub fn cell(&self, row: usize, slot: usize) -> Cow<'_, str> {
        let cell = self.cells[row * self.taken.len() + slot];
        let raw = self.raw(cell);
        if cell.packed & DOUBLED == 0 { Cow::Borrowed(raw) } else { Cow::Owned(raw.replace("\"\"", "\"")) }
    }

    /// The line on which a row begins, from 1.
    pub fn line(&self, row: usize) -> usize {
        self.rows[row].line as usize
    }

    /// A row as it was delivered, without its line end.
    pub fn record(&self, row: usize) -> &str {
        let from = self.rows[row].offset as usize;
        let to = self.rows.get(row + 1).map_or(self.text.len(), |next| next.offset as usize);
        self.text.get(from..to).unwrap_or_default().trim_end_matches(['\r', '\n', '\u{1a}'])
    }

    /// What is wrong with a cell, with its place.
    pub(crate) fn problem(&self, row: usize, slot: usize, fault: Fault) -> Problem {
        let cell = self.cells[row * self.taken.len() + slot];
        let start = self.rows[row];
        let offset = cell.offset as usize;
        let row_place = fault::Place { line: start.line as usize, line_start: start.offset as usize };
        let place = row_place.of(self.text.as_bytes(), offset);
        let span = Span { offset, len: self.raw(cell).len() };
        let fault = fault.in_field(&self.header[self.taken[slot]]);
        self.source().problem(place, span, fault)
    }

    /// What is wrong with a name in the header; the name itself is not repeated.
    pub(crate) fn header_problem(&self, index: usize, fault: Fault) -> Problem {
        let cell = self.header_cells[index];
        self.source().problem(cell.place, cell.span, fault)
    }

    fn source(&self) -> fault::Source<'_> {
        fault::Source { file: &self.file, bytes: self.text.as_bytes(), purpose: self.purpose }
    }

    fn raw(&self, cell: Cell) -> &str {
        let from = cell.offset as usize;
        self.text.get(from..from + (cell.packed & !DOUBLED) as usize).unwrap_or_default()
    }
}

/// The bytes of the same text in UTF-8.
fn decoded(file: &str, bytes: Vec<u8>, encoding: TextEncoding) -> Result<Vec<u8>, IngestError> {
    if encoding.is_utf8() {
        return Ok(bytes);
    }
    let text = encoding.decode(&bytes).ok_or_else(|| {
        let message = format!("the file holds bytes that are no text in {}", encoding.name());
        let problem = Problem::of_file(file, "invalid-encoding", message);
        IngestError::Refused { problems: problem.with_help("correct `encoding` in [inputs]").into() }
    })?;
    Ok(text.into_owned().into_bytes())
}

/// The bytes of a file as they were delivered, unless there are more than the limit.
///
/// # Errors
/// [`IngestError::Io`], [`IngestError::TooLarge`].
pub(crate) fn read_whole(path: &Path, limit: u64) -> Result<Vec<u8>, IngestError> {
    let file = path.display().to_string();
    let opened = File::open(path).map_err(|error| IngestError::io(&file, error))?;
    let expected = opened.metadata().map_err(|error| IngestError::io(&file, error))?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(limit)).unwrap_or(0) + 1);
    opened
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| IngestError::io(&file, error))?;
    if bytes.len() as u64 > limit {
        return Err(IngestError::TooLarge { file, what: "the size in bytes", limit });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
