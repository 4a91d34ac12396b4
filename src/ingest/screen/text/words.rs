//! Words of a text: how many, how long, in capitals or not.

use super::super::vocabulary::is_known_code;

/// Words that stand in names in small letters.
const PARTICLES: &str = "von van der den de del della di da do dos das du la le el al bin ibn ben bint y e zu zum zur af av ter ten te op ab ap ferch binti née born geb. 't";

/// Words of a text, as far as it takes to judge it.
#[derive(Debug, Default)]
pub(super) struct WordCounts {
    /// Runs of letters; two letters at least, or one with a dot.
    pub(super) words: usize,
    /// Letters of the longest.
    pub(super) longest: usize,
    pub(super) letters: usize,
    /// Letters of scripts without capitals.
    pub(super) foreign: usize,
    /// Whether there are letters, spaces and the signs of names alone.
    pub(super) are_all: bool,
    /// Whether it is a code of at most four capitals, or of three small letters.
    pub(super) is_short_code: bool,
    /// Whether every word begins like a name.
    pub(super) are_capital: bool,
}

impl WordCounts {
    pub(super) fn of(text: &str) -> Self {
        let is_letter =
            |c: char| c.is_alphabetic() || (!c.is_ascii() && !c.is_numeric() && !c.is_whitespace());
        let mut counts = Self { are_all: true, are_capital: true, ..Self::default() };
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
            counts.are_capital &= !word.chars().next().is_some_and(char::is_lowercase)
                || PARTICLES.split(' ').any(|particle| particle == word);
        }
        counts.are_all &= !text.contains(['/', ';']);
        let is_code = text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '_'));
        let is_small = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_lowercase());
        counts.is_short_code = is_code && text.len() <= 4 || is_small;
        counts.longest = if counts.is_short_code { 0 } else { counts.longest };
        counts
    }
}

fn is_uncased(letter: char) -> bool {
    !letter.is_ascii() && letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

/// Two to four capitals: `ABC`, `A.B.`, `A-B`, `A. B.`, unless a trial knows them as a code.
pub(super) fn is_initials(text: &str) -> bool {
    let letters = text.chars().filter(char::is_ascii_uppercase).count();
    let others = text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '.' | '-' | ' '));
    (2..=4).contains(&letters) && others && text.len() <= letters * 3 && !is_known_code(text)
}

/// The letters of a text: what is left of `Cycle 3 Day 15` and of `Cycle 4 Day 1` is the same.
pub(in super::super) fn stem(text: &str) -> String {
    let letters: String =
        text.chars().map(|c| if c.is_ascii() && !c.is_ascii_alphabetic() { ' ' } else { c }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
