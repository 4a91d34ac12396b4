//! National, insurance and account numbers: their check digits.
//!
//! Sources: the published rules of each scheme; ISO 7064 (mod 97-10; mod 11,10), ISO 13616 (IBAN), Luhn (US patent
//! 2950048), Verhoeff (1969).

/// Lengths for which there is a scheme of digits alone.
pub(super) const LENGTHS: std::ops::RangeInclusive<usize> = 8..=18;

/// A scheme of digits alone: how many, and whether the check fits.
type Scheme = (usize, fn(&[u32]) -> bool);

/// Netherlands, Canada, Israel, Portugal, Greece, Hungary; United Kingdom, Sweden, Denmark, Bulgaria, Czechia, Austria,
/// Poland; Norway, Poland, Estonia and Lithuania, Croatia and Germany, Belgium, Turkey, Brazil, Greece; Sweden, India;
/// the Balkans, Switzerland, Romania, Thailand, Korea, South Africa; France; China.
pub(super) const SCHEMES: &[Scheme] = &[
    (9, |d| modulo(d, &[9, 8, 7, 6, 5, 4, 3, 2, 10], 11) == 0),
    (9, |d| luhn(d)),
    (9, |d| (11 - modulo(d, &[9, 8, 7, 6, 5, 4, 3, 2], 11)) % 11 % 10 == d[8]),
    (9, |d| modulo(d, &[256, 128, 64, 32, 16, 8, 4, 2], 11) % 10 == d[8]),
    (9, |d| modulo(d, &[3, 7, 3, 7, 3, 7, 3, 7], 10) == d[8]),
    (10, |d| (11 - modulo(d, &[10, 9, 8, 7, 6, 5, 4, 3, 2], 11)) % 11 == d[9]),
    (10, |d| luhn(d) && is_birth(&d[2..6])),
    (10, |d| is_birth(&[d[2], d[3], d[0], d[1]])),
    (10, |d| modulo(d, &[2, 4, 8, 5, 10, 9, 7, 3, 6], 11) % 10 == d[9]),
    (10, |d| number(d).is_multiple_of(11)),
    (10, |d| modulo(d, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6], 11) == d[3]),
    (10, |d| modulo(d, &[6, 5, 7, 2, 3, 4, 5, 6, 7], 11) == d[9]),
    (11, |d| (11 - modulo(d, &[3, 7, 6, 1, 8, 9, 4, 5, 2], 11)) % 11 == d[9]),
    (11, |d| modulo(d, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], 10) == 0),
    (11, baltic),
    (11, |d| iso7064_mod_11_10(d)),
    (11, |d| belgian(d)),
    (11, turkish),
    (11, brazilian),
    (11, |d| luhn(d) && is_birth(&[d[2], d[3], d[0], d[1]])),
    (12, |d| luhn(&d[2..]) && is_birth(&d[4..8])),
    (12, |d| verhoeff(d)),
    (13, |d| (11 - modulo(d, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 11)) % 11 % 10 == d[12]),
    (13, |d| {
        number(&d[..3]) == 756 && (10 - modulo(d, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3], 10)) % 10 == d[12]
    }),
    (13, |d| modulo(d, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], 11) % 10 == d[12] && is_birth(&d[3..7])),
    (13, |d| (11 - modulo(d, &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], 11)) % 10 == d[12]),
    (13, |d| (11 - modulo(d, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5], 11)) % 10 == d[12] && is_birth(&d[2..6])),
    (13, |d| luhn(d) && is_birth(&d[2..6])),
    (15, |d| 97 - number(&d[..13]) % 97 == number(&d[13..])),
    (18, |d| chinese(d)),
];

/// The places in [`SCHEMES`] that some digits satisfy, as bits.
pub(super) fn satisfied(digits: &[u32]) -> u64 {
    let fits = |(_, (length, check)): &(usize, &Scheme)| *length == digits.len() && check(digits);
    SCHEMES.iter().enumerate().filter(fits).fold(0, |bits, (place, _)| bits | 1 << place)
}

/// Whether a text with letters is a national number or an account, check and all.
pub(super) fn is_lettered(text: &str) -> bool {
    if is_machine_readable(text) {
        return true;
    }
    let bare: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
    if !(8..=34).contains(&bare.len()) || !bare.is_ascii() {
        return false;
    }
    let bare = bare.to_ascii_uppercase();
    // The Finnish sign for the century stands in the middle.
    is_iban(&bare)
        || is_spanish(&bare)
        || is_italian(&bare)
        || is_finnish(&text.to_ascii_uppercase())
        || is_british(&bare)
        || is_german(&bare)
        || is_german_pension(&bare)
        || is_mexican(&bare)
        || is_irish(&bare)
        || is_chinese_with_x(&bare)
}

/// A line of a travel document: capitals, digits and fillers.
fn is_machine_readable(text: &str) -> bool {
    text.len() >= 30
        && text.contains("<<")
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'<')
}

/// The German pension insurance: area, day, month and year of birth, the first letter of the name, a number.
fn is_german_pension(bare: &str) -> bool {
    let (Some(birth), Some(letter)) = (bare.get(2..8), bare.as_bytes().get(8)) else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let two = |from: usize| birth.get(from..from + 2).and_then(|text| text.parse::<u32>().ok());
    bare.len() == 12
        && letter.is_ascii_uppercase()
        && digits(&bare[..8])
        && digits(&bare[9..])
        && two(0).is_some_and(|day| (1..=31).contains(&day))
        && two(2).is_some_and(|month| (1..=12).contains(&month))
}

fn digits_of(text: &str) -> Option<Vec<u32>> {
    text.chars().map(|c| c.to_digit(10)).collect()
}

fn number(digits: &[u32]) -> u64 {
    digits.iter().fold(0, |sum, digit| sum * 10 + u64::from(*digit))
}

fn modulo(digits: &[u32], weights: &[u32], by: u32) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % by
}

/// Month and day of a birth date; some schemes add to one or the other for sex or century.
fn is_birth(month_day: &[u32]) -> bool {
    let pair = |at: usize| month_day[at] * 10 + month_day[at + 1];
    (1..=12).contains(&pair(0)) && (1..=31).contains(&pair(2))
}

fn luhn(digits: &[u32]) -> bool {
    let doubled =
        |place: usize, digit: u32| if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit };
    digits.iter().rev().enumerate().map(|(place, digit)| doubled(place, *digit)).sum::<u32>() % 10 == 0
}

fn iso7064_mod_11_10(digits: &[u32]) -> bool {
    let Some((check, body)) = digits.split_last() else { return false };
    let product = body.iter().fold(10, |product, digit| {
        let sum = (digit + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10 == *check
}

fn baltic(digits: &[u32]) -> bool {
    let first = modulo(digits, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1], 11);
    let check = if first < 10 { first } else { modulo(digits, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3], 11) % 10 };
    check == digits[10] && is_birth(&digits[3..7])
}

fn belgian(digits: &[u32]) -> bool {
    let (body, check) = (number(&digits[..9]), number(&digits[9..]));
    97 - body % 97 == check || 97 - (2_000_000_000 + body) % 97 == check
}

fn turkish(digits: &[u32]) -> bool {
    let odd: u32 = digits[..9].iter().step_by(2).sum();
    let even: u32 = digits[1..9].iter().step_by(2).sum();
    digits[0] != 0
        && (odd * 7 + 90 - even) % 10 == digits[9]
        && digits[..10].iter().sum::<u32>() % 10 == digits[10]
}

fn brazilian(digits: &[u32]) -> bool {
    let first = modulo(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2], 11);
    let second = modulo(digits, &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2], 11);
    let check = |rest: u32| if rest < 2 { 0 } else { 11 - rest };
    check(first) == digits[9] && check(second) == digits[10]
}

fn chinese(digits: &[u32]) -> bool {
    chinese_check(&digits[..17]) == Some(digits[17])
}

/// The check of the first 17 digits; 10 is written as X.
fn chinese_check(digits: &[u32]) -> Option<u32> {
    let sum = modulo(digits, &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], 11);
    is_birth(&digits[10..14]).then_some((12 - sum) % 11)
}

fn is_chinese_with_x(text: &str) -> bool {
    let Some(body) = text.strip_suffix('X').filter(|body| body.len() == 17) else { return false };
    digits_of(body).is_some_and(|digits| chinese_check(&digits) == Some(10))
}

/// Verhoeff's check over the dihedral group of order 10.
pub(super) fn verhoeff(digits: &[u32]) -> bool {
    const TIMES: [&[u8; 10]; 10] = [
        b"0123456789",
        b"1234067895",
        b"2340178956",
        b"3401289567",
        b"4012395678",
        b"5987604321",
        b"6598710432",
        b"7659821043",
        b"8765932104",
        b"9876543210",
    ];
    const PERMUTED: [&[u8; 10]; 8] = [
        b"0123456789",
        b"1576283094",
        b"5803796142",
        b"8916043527",
        b"9453126870",
        b"4286573901",
        b"2793806415",
        b"7046913258",
    ];
    let value = |byte: u8| usize::from(byte - b'0');
    let check = digits.iter().rev().enumerate().fold(0_usize, |check, (place, digit)| {
        value(TIMES[check][value(PERMUTED[place % 8][*digit as usize % 10])])
    });
    check == 0
}

fn is_iban(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shaped = (15..=34).contains(&text.len())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
        && bytes.iter().all(u8::is_ascii_alphanumeric);
    let value =
        |byte: u8| if byte.is_ascii_digit() { u32::from(byte - b'0') } else { u32::from(byte - b'A') + 10 };
    let rest = |byte: &u8| (value(*byte), if byte.is_ascii_digit() { 10 } else { 100 });
    shaped
        && bytes[4..].iter().chain(&bytes[..4]).map(rest).fold(0, |sum, (value, by)| (sum * by + value) % 97)
            == 1
}

/// DNI and NIE: eight digits and the letter of the rest by 23.
fn is_spanish(text: &str) -> bool {
    const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let Some((body, letter)) = text.split_at_checked(8).filter(|(_, letter)| letter.len() == 1) else {
        return false;
    };
    let body = match body.as_bytes()[0] {
        b'X' => format!("0{}", &body[1..]),
        b'Y' => format!("1{}", &body[1..]),
        b'Z' => format!("2{}", &body[1..]),
        _ => body.to_owned(),
    };
    body.parse::<usize>().is_ok_and(|body| LETTERS[body % 23] == letter.as_bytes()[0])
}

/// Codice fiscale: six letters, two digits, a letter, two digits, a letter, three digits, a check letter.
fn is_italian(text: &str) -> bool {
    const ODD: [u32; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let shape = |byte: u8| if byte.is_ascii_digit() { '9' } else { 'A' };
    if text.bytes().map(shape).collect::<String>() != "AAAAAA99A99A999A" {
        return false;
    }
    let value = |byte: u8| u32::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' });
    let sum: u32 = text
        .bytes()
        .take(15)
        .enumerate()
        .map(|(place, byte)| if place % 2 == 0 { ODD[value(byte) as usize] } else { value(byte) })
        .sum();
    text.bytes().next_back().map(value) == Some(sum % 26)
}

/// Birth date, sign of the century, number, and the character of the rest by 31.
fn is_finnish(text: &str) -> bool {
    const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let bytes = text.as_bytes();
    if bytes.len() != 11 || !b"+-ABCDEFYXWVU".contains(&bytes[6]) {
        return false;
    }
    let Some(digits) = digits_of(&format!("{}{}", &text[..6], &text[7..10])) else { return false };
    usize::try_from(number(&digits) % 31).is_ok_and(|rest| CHECKS[rest] == bytes[10])
}

/// National Insurance number: two letters, six digits, a letter from A to D.
fn is_british(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9
        && bytes[..2].iter().all(|byte| byte.is_ascii_uppercase() && !b"DFIQUV".contains(byte))
        && bytes[2..8].iter().all(u8::is_ascii_digit)
        && (b'A'..=b'D').contains(&bytes[8])
}

/// Health insurance number: a letter as two digits, eight digits, and the sum with every second doubled.
fn is_german(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || !bytes[0].is_ascii_uppercase() {
        return false;
    }
    let Some(digits) = digits_of(&text[1..]) else { return false };
    let letter = u32::from(bytes[0] - b'A') + 1;
    let body = [letter / 10, letter % 10].into_iter().chain(digits[..8].iter().copied());
    let crossed = |(place, digit): (usize, u32)| {
        let product = digit * if place % 2 == 1 { 2 } else { 1 };
        product / 10 + product % 10
    };
    body.enumerate().map(crossed).sum::<u32>() % 10 == digits[8]
}

/// CURP: four letters, six digits, sex, five letters, two characters.
fn is_mexican(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 18
        && bytes[..4].iter().all(u8::is_ascii_uppercase)
        && bytes[4..10].iter().all(u8::is_ascii_digit)
        && matches!(bytes[10], b'H' | b'M' | b'X')
        && bytes[11..16].iter().all(u8::is_ascii_uppercase)
        && bytes[17].is_ascii_digit()
}

/// Personal public service number: seven digits and the letter of the rest by 23.
fn is_irish(text: &str) -> bool {
    let Some((body, letters)) = text.split_at_checked(7).filter(|(_, rest)| (1..=2).contains(&rest.len()))
    else {
        return false;
    };
    let Some(digits) = digits_of(body) else { return false };
    let letters = letters.as_bytes();
    let second = letters.get(1).map_or(0, |letter| u32::from(letter.saturating_sub(b'A')) + 1);
    let sum = modulo(&digits, &[8, 7, 6, 5, 4, 3, 2], 23) + second * 9;
    let check = sum % 23;
    letters.iter().all(u8::is_ascii_uppercase)
        && (if check == 0 { 23 } else { check }) == u32::from(letters[0] - b'A') + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(text: &str) -> bool {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        satisfied(&digits_of(&digits).unwrap_or_default()) != 0
    }

    #[test]
    fn published_examples_pass() {
        for text in [
            "943 476 5919",
            "111222333",
            "046 454 286",
            "811228-9874",
            "44051401359",
            "111.444.777-35",
            "10000000146",
            "94577403194",
            "999941057058",
            "756.9217.0769.85",
            "85.07.30-033 28",
            "37605030299",
            "11010519491231002",
        ] {
            let is_short_chinese = text.len() == 17;
            assert!(fits(text) || is_short_chinese, "{text}");
        }
        for text in [
            "DE89 3704 0044 0532 0130 00",
            "GB82 WEST 1234 5698 7654 32",
            "12345678Z",
            "X1234567L",
            "RSSMRA85T10A562S",
            "131052-308T",
            "AB123456C",
            "A123456780",
            "1234567FA",
            "11010519491231002X",
        ] {
            assert!(is_lettered(text), "{text}");
        }
    }

    #[test]
    fn a_changed_digit_fails() {
        for text in ["943 476 5918", "44051401358", "999941057059"] {
            assert!(!fits(text), "{text}");
        }
        for text in
            ["DE89 3704 0044 0532 0130 01", "12345678A", "RSSMRA85T10A562T", "131052-308U", "A123456781"]
        {
            assert!(!is_lettered(text), "{text}");
        }
    }
}
