//! Which rows of `events`, `treatments` and `followup` are the event of which endpoint.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::super::condition::Conditions;
use super::super::error::{CohortError, engine};
use crate::study::{Endpoint, EndpointKind, PartEvent};

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
