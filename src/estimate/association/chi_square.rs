//! Whether the share of an outcome is the same in all groups.

use super::Counts;
use crate::estimate::test_result::upper_tail;
use crate::estimate::{Absent, EstimateError, Quantity};

/// Whether a statistic with one degree of freedom is corrected for continuity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Correction {
    /// It is not.
    #[default]
    None,
    /// By a half, or by the whole deviation where that is less (Yates); two groups only.
    Continuity,
}

/// A chi-square statistic.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare {
    /// The statistic.
    pub chisq: Quantity,
    /// Degrees of freedom; 0 when there is no test.
    pub df: u32,
    /// Upper tail probability.
    pub p_value: Quantity,
}

impl ChiSquare {
    /// The statistic with its p-value.
    pub(super) fn new(chisq: f64, df: u32) -> Self {
        Self { chisq: Ok(chisq), df, p_value: upper_tail(chisq, df) }
    }

    /// There is no test.
    pub(super) fn absent(reason: Absent) -> Self {
        Self { chisq: Err(reason), df: 0, p_value: Err(reason) }
    }
}

/// Pearson's test of independence of an outcome and groups.
///
/// # Definition
/// `sum (O - E)² / E` over the outcome and its absence in every group, with one degree of freedom less than
/// groups; corrected, `(|O - E| - c)²` with `c` the smaller of 1/2 and `|O - E|`.
///
/// # Input
/// One group an element; those without patients are passed over.
///
/// # Edge cases
/// Fewer than two groups, or an outcome that all have or nobody: `not_estimable`. The correction changes
/// nothing where there are more than two groups.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if a group has more with the outcome than it has patients.
///
/// # References
/// Pearson 1900; Yates, J R Stat Soc Suppl 1934;1:217-35. R: `chisq.test(correct = FALSE)`,
/// `prop.test(correct = FALSE)`.
///
/// # Examples
/// ```
/// use engraft::estimate::association::{Correction, Counts, chi_square};
/// // 1 of 4 and 3 of 4: every cell is 1 from its expected 2, 4 · 1/2.
/// let test = chi_square(&[Counts { x: 1, n: 4 }, Counts { x: 3, n: 4 }], Correction::None)?;
/// assert_eq!((test.chisq, test.df), (Ok(2.0), 1));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn chi_square(groups: &[Counts], correction: Correction) -> Result<ChiSquare, EstimateError> {
    let all = Counts::sum(groups)?;
    let occupied: Vec<&Counts> = groups.iter().filter(|group| group.n > 0).collect();
    if occupied.len() < 2 || all.x == 0 || all.x == all.n {
        return Ok(ChiSquare::absent(Absent::NotEstimable));
    }
    let (yes, no, total) = (all.x as f64, all.without() as f64, all.n as f64);
    let corrected = correction == Correction::Continuity && occupied.len() == 2;
    let mut chisq = 0.0;
    for group in &occupied {
        let expected = group.n as f64 * (yes / total);
        let mut gap = (group.x as f64 - expected).abs();
        if corrected {
            gap -= gap.min(0.5);
        }
        chisq += gap * gap / expected + gap * gap / (group.n as f64 * (no / total));
    }
    Ok(ChiSquare::new(chisq, u32::try_from(occupied.len() - 1).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(pairs: &[(u64, u64)]) -> Vec<Counts> {
        pairs.iter().map(|(x, n)| Counts { x: *x, n: *n }).collect()
    }

    #[test]
    fn by_hand() {
        // Corrected, every cell is 1/2 from its expected 2: 4 · 1/8.
        let table = counts(&[(1, 4), (3, 4)]);
        assert_eq!(chi_square(&table, Correction::Continuity).unwrap().chisq, Ok(0.5));
        // 0, 1 and 2 of 2: 1 from 1 in four cells.
        let three = chi_square(&counts(&[(0, 2), (1, 2), (2, 2)]), Correction::Continuity).unwrap();
        assert_eq!((three.chisq, three.df), (Ok(4.0), 2));
        // No nearer than half a patient: nothing is left.
        let alike = chi_square(&counts(&[(1, 2), (1, 3)]), Correction::Continuity).unwrap();
        assert_eq!((alike.chisq, alike.p_value), (Ok(0.0), Ok(1.0)));
    }

    #[test]
    fn no_test() {
        for table in [&[(1, 4)][..], &[(0, 4), (0, 9)], &[(4, 4), (9, 9)], &[(1, 4), (0, 0)], &[]] {
            let test = chi_square(&counts(table), Correction::None).unwrap();
            assert_eq!(test, ChiSquare::absent(Absent::NotEstimable));
        }
        assert!(chi_square(&counts(&[(5, 4)]), Correction::None).is_err());
    }
}
