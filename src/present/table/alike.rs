//! How many subjects are alike on what somebody may know of a person.

use super::groups::count;
use super::{Cell, Column, Key, Table, TableRow};
use crate::present::results::{Part, Sources};
use crate::present::text::lowered;

/// One row a size of class, and all of them.
pub(in crate::present) fn alike_table(sources: Sources<'_>) -> Option<Table> {
    let block = sources.results.block("k_anonymity", None, Part::Asked);
    let method = block.rows().first().map(|row| row.method.to_string())?;
    let sizes = block.distinct(|row| row.term.as_deref());
    let mut rows: Vec<TableRow> = sizes
        .iter()
        .map(|size| {
            let rows = block.only(|row| row.term.as_deref() == Some(size));
            let count = |stat| count(&rows, stat, Key::default());
            TableRow::top(vec![Cell::Text((*size).to_owned()), count("n_classes"), count("n")])
        })
        .collect();
    let all = block.only(|row| row.term.is_none());
    let count = |stat| count(&all, stat, Key::default());
    rows.push(TableRow::top(vec![Cell::Text("All".to_owned()), count("n_classes"), count("n")]));
    let on = method.strip_prefix("subjects alike on ").unwrap_or(&method);
    let on: Vec<String> = on.split(", ").map(|name| words(sources, name)).collect();
    let footnotes = vec![
        format!("Alike: the same {}; a missing value counts as a value.", on.join(", ")),
        "Classes of fewer than 11 may single persons out.".to_owned(),
    ];
    let columns = ["Classes", "Patients"].map(Column::numbers);
    Some(Table {
        id: "patients-alike".to_owned(),
        title: "Patients alike on what may be known of a person".to_owned(),
        columns: std::iter::once(Column::words("Size of the class")).chain(columns).collect(),
        rows,
        footnotes,
        ..Table::default()
    })
}

/// `age_years (bands of ten years)` in the words of the study.
fn words(sources: Sources<'_>, name: &str) -> String {
    let (name, more) =
        name.split_once(' ').map_or((name, String::new()), |(name, more)| (name, format!(" {more}")));
    format!("{}{more}", lowered(&sources.text.variable(name)))
}
