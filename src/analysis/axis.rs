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

/// The breaks of an axis that begins at a landmark, which is the first of them.
pub fn breaks_from(landmark: Option<f64>, breaks: Vec<f64>) -> Vec<f64> {
    let Some(landmark) = landmark else { return breaks };
    std::iter::once(landmark).chain(breaks.into_iter().filter(|time| *time > landmark)).collect()
}

/// Breaks of an axis without a unit: from 0 to the first at or after `last`, at most nine of them, one, two
/// or five times a power of ten apart.
pub fn round_breaks(last: f64) -> Vec<f64> {
    if !(last > 0.0 && last.is_finite()) {
        return vec![0.0];
    }
    let top = libm::ceil(libm::log10(last));
    for power in [top - 2.0, top - 1.0, top] {
        // Below 1 a step is a quotient of whole numbers, so that 3 steps of 0.1 are 0.3.
        let scale = libm::pow(10.0, libm::fabs(power));
        for digit in [1.0, 2.0, 5.0] {
            let at = |count: f64| if power < 0.0 { count * digit / scale } else { count * digit * scale };
            let breaks = (0..=8_u8).map(|count| at(f64::from(count)));
            let mut wanted: Vec<f64> = breaks.clone().take_while(|time| *time < last).collect();
            if let Some(end) = breaks.into_iter().nth(wanted.len()) {
                wanted.push(end);
                return wanted;
            }
        }
    }
    vec![0.0, last]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_may_begin_at_a_landmark() {
        assert_eq!(breaks_from(Some(100.0), vec![0.0, 100.0, 200.0]), [100.0, 200.0]);
        assert_eq!(breaks_from(None, vec![0.0, 100.0]), [0.0, 100.0]);
    }

    #[test]
    fn round_breaks_hold_everything() {
        assert_eq!(round_breaks(2640.0), [0.0, 500.0, 1000.0, 1500.0, 2000.0, 2500.0, 3000.0]);
        assert_eq!(round_breaks(0.33), [0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
        assert_eq!(round_breaks(8.0).len(), 9);
        assert_eq!(round_breaks(0.0), [0.0]);
        for last in 1..2000 {
            let breaks = round_breaks(f64::from(last) / 7.0);
            assert!((2..=9).contains(&breaks.len()) && breaks[breaks.len() - 1] >= f64::from(last) / 7.0);
        }
    }

    #[test]
    fn clinical_breaks() {
        assert_eq!(breaks(30.0), [0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0]);
        assert_eq!(breaks(100.0).len(), 8);
        assert_eq!(breaks(730.0).last(), Some(&(24.0 * DAYS_PER_MONTH)));
        assert_eq!(breaks(1826.0).len(), 6);
    }
}
