//! Postcodes with letters, signs or blanks.

/// Shapes of postcodes: `9` a digit, `A` a letter.
const SHAPES: &[&str] = &[
    "A9 9AA",
    "A99 9AA",
    "AA9 9AA",
    "AA99 9AA",
    "A9A 9AA",
    "AA9A 9AA",
    "AA99AA",
    "AA999AA",
    "AA9A9AA",
    "A999AA",
    "A9A9AA",
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
    "AA-9999",
    "A-9999",
    "999-9999",
    "9999-999",
    "99999-999",
    "AA 99999",
    "A9999AAA",
    "A 99999",
];

pub(super) fn is_postcode(whole: &str) -> bool {
    let text = whole;
    let text = ["〒", "ΤΚ", "AZ"].iter().find_map(|sign| text.strip_prefix(sign)).map_or(text, str::trim);
    let is_signed = text.len() < whole.len();
    if is_signed
        && (4..=6).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
    {
        return true;
    }
    // `SE-718 98`, `LV 1050`: the country and four to six digits.
    let country = text.find(['-', ' ']).filter(|at| (1..=2).contains(at)).map(|at| text.split_at(at));
    let is_by_country = country.is_some_and(|(country, code)| {
        let digits = code.bytes().filter(u8::is_ascii_digit).count();
        country.bytes().all(|byte| byte.is_ascii_alphabetic())
            && (country.to_ascii_uppercase() == country || code.starts_with('-'))
            && (4..=6).contains(&digits)
            && code[1..].bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'))
            && code[1..].split([' ', '-']).count() <= 2
            && code[1..].split([' ', '-']).all(|part| part.len() >= 2)
    });
    if is_by_country {
        return true;
    }
    if !(5..=10).contains(&text.len()) || !text.is_ascii() {
        return false;
    }
    let upper = text.to_ascii_uppercase();
    let shape: String = upper
        .chars()
        .map(|c| match c {
            _ if c.is_ascii_digit() => '9',
            _ if c.is_ascii_uppercase() => 'A',
            _ => c,
        })
        .collect();
    if is_irish(&upper, &shape) {
        return true;
    }
    let is_canadian = shape.starts_with("A9A") && shape.ends_with("9A9");
    SHAPES.contains(&shape.as_str())
        && (!is_canadian || has_canadian_letters(&upper))
        && !super::codes::is_tumour_stage(text)
}

/// `D02 AF30`, with the blank or without; the anatomical classification of drugs has the shape of some.
fn is_irish(text: &str, shape: &str) -> bool {
    let bare = text.replace(' ', "");
    let are = |part: &str, letters: &str| part.chars().all(|c| c.is_ascii_digit() || letters.contains(c));
    bare.len() == 7
        && shape != "A99AA99"
        && bare.starts_with(|c: char| "ACDEFHKNPRTVWXY".contains(c))
        && bare.as_bytes()[1].is_ascii_digit()
        && are(&bare[2..3], "W")
        && are(&bare[3..], "ACDEFHKNPRTVWXY")
        && bare[3..].contains(|c: char| c.is_ascii_alphabetic())
}

/// D, F, I, O, Q and U stand in no Canadian postcode.
fn has_canadian_letters(text: &str) -> bool {
    !text.contains(['D', 'F', 'I', 'O', 'Q', 'U']) && !text.starts_with(['W', 'Z'])
}
