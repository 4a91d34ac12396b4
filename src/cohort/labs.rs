//! Laboratory series of each subject, in canonical units.

mod unit;

use std::path::Path;

use polars::prelude::*;

use super::canonical::{Roster, row_numbers};
use super::error::CohortError;
use super::table::{Columns, scan_canonical};
use crate::ingest::frame::ColumnData;
use crate::study::UnitTable;

/// So many subjects are held in memory with all their values.
const BATCH: usize = 200_000;

/// A laboratory test that a rule reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Test {
    /// Platelets, 10^9/L.
    Plt,
    /// Haemoglobin, g/L.
    Hgb,
    /// Neutrophils, 10^9/L.
    Anc,
    /// Lactate dehydrogenase, in the unit of its limit.
    Ldh,
    /// Haptoglobin, g/L.
    Hapto,
    /// Bilirubin, umol/L.
    Bili,
    /// Reticulocytes, in the unit of their limit.
    Retic,
}

impl Test {
    /// Every test, in the order of its number.
    const ALL: [Self; 7] = [Self::Plt, Self::Hgb, Self::Anc, Self::Ldh, Self::Hapto, Self::Bili, Self::Retic];

    fn code(self) -> &'static str {
        match self {
            Self::Plt => "PLT",
            Self::Hgb => "HGB",
            Self::Anc => "ANC",
            Self::Ldh => "LDH",
            Self::Hapto => "HAPTO",
            Self::Bili => "BILI",
            Self::Retic => "RETIC",
        }
    }

    /// Whether a high value is the bad one.
    fn high_is_worse(self) -> bool {
        matches!(self, Self::Ldh | Self::Bili | Self::Retic)
    }
}

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
