//! What a release leaves out of its page: rows of tables and of charts of which nothing is told. They are named.

use super::chart::model::{GridCell, GridChart, IntervalChart};
use super::table::html::Body;
use super::table::{Cell, Content, Table};

/// What stands where a number is hidden.
const HIDDEN: &str = "hidden";
/// So many are named; more are counted.
const MOST_NAMED: usize = 20;

/// A table as a page shows it.
#[derive(Debug, Default)]
pub(super) struct Shown<'a> {
    pub(super) bodies: Vec<ShownBody<'a>>,
    /// Of which blocks of rows nothing is told, as a sentence.
    pub(super) withheld: Option<String>,
}

/// Rows under one heading, and of which of them nothing is told.
#[derive(Debug)]
pub(super) struct ShownBody<'a> {
    pub(super) body: Body<'a>,
    pub(super) withheld: Option<String>,
}

impl Table {
    /// The rows of which something is told, and the names of the others.
    pub(in crate::present) fn shown(&self) -> Shown<'_> {
        let mut shown = Shown::default();
        let mut blocks: Vec<String> = Vec::new();
        for mut body in self.bodies() {
            let mut rows: Vec<String> = Vec::new();
            body.rows.retain(|row| {
                let hidden = self.is_withheld(row.cells);
                rows.extend(hidden.then(|| row.cells.first().map(Cell::text).unwrap_or_default()));
                !hidden
            });
            match body.heading {
                Some((heading, None)) if body.rows.is_empty() && !rows.is_empty() => {
                    blocks.push(heading.to_owned());
                }
                _ => shown.bodies.push(ShownBody { body, withheld: nothing_told(&rows) }),
            }
        }
        shown.withheld = nothing_told(&blocks);
        shown
    }

    /// Whether nothing at all is told.
    pub(in crate::present) fn is_hidden(&self) -> bool {
        let mut any = false;
        let mut rows = self.bodies().into_iter().flat_map(|body| body.rows);
        rows.all(|row| {
            any = true;
            self.is_withheld(row.cells)
        }) && any
    }

    /// Whether all numbers of a row are hidden, and there are some.
    fn is_withheld(&self, cells: &[Cell]) -> bool {
        let mut any = false;
        let numbers = self.columns.iter().zip(cells).skip(1);
        let mut texts =
            numbers.filter(|(column, _)| column.content == Content::Numbers).map(|(_, cell)| cell.text());
        texts.all(|text| {
            any |= text.contains(HIDDEN);
            // Of a share the numerator is what the row is about.
            text.is_empty() || text.split(" / ").next() == Some(HIDDEN)
        }) && any
    }
}

/// Of what nothing is told: by name, where the names tell it from the rest.
fn nothing_told(names: &[String]) -> Option<String> {
    let distinct = names.iter().enumerate().all(|(place, name)| !names[..place].contains(name));
    match names.len() {
        0 => None,
        count if count > MOST_NAMED || !distinct => {
            let rows = if count == 1 { "row" } else { "rows" };
            Some(format!("Nothing is told of {count} more {rows}."))
        }
        _ => Some(format!("Nothing is told of: {}.", names.join("; "))),
    }
}

/// The rows of a chart in which something is drawn, the others named at its foot; none where nothing is.
pub(super) fn told_rows(mut chart: IntervalChart) -> Option<IntervalChart> {
    let mut names: Vec<String> = Vec::new();
    for panel in &mut chart.panels {
        panel.rows.retain(|row| {
            let told = row.marks.iter().any(|mark| mark.value.is_some());
            names.extend((!told).then(|| row.label.clone()));
            told
        });
    }
    chart.panels.retain(|panel| !panel.rows.is_empty());
    chart.footnotes.extend(nothing_told(&names));
    (!chart.panels.is_empty()).then_some(chart)
}

/// A grid in which something is told.
pub(super) fn told_grid(chart: GridChart) -> Option<GridChart> {
    let mut cells = chart.rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| matches!(cell, GridCell::Value { .. })).then_some(chart)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::chart::model::{Interval, IntervalMark, IntervalPanel, IntervalRow, IntervalScale};
    use crate::present::table::{Column, TableRow};

    fn row(cells: [&str; 3]) -> TableRow {
        let numbers = cells[1..].iter().map(|text| Cell::number(*text));
        TableRow::top(std::iter::once(Cell::Text(cells[0].to_owned())).chain(numbers).collect())
    }

    fn table(rows: Vec<TableRow>) -> Table {
        let numbers = ["n / N", "%"].map(Column::numbers);
        Table {
            columns: std::iter::once(Column::words("Group")).chain(numbers).collect(),
            rows,
            ..Table::default()
        }
    }

    #[test]
    fn rows_of_which_nothing_is_told_are_named() {
        let table = table(vec![
            TableRow::section("By arm", Some("Log-rank: hidden".to_owned())),
            row(["A", "12 / 40", "30.0"]),
            row(["B", "hidden / hidden", "hidden"]),
            row(["C", "40 / hidden", "hidden"]),
            row(["D", "hidden / 30", "hidden"]),
            TableRow::section("By sex", None),
            row(["F", "hidden / hidden", "hidden"]),
            row(["M", "hidden / hidden", ""]),
        ]);
        let shown = table.shown();
        let rows =
            |body: &ShownBody<'_>| body.body.rows.iter().map(|row| row.cells[0].text()).collect::<Vec<_>>();
        assert_eq!(shown.bodies.iter().map(rows).collect::<Vec<_>>(), [["A", "C"]]);
        assert_eq!(shown.bodies[0].withheld.as_deref(), Some("Nothing is told of: B; D."));
        assert_eq!(shown.withheld.as_deref(), Some("Nothing is told of: By sex."));
        assert!(!table.is_hidden());
    }

    #[test]
    fn a_row_without_numbers_is_not_hidden() {
        let all = table(vec![row(["A", "", ""]), row(["B", "NE", ""])]);
        assert_eq!(all.shown().bodies[0].body.rows.len(), 2);
        assert!(!all.is_hidden() && table(vec![row(["A", "hidden", ""])]).is_hidden());
        // Names that are the same for several rows would tell nothing.
        let twice = table(vec![row(["A", "hidden", ""]), row(["A", "hidden", ""]), row(["B", "1", ""])]);
        assert_eq!(twice.shown().bodies[0].withheld.as_deref(), Some("Nothing is told of 2 more rows."));
    }

    #[test]
    fn a_chart_of_nothing_is_none() {
        let row = |label: &str, value: Option<f64>| IntervalRow {
            label: label.to_owned(),
            marks: vec![IntervalMark {
                value: value.map(|estimate| Interval { estimate, low: estimate, high: estimate }),
                texts: Vec::new(),
            }],
        };
        let chart = |rows: Vec<IntervalRow>| IntervalChart {
            title: "Effects".to_owned(),
            subtitle: None,
            x_label: String::new(),
            scale: IntervalScale::Ratio,
            series: Vec::new(),
            columns: Vec::new(),
            panels: vec![IntervalPanel { title: None, rows }],
            footnotes: Vec::new(),
        };
        assert_eq!(told_rows(chart(vec![row("A", None)])), None);
        let told = told_rows(chart(vec![row("A", None), row("B", Some(2.0))])).unwrap();
        assert_eq!(told.panels[0].rows.len(), 1);
        assert_eq!(told.footnotes, ["Nothing is told of: A."]);
    }
}
