//! The share of several strata together.

use super::association::Counts;
use super::confidence::normal_quantile;
use super::proportion::wilson_limits;
use super::{Absent, EstimateError, Quantity};

/// The weights are iterated at most so often.
const MOST_ROUNDS: usize = 10;
/// The weights have settled when the sum of their changes is less.
const SETTLED: f64 = 1e-3;

/// A share over strata with its confidence limits.
#[derive(Debug, Clone, PartialEq)]
pub struct StratifiedProportion {
    /// Successes in all strata.
    pub x: u64,
    /// Trials in all strata.
    pub n: u64,
    /// `x / n`.
    pub estimate: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
    /// The sum of the shares of the strata with these weights, which the limits are about.
    pub weighted: Quantity,
    /// The weight of each stratum that has trials; empty where there are no limits.
    pub weights: Vec<f64>,
}

/// The stratified Wilson interval.
///
/// # Definition
/// The limits are the weighted sums of the Wilson limits of the strata, each at the quantile
/// `z sqrt(sum w² v) / sum(w sqrt v)`, `v = p (1 - p) / n`, with equal weights in it. The weights
/// are proportional to `(1 + z² / n)² / (v + z² / 4n²)`, so that the sum of the squared lengths of the
/// intervals, weighted, is least; the quantile with the new weights gives newer ones, until they change by
/// less than 0.001 in all. No continuity correction.
///
/// # Input
/// One stratum an element; those without trials are passed over.
///
/// # Returns
/// The crude share, the weighted one, and limits from 0 to 1. Where strata differ much the limits, which are
/// about the weighted share, may leave out the crude one.
///
/// # Edge cases
/// No trials at all: `not_estimable`. Every stratum with none or all: the quantile is not defined, the limits
/// are `not_estimable`. Weights that do not settle in ten rounds: `not_converged`. With one
/// stratum the interval is Wilson's.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if a stratum has more successes than trials;
/// [`EstimateError::Overflow`] if the sums do not fit.
///
/// # References
/// Yan and Su, Stat Biopharm Res 2010;2:329-35. R: `tern::prop_strat_wilson`,
/// `cardx::proportion_ci_strat_wilson`, which keep the quantile of equal weights for the limits and stop at
/// 0.001, as we do.
///
/// # Examples
/// ```
/// use engraft::estimate::{ProportionMethod, association::Counts, proportion, stratified_wilson};
/// let one = stratified_wilson(&[Counts { x: 3, n: 10 }], 0.95)?;
/// let wilson = proportion(3, 10, ProportionMethod::Wilson, 0.95)?;
/// assert!((one.conf_low.unwrap() - wilson.conf_low.unwrap()).abs() < 1e-15);
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn stratified_wilson(strata: &[Counts], conf_level: f64) -> Result<StratifiedProportion, EstimateError> {
    let Counts { x, n } = Counts::sum(strata)?;
    let occupied: Vec<Counts> = strata.iter().copied().filter(|stratum| stratum.n > 0).collect();
    let estimate = if n == 0 { Err(Absent::NotEstimable) } else { Ok(x as f64 / n as f64) };
    let limits = match normal_quantile(conf_level) {
        Some(z) => limits(&occupied, z),
        None => Err(Absent::NotEstimable),
    };
    Ok(match limits {
        Ok((low, high, weights)) => {
            let weighted = occupied.iter().zip(&weights).map(|(one, weight)| weight * one.share()).sum();
            StratifiedProportion {
                x,
                n,
                estimate,
                conf_low: Ok(low),
                conf_high: Ok(high),
                weighted: Ok(weighted),
                weights,
            }
        }
        Err(reason) => StratifiedProportion {
            x,
            n,
            estimate,
            conf_low: Err(reason),
            conf_high: Err(reason),
            weighted: Err(reason),
            weights: Vec::new(),
        },
    })
}

fn limits(strata: &[Counts], z: f64) -> Result<(f64, f64, Vec<f64>), Absent> {
    let variances: Vec<f64> =
        strata.iter().map(|one| one.share() * (1.0 - one.share()) / one.n as f64).collect();
    if variances.iter().all(|variance| *variance == 0.0) {
        return Err(Absent::NotEstimable);
    }
    let equal = vec![1.0 / strata.len() as f64; strata.len()];
    let quantile = stratum_quantile(&variances, &equal, z);
    let weights = settled(strata, &variances, (equal, quantile), z)?;
    let (mut low, mut high) = (0.0, 0.0);
    for (stratum, weight) in strata.iter().zip(&weights) {
        let (stratum_low, stratum_high) = wilson_limits(stratum.x, stratum.n, quantile);
        low += weight * stratum_low;
        high += weight * stratum_high;
    }
    Ok((low.max(0.0), high.min(1.0), weights))
}

fn settled(
    strata: &[Counts],
    variances: &[f64],
    (mut weights, mut quantile): (Vec<f64>, f64),
    z: f64,
) -> Result<Vec<f64>, Absent> {
    for _ in 0..MOST_ROUNDS {
        let newer = least_squares_weights(strata, variances, quantile);
        quantile = stratum_quantile(variances, &newer, z);
        let change: f64 = newer.iter().zip(&weights).map(|(new, old)| (new - old).abs()).sum();
        weights = newer;
        if change < SETTLED {
            return Ok(weights);
        }
    }
    Err(Absent::NotConverged)
}

/// The quantile at which the weighted sum of the strata's limits has the level that belongs to `z`.
fn stratum_quantile(variances: &[f64], weights: &[f64], z: f64) -> f64 {
    let (mut squares, mut roots) = (0.0, 0.0);
    for (variance, weight) in variances.iter().zip(weights) {
        squares += weight * weight * variance;
        roots += weight * libm::sqrt(*variance);
    }
    z * libm::sqrt(squares) / roots
}

fn least_squares_weights(strata: &[Counts], variances: &[f64], z: f64) -> Vec<f64> {
    let raw: Vec<f64> = strata
        .iter()
        .zip(variances)
        .map(|(stratum, variance)| {
            let n = stratum.n as f64;
            let scale = 1.0 + z * z / n;
            scale * scale / (variance + z * z / (4.0 * n * n))
        })
        .collect();
    let sum: f64 = raw.iter().sum();
    raw.iter().map(|weight| weight / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(pairs: &[(u64, u64)]) -> Vec<Counts> {
        pairs.iter().map(|(x, n)| Counts { x: *x, n: *n }).collect()
    }

    #[test]
    fn by_hand() {
        // Two like strata: weights 1/2, quantile z / sqrt 2; the Wilson limits of 2 of 4 at it are
        // 1/2 ± q sqrt(1/16 + q²/64) / (1 + q²/4).
        let q = normal_quantile(0.95).unwrap() / libm::sqrt(2.0);
        let half = q * libm::sqrt(1.0 / 16.0 + q * q / 64.0) / (1.0 + q * q / 4.0);
        let both = stratified_wilson(&counts(&[(2, 4), (2, 4)]), 0.95).unwrap();
        assert!((both.conf_low.unwrap() - (0.5 - half)).abs() < 1e-15);
        assert!((both.conf_high.unwrap() - (0.5 + half)).abs() < 1e-15);
        assert_eq!((both.x, both.n, both.estimate), (4, 8, Ok(0.5)));
        assert_eq!((both.weighted, both.weights.as_slice()), (Ok(0.5), &[0.5, 0.5][..]));
    }

    #[test]
    fn none_or_all_everywhere_has_no_interval() {
        for strata in [&[(0, 3), (0, 9)][..], &[(0, 3), (9, 9)], &[], &[(0, 0)]] {
            let all = stratified_wilson(&counts(strata), 0.95).unwrap();
            assert_eq!((all.conf_low, all.conf_high), (Err(Absent::NotEstimable), Err(Absent::NotEstimable)));
        }
        assert_eq!(stratified_wilson(&counts(&[(0, 3), (9, 9)]), 0.95).unwrap().estimate, Ok(0.75));
        assert!(stratified_wilson(&counts(&[(4, 3)]), 0.95).is_err());
    }

    #[test]
    fn empty_strata_and_order_do_not_matter() {
        let some = stratified_wilson(&counts(&[(3, 10), (1, 4), (9, 12)]), 0.9).unwrap();
        let other = stratified_wilson(&counts(&[(9, 12), (0, 0), (1, 4), (3, 10)]), 0.9).unwrap();
        assert!((some.conf_low.unwrap() - other.conf_low.unwrap()).abs() < 1e-15);
        assert!((some.conf_high.unwrap() - other.conf_high.unwrap()).abs() < 1e-15);
    }
}
