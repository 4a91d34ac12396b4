//! From the counts of a column to what it gives away. Every threshold of the screen stands here.
//!
//! The surest signs come first: what no code of a trial looks like (an e-mail address, a full date) refuses a column by
//! a single cell. What harmless columns may look like takes a share of the cells, or a name that says so. Last comes
//! what needs no pattern: a category repeats, and values that hardly ever do tell one subject from another.

use super::column::{Column, Role};
use super::hint::Hint;
use super::kind::{Finding, Kind};
use super::numbers::Numbers;
use super::text::Sign;
use super::texts::Texts;

/// Share of the cells that must look alike for a pattern that a few harmless cells share by chance.
const MOST: f64 = 0.9;
/// Share that is enough for a pattern that harmless columns do not have.
const MANY: f64 = 0.5;

/// So many distinct values, and at least this share of distinct values among the subjects: they tell them apart.
const TELLING: [(usize, f64); 4] = [(6, 0.85), (12, 0.5), (30, 0.3), (100, 0.15)];

pub(super) fn verdict(column: &Column, units: usize) -> Option<Finding> {
    let rules = [
        sure,
        by_name,
        text_patterns,
        ages,
        compact_dates,
        national,
        five_digits,
        four_digits,
        records,
        births,
        words,
    ];
    rules.iter().find_map(|rule| rule(column, units)).map(|(kind, cells)| Finding {
        kind: if kind == Kind::FullDate && column.hints.says(Hint::Birth) { Kind::BirthDate } else { kind },
        cells,
        filled: column.filled(),
    })
}

type Found = Option<(Kind, usize)>;

fn found(kind: Kind, cells: usize) -> Found {
    (cells > 0).then_some((kind, cells))
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
            if sentences { found(Kind::FreeText, dates) } else { found(Kind::FullDate, dates) }
        })
}

/// What a name that says so makes enough of a few cells.
fn by_name(column: &Column, _: usize) -> Found {
    let (hints, texts, numbers) = (&column.hints, &column.texts, &column.numbers);
    let is_code = hints.says(Hint::Vocabulary);
    let filled = column.filled();
    let numeric = numbers.cells * 2 > filled;
    if column.role == Role::Subject || filled == 0 {
        return None;
    }
    if hints.says(Hint::Name) && !is_code && texts.share(Sign::Words) + texts.share(Sign::Initials) >= MANY {
        return found(Kind::Name, texts.count(Sign::Words).max(texts.count(Sign::Initials)));
    }
    if hints.says(Hint::Phone)
        && !hints.says(Hint::Measured)
        && (texts.share(Sign::Digits) >= MANY || numbers.at_least(6) * 2 >= filled)
    {
        return found(Kind::Contact, texts.count(Sign::Digits).max(numbers.at_least(6)));
    }
    if hints.says(Hint::Address) && texts.share(Sign::Wordy) >= MANY && !is_code {
        return found(Kind::Contact, texts.count(Sign::Wordy));
    }
    if hints.says(Hint::National)
        && (texts.share(Sign::LongCode).max(texts.share(Sign::National)) >= MANY && !numeric)
    {
        return found(Kind::NationalNumber, texts.cells);
    }
    if hints.says(Hint::National) && (texts.share(Sign::Digits) >= MANY || numbers.at_least(7) * 2 >= filled)
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
    if hints.says(Hint::Ip) && texts.count(Sign::Ipv4) > 0 {
        return found(Kind::IpAddress, texts.count(Sign::Ipv4));
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
    if hints.says(Hint::Note) && texts.share(Sign::Wordy) >= MANY && texts.spread.distinct() >= 3 {
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
        let is_excused = is_subject && matches!(sign, Sign::Postcode | Sign::Phone);
        if texts.share(sign) >= least && enough && !is_excused {
            return found(kind, texts.count(sign));
        }
    }
    if is_subject {
        return None;
    }
    if texts.share(Sign::GroupedDigits) >= MOST && tells(Sign::GroupedDigits) {
        return found(Kind::NationalNumber, texts.count(Sign::GroupedDigits));
    }
    if texts.share(Sign::Digits) >= MOST && tells(Sign::Digits) {
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
        if texts.share(sign) >= least && tells(sign) && !column.hints.says(Hint::Vocabulary) {
            return found(kind, texts.count(sign));
        }
    }
    let initials = texts.distinct(Sign::Initials);
    let are_initials =
        initials >= 15 && share >= MANY || initials >= 5 && share >= 0.85 || initials >= 8 && share >= 0.7;
    if texts.share(Sign::Initials) >= MOST && are_initials {
        return found(Kind::Name, texts.count(Sign::Initials));
    }
    None
}

/// Ages that are not top-coded. A name that says nothing does not excuse values that look like ages.
fn ages(column: &Column, _: usize) -> Found {
    let (hints, numbers) = (&column.hints, &column.numbers);
    let texts = &column.texts;
    if texts.share(Sign::Age) >= MANY && texts.count(Sign::OldAge) > 0 {
        return found(Kind::Age, texts.count(Sign::OldAge));
    }
    if hints.says(Hint::Age) && !hints.says(Hint::ShortUnit) && numbers.high < 130.0 {
        return found(Kind::Age, numbers.ages.over_ninety());
    }
    let looks = hints.is_neutral()
        && column.role == Role::Value
        && numbers.ages.may_be_ages(numbers.spread.distinct());
    if looks { found(Kind::Age, numbers.ages.over_ninety()) } else { None }
}

/// Dates that are written as one number.
fn compact_dates(column: &Column, _: usize) -> Found {
    let numbers = &column.numbers;
    let plain = numbers.plain as f64;
    let most = |count: usize| numbers.cells >= 5 && count as f64 >= MOST * numbers.cells as f64;
    let (length, _) = numbers.commonest_length();
    let distinct = numbers.spread.distinct();
    if distinct < 4 || plain < MOST * numbers.cells as f64 && numbers.serial_with_time == 0 {
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
fn national(column: &Column, _: usize) -> Found {
    let numbers = &column.numbers;
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
fn is_vocabulary(numbers: &Numbers) -> bool {
    let most = |count: usize| count as f64 >= 0.95 * numbers.cells as f64;
    most(numbers.meddra) || numbers.spread.distinct() >= 4 && most(numbers.snomed)
}

/// Five digits throughout: postcodes, or dates as days since 1900, 1960 or 1970.
fn five_digits(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    let five = numbers.lengths[5];
    let share = numbers.spread.share(units);
    let distinct = numbers.spread.distinct();
    // A leading zero is lost where postcodes are read as numbers.
    let four_or_five = five + numbers.lengths[4];
    let all = four_or_five as f64 >= 0.95 * numbers.cells as f64
        && five as f64 >= 0.75 * numbers.cells as f64
        && numbers.cells * 2 > column.filled();
    let few_round = (numbers.round as f64) < MANY * five as f64;
    let telling = is_telling(distinct, share) || distinct >= 12 && share >= 0.1;
    if !all || !few_round || !telling || column.hints.says(Hint::Vocabulary) {
        return None;
    }
    let is_serial =
        numbers.leading_zero == 0 && numbers.high < 50_000.0 && numbers.high - numbers.low < 32_000.0;
    found(if is_serial { Kind::FullDate } else { Kind::Postcode }, five)
}

/// Numbers of six digits or more, of one length, that hardly ever repeat.
fn records(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    let (length, commonest) = numbers.commonest_length();
    let least = if column.role == Role::Subject { 7 } else { 6 };
    let long = numbers.at_least(least);
    let alike = length >= least && commonest as f64 >= 0.7 * numbers.cells as f64
        || numbers.at_least(10) as f64 >= MOST * numbers.cells as f64;
    let few_round = (numbers.round as f64) < MANY * long as f64;
    let excused = is_vocabulary(numbers) || column.hints.says_any(&[Hint::Vocabulary, Hint::Measured]);
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
fn births(column: &Column, units: usize) -> Found {
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
fn four_digits(column: &Column, units: usize) -> Found {
    let numbers = &column.numbers;
    let four = numbers.lengths[4];
    let all = four as f64 >= 0.97 * numbers.cells as f64 && numbers.cells * 2 > column.filled();
    let is_wide = numbers.high >= 9000.0 && numbers.low < 3000.0 && !numbers.are_alleles();
    let few_round = (numbers.tens as f64) < 0.8 * four as f64;
    let excused = column.role == Role::Subject || column.hints.says_any(&[Hint::Vocabulary, Hint::Measured]);
    let telling = is_telling(numbers.spread.distinct(), numbers.spread.share(units));
    if all && is_wide && few_round && telling && !excused { found(Kind::Postcode, four) } else { None }
}

/// Words that hardly ever repeat: names and free text in any language.
fn words(column: &Column, units: usize) -> Found {
    let (hints, texts) = (&column.hints, &column.texts);
    if texts.cells * 2 <= column.filled() {
        return if texts.distinct(Sign::Long) >= 3 {
            found(Kind::FreeText, texts.count(Sign::Long))
        } else {
            None
        };
    }
    let share = texts.stem_share(units);
    let is_term = texts.distinct_share(Sign::Term) >= 0.4;
    let are_words = texts.share(Sign::Words) + texts.share(Sign::Initials) >= 0.8;
    let named = texts.count(Sign::Words) + texts.count(Sign::Initials);
    if are_words && !is_term && are_names(texts, share) {
        return found(Kind::Name, named.min(texts.cells));
    }
    let sentences = texts.distinct(Sign::Sentence);
    let long = texts.distinct(Sign::Long) >= 3;
    let spoken = texts.share(Sign::Sentence);
    let few = sentences >= 4 && share >= 0.85 && spoken >= 0.6
        || sentences >= 2 && texts.distinct_stems() >= 5 && share >= 0.8 && spoken >= 0.5;
    let are_phrases = texts.distinct_share(Sign::Phrase) >= 0.7;
    if share >= 0.3 && !are_phrases && (long || few || sentences >= 8 && spoken >= 0.3) {
        return found(Kind::FreeText, texts.count(Sign::Sentence));
    }
    let are_codes = texts.share(Sign::Slug) >= 0.8 && texts.distinct_share(Sign::PersonName) < 0.2;
    if is_term || are_codes || hints.says(Hint::Vocabulary) {
        return None;
    }
    let stems = |sign| texts.distinct(sign).min(texts.distinct_stems());
    if are_words && is_telling(stems(Sign::Words), share) {
        return found(Kind::Name, named.min(texts.cells));
    }
    if texts.share(Sign::Wordy) >= 0.6 && is_telling(stems(Sign::Wordy), share) {
        return found(Kind::FreeText, texts.count(Sign::Wordy));
    }
    None
}

/// Whether words are names: those that many bear stand among them, or they begin like names, come in numbers and hold
/// hardly a word that is known here.
fn are_names(texts: &Texts, share: f64) -> bool {
    let (persons, named) = (texts.distinct(Sign::PersonName), texts.distinct_share(Sign::PersonName));
    let unknown = texts.distinct_share(Sign::Term) < 0.1 && texts.share(Sign::Capital) >= 0.9;
    let distinct = texts.distinct_stems();
    persons >= 3 && named >= 0.3
        || persons >= 2 && named >= 0.8
        || unknown && (distinct >= 5 && share >= 0.6 || distinct >= 8 && share >= 0.15)
}
