//! Groups compared in pairs: tests with adjusted p-values, and restricted means with their differences.

use super::group_tests::test_words;
use super::groups::count;
use super::{Cell, Column, Table, TableRow};
use crate::analysis::ard::Row;
use crate::present::number::{Figure, decimal, interval, level, p_value, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::text::{EndpointText, of_treated, spelled};
use crate::present::time::TimeUnit;

/// One row a pair of groups and test: its statistic and p-value, alone and adjusted for the number of pairs.
pub(in crate::present) fn pairs_table(sources: Sources<'_>) -> Option<Table> {
    let mut found = Found::default();
    for_every_pair(sources, "p_value", |pair| {
        let mut cells = pair.words();
        cells.push(pair.number("chisq", |value| decimal(value, 2)));
        cells.push(count(&pair.block, "df", pair.key));
        cells.extend([pair.number("p_value", p_value), pair.number("p_adjusted", p_value)]);
        found.add(cells, &pair.first.method);
    });
    let numbers = ["χ²", "df", "p", "Adjusted p"].map(Column::numbers);
    found.table("tests-pairs", "Tests between pairs of groups", numbers)
}

/// One row a pair of groups and restricted mean: difference and ratio with their intervals.
pub(in crate::present) fn means_table(sources: Sources<'_>) -> Option<Table> {
    let mut found = Found::default();
    let mut heading = "CI".to_owned();
    for_every_pair(sources, "difference_p", |pair| {
        if let Some(level) = level(&pair.first.method) {
            heading = format!("{level} CI");
        }
        let unit = TimeUnit::for_horizon(pair.first.time.unwrap_or_default());
        let mut cells = pair.words();
        cells.push(Cell::Text(unit.name().to_owned()));
        cells.push(pair.estimate("difference", |days| unit.show(days)));
        cells.push(pair.number("difference_p", p_value));
        cells.push(pair.estimate("ratio", |ratio| decimal(ratio, 2)));
        cells.extend([pair.number("ratio_p", p_value), pair.number("p_adjusted", p_value)]);
        found.add(cells, &pair.first.method);
    });
    let numbers = [
        Column::words("Unit"),
        Column::numbers(format!("Difference ({heading})")),
        Column::numbers("p"),
        Column::numbers(format!("Ratio ({heading})")),
        Column::numbers("p"),
        Column::numbers("Adjusted p"),
    ];
    found.table("tests-means", "Restricted means of groups compared", numbers)
}

/// The rows of a table, and how p-values were adjusted in them.
#[derive(Default)]
struct Found {
    rows: Vec<TableRow>,
    adjustments: Vec<String>,
}

impl Found {
    fn add(&mut self, cells: Vec<Cell>, method: &str) {
        self.rows.push(TableRow::top(cells));
        let adjustment = method.split("adjustment ").nth(1).and_then(|rest| rest.split(';').next());
        if let Some(name) = adjustment.filter(|name| *name != "none") {
            let line = format!("Adjusted p: by {name}’s method, over the pairs of a comparison and event.");
            if !self.adjustments.contains(&line) {
                self.adjustments.push(line);
            }
        }
    }

    fn table(self, id: &str, title: &str, numbers: impl IntoIterator<Item = Column>) -> Option<Table> {
        let words = ["Endpoint", "Groups", "Test", "Event", "Compared"].map(Column::words);
        let table = Table {
            id: id.to_owned(),
            title: of_treated(title),
            columns: words.into_iter().chain(numbers).collect(),
            rows: self.rows,
            footnotes: self.adjustments,
            ..Table::default()
        };
        table.has_rows().then(|| table.explained())
    }
}

/// Two groups compared by one test.
struct Pair<'a> {
    sources: Sources<'a>,
    endpoint: &'a EndpointText,
    by: &'a str,
    first: &'a Row,
    block: Block<'a>,
    key: Key<'a>,
}

impl Pair<'_> {
    /// Endpoint, groups, test, event and the pair.
    fn words(&self) -> Vec<Cell> {
        let event = self.first.cause.as_deref().map_or_else(String::new, |cause| self.endpoint.cause(cause));
        vec![
            Cell::Text(self.endpoint.heading()),
            Cell::Text(spelled(&self.sources.text.comparison(self.by))),
            Cell::Text(test_words(self.sources, self.first)),
            Cell::Text(event),
            Cell::Text(self.first.term.as_deref().unwrap_or_default().to_owned()),
        ]
    }

    fn number(&self, stat: &str, show: impl Fn(Figure) -> String) -> Cell {
        Cell::number(shown(self.block.row(stat, self.key), show))
    }

    fn estimate(&self, stat: &str, show: impl Fn(Figure) -> String) -> Cell {
        let main = shown(self.block.row(stat, self.key), &show).into_owned();
        let limit = |suffix: &str| self.block.row(&format!("{stat}_{suffix}"), self.key);
        Cell::Number { main, interval: interval(limit("low"), limit("high"), show) }
    }
}

/// Calls with every pair of groups that has this statistic.
fn for_every_pair<'a>(sources: Sources<'a>, stat: &str, mut each: impl FnMut(&Pair<'a>)) {
    for endpoint in &sources.text.endpoints {
        for by in sources.results.comparisons(&endpoint.name) {
            let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
            let pairs = block.only(|row| row.term.as_deref().is_some_and(|term| term.contains(" vs ")));
            for first in pairs.rows().iter().copied().filter(|row| *row.stat == *stat) {
                let key = Key {
                    analysis: &first.analysis,
                    cause: first.cause.as_deref(),
                    time: first.time,
                    ..Key::default()
                };
                let block = pairs.only(|row| row.term == first.term && row.method == first.method);
                each(&Pair { sources, endpoint, by, first, block, key });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::fixture::bare_row;
    use crate::present::results::Results;
    use crate::present::text::{EndpointKind, ReportText};

    fn shown_rows(table: &Table) -> Vec<Vec<String>> {
        let cells = |row: &TableRow| match row {
            TableRow::Cells { cells, .. } => cells.iter().map(Cell::text).collect(),
            TableRow::Section { .. } => Vec::new(),
        };
        table.rows.iter().map(cells).collect()
    }

    #[test]
    fn pairs_and_means() {
        let row = |analysis: &str, (stat, value): (&str, f64), time: Option<f64>| Row {
            comparison: Some("arm".into()),
            term: Some("b vs a".into()),
            time,
            method: "Test; level 0.95; pairwise, adjustment Holm; profile engraft".into(),
            ..bare_row(("os", analysis), stat, Some(value))
        };
        let mut rows: Vec<Row> = [("chisq", 3.0), ("df", 1.0), ("p_value", 0.083), ("p_adjusted", 0.25)]
            .map(|stat| row("logrank", stat, None))
            .to_vec();
        let mean = [
            ("difference", -12.0),
            ("difference_low", -30.5),
            ("difference_high", 6.5),
            ("difference_p", 0.2),
            ("ratio", 0.9),
            ("ratio_low", 0.75),
            ("ratio_high", 1.08),
            ("ratio_p", 0.21),
            ("p_adjusted", 0.4),
        ];
        rows.extend(mean.map(|stat| row("rmst", stat, Some(100.0))));
        let results = Results::new(&rows);
        let endpoint = EndpointText {
            name: "os".to_owned(),
            label: "Survival".to_owned(),
            kind: EndpointKind::Survival,
            ..EndpointText::default()
        };
        let text = ReportText { endpoints: vec![endpoint], ..ReportText::default() };
        let sources = Sources { results: &results, text: &text };
        let pairs = pairs_table(sources).unwrap();
        let expected = ["Survival", "Arm", "Log-rank", "", "b vs a", "3.00", "1", "0.08", "0.25"];
        assert_eq!(shown_rows(&pairs), [expected]);
        assert_eq!(
            pairs.footnotes,
            ["Adjusted p: by Holm’s method, over the pairs of a comparison and event."]
        );
        let means = means_table(sources).unwrap();
        let (name, unit, difference) = ("Restricted mean to day 100", "days", "-12 (-30.5, 6.5)");
        let ratio = "0.90 (0.75, 1.08)";
        let expected =
            ["Survival", "Arm", name, "", "b vs a", unit, difference, "0.20", ratio, "0.21", "0.40"];
        assert_eq!(shown_rows(&means), [expected]);
        assert_eq!(means.columns[6].heading, "Difference (95% CI)");
    }
}
