//! How much larger one share is than another.

use super::score::{boundary, under_difference, variance};
use super::{Contrast, Counts};
use crate::estimate::confidence::normal_quantile;
use crate::estimate::proportion::wilson_limits;
use crate::estimate::{Absent, EstimateError};

/// The interval of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DifferenceMethod {
    /// From Wilson's limits of both shares: Newcombe, Stat Med 1998;17:873-90, method 10.
    #[default]
    Newcombe,
    /// Score, with `N / (N - 1)` in the variance: Miettinen and Nurminen, Stat Med 1985;4:213-26.
    MiettinenNurminen,
    /// `d ± z sqrt(p (1 - p) / n + p' (1 - p') / n')`, clipped to -1 and 1.
    Wald,
}

/// The difference of two shares, the other's less the reference's.
///
/// # Definition
/// `d = p' - p`. Newcombe: `d - sqrt((p' - l')² + (u - p)²)` to `d + sqrt((u' - p')² + (p - l)²)` with
/// Wilson's limits. Miettinen-Nurminen: all `δ` with `(d - δ)² <= z² V(δ)`, `V` the variance at the
/// likeliest shares that differ by `δ`, times `N / (N - 1)`.
///
/// # Input
/// Counts of both groups; a two-sided confidence level between 0 and 1.
///
/// # Returns
/// Values from -1 to 1.
///
/// # Edge cases
/// A group without patients: `not_estimable`. Two shares that are each 0 or 1 have intervals by every method,
/// that of Wald being of width 0. A confidence level that is none leaves the limits out.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if a group has more with the outcome than it has patients.
///
/// # References
/// See [`DifferenceMethod`]. Python: `statsmodels.stats.proportion.confint_proportions_2indep`, methods
/// `newcomb` and `score`; R: `prop.test(correct = FALSE)` for Wald.
///
/// # Examples
/// ```
/// use engraft::estimate::association::{Counts, DifferenceMethod, risk_difference};
/// let (control, treated) = (Counts { x: 1, n: 4 }, Counts { x: 3, n: 4 });
/// let contrast = risk_difference(control, treated, DifferenceMethod::Wald, 0.95)?;
/// assert_eq!(contrast.estimate, Ok(0.5));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn risk_difference(
    reference: Counts,
    other: Counts,
    method: DifferenceMethod,
    conf_level: f64,
) -> Result<Contrast, EstimateError> {
    Counts::sum(&[reference, other])?;
    if reference.n == 0 || other.n == 0 {
        return Ok(Contrast::absent(Absent::NotEstimable));
    }
    let difference = other.share() - reference.share();
    let Some(z) = normal_quantile(conf_level) else {
        return Ok(Contrast::without_limits(difference));
    };
    let (low, high) = match method {
        DifferenceMethod::Newcombe => newcombe(reference, other, z),
        DifferenceMethod::MiettinenNurminen => miettinen_nurminen(reference, other, z),
        DifferenceMethod::Wald => {
            let of = |group: Counts| group.share() * (1.0 - group.share()) / group.n as f64;
            let half = z * libm::sqrt(of(reference) + of(other));
            (difference - half, difference + half)
        }
    };
    Ok(Contrast { estimate: Ok(difference), low: Ok(low.max(-1.0)), high: Ok(high.min(1.0)) })
}

fn newcombe(reference: Counts, other: Counts, z: f64) -> (f64, f64) {
    let difference = other.share() - reference.share();
    let below = |group: Counts| group.share() - wilson_limits(group.x, group.n, z).0;
    let above = |group: Counts| wilson_limits(group.x, group.n, z).1 - group.share();
    let low = libm::hypot(below(other), above(reference));
    let high = libm::hypot(above(other), below(reference));
    (difference - low, difference + high)
}

fn miettinen_nurminen(reference: Counts, other: Counts, z: f64) -> (f64, f64) {
    let difference = other.share() - reference.share();
    let holds = |delta: f64| {
        let shares = under_difference(reference, other, delta);
        let gap = difference - delta;
        gap * gap <= z * z * variance(reference, other, shares, 1.0)
    };
    (boundary(difference, -1.0, holds), boundary(difference, 1.0, holds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // 1 of 2 against 1 of 2: 0 ± z sqrt(1/8 + 1/8)
        let half = Counts { x: 1, n: 2 };
        let z = normal_quantile(0.9).unwrap();
        let wald = risk_difference(half, half, DifferenceMethod::Wald, 0.9).unwrap();
        assert!((wald.high.unwrap() - z / 2.0).abs() < 1e-15 && wald.estimate == Ok(0.0));
        // Wilson's limits of 1 of 2 are 1/2 ± h, so Newcombe's are 0 ± h sqrt 2.
        let h = wilson_limits(1, 2, z).1 - 0.5;
        let newcombe = risk_difference(half, half, DifferenceMethod::Newcombe, 0.9).unwrap();
        assert!((newcombe.high.unwrap() - h * libm::sqrt(2.0)).abs() < 1e-15);
        // Score of like shares 1/2 of 2: δ² = z² V, V = (1 - δ²) / 4 · 4/3.
        let score = risk_difference(half, half, DifferenceMethod::MiettinenNurminen, 0.9).unwrap();
        let root = libm::sqrt(z * z / 3.0 / (1.0 + z * z / 3.0));
        assert!((score.high.unwrap() - root).abs() < 1e-12 && (score.low.unwrap() + root).abs() < 1e-12);
    }

    #[test]
    fn as_published() {
        // Newcombe 1998, table II, example (a): 56/70 - 48/80, methods 1, 5 (Mee has no N / (N - 1)) and 10
        let (control, treated) = (Counts { x: 48, n: 80 }, Counts { x: 56, n: 70 });
        let of = |method| {
            let contrast = risk_difference(control, treated, method, 0.95).unwrap();
            (contrast.low.unwrap(), contrast.high.unwrap())
        };
        let near = |ours: (f64, f64), low: f64, high: f64| {
            assert!((ours.0 - low).abs() < 6e-5 && (ours.1 - high).abs() < 6e-5, "{ours:?}");
        };
        near(of(DifferenceMethod::Wald), 0.0575, 0.3425);
        near(of(DifferenceMethod::Newcombe), 0.0524, 0.3339);
        near(of(DifferenceMethod::MiettinenNurminen), 0.0528, 0.3382);
    }

    #[test]
    fn none_and_all_and_nobody() {
        let (none, all) = (Counts { x: 0, n: 5 }, Counts { x: 4, n: 4 });
        for method in [DifferenceMethod::Newcombe, DifferenceMethod::MiettinenNurminen] {
            let contrast = risk_difference(none, all, method, 0.95).unwrap();
            assert_eq!((contrast.estimate, contrast.high), (Ok(1.0), Ok(1.0)));
            assert!(contrast.low.unwrap() > 0.0 && contrast.low.unwrap() < 1.0);
            let alike = risk_difference(none, none, method, 0.95).unwrap();
            assert!(alike.low.unwrap() < -0.1 && (alike.low.unwrap() + alike.high.unwrap()).abs() < 1e-12);
        }
        let wald = risk_difference(none, all, DifferenceMethod::Wald, 0.95).unwrap();
        assert_eq!((wald.low, wald.high), (Ok(1.0), Ok(1.0)));
        let nobody = risk_difference(Counts::default(), all, DifferenceMethod::Wald, 0.95).unwrap();
        assert_eq!(nobody, Contrast::absent(Absent::NotEstimable));
        assert!(risk_difference(Counts { x: 2, n: 1 }, all, DifferenceMethod::Wald, 0.95).is_err());
        let no_level = risk_difference(none, all, DifferenceMethod::Wald, 1.0).unwrap();
        assert_eq!(no_level, Contrast::without_limits(1.0));
    }
}
