//! From the counts of a column to what it gives away. Every threshold of the screen stands here.
//!
//! The surest signs come first: what no code of a trial looks like (an e-mail address, a full date) refuses a column by
//! a single cell. What harmless columns may look like takes a share of the cells, or a name that says so. Last comes
//! what needs no pattern: a category repeats, and values that hardly ever do tell one subject from another.

mod ages;
mod codes;
mod digits;
mod moments;
mod subjects;
mod words;

use super::column::{Column, Role};
use super::hint::Hint;
use super::inner::{Of, inner};
use super::kind::{Finding, Kind};
use super::text::Sign;
use ages::ages;
use codes::{codes, is_mould, is_published, padded};
use digits::{births, compact_dates, five_digits, four_digits, national, records};
use moments::{moments, places, years_of_birth};
use subjects::subjects;
use words::words;

/// Share of the cells that must look alike for a pattern that a few harmless cells share by chance.
const MOST: f64 = 0.9;
/// Share that is enough for a pattern that harmless columns do not have.
const MANY: f64 = 0.5;

/// So many distinct values, and at least this share of distinct values among the subjects: they tell them apart.
const TELLING: [(usize, f64); 4] = [(6, 0.85), (12, 0.5), (30, 0.3), (100, 0.15)];

/// What a column gives away, as a whole or in a part of its cells.
pub(super) fn verdict(column: &Column, units: usize) -> Option<Finding> {
    let finding = judged(column, units).or_else(|| {
        inner(column).iter().find_map(|(of, inner)| {
            judged(inner, units).filter(|found| may_stand_in(*of, column, inner, *found))
        })
    })?;
    let is_birth = finding.kind == Kind::FullDate && column.hints.says(Hint::Birth);
    Some(Finding {
        kind: if is_birth { Kind::BirthDate } else { finding.kind },
        filled: column.filled(),
        ..finding
    })
}

/// Whether what an inner column looks like counts: of pieces only what has a form of its own does.
fn may_stand_in(of: Of, column: &Column, inner: &Column, finding: Finding) -> bool {
    match of {
        Of::Cells => finding.kind != Kind::Age || column.texts.cells > 0,
        Of::Pieces => match finding.kind {
            Kind::Age => column.hints.says(Hint::Age) || inner.texts.count(Sign::OldAge) > 0,
            Kind::Name => {
                let distinct = inner.texts.spread.distinct();
                distinct >= 12
                    || inner.texts.distinct(Sign::PersonName) * 5 >= distinct
                    || inner.texts.share(Sign::Initials) >= MOST
            }
            Kind::Code => !is_mould(column),
            Kind::FreeText | Kind::BirthDate => false,
            _ => true,
        },
    }
}

fn judged(column: &Column, units: usize) -> Option<Finding> {
    let rules = [
        sure,
        by_name,
        numbers_by_name,
        dates_by_name,
        text_patterns,
        hidden,
        forms,
        ages,
        years_of_birth,
        numeric,
        words,
        codes,
        subjects,
    ];
    let (kind, cells) = rules.iter().find_map(|rule| rule(column, units))?;
    Some(Finding { kind, cells, filled: column.filled() })
}

type Found = Option<(Kind, usize)>;

fn found(kind: Kind, cells: usize) -> Found {
    (cells > 0).then_some((kind, cells))
}

/// What numbers give away, unless the texts beside them say that they are measured: `<250`.
fn numeric(column: &Column, units: usize) -> Found {
    let texts = &column.texts;
    if texts.count(Sign::Bound) >= 2 && texts.count(Sign::Bound) * 2 >= texts.cells {
        return None;
    }
    let rules = [compact_dates, national, five_digits, four_digits, records, births, moments, places, padded];
    rules.iter().find_map(|rule| rule(column, units))
}

/// Whether values hardly ever repeat.
fn is_telling(distinct: usize, share: f64) -> bool {
    TELLING.iter().any(|(least, from)| distinct >= *least && share >= *from)
}

/// What a single cell is enough for.
fn sure(column: &Column, _: usize) -> Found {
    let texts = &column.texts;
    let sentences = texts.share(Sign::Sentence) >= MANY;
    if column.is_calendar {
        return found(Kind::FullDate, column.filled());
    }
    found(Kind::Contact, texts.count(Sign::Mail))
        .or_else(|| found(Kind::Url, texts.count(Sign::Url)))
        .or_else(|| found(Kind::IpAddress, texts.count(Sign::Ipv6)))
        .or_else(|| {
            let dates = texts.count(Sign::FullDate);
            // `2023.11.2` of a few builds is a version.
            let few = texts.spread.distinct() * 5 < texts.cells;
            let is_version = |text: &&str| {
                text.strip_prefix(['v', 'V'])
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            };
            let beside_versions = texts.spread.values().iter().any(|text| is_version(&text.as_str()));
            if few && (column.hints.says(Hint::Lot) || beside_versions) && !column.hints.says(Hint::Date) {
                return None;
            }
            if sentences { found(Kind::FreeText, dates) } else { found(Kind::FullDate, dates) }
        })
}

/// What a name that says so makes enough of a few cells.
fn by_name(column: &Column, _: usize) -> Found {
    let (hints, texts, numbers) = (&column.hints, &column.texts, &column.numbers);
    let is_code = hints.says(Hint::Vocabulary);
    let filled = column.filled();
    if column.role == Role::Subject || filled == 0 {
        return None;
    }
    let is_category = hints.says(Hint::Measured) && texts.spread.distinct() * 5 < texts.cells;
    if hints.says(Hint::Name)
        && !is_code
        && !is_category
        && texts.distinct_share(Sign::Term) < 0.6
        && texts.share(Sign::Words) + texts.share(Sign::Initials) >= MANY
    {
        return found(Kind::Name, texts.count(Sign::Words).max(texts.count(Sign::Initials)));
    }
    if hints.says(Hint::Phone)
        && !hints.says(Hint::Measured)
        && (texts.share(Sign::Digits) >= MANY || numbers.at_least(6) * 2 >= filled)
    {
        return found(Kind::Contact, texts.count(Sign::Digits).max(numbers.at_least(6)));
    }
    if hints.says(Hint::Address)
        && texts.share(Sign::Wordy) >= MANY
        && texts.spread.distinct() >= 5
        && texts.distinct_share(Sign::Term) < 0.6
        && !is_code
    {
        return found(Kind::Contact, texts.count(Sign::Wordy));
    }
    None
}

/// Numbers of persons, postcodes and machines under a name that says so.
fn numbers_by_name(column: &Column, _: usize) -> Found {
    let (hints, texts, numbers) = (&column.hints, &column.texts, &column.numbers);
    let filled = column.filled();
    let numeric = numbers.cells * 2 > filled;
    if column.role == Role::Subject || filled == 0 {
        return None;
    }
    let is_listed = hints.says(Hint::CodeSystem);
    if hints.says(Hint::National)
        && !is_listed
        && (texts.share(Sign::LongCode).max(texts.share(Sign::National)) >= MANY && !numeric)
    {
        return found(Kind::NationalNumber, texts.cells);
    }
    if hints.says(Hint::National)
        && !is_listed
        && (texts.share(Sign::Digits) >= MANY || numbers.at_least(7) * 2 >= filled)
    {
        return found(Kind::NationalNumber, texts.count(Sign::Digits).max(numbers.at_least(7)));
    }
    if hints.says(Hint::Record) && numbers.at_least(5) * 2 >= filled {
        return found(Kind::RecordNumber, numbers.at_least(5));
    }
    if hints.says(Hint::Record) && texts.share(Sign::LongCode).max(texts.share(Sign::Digits)) >= MANY {
        return found(Kind::RecordNumber, texts.count(Sign::LongCode).max(texts.count(Sign::Digits)));
    }
    if hints.says(Hint::Postcode)
        && (texts.share(Sign::Postcode) >= MANY && !numeric || numbers.at_least(4) * 2 >= filled)
    {
        return found(Kind::Postcode, texts.count(Sign::Postcode).max(numbers.at_least(4)));
    }
    let coded = [Sign::Code, Sign::Mould, Sign::Published, Sign::Digits].map(|sign| texts.share(sign));
    if hints.says(Hint::Postcode) && coded.iter().sum::<f64>() >= MANY && texts.spread.distinct() >= 5 {
        return found(Kind::Postcode, texts.cells);
    }
    if hints.says(Hint::Ip) && texts.count(Sign::Ipv4) > 0 {
        return found(Kind::IpAddress, texts.count(Sign::Ipv4));
    }
    None
}

/// Dates and remarks under a name that says so.
fn dates_by_name(column: &Column, _: usize) -> Found {
    let (hints, texts, numbers) = (&column.hints, &column.texts, &column.numbers);
    let numeric = numbers.cells * 2 > column.filled();
    if column.role == Role::Subject || column.filled() == 0 {
        return None;
    }
    if hints.says(Hint::Date) && !hints.says(Hint::ShortUnit) {
        let long = numbers.cells - numbers.near_zero;
        if numeric && long as f64 >= MOST * numbers.cells as f64 && numbers.high >= 5000.0 {
            return found(Kind::FullDate, long);
        }
        if texts.count(Sign::ShortDate) > 0 {
            return found(Kind::FullDate, texts.count(Sign::ShortDate));
        }
    }
    if hints.says(Hint::Birth) && numeric && (numbers.high > 5000.0 || numbers.low < -2000.0) {
        return found(Kind::BirthDate, numbers.cells);
    }
    let are_phrases = texts.spread.distinct() < 9 && texts.spread.distinct() * 10 < texts.cells;
    if hints.says(Hint::Note)
        && texts.share(Sign::Wordy) >= MANY
        && texts.spread.distinct() >= 3
        && !are_phrases
    {
        return found(Kind::FreeText, texts.count(Sign::Wordy));
    }
    None
}

/// What looks like it in a share of the cells.
fn text_patterns(column: &Column, units: usize) -> Found {
    let texts = &column.texts;
    let share = texts.spread.share(units);
    let is_subject = column.role == Role::Subject;
    let tells = |sign| is_telling(texts.distinct(sign), share);
    let by_share = [
        (Sign::Ipv4, MANY, Kind::IpAddress),
        (Sign::National, MOST, Kind::NationalNumber),
        (Sign::ShortDate, MOST, Kind::FullDate),
        (Sign::Month, MOST, Kind::FullDate),
        (Sign::Phone, MANY, Kind::Contact),
        (Sign::Street, 0.3, Kind::Contact),
        (Sign::Postcode, 0.8, Kind::Postcode),
    ];
    for (sign, least, kind) in by_share {
        let enough = texts.distinct(sign) >= 5 || matches!(sign, Sign::Ipv4) && texts.distinct(sign) > 0;
        let is_excused = is_subject && matches!(sign, Sign::Postcode | Sign::Phone)
            || sign == Sign::Postcode
                && (is_published(column) || is_mould(column) || column.hints.says(Hint::Lot))
            || sign == Sign::ShortDate && texts.distinct(sign) < 8 && !tells(sign)
            || matches!(sign, Sign::Phone | Sign::National)
                && (column.hints.says(Hint::CodeSystem) || texts.are_series());
        if texts.share(sign) >= least && enough && !is_excused {
            return found(kind, texts.count(sign));
        }
    }
    None
}

/// What identifies in a part of the cells, among harmless ones: so many that differ cannot be chance.
fn hidden(column: &Column, _: usize) -> Found {
    let texts = &column.texts;
    let excused = column.role == Role::Subject
        || is_published(column)
        || texts.are_series()
        || column.hints.says(Hint::CodeSystem);
    for (sign, kind) in [(Sign::Phone, Kind::Contact), (Sign::National, Kind::NationalNumber)] {
        let (distinct, cells) = (texts.distinct(sign), texts.count(sign));
        let is_part = cells * 20 >= column.filled() && distinct * 2 >= cells;
        if distinct >= 6 && is_part && !excused {
            return found(kind, cells);
        }
    }
    if texts.distinct(Sign::HiddenDate) >= 4 {
        return found(Kind::FullDate, texts.count(Sign::HiddenDate));
    }
    None
}

/// Digits and codes by their form that hardly ever repeat, and initials.
fn forms(column: &Column, units: usize) -> Found {
    let texts = &column.texts;
    let share = texts.spread.share(units);
    let tells = |sign| is_telling(texts.distinct(sign), share);
    // `HLA-Nr.` is the number of a sample, unless it holds types.
    let is_coded =
        column.hints.says(Hint::CodeSystem) && (!column.hints.says(Hint::Identifier) || is_published(column));
    if column.role == Role::Subject || is_coded || is_mould(column) {
        return None;
    }
    if texts.share(Sign::GroupedDigits) >= MOST && tells(Sign::GroupedDigits) {
        return found(Kind::NationalNumber, texts.count(Sign::GroupedDigits));
    }
    if texts.share(Sign::Digits) >= MOST && tells(Sign::Digits) && !column.hints.says(Hint::Counted) {
        return found(Kind::RecordNumber, texts.count(Sign::Digits));
    }
    let (digits, distinct) = (texts.count(Sign::Digits) + column.numbers.at_least(7), column.distinct());
    let runs = texts.spread.runs() + column.numbers.spread.runs();
    let share_of_both = distinct as f64 / runs.min(units.max(distinct)).max(1) as f64;
    if texts.cells * 4 > digits
        && digits as f64 >= MOST * column.filled() as f64
        && is_telling(distinct, share_of_both)
    {
        return found(if texts.count(Sign::Phone) > 0 { Kind::Contact } else { Kind::RecordNumber }, digits);
    }
    for (sign, least, kind) in
        [(Sign::LongCode, 0.8, Kind::RecordNumber), (Sign::Opaque, MOST, Kind::NationalNumber)]
    {
        if texts.share(sign) >= least
            && tells(sign)
            && (!column.hints.says_any(&[Hint::Vocabulary, Hint::Lot])
                || column.hints.says(Hint::Identifier) && !column.hints.says(Hint::Lot))
            && !is_published(column)
            && texts.share(Sign::Quantity) < MANY
        {
            return found(kind, texts.count(sign));
        }
    }
    // Numbers as long as these are nobody's measure, though who signed comes again and again.
    if texts.share(Sign::LongCode) >= MOST
        && texts.distinct(Sign::LongCode) >= 12
        && texts.share_of_distinct(|text| text.bytes().filter(u8::is_ascii_digit).count() >= 7) >= MOST
        && texts.spread.distinct() * 12 >= texts.cells
        && texts.distinct_share(Sign::Published) + texts.distinct_share(Sign::Known) < 0.1
        && !column.hints.says_any(&[Hint::Vocabulary, Hint::Lot])
    {
        return found(Kind::RecordNumber, texts.count(Sign::LongCode));
    }
    let initials = texts.distinct(Sign::Initials);
    let are_initials =
        initials >= 15 && share >= MANY || initials >= 5 && share >= 0.85 || initials >= 8 && share >= 0.7;
    if texts.share(Sign::Initials) >= MOST && are_initials {
        return found(Kind::Name, texts.count(Sign::Initials));
    }
    None
}
