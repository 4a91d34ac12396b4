//! Points in time and in space as numbers of any epoch and any grid: large numbers that lie close together, with more
//! figures than anything that is measured.

use super::super::column::{Column, Role};
use super::super::hint::Hint;
use super::super::kind::Kind;
use super::digits::is_vocabulary;
use super::{Found, MANY, MOST, found, is_telling};

/// Numbers of a thousand and more with six figures or more that lie within a factor of two, and numbers far below zero.
pub(super) fn moments(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    let telling = is_telling(numbers.spread.distinct(), numbers.spread.share(units));
    if column.role == Role::Subject || numbers.cells < 8 || numbers.cells * 2 <= column.filled() || !telling {
        return None;
    }
    if is_vocabulary(numbers)
        || numbers.are_answers()
        || column.hints.says_any(&[Hint::CodeSystem, Hint::Lot])
    {
        return None;
    }
    let is_exact = numbers.exact as f64 >= MANY * numbers.cells as f64;
    let is_close = numbers.low >= 1000.0 && numbers.high < 2.0 * numbers.low;
    let is_long = numbers.exact_long as f64 >= 0.8 * numbers.cells as f64;
    let is_far_below = numbers.low < -100_000.0 && numbers.decimal == 0;
    if is_exact && is_close || is_long && !column.hints.says(Hint::Measured) || is_far_below {
        return found(Kind::FullDate, numbers.cells);
    }
    None
}

/// Latitudes and longitudes: degrees with four decimals or more.
pub(super) fn places(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    let fine = numbers.fine as f64 / numbers.cells.max(1) as f64;
    let named = column.hints.says(Hint::Place) && numbers.decimal as f64 >= MOST * numbers.cells as f64;
    let in_range = numbers.low >= -180.0 && numbers.high <= 180.0 && numbers.decimal > 0;
    let least = numbers.low.abs().min(numbers.high.abs());
    let most = numbers.low.abs().max(numbers.high.abs());
    let is_one_sided = numbers.low > 0.0 || numbers.high < 0.0;
    let is_close = is_one_sided && least >= 5.0 && most < 3.0 * least;
    let is_world = !is_one_sided && numbers.off_zero as f64 >= 0.75 * numbers.cells as f64;
    let telling = is_telling(numbers.spread.distinct(), numbers.spread.share(units));
    let looks = fine >= MOST && (is_close || is_world) && !column.hints.says(Hint::Measured);
    if column.role == Role::Value && numbers.cells >= 8 && in_range && telling && (looks || named) {
        return found(Kind::Contact, numbers.cells);
    }
    None
}

/// Years of birth: years under a name that says so, or years that reach further back than transplants.
pub(super) fn years_of_birth(column: &Column, _: usize) -> Found {
    let numbers = &column.numbers;
    let most = |count: usize| numbers.cells >= 5 && count as f64 >= 0.97 * numbers.cells as f64;
    let named = column.hints.says(Hint::Birth);
    let early = numbers.early_years as f64 >= 0.1 * numbers.cells as f64 && numbers.spread.distinct() >= 8;
    let is_measured = column.hints.says_any(&[Hint::Measured, Hint::Vocabulary]);
    if most(numbers.years) && (named || early && !is_measured) {
        return found(Kind::BirthDate, numbers.years);
    }
    None
}
