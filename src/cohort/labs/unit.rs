//! Units of laboratory values, and what they are multiplied by.

use polars::prelude::*;

use super::Test;
use crate::cohort::error::CohortError;
use crate::cohort::table::Columns;
use crate::ingest::frame::ColumnData;
use crate::study::UnitTable;

/// The factor of each row. Limits are in the unit of their value.
///
/// Refuses units that are not known for their test.
pub(super) fn scaled(labs: LazyFrame, units: &UnitTable) -> Result<LazyFrame, CohortError> {
    let pairs = labs
        .clone()
        .group_by([col("test"), col("unit")])
        .agg([len().cast(DataType::Int64).alias("rows")])
        .sort(["test", "unit"], SortMultipleOptions::default());
    let pairs = Columns::collect("labs", pairs)?;
    let (tests, delivered, rows) = (pairs.get("test")?, pairs.get("unit")?, pairs.get("rows")?);
    let mut factor = lit(1.0);
    let mut upper = col("uln").cast(DataType::Float64);
    for place in 0..pairs.rows {
        let code = tests.label(place).unwrap_or_default();
        if !Test::ALL.iter().any(|test| test.code() == code) {
            continue;
        }
        let unit = delivered.label(place).unwrap_or_default();
        let Some(known) = units.factor(&code, &unit) else {
            let rows = match rows {
                ColumnData::Integer { values, .. } => values[place].unsigned_abs(),
                _ => 0,
            };
            return Err(CohortError::UnknownUnit { test: code, unit, rows });
        };
        let here = col("test").eq(lit(code)).and(col("unit").eq(lit(unit.clone())));
        if UnitTable::is_multiple(&unit) {
            upper = when(here.clone()).then(lit(1.0)).otherwise(upper);
        }
        factor = when(here).then(lit(known)).otherwise(factor);
    }
    let times = |value: Expr, name: &str| (value.cast(DataType::Float64) * factor.clone()).alias(name);
    Ok(labs.with_columns([times(col("value"), "value"), times(col("lln"), "lln"), times(upper, "uln")]))
}
