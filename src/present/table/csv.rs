//! A table as CSV that a spreadsheet opens without running anything.

use super::{Cell, Table, TableRow};

/// The file: a heading line, then one line a row; a heading inside the table fills the first column.
///
/// Headings above several columns are joined to those below: `1 year: At risk`.
///
/// # Errors
/// What the writer says.
pub(in crate::present) fn csv(table: &Table) -> Result<Vec<u8>, ::csv::Error> {
    let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    writer.write_record(headings(table).iter().map(|heading| safe(heading)))?;
    let mut section = String::new();
    let sectioned = table.rows.iter().any(|row| matches!(row, TableRow::Section { .. }));
    for row in &table.rows {
        match row {
            TableRow::Section { heading, note } => {
                section = note.as_ref().map_or_else(|| heading.clone(), |note| format!("{heading}: {note}"));
            }
            TableRow::Cells { cells, .. } => {
                let first = sectioned.then(|| section.clone());
                writer
                    .write_record(first.into_iter().chain(cells.iter().map(Cell::text)).map(|t| safe(&t)))?;
            }
        }
    }
    writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))
}

fn headings(table: &Table) -> Vec<String> {
    let mut above: Vec<&str> = Vec::new();
    for group in &table.header_groups {
        above.extend(std::iter::repeat_n(group.heading.as_str(), group.span));
    }
    let sectioned = table.rows.iter().any(|row| matches!(row, TableRow::Section { .. }));
    let first = sectioned.then(|| "Section".to_owned());
    let joined = table.columns.iter().enumerate().map(|(index, column)| match above.get(index) {
        Some(group) if !group.is_empty() => format!("{group}: {}", column.heading),
        _ => column.heading.clone(),
    });
    first.into_iter().chain(joined).collect()
}

/// A cell that no spreadsheet takes for a formula: one that begins like one and is no number gets
/// an apostrophe in front.
fn safe(text: &str) -> String {
    let begins = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins && text.parse::<f64>().is_err() { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::{Column, header_groups};
    use super::*;

    fn lines(table: &Table) -> Vec<String> {
        String::from_utf8(csv(table).unwrap()).unwrap().lines().map(ToOwned::to_owned).collect()
    }

    #[test]
    fn nothing_is_a_formula() {
        assert_eq!(safe("=cmd()|' /C calc'!A0"), "'=cmd()|' /C calc'!A0");
        assert_eq!(safe("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(safe("+1+1"), "'+1+1");
        assert_eq!(safe("-2+3"), "'-2+3");
        assert_eq!(safe("\t=1"), "'\t=1");
        assert_eq!(safe("-2.5"), "-2.5");
        assert_eq!(safe("+3"), "+3");
        assert_eq!(safe("a=b"), "a=b");
    }

    #[test]
    fn headings_and_sections_are_joined() {
        let table = Table {
            header_groups: header_groups(1, &[("1 year".to_owned(), 1)], 0),
            columns: vec![Column::words("Group"), Column::numbers("At risk")],
            rows: vec![
                TableRow::top(vec![Cell::Text("Overall".to_owned()), Cell::Count(7)]),
                TableRow::section("By sex", Some("log-rank p = 0.03".to_owned())),
                TableRow::top(vec![Cell::Text("=F".to_owned()), Cell::Count(3)]),
            ],
            ..Table::default()
        };
        let expected = ["Section,Group,1 year: At risk", ",Overall,7", "By sex: log-rank p = 0.03,'=F,3"];
        assert_eq!(lines(&table), expected);
    }
}
