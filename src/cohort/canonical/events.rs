//! Which rows of `events` and `treatments` are the event of which endpoint.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::super::condition::Conditions;
use super::super::error::{CohortError, engine};
use crate::study::Endpoint;
use crate::study::file::EventSpec;

fn is(column: &str, code: &str) -> Expr {
    col(column).eq(lit(code))
}

fn one_of(column: &str, codes: &[&str]) -> Expr {
    codes.iter().fold(lit(false), |any, code| any.or(is(column, code)))
}

fn infection(organism: &str) -> Expr {
    is("type", "INFECTION").and(is("organism_class", organism))
}

/// The rows of `events` that are the event of a built-in endpoint, by its name.
///
/// Chronic GVHD without a grade counts as chronic GVHD of any grade; a grade of 0 does not.
pub(super) fn built_in_events() -> BTreeMap<String, Expr> {
    let acute = |grades: &[&str]| is("type", "AGVHD").and(one_of("grade", grades));
    let chronic = |grades: &[&str]| is("type", "CGVHD").and(one_of("grade", grades));
    let events = [
        ("agvhd_2_4", acute(&["2", "3", "4"])),
        ("agvhd_3_4", acute(&["3", "4"])),
        ("cgvhd", is("type", "CGVHD").and(col("grade").is_null().or(col("grade").neq(lit("0"))))),
        ("cgvhd_moderate_severe", chronic(&["MODERATE", "SEVERE"])),
        ("cgvhd_severe", chronic(&["SEVERE"])),
        ("infection_bacterial", infection("BACTERIAL")),
        ("infection_viral", infection("VIRAL")),
        ("infection_fungal", infection("FUNGAL")),
        ("cmv", is("type", "CMV")),
        ("ebv", is("type", "EBV")),
        ("sos", is("type", "SOS")),
        ("second_malignancy", is("type", "SECOND_MALIG")),
        ("second_autoimmune", is("type", "SECOND_AUTOIMMUNE")),
    ];
    events.into_iter().map(|(name, condition)| (name.to_owned(), condition)).collect()
}

/// The key of the first day of an endpoint of the study's own.
pub(super) fn own_key(endpoint: &str) -> String {
    format!("own:{endpoint}")
}

/// The rows of a table that are the events of the study's own endpoints, by [`own_key`].
pub(super) fn own_events(
    table: &str,
    query: &mut LazyFrame,
    endpoints: &[Endpoint],
) -> Result<BTreeMap<String, Expr>, CohortError> {
    let schema = query.collect_schema().map_err(engine(table))?;
    let mut events = BTreeMap::new();
    for endpoint in endpoints {
        let Some(EventSpec::Rows(rows)) = &endpoint.spec.event else { continue };
        if rows.table.get_ref() == table {
            let conditions = Conditions { schema: &schema, place: format!("endpoint {}", endpoint.name) };
            events.insert(own_key(&endpoint.name), conditions.read(rows.condition.get_ref())?);
        }
    }
    Ok(events)
}
