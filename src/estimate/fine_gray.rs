//! Regression of the subdistribution hazard (Fine & Gray), for one cause among competing ones.

mod likelihood;
pub mod prediction;
mod subdistribution;
mod sweep;
mod variance;

#[cfg(test)]
mod naive;
#[cfg(test)]
mod reference;

use crate::estimate::cox::newton::{self, Maximum};
use crate::estimate::cox::{Absent, ChiSquare, Coefficient, Columns, CoxDataError, Penalty, Standing, Term};
use crate::estimate::cox::{finite, inverse_information, of_finite, standings, tests};
use crate::estimate::linear_algebra::Symmetric;
use likelihood::SubdistributionLikelihood;
use subdistribution::Subdistribution;

/// How a subject left observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing had happened.
    Censored,
    /// By the cause that is modelled.
    Event,
    /// By any other cause.
    Competing,
}

/// The subjects of a Fine-Gray regression, one row each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FineGrayData {
    /// When each subject left observation, from a common origin.
    pub time: Vec<f64>,
    /// How.
    pub outcome: Vec<Outcome>,
    /// The covariates, one column after the other.
    pub covariates: Vec<f64>,
    /// The name of each covariate column.
    pub names: Vec<String>,
    /// Groups with their own censoring distribution; empty where there is one.
    pub groups: Vec<u32>,
}

/// The conventions of a fit.
#[derive(Debug, Clone, PartialEq)]
pub struct FineGrayOptions {
    /// The level of the intervals, between 0 and 1.
    pub conf_level: f64,
    /// Newton steps allowed.
    pub max_iterations: usize,
}

impl Default for FineGrayOptions {
    fn default() -> Self {
        Self { conf_level: 0.95, max_iterations: 100 }
    }
}

/// A fitted Fine-Gray model.
#[derive(Debug, Clone)]
pub struct FineGrayFit {
    /// Subjects.
    pub n: usize,
    /// Subjects with the event that is modelled.
    pub n_events: usize,
    /// Subjects with another cause.
    pub n_competing: usize,
    /// One a covariate, in the order given; `naive_std_error` is by the inverse information.
    pub terms: Vec<Term>,
    /// The robust covariance of the coefficients; 0 where there is no coefficient.
    pub covariance: Symmetric,
    /// The log pseudo-likelihood with every coefficient 0.
    pub loglik_null: f64,
    /// The log pseudo-likelihood at the estimate; its supremum where it is monotone.
    pub loglik: Result<f64, Absent>,
    /// The pseudo-likelihood ratio test of all coefficients.
    pub lrt: Result<ChiSquare, Absent>,
    /// The Wald test of all coefficients, robust.
    pub wald: Result<ChiSquare, Absent>,
    /// The score test of all coefficients, by the information at 0.
    pub score: Result<ChiSquare, Absent>,
    /// Newton steps taken.
    pub iterations: usize,
    beta: Vec<f64>,
    /// Of standardised coefficients.
    inverse: Symmetric,
    conf_level: f64,
}

/// Sorted subjects, ready for fits and predictions.
#[derive(Debug, Clone)]
pub struct FineGrayModel {
    design: Subdistribution,
    names: Vec<String>,
}

/// Fits a Fine-Gray regression.
///
/// # Definition
/// The subdistribution hazard is h(t) exp(b'x). The coefficients b maximise the log pseudo-likelihood
/// ```text
/// sum over subjects i with the event of [ b'x_i - log(sum over j of w_j exp(b'x_j)) ]
/// ```
/// where the weight w of j at t is 1 while j is under observation (its time is t or later), G(t-)/G(T-)
/// after a competing event of j at T, and 0 after its event or censoring; G is the Kaplan-Meier estimate
/// of the censoring distribution in the group of j. The variance is
/// `I^-1 [sum of (eta_i + psi_i)(eta_i + psi_i)'] I^-1` with eta the score of subject i and psi the part of
/// its censoring in the estimate of G.
///
/// # Input
/// See [`FineGrayData`]. Rows in any order; times are already tied. Tied events by Breslow's rule.
///
/// # Returns
/// One term a covariate, the log pseudo-likelihoods, three tests of all terms.
///
/// # Edge cases
/// As in [`cox_regression`](crate::estimate::cox::cox_regression): no events, singular columns and
/// monotone likelihood are reasons in the terms. Without censoring every weight after a competing event
/// is 1. After the last time of a group its G is 0.
///
/// # Errors
/// [`CoxDataError`], for rows that break a rule.
///
/// # References
/// Fine & Gray, JASA 1999;94:496, equations 6-8. R: `cmprsk::crr(ftime, fstatus, cov1, cengroup)`; it
/// stops at a coarser tolerance (`gtol = 1e-6`), and takes G(0) for G(0-) = 1 where somebody is censored
/// at time 0. Sums are carried over sorted times here, where `crr` takes the square of the number of
/// subjects.
///
/// # Examples
/// Without competing events and censoring it is Cox's model by Breslow's rule:
/// ```
/// use engraft::estimate::fine_gray::{FineGrayData, FineGrayOptions, Outcome, fine_gray_regression};
/// let data = FineGrayData {
///     time: vec![1.0, 2.0, 3.0],
///     outcome: vec![Outcome::Event; 3],
///     covariates: vec![0.0, 1.0, 0.0],
///     names: vec!["x".to_owned()],
///     groups: vec![],
/// };
/// // l(b) = -log(2 + e^b) + b - log(1 + e^b) is largest at e^b = sqrt(2).
/// let fit = fine_gray_regression(&data, &FineGrayOptions::default())?;
/// let term = fit.terms[0].estimate.expect("a coefficient");
/// assert!((term.hr - 2_f64.sqrt()).abs() < 1e-9);
/// # Ok::<(), engraft::estimate::cox::CoxDataError>(())
/// ```
pub fn fine_gray_regression(
    data: &FineGrayData,
    options: &FineGrayOptions,
) -> Result<FineGrayFit, CoxDataError> {
    Ok(FineGrayModel::new(data)?.fit(options))
}

impl FineGrayData {
    /// Refuses what no fit can be made of.
    ///
    /// # Errors
    /// Each variant of [`CoxDataError`] that applies, for the first row that breaks a rule.
    pub fn check(&self) -> Result<(), CoxDataError> {
        let n = self.time.len();
        let groups = if self.groups.is_empty() { n } else { self.groups.len() };
        let lengths = [
            ("outcome", n, self.outcome.len()),
            ("covariates", n * self.names.len(), self.covariates.len()),
            ("groups", n, groups),
        ];
        if let Some((column, expected, found)) = lengths.into_iter().find(|(_, want, have)| want != have) {
            return Err(CoxDataError::Length { column, expected, found });
        }
        finite("time", &self.time)?;
        Columns { values: &self.covariates, n }.check(&self.names)?;
        if n == 0 { Err(CoxDataError::Empty) } else { Ok(()) }
    }
}

impl FineGrayModel {
    /// Checks and sorts the subjects, and estimates their censoring.
    ///
    /// # Errors
    /// [`CoxDataError`], for rows that break a rule.
    pub fn new(data: &FineGrayData) -> Result<Self, CoxDataError> {
        data.check()?;
        Ok(Self { design: Subdistribution::new(data), names: data.names.clone() })
    }

    /// Fits the model; see [`fine_gray_regression`].
    pub fn fit(&self, options: &FineGrayOptions) -> FineGrayFit {
        let mut likelihood = SubdistributionLikelihood::new(&self.design);
        let maximum = newton::maximise(&mut likelihood, options.max_iterations, Penalty::None);
        drop(likelihood);
        let count = |wanted| self.design.outcome.iter().filter(|outcome| **outcome == wanted).count();
        let n_events = count(Outcome::Event);
        let standing = standings(&maximum, n_events);
        let (covariance, inverse) = self.covariance(&maximum, &standing);
        let tests = tests(&maximum, &standing, &covariance, n_events);
        FineGrayFit {
            n: self.design.len(),
            n_events,
            n_competing: count(Outcome::Competing),
            terms: self.terms(&maximum, &standing, [&covariance, &inverse], options.conf_level),
            covariance: self.design.x.covariance_as_given(&covariance),
            loglik_null: maximum.start.loglik,
            loglik: tests.loglik,
            lrt: tests.lrt,
            wald: tests.wald,
            score: tests.score,
            iterations: maximum.iterations,
            beta: maximum.beta,
            inverse,
            conf_level: options.conf_level,
        }
    }

    /// The robust covariance and the inverse information, both of standardised coefficients.
    fn covariance(&self, maximum: &Maximum, standing: &[Standing]) -> (Symmetric, Symmetric) {
        let order = maximum.beta.len();
        let inverse = inverse_information(maximum);
        let mut meat = Symmetric::zero(order);
        let scores = variance::subject_scores(&self.design, &self.design.risks(&maximum.beta));
        scores.chunks_exact(order.max(1)).for_each(|score| meat.add_outer(1.0, score));
        (of_finite(&inverse.sandwich(&meat), standing), of_finite(&inverse, standing))
    }

    fn terms(
        &self,
        maximum: &Maximum,
        standing: &[Standing],
        [covariance, naive]: [&Symmetric; 2],
        conf_level: f64,
    ) -> Vec<Term> {
        let columns = self.names.iter().zip(standing).enumerate();
        columns
            .map(|(j, (name, standing))| {
                let scale = self.design.x.scale[j];
                let error = |matrix: &Symmetric| libm::sqrt(matrix.get(j, j)) / scale;
                let estimate = match standing {
                    Standing::Absent(absent) => Err(*absent),
                    Standing::Finite => {
                        Coefficient::new(maximum.beta[j] / scale, error(covariance), conf_level)
                            .map(|c| Coefficient { naive_std_error: error(naive), ..c })
                            .ok_or(Absent::NotEstimable)
                    }
                };
                Term { name: name.clone(), estimate }
            })
            .collect()
    }
}
