//! Newton's method for a concave log-likelihood, with the signs of trouble told apart.

use super::Penalty;
use crate::estimate::linear_algebra::{Cholesky, Symmetric};

/// A log-likelihood with its derivatives at one point.
#[derive(Debug, Clone)]
pub(crate) struct Evaluation {
    /// The log-likelihood.
    pub(crate) loglik: f64,
    /// Its gradient.
    pub(crate) score: Vec<f64>,
    /// Minus its second derivative.
    pub(crate) information: Symmetric,
}

/// What can be maximised.
pub(crate) trait LogLikelihood {
    /// The number of coefficients.
    fn order(&self) -> usize;
    /// The log-likelihood at these coefficients.
    fn evaluate(&mut self, beta: &[f64]) -> Evaluation;
}

/// The end of a search.
#[derive(Debug, Clone)]
pub(crate) struct Maximum {
    /// The coefficients; 0 for aliased columns.
    pub(crate) beta: Vec<f64>,
    /// The log-likelihood at 0.
    pub(crate) start: Evaluation,
    /// The log-likelihood at the coefficients.
    pub(crate) end: Evaluation,
    /// The columns that do not depend on the columns before them.
    pub(crate) kept: Vec<usize>,
    /// For each column: the likelihood rises for ever along it.
    pub(crate) monotone: Vec<bool>,
    /// Whether the maximum (or the supremum, where monotone) was reached.
    pub(crate) converged: bool,
    /// How many steps were taken.
    pub(crate) iterations: usize,
}

/// A pivot below this part of the largest makes its column dependent (R's `toler.chol`).
pub(crate) const DEPENDENT: f64 = 1.818_989_403_545_856_5e-12;
/// Half-steps tried before a step is given up.
const HALVINGS: usize = 40;
/// Newton decrement at which one last step ends the search: a step of 1e-6 standard errors.
const SMALL: f64 = 1e-12;
/// The same under a penalty.
const SMALL_PENALISED: f64 = 1e-19;
/// Newton decrement at which a search that still walks is called monotone.
const FLAT: f64 = 1e-9;
/// By how much a variance must have grown since the start to be called unbounded.
const GROWN: f64 = 1e4;
/// Newton decrement below which a step is taken as it is: by so little does the log-likelihood rise that the
/// rounding of a sum over many rows hides it, and the step is too short to leave the maximum.
const UNSEEN: f64 = 1e-6;

struct Search<'a, L> {
    likelihood: &'a mut L,
    kept: Vec<usize>,
    first_variance: Vec<f64>,
    last_step: Vec<f64>,
}

/// Maximises `likelihood` from 0.
///
/// # Definition
/// Columns that depend on earlier ones at 0 are left out (see [`Cholesky`]). A step I^-1 u is halved
/// until the log-likelihood does not fall, so that the search cannot diverge; with the decrement u' I^-1 u below
/// 1e-6 it is taken whole. With the decrement below 1e-12 one last step is taken. A coefficient whose variance has grown ten
/// thousandfold, and whose steps do not shrink while the likelihood has ceased to rise (decrement
/// below 1e-9), has no finite maximum.
///
/// # References
/// Boyd & Vandenberghe, Convex Optimization, 9.5. Heinze & Schemper, Biometrics 2001;57:114 (monotone
/// likelihood).
pub(crate) fn maximise<L: LogLikelihood>(likelihood: &mut L, limit: usize, penalty: Penalty) -> Maximum {
    // The information is the penalised likelihood's second derivative only nearly: steps shrink slowly.
    let small = if penalty == Penalty::Firth { SMALL_PENALISED } else { SMALL };
    let order = likelihood.order();
    let mut beta = vec![0.0; order];
    let start = likelihood.evaluate(&beta);
    let factor = Cholesky::factor(&start.information, DEPENDENT);
    let kept: Vec<usize> = (0..order).filter(|j| !factor.is_dependent(*j)).collect();
    let inverse = factor.inverse();
    let mut search = Search {
        likelihood,
        first_variance: kept.iter().map(|j| inverse.get(*j, *j)).collect(),
        last_step: vec![0.0; kept.len()],
        kept,
    };
    let mut end = start.clone();
    let mut monotone = vec![false; order];
    let mut converged = search.kept.is_empty();
    let mut iterations = 0;
    while !converged && iterations < limit {
        iterations += 1;
        let factor = Cholesky::factor(&end.information.subset(&search.kept), 0.0);
        let score: Vec<f64> = search.kept.iter().map(|j| end.score[*j]).collect();
        let step = factor.solve(&score);
        let decrement: f64 = step.iter().zip(&score).map(|(a, b)| a * b).sum();
        search.mark_monotone(&factor, &step, decrement, &mut monotone);
        if monotone.contains(&true) {
            converged = true;
            break;
        }
        let floor = if decrement < UNSEEN { f64::NEG_INFINITY } else { end.loglik };
        let Some(better) = search.take_step(&beta, &step, floor) else {
            converged = decrement < FLAT;
            break;
        };
        (beta, end) = better;
        converged = decrement < small;
        search.last_step = step;
    }
    Maximum { beta, start, end, kept: search.kept, monotone, converged, iterations }
}

impl<L: LogLikelihood> Search<'_, L> {
    /// The first of the step, its half, its quarter, ... from which the log-likelihood is not below `floor`.
    fn take_step(&mut self, from: &[f64], step: &[f64], floor: f64) -> Option<(Vec<f64>, Evaluation)> {
        let least = floor - 1e-13 * floor.abs();
        let mut length = 1.0;
        for _ in 0..HALVINGS {
            let mut to = from.to_vec();
            for (j, s) in self.kept.iter().zip(step) {
                to[*j] += length * s;
            }
            let there = self.likelihood.evaluate(&to);
            if there.loglik.is_finite() && there.loglik >= least {
                return Some((to, there));
            }
            length *= 0.5;
        }
        None
    }

    fn mark_monotone(&self, factor: &Cholesky, step: &[f64], decrement: f64, marks: &mut [bool]) {
        if decrement >= FLAT {
            return;
        }
        let inverse = factor.inverse();
        for (k, &j) in self.kept.iter().enumerate() {
            let unbounded = factor.is_dependent(k) || inverse.get(k, k) > GROWN * self.first_variance[k];
            let walking = step[k].abs() > 0.3 * self.last_step[k].abs() && step[k] != 0.0;
            marks[j] = factor.is_dependent(k) || (unbounded && walking);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A parabola around 1 whose height is known to a few digits only, as that of a sum over many rows.
    struct Rough {
        evaluations: usize,
    }

    impl LogLikelihood for Rough {
        fn order(&self) -> usize {
            1
        }

        fn evaluate(&mut self, beta: &[f64]) -> Evaluation {
            self.evaluations += 1;
            let away = beta[0] - 1.0;
            let noise = -1e-4 * self.evaluations as f64;
            let mut information = Symmetric::zero(1);
            information.set(0, 0, 1e4 * (1.0 + away * away));
            let score = vec![-1e4 * (away + away.powi(3) / 3.0)];
            let height = -1e4 * (away.powi(2) / 2.0 + away.powi(4) / 12.0);
            Evaluation { loglik: -5e6 + height + noise, score, information }
        }
    }

    #[test]
    fn the_rounding_of_the_likelihood_does_not_stop_the_search() {
        let mut rough = Rough { evaluations: 0 };
        let maximum = maximise(&mut rough, 50, Penalty::None);
        assert!(maximum.converged);
        assert!((maximum.beta[0] - 1.0).abs() < 1e-9);
        assert!(rough.evaluations < 20, "{} evaluations", rough.evaluations);
    }

    /// A likelihood of one coefficient: height, slope and bend (the negative second derivative) at a place.
    struct Curve<F>(F);

    impl<F: Fn(f64) -> [f64; 3]> LogLikelihood for Curve<F> {
        fn order(&self) -> usize {
            1
        }

        fn evaluate(&mut self, beta: &[f64]) -> Evaluation {
            let [loglik, slope, bend] = (self.0)(beta[0]);
            let mut information = Symmetric::zero(1);
            information.set(0, 0, bend);
            Evaluation { loglik, score: vec![slope], information }
        }
    }

    fn found(curve: impl Fn(f64) -> [f64; 3], limit: usize) -> Maximum {
        maximise(&mut Curve(curve), limit, Penalty::None)
    }

    /// `-log cosh(b - 3)` from 0: whole steps would be of length 100, then ever longer.
    fn far(b: f64) -> [f64; 3] {
        let slope = -libm::tanh(b - 3.0);
        [-libm::log(libm::cosh(b - 3.0)), slope, 1.0 - slope * slope]
    }

    #[test]
    fn steps_that_would_diverge_are_halved() {
        let maximum = found(far, 50);
        assert!(maximum.converged && !maximum.monotone[0]);
        assert!((maximum.beta[0] - 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_step_ends_where_there_is_a_likelihood() {
        // A parabola around 3/4 that is bent too little at 0, and has no height, or one without bound, from 1 on.
        for height in [f64::INFINITY, f64::NAN, f64::NEG_INFINITY] {
            let curve = |b: f64| {
                let bend = if b < 0.25 { 0.5 } else { 1.0 };
                [if b < 1.0 { -(b - 0.75) * (b - 0.75) / 2.0 } else { height }, 0.75 - b, bend]
            };
            let maximum = found(curve, 50);
            assert!(maximum.converged && (maximum.beta[0] - 0.75).abs() < 1e-9, "{height}");
        }
    }

    #[test]
    fn no_more_steps_are_taken_than_allowed() {
        for limit in [0, 1, 2] {
            let maximum = found(far, limit);
            assert_eq!((maximum.iterations, maximum.converged), (limit, false));
        }
    }

    #[test]
    fn where_no_step_helps_the_search_has_not_converged() {
        // It has a slope at 0, and a height nowhere else.
        let maximum = found(|b| [if b == 0.0 { 0.0 } else { f64::NEG_INFINITY }, 1.0, 1.0], 50);
        assert_eq!((maximum.iterations, maximum.converged, maximum.beta[0]), (1, false, 0.0));
        // Likewise, but so flat that 0 is as good as the maximum.
        let maximum = found(|b| [if b == 0.0 { 0.0 } else { f64::NEG_INFINITY }, 1e-5, 1.0], 50);
        assert_eq!((maximum.iterations, maximum.converged, maximum.beta[0]), (1, true, 0.0));
    }

    #[test]
    fn a_far_maximum_is_no_rise_for_ever() {
        // exp(-b) + b / 1e6 is lost: least at log(1e6), where it is bent a million times less than at 0.
        let curve = |b: f64| [-libm::exp(-b) - 1e-6 * b, libm::exp(-b) - 1e-6, libm::exp(-b)];
        let maximum = found(curve, 100);
        assert!(maximum.converged && !maximum.monotone[0]);
        assert!((maximum.beta[0] - libm::log(1e6)).abs() < 1e-6);
    }

    #[test]
    fn a_slow_search_is_no_rise_for_ever_at_any_scale() {
        // A parabola around 1 whose bend is told too large, as under a penalty: each step is a half or less.
        for n in [1e-6, 1.0, 1e6] {
            let bend = |b: f64| if b < 0.5 { 4.0 * n } else { 2.0 * n };
            let maximum = found(|b| [-0.5 * n * (b - 1.0) * (b - 1.0), n * (1.0 - b), bend(b)], 100);
            assert!(maximum.converged && !maximum.monotone[0], "{n}");
            assert!((maximum.beta[0] - 1.0).abs() < 2e-3, "{n}");
        }
    }

    #[test]
    fn a_likelihood_that_rises_for_ever_is_told_at_any_scale() {
        // n exp(-b) is lost, whose information at 0 is n.
        for n in [1e-4, 1.0, 1e4, 1e9] {
            let maximum = found(|b| [-n * libm::exp(-b), n * libm::exp(-b), n * libm::exp(-b)], 100);
            assert!(maximum.converged && maximum.monotone[0], "{n}");
        }
    }
}
