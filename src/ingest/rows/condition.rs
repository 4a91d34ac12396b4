//! A condition of the study on a delivered row.
//!
//! A comparison with a number reads the cell as a number; anything else compares texts. Whatever is compared with
//! a missing value is missing, as in SQL, and a row whose condition is missing is not taken.

use std::borrow::Cow;

use super::super::delimited::Fault;
use super::super::number::{self, Number};
use crate::study::{Comparison, DecimalMark, Expression, Literal};

/// A value of a delivered row or of the condition.
enum Operand<'a> {
    Missing,
    Number(f64),
    Text(Cow<'a, str>),
    Truth(bool),
}

/// A delivered row.
pub(super) struct Row<'r, 'a> {
    /// The text of a column, none if missing.
    pub(super) cell: &'r dyn Fn(&str) -> Option<Cow<'a, str>>,
    /// The decimal mark in its numbers.
    pub(super) decimal: DecimalMark,
}

/// Whether a row fulfils a condition; none if that is missing.
pub(super) fn fulfils<'a>(condition: &'a Expression, row: &Row<'_, 'a>) -> Result<Option<bool>, Fault> {
    Ok(match condition {
        Expression::And(left, right) => match (fulfils(left, row)?, fulfils(right, row)?) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
        Expression::Or(left, right) => match (fulfils(left, row)?, fulfils(right, row)?) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        Expression::Not(inner) => fulfils(inner, row)?.map(|truth| !truth),
        Expression::IsNull(inner) => Some(matches!(operand(inner, row), Operand::Missing)),
        Expression::Compare(left, comparison, right) => {
            compare((operand(left, row), operand(right, row)), *comparison, row.decimal)?
        }
        Expression::In(inner, literals) => {
            let mut found = Some(false);
            for one in literals {
                match compare((operand(inner, row), of_literal(one)), Comparison::Equal, row.decimal)? {
                    Some(true) => found = Some(true),
                    None => return Ok(None),
                    Some(false) => {}
                }
            }
            found
        }
        Expression::Column(name) => match (row.cell)(name).as_deref() {
            None => None,
            Some("1" | "true" | "TRUE" | "True" | "Y") => Some(true),
            Some("0" | "false" | "FALSE" | "False" | "N") => Some(false),
            Some(_) => return Err(Fault::new("not-a-flag", "the condition reads a column that is no flag")),
        },
        Expression::Literal(Literal::Boolean(truth)) => Some(*truth),
        Expression::Literal(_) => None,
    })
}

fn operand<'a>(expression: &'a Expression, row: &Row<'_, 'a>) -> Operand<'a> {
    match expression {
        Expression::Column(name) => (row.cell)(name).map_or(Operand::Missing, Operand::Text),
        Expression::Literal(literal) => of_literal(literal),
        _ => Operand::Missing,
    }
}

fn of_literal(literal: &Literal) -> Operand<'_> {
    match literal {
        Literal::Number(number) => Operand::Number(*number),
        Literal::Text(text) => Operand::Text(Cow::Borrowed(text)),
        Literal::Boolean(truth) => Operand::Truth(*truth),
    }
}

fn compare(
    (left, right): (Operand<'_>, Operand<'_>),
    comparison: Comparison,
    decimal: DecimalMark,
) -> Result<Option<bool>, Fault> {
    let ordering = match (left, right) {
        (Operand::Missing, _)
        | (_, Operand::Missing)
        | (Operand::Truth(_), Operand::Number(_))
        | (Operand::Number(_), Operand::Truth(_)) => return Ok(None),
        (Operand::Number(left), Operand::Number(right)) => left.total_cmp(&right),
        (Operand::Text(left), Operand::Number(right)) => as_number(&left, decimal)?.total_cmp(&right),
        (Operand::Number(left), Operand::Text(right)) => left.total_cmp(&as_number(&right, decimal)?),
        (Operand::Text(left), Operand::Truth(right)) => as_truth(&left)?.cmp(&right),
        (Operand::Truth(left), Operand::Text(right)) => left.cmp(&as_truth(&right)?),
        (Operand::Truth(left), Operand::Truth(right)) => left.cmp(&right),
        (Operand::Text(left), Operand::Text(right)) => left.cmp(&right),
    };
    Ok(Some(match comparison {
        Comparison::Equal => ordering.is_eq(),
        Comparison::NotEqual => ordering.is_ne(),
        Comparison::Less => ordering.is_lt(),
        Comparison::LessEqual => ordering.is_le(),
        Comparison::Greater => ordering.is_gt(),
        Comparison::GreaterEqual => ordering.is_ge(),
    }))
}

/// Adding zero makes minus zero zero, so that they compare alike.
fn as_number(text: &str, decimal: DecimalMark) -> Result<f64, Fault> {
    number::with_point(Cow::Borrowed(text.trim()), decimal)
        .and_then(|text| number::parse(&text))
        .map(|number: Number| number.as_f64() + 0.0)
        .map_err(|_| Fault::new("not-a-number", "the condition compares a text with a number"))
}

fn as_truth(text: &str) -> Result<bool, Fault> {
    match text {
        "1" | "true" | "TRUE" | "True" => Ok(true),
        "0" | "false" | "FALSE" | "False" => Ok(false),
        _ => Err(Fault::new("not-a-flag", "the condition compares a text with true or false")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds_in<'a>(
        condition: &'a Expression,
        cell: &dyn Fn(&str) -> Option<Cow<'a, str>>,
        decimal: DecimalMark,
    ) -> Result<Option<bool>, Fault> {
        fulfils(condition, &Row { cell, decimal })
    }

    #[test]
    fn numbers_are_read_with_the_mark_of_the_file() {
        let condition = Expression::parse("AVAL >= 12.5").unwrap();
        let of = |text: &'static str, decimal| holds_in(&condition, &|_| Some(Cow::Borrowed(text)), decimal);
        assert_eq!(of("12,5", DecimalMark::Comma).unwrap(), Some(true));
        assert_eq!(of("12.4", DecimalMark::Point).unwrap(), Some(false));
        for (text, decimal) in [("12,5", DecimalMark::Point), ("12.5", DecimalMark::Comma)] {
            assert_eq!(of(text, decimal).unwrap_err().rule, "not-a-number");
        }
    }

    fn holds(text: &str) -> Option<bool> {
        let condition = Expression::parse(text).unwrap();
        let cell = |name: &str| match name {
            "PARAMCD" => Some(Cow::Borrowed("OS")),
            "AVAL" => Some(Cow::Borrowed("12.0")),
            "FLAG" => Some(Cow::Borrowed("Y")),
            _ => None,
        };
        holds_in(&condition, &cell, DecimalMark::Point).unwrap()
    }

    #[test]
    fn texts_numbers_and_missing_values() {
        assert_eq!(holds("PARAMCD == 'OS'"), Some(true));
        assert_eq!(holds("PARAMCD in ('PFS', 'EFS')"), Some(false));
        assert_eq!(holds("AVAL == 12 and AVAL < 13"), Some(true));
        assert_eq!(holds("GONE == 'x'"), None);
        assert_eq!(holds("not (GONE == 'x')"), None);
        assert_eq!(holds("GONE is null or AVAL > 100"), Some(true));
        assert_eq!(holds("GONE == 'x' and AVAL > 100"), Some(false));
        assert_eq!(holds("FLAG == 'Y'"), Some(true));
    }

    #[test]
    fn a_text_is_no_number() {
        let condition = Expression::parse("PARAMCD > 3").unwrap();
        let fault = holds_in(&condition, &|_| Some(Cow::Borrowed("OS")), DecimalMark::Point).unwrap_err();
        assert_eq!(fault.rule, "not-a-number");
    }
}
