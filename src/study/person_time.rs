//! Person-time as a statistician writes it: `100py`.

use super::horizon::DAYS_PER_YEAR;

/// So many patient-years, in days, and how they are called.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonTime {
    /// Days: a year has 365.25.
    pub days: f64,
    /// `100 patient-years`.
    pub label: String,
}

impl PersonTime {
    /// Reads `100py`; none where the text is no such time.
    ///
    /// # Examples
    /// ```
    /// use engraft::study::PersonTime;
    /// assert_eq!(PersonTime::parse("100py").map(|time| time.days), Some(36525.0));
    /// assert_eq!(PersonTime::parse("100"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let years: f64 = text.trim().strip_suffix("py")?.trim().parse().ok()?;
        let label = if (years - 1.0).abs() < f64::EPSILON { "patient-year" } else { "patient-years" };
        (years.is_finite() && years > 0.0)
            .then(|| Self { days: years * DAYS_PER_YEAR, label: format!("{years} {label}") })
    }
}
