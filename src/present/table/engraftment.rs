//! Recovery and graft failure side by side.

use super::groups::{count, interval_heading, overall, share, times};
use super::incidence::size;
use super::{Cell, Column, Key, Table, TableRow};
use crate::present::results::Sources;
use crate::present::text::EndpointText;
use crate::present::text::of_treated;

/// One row an endpoint, with every time that any of them has.
pub(in crate::present) fn engraftment_table(
    sources: Sources<'_>,
    endpoints: &[&EndpointText],
) -> Option<Table> {
    let mut every: Vec<f64> = endpoints.iter().flat_map(|endpoint| times(sources, endpoint)).collect();
    every.sort_by(f64::total_cmp);
    every.dedup();
    let mut rows = Vec::new();
    let mut heading = None;
    for endpoint in endpoints {
        let (everybody, Some(cause)) = (overall(sources, endpoint), endpoint.interest()) else { continue };
        if everybody.block.row("n", Key { analysis: "cif", cause: Some(cause), ..Key::default() }).is_none()
            && everybody.block.row("n", Key { analysis: "cif", ..Key::default() }).is_none()
        {
            continue;
        }
        heading.get_or_insert_with(|| interval_heading(&everybody.block.only(|row| &*row.analysis == "cif")));
        let key = Key { analysis: "cif", cause: Some(cause), ..Key::default() };
        let bookkeeping = Key { analysis: "endpoint", ..Key::default() };
        let mut cells = vec![
            Cell::Text(endpoint.heading()),
            size(&everybody, cause),
            count(&everybody.block, "n_never_below", bookkeeping),
            count(&everybody.block, "events", key),
        ];
        cells.extend(every.iter().map(|time| share(&everybody.block, Key { time: Some(*time), ..key })));
        rows.push(TableRow::top(cells));
    }
    let interval = heading.unwrap_or_default();
    let mut columns = vec![Column::words("Endpoint")];
    columns.extend(["N", "Never below", "Events"].map(Column::numbers));
    for time in &every {
        columns.push(Column::numbers(format!("{}, % ({interval})", sources.text.time_heading(*time))));
    }
    let table = Table {
        id: "engraftment".to_owned(),
        title: of_treated("Engraftment at a glance"),
        columns,
        rows,
        footnotes: vec![
            "Cumulative incidence. Never below: patients whose counts never fell below the threshold; \
             they are not in N. Empty: not asked for at this time."
                .to_owned(),
        ],
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}
