//! What is refused because nothing harmless is recognised in it: codes that hardly ever repeat, whatever their scheme.

use super::super::column::{Column, Role};
use super::super::hint::Hint;
use super::super::kind::Kind;
use super::super::text::Sign;
use super::{Found, MANY, found, is_telling};

/// Whether most of what differs is a code of a published vocabulary.
pub(super) fn is_published(column: &Column) -> bool {
    column.texts.distinct_share(Sign::Published) >= 0.8
}

/// Texts with digits that are neither of a vocabulary nor a quantity, and tell one subject from another.
pub(super) fn codes(column: &Column, units: usize) -> Found {
    let texts = &column.texts;
    if column.role == Role::Subject || column.hints.says(Hint::Lot) || column.hints.says(Hint::CodeSystem) {
        return None;
    }
    let share = texts.spread.share(units);
    let codes = texts.distinct(Sign::Code);
    let distinct = texts.spread.distinct();
    let most_of_all = |cells: usize| cells as f64 >= MANY * column.filled() as f64;
    let telling = |count: usize| is_telling(count, share * count as f64 / distinct.max(1) as f64);
    if most_of_all(texts.count(Sign::Code)) && telling(codes) {
        return found(Kind::Code, texts.count(Sign::Code));
    }
    // Where the letters differ as well as the numbers, it is no mould, and what stands behind a number no unit.
    let excused = [Sign::Published, Sign::Term].map(|sign| texts.count(sign)).iter().sum();
    let cells = texts.cells.saturating_sub(excused);
    let with_digits = texts.count(Sign::Code) + texts.count(Sign::Mould) + texts.count(Sign::Quantity);
    let stems = texts.distinct_stems();
    let is_various = stems >= 9 && stems as f64 >= 0.15 * distinct as f64;
    let is_named = column.hints.says(Hint::Vocabulary);
    if !is_named
        && most_of_all(cells)
        && with_digits * 3 >= column.filled()
        && is_various
        && telling(distinct)
    {
        return found(Kind::Code, cells);
    }
    None
}

/// Digits of one length with noughts before them: no measure is written so. Times of day and alleles are.
pub(super) fn padded(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    let (length, commonest) = numbers.commonest_length();
    let excused = column.role == Role::Subject
        || column.hints.says_any(&[Hint::Lot, Hint::CodeSystem])
        || numbers.are_alleles()
        || numbers.are_answers()
        || numbers.are_clocks();
    let looks = length >= 4
        && commonest as f64 >= 0.9 * numbers.cells as f64
        && numbers.leading_zero > 0
        && numbers.cells * 2 > column.filled();
    let telling = is_telling(numbers.spread.distinct(), numbers.spread.share(units));
    let are_days =
        length == 4 && numbers.month_days as f64 >= 0.97 * numbers.cells as f64 && numbers.cells >= 12;
    if looks && telling && are_days && !numbers.are_alleles() && column.role == Role::Value {
        return found(Kind::FullDate, numbers.month_days);
    }
    if looks && telling && !excused { found(Kind::Code, numbers.cells) } else { None }
}
