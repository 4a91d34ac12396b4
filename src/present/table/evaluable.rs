//! How many of the analysed patients each main endpoint can be judged in.

use super::groups::count;
use super::{Cell, Column, Key, Table, TableRow};
use crate::present::results::{Part, Sources};

/// Name of the analysis.
const EVALUABLE: &str = "evaluable";

/// One row for the analysed and one an endpoint; a column for everybody and one a group.
pub(in crate::present) fn evaluable_table(sources: Sources<'_>) -> Option<Table> {
    let overall = sources.results.block(EVALUABLE, None, Part::Asked);
    let by = sources.results.comparisons(EVALUABLE).first().copied();
    let grouped = by.map(|by| sources.results.block(EVALUABLE, Some(by), Part::Asked)).unwrap_or_default();
    let mut blocks = vec![("Overall".to_owned(), overall.clone())];
    blocks.extend(grouped.groups().into_iter().map(|group| (group.to_string(), grouped.group(group))));
    let row = |label: String, term: Option<&str>, stat: &str| {
        let cells = blocks.iter().map(|(_, block)| {
            let key = Key { analysis: EVALUABLE, ..Key::default() };
            count(&block.only(|row| row.term.as_deref() == term), stat, key)
        });
        TableRow::top(std::iter::once(Cell::Text(label)).chain(cells).collect())
    };
    let mut rows = vec![row("Analysed".to_owned(), None, "n")];
    for term in overall.distinct(|row| row.term.as_deref()) {
        let endpoint = sources.text.endpoints.iter().find(|endpoint| endpoint.name == term);
        let label = endpoint.map_or_else(|| term.to_owned(), |endpoint| endpoint.label.clone());
        rows.push(row(format!("Evaluable: {label}"), Some(term), "n_evaluable"));
    }
    let mut columns = vec![Column::words("")];
    columns.extend(blocks.iter().map(|(label, _)| Column::numbers(label.clone())));
    let table = Table {
        id: "cohort-evaluable".to_owned(),
        title: "Analysed and evaluable patients".to_owned(),
        columns,
        rows,
        footnotes: vec![
            "Not evaluable: what the endpoint is judged by is not known, or it does not apply.".to_owned(),
        ],
        ..Table::default()
    };
    (!overall.is_empty()).then_some(table)
}
