//! The log pseudo-likelihood of the subdistribution hazard, with its derivatives.

use super::Outcome;
use super::subdistribution::Subdistribution;
use super::sweep::SubdistributionSweep;
use crate::estimate::cox::Weights;
use crate::estimate::cox::newton::{Evaluation, LogLikelihood};
use crate::estimate::cox::risk_sums::{Moments, Piece, Sums};
use crate::estimate::linear_algebra::Symmetric;

/// The pseudo-likelihood of sorted subjects.
pub(crate) struct SubdistributionLikelihood<'a> {
    design: &'a Subdistribution,
    predictor: Vec<f64>,
    risk: Vec<f64>,
    piece: Piece,
    nobody: Sums,
}

impl<'a> SubdistributionLikelihood<'a> {
    /// The pseudo-likelihood of `design`.
    pub(crate) fn new(design: &'a Subdistribution) -> Self {
        let (n, width) = (design.len(), design.x.width);
        Self {
            design,
            predictor: vec![0.0; n],
            risk: vec![0.0; n],
            piece: Piece::new(width, Moments::Second),
            nobody: Sums::new(width, Moments::Second),
        }
    }
}

impl LogLikelihood for SubdistributionLikelihood<'_> {
    fn order(&self) -> usize {
        self.design.x.width
    }

    fn evaluate(&mut self, beta: &[f64]) -> Evaluation {
        self.design.x.predict_risks(beta, Weights::Equal, (&mut self.predictor, &mut self.risk));
        let width = self.design.x.width;
        let (mut loglik, mut score) = (0.0, vec![0.0; width]);
        let mut information = Symmetric::zero(width);
        let mut sweep = SubdistributionSweep::new(self.design, &self.risk, Moments::Second);
        while sweep.advance().is_some() {
            if sweep.events == 0 {
                continue;
            }
            for i in sweep.block.clone().filter(|i| self.design.outcome[*i] == Outcome::Event) {
                loglik += self.predictor[i];
                score.iter_mut().zip(self.design.x.row(i)).for_each(|(u, x)| *u += x);
            }
            let events = sweep.events as f64;
            self.piece.fill(events, sweep.risk_set(), &self.nobody, 0.0);
            loglik -= events * libm::log(self.piece.total);
            score.iter_mut().zip(&self.piece.mean).for_each(|(u, mean)| *u -= events * mean);
            self.piece.add_variance(events, &mut information);
        }
        Evaluation { loglik, score, information }
    }
}
