//! Are independent estimates of several groups the same.

use super::quadratic_form::quadratic_form;
use super::test_result::upper_tail;
use super::{Absent, Quantity};

/// An estimate of one group, independent of those of the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroupEstimate {
    /// The estimate.
    pub estimate: Quantity,
    /// Its standard error.
    pub std_error: Quantity,
}

/// A chi-square test that some estimates are the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Equality {
    /// The statistic.
    pub chisq: Quantity,
    /// Degrees of freedom, one less than the groups; 0 when there is no test.
    pub df: u32,
    /// Upper tail probability of the statistic.
    pub p_value: Quantity,
}

impl Equality {
    /// No test, for this reason.
    pub(super) fn absent(reason: Absent) -> Self {
        Self { chisq: Err(reason), df: 0, p_value: Err(reason) }
    }
}

/// Tests whether independent estimates are the same in all groups.
///
/// # Definition
/// `c' (C V C')⁻ c`, where `c` holds the differences of each estimate from the first and `V` the squared
/// standard errors; with all of them above 0 this is `sum (x - m)² / v`, `m` the mean weighted by `1 / v`.
///
/// # Input
/// One estimate and standard error a group.
///
/// # Returns
/// Chi-square, its degrees of freedom (groups less one) and the upper tail probability.
///
/// # Edge cases
/// An estimate or standard error that is absent: its reason, for the whole test. More than one standard error
/// of 0: `singular`. Fewer than two groups: `not_estimable`.
///
/// # References
/// Klein, Logan, Harhoff and Andersen, Stat Med 2007;26:4505-19, section 2.
///
/// # Examples
/// ```
/// use engraft::estimate::{GroupEstimate, equality};
/// // (3 - 1)² / (1 + 1)
/// let group = |estimate| GroupEstimate { estimate: Ok(estimate), std_error: Ok(1.0) };
/// assert_eq!(equality(&[group(1.0), group(3.0)]).chisq, Ok(2.0));
/// ```
pub fn equality(groups: &[GroupEstimate]) -> Equality {
    let values: Result<Vec<(f64, f64)>, Absent> =
        groups.iter().map(|group| Ok((group.estimate?, group.std_error?))).collect();
    let values = match values {
        Err(reason) => return Equality::absent(reason),
        Ok(values) => values,
    };
    let Some(((first, first_error), others)) = values.split_first().filter(|(_, others)| !others.is_empty())
    else {
        return Equality::absent(Absent::NotEstimable);
    };
    if values.iter().filter(|(_, error)| *error <= 0.0).count() > 1 {
        return Equality::absent(Absent::Singular);
    }
    let differences: Vec<f64> = others.iter().map(|(estimate, _)| estimate - first).collect();
    let mut covariance = vec![first_error * first_error; others.len() * others.len()];
    for (index, (_, error)) in others.iter().enumerate() {
        covariance[index * others.len() + index] += error * error;
    }
    let (chisq, df) = quadratic_form(&differences, &covariance);
    Equality { chisq: Ok(chisq), df, p_value: upper_tail(chisq, df) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::fixed_cases;
    use proptest::prelude::*;

    fn group(estimate: f64, std_error: f64) -> GroupEstimate {
        GroupEstimate { estimate: Ok(estimate), std_error: Ok(std_error) }
    }

    #[test]
    fn three_groups_by_hand() {
        // Weights 1, 1, 1/4: mean (1 + 3 + 6/4) / (9/4) = 22/9.
        // (13/9)² + (5/9)² + (32/9)² / 4 = (169 + 25 + 256) / 81
        let test = equality(&[group(1.0, 1.0), group(3.0, 1.0), group(6.0, 2.0)]);
        assert!((test.chisq.unwrap() - 450.0 / 81.0).abs() < 1e-14);
        // With two degrees of freedom the upper tail is exp(-chisq / 2).
        assert!((test.p_value.unwrap() - libm::exp(-225.0 / 81.0)).abs() < 1e-14 && test.df == 2);
    }

    #[test]
    fn what_is_absent_and_what_has_no_error() {
        let none = GroupEstimate { estimate: Ok(1.0), std_error: Err(Absent::BeyondFollowup) };
        assert_eq!(equality(&[group(1.0, 1.0), none]), Equality::absent(Absent::BeyondFollowup));
        assert_eq!(equality(&[group(1.0, 1.0)]), Equality::absent(Absent::NotEstimable));
        assert_eq!(equality(&[group(1.0, 0.0), group(3.0, 0.0)]), Equality::absent(Absent::Singular));
        // A known value: (3 - 1)² / 1, whichever comes first.
        assert_eq!(equality(&[group(1.0, 0.0), group(3.0, 1.0)]).chisq, Ok(4.0));
        assert_eq!(equality(&[group(3.0, 1.0), group(1.0, 0.0)]).chisq, Ok(4.0));
    }

    proptest! {
        #![proptest_config(fixed_cases(100))]

        /// The slow twin: squares around the mean weighted by precision.
        #[test]
        fn agrees_with_the_weighted_mean(data in prop::collection::vec((-3.0..3.0_f64, 0.1..3.0_f64), 2..6)) {
            let groups: Vec<GroupEstimate> = data.iter().map(|(x, se)| group(*x, *se)).collect();
            let weights: f64 = data.iter().map(|(_, se)| 1.0 / se / se).sum();
            let mean = data.iter().map(|(x, se)| x / se / se).sum::<f64>() / weights;
            let twin: f64 = data.iter().map(|(x, se)| (x - mean) * (x - mean) / se / se).sum();
            let ours = equality(&groups);
            prop_assert!((ours.chisq.unwrap() - twin).abs() < 1e-10 * (1.0 + twin));
            prop_assert_eq!(ours.df as usize, data.len() - 1);
        }
    }
}
