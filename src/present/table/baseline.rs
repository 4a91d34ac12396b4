//! Who the patients were, overall and by one grouping variable.

use super::groups::count;
use super::{Cell, Column, Key, Table, TableRow, header_groups};
use crate::domain::Group;
use crate::present::number::{Figure, decimal, percent, shown};
use crate::present::results::{self, Block, Part, Sources};
use crate::present::text::of_treated;

/// One column for everybody and one a group; a block of rows a variable.
pub(in crate::present) fn baseline_table(sources: Sources<'_>) -> Option<Table> {
    let overall = sources.results.block("baseline", None, Part::Asked).group(&Group::everybody());
    let by = sources.results.comparisons("baseline").first().copied();
    let compared = by.map(|by| sources.results.block("baseline", Some(by), Part::Asked)).unwrap_or_default();
    let mut blocks = vec![overall.clone()];
    let mut columns = vec![Column::words("Characteristic"), Column::numbers("Overall")];
    for group in compared.groups() {
        blocks.push(compared.group(group));
        columns.push(Column::numbers(group.to_string()));
    }
    let patients = |block: &Block<'_>| count(block, "n", Key::default());
    let no_term: Vec<Block<'_>> = blocks.iter().map(|block| block.only(|row| row.term.is_none())).collect();
    let mut rows = vec![labelled("Patients", no_term.iter().map(patients))];
    for variable in variables(&overall) {
        rows.extend(variable_rows(&sources.text.variable(variable), variable, &blocks));
    }
    let above = by.map(|by| (super::super::text::spelled(&sources.text.comparison(by)), blocks.len() - 1));
    let table = Table {
        id: "baseline".to_owned(),
        title: of_treated("Patients before transplant"),
        header_groups: above.map(|above| header_groups(2, &[above], 0)).unwrap_or_default(),
        columns,
        rows,
        number: 0,
        footnotes: vec!["Percentages are of the patients whose value is known.".to_owned()],
    };
    (!overall.is_empty()).then(|| table.explained())
}

/// The variables, in the order of the rows.
fn variables<'a>(block: &Block<'a>) -> Vec<&'a str> {
    block.distinct(|row| row.term.as_deref().map(|term| term.split_once('=').map_or(term, |(name, _)| name)))
}

fn labelled(label: &str, cells: impl Iterator<Item = Cell>) -> TableRow {
    TableRow::top(std::iter::once(Cell::Text(label.to_owned())).chain(cells).collect())
}

fn under(label: &str, cells: impl Iterator<Item = Cell>) -> TableRow {
    TableRow::under(std::iter::once(Cell::Text(label.to_owned())).chain(cells).collect())
}

fn variable_rows(label: &str, variable: &str, blocks: &[Block<'_>]) -> Vec<TableRow> {
    let own: Vec<Block<'_>> =
        blocks.iter().map(|block| block.only(|row| row.term.as_deref() == Some(variable))).collect();
    let mut rows = vec![labelled(label, blocks.iter().map(|_| Cell::Empty))];
    if own.iter().any(|block| block.row("median", Key::default()).is_some()) {
        rows.push(under("Median (Q1, Q3)", own.iter().map(median)));
        rows.push(under("Mean (SD)", own.iter().map(mean)));
        rows.push(under("Minimum, maximum", own.iter().map(range)));
    } else {
        for level in levels(blocks, variable) {
            rows.push(under(level, blocks.iter().map(|block| level_cell(block, variable, level))));
        }
    }
    let missing = |block: &Block<'_>| block.value("n_missing", Key::default()).unwrap_or(0.0);
    if own.iter().any(|block| missing(block) > 0.0) {
        rows.push(under("Missing", own.iter().map(|block| count(block, "n_missing", Key::default()))));
    }
    rows
}

/// The levels of a categorical variable, in the order of the rows.
fn levels<'a>(blocks: &[Block<'a>], variable: &str) -> Vec<&'a str> {
    let mut levels: Vec<&str> = Vec::new();
    for block in blocks {
        for term in block.distinct(|row| row.term.as_deref()) {
            let level = term.strip_prefix(variable).and_then(|rest| rest.strip_prefix('='));
            if let Some(level) = level.filter(|level| !levels.contains(level)) {
                levels.push(level);
            }
        }
    }
    levels
}

/// Counts first, then the share of those whose value is known: `12 (48.0%)`.
fn level_cell(block: &Block<'_>, variable: &str, level: &str) -> Cell {
    let term = format!("{variable}={level}");
    let rows = block.only(|row| row.term.as_deref() == Some(&term));
    let number = shown(rows.row("n", Key::default()), |value| results::count(value.value).to_string());
    let main = match rows.row("proportion", Key::default()) {
        Some(share) if share.value.is_some() => {
            format!("{number} ({}%)", shown(Some(share), percent))
        }
        _ => number.into_owned(),
    };
    Cell::number(main)
}

fn one_decimal(value: Figure) -> String {
    decimal(value, 1)
}

fn stat(block: &Block<'_>, name: &str) -> String {
    shown(block.row(name, Key::default()), one_decimal).into_owned()
}

fn together(block: &Block<'_>, main: &str, rest: &str) -> Cell {
    if block.value(main, Key::default()).is_none() {
        return Cell::number(stat(block, main));
    }
    Cell::number(format!("{} ({rest})", stat(block, main)))
}

fn median(block: &Block<'_>) -> Cell {
    together(block, "median", &format!("{}, {}", stat(block, "q1"), stat(block, "q3")))
}

fn mean(block: &Block<'_>) -> Cell {
    together(block, "mean", &stat(block, "sd"))
}

fn range(block: &Block<'_>) -> Cell {
    let (low, high) = (stat(block, "min"), stat(block, "max"));
    if low == high { Cell::number(low) } else { Cell::number(format!("{low}, {high}")) }
}
