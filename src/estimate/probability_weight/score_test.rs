//! The log-rank test under probability weights.

use super::{WeightedInterval, begin, ordered};
use crate::estimate::{GroupTotals, TestResult};

/// Tests whether groups have the same hazard, with probability weights and robust variance.
///
/// # Definition
/// In a stratum, with weights `n_g` at risk and `d` of events at a time, a row of group `a` and weight `w` adds
/// to the score of group `g` the sum over times of `w (dN - Y d/n) ([a = g] - n_g/n)`. The covariance of the
/// scores is the sum over subjects of the products of their rows' sums. The statistic is the quadratic form. It is the
/// robust score test of proportional hazards with a term a group, ties by Breslow.
///
/// # Input
/// `strata[s][g]`: the rows of group `g` in stratum `s`, every stratum with the same groups. A subject may be in
/// several strata. Events of all causes count.
///
/// # Returns
/// Observed and expected weight of events by group; chi-square, its degrees of freedom and upper tail.
///
/// # Edge cases
/// A group of no weight, or one that expects nothing, is dropped; groups that never share a risk set leave the
/// covariance with lower rank, which is then the degrees of freedom. Rank 0: `singular`. Fewer than two groups:
/// `not_estimable`. Without weights this is not the log-rank test: its variance is the robust one.
///
/// # References
/// Lin and Wei, J Am Stat Assoc 1989;84:1074-8. R: `coxph(Surv(entry, exit, d) ~ g + strata(s), weights = w,
/// robust = TRUE, cluster = id, ties = "breslow")$rscore`.
///
/// # Examples
/// ```
/// use engraft::estimate::{WeightedInterval, robust_logrank};
/// let row = |subject, exit| WeightedInterval { subject, entry: None, exit, cause: 1, weight: 1.0, inner: false };
/// // One dies at 1 in a, one at 2 in b: scores 1/2 - 0 - 1/2 * 1/2 = 1/4 in both, so (1/2)² / (1/16 + 1/16) = 2.
/// let test = robust_logrank(&[vec![vec![row(0, 1.0)], vec![row(1, 2.0)]]]);
/// assert_eq!((test.groups[0].expected, test.chisq, test.df), (0.5, Ok(2.0), 1));
/// ```
pub fn robust_logrank(strata: &[Vec<Vec<WeightedInterval>>]) -> TestResult {
    let groups = strata.iter().map(Vec::len).max().unwrap_or(0);
    let subjects = strata.iter().flatten().flatten().map(|row| row.subject as usize + 1).max().unwrap_or(0);
    let mut scores = vec![vec![0.0; groups]; subjects];
    let mut totals = vec![GroupTotals::default(); groups];
    for stratum in strata {
        let hazards = Hazards::new(stratum, groups, &mut totals);
        for (group, rows) in stratum.iter().enumerate() {
            for row in &ordered(rows) {
                hazards.add(row, group, &mut scores[row.subject as usize]);
            }
        }
    }
    let mut covariance = vec![0.0; groups * groups];
    for score in &scores {
        for (g, one) in score.iter().enumerate() {
            for (h, other) in score.iter().enumerate() {
                covariance[g * groups + h] += one * other;
            }
        }
    }
    TestResult::new(totals, covariance)
}

/// The hazard of a stratum with all groups together, summed up to each time of an event.
struct Hazards {
    times: Vec<f64>,
    /// Sum of `d/n`, at each time.
    total: Vec<f64>,
    /// Sum of `d/n n_g/n`, at each time and group.
    shared: Vec<Vec<f64>>,
    /// `n_g/n`, at each time and group.
    share: Vec<Vec<f64>>,
}

impl Hazards {
    fn new(stratum: &[Vec<WeightedInterval>], groups: usize, totals: &mut [GroupTotals]) -> Self {
        let rows: Vec<Vec<WeightedInterval>> = stratum.iter().map(|rows| ordered(rows)).collect();
        let events = rows.iter().flatten().filter(|row| row.cause > 0);
        let mut times: Vec<f64> = events.map(|row| row.exit).collect();
        times.sort_by(f64::total_cmp);
        times.dedup();
        let at_risk: Vec<Vec<f64>> = rows.iter().map(|rows| weights_at_risk(rows, &times)).collect();
        let died: Vec<Vec<f64>> = rows.iter().map(|rows| weights_of_events(rows, &times)).collect();
        let mut hazards = Self { times, total: Vec::new(), shared: Vec::new(), share: Vec::new() };
        let (mut total, mut shared) = (0.0, vec![0.0; groups]);
        for time in 0..hazards.times.len() {
            let sum = |of: &[Vec<f64>]| of.iter().map(|group| group[time]).sum::<f64>();
            let (n, d) = (sum(&at_risk), sum(&died));
            let mut share = vec![0.0; groups];
            total += d / n;
            for (g, group) in at_risk.iter().enumerate() {
                share[g] = group[time] / n;
                shared[g] += d / n * share[g];
                totals[g].observed += died[g][time];
                totals[g].expected += d * share[g];
            }
            hazards.total.push(total);
            hazards.shared.push(shared.clone());
            hazards.share.push(share);
        }
        hazards
    }

    /// Adds what a row of `group` gives to the score of each group.
    fn add(&self, row: &WeightedInterval, group: usize, score: &mut [f64]) {
        let up_to = |time: f64| self.times.partition_point(|one| *one <= time);
        let (first, end) = (up_to(begin(row)), up_to(row.exit));
        if end == 0 {
            return;
        }
        let between =
            |sums: &dyn Fn(usize) -> f64| sums(end - 1) - if first > 0 { sums(first - 1) } else { 0.0 };
        let hazard = between(&|at| self.total[at]);
        for (g, score) in score.iter_mut().enumerate() {
            let own = if g == group { 1.0 } else { 0.0 };
            let event = if row.cause > 0 { own - self.share[end - 1][g] } else { 0.0 };
            *score += row.weight * (event - own * hazard + between(&|at| self.shared[at][g]));
        }
    }
}

/// The weight at risk at each time, added from the last on.
fn weights_at_risk(rows: &[WeightedInterval], times: &[f64]) -> Vec<f64> {
    let mut entries: Vec<(f64, f64)> = rows.iter().map(|row| (begin(row), row.weight)).collect();
    entries.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let (mut leaving, mut waiting) = (rows.iter().rev().peekable(), entries.iter().rev().peekable());
    let (mut to_leave, mut to_enter) = (0.0, 0.0);
    let mut at_risk: Vec<f64> = times
        .iter()
        .rev()
        .map(|time| {
            while let Some(row) = leaving.next_if(|row| row.exit >= *time) {
                to_leave += row.weight;
            }
            while let Some(entry) = waiting.next_if(|entry| entry.0 >= *time) {
                to_enter += entry.1;
            }
            to_leave - to_enter
        })
        .collect();
    at_risk.reverse();
    at_risk
}

fn weights_of_events(rows: &[WeightedInterval], times: &[f64]) -> Vec<f64> {
    let mut died = vec![0.0; times.len()];
    for row in rows.iter().filter(|row| row.cause > 0) {
        let after = times.partition_point(|time| *time <= row.exit);
        died[after - 1] += row.weight;
    }
    died
}
