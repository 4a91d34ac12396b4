//! Do two groups differ in their hazard early, late or throughout: the largest of four weighted log-rank tests.

use super::weighted_logrank::{Instant, Walk, Weigher, check_shape};
use super::{Absent, EstimateError, Events, Quantity, RiskTable, Weight, largest_exceeds};

/// Exponents `(rho, gamma)` of the Fleming-Harrington weights that are combined: all times alike, early, late and
/// middle differences.
pub const MAX_COMBO_WEIGHTS: [(f64, f64); 4] = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)];

const SIZE: usize = MAX_COMBO_WEIGHTS.len();

/// One of the tests that are combined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedStatistic {
    /// Exponent of `S(t-)`.
    pub rho: f64,
    /// Exponent of `1 - S(t-)`.
    pub gamma: f64,
    /// The standardised statistic: above 0 where the second group has more events than expected.
    pub z: Quantity,
    /// Its own two-sided probability.
    pub p_value: Quantity,
}

/// The maximum of weighted log-rank tests of two groups.
#[derive(Debug, Clone, PartialEq)]
pub struct MaxCombo {
    /// The tests that are combined, in the order of [`MAX_COMBO_WEIGHTS`].
    pub statistics: Vec<WeightedStatistic>,
    /// The largest of them in absolute value.
    pub z: Quantity,
    /// Probability of so large a maximum where the groups are alike.
    pub p_value: Quantity,
    /// Correlation of those that exist, by rows.
    pub correlation: Vec<f64>,
}

/// Tests whether two groups have the same hazard by the largest of four weighted log-rank statistics.
///
/// # Definition
/// For each weight `w_k` of Fleming and Harrington: `U_k = sum w_k (d_2 - d n_2 / n)` over event times and strata,
/// and `cov(U_k, U_l) = sum w_k w_l d (n - d) / (n - 1) n_1 n_2 / n²`, `S(t-)` in the weights being the pooled
/// Kaplan-Meier estimate of the stratum. `z = max |U_k| / sd(U_k)`; its probability is that of the largest of normal
/// variables with these correlations ([`largest_exceeds`]).
///
/// # Input
/// `strata[s][g]`: the risk tables of both groups in stratum `s`; which events count.
///
/// # Returns
/// The four statistics, the maximum and its probability, which allows for the choice among them.
///
/// # Edge cases
/// A weight under which nothing varies (late differences with one event time): `singular`, and the maximum is that
/// of the others; if that holds for all, `singular`. Not two groups: `not_estimable`. The first statistic is the sum
/// of the second and third before they are divided, so that three dimensions suffice.
///
/// # Errors
/// [`EstimateError::Mismatch`], [`EstimateError::NoSuchCause`], as [`weighted_logrank`](super::weighted_logrank()).
///
/// # References
/// Tarone, Biometrics 1981;37:79-85; Lee, Comput Stat Data Anal 2007;51:6557-64; Roychoudhury et al., Stat Biopharm
/// Res 2023;15:300-14. R: no package of Debian; `mvtnorm::pmvnorm` of the same correlations.
///
/// # Examples
/// ```
/// use engraft::estimate::{Events, Interval, RiskTable, max_combo};
/// // One event time: all weights but the two that are 1 there are 0.
/// let group = |events: u32, free: u32| {
///     let intervals = (0..events + free).map(|i| Interval::from_start(1.0, u32::from(i < events)));
///     RiskTable::new(&intervals.collect::<Vec<_>>(), 1, (events + free).into())
/// };
/// let test = max_combo(&[vec![group(1, 3)?, group(3, 1)?]], Events::Any)?;
/// // (3 - 2)² / (4 * 4 / 7 / 4)
/// assert!((test.z.unwrap() - 1.75_f64.sqrt()).abs() < 1e-15);
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn max_combo(strata: &[Vec<RiskTable>], events: Events) -> Result<MaxCombo, EstimateError> {
    if check_shape(strata, events)? != 2 {
        return Ok(Sums::default().standardised(Err(Absent::NotEstimable)));
    }
    let mut sums = Sums::default();
    for stratum in strata {
        let mut weighers =
            MAX_COMBO_WEIGHTS.map(|(rho, gamma)| Weigher::new(Weight::FlemingHarrington { rho, gamma }));
        let mut walk = Walk::new(stratum, events);
        while let Some(instant) = walk.next_instant() {
            if instant.total_events > 0 {
                sums.add(instant, weighers.each_mut().map(|weigher| weigher.weigh(instant)));
            }
        }
    }
    Ok(sums.standardised(Err(Absent::Singular)))
}

/// Scores of the second group and their covariance.
#[derive(Default)]
struct Sums {
    scores: [f64; SIZE],
    covariance: [[f64; SIZE]; SIZE],
}

impl Sums {
    fn add(&mut self, instant: &Instant, weights: [f64; SIZE]) {
        let (n, d) = (instant.total_at_risk as f64, instant.total_events as f64);
        let share = instant.groups[1].at_risk as f64 / n;
        let excess = instant.groups[1].events as f64 - d * share;
        let variance =
            if instant.total_at_risk < 2 { 0.0 } else { d * (n - d) / (n - 1.0) * share * (1.0 - share) };
        for (k, weight) in weights.iter().enumerate() {
            self.scores[k] += weight * excess;
            for (l, other) in weights.iter().enumerate() {
                self.covariance[k][l] += weight * other * variance;
            }
        }
    }

    /// The test; `none` is said of statistics without variance.
    fn standardised(&self, none: Quantity) -> MaxCombo {
        let spread = |k: usize| libm::sqrt(self.covariance[k][k]);
        let exists: Vec<usize> = (0..SIZE).filter(|k| self.covariance[*k][*k] > 0.0).collect();
        let statistic = |(k, (rho, gamma)): (usize, (f64, f64))| {
            let z = if exists.contains(&k) { Ok(self.scores[k] / spread(k)) } else { none };
            let p_value = z.map(|z| libm::erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2));
            WeightedStatistic { rho, gamma, z, p_value }
        };
        let statistics: Vec<WeightedStatistic> =
            MAX_COMBO_WEIGHTS.into_iter().enumerate().map(statistic).collect();
        let correlation: Vec<f64> = exists
            .iter()
            .flat_map(|k| exists.iter().map(|l| self.covariance[*k][*l] / spread(*k) / spread(*l)))
            .collect();
        let values = statistics.iter().filter_map(|statistic| statistic.z.ok());
        let z = values.map(f64::abs).reduce(f64::max).map_or(none, Ok);
        let p_value = z.and_then(|z| largest_exceeds(z, &correlation));
        MaxCombo { statistics, z, p_value, correlation }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::{delayed, fixed_cases, grouped, table, tables};
    use crate::estimate::{Interval, LogrankOptions, weighted_logrank};
    use proptest::prelude::*;

    fn group(data: &[(f64, u32)]) -> RiskTable {
        table(&data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect::<Vec<_>>(), 1)
    }

    #[test]
    fn by_hand() {
        // As in weighted_logrank: excess in b -1/2, -1/5, 1/3; variances 1/4, 9/25, 2/9; S before 1, 5/6, 1/2.
        let a = group(&[(1.0, 1), (2.0, 1), (4.0, 0)]);
        let b = group(&[(2.0, 1), (3.0, 1), (5.0, 0)]);
        let test = max_combo(&[vec![a, b]], Events::Any).unwrap();
        let weights =
            [[1.0, 1.0, 1.0], [1.0, 5.0 / 6.0, 0.5], [0.0, 1.0 / 6.0, 0.5], [0.0, 5.0 / 36.0, 0.25]];
        let (excess, variance) = ([-0.5, -0.2, 1.0 / 3.0], [0.25, 0.36, 2.0 / 9.0]);
        let covariance =
            |a: usize, b: usize| (0..3).map(|i| weights[a][i] * weights[b][i] * variance[i]).sum();
        let sd = |a: usize| libm::sqrt(covariance(a, a));
        for (k, statistic) in test.statistics.iter().enumerate() {
            let z = (0..3).map(|i| weights[k][i] * excess[i]).sum::<f64>() / sd(k);
            assert!((statistic.z.unwrap() - z).abs() < 1e-14);
            for l in 0..4 {
                let r: f64 = covariance(k, l) / sd(k) / sd(l);
                assert!((test.correlation[4 * k + l] - r).abs() < 1e-14);
            }
        }
        // The second: -1/2 - 1/6 + 1/6 over the root of 1/4 + 1/4 + 1/18
        assert!((test.z.unwrap() - 0.5 / libm::sqrt(5.0 / 9.0)).abs() < 1e-14);
        let (p, own) = (test.p_value.unwrap(), test.statistics[1].p_value.unwrap());
        assert!(own < p && p < 4.0 * own);
    }

    #[test]
    fn what_does_not_vary_is_left_out() {
        let once = [vec![group(&[(1.0, 1), (1.0, 0)]), group(&[(1.0, 1), (2.0, 0)])]];
        let test = max_combo(&once, Events::Any).unwrap();
        assert_eq!(
            (test.statistics[2].z, test.statistics[3].p_value),
            (Err(Absent::Singular), Err(Absent::Singular))
        );
        assert_eq!((test.correlation.len(), test.z, test.p_value), (4, Ok(0.0), Ok(1.0)));
        let apart = [vec![group(&[(1.0, 0)]), group(&[(2.0, 1)])]];
        assert_eq!(max_combo(&apart, Events::Any).unwrap().p_value, Err(Absent::Singular));
        let alone = max_combo(&[vec![group(&[(1.0, 1)])]], Events::Any).unwrap();
        assert_eq!((alone.z, alone.statistics[0].z), (Err(Absent::NotEstimable), Err(Absent::NotEstimable)));
        assert!(max_combo(&once, Events::Cause(2)).is_err());
    }

    proptest! {
        #![proptest_config(fixed_cases(60))]

        /// Each statistic is that of the weighted test, and swapping the groups changes signs alone.
        #[test]
        fn statistics_are_those_of_the_weighted_tests(rows in grouped(delayed())) {
            let strata: Vec<Vec<RiskTable>> =
                tables(&rows, 2, 3).into_iter().map(|groups| groups[..2].to_vec()).collect();
            let ours = max_combo(&strata, Events::Cause(1)).unwrap();
            for one in &ours.statistics {
                let weight = Weight::FlemingHarrington { rho: one.rho, gamma: one.gamma };
                let test = weighted_logrank(&strata, &LogrankOptions { weight, events: Events::Cause(1) }).unwrap();
                match (one.z, test.chisq) {
                    (Ok(z), Ok(chisq)) => prop_assert!((z * z - chisq).abs() < 1e-9 * (1.0 + chisq)),
                    (z, chisq) => prop_assert_eq!(z.err(), chisq.err()),
                }
            }
            let swapped: Vec<Vec<RiskTable>> =
                strata.iter().map(|groups| groups.iter().rev().cloned().collect()).collect();
            let back = max_combo(&swapped, Events::Cause(1)).unwrap();
            for (one, other) in ours.statistics.iter().zip(&back.statistics) {
                if let (Ok(a), Ok(b)) = (one.z, other.z) {
                    prop_assert!((a + b).abs() < 1e-9);
                }
            }
            if let Ok(p) = ours.p_value {
                let smallest = ours.statistics.iter().filter_map(|one| one.p_value.ok()).fold(1.0, f64::min);
                prop_assert!(smallest <= p * (1.0 + 1e-9) && p <= 4.0 * smallest * (1.0 + 1e-9));
            }
        }
    }
}
