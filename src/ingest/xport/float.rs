//! Numbers as IBM mainframes wrote them: hexadecimal floating point, big endian, 2 to 8 bytes.
//!
//! One bit of sign, seven of exponent (base 16, excess 64), then the fraction. A double fits exactly if it
//! lies within about 5.4e-79 and 7.2e75, because 53 bits and up to three leading zeros fit
//! into 56. Missing values have a letter in the first byte and nothing after it: `.`, `_`, `A` to `Z`.

/// What the bytes of a number hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Cell {
    Number(f64),
    /// `.`
    Missing,
    /// `._` or `.A` to `.Z`, by its letter.
    Special(char),
}

/// The least positive number that can be written, 16^-65.
#[cfg(test)]
pub(crate) const LEAST: f64 = 5.397_605_346_934_028e-79;

/// Reads a number; none if the bytes are no number that any program writes.
pub(crate) fn read(bytes: &[u8]) -> Option<Cell> {
    let (&first, fraction) = bytes.split_first()?;
    if fraction.len() > 7 {
        return None;
    }
    let mantissa = fraction.iter().fold(0_u64, |sum, &byte| sum << 8 | u64::from(byte));
    if mantissa == 0 {
        return match first {
            // Zero, or minus zero.
            0 | 0x80 => Some(Cell::Number(0.0)),
            b'.' => Some(Cell::Missing),
            b'_' | b'A'..=b'Z' => Some(Cell::Special(char::from(first))),
            _ => None,
        };
    }
    let bits = i32::try_from(8 * fraction.len()).ok()?;
    let exponent = 4 * (i32::from(first & 0x7F) - 64) - bits;
    let value = libm::scalbn(mantissa as f64, exponent);
    Some(Cell::Number(if first & 0x80 == 0 { value } else { -value }))
}

/// The eight bytes of a number; none if it cannot be held.
pub(crate) fn write(value: f64) -> Option<[u8; 8]> {
    if value == 0.0 {
        return Some([0; 8]);
    }
    if !value.is_finite() {
        return None;
    }
    // value = fraction * 2^exponent with 1/2 <= |fraction| < 1.
    let (fraction, exponent) = libm::frexp(value.abs());
    let digits = (exponent + 3).div_euclid(4);
    let shift = 4 * digits - exponent;
    let characteristic = u8::try_from(digits + 64).ok().filter(|&byte| byte < 0x80)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and below 2^56")]
    let mantissa = libm::scalbn(fraction, 56 - shift) as u64;
    let sign = if value < 0.0 { 0x80 } else { 0 };
    let mut bytes = mantissa.to_be_bytes();
    bytes[0] = sign | characteristic;
    Some(bytes)
}

/// The eight bytes of the missing value `.`
pub(crate) const MISSING: [u8; 8] = [b'.', 0, 0, 0, 0, 0, 0, 0];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Bit patterns from the example of TS-140 and from a definition worked by hand.
    #[test]
    fn known_patterns() {
        for (value, bytes) in [
            (1.0, [0x41, 0x10, 0, 0, 0, 0, 0, 0]),
            (-1.0, [0xC1, 0x10, 0, 0, 0, 0, 0, 0]),
            (2.5, [0x41, 0x28, 0, 0, 0, 0, 0, 0]),
            (0.0, [0, 0, 0, 0, 0, 0, 0, 0]),
            (-118.625, [0xC2, 0x76, 0xA0, 0, 0, 0, 0, 0]),
            (0.1, [0x40, 0x19, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9A]),
            (16.0, [0x42, 0x10, 0, 0, 0, 0, 0, 0]),
            (1.0 / 16.0, [0x40, 0x10, 0, 0, 0, 0, 0, 0]),
            (LEAST, [0x00, 0x10, 0, 0, 0, 0, 0, 0]),
        ] {
            assert_eq!(write(value), Some(bytes), "{value}");
            assert_eq!(read(&bytes), Some(Cell::Number(value)), "{value}");
        }
    }

    #[test]
    fn missing_values_and_what_is_no_number() {
        assert_eq!(read(&MISSING), Some(Cell::Missing));
        assert_eq!(read(b"_\0\0\0\0\0\0\0"), Some(Cell::Special('_')));
        assert_eq!(read(b"A\0\0"), Some(Cell::Special('A')));
        assert_eq!(read(b"Z\0\0\0\0\0\0\0"), Some(Cell::Special('Z')));
        assert_eq!(read(b"\x80\0\0\0\0\0\0\0"), Some(Cell::Number(0.0)));
        assert_eq!(read(b"[\0\0\0\0\0\0\0"), None);
        assert_eq!(read(b"a\0\0\0\0\0\0\0"), None);
        assert_eq!(read(b"\x40\0\0\0\0\0\0\0"), None);
        assert_eq!(read(b""), None);
        assert_eq!(read(&[0x41; 9]), None);
    }

    #[test]
    fn what_cannot_be_held_is_not_written() {
        for value in [f64::NAN, f64::INFINITY, 1e76, -1e300, 1e-80, f64::MIN_POSITIVE, LEAST / 2.0] {
            assert_eq!(write(value), None, "{value}");
        }
        assert!(write(7.2e75).is_some());
    }

    #[test]
    fn short_numbers_are_the_first_bytes() {
        let bytes = write(123.0).unwrap();
        for length in 2..=8 {
            assert_eq!(read(&bytes[..length]), Some(Cell::Number(123.0)), "{length}");
        }
    }

    proptest! {
        #[test]
        fn doubles_come_back_bit_by_bit(mantissa in -(1_i64 << 53)..(1_i64 << 53), exponent in -290..190_i32) {
            let value = libm::scalbn(mantissa as f64, exponent);
            prop_assume!(value == 0.0 || (LEAST..7.2e75).contains(&value.abs()));
            let bytes = write(value);
            prop_assert!(bytes.is_some());
            prop_assert_eq!(read(&bytes.unwrap()), Some(Cell::Number(value)));
        }

        #[test]
        fn any_bytes_read_without_panic_and_normalised_ones_come_back(bytes in any::<[u8; 8]>()) {
            if let Some(Cell::Number(value)) = read(&bytes) {
                let again = write(value).and_then(|bytes| read(&bytes));
                prop_assert!(again.is_none_or(|again| again == Cell::Number(value)));
            }
        }
    }
}
