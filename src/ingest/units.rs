//! Every laboratory value has a unit that is known for its test.

use std::borrow::Cow;
use std::collections::BTreeMap;

use arrow::array::{Array, AsArray, DictionaryArray};
use arrow::datatypes::Int32Type;

use super::error::{IngestError, Problem, Problems};
use super::rows::TableRows;
use super::screen::{Sharers, code_or_shape};
use crate::study::UnitTable;

/// Refuses units that the table of units does not have, each with its count and the key to write.
///
/// # Errors
/// [`IngestError::Refused`] with one problem a test and unit.
pub fn known_units(labs: &TableRows, units: &UnitTable) -> Result<(), IngestError> {
    let (Some(test), Some(unit)) = (texts(labs, "test"), texts(labs, "unit")) else { return Ok(()) };
    let subject = texts(labs, "subject_id");
    let mut unknown: BTreeMap<(&str, &str), Unknown> = BTreeMap::new();
    let mut known: BTreeMap<(Option<i32>, Option<i32>), bool> = BTreeMap::new();
    for row in 0..labs.batch.num_rows() {
        let pair = (key(test, row), key(unit, row));
        let (Some(test), Some(unit)) = (text(test, row), text(unit, row)) else { continue };
        if !*known.entry(pair).or_insert_with(|| units.factor(test, unit).is_some()) {
            let found =
                unknown.entry((test, unit)).or_insert_with(|| Unknown { first: row, ..Unknown::default() });
            found.rows += 1;
            found.subjects.add(|| key(subject?, row));
        }
    }
    let mut problems = Problems::default();
    for ((test, unit), Unknown { rows, first, subjects }) in unknown {
        let (file, line) = labs.place(first);
        // A text that is no unit by its looks may be somebody's.
        let unit = if subjects.may_read(unit) { Cow::Borrowed(unit) } else { code_or_shape(unit) };
        let message =
            format!("{rows} values of {test} have the unit \"{unit}\", which is not known for that test");
        problems.add(|| {
            let help = format!(
                "known are {}; or write inputs.units.{test}.\"{unit}\" = its factor",
                units.known(test).join(", ")
            );
            let mut problem =
                Problem::of_file(file, "unknown-unit", message).with_field("unit").with_help(help);
            problem.line = Some(line);
            problem
        });
    }
    problems.into_result()
}

/// Values with a unit that is not known.
#[derive(Default)]
struct Unknown {
    rows: usize,
    first: usize,
    subjects: Sharers<i32>,
}

fn texts<'a>(table: &'a TableRows, name: &str) -> Option<&'a DictionaryArray<Int32Type>> {
    table.batch.column_by_name(name)?.as_dictionary_opt::<Int32Type>()
}

fn key(column: &DictionaryArray<Int32Type>, row: usize) -> Option<i32> {
    (!column.keys().is_null(row)).then(|| column.keys().value(row))
}

fn text(column: &DictionaryArray<Int32Type>, row: usize) -> Option<&str> {
    let place = usize::try_from(key(column, row)?).ok()?;
    let texts = column.values().as_string_opt::<i32>()?;
    (place < texts.len()).then(|| texts.value(place))
}
