//! Incidence rates by group, and their ratios.

use super::groups::{GroupBlock, count, groups, interval_heading, overall};
use super::{Cell, Column, Table, TableRow};
use crate::domain::Group;
use crate::present::number::{Figure, decimal, interval, p_value, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::slug::slug;
use crate::present::text::{EndpointKind, EndpointText};
use crate::present::time::DAYS_PER_YEAR;

/// The rates.
const RATE: Key<'static> = Key { analysis: "rate", population: None, cause: None, time: None };
/// How the method of a rate begins, before the person-time that it is given for.
const PER: &str = "Incidence rate per ";

/// Rates of everybody and by each comparison, each group against the first; none where none were asked for.
pub(in crate::present) fn rate_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let everybody = overall(sources, endpoint);
    let estimates = everybody.block.only(|row| &*row.analysis == "rate");
    let method = estimates.rows().first()?.method.split(';').next().unwrap_or_default();
    let unit = method.strip_prefix(PER).unwrap_or_default();
    let mut rows = vec![row(&everybody, [Cell::Empty, Cell::Empty])];
    for by in sources.results.comparisons(&endpoint.name) {
        let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
        let block = block.only(|row| &*row.analysis == "rate");
        let groups = groups(&block);
        let Some((first, others)) = groups.split_first() else { continue };
        rows.push(TableRow::section(format!("By {}", sources.text.comparison(by)), None));
        rows.push(row(first, [Cell::number("1"), Cell::Empty]));
        for group in others {
            let term = format!("{} vs {}", group.label, first.label);
            let of_pair = |row: &crate::analysis::ard::Row| row.term.as_deref() == Some(term.as_str());
            rows.push(row(group, ratio(&block.group(&Group::everybody()).only(of_pair))));
        }
    }
    let heading = interval_heading(&estimates);
    let table = Table {
        id: slug(&format!("{}-rate", endpoint.name)),
        title: format!("{}: incidence rate", endpoint.label),
        columns: vec![
            Column::words("Group"),
            Column::numbers("N"),
            Column::numbers("Events"),
            Column::numbers("Patient-years"),
            Column::numbers(format!("Per {unit} ({heading})")),
            Column::numbers(format!("Rate ratio ({heading})")),
            Column::numbers("p"),
        ],
        rows,
        footnotes: independence(endpoint).into_iter().collect(),
        ..Table::default()
    };
    Some(table.explained())
}

/// What the intervals of repeated events leave out.
fn independence(endpoint: &EndpointText) -> Option<String> {
    let note = "Intervals and p take events as independent; where those of one patient go together, they are too narrow.";
    (endpoint.kind == EndpointKind::Recurrent).then(|| note.to_owned())
}

fn row(group: &GroupBlock<'_>, [ratio, p]: [Cell; 2]) -> TableRow {
    let block = &group.block;
    let years = |days: Figure| decimal(days.per(DAYS_PER_YEAR), 1);
    TableRow::top(vec![
        Cell::Text(group.label.clone()),
        count(block, "n", RATE),
        count(block, "events", RATE),
        Cell::number(shown(block.row("person_time", RATE), years)),
        with_limits(block, ["rate", "conf_low", "conf_high"], 1),
        ratio,
        p,
    ])
}

/// The ratio to the first group, and its p-value.
fn ratio(block: &Block<'_>) -> [Cell; 2] {
    [
        with_limits(block, ["ratio", "ratio_low", "ratio_high"], 2),
        Cell::number(shown(block.row("p_value", RATE), p_value)),
    ]
}

fn with_limits(block: &Block<'_>, [stat, low, high]: [&str; 3], places: usize) -> Cell {
    let show = |value: Figure| decimal(value, places);
    let main = shown(block.row(stat, RATE), show).into_owned();
    if main.is_empty() {
        return Cell::Empty;
    }
    Cell::Number { main, interval: interval(block.row(low, RATE), block.row(high, RATE), show) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ard::{Reason, Row};
    use crate::present::fixture::bare_row;
    use crate::present::results::Results;
    use crate::present::text::ReportText;

    fn rows() -> Vec<Row> {
        let method = "Incidence rate per 100 patient-years; interval exact Poisson (Garwood); level 0.95";
        let rate = |by: Option<&str>, arm: &str, values: [f64; 6]| -> Vec<Row> {
            let levels = by.map(|by| (by.to_owned(), arm.to_owned())).into_iter().collect();
            let group = std::sync::Arc::new(Group::new(levels));
            let stats = ["n", "events", "person_time", "rate", "conf_low", "conf_high"];
            let row = |(stat, value): (&str, f64)| Row {
                comparison: by.map(Into::into),
                endpoint: Some("os".into()),
                group: std::sync::Arc::clone(&group),
                method: method.into(),
                ..bare_row(("os", "rate"), stat, Some(value))
            };
            stats.into_iter().zip(values).map(row).collect()
        };
        let mut rows = rate(None, "", [9.0, 2.0, 7305.0, 10.0, 1.21, 36.12]);
        rows.extend(rate(Some("arm"), "A", [4.0, 0.0, 3652.5, 0.0, 0.0, 36.89]));
        rows.extend(rate(Some("arm"), "B", [5.0, 2.0, 3652.5, 20.0, 2.42, 72.25]));
        for (stat, value) in
            [("ratio", None), ("ratio_low", Some(0.19)), ("ratio_high", None), ("p_value", Some(0.5))]
        {
            rows.push(Row {
                comparison: Some("arm".into()),
                endpoint: Some("os".into()),
                term: Some("B vs A".into()),
                reason: value.is_none().then_some(Reason::NotEstimable),
                ..bare_row(("os", "rate"), stat, value)
            });
        }
        rows
    }

    #[test]
    fn each_group_stands_against_the_first() {
        let rows = rows();
        let results = Results::new(&rows);
        let text = ReportText::default();
        let endpoint =
            EndpointText { name: "os".to_owned(), label: "Death".to_owned(), ..EndpointText::default() };
        let table = rate_table(Sources { results: &results, text: &text }, &endpoint).unwrap();
        assert_eq!(table.columns[4].heading, "Per 100 patient-years (95% CI)");
        let shown = |row: &TableRow| match row {
            TableRow::Cells { cells, .. } => cells.iter().map(Cell::text).collect::<Vec<_>>().join("|"),
            TableRow::Section { heading, .. } => heading.clone(),
        };
        let lines: Vec<String> = table.rows.iter().map(shown).collect();
        assert_eq!(lines[0], "Overall|9|2|20.0|10.0 (1.2, 36.1)||");
        assert_eq!(lines[2], "A|4|0|10.0|0.0 (0.0, 36.9)|1|");
        assert_eq!(lines[3], "B|5|2|10.0|20.0 (2.4, 72.3)|NE (0.19, NE)|0.50");
    }
}
