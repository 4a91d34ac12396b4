//! Mean number of recurrent events by group.

use super::groups::{GroupBlock, count, groups, interval_heading, overall, times};
use super::{Cell, Column, Table, TableRow, header_groups};
use crate::present::number::{Figure, decimal, interval, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::slug::slug;
use crate::present::text::EndpointText;

/// The estimates by Ghosh and Lin.
const MEAN: Key<'static> = Key { analysis: "recurrent", population: None, cause: None, time: None };

/// Mean counts of everybody and by each comparison; none where the endpoint has no estimates.
pub(in crate::present) fn mean_count_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let everybody = overall(sources, endpoint);
    let times = times(sources, endpoint);
    let mut rows = vec![row(&everybody, &times)];
    for by in sources.results.comparisons(&endpoint.name) {
        let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
        rows.push(TableRow::section(format!("By {}", sources.text.comparison(by)), None));
        rows.extend(groups(&block).iter().map(|group| row(group, &times)));
    }
    let estimates = everybody.block.only(|row| &*row.analysis == "recurrent");
    let heading = interval_heading(&estimates);
    let terminal =
        endpoint.causes.get(1).map_or_else(|| "Terminal".to_owned(), |cause| endpoint.cause(cause));
    let mut columns = vec![
        Column::words("Group"),
        Column::numbers("N"),
        Column::numbers("Events"),
        Column::numbers(terminal),
    ];
    for _ in &times {
        columns.push(Column::numbers("At risk"));
        columns.push(Column::numbers(format!("Mean ({heading})")));
    }
    let spans: Vec<(String, usize)> =
        times.iter().map(|time| (sources.text.time_heading(*time), 2)).collect();
    let table = Table {
        id: slug(&endpoint.name),
        title: format!("{}: mean number of events per patient", endpoint.label),
        header_groups: header_groups(4, &spans, 0),
        columns,
        rows,
        ..Table::default()
    };
    (!estimates.is_empty()).then(|| table.explained())
}

fn row(group: &GroupBlock<'_>, times: &[f64]) -> TableRow {
    let block = &group.block;
    let mut cells = vec![
        Cell::Text(group.label.clone()),
        count(block, "n", MEAN),
        count(block, "events", MEAN),
        count(block, "n_terminal", MEAN),
    ];
    for time in times {
        let key = Key { time: Some(*time), ..MEAN };
        cells.push(count(block, "n_risk", key));
        cells.push(mean(block, key));
    }
    TableRow::top(cells)
}

fn mean(block: &Block<'_>, key: Key<'_>) -> Cell {
    let show = |value: Figure| decimal(value, 2);
    let main = shown(block.row("estimate", key), show).into_owned();
    if main.is_empty() {
        return Cell::Empty;
    }
    let valued = block.value("estimate", key).is_some();
    let limits = || interval(block.row("conf_low", key), block.row("conf_high", key), show);
    Cell::Number { main, interval: valued.then(limits).flatten() }
}
