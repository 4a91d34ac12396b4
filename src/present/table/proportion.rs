//! A status without a time: how many of all treated, and of all who could be judged.

use super::groups::{GroupBlock, groups, interval_heading, overall};
use super::{Cell, Column, Table, TableRow, header_groups};
use crate::analysis::share::GROUNDS;
use crate::domain::Ground;
use crate::present::number::{Figure, interval, percent, shown};
use crate::present::results::{Block, Key, Part, Sources, count};
use crate::present::slug::slug;
use crate::present::text::EndpointText;

/// Shares of everybody and by each comparison, with both denominators.
pub(in crate::present) fn proportion_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let everybody = overall(sources, endpoint);
    let rows_of = |group: &GroupBlock<'_>| -> Vec<TableRow> {
        let of = |cause: &&str| {
            let own = row(endpoint, &group.block, cause);
            std::iter::once(own).chain(grounds(endpoint, &group.block, cause)).collect::<Vec<_>>()
        };
        causes(&group.block).iter().flat_map(of).collect()
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

/// What a status rests on, under it, in both denominators: who of those without a response had died, and of whom it is
/// not known. What nobody has is left out.
fn grounds(endpoint: &EndpointText, block: &Block<'_>, cause: &str) -> Vec<TableRow> {
    let told = block.only(|row| &*row.analysis == GROUNDS && row.cause.as_deref() == Some(cause));
    let grounds =
        told.distinct(|row| row.term.as_deref().filter(|_| row.value.is_none_or(|value| value > 0.0)));
    let label = |ground: &str| {
        let found = Ground::ALL.into_iter().find(|known| known.name() == ground);
        found.map_or_else(|| ground.to_owned(), |ground| words(ground).to_owned())
    };
    let line = |ground: &&str| {
        let of_ground = told.only(|row| row.term.as_deref() == Some(ground));
        let mut cells = vec![Cell::Text(label(ground))];
        for population in endpoint.denominators() {
            let key = Key { analysis: GROUNDS, ..key(&population.name, cause) };
            cells.push(Cell::number(fraction(&of_ground, key)));
            cells.push(Cell::number(shown(of_ground.row("estimate", key), percent).into_owned()));
        }
        let some = of_ground.rows().iter().any(|row| &*row.stat == "x" && row.value.is_some_and(|x| x > 0.0));
        some.then(|| TableRow::under(cells))
    };
    grounds.iter().filter_map(line).collect()
}

/// A ground under the status that it is one of.
fn words(ground: Ground) -> &'static str {
    match ground {
        Ground::Measured => "of these by values",
        Ground::Dead => "of these dead by then",
        Ground::Rescued => "of these rescued by then",
        Ground::NotEngrafted => "of these not engrafted",
        Ground::Unconfirmed => "of these unconfirmed (one value alone)",
        Ground::NoValue => "of these not evaluable (no value)",
    }
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
