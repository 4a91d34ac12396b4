//! Laboratory series of each subject, in canonical units.

mod unit;

use std::borrow::Cow;
use std::path::Path;

use polars::prelude::*;

use super::canonical::{Roster, row_numbers};
use super::error::CohortError;
use super::table::{Columns, scan_canonical};
pub(super) use crate::domain::LabTest as Test;
use crate::ingest::frame::ColumnData;
use crate::study::{UnitTable, decimal};

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
    /// Whether it was too low to be measured: it is below `value`.
    pub(super) below_lod: bool,
}

impl Measurement {
    /// Whether it reaches a limit; not known of what may lie on either side.
    pub(super) fn at_least(&self, limit: f64) -> Option<bool> {
        if self.below_lod {
            at_least(limit, self.value).then_some(false)
        } else {
            Some(at_least(self.value, limit))
        }
    }

    /// Whether it does not exceed a limit; not known of what may lie on either side.
    pub(super) fn at_most(&self, limit: f64) -> Option<bool> {
        let reaches = at_least(limit, self.value);
        (reaches || !self.below_lod).then_some(reaches)
    }
}

/// Whether a value reaches a limit: both are decimal numbers, and 0.35 x 2 is 0.7 in whatever unit it came.
pub(super) fn at_least(value: f64, limit: f64) -> bool {
    value >= limit || decimal(value) >= decimal(limit)
}

/// The series of a subject: rising days, one value a day, the worst of the day.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Series([Vec<Measurement>; Test::ALL.len()]);

impl Series {
    /// The series of a test.
    pub(super) fn of(&self, test: Test) -> &[Measurement] {
        &self.0[test as usize]
    }

    /// What was measured up to a day.
    pub(super) fn up_to(&self, day: i32) -> Cow<'_, Self> {
        if self.0.iter().all(|series| series.last().is_none_or(|last| last.day <= day)) {
            return Cow::Borrowed(self);
        }
        let mut series = self.clone();
        series.0.iter_mut().for_each(|values| values.retain(|value| value.day <= day));
        Cow::Owned(series)
    }

    /// Adds a value; those of a test come by rising day, and on a day by rising value. Of a day, the worst stays.
    pub(super) fn push(&mut self, test: Test, measurement: Measurement) {
        let series = &mut self.0[test as usize];
        match series.last_mut() {
            Some(last) if last.day == measurement.day => {
                if is_worse(test, &measurement, last) {
                    *last = measurement;
                }
            }
            _ => series.push(measurement),
        }
    }
}

/// Whether a value is worse than another of its day that is not higher. Markers that are judged by the limit they come
/// with are compared by multiples of it; a value without its limit says less than one that has it.
fn is_worse(test: Test, later: &Measurement, earlier: &Measurement) -> bool {
    let limit = |value: &Measurement| match test {
        Test::Ldh | Test::Bili | Test::Retic => value.uln,
        Test::Hapto => value.lln,
        Test::Plt | Test::Hgb | Test::Anc => None,
    };
    let multiple =
        |value: &Measurement| limit(value).filter(|limit| *limit > 0.0).map(|limit| value.value / limit);
    match (multiple(later), multiple(earlier)) {
        (Some(later), Some(earlier)) if test.high_is_worse() => later > earlier,
        (Some(later), Some(earlier)) => later < earlier,
        (None, None) => test.high_is_worse(),
        (later, _) => later.is_some(),
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
    /// Whether it was too low to be measured.
    pub(super) below_lod: bool,
}

/// The values of some subjects as they were delivered, by test, day and value.
pub(super) fn delivered(
    path: &Path,
    known: &UnitTable,
    roster: &Roster,
) -> Result<Vec<Delivered>, CohortError> {
    let labs = roster.join("labs", scan_canonical("labs", path)?, 0..roster.len())?;
    let query = labs
        .select([col("test"), col("day"), col("value"), col("unit"), col("below_lod")])
        .sort(["test", "day", "value", "unit"], SortMultipleOptions::default());
    let found = Columns::collect("labs", query)?;
    let tests = found.parsed("test", Test::named)?;
    let (days, values, units) = (found.days("day")?, found.get("value")?, found.get("unit")?);
    let below = found.truths("below_lod")?;
    let one = |row: usize| {
        let (test, value) = (tests[row].flatten()?, values.number(row)?);
        let unit = units.label(row).unwrap_or_default();
        let canonical = known.convert(test.code(), &unit, value)?;
        Some(Delivered { test, day: days[row]?, value, unit, canonical, below_lod: below[row] == Some(true) })
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
            .select(["row", "number", "day", "value", "lln", "uln", "below_lod"].map(col))
            .sort(
                ["row", "number", "day", "value", "lln", "uln", "below_lod"],
                SortMultipleOptions::default(),
            );
        visit_batch(&Columns::collect("labs", query)?, &mut visit)?;
        from = to;
    }
    Ok(())
}

fn visit_batch(values: &Columns, visit: &mut impl FnMut(usize, &Series)) -> Result<(), CohortError> {
    let (rows, days) = (row_numbers(values)?, values.days("day")?);
    let tests = values.days("number")?;
    let (value, lln, uln) = (values.get("value")?, values.get("lln")?, values.get("uln")?);
    let below = values.truths("below_lod")?;
    let limit = |column: &ColumnData, place: usize| column.number(place).map(decimal);
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
        let (value, lln, uln) = (decimal(value), limit(lln, place), limit(uln, place));
        series.push(test, Measurement { day, value, lln, uln, below_lod: below[place] == Some(true) });
    }
    if let Some((row, series)) = &current {
        visit(*row, series);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value that stays of those of a day: value and limit, in the order of the store.
    fn kept(test: Test, values: &[(f64, Option<f64>)]) -> f64 {
        let mut series = Series::default();
        for &(value, limit) in values {
            let (lln, uln) = if test == Test::Hapto { (limit, None) } else { (None, limit) };
            series.push(test, Measurement { day: 30, value, lln, uln, below_lod: false });
        }
        series.of(test)[0].value
    }

    #[test]
    fn the_worst_value_of_a_day_is_the_furthest_from_its_own_limit() {
        // 3.1 times the limit is worse than 400 U/L of 250, and 260 of 200 than 300 of 280.
        assert_eq!(kept(Test::Ldh, &[(3.1, Some(1.0)), (400.0, Some(250.0))]), 3.1);
        assert_eq!(kept(Test::Ldh, &[(260.0, Some(200.0)), (300.0, Some(280.0))]), 260.0);
        assert_eq!(kept(Test::Ldh, &[(200.0, Some(250.0)), (300.0, Some(250.0))]), 300.0);
        assert_eq!(kept(Test::Bili, &[(18.0, Some(17.0)), (20.0, Some(21.0))]), 18.0);
        assert_eq!(kept(Test::Hapto, &[(0.3, Some(0.2)), (0.35, Some(0.4))]), 0.35);
    }

    #[test]
    fn a_limit_is_reached_in_whatever_unit() {
        // 350 and 700 per microlitre; 5.03 and 7.03 g/dL.
        assert!(at_least(0.7, 2.0 * (350.0 * 0.001)) && at_least(7.03 * 10.0, 5.03 * 10.0 + 20.0));
        assert!(
            !at_least(0.699_999, 0.7) && !at_least(29.9, 30.0) && at_least(30.0, 30.0) && at_least(0.0, 0.0)
        );
    }

    #[test]
    fn what_is_below_the_limit_of_detection_does_not_reach_it() {
        let below = Measurement { day: 30, value: 0.3, lln: None, uln: None, below_lod: true };
        assert_eq!([0.2, 0.3, 0.4].map(|limit| below.at_least(limit)), [None, Some(false), Some(false)]);
        assert_eq!([0.2, 0.3, 0.4].map(|limit| below.at_most(limit)), [None, Some(true), Some(true)]);
        let measured = Measurement { below_lod: false, ..below };
        assert_eq!([0.2, 0.3, 0.4].map(|limit| measured.at_least(limit)), [true, true, false].map(Some));
        assert_eq!([0.2, 0.3, 0.4].map(|limit| measured.at_most(limit)), [false, true, true].map(Some));
    }

    #[test]
    fn a_value_without_its_limit_says_less() {
        assert_eq!(kept(Test::Ldh, &[(200.0, Some(250.0)), (900.0, None)]), 200.0);
        assert_eq!(kept(Test::Ldh, &[(200.0, None), (300.0, Some(250.0))]), 300.0);
        assert_eq!(kept(Test::Ldh, &[(200.0, None), (900.0, None)]), 900.0);
    }

    #[test]
    fn counts_are_compared_as_they_are() {
        assert_eq!(kept(Test::Plt, &[(20.0, None), (90.0, None)]), 20.0);
        assert_eq!(kept(Test::Hgb, &[(85.0, Some(120.0)), (110.0, Some(130.0))]), 85.0);
    }
}
