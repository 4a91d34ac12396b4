//! Times as a statistician writes them: `d100`, `6m`, `1y`, or a number of days.

use std::fmt;

use super::raw::Placed;

/// Days in a year.
pub const DAYS_PER_YEAR: f64 = 365.25;
/// Days in a month.
pub const DAYS_PER_MONTH: f64 = 30.4375;

/// A time after transplant, in days, with the text it was written as.
///
/// Whole years are 365, 730, 1096, ... : 365.25 days each, cut to the whole day.
#[derive(Debug, Clone, PartialEq)]
pub struct Horizon {
    /// Days.
    pub days: f64,
    /// As shown to people: `d100`, `1 y`.
    pub label: String,
}

impl Horizon {
    /// Reads `d100`, `100`, `6m`, `1y`; none where the text is not such a time.
    ///
    /// # Examples
    /// ```
    /// use engraft::study::Horizon;
    /// assert_eq!(Horizon::parse("1y").map(|h| h.days), Some(365.0));
    /// assert_eq!(Horizon::parse("d100").map(|h| h.days), Some(100.0));
    /// assert_eq!(Horizon::parse("soon"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let number = |digits: &str| digits.trim().parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
        let (days, label) = if let Some(rest) = text.strip_prefix('d') {
            (number(rest)?, format!("d{}", rest.trim()))
        } else if let Some(rest) = text.strip_suffix('y') {
            ((number(rest)? * DAYS_PER_YEAR).floor(), format!("{} y", rest.trim()))
        } else if let Some(rest) = text.strip_suffix('m') {
            ((number(rest)? * DAYS_PER_MONTH).floor(), format!("{} mo", rest.trim()))
        } else {
            (number(text)?, format!("d{text}"))
        };
        Some(Self { days, label })
    }

    /// The days of a time of the study file; none where the text is no time.
    pub fn days_of(time: &Placed) -> Option<f64> {
        Self::parse(time.get_ref()).map(|time| time.days)
    }
}

impl fmt::Display for Horizon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}
