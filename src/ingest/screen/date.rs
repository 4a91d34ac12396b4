//! Full dates in text: a day, a month and a year in one cell.

use super::hint::fold;

/// How sure it is that a text holds a full date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateForm {
    /// A year of four digits, or a month by name.
    Full,
    /// Three numbers of two digits, as in `12.05.21`.
    ShortYear,
}

/// Beginnings of month names, folded, in the languages that are common in trials.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec okt dez mai maj mei mrt maer gen mag giu lug ago \
    set ott dic ene abr fev avr jui aou dez out mayo sty lut kwi cze lip sie wrz paz lis gru led uno bre dub kve cer srp \
    zar rij pro tam hel maa huh tou kes hei elo syy lok mar jou ian iun iul noi szept okt maj tam oca sub nis haz tem agu \
    eyl eki kas ara sij velj ozu tra svi lip srp kol stu pro янв фев мар апр мая май июн июл авг сен окт ноя дек січ лют \
    бер кві тра чер лип сер вер жов лис гру ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ";

/// The date that a text holds, if any: as a whole, with a time of day, or among other words.
pub(super) fn date_in(text: &str) -> Option<DateForm> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() < 6 {
        return None;
    }
    if is_east_asian(text) {
        return Some(DateForm::Full);
    }
    let mut short = None;
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | 'T' | '"')) {
        if word.len() == 8 && word.is_ascii() && text.contains('T') && is_compact_year_first(word) {
            return Some(DateForm::Full);
        }
        match written_as_numbers(word) {
            Some(DateForm::Full) => return Some(DateForm::Full),
            Some(DateForm::ShortYear) if word.len() + 9 >= text.len() => short = Some(DateForm::ShortYear),
            _ => {}
        }
    }
    if is_spelled_out(text) {
        return Some(DateForm::Full);
    }
    short
}

fn is_year(number: u32) -> bool {
    (1850..=2099).contains(&number) || (2400..=2640).contains(&number)
}

/// Whether two numbers may be a day and a month, in either order.
fn is_day_and_month(a: u32, b: u32) -> bool {
    (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12)
}

/// `2020-05-12`, `12.5.2020`, `5/12/2020`, `12-MAY-2020`, `12.V.2020`, `2020-W20-2`, `12.05.20`.
fn written_as_numbers(word: &str) -> Option<DateForm> {
    let word = word.trim_end_matches(['.', '/', '-', ':']);
    let separator = word.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let word = word.split_once(':').map_or(word, |(date, _)| date);
    let parts: Vec<&str> = word.split(separator).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number =
        |part: &str| (part.len() <= 4 && !part.is_empty()).then(|| part.parse::<u32>().ok()).flatten();
    let (a, b, c) = (number(first), number(second), number(third));
    match (a, b, c) {
        (Some(year), Some(month), Some(day))
            if first.len() == 4 && is_year(year) && second.len() <= 2 && third.len() <= 2 =>
        {
            is_day_and_month(day, month).then_some(DateForm::Full)
        }
        (Some(a), Some(b), Some(year))
            if third.len() == 4 && is_year(year) && first.len() <= 2 && second.len() <= 2 =>
        {
            is_day_and_month(a, b).then_some(DateForm::Full)
        }
        (Some(a), Some(b), Some(c)) => {
            let two_digits = |part: &&str| part.len() == 2;
            let slashed = separator == '/' && third.len() == 2 && first.len() <= 2 && second.len() <= 2;
            let is_short = parts.iter().all(two_digits) || slashed;
            let fits = is_day_and_month(a, b) || is_day_and_month(b, c);
            (is_short && fits).then_some(DateForm::ShortYear)
        }
        (Some(day), None, Some(year)) if (1..=31).contains(&day) => {
            let fits = is_month(second) || is_roman_month(second);
            let long = third.len() == 4 && is_year(year);
            (fits && (long || third.len() == 2)).then_some(DateForm::Full)
        }
        (Some(year), None, Some(day)) if is_year(year) && (1..=31).contains(&day) => {
            let is_week =
                second.strip_prefix('W').is_some_and(|week| week.len() == 2 && week.parse::<u32>().is_ok());
            (is_week || is_month(second)).then_some(DateForm::Full)
        }
        _ => None,
    }
}

fn is_month(word: &str) -> bool {
    let word = fold(word.trim_end_matches('.'));
    word.chars().count() >= 3 && MONTHS.split_whitespace().any(|month| word.starts_with(month))
}

fn is_roman_month(word: &str) -> bool {
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"].contains(&word)
}

/// `12MAY2020`, `12 May 2020`, `May 12, 2020`, `12. toukokuuta 2020`, `Tue May 12 10:30:00 2020`.
fn is_spelled_out(text: &str) -> bool {
    let pieces = pieces(text);
    for window in pieces.windows(3) {
        if let [Piece::Number(a, _), Piece::Word(word), Piece::Number(c, digits)] = window {
            let is_month = is_month(word);
            let day_first = (1..=31).contains(a) && *digits == 4 && is_year(*c);
            let year_first = is_year(*a) && (1..=31).contains(c);
            // A word that is not known as a month stands between a day and a year in other languages.
            if (day_first || year_first) && (is_month || pieces.len() == 3 && word.chars().count() >= 3) {
                return true;
            }
            if is_month && (1..=31).contains(a) && *digits == 2 && pieces.len() == 3 && !text.contains(' ') {
                return true;
            }
        }
    }
    let mut months =
        pieces.iter().enumerate().filter(|(_, piece)| matches!(piece, Piece::Word(word) if is_month(word)));
    let years = pieces.iter().any(|piece| matches!(piece, Piece::Number(year, 4) if is_year(*year)));
    years
        && months.any(|(at, _)| {
            let near = [at.checked_sub(1), at.checked_sub(2), at.checked_add(1)];
            near.into_iter().flatten().any(|at| {
                matches!(pieces.get(at), Some(Piece::Number(day, digits)) if *digits <= 2 && (1..=31).contains(day))
            })
        })
}

enum Piece {
    /// A whole number and its digits.
    Number(u32, usize),
    Word(String),
}

/// The runs of digits and of letters of a text.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut run = String::new();
    let mut is_number = false;
    let mut close = |run: &mut String, is_number: bool| {
        if run.is_empty() {
            return;
        }
        let text = std::mem::take(run);
        if is_number {
            pieces.push(Piece::Number(text.parse().unwrap_or(u32::MAX), text.len()));
        } else if !matches!(
            text.as_str(),
            "de" | "of" | "the" | "del" | "den" | "st" | "nd" | "rd" | "th" | "er" | "T"
        ) {
            pieces.push(Piece::Word(text));
        }
    };
    for letter in text.chars().take(200) {
        let digit = letter.is_ascii_digit();
        if !letter.is_alphanumeric() || digit != is_number {
            close(&mut run, is_number);
        }
        if letter.is_alphanumeric() {
            is_number = digit;
            run.push(letter);
        }
    }
    close(&mut run, is_number);
    pieces
}

/// Year, month and day, each followed by its sign.
fn is_east_asian(text: &str) -> bool {
    [['年', '月', '日'], ['년', '월', '일']].iter().any(|signs| {
        let mut rest = text;
        signs.iter().all(|sign| match rest.split_once(*sign) {
            Some((before, after)) => {
                rest = after;
                before.trim_end().chars().next_back().is_some_and(char::is_numeric)
            }
            None => false,
        })
    })
}

/// Whether digits alone are a date with the year first (`20200512`, `200512`), with or without a time.
pub(super) fn is_compact_year_first(digits: &str) -> bool {
    if !digits.is_ascii() {
        return false;
    }
    match digits.len() {
        8 | 12 | 14 => fits(&digits[..4], &digits[4..6], &digits[6..8], true),
        6 => fits(&digits[..2], &digits[2..4], &digits[4..6], false),
        _ => false,
    }
}

/// Whether digits alone are a date with the year last (`12052020`, `120520`), day or month first. A lost leading
/// zero is put back.
pub(super) fn is_compact_year_last(digits: &str) -> bool {
    if !digits.is_ascii() {
        return false;
    }
    let padded;
    let digits = match digits.len() {
        5 | 7 => {
            padded = format!("0{digits}");
            padded.as_str()
        }
        _ => digits,
    };
    let (year, is_long) = match digits.len() {
        8 => (&digits[4..], true),
        6 => (&digits[4..], false),
        _ => return false,
    };
    fits(year, &digits[2..4], &digits[..2], is_long) || fits(year, &digits[..2], &digits[2..4], is_long)
}

fn fits(year: &str, month: &str, day: &str, is_long: bool) -> bool {
    let number = |text: &str| text.parse::<u32>().unwrap_or(0);
    (!is_long || is_year(number(year)))
        && (1..=12).contains(&number(month))
        && (1..=31).contains(&number(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates_in_many_forms() {
        for text in [
            "2020-05-12",
            "2020-05-12T10:30:00Z",
            "2020-05-12 10:30",
            "2020/5/12",
            "2020.05.12.",
            "12.05.2020",
            "12.5.2020",
            "5/12/2020 10:30 PM",
            "12-05-2020",
            "12MAY2020",
            "12MAY20",
            "12-MAY-2020",
            "12-May-20",
            "12MAY2020:10:30:00",
            "12. Mai 2020",
            "12 mai 2020",
            "12 de mayo de 2020",
            "12 maja 2020",
            "12. toukokuuta 2020",
            "2020. május 12.",
            "12 мая 2020",
            "12 Mayıs 2020",
            "May 12, 2020",
            "12.V.2020",
            "Tue May 12 10:30:00 2020",
            "2020年5月12日",
            "2020년 5월 12일",
            "2020-W20-2",
            "12/05/2563",
            "seen on 2020-05-12 at home",
            "seen on 12 March 2020, well",
        ] {
            assert_eq!(date_in(text), Some(DateForm::Full), "{text}");
        }
        for text in ["12.05.20", "05/12/20", "12-05-20"] {
            assert_eq!(date_in(text), Some(DateForm::ShortYear), "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "4.0.3",
            "1.2.3.4",
            "2020",
            "2020-05",
            "120/80",
            "1:128",
            "v5.0",
            "A*02:01",
            "D69.3",
            "10^9/L",
            "12-35",
            "2019-004321-12",
            "46,XX,t(9;22)",
            "MedDRA 26.1",
            "250 mg BID",
            "Day 28",
            "12 months",
            "2345-7",
        ] {
            assert_eq!(date_in(text), None, "{text}");
        }
    }

    #[test]
    fn digits_alone() {
        assert!(is_compact_year_first("20200512") && is_compact_year_first("20200512103000"));
        assert!(is_compact_year_last("12052020") && is_compact_year_last("1052020"));
        assert!(!is_compact_year_first("10012345") && !is_compact_year_first("99999999"));
    }
}
