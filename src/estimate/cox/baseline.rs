//! The baseline hazard of a fit, and the survival it predicts.

use super::residuals::risks;
use super::risk_sums::Moments;
use super::risk_sweep::{RiskSweep, Stop};
use super::{CoxFit, CoxModel, Standardised, normal_quantile};
use crate::estimate::linear_algebra::Symmetric;

/// The baseline cumulative hazard of one stratum, at covariates equal to their means.
#[derive(Debug, Clone, PartialEq)]
pub struct StratumHazard {
    /// The stratum.
    pub stratum: u32,
    /// The event times, rising.
    pub times: Vec<f64>,
    /// The cumulative hazard at each.
    pub cumulative: Vec<f64>,
    variance: Vec<f64>,
    pub(super) by_mean: Vec<f64>,
}

/// The baseline hazard of a fit, ready for predictions.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// One a stratum, in the order of their codes.
    pub strata: Vec<StratumHazard>,
    pub(super) beta: Vec<f64>,
    pub(super) units: Standardised,
    covariance: Symmetric,
    conf_level: f64,
}

/// Survival predicted at one event time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Predicted {
    /// The event time; the prediction holds until the next.
    pub time: f64,
    /// The cumulative hazard.
    pub cumulative_hazard: f64,
    /// Its standard error.
    pub hazard_std_error: f64,
    /// Survival: exp(-cumulative hazard).
    pub survival: f64,
    /// The standard error of survival: survival times that of the hazard.
    pub std_error: f64,
    /// The limits on the log-log scale, exp(-H exp(-+z se/H)); absent while the hazard is 0.
    pub interval: Option<(f64, f64)>,
}

/// A cumulative hazard at a time, with its standard error.
#[derive(Debug, Clone, Copy)]
struct HazardAt {
    value: f64,
    std_error: f64,
}

impl CoxModel {
    /// The baseline hazard of a fit.
    ///
    /// # Definition
    /// dH(t) = sum over the pieces of t of W/d / (S - k/d D), by the tie rule of the fit (see
    /// [`cox_regression`](super::cox_regression)); its own variance is the sum of W/d / (S - k/d D)^2.
    ///
    /// # Edge cases
    /// A stratum without events has no times. A covariate without a finite coefficient counts as 0.
    ///
    /// # References
    /// Tsiatis, Ann Stat 1981;9:93. R: `survfit(fit, newdata)` with `ctype` by the ties of the fit.
    pub fn baseline(&self, fit: &CoxFit) -> Baseline {
        let (design, width) = (&self.design, self.design.x.width);
        let risk = risks(design, &fit.beta);
        let mut sweep = RiskSweep::new(design, &risk, fit.ties, Moments::First);
        let (mut strata, mut steps) = (Vec::new(), StratumHazard::new(0));
        while let Some(stop) = sweep.advance() {
            if let Stop::EndOfStratum(index) = stop {
                steps.stratum = design.strata[index].0;
                strata.push(std::mem::replace(&mut steps, StratumHazard::new(0)).accumulated(width));
                continue;
            }
            let tied = sweep.tied();
            let mut by_mean = vec![0.0; width];
            sweep.add_first(tied.weight * tied.squared[0], tied.weight * tied.squared[1], &mut by_mean);
            steps.times.push(design.exit[sweep.block.start]);
            steps.cumulative.push(tied.weight * tied.inverse[0]);
            steps.variance.push(tied.weight * tied.squared[0]);
            steps.by_mean.extend(by_mean.iter().rev());
        }
        let mut covariance = fit.covariance.clone();
        for i in 0..width {
            for j in 0..=i {
                covariance.set(i, j, fit.covariance.get(i, j) * design.x.scale[i] * design.x.scale[j]);
            }
        }
        Baseline {
            strata,
            beta: fit.beta.clone(),
            units: design.x.units(),
            covariance,
            conf_level: fit.conf_level,
        }
    }
}

impl StratumHazard {
    fn new(stratum: u32) -> Self {
        Self { stratum, times: Vec::new(), cumulative: Vec::new(), variance: Vec::new(), by_mean: Vec::new() }
    }

    /// Steps from the last time to the first -> sums from the first to the last.
    fn accumulated(mut self, width: usize) -> Self {
        for column in [&mut self.times, &mut self.cumulative, &mut self.variance, &mut self.by_mean] {
            column.reverse();
        }
        for i in 1..self.times.len() {
            self.cumulative[i] += self.cumulative[i - 1];
            self.variance[i] += self.variance[i - 1];
            for j in i * width..(i + 1) * width {
                self.by_mean[j] += self.by_mean[j - width];
            }
        }
        self
    }
}

impl Baseline {
    /// Survival predicted at covariates (in the units given) in a stratum; `None` for an unknown
    /// stratum or a wrong number of covariates.
    ///
    /// # Definition
    /// H(t | x) = H(t) exp(b'x); its variance is exp(2 b'x) [ sum of the hazard's own + g' V g ] with
    /// g(t) = sum of (x - m) dH and V the covariance of the coefficients.
    ///
    /// # References
    /// Therneau & Grambsch, Modeling Survival Data, 10.2. R: `survfit(fit, newdata)`: `surv`, `cumhaz`,
    /// `std.err` (`se.fit` of log survival), `conf.type = "log-log"`.
    pub fn predict(&self, covariates: &[f64], stratum: u32) -> Option<Vec<Predicted>> {
        let hazard = self.strata.iter().find(|hazard| hazard.stratum == stratum)?;
        if covariates.len() != self.beta.len() {
            return None;
        }
        let x = self.units.standardise_one(covariates);
        let ratio = libm::exp(x.iter().zip(&self.beta).map(|(x, b)| x * b).sum());
        let z = normal_quantile(0.5 + self.conf_level / 2.0)?;
        let predicted = |i: usize| {
            let at = self.hazard_at(hazard, i, &x, ratio);
            prediction(hazard.times[i], at, z)
        };
        Some((0..hazard.times.len()).map(predicted).collect())
    }

    fn hazard_at(&self, hazard: &StratumHazard, i: usize, x: &[f64], ratio: f64) -> HazardAt {
        let width = x.len();
        let by_mean = &hazard.by_mean[i * width..(i + 1) * width];
        let lever: Vec<f64> =
            x.iter().zip(by_mean).map(|(x, mean)| x * hazard.cumulative[i] - mean).collect();
        let variance = hazard.variance[i] + self.covariance.quadratic(&lever);
        HazardAt { value: hazard.cumulative[i] * ratio, std_error: libm::sqrt(variance) * ratio }
    }
}

fn prediction(time: f64, hazard: HazardAt, z: f64) -> Predicted {
    let survival = libm::exp(-hazard.value);
    let factor = libm::exp(z * hazard.std_error / hazard.value);
    let interval = (hazard.value > 0.0 && factor.is_finite())
        .then(|| (libm::exp(-hazard.value * factor), libm::exp(-hazard.value / factor)));
    Predicted {
        time,
        cumulative_hazard: hazard.value,
        hazard_std_error: hazard.std_error,
        survival,
        std_error: survival * hazard.std_error,
        interval,
    }
}
