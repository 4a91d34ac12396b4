//! Slow and obvious twins of the sweeps, and the tests that hold the two together.

use super::concordance::concordance;
use super::design::Design;
use super::likelihood::PartialLikelihood;
use super::newton::LogLikelihood;
use super::residuals::weighted_scores;
use super::sample::{close, random};
use super::{CoxData, CoxModel, CoxOptions, Penalty, Ties};

fn x(data: &CoxData, i: usize, j: usize) -> f64 {
    data.covariates[j * data.exit.len() + i]
}

fn at_risk(data: &CoxData, i: usize, stratum: u32, time: f64) -> bool {
    let entered = data.entry.as_ref().is_none_or(|entry| entry[i] < time);
    data.stratum(i) == stratum && entered && data.exit[i] >= time
}

/// The distinct (stratum, event time) with the rows that die there.
fn event_times(data: &CoxData) -> Vec<(u32, f64, Vec<usize>)> {
    let mut times: Vec<(u32, f64, Vec<usize>)> = Vec::new();
    for i in (0..data.exit.len()).filter(|i| data.event[*i]) {
        match times.iter_mut().find(|(s, t, _)| *s == data.stratum(i) && t.total_cmp(&data.exit[i]).is_eq()) {
            Some((_, _, dead)) => dead.push(i),
            None => times.push((data.stratum(i), data.exit[i], vec![i])),
        }
    }
    times
}

/// The partial log-likelihood straight from its definition; covariates as given.
fn loglik(data: &CoxData, beta: &[f64], ties: Ties) -> f64 {
    let risk = |i: &usize| {
        let eta: f64 = beta.iter().enumerate().map(|(j, b)| b * x(data, *i, j)).sum();
        data.weight(*i) * eta.exp()
    };
    let mut sum = 0.0;
    for (stratum, time, dead) in event_times(data) {
        let everybody: Vec<usize> =
            (0..data.exit.len()).filter(|i| at_risk(data, *i, stratum, time)).collect();
        let total: f64 = everybody.iter().map(risk).sum();
        let of_dead: f64 = dead.iter().map(risk).sum();
        let weight: f64 = dead.iter().map(|i| data.weight(*i)).sum();
        let d = dead.len() as f64;
        for (k, i) in dead.iter().enumerate() {
            let removed = if ties == Ties::Efron { k as f64 / d } else { 0.0 };
            sum += data.weight(*i) * (risk(i) / data.weight(*i)).ln();
            sum -= weight / d * (total - removed * of_dead).ln();
        }
    }
    sum
}

fn moved(beta: &[f64], j: usize, step: f64) -> Vec<f64> {
    let mut to = beta.to_vec();
    to[j] += step;
    to
}

#[test]
fn likelihood_and_derivatives_are_those_of_the_definition() {
    for seed in 1..12 {
        let data = random(seed, 25);
        let design = Design::new(&data);
        for ties in [Ties::Efron, Ties::Breslow] {
            let mut kernel = PartialLikelihood::new(&design, ties, Penalty::None);
            let beta = [0.3, -0.2];
            let scaled: Vec<f64> = beta.iter().zip(&design.x.scale).map(|(b, s)| b * s).collect();
            let found = kernel.evaluate(&scaled);
            close(found.loglik, loglik(&data, &beta, ties), 1e-12);
            for j in 0..2 {
                let slope = loglik(&data, &moved(&beta, j, 1e-5), ties)
                    - loglik(&data, &moved(&beta, j, -1e-5), ties);
                close(found.score[j] * design.x.scale[j], slope / 2e-5, 1e-5);
                let ahead = kernel.evaluate(&moved(&scaled, j, 1e-5)).score;
                let behind = kernel.evaluate(&moved(&scaled, j, -1e-5)).score;
                for k in 0..2 {
                    close(found.information.get(j, k), (behind[k] - ahead[k]) / 2e-5, 1e-6);
                }
            }
        }
    }
}

#[test]
fn penalised_score_is_the_slope_of_the_penalised_likelihood() {
    for ties in [Ties::Efron, Ties::Breslow] {
        let data = random(5, 30);
        let design = Design::new(&data);
        let mut kernel = PartialLikelihood::new(&design, ties, Penalty::Firth);
        let beta = [0.4, -0.3];
        let found = kernel.evaluate(&beta).score;
        for (j, score) in found.iter().enumerate() {
            let rise = kernel.evaluate(&moved(&beta, j, 1e-5)).loglik
                - kernel.evaluate(&moved(&beta, j, -1e-5)).loglik;
            close(*score, rise / 2e-5, 1e-6);
        }
    }
}

#[test]
fn firth_keeps_a_monotone_coefficient_finite() {
    // x = 1 always dies first: the plain likelihood is monotone.
    let data = CoxData {
        exit: vec![1.0, 2.0, 3.0, 4.0],
        event: vec![true, true, true, false],
        covariates: vec![1.0, 1.0, 0.0, 0.0],
        names: vec!["x".to_owned()],
        ..CoxData::default()
    };
    let options = CoxOptions { penalty: Penalty::Firth, ..CoxOptions::default() };
    let fit = super::cox_regression(&data, &options).unwrap();
    let coef = fit.terms[0].estimate.unwrap().coef;
    // The penalised score changes sign there: l*(b) = l(b) + log(I(b)) / 2 by the definition, with
    // I(b) the sum of p(1-p) over the event times, p the share of x = 1 in the risk.
    let penalised = |b: f64| {
        let risks = [(2.0, 2.0), (1.0, 2.0)];
        let information: f64 = risks
            .iter()
            .map(|(ones, zeros): &(f64, f64)| {
                let p = ones * b.exp() / (ones * b.exp() + zeros);
                p * (1.0 - p)
            })
            .sum();
        loglik(&data, &[b], Ties::Efron) + 0.5 * information.ln()
    };
    assert!(penalised(coef) > penalised(coef + 1e-3) && penalised(coef) > penalised(coef - 1e-3));
}

#[test]
fn concordance_is_that_of_all_pairs() {
    for seed in 1..12 {
        let data = random(seed, 30);
        let design = Design::new(&data);
        // Rounded risks, so that some are tied.
        let beta = [design.x.scale[0], 0.0];
        let found = concordance(&design, &beta).unwrap();
        let mut counts = [0.0; 3];
        for (stratum, time, dead) in event_times(&data) {
            for &i in &dead {
                for j in (0..30).filter(|j| at_risk(&data, *j, stratum, time) && !dead.contains(j)) {
                    let pair = data.weight(i) * data.weight(j);
                    let place = match x(&data, i, 0).total_cmp(&x(&data, j, 0)) {
                        std::cmp::Ordering::Greater => 0,
                        std::cmp::Ordering::Less => 1,
                        std::cmp::Ordering::Equal => 2,
                    };
                    counts[place] += pair;
                }
            }
        }
        close(found.concordant, counts[0], 1e-12);
        close(found.discordant, counts[1], 1e-12);
        close(found.tied_risk, counts[2], 1e-12);
    }
}

#[test]
fn score_residuals_add_up_to_the_score() {
    for seed in 1..12 {
        let data = random(seed, 25);
        let design = Design::new(&data);
        for ties in [Ties::Efron, Ties::Breslow] {
            let beta = [0.2, -0.4];
            let score = PartialLikelihood::new(&design, ties, Penalty::None).evaluate(&beta).score;
            let rows = weighted_scores(&design, &beta, ties);
            for (j, expected) in score.iter().enumerate() {
                close(rows.iter().skip(j).step_by(2).sum(), *expected, 1e-9);
            }
        }
    }
}

#[test]
fn subtraction_leaves_no_garbage() {
    // A row of enormous risk comes and goes: what is left must not remember it.
    let mut data = random(3, 40);
    data.strata.clear();
    data.covariates[0] = 60.0;
    (data.exit[0], data.event[0]) = (15.0, true);
    data.entry.as_mut().unwrap()[0] = 12.0;
    let design = Design::new(&data);
    let beta = [0.5, 0.1];
    let scaled: Vec<f64> = beta.iter().zip(&design.x.scale).map(|(b, s)| b * s).collect();
    let found = PartialLikelihood::new(&design, Ties::Efron, Penalty::None).evaluate(&scaled);
    close(found.loglik, loglik(&data, &beta, Ties::Efron), 1e-12);
}

#[test]
fn every_row_of_weight_zero_is_left_out() {
    let data = random(8, 30);
    let mut longer = data.clone();
    longer.exit.push(4.0);
    longer.event.push(true);
    longer.strata.push(0);
    longer.weights.push(0.0);
    longer.entry.as_mut().unwrap().push(0.0);
    longer.covariates.insert(60, 1.0);
    longer.covariates.insert(30, 9.0);
    let (with, without) = (CoxModel::new(&longer).unwrap(), CoxModel::new(&data).unwrap());
    let options = CoxOptions::default();
    assert_eq!(with.fit(&options).terms, without.fit(&options).terms);
    assert_eq!(with.fit(&options).n_rows, 30);
}
