//! A table as its template sees it.

use super::{Cell, Column, Content, Depth, Table, TableRow};

impl Column {
    /// The heading, with `95% CI` on one line.
    pub(in crate::present) fn title(&self) -> String {
        self.heading.replace("% CI", "%\u{a0}CI")
    }

    /// The class that sets the column to its side.
    pub(in crate::present) fn class(&self) -> &'static str {
        match self.content {
            Content::Words => "words",
            Content::Numbers => "num",
        }
    }
}

impl Depth {
    /// The class that sets the name of the row in.
    pub(in crate::present) fn class(self) -> &'static str {
        match self {
            Self::Top => "top",
            Self::Under => "under",
        }
    }
}

impl Cell {
    /// The number or words, with digits in threes and a true minus.
    pub(in crate::present) fn main(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => in_threes(&count.to_string()),
            Self::Number { main, .. } => typeset(main),
            Self::Empty => String::new(),
        }
    }

    /// The interval beneath.
    pub(in crate::present) fn interval_text(&self) -> Option<String> {
        match self {
            Self::Number { interval: Some(interval), .. } => Some(typeset(interval)),
            _ => None,
        }
    }
}

impl Table {
    /// The rows as runs, each under its heading.
    pub(in crate::present) fn bodies(&self) -> Vec<Body<'_>> {
        let mut bodies: Vec<Body<'_>> = Vec::new();
        for row in &self.rows {
            match row {
                TableRow::Section { heading, note } => {
                    bodies.push(Body { heading: Some((heading, note.as_deref())), rows: Vec::new() });
                }
                TableRow::Cells { depth, cells } => {
                    if bodies.is_empty() {
                        bodies.push(Body::default());
                    }
                    if let Some(body) = bodies.last_mut() {
                        body.rows.push(BodyRow { depth: *depth, cells });
                    }
                }
            }
        }
        bodies
    }
}

/// Rows under one heading.
#[derive(Debug, Default)]
pub(in crate::present) struct Body<'a> {
    pub(in crate::present) heading: Option<(&'a str, Option<&'a str>)>,
    pub(in crate::present) rows: Vec<BodyRow<'a>>,
}

/// A row of cells.
#[derive(Debug)]
pub(in crate::present) struct BodyRow<'a> {
    pub(in crate::present) depth: Depth,
    pub(in crate::present) cells: &'a [Cell],
}

/// Hyphens that begin a number become minus signs.
fn typeset(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let opens = before.is_none_or(|letter| letter == ' ' || letter == '(');
        let minus = letter == '-' && opens && letters.peek().is_some_and(char::is_ascii_digit);
        shown.push(if minus { '−' } else { letter });
        before = Some(letter);
    }
    shown
}

/// Digits of five and more in threes, apart by a thin space.
pub(in crate::present) fn in_threes(digits: &str) -> String {
    if digits.len() < 5 {
        return digits.to_owned();
    }
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push('\u{2009}');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_counts_are_grouped() {
        assert_eq!(in_threes("1234"), "1234");
        assert_eq!(in_threes("12345"), "12\u{2009}345");
        assert_eq!(in_threes("1000000"), "1\u{2009}000\u{2009}000");
    }

    #[test]
    fn minus_is_a_minus() {
        assert_eq!(typeset("-12.0"), "−12.0");
        assert_eq!(typeset("(-3, NR)"), "(−3, NR)");
        assert_eq!(typeset("Lev-5"), "Lev-5");
    }

    #[test]
    fn rows_run_under_their_headings() {
        let table = Table {
            rows: vec![
                TableRow::top(vec![Cell::Empty]),
                TableRow::section("By sex", None),
                TableRow::top(vec![Cell::Empty]),
                TableRow::top(vec![Cell::Empty]),
            ],
            ..Table::default()
        };
        let bodies = table.bodies();
        assert_eq!(bodies.iter().map(|body| body.rows.len()).collect::<Vec<_>>(), [1, 2]);
    }
}
