//! Whether the share of an outcome is the same in all groups, within strata.

use super::{ChiSquare, Contrast, Correction, Counts};
use crate::estimate::confidence::normal_quantile;
use crate::estimate::quadratic_form::quadratic_form;
use crate::estimate::{Absent, EstimateError};

/// The Cochran-Mantel-Haenszel test.
///
/// # Definition
/// `(O - E)' V⁻ (O - E)` over the groups, each summed over the strata: `E = n m / N`, `V` the hypergeometric
/// covariance `m (N - m) (n δ N - n n') / (N² (N - 1))`, with `m` of the `N` in a stratum having the outcome.
/// With two groups, corrected: `(|O - E| - 1/2)² / V`, uncorrected where `|O - E| < 1/2`.
///
/// # Input
/// A stratum an element, each with every group in the same order. Groups without patients in a
/// stratum are no hindrance.
///
/// # Edge cases
/// Fewer than two groups: `not_estimable`. Strata that tell nothing (one patient, an outcome that all have or
/// nobody) are passed over; if all do: `singular`. Degrees of freedom are the rank of `V`.
///
/// # Errors
/// [`EstimateError::Mismatch`] if strata differ in their groups; [`EstimateError::TooManySuccesses`] if a
/// group has more with the outcome than it has patients.
///
/// # References
/// Mantel and Haenszel, J Natl Cancer Inst 1959;22:719-48. R: `mantelhaen.test(correct = FALSE)`.
///
/// # Examples
/// ```
/// use engraft::estimate::association::{Correction, Counts, cochran_mantel_haenszel};
/// // 1 of 2 and 0 of 2: O - E = 1/2, V = 1 · 3 · 2 · 2 / (16 · 3).
/// let stratum = vec![Counts { x: 1, n: 2 }, Counts { x: 0, n: 2 }];
/// let test = cochran_mantel_haenszel(&[stratum], Correction::None)?;
/// assert_eq!((test.chisq, test.df), (Ok(1.0), 1));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn cochran_mantel_haenszel(
    strata: &[Vec<Counts>],
    correction: Correction,
) -> Result<ChiSquare, EstimateError> {
    let groups = strata.first().map_or(0, Vec::len);
    let mut scores = vec![0.0; groups];
    let mut covariance = vec![0.0; groups * groups];
    for stratum in strata {
        if stratum.len() != groups {
            return Err(EstimateError::Mismatch);
        }
        let all = Counts::sum(stratum)?;
        if all.n < 2 {
            continue;
        }
        let (total, yes) = (all.n as f64, all.x as f64);
        let spread = yes * (total - yes) / (total * total * (total - 1.0));
        for (i, group) in stratum.iter().enumerate() {
            let n = group.n as f64;
            scores[i] += group.x as f64 - n * yes / total;
            for (j, other) in stratum.iter().enumerate() {
                let own = if i == j { total } else { 0.0 };
                covariance[i * groups + j] += spread * n * (own - other.n as f64);
            }
        }
    }
    if groups < 2 {
        return Ok(ChiSquare::absent(Absent::NotEstimable));
    }
    let (chisq, df) = quadratic_form(&scores, &covariance);
    if df == 0 {
        return Ok(ChiSquare::absent(Absent::Singular));
    }
    if groups == 2 && correction == Correction::Continuity {
        let gap = scores[0].abs();
        let gap = if gap >= 0.5 { gap - 0.5 } else { gap };
        return Ok(ChiSquare::new(gap * gap / covariance[0], 1));
    }
    Ok(ChiSquare::new(chisq, df))
}

/// The sums over strata that the common odds ratio and its variance are made of.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    r: f64,
    s: f64,
    pr: f64,
    ps_qr: f64,
    qs: f64,
}

impl Sums {
    fn of(strata: &[(Counts, Counts)]) -> Result<Self, EstimateError> {
        let mut sums = Self::default();
        for (reference, other) in strata {
            let total = Counts::sum(&[*reference, *other])?.n as f64;
            if total == 0.0 {
                continue;
            }
            let [a, b, c, d] =
                [other.x, other.without(), reference.x, reference.without()].map(|cell| cell as f64);
            let (p, q) = ((a + d) / total, (b + c) / total);
            let (r, s) = (a * d / total, b * c / total);
            sums.r += r;
            sums.s += s;
            sums.pr += p * r;
            sums.ps_qr += p * s + q * r;
            sums.qs += q * s;
        }
        Ok(sums)
    }
}

/// The odds ratio that is common to all strata, by Mantel and Haenszel, the other's odds over the reference's.
///
/// # Definition
/// `sum(R) / sum(S)` over strata with `R = x' (n - x) / N` and `S = x (n' - x') / N`; limits symmetric in the
/// logarithm, with the variance of Robins, Breslow and Greenland.
///
/// # Input
/// `(reference, other)` for each stratum; a two-sided confidence level between 0 and 1.
///
/// # Edge cases
/// `sum(S) = 0`: `not_estimable`. `sum(R) = 0` alone: 0, limits `not_estimable`. Nothing is added to a zero.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if a group has more with the outcome than it has patients.
///
/// # References
/// Robins, Breslow and Greenland, Biometrics 1986;42:311-23. R: `mantelhaen.test`.
///
/// # Examples
/// ```
/// use engraft::estimate::association::{Counts, common_odds_ratio};
/// let stratum = (Counts { x: 1, n: 4 }, Counts { x: 3, n: 4 });
/// let ratio = common_odds_ratio(&[stratum, stratum], 0.95)?.estimate.unwrap();
/// assert!((ratio - 9.0).abs() < 1e-14);
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn common_odds_ratio(strata: &[(Counts, Counts)], conf_level: f64) -> Result<Contrast, EstimateError> {
    let Sums { r, s, pr, ps_qr, qs } = Sums::of(strata)?;
    if s == 0.0 {
        return Ok(Contrast::absent(Absent::NotEstimable));
    }
    if r == 0.0 {
        return Ok(Contrast::without_limits(0.0));
    }
    let ratio = r / s;
    let variance = pr / (2.0 * r * r) + ps_qr / (2.0 * r * s) + qs / (2.0 * s * s);
    Ok(match normal_quantile(conf_level) {
        Some(z) => {
            let limits = Contrast::on_log_scale(libm::log(ratio), z * libm::sqrt(variance));
            Contrast { estimate: Ok(ratio), ..limits }
        }
        None => Contrast::without_limits(ratio),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(a: (u64, u64), b: (u64, u64)) -> Vec<Counts> {
        vec![Counts { x: a.0, n: a.1 }, Counts { x: b.0, n: b.1 }]
    }

    #[test]
    fn by_hand() {
        // Twice 1 of 2 and 0 of 2: (1/2 + 1/2)² / (1/4 + 1/4); corrected (1 - 1/2)² / (1/2).
        let strata = [pair((1, 2), (0, 2)), pair((1, 2), (0, 2))];
        assert_eq!(cochran_mantel_haenszel(&strata, Correction::None).unwrap().chisq, Ok(2.0));
        assert_eq!(cochran_mantel_haenszel(&strata, Correction::Continuity).unwrap().chisq, Ok(0.5));
        // A deviation below a half is left as it is: O - E = 1/3 of 1 of 2 and 0 of 1, V = 2/9.
        let small = [pair((1, 2), (0, 1))];
        let corrected = cochran_mantel_haenszel(&small, Correction::Continuity).unwrap();
        assert!((corrected.chisq.unwrap() - 0.5).abs() < 1e-14);
    }

    #[test]
    fn a_stratum_of_two_counts() {
        // R: mantelhaen.test(array(c(1, 0, 0, 1, 3, 1, 1, 4), c(2, 2, 2)), correct = FALSE)
        let strata = [pair((1, 1), (0, 1)), pair((3, 4), (1, 5))];
        let test = cochran_mantel_haenszel(&strata, Correction::None).unwrap();
        assert!((test.chisq.unwrap() - 3.419_928_825_622_776).abs() < 1e-12);
    }

    #[test]
    fn one_stratum_has_the_variance_of_woolf_but_for_its_weights() {
        // P = 3/4, Q = 1/4, R = 9/8, S = 1/8
        let stratum = (Counts { x: 1, n: 4 }, Counts { x: 3, n: 4 });
        let ratio = common_odds_ratio(&[stratum], 0.95).unwrap();
        let half = normal_quantile(0.95).unwrap() * libm::sqrt(1.0 + 1.0 / 3.0 + 1.0 / 3.0 + 1.0);
        assert!((ratio.high.unwrap() - 9.0 * libm::exp(half)).abs() < 1e-10);
    }

    #[test]
    fn strata_that_tell_nothing() {
        let nothing = [pair((0, 2), (0, 3)), pair((1, 1), (0, 0)), pair((3, 3), (2, 2))];
        let test = cochran_mantel_haenszel(&nothing, Correction::None).unwrap();
        assert_eq!(test, ChiSquare::absent(Absent::Singular));
        let none = cochran_mantel_haenszel(&[], Correction::None).unwrap();
        assert_eq!(none, ChiSquare::absent(Absent::NotEstimable));
        let with = [pair((1, 2), (0, 2)), pair((0, 2), (0, 3)), pair((1, 1), (0, 0))];
        assert_eq!(cochran_mantel_haenszel(&with, Correction::None).unwrap().chisq, Ok(1.0));
        let uneven = [pair((1, 2), (0, 2)), vec![Counts { x: 1, n: 2 }]];
        assert_eq!(cochran_mantel_haenszel(&uneven, Correction::None), Err(EstimateError::Mismatch));
        let zero = (Counts { x: 1, n: 2 }, Counts { x: 0, n: 2 });
        assert_eq!(common_odds_ratio(&[zero], 0.95).unwrap(), Contrast::without_limits(0.0));
        let infinite = (Counts { x: 0, n: 2 }, Counts { x: 1, n: 2 });
        let absent = Contrast::absent(Absent::NotEstimable);
        assert_eq!(common_odds_ratio(&[infinite], 0.95).unwrap(), absent);
        assert_eq!(common_odds_ratio(&[], 0.95).unwrap(), absent);
    }
}
