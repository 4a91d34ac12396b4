//! Which rows of `events`, `treatments` and `followup` are the event of which endpoint.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::*;

use super::super::condition::Conditions;
use super::super::error::{CohortError, engine};
use super::super::table::Columns;
use crate::study::{Endpoint, EndpointKind, Expression, PartEvent};

/// What the rows of a table that match a condition are known by. Endpoints with the same condition share it.
pub(in crate::cohort) fn row_key(table: &str, condition: &str) -> String {
    format!("{table}:{condition}")
}

/// The conditions on rows of a table that endpoints have, each once: the endpoint that it was met first in, and the
/// condition.
pub(in crate::cohort) fn row_conditions<'a>(
    table: &str,
    endpoints: &'a [Endpoint],
) -> BTreeMap<&'a str, &'a Endpoint> {
    let mut found = BTreeMap::new();
    for endpoint in endpoints {
        for part in &endpoint.plan.parts {
            if let PartEvent::Rows { table: of, condition } = &part.event
                && of == table
            {
                found.entry(condition.as_str()).or_insert(endpoint);
            }
        }
    }
    found
}

/// The rows of a table that are the events of endpoints, by [`row_key`].
pub(super) fn row_events(
    table: &str,
    query: &mut LazyFrame,
    endpoints: &[Endpoint],
) -> Result<BTreeMap<String, Expr>, CohortError> {
    let schema = query.collect_schema().map_err(engine(table))?;
    let mut events = BTreeMap::new();
    for (condition, endpoint) in row_conditions(table, endpoints) {
        let conditions = Conditions { schema: &schema, place: format!("endpoint {}", endpoint.name) };
        events.insert(row_key(table, condition), conditions.read(condition)?);
    }
    Ok(events)
}

/// The keys of the conditions of which nothing can be told: some rows may fulfil them, by a column in which no row of the
/// table has a value.
pub(super) fn untold(
    table: &str,
    query: &LazyFrame,
    endpoints: &[Endpoint],
) -> Result<BTreeSet<String>, CohortError> {
    let conditions = row_events(table, &mut query.clone(), endpoints)?;
    let open = |key: &str| format!("open:{key}");
    let read = |condition: &str| Expression::parse(condition).map(|read| read.columns()).unwrap_or_default();
    let columns: BTreeSet<String> = row_conditions(table, endpoints).into_keys().flat_map(read).collect();
    let counts = |rows: Expr, name: String| rows.sum().cast(DataType::Int64).alias(name);
    let opens = conditions.iter().map(|(key, condition)| counts(condition.clone().is_null(), open(key)));
    let filled = columns.iter().map(|column| counts(col(column.as_str()).is_not_null(), column.clone()));
    let asked: Vec<Expr> = opens.chain(filled).collect();
    if asked.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found = Columns::collect(table, query.clone().select(asked))?;
    let is_any =
        |name: &str| found.get(name).is_ok_and(|counts| counts.number(0).is_some_and(|rows| rows > 0.0));
    let of = |condition: &&str| {
        is_any(&open(&row_key(table, condition))) && read(condition).iter().any(|column| !is_any(column))
    };
    Ok(row_conditions(table, endpoints).into_keys().filter(of).map(|text| row_key(table, text)).collect())
}

/// The keys of the rows of which every day is needed: of what recurs, and of what counts after an origin.
pub(super) fn repeated(endpoints: &[Endpoint]) -> Vec<String> {
    let repeats =
        |endpoint: &&Endpoint| endpoint.kind == EndpointKind::Recurrent || endpoint.plan.origin.is_some();
    let mut keys: Vec<String> = Vec::new();
    for part in endpoints.iter().filter(repeats).flat_map(|endpoint| &endpoint.plan.parts) {
        if let PartEvent::Rows { table, condition } = &part.event {
            keys.push(row_key(table, condition));
        }
    }
    keys
}
