//! Full dates in text: a day, a month and a year in one cell.

mod compact;
mod partial;
mod spelled;

pub(super) use compact::{is_compact_year_first, is_compact_year_last, is_year_and_month};
use partial::is_part_of_date;
use spelled::{east_asian, is_month, is_month_name, is_roman_month, spelled_out};

/// How sure it is that a text holds a full date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateForm {
    /// A year of four digits, or a month by name.
    Full,
    /// Three numbers of two digits, as in `12.05.21`; years of other eras; days of the year.
    ShortYear,
    /// A month of a year.
    Month,
}

/// The date that a text holds, if any: as a whole, with a time of day, or among other words.
pub(super) fn date_in(text: &str) -> Option<DateForm> {
    date_of(text).or_else(|| date_of(&plainly(text)?))
}

/// Without the apostrophe before a year (`'05`) and the word behind a day of birth (`生`); none if neither is there.
fn plainly(text: &str) -> Option<String> {
    let born = ["生まれ", "生", "생"].into_iter().find_map(|word| text.strip_suffix(word));
    let plain: String =
        born.unwrap_or(text).chars().filter(|c| !matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '`')).collect();
    (plain.len() < text.len()).then_some(plain)
}

fn date_of(text: &str) -> Option<DateForm> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() < 5 {
        return None;
    }
    if let Some(form) = east_asian(text) {
        return Some(form);
    }
    let mut lesser = None;
    for word in text.split(|c: char| c.is_whitespace() || "()[]{}<>,;T\"'=|".contains(c)) {
        if word.len() == 8 && word.is_ascii() && text.contains('T') && is_compact_year_first(word) {
            return Some(DateForm::Full);
        }
        match written_as_numbers(word) {
            Some(DateForm::Full) if word.len() < text.len() && is_version(word) => {}
            Some(DateForm::Full) => return Some(DateForm::Full),
            Some(form) if word.len() + 9 >= text.len() => lesser = Some(form),
            _ => {}
        }
    }
    let is_figures = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '/' | '-'));
    if is_figures && text.contains(' ') {
        let groups: Vec<&str> = text.split([' ', '.', '/', '-']).filter(|group| !group.is_empty()).collect();
        if let Some(form) = (groups.len() == 3).then(|| written_as_numbers(&groups.join("."))).flatten() {
            return Some(form);
        }
    }
    if has_three_groups(text) {
        return Some(DateForm::Full);
    }
    spelled_out(text).or(lesser).or_else(|| is_part_of_date(text).then_some(DateForm::Month))
}

/// Whether a day, a month and a year of two digits stand among words: `ja, 03.07.06`, `Rash 13Aug08`.
pub(super) fn hides_short_date(text: &str) -> bool {
    let is_short = |word: &str| written_as_numbers(word) == Some(DateForm::ShortYear) || is_run_on(word);
    text.contains(char::is_alphabetic) && text.split([' ', ',', ';', '(', ')']).any(is_short)
}

/// `13Aug08`.
fn is_run_on(word: &str) -> bool {
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let (before, after) = word.split_once(letters.as_str()).unwrap_or_default();
    !letters.is_empty()
        && is_month_name(&super::hint::fold(&letters))
        && number(before).is_some_and(|day| (1..=31).contains(&day))
        && after.len() == 2
        && number(after).is_some()
}

/// `2023.1.2` behind the name of a program.
fn is_version(word: &str) -> bool {
    word.split('.').count() == 3 && word.split('.').any(|part| part.len() == 1)
}

/// A year, a month and a day with any other sign between them: `2018|05|04`, `(2023, 5, 9)`, `28\05\2017`.
fn has_three_groups(text: &str) -> bool {
    let mut groups: Vec<(String, String)> = Vec::new();
    let mut sign = String::new();
    for letter in text.chars().take(80) {
        match groups.last_mut() {
            Some((_, digits)) if letter.is_ascii_digit() && sign.is_empty() => digits.push(letter),
            _ if letter.is_ascii_digit() => groups.push((std::mem::take(&mut sign), letter.to_string())),
            _ => sign.push(letter),
        }
    }
    groups.windows(3).any(|window| {
        let [(_, a), (first, b), (second, c)] = window else { return false };
        let is_sign = first == second
            && (1..=2).contains(&first.chars().count())
            && first.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '-' | '.'));
        let number = |text: &str| text.parse::<u32>().unwrap_or(0);
        let is_first = a.len() == 4 && b.len() == 2 && (1..=2).contains(&c.len()) && is_year(number(a));
        let is_last = c.len() == 4 && a.len() <= 2 && b.len() <= 2 && is_year(number(c)) && first != ":";
        is_sign
            && (is_first && is_day_and_month(number(b), number(c))
                || is_last && is_day_and_month(number(a), number(b)))
    })
}

fn is_year(number: u32) -> bool {
    (1850..=2099).contains(&number) || (2400..=2640).contains(&number)
}

/// A year of the Islamic calendars, by the moon or by the sun.
fn is_islamic_year(number: u32) -> bool {
    (1300..=1470).contains(&number)
}

/// Whether two numbers may be a day and a month, in either order.
fn is_day_and_month(a: u32, b: u32) -> bool {
    (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12)
}

/// `2020-05-12`, `12.5.2020`, `5/12/2020`, `12-MAY-2020`, `12.V.2020`, `2020-W20-2`, `12.05.20`, `H30.5.12`, `2020-05`.
fn written_as_numbers(word: &str) -> Option<DateForm> {
    let word = word.trim_end_matches(['.', '/', '-', ':']);
    let separator = word.chars().find(|c| matches!(c, '-' | '/' | '.' | '_'))?;
    let word = word.split_once(':').map_or(word, |(date, _)| date);
    let word = word.split_once('+').map_or(word, |(date, _)| date);
    let parts: Vec<&str> = word.split(separator).collect();
    match parts.as_slice() {
        [first, second, third] => three_parts([first, second, third], separator),
        [first, second] => two_parts(first, second),
        _ => None,
    }
}

/// The number of a part of at most four digits.
fn number(part: &str) -> Option<u32> {
    let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| part.parse().ok()).flatten()
}

fn three_parts([first, second, third]: [&str; 3], separator: char) -> Option<DateForm> {
    let full = |is_one: bool| is_one.then_some(DateForm::Full);
    let are_short = |a: &str, b: &str| a.len() <= 2 && b.len() <= 2;
    match (number(first), number(second), number(third)) {
        (Some(year), Some(month), Some(day)) if first.len() == 4 && are_short(second, third) => {
            full((is_year(year) || is_islamic_year(year)) && is_day_and_month(day, month))
        }
        (Some(a), Some(b), Some(year)) if third.len() == 4 && are_short(first, second) => {
            full((is_year(year) || is_islamic_year(year)) && is_day_and_month(a, b))
        }
        (Some(a), Some(b), Some(c)) => {
            let is_short = are_short(first, second) && third.len() == 2;
            let is_year_first = separator == '/'
                && first.len() == 2
                && are_short(second, third)
                && (1..=12).contains(&b)
                && (1..=31).contains(&c);
            let is_taiwanese = first.len() == 3 && (60..=140).contains(&a) && are_short(second, third);
            let fits = is_short && (is_day_and_month(a, b) || first.len() == 2 && is_day_and_month(b, c))
                || is_year_first
                || is_taiwanese && (1..=12).contains(&b) && (1..=31).contains(&c);
            // `8.6.7` is a version; `95.6.7` may have a year before a month and a day.
            let is_year = first.len() == 2 && (1..=12).contains(&b) && (1..=31).contains(&c);
            let fits = fits || is_year && are_short(second, third);
            (fits && (separator != '.' || third.len() == 2 || is_taiwanese || is_year))
                .then_some(DateForm::ShortYear)
        }
        (Some(day), None, Some(year)) if (1..=31).contains(&day) => {
            let fits = is_month(second) || is_roman_month(second);
            full(fits && (third.len() == 4 && is_year(year) || third.len() == 2))
        }
        (Some(year), None, Some(day)) if is_year(year) && (1..=31).contains(&day) => {
            let is_week =
                second.strip_prefix('W').is_some_and(|week| week.len() == 2 && week.parse::<u32>().is_ok());
            full(is_week || is_month(second))
        }
        (None, Some(month), Some(day)) if first.chars().count() <= 4 => {
            // Japan: the first letter of the era, or the era, and its year.
            let mut letters = first.chars();
            let is_era = letters.next().is_some_and(|letter| "MTSHRmtshr".contains(letter));
            let is_counted = number(letters.as_str()).is_some_and(|year| (1..=64).contains(&year));
            let era =
                ["明治", "大正", "昭和", "平成", "令和"].into_iter().find_map(|era| first.strip_prefix(era));
            let (is_era, is_counted) = match era.and_then(number) {
                Some(year) => (true, (1..=64).contains(&year)),
                None => (is_era, is_counted),
            };
            let is_date = is_era && is_counted && (1..=12).contains(&month) && (1..=31).contains(&day);
            if is_date { Some(DateForm::ShortYear) } else { unknown_part([first, second, third]) }
        }
        _ => unknown_part([first, second, third]),
    }
}

/// `2020-05`, `05/2020`, `2020-133`.
fn two_parts(first: &str, second: &str) -> Option<DateForm> {
    let is_month =
        |part: &str| part.len() <= 2 && number(part).is_some_and(|month| (1..=12).contains(&month));
    let is_year =
        |part: &str| part.len() == 4 && number(part).is_some_and(|year| (1900..=2099).contains(&year));
    let is_day_of_year =
        second.len() == 3 && number(second).is_some_and(|day| (1..=366).contains(&day)) && is_year(first);
    if is_day_of_year {
        return Some(DateForm::ShortYear);
    }
    (is_year(first) && is_month(second) || is_month(first) && is_year(second)).then_some(DateForm::Month)
}

/// `UN/05/2020`, `2020-05-XX`: a month of a year beside a part that is not known.
fn unknown_part(parts: [&str; 3]) -> Option<DateForm> {
    let known: Vec<&str> = parts.into_iter().filter(|part| number(part).is_some()).collect();
    let others_are_unknown = parts.iter().filter(|part| number(part).is_none()).all(|part| {
        part.len() <= 3 && part.chars().all(|c| matches!(c, 'U' | 'N' | 'K' | 'X' | 'x' | '?' | '_'))
    });
    match known.as_slice() {
        [first, second] if others_are_unknown => two_parts(first, second),
        _ => None,
    }
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
            "2020. 05. 12.",
            "12 05 2020",
            "1399/02/23",
            "12 V 2020",
            "12 ม.ค. 2563",
            "ngày 12 tháng 5 năm 2020",
            "2020 m. gegužės 12 d.",
            "12 May '20",
            "seen on 2020-05-12 at home",
            "seen on 12 March 2020, well",
        ] {
            assert_eq!(date_in(text), Some(DateForm::Full), "{text}");
        }
        for text in ["12.05.20", "05/12/20", "12-05-20", "5.3.20", "H30.5.12", "109/05/12", "2020-133"] {
            assert_eq!(date_in(text), Some(DateForm::ShortYear), "{text}");
        }
        for text in ["2020-05", "05/2020", "May 2020", "UN-MAY-2020", "2020-05-XX", "2020年5月"] {
            assert_eq!(date_in(text), Some(DateForm::Month), "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "4.0.3",
            "1.2.3.4",
            "2020",
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
