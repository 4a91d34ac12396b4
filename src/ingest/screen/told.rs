//! What a message may say of a delivery: names of columns and codes, unless they may be somebody's.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::hint::Hints;
use super::shape::code_or_shape;
use super::text::{Sign, Signs};

/// So many subjects have to share a text that is no code by its looks before a message repeats it.
pub(crate) const SHARED_BY: usize = 3;
/// Longer texts are never repeated.
const LONGEST: usize = 40;

/// The subjects that share a text, as far as it matters for whether it may be told.
#[derive(Debug, Clone)]
pub(crate) struct Sharers<T>(BTreeSet<T>);

impl<T> Default for Sharers<T> {
    fn default() -> Self {
        Self(BTreeSet::new())
    }
}

impl<T: Ord> Sharers<T> {
    /// Counts a subject, unless there are enough already.
    pub(crate) fn add(&mut self, subject: impl FnOnce() -> Option<T>) {
        if self.0.len() < SHARED_BY {
            self.0.extend(subject());
        }
    }

    /// Whether a message may repeat the text that they share.
    pub(crate) fn may_read(&self, text: &str) -> bool {
        may_be_told(text, self.0.len())
    }
}

/// Whether a message may repeat a cell that so many subjects have: a code by its looks, terms of medicine alone, or a
/// text that several share and that names nobody.
fn may_be_told(text: &str, subjects: usize) -> bool {
    if matches!(code_or_shape(text), Cow::Borrowed(_)) {
        return true;
    }
    let signs = Signs::of(text);
    let names_somebody = signs.has(Sign::PersonName) && signs.has(Sign::Capital) && !signs.has(Sign::Term);
    let is_numbered = signs.has(Sign::Digits) || signs.has(Sign::LongCode) || signs.has(Sign::Opaque);
    let are_terms = signs.has(Sign::Term) && signs.has(Sign::Phrase) && !signs.has(Sign::PersonName);
    (subjects >= SHARED_BY || are_terms)
        && text.chars().count() <= LONGEST
        && !signs.identifies()
        && !names_somebody
        && !is_numbered
}

/// The name of a column, unless the name itself may give somebody away, as where data stand in place of a header.
pub(crate) fn shown(at: usize, name: &str) -> String {
    if gives_away(name) { format!("column {} (its name is withheld)", at + 1) } else { name.to_owned() }
}

fn gives_away(name: &str) -> bool {
    let signs = Signs::of(name);
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    // A full name has two parts or more, and a header says what stands below it.
    let is_full = name.split([' ', ',', '_', '.']).filter(|part| part.chars().count() >= 2).count() >= 2;
    let names_somebody =
        signs.has(Sign::PersonName) && is_full && !signs.has(Sign::Term) && Hints::of(&[name]).is_neutral();
    signs.identifies() || names_somebody || digits >= 5 && letters < 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_few_have_is_repeated_only_if_it_looks_like_a_code() {
        for code in ["mg/dL", "AGVHD", "3", "Y"] {
            assert!(may_be_told(code, 1), "{code}");
        }
        for text in ["Acute kidney injury", "bacterial infection"] {
            assert!(may_be_told(text, 1), "{text}");
        }
        for text in ["Qwert Agvhd", "zyxwvut"] {
            assert!(!may_be_told(text, 2) && may_be_told(text, 3), "{text}");
        }
        for text in ["Peter Mustermann", "1961-05-17", "p.muster@example.org", "83021037", &"x".repeat(41)] {
            assert!(!may_be_told(text, 50), "{text}");
        }
    }

    #[test]
    fn a_header_that_is_data_is_withheld() {
        for name in ["Peter Mustermann", "MUSTERMANN_PETER", "1961-05-17", "83021037", "p.muster@example.org"]
        {
            assert_eq!(shown(4, name), "column 5 (its name is withheld)", "{name}");
        }
        for name in
            ["Sex", "AEDECOD", "age_years", "Patient name", "v17", "CD34 dose", "tx_year", "Unnamed: 4"]
        {
            assert_eq!(shown(4, name), name);
        }
    }
}
