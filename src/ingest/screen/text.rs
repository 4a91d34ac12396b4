//! What kind of thing a text is.

mod age;
mod codes;
mod figures;
mod measure;
mod person;
mod postcode;
mod published;
mod words;

pub(super) use codes::is_snomed;
pub(super) use figures::bare_numbers;
pub(super) use words::stem;

use super::contact::{
    are_phones, holds_mail, holds_url, is_coordinates, is_handle, is_ipv4, is_ipv6, is_street,
};
use super::date::{DateForm, date_in, hides_short_date};
use super::national::{is_lettered, satisfied};
use super::vocabulary::{is_given_or_family_name, term_and_phrase};
use age::age;
pub(super) use age::{mentions_years, sexed_age, span_of_life, years_and_months};
use codes::{
    is_chemical, is_labelled_number, is_loinc, is_long_code, is_medicine, is_opaque, is_padded, is_slug,
    is_spaced_code, is_trial_number,
};
use figures::{are_single_figures, is_bound, is_loose, is_measured, is_mould, names_places};
pub(super) use measure::is_unit;
use measure::{is_by_year, quantity};
use person::is_person_form;
use postcode::is_postcode;
use published::has_published_form;
use words::{WordCounts, is_initials, speaks_of_somebody};

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
    /// Seven digits or more in groups of any number, or six in three.
    Digits,
    /// A month of a year.
    Month,
    /// A code with six digits in a row, or with five behind letters.
    LongCode,
    /// Eight capitals and digits or more in one piece.
    Opaque,
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
    /// Written as persons are: a family and a given name, an initial or a title and a name.
    PersonForm,
    /// Words of medicine, places, questionnaires: most of them.
    Term,
    /// The same, all of them.
    Phrase,
    /// Small letters in pieces, as rules and forms are called.
    Slug,
    /// Every word begins like a name: with a capital, or in a script that has none.
    Capital,
    /// Two or three capitals, with or without dots.
    Initials,
    /// Letters of scripts without capitals alone.
    Uncased,
    /// An age in words.
    Age,
    /// An age in words, above 90.
    OldAge,
    /// A code of a published vocabulary, by its form.
    Published,
    /// A quantity, an interval, a ratio, a visit.
    Quantity,
    /// Short numbers in a mould: wells, places, levels.
    Mould,
    /// Digits among letters or signs, and nothing that is recognised.
    Code,
    /// Numbers of three digits at most among letters.
    Loose,
    /// Single figures among letters.
    Tiny,
    /// A nought before a number behind two letters or more.
    Padded,
    /// A date with a year of two digits among words.
    HiddenDate,
    /// A number that the value lies below or above.
    Bound,
    /// A sentence that speaks of somebody: of a relative, or of him or her.
    Kin,
    /// A quantity whose every word is known.
    Known,
    /// Figures from 0 to 7 behind each other, answers of a questionnaire; round numbers behind each other.
    Answers,
}

/// The signs of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u64);

/// Number of signs.
pub(super) const SIGNS: usize = Sign::Answers as usize + 1;

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

impl Signs {
    fn set(&mut self, sign: Sign, there: bool) {
        self.0 |= u64::from(there) << sign as u8;
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
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        let date = if has_digit { date_in(text) } else { None };
        signs.set(Sign::Mail, holds_mail(text));
        signs.set(
            Sign::Url,
            (text.contains('.') || text.contains(':') || text.contains('\\')) && holds_url(text),
        );
        signs.set(Sign::Ipv4, has_digit && text.len() >= 7 && is_ipv4(text));
        signs.set(Sign::Ipv6, text.len() >= 3 && is_ipv6(text));
        signs.set(
            Sign::Phone,
            has_digit
                && date.is_none()
                && are_phones(text)
                && !is_trial_number(text)
                && !is_measured(text)
                && !are_single_figures(text)
                && !has_published_form(text)
                && !is_medicine(&digits(text)),
        );
        signs.set(Sign::Street, has_digit && (is_street(text) || is_coordinates(text)) || is_handle(text));
        signs.set(Sign::FullDate, date == Some(DateForm::Full));
        signs.set(Sign::ShortDate, date == Some(DateForm::ShortYear));
        signs.set(Sign::Month, date == Some(DateForm::Month));
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
        let digits = digits(text);
        let is_published = has_published_form(text);
        self.set(Sign::Published, is_published);
        if let Some(age) = age(text) {
            self.set(Sign::Age, true);
            self.set(Sign::OldAge, age > 90 && age < 130);
        }
        if digits.is_empty() {
            return;
        }
        let is_grouped =
            text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '/' | '+' | '(' | ')'))
                && !is_measured(text);
        self.set(
            Sign::National,
            is_lettered(text) || (is_grouped && !is_published && date.is_none() && satisfied(&digits) != 0),
        );
        let is_listed = is_loinc(text, &digits)
            || is_trial_number(text)
            || is_chemical(text, &digits)
            || is_medicine(&digits);
        let is_number = is_grouped && !matches!(date, Some(DateForm::Full)) && !is_listed;
        self.set(Sign::GroupedDigits, is_number && digits.len() >= 9);
        let groups = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).count();
        self.set(Sign::Digits, is_number && (digits.len() >= 7 || digits.len() == 6 && groups == 3));
        let unknown = quantity(text);
        self.set(
            Sign::LongCode,
            is_long_code(text) && unknown != Some(0)
                || is_spaced_code(text) && unknown.is_none()
                || is_labelled_number(text),
        );
        self.set(Sign::Opaque, is_opaque(text));
        self.set(Sign::Postcode, is_postcode(text));
        self.set(
            match () {
                () if is_published || is_listed => Sign::Published,
                () if unknown.is_some() => Sign::Quantity,
                () if is_mould(text) && !names_places(text) => Sign::Mould,
                () => Sign::Code,
            },
            true,
        );
        self.set(Sign::Known, unknown == Some(0));
        self.set(Sign::Loose, is_loose(text) && !is_by_year(text));
        let is_single = |run: &str| run.len() <= 1;
        let are_single = text.split(|c: char| !c.is_ascii_digit()).all(is_single);
        self.set(Sign::Tiny, are_single);
        let are_answers =
            are_single && digits.len() >= 3 && (digits.len() >= 5 || digits.iter().all(|digit| *digit <= 7));
        let groups: Vec<&str> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
        let are_round = groups.len() > 1
            && groups.iter().all(|group| group.len() <= 4 && group.ends_with('0') && !group.starts_with('0'));
        self.set(Sign::Answers, (are_answers || are_round) && !text.contains(char::is_alphabetic));
        self.set(Sign::Padded, is_padded(text));
        self.set(Sign::Bound, is_bound(text));
        self.set(Sign::HiddenDate, date.is_none_or(|form| form == DateForm::Month) && hides_short_date(text));
    }

    fn words(&mut self, text: &str) {
        let counts = WordCounts::of(text);
        self.set(Sign::Words, counts.are_all && (1..=5).contains(&counts.words) && !counts.is_short_code);
        self.set(Sign::Wordy, counts.longest >= 3 || counts.foreign >= 2);
        self.set(Sign::Sentence, counts.words >= 4 && counts.longest >= 3 || counts.foreign >= 12);
        self.set(Sign::Long, counts.words >= 10 || counts.foreign >= 30);
        self.set(Sign::Uncased, counts.are_all && counts.foreign > 0 && counts.foreign == counts.letters);
        if counts.letters + counts.foreign > 0 || !text.is_ascii() {
            self.set(Sign::PersonName, is_given_or_family_name(text));
            self.set(Sign::PersonForm, is_person_form(text));
            let (is_term, is_phrase) = term_and_phrase(text);
            self.set(Sign::Term, is_term);
            self.set(Sign::Phrase, is_phrase);
        }
        self.set(Sign::Slug, is_slug(text));
        self.set(Sign::Capital, counts.are_capital);
        self.set(Sign::Initials, is_initials(text));
        self.set(Sign::Kin, self.has(Sign::Sentence) && speaks_of_somebody(text));
    }
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
