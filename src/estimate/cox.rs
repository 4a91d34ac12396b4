//! Proportional hazards regression (Cox), with its tests and predictions.

pub mod baseline;
mod block_sums;
mod columns;
mod concordance;
mod data;
mod design;
mod likelihood;
pub(crate) mod newton;
pub mod profile;
pub mod proportionality;
pub mod residuals;
pub(crate) mod risk_sums;
mod risk_sweep;
pub mod standardisation;
mod summary;

#[cfg(test)]
mod formulas;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod reference;
#[cfg(test)]
pub(crate) mod sample;

pub(crate) use columns::{Columns, Standardised, Weights};
pub use concordance::Concordance;
pub(crate) use data::finite;
pub use data::{CoxData, CoxDataError};
pub use summary::{Absent, ChiSquare, Coefficient, Term};
pub(crate) use summary::{Standing, chi_square, finite_columns, inverse_information, normal_quantile};
pub(crate) use summary::{monotone_first, of_finite, standings, tests};

use crate::estimate::linear_algebra::Symmetric;
use design::Design;
use likelihood::PartialLikelihood;
use newton::Maximum;

/// How events at the same time enter the likelihood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ties {
    /// The k-th of d tied events meets the dead at 1 - k/d (Efron 1977).
    #[default]
    Efron,
    /// Each meets the whole risk set (Breslow 1974).
    Breslow,
}

/// What is added to the log-likelihood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Penalty {
    /// Nothing.
    #[default]
    None,
    /// Half the logarithm of the information's determinant, which keeps every coefficient finite.
    Firth,
}

/// Which variance the intervals and Wald tests use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Variance {
    /// Robust where R's `coxph` takes it: with clusters, with weights that are not whole, with several
    /// events of one subject; else model-based.
    #[default]
    AsCoxph,
    /// The inverse information.
    ModelBased,
    /// The sandwich over clusters, else subjects, else rows.
    Robust,
}

/// The conventions of a fit.
#[derive(Debug, Clone, PartialEq)]
pub struct CoxOptions {
    /// Tied events.
    pub ties: Ties,
    /// Penalty.
    pub penalty: Penalty,
    /// Variance.
    pub variance: Variance,
    /// The level of the intervals, between 0 and 1.
    pub conf_level: f64,
    /// Newton steps allowed.
    pub max_iterations: usize,
}

impl Default for CoxOptions {
    fn default() -> Self {
        Self {
            ties: Ties::default(),
            penalty: Penalty::default(),
            variance: Variance::default(),
            conf_level: 0.95,
            max_iterations: 100,
        }
    }
}

/// A fitted proportional hazards model.
#[derive(Debug, Clone)]
pub struct CoxFit {
    /// Rows of positive weight.
    pub n_rows: usize,
    /// Subjects among them (rows, where no id was given).
    pub n_subjects: usize,
    /// Rows that end with the event.
    pub n_events: usize,
    /// One a covariate, in the order given.
    pub terms: Vec<Term>,
    /// The covariance of the coefficients that the intervals use; 0 where there is no coefficient.
    pub covariance: Symmetric,
    /// The inverse information.
    pub naive_covariance: Symmetric,
    /// Whether `covariance` is the sandwich.
    pub robust: bool,
    /// The log-likelihood with every coefficient 0.
    pub loglik_null: f64,
    /// The log-likelihood at the estimate; its supremum where it is monotone.
    pub loglik: Result<f64, Absent>,
    /// The likelihood ratio test of all coefficients.
    pub lrt: Result<ChiSquare, Absent>,
    /// The Wald test of all coefficients, by `covariance`.
    pub wald: Result<ChiSquare, Absent>,
    /// The score test of all coefficients, model-based.
    pub score: Result<ChiSquare, Absent>,
    /// The agreement of predicted risk and observed order.
    pub concordance: Result<Concordance, Absent>,
    /// Newton steps taken.
    pub iterations: usize,
    pub(crate) beta: Vec<f64>,
    pub(crate) standing: Vec<Standing>,
    pub(crate) ties: Ties,
    pub(crate) conf_level: f64,
}

/// Sorted rows, ready for fits, tests and predictions.
#[derive(Debug, Clone)]
pub struct CoxModel {
    pub(crate) design: Design,
    names: Vec<String>,
    group_of_row: Option<Vec<u32>>,
    n_subjects: usize,
    coxph_is_robust: bool,
}

/// Fits a proportional hazards regression.
///
/// # Definition
/// The hazard of a row of stratum s is `h_s(t) exp(b'x)`. The coefficients b maximise
/// ```text
/// l(b) = sum over event times of [ sum over the dead of w b'x - sum over k of W/d log(S - k/d D) ]
/// ```
/// where W is the weight of the d dead, S the sum of w exp(b'x) over rows with entry < t <= exit of the
/// stratum, D the same over the dead (Efron; by Breslow k/d is 0 throughout).
///
/// # Input
/// See [`CoxData`]. Rows in any order.
///
/// # Returns
/// One term a covariate, the log-likelihoods, three tests of all terms, concordance.
///
/// # Edge cases
/// No events: every term is [`Absent::NoEvents`]. A column that is constant or depends on columns
/// before it is [`Absent::Singular`], the others are fitted. A coefficient without a finite maximum is
/// [`Absent::Monotone`]; the others, the log-likelihood and its ratio test are those of the limit.
/// No covariates: log-likelihoods only.
///
/// # Errors
/// [`CoxDataError`], for rows that break a rule.
///
/// # References
/// Cox, JRSS B 1972;34:187. Efron, JASA 1977;72:557. Lin & Wei, JASA 1989;84:1074 (robust variance).
/// Firth, Biometrika 1993;80:27. R: `coxph(Surv(entry, exit, event) ~ x + strata(s), weights, ties)`;
/// R prints a huge coefficient where ours says `Monotone`, and stops at a coarser tolerance
/// (`coxph.control(eps = 1e-9)`).
///
/// # Examples
/// Two rows: the first, with x = 1, dies at 1; the second, with x = 0, is censored at 2. The likelihood
/// e^b / (e^b + 1) rises for ever:
/// ```
/// use engraft::estimate::cox::{Absent, CoxData, CoxOptions, cox_regression};
/// let data = CoxData {
///     exit: vec![1.0, 2.0],
///     event: vec![true, false],
///     covariates: vec![1.0, 0.0],
///     names: vec!["x".to_owned()],
///     ..CoxData::default()
/// };
/// let fit = cox_regression(&data, &CoxOptions::default())?;
/// assert_eq!(fit.terms[0].estimate, Err(Absent::Monotone));
/// assert!((fit.loglik_null + std::f64::consts::LN_2).abs() < 1e-12);
/// # Ok::<(), engraft::estimate::cox::CoxDataError>(())
/// ```
pub fn cox_regression(data: &CoxData, options: &CoxOptions) -> Result<CoxFit, CoxDataError> {
    Ok(CoxModel::new(data)?.fit(options))
}

impl CoxModel {
    /// Checks and sorts the rows.
    ///
    /// # Errors
    /// [`CoxDataError`], for rows that break a rule.
    pub fn new(data: &CoxData) -> Result<Self, CoxDataError> {
        data.check()?;
        let design = Design::new(data);
        let group_of_row =
            data.grouping().map(|groups| design.source.iter().map(|row| groups[*row as usize]).collect());
        let ids: Option<Vec<u32>> =
            data.id.as_ref().map(|id| design.source.iter().map(|row| id[*row as usize]).collect());
        let n_subjects = ids.as_ref().map_or(design.len(), |ids| distinct(ids.clone()));
        let repeated = ids.is_some_and(|ids| {
            let of_events: Vec<u32> =
                ids.iter().zip(&design.event).filter(|(_, event)| **event).map(|(id, _)| *id).collect();
            let events = of_events.len();
            distinct(of_events) < events
        });
        let fractional = design.weight.iter().any(|w| w.fract() != 0.0);
        let coxph_is_robust = data.cluster.is_some() || fractional || repeated;
        Ok(Self { design, names: data.names.clone(), group_of_row, n_subjects, coxph_is_robust })
    }

    /// Fits the model; see [`cox_regression`].
    pub fn fit(&self, options: &CoxOptions) -> CoxFit {
        let mut likelihood = PartialLikelihood::new(&self.design, options.ties, options.penalty);
        let maximum = newton::maximise(&mut likelihood, options.max_iterations, options.penalty);
        drop(likelihood);
        let n_events = self.design.event.iter().filter(|event| **event).count();
        let standing = summary::standings(&maximum, n_events);
        let robust = match options.variance {
            Variance::AsCoxph => self.coxph_is_robust,
            Variance::ModelBased => false,
            Variance::Robust => true,
        };
        let (covariance, naive) = self.covariances(&maximum, &standing, options.ties, robust);
        let concordance = summary::overall(&maximum, n_events)
            .and_then(|()| concordance::concordance(&self.design, &maximum.beta).ok_or(Absent::NotEstimable));
        let tests = summary::tests(&maximum, &standing, &covariance, n_events);
        let shift = self.penalty_of_units(options.penalty, &standing);
        CoxFit {
            n_rows: self.design.len(),
            n_subjects: self.n_subjects,
            n_events,
            terms: self.terms(&maximum, &standing, [&covariance, &naive], options.conf_level),
            covariance: self.design.x.covariance_as_given(&covariance),
            naive_covariance: self.design.x.covariance_as_given(&naive),
            robust,
            loglik_null: maximum.start.loglik + shift,
            loglik: tests.loglik.map(|loglik| loglik + shift),
            lrt: tests.lrt,
            wald: tests.wald,
            score: tests.score,
            concordance,
            iterations: maximum.iterations,
            beta: maximum.beta,
            standing,
            ties: options.ties,
            conf_level: options.conf_level,
        }
    }

    /// What a penalised log-likelihood has more in the units given than in those of the fit: half the
    /// logarithm of the determinant of the scales squared.
    pub(crate) fn penalty_of_units(&self, penalty: Penalty, standing: &[Standing]) -> f64 {
        let kept = |j: &usize| standing[*j] != Standing::Absent(Absent::Singular);
        match penalty {
            Penalty::None => 0.0,
            Penalty::Firth => {
                (0..standing.len()).filter(kept).map(|j| libm::log(self.design.x.scale[j])).sum()
            }
        }
    }

    /// The covariance to use and the model-based one, both of standardised coefficients.
    fn covariances(
        &self,
        maximum: &Maximum,
        standing: &[Standing],
        ties: Ties,
        robust: bool,
    ) -> (Symmetric, Symmetric) {
        let naive = summary::inverse_information(maximum);
        let finite = |covariance: &Symmetric| summary::of_finite(covariance, standing);
        if !robust {
            return (finite(&naive), finite(&naive));
        }
        let order = maximum.beta.len();
        let scores = residuals::weighted_scores(&self.design, &maximum.beta, ties);
        let meat = residuals::clustered_outer(&scores, order, self.group_of_row.as_deref());
        (finite(&naive.sandwich(&meat)), finite(&naive))
    }

    fn terms(
        &self,
        maximum: &Maximum,
        standing: &[Standing],
        [covariance, naive]: [&Symmetric; 2],
        conf_level: f64,
    ) -> Vec<Term> {
        let term = |(j, name): (usize, &String)| {
            let scale = self.design.x.scale[j];
            let error = |matrix: &Symmetric| libm::sqrt(matrix.get(j, j)) / scale;
            let estimate = match standing[j] {
                Standing::Absent(absent) => Err(absent),
                Standing::Finite => Coefficient::new(maximum.beta[j] / scale, error(covariance), conf_level)
                    .map(|c| Coefficient { naive_std_error: error(naive), ..c })
                    .ok_or(Absent::NotEstimable),
            };
            Term { name: name.clone(), estimate }
        };
        self.names.iter().enumerate().map(term).collect()
    }
}

fn distinct(mut ids: Vec<u32>) -> usize {
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}
