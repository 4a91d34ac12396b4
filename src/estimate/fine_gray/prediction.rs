//! Cumulative incidence predicted by a Fine-Gray fit.

use super::sweep::SubdistributionSweep;
use super::variance::{integrals, subject_scores};
use super::{FineGrayFit, FineGrayModel};
use crate::estimate::cox::normal_quantile;
use crate::estimate::cox::risk_sums::{Moments, Piece, Sums};

/// The cumulative incidence predicted at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PredictedIncidence {
    /// The time.
    pub time: f64,
    /// The cumulative incidence.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
    /// Its limits, from log(-log(1 - F)); absent before the first event.
    pub interval: Option<(f64, f64)>,
}

/// The baseline of a fit at covariates equal to their means.
#[derive(Debug, Clone, Default)]
struct Baseline {
    /// The event times, rising.
    times: Vec<f64>,
    /// The cumulative subdistribution hazard at each.
    hazard: Vec<f64>,
    /// The same weighted by the mean of x, one row a time.
    by_mean: Vec<f64>,
}

impl FineGrayModel {
    /// The cumulative incidence at covariates (in the units given) and times; `None` for a wrong number
    /// of covariates.
    ///
    /// # Definition
    /// ```text
    /// F(t | x) = 1 - exp(-H(t) exp(b'x)),  dH(t) = events at t / S0(t),  S0 = sum of w_j(t) exp(b'x_j)
    /// ```
    /// Its variance is the sum of squares of the subjects' influences on it,
    /// ```text
    /// exp(-H exp(b'x)) exp(b'x) [ integral up to t of w_i / S0 dM_i, with the part of the censoring of i
    ///                             + (x H - integral of m dH)' I^-1 (eta_i + psi_i) ]
    /// ```
    /// in the notation of [`fine_gray_regression`](super::fine_gray_regression).
    ///
    /// # Edge cases
    /// 0 with standard error 0 and no interval before the first event. After the last event time its value
    /// is carried on; it is for the caller to say how far. A covariate without a finite coefficient
    /// makes no prediction that means anything: look at the terms first.
    ///
    /// # References
    /// Fine & Gray, JASA 1999;94:496, section 4. R: `predict(crr)` agrees with the estimate; it has no
    /// interval.
    pub fn predict(
        &self,
        fit: &FineGrayFit,
        covariates: &[f64],
        times: &[f64],
    ) -> Option<Vec<PredictedIncidence>> {
        if covariates.len() != fit.beta.len() {
            return None;
        }
        let z = normal_quantile(0.5 + fit.conf_level / 2.0)?;
        let x = self.design.x.standardise_one(covariates);
        let ratio = libm::exp(x.iter().zip(&fit.beta).map(|(x, b)| x * b).sum());
        let risk = self.design.risks(&fit.beta);
        let baseline = self.baseline(&risk);
        let variances = self.variances(fit, &risk, &baseline, (&x, times));
        let predicted = |(time, variance): (&f64, &f64)| {
            let hazard = baseline.hazard_at(*time) * ratio;
            prediction(*time, hazard, libm::sqrt(*variance) * ratio, z)
        };
        Some(times.iter().zip(&variances).map(predicted).collect())
    }

    fn baseline(&self, risk: &[f64]) -> Baseline {
        let width = self.design.x.width;
        let mut sweep = SubdistributionSweep::new(&self.design, risk, Moments::First);
        let mut piece = Piece::new(width, Moments::First);
        let nobody = Sums::new(width, Moments::First);
        let mut baseline = Baseline::default();
        while let Some(time) = sweep.advance() {
            if sweep.events == 0 {
                continue;
            }
            piece.fill(sweep.events as f64, sweep.risk_set(), &nobody, 0.0);
            let step = piece.weight / piece.total;
            baseline.times.push(time);
            baseline.hazard.push(step);
            baseline.by_mean.extend(piece.mean.iter().rev().map(|mean| step * mean));
        }
        baseline.accumulated(width)
    }

    /// The variance of the baseline hazard (times the ratio squared) at each time.
    fn variances(
        &self,
        fit: &FineGrayFit,
        risk: &[f64],
        baseline: &Baseline,
        (x, times): (&[f64], &[f64]),
    ) -> Vec<f64> {
        let (width, count) = (x.len(), times.len());
        let scores = subject_scores(&self.design, risk);
        // The same integrals with 0 for x and -1/S0 for its mean, up to each time.
        let mut blank = self.design.clone();
        blank.x.width = count;
        blank.x.rows = vec![0.0; count * self.design.len()];
        let own = integrals(&blank, risk, |time, piece| {
            let inverse = 1.0 / piece.total;
            for (mean, upto) in piece.mean.iter_mut().zip(times) {
                *mean = if time <= *upto { -inverse } else { 0.0 };
            }
        });
        let levers: Vec<Vec<f64>> =
            times.iter().map(|time| fit.inverse.multiply(&baseline.lever(*time, x))).collect();
        let mut variances = vec![0.0; count];
        for i in 0..self.design.len() {
            let score = &scores[i * width..(i + 1) * width];
            for (k, (variance, lever)) in variances.iter_mut().zip(&levers).enumerate() {
                let through_beta: f64 = lever.iter().zip(score).map(|(a, b)| a * b).sum();
                let influence = own[i * count + k] + through_beta;
                *variance += influence * influence;
            }
        }
        variances
    }
}

impl Baseline {
    /// Steps from the last time to the first -> sums from the first to the last.
    fn accumulated(mut self, width: usize) -> Self {
        for column in [&mut self.times, &mut self.hazard, &mut self.by_mean] {
            column.reverse();
        }
        for i in 1..self.times.len() {
            self.hazard[i] += self.hazard[i - 1];
            for j in i * width..(i + 1) * width {
                self.by_mean[j] += self.by_mean[j - width];
            }
        }
        self
    }

    fn hazard_at(&self, time: f64) -> f64 {
        match self.times.partition_point(|t| *t <= time) {
            0 => 0.0,
            k => self.hazard[k - 1],
        }
    }

    /// x H(t) less the integral of the mean of x.
    fn lever(&self, time: f64, x: &[f64]) -> Vec<f64> {
        match self.times.partition_point(|t| *t <= time) {
            0 => vec![0.0; x.len()],
            k => {
                let by_mean = &self.by_mean[(k - 1) * x.len()..k * x.len()];
                x.iter().zip(by_mean).map(|(x, mean)| x * self.hazard[k - 1] - mean).collect()
            }
        }
    }
}

fn prediction(time: f64, hazard: f64, std_error: f64, z: f64) -> PredictedIncidence {
    let free = libm::exp(-hazard);
    let factor = libm::exp(z * std_error / hazard);
    let interval = (hazard > 0.0 && factor.is_finite())
        .then(|| (-libm::expm1(-hazard / factor), -libm::expm1(-hazard * factor)));
    PredictedIncidence { time, estimate: -libm::expm1(-hazard), std_error: free * std_error, interval }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_those_of_the_hazard() {
        let at = prediction(3.0, 0.5, 0.1, 2.0);
        let free = |hazard: f64| libm::exp(-hazard);
        assert!((at.estimate - (1.0 - free(0.5))).abs() < 1e-15);
        assert!((at.std_error - 0.1 * free(0.5)).abs() < 1e-15);
        let (low, high) = at.interval.unwrap();
        assert!((low - (1.0 - free(0.5 * libm::exp(-0.4)))).abs() < 1e-15);
        assert!((high - (1.0 - free(0.5 * libm::exp(0.4)))).abs() < 1e-15);
        assert!(prediction(3.0, 0.0, 0.0, 2.0).interval.is_none());
    }
}
