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
    if is_mould(column) {
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
    // Measures differ in how many digits they have; identifiers do not.
    let (length, same) = texts.commonest_length();
    // Answers one behind the other: `3 4 2 0 3`.
    let are_answers = texts.distinct_share(Sign::Tiny) >= 0.97;
    let is_by_unit = texts.share(Sign::Known) >= 0.8;
    let looks_measured =
        !are_answers && !is_by_unit && texts.share(Sign::Quantity) + texts.share(Sign::Mould) >= MANY;
    if length >= 5 && same >= 0.97 && looks_measured && distinct >= 20 && telling(distinct) {
        return found(Kind::Code, texts.cells);
    }
    if texts.share(Sign::Padded) > 0.02
        && texts.share(Sign::Words) + texts.share(Sign::Term) < 0.1
        && same >= 0.95
        && (4..=8).contains(&texts.distinct_stems())
        && telling(distinct)
    {
        return found(Kind::Code, texts.cells);
    }
    // Numbers of records and telephones that hardly ever repeat, among answers that do.
    let (long, cells) = (texts.distinct(Sign::LongCode), texts.count(Sign::LongCode));
    let is_part = cells as f64 >= 0.1 * column.filled() as f64;
    if long >= 8 && long * 2 >= cells && is_part && !is_named(column) && !is_published(column) {
        return found(Kind::RecordNumber, cells);
    }
    // Where the letters differ as well as the numbers, it is no mould, and what stands behind a number no unit.
    let excused = [Sign::Published, Sign::Term, Sign::Known].map(|sign| texts.count(sign)).iter().sum();
    let cells = texts.cells.saturating_sub(excused);
    let with_digits = texts.count(Sign::Code) + texts.count(Sign::Mould) + texts.count(Sign::Quantity);
    let stems = texts.distinct_stems();
    let is_various = stems >= 9 && stems as f64 >= 0.05 * distinct as f64;
    if !is_named(column)
        && most_of_all(cells)
        && with_digits * 3 >= column.filled()
        && is_various
        && telling(distinct)
    {
        return found(Kind::Code, cells);
    }
    None
}

fn is_named(column: &Column) -> bool {
    column.hints.says(Hint::Vocabulary)
}

/// Whether the same letters stand about short numbers throughout: a string of scores, of settings, of shares.
pub(super) fn is_mould(column: &Column) -> bool {
    let texts = &column.texts;
    if texts.are_series() {
        return true;
    }
    let (length, same) = texts.commonest_length();
    texts.distinct_share(Sign::Loose) >= 0.97
        && texts.distinct_stems() <= 2
        && texts.spread.distinct() >= 3
        && (same < 0.9 || length <= 3 || texts.distinct_share(Sign::Tiny) >= 0.97)
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
