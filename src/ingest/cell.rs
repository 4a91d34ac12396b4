//! What a cell of a study's file may hold, checked and typed.

use std::borrow::Cow;

use super::delimited::Fault;
use super::number::{self, NotANumber, Number};
use crate::domain::Kind;

/// Days further than this from the infusion are refused: more than two lifetimes.
pub const MAX_DAY: i64 = 100_000;
/// Characters of an identifier.
pub const MAX_ID: usize = 64;
/// Characters of a short code.
pub const MAX_CODE: usize = 40;
/// Characters of a text.
pub const MAX_TEXT: usize = 200;

/// The rule for the cells of a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CellRule {
    Id,
    Whole(i64, i64),
    Real(f64, f64),
    Category(Vec<String>),
    Code,
    Text,
    Flag,
}

impl From<Kind> for CellRule {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Id => Self::Id,
            Kind::Day => Self::Whole(-MAX_DAY, MAX_DAY),
            Kind::Integer(low, high) => Self::Whole(low, high),
            Kind::Real(low, high) => Self::Real(low, high),
            Kind::Category(codes) => Self::Category(codes.iter().map(|&code| code.to_owned()).collect()),
            Kind::Code => Self::Code,
            Kind::Flag => Self::Flag,
        }
    }
}

/// A checked value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    Whole(i64),
    Real(f64),
    Flag(bool),
}

impl CellRule {
    /// Whether the cells are numbers.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, Self::Whole(..) | Self::Real(..))
    }

    /// The value of a cell that is not missing. No message repeats what the cell holds.
    pub(crate) fn check<'a>(&self, text: Cow<'a, str>) -> Result<Value<'a>, Fault> {
        if text.trim().len() != text.len() {
            return Err(Fault::new("white-space", "white space stands before or after the value"));
        }
        match self {
            Self::Id => identifier(text),
            Self::Whole(low, high) => whole(&text, *low, *high),
            Self::Real(low, high) => real(&text, *low, *high),
            Self::Category(codes) if codes.iter().any(|code| *code == text) => Ok(Value::Text(text)),
            Self::Category(codes) => Err(Fault::new("unknown-category", "the value is not one of the codes")
                .help(format!("the codes are {}", codes.join(", ")))),
            Self::Code => short(text, MAX_CODE),
            Self::Text => short(text, MAX_TEXT),
            Self::Flag => flag(&text),
        }
    }
}

fn identifier(text: Cow<'_, str>) -> Result<Value<'_>, Fault> {
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(Fault::new("white-space", "an identifier holds white space"));
    }
    short(text, MAX_ID)
}

fn short(text: Cow<'_, str>, limit: usize) -> Result<Value<'_>, Fault> {
    if text.chars().any(char::is_control) {
        return Err(Fault::new("control-character", "the value holds a line end, a tab or the like"));
    }
    let length = text.chars().count();
    if length > limit {
        return Err(Fault::new("too-long", format!("{length} characters where {limit} are allowed")));
    }
    Ok(Value::Text(text))
}

fn flag(text: &str) -> Result<Value<'static>, Fault> {
    match text {
        "1" | "true" | "TRUE" | "True" => Ok(Value::Flag(true)),
        "0" | "false" | "FALSE" | "False" => Ok(Value::Flag(false)),
        _ => Err(Fault::new("not-a-flag", "the value is neither 0 nor 1, true nor false")),
    }
}

fn whole(text: &str, low: i64, high: i64) -> Result<Value<'static>, Fault> {
    let number = number::parse(text).map_err(no_number)?;
    let Some(value) = number.as_whole() else {
        return Err(Fault::new("not-a-whole-number", "the value is not a whole number"));
    };
    if value < low || value > high {
        return Err(Fault::new("out-of-range", format!("the value is not within {low} and {high}")));
    }
    Ok(Value::Whole(value))
}

fn real(text: &str, low: f64, high: f64) -> Result<Value<'static>, Fault> {
    let value = number::parse(text).map(Number::as_f64).map_err(no_number)?;
    if value < low || value > high {
        return Err(Fault::new("out-of-range", format!("the value is not within {low} and {high}")));
    }
    // Minus zero would be a second zero when rows are compared.
    Ok(Value::Real(if value == 0.0 { 0.0 } else { value }))
}

pub(crate) fn no_number(other: NotANumber) -> Fault {
    let fault = Fault::new(other.rule(), format!("the value {}", other.message()));
    match other.help() {
        Some(help) => fault.help(help),
        None => fault,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule_of(rule: &CellRule, text: &str) -> &'static str {
        rule.check(Cow::Borrowed(text)).err().map_or("", |fault| fault.rule)
    }

    #[test]
    fn identifiers_stay_text() {
        let value = CellRule::Id.check(Cow::Borrowed("0012"));
        assert_eq!(value.ok(), Some(Value::Text(Cow::Borrowed("0012"))));
        assert_eq!(rule_of(&CellRule::Id, "S 1"), "white-space");
        assert_eq!(rule_of(&CellRule::Id, &"S".repeat(65)), "too-long");
    }

    #[test]
    fn numbers_keep_their_limits() {
        let day = CellRule::from(Kind::Day);
        for (text, rule) in [
            ("-14", ""),
            ("12.0", ""),
            ("1e+05", ""),
            ("12.5", "not-a-whole-number"),
            ("0012", "leading-zero"),
            ("100001", "out-of-range"),
            (" 5", "white-space"),
            ("99999999999999999999", "integer-overflow"),
            ("2024-01-31", "not-a-number"),
        ] {
            assert_eq!(rule_of(&day, text), rule, "{text}");
        }
        let age = CellRule::Real(0.0, 90.0);
        for (text, rule) in [
            ("90", ""),
            ("90.5", "out-of-range"),
            ("NaN", "not-finite"),
            ("1e400", "number-too-large"),
            ("1,5", "decimal-comma"),
        ] {
            assert_eq!(rule_of(&age, text), rule, "{text}");
        }
    }

    #[test]
    fn codes_and_flags_are_exact() {
        let sex = CellRule::Category(vec!["F".to_owned(), "M".to_owned()]);
        assert_eq!(rule_of(&sex, "F"), "");
        assert_eq!(rule_of(&sex, "f"), "unknown-category");
        assert_eq!(rule_of(&CellRule::Flag, "TRUE"), "");
        assert_eq!(rule_of(&CellRule::Flag, "yes"), "not-a-flag");
        assert_eq!(rule_of(&CellRule::Code, "10^9/L"), "");
        assert_eq!(rule_of(&CellRule::Code, "a\nb"), "control-character");
    }
}
