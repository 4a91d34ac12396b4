//! Sums over a risk set, and the mean and spread of covariates that they give.

use crate::estimate::linear_algebra::{Symmetric, packed};

/// Sums of risk, risk x and risk x x' over a set of rows.
#[derive(Debug, Clone)]
pub(crate) struct Sums {
    /// The sum of risk.
    pub(crate) zeroth: f64,
    /// The sum of risk x.
    pub(crate) first: Vec<f64>,
    /// The sum of risk x x', packed; empty where second moments are not wanted.
    pub(crate) second: Vec<f64>,
}

impl Sums {
    /// Empty sums of `width` covariates.
    pub(crate) fn new(width: usize, moments: Moments) -> Self {
        let cells = if moments == Moments::Second { packed(width, 0) } else { 0 };
        Self { zeroth: 0.0, first: vec![0.0; width], second: vec![0.0; cells] }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.zeroth = 0.0;
        self.first.fill(0.0);
        self.second.fill(0.0);
    }

    /// Adds a row; a negative `risk` takes it out again.
    pub(crate) fn add(&mut self, risk: f64, x: &[f64]) {
        self.add_rows(&[risk], x);
    }

    /// Adds rows that lie one after the other.
    pub(crate) fn add_rows(&mut self, risks: &[f64], rows: &[f64]) {
        self.zeroth += risks.iter().sum::<f64>();
        add_moments(risks, rows, &mut self.first, &mut self.second);
    }

    /// Adds sums that lie one after the other: of risk, risk x, risk x x'.
    pub(crate) fn add_packed(&mut self, sums: &[f64]) {
        let (zeroth, moments) = sums.split_at(1);
        let (first, second) = moments.split_at(self.first.len());
        self.zeroth += zeroth[0];
        self.first.iter_mut().zip(first).for_each(|(sum, a)| *sum += a);
        self.second.iter_mut().zip(second).for_each(|(sum, a)| *sum += a);
    }

    /// Adds `factor` times other sums.
    pub(crate) fn add_sums(&mut self, factor: f64, other: &Self) {
        self.zeroth += factor * other.zeroth;
        for (sum, a) in self.first.iter_mut().zip(&other.first) {
            *sum += factor * a;
        }
        for (sum, a) in self.second.iter_mut().zip(&other.second) {
            *sum += factor * a;
        }
    }
}

/// Adds the sums of risk x, and of risk x x' (packed) unless `second` is empty, over rows that lie one after the
/// other.
pub(crate) fn add_moments(risks: &[f64], rows: &[f64], first: &mut [f64], second: &mut [f64]) {
    if second.is_empty() {
        for (risk, x) in risks.iter().zip(rows.chunks_exact(first.len().max(1))) {
            first.iter_mut().zip(x).for_each(|(sum, a)| *sum += risk * a);
        }
        return;
    }
    match first.len() {
        1 => add_fixed::<1>(risks, rows, first, second),
        2 => add_fixed::<2>(risks, rows, first, second),
        3 => add_fixed::<3>(risks, rows, first, second),
        4 => add_fixed::<4>(risks, rows, first, second),
        5 => add_fixed::<5>(risks, rows, first, second),
        6 => add_fixed::<6>(risks, rows, first, second),
        7 => add_fixed::<7>(risks, rows, first, second),
        8 => add_fixed::<8>(risks, rows, first, second),
        9 => add_fixed::<9>(risks, rows, first, second),
        10 => add_fixed::<10>(risks, rows, first, second),
        11 => add_fixed::<11>(risks, rows, first, second),
        12 => add_fixed::<12>(risks, rows, first, second),
        width => {
            for (risk, x) in risks.iter().zip(rows.chunks_exact(width)) {
                add_row(*risk, x, first, second);
            }
        }
    }
}

/// [`add_moments`] of a width known when compiling, four rows at a time: several times faster.
fn add_fixed<const WIDTH: usize>(risks: &[f64], rows: &[f64], first: &mut [f64], second: &mut [f64]) {
    let Some(first) = first.first_chunk_mut::<WIDTH>() else { return };
    let (rows, _) = rows.as_chunks::<WIDTH>();
    let (fours, last) = rows.as_chunks::<4>();
    let (risks_of_fours, risks_of_last) = risks.as_chunks::<4>();
    for ([p, q, r, s], x) in risks_of_fours.iter().zip(fours) {
        let mut cells = &mut *second;
        for i in 0..WIDTH {
            let [a, b, c, d] = [p * x[0][i], q * x[1][i], r * x[2][i], s * x[3][i]];
            first[i] += (a + b) + (c + d);
            let (line, rest) = cells.split_at_mut(i + 1);
            for (j, cell) in line.iter_mut().enumerate() {
                *cell += (a * x[0][j] + b * x[1][j]) + (c * x[2][j] + d * x[3][j]);
            }
            cells = rest;
        }
    }
    for (risk, x) in risks_of_last.iter().zip(last) {
        add_row(*risk, x, first, second);
    }
}

#[expect(clippy::inline_always, reason = "the loops unroll only where the width is known")]
#[inline(always)]
fn add_row(risk: f64, x: &[f64], first: &mut [f64], second: &mut [f64]) {
    let mut cells = second;
    for (i, (sum, a)) in first.iter_mut().zip(x).enumerate() {
        let scaled = risk * a;
        *sum += scaled;
        let (line, rest) = cells.split_at_mut(i + 1);
        for (cell, b) in line.iter_mut().zip(&x[..=i]) {
            *cell += scaled * b;
        }
        cells = rest;
    }
}

/// Which sums are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moments {
    /// Risk and risk x.
    First,
    /// Also risk x x'.
    Second,
}

/// One factor of the partial likelihood's denominator: the mean and spread of x in one risk set.
///
/// An event time has one piece by Breslow's rule; by Efron's as many as it has events, the k-th of d
/// (from 0) with the dead counted at 1 - k/d.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// The weight of the events that this piece stands for.
    pub(crate) weight: f64,
    /// The share of the dead that is taken out.
    pub(crate) removed: f64,
    /// The sum of risk.
    pub(crate) total: f64,
    /// The mean of x.
    pub(crate) mean: Vec<f64>,
    /// The packed mean of x x'.
    second: Vec<f64>,
}

impl Piece {
    /// A piece to be filled.
    pub(crate) fn new(width: usize, moments: Moments) -> Self {
        let sums = Sums::new(width, moments);
        Self { weight: 0.0, removed: 0.0, total: 0.0, mean: sums.first, second: sums.second }
    }

    /// Fills the piece from the sums at risk less `removed` times those of the dead.
    pub(crate) fn fill(&mut self, weight: f64, at_risk: &Sums, dead: &Sums, removed: f64) {
        self.weight = weight;
        self.removed = removed;
        self.total = at_risk.zeroth - removed * dead.zeroth;
        let inverse = 1.0 / self.total;
        for (j, mean) in self.mean.iter_mut().enumerate() {
            *mean = (at_risk.first[j] - removed * dead.first[j]) * inverse;
        }
        if removed == 0.0 {
            for (mean, sum) in self.second.iter_mut().zip(&at_risk.second) {
                *mean = sum * inverse;
            }
        } else {
            for (k, mean) in self.second.iter_mut().enumerate() {
                *mean = (at_risk.second[k] - removed * dead.second[k]) * inverse;
            }
        }
    }

    /// Adds `factor` times the variance of x.
    pub(crate) fn add_variance(&self, factor: f64, to: &mut Symmetric) {
        let mut cells = to.lower_mut();
        let mut seconds = self.second.as_slice();
        for (i, a) in self.mean.iter().enumerate() {
            let (line, rest) = cells.split_at_mut(i + 1);
            let (second, others) = seconds.split_at(i + 1);
            for ((cell, square), b) in line.iter_mut().zip(second).zip(&self.mean[..=i]) {
                *cell += factor * (square - a * b);
            }
            cells = rest;
            seconds = others;
        }
    }
}
