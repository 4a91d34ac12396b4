//! Laboratory series of each subject, in canonical units.

mod unit;

use std::path::Path;

use polars::prelude::*;

use super::canonical::{Roster, row_numbers};
use super::error::CohortError;
use super::table::{Columns, scan_canonical};
pub(super) use crate::domain::LabTest as Test;
use crate::ingest::frame::ColumnData;
use crate::study::UnitTable;

/// So many subjects are held in memory with all their values.
const BATCH: usize = 200_000;

/// A value of a test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measurement {
    pub(super) day: i32,
    pub(super) value: f64,
    /// Lower limit of normal.
    pub(super) lln: Option<f64>,
    /// Upper limit of normal.
    pub(super) uln: Option<f64>,
}

/// The series of a subject: rising days, one value a day, the worst of the day.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Series([Vec<Measurement>; Test::ALL.len()]);

impl Series {
    /// The series of a test.
    pub(super) fn of(&self, test: Test) -> &[Measurement] {
        &self.0[test as usize]
    }

    /// Adds a value; those of a test come by rising day, and on a day by rising value.
    pub(super) fn push(&mut self, test: Test, measurement: Measurement) {
        let series = &mut self.0[test as usize];
        match series.last_mut() {
            Some(last) if last.day == measurement.day => {
                if test.high_is_worse() {
                    *last = measurement;
                }
            }
            _ => series.push(measurement),
        }
    }
}

/// A value as it was delivered.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Delivered {
    pub(super) test: Test,
    pub(super) day: i32,
    pub(super) value: f64,
    pub(super) unit: String,
    /// In the canonical unit.
    pub(super) canonical: f64,
}

/// The values of some subjects as they were delivered, by test, day and value.
pub(super) fn delivered(
    path: &Path,
    known: &UnitTable,
    roster: &Roster,
) -> Result<Vec<Delivered>, CohortError> {
    let labs = roster.join("labs", scan_canonical("labs", path)?, 0..roster.len())?;
    let query = labs
        .select([col("test"), col("day"), col("value"), col("unit")])
        .sort(["test", "day", "value", "unit"], SortMultipleOptions::default());
    let found = Columns::collect("labs", query)?;
    let tests = found.parsed("test", Test::named)?;
    let (days, values, units) = (found.days("day")?, found.get("value")?, found.get("unit")?);
    let one = |row: usize| {
        let (test, value) = (tests[row].flatten()?, values.number(row)?);
        let unit = units.label(row).unwrap_or_default();
        let canonical = value * known.factor(test.code(), &unit)?;
        Some(Delivered { test, day: days[row]?, value, unit, canonical })
    };
    Ok((0..found.rows).filter_map(one).collect())
}

/// Calls `visit` with the place and the series of every subject that has values, in order.
pub(super) fn visit_series(
    path: &Path,
    units: &UnitTable,
    roster: &Roster,
    mut visit: impl FnMut(usize, &Series),
) -> Result<(), CohortError> {
    let labs = unit::scaled(scan_canonical("labs", path)?, units)?;
    let mut number = lit(NULL).cast(DataType::Int64);
    for (place, test) in (0_i64..).zip(Test::ALL) {
        number = when(col("test").eq(lit(test.code()))).then(lit(place)).otherwise(number);
    }
    let labs = labs.with_columns([number.alias("number")]).filter(col("number").is_not_null());
    let mut from = 0;
    while from < roster.len() {
        let to = roster.len().min(from + BATCH);
        let query = roster
            .join("labs", labs.clone(), from..to)?
            .select([col("row"), col("number"), col("day"), col("value"), col("lln"), col("uln")])
            .sort(["row", "number", "day", "value", "lln", "uln"], SortMultipleOptions::default());
        visit_batch(&Columns::collect("labs", query)?, &mut visit)?;
        from = to;
    }
    Ok(())
}

fn visit_batch(values: &Columns, visit: &mut impl FnMut(usize, &Series)) -> Result<(), CohortError> {
    let (rows, days) = (row_numbers(values)?, values.days("day")?);
    let tests = values.days("number")?;
    let (value, lln, uln) = (values.get("value")?, values.get("lln")?, values.get("uln")?);
    let limit = |column: &ColumnData, place: usize| column.number(place);
    let mut current: Option<(usize, Series)> = None;
    for (place, row) in rows.into_iter().enumerate() {
        let test = tests[place].and_then(|test| Test::ALL.get(usize::try_from(test).ok()?)).copied();
        let (Some(test), Some(day), Some(value)) = (test, days[place], value.number(place)) else { continue };
        if let Some((before, series)) = &current
            && *before != row
        {
            visit(*before, series);
            current = None;
        }
        let (_, series) = current.get_or_insert_with(|| (row, Series::default()));
        series.push(test, Measurement { day, value, lln: limit(lln, place), uln: limit(uln, place) });
    }
    if let Some((row, series)) = &current {
        visit(*row, series);
    }
    Ok(())
}
