//! Dates that are written as digits alone.

use super::is_year;

/// Whether digits alone are a date with the year first (`20200512`, `200512`), with or without a time.
pub(in super::super) fn is_compact_year_first(digits: &str) -> bool {
    if !digits.is_ascii() {
        return false;
    }
    match digits.len() {
        8 | 12 | 14 => fits(&digits[..4], &digits[4..6], &digits[6..8], true),
        6 => fits(&digits[..2], &digits[2..4], &digits[4..6], false),
        _ => false,
    }
}

/// Whether digits alone are a date with the year last (`12052020`, `120520`), day or month first. A lost leading
/// zero is put back.
pub(in super::super) fn is_compact_year_last(digits: &str) -> bool {
    if !digits.is_ascii() {
        return false;
    }
    let padded;
    let digits = match digits.len() {
        5 | 7 => {
            padded = format!("0{digits}");
            padded.as_str()
        }
        _ => digits,
    };
    let (year, is_long) = match digits.len() {
        8 => (&digits[4..], true),
        6 => (&digits[4..], false),
        _ => return false,
    };
    fits(year, &digits[2..4], &digits[..2], is_long) || fits(year, &digits[..2], &digits[2..4], is_long)
}

fn fits(year: &str, month: &str, day: &str, is_long: bool) -> bool {
    let number = |text: &str| text.parse::<u32>().unwrap_or(0);
    (!is_long || is_year(number(year)))
        && (1..=12).contains(&number(month))
        && (1..=31).contains(&number(day))
}

/// Whether six digits are a year and a month: `202005`.
pub(in super::super) fn is_year_and_month(digits: &str) -> bool {
    let number = |text: &str| text.parse::<u32>().unwrap_or(0);
    digits.len() == 6
        && digits.is_ascii()
        && (1900..=2099).contains(&number(&digits[..4]))
        && (1..=12).contains(&number(&digits[4..]))
}
