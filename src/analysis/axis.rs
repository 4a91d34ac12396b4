//! At which times the numbers at risk are told: the breaks of the chart's axis.

use crate::study::horizon::{DAYS_PER_MONTH, DAYS_PER_YEAR};

/// Most steps between 0 and the horizon.
const MOST_STEPS: f64 = 8.0;

/// Steps in days that people read: days, then months, then years.
const STEPS: [f64; 14] = [
    1.0,
    2.0,
    5.0,
    7.0,
    10.0,
    14.0,
    20.0,
    DAYS_PER_MONTH,
    2.0 * DAYS_PER_MONTH,
    3.0 * DAYS_PER_MONTH,
    6.0 * DAYS_PER_MONTH,
    DAYS_PER_YEAR,
    2.0 * DAYS_PER_YEAR,
    5.0 * DAYS_PER_YEAR,
];

/// Breaks of a time axis from 0 to `horizon` days, at most nine of them.
pub fn breaks(horizon: f64) -> Vec<f64> {
    let step = STEPS.into_iter().find(|step| horizon / step <= MOST_STEPS).unwrap_or(10.0 * DAYS_PER_YEAR);
    let mut times = vec![0.0];
    let mut count = 1.0;
    // A horizon of 2 years is 730 days, half a day short of two steps of 365.25.
    while count * step <= horizon + 1.0 {
        times.push(count * step);
        count += 1.0;
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clinical_breaks() {
        assert_eq!(breaks(30.0), [0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0]);
        assert_eq!(breaks(100.0).len(), 8);
        assert_eq!(breaks(730.0).last(), Some(&(24.0 * DAYS_PER_MONTH)));
        assert_eq!(breaks(1826.0).len(), 6);
    }
}
