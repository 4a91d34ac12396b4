//! What a test of groups says.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::quadratic_form::quadratic_form;
use super::{Absent, Quantity};

/// Observed against expected in one group.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct GroupTotals {
    /// Observed events, weighted as the test weights them, summed over strata.
    pub observed: f64,
    /// Events expected if the groups were alike, weighted likewise.
    pub expected: f64,
}

/// A chi-square test of groups.
#[derive(Debug, Clone, PartialEq)]
pub struct TestResult {
    /// The groups, in the order in which they were given.
    pub groups: Vec<GroupTotals>,
    /// The statistic.
    pub chisq: Quantity,
    /// Degrees of freedom: the rank of the variance; 0 when there is no test.
    pub df: u32,
    /// Upper tail probability of the statistic.
    pub p_value: Quantity,
    /// Covariance of `observed - expected`, by rows, one a group.
    pub covariance: Vec<f64>,
}

impl TestResult {
    /// The test of `observed - expected` with its covariance matrix (by rows, one a group).
    pub(super) fn new(groups: Vec<GroupTotals>, covariance: Vec<f64>) -> Self {
        let scores: Vec<f64> = groups.iter().map(|group| group.observed - group.expected).collect();
        let (chisq, df) = match quadratic_form(&scores, &covariance) {
            _ if groups.len() < 2 => (Err(Absent::NotEstimable), 0),
            (_, 0) => (Err(Absent::Singular), 0),
            (chisq, rank) => (Ok(chisq), rank),
        };
        let p_value = chisq.and_then(|chisq| upper_tail(chisq, df));
        Self { groups, chisq, df, p_value, covariance }
    }

    /// The test for a trend over ordered groups, with one degree of freedom.
    ///
    /// # Definition
    /// `(s' (O - E))² / s' V s` with a score `s` for each group, as Tarone, Biometrika 1975;62:679-82.
    ///
    /// # Input
    /// One score a group, in the order of the groups; `1, 2, 3, ...` is usual. Adding the same to all changes
    /// nothing.
    ///
    /// # Edge cases
    /// Another number of scores than of groups, or fewer than two groups: `not_estimable`. No variance (all
    /// scores alike, or no test of the groups): `singular`.
    #[must_use]
    pub fn trend(&self, scores: &[f64]) -> Self {
        let size = self.groups.len();
        if scores.len() != size || size < 2 {
            return Self {
                chisq: Err(Absent::NotEstimable),
                df: 0,
                p_value: Err(Absent::NotEstimable),
                ..self.clone()
            };
        }
        let mean = scores.iter().sum::<f64>() / size as f64;
        let centred: Vec<f64> = scores.iter().map(|score| score - mean).collect();
        let excess = |group: &GroupTotals| group.observed - group.expected;
        let score: f64 = centred.iter().zip(&self.groups).map(|(s, group)| s * excess(group)).sum();
        let products = (0..size).flat_map(|i| (0..size).map(move |j| (i, j)));
        let terms = products.map(|(i, j)| centred[i] * self.covariance[i * size + j] * centred[j]);
        let (variance, scale) = terms.fold((0.0, 0.0), |(sum, size), term| (sum + term, size + term.abs()));
        let (chisq, df) = if variance > 1e-12 * scale {
            (Ok(score * score / variance), 1)
        } else {
            (Err(Absent::Singular), 0)
        };
        let p_value = chisq.and_then(|chisq| upper_tail(chisq, df));
        Self { chisq, df, p_value, ..self.clone() }
    }
}

/// The probability that a chi-square variable exceeds `chisq`.
///
/// # Errors
/// [`Absent::NotEstimable`] without degrees of freedom.
pub fn upper_tail(chisq: f64, df: u32) -> Quantity {
    let distribution = ChiSquared::new(f64::from(df)).map_err(|_| Absent::NotEstimable)?;
    Ok(distribution.sf(chisq))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_upper_tail_does_not_underflow() {
        // R: pchisq(x, df, lower = FALSE)
        for (chisq, df, p) in [
            (3.84, 1, 5.004_352_124_870_522_6e-2),
            (40.0, 2, 2.061_153_622_438_558e-9),
            (200.0, 3, 4.218_541_107_192_042e-43),
            (800.0, 1, 5.395_865_611_607_901e-176),
        ] {
            let ours = upper_tail(chisq, df).unwrap();
            assert!((ours - p).abs() < 1e-9 * p, "{ours} is not {p}");
        }
        assert_eq!(upper_tail(1.0, 0), Err(Absent::NotEstimable));
    }

    #[test]
    fn trend_by_hand() {
        // Scores 1 and -1 of two groups with variance 4: any two scores give the test of the groups.
        let totals = |observed| GroupTotals { observed, expected: 3.0 };
        let two = TestResult::new(vec![totals(4.0), totals(2.0)], vec![4.0, -4.0, -4.0, 4.0]);
        assert_eq!((two.trend(&[1.0, 2.0]).chisq, two.chisq), (Ok(0.25), Ok(0.25)));
        // O - E = (2, 0, -2), V = 3 I - 1 1': (1, 0, -1): (2 + 2)² / (3 + 3)
        let v = vec![2.0, -1.0, -1.0, -1.0, 2.0, -1.0, -1.0, -1.0, 2.0];
        let three = TestResult::new(vec![totals(5.0), totals(3.0), totals(1.0)], v);
        let trend = three.trend(&[10.0, 11.0, 12.0]);
        assert!((trend.chisq.unwrap() - 16.0 / 6.0).abs() < 1e-14 && trend.df == 1);
        assert_eq!(three.trend(&[1.0, 1.0, 1.0]).chisq, Err(Absent::Singular));
        assert_eq!(three.trend(&[1.0, 2.0]).chisq, Err(Absent::NotEstimable));
    }
}
