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

/// Characters of a shape.
const SHOWN: usize = 24;

/// The shape of a cell, for whoever looks for the fault: 9 is a digit, a and A are letters, the rest stands for itself.
pub(super) fn shape(cell: &str) -> String {
    let sign = |letter: char| match letter {
        _ if letter.is_numeric() => '9',
        _ if letter.is_uppercase() => 'A',
        _ if letter.is_alphabetic() || !letter.is_ascii() => 'a',
        ',' | '"' => '_',
        _ => letter,
    };
    let shape: String = cell.chars().take(SHOWN).map(sign).collect();
    if cell.chars().nth(SHOWN).is_some() { format!("{shape}...") } else { shape }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_shape_tells_no_value() {
        assert_eq!(super::shape("1962-05-14"), "9999-99-99");
        assert_eq!(super::shape("Muster, E."), "Aaaaaa_ A.");
        assert_eq!(super::shape(&"x".repeat(40)).len(), 27);
    }
}
