//! Do groups differ in the cumulative incidence of a cause.

use super::weighted_logrank::{GroupAt, Instant, Walk, check_shape};
use super::{EstimateError, Events, GroupTotals, RiskTable, TestResult};

/// Tests whether groups have the same cumulative incidence of a cause (Gray's test, rho = 0).
///
/// # Definition
/// In group `g`, `F_g` is the cumulative incidence of the cause, `S_g` the probability of no event of any
/// cause, `Y_g` the number at risk, and `R_g = Y_g (1 - F_g(t-)) / S_g(t-)` the number at risk of the
/// subdistribution. Observed: the events `d_g` of the cause; expected: `sum d R_g / R` over its times, dots
/// omitted for sums over groups. The covariance is Gray's, under the hypothesis that all `F_g` are one `F`,
/// estimated from all groups, with his correction for ties; each is summed over strata.
///
/// # Input
/// `strata[s][g]`: the risk table of group `g` in stratum `s`, every stratum with the same groups; the cause.
///
/// # Returns
/// Observed and expected by group, in the order given; chi-square, degrees of freedom, upper tail probability.
///
/// # Edge cases
/// As in [`weighted_logrank`](super::weighted_logrank()): a group that expects nothing is dropped, the
/// degrees of freedom are the rank of the covariance, rank 0 is `singular`.
///
/// # Errors
/// [`EstimateError::DelayedEntry`]: the number at risk of the subdistribution is not defined then;
/// [`EstimateError::Mismatch`], [`EstimateError::NoSuchCause`].
///
/// # References
/// Gray, Ann Stat 1988;16:1141-54. R: `cmprsk::cuminc(...)$Tests`, equal; where the covariance is singular it
/// gives -1.
///
/// # Examples
/// ```
/// use engraft::estimate::{Interval, RiskTable, gray_test};
/// let group = |data: [(f64, u32); 3]| RiskTable::new(&data.map(|(t, c)| Interval::from_start(t, c)), 2, 3);
/// let a = group([(1.0, 1), (2.0, 1), (5.0, 0)])?;
/// let b = group([(1.5, 2), (3.0, 1), (6.0, 0)])?;
/// // Cause 1 at 1 and 2 in a, at 3 in b, where a competing event came before.
/// let test = gray_test(&[vec![a, b]], 1)?;
/// assert_eq!((test.groups[0].observed, test.df), (2.0, 1));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn gray_test(strata: &[Vec<RiskTable>], cause: u32) -> Result<TestResult, EstimateError> {
    let events = Events::Cause(cause);
    let groups = check_shape(strata, events)?;
    if strata.iter().flatten().any(|table| table.delayed_entry) {
        return Err(EstimateError::DelayedEntry);
    }
    let mut totals = vec![GroupTotals::default(); groups];
    let mut covariance = vec![0.0; groups * groups];
    for stratum in strata {
        let mut gray = Stratum::new(groups);
        let mut walk = Walk::new(stratum, events);
        while let Some(instant) = walk.next_instant() {
            gray.stop_at(instant, &mut totals);
        }
        gray.add_covariance(&mut covariance);
    }
    Ok(TestResult::new(totals, covariance))
}

/// One group on its way.
#[derive(Clone)]
struct Group {
    /// Event-free just before the time.
    free: f64,
    /// Cumulative incidence of the cause just before the time.
    incidence: f64,
    /// `[i = g] u_g - u_i u_g / u`: what the score of `i` gains from a jump of this group now, `u = Y / S`.
    gain: Vec<f64>,
    /// The integral of `gain` over `dF / (1 - F)` up to now.
    sum: Vec<f64>,
    /// Noise weighted by the effect on later times: times `effect`, and times `effect²`.
    noise_gain: Vec<f64>,
    noise_effect: f64,
}

/// The covariance of one stratum, as sums over time.
///
/// An event of the cause in group `g` at `s` moves score `i` by `gain(s) + e (C - sum(s))`, where `C` is the
/// final `sum` and `e = 1 - (1 - F(s)) / S_g(s)`; a competing one by `-(1 - F(s)) / S_g(s) (C - sum(s))`.
/// Each is `x + e C` with `x` known at `s`, so that sums of `v x x'`, `v e x` and `v e²` give the covariance
/// when `C` is known at the end.
struct Stratum {
    groups: Vec<Group>,
    pooled: f64,
    covariance: Vec<f64>,
    moved: Vec<f64>,
}

impl Stratum {
    fn new(groups: usize) -> Self {
        let zeros = vec![0.0; groups];
        let group = Group {
            free: 1.0,
            incidence: 0.0,
            gain: zeros.clone(),
            sum: zeros.clone(),
            noise_gain: zeros.clone(),
            noise_effect: 0.0,
        };
        Self {
            groups: vec![group; groups],
            pooled: 0.0,
            covariance: vec![0.0; groups * groups],
            moved: zeros,
        }
    }

    fn stop_at(&mut self, instant: &Instant, totals: &mut [GroupTotals]) {
        let d = instant.total_events as f64;
        let inflated: f64 = self.per_group(instant, |group, y| y / group.free);
        let subdistribution: f64 =
            self.per_group(instant, |group, y| y * (1.0 - group.incidence) / group.free);
        if instant.total_events > 0 {
            for ((group, at), total) in self.groups.iter().zip(&instant.groups).zip(totals) {
                total.observed += at.events as f64;
                if at.at_risk > 0 {
                    let risk = at.at_risk as f64 * (1.0 - group.incidence) / group.free;
                    total.expected += d * risk / subdistribution;
                }
            }
        }
        let pooled_before = self.pooled;
        self.pooled += d / inflated;
        self.gain(instant, inflated, d / (inflated * (1.0 - pooled_before)));
        for index in 0..self.groups.len() {
            let at = instant.groups[index];
            if at.at_risk > 0 {
                self.noise(index, at, [d, inflated]);
                let group = &mut self.groups[index];
                let (y, all) = (at.at_risk as f64, (at.events + at.competing) as f64);
                group.incidence += group.free * at.events as f64 / y;
                group.free *= (y - all) / y;
            }
        }
    }

    fn per_group(&self, instant: &Instant, of: impl Fn(&Group, f64) -> f64) -> f64 {
        let at_risk = self.groups.iter().zip(&instant.groups).filter(|(_, at)| at.at_risk > 0);
        at_risk.map(|(group, at)| of(group, at.at_risk as f64)).sum()
    }

    /// Sets `gain` at this time and adds it, times `hazard = dF / (1 - F)`, to `sum`.
    fn gain(&mut self, instant: &Instant, inflated: f64, hazard: f64) {
        for (i, at) in instant.groups.iter().enumerate() {
            self.moved[i] = if at.at_risk > 0 { at.at_risk as f64 / self.groups[i].free } else { 0.0 };
        }
        for (g, group) in self.groups.iter_mut().enumerate() {
            for i in 0..self.moved.len() {
                let same = if i == g { 1.0 } else { 0.0 };
                group.gain[i] = self.moved[i] * (same - self.moved[g] / inflated);
                group.sum[i] += group.gain[i] * hazard;
            }
        }
    }

    /// Adds the noise of a group's events at this time; `free` and `incidence` are still those before it.
    fn noise(&mut self, index: usize, at: GroupAt, [d, inflated]: [f64; 2]) {
        let group = &self.groups[index];
        let (y, before) = (at.at_risk as f64, group.free);
        let after = before * ((y - (at.events + at.competing) as f64) / y);
        if d > 0.0 {
            let effect = if after > 0.0 { 1.0 - (1.0 - self.pooled) / after } else { 1.0 };
            let ties = if d > 1.0 { 1.0 - (d - 1.0) / (inflated * before - 1.0) } else { 1.0 };
            self.add_noise(index, [1.0, effect], ties * before * d / (inflated * y));
        }
        if at.competing > 0 && after > 0.0 {
            let others = at.competing as f64;
            let effect = -(1.0 - self.pooled) / after;
            let ties = if others > 1.0 { 1.0 - (others - 1.0) / (y - 1.0) } else { 1.0 };
            self.add_noise(index, [0.0, effect], ties * before * before * others / (y * y));
        }
    }

    fn add_noise(&mut self, index: usize, [direct, effect]: [f64; 2], variance: f64) {
        let group = &mut self.groups[index];
        let size = group.sum.len();
        for (i, moved) in self.moved.iter_mut().enumerate() {
            *moved = direct * group.gain[i] - effect * group.sum[i];
            group.noise_gain[i] += variance * effect * *moved;
        }
        group.noise_effect += variance * effect * effect;
        for i in 0..size {
            for j in 0..size {
                self.covariance[i * size + j] += variance * self.moved[i] * self.moved[j];
            }
        }
    }

    fn add_covariance(&self, total: &mut [f64]) {
        let size = self.groups.len();
        for i in 0..size {
            for j in 0..size {
                let later = |group: &Group| {
                    let (a, b) = (group.sum[i], group.sum[j]);
                    a * group.noise_gain[j] + b * group.noise_gain[i] + a * b * group.noise_effect
                };
                let later: f64 = self.groups.iter().map(later).sum();
                total[i * size + j] += self.covariance[i * size + j] + later;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::table;
    use crate::estimate::{Absent, Interval, LogrankOptions, weighted_logrank};

    fn group(data: &[(f64, u32)]) -> RiskTable {
        table(&data.iter().map(|(t, c)| Interval::from_start(*t, *c)).collect::<Vec<_>>(), 2)
    }

    #[test]
    fn scores_by_hand() {
        // a: cause 1 at 1, cause 2 at 2, cause 1 at 4. b: cause 2 at 1, cause 1 at 3, censored at 5.
        let stratum = vec![group(&[(1.0, 1), (2.0, 2), (4.0, 1)]), group(&[(1.0, 2), (3.0, 1), (5.0, 0)])];
        let result = gray_test(&[stratum], 1).unwrap();
        // At 1: R = 3 and 3, a expects 1/2.
        // At 3: a: 1 at risk, S = 1/3, F = 1/3: R = 2; b: 2 at risk, S = 2/3, F = 0: R = 3; a expects 2/5.
        // At 4: a as before, R = 2; b: 1 at risk, S = 1/3, F = 1/3: R = 2; a expects 1/2.
        assert!((result.groups[0].expected - 1.4).abs() < 1e-15);
        assert!((result.groups[1].expected - 1.6).abs() < 1e-15);
        assert_eq!(result.groups.iter().map(|group| group.observed).collect::<Vec<_>>(), [2.0, 1.0]);
        // R, cmprsk 2.2-11: cuminc(c(1, 2, 4, 1, 3, 5), c(1, 2, 1, 2, 1, 0), c(1, 1, 1, 2, 2, 2))$Tests
        assert!((result.chisq.unwrap() - 0.366_208_376_380_831).abs() < 1e-12);
    }

    #[test]
    fn without_competitors_or_censoring_scores_are_those_of_the_logrank_test() {
        let stratum = vec![group(&[(1.0, 1), (4.0, 1)]), group(&[(2.0, 1), (3.0, 0)])];
        let logrank = weighted_logrank(std::slice::from_ref(&stratum), &LogrankOptions::default()).unwrap();
        let gray = gray_test(&[stratum], 1).unwrap();
        for (one, other) in gray.groups.iter().zip(&logrank.groups) {
            assert!((one.expected - other.expected).abs() < 1e-15);
        }
    }

    #[test]
    fn never_a_p_value_by_default() {
        let censored = group(&[(1.0, 0)]);
        let result = gray_test(&[vec![censored.clone(), group(&[(2.0, 1)])]], 1).unwrap();
        assert_eq!((result.chisq, result.df), (Err(Absent::Singular), 0));
        // A cause that no one had.
        assert_eq!(gray_test(&[vec![censored.clone(), censored]], 2).unwrap().p_value, Err(Absent::Singular));
    }

    #[test]
    fn delayed_entry_is_refused() {
        let late = table(&[Interval::delayed(1.0, 2.0, 1)], 2);
        assert_eq!(gray_test(&[vec![late.clone(), late]], 1), Err(EstimateError::DelayedEntry));
    }
}
