//! The populations of a study: who belongs to them, and how many.

use super::groups::count;
use super::{Cell, Column, Key, Table, TableRow};
use crate::present::results::{Part, Sources};

/// One row a population; none where there is no other than all treated.
pub(in crate::present) fn populations_table(sources: Sources<'_>) -> Option<Table> {
    let block = sources.results.block("population", None, Part::Asked);
    let rows: Vec<TableRow> = sources
        .text
        .populations
        .iter()
        .filter_map(|population| {
            let rows = block.only(|row| row.population.as_deref() == Some(&population.name));
            let patients = count(&rows, "n", Key::default());
            let cells = vec![
                Cell::Text(population.label.clone()),
                Cell::Text(population.definition.clone()),
                patients,
            ];
            (!rows.is_empty()).then(|| TableRow::top(cells))
        })
        .collect();
    (rows.len() > 1).then(|| Table {
        id: "populations".to_owned(),
        title: "Populations".to_owned(),
        columns: vec![
            Column::words("Population"),
            Column::words("Who belongs to it"),
            Column::numbers("Patients"),
        ],
        rows,
        ..Table::default()
    })
}
