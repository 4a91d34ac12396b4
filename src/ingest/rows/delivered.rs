//! A delivered file, whatever its format: a header and cells of text.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::super::delimited::{Fault, Limits, Options, Purpose, Sheet, Take, read_whole};
use super::super::error::{IngestError, Note, Problem};
use super::super::frame::{Frame, ReadOptions, Temporal};
use super::super::hash::sha256;
use super::super::kind::{FileKind, Format, Packing, split_member};
use super::super::number::{self, NotANumber};
use super::super::packing::Input;
use super::super::screen;
use super::SourceFile;
use crate::study::{DecimalMark, TextFormat};

pub(super) struct Delivered {
    pub(super) source: SourceFile,
    cells: Cells,
}

enum Cells {
    Sheet(Sheet, DecimalMark),
    /// Names and values; the line of a row is its number where rows have no lines.
    Frame(Frame, Vec<String>),
}

/// The bytes of a file that is about to be read, with its name and hash.
pub(super) struct Arrived {
    path: PathBuf,
    member: Option<String>,
    pub(super) source: SourceFile,
    bytes: Vec<u8>,
}

/// Fetches a file and hashes it.
pub(super) fn fetch(path: &Path, root: &Path) -> Result<Arrived, IngestError> {
    let (path, member) = split_member(path);
    let bytes = read_whole(&path, Limits::default().bytes)?;
    let sha256 = sha256(&bytes);
    let source = SourceFile { path: name_below(&path, root), sha256, bytes: bytes.len() as u64, rows: 0 };
    Ok(Arrived { path, member, source, bytes })
}

/// The path below the study, with `/` on every system.
fn name_below(path: &Path, root: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<Cow<'_, str>> =
        below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    if below.is_absolute() { below.display().to_string() } else { parts.join("/") }
}

impl Arrived {
    pub(super) fn parse(self, text: TextFormat) -> Result<Delivered, IngestError> {
        let mut source = self.source;
        let kind = FileKind::of(&self.path)?;
        let name = source.path.clone();
        let options = ReadOptions {
            purpose: Purpose::Study,
            name: Some(name.clone()),
            member: self.member,
            text,
            ..ReadOptions::default()
        };
        let cells = match kind.format {
            Format::Csv => {
                let limits = Limits::default();
                let bytes = match kind.packing {
                    Packing::None => self.bytes,
                    packing => Input::of_bytes(name, &self.bytes, packing, limits.bytes).read_whole()?,
                };
                let options = Options { text, purpose: Purpose::Study, limits };
                Cells::Sheet(Sheet::from_bytes(&source.path, bytes, Take::All, &options)?, text.decimal)
            }
            Format::Parquet => {
                drop(self.bytes);
                Cells::of_frame(Frame::read_all(&self.path, &options).map_err(no_dates)?)
            }
            Format::Xport | Format::DatasetJson | Format::DatasetNdjson => {
                Cells::of_frame(Frame::of_bytes(&self.bytes, (name, kind), &options)?)
            }
        };
        source.rows = match &cells {
            Cells::Sheet(sheet, _) => sheet.rows(),
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

    fn label(&self, column: usize) -> Option<String> {
        match &self.cells {
            Cells::Sheet(..) => None,
            Cells::Frame(frame, names) => frame.detail(&names[column]).label,
        }
    }

    fn is_calendar(&self, column: usize) -> bool {
        matches!(self.temporal(column), Some(Temporal::Date | Temporal::DateTime))
    }
}

impl Cells {
    fn of_frame(frame: Frame) -> Self {
        let names = frame.columns.iter().map(|(name, _)| name.clone()).collect();
        Self::Frame(frame, names)
    }
}

impl Delivered {
    /// Whether the file itself says that a column holds dates or times.
    pub(super) fn temporal(&self, column: usize) -> Option<Temporal> {
        match &self.cells {
            Cells::Sheet(..) => None,
            Cells::Frame(frame, names) => frame.detail(&names[column]).temporal,
        }
    }

    pub(super) fn header(&self) -> &[String] {
        match &self.cells {
            Cells::Sheet(sheet, _) => sheet.header(),
            Cells::Frame(_, names) => names,
        }
    }

    pub(super) fn notes(&self) -> &[Note] {
        match &self.cells {
            Cells::Sheet(sheet, _) => sheet.notes(),
            Cells::Frame(frame, _) => &frame.notes,
        }
    }

    /// The text of a cell; a null is empty.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        match &self.cells {
            Cells::Sheet(sheet, _) => sheet.cell(row, column),
            Cells::Frame(frame, _) => Cow::Owned(frame.columns[column].1.label(row).unwrap_or_default()),
        }
    }

    /// The decimal mark in its cells.
    pub(super) fn decimal(&self) -> DecimalMark {
        match &self.cells {
            Cells::Sheet(_, decimal) => *decimal,
            Cells::Frame(..) => DecimalMark::Point,
        }
    }

    /// The text of a number with a decimal point, whatever the mark of the file.
    pub(super) fn with_point<'a>(&self, text: Cow<'a, str>) -> Result<Cow<'a, str>, NotANumber> {
        number::with_point(text, self.decimal())
    }

    pub(super) fn line(&self, row: usize) -> usize {
        match &self.cells {
            Cells::Sheet(sheet, _) => sheet.line(row),
            Cells::Frame(frame, _) => frame.first_line + row,
        }
    }

    pub(super) fn problem(&self, row: usize, column: usize, fault: Fault) -> Problem {
        match &self.cells {
            Cells::Sheet(sheet, _) => sheet.problem(row, column, fault),
            Cells::Frame(_, names) => {
                let mut problem = self.unplaced(fault.in_field(&names[column]));
                problem.line = Some(self.line(row));
                problem
            }
        }
    }

    pub(super) fn header_problem(&self, column: usize, fault: Fault) -> Problem {
        match &self.cells {
            Cells::Sheet(sheet, _) => sheet.header_problem(column, fault),
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
