//! Whether the odds ratio is the same in all strata.

use super::{ChiSquare, Counts, common_odds_ratio};
use crate::estimate::{Absent, EstimateError};

/// The test of homogeneity of odds ratios.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Homogeneity {
    /// As Breslow and Day.
    pub breslow_day: ChiSquare,
    /// With Tarone's correction.
    pub tarone: ChiSquare,
}

/// The test of Breslow and Day.
///
/// # Definition
/// `sum (a - A)² / V` over strata, with `A` the count of the other group with the outcome that the common
/// odds ratio of Mantel and Haenszel gives under the margins of the stratum, and `V` the inverse of
/// the sum of the inverse expected cells; less `(sum(a - A))² / sum(V)` with Tarone's correction.
///
/// # Input
/// `(reference, other)` for each stratum.
///
/// # Edge cases
/// Strata that tell nothing (a group without patients, an outcome that all have or nobody) are passed over.
/// Fewer than two others, or a common odds ratio that is 0 or infinite: `not_estimable`.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if a group has more with the outcome than it has patients.
///
/// # References
/// Breslow and Day, Statistical Methods in Cancer Research I, 1980, equation 4.30; Tarone, Biometrika
/// 1985;72:91-5. Python: `statsmodels.stats.contingency_tables.StratifiedTable.test_equal_odds`.
///
/// # Examples
/// ```
/// use engraft::estimate::association::{Counts, breslow_day};
/// let stratum = (Counts { x: 1, n: 4 }, Counts { x: 3, n: 4 });
/// let test = breslow_day(&[stratum, stratum])?.breslow_day;
/// assert!(test.chisq.unwrap() < 1e-12 && test.df == 1);
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn breslow_day(strata: &[(Counts, Counts)]) -> Result<Homogeneity, EstimateError> {
    let ratio = common_odds_ratio(strata, 0.95)?.estimate;
    let telling: Vec<(Counts, Counts)> =
        strata.iter().copied().filter(|(reference, other)| tells(*reference, *other)).collect();
    let none = ChiSquare::absent(Absent::NotEstimable);
    let nothing = Homogeneity { breslow_day: none, tarone: none };
    let (Ok(ratio), Ok(df)) = (ratio, u32::try_from(telling.len().saturating_sub(1))) else {
        return Ok(nothing);
    };
    if ratio == 0.0 || df == 0 {
        return Ok(nothing);
    }
    let (mut chisq, mut gaps, mut variances) = (0.0, 0.0, 0.0);
    for (reference, other) in telling {
        let expected = expected_count(reference, other, ratio);
        let (n, m) = (other.n as f64, (reference.x + other.x) as f64);
        let cells = [expected, n - expected, m - expected, reference.n as f64 - m + expected];
        let variance = 1.0 / cells.iter().map(|cell| 1.0 / cell).sum::<f64>();
        let gap = other.x as f64 - expected;
        chisq += gap * gap / variance;
        gaps += gap;
        variances += variance;
    }
    let corrected = (chisq - gaps * gaps / variances).max(0.0);
    Ok(Homogeneity { breslow_day: ChiSquare::new(chisq, df), tarone: ChiSquare::new(corrected, df) })
}

fn tells(reference: Counts, other: Counts) -> bool {
    let yes = reference.x + other.x;
    reference.n > 0 && other.n > 0 && yes > 0 && yes < reference.n + other.n
}

/// The count of the other group with the outcome at which the odds ratio is `ratio` and the margins are kept:
/// the root of `(1 - ψ) A² + (n - m + ψ (n' + m)) A - ψ n' m = 0` between its bounds.
fn expected_count(reference: Counts, other: Counts, ratio: f64) -> f64 {
    let (n, m) = (other.n as f64, (reference.x + other.x) as f64);
    let a = 1.0 - ratio;
    let b = reference.n as f64 - m + ratio * (n + m);
    let c = ratio * n * m;
    let root = libm::sqrt((b * b + 4.0 * a * c).max(0.0));
    // Of the two forms of the root, that without a difference of like numbers.
    if b >= 0.0 { 2.0 * c / (b + root) } else { (root - b) / (2.0 * a) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stratum(reference: (u64, u64), other: (u64, u64)) -> (Counts, Counts) {
        (Counts { x: reference.0, n: reference.1 }, Counts { x: other.0, n: other.1 })
    }

    #[test]
    fn by_hand() {
        // Odds ratios 4 and 1/4 in tables of like size: the common one is 1, so that A = 3/2 in both,
        // the cells are all 3/2, V = 3/8, the gaps 1/2 and -1/2; Tarone's correction is 0.
        let strata = [stratum((1, 3), (2, 3)), stratum((2, 3), (1, 3))];
        let test = breslow_day(&strata).unwrap();
        assert!((test.breslow_day.chisq.unwrap() - 4.0 / 3.0).abs() < 1e-13);
        assert!((test.tarone.chisq.unwrap() - 4.0 / 3.0).abs() < 1e-13);
    }

    #[test]
    fn the_expected_count_has_the_odds_ratio_asked_for() {
        for (reference, other) in
            [stratum((8, 9), (1, 30)), stratum((1, 40), (20, 21)), stratum((3, 7), (5, 8))]
        {
            for ratio in [1e-6, 0.1, 0.999_999, 1.0, 1.000_001, 7.0, 1e6] {
                let a = expected_count(reference, other, ratio);
                let (n, m) = (other.n as f64, (reference.x + other.x) as f64);
                let d = reference.n as f64 - m + a;
                let ours = a * d / ((n - a) * (m - a));
                assert!((ours - ratio).abs() < 1e-6 * ratio, "{ours} is not {ratio}");
            }
        }
    }

    #[test]
    fn as_its_definition_in_r() {
        // R: `uniroot` of each expected count, then the sums. In the second stratum one group has none.
        let strata = [stratum((2, 10), (6, 11)), stratum((0, 6), (3, 8)), stratum((5, 12), (4, 9))];
        let test = breslow_day(&strata).unwrap();
        assert!((test.breslow_day.chisq.unwrap() - 2.574_102_851_919).abs() < 1e-9);
        assert!((test.tarone.chisq.unwrap() - 2.573_450_560_219).abs() < 1e-9);
        assert_eq!((test.breslow_day.df, test.tarone.df), (2, 2));
    }

    #[test]
    fn no_test() {
        let none = ChiSquare::absent(Absent::NotEstimable);
        for strata in [
            &[][..],
            &[stratum((1, 3), (2, 3))],
            &[stratum((1, 3), (2, 3)), stratum((0, 3), (0, 3)), stratum((0, 0), (1, 3))],
            &[stratum((1, 3), (0, 3)), stratum((1, 3), (0, 3))],
            &[stratum((0, 3), (1, 3)), stratum((0, 3), (1, 3))],
        ] {
            assert_eq!(breslow_day(strata).unwrap(), Homogeneity { breslow_day: none, tarone: none });
        }
    }
}
