//! Which rows of a file are read: those whose columns have the named values.

use std::path::Path;
use std::str::FromStr;

use super::PlainError;
use crate::ingest::frame::{Frame, ReadOptions};

/// A value that a column of a row must have, or must not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowCondition {
    /// The column.
    pub column: String,
    /// How it is compared.
    pub comparison: RowComparison,
    /// The value as text.
    pub value: String,
}

/// How a column is compared with a value. A missing value fulfils neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowComparison {
    /// `COL=VALUE`
    Is,
    /// `COL!=VALUE`
    IsNot,
}

impl FromStr for RowCondition {
    type Err = String;

    /// Reads `PARAMCD=OS` or `SEX!=F`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (column, comparison, value) = match (text.split_once("!="), text.split_once('=')) {
            (Some((column, value)), _) => (column, RowComparison::IsNot, value),
            (None, Some((column, value))) => (column, RowComparison::Is, value),
            (None, None) => return Err("write COL=VALUE or COL!=VALUE".to_owned()),
        };
        let (column, value) = (column.trim(), value.trim());
        if column.is_empty() || value.is_empty() {
            return Err("write COL=VALUE or COL!=VALUE".to_owned());
        }
        Ok(Self { column: column.to_owned(), comparison, value: value.to_owned() })
    }
}

impl RowCondition {
    fn holds(&self, frame: &Frame, row: usize) -> bool {
        let label = frame.column(&self.column).and_then(|values| values.label(row));
        label.is_some_and(|label| (label == self.value) == (self.comparison == RowComparison::Is))
    }

    fn words(&self) -> String {
        let sign = if self.comparison == RowComparison::Is { "=" } else { "!=" };
        format!("{}{sign}{}", self.column, self.value)
    }
}

/// Reads the wanted columns of the rows that fulfil every condition.
///
/// # Errors
/// [`PlainError::Ingest`]; [`PlainError::Usage`] where no row does.
pub(in crate::analysis) fn read_only(
    path: &Path,
    wanted: &[&str],
    numbers: Vec<String>,
    only: &[RowCondition],
) -> Result<Frame, PlainError> {
    let wanted: Vec<&str> =
        wanted.iter().copied().chain(only.iter().map(|condition| condition.column.as_str())).collect();
    let frame = Frame::read(path, &wanted, &ReadOptions { numbers, ..ReadOptions::default() })?;
    if only.is_empty() {
        return Ok(frame);
    }
    let rows: Vec<usize> = taken(&frame, only).collect();
    if rows.is_empty() {
        let words: Vec<String> = only.iter().map(RowCondition::words).collect();
        return Err(PlainError::Usage(format!("no row of {} has {}", path.display(), words.join(" and "))));
    }
    Ok(frame.taking(&rows))
}

fn taken<'a>(frame: &'a Frame, only: &'a [RowCondition]) -> impl Iterator<Item = usize> + 'a {
    (0..frame.rows).filter(|row| only.iter().all(|condition| condition.holds(frame, *row)))
}

/// The place in the file, from 1, of the row that stands at a place, from 1, among those taken.
pub(in crate::analysis) fn place_in_file(path: &Path, only: &[RowCondition], row: usize) -> usize {
    if only.is_empty() {
        return row;
    }
    let columns: Vec<&str> = only.iter().map(|condition| condition.column.as_str()).collect();
    let frame = Frame::read(path, &columns, &ReadOptions::default());
    let place = frame.ok().and_then(|frame| taken(&frame, only).nth(row.saturating_sub(1)));
    place.map_or(row, |place| place + 1)
}

/// What the reading of a file made of it, such as special missing values that were read as missing.
pub(in crate::analysis) fn notes(frame: &Frame) -> impl Iterator<Item = String> + '_ {
    frame.notes.iter().map(|note| format!("{}: {}", note.file, note.message))
}

/// What is to be warned of where a file of several parameters of CDISC is read as one.
pub fn several_parameters(path: &Path, named: &[&str]) -> Option<String> {
    const PARAMETER: &str = "PARAMCD";
    if named.contains(&PARAMETER) {
        return None;
    }
    let frame = Frame::read(path, &[PARAMETER], &ReadOptions::default()).ok()?;
    let values = frame.column(PARAMETER)?;
    let first = (0..frame.rows).find_map(|row| values.label(row))?;
    let varies = (0..frame.rows).filter_map(|row| values.label(row)).any(|label| label != first);
    varies.then(|| {
        format!("the file has several {PARAMETER}, which are taken together; take one with --where {PARAMETER}={first}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read() {
        let read = |text: &str| text.parse::<RowCondition>();
        let is = |condition: Result<RowCondition, String>, comparison| {
            condition
                .is_ok_and(|one| one.comparison == comparison && one.column == "PARAMCD" && one.value == "OS")
        };
        assert!(is(read("PARAMCD=OS"), RowComparison::Is) && is(read("PARAMCD != OS"), RowComparison::IsNot));
        assert!(read("PARAMCD").is_err() && read("=OS").is_err() && read("PARAMCD=").is_err());
    }
}
