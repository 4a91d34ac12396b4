//! Columns as a SAS transport file: the reader's mirror.
//!
//! Version 5 is written where its limits allow (names of at most 8 capitals, digits and underscores, labels of
//! 40 bytes, texts of 200 bytes), else version 8. Numbers take eight bytes, a text the bytes of its column's
//! longest value.

use super::super::frame::{ColumnData, Frame, Temporal};
use super::super::outgoing::{CalendarDay, Heading, WriteError};
use super::float;
use super::layout::{NAMESTR, Part, RECORD, Version};

/// The names of the months as these files have them.
const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// The bytes of a transport file with one data set.
///
/// # Errors
/// [`WriteError`].
pub fn write(heading: &Heading, frame: &Frame) -> Result<Vec<u8>, WriteError> {
    let columns: Vec<Column<'_>> = frame.columns.iter().map(|column| Column::new(frame, column)).collect();
    if columns.len() > 9999 {
        return Err(WriteError::Columns { count: columns.len() });
    }
    let is_small = is_small_name(&heading.name)
        && heading.label.len() <= 40
        && columns.iter().all(Column::fits_version_5);
    let version = if is_small { Version::V5 } else { Version::V8 };
    check(heading, &columns)?;
    let mut out = Out { bytes: Vec::new(), version, moment: moment(heading.day) };
    out.library();
    out.member(heading);
    out.descriptions(&columns)?;
    out.rows(&columns, frame.rows)?;
    Ok(out.bytes)
}

/// A column and how it is written.
struct Column<'a> {
    name: &'a str,
    label: String,
    values: &'a ColumnData,
    format: Option<(&'static str, u16)>,
    length: usize,
}

impl<'a> Column<'a> {
    fn new(frame: &'a Frame, (name, values): &'a (String, ColumnData)) -> Self {
        let detail = frame.detail(name);
        let length = match values {
            ColumnData::Text { levels, .. } => levels.iter().map(String::len).max().unwrap_or(1).max(1),
            ColumnData::Integer { .. } | ColumnData::Real { .. } | ColumnData::Boolean { .. } => 8,
        };
        let format = match (values, detail.temporal) {
            (ColumnData::Text { .. }, _) | (_, None) => None,
            (_, Some(Temporal::Date)) => Some(("DATE", 9)),
            (_, Some(Temporal::DateTime)) => Some(("DATETIME", 20)),
            (_, Some(Temporal::Time)) => Some(("TIME", 8)),
        };
        Self { name, label: detail.label.unwrap_or_default(), values, format, length }
    }

    fn fits_version_5(&self) -> bool {
        is_small_name(self.name) && self.label.len() <= 40 && self.length <= 200
    }

    fn is_text(&self) -> bool {
        matches!(self.values, ColumnData::Text { .. })
    }

    /// Appends the cell of a row.
    fn cell(&self, row: usize, out: &mut Vec<u8>) -> Result<(), WriteError> {
        let number = match self.values {
            ColumnData::Text { codes, levels } => {
                let text = levels.get(codes[row] as usize).map_or("", String::as_str);
                padded(out, text.as_bytes(), self.length);
                return Ok(());
            }
            ColumnData::Boolean { values, .. } => Some(f64::from(u8::from(values[row]))),
            ColumnData::Integer { .. } | ColumnData::Real { .. } => self.values.number(row),
        };
        let bytes = match number.filter(|_| !self.values.is_missing(row)) {
            None => float::MISSING,
            Some(number) => float::write(number)
                .ok_or_else(|| WriteError::Number { name: self.name.to_owned(), row: row + 1 })?,
        };
        out.extend_from_slice(&bytes);
        Ok(())
    }
}

/// Whether version 5 takes a name.
fn is_small_name(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_uppercase() || byte == b'_';
    name.len() <= 8
        && name.bytes().next().is_some_and(is_letter)
        && name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit())
}

fn check(heading: &Heading, columns: &[Column<'_>]) -> Result<(), WriteError> {
    let too_long = |what, name: &str, limit| Err(WriteError::TooLong { what, name: name.to_owned(), limit });
    if heading.name.len() > 32 {
        return too_long("the name", &heading.name, 32);
    }
    if heading.label.len() > 40 {
        return too_long("the label", &heading.label, 40);
    }
    for column in columns {
        if column.name.len() > 32 {
            return too_long("the name", column.name, 32);
        }
        if column.label.len() > 256 {
            return too_long("the label of", column.name, 256);
        }
        if column.length > 32_767 {
            return too_long("a text of", column.name, 32_767);
        }
    }
    Ok(())
}

struct Out {
    bytes: Vec<u8>,
    version: Version,
    /// When the file is said to have been made and changed.
    moment: String,
}

impl Out {
    /// A header record; `numbers` are the thirty characters after its name.
    fn header(&mut self, part: Part, numbers: &str) {
        self.bytes.extend_from_slice(part.name(self.version).as_bytes());
        padded(&mut self.bytes, numbers.as_bytes(), 32);
    }

    fn fill(&mut self) {
        let length = self.bytes.len().next_multiple_of(RECORD);
        self.bytes.resize(length, b' ');
    }

    fn library(&mut self) {
        self.header(Part::Library, &"0".repeat(30));
        padded(&mut self.bytes, b"SAS     SAS     SASLIB  9.4", 64);
        self.bytes.extend_from_slice(self.moment.as_bytes());
        padded(&mut self.bytes, self.moment.as_bytes(), RECORD);
    }

    fn member(&mut self, heading: &Heading) {
        self.header(Part::Member, "000000000000000001600000000140");
        self.header(Part::Descriptor, &"0".repeat(30));
        let name = match self.version {
            Version::V5 => 8,
            Version::V8 => 32,
        };
        let start = self.bytes.len();
        self.bytes.extend_from_slice(b"SAS     ");
        padded(&mut self.bytes, heading.name.as_bytes(), name);
        self.bytes.extend_from_slice(b"SASDATA 9.4     ");
        self.bytes.resize(start + 64, b' ');
        self.bytes.extend_from_slice(self.moment.as_bytes());
        padded(&mut self.bytes, self.moment.as_bytes(), 32);
        padded(&mut self.bytes, heading.label.as_bytes(), 48);
    }

    fn descriptions(&mut self, columns: &[Column<'_>]) -> Result<(), WriteError> {
        let count = columns.len();
        self.header(Part::Namestr, &format!("000000{count:04}00000000000000000000"));
        let mut position = 0_u32;
        for (number, column) in (1_u16..).zip(columns) {
            self.description(number, column, position);
            position += u32::try_from(column.length).map_err(|_| WriteError::Columns { count })?;
        }
        self.fill();
        let long: Vec<(u16, &Column<'_>)> =
            (1_u16..).zip(columns).filter(|(_, column)| column.label.len() > 40).collect();
        if !long.is_empty() {
            self.header(Part::Labels, &long.len().to_string());
        }
        for (number, column) in long {
            for short in [usize::from(number), column.name.len(), column.label.len()] {
                self.short(short);
            }
            self.bytes.extend_from_slice(column.name.as_bytes());
            self.bytes.extend_from_slice(column.label.as_bytes());
        }
        self.fill();
        Ok(())
    }

    fn description(&mut self, number: u16, column: &Column<'_>, position: u32) {
        let start = self.bytes.len();
        let (format, width) = column.format.unwrap_or_default();
        self.short(if column.is_text() { 2 } else { 1 });
        self.short(0);
        self.short(column.length);
        self.short(usize::from(number));
        padded(&mut self.bytes, column.name.as_bytes(), 8);
        padded(&mut self.bytes, within(&column.label, 40).as_bytes(), 40);
        padded(&mut self.bytes, format.as_bytes(), 8);
        self.short(usize::from(width));
        for _ in 0..3 {
            self.short(0);
        }
        padded(&mut self.bytes, b"", 8);
        self.short(0);
        self.short(0);
        self.bytes.extend_from_slice(&position.to_be_bytes());
        if self.version == Version::V8 {
            padded(&mut self.bytes, column.name.as_bytes(), 32);
            self.short(column.label.len());
        }
        self.bytes.resize(start + NAMESTR, 0);
    }

    fn rows(&mut self, columns: &[Column<'_>], rows: usize) -> Result<(), WriteError> {
        match self.version {
            Version::V5 => self.header(Part::Observations, &"0".repeat(30)),
            Version::V8 => self.header(Part::Observations, &format!("{rows:>15}")),
        }
        for row in 0..rows {
            for column in columns {
                column.cell(row, &mut self.bytes)?;
            }
        }
        self.fill();
        Ok(())
    }

    /// A number of two bytes; everything written so was checked to fit.
    fn short(&mut self, value: usize) {
        let value = u16::try_from(value).unwrap_or(u16::MAX);
        self.bytes.extend_from_slice(&value.to_be_bytes());
    }
}

/// The beginning of a day: `31DEC24:00:00:00`.
fn moment(CalendarDay { year, month, day }: CalendarDay) -> String {
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).unwrap_or(&"JAN");
    format!("{:02}{month}{:02}:00:00:00", day.min(31), year % 100)
}

/// The longest beginning of a text that fits into so many bytes.
fn within(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    &text[..end]
}

/// Appends a text and blanks up to a width.
fn padded(out: &mut Vec<u8>, text: &[u8], width: usize) {
    let text = &text[..text.len().min(width)];
    out.extend_from_slice(text);
    out.resize(out.len() + width - text.len(), b' ');
}
