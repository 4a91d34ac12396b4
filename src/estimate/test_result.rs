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
}

impl TestResult {
    /// The test of `observed - expected` with its covariance matrix (by rows, one a group).
    pub(super) fn new(groups: Vec<GroupTotals>, covariance: &[f64]) -> Self {
        let scores: Vec<f64> = groups.iter().map(|group| group.observed - group.expected).collect();
        let (chisq, df) = match quadratic_form(&scores, covariance) {
            _ if groups.len() < 2 => (Err(Absent::NotEstimable), 0),
            (_, 0) => (Err(Absent::Singular), 0),
            (chisq, rank) => (Ok(chisq), rank),
        };
        Self { groups, chisq, df, p_value: chisq.and_then(|chisq| upper_tail(chisq, df)) }
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
