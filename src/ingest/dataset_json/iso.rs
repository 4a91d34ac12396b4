//! ISO 8601 dates and times as the numbers that SAS keeps: from 1960-01-01.

use super::super::frame::Temporal;
use super::super::frame::growing::whole;

const SECONDS_PER_DAY: f64 = 86_400.0;
/// Days from 1960-01-01 to 1970-01-01.
const DECADE: i64 = 3653;

/// Days (of a date) or seconds (of the others); none if the text is no complete date or time.
pub(super) fn number(text: &str, temporal: Temporal) -> Option<f64> {
    match temporal {
        Temporal::Date => days(text),
        Temporal::Time => seconds(text),
        Temporal::DateTime => {
            let (date, time) = text.split_once('T')?;
            Some(days(date)? * SECONDS_PER_DAY + seconds(time)?)
        }
    }
}

/// The reverse of [`number`]; none beyond the years 1 to 9999 and for parts of a second or a day.
pub(super) fn text(number: f64, temporal: Temporal) -> Option<String> {
    let seconds =
        |seconds: i64| format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let number = whole(number)?;
    match temporal {
        Temporal::Date => date(number),
        Temporal::Time => (0..86_400).contains(&number).then(|| seconds(number)),
        Temporal::DateTime => {
            let day = date(number.div_euclid(86_400))?;
            Some(format!("{day}T{}", seconds(number.rem_euclid(86_400))))
        }
    }
}

/// The date of a day from 1960-01-01.
fn date(days: i64) -> Option<String> {
    if !(-715_509..=2_936_549).contains(&days) {
        return None;
    }
    // Days from 0000-03-01; 400 years have 146097 days.
    let days = days + 719_468 - DECADE;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// `2014-01-02`.
fn days(text: &str) -> Option<f64> {
    let (year, month, day) = parts(text, '-', [4, 2, 2])?;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    // Years that begin in March end with the leap day.
    let year = if month > 2 { year } else { year - 1 };
    let month = (month + 9) % 12;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let since_0000_03_01 = year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1;
    // 1970-01-01 is day 719468 of this count.
    Some((since_0000_03_01 - 719_468 + DECADE) as f64)
}

/// `03:04`, `03:04:05`, `03:04:05.25`; no time zone.
fn seconds(text: &str) -> Option<f64> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, digits)) if whole.len() == 8 && is_number(digits) => {
            (whole, format!("0.{digits}").parse().ok()?)
        }
        Some(_) => return None,
        None => (text, 0.0),
    };
    let whole = if whole.len() == 5 { format!("{whole}:00") } else { whole.to_owned() };
    let (hour, minute, second) = parts(&whole, ':', [2, 2, 2])?;
    let is_time = hour < 24 && minute < 60 && second < 60;
    is_time.then_some((hour * 3600 + minute * 60 + second) as f64 + fraction)
}

/// Three numbers of these many digits.
fn parts(text: &str, separator: char, digits: [usize; 3]) -> Option<(i64, i64, i64)> {
    let mut parts = text
        .split(separator)
        .zip(digits)
        .map(|(part, digits)| if part.len() == digits && is_number(part) { part.parse().ok() } else { None });
    let three = (parts.next()??, parts.next()??, parts.next()??);
    (text.len() == digits.iter().sum::<usize>() + 2).then_some(three)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_from_1960() {
        for (text, days) in [
            ("1960-01-01", Some(0.0)),
            ("1959-12-31", Some(-1.0)),
            ("1970-01-01", Some(3653.0)),
            ("2014-01-02", Some(19_725.0)),
            ("2000-02-29", Some(14_669.0)),
            ("1900-03-01", Some(-21_855.0)),
            ("1582-10-15", Some(-137_774.0)),
            ("2013-02-29", None),
            ("1900-02-29", None),
            ("2014-13-01", None),
            ("2014-00-01", None),
            ("2014-01-00", None),
            ("2014-04-31", None),
            ("2014-01", None),
            ("2014-1-2", None),
            ("20140102", None),
            ("2014-01-02T", None),
            ("2014-01-02-03", None),
            ("+014-01-02", None),
            ("", None),
        ] {
            assert_eq!(number(text, Temporal::Date), days, "{text}");
        }
    }

    #[test]
    fn times_are_seconds() {
        for (text, seconds) in [
            ("00:00:00", Some(0.0)),
            ("03:04:05", Some(11_045.0)),
            ("03:04", Some(11_040.0)),
            ("23:59:59.5", Some(86_399.5)),
            ("24:00:00", None),
            ("03:60:00", None),
            ("03:04:05Z", None),
            ("03:04.5", None),
            ("3:04:05", None),
        ] {
            assert_eq!(number(text, Temporal::Time), seconds, "{text}");
        }
        let moment = |text| number(text, Temporal::DateTime);
        assert_eq!(moment("1960-01-02T00:00:01"), Some(86_401.0));
        assert_eq!(moment("2014-01-02T03:04:05"), Some(19_725.0 * 86_400.0 + 11_045.0));
        assert_eq!(moment("2014-01-02 03:04:05"), None);
        assert_eq!(moment("2014-01-02"), None);
    }

    #[test]
    fn what_is_written_reads_back() {
        for day in (-715_000..2_936_550).step_by(997).chain(-800..800) {
            let day = f64::from(day);
            let text = text(day, Temporal::Date).unwrap();
            assert_eq!(number(&text, Temporal::Date), Some(day), "{text}");
        }
        for seconds in [0.0, 86_399.0, -1.0, 1_704_251_045.0] {
            let text = text(seconds, Temporal::DateTime).unwrap();
            assert_eq!(number(&text, Temporal::DateTime), Some(seconds), "{text}");
        }
        assert_eq!(text(-715_508.0, Temporal::Date).as_deref(), Some("0001-01-02"));
        assert_eq!(text(2_936_550.0, Temporal::Date), None);
        assert_eq!(text(0.5, Temporal::Date), None);
        assert_eq!(text(11_045.0, Temporal::Time).as_deref(), Some("03:04:05"));
        assert_eq!(text(86_400.0, Temporal::Time), None);
    }
}
