//! Residuals of a fit: score, dfbeta, Schoenfeld; and the robust variance made of them.

use super::columns::Weights;
use super::design::Design;
use super::risk_sums::Moments;
use super::risk_sweep::{RiskSweep, Stop};
use super::{CoxFit, CoxModel, Ties};
use crate::estimate::linear_algebra::Symmetric;
use std::ops::Range;

/// The risk of each row: weight times e to the linear predictor.
pub(crate) fn risks(design: &Design, beta: &[f64]) -> Vec<f64> {
    design.x.risks(beta, Weights::Each(&design.weight), design.len())
}

/// A hazard and the same weighted by the mean of x, summed over event times.
pub(crate) struct Hazard {
    /// The hazard.
    pub(crate) plain: f64,
    /// The hazard times the mean of x.
    pub(crate) by_mean: Vec<f64>,
}

impl Hazard {
    /// No hazard yet.
    pub(crate) fn new(width: usize) -> Self {
        Self { plain: 0.0, by_mean: vec![0.0; width] }
    }

    /// Adds a step with its mean of x.
    pub(crate) fn add(&mut self, step: f64, mean: &[f64]) {
        self.plain += step;
        for (sum, m) in self.by_mean.iter_mut().zip(mean) {
            *sum += step * m;
        }
    }

    fn absorb(&mut self, other: &Self) {
        self.plain += other.plain;
        for (sum, g) in self.by_mean.iter_mut().zip(&other.by_mean) {
            *sum += g;
        }
    }

    /// Adds `factor` (x H - G) to `to`.
    pub(crate) fn spread(&self, factor: f64, x: &[f64], to: &mut [f64]) {
        for ((cell, x), g) in to.iter_mut().zip(x).zip(&self.by_mean) {
            *cell += factor * (x * self.plain - g);
        }
    }
}

/// The weighted score residuals, one row of covariates after the other, in sorted order.
///
/// # Definition
/// ```text
/// r_i = w_i event_i (x_i - m(t_i)) - w_i exp(b'x_i) sum over entry_i < t <= exit_i of (x_i - m(t)) dH(t)
/// ```
/// with m the mean of x in the risk set and dH the hazard's step. By Efron's rule both are taken piece by
/// piece, the first m being the mean over the pieces, and those who die at t meet the k-th of d pieces with
/// the factor 1 - k/d.
///
/// # References
/// Therneau & Grambsch, Modeling Survival Data, 4.3. R: `residuals(fit, "score", weighted = TRUE)`.
pub(crate) fn weighted_scores(design: &Design, beta: &[f64], ties: Ties) -> Vec<f64> {
    let width = design.x.width;
    integrals(design, &risks(design, beta), ties, |sweep| event_time(sweep, width))
}

/// As [`weighted_scores`], with what happens at an event time given by the caller.
pub(crate) fn integrals<F>(design: &Design, risk: &[f64], ties: Ties, at_event: F) -> Vec<f64>
where
    F: Fn(&RiskSweep<'_>) -> EventTime,
{
    let width = design.x.width;
    let mut sweep = RiskSweep::new(design, risk, ties, Moments::First);
    let mut walk = ScoreWalk {
        design,
        risk,
        later: Hazard::new(width),
        next: 0,
        next_out: 0,
        scores: vec![0.0; width * design.len()],
    };
    while let Some(stop) = sweep.advance() {
        if stop == Stop::Event {
            walk.enter(sweep.block.end);
            walk.leave(design.exit[sweep.block.start]);
            walk.take_event_time(sweep.block.clone(), &at_event(&sweep));
        } else {
            walk.enter(sweep.block.start);
            walk.close_stratum();
        }
    }
    walk.scores
}

/// The walk from the last event time of a stratum to the first.
struct ScoreWalk<'a> {
    design: &'a Design,
    risk: &'a [f64],
    /// The hazard at later times.
    later: Hazard,
    next: usize,
    next_out: usize,
    scores: Vec<f64>,
}

impl ScoreWalk<'_> {
    fn spread(&mut self, sign: f64, i: usize) {
        let width = self.design.x.width;
        let to = &mut self.scores[i * width..(i + 1) * width];
        self.later.spread(sign * self.risk[i], self.design.x.row(i), to);
    }

    /// Rows up to `end`: what is later than their exit is counted out here, and in again when they leave.
    fn enter(&mut self, end: usize) {
        (self.next..end).for_each(|i| self.spread(1.0, i));
        self.next = end;
    }

    /// Rows that come under observation at `time` or later have met all that is later.
    fn leave(&mut self, time: f64) {
        let Some(entry) = &self.design.entry else { return };
        while let Some(row) = self.design.by_entry.get(self.next_out) {
            let i = *row as usize;
            // A row not yet swept is of another stratum.
            if i >= self.next || entry[i] < time {
                break;
            }
            self.spread(-1.0, i);
            self.next_out += 1;
        }
    }

    fn take_event_time(&mut self, block: Range<usize>, at: &EventTime) {
        let width = self.design.x.width;
        self.later.absorb(&at.step);
        for i in block.filter(|i| self.design.event[*i]) {
            let (x, weight) = (self.design.x.row(i), self.design.weight[i]);
            let to = &mut self.scores[i * width..(i + 1) * width];
            at.unmet.spread(self.risk[i], x, to);
            for ((cell, x), m) in to.iter_mut().zip(x).zip(&at.mean) {
                *cell += weight * (x - m);
            }
        }
    }

    /// Rows under observation from the start of their stratum have met all there is.
    fn close_stratum(&mut self) {
        while self.next_out < self.next {
            let i = self.design.by_entry.get(self.next_out).map_or(self.next_out, |row| *row as usize);
            self.spread(-1.0, i);
            self.next_out += 1;
        }
        self.later = Hazard::new(self.design.x.width);
    }
}

/// What an event time adds to the integrals of the rows.
pub(crate) struct EventTime {
    /// The hazard's step.
    pub(crate) step: Hazard,
    /// What of it the dead do not meet.
    pub(crate) unmet: Hazard,
    /// The mean of x, over the pieces.
    pub(crate) mean: Vec<f64>,
}

fn event_time(sweep: &RiskSweep<'_>, width: usize) -> EventTime {
    let (mut step, mut unmet, mut mean) = (Hazard::new(width), Hazard::new(width), vec![0.0; width]);
    let tied = sweep.tied();
    let ([a, b], [c, d, e]) = (tied.inverse, tied.squared.map(|sum| sum * tied.weight));
    step.plain = tied.weight * a;
    sweep.add_first(c, d, &mut step.by_mean);
    unmet.plain = tied.weight * b;
    sweep.add_first(d, e, &mut unmet.by_mean);
    let pieces = sweep.pieces() as f64;
    sweep.add_first(a / pieces, b / pieces, &mut mean);
    EventTime { step, unmet, mean }
}

/// The sum over clusters of the outer product of their summed rows.
pub(crate) fn clustered_outer(rows: &[f64], width: usize, cluster: Option<&[u32]>) -> Symmetric {
    let mut outer = Symmetric::zero(width);
    let row = |i: usize| &rows[i * width..(i + 1) * width];
    let Some(cluster) = cluster else {
        rows.chunks_exact(width.max(1)).for_each(|row| outer.add_outer(1.0, row));
        return outer;
    };
    let mut order: Vec<(u32, usize)> = cluster.iter().copied().zip(0..).collect();
    order.sort_unstable();
    for members in order.chunk_by(|a, b| a.0 == b.0) {
        let mut sum = vec![0.0; width];
        for (_, i) in members {
            sum.iter_mut().zip(row(*i)).for_each(|(sum, x)| *sum += x);
        }
        outer.add_outer(1.0, &sum);
    }
    outer
}

/// A Schoenfeld residual: the covariates of an event less their mean in its risk set.
#[derive(Debug, Clone, PartialEq)]
pub struct Schoenfeld {
    /// The row of the data, from 0.
    pub row: usize,
    /// The event's time.
    pub time: f64,
    /// One residual a covariate.
    pub residual: Vec<f64>,
}

impl CoxModel {
    /// The influence of each row on each coefficient, in the rows' order; rows of weight 0 have none.
    ///
    /// # Definition
    /// The score residual, weighted, times the model-based covariance.
    ///
    /// # References
    /// Cain & Lange, Biometrics 1984;40:493. R: `residuals(fit, "dfbeta")`.
    pub fn dfbeta(&self, fit: &CoxFit) -> Vec<(usize, Vec<f64>)> {
        let width = self.design.x.width;
        let scores = weighted_scores(&self.design, &fit.beta, fit.ties);
        let mut rows: Vec<(usize, Vec<f64>)> = (0..self.design.len())
            .map(|i| {
                let in_units: Vec<f64> =
                    (0..width).map(|j| scores[i * width + j] * self.design.x.scale[j]).collect();
                (self.design.source[i] as usize, fit.naive_covariance.multiply(&in_units))
            })
            .collect();
        rows.sort_unstable_by_key(|(row, _)| *row);
        rows
    }

    /// The Schoenfeld residuals, by stratum and time.
    ///
    /// # References
    /// Schoenfeld, Biometrika 1982;69:239. R: `residuals(fit, "schoenfeld")`.
    pub fn schoenfeld(&self, fit: &CoxFit) -> Vec<Schoenfeld> {
        let (design, width) = (&self.design, self.design.x.width);
        let risk = risks(design, &fit.beta);
        let mut sweep = RiskSweep::new(design, &risk, fit.ties, Moments::First);
        let mut residuals = Vec::new();
        let mut start_of_stratum = 0;
        while let Some(stop) = sweep.advance() {
            if stop != Stop::Event {
                residuals[start_of_stratum..].reverse();
                start_of_stratum = residuals.len();
                continue;
            }
            let mean = event_time(&sweep, width).mean;
            for i in sweep.block.clone().rev().filter(|i| design.event[*i]) {
                let row = design.x.row(i);
                let residual = (0..width).map(|j| (row[j] - mean[j]) * design.x.scale[j]).collect();
                residuals.push(Schoenfeld { row: design.source[i] as usize, time: design.exit[i], residual });
            }
        }
        residuals
    }
}
