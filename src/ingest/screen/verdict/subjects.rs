//! Identifiers of subjects that are somebody's number, telephone or date of birth after all.
//!
//! What comes once a subject is expected of an identifier, so that only its parts can tell: an opaque identifier repeats
//! the part that stands for the site, or counts up; numbers of persons do neither.

use std::collections::BTreeSet;

use super::super::column::{Column, Role};
use super::super::hint::{Hint, Hints};
use super::super::kind::Kind;
use super::{Found, MOST, found};

/// Fewer identifiers are not judged by their parts.
const LEAST: usize = 12;
/// From this share of different parts on they stand for persons, not for sites.
const DIFFERENT: f64 = 0.5;
/// Digits of a telephone or national number in groups.
const NUMBER_DIGITS: usize = 9;
/// Digits of a number of records behind what names it.
const RECORD_DIGITS: usize = 6;

/// What the parts of identifiers give away.
pub(super) fn subjects(column: &Column, _: usize) -> Found {
    if column.role != Role::Subject || column.texts.spread.distinct() < LEAST || column.counts_up() {
        return None;
    }
    let values = column.texts.spread.values();
    let enough = |count: usize| count as f64 >= MOST * values.len() as f64;
    let differ = |parts: BTreeSet<&str>| parts.len() as f64 >= DIFFERENT * values.len() as f64;
    let cells = column.texts.cells;
    let numbers: Vec<Vec<&str>> = values.iter().filter_map(|value| groups(value)).collect();
    if enough(numbers.len()) && differ(numbers.iter().map(|groups| groups[0]).collect()) {
        let lengths = |groups: &[&str]| groups.iter().map(|group| group.len()).eq([3, 2, 4]);
        let national = numbers.iter().filter(|groups| lengths(groups)).count();
        return found(if enough(national) { Kind::NationalNumber } else { Kind::Contact }, cells);
    }
    if enough(values.iter().filter(|value| names_a_record(value)).count()) {
        return found(Kind::RecordNumber, cells);
    }
    let born: Vec<&str> = values.iter().filter_map(|value| initials_with_birth(value)).collect();
    if enough(born.len()) && differ(born.into_iter().collect()) {
        return found(Kind::BirthDate, cells);
    }
    None
}

/// The groups of a number of nine digits or more that is written in groups.
fn groups(value: &str) -> Option<Vec<&str>> {
    let is_number = value.chars().all(|c| c.is_ascii_digit() || "-/ .()+".contains(c));
    let groups: Vec<&str> =
        value.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    (is_number && groups.len() >= 2 && digits >= NUMBER_DIGITS).then_some(groups)
}

/// Letters that say what the digits behind them are: `MRN2380359`.
fn names_a_record(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let label: String = value.chars().take_while(|c| c.is_alphabetic()).collect();
    digits >= RECORD_DIGITS
        && label.chars().count() >= 2
        && Hints::of(&[&label]).says_any(&[Hint::Record, Hint::National, Hint::Phone])
}

/// The letters of initials beside a date of birth, or a year of it: `100303OG`, `QU-2002-24`.
fn initials_with_birth(value: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric();
    let letters = value.split(|c: char| !c.is_ascii_alphabetic()).find(|part| !part.is_empty())?;
    let one_run = value.chars().filter(char::is_ascii_alphabetic).count() == letters.len();
    let numbers: Vec<&str> =
        value.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let is_born = match numbers.as_slice() {
        [date] => is_date(date),
        [year, _] | [_, year] if is_year(year) => true,
        _ => false,
    };
    let is_plain = value.chars().all(|c| is_part(c) || "-_/. ".contains(c));
    (one_run && is_plain && (2..=4).contains(&letters.len()) && is_born).then_some(letters)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse::<u32>().is_ok_and(|year| (1900..2030).contains(&year))
}

/// Whether six or eight digits are a date in some order.
fn is_date(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let day = |part: Option<u32>| part.is_some_and(|day| (1..=31).contains(&day));
    let month = |part: Option<u32>| part.is_some_and(|month| (1..=12).contains(&month));
    let both = |a: Option<u32>, b: Option<u32>| month(a) && day(b) || day(a) && month(b);
    match digits.len() {
        6 => both(part(0, 2), part(2, 4)) || both(part(2, 4), part(4, 6)),
        8 => {
            is_year(&digits[..4]) && both(part(4, 6), part(6, 8))
                || is_year(&digits[4..]) && both(part(0, 2), part(2, 4))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::screen::{Column, Kind, Role};

    fn verdict(identifier: impl Fn(u64) -> String) -> Option<Kind> {
        let mut column = Column::new(&["subject_id"], Role::Subject);
        // Artificial: a sequence that jumps about.
        for n in 0..60_u64 {
            column.see(&identifier(n * 7919 % 9973 + 20));
        }
        column.verdict(60).map(|finding| finding.kind)
    }

    #[test]
    fn numbers_of_persons_are_no_identifiers() {
        assert_eq!(
            verdict(|n| format!("{:03}-{:02}-{:04}", 100 + n % 799, n % 99 + 1, n)),
            Some(Kind::NationalNumber)
        );
        assert_eq!(verdict(|n| format!("0{}/{}", 30 + n % 940, 1_000_000 + n * 613)), Some(Kind::Contact));
        assert_eq!(verdict(|n| format!("MRN{}", 1_000_000 + n * 613)), Some(Kind::RecordNumber));
        let letters = |n: u64| {
            let letter = |n: u64| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
            format!("{}{}", letter(n), letter(n / 26))
        };
        assert_eq!(
            verdict(|n| format!("{:02}{:02}{:02}{}", n % 28 + 1, n % 12 + 1, n % 99, letters(n))),
            Some(Kind::BirthDate)
        );
        assert_eq!(
            verdict(|n| format!("{}-{}-{:02}", letters(n), 1930 + n % 80, n % 90)),
            Some(Kind::BirthDate)
        );
    }

    #[test]
    fn opaque_identifiers_pass() {
        // Site and number, as CDISC's pilot has them; letters of few sites; a registry's own.
        assert_eq!(verdict(|n| format!("01-{}-{:04}", 701 + n % 5, n)), None);
        assert_eq!(
            verdict(|n| format!("{}-2019-{n:03}", ["DE", "FR", "AT"][usize::try_from(n % 3).unwrap()])),
            None
        );
        assert_eq!(verdict(|n| format!("SYN-{n:06}")), None);
        assert_eq!(verdict(|n| format!("S-{:016X}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15))), None);
        assert_eq!(verdict(|n| format!("EBMT-{:02}-{:04}", n % 20, n)), None);
    }
}
