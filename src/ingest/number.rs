//! Numbers as text: one strict grammar for every reader.
//!
//! A sign, digits, a point, digits, an exponent; no white space, no thousands separator, no
//! hexadecimal. `0012` is no number but an identifier. What is almost a number has its own name
//! ([`NotANumber`]), because a column that is almost numeric must not quietly become text.

use std::borrow::Cow;

use crate::study::DecimalMark;

/// A number, whole if it was written without point and exponent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// Written as a whole number.
    Whole(i64),
    /// Written with a point or an exponent; finite.
    Real(f64),
}

impl Number {
    /// The value, which may be rounded beyond 2^53.
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Whole(value) => value as f64,
            Self::Real(value) => value,
        }
    }

    /// The value if it is whole: `12`, but also `12.0` and `1e+05`, which pandas and R write for
    /// whole numbers.
    pub fn as_whole(self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match self {
            Self::Whole(value) => Some(value),
            Self::Real(value) if value.fract() == 0.0 && value.abs() <= EXACT => {
                format!("{value:.0}").parse().ok()
            }
            Self::Real(_) => None,
        }
    }
}

/// Why a text is not a number that we take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumber {
    /// Not anything like a number.
    Text,
    /// `0012`: an identifier.
    LeadingZero,
    /// A whole number beyond 64 bits.
    IntegerOverflow,
    /// `NaN`, `Inf` and their spellings.
    NotFinite,
    /// `1e400`.
    Overflow,
    /// `1e-400`: not zero, and yet it would be read as zero.
    Underflow,
    /// `1,5`.
    DecimalComma,
    /// `1.5` where the decimal mark is a comma.
    DecimalPoint,
}

impl NotANumber {
    /// The stable code of the rule.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Text => "not-a-number",
            Self::LeadingZero => "leading-zero",
            Self::IntegerOverflow => "integer-overflow",
            Self::NotFinite => "not-finite",
            Self::Overflow => "number-too-large",
            Self::Underflow => "number-too-small",
            Self::DecimalComma => "decimal-comma",
            Self::DecimalPoint => "decimal-point",
        }
    }

    /// What is wrong, to follow "this cell".
    pub fn message(self) -> &'static str {
        match self {
            Self::Text => "is not a number",
            Self::LeadingZero => "has leading zeros, like an identifier",
            Self::IntegerOverflow => "is a whole number beyond 64 bits",
            Self::NotFinite => "is not a finite number",
            Self::Overflow => "is a number too large for double precision",
            Self::Underflow => "is a number too small for double precision",
            Self::DecimalComma => "has a comma within the number",
            Self::DecimalPoint => "has a point within the number, where the decimal mark is a comma",
        }
    }

    /// What can be done about it.
    pub fn help(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Overflow | Self::Underflow => None,
            Self::LeadingZero => Some("write the number without leading zeros"),
            Self::IntegerOverflow => Some("if it is an identifier, put a letter before it"),
            Self::NotFinite => Some("leave a missing value empty"),
            Self::DecimalComma => Some(
                "write a decimal point and no thousands separator; if all files have decimal commas, the study says \
                 [inputs] decimal = \",\"",
            ),
            Self::DecimalPoint => Some("write a decimal comma and no thousands separator"),
        }
    }

    /// Whether this was meant as a number.
    pub fn is_almost_a_number(self) -> bool {
        !matches!(self, Self::Text | Self::LeadingZero)
    }
}

/// Reads a number.
///
/// # Errors
/// [`NotANumber`] says what the text is instead.
pub fn parse(text: &str) -> Result<Number, NotANumber> {
    let bytes = text.as_bytes();
    let unsigned = match bytes.first() {
        Some(b'-' | b'+') => &bytes[1..],
        _ => bytes,
    };
    let whole = digits(unsigned);
    if whole == unsigned.len() && whole > 0 {
        if whole > 1 && unsigned[0] == b'0' {
            return Err(NotANumber::LeadingZero);
        }
        return text.parse().map(Number::Whole).map_err(|_| NotANumber::IntegerOverflow);
    }
    let rest = &unsigned[whole..];
    let mantissa = match rest.first() {
        Some(b'.') => whole + 1 + digits(&rest[1..]),
        _ => whole,
    };
    let has_digits = mantissa > usize::from(rest.first() == Some(&b'.'));
    if !has_digits || !is_exponent(&unsigned[mantissa..]) {
        return Err(not_decimal(unsigned, whole));
    }
    if whole > 1 && unsigned[0] == b'0' {
        return Err(NotANumber::LeadingZero);
    }
    let value: f64 = text.parse().map_err(|_| NotANumber::Text)?;
    if value.is_infinite() {
        Err(NotANumber::Overflow)
    } else if value == 0.0 && unsigned[..mantissa].iter().any(|byte| matches!(byte, b'1'..=b'9')) {
        Err(NotANumber::Underflow)
    } else {
        Ok(Number::Real(value))
    }
}

/// A number with the decimal mark of a file as [`parse`] reads it.
///
/// # Errors
/// [`NotANumber::DecimalPoint`] if the mark is a comma and this would be a number but for its point, which may group
/// thousands.
pub fn with_point(text: Cow<'_, str>, decimal: DecimalMark) -> Result<Cow<'_, str>, NotANumber> {
    match decimal {
        DecimalMark::Comma if text.contains('.') => match parse(&text.replace(',', "")) {
            Ok(_) => Err(NotANumber::DecimalPoint),
            Err(_) => Ok(text),
        },
        DecimalMark::Comma if text.contains(',') => Ok(Cow::Owned(text.replacen(',', ".", 1))),
        DecimalMark::Point | DecimalMark::Comma => Ok(text),
    }
}

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn is_exponent(bytes: &[u8]) -> bool {
    let Some((b'e' | b'E', rest)) = bytes.split_first() else { return bytes.is_empty() };
    let rest = match rest.first() {
        Some(b'-' | b'+') => &rest[1..],
        _ => rest,
    };
    !rest.is_empty() && digits(rest) == rest.len()
}

fn not_decimal(unsigned: &[u8], whole: usize) -> NotANumber {
    const NOT_FINITE: [&[u8]; 6] = [b"nan", b"inf", b"infinity", b"1.#inf", b"1.#ind", b"1.#qnan"];
    if NOT_FINITE.iter().any(|word| unsigned.eq_ignore_ascii_case(word)) {
        return NotANumber::NotFinite;
    }
    let after = &unsigned[whole..];
    let is_comma_number = whole > 0
        && after.first() == Some(&b',')
        && after.last().is_some_and(u8::is_ascii_digit)
        && after.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    if is_comma_number { NotANumber::DecimalComma } else { NotANumber::Text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read() {
        for (text, number) in [
            ("0", Number::Whole(0)),
            ("-7", Number::Whole(-7)),
            ("+7", Number::Whole(7)),
            ("9223372036854775807", Number::Whole(i64::MAX)),
            ("-9223372036854775808", Number::Whole(i64::MIN)),
            ("0.5", Number::Real(0.5)),
            (".5", Number::Real(0.5)),
            ("5.", Number::Real(5.0)),
            ("1e+05", Number::Real(100_000.0)),
            ("-1.25E-2", Number::Real(-0.0125)),
            ("0e5", Number::Real(0.0)),
        ] {
            assert_eq!(parse(text), Ok(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_has_a_name() {
        for (text, name) in [
            ("", NotANumber::Text),
            ("-", NotANumber::Text),
            (".", NotANumber::Text),
            ("1e", NotANumber::Text),
            ("0x1F", NotANumber::Text),
            ("1 000", NotANumber::Text),
            ("12a", NotANumber::Text),
            ("0012", NotANumber::LeadingZero),
            ("-05", NotANumber::LeadingZero),
            ("00.5", NotANumber::LeadingZero),
            ("9223372036854775808", NotANumber::IntegerOverflow),
            ("nan", NotANumber::NotFinite),
            ("-Inf", NotANumber::NotFinite),
            ("INFINITY", NotANumber::NotFinite),
            ("1e400", NotANumber::Overflow),
            ("1e-400", NotANumber::Underflow),
            ("1,5", NotANumber::DecimalComma),
            ("-1,234.5", NotANumber::DecimalComma),
            ("1,", NotANumber::Text),
        ] {
            assert_eq!(parse(text), Err(name), "{text}");
        }
    }

    #[test]
    fn a_decimal_comma_is_read_where_it_is_the_mark() {
        let read =
            |text: &str| with_point(Cow::Borrowed(text), DecimalMark::Comma).and_then(|text| parse(&text));
        for (text, number) in [
            ("1,5", Ok(Number::Real(1.5))),
            ("-0,25e3", Ok(Number::Real(-250.0))),
            (",5", Ok(Number::Real(0.5))),
            ("12", Ok(Number::Whole(12))),
            ("1.5", Err(NotANumber::DecimalPoint)),
            ("1.234", Err(NotANumber::DecimalPoint)),
            ("1.234,5", Err(NotANumber::DecimalPoint)),
            ("1,234.5", Err(NotANumber::DecimalPoint)),
            ("1,2,3", Err(NotANumber::Text)),
            ("A.1", Err(NotANumber::Text)),
            ("00,5", Err(NotANumber::LeadingZero)),
        ] {
            assert_eq!(read(text), number, "{text}");
        }
        assert_eq!(with_point(Cow::Borrowed("1,5"), DecimalMark::Point), Ok(Cow::Borrowed("1,5")));
    }

    #[test]
    fn whole_values_are_whole_however_written() {
        assert_eq!(parse("12.0").ok().and_then(Number::as_whole), Some(12));
        assert_eq!(parse("1e+05").ok().and_then(Number::as_whole), Some(100_000));
        assert_eq!(parse("12.5").ok().and_then(Number::as_whole), None);
        assert_eq!(parse("1e300").ok().and_then(Number::as_whole), None);
    }
}
