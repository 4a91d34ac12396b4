//! From a delivered cell to the canonical value.

use std::borrow::Cow;

use super::super::cell::{CellRule, Value, no_number};
use super::super::delimited::Fault;
use super::delivered::Delivered;
use super::header::Places;
use super::{ColumnPlan, SourcePlan, Words};
use crate::study::mapping::DROP;
use crate::study::{DayCount, UnitTable};

/// What a cell is.
pub(super) enum Mapped<'a> {
    /// A value, none if missing.
    Value(Option<Value<'a>>),
    /// The row is left out.
    Dropped,
    /// A code that the code map does not name.
    Unknown(String),
}

/// The canonical value of a column in a row.
pub(super) fn map<'a>(
    source: &'a SourcePlan,
    index: usize,
    (file, row): (&'a Delivered, usize),
    places: &Places,
) -> Result<Mapped<'a>, Fault> {
    let column = &source.columns[index];
    if let Some(fault) = contradiction(column, (file, row), (places.columns[index], places.fallbacks[index]))
    {
        return Err(fault);
    }
    let text = match &column.constant {
        Some(constant) => Some(Cow::Borrowed(constant.as_str())),
        None => delivered_text(source, index, (file, row), places),
    };
    let text = if column.constant.is_some() {
        text
    } else if column.recode.is_empty() {
        let marked = |text| file.with_point(text).map_err(no_number);
        if column.rule.is_number() { text.map(marked).transpose()? } else { text }
    } else {
        let code = text.as_deref().map_or("", str::trim);
        match column.recode.get(code).map(String::as_str) {
            Some(DROP) => return Ok(Mapped::Dropped),
            Some("") => None,
            Some(meaning) => Some(Cow::Borrowed(meaning)),
            None if text.is_none() => None,
            None => return Ok(Mapped::Unknown(code.to_owned())),
        }
    };
    let Some(text) = text else {
        return if column.filled {
            Err(Fault::new("missing-value", "the value is missing and must be there"))
        } else {
            Ok(Mapped::Value(None))
        };
    };
    // Where the study has code maps, a text that is none of the codes is a code without an entry.
    if let (CellRule::Category(codes), Words::Codes(_)) = (&column.rule, &source.words)
        && !codes.iter().any(|code| **code == *text)
    {
        return Ok(Mapped::Unknown(text.into_owned()));
    }
    column.rule.check(text).and_then(|value| on_day(column, value)).map(|value| Mapped::Value(Some(value)))
}

/// A unit in a column of a profile's and another in the parentheses beside it.
fn contradiction(
    column: &ColumnPlan,
    (file, row): (&Delivered, usize),
    (own, beside): (Option<usize>, Option<usize>),
) -> Option<Fault> {
    if column.by_study || column.constant.is_some() {
        return None;
    }
    let (own, beside) = (file.cell(row, own?), in_parentheses(&file.cell(row, beside?))?);
    UnitTable::contradict(&own, &beside).then(|| {
        let name = column.in_parentheses.as_deref().unwrap_or_default();
        Fault::new("unit-contradiction", format!("the unit is another one than in {name}"))
            .help("name the column that is right under `columns` in the study, or give `constants`")
    })
}

fn delivered_text<'a>(
    source: &'a SourcePlan,
    index: usize,
    (file, row): (&'a Delivered, usize),
    places: &Places,
) -> Option<Cow<'a, str>> {
    let there = |place: Option<usize>| {
        let cell = file.cell(row, place?);
        let missing = cell.is_empty() || source.missing.iter().any(|text| *text == cell);
        (!missing).then_some(cell)
    };
    there(places.columns[index])
        .or_else(|| there(places.fallbacks[index]).and_then(|text| in_parentheses(&text).map(Cow::Owned)))
}

/// The text in the last parentheses: `Haemoglobin (g/L)` gives `g/L`.
pub(crate) fn in_parentheses(text: &str) -> Option<String> {
    let before = text.trim_end().strip_suffix(')')?;
    let inner = before[before.rfind('(')? + 1..].trim();
    (!inner.is_empty()).then(|| inner.to_owned())
}

/// A day as the store counts it.
fn on_day<'a>(column: &ColumnPlan, value: Value<'a>) -> Result<Value<'a>, Fault> {
    match (column.days, value) {
        (DayCount::NoDayZero, Value::Whole(0)) => Err(Fault::new(
            "study-day-0",
            "the value is 0, and these days have no day 0: day 1 follows day -1",
        )
        .help("if day 0 is the day of the infusion here, take the column out of no_day_0")),
        (DayCount::NoDayZero, Value::Whole(day @ 1..)) => Ok(Value::Whole(day - 1)),
        (_, value) => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use super::in_parentheses;

    #[test]
    fn units_stand_in_the_last_parentheses() {
        assert_eq!(in_parentheses("Hemoglobin (g/L)").as_deref(), Some("g/L"));
        assert_eq!(in_parentheses("Time to death (OS) (DAYS) ").as_deref(), Some("DAYS"));
        assert_eq!(in_parentheses("Time to First Dermatologic Event"), None);
        assert_eq!(in_parentheses("Time (days) to death"), None);
        assert_eq!(in_parentheses("Empty ()"), None);
    }
}
