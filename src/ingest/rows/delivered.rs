//! A delivered file, whatever its format: a header and cells of text.

use std::borrow::Cow;
use std::path::Path;

use super::super::delimited::{Delimiter, Fault, Limits, Options, Purpose, Sheet, Take, read_whole};
use super::super::error::{IngestError, Note, Problem};
use super::super::frame::{Format, Frame, ReadOptions, format_of};
use super::super::hash::sha256;
use super::super::screen;
use super::SourceFile;

pub(super) struct Delivered {
    pub(super) source: SourceFile,
    cells: Cells,
}

enum Cells {
    Sheet(Sheet),
    /// Names and values; a line is the number of a row.
    Frame(Frame, Vec<String>),
}

/// The bytes of a file that is about to be read, with its name and hash.
pub(super) struct Arrived<'a> {
    path: &'a Path,
    pub(super) source: SourceFile,
    bytes: Vec<u8>,
}

/// Fetches a file and hashes it.
pub(super) fn fetch<'a>(path: &'a Path, root: &Path) -> Result<Arrived<'a>, IngestError> {
    let bytes = read_whole(path, Limits::default().bytes)?;
    let sha256 = sha256(&bytes);
    let source = SourceFile { path: name_below(path, root), sha256, bytes: bytes.len() as u64, rows: 0 };
    Ok(Arrived { path, source, bytes })
}

/// The path below the study, with `/` on every system.
fn name_below(path: &Path, root: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<Cow<'_, str>> =
        below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    if below.is_absolute() { below.display().to_string() } else { parts.join("/") }
}

impl Arrived<'_> {
    pub(super) fn parse(self, delimiter: Delimiter) -> Result<Delivered, IngestError> {
        let mut source = self.source;
        let cells = match format_of(self.path)? {
            Format::Csv => {
                let options = Options { delimiter, purpose: Purpose::Study, limits: Limits::default() };
                Cells::Sheet(Sheet::from_bytes(&source.path, self.bytes, Take::All, &options)?)
            }
            Format::Parquet => {
                drop(self.bytes);
                let options = ReadOptions {
                    purpose: Purpose::Study,
                    name: Some(source.path.clone()),
                    ..ReadOptions::default()
                };
                let frame = Frame::read_all(self.path, &options).map_err(no_dates)?;
                let names = frame.columns.iter().map(|(name, _)| name.clone()).collect();
                Cells::Frame(frame, names)
            }
        };
        source.rows = match &cells {
            Cells::Sheet(sheet) => sheet.rows(),
            Cells::Frame(frame, _) => frame.rows,
        };
        Ok(Delivered { source, cells })
    }
}

/// Columns that are dates by their type are refused as dates in text are.
fn no_dates(error: IngestError) -> IngestError {
    match error {
        IngestError::UnsupportedType { file, name, what } if what.contains("dates") => {
            let rule = screen::Kind::FullDate.rule();
            let problem = Problem::of_file(&file, rule, format!("the column holds {what}")).with_field(&name);
            let help = "deliver whole days from the first infusion";
            IngestError::Refused { problems: problem.with_help(help).into() }
        }
        other => other,
    }
}

impl screen::Cells for Delivered {
    fn name(&self) -> &str {
        &self.source.path
    }

    fn columns(&self) -> &[String] {
        self.header()
    }

    fn count(&self) -> usize {
        self.source.rows
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        self.cell(row, column)
    }
}

impl Delivered {
    pub(super) fn header(&self) -> &[String] {
        match &self.cells {
            Cells::Sheet(sheet) => sheet.header(),
            Cells::Frame(_, names) => names,
        }
    }

    pub(super) fn notes(&self) -> &[Note] {
        match &self.cells {
            Cells::Sheet(sheet) => sheet.notes(),
            Cells::Frame(frame, _) => &frame.notes,
        }
    }

    /// The text of a cell; a null is empty.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        match &self.cells {
            Cells::Sheet(sheet) => sheet.cell(row, column),
            Cells::Frame(frame, _) => Cow::Owned(frame.columns[column].1.label(row).unwrap_or_default()),
        }
    }

    pub(super) fn line(&self, row: usize) -> usize {
        match &self.cells {
            Cells::Sheet(sheet) => sheet.line(row),
            Cells::Frame(..) => row + 1,
        }
    }

    pub(super) fn problem(&self, row: usize, column: usize, fault: Fault) -> Problem {
        match &self.cells {
            Cells::Sheet(sheet) => sheet.problem(row, column, fault),
            Cells::Frame(_, names) => {
                let mut problem = self.unplaced(fault.in_field(&names[column]));
                problem.line = Some(row + 1);
                problem
            }
        }
    }

    pub(super) fn header_problem(&self, column: usize, fault: Fault) -> Problem {
        match &self.cells {
            Cells::Sheet(sheet) => sheet.header_problem(column, fault),
            Cells::Frame(..) => self.unplaced(fault),
        }
    }

    /// A problem of the header as a whole.
    pub(super) fn unplaced(&self, fault: Fault) -> Problem {
        let mut problem = Problem::of_file(&self.source.path, fault.rule, fault.message.into_owned());
        problem.field = fault.field;
        problem.help = fault.help.map(Cow::into_owned);
        problem
    }
}
