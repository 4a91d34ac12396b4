//! From a maximum to what is reported: coefficients, their intervals, tests of all of them.

use super::newton::Maximum;
use crate::estimate::linear_algebra::{Cholesky, Symmetric};
use statrs::distribution::{ChiSquared, ContinuousCDF, Normal};

/// Why a regression has no such number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Absent {
    /// The column is constant or depends on the columns before it.
    #[error("singular")]
    Singular,
    /// The likelihood rises for ever along the coefficient.
    #[error("monotone_likelihood")]
    Monotone,
    /// The search ended before the maximum.
    #[error("not_converged")]
    NotConverged,
    /// Nobody had the event.
    #[error("no_events")]
    NoEvents,
    /// There is nothing to estimate it from.
    #[error("not_estimable")]
    NotEstimable,
}

/// How a column came out of the fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It has a finite coefficient.
    Finite,
    /// It has none.
    Absent(Absent),
}

/// A covariate with its coefficient, or the reason why it has none.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The covariate's name.
    pub name: String,
    /// Its coefficient.
    pub estimate: Result<Coefficient, Absent>,
}

/// A log hazard ratio with its test and interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// The log hazard ratio.
    pub coef: f64,
    /// Its standard error by the covariance in use.
    pub std_error: f64,
    /// Its standard error by the inverse information.
    pub naive_std_error: f64,
    /// exp(coef).
    pub hr: f64,
    /// The lower limit of `hr`.
    pub conf_low: f64,
    /// The upper limit of `hr`.
    pub conf_high: f64,
    /// coef / `std_error`.
    pub z: f64,
    /// Two-sided, from the normal distribution.
    pub p_value: f64,
}

impl Coefficient {
    /// The summary of a coefficient; `None` where the standard error is 0 or no number.
    pub(crate) fn new(coef: f64, std_error: f64, conf_level: f64) -> Option<Self> {
        if !(std_error > 0.0 && std_error.is_finite() && coef.is_finite()) {
            return None;
        }
        let half_width = normal_quantile(0.5 + conf_level / 2.0)? * std_error;
        let z = coef / std_error;
        Some(Self {
            coef,
            std_error,
            naive_std_error: std_error,
            hr: libm::exp(coef),
            conf_low: libm::exp(coef - half_width),
            conf_high: libm::exp(coef + half_width),
            z,
            p_value: (2.0 * Normal::new(0.0, 1.0).ok()?.sf(z.abs())).min(1.0),
        })
    }
}

/// A quantile of the standard normal distribution.
pub(crate) fn normal_quantile(probability: f64) -> Option<f64> {
    let inside = probability > 0.0 && probability < 1.0;
    Normal::new(0.0, 1.0).ok().filter(|_| inside).map(|normal| normal.inverse_cdf(probability))
}

/// A test by the chi-square distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare {
    /// The statistic.
    pub statistic: f64,
    /// Its degrees of freedom.
    pub df: usize,
    /// The upper tail.
    pub p_value: f64,
}

/// The test with this statistic; absent without degrees of freedom.
pub(crate) fn chi_square(statistic: f64, df: usize) -> Result<ChiSquare, Absent> {
    let distribution = ChiSquared::new(df as f64).map_err(|_| Absent::Singular)?;
    let statistic = statistic.max(0.0);
    if statistic.is_finite() {
        Ok(ChiSquare { statistic, df, p_value: distribution.sf(statistic) })
    } else {
        Err(Absent::NotEstimable)
    }
}

/// How each column came out.
pub(crate) fn standings(maximum: &Maximum, n_events: usize) -> Vec<Standing> {
    let of_column = |j: usize| {
        if n_events == 0 {
            Standing::Absent(Absent::NoEvents)
        } else if !maximum.kept.contains(&j) {
            Standing::Absent(Absent::Singular)
        } else if !maximum.converged {
            Standing::Absent(Absent::NotConverged)
        } else if maximum.monotone[j] {
            Standing::Absent(Absent::Monotone)
        } else {
            Standing::Finite
        }
    };
    (0..maximum.beta.len()).map(of_column).collect()
}

/// The columns that have a finite coefficient.
pub(crate) fn finite_columns(standing: &[Standing]) -> Vec<usize> {
    (0..standing.len()).filter(|j| standing[*j] == Standing::Finite).collect()
}

/// A pivot below this part of the largest is a direction along which a monotone likelihood is flat.
const FLAT_DIRECTION: f64 = 1e-7;

/// The inverse information at a maximum, 0 for columns without one.
///
/// Where the likelihood is monotone the columns concerned come first: the direction that it rises along
/// for ever is then the last of them to be eliminated, has next to no information left, and is dropped;
/// what the others tell about the finite coefficients stays.
pub(crate) fn inverse_information(maximum: &Maximum) -> Symmetric {
    let order = monotone_first(&maximum.kept, &maximum.monotone);
    let tolerance = if maximum.monotone.contains(&true) { FLAT_DIRECTION } else { 0.0 };
    let factor = Cholesky::factor(&maximum.end.information.subset(&order), tolerance);
    factor.inverse().spread(&order, maximum.beta.len())
}

/// Columns with the monotone ones before the others.
pub(crate) fn monotone_first(columns: &[usize], monotone: &[bool]) -> Vec<usize> {
    let (mut first, rest): (Vec<usize>, Vec<usize>) = columns.iter().partition(|j| monotone[**j]);
    first.extend(rest);
    first
}

/// A covariance with the rows and columns of finite coefficients only.
pub(crate) fn of_finite(covariance: &Symmetric, standing: &[Standing]) -> Symmetric {
    let finite = finite_columns(standing);
    covariance.subset(&finite).spread(&finite, standing.len())
}

/// Whether the model as a whole has an estimate.
pub(crate) fn overall(maximum: &Maximum, n_events: usize) -> Result<(), Absent> {
    match (n_events, maximum.converged) {
        (0, _) => Err(Absent::NoEvents),
        (_, false) => Err(Absent::NotConverged),
        _ => Ok(()),
    }
}

/// The tests of all coefficients.
pub(crate) struct Tests {
    /// The log-likelihood at the estimate.
    pub(crate) loglik: Result<f64, Absent>,
    /// Likelihood ratio.
    pub(crate) lrt: Result<ChiSquare, Absent>,
    /// Wald.
    pub(crate) wald: Result<ChiSquare, Absent>,
    /// Score.
    pub(crate) score: Result<ChiSquare, Absent>,
}

/// Tests all coefficients at once; `covariance` is of the scale of the maximum.
pub(crate) fn tests(
    maximum: &Maximum,
    standing: &[Standing],
    covariance: &Symmetric,
    n_events: usize,
) -> Tests {
    let df = maximum.kept.len();
    let fitted = overall(maximum, n_events);
    let rise = maximum.end.loglik - maximum.start.loglik;
    let kept = &maximum.kept;
    let slope: Vec<f64> = kept.iter().map(|j| maximum.start.score[*j]).collect();
    let information = Cholesky::factor(&maximum.start.information.subset(kept), 0.0);
    let score: f64 = information.solve(&slope).iter().zip(&slope).map(|(a, b)| a * b).sum();
    let any_events = if n_events == 0 { Err(Absent::NoEvents) } else { Ok(()) };
    Tests {
        loglik: fitted.map(|()| maximum.end.loglik),
        lrt: fitted.and_then(|()| chi_square(2.0 * rise, df)),
        wald: fitted.and_then(|()| wald(maximum, standing, covariance)),
        score: any_events.and_then(|()| chi_square(score, df)),
    }
}

fn wald(maximum: &Maximum, standing: &[Standing], covariance: &Symmetric) -> Result<ChiSquare, Absent> {
    if standing.contains(&Standing::Absent(Absent::Monotone)) {
        return Err(Absent::Monotone);
    }
    let finite = finite_columns(standing);
    let beta: Vec<f64> = finite.iter().map(|j| maximum.beta[*j]).collect();
    let factor = Cholesky::factor(&covariance.subset(&finite), super::newton::DEPENDENT);
    let statistic = factor.solve(&beta).iter().zip(&beta).map(|(a, b)| a * b).sum();
    chi_square(statistic, factor.rank())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_that_is_none_has_no_quantile() {
        assert_eq!([0.0, 1.0, -0.5, 1.5, f64::NAN].map(normal_quantile), [None; 5]);
        // R: qnorm(0.9)
        assert!((normal_quantile(0.9).unwrap() - 1.281_551_565_544_6).abs() < 1e-12);
    }
}
