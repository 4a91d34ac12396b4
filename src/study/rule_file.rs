//! Rules of a study's own, in files that it names, in place of those that ship with the program.

use std::path::PathBuf;

use serde::de::DeserializeOwned;

use super::raw::Placed;
use super::{Study, StudyError};

impl Study {
    /// The rules of the file that the study names, or those that ship with the program, with their text.
    pub(super) fn read_rule_file<T: DeserializeOwned>(
        &self,
        named: Option<&Placed>,
        (shipped, shipped_text): (T, &str),
    ) -> Result<(T, String), StudyError> {
        let Some(named) = named else { return Ok((shipped, shipped_text.to_owned())) };
        let (path, text) = self.own_rules(named)?;
        let rules = toml::from_str(&text)
            .map_err(|error| StudyError::at(&path, &text, error.span(), error.message().to_owned(), None))?;
        Ok((rules, text))
    }

    /// A file of rules that the study names: where it is, and its text.
    pub(super) fn own_rules(&self, named: &Placed) -> Result<(PathBuf, String), StudyError> {
        let path = self.resolve(named.get_ref());
        let text = std::fs::read_to_string(&path).map_err(|source| {
            let message = format!("the rules {} cannot be read: {source}", named.get_ref());
            StudyError::at(&self.path, &self.text, Some(named.span()), message, None)
        })?;
        Ok((path, text))
    }
}
