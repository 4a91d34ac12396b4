//! Cumulative incidence by group, for the cause of interest and for what competes.

use super::groups::{
    GroupBlock, count, effective, groups, interval_heading, is_weighted, overall, share, test_note, times,
};
use super::{Cell, Column, Table, TableRow, header_groups};
use crate::present::results::{Key, Part, Sources};
use crate::present::slug::slug;
use crate::present::text::EndpointText;

/// The estimates by Aalen-Johansen.
const CIF: Key<'static> = Key { analysis: "cif", population: None, cause: None, time: None };

/// Everybody by cause, then the cause of interest by each comparison.
pub(in crate::present) fn incidence_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let everybody = overall(sources, endpoint);
    let interest = endpoint.interest()?;
    let times = times(sources, endpoint);
    let mut rows = Vec::new();
    for cause in &endpoint.causes {
        rows.push(row(&endpoint.cause(cause), &everybody, cause, &times));
    }
    let mut sections = vec![TableRow::section("Overall, by cause", None)];
    sections.append(&mut rows);
    for by in sources.results.comparisons(&endpoint.name) {
        sections.extend(section(sources, endpoint, (by, interest), &times));
    }
    exists(&everybody).then(|| Table {
        id: slug(&endpoint.name),
        title: format!("{}: cumulative incidence", endpoint.label),
        ..table(sources, &everybody, sections, &times)
    })
}

/// The competing causes by each comparison; none where nothing is compared or competes.
pub(in crate::present) fn competing_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let everybody = overall(sources, endpoint);
    let times = times(sources, endpoint);
    let mut rows = Vec::new();
    for by in sources.results.comparisons(&endpoint.name) {
        for cause in endpoint.causes.iter().skip(1) {
            rows.extend(section(sources, endpoint, (by, cause), &times));
        }
    }
    (exists(&everybody) && !rows.is_empty()).then(|| Table {
        id: slug(&format!("{}-competing", endpoint.name)),
        title: format!("{}: competing events by group", endpoint.label),
        ..table(sources, &everybody, rows, &times)
    })
}

fn exists(everybody: &GroupBlock<'_>) -> bool {
    everybody.block.rows().iter().any(|row| &*row.analysis == "cif")
}

fn table(sources: Sources<'_>, everybody: &GroupBlock<'_>, rows: Vec<TableRow>, times: &[f64]) -> Table {
    let heading = interval_heading(&everybody.block.only(|row| &*row.analysis == "cif"));
    let mut columns = vec![Column::words("Group"), Column::numbers("N"), Column::numbers("Events")];
    let weighted = is_weighted(&everybody.block);
    if weighted {
        columns.insert(2, Column::numbers("Effective N"));
    }
    for _ in times {
        columns.push(Column::numbers("At risk"));
        columns.push(Column::numbers(format!("% ({heading})")));
    }
    let spans: Vec<(String, usize)> =
        times.iter().map(|time| (sources.text.time_heading(*time), 2)).collect();
    Table {
        header_groups: header_groups(3 + usize::from(weighted), &spans, 0),
        columns,
        rows,
        ..Table::default()
    }
    .explained()
}

fn section(
    sources: Sources<'_>,
    endpoint: &EndpointText,
    (by, cause): (&str, &str),
    times: &[f64],
) -> Vec<TableRow> {
    let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
    let heading = format!("{} by {}", endpoint.cause(cause), sources.text.comparison(by));
    let mut rows = vec![TableRow::section(heading, test_note(&block, Some(cause)))];
    rows.extend(groups(&block).iter().map(|group| row(&group.label, group, cause, times)));
    rows
}

fn row(label: &str, group: &GroupBlock<'_>, cause: &str, times: &[f64]) -> TableRow {
    let of_cause = Key { cause: Some(cause), ..CIF };
    let mut cells =
        vec![Cell::Text(label.to_owned()), size(group, cause), count(&group.block, "events", of_cause)];
    if is_weighted(&group.block) {
        cells.insert(2, effective(&group.block, CIF));
    }
    for time in times {
        let key = Key { time: Some(*time), ..of_cause };
        cells.push(count(&group.block, "n_risk", key));
        cells.push(share(&group.block, key));
    }
    TableRow::top(cells)
}

/// The number of patients, which stands once or with each cause.
pub(in crate::present) fn size(group: &GroupBlock<'_>, cause: &str) -> Cell {
    match count(&group.block, "n", CIF) {
        Cell::Empty => count(&group.block, "n", Key { cause: Some(cause), ..CIF }),
        cell => cell,
    }
}
