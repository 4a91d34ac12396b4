//! Survival by group: numbers, median, survival at times, follow-up. One table an endpoint.

use super::groups::{
    GroupBlock, count, effective, groups, interval_heading, is_weighted, overall, share, test_note, times,
    unit,
};
use super::{Cell, Column, Table, TableRow, header_groups};
use crate::present::number::{Figure, interval, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::slug::slug;
use crate::present::text::EndpointText;
use crate::present::time::TimeUnit;

/// The estimates by Kaplan-Meier.
const KM: Key<'static> = Key { analysis: "km", population: None, cause: None, time: None };

/// Survival of everybody and by each comparison; none where the endpoint has no estimates.
pub(in crate::present) fn survival_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let everybody = overall(sources, endpoint);
    let layout = Layout {
        times: times(sources, endpoint),
        tau: everybody.block.times("rmst").last().copied(),
        unit: unit(sources, endpoint),
        weighted: is_weighted(&everybody.block),
    };
    let heading = interval_heading(&everybody.block.only(|row| &*row.analysis == "km"));
    let mut rows = vec![layout.row(&everybody)];
    for by in sources.results.comparisons(&endpoint.name) {
        let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
        let heading = format!("By {}", sources.text.comparison(by));
        rows.push(TableRow::section(heading, test_note(&block, None)));
        rows.extend(groups(&block).iter().map(|group| layout.row(group)));
    }
    let spans: Vec<(String, usize)> =
        layout.times.iter().map(|time| (sources.text.time_heading(*time), 2)).collect();
    let table = Table {
        id: slug(&endpoint.name),
        title: format!("{} by group", endpoint.label),
        header_groups: header_groups(
            4 + usize::from(layout.weighted),
            &spans,
            1 + usize::from(layout.tau.is_some()),
        ),
        columns: layout.columns(sources, &heading),
        rows,
        ..Table::default()
    };
    let exists = everybody.block.rows().iter().any(|row| &*row.analysis == "km");
    exists.then(|| table.explained())
}

/// What the columns hold.
struct Layout {
    times: Vec<f64>,
    tau: Option<f64>,
    unit: TimeUnit,
    weighted: bool,
}

impl Layout {
    fn columns(&self, sources: Sources<'_>, interval: &str) -> Vec<Column> {
        let unit = self.unit.name();
        let mut columns = vec![
            Column::words("Group"),
            Column::numbers("N"),
            Column::numbers("Events"),
            Column::numbers(format!("Median, {unit} ({interval})")),
        ];
        if self.weighted {
            columns.insert(2, Column::numbers("Effective N"));
        }
        for _ in &self.times {
            columns.push(Column::numbers("At risk"));
            columns.push(Column::numbers(format!("% ({interval})")));
        }
        if let Some(tau) = self.tau {
            let until = super::super::text::lowered(&sources.text.time_heading(tau));
            columns.push(Column::numbers(format!("Restricted mean to {until}, {unit} ({interval})")));
        }
        columns.push(Column::numbers(format!("Median follow-up, {unit}")));
        columns
    }

    fn row(&self, group: &GroupBlock<'_>) -> TableRow {
        let block = &group.block;
        let mut cells = vec![
            Cell::Text(group.label.clone()),
            count(block, "n", KM),
            count(block, "events", KM),
            self.time_cell(block, ["median", "median_low", "median_high"], KM),
        ];
        if self.weighted {
            cells.insert(2, effective(block, KM));
        }
        for time in &self.times {
            let key = Key { time: Some(*time), ..KM };
            cells.push(count(block, "n_risk", key));
            cells.push(share(block, key));
        }
        if self.tau.is_some() {
            let key = Key { time: self.tau, ..KM };
            cells.push(self.time_cell(block, ["rmst", "rmst_low", "rmst_high"], key));
        }
        cells.push(Cell::number(shown(block.row("followup_median", KM), |days| self.unit.show(days))));
        TableRow::top(cells)
    }

    fn time_cell(&self, block: &Block<'_>, [stat, low, high]: [&str; 3], key: Key<'_>) -> Cell {
        let show = |days: Figure| self.unit.show(days);
        let main = shown(block.row(stat, key), show).into_owned();
        if main.is_empty() {
            return Cell::Empty;
        }
        Cell::Number { main, interval: interval(block.row(low, key), block.row(high, key), show) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ard::{Reason, Row};
    use crate::present::fixture::bare_row;
    use crate::present::results::Results;
    use crate::present::text::{EndpointKind, ReportText};

    fn rows() -> Vec<Row> {
        let method = "Kaplan-Meier; interval log-log; level 0.9";
        let row = |stat: &str, time: Option<f64>, value: Result<f64, Reason>| Row {
            time,
            method: method.into(),
            reason: value.err(),
            ..bare_row(("os", "km"), stat, value.ok())
        };
        let year = Some(365.0);
        vec![
            row("n", None, Ok(12345.0)),
            row("events", None, Ok(2.0)),
            row("median", None, Ok(368.293_75)),
            row("median_low", None, Ok(243.5)),
            row("median_high", None, Err(Reason::NotReached)),
            row("followup_median", None, Err(Reason::NotReached)),
            row("n_risk", year, Ok(0.0)),
            row("estimate", year, Ok(0.6345)),
            row("conf_low", year, Ok(0.5)),
            row("conf_high", year, Ok(0.7)),
            row("rmst", Some(730.0), Ok(304.375)),
            row("rmst_low", Some(730.0), Ok(300.0)),
            row("rmst_high", Some(730.0), Ok(310.0)),
        ]
    }

    #[test]
    fn cells_are_as_a_clinical_table_has_them() {
        let rows = rows();
        let results = Results::new(&rows);
        let text = ReportText::default();
        let endpoint = EndpointText {
            name: "os".to_owned(),
            label: "Overall survival".to_owned(),
            kind: EndpointKind::Survival,
            horizon: Some(1000.0),
            ..EndpointText::default()
        };
        let table = survival_table(Sources { results: &results, text: &text }, &endpoint).unwrap();
        let TableRow::Cells { cells, .. } = &table.rows[0] else { panic!("no cells") };
        let shown: Vec<String> = cells.iter().map(Cell::text).collect();
        let expected =
            ["Overall", "12345", "2", "12.1 (8.0, NR)", "0", "63.5 (50.0, 70.0)", "10.0 (9.9, 10.2)", "NR"];
        assert_eq!(shown, expected);
        let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
        assert_eq!(headings[3], "Median, months (90% CI)");
        assert_eq!(headings[6], "Restricted mean to 2 years, months (90% CI)");
        assert_eq!(table.header_groups.iter().map(|group| group.span).sum::<usize>(), headings.len());
        assert_eq!(table.footnotes, ["NR: not reached."]);
    }
}
