//! A share against a rate that is known, such as a historical one.

use super::unimodal::{AS_LIKELY, Unimodal};
use super::{Absent, EstimateError, Quantity};

/// The exact two-sided test of one share.
///
/// # Definition
/// The probability, under the rate `null`, of all outcomes no likelier than the observed one: of those on its
/// own side of `n null`, the observed and beyond; of those on the other side, with a probability of at most
/// `1 + 1e-7` times that of the observed.
///
/// # Input
/// `x` successes in `n` trials; a rate from 0 to 1.
///
/// # Returns
/// The p-value, above 0. One too small for a float is the smallest float.
///
/// # Edge cases
/// `n = 0`, or a rate that is none: `not_estimable`. A rate of 0 or 1 gives 1 where it is what was seen,
/// and `not_estimable` where it is impossible.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if `x > n`.
///
/// # References
/// R: `binom.test(x, n, p)`.
///
/// # Examples
/// ```
/// use engraft::estimate::exact_binomial_test;
/// // 0 or 4 of 4 against 1/2: 2/16.
/// assert_eq!(exact_binomial_test(4, 4, 0.5)?, Ok(0.125));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn exact_binomial_test(x: u64, n: u64, null: f64) -> Result<Quantity, EstimateError> {
    if x > n {
        return Err(EstimateError::TooManySuccesses { successes: x, trials: n });
    }
    if n == 0 || !(0.0..=1.0).contains(&null) {
        return Ok(Err(Absent::NotEstimable));
    }
    if null == 0.0 || null == 1.0 {
        let certain = if null == 0.0 { 0 } else { n };
        return Ok(if x == certain { Ok(1.0) } else { Err(Absent::NotEstimable) });
    }
    let (trials, expected) = (n as f64, n as f64 * null);
    let odds = null / (1.0 - null);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and n; near the mode is enough"
    )]
    let mode = (libm::floor((trials + 1.0) * null) as u64).min(n);
    let ratio = |i: u64| (trials - i as f64) / (i as f64 + 1.0) * odds;
    let observed = x as f64;
    let counts = |value: u64, term: f64, at_observed: f64| {
        let other = value as f64;
        if observed < expected {
            value <= x || (other >= expected && term <= at_observed * AS_LIKELY)
        } else {
            value >= x || (other <= expected && term <= at_observed * AS_LIKELY)
        }
    };
    if observed == expected {
        return Ok(Ok(1.0));
    }
    Ok(Ok(Unimodal { low: 0, high: n, mode, ratio }.probability(x, counts)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use crate::estimate::sample::fixed_cases;

    fn p(x: u64, n: u64, null: f64) -> f64 {
        exact_binomial_test(x, n, null).unwrap().unwrap()
    }

    #[test]
    fn by_hand() {
        // 1 of 4 against 1/2: 0, 1, 3 and 4 are no likelier, 10/16.
        assert!((p(1, 4, 0.5) - 0.625).abs() < 1e-15);
        // 0 of 3 against 1/3: 8/27 and 1/27 (all three); 1 (12/27) and 2 (6/27): 2 is less likely too.
        assert!((p(0, 3, 1.0 / 3.0) - 15.0 / 27.0).abs() < 1e-14);
        assert_eq!(p(2, 4, 0.5), 1.0);
    }

    #[test]
    fn as_r() {
        // R: binom.test(x, n, p)$p.value
        for (x, n, null, reference) in [
            (7, 20, 0.3, 0.629_497_966_676_677_3),
            (0, 10, 0.3, 0.038_839_603_3),
            (10, 10, 0.3, 5.904_9e-6),
            (90, 100, 0.5, 3.063_290_175_437_988e-17),
            (60_000, 100_000, 0.5, f64::MIN_POSITIVE),
        ] {
            let ours = p(x, n, null);
            assert!(
                (ours - reference).abs() <= 1e-9 * reference,
                "{x} of {n}: {ours:e} is not {reference:e}"
            );
        }
    }

    #[test]
    fn nobody_and_certain_rates() {
        assert_eq!(exact_binomial_test(0, 0, 0.5).unwrap(), Err(Absent::NotEstimable));
        assert_eq!(exact_binomial_test(1, 2, f64::NAN).unwrap(), Err(Absent::NotEstimable));
        assert_eq!(exact_binomial_test(1, 2, 0.0).unwrap(), Err(Absent::NotEstimable));
        assert_eq!(exact_binomial_test(2, 2, 1.0).unwrap(), Ok(1.0));
        assert!(exact_binomial_test(3, 2, 0.5).is_err());
    }

    /// Every term by its own formula.
    fn plainly(x: u64, n: u64, null: f64) -> f64 {
        let choose = |i: u64| (0..i).map(|j| (n - j) as f64 / (j + 1) as f64).product::<f64>();
        let exponent = |i: u64| i32::try_from(i).unwrap();
        let terms: Vec<f64> = (0..=n)
            .map(|i| choose(i) * null.powi(exponent(i)) * (1.0 - null).powi(exponent(n - i)))
            .collect();
        let limit = terms[usize::try_from(x).unwrap()] * AS_LIKELY;
        terms.iter().filter(|term| **term <= limit).sum()
    }

    proptest! {
        #![proptest_config(fixed_cases(200))]

        #[test]
        fn is_the_sum_of_the_terms((n, x) in (1u64..40).prop_flat_map(|n| (Just(n), 0..=n)), null in 0.05f64..0.95) {
            let (ours, twin) = (p(x, n, null), plainly(x, n, null));
            prop_assert!((ours - twin).abs() <= 1e-11 * twin, "{} is not {}", ours, twin);
        }

        #[test]
        fn failures_are_the_mirror((n, x) in (1u64..60).prop_flat_map(|n| (Just(n), 0..=n)), null in 0.05f64..0.95) {
            prop_assert!((p(x, n, null) - p(n - x, n, 1.0 - null)).abs() < 1e-9);
        }
    }
}
