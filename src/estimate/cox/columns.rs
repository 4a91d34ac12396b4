//! Covariate columns, centred and scaled, laid out row after row in the order of a sweep.

use std::ops::Range;

use super::data::{CoxDataError, finite};
use crate::estimate::linear_algebra::Symmetric;
use crate::estimate::parallel;

/// Covariates as given: one column after the other.
pub(crate) struct Columns<'a> {
    /// All values.
    pub(crate) values: &'a [f64],
    /// The length of a column.
    pub(crate) n: usize,
}

/// Covariates centred at their mean and divided by their standard deviation, by rows.
///
/// The likelihood does not change, and neither sums nor pivots then depend on the unit of a covariate.
#[derive(Debug, Clone)]
pub(crate) struct Standardised {
    /// How many covariates.
    pub(crate) width: usize,
    /// The rows, one after the other.
    pub(crate) rows: Vec<f64>,
    /// The mean of each covariate.
    pub(crate) centre: Vec<f64>,
    /// The standard deviation of each covariate; 1 for a constant.
    pub(crate) scale: Vec<f64>,
}

/// What the rows weigh.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Weights<'a> {
    /// Each its own.
    Each(&'a [f64]),
    /// All the same: 1.
    Equal,
}

impl Columns<'_> {
    fn column(&self, j: usize) -> &[f64] {
        &self.values[j * self.n..(j + 1) * self.n]
    }

    /// Refuses a value that is not a finite number.
    pub(crate) fn check(&self, names: &[String]) -> Result<(), CoxDataError> {
        names.iter().enumerate().try_for_each(|(j, name)| finite(name, self.column(j)))
    }

    /// Lays out the rows named in `order`.
    pub(crate) fn standardise(&self, width: usize, order: &[u32]) -> Standardised {
        let mut kept = vec![false; self.n];
        for row in order {
            kept[*row as usize] = true;
        }
        let mut units = vec![(0.0, 1.0); width];
        parallel::fill_shares(&mut units, &parallel::shares(width, order.len()), |first, share| {
            for (unit, j) in share.iter_mut().zip(first..) {
                *unit = mean_and_deviation(self.column(j), &kept);
            }
        });
        // Column after column is read in its own order; in that of the sweep whole rows are fetched, not single values.
        let mut delivered = vec![0.0; width * self.n];
        parallel::fill(&mut delivered, width, |first, share| {
            let mut start = first / width.max(1);
            for piece in share.chunks_mut(ROWS_AT_ONCE * width.max(1)) {
                for (j, (mean, deviation)) in units.iter().enumerate() {
                    for (row, value) in piece.chunks_exact_mut(width).zip(&self.column(j)[start..]) {
                        row[j] = (value - mean) / deviation;
                    }
                }
                start += ROWS_AT_ONCE;
            }
        });
        let mut rows = vec![0.0; width * order.len()];
        parallel::fill(&mut rows, width, |first, share| {
            let sources = &order[first / width.max(1)..];
            for (row, source) in share.chunks_exact_mut(width.max(1)).zip(sources) {
                row.copy_from_slice(&delivered[*source as usize * width..][..width]);
            }
        });
        let (centre, scale) = units.into_iter().unzip();
        Standardised { width, rows, centre, scale }
    }
}

/// Rows written at once: their covariates fit the processor's nearest memory.
const ROWS_AT_ONCE: usize = 256;

fn mean_and_deviation(column: &[f64], kept: &[bool]) -> (f64, f64) {
    let values = || column.iter().zip(kept).filter(|(_, kept)| **kept).map(|(value, _)| *value);
    let n = values().count() as f64;
    let mean = values().sum::<f64>() / n;
    let squares: f64 = values().map(|value| (value - mean) * (value - mean)).sum();
    let deviation = libm::sqrt(squares / n);
    let constant = deviation <= 1e-12 * mean.abs() || deviation == 0.0;
    (mean, if constant { 1.0 } else { deviation })
}

impl Standardised {
    /// The covariates of a row.
    pub(crate) fn row(&self, i: usize) -> &[f64] {
        &self.rows[i * self.width..(i + 1) * self.width]
    }

    /// The covariates of some rows, one row after the other.
    pub(crate) fn rows_of(&self, rows: Range<usize>) -> &[f64] {
        &self.rows[rows.start * self.width..rows.end * self.width]
    }

    /// The units without the rows.
    pub(crate) fn units(&self) -> Self {
        let (centre, scale) = (self.centre.clone(), self.scale.clone());
        Self { width: self.width, rows: Vec::new(), centre, scale }
    }

    /// The linear predictor of a row.
    pub(crate) fn predictor(&self, i: usize, beta: &[f64]) -> f64 {
        self.row(i).iter().zip(beta).map(|(x, b)| x * b).sum()
    }

    /// The linear predictors of all rows, into `predictors`.
    fn predict(&self, beta: &[f64], predictors: &mut [f64]) {
        parallel::fill(predictors, 1, |first, share| {
            share.iter_mut().zip(first..).for_each(|(predictor, i)| *predictor = self.predictor(i, beta));
        });
    }

    /// The risk of each row: e to its linear predictor, times its weight where rows have weights.
    pub(crate) fn risks(&self, beta: &[f64], weights: Weights<'_>, rows: usize) -> Vec<f64> {
        let (mut predictors, mut risks) = (vec![0.0; rows], vec![0.0; rows]);
        self.predict_risks(beta, weights, (&mut predictors, &mut risks));
        risks
    }

    /// The linear predictors of all rows and their risks, into what is there.
    pub(crate) fn predict_risks(
        &self,
        beta: &[f64],
        weights: Weights<'_>,
        (predictors, risks): (&mut [f64], &mut [f64]),
    ) {
        self.predict(beta, predictors);
        parallel::fill(risks, 1, |first, share| {
            for (risk, i) in share.iter_mut().zip(first..) {
                let risk_ratio = libm::exp(predictors[i]);
                *risk = match weights {
                    Weights::Each(weights) => weights[i] * risk_ratio,
                    Weights::Equal => risk_ratio,
                };
            }
        });
    }

    /// Covariates in the units given -> in the units of the rows.
    pub(crate) fn standardise_one(&self, covariates: &[f64]) -> Vec<f64> {
        (0..self.width).map(|j| (covariates[j] - self.centre[j]) / self.scale[j]).collect()
    }

    /// A covariance of standardised coefficients -> in the units given.
    pub(crate) fn covariance_as_given(&self, covariance: &Symmetric) -> Symmetric {
        let mut as_given = covariance.clone();
        for i in 0..self.width {
            for j in 0..=i {
                as_given.set(i, j, covariance.get(i, j) / (self.scale[i] * self.scale[j]));
            }
        }
        as_given
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_rows_are_laid_out_as_few_are() {
        // The mean of 0 to n - 1 is (n - 1) / 2, their variance (n² - 1) / 12; laid out from the last to the first.
        let n = 40_000_u32;
        let values: Vec<f64> = (0..n).map(f64::from).chain((0..n).map(|i| f64::from(i % 2))).collect();
        let order: Vec<u32> = (0..n).rev().collect();
        let x = Columns { values: &values, n: n as usize }.standardise(2, &order);
        let deviation = libm::sqrt((f64::from(n) * f64::from(n) - 1.0) / 12.0);
        for (row, i) in x.rows.chunks_exact(2).zip(order) {
            assert!((row[0] - (f64::from(i) - f64::from(n - 1) / 2.0) / deviation).abs() < 1e-12);
            assert!((row[1] - if i % 2 == 0 { -1.0 } else { 1.0 }).abs() < 1e-12);
        }
    }
}
