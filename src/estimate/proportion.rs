//! A share of trials that succeed.

use statrs::distribution::{Beta, ContinuousCDF};

use super::confidence::normal_quantile;
use super::{Absent, EstimateError, Quantity};

/// The interval of a proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProportionMethod {
    /// Score interval: Wilson, J Am Stat Assoc 1927;22:209-12. R: `prop.test(x, n, correct = FALSE)`.
    #[default]
    Wilson,
    /// Exact: Clopper and Pearson, Biometrika 1934;26:404-13. R: `binom.test(x, n)`.
    ClopperPearson,
    /// Equal-tailed posterior under the prior `Beta(1/2, 1/2)`; 0 at `x = 0`, 1 at `x = n` on that side.
    /// Brown, Cai and `DasGupta`, Stat Sci 2001;16:101-33.
    Jeffreys,
    /// Agresti and Coull, Am Stat 1998;52:119-26, clipped to 0 and 1.
    AgrestiCoull,
    /// `p ± z sqrt(p (1 - p) / n)`, clipped to 0 and 1.
    Wald,
}

/// A proportion with its confidence limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proportion {
    /// Successes.
    pub x: u64,
    /// Trials.
    pub n: u64,
    /// `x / n`.
    pub estimate: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

/// Estimates a proportion.
///
/// # Definition
/// `x / n`, with limits by the method. No continuity correction.
///
/// # Input
/// `x` successes in `n` trials; a two-sided confidence level between 0 and 1.
///
/// # Returns
/// Values from 0 to 1.
///
/// # Edge cases
/// `n = 0`: absent (`not_estimable`). `x = 0` and `x = n` have intervals by every method, that of Wald
/// being of width 0. A confidence level that is none leaves the limits out.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if `x > n`.
///
/// # References
/// See [`ProportionMethod`]. R: `binom::binom.confint`.
///
/// # Examples
/// ```
/// use engraft::estimate::{ProportionMethod, proportion};
/// // 0 of 4 by Wald: nothing is known to be uncertain.
/// let share = proportion(0, 4, ProportionMethod::Wald, 0.95)?;
/// assert_eq!((share.conf_low, share.conf_high), (Ok(0.0), Ok(0.0)));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn proportion(
    x: u64,
    n: u64,
    method: ProportionMethod,
    conf_level: f64,
) -> Result<Proportion, EstimateError> {
    if x > n {
        return Err(EstimateError::TooManySuccesses { successes: x, trials: n });
    }
    let none = Err(Absent::NotEstimable);
    let Some(z) = normal_quantile(conf_level).filter(|_| n > 0) else {
        let estimate = if n == 0 { none } else { Ok(x as f64 / n as f64) };
        return Ok(Proportion { x, n, estimate, conf_low: none, conf_high: none });
    };
    let tail = (1.0 - conf_level) / 2.0;
    let (low, high) = match method {
        ProportionMethod::Wilson => wilson(x, n, z),
        ProportionMethod::ClopperPearson => clopper_pearson(x, n, tail),
        ProportionMethod::Jeffreys => jeffreys(x, n, tail),
        ProportionMethod::AgrestiCoull => {
            let n = n as f64 + z * z;
            symmetric((x as f64 + z * z / 2.0) / n, n, z)
        }
        ProportionMethod::Wald => symmetric(x as f64 / n as f64, n as f64, z),
    };
    Ok(Proportion { x, n, estimate: Ok(x as f64 / n as f64), conf_low: low, conf_high: high })
}

fn wilson(x: u64, n: u64, z: f64) -> (Quantity, Quantity) {
    let (low, high) = wilson_limits(x, n, z);
    (Ok(low), Ok(high))
}

/// Wilson's limits at a normal quantile, of at least one trial.
pub(super) fn wilson_limits(x: u64, n: u64, z: f64) -> (f64, f64) {
    let (successes, trials) = (x as f64, n as f64);
    let share = successes / trials;
    let centre = successes + z * z / 2.0;
    let half = z * libm::sqrt(trials * share * (1.0 - share) + z * z / 4.0);
    let scale = trials + z * z;
    let low = if x == 0 { 0.0 } else { ((centre - half) / scale).max(0.0) };
    let high = if x == n { 1.0 } else { ((centre + half) / scale).min(1.0) };
    (low, high)
}

fn symmetric(centre: f64, trials: f64, z: f64) -> (Quantity, Quantity) {
    let half = z * libm::sqrt(centre * (1.0 - centre) / trials);
    (Ok((centre - half).max(0.0)), Ok((centre + half).min(1.0)))
}

fn clopper_pearson(x: u64, n: u64, tail: f64) -> (Quantity, Quantity) {
    let (successes, failures) = (x as f64, (n - x) as f64);
    let low = if x == 0 { Ok(0.0) } else { beta_quantile(successes, failures + 1.0, tail) };
    // The upper limit is 1 minus the lower one of the failures: no loss in the upper tail.
    let high =
        if x == n { Ok(1.0) } else { beta_quantile(failures, successes + 1.0, tail).map(|low| 1.0 - low) };
    (low, high)
}

fn jeffreys(x: u64, n: u64, tail: f64) -> (Quantity, Quantity) {
    let (successes, failures) = (x as f64 + 0.5, (n - x) as f64 + 0.5);
    let low = if x == 0 { Ok(0.0) } else { beta_quantile(successes, failures, tail) };
    let high = if x == n { Ok(1.0) } else { beta_quantile(failures, successes, tail).map(|low| 1.0 - low) };
    (low, high)
}

/// The lower `tail` quantile of a beta distribution, by bisection of its distribution function.
pub(super) fn beta_quantile(a: f64, b: f64, tail: f64) -> Quantity {
    let beta = Beta::new(a, b).map_err(|_| Absent::NotEstimable)?;
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return Ok(middle);
        }
        if beta.cdf(middle) < tail { low = middle } else { high = middle }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(x: u64, n: u64, method: ProportionMethod, level: f64) -> (f64, f64) {
        let share = proportion(x, n, method, level).unwrap();
        (share.conf_low.unwrap(), share.conf_high.unwrap())
    }

    fn near(ours: (f64, f64), reference: (f64, f64)) {
        for (ours, reference) in [(ours.0, reference.0), (ours.1, reference.1)] {
            assert!((ours - reference).abs() <= 1e-9 * reference, "{ours} is not {reference}");
        }
    }

    #[test]
    fn as_r() {
        use ProportionMethod::{ClopperPearson, Jeffreys, Wilson};
        // R: prop.test(x, n, correct = FALSE), binom.test(x, n), qbeta(c(a, 1 - a), x + .5, n - x + .5)
        near(limits(7, 20, Wilson, 0.95), (0.181_191_824_101_082_1, 0.567_145_723_314_763_7));
        near(limits(7, 20, ClopperPearson, 0.95), (0.153_909_204_784_541_1, 0.592_188_534_532_828_2));
        near(limits(7, 20, Jeffreys, 0.95), (0.172_276_213_631_912, 0.567_766_093_841_496_1));
        near(limits(1, 1000, Wilson, 0.99), (1.174_163_536_183_218e-4, 8.460_566_219_981_692e-3));
        near(limits(1, 1000, ClopperPearson, 0.99), (5.012_529_260_777_512e-6, 7.406_286_938_352_991e-3));
        near(limits(1, 1000, Jeffreys, 0.99), (3.586_921_333_728_692e-5, 6.400_116_047_383_883e-3));
        near(limits(999, 1000, ClopperPearson, 0.95), (0.994_441_075_720_173_4, 0.999_974_682_512_508_8));
        near(
            limits(50_000, 100_000, ClopperPearson, 0.9),
            (0.497_394_282_260_283_5, 0.502_605_717_739_716_5),
        );
        near(limits(50_000, 100_000, Jeffreys, 0.9), (0.497_399_282_153_303_4, 0.502_600_717_846_696_6));
    }

    #[test]
    fn none_and_all() {
        use ProportionMethod::{ClopperPearson, Jeffreys, Wald, Wilson};
        near(limits(0, 9, Wilson, 0.95), (0.0, 0.299_145_048_419_544));
        near(limits(0, 9, ClopperPearson, 0.95), (0.0, 0.336_267_116_879_942_9));
        near(limits(0, 9, Jeffreys, 0.95), (0.0, 0.237_610_098_632_903_1));
        near(limits(9, 9, Jeffreys, 0.95), (0.762_389_901_367_097, 1.0));
        near(limits(9, 9, ClopperPearson, 0.95), (0.663_732_883_120_057_1, 1.0));
        near(limits(9, 9, Wald, 0.95), (1.0, 1.0));
    }

    #[test]
    fn by_hand() {
        // z = 2 would give 0 of 4: Agresti-Coull centre 2/8, half 2 sqrt(3/16/8), clipped below.
        let (low, high) = symmetric(0.25, 8.0, 2.0);
        assert_eq!(low, Ok(0.0));
        assert!((high.unwrap() - (0.25 + 2.0 * libm::sqrt(0.1875 / 8.0))).abs() < 1e-15);
        assert_eq!(symmetric(0.5, 4.0, 2.0), (Ok(0.0), Ok(1.0)));
    }

    #[test]
    fn nobody_and_nonsense() {
        let nobody = proportion(0, 0, ProportionMethod::Wilson, 0.95).unwrap();
        assert_eq!(
            (nobody.estimate, nobody.conf_low),
            (Err(Absent::NotEstimable), Err(Absent::NotEstimable))
        );
        assert!(proportion(2, 1, ProportionMethod::Wilson, 0.95).is_err());
        assert_eq!(proportion(3, 12, ProportionMethod::Wilson, 0.95).unwrap().estimate, Ok(0.25));
        let no_level = proportion(1, 2, ProportionMethod::Wald, 1.0).unwrap();
        assert_eq!((no_level.estimate, no_level.conf_high), (Ok(0.5), Err(Absent::NotEstimable)));
    }
}
