//! Complications side by side, at day 100 and one year.

use super::groups::{GroupBlock, count, groups, interval_heading, overall, share, test_note, times};
use super::incidence::size;
use super::{Cell, Column, Key, Table, TableRow, header_groups};
use crate::present::results::{Part, Sources};
use crate::present::slug::slug;
use crate::present::text::EndpointText;
use crate::present::text::of_treated;

/// Where complications are looked at, in days, where the study asks for these times.
const LOOKED_AT: [f64; 2] = [100.0, 365.0];
/// Groups side by side; with more, they stand below each other.
const MOST_COLUMNS: usize = 8;

/// The times at which complications are compared: day 100 and one year, or else the last asked for.
pub(in crate::present) fn looked_at(sources: Sources<'_>, endpoints: &[&EndpointText]) -> Vec<f64> {
    let mut asked: Vec<f64> = endpoints.iter().flat_map(|endpoint| times(sources, endpoint)).collect();
    asked.sort_by(f64::total_cmp);
    asked.dedup();
    let near = |wanted: &f64| asked.iter().copied().find(|time| (time - wanted).abs() < 1.0);
    let found: Vec<f64> = LOOKED_AT.iter().filter_map(near).collect();
    if found.is_empty() { asked.last().copied().into_iter().collect() } else { found }
}

/// The comparisons by one variable that any of these endpoints has.
pub(in crate::present) fn comparisons<'a>(sources: Sources<'a>, endpoints: &[&EndpointText]) -> Vec<&'a str> {
    let mut every: Vec<&str> = Vec::new();
    for endpoint in endpoints {
        for by in sources.results.comparisons(&endpoint.name) {
            if !by.contains(',') && !every.contains(by) {
                every.push(by);
            }
        }
    }
    every
}

/// One row a complication: everybody.
pub(in crate::present) fn complications_table(
    sources: Sources<'_>,
    endpoints: &[&EndpointText],
) -> Option<Table> {
    let times = looked_at(sources, endpoints);
    let mut rows = Vec::new();
    let mut heading = String::new();
    for endpoint in endpoints {
        let everybody = overall(sources, endpoint);
        if has_incidence(&everybody) {
            heading = interval_heading(&everybody.block.only(|row| &*row.analysis == "cif"));
            rows.push(row(&endpoint.heading(), &everybody, endpoint, &times));
        }
    }
    let table = Table {
        id: "complications".to_owned(),
        title: of_treated("Complications at a glance"),
        columns: columns(sources, "Complication", &heading, &times),
        rows,
        footnotes: vec!["Cumulative incidence; competing events as defined below.".to_owned()],
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}

/// The complications by one variable: groups side by side, or below each other where there are many.
pub(in crate::present) fn complications_by(
    sources: Sources<'_>,
    endpoints: &[&EndpointText],
    by: &str,
) -> Option<Table> {
    let times = looked_at(sources, endpoints);
    let mut labels: Vec<String> = Vec::new();
    let mut compared = Vec::new();
    for endpoint in endpoints {
        let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
        let groups: Vec<GroupBlock<'_>> = groups(&block).into_iter().filter(has_incidence).collect();
        for group in &groups {
            if !labels.contains(&group.label) {
                labels.push(group.label.clone());
            }
        }
        if !groups.is_empty() {
            compared.push(Compared { endpoint, note: test_note(&block, endpoint.interest()), groups });
        }
    }
    let heading = compared.first().and_then(|first| first.groups.first());
    let heading = heading.map(|group| interval_heading(&group.block)).unwrap_or_default();
    let name = sources.text.comparison(by);
    let table = if labels.len() * times.len() <= MOST_COLUMNS {
        side_by_side(sources, &compared, &labels, (&times, &heading))
    } else {
        below_each_other(sources, &compared, &heading, &times)
    };
    let table = Table {
        id: format!("complications-by-{}", slug(by)),
        title: of_treated(&format!("Complications by {name}")),
        footnotes: vec!["Cumulative incidence; competing events as defined below.".to_owned()],
        ..table
    };
    table.has_rows().then(|| table.explained())
}

/// A complication by the groups of one variable.
struct Compared<'a> {
    endpoint: &'a EndpointText,
    note: Option<String>,
    groups: Vec<GroupBlock<'a>>,
}

fn has_incidence(group: &GroupBlock<'_>) -> bool {
    group.block.rows().iter().any(|row| &*row.analysis == "cif")
}

fn columns(sources: Sources<'_>, first: &str, interval: &str, times: &[f64]) -> Vec<Column> {
    let mut columns = vec![Column::words(first), Column::numbers("N"), Column::numbers("Events")];
    for time in times {
        columns.push(Column::numbers(format!("{}, % ({interval})", sources.text.time_heading(*time))));
    }
    columns
}

fn row(label: &str, group: &GroupBlock<'_>, endpoint: &EndpointText, times: &[f64]) -> TableRow {
    let cause = endpoint.interest().unwrap_or_default();
    let key = Key { analysis: "cif", cause: Some(cause), ..Key::default() };
    let mut cells =
        vec![Cell::Text(label.to_owned()), size(group, cause), count(&group.block, "events", key)];
    cells.extend(times.iter().map(|time| share(&group.block, Key { time: Some(*time), ..key })));
    TableRow::top(cells)
}

fn below_each_other(sources: Sources<'_>, compared: &[Compared<'_>], interval: &str, times: &[f64]) -> Table {
    let mut rows = Vec::new();
    for complication in compared {
        rows.push(TableRow::section(complication.endpoint.heading(), complication.note.clone()));
        for group in &complication.groups {
            rows.push(row(&group.label, group, complication.endpoint, times));
        }
    }
    Table { columns: columns(sources, "Group", interval, times), rows, ..Table::default() }
}

fn side_by_side(
    sources: Sources<'_>,
    compared: &[Compared<'_>],
    labels: &[String],
    (times, interval): (&[f64], &str),
) -> Table {
    let mut columns = vec![Column::words("Complication")];
    for _ in labels {
        let heading = |time: &f64| format!("{}, % ({interval})", sources.text.time_heading(*time));
        columns.extend(times.iter().map(|time| Column::numbers(heading(time))));
    }
    columns.push(Column::numbers("Test"));
    let rows = compared.iter().map(|complication| {
        let cause = complication.endpoint.interest();
        let mut cells = vec![Cell::Text(complication.endpoint.heading())];
        for label in labels {
            let group = complication.groups.iter().find(|group| group.label == *label);
            cells.extend(times.iter().map(|time| {
                let key = Key { analysis: "cif", cause, time: Some(*time), ..Key::default() };
                group.map_or(Cell::Empty, |group| share(&group.block, key))
            }));
        }
        cells.push(Cell::number(complication.note.clone().unwrap_or_default()));
        TableRow::top(cells)
    });
    let spans: Vec<(String, usize)> = labels.iter().map(|label| (label.clone(), times.len())).collect();
    Table { header_groups: header_groups(1, &spans, 1), columns, rows: rows.collect(), ..Table::default() }
}
