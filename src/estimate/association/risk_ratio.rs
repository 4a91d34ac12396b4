//! How many times as large one share is as another.

use super::score::{boundary, under_ratio, variance};
use super::{Contrast, Counts};
use crate::estimate::confidence::normal_quantile;
use crate::estimate::{Absent, EstimateError};

/// The interval of a ratio of shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RatioMethod {
    /// Symmetric in the logarithm: Katz, Baptista, Azen and Pike, Biometrics 1978;34:469-74.
    #[default]
    Wald,
    /// Score, with `N / (N - 1)` in the variance: Miettinen and Nurminen, Stat Med 1985;4:213-26.
    MiettinenNurminen,
}

/// The ratio of two shares, the other's over the reference's.
///
/// # Definition
/// `r = p' / p`. Wald: `log r ± z sqrt(1/x' - 1/n' + 1/x - 1/n)`. Miettinen-Nurminen: all `θ` with
/// `(p' - θ p)² <= z² V(θ)`, `V` the variance at the likeliest shares with that ratio, times `N / (N - 1)`.
///
/// # Input
/// Counts of both groups; a two-sided confidence level between 0 and 1.
///
/// # Returns
/// A value of 0 or more.
///
/// # Edge cases
/// Nobody with the outcome in the reference group, or a group without patients: `not_estimable`. Nobody with
/// it in the other group: 0, without Wald limits (`not_estimable`), with the score limits 0 and
/// above. Nothing is added to a zero.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if a group has more with the outcome than it has patients.
///
/// # References
/// See [`RatioMethod`]. R: `epitools::riskratio.wald`; Python:
/// `statsmodels.stats.proportion.confint_proportions_2indep(compare = "ratio", method = "score")`.
///
/// # Examples
/// ```
/// use engraft::estimate::association::{Counts, RatioMethod, risk_ratio};
/// let (control, treated) = (Counts { x: 1, n: 4 }, Counts { x: 3, n: 4 });
/// let ratio = risk_ratio(control, treated, RatioMethod::Wald, 0.95)?.estimate.unwrap();
/// assert!((ratio - 3.0).abs() < 1e-14);
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn risk_ratio(
    reference: Counts,
    other: Counts,
    method: RatioMethod,
    conf_level: f64,
) -> Result<Contrast, EstimateError> {
    Counts::sum(&[reference, other])?;
    if reference.x == 0 || reference.n == 0 || other.n == 0 {
        return Ok(Contrast::absent(Absent::NotEstimable));
    }
    let ratio = other.share() / reference.share();
    let Some(z) = normal_quantile(conf_level) else {
        return Ok(Contrast::without_limits(ratio));
    };
    Ok(match method {
        RatioMethod::Wald if other.x == 0 => Contrast::without_limits(0.0),
        RatioMethod::Wald => {
            let of = |group: Counts| group.without() as f64 / (group.x as f64 * group.n as f64);
            let wald = Contrast::on_log_scale(libm::log(ratio), z * libm::sqrt(of(reference) + of(other)));
            Contrast { estimate: Ok(ratio), ..wald }
        }
        RatioMethod::MiettinenNurminen => score(reference, other, z),
    })
}

fn score(reference: Counts, other: Counts, z: f64) -> Contrast {
    let ratio = other.share() / reference.share();
    let holds = |theta: f64| {
        let gap = other.share() - theta * reference.share();
        gap * gap <= z * z * variance(reference, other, under_ratio(reference, other, theta), theta)
    };
    let mut above = ratio.max(1.0);
    while holds(above) && above.is_finite() {
        above *= 2.0;
    }
    let high = if above.is_finite() { Ok(boundary(ratio, above, holds)) } else { Err(Absent::NotEstimable) };
    let low = if other.x == 0 { 0.0 } else { boundary(ratio, 0.0, holds) };
    Contrast { estimate: Ok(ratio), low: Ok(low), high }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // 2 of 4 over 1 of 4: log 2 ± z sqrt(1/2 - 1/4 + 1 - 1/4) = log 2 ± z
        let z = normal_quantile(0.95).unwrap();
        let (one, two) = (Counts { x: 1, n: 4 }, Counts { x: 2, n: 4 });
        let wald = risk_ratio(one, two, RatioMethod::Wald, 0.95).unwrap();
        assert!((wald.low.unwrap() - 2.0 * libm::exp(-z)).abs() < 1e-14);
        assert!((wald.high.unwrap() - 2.0 * libm::exp(z)).abs() < 1e-13);
    }

    #[test]
    fn zeros_have_reasons() {
        let (none, some, all) = (Counts { x: 0, n: 5 }, Counts { x: 2, n: 5 }, Counts { x: 5, n: 5 });
        for method in [RatioMethod::Wald, RatioMethod::MiettinenNurminen] {
            let undefined = risk_ratio(none, some, method, 0.95).unwrap();
            assert_eq!(undefined, Contrast::absent(Absent::NotEstimable));
        }
        let zero = risk_ratio(some, none, RatioMethod::Wald, 0.95).unwrap();
        assert_eq!(zero, Contrast::without_limits(0.0));
        let score = risk_ratio(some, none, RatioMethod::MiettinenNurminen, 0.95).unwrap();
        assert_eq!((score.estimate, score.low), (Ok(0.0), Ok(0.0)));
        assert!(score.high.unwrap() > 1.0);
        let certain = risk_ratio(all, all, RatioMethod::Wald, 0.95).unwrap();
        assert_eq!((certain.low, certain.high), (Ok(1.0), Ok(1.0)));
        assert!(risk_ratio(Counts { x: 2, n: 1 }, some, RatioMethod::Wald, 0.95).is_err());
    }
}
