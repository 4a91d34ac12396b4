//! How coarse a released number is. Unrounded, an estimate is a fraction whose denominator can be found.

/// Days in steps that do not single out a patient.
const DAYS: [(f64, f64); 3] = [(365.0, 30.0), (100.0, 10.0), (0.0, 1.0)];

/// A share, to a tenth of a per cent.
pub(super) fn share(value: f64) -> f64 {
    decimals(value, 3)
}

/// Half of the last place of a share.
pub(super) const SHARE_ERROR: f64 = 0.000_5;

/// A number, to so many decimals; halves go away from zero.
pub(super) fn decimals(value: f64, places: i32) -> f64 {
    let scale = libm::pow(10.0, f64::from(places));
    // The quotient of two whole numbers, so that the text of the value is as short as it can be.
    libm::round(value * scale) / scale
}

/// A time that is one patient's own day: whole days up to 100, then 10, from a year on 30 of them.
pub(super) fn day(value: f64) -> f64 {
    let step = DAYS.into_iter().find(|(from, _)| value >= *from).map_or(1.0, |(_, step)| step);
    libm::round(value / step) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_are_not_shown_are_gone() {
        assert_eq!(share(0.905_075_259_296_736_9), 0.905);
        assert_eq!(decimals(-1.25, 1), -1.3);
        assert_eq!([day(14.0), day(104.0), day(366.0), day(2816.0)], [14.0, 100.0, 360.0, 2820.0]);
    }
}
