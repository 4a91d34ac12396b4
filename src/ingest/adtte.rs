//! CDISC ADTTE: times to event, as the sponsor derived them, in days.
//!
//! The unit of a time stands in the parentheses of PARAM, or the study says it. CNSR is 0 for the event; the codes
//! above 0 are reasons for censoring, among which competing events may hide, so that every code of a parameter
//! that an endpoint reads has to be named by the study.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow::array::{Array, ArrayRef, AsArray, Float64Array, Int32Array};
use arrow::datatypes::{DataType, Field, Float64Type, Int32Type, Schema};
use arrow::record_batch::RecordBatch;

use super::error::{IngestError, Problem, Problems};
use super::rows::TableRows;
use super::table::{TableOptions, TableSource, read_table};
use crate::domain::table::ADTTE;
use crate::study::file::{AdtteEvent, AvalOrigin, TimeUnit};

/// How delivered times become days.
#[derive(Debug, Clone, Copy)]
pub struct AdtteDays {
    /// Unit of the times whose PARAM names none.
    pub time_unit: Option<TimeUnit>,
    /// What a time is on the day of origin.
    pub origin: AvalOrigin,
}

/// A row of ADTTE as it was read.
struct Row<'a> {
    paramcd: &'a str,
    aval: Option<f64>,
    cnsr: Option<i32>,
    unit: Option<&'a str>,
}

/// Reads ADTTE: `subject_id`, `paramcd`, `time` in days (missing where AVAL is), `cnsr`.
///
/// # Errors
/// As [`read_table`]; [`IngestError::Refused`] for a time without a unit or below day 0, for a code of CNSR that an
/// endpoint of the study reads and does not name, and for a parameter that is not there.
pub fn read_adtte(
    sources: &[TableSource],
    options: &TableOptions,
    days: AdtteDays,
    events: &[(&str, &AdtteEvent)],
) -> Result<TableRows, IngestError> {
    let mut table = read_table(&ADTTE, sources, options)?;
    let mut problems = Problems::default();
    let mut times = Vec::with_capacity(table.batch.num_rows());
    let mut faults: BTreeMap<(&'static str, String), (usize, usize)> = BTreeMap::new();
    let mut met: BTreeMap<String, BTreeMap<i32, (usize, usize)>> = BTreeMap::new();
    for row in 0..table.batch.num_rows() {
        let cells = cells(&table, row);
        let codes = met.entry(cells.paramcd.to_owned()).or_default();
        if let Some(cnsr) = cells.cnsr {
            codes.entry(cnsr).or_insert((0, row)).0 += 1;
        }
        times.push(time(&cells, days).unwrap_or_else(|rule| {
            faults.entry((rule, cells.paramcd.to_owned())).or_insert((0, row)).0 += 1;
            None
        }));
    }
    for ((rule, paramcd), (rows, first)) in faults {
        problems.add(|| fault(&table, rule, &paramcd, (rows, first)));
    }
    for (endpoint, event) in events {
        unmapped(&table, endpoint, event, &met, &mut problems);
    }
    problems.into_result()?;
    table.batch = with_times(&table.batch, times).map_err(|error| IngestError::Damaged {
        file: ADTTE.name.to_owned(),
        format: "a table",
        detail: error.to_string(),
    })?;
    Ok(table)
}

fn cells(table: &TableRows, row: usize) -> Row<'_> {
    let column = |name: &str| table.batch.column_by_name(name);
    let text = |name: &str| {
        let dictionary = column(name)?.as_dictionary_opt::<Int32Type>()?;
        let place = usize::try_from(dictionary.keys().iter().nth(row)??).ok()?;
        Some(dictionary.values().as_string_opt::<i32>()?.value(place))
    };
    let aval = column("aval").and_then(|column| column.as_primitive_opt::<Float64Type>());
    let cnsr = column("cnsr").and_then(|column| column.as_primitive_opt::<Int32Type>());
    Row {
        paramcd: text("paramcd").unwrap_or_default(),
        aval: aval.filter(|column| !column.is_null(row)).map(|column| column.value(row)),
        cnsr: cnsr.filter(|column| !column.is_null(row)).map(|column| column.value(row)),
        unit: text("unit"),
    }
}

/// The time in days; missing where AVAL or CNSR is.
fn time(row: &Row<'_>, days: AdtteDays) -> Result<Option<f64>, &'static str> {
    // PARAM may hold other words in parentheses; only a unit of time counts.
    let named = row.unit.and_then(time_unit_of);
    let unit = match (named, days.time_unit) {
        (Some(named), Some(said)) if named != said => return Err("contradictory-unit"),
        (Some(unit), _) | (None, Some(unit)) => unit,
        (None, None) => return Err("no-time-unit"),
    };
    let (Some(aval), Some(_)) = (row.aval, row.cnsr) else { return Ok(None) };
    match days.origin {
        AvalOrigin::Day0 => Ok(Some(aval * unit.days())),
        AvalOrigin::Day1 if unit != TimeUnit::Days => Err("day-1-without-days"),
        AvalOrigin::Day1 if aval < 1.0 => Err("before-day-1"),
        AvalOrigin::Day1 => Ok(Some(aval - 1.0)),
    }
}

/// The unit of time of this name.
pub fn time_unit_of(text: &str) -> Option<TimeUnit> {
    match text.to_lowercase().as_str() {
        "day" | "days" | "d" => Some(TimeUnit::Days),
        "week" | "weeks" => Some(TimeUnit::Weeks),
        "month" | "months" => Some(TimeUnit::Months),
        "year" | "years" => Some(TimeUnit::Years),
        _ => None,
    }
}

fn fault(table: &TableRows, rule: &'static str, paramcd: &str, (rows, first): (usize, usize)) -> Problem {
    let (message, help) = match rule {
        "no-time-unit" => (
            format!("PARAM of {paramcd} names no unit of time"),
            "write inputs.adtte.time_unit = \"days\", \"weeks\", \"months\" or \"years\"",
        ),
        "contradictory-unit" => (
            format!("PARAM of {paramcd} names another unit than inputs.adtte.time_unit"),
            "remove inputs.adtte.time_unit, or take other parameters out with where = \"...\"",
        ),
        "day-1-without-days" => (
            format!("the times of {paramcd} are not in days, so that no day can be taken off"),
            "remove aval_origin = \"day1\"",
        ),
        _ => (
            format!("{rows} times of {paramcd} are below 1, where the day of origin is day 1"),
            "remove aval_origin = \"day1\", or correct the times",
        ),
    };
    at_row(table, first, rule, message).with_field("aval").with_help(help)
}

fn at_row(table: &TableRows, row: usize, rule: &'static str, message: String) -> Problem {
    let (file, line) = table.place(row);
    let mut problem = Problem::of_file(file, rule, message);
    problem.line = Some(line);
    problem
}

/// Codes of CNSR that occur and that the endpoint does not name.
fn unmapped(
    table: &TableRows,
    endpoint: &str,
    event: &AdtteEvent,
    met: &BTreeMap<String, BTreeMap<i32, (usize, usize)>>,
    problems: &mut Problems,
) {
    let paramcd = event.paramcd.get_ref();
    let Some(codes) = met.get(paramcd) else {
        let known: Vec<&str> = met.keys().map(String::as_str).collect();
        let file = table.sources.first().map_or(ADTTE.name, |source| &source.path);
        let message = format!("the endpoint {endpoint} reads {paramcd}, which ADTTE does not have");
        let help = format!("its parameters are {}", known.join(", "));
        problems
            .add(|| Problem::of_file(file, "no-parameter", message).with_field("PARAMCD").with_help(help));
        return;
    };
    for (code, (rows, first)) in codes {
        if event.codes.contains_key(&code.to_string()) {
            continue;
        }
        let rows = if *rows == 1 { "1 row has".to_owned() } else { format!("{rows} rows have") };
        let message = format!("{paramcd}: {rows} CNSR {code}, which the endpoint {endpoint} does not name");
        let help = format!(
            "write codes = {{ {code} = \"censored\" }} in its event, or the competing event that hides in it"
        );
        problems.add(|| at_row(table, *first, "unknown-code", message).with_field("CNSR").with_help(help));
    }
}

/// The stored table: the identifiers, the time in days, the code.
fn with_times(batch: &RecordBatch, times: Vec<Option<f64>>) -> Result<RecordBatch, arrow::error::ArrowError> {
    let schema = batch.schema();
    let keep = |name: &str| -> Option<(Field, ArrayRef)> {
        let place = schema.index_of(name).ok()?;
        Some((schema.field(place).clone(), Arc::clone(batch.column(place))))
    };
    let cnsr = || {
        (Field::new("cnsr", DataType::Int32, true), Arc::new(Int32Array::new_null(times.len())) as ArrayRef)
    };
    let mut columns: Vec<(Field, ArrayRef)> =
        ["subject_id", "paramcd"].into_iter().filter_map(keep).collect();
    let codes = keep("cnsr").unwrap_or_else(cnsr);
    columns.push((Field::new("time", DataType::Float64, true), Arc::new(Float64Array::from(times))));
    columns.push(codes);
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = columns.into_iter().unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}
