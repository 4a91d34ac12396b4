//! One spelling of a cell: the digits of every script as 0 to 9, one kind of space and dash, a point before decimals.

use std::borrow::Cow;

/// First digits of scripts that write numbers with ten signs of their own in a row.
const ZEROS: [u32; 33] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0,
    0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA9D0, 0xABF0, 0xFF10,
];

/// A cell as the rules read it.
pub(super) fn normal(cell: &str) -> Cow<'_, str> {
    let text = unmarked(unquoted(bare(cell)));
    if text.is_ascii() {
        return figures(text).map_or(Cow::Borrowed(text), Cow::Owned);
    }
    let plain: String = powers(text).chars().filter_map(plain).collect();
    let plain = plain.trim();
    Cow::Owned(figures(plain).unwrap_or_else(|| plain.to_owned()))
}

/// Signs that stand about a whole cell.
const ABOUT: [(char, char); 16] = [
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('*', '*'),
    ('\u{AB}', '\u{BB}'),
    ('\u{201E}', '\u{201C}'),
    ('\u{201C}', '\u{201D}'),
    ('\u{2018}', '\u{2019}'),
    ('\u{2039}', '\u{203A}'),
    ('\u{300C}', '\u{300D}'),
    ('\u{3010}', '\u{3011}'),
    ('\u{FF08}', '\u{FF09}'),
];

/// Without what stands about a whole cell, and without marks of a footnote or of doubt behind it.
fn bare(cell: &str) -> &str {
    let mut text = cell.trim();
    for _ in 0..3 {
        let inner = ABOUT.iter().find_map(|(open, close)| {
            let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
            (!inner.is_empty() && !inner.contains([*open, *close])).then_some(inner.trim())
        });
        let Some(inner) = inner.filter(|inner| !inner.is_empty()) else { break };
        text = inner;
    }
    let unmarked = text.trim_end_matches([';', '|', ',', '!', '\u{2020}', '\u{2021}']).trim_end();
    let unmarked =
        [" *", " ?"].iter().find_map(|mark| unmarked.strip_suffix(mark)).unwrap_or(unmarked).trim_end();
    let unmarked = if unmarked.is_empty() { text } else { unmarked };
    unlabelled(unmarked)
}

/// Without a word before a colon or an equals sign that says nothing about persons: `value: 5`, `result=5`.
fn unlabelled(text: &str) -> &str {
    let Some((label, rest)) = text.split_once([':', '=']) else { return text };
    let says_nothing = LABELS.split(' ').any(|word| word.eq_ignore_ascii_case(label.trim()));
    let rest = rest.trim_start();
    if says_nothing && !rest.is_empty() { rest } else { text }
}

const LABELS: &str = "value val result wert valeur valor valore wartość waarde count score dose level answer mean median total";

/// Without a sign that stands before a number: `*12.05.1960`, `#510116`, `/Date(1590000000000)/`.
fn unmarked(text: &str) -> &str {
    if let Some(inner) = text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")) {
        return inner.strip_suffix("000").unwrap_or(inner);
    }
    let bare = text.trim_start_matches(['*', '#', '\u{2020}', '\u{2116}']).trim_start();
    if bare.starts_with(|c: char| c.is_ascii_digit()) { bare } else { text }
}

/// Without what keeps a spreadsheet from reading a number: `'0123`, `="0123"`.
fn unquoted(text: &str) -> &str {
    let bare = text.strip_prefix('=').filter(|rest| rest.starts_with('"')).unwrap_or(text);
    let bare = bare.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(bare);
    match bare.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            rest.strip_suffix('\'').unwrap_or(rest)
        }
        _ => bare,
    }
}

/// Raised digits behind a number as a power: `10³` as `10^3`.
fn powers(text: &str) -> String {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let mut powers = String::with_capacity(text.len());
    let mut is_raised = false;
    for letter in text.chars() {
        let digit =
            RAISED.chars().zip('0'..='9').find_map(|(raised, digit)| (raised == letter).then_some(digit));
        let is_behind = powers.ends_with(|c: char| c.is_ascii_digit());
        match digit {
            Some(digit) if is_raised || is_behind => {
                powers.push_str(if is_raised { "" } else { "^" });
                powers.push(digit);
                is_raised = true;
            }
            _ => {
                powers.push(if letter == '×' { 'x' } else { letter });
                is_raised = false;
            }
        }
    }
    powers
}

fn plain(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let digit = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|place| *place < 10));
    if let Some(digit) = digit {
        return char::from_digit(digit, 10);
    }
    match code {
        0x200B..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069 | 0xFEFF => None,
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0),
        0x2010..=0x2015 | 0x2212 => Some('-'),
        0x066B => Some(','),
        _ if letter.is_whitespace() => Some(' '),
        _ => Some(letter),
    }
}

/// A number with a decimal comma, or with its thousands set apart, as a number: `72,5`, `150 000`, `1,234`.
fn figures(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    if bytes.len() > 14 || !bytes.iter().any(|byte| matches!(byte, b',' | b' ' | b'\'')) {
        return None;
    }
    let (sign, body) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let comma: Vec<&str> = body.split(',').collect();
    let space: Vec<&str> = body.split(' ').collect();
    let are_thousands = |groups: &[&str]| {
        (1..=3).contains(&groups[0].len())
            && !groups[0].starts_with('0')
            && groups.iter().all(|group| is_digits(group))
            && groups[1..].iter().all(|group| group.len() == 3)
    };
    // Lakhs and crores: pairs, and three at the end.
    let are_pairs = |groups: &[&str]| {
        groups.len() > 2
            && (1..=2).contains(&groups[0].len())
            && !groups[0].starts_with('0')
            && groups.iter().all(|group| is_digits(group))
            && groups[1..groups.len() - 1].iter().all(|group| group.len() == 2)
            && groups[groups.len() - 1].len() == 3
    };
    if comma.len() > 1 && (are_thousands(&comma) || are_pairs(&comma)) {
        return Some(format!("{sign}{}", comma.concat()));
    }
    let apostrophe: Vec<&str> = body.split('\'').collect();
    if apostrophe.len() > 1 && are_thousands(&apostrophe) {
        return Some(format!("{sign}{}", apostrophe.concat()));
    }
    if space.len() == 2 && are_thousands(&space) {
        return Some(format!("{sign}{}", space.concat()));
    }
    match comma.as_slice() {
        [whole, decimals] if is_digits(whole) => {
            // `6,3E+04`
            let (digits, power) = decimals.split_once(['e', 'E']).unwrap_or((decimals, "0"));
            let is_power = is_digits(power.trim_start_matches(['+', '-']));
            (is_digits(digits) && is_power).then(|| format!("{sign}{whole}.{decimals}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn one_spelling() {
        for (cell, expected) in [
            (" 72,5 ", "72.5"),
            ("150 000", "150000"),
            ("6,400", "6400"),
            ("14'573", "14573"),
            ("0,125", "0.125"),
            ("'0123456", "0123456"),
            ("=\"0123\"", "0123"),
            ("[ «4.5» ]", "4.5"),
            ("value: 72,5", "72.5"),
            ("2,47,000", "247000"),
            ("12.05.1960 *", "12.05.1960"),
            ("(555) 010-9999", "(555) 010-9999"),
            ("١٢/٠٥/٢٠٢٠", "12/05/2020"),
            ("２０２０－０５", "2020-05"),
            ("Muster, E.", "Muster, E."),
            ("12, 14", "12, 14"),
        ] {
            assert_eq!(normal(cell), expected);
        }
    }
}
