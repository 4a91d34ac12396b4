//! Parts of dates: a quarter, a week, a month or a season of a year, a day of a month.

use std::sync::LazyLock;

use regex::RegexSet;

use super::super::hint::fold;
use super::spelled::is_month_name;

const YEAR: &str = r"(19|20)\d\d";
/// Folded; YEAR and YY stand for a year of four digits, and for one of two or four.
const FORMS: &[&str] = &[
    r"YEAR[-/ .]*[qt][1-4]|[qt][1-4][-/ .,\']*YY|[1-4]\.? ?(quartal|quarter|trimestre|kwarta[lł]|kvartal|trim\.?) ?(of |de )?YEAR",
    r"(1st|2nd|3rd|4th|first|second|third|fourth) (quarter|half)( of)? YEAR|h[12][-/ ]?YEAR|YEAR[-/ ]?h[12]|[12]\. halbjahr YEAR",
    r"YEAR[-/ ]?w[-/ ]?\d\d(-?\d)?|w\d\d[-/ ]YY",
    r"(kw|cw|week|wk|sem\.?|semaine|semana|settimana|uge|uke|vecka|v\.?|woche|tydzien|hafta|nedelya) ?\d{1,2}([-/ ,.]+|( of| de| del)? )YY",
    r"YEAR ?m ?\d\d|m\d\d[-/ ]YEAR",
    r"(early |mid[- ]?|late )?(spring|summer|autumn|fall|winter|fruhling|fruhjahr|sommer|herbst|printemps|ete|automne|hiver|primavera|verano|otono|invierno|estate|autunno|inverno|lente|zomer|herfst|easter|christmas|xmas|new year|ostern|weihnachten|pfingsten|noel|paques|navidad|natale|ramadan|thanksgiving)[ ,/\'-]*(of |de )?YY(/\d\d)?",
    r"YEAR[ -](spring|summer|autumn|fall|winter|fruhjahr|sommer|herbst|printemps|ete|automne|hiver)",
    r"([a-z]{2,10}\.?,? )?\d\d?\.\d\d?\.|--?\d\d-\d\d",
    r"(fy|sy|gj|hj|ex) ?YY([-/ ]*[qth][1-4])?|[qth][1-4][-/ ]*fy ?YY",
];

static SET: LazyLock<Option<RegexSet>> = LazyLock::new(|| {
    let form = |form: &&str| {
        let years = form.replace("YEAR", YEAR).replace("YY", &format!("({YEAR}|\\d\\d)"));
        format!("^(?:{years})$")
    };
    RegexSet::new(FORMS.iter().map(form)).ok()
});

/// Whether a text is a part of a date that is less than a year.
pub(super) fn is_part_of_date(text: &str) -> bool {
    if text.chars().count() > 40 {
        return false;
    }
    let folded = fold(text);
    is_padded_pair(&folded)
        || SET.as_ref().is_some_and(|set| set.is_match(&folded))
        || is_month_with_number(&folded)
}

/// `05/23`, `28/10`: two digits each, one of them a month, and with it a day or a year.
fn is_padded_pair(text: &str) -> bool {
    let Some((first, second)) = text.split_once('/') else { return false };
    let number = |part: &str| (part.len() == 2).then(|| part.parse::<u32>().ok()).flatten();
    match (number(first), number(second)) {
        (Some(a), Some(b)) => (1..=12).contains(&a) || (1..=12).contains(&b) && (1..=31).contains(&a),
        _ => false,
    }
}

/// A month by its name and one number, of a day or a year; a weekday, a time of day or a word may stand beside.
fn is_month_with_number(folded: &str) -> bool {
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let numbers: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let is_time = numbers.len() == 3 && folded.contains(':');
    (1..=3).contains(&words.len())
        && words.iter().filter(|word| is_month_name(word)).count() == 1
        && (numbers.len() == 1 || is_time)
        && numbers[0].len() != 3
        && numbers[0].len() <= 4
}

#[cfg(test)]
mod tests {
    use super::is_part_of_date;

    #[test]
    fn parts_of_dates() {
        for text in [
            "2020Q2",
            "Q2 2020",
            "2. Quartal 2020",
            "2020-W20",
            "KW 20/2020",
            "week 20 of 2020",
            "2020M05",
            "Feb-08",
            "10 Jan",
            "January 02",
            "Apr 03 13:38",
            "late May 2023",
            "spring 2019",
            "Easter 2018",
            "15.11.",
            "--10-20",
            "05/23",
            "28/10",
            "Thursday, February 2018",
        ] {
            assert!(is_part_of_date(text), "{text}");
        }
        for text in [
            "13/28",
            "46/1",
            "Week 17",
            "Marker 12",
            "D28",
            "ASH 2019",
            "Cycle 3 Day 15",
            "W12",
            "2019",
            "Q4",
        ] {
            assert!(!is_part_of_date(text), "{text}");
        }
    }
}
