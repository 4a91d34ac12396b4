//! Whether `[screen]` names tables, reasons and one key.

use std::collections::BTreeSet;

use super::Check;
use crate::domain::Table;
use crate::study::StudyError;
use crate::study::file::{OneOrMany, Placed};

impl Check<'_> {
    pub(super) fn screen(&self, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let screen = &self.study.file.screen;
        for allow in &screen.allow {
            let table = allow.table.as_ref().map(Placed::get_ref);
            if let Some(table) = table.filter(|table| *table != "wide" && Table::named(table).is_none()) {
                let span = allow.table.as_ref().map(toml::Spanned::span);
                return Err(self.fail(
                    span,
                    format!("there is no table {table}"),
                    "name a canonical table, or wide",
                ));
            }
            if allow.reason.get_ref().trim().is_empty() {
                return Err(self.fail(
                    Some(allow.reason.span()),
                    "a column is let in without a reason".to_owned(),
                    "the report prints the reason: write one sentence",
                ));
            }
            if matches!(&allow.column, OneOrMany::Many(names) if names.is_empty()) {
                return Err(self.fail(Some(allow.reason.span()), "no column is named".to_owned(), ""));
            }
        }
        if let Some(relabel) = &screen.relabel {
            let span = relabel.key_file.as_ref().or(relabel.key_env.as_ref()).map(toml::Spanned::span);
            if relabel.key_file.is_some() == relabel.key_env.is_some() {
                return Err(self.fail(
                    span,
                    "the key for new labels comes from one place".to_owned(),
                    "relabel = { key_file = \"...\" } or relabel = { key_env = \"NAME\" }",
                ));
            }
        }
        for name in screen.quasi_identifiers.iter().flatten() {
            if !self.study.file.strata.contains_key(name.get_ref()) {
                self.known_column(name, columns)?;
            }
        }
        Ok(())
    }
}
