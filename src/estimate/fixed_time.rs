//! Do groups differ in their survival at one time.

use super::{Absent, Equality, GroupEstimate, equality};

/// Tests whether groups have the same survival probability at one time.
///
/// # Definition
/// Each `S(t)` is taken to `log(-log S)`, whose variance is `(se / (S log S))²`, `se` the standard error of `S`;
/// the statistic is [`equality`] of these. Of two groups: `(difference)² / (sum of variances)`.
///
/// # Input
/// For each group the survival probability at the time and its standard error; of a cumulative incidence, one
/// less it and the same standard error.
///
/// # Returns
/// Chi-square with one degree of freedom less than there are groups.
///
/// # Edge cases
/// A group without events so far: `no_events`; one whose curve is at 0: `not_estimable`; one that is not followed
/// so long: `beyond_followup`. The test is of all groups, so that none is left out.
///
/// # References
/// Klein, Logan, Harhoff and Andersen, Stat Med 2007;26:4505-19, equation 3 (the complementary log-log
/// transformation, which holds its level best in their comparison).
///
/// # Examples
/// ```
/// use engraft::estimate::{Absent, GroupEstimate, fixed_time};
/// let group = |estimate, std_error| GroupEstimate { estimate: Ok(estimate), std_error: Ok(std_error) };
/// assert_eq!(fixed_time(&[group(0.5, 0.1), group(0.5, 0.1)]).chisq, Ok(0.0));
/// assert_eq!(fixed_time(&[group(1.0, 0.0), group(0.5, 0.1)]).p_value, Err(Absent::NoEvents));
/// ```
pub fn fixed_time(groups: &[GroupEstimate]) -> Equality {
    let transformed: Vec<GroupEstimate> = groups.iter().map(complementary_log_log).collect();
    equality(&transformed)
}

/// `log(-log S)` and its standard error.
fn complementary_log_log(group: &GroupEstimate) -> GroupEstimate {
    let values = || -> Result<_, Absent> {
        let survival = group.estimate?;
        if survival >= 1.0 {
            return Err(Absent::NoEvents);
        }
        if survival <= 0.0 {
            return Err(Absent::NotEstimable);
        }
        let hazard = -libm::log(survival);
        Ok((libm::log(hazard), group.std_error? / (survival * hazard)))
    };
    match values() {
        Ok((estimate, std_error)) => GroupEstimate { estimate: Ok(estimate), std_error: Ok(std_error) },
        Err(reason) => GroupEstimate { estimate: Err(reason), std_error: Err(reason) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{Interval, KaplanMeierOptions, RiskTable, kaplan_meier};

    fn at(data: &[(f64, u32)], time: f64) -> GroupEstimate {
        let intervals: Vec<_> = data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect();
        let step =
            kaplan_meier(&RiskTable::new(&intervals, 1, 3).unwrap(), &KaplanMeierOptions::default()).at(time);
        GroupEstimate { estimate: step.estimate, std_error: step.std_error }
    }

    #[test]
    fn by_hand() {
        // At 2: S = 1/2 with Greenwood sum 1/(4 * 3) + 1/(3 * 2) = 1/4, and S = 2/3 with 1/(3 * 2).
        let a = at(&[(1.0, 1), (2.0, 1), (3.0, 0), (4.0, 1)], 2.0);
        let b = at(&[(2.0, 1), (3.0, 1), (4.0, 1)], 2.0);
        let (la, lb) = (libm::log(2.0), libm::log(1.5));
        let difference = libm::log(la) - libm::log(lb);
        let expected = difference * difference / (0.25 / (la * la) + 1.0 / 6.0 / (lb * lb));
        let test = fixed_time(&[a, b]);
        assert!((test.chisq.unwrap() - expected).abs() < 1e-14 && test.df == 1);
    }

    #[test]
    fn groups_without_a_curve_there() {
        let fine = at(&[(1.0, 1), (3.0, 1), (4.0, 0)], 2.0);
        let reasons = [
            (at(&[(3.0, 1)], 2.0), Absent::NoEvents),
            (at(&[(1.0, 1)], 2.0), Absent::NotEstimable),
            (at(&[(1.0, 1), (1.5, 0)], 2.0), Absent::BeyondFollowup),
            (at(&[], 2.0), Absent::NotEstimable),
        ];
        for (group, reason) in reasons {
            assert_eq!(fixed_time(&[fine, group, fine]).p_value, Err(reason));
        }
    }
}
