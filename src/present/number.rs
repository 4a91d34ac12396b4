//! How numbers are shown: rounding, percent, p-values, intervals and words for what is missing.

use std::borrow::Cow;

use crate::analysis::ard::{Reason, Row};
use crate::domain::Convention;
use crate::domain::convention::Rounding;

/// A number with the way in which its halves are rounded; a plain number rounds them away from zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Figure {
    pub(crate) value: f64,
    rounding: Rounding,
}

impl From<f64> for Figure {
    fn from(value: f64) -> Self {
        Self { value, rounding: Rounding::default() }
    }
}

impl Figure {
    /// The value of a row, rounded by the convention that its method names.
    pub(crate) fn of(row: &Row) -> Option<Self> {
        let rounding = convention(&row.method).map(Convention::rounding).unwrap_or_default();
        row.value.map(|value| Self { value, rounding })
    }

    /// The same in a unit so many times as large.
    pub(crate) fn per(self, unit: f64) -> Self {
        Self { value: self.value / unit, ..self }
    }
}

/// The convention that a method text names.
pub(crate) fn convention(method: &str) -> Option<Convention> {
    method.rsplit(';').find_map(|part| Convention::named(part.trim().strip_prefix("profile ")?))
}

/// A number with so many decimals, rounded half away from zero on its decimal value.
///
/// # Definition
/// The value is first written with 12 significant digits, so that what differs from a half by
/// the noise of binary fractions only (0.145, or 1 - 0.9375) is rounded as a half; then the
/// digits are rounded half away from zero, as SAS does and clinical tables expect.
///
/// # Edge cases
/// Zero has no sign, whatever was rounded to it.
pub(crate) fn decimal(value: impl Into<Figure>, places: usize) -> String {
    shifted(value.into(), places, 0)
}

/// A share from 0 to 1 in percent with one decimal, without the sign.
pub(crate) fn percent(share: impl Into<Figure>) -> String {
    shifted(share.into(), 1, 2)
}

/// A p-value: two decimals from 0.01, three from 0.001, then `<0.001`.
pub(crate) fn p_value(p: impl Into<Figure>) -> String {
    let p = p.into();
    if p.value < 0.001 {
        "<0.001".to_owned()
    } else if p.value < 0.01 {
        decimal(p, 3)
    } else {
        decimal(p, 2)
    }
}

/// A p-value within a sentence: `p = 0.03`, `p < 0.001`.
pub(crate) fn p_phrase(p: impl Into<Figure>) -> String {
    let text = p_value(p);
    match text.strip_prefix('<') {
        Some(bound) => format!("p < {bound}"),
        None => format!("p = {text}"),
    }
}

/// What stands where a value is missing.
pub fn missing(reason: Reason) -> &'static str {
    match reason {
        Reason::NotReached => "NR",
        Reason::NoEvents => "–",
        Reason::NotEstimable | Reason::Singular | Reason::NotConverged | Reason::MonotoneLikelihood => "NE",
        Reason::BeyondFollowup => "NA*",
        Reason::Suppressed => "hidden",
        Reason::NotApplicable => "not applicable",
    }
}

/// Why a value is missing, within a sentence: `Log-rank: not estimable`.
pub(super) fn missing_phrase(row: &Row) -> &'static str {
    match row.reason.unwrap_or(Reason::NotEstimable) {
        Reason::Suppressed => "hidden",
        Reason::NotApplicable => "not applicable",
        Reason::NoEvents => "no events so far",
        Reason::NotReached => "not reached",
        Reason::BeyondFollowup => "beyond the last follow-up",
        Reason::Singular => "singular",
        Reason::NotConverged => "not converged",
        Reason::MonotoneLikelihood => "monotone likelihood",
        Reason::NotEstimable => "not estimable",
    }
}

/// The words that stand for missing values, with what they mean.
pub(super) const LEGEND: &[(&str, &str)] = &[
    ("NR", "not reached"),
    ("NE", "not estimable"),
    ("–", "no events so far, therefore no interval"),
    ("NA*", "not available: the time is beyond the last follow-up"),
    ("hidden", "suppressed, because of small counts or because they could be worked out from it"),
];

/// The level of the intervals that a method text names, e.g. `95%`.
pub fn level(method: &str) -> Option<String> {
    let mut settings = method.split(';').map(str::trim);
    let level: f64 = settings.find_map(|setting| setting.strip_prefix("level "))?.trim().parse().ok()?;
    let text = shifted(level.into(), 6, 2);
    Some(format!("{}%", text.trim_end_matches('0').trim_end_matches('.')))
}

/// The value of a row, or the word for why there is none; nothing where there is no row.
pub(super) fn shown(row: Option<&Row>, show: impl Fn(Figure) -> String) -> Cow<'static, str> {
    match row {
        None => Cow::Borrowed(""),
        Some(row) => match Figure::of(row) {
            Some(figure) => Cow::Owned(show(figure)),
            None => Cow::Borrowed(missing(row.reason.unwrap_or(Reason::NotEstimable))),
        },
    }
}

/// A pair of limits in brackets: `(8.0, NR)`. That there is no interval is said once: `(–)`; no rows, and limits that
/// are both hidden, give nothing.
pub(super) fn interval(
    low: Option<&Row>,
    high: Option<&Row>,
    show: impl Fn(Figure) -> String,
) -> Option<String> {
    let hidden = |row: Option<&Row>| row.is_some_and(Row::is_suppressed);
    if (low.is_none() && high.is_none()) || (hidden(low) && hidden(high)) {
        return None;
    }
    let (low_text, high_text) = (shown(low, &show), shown(high, &show));
    let valued = |row: Option<&Row>| row.is_some_and(|row| row.value.is_some());
    let reached = low_text != missing(Reason::NotReached);
    if reached && !valued(low) && !valued(high) && low_text == high_text {
        return Some(format!("({low_text})"));
    }
    Some(format!("({low_text}, {high_text})"))
}

/// Digits of the value times ten to the power of `shift`, rounded to so many decimals.
fn shifted(Figure { value, rounding }: Figure, places: usize, shift: i32) -> String {
    if !value.is_finite() {
        return missing(Reason::NotEstimable).to_owned();
    }
    let scientific = format!("{:.11e}", value.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
    // The value is 0.d1 d2 d3 ... times ten to the power of `point`.
    let point = exponent.parse::<i32>().unwrap_or(0) + 1 + shift;
    let places_wanted = i32::try_from(places).unwrap_or(i32::MAX);
    let digit_at =
        |place: i32| usize::try_from(place).ok().and_then(|at| digits.get(at)).copied().unwrap_or(0);
    let first = point.min(0);
    let last = point.saturating_add(places_wanted);
    let mut kept: Vec<u8> = (first..last).map(digit_at).collect();
    let tie = digit_at(last) == 5 && (last + 1..=12).all(|place| digit_at(place) == 0);
    let even = digit_at(last - 1).is_multiple_of(2);
    let up = digit_at(last) >= 5 && !(tie && even && rounding == Rounding::HalfEven);
    if up && last >= first {
        carry(&mut kept);
    }
    let whole_digits = kept.len().saturating_sub(places);
    let (whole, fraction) = kept.split_at(whole_digits);
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
    let whole = text(whole);
    let whole = whole.trim_start_matches('0');
    let sign = if value < 0.0 && kept.iter().any(|digit| *digit > 0) { "-" } else { "" };
    let point = if places > 0 { "." } else { "" };
    format!("{sign}{}{point}{:0>places$}", if whole.is_empty() { "0" } else { whole }, text(fraction))
}

/// Adds one in the last place.
fn carry(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return;
        }
        *digit = 0;
    }
    digits.insert(0, 1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_on_the_decimal_value() {
        assert_eq!(decimal(0.145, 2), "0.15");
        assert_eq!(decimal(2.5, 0), "3");
        assert_eq!(decimal(-2.5, 0), "-3");
        assert_eq!(decimal(1.005, 2), "1.01");
        assert_eq!(decimal(0.05, 1), "0.1");
        assert_eq!(decimal(9.95, 1), "10.0");
        assert_eq!(decimal(99.999, 1), "100.0");
        assert_eq!(decimal(0.004, 1), "0.0");
        assert_eq!(decimal(0.6, 0), "1");
        assert_eq!(decimal(0.04, 0), "0");
        assert_eq!(decimal(0.5, 0), "1");
        assert_eq!(decimal(123_456.0, 0), "123456");
        assert_eq!(decimal(0.0, 1), "0.0");
        assert_eq!(decimal(-0.001, 1), "0.0");
        assert_eq!(decimal(1e-30, 3), "0.000");
        assert_eq!(decimal(1e15, 1), "1000000000000000.0");
    }

    #[test]
    fn noise_of_binary_fractions_does_not_round_down() {
        assert_eq!(percent(0.1 + 0.0205), "12.1");
        assert_eq!(percent(1.0 - 0.9375), "6.3");
        assert_eq!(percent(0.3335), "33.4");
        assert_eq!(percent(0.063_499_999_999_999_97), "6.4");
        assert_eq!(percent(0.06349), "6.3");
        assert_eq!(percent(1.0), "100.0");
        assert_eq!(percent(0.0), "0.0");
        assert_eq!(percent(0.000_5), "0.1");
        assert_eq!(percent(0.000_49), "0.0");
        assert_eq!(percent(0.9996), "100.0");
    }

    #[test]
    fn agrees_with_exact_arithmetic_on_all_thousandths() {
        for thousandths in 0..=1000_u32 {
            let tenths = thousandths / 10 + u32::from(thousandths % 10 >= 5);
            let text = decimal(f64::from(thousandths) / 1000.0, 2);
            assert_eq!(text, format!("{}.{:02}", tenths / 100, tenths % 100));
        }
    }

    #[test]
    fn halves_go_to_the_even_neighbour_by_the_convention_of_r() {
        let row =
            |value| Row { method: "Wilson interval; level 0.95; profile r".into(), ..row(Some(value), None) };
        let even = |value: f64, places| decimal(Figure::of(&row(value)).unwrap(), places);
        // R: round(x, d)
        for (value, places, text) in [
            (0.5, 0, "0"),
            (1.5, 0, "2"),
            (2.5, 0, "2"),
            (-2.5, 0, "-2"),
            (0.15, 1, "0.2"),
            (0.25, 1, "0.2"),
            (0.35, 1, "0.4"),
            (2.675, 2, "2.68"),
            (0.145, 2, "0.14"),
            (0.1451, 2, "0.15"),
            (0.05, 0, "0"),
            (9.5, 0, "10"),
            (0.125, 2, "0.12"),
            (99.95, 1, "100.0"),
            (1e-30, 3, "0.000"),
        ] {
            assert_eq!(even(value, places), text, "{value}");
        }
        assert_eq!(shown(Some(&row(0.0625)), percent), "6.2");
        assert_eq!(decimal(2.5, 0), "3");
    }

    #[test]
    fn p_values() {
        for (p, text) in [
            (0.5, "0.50"),
            (0.045, "0.05"),
            (0.01, "0.01"),
            (0.0099, "0.010"),
            (0.003_12, "0.003"),
            (0.001, "0.001"),
            (0.000_999, "<0.001"),
            (1e-300, "<0.001"),
            (0.0, "<0.001"),
            (1.0, "1.00"),
        ] {
            assert_eq!(p_value(p), text);
        }
        assert_eq!(p_phrase(0.03), "p = 0.03");
        assert_eq!(p_phrase(1e-9), "p < 0.001");
    }

    #[test]
    fn the_level_follows_the_method() {
        assert_eq!(
            level("Kaplan-Meier; interval log-log; level 0.95; variance Greenwood").as_deref(),
            Some("95%")
        );
        assert_eq!(level("Wilson interval; level 0.9").as_deref(), Some("90%"));
        assert_eq!(level("Wilson interval; level 0.995").as_deref(), Some("99.5%"));
        assert_eq!(level("Log-rank test"), None);
    }

    fn row(value: Option<f64>, reason: Option<Reason>) -> Row {
        Row {
            analysis_id: "os".into(),
            analysis: "km".into(),
            population: None,
            comparison: None,
            endpoint: None,
            group: crate::domain::Group::everybody().into(),
            cause: None,
            term: None,
            time: None,
            time_unit: None,
            stat: "median".into(),
            value,
            reason,
            method: "".into(),
        }
    }

    #[test]
    fn missing_limits_have_words() {
        let twelve = row(Some(12.1), None);
        let eight = row(Some(8.0), None);
        let never = row(None, Some(Reason::NotReached));
        let none = row(None, Some(Reason::NoEvents));
        let show = |value| decimal(value, 1);
        assert_eq!(shown(Some(&twelve), show), "12.1");
        assert_eq!(shown(Some(&never), show), "NR");
        assert_eq!(shown(None, show), "");
        assert_eq!(interval(Some(&eight), Some(&never), show).as_deref(), Some("(8.0, NR)"));
        assert_eq!(interval(Some(&none), Some(&none), show).as_deref(), Some("(–)"));
        assert_eq!(interval(Some(&never), Some(&never), show).as_deref(), Some("(NR, NR)"));
        assert_eq!(interval(None, None, show), None);
        let hidden = row(None, Some(Reason::Suppressed));
        assert_eq!(interval(Some(&hidden), Some(&hidden), show), None);
        assert_eq!(shown(Some(&hidden), show), "hidden");
        assert_eq!(missing_phrase(&hidden), "hidden");
        assert_eq!(missing_phrase(&row(None, Some(Reason::NotEstimable))), "not estimable");
    }
}
