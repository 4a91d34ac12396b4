//! What may be shown of a cell: a code, or its shape.

use std::borrow::Cow;

/// Characters of a code that is shown.
const CODE: usize = 12;
/// Characters of a shape.
const SHOWN: usize = 24;

/// The shape of a cell, for whoever looks for the fault: 9 is a digit, a and A are letters, the rest stands for itself.
pub(crate) fn shape(cell: &str) -> String {
    let sign = |letter: char| match letter {
        _ if letter.is_numeric() => '9',
        _ if letter.is_uppercase() => 'A',
        _ if letter.is_alphabetic() || !letter.is_ascii() => 'a',
        ',' | '"' => '_',
        _ => letter,
    };
    let shape: String = cell.chars().take(SHOWN).map(sign).collect();
    if cell.chars().nth(SHOWN).is_some() { format!("{shape}...") } else { shape }
}

/// A cell for a message: as it is if it can be nothing but a code or a unit, its shape otherwise.
///
/// A code has at most twelve characters, no white space, and a digit, a sign or capitals alone: no word does.
pub(crate) fn code_or_shape(cell: &str) -> Cow<'_, str> {
    let is_short = cell.chars().count() <= CODE && cell.is_ascii() && !cell.contains(char::is_whitespace);
    let letters = cell.chars().filter(char::is_ascii_alphabetic).count();
    let capitals = cell.chars().filter(char::is_ascii_uppercase).count();
    let has_sign = cell.contains(['/', '%', '^', '_', '*']);
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let is_code = letters <= 3 || has_sign || (capitals == letters && letters <= 6);
    if is_short && is_code && digits <= 5 { Cow::Borrowed(cell) } else { Cow::Owned(shape(cell)) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_shape_tells_no_value() {
        assert_eq!(super::shape("1962-05-14"), "9999-99-99");
        assert_eq!(super::shape("Muster, E."), "Aaaaaa_ A.");
        assert_eq!(super::shape(&"x".repeat(40)).len(), 27);
    }

    #[test]
    fn codes_are_shown_and_words_are_not() {
        for code in ["mg/dL", "10^9/L", "3", "NMA", "G/l", "%", "AIHA_W"] {
            assert_eq!(super::code_or_shape(code), code);
        }
        assert_eq!(super::code_or_shape("Muster"), "Aaaaaa");
        assert_eq!(super::code_or_shape("1234567"), "9999999");
        assert_eq!(super::code_or_shape("E. Muster"), "A. Aaaaaa");
    }
}
