//! Rows that were left out.

use std::fmt;

/// A row that was left out: where it stood and which rules it broke.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reject {
    /// The file.
    pub file: String,
    /// The line on which the row begins.
    pub line: usize,
    /// Each broken rule with the column, in the order of the columns.
    pub rules: Vec<(&'static str, String)>,
    /// The cells that are taken, those that broke a rule by their shape alone. It goes into the store and is shown nowhere.
    raw: String,
}

impl Reject {
    pub(crate) fn new(file: &str, line: usize, rules: Vec<(&'static str, String)>, raw: String) -> Self {
        Self { file: file.to_owned(), line, rules, raw }
    }

    /// The row for the file of rejects inside the store.
    pub(crate) fn raw(&self) -> &str {
        &self.raw
    }
}

impl fmt::Debug for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reject")
            .field("file", &self.file)
            .field("line", &self.line)
            .field("rules", &self.rules)
            .finish_non_exhaustive()
    }
}
