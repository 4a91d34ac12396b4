//! Limits and tests of single coefficients by the profile of the likelihood.

use super::likelihood::PartialLikelihood;
use super::newton::{Evaluation, LogLikelihood, maximise};
use super::{Absent, CoxFit, CoxModel, CoxOptions, Standing, chi_square, finite_columns};
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// What the profile of the likelihood says of one coefficient.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Profile {
    /// The lower limit of the coefficient.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
    /// The tail of the likelihood ratio test that the coefficient is 0.
    pub p_value: f64,
}

/// Limits are found to this part of a standard error.
const CLOSE: f64 = 1e-9;
/// Steps outwards, each twice the last, before a limit is given up.
const DOUBLINGS: usize = 30;
/// Steps of the search between two bounds.
const STEPS: usize = 80;

/// The likelihood of the other coefficients, one held fast.
struct Held<'a, 'b> {
    likelihood: &'a mut PartialLikelihood<'b>,
    /// The columns that move.
    free: &'a [usize],
    /// Where all columns stand when the free ones are at 0.
    base: Vec<f64>,
}

impl LogLikelihood for Held<'_, '_> {
    fn order(&self) -> usize {
        self.free.len()
    }

    fn evaluate(&mut self, beta: &[f64]) -> Evaluation {
        let mut whole = self.base.clone();
        self.free.iter().zip(beta).for_each(|(j, b)| whole[*j] += b);
        let at = self.likelihood.evaluate(&whole);
        let score = self.free.iter().map(|j| at.score[*j]).collect();
        Evaluation { loglik: at.loglik, score, information: at.information.subset(self.free) }
    }
}

/// One coefficient's profile, in standardised units.
struct Search<'a> {
    model: &'a CoxModel,
    fit: &'a CoxFit,
    options: &'a CoxOptions,
    column: usize,
    free: Vec<usize>,
    top: f64,
    /// By how much twice the log-likelihood falls at the limits.
    drop: f64,
}

impl CoxModel {
    /// The profile likelihood of each coefficient of a fit with these options.
    ///
    /// # Definition
    /// With l(b) the log-likelihood, penalised as in the fit, maximised over all other coefficients, the
    /// limits are the two b with 2 (l(maximum) - l(b)) equal to the quantile of the chi-square
    /// distribution of one degree of freedom; the test is that of b = 0. The determinant of the penalty is
    /// always that of all coefficients.
    ///
    /// # Edge cases
    /// A coefficient that the fit has not keeps its reason. A profile that never falls that far on one
    /// side is [`Absent::Monotone`]; without a penalty that is what separation looks like.
    ///
    /// # References
    /// Heinze & Schemper, Biometrics 2001;57:114, section 3. R: `coxphf::coxphf(pl = TRUE)`.
    pub fn profiles(&self, fit: &CoxFit, options: &CoxOptions) -> Vec<Result<Profile, Absent>> {
        let estimated = finite_columns(&fit.standing);
        let one = |column: usize| match fit.standing[column] {
            Standing::Absent(absent) => Err(absent),
            Standing::Finite => {
                let free = estimated.iter().copied().filter(|j| *j != column).collect();
                let one_df = ChiSquared::new(1.0).map_err(|_| Absent::NotEstimable)?;
                let drop = one_df.inverse_cdf(fit.conf_level);
                let top = fit.loglik? - self.penalty_of_units(options.penalty, &fit.standing);
                Search { model: self, fit, options, column, free, top, drop }.profile()
            }
        };
        (0..fit.standing.len()).map(one).collect()
    }
}

impl Search<'_> {
    fn profile(&self) -> Result<Profile, Absent> {
        let scale = self.model.design.x.scale[self.column];
        let limits = [-1.0, 1.0].map(|side| self.limit(side));
        let at_zero = self.fallen(0.0)? + self.drop;
        Ok(Profile {
            low: limits[0]? / scale,
            high: limits[1]? / scale,
            p_value: chi_square(at_zero, 1)?.p_value,
        })
    }

    /// How far twice the log-likelihood has fallen at a value of the coefficient, less the drop wanted.
    fn fallen(&self, value: f64) -> Result<f64, Absent> {
        let mut likelihood =
            PartialLikelihood::new(&self.model.design, self.options.ties, self.options.penalty);
        let mut base = self.fit.beta.clone();
        base[self.column] = value;
        let mut held = Held { likelihood: &mut likelihood, free: &self.free, base };
        let maximum = maximise(&mut held, self.options.max_iterations, self.options.penalty);
        let fallen = 2.0 * (self.top - maximum.end.loglik) - self.drop;
        if maximum.converged && fallen.is_finite() { Ok(fallen) } else { Err(Absent::NotConverged) }
    }

    /// The limit on one side: outwards until it is passed, then between two bounds (regula falsi,
    /// Illinois).
    fn limit(&self, side: f64) -> Result<f64, Absent> {
        let estimate = self.fit.beta[self.column];
        let scale = self.model.design.x.scale[self.column];
        let error = libm::sqrt(self.fit.naive_covariance.get(self.column, self.column)) * scale;
        let (mut inside, mut low) = (estimate, -self.drop);
        let mut length = error * libm::sqrt(self.drop);
        let mut outside = estimate + side * length;
        let mut high = self.fallen(outside)?;
        for _ in 0..DOUBLINGS {
            if high >= 0.0 {
                break;
            }
            (inside, low) = (outside, high);
            length *= 2.0;
            outside = estimate + side * length;
            high = self.fallen(outside)?;
        }
        if high < 0.0 {
            return Err(Absent::Monotone);
        }
        let mut kept = 0;
        for _ in 0..STEPS {
            let middle = inside + (outside - inside) * (-low / (high - low));
            let value = self.fallen(middle)?;
            if value.abs() < CLOSE * self.drop || (outside - inside).abs() < CLOSE * error {
                return Ok(middle);
            }
            if value >= 0.0 {
                (outside, high) = (middle, value);
                low *= if kept == 1 { 0.5 } else { 1.0 };
                kept = 1;
            } else {
                (inside, low) = (middle, value);
                high *= if kept == -1 { 0.5 } else { 1.0 };
                kept = -1;
            }
        }
        Err(Absent::NotConverged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::cox::sample::{close, names, random};
    use crate::estimate::cox::{CoxData, Penalty};

    /// x = 1 always dies first.
    fn separated() -> CoxData {
        CoxData {
            exit: vec![1.0, 2.0, 3.0, 4.0],
            event: vec![true, true, true, false],
            covariates: vec![1.0, 1.0, 0.0, 0.0],
            names: names(&["x"]),
            ..CoxData::default()
        }
    }

    /// Twice the penalised log-likelihood, by hand: the dead at 1, 2 and 3 leave the risk sets (2, 2), (1, 2), (0, 2) of x = 1 and x = 0.
    fn penalised(b: f64) -> f64 {
        let shares = [2.0, 1.0].map(|ones: f64| ones * b.exp() / (ones * b.exp() + 2.0));
        let information: f64 = shares.iter().map(|p| p * (1.0 - p)).sum();
        2.0 * (2.0 * b - (2.0 * b.exp() + 2.0).ln() - (b.exp() + 2.0).ln() - 2_f64.ln()) + information.ln()
    }

    #[test]
    fn limits_under_separation_are_where_the_penalised_likelihood_has_fallen() {
        let options = CoxOptions { penalty: Penalty::Firth, ..CoxOptions::default() };
        let model = CoxModel::new(&separated()).unwrap();
        let fit = model.fit(&options);
        let coef = fit.terms[0].estimate.unwrap().coef;
        let profile = model.profiles(&fit, &options)[0].unwrap();
        close(2.0 * fit.loglik.unwrap(), penalised(coef), 1e-9);
        close(2.0 * fit.loglik_null, penalised(0.0), 1e-9);
        for limit in [profile.low, profile.high] {
            close(penalised(coef) - penalised(limit), 3.841_458_820_694_124, 1e-7);
        }
        assert!(profile.low < coef && coef < profile.high);
        let p_value = chi_square(penalised(coef) - penalised(0.0), 1).unwrap().p_value;
        close(profile.p_value, p_value, 1e-9);
    }

    #[test]
    fn without_a_penalty_separation_has_no_upper_limit() {
        let options = CoxOptions::default();
        let model = CoxModel::new(&separated()).unwrap();
        let fit = model.fit(&options);
        assert_eq!(model.profiles(&fit, &options), [Err(Absent::Monotone)]);
    }

    #[test]
    fn profiles_hold_the_wald_limits_where_the_likelihood_is_nearly_normal() {
        let mut data = crate::estimate::cox::sample::plain_sixty();
        data.names.truncate(2);
        let options = CoxOptions::default();
        let model = CoxModel::new(&data).unwrap();
        let fit = model.fit(&options);
        for (term, profile) in fit.terms.iter().zip(model.profiles(&fit, &options)) {
            let (term, profile) = (term.estimate.unwrap(), profile.unwrap());
            assert!((profile.low - term.conf_low.ln()).abs() < 0.05);
            assert!((profile.high - term.conf_high.ln()).abs() < 0.05);
            assert!((profile.p_value - term.p_value).abs() < 0.01);
        }
    }

    #[test]
    fn a_search_that_ended_early_has_no_profile() {
        let model = CoxModel::new(&random(9, 40)).unwrap();
        let options = CoxOptions::default();
        let fit = model.fit(&options);
        assert!(model.profiles(&fit, &options).iter().all(Result::is_ok));
        let early = CoxOptions { max_iterations: 1, ..options };
        assert_eq!(model.profiles(&fit, &early), [Err(Absent::NotConverged), Err(Absent::NotConverged)]);
    }
}
