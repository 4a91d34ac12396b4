//! Size and power of the exact test of one proportion.

use super::binomial::upper_tails;
use super::error::probability;
use super::{DesignError, TestLevel};
use crate::estimate::Absent;

/// A single arm held against a proportion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SingleArm {
    /// The proportion under the null hypothesis.
    pub null: f64,
    /// The proportion at which the power is wanted; above or below the other.
    pub alternative: f64,
    /// The level of the test.
    pub level: TestLevel,
}

/// What the exact test does with `n` subjects.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExactDesign {
    /// Subjects.
    pub n: u64,
    /// The null hypothesis is rejected from so many successes on (down, if the alternative is lower); none if
    /// no result rejects it.
    pub critical: Option<u64>,
    /// The chance of rejecting under the null hypothesis.
    pub alpha: f64,
    /// The chance of rejecting under the alternative.
    pub power: f64,
}

/// The sizes of a single arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SingleArmSize {
    /// The smallest that reaches the power.
    pub smallest: Result<ExactDesign, Absent>,
    /// The smallest from which on every larger one does, too, up to the bound.
    pub stable: Result<ExactDesign, Absent>,
}

impl SingleArm {
    fn check(&self) -> Result<(), DesignError> {
        probability("the proportion under the null hypothesis", self.null)?;
        probability("the proportion under the alternative", self.alternative)?;
        if self.null == self.alternative { Err(DesignError::NoDifference) } else { Ok(()) }
    }

    fn at(&self, n: u64, alpha: f64) -> ExactDesign {
        // Fewer successes are more failures.
        let greater = self.alternative > self.null;
        let chance = |share: f64| if greater { share } else { 1.0 - share };
        let null = upper_tails(n, chance(self.null));
        let alternative = upper_tails(n, chance(self.alternative));
        // A level that is met but for rounding is met.
        let bound = alpha * (1.0 + 1e-9);
        let from = null.partition_point(|tail| *tail > bound);
        let critical = u64::try_from(from).ok().filter(|from| *from <= n);
        ExactDesign {
            n,
            critical: critical.map(|from| if greater { from } else { n - from }),
            alpha: null[from],
            power: alternative[from],
        }
    }
}

/// The exact test of one proportion with `n` subjects.
///
/// # Definition
/// `X` of `n` succeed. For an alternative above the null proportion, `r` is the smallest number with
/// `P(X >= r | null) <= a`; the test rejects if `X >= r`. Below, with `X <= r`. `a` is the level on the side of the
/// alternative.
///
/// # Returns
/// The critical number, and the exact chances of rejecting under both hypotheses.
///
/// # Edge cases
/// So few subjects that no result is rare enough: no critical number, level and power 0.
///
/// # Errors
/// [`DesignError`] for proportions that are not strictly between 0 and 1, or equal.
///
/// # References
/// Fleming, Biometrics 1982;38:143-51, for one stage; A'Hern, Stat Med 2001;20:859-66. R:
/// `pbinom(r - 1, n, p, lower.tail = FALSE)`.
///
/// # Examples
/// ```
/// use engraft::estimate::design::{Sides, SingleArm, TestLevel, single_arm_exact};
/// let level = TestLevel { alpha: 0.125, sides: Sides::One };
/// let three = single_arm_exact(&SingleArm { null: 0.5, alternative: 0.75, level }, 3)?;
/// assert_eq!((three.critical, three.alpha), (Some(3), 0.125));
/// # Ok::<(), engraft::estimate::design::DesignError>(())
/// ```
pub fn single_arm_exact(design: &SingleArm, n: u64) -> Result<ExactDesign, DesignError> {
    design.check()?;
    Ok(design.at(n, design.level.on_one_side()?))
}

/// The size of a single arm for the exact test of its proportion.
///
/// # Definition
/// The smallest `n` at which [`single_arm_exact`] has the power. Since the critical number is whole, the power falls
/// whenever it rises by one (the sawtooth); the second size is the smallest from which on the power is held.
///
/// # Input
/// The power, and the largest number of subjects that is looked at.
///
/// # Returns
/// Both sizes with their critical numbers.
///
/// # Edge cases
/// A power not reached up to the bound: `not_reached`.
///
/// # Errors
/// As [`single_arm_exact`]; a power that is not between the level and 1.
///
/// # References
/// Chernick and Liu, Am Stat 2002;56:149-55, on the sawtooth.
///
/// # Examples
/// ```
/// use engraft::estimate::design::{Sides, SingleArm, TestLevel, single_arm_size};
/// let level = TestLevel { alpha: 0.05, sides: Sides::One };
/// let size = single_arm_size(&SingleArm { null: 0.1, alternative: 0.3, level }, 0.8, 200)?;
/// assert_eq!(size.smallest.map(|design| (design.n, design.critical)), Ok((25, Some(6))));
/// # Ok::<(), engraft::estimate::design::DesignError>(())
/// ```
pub fn single_arm_size(design: &SingleArm, power: f64, largest: u64) -> Result<SingleArmSize, DesignError> {
    design.check()?;
    let alpha = design.level.on_one_side()?;
    design.level.shift(power)?;
    let none = Err(Absent::NotReached);
    let mut size = SingleArmSize { smallest: none, stable: none };
    for n in 1..=largest {
        let exact = design.at(n, alpha);
        if exact.power < power {
            size.stable = none;
        } else {
            size.smallest = size.smallest.or(Ok(exact));
            size.stable = size.stable.or(Ok(exact));
        }
    }
    Ok(size)
}

#[cfg(test)]
mod tests {
    use super::super::Sides;
    use super::*;

    fn design(null: f64, alternative: f64) -> SingleArm {
        SingleArm { null, alternative, level: TestLevel { alpha: 0.05, sides: Sides::One } }
    }

    #[test]
    fn by_hand() {
        // Five throws, level 1/20: five heads have 1/32, four or five 6/32. Under 3/4: 243/1024.
        let five = single_arm_exact(&design(0.5, 0.75), 5).unwrap();
        let expected = ExactDesign { n: 5, critical: Some(5), alpha: 1.0 / 32.0, power: 243.0 / 1024.0 };
        assert_eq!((five.n, five.critical, five.alpha), (expected.n, expected.critical, expected.alpha));
        assert!((five.power - expected.power).abs() < 1e-15);
        // Four throws: even four heads have 1/16.
        let four = single_arm_exact(&design(0.5, 0.75), 4).unwrap();
        assert_eq!(four, ExactDesign { n: 4, critical: None, alpha: 0.0, power: 0.0 });
    }

    #[test]
    fn a_level_that_is_met_exactly_is_met() {
        let level = TestLevel { alpha: 0.0625, sides: Sides::Two };
        let five = single_arm_exact(&SingleArm { level, ..design(0.5, 0.9) }, 5).unwrap();
        assert_eq!(five.critical, Some(5));
    }

    #[test]
    fn fewer_successes_are_more_failures() {
        for n in 1..60 {
            let up = single_arm_exact(&design(0.25, 0.5), n).unwrap();
            let down = single_arm_exact(&design(0.75, 0.5), n).unwrap();
            assert_eq!(up.critical.map(|from| n - from), down.critical);
            assert_eq!((up.alpha, up.power), (down.alpha, down.power));
        }
    }

    #[test]
    fn the_stable_size_holds_its_power() {
        let arm = design(0.1, 0.3);
        let size = single_arm_size(&arm, 0.8, 200).unwrap();
        let (smallest, stable) = (size.smallest.unwrap(), size.stable.unwrap());
        assert!(smallest.n < stable.n);
        assert!((stable.n..200).all(|n| single_arm_exact(&arm, n).unwrap().power >= 0.8));
        assert!(single_arm_exact(&arm, stable.n - 1).unwrap().power < 0.8);
        assert!((1..smallest.n).all(|n| single_arm_exact(&arm, n).unwrap().power < 0.8));
    }

    #[test]
    fn what_cannot_be() {
        let size = single_arm_size(&design(0.5, 0.51), 0.9, 50).unwrap();
        assert_eq!((size.smallest, size.stable), (Err(Absent::NotReached), Err(Absent::NotReached)));
        assert_eq!(single_arm_exact(&design(0.3, 0.3), 9), Err(DesignError::NoDifference));
        assert!(single_arm_exact(&design(0.0, 0.3), 9).is_err());
        assert!(single_arm_size(&design(0.1, 0.3), 0.04, 50).is_err());
    }
}
