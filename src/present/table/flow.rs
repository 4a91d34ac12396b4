//! From the delivered patients to those who were analysed.

use super::groups::count;
use super::{Cell, Column, Table, TableRow};
use crate::present::results::{Part, Sources};

/// One row a step: who was left out, who remains.
pub(in crate::present) fn flow_table(sources: Sources<'_>) -> Option<Table> {
    let block = sources.results.block("flow", None, Part::Asked);
    let steps = block.distinct(|row| row.term.as_deref());
    let rows = steps.iter().map(|step| {
        let rows = block.only(|row| row.term.as_deref() == Some(step));
        let count = |stat| count(&rows, stat, super::Key::default());
        TableRow::top(vec![Cell::Text((*step).to_owned()), count("n_excluded"), count("n")])
    });
    let table = Table {
        id: "cohort-flow".to_owned(),
        title: "From delivered to analysed".to_owned(),
        columns: vec![Column::words("Step"), Column::numbers("Left out"), Column::numbers("Patients")],
        rows: rows.collect(),
        ..Table::default()
    };
    table.has_rows().then_some(table)
}
