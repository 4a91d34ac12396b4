//! The odds of one group over those of another.

use super::{Contrast, Counts};
use crate::estimate::confidence::normal_quantile;
use crate::estimate::{Absent, EstimateError};

/// The odds ratio, the other's odds over the reference's, with Woolf's interval.
///
/// # Definition
/// `o = x' (n - x) / (x (n' - x'))`; limits `log o ± z sqrt(1/x' + 1/(n' - x') + 1/x + 1/(n - x))`.
///
/// # Input
/// Counts of both groups; a two-sided confidence level between 0 and 1.
///
/// # Returns
/// A value of 0 or more.
///
/// # Edge cases
/// A zero in the denominator: `not_estimable`. A zero in the numerator alone: 0, limits `not_estimable`.
/// Nothing is added to a zero.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if a group has more with the outcome than it has patients.
///
/// # References
/// Woolf, Ann Hum Genet 1955;19:251-3. R: `epitools::oddsratio.wald`.
///
/// # Examples
/// ```
/// use engraft::estimate::association::{Counts, odds_ratio};
/// let ratio = odds_ratio(Counts { x: 1, n: 4 }, Counts { x: 3, n: 4 }, 0.95)?.estimate.unwrap();
/// assert!((ratio - 9.0).abs() < 1e-14);
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn odds_ratio(reference: Counts, other: Counts, conf_level: f64) -> Result<Contrast, EstimateError> {
    Counts::sum(&[reference, other])?;
    if reference.x == 0 || other.without() == 0 {
        return Ok(Contrast::absent(Absent::NotEstimable));
    }
    if other.x == 0 || reference.without() == 0 {
        return Ok(Contrast::without_limits(0.0));
    }
    let cells = [other.x, other.without(), reference.x, reference.without()].map(|cell| cell as f64);
    let ratio = cells[0] / cells[1] * (cells[3] / cells[2]);
    let variance: f64 = cells.iter().map(|cell| 1.0 / cell).sum();
    Ok(match normal_quantile(conf_level) {
        Some(z) => {
            let woolf = Contrast::on_log_scale(libm::log(ratio), z * libm::sqrt(variance));
            Contrast { estimate: Ok(ratio), ..woolf }
        }
        None => Contrast::without_limits(ratio),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // 1 of 2 against 1 of 2: 1, exp(± z sqrt 4)
        let half = Counts { x: 1, n: 2 };
        let z = normal_quantile(0.95).unwrap();
        let woolf = odds_ratio(half, half, 0.95).unwrap();
        assert_eq!(woolf.estimate, Ok(1.0));
        assert!((woolf.high.unwrap() - libm::exp(2.0 * z)).abs() < 1e-12);
        assert!((woolf.low.unwrap() - libm::exp(-2.0 * z)).abs() < 1e-15);
    }

    #[test]
    fn zeros_have_reasons() {
        let (none, some, all) = (Counts { x: 0, n: 5 }, Counts { x: 2, n: 5 }, Counts { x: 5, n: 5 });
        let absent = Contrast::absent(Absent::NotEstimable);
        for (reference, other) in [(none, some), (some, all), (none, none), (all, all), (none, all)] {
            assert_eq!(odds_ratio(reference, other, 0.95).unwrap(), absent);
        }
        for (reference, other) in [(some, none), (all, some), (all, none)] {
            assert_eq!(odds_ratio(reference, other, 0.95).unwrap(), Contrast::without_limits(0.0));
        }
        assert_eq!(odds_ratio(Counts::default(), some, 0.95).unwrap(), absent);
    }
}
