//! What numbers give away: dates as one number, national numbers, postcodes, record numbers, dates of birth as days.

use super::super::column::{Column, Role};
use super::super::hint::Hint;
use super::super::kind::Kind;
use super::super::numbers::Numbers;
use super::{Found, MANY, MOST, found, is_telling};

/// Dates that are written as one number.
pub(super) fn compact_dates(column: &Column, _: usize) -> Found {
    let numbers = &column.numbers;
    if numbers.are_answers() {
        return None;
    }
    let plain = numbers.plain as f64;
    let most = |count: usize| numbers.cells >= 5 && count as f64 >= MOST * numbers.cells as f64;
    let (length, _) = numbers.commonest_length();
    let distinct = numbers.spread.distinct();
    if distinct < 4
        || plain < MOST * numbers.cells as f64 && numbers.serial_with_time == 0 && numbers.month_and_year == 0
    {
        return None;
    }
    let eight = length >= 8 || length == 7;
    if (eight || numbers.cells >= 8) && length != 5 && (most(numbers.year_first) || most(numbers.year_last)) {
        return found(Kind::FullDate, numbers.year_first.max(numbers.year_last));
    }
    let few_round = (numbers.round as f64) < MANY * plain;
    if most(numbers.epoch) && few_round && !most(best_scheme(numbers)) {
        return found(Kind::FullDate, numbers.epoch);
    }
    if most(numbers.julian_day) {
        return found(Kind::FullDate, numbers.julian_day);
    }
    if most(numbers.month_and_year) {
        return found(Kind::FullDate, numbers.month_and_year);
    }
    if most(numbers.year_and_month) {
        return found(Kind::FullDate, numbers.year_and_month);
    }
    let is_serial =
        numbers.lengths.iter().all(|count| *count == 0) && !(60_000.0..100_000.0).contains(&numbers.high);
    if most(numbers.serial_with_time) && distinct >= 6 && is_serial {
        return found(Kind::FullDate, numbers.serial_with_time);
    }
    None
}

fn best_scheme(numbers: &Numbers) -> usize {
    numbers.schemes.iter().copied().max().unwrap_or(0)
}

/// Numbers whose check digits fit.
pub(super) fn national(column: &Column, _: usize) -> Found {
    let numbers = &column.numbers;
    if numbers.are_answers() {
        return None;
    }
    let best = best_scheme(numbers);
    let fits = best >= 5 && best as f64 >= MOST * numbers.cells as f64 && numbers.spread.distinct() >= 5;
    let born = numbers.birth_prefix >= 8
        && numbers.birth_prefix as f64 >= MOST * numbers.cells as f64
        && numbers.spread.distinct() >= 6;
    if fits && !is_vocabulary(numbers) {
        found(Kind::NationalNumber, best)
    } else if born {
        found(Kind::NationalNumber, numbers.birth_prefix)
    } else {
        None
    }
}

/// Codes of `MedDRA` and SNOMED CT: by chance one number in forty fits the latter.
pub(super) fn is_vocabulary(numbers: &Numbers) -> bool {
    let most = |count: usize| count as f64 >= 0.95 * numbers.cells as f64;
    most(numbers.meddra) || numbers.spread.distinct() >= 4 && most(numbers.snomed)
}

/// Five digits throughout: postcodes, or dates as days since 1900, 1960 or 1970.
pub(super) fn five_digits(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    if numbers.are_answers() {
        return None;
    }
    let five = numbers.lengths[5];
    let share = numbers.spread.share(units);
    let distinct = numbers.spread.distinct();
    // A leading zero is lost where postcodes are read as numbers.
    let four_or_five = five + numbers.lengths[4];
    let are_lost = four_or_five == numbers.cells
        && five * 10 >= numbers.cells * 3
        && numbers.cells >= 20
        && numbers.low >= 1000.0
        && numbers.high >= 80_000.0;
    let all = four_or_five as f64 >= 0.95 * numbers.cells as f64
        && five as f64 >= 0.75 * numbers.cells as f64
        && numbers.cells * 2 > column.filled();
    let few_round = (numbers.round as f64) < MANY * five as f64;
    let telling = is_telling(distinct, share) || distinct >= 12 && share >= 0.1;
    let is_span = column.hints.says_any(&[
        Hint::ShortUnit,
        Hint::Age,
        Hint::Birth,
        Hint::Date,
        Hint::Postcode,
        Hint::Identifier,
    ]);
    let excused = column.hints.says_any(&[Hint::Vocabulary, Hint::CodeSystem, Hint::Lot])
        || column.hints.says(Hint::Measured) && !is_span;
    if !all && !are_lost || !few_round || !telling || excused {
        return None;
    }
    let is_serial =
        numbers.leading_zero == 0 && numbers.high < 50_000.0 && numbers.high - numbers.low < 32_000.0;
    found(if is_serial { Kind::FullDate } else { Kind::Postcode }, five)
}

/// Numbers of six digits or more, of one length, that hardly ever repeat.
pub(super) fn records(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    if numbers.are_answers() {
        return None;
    }
    let (length, commonest) = numbers.commonest_length();
    let least = if column.role == Role::Subject { 7 } else { 6 };
    let long = numbers.at_least(least);
    let alike = length >= least && commonest as f64 >= 0.7 * numbers.cells as f64
        || numbers.at_least(10) as f64 >= MOST * numbers.cells as f64;
    let few_round = (numbers.round as f64) < MANY * long as f64;
    // No code but one that its check digit tells, and nothing that is measured, has nine digits and more.
    let named = column.hints.says_any(&[Hint::Vocabulary, Hint::Measured]) && length < 9
        || column.hints.says(Hint::Counted) && numbers.leading_zero == 0;
    let excused = is_vocabulary(numbers) || named || column.hints.says_any(&[Hint::CodeSystem, Hint::Lot]);
    let telling = is_telling(numbers.spread.distinct(), numbers.spread.share(units));
    if numbers.cells * 2 > column.filled() && alike && few_round && telling && !excused {
        if column.role == Role::Subject && column.counts_up() {
            return None;
        }
        return found(if length >= 9 { Kind::NationalNumber } else { Kind::RecordNumber }, long);
    }
    None
}

/// Days since 1960 or 1970 that reach decades to either side, as dates of birth do and days from a transplant do not.
pub(super) fn births(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    let near = numbers.near_zero as f64 / numbers.cells.max(1) as f64;
    let looks = column.role == Role::Value
        && numbers.cells >= 10
        && numbers.decimal == 0
        && numbers.low < -2500.0
        && numbers.low > -30_000.0
        && numbers.high > 2500.0
        && numbers.high < 30_000.0
        && near < 0.35
        && is_telling(numbers.spread.distinct(), numbers.spread.share(units));
    if looks { found(Kind::FullDate, numbers.cells) } else { None }
}

/// Four digits throughout, from the low to the high ones: postcodes. Years, days and values keep closer together.
pub(super) fn four_digits(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    let four = numbers.lengths[4];
    let all = four as f64 >= 0.97 * numbers.cells as f64 && numbers.cells * 2 > column.filled();
    let is_wide = numbers.high >= 8000.0 && numbers.low < 3200.0 && !numbers.are_alleles();
    let few_round = (numbers.tens as f64) < 0.8 * four as f64;
    let excused = column.role == Role::Subject || column.hints.says_any(&[Hint::Vocabulary, Hint::Measured]);
    let telling = is_telling(numbers.spread.distinct(), numbers.spread.share(units));
    if all && is_wide && few_round && telling && !excused { found(Kind::Postcode, four) } else { None }
}
