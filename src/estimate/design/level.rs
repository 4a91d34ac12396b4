//! The level of a test, and what power means under it.

use statrs::distribution::{ContinuousCDF, Normal};

use super::DesignError;
use super::error::probability;

/// Whether a test looks to one side or to both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// The whole level lies on the side of the alternative.
    One,
    /// Half of it does.
    Two,
}

/// The level of a test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TestLevel {
    /// The chance of rejecting a true null hypothesis.
    pub alpha: f64,
    /// On which sides.
    pub sides: Sides,
}

impl TestLevel {
    /// The level on the side of the alternative.
    ///
    /// # Errors
    /// [`DesignError::NotProbability`] for a level that is none.
    pub fn on_one_side(&self) -> Result<f64, DesignError> {
        let alpha = probability("the level of the test", self.alpha)?;
        Ok(match self.sides {
            Sides::One => alpha,
            Sides::Two => alpha / 2.0,
        })
    }

    /// The distance of the means, in standard deviations, at which a normal test has this power.
    ///
    /// # Definition
    /// `z(1 - a) + z(power)`, with `a` the level on the side of the alternative. That the test may reject on the
    /// other side is left out, as in the papers on sample size.
    pub(super) fn shift(&self, power: f64) -> Result<f64, DesignError> {
        let alpha = self.on_one_side()?;
        if probability("the power", power)? <= alpha {
            return Err(DesignError::PowerBelowLevel { power });
        }
        // The lower quantile keeps the digits of a small level.
        Ok(normal_quantile(power) - normal_quantile(alpha))
    }

    /// The power of a normal test at this distance of the means.
    pub(super) fn power(&self, shift: f64) -> Result<f64, DesignError> {
        let critical = -normal_quantile(self.on_one_side()?);
        Ok(0.5 * libm::erfc((critical - shift) * std::f64::consts::FRAC_1_SQRT_2))
    }
}

fn normal_quantile(probability: f64) -> f64 {
    Normal::standard().inverse_cdf(probability)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_r() {
        let two = TestLevel { alpha: 0.05, sides: Sides::Two };
        let one = TestLevel { alpha: 0.025, sides: Sides::One };
        // R: qnorm(.975) + qnorm(.8); the quantile has to be exact to ten digits for nine in the results
        assert!((two.shift(0.8).unwrap() - 2.801_585_218_112_969).abs() < 1e-12);
        assert_eq!(two.shift(0.8), one.shift(0.8));
        let small = TestLevel { alpha: 1e-8, sides: Sides::One };
        // R: qnorm(1e-8, lower = FALSE) + qnorm(.9)
        assert!((small.shift(0.9).unwrap() - 6.893_552_809_719_391).abs() < 1e-12);
        assert!((two.power(two.shift(0.8).unwrap()).unwrap() - 0.8).abs() < 1e-14);
        assert!((two.power(0.0).unwrap() - 0.025).abs() < 1e-14);
    }

    #[test]
    fn a_power_without_data_is_refused() {
        let one = TestLevel { alpha: 0.05, sides: Sides::One };
        assert_eq!(one.shift(0.05), Err(DesignError::PowerBelowLevel { power: 0.05 }));
        assert!(one.shift(1.0).is_err() && one.shift(f64::NAN).is_err());
        assert!(TestLevel { alpha: 1.0, sides: Sides::Two }.power(1.0).is_err());
    }
}
