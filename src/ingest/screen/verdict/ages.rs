//! What gives ages away that are not top-coded: under a name that says so, in words, beside the sex, in months, or spread
//! as ages are.

use super::super::column::{Column, Role};
use super::super::hint::Hint;
use super::super::kind::Kind;
use super::super::text::Sign;
use super::codes::is_published;
use super::{Found, MANY, MOST, found};

/// Ages that are not top-coded. A name that says nothing does not excuse values that look like ages.
pub(super) fn ages(column: &Column, _: usize) -> Found {
    let (hints, numbers) = (&column.hints, &column.numbers);
    let texts = &column.texts;
    if texts.share(Sign::Age) >= MANY && texts.count(Sign::OldAge) > 0 {
        return found(Kind::Age, texts.count(Sign::OldAge));
    }
    if texts.ages.cells() as f64 >= MOST * column.filled() as f64
        && texts.distinct_stems() <= 3
        && texts.distinct(Sign::Term) == 0
        && !is_published(column)
        && texts.ages.may_be_ages(texts.spread.distinct())
    {
        return found(Kind::Age, texts.ages.over_ninety());
    }
    // Under a name that says so, whatever the word for years.
    let is_said = hints.says(Hint::Age) && column.role == Role::Value && !is_published(column);
    for ages in [&texts.ages, &texts.pairs] {
        let most = ages.cells() as f64 >= MOST * texts.cells as f64 && texts.cells * 2 > column.filled();
        if is_said && most && ages.cells() >= 10 && texts.distinct_stems() <= 4 && ages.over_ninety() > 0 {
            return found(Kind::Age, ages.over_ninety());
        }
    }
    if column.role == Role::Value && texts.cells * 2 > column.filled() && texts.may_be_years_and_months() {
        return found(Kind::Age, texts.pairs.over_ninety());
    }
    if column.role == Role::Value && texts.may_be_spans_of_life() {
        return found(Kind::Age, texts.spans.over_ninety());
    }
    if column.role == Role::Value && texts.may_be_sexed_ages() {
        return found(Kind::Age, texts.sexed.over_ninety());
    }
    // In months.
    let may_be_months = hints.is_neutral() || hints.says(Hint::Age) && numbers.high >= 130.0;
    if may_be_months && column.role == Role::Value && numbers.may_be_months() {
        return found(Kind::Age, numbers.cells);
    }
    // In months, in days.
    if hints.says(Hint::Age) && hints.says(Hint::ShortUnit) && (1092.0..1450.0).contains(&numbers.high) {
        return found(Kind::Age, numbers.cells);
    }
    if hints.says(Hint::Age) && !hints.says(Hint::ShortUnit) && numbers.high < 130.0 {
        return found(Kind::Age, numbers.ages.over_ninety());
    }
    // Shares with decimals that end at a limit of detection: `>98.5`.
    let is_bounded =
        numbers.decimal * 2 > numbers.cells && texts.cells > 0 && texts.share(Sign::Quantity) >= MANY;
    let looks = hints.is_neutral()
        && column.role == Role::Value
        && numbers.ages.may_be_ages(numbers.spread.distinct())
        && !is_bounded;
    if looks { found(Kind::Age, numbers.ages.over_ninety()) } else { None }
}
