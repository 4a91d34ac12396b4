//! Covariate columns, centred and scaled, laid out row after row in the order of a sweep.

use super::data::{CoxDataError, finite};
use crate::estimate::linear_algebra::Symmetric;

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
        let mut rows = vec![0.0; width * order.len()];
        let (mut centre, mut scale) = (Vec::with_capacity(width), Vec::with_capacity(width));
        for j in 0..width {
            let column = self.column(j);
            let sorted: Vec<f64> = order.iter().map(|row| column[*row as usize]).collect();
            let (mean, deviation) = mean_and_deviation(&sorted);
            for (row, value) in rows.chunks_exact_mut(width).zip(&sorted) {
                row[j] = (value - mean) / deviation;
            }
            centre.push(mean);
            scale.push(deviation);
        }
        Standardised { width, rows, centre, scale }
    }
}

fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let deviation = libm::sqrt(squares / n);
    let constant = deviation <= 1e-12 * mean.abs() || deviation == 0.0;
    (mean, if constant { 1.0 } else { deviation })
}

impl Standardised {
    /// The covariates of a row.
    pub(crate) fn row(&self, i: usize) -> &[f64] {
        &self.rows[i * self.width..(i + 1) * self.width]
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
