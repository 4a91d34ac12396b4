//! Columns that stand in a column: what is left when answers that repeat are set aside, what stands in brackets, behind
//! a label, between signs. Each is judged as a column by itself, so that no rule has to know how its cells are wrapped.

use std::collections::BTreeMap;

use super::column::Column;
use super::hint::{Hint, Hints};
use super::numbers::{Numbers, is_number};
use super::text::{Sign, Signs, is_unit, mentions_years};
use super::texts::Texts;

/// An inner column has so many distinct values, and stands in this share of the cells.
const LEAST: usize = 5;
const SHARE: f64 = 0.04;
/// An answer comes in this share of the runs of cells, and three times or more.
const ANSWER: f64 = 0.04;
/// The signs that stand between the pieces of a cell.
const BETWEEN: [&str; 9] = ["|", ";", ",", "/", " - ", ": ", ":", "=", " "];
/// So many kinds of a word are a label, not a part of what it stands before.
const LABELS: usize = 12;

/// What an inner column is of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Whole cells: those that are no answer.
    Cells,
    /// Pieces of cells: in these only what has a form of its own is looked for.
    Pieces,
}

/// A distinct value of a column: in how many cells, in how many runs, and its signs where they are known.
#[derive(Clone)]
struct Value {
    text: String,
    cells: u32,
    runs: u32,
    signs: Option<Signs>,
}

/// The columns in a column.
pub(super) fn inner(column: &Column) -> Vec<(Of, Column)> {
    // What lies below or above a bound is measured, and so is what stands beside it.
    if column.texts.count(Sign::Bound) >= 2 {
        return Vec::new();
    }
    let values = values(column);
    let filled = column.filled();
    let rest = without_answers(&values);
    let mut found = Vec::new();
    let (numbers, texts): (Vec<Value>, Vec<Value>) =
        rest.iter().cloned().partition(|value| is_number(&value.text));
    let is_mixed = !numbers.is_empty() && !texts.is_empty();
    if rest.len() < values.len() {
        found.extend(column_of(column, &rest, filled).map(|rest| (Of::Cells, rest)));
    }
    if is_mixed {
        found.extend(column_of(column, &numbers, filled).map(|rest| (Of::Cells, rest)));
        found.extend(column_of(column, &texts, filled).map(|rest| (Of::Cells, rest)));
    }
    let texts: Vec<Value> = texts.into_iter().filter(|value| !is_recognised(value, &column.hints)).collect();
    for pieces in pieces(&texts) {
        found.extend(column_of(column, &pieces, filled).map(|pieces| (Of::Pieces, pieces)));
    }
    found
}

fn values(column: &Column) -> Vec<Value> {
    let of =
        |(text, cells, runs): (&str, u32, u32), signs| Value { text: text.to_owned(), cells, runs, signs };
    let numbers = column.numbers.spread.entries().map(|entry| of(entry, None));
    let texts = column.texts.spread.entries().enumerate();
    numbers.chain(texts.map(|(number, entry)| of(entry, Some(column.texts.signs(number))))).collect()
}

/// What hardly repeats, where there are answers that do.
fn without_answers(values: &[Value]) -> Vec<Value> {
    let runs: u32 = values.iter().map(|value| value.runs).sum();
    let is_sentence = |value: &Value| {
        value.signs.is_some_and(|signs| signs.has(Sign::Sentence) && !signs.has(Sign::Phrase))
    };
    let is_answer = |value: &&Value| {
        value.runs >= 3 && f64::from(value.runs) >= ANSWER * f64::from(runs) && !is_sentence(value)
    };
    let answered: u32 = values.iter().filter(is_answer).map(|value| value.runs).sum();
    if f64::from(answered) < 0.1 * f64::from(runs) {
        return values.to_vec();
    }
    values.iter().filter(|value| !is_answer(value)).cloned().collect()
}

/// Whether a text is a quantity, a published code or a phrase of the vocabulary: nothing stands in it. Under a name that
/// speaks of ages and dates, and where two numbers of two digits stand with a stroke, a quantity may be one.
fn is_recognised(value: &Value, hints: &Hints) -> bool {
    let has_digit = value.text.contains(|c: char| c.is_ascii_digit());
    let may_tell = || {
        hints.says_any(&[Hint::Age, Hint::Birth, Hint::Date])
            || has_pair(&value.text)
            || mentions_years(&value.text)
    };
    value.signs.is_some_and(|signs| {
        signs.has(Sign::Published)
            || signs.has(Sign::Phrase) && !has_digit
            || signs.has(Sign::Quantity) && !may_tell()
    })
}

/// `03/12`, `03.12.`
fn has_pair(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | '.')).any(|run| {
        let sign = if run.ends_with('.') { '.' } else { '/' };
        let run = run.trim_end_matches('.');
        run.split_once(sign).is_some_and(|(first, second)| first.len() == 2 && second.len() == 2)
    })
}

/// The pieces of texts by their place: in brackets and before them; before, between and behind each sign.
fn pieces(texts: &[Value]) -> Vec<Vec<Value>> {
    let mut found = Vec::new();
    found.extend(cut(texts, bracketed));
    for sign in BETWEEN {
        // `122 g/l` is one measure.
        let is_one = |text: &str| {
            sign == "," && is_decimal_comma(text)
                || sign == "/" && text.split_once(sign).is_some_and(|(before, unit)| is_rate(before, unit))
        };
        let first =
            |text: &str| text.split_once(sign).filter(|_| !is_one(text)).map(|(first, _)| first.to_owned());
        let second = |text: &str| text.split(sign).nth(1).filter(|_| !is_one(text)).map(str::to_owned);
        let rest = |text: &str| text.split_once(sign).map(|(_, rest)| rest.to_owned());
        let last = |text: &str| text.rsplit_once(sign).map(|(_, last)| last.to_owned());
        let body = |text: &str| text.rsplit_once(sign).map(|(body, _)| body.to_owned());
        if sign == " " {
            // A word before or behind is cut off only if it is a label.
            found.extend(cut(texts, rest).filter(|_| are_labels(cut(texts, first))));
            found.extend(cut(texts, body).filter(|_| are_labels(cut(texts, last))));
            continue;
        }
        found.extend(cut(texts, first));
        found.extend(cut(texts, second));
        if texts.iter().any(|value| value.text.matches(sign).count() >= 2) {
            found.extend(cut(texts, rest));
            found.extend(cut(texts, last));
        }
    }
    found
}

/// `1,57 m`
fn is_decimal_comma(text: &str) -> bool {
    text.split_once(',').is_some_and(|(whole, rest)| {
        whole.bytes().all(|byte| byte.is_ascii_digit())
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && !rest.contains(',')
    })
}

/// Whether a number, or one with a unit, stands before a sign, and a short unit behind it.
fn is_rate(before: &str, unit: &str) -> bool {
    let is_count = before.bytes().all(|byte| byte.is_ascii_digit());
    let is_volume = is_count && unit.starts_with(char::is_alphabetic) && unit.chars().count() <= 4;
    is_volume && is_unit(unit)
        || before.ends_with(char::is_alphabetic)
            && before.contains(|c: char| c.is_ascii_digit())
            && unit.chars().count() <= 3
            && unit.chars().all(char::is_alphabetic)
}

fn are_labels(words: Option<Vec<Value>>) -> bool {
    words.is_some_and(|words| {
        let cells: u32 = words.iter().map(|word| word.cells).sum();
        words.len() <= LABELS && words.len() as f64 * 3.0 <= f64::from(cells)
    })
}

/// What stands in brackets of any kind.
fn bracketed(text: &str) -> Option<String> {
    let (_, rest) = text.split_once(['(', '[', '{', '<', '（'])?;
    let inside = rest.split([')', ']', '}', '>', '）']).next()?;
    Some(inside.to_owned())
}

/// The values that a cut gives, where it gives enough of them.
fn cut(texts: &[Value], piece: impl Fn(&str) -> Option<String>) -> Option<Vec<Value>> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: Vec<Value> = Vec::new();
    for value in texts {
        let Some(text) = piece(&value.text) else { continue };
        let text = super::normal::normal(&text).into_owned();
        if text.is_empty() {
            continue;
        }
        let place = *places.entry(text.clone()).or_insert(found.len());
        match found.get_mut(place) {
            Some(known) => {
                known.cells += value.cells;
                known.runs += value.runs;
            }
            None => found.push(Value { text, signs: None, ..*value }),
        }
    }
    (!found.is_empty()).then_some(found)
}

/// A column of some values, unless they are too few of so many filled cells to be judged.
fn column_of(whole: &Column, values: &[Value], filled: usize) -> Option<Column> {
    let cells: u32 = values.iter().map(|value| value.cells).sum();
    if values.len() < LEAST || f64::from(cells) < SHARE * filled as f64 {
        return None;
    }
    let mut column = Column {
        hints: whole.hints.clone(),
        role: whole.role,
        numbers: Numbers::default(),
        texts: Texts::default(),
        is_calendar: false,
    };
    // Values that come in several runs of cells are dealt out in as many rounds.
    let rounds = values.iter().map(|value| value.runs).max().unwrap_or(0);
    for round in 0..rounds {
        for value in values.iter().filter(|value| value.runs > round) {
            let cells = value.cells / value.runs + u32::from(value.cells % value.runs > round);
            for _ in 0..cells {
                if is_number(&value.text) {
                    column.numbers.see(&value.text);
                } else {
                    column.texts.see_known(&value.text, value.signs);
                }
            }
        }
    }
    Some(column)
}

#[cfg(test)]
mod tests {
    use super::super::column::Role;
    use super::super::{Column, Kind};

    const ANSWERS: [&str; 3] = ["phone", "tablet", "paper"];

    /// What a column of 90 cells gives away, of which every third is what is to be found, wrapped.
    fn found(cell: impl Fn(usize) -> String) -> Option<Kind> {
        let mut column = Column::new(&["v17"], Role::Value);
        for row in 0..90 {
            let answer = ANSWERS[row / 3 % 3];
            column.see(&if row % 3 == 0 { cell(row) } else { answer.to_owned() });
        }
        column.verdict(90).map(|finding| finding.kind)
    }

    #[test]
    fn what_stands_among_answers_in_brackets_or_behind_a_label_is_found() {
        let names = ["Muster", "Beispiel", "Exempel", "Sample", "Vzorek", "Esempio", "Ejemplo"];
        let name = |row: usize| format!("{} {}", names[row % 7], names[row / 7 % 7]);
        let host = |row: usize| format!("192.0.2.{}", row + 100);
        let phone = |row: usize| format!("030 5550{:03}", row * 7);
        assert_eq!(found(host), Some(Kind::IpAddress));
        for wrapped in [
            found(|row| format!("ward ({})", name(row))),
            found(|row| format!("mild ({})", host(row))),
            found(|row| format!("reach: {}", phone(row))),
            found(|row| format!("A|{}|2", phone(row))),
        ] {
            assert!(wrapped.is_some());
        }
    }

    #[test]
    fn what_is_measured_among_answers_passes() {
        assert_eq!(found(|row| format!("{}.{} g/dL", 6 + row % 9, row % 10)), None);
        assert_eq!(found(|row| format!("grade {} (day {row})", row % 4)), None);
        assert_eq!(
            found(|row| if row % 2 == 0 { "<250".to_owned() } else { (300 + 977 * row).to_string() }),
            None
        );
    }
}
