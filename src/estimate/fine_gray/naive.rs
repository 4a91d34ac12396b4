//! The pseudo-likelihood straight from its definition, and the test that holds the sweep to it.

use super::likelihood::SubdistributionLikelihood;
use super::subdistribution::Subdistribution;
use super::{FineGrayData, FineGrayOptions, Outcome, fine_gray_regression};
use crate::estimate::cox::CoxDataError;
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

/// More rows than are swept without a checkpoint.
#[test]
fn seventy_times_the_same_patients_have_their_coefficients() {
    let few = FineGrayData { groups: vec![], ..random(5, 60) };
    let times = |values: &[f64]| values.iter().flat_map(|value| [*value; 70]).collect::<Vec<f64>>();
    let many = FineGrayData {
        time: times(&few.time),
        outcome: few.outcome.iter().flat_map(|outcome| [*outcome; 70]).collect(),
        covariates: times(&few.covariates),
        ..few.clone()
    };
    let [few, many] = [few, many].map(|data| {
        let fit = fine_gray_regression(&data, &FineGrayOptions::default()).unwrap();
        let count = |wanted| data.outcome.iter().filter(|outcome| **outcome == wanted).count();
        assert_eq!(
            (fit.n, fit.n_events, fit.n_competing),
            (data.time.len(), count(Outcome::Event), count(Outcome::Competing))
        );
        fit
    });
    for (one, other) in few.terms.iter().zip(&many.terms) {
        let (one, other) = (one.estimate.unwrap(), other.estimate.unwrap());
        close(other.coef, one.coef, 1e-9);
        close(other.std_error * 70_f64.sqrt(), one.std_error, 1e-9);
    }
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    let two = FineGrayData {
        time: vec![1.0, 2.0],
        outcome: vec![Outcome::Event, Outcome::Censored],
        covariates: vec![0.0, 1.0],
        names: names(&["x"]),
        groups: vec![],
    };
    assert_eq!(two.check(), Ok(()));
    let length = |column, expected, found| Err(CoxDataError::Length { column, expected, found });
    assert_eq!(
        FineGrayData { outcome: vec![Outcome::Event], ..two.clone() }.check(),
        length("outcome", 2, 1)
    );
    assert_eq!(FineGrayData { covariates: vec![0.0; 3], ..two.clone() }.check(), length("covariates", 2, 3));
    assert_eq!(FineGrayData { groups: vec![1], ..two.clone() }.check(), length("groups", 2, 1));
    let error = |row, column: &str| Err(CoxDataError::NotFinite { row, column: column.to_owned() });
    assert_eq!(FineGrayData { time: vec![1.0, f64::NAN], ..two.clone() }.check(), error(1, "time"));
    assert_eq!(FineGrayData { covariates: vec![f64::INFINITY, 0.0], ..two }.check(), error(0, "x"));
    let nobody = FineGrayData { names: names(&["x"]), ..FineGrayData::default() };
    assert_eq!(fine_gray_regression(&nobody, &FineGrayOptions::default()).unwrap_err(), CoxDataError::Empty);
}
