//! Tables as plain data, before they are HTML or CSV.

pub(super) mod alike;
pub(super) mod association;
pub(super) mod baseline;
pub(super) mod complications;
pub(super) mod conditioning;
pub(super) mod csv;
pub(super) mod definitions;
pub(super) mod delivered;
pub(super) mod designs;
pub(super) mod engraftment;
pub(super) mod evaluable;
pub(super) mod extras;
pub(super) mod flow;
pub(super) mod group_tests;
pub(super) mod groups;
pub(super) mod html;
pub(super) mod incidence;
pub(super) mod mean_count;
pub(super) mod pairwise;
pub(super) mod populations;
pub(super) mod profiles;
pub(super) mod proportion;
pub(super) mod quality;
pub(super) mod rate;
pub(super) mod regression;
pub(super) mod response_rules;
pub(super) mod states;
pub(super) mod survival;

use super::number::LEGEND;
use super::results::Key;

/// A table of the report.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Name of its file, without ending.
    pub id: String,
    /// Its number in the report.
    pub number: usize,
    /// Heading.
    pub title: String,
    /// Headings above several columns, left to right; empty when there are none.
    pub header_groups: Vec<HeaderGroup>,
    /// The columns; the first names the rows.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// Lines under the table.
    pub footnotes: Vec<String>,
}

/// A heading above several columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeaderGroup {
    /// Its text; empty over columns that belong to no group.
    pub heading: String,
    /// How many columns it spans.
    pub span: usize,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What stands in it.
    pub content: Content,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Words, set to the left.
    Words,
    /// Numbers, set to the right.
    Numbers,
}

impl Column {
    /// A column of words.
    pub fn words(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), content: Content::Words }
    }

    /// A column of numbers.
    pub fn numbers(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), content: Content::Numbers }
    }
}

/// A row: a heading over the rows that follow, or cells.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRow {
    /// A heading across all columns.
    Section {
        /// What the rows below have in common.
        heading: String,
        /// What is said about all of them, e.g. a test.
        note: Option<String>,
    },
    /// One cell a column.
    Cells {
        /// Whether the row belongs to the one above that it is set under.
        depth: Depth,
        /// The cells.
        cells: Vec<Cell>,
    },
}

/// How far the name of a row is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// A row of its own.
    #[default]
    Top,
    /// A part of what stands above.
    Under,
}

/// What stands in a row and a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words from the study or the data.
    Text(String),
    /// A whole number.
    Count(u64),
    /// A number as shown, and its interval.
    Number {
        /// The number, or the word for why there is none.
        main: String,
        /// Its interval, with brackets.
        interval: Option<String>,
    },
    /// Nothing.
    Empty,
}

impl Cell {
    /// A number as shown, without an interval.
    pub fn number(main: impl Into<String>) -> Self {
        let main = main.into();
        if main.is_empty() { Self::Empty } else { Self::Number { main, interval: None } }
    }

    /// Everything that stands in the cell, as text.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Number { main, interval: None } => main.clone(),
            Self::Number { main, interval: Some(interval) } => format!("{main} {interval}"),
            Self::Empty => String::new(),
        }
    }
}

impl TableRow {
    /// A row of its own.
    pub fn top(cells: Vec<Cell>) -> Self {
        Self::Cells { depth: Depth::Top, cells }
    }

    /// A row that belongs to what stands above.
    pub fn under(cells: Vec<Cell>) -> Self {
        Self::Cells { depth: Depth::Under, cells }
    }

    /// A heading across all columns.
    pub fn section(heading: impl Into<String>, note: Option<String>) -> Self {
        Self::Section { heading: heading.into(), note }
    }
}

impl Table {
    /// The table with the words for missing values that it uses explained at its foot.
    pub(super) fn explained(mut self) -> Self {
        let used = |word: &str| {
            let parts = |text: &str| text.split([' ', '(', ')', ',']).any(|part| part == word);
            self.numbers().any(|text| parts(&text))
        };
        let lines: Vec<String> = LEGEND
            .iter()
            .filter(|(word, _)| used(word))
            .map(|(word, meaning)| format!("{word}: {meaning}"))
            .collect();
        if !lines.is_empty() {
            self.footnotes.push(format!("{}.", lines.join("; ")));
        }
        self
    }

    fn numbers(&self) -> impl Iterator<Item = String> {
        let cells = self.rows.iter().filter_map(|row| match row {
            TableRow::Cells { cells, .. } => Some(cells),
            TableRow::Section { .. } => None,
        });
        cells.flatten().filter(|cell| matches!(cell, Cell::Number { .. })).map(Cell::text)
    }

    /// Where its file belongs.
    pub fn path(&self) -> String {
        format!("tables/{}.csv", self.id)
    }

    /// Whether there is anything in it.
    pub fn has_rows(&self) -> bool {
        self.rows.iter().any(|row| matches!(row, TableRow::Cells { .. }))
    }
}

/// Headings over runs of columns: so many without, then one for each group.
pub(super) fn header_groups(before: usize, groups: &[(String, usize)], after: usize) -> Vec<HeaderGroup> {
    let blank = |span| HeaderGroup { heading: String::new(), span };
    let mut all = vec![blank(before)];
    all.extend(groups.iter().map(|(heading, span)| HeaderGroup { heading: heading.clone(), span: *span }));
    all.push(blank(after));
    all.retain(|group| group.span > 0);
    all
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn words_for_missing_values_are_explained_where_used() {
        let interval = Some("(8.0, NR)".to_owned());
        let table = Table {
            rows: vec![TableRow::top(vec![
                Cell::Text("NE".to_owned()),
                Cell::Number { main: "12.1".to_owned(), interval },
                Cell::number("NA*"),
            ])],
            ..Table::default()
        };
        let expected = "NR: not reached; NA*: not available: the time is beyond the last follow-up.";
        assert_eq!(table.explained().footnotes, [expected]);
    }

    #[test]
    fn groups_of_columns_cover_the_table() {
        let groups = header_groups(2, &[("Day 100".to_owned(), 2)], 0);
        assert_eq!(groups.iter().map(|group| group.span).collect::<Vec<_>>(), [2, 2]);
    }
}
