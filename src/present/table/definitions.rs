//! What every endpoint is, from the definitions that it was derived by.

use super::{Cell, Column, Table, TableRow};
use crate::present::results::Sources;
use crate::present::text::{DefinitionText, EndpointText};

/// One row an endpoint; none where nothing is defined.
pub(in crate::present) fn definitions_table(sources: Sources<'_>) -> Option<Table> {
    let defined = sources.text.endpoints.iter().filter(|endpoint| !is_variant(endpoint));
    let rows = defined.filter(|endpoint| !endpoint.details.event.is_empty()).map(row);
    let headings =
        ["Endpoint", "Event", "Time from", "Competing", "Last day", "Second transplant", "Exists for"];
    let mut footnotes = vec![
        "Follow-up ends at death or last contact; where more than death is looked for, at the last day to which \
         complications are known."
            .to_owned(),
        "Of several events on one day the first named counts; death counts last.".to_owned(),
    ];
    if !sources.text.rule_sets.is_empty() {
        footnotes.push(format!("Definitions and rules: {}.", sources.text.rule_sets.join("; ")));
    }
    let table = Table {
        id: "endpoint-definitions".to_owned(),
        title: "Definitions of the endpoints".to_owned(),
        columns: headings.map(Column::words).into(),
        rows: rows.collect(),
        footnotes,
        ..Table::default()
    };
    table.has_rows().then_some(table)
}

/// Whether it is another analysis of an endpoint that stands there already.
fn is_variant(endpoint: &EndpointText) -> bool {
    endpoint.name.contains(['@', '~', '/'])
}

fn row(endpoint: &EndpointText) -> TableRow {
    let DefinitionText { event, origin, competing, window, second_transplant, applies_to } =
        &endpoint.details;
    let or = |text: &str, other: &str| Cell::Text(if text.is_empty() { other } else { text }.to_owned());
    TableRow::top(vec![
        Cell::Text(endpoint.label.clone()),
        Cell::Text(event.clone()),
        or(origin, "transplant"),
        or(competing, "none"),
        or(window, "–"),
        or(second_transplant, "–"),
        or(applies_to, "all"),
    ])
}
