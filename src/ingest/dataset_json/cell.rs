//! One row, cell by cell, straight into the columns.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::super::frame::growing::whole;
use super::super::number::{self, NotANumber};
use super::columns::Kind;
use super::iso;
use super::table::Table;

/// A row to come.
pub(super) struct RowSeed<'t>(pub(super) &'t mut Table);

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RowSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut cells: A) -> Result<(), A::Error> {
        let table = self.0;
        table.rows += 1;
        let expected = table.columns.len();
        let mut found = 0;
        while found < expected
            && cells.next_element_seed(CellSeed { table: &mut *table, index: found })?.is_some()
        {
            found += 1;
        }
        if found == expected {
            while cells.next_element::<IgnoredAny>()?.is_some() {
                found += 1;
            }
        }
        if found != expected {
            let message = format!("{found} cells where there are {expected} columns");
            table.problem("row-length", message, None);
            for column in table.grown.iter_mut().skip(found) {
                column.push_missing();
            }
        }
        Ok(())
    }
}

/// A cell to come.
struct CellSeed<'t> {
    table: &'t mut Table,
    index: usize,
}

impl<'de> DeserializeSeed<'de> for CellSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl CellSeed<'_> {
    fn kind(&self) -> Kind {
        self.table.columns[self.index].kind
    }

    /// Refuses the cell, which counts as missing from here on.
    fn refuse(self, rule: &'static str, message: impl Into<String>) {
        self.table.problem(rule, message.into(), Some(self.index));
        self.table.grown[self.index].push_missing();
    }

    fn wrong_type(self, found: &str) {
        let wanted = match self.kind() {
            Kind::Text => "text",
            Kind::Integer => "a whole number",
            Kind::Real => "a number",
            Kind::Decimal => "a number written as text",
            Kind::Boolean => "true or false",
            Kind::Moment(_) | Kind::Counted(_) => "a date or time as text",
        };
        self.refuse("wrong-type", format!("{found} where the column holds {wanted}"));
    }

    fn no_number(self, other: NotANumber) {
        self.refuse(other.rule(), format!("the cell {}", other.message()));
    }

    fn number(self, value: f64) {
        match (self.kind(), whole(value)) {
            (Kind::Real, _) => self.table.grown[self.index].push_real(value),
            (Kind::Integer, Some(value)) => self.table.grown[self.index].push_integer(value),
            _ => self.wrong_type("a number"),
        }
    }

    fn text(self, text: &str) {
        if text.len() > self.table.field_limit {
            return self.refuse("huge-field", format!("a cell of {} bytes", text.len()));
        }
        if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
            return self.refuse("control-character", "the text holds control characters");
        }
        let (kind, column) = (self.kind(), &mut self.table.grown[self.index]);
        let is_blank = text.trim_end_matches(' ').is_empty();
        match kind {
            Kind::Text | Kind::Moment(_) => column.push_text(text),
            Kind::Decimal | Kind::Counted(_) if is_blank => column.push_missing(),
            Kind::Decimal => match number::parse(text) {
                Ok(value) => column.push_real(value.as_f64()),
                Err(other) => self.no_number(other),
            },
            Kind::Counted(temporal) => match iso::number(text, temporal) {
                Some(value) => column.push_real(value),
                None => self.refuse("not-a-date", "the text is no complete ISO 8601 date or time"),
            },
            Kind::Integer | Kind::Real | Kind::Boolean => self.wrong_type("text"),
        }
    }
}

impl<'de> Visitor<'de> for CellSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a cell")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.table.grown[self.index].push_missing();
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        if self.kind() == Kind::Boolean {
            self.table.grown[self.index].push_boolean(value);
        } else {
            self.wrong_type("true or false");
        }
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        match self.kind() {
            Kind::Integer => self.table.grown[self.index].push_integer(value),
            _ => self.number(value as f64),
        }
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        match (self.kind(), i64::try_from(value)) {
            (Kind::Integer, Ok(value)) => self.table.grown[self.index].push_integer(value),
            (Kind::Integer, Err(_)) => self.no_number(NotANumber::IntegerOverflow),
            _ => self.number(value as f64),
        }
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.number(value);
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.text(text);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut inner: A) -> Result<(), A::Error> {
        while inner.next_element::<IgnoredAny>()?.is_some() {}
        self.wrong_type("an array");
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut inner: A) -> Result<(), A::Error> {
        while inner.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.wrong_type("an object");
        Ok(())
    }
}
