//! What kind of thing a text is.

use super::contact::{holds_mail, holds_url, is_ipv4, is_ipv6, is_phone, is_street};
use super::date::{DateForm, date_in};
use super::national::{is_lettered, satisfied, verhoeff};
use super::vocabulary::{is_given_or_family_name, is_place_code, is_term};

/// A sign that a text can bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Sign {
    Mail,
    Url,
    Ipv4,
    Ipv6,
    Phone,
    Street,
    FullDate,
    ShortDate,
    /// A national number with letters, or of grouped digits, whose check fits.
    National,
    /// Nine digits or more, in groups.
    GroupedDigits,
    /// Seven digits or more in groups of any number.
    Digits,
    /// A code with six digits in a row.
    LongCode,
    /// Postcodes with letters or a sign: UK, Canada, Netherlands, Poland, plus four, with the country.
    Postcode,
    /// One to five words of letters alone, that are no short code.
    Words,
    /// A word with three letters or more, whatever else.
    Wordy,
    /// Four words or more, or as much in a script without spaces.
    Sentence,
    /// So long that it can be nothing but text.
    Long,
    /// A name that many bear, or a title.
    PersonName,
    /// Words of medicine, places, questionnaires.
    Term,
    /// Two or three capitals, with or without dots.
    Initials,
    /// Letters of scripts without capitals alone.
    Uncased,
    /// An age in words.
    Age,
    /// An age in words, above 90.
    OldAge,
}

/// The signs of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u32);

/// Number of signs.
pub(super) const SIGNS: usize = Sign::OldAge as usize + 1;

impl Signs {
    fn set(&mut self, sign: Sign, there: bool) {
        self.0 |= u32::from(there) << sign as u8;
    }

    pub(super) fn has(self, sign: Sign) -> bool {
        self.0 >> sign as u8 & 1 == 1
    }

    /// The places of the signs that are there.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        (0..SIGNS).filter(move |place| self.0 >> place & 1 == 1)
    }

    /// The signs of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let date = date_in(text);
        signs.set(Sign::Mail, text.contains('@') && holds_mail(text));
        signs.set(Sign::Url, text.contains(['.', ':']) && holds_url(text));
        signs.set(Sign::Ipv4, is_ipv4(text));
        signs.set(Sign::Ipv6, is_ipv6(text));
        signs.set(Sign::Phone, date.is_none() && is_phone(text) && !is_trial_number(text));
        signs.set(Sign::Street, is_street(text));
        signs.set(Sign::FullDate, date == Some(DateForm::Full));
        signs.set(Sign::ShortDate, date == Some(DateForm::ShortYear));
        signs.numbers(text, date);
        signs.words(text);
        signs
    }

    /// Whether a single text such as a column's name gives somebody away.
    pub(super) fn identifies(self) -> bool {
        [
            Sign::Mail,
            Sign::Url,
            Sign::Ipv4,
            Sign::Ipv6,
            Sign::Phone,
            Sign::FullDate,
            Sign::National,
            Sign::GroupedDigits,
        ]
        .iter()
        .any(|sign| self.has(*sign))
    }

    fn numbers(&mut self, text: &str, date: Option<DateForm>) {
        let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
        if digits.is_empty() {
            return;
        }
        let is_grouped =
            text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '/' | '+' | '(' | ')'));
        self.set(
            Sign::National,
            is_lettered(text) || (is_grouped && date.is_none() && satisfied(&digits) != 0),
        );
        let is_number = is_grouped && date.is_none() && !is_loinc(text, &digits) && !is_trial_number(text);
        self.set(Sign::GroupedDigits, is_number && digits.len() >= 9);
        self.set(Sign::Digits, is_number && digits.len() >= 7);
        self.set(Sign::LongCode, is_long_code(text) || is_spaced_code(text));
        self.set(Sign::Postcode, is_postcode(text));
        if let Some(age) = age(text) {
            self.set(Sign::Age, true);
            self.set(Sign::OldAge, age > 90 && age < 130);
        }
    }

    fn words(&mut self, text: &str) {
        let counts = WordCounts::of(text);
        self.set(Sign::Words, counts.are_all && (1..=5).contains(&counts.words) && !counts.is_short_code);
        self.set(Sign::Wordy, counts.longest >= 3 || counts.foreign >= 2);
        self.set(Sign::Sentence, counts.words >= 4 && counts.longest >= 3 || counts.foreign >= 12);
        self.set(Sign::Long, counts.words >= 10 || counts.foreign >= 30);
        self.set(Sign::Uncased, counts.are_all && counts.foreign > 0 && counts.foreign == counts.letters);
        self.set(Sign::PersonName, is_given_or_family_name(text));
        self.set(Sign::Term, is_term(text));
        self.set(Sign::Initials, is_initials(text));
    }
}

/// Words of a text, as far as it takes to judge it.
#[derive(Debug, Default)]
struct WordCounts {
    /// Runs of letters; two letters at least, or one with a dot.
    words: usize,
    /// Letters of the longest.
    longest: usize,
    letters: usize,
    /// Letters of scripts without capitals.
    foreign: usize,
    /// Whether there are letters, spaces and the signs of names alone.
    are_all: bool,
    /// Whether it is a code of at most four capitals.
    is_short_code: bool,
}

impl WordCounts {
    fn of(text: &str) -> Self {
        let is_letter =
            |c: char| c.is_alphabetic() || (!c.is_ascii() && !c.is_numeric() && !c.is_whitespace());
        let mut counts = Self { are_all: true, ..Self::default() };
        for word in text
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/'))
            .filter(|word| !word.is_empty())
        {
            let letters = word.chars().filter(|c| is_letter(*c)).count();
            let plain =
                word.chars().all(|c| is_letter(c) || matches!(c, '-' | '\'' | '.' | '\u{2019}' | '`'));
            counts.are_all &= plain && letters > 0;
            counts.words += usize::from(letters >= 2 || (letters == 1 && plain));
            let has_digit = word.contains(|c: char| c.is_ascii_digit());
            counts.longest = counts.longest.max(if has_digit { 0 } else { letters });
            counts.letters += word.chars().filter(|c| c.is_alphabetic()).count();
            counts.foreign += word.chars().filter(|c| is_uncased(*c)).count();
        }
        counts.are_all &= !text.contains(['/', ';']);
        let is_code = text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '_'));
        counts.is_short_code = is_code && text.len() <= 4;
        counts.longest = if counts.is_short_code { 0 } else { counts.longest };
        counts
    }
}

fn is_uncased(letter: char) -> bool {
    !letter.is_ascii() && letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

/// LOINC: up to seven digits, a dash, and Luhn's check.
fn is_loinc(text: &str, digits: &[u32]) -> bool {
    let Some((body, check)) = text.split_once('-') else { return false };
    let doubled =
        |place: usize, digit: u32| if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit };
    body.len() <= 7
        && check.len() == 1
        && digits.iter().rev().enumerate().map(|(place, digit)| doubled(place, *digit)).sum::<u32>() % 10 == 0
}

/// `EudraCT`: the year, six digits, two digits.
fn is_trial_number(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    parts == [4, 6, 2] && text.starts_with("20")
}

/// A code of one piece with six digits in a row, unless it is one of a published vocabulary.
fn is_long_code(text: &str) -> bool {
    const PUBLISHED: &[&str] = &[
        "NCT", "rs", "ENSG", "ENST", "ENSP", "NM_", "NP_", "NC_", "HP:", "MONDO:", "GO:", "ORPHA:", "EUCTR",
        "ISRCTN", "DRKS", "CHEMBL", "PMC", "PMID", "OMIM", "SCTID", "UBERON:", "EFO:", "DOID:", "CHEBI:",
        "ClinVar", "RCV", "VCV", "SNOMED",
    ];
    let run = text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    let is_umls = text.len() == 8 && text.starts_with('C') && run == 7;
    let is_one = !text.contains(char::is_whitespace) && text.chars().any(char::is_alphabetic);
    let is_slashed =
        text.chars().any(|c| matches!(c, '/' | '-' | '_')) && !text.contains(char::is_whitespace);
    let is_hexadecimal = text.len() >= 32 && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    run >= 6
        && (is_one || is_slashed)
        && text.len() <= 40
        && !is_umls
        && !is_hexadecimal
        && !is_trial_number(text)
        && !PUBLISHED.iter().any(|prefix| text.starts_with(prefix))
}

/// A code in groups of two: `ZZ 12 34 56 T`.
fn is_spaced_code(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.bytes().filter(u8::is_ascii_uppercase).count();
    let others = text.bytes().filter(|byte| matches!(byte, b' ' | b'-' | b'.')).count();
    digits >= 6
        && text.contains(' ')
        && (1..=4).contains(&letters)
        && digits + letters + others == text.len()
        && text.len() <= 20
}

/// Shapes of postcodes: `9` a digit, `A` a letter.
const POSTCODES: &[&str] = &[
    "A9 9AA",
    "A99 9AA",
    "AA9 9AA",
    "AA99 9AA",
    "A9A 9AA",
    "AA9A 9AA",
    "A9A 9A9",
    "A9A9A9",
    "A9A-9A9",
    "9999 AA",
    "9999AA",
    "99-999",
    "99999-9999",
    "999 99",
    "A-99999",
    "AA-99999",
    "A99 AAAA",
    "A99 A999",
    "A99 AA99",
    "AA-9999",
    "A-9999",
    "999-9999",
    "9999-999",
    "99999-999",
    "AA 99999",
];

fn is_postcode(text: &str) -> bool {
    if !(5..=10).contains(&text.len()) || !text.is_ascii() {
        return false;
    }
    let shape: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_digit() {
                '9'
            } else if c.is_ascii_uppercase() {
                'A'
            } else {
                c
            }
        })
        .collect();
    POSTCODES.contains(&shape.as_str())
}

/// Two or three capitals: `ABC`, `A.B.`, `A-B`.
fn is_initials(text: &str) -> bool {
    let letters = text.chars().filter(char::is_ascii_uppercase).count();
    let others = text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '.' | '-' | ' '));
    (2..=4).contains(&letters)
        && others
        && text.len() <= letters * 2
        && !(letters <= 3 && is_place_code(text))
}

/// The age of `93 years`, `93y`, `93 Jahre`.
fn age(text: &str) -> Option<u32> {
    const YEARS: &[&str] = &[
        "y", "yr", "yrs", "year", "years", "yo", "y.o.", "jahre", "jahr", "j", "j.", "ans", "an", "años",
        "anos", "anni", "jaar", "år", "ar", "lat", "lata", "let", "vuotta", "v", "év", "éves", "yaş", "лет",
        "歳", "岁", "세",
    ];
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(end);
    let unit = unit.trim().trim_start_matches('-').trim_end_matches(" old").to_lowercase();
    (1..=3).contains(&number.len()).then_some(())?;
    YEARS.contains(&unit.as_str()).then(|| number.parse().ok()).flatten()
}

/// Whether digits are an identifier of SNOMED CT: Verhoeff's check, and a partition before it.
pub(super) fn is_snomed(digits: &[u32]) -> bool {
    let Some([partition, _, _]) = digits.last_chunk::<3>() else { return false };
    (6..=18).contains(&digits.len()) && *partition <= 1 && verhoeff(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(sign: Sign, text: &str) -> bool {
        Signs::of(text).has(sign)
    }

    #[test]
    fn signs_of_texts() {
        assert!(
            has(Sign::Words, "Example Person")
                && has(Sign::Words, "Muster-Mann, E.")
                && has(Sign::Words, "例文")
        );
        assert!(!has(Sign::Words, "ITP") && !has(Sign::Words, "A*02:01") && !has(Sign::Words, "Day 28"));
        assert!(has(Sign::Sentence, "was well on the ward") && !has(Sign::Sentence, "Febrile neutropenia"));
        assert!(has(Sign::LongCode, "H1234567") && has(Sign::LongCode, "MRN-123456"));
        assert!(!has(Sign::LongCode, "NCT01234567") && !has(Sign::LongCode, "rs1801133"));
        assert!(
            has(Sign::Postcode, "SW1A 1AA")
                && has(Sign::Postcode, "K1A 0B1")
                && !has(Sign::Postcode, "D69.3")
        );
        assert!(has(Sign::Initials, "A.B.") && !has(Sign::Initials, "BEAM-ATG"));
        assert!(has(Sign::OldAge, "93 years") && has(Sign::OldAge, "93J") && !has(Sign::OldAge, "72 y"));
        assert!(has(Sign::GroupedDigits, "123-45-6789") && !has(Sign::Digits, "2345-7"));
        assert!(!has(Sign::GroupedDigits, "2019-004321-12"));
        assert!(has(Sign::Term, "Febrile neutropenia") && has(Sign::Term, "Rituximab"));
    }
}
