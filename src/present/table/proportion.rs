//! A status without a time: how many of all treated, and of all who could be judged.

use super::groups::{GroupBlock, groups, interval_heading, overall};
use super::{Cell, Column, Table, TableRow, header_groups};
use crate::present::number::{Figure, interval, percent, shown};
use crate::present::results::{Block, Key, Part, Sources, count};
use crate::present::slug::slug;
use crate::present::text::EndpointText;

/// Shares of everybody and by each comparison, with both denominators.
pub(in crate::present) fn proportion_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let everybody = overall(sources, endpoint);
    let rows_of = |group: &GroupBlock<'_>| -> Vec<TableRow> {
        causes(&group.block).iter().map(|cause| row(endpoint, &group.block, cause)).collect()
    };
    let mut rows = vec![TableRow::section("Overall", None)];
    rows.extend(rows_of(&everybody));
    for by in sources.results.comparisons(&endpoint.name) {
        let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
        let name = super::super::text::spelled(&sources.text.comparison(by));
        for group in groups(&block) {
            rows.push(TableRow::section(format!("{name}: {}", group.label), None));
            rows.extend(rows_of(&group));
        }
    }
    let heading = interval_heading(&everybody.block.only(|row| &*row.analysis == "proportion"));
    let mut columns = vec![Column::words("Status")];
    let denominators = endpoint.denominators();
    for _ in &denominators {
        columns.push(Column::numbers("n / N"));
        columns.push(Column::numbers(format!("% ({heading})")));
    }
    let several = if denominators.len() > 1 { ", with both denominators" } else { "" };
    let spans: Vec<(String, usize)> =
        denominators.into_iter().map(|population| (population.label, 2)).collect();
    let table = Table {
        id: slug(&endpoint.name),
        title: format!("{} by group{several}", endpoint.label),
        header_groups: header_groups(1, &spans, 0),
        columns,
        rows,
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}

/// The statuses for which there are shares, in the order of the rows.
pub(in crate::present) fn causes<'a>(block: &Block<'a>) -> Vec<&'a str> {
    block.only(|row| &*row.analysis == "proportion").distinct(|row| row.cause.as_deref())
}

fn row(endpoint: &EndpointText, block: &Block<'_>, cause: &str) -> TableRow {
    let mut cells = vec![Cell::Text(endpoint.cause(cause))];
    for population in endpoint.denominators() {
        let key = key(&population.name, cause);
        cells.push(Cell::number(fraction(block, key)));
        let main = shown(block.row("estimate", key), percent).into_owned();
        let limits = interval(block.row("conf_low", key), block.row("conf_high", key), percent);
        cells.push(if main.is_empty() { Cell::Empty } else { Cell::Number { main, interval: limits } });
    }
    TableRow::top(cells)
}

/// What a share is looked up by.
pub(in crate::present) fn key<'q>(population: &'q str, cause: &'q str) -> Key<'q> {
    Key { analysis: "proportion", population: Some(population), cause: Some(cause), time: None }
}

/// The counts of a share: `12 / 20`; empty where there are none.
pub(in crate::present) fn fraction(block: &Block<'_>, key: Key<'_>) -> String {
    match (block.row("x", key), block.row("n", key)) {
        (None, None) => String::new(),
        (x, n) => {
            let whole = |figure: Figure| count(figure.value).to_string();
            format!("{} / {}", shown(x, whole), shown(n, whole))
        }
    }
}
