//! The partial log-likelihood of a design, plain or penalised, with its derivatives.

use super::columns::Weights;
use super::design::Design;
use super::newton::{DEPENDENT, Evaluation, LogLikelihood};
use super::risk_sums::{Moments, Piece};
use super::risk_sweep::{RiskSweep, Stop};
use super::{Penalty, Ties};
use crate::estimate::linear_algebra::{Cholesky, Symmetric};

/// The partial likelihood of sorted rows.
pub(crate) struct PartialLikelihood<'a> {
    design: &'a Design,
    ties: Ties,
    penalty: Penalty,
    predictor: Vec<f64>,
    risk: Vec<f64>,
}

impl<'a> PartialLikelihood<'a> {
    /// The likelihood of `design`.
    pub(crate) fn new(design: &'a Design, ties: Ties, penalty: Penalty) -> Self {
        let n = design.len();
        Self { design, ties, penalty, predictor: vec![0.0; n], risk: vec![0.0; n] }
    }

    /// Sums over all event times at the risks already set.
    fn sum(&self) -> Evaluation {
        let width = self.design.x.width;
        let (mut loglik, mut score) = (0.0, vec![0.0; width]);
        let mut information = Symmetric::zero(width);
        let mut sweep = RiskSweep::new(self.design, &self.risk, self.ties, Moments::Second);
        while let Some(stop) = sweep.advance() {
            if stop != Stop::Event {
                continue;
            }
            for i in sweep.block.clone().filter(|i| self.design.event[*i]) {
                let weight = self.design.weight[i];
                loglik += weight * self.predictor[i];
                for (u, x) in score.iter_mut().zip(self.design.x.row(i)) {
                    *u += weight * x;
                }
            }
            let tied = sweep.tied();
            let [all, dead] = tied.inverse;
            loglik -= tied.weight * tied.log_total;
            sweep.add_first(-tied.weight * all, -tied.weight * dead, &mut score);
            sweep.add_variance(&tied, &mut information);
        }
        Evaluation { loglik, score, information }
    }

    /// Adds half the logarithm of the information's determinant, and its gradient.
    ///
    /// # Definition
    /// With A = I^-1 and q = x'Ax a row's own number, the gradient along coefficient r is
    /// ```text
    /// 1/2 tr(A dI/db_r) = 1/2 sum over pieces of weight (cov(x_r, q) - 2 (V A m)_r)
    /// ```
    /// where m is the mean and V the variance of x in the piece: one more sweep, with q as an extra
    /// covariate.
    fn penalise(&self, evaluation: &mut Evaluation) {
        let width = self.design.x.width;
        let factor = Cholesky::factor(&evaluation.information, DEPENDENT);
        evaluation.loglik += 0.5 * factor.log_determinant();
        let inverse = factor.inverse();
        let extended = self.with_quadratic_form(&inverse);
        let mut sweep = RiskSweep::new(&extended, &self.risk, self.ties, Moments::Second);
        let mut piece = Piece::new(width + 1, Moments::Second);
        while let Some(stop) = sweep.advance() {
            if stop != Stop::Event {
                continue;
            }
            for k in 0..sweep.pieces() {
                sweep.piece(k, &mut piece);
                let mut variance = Symmetric::zero(width + 1);
                piece.add_variance(0.5 * piece.weight, &mut variance);
                let mut direction = inverse.multiply(&piece.mean[..width]);
                direction.push(-0.5);
                let slope = variance.multiply(&direction);
                for (u, v) in evaluation.score.iter_mut().zip(&slope) {
                    *u -= 2.0 * v;
                }
            }
        }
    }

    fn with_quadratic_form(&self, inverse: &Symmetric) -> Design {
        let width = self.design.x.width;
        let mut extended = self.design.clone();
        extended.x.width = width + 1;
        extended.x.rows = Vec::with_capacity((width + 1) * self.design.len());
        for i in 0..self.design.len() {
            let row = self.design.x.row(i);
            extended.x.rows.extend_from_slice(row);
            extended.x.rows.push(inverse.quadratic(row));
        }
        extended
    }
}

impl LogLikelihood for PartialLikelihood<'_> {
    fn order(&self) -> usize {
        self.design.x.width
    }

    fn evaluate(&mut self, beta: &[f64]) -> Evaluation {
        let weights = Weights::Each(&self.design.weight);
        self.design.x.predict_risks(beta, weights, (&mut self.predictor, &mut self.risk));
        let mut evaluation = self.sum();
        if self.penalty == Penalty::Firth {
            self.penalise(&mut evaluation);
        }
        evaluation
    }
}
