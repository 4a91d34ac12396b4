//! Which response rule judged whom.

use super::groups::count;
use super::{Cell, Column, Key, Table, TableRow};
use crate::analysis::bookkeeping::RULES;
use crate::present::results::{Part, Sources};

/// The rules that were used, and how many patients each judged.
pub(in crate::present) fn response_rules_table(sources: Sources<'_>) -> Option<Table> {
    let block = sources.results.block(RULES, None, Part::Asked);
    let mut rows = Vec::new();
    for disorder in block.distinct(|row| row.term.as_deref()) {
        let text = sources.text.response_rules.iter().find(|rule| rule.disorder == disorder);
        let own = block.only(|row| row.term.as_deref() == Some(disorder));
        let of = |stat: &str| count(&own, stat, Key::default());
        rows.push(TableRow::top(vec![
            Cell::Text(disorder.to_owned()),
            Cell::Text(text.map(|rule| rule.name.clone()).unwrap_or_default()),
            of("n"),
            of("n_not_evaluable"),
        ]));
    }
    let table = Table {
        id: "response-rules".to_owned(),
        title: "Response rules".to_owned(),
        columns: vec![
            Column::words("Disorder"),
            Column::words("Rule and version"),
            Column::numbers("Patients"),
            Column::numbers("Not evaluable"),
        ],
        rows,
        footnotes: vec!["The clauses of each rule and their sources stand under Methods.".to_owned()],
        ..Table::default()
    };
    table.has_rows().then_some(table)
}
