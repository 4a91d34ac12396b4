//! The pseudo-likelihood straight from its definition, and the test that holds the sweep to it.

use super::likelihood::SubdistributionLikelihood;
use super::subdistribution::Subdistribution;
use super::{FineGrayData, Outcome};
use crate::estimate::cox::newton::LogLikelihood;
use crate::estimate::cox::sample::{Dice, close, names};

fn random(seed: u64, n: usize) -> FineGrayData {
    let mut dice = Dice(seed);
    let outcome = [Outcome::Censored, Outcome::Event, Outcome::Competing];
    FineGrayData {
        time: (0..n).map(|_| dice.number(12)).collect(),
        outcome: (0..n).map(|_| outcome[dice.below(3) as usize]).collect(),
        covariates: (0..2 * n).map(|_| dice.number(30) / 10.0).collect(),
        names: names(&["a", "b"]),
        groups: (0..n).map(|_| dice.below(2) * 5).collect(),
    }
}

/// The probability of being uncensored just before `time` in the group of row `i`.
fn uncensored(data: &FineGrayData, i: usize, time: f64) -> f64 {
    let members: Vec<usize> = (0..data.time.len()).filter(|j| data.groups[*j] == data.groups[i]).collect();
    if members.iter().all(|j| data.time[*j] < time) {
        return 0.0;
    }
    let mut before: Vec<f64> = members.iter().map(|j| data.time[*j]).filter(|t| *t < time).collect();
    before.sort_by(f64::total_cmp);
    before.dedup();
    let factor = |t: &f64| {
        let at_risk = members.iter().filter(|j| data.time[**j] >= *t).count() as f64;
        let gone = |j: usize| data.time[j].total_cmp(t).is_eq() && data.outcome[j] == Outcome::Censored;
        1.0 - members.iter().filter(|j| gone(**j)).count() as f64 / at_risk
    };
    before.iter().map(factor).product()
}

fn loglik(data: &FineGrayData, beta: [f64; 2]) -> f64 {
    let n = data.time.len();
    let eta = |i: usize| beta[0] * data.covariates[i] + beta[1] * data.covariates[n + i];
    let weight = |j: usize, t: f64| {
        if data.time[j] >= t {
            1.0
        } else if data.outcome[j] == Outcome::Competing {
            uncensored(data, j, t) / uncensored(data, j, data.time[j])
        } else {
            0.0
        }
    };
    let events = (0..n).filter(|i| data.outcome[*i] == Outcome::Event);
    let share = |i: usize| {
        let total: f64 = (0..n).map(|j| weight(j, data.time[i]) * eta(j).exp()).sum();
        eta(i) - total.ln()
    };
    events.map(share).sum()
}

#[test]
fn likelihood_and_score_are_those_of_the_definition() {
    for seed in 1..12 {
        let data = random(seed, 30);
        let design = Subdistribution::new(&data);
        let mut kernel = SubdistributionLikelihood::new(&design);
        let beta = [0.3, -0.2];
        let found = kernel.evaluate(&[beta[0] * design.x.scale[0], beta[1] * design.x.scale[1]]);
        close(found.loglik, loglik(&data, beta), 1e-12);
        for (j, scale) in design.x.scale.iter().enumerate() {
            let moved = |step: f64| {
                let mut to = beta;
                to[j] += step;
                loglik(&data, to)
            };
            close(found.score[j] * scale, (moved(1e-5) - moved(-1e-5)) / 2e-5, 1e-5);
        }
    }
}
