//! Units in which times in days are shown.

use super::number::{Figure, decimal};

/// Days in a year.
pub(super) const DAYS_PER_YEAR: f64 = 365.25;
/// Days in a month.
const DAYS_PER_MONTH: f64 = 30.4375;

/// A unit of time for people; that of the axis of the chart of the same length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeUnit {
    Days,
    Months,
    Years,
    /// In a unit that nobody named.
    Plain,
}

impl TimeUnit {
    /// The unit that suits times up to this one.
    pub(super) fn for_horizon(days: f64) -> Self {
        if days <= 125.0 {
            Self::Days
        } else if days <= 1100.0 {
            Self::Months
        } else {
            Self::Years
        }
    }

    /// Its name, in the plural.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Months => "months",
            Self::Years => "years",
            Self::Plain => "",
        }
    }

    /// A time in this unit, with one decimal (days: none).
    pub(super) fn show(self, days: impl Into<Figure>) -> String {
        let days = days.into();
        match self {
            Self::Days => decimal(days, usize::from(days.value.fract() != 0.0)),
            Self::Months => decimal(days.per(DAYS_PER_MONTH), 1),
            Self::Years => decimal(days.per(DAYS_PER_YEAR), 1),
            Self::Plain => plain(days),
        }
    }
}

/// A time in no known unit: the smaller, the more decimals, without idle zeros.
fn plain(time: Figure) -> String {
    let places = if time.value >= 100.0 { 1 } else { 3 };
    decimal(time, places).trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_shown_in_their_unit() {
        assert_eq!(TimeUnit::for_horizon(100.0), TimeUnit::Days);
        assert_eq!(TimeUnit::for_horizon(730.0), TimeUnit::Months);
        assert_eq!(TimeUnit::for_horizon(1826.0), TimeUnit::Years);
        assert_eq!(TimeUnit::Days.show(17.0), "17");
        assert_eq!(TimeUnit::Months.show(368.3), "12.1");
        assert_eq!(TimeUnit::Years.show(913.125), "2.5");
        assert_eq!(TimeUnit::Plain.show(418.0), "418");
        assert_eq!(TimeUnit::Plain.show(0.3334), "0.333");
    }
}
