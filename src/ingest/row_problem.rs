//! From a row that was refused after reading back to its place in the file.

use std::path::Path;

use super::delimited::{Fault, Options, Sheet, Take};
use super::error::Problem;
use super::kind::{FileKind, Format};

/// What is wrong with a cell of a plain file, with line, column and text where the file has lines.
///
/// `row` counts from 0 below the header. A file whose rows have no lines
/// gives the row alone, from 1.
pub fn row_problem(path: &Path, row: usize, column: &str, message: &str) -> Problem {
    let file = path.display().to_string();
    let format = FileKind::of(path).map(|kind| kind.format).ok();
    let sheet = match format {
        Some(Format::Csv) => Sheet::read(path, Take::Named(&[column]), &Options::default()).ok(),
        _ => None,
    };
    let line = match format {
        // The first line describes the columns.
        Some(Format::DatasetNdjson) => row + 2,
        _ => row + 1,
    };
    let placed = sheet.and_then(|sheet| {
        let slot = sheet.slot(column).filter(|_| row < sheet.rows())?;
        Some(sheet.problem(row, slot, Fault::new("refused-row", message.to_owned())))
    });
    placed.unwrap_or_else(|| Problem {
        line: Some(line),
        ..Problem::of_file(&file, "refused-row", format!("row {}: {message}", row + 1)).with_field(column)
    })
}
