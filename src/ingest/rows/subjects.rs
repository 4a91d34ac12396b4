//! Every subject of every table must be among the patients.

use std::collections::BTreeSet;

use arrow::array::{Array, AsArray, BooleanArray};
use arrow::compute::filter_record_batch;
use arrow::datatypes::Int32Type;
use arrow::error::ArrowError;
use arrow::record_batch::RecordBatch;
use arrow::util::display::array_value_to_string;

use super::super::error::{IngestError, Problem, Problems};
use super::{Reject, TableRows, is_above};

const RULE: &str = "unknown-subject";
const FIELD: &str = "subject_id";

/// The rows of a table whose subject is not among the patients (`unknown-subject`).
pub fn unknown_subjects(patients: &TableRows, table: &TableRows) -> Problems {
    let mut problems = Problems::default();
    for row in unknown_rows(patients, table) {
        let (file, line) = table.place(row);
        problems.add(|| {
            let mut problem =
                Problem::of_file(file, RULE, "the subject is not in patients").with_field(FIELD);
            problem.line = Some(line);
            problem
        });
    }
    problems.sort();
    problems
}

/// Leaves out, as rejects, the rows whose subject is not among the patients.
///
/// A patient whose own row was rejected takes the other rows with it in this way.
///
/// # Errors
/// [`IngestError::Refused`] if the share of rejects, these included, is above the threshold.
pub fn only_known_subjects(
    patients: &TableRows,
    mut table: TableRows,
    threshold: f64,
) -> Result<TableRows, IngestError> {
    let unknown = unknown_rows(patients, &table);
    if unknown.is_empty() {
        return Ok(table);
    }
    table.problems.append(unknown_subjects(patients, &table));
    table.counts.rejected += unknown.len();
    table.counts.accepted -= unknown.len();
    if is_above(threshold, &table.counts) {
        return Err(IngestError::Refused { problems: table.problems });
    }
    for &row in &unknown {
        let (file, line) = table.place(row);
        let raw = as_text(&table.batch, row).map_err(|error| failed(&table, &error))?;
        table.rejects.push(Reject::new(file, line, vec![(RULE, FIELD.to_owned())], raw));
    }
    table.rejects.sort();
    let mut keep = vec![true; table.batch.num_rows()];
    for &row in &unknown {
        keep[row] = false;
    }
    table.origins =
        table.origins.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(origin, _)| *origin).collect();
    table.batch = filter_record_batch(&table.batch, &BooleanArray::from(keep))
        .map_err(|error| failed(&table, &error))?;
    Ok(table)
}

impl TableRows {
    /// File and line of a row.
    pub fn place(&self, row: usize) -> (&str, usize) {
        let origin = self.origins[row];
        let file = self.sources.get(origin.source as usize).map_or("", |source| &source.path);
        (file, origin.line as usize)
    }

    /// The subject of each row; empty if the table has no subjects.
    pub fn subjects(&self) -> Vec<Option<&str>> {
        let dictionary = self.batch.column_by_name(FIELD).and_then(|c| c.as_dictionary_opt::<Int32Type>());
        let Some(dictionary) = dictionary else { return Vec::new() };
        let Some(texts) = dictionary.values().as_string_opt::<i32>() else { return Vec::new() };
        let text =
            |key: i32| usize::try_from(key).ok().filter(|&key| key < texts.len()).map(|key| texts.value(key));
        dictionary.keys().iter().map(|key| key.and_then(text)).collect()
    }
}

fn unknown_rows(patients: &TableRows, table: &TableRows) -> Vec<usize> {
    let known: BTreeSet<&str> = patients.subjects().into_iter().flatten().collect();
    let is_known = |subject: Option<&str>| subject.is_some_and(|subject| known.contains(subject));
    (0..).zip(table.subjects()).filter(|(_, subject)| !is_known(*subject)).map(|(row, _)| row).collect()
}

/// A row as text, for the file of rejects.
fn as_text(batch: &RecordBatch, row: usize) -> Result<String, ArrowError> {
    let cells: Result<Vec<String>, ArrowError> =
        batch.columns().iter().map(|column| array_value_to_string(column, row)).collect();
    cells.map(|cells| cells.join(","))
}

fn failed(table: &TableRows, error: &ArrowError) -> IngestError {
    IngestError::Damaged { file: table.name.clone(), format: "a table", detail: error.to_string() }
}
