//! Units of laboratory values, and what they are multiplied by.

use polars::prelude::*;

use super::Test;
use crate::cohort::error::CohortError;
use crate::cohort::table::Columns;
use crate::ingest::frame::ColumnData;

/// Bilirubin: umol/L in 1 mg/dL.
const BILIRUBIN_UMOL_PER_MG: f64 = 17.1;

/// The factor from a delivered unit to the canonical one; none if the unit is not known.
pub(super) fn factor_of(test: Test, unit: &str) -> Option<f64> {
    let unit =
        unit.trim().to_lowercase().replace(['µ', 'μ'], "u").replace("10e", "10^").replace("10*", "10^");
    let unit = unit.strip_prefix('x').unwrap_or(&unit);
    match test {
        Test::Plt | Test::Anc => match unit {
            "10^9/l" | "g/l" | "giga/l" | "10^3/ul" | "10^3/mm3" | "k/ul" | "thou/ul" => Some(1.0),
            "/ul" | "cells/ul" | "/mm3" | "cells/mm3" | "10^6/l" => Some(0.001),
            _ => None,
        },
        Test::Hgb => match unit {
            "g/l" => Some(1.0),
            "g/dl" => Some(10.0),
            _ => None,
        },
        Test::Hapto => match unit {
            "g/l" => Some(1.0),
            "g/dl" => Some(10.0),
            "mg/dl" => Some(0.01),
            "mg/l" => Some(0.001),
            _ => None,
        },
        Test::Bili => match unit {
            "umol/l" => Some(1.0),
            "mg/dl" => Some(BILIRUBIN_UMOL_PER_MG),
            _ => None,
        },
        Test::Ldh => matches!(unit, "u/l" | "iu/l" | "ukat/l" | "uln" | "xuln" | "x uln").then_some(1.0),
        Test::Retic => {
            matches!(unit, "%" | "10^9/l" | "g/l" | "giga/l" | "10^3/ul" | "10^12/l" | "fraction" | "1")
                .then_some(1.0)
        }
    }
}

/// Whether the value is given as a multiple of the upper limit of normal.
fn is_multiple(unit: &str) -> bool {
    matches!(unit.trim().to_lowercase().as_str(), "uln" | "xuln" | "x uln")
}

/// The factor of each row. Limits are in the unit of their value.
///
/// Refuses units that are not known for their test.
pub(super) fn scaled(labs: LazyFrame) -> Result<LazyFrame, CohortError> {
    let pairs = labs
        .clone()
        .group_by([col("test"), col("unit")])
        .agg([len().cast(DataType::Int64).alias("rows")])
        .sort(["test", "unit"], SortMultipleOptions::default());
    let pairs = Columns::collect("labs", pairs)?;
    let (tests, units, rows) = (pairs.get("test")?, pairs.get("unit")?, pairs.get("rows")?);
    let mut factor = lit(1.0);
    let mut upper = col("uln").cast(DataType::Float64);
    for place in 0..pairs.rows {
        let code = tests.label(place).unwrap_or_default();
        let Some(test) = Test::ALL.into_iter().find(|test| test.code() == code) else { continue };
        let unit = units.label(place).unwrap_or_default();
        let Some(known) = factor_of(test, &unit) else {
            let rows = match rows {
                ColumnData::Integer { values, .. } => values[place].unsigned_abs(),
                _ => 0,
            };
            return Err(CohortError::UnknownUnit { test: code, unit, rows });
        };
        let here = col("test").eq(lit(code)).and(col("unit").eq(lit(unit.clone())));
        if is_multiple(&unit) {
            upper = when(here.clone()).then(lit(1.0)).otherwise(upper);
        }
        factor = when(here).then(lit(known)).otherwise(factor);
    }
    let times = |value: Expr, name: &str| (value.cast(DataType::Float64) * factor.clone()).alias(name);
    Ok(labs.with_columns([times(col("value"), "value"), times(col("lln"), "lln"), times(upper, "uln")]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_units_in_their_many_spellings() {
        assert_eq!(factor_of(Test::Plt, "10*9/L"), Some(1.0));
        assert_eq!(factor_of(Test::Plt, "x10^9/L"), Some(1.0));
        assert_eq!(factor_of(Test::Anc, "/µL"), Some(0.001));
        assert_eq!(factor_of(Test::Hgb, "g/dL"), Some(10.0));
        assert_eq!(factor_of(Test::Bili, "mg/dL"), Some(17.1));
        assert_eq!(factor_of(Test::Hgb, "mmol/L"), None);
        assert_eq!(factor_of(Test::Bili, ""), None);
    }
}
