//! Do groups differ in their hazard: the log-rank test and its weighted relatives.

mod walk;

use super::{EstimateError, GroupTotals, RiskTable, TestResult};
pub(super) use walk::{GroupAt, Instant, Walk, check_shape};

/// How much a time counts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Weight {
    /// 1: all times alike. Mantel, Cancer Chemother Rep 1966;50:163-70.
    #[default]
    LogRank,
    /// `n`, the number at risk. Gehan, Biometrika 1965;52:203-23; Breslow, Biometrika 1970;57:579-94.
    Gehan,
    /// `sqrt n`. Tarone and Ware, Biometrika 1977;64:156-60.
    TaroneWare,
    /// `prod over s <= t of (1 - d / (n + 1))`. Peto and Peto, J R Stat Soc A 1972;135:185-207; as SAS.
    Peto,
    /// `S(t-)^rho (1 - S(t-))^gamma`, `S` the pooled Kaplan-Meier estimate of the stratum.
    /// Fleming and Harrington 1991. `rho = 1, gamma = 0` is R's `survdiff(rho = 1)`.
    FlemingHarrington {
        /// Exponent of `S(t-)`.
        rho: f64,
        /// Exponent of `1 - S(t-)`.
        gamma: f64,
    },
}

/// Which events a test is of; all others are censorings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Events {
    /// Of any cause.
    #[default]
    Any,
    /// Of one cause: the test of cause-specific hazards.
    Cause(u32),
}

/// How groups are tested.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LogrankOptions {
    /// How much a time counts.
    pub weight: Weight,
    /// Which events.
    pub events: Events,
}

/// Tests whether groups have the same hazard.
///
/// # Definition
/// Over the event times of a stratum, with `n` at risk and `d` events in all, `n_g` and `d_g` in group `g`
/// and the weight `w`: observed `sum w d_g`, expected `sum w d n_g / n`, covariance
/// `sum w² d (n - d) / (n - 1) (n_g / n) ([g = h] - n_h / n)`; each is summed over strata. The statistic
/// is their quadratic form.
///
/// # Input
/// `strata[s][g]`: the risk table of group `g` in stratum `s`, every stratum with the same groups (a group
/// may be without rows). Delayed entry and frequencies are in the tables.
///
/// # Returns
/// Observed and expected by group, in the order given, weighted like the statistic (as `survdiff` does);
/// chi-square, its degrees of freedom and the upper tail probability.
///
/// # Edge cases
/// A group that expects nothing is dropped; groups that never share a risk set leave the covariance with
/// lower rank: a generalised inverse is used and the degrees of freedom are the rank. Rank 0: `singular`,
/// never p = 1. Fewer than two groups: `not_estimable`.
///
/// # Errors
/// [`EstimateError::Mismatch`] when strata differ in the number of groups or tables in their causes,
/// [`EstimateError::NoSuchCause`].
///
/// # References
/// Fleming and Harrington, Counting Processes and Survival Analysis, 1991, chapter 7.
/// R: `survdiff(Surv(t, d) ~ g + strata(s), rho = )`.
///
/// # Examples
/// ```
/// use engraft::estimate::{Interval, LogrankOptions, RiskTable, weighted_logrank};
/// // One dies at 1 in a, one at 2 in b: expected 1/2 + 0 in a; variance 1/4.
/// let group = |t| RiskTable::new(&[Interval::from_start(t, 1)], 1, 1);
/// let test = weighted_logrank(&[vec![group(1.0)?, group(2.0)?]], &LogrankOptions::default())?;
/// assert_eq!((test.groups[0].expected, test.chisq, test.df), (0.5, Ok(1.0), 1));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn weighted_logrank(
    strata: &[Vec<RiskTable>],
    options: &LogrankOptions,
) -> Result<TestResult, EstimateError> {
    let groups = check_shape(strata, options.events)?;
    let mut sums =
        Sums { totals: vec![GroupTotals::default(); groups], covariance: vec![0.0; groups * groups] };
    for stratum in strata {
        let mut weigher = Weigher::new(options.weight);
        let mut walk = Walk::new(stratum, options.events);
        while let Some(instant) = walk.next_instant() {
            if instant.total_events > 0 {
                sums.add(instant, weigher.weigh(instant));
            }
        }
    }
    Ok(TestResult::new(sums.totals, sums.covariance))
}

/// The pooled curves from which weights are made.
pub(super) struct Weigher {
    weight: Weight,
    survival_before: f64,
    peto: f64,
}

impl Weigher {
    pub(super) fn new(weight: Weight) -> Self {
        Self { weight, survival_before: 1.0, peto: 1.0 }
    }

    pub(super) fn weigh(&mut self, instant: &Instant) -> f64 {
        let (n, d) = (instant.total_at_risk as f64, instant.total_events as f64);
        let before = self.survival_before;
        self.survival_before *= (n - d) / n;
        self.peto *= 1.0 - d / (n + 1.0);
        match self.weight {
            Weight::LogRank => 1.0,
            Weight::Gehan => n,
            Weight::TaroneWare => libm::sqrt(n),
            Weight::Peto => self.peto,
            Weight::FlemingHarrington { rho, gamma } => {
                libm::pow(before, rho) * libm::pow(1.0 - before, gamma)
            }
        }
    }
}

struct Sums {
    totals: Vec<GroupTotals>,
    covariance: Vec<f64>,
}

impl Sums {
    fn add(&mut self, instant: &Instant, weight: f64) {
        let groups = self.totals.len();
        let (n, d) = (instant.total_at_risk as f64, instant.total_events as f64);
        for (total, group) in self.totals.iter_mut().zip(&instant.groups) {
            total.observed += weight * group.events as f64;
            total.expected += weight * d * (group.at_risk as f64 / n);
        }
        if instant.total_at_risk < 2 {
            return;
        }
        let variance = weight * weight * d * (n - d) / (n - 1.0);
        for (g, one) in instant.groups.iter().enumerate() {
            let share = one.at_risk as f64 / n;
            for (h, other) in instant.groups.iter().enumerate() {
                let same = if g == h { 1.0 } else { 0.0 };
                self.covariance[g * groups + h] += variance * share * (same - other.at_risk as f64 / n);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::table;
    use crate::estimate::{Absent, Interval};

    fn groups(data: &[&[(f64, u32)]]) -> Vec<RiskTable> {
        let group = |data: &&[(f64, u32)]| {
            let intervals: Vec<_> = data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect();
            table(&intervals, 1)
        };
        data.iter().map(group).collect()
    }

    fn test(stratum: Vec<RiskTable>, weight: Weight) -> TestResult {
        weighted_logrank(&[stratum], &LogrankOptions { weight, events: Events::Any }).unwrap()
    }

    #[test]
    fn every_weight_by_hand() {
        // a: dead at 1 and 2, censored at 4; b: dead at 2 and 3, censored at 5.
        // At 1: n 6, a 3, d 1. At 2: n 5, a 2, d 2. At 3: n 3, a 1, d 1.
        // O - E in a: 1 - 1/2, 1 - 4/5, -1/3. Variances: 1/4, 2 * 3/4 * 6/25 = 9/25, 2/9.
        let stratum = groups(&[&[(1.0, 1), (2.0, 1), (4.0, 0)], &[(2.0, 1), (3.0, 1), (5.0, 0)]]);
        // S before: 1, 5/6, 1/2. Peto: 6/7, 6/7 * 4/6 = 4/7, 4/7 * 3/4 = 3/7.
        let (a, b, c) = (6.0 / 7.0, 4.0 / 7.0, 3.0 / 7.0);
        for (weight, w) in [
            (Weight::LogRank, [1.0, 1.0, 1.0]),
            (Weight::Gehan, [6.0, 5.0, 3.0]),
            (Weight::TaroneWare, [libm::sqrt(6.0), libm::sqrt(5.0), libm::sqrt(3.0)]),
            (Weight::Peto, [a, b, c]),
            (Weight::FlemingHarrington { rho: 1.0, gamma: 0.0 }, [1.0, 5.0 / 6.0, 0.5]),
            (Weight::FlemingHarrington { rho: 0.0, gamma: 1.0 }, [0.0, 1.0 / 6.0, 0.5]),
        ] {
            let score = w[0] * 0.5 + w[1] * 0.2 - w[2] / 3.0;
            let variance = w[0] * w[0] * 0.25 + w[1] * w[1] * 0.36 + w[2] * w[2] * 2.0 / 9.0;
            let result = test(stratum.clone(), weight);
            assert!((result.chisq.unwrap() - score * score / variance).abs() < 1e-13, "{weight:?}");
            assert_eq!(result.df, 1);
        }
    }

    #[test]
    fn delayed_entry() {
        // R: coxph(Surv(entry, exit, 1) ~ g, ties = "exact")$score
        // At 2: a 1 of 2 (the other a enters at 2), at 3: a 1 of 2, at 5: a alone.
        let a = table(&[Interval::from_start(2.0, 1), Interval::delayed(2.0, 5.0, 1)], 1);
        let b = table(&[Interval::from_start(3.0, 1)], 1);
        let result = test(vec![a, b], Weight::LogRank);
        // a: observed 2, expected 1/2 + 1/2 + 1; variance 1/2
        assert_eq!((result.groups[0].expected, result.chisq, result.p_value), (2.0, Ok(0.0), Ok(1.0)));
    }

    #[test]
    fn strata_of_unlike_shape_are_refused() {
        let (one, two) =
            (table(&[Interval::from_start(1.0, 1)], 1), table(&[Interval::from_start(1.0, 1)], 2));
        assert_eq!(check_shape(&[], Events::Cause(1)), Ok(0));
        assert_eq!(check_shape(&[vec![one.clone(), one.clone()]], Events::Cause(1)), Ok(2));
        let none = Err(EstimateError::NoSuchCause { cause: 2, causes: 1 });
        assert_eq!(check_shape(&[vec![one.clone()]], Events::Cause(2)), none);
        assert_eq!(check_shape(&[vec![one.clone(), two]], Events::Any), Err(EstimateError::Mismatch));
        assert_eq!(check_shape(&[vec![one.clone()], vec![]], Events::Any), Err(EstimateError::Mismatch));
    }

    #[test]
    fn a_group_that_expects_nothing_is_dropped() {
        let with = test(groups(&[&[(2.0, 1), (4.0, 0)], &[(3.0, 1)], &[(1.0, 0)]]), Weight::LogRank);
        let without = test(groups(&[&[(2.0, 1), (4.0, 0)], &[(3.0, 1)]]), Weight::LogRank);
        assert_eq!((with.chisq, with.df), (without.chisq, 1));
        assert_eq!(with.groups[2], GroupTotals::default());
    }

    #[test]
    fn groups_that_never_meet() {
        let early = table(&[Interval::from_start(1.0, 1), Interval::from_start(2.0, 0)], 1);
        let late = |exit| table(&[Interval::delayed(5.0, exit, 1), Interval::delayed(5.0, 9.0, 0)], 1);
        let apart = test(vec![early.clone(), late(6.0)], Weight::LogRank);
        assert_eq!((apart.chisq, apart.df, apart.p_value), (Err(Absent::Singular), 0, Err(Absent::Singular)));
        // Two late groups meet each other: one degree of freedom of the three groups.
        assert_eq!(test(vec![early, late(6.0), late(7.0)], Weight::LogRank).df, 1);
    }

    #[test]
    fn strata_add_up_and_shapes_are_checked() {
        let stratum = groups(&[&[(1.0, 1)], &[(2.0, 1)]]);
        let options = LogrankOptions::default();
        let twice = weighted_logrank(&[stratum.clone(), stratum.clone()], &options).unwrap();
        // Scores 1/2 + 1/2, variances 1/4 + 1/4
        assert_eq!(twice.chisq, Ok(2.0));
        let uneven = [stratum.clone(), stratum[..1].to_vec()];
        assert_eq!(weighted_logrank(&uneven, &options), Err(EstimateError::Mismatch));
        let other = LogrankOptions { events: Events::Cause(2), ..options };
        let unknown = weighted_logrank(std::slice::from_ref(&stratum), &other);
        assert_eq!(unknown, Err(EstimateError::NoSuchCause { cause: 2, causes: 1 }));
        assert_eq!(test(stratum[..1].to_vec(), Weight::LogRank).chisq, Err(Absent::NotEstimable));
    }
}
