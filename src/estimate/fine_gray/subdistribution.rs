//! Subjects sorted once, from the last time to the first, with the distribution of their censoring.

use super::{FineGrayData, Outcome};
use crate::estimate::cox::{Columns, Standardised, Weights};
use crate::estimate::parallel;

/// Sorted subjects.
#[derive(Debug, Clone)]
pub(crate) struct Subdistribution {
    /// When the subject left observation.
    pub(crate) time: Vec<f64>,
    /// How.
    pub(crate) outcome: Vec<Outcome>,
    /// The censoring group, as an index.
    pub(crate) group: Vec<usize>,
    /// The probability of being uncensored until just before the subject's time.
    pub(crate) uncensored: Vec<f64>,
    /// The covariates.
    pub(crate) x: Standardised,
    /// One a group.
    pub(crate) censoring: Vec<Censoring>,
}

/// The Kaplan-Meier estimate of being uncensored, in one group.
#[derive(Debug, Clone, Default)]
pub(crate) struct Censoring {
    /// Times of censoring, rising.
    times: Vec<f64>,
    /// The probability after each.
    after: Vec<f64>,
    /// The last time of the group.
    last: f64,
}

impl Censoring {
    /// The probability just before `time`; 0 past the group's last time.
    pub(crate) fn before(&self, time: f64) -> f64 {
        if time > self.last {
            return 0.0;
        }
        match self.times.partition_point(|t| *t < time) {
            0 => 1.0,
            k => self.after[k - 1],
        }
    }
}

impl Subdistribution {
    /// Sorts the subjects and estimates the censoring of each group.
    pub(crate) fn new(data: &FineGrayData) -> Self {
        let n = data.time.len();
        let mut keys: Vec<(f64, u32)> = data.time.iter().copied().zip(0..).collect();
        parallel::sort(&mut keys, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let order: Vec<u32> = keys.into_iter().map(|key| key.1).collect();
        let mut codes = data.groups.clone();
        codes.sort_unstable();
        codes.dedup();
        let group_of = |row: u32| {
            data.groups.get(row as usize).map_or(0, |code| codes.partition_point(|other| other < code))
        };
        let time: Vec<f64> = order.iter().map(|row| data.time[*row as usize]).collect();
        let outcome: Vec<Outcome> = order.iter().map(|row| data.outcome[*row as usize]).collect();
        let group: Vec<usize> = order.iter().map(|row| group_of(*row)).collect();
        let censoring = censoring(&time, &outcome, &group, codes.len().max(1));
        let uncensored = time.iter().zip(&group).map(|(t, g)| censoring[*g].before(*t)).collect();
        let x = Columns { values: &data.covariates, n }.standardise(data.names.len(), &order);
        Self { time, outcome, group, uncensored, x, censoring }
    }

    /// The number of subjects.
    pub(crate) fn len(&self) -> usize {
        self.time.len()
    }

    /// e to the linear predictor of each subject.
    pub(crate) fn risks(&self, beta: &[f64]) -> Vec<f64> {
        self.x.risks(beta, Weights::Equal, self.len())
    }
}

fn censoring(time: &[f64], outcome: &[Outcome], group: &[usize], groups: usize) -> Vec<Censoring> {
    let mut of_group = vec![Censoring::default(); groups];
    let mut at_risk = vec![0_u64; groups];
    // From the first time to the last, with the numbers at risk counted down.
    for g in group {
        at_risk[*g] += 1;
    }
    let mut survival = vec![1.0; groups];
    let mut next = time.len();
    while next > 0 {
        let start = time[..next].partition_point(|t| *t > time[next - 1]);
        let mut censored = vec![0_u64; groups];
        let mut left = vec![0_u64; groups];
        for i in start..next {
            left[group[i]] += 1;
            censored[group[i]] += u64::from(outcome[i] == Outcome::Censored);
        }
        for g in 0..groups {
            if censored[g] > 0 {
                survival[g] *= 1.0 - censored[g] as f64 / at_risk[g] as f64;
                of_group[g].times.push(time[start]);
                of_group[g].after.push(survival[g]);
            }
            if left[g] > 0 {
                of_group[g].last = time[start];
            }
            at_risk[g] -= left[g];
        }
        next = start;
    }
    of_group
}
