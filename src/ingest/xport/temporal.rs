//! Which SAS formats show a number as a date, a time of day or both.

use super::super::frame::Temporal;

const DATES: &[&str] = &[
    "DATE", "DAY", "DDMMYY", "DOWNAME", "B8601DA", "E8601DA", "IS8601DA", "JULDAY", "JULIAN", "MMDDYY",
    "MMYY", "MONNAME", "MONTH", "MONYY", "PDJULG", "PDJULI", "QTR", "QTRR", "WEEKDATE", "WEEKDATX",
    "WEEKDAY", "WEEKU", "WEEKV", "WEEKW", "WORDDATE", "WORDDATX", "YEAR", "YYMM", "YYMMDD", "YYMON", "YYQ",
    "YYQR", "YYQZ",
];
const DATETIMES: &[&str] = &[
    "DATETIME", "DATEAMPM", "DTDATE", "DTMONYY", "DTWKDATX", "DTYEAR", "DTYYQC", "B8601DN", "B8601DT",
    "B8601DX", "B8601DZ", "B8601LX", "E8601DN", "E8601DT", "E8601DX", "E8601DZ", "E8601LX", "IS8601DN",
    "IS8601DT", "IS8601DZ", "MDYAMPM",
];
const TIMES: &[&str] = &[
    "TIME", "TIMEAMPM", "TOD", "HHMM", "HOUR", "MMSS", "B8601LZ", "B8601TM", "B8601TZ", "E8601LZ", "E8601TM",
    "E8601TZ", "IS8601LZ", "IS8601TM", "IS8601TZ",
];
/// `DDMMYYP10.` is `DDMMYY10.` with points: these formats may end in the letter of a separator.
const WITH_SEPARATOR: &[&str] = &["DDMMYY", "MMDDYY", "MMYY", "YYMM", "YYMMDD", "YYQ", "YYQR"];
/// Formats of the session's language come in many widths of words.
const FAMILIES: [(&str, Temporal); 3] =
    [("NLDATM", Temporal::DateTime), ("NLDAT", Temporal::Date), ("NLTIM", Temporal::Time)];

/// The calendar meaning of a format; its name may carry a width (`DATE9.`).
///
/// A study's own formats begin like these too (`WEEKS.`, `TIMEPT.`), so that only whole names count.
pub(crate) fn of_format(format: &str) -> Option<Temporal> {
    let name = format.to_ascii_uppercase();
    let name = name.trim_end_matches(|c: char| c == '.' || c.is_ascii_digit());
    if let Some((_, temporal)) = FAMILIES.iter().find(|(family, _)| name.starts_with(family)) {
        return Some(*temporal);
    }
    // The formats of other languages: DEUDFDD, FRADFDT, ...
    if let Some((_, rest)) = name.split_at_checked(3).filter(|(_, rest)| rest.starts_with("DF")) {
        return Some(if rest == "DFDT" { Temporal::DateTime } else { Temporal::Date });
    }
    let bare = name.strip_suffix(['B', 'C', 'D', 'N', 'P', 'S']).filter(|bare| WITH_SEPARATOR.contains(bare));
    let name = bare.unwrap_or(name);
    [(DATES, Temporal::Date), (DATETIMES, Temporal::DateTime), (TIMES, Temporal::Time)]
        .into_iter()
        .find(|(names, _)| names.contains(&name))
        .map(|(_, temporal)| temporal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_dates_from_numbers() {
        use Temporal::{Date, DateTime, Time};
        for (format, expected) in [
            ("DATE", Some(Date)),
            ("DATE9.", Some(Date)),
            ("date9", Some(Date)),
            ("E8601DA", Some(Date)),
            ("E8601DA10.", Some(Date)),
            ("YYMMDD10.", Some(Date)),
            ("DDMMYYP10.", Some(Date)),
            ("MMDDYY", Some(Date)),
            ("MONYY7.", Some(Date)),
            ("WORDDATX", Some(Date)),
            ("DATETIME", Some(DateTime)),
            ("DATETIME20.", Some(DateTime)),
            ("E8601DT", Some(DateTime)),
            ("IS8601DT", Some(DateTime)),
            ("NLDATM", Some(DateTime)),
            ("DEUDFDT", Some(DateTime)),
            ("FRADFDD", Some(Date)),
            ("TIME8.", Some(Time)),
            ("TOD", Some(Time)),
            ("HHMM", Some(Time)),
            ("", None),
            ("BEST12.", None),
            ("8.2", None),
            ("F", None),
            ("COMMA", None),
            ("PERCENT", None),
            ("Z5.", None),
            ("WEEKS.", None),
            ("TIMEPT.", None),
            ("DATEFL", None),
            ("YNDF", None),
        ] {
            assert_eq!(of_format(format), expected, "{format}");
        }
    }
}
