//! What a name in the condition of a rule means.

use super::{JOINED_TABLES, SUBJECT_COLUMNS};
use crate::domain::table::Kind;
use crate::domain::{Column, Table};

/// The column that a name in a condition on a canonical table means.
#[derive(Debug, Clone, Copy)]
pub enum RuleColumn {
    /// A column of the row itself.
    Own(&'static Column),
    /// A column of the subject's row in another table.
    Joined(&'static Table, &'static Column),
    /// Something derived, a whole number.
    Derived,
}

impl RuleColumn {
    /// The column of this name, seen from a table; none where there is no such column.
    pub fn named(table: &Table, name: &str) -> Option<Self> {
        let Some((prefix, rest)) = name.split_once('.') else { return table.column(name).map(Self::Own) };
        match prefix {
            "subject" => SUBJECT_COLUMNS.contains(&rest).then_some(Self::Derived),
            "study" => (rest == "cutoff_year").then_some(Self::Derived),
            "count" => event_types().contains(&rest).then_some(Self::Derived),
            _ => {
                let joined = Table::named(prefix).filter(|table| JOINED_TABLES.contains(&table.name))?;
                joined.column(rest).map(|column| Self::Joined(joined, column))
            }
        }
    }

    /// Whether its values may be written into a query: numbers, days and listed codes, no free text.
    pub fn can_be_shown(self) -> bool {
        match self {
            Self::Derived => true,
            Self::Own(column) | Self::Joined(_, column) => !matches!(column.kind, Kind::Id | Kind::Code),
        }
    }
}

/// The types of events.
pub fn event_types() -> &'static [&'static str] {
    let kind = Table::named("events").and_then(|table| table.column("type")).map(|column| column.kind);
    match kind {
        Some(Kind::Category(types)) => types,
        _ => &[],
    }
}
