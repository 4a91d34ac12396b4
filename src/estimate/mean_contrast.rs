//! Restricted means of two groups compared: their difference and their ratio, each with a test.

use super::{Absent, Quantity, RestrictedMean};

/// Two restricted means compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanContrast {
    /// The first less the other.
    pub difference: RestrictedMean,
    /// Two-sided probability of such a difference where there is none.
    pub difference_p: Quantity,
    /// The first by the other; its standard error is that of the logarithm.
    pub ratio: RestrictedMean,
    /// Two-sided probability of such a ratio where it is 1.
    pub ratio_p: Quantity,
}

/// Compares the restricted mean of a group with that of another, independent one.
///
/// # Definition
/// Difference `a - b` with variance `var a + var b`; ratio `a / b` with variance of its logarithm
/// `var a / a² + var b / b²`; limits plus and minus `z` standard errors, of the ratio on the logarithmic scale.
/// Probabilities: twice the upper normal tail of the estimate (of the ratio, its logarithm) over its standard error.
///
/// # Input
/// Two means to the same horizon: of survival time, or of time lost.
///
/// # Returns
/// Difference and ratio with limits and probabilities.
///
/// # Edge cases
/// A mean that is absent: its reason. No variance in either: no limits and no probability (`no_events`). A mean
/// of 0: no ratio (`not_estimable`).
///
/// # References
/// Royston and Parmar, Stat Med 2011;30:2409-21; Uno et al., J Clin Oncol 2014;32:2380-5. R: `survRM2::rmst2`,
/// unadjusted.
///
/// # Examples
/// ```
/// use engraft::estimate::{RestrictedMean, mean_contrast};
/// let mean = |estimate, std_error| RestrictedMean::of(5.0, Ok(estimate), Ok(std_error));
/// let contrast = mean_contrast(&mean(4.0, 0.3), &mean(2.0, 0.4), 0.95);
/// assert_eq!((contrast.difference.estimate, contrast.difference.std_error), (Ok(2.0), Ok(0.5)));
/// assert_eq!(contrast.ratio.estimate, Ok(2.0));
/// ```
pub fn mean_contrast(mean: &RestrictedMean, other: &RestrictedMean, conf_level: f64) -> MeanContrast {
    let difference = mean.difference(other, conf_level);
    let ratio = mean.ratio(other, conf_level);
    MeanContrast {
        difference,
        difference_p: difference.estimate.and_then(|estimate| two_sided(estimate, difference.std_error)),
        ratio,
        ratio_p: ratio.estimate.and_then(|estimate| two_sided(libm::log(estimate), ratio.std_error)),
    }
}

fn two_sided(estimate: f64, std_error: Quantity) -> Quantity {
    let std_error = std_error?;
    if std_error > 0.0 {
        Ok(libm::erfc(estimate.abs() / std_error * std::f64::consts::FRAC_1_SQRT_2))
    } else {
        Err(Absent::NoEvents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(estimate: f64, std_error: f64) -> RestrictedMean {
        RestrictedMean::of(5.0, Ok(estimate), Ok(std_error))
    }

    #[test]
    fn by_hand() {
        let contrast = mean_contrast(&mean(4.0, 0.3), &mean(2.0, 0.4), 0.95);
        // R: 2 * pnorm(-4), 2 * pnorm(-log(2) / sqrt(0.09 / 16 + 0.16 / 4))
        assert!((contrast.difference_p.unwrap() / 6.334_248_366_623_985e-5 - 1.0).abs() < 1e-13);
        let error = libm::sqrt(0.09 / 16.0 + 0.04);
        assert!((contrast.ratio.std_error.unwrap() - error).abs() < 1e-15);
        assert!((contrast.ratio_p.unwrap() / 0.001_174_219_005_838_226_4 - 1.0).abs() < 1e-13);
        // The other way round: the same test.
        let back = mean_contrast(&mean(2.0, 0.4), &mean(4.0, 0.3), 0.95);
        assert_eq!((back.difference.estimate, back.difference_p), (Ok(-2.0), contrast.difference_p));
    }

    #[test]
    fn without_events_or_without_time() {
        let certain = mean_contrast(&mean(5.0, 0.0), &mean(5.0, 0.0), 0.95);
        assert_eq!((certain.difference.estimate, certain.difference_p), (Ok(0.0), Err(Absent::NoEvents)));
        assert_eq!((certain.ratio.estimate, certain.ratio_p), (Ok(1.0), Err(Absent::NoEvents)));
        let one_sided = mean_contrast(&mean(5.0, 0.0), &mean(4.0, 0.5), 0.95);
        assert_eq!(one_sided.difference.std_error, Ok(0.5));
        let nothing_lost = mean_contrast(&mean(1.0, 0.1), &mean(0.0, 0.0), 0.95);
        assert_eq!(nothing_lost.difference.estimate, Ok(1.0));
        assert_eq!(nothing_lost.ratio_p, Err(Absent::NotEstimable));
        let none = RestrictedMean::of(5.0, Err(Absent::BeyondFollowup), Err(Absent::BeyondFollowup));
        assert_eq!(mean_contrast(&none, &mean(4.0, 0.5), 0.95).difference_p, Err(Absent::BeyondFollowup));
    }
}
