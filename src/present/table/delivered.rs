//! What was delivered, and how much of it was set aside.

use super::groups::count;
use super::{Cell, Column, Key, Table, TableRow};
use crate::present::results::{Part, Sources};

/// One row a delivered table.
pub(in crate::present) fn delivered_table(sources: Sources<'_>) -> Option<Table> {
    let block = sources.results.block("ingest", None, Part::Asked);
    let names = block.distinct(|row| row.term.as_deref());
    let some_left_out = block.distinct(|row| Some(&row.stat)).contains(&"n_left_out");
    let rows = names.iter().map(|name| {
        let rows = block.only(|row| row.term.as_deref() == Some(name));
        let count = |stat| count(&rows, stat, Key::default());
        let name = Cell::Text((*name).to_owned());
        let mut cells = vec![name, count("n_files"), count("n_rows"), count("n_rejected")];
        if some_left_out {
            cells.push(count("n_left_out"));
        }
        TableRow::top(cells)
    });
    let titles = ["Files", "Rows", "Set aside", "Left out"];
    let columns = titles[..if some_left_out { 4 } else { 3 }].iter().copied().map(Column::numbers);
    let mut footnotes = vec!["Set aside: rows that broke a rule of the table and were not used.".to_owned()];
    if some_left_out {
        footnotes.push("Left out: rows that the study does not take, by a condition or a code.".to_owned());
    }
    let table = Table {
        id: "delivered-data".to_owned(),
        title: "Delivered data".to_owned(),
        columns: std::iter::once(Column::words("Table")).chain(columns).collect(),
        rows: rows.collect(),
        footnotes,
        ..Table::default()
    };
    table.has_rows().then_some(table)
}
