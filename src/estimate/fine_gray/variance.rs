//! What each subject contributes to the estimating equation, through itself and through its censoring.

use super::Outcome;
use super::subdistribution::Subdistribution;
use super::sweep::SubdistributionSweep;
use crate::estimate::cox::residuals::Hazard;
use crate::estimate::cox::risk_sums::{Moments, Piece, Sums};

/// The walk from the last time to the first; every sum is over times later than the current one.
struct Walk<'a> {
    design: &'a Subdistribution,
    risk: &'a [f64],
    /// The subdistribution hazard.
    later: Hazard,
    /// The same times the probability of being uncensored, one a group.
    weighted: Vec<Hazard>,
    /// That part of it which comes from the events of the group itself.
    weighted_own: Vec<Hazard>,
    /// Sum of q, times the censored over the square of those at risk, one a group.
    censored: Vec<Vec<f64>>,
    at_risk: Vec<f64>,
    scores: Vec<f64>,
}

/// eta + psi of each subject, one row of covariates after the other, in sorted order.
///
/// # Definition
/// ```text
/// eta_i = integral of (x_i - m(s)) w_i(s) dM_i(s)
/// psi_i = integral of q(u) / pi(u) dMc_i(u)
/// q(u)  = sum over j with a competing event before u of
///         the integral over s >= u of (x_j - m(s)) w_j(s) exp(b'x_j) dH(s)
/// ```
/// with m the mean of x in the risk set, M the martingale of the event (dN - Y exp(b'x) dH), pi(u) the
/// number at risk in the group of i, Mc the martingale of its censoring (hazard: censored / at risk), and
/// in q the subjects and the events of that group only.
///
/// # References
/// Fine & Gray, JASA 1999;94:496, equation 8. With several groups it is R's `cmprsk::crr` that counts
/// only the group's own events in q; we follow it, so that standard errors agree. With all events in q
/// they differ in the third or fourth digit.
pub(crate) fn subject_scores(design: &Subdistribution, risk: &[f64]) -> Vec<f64> {
    integrals(design, risk, |_, _| ())
}

/// As [`subject_scores`], with means that the caller sets at each event time from the risk set there.
pub(crate) fn integrals<F>(design: &Subdistribution, risk: &[f64], set_mean: F) -> Vec<f64>
where
    F: Fn(f64, &mut Piece),
{
    let width = design.x.width;
    let groups = design.censoring.len();
    let mut sweep = SubdistributionSweep::new(design, risk, Moments::First);
    let mut walk = Walk {
        design,
        risk,
        later: Hazard::new(width),
        weighted: (0..groups).map(|_| Hazard::new(width)).collect(),
        weighted_own: (0..groups).map(|_| Hazard::new(width)).collect(),
        censored: vec![vec![0.0; width]; groups],
        at_risk: vec![0.0; groups],
        scores: vec![0.0; width * design.len()],
    };
    let mut piece = Piece::new(width, Moments::First);
    let nobody = Sums::new(width, Moments::First);
    while let Some(time) = sweep.advance() {
        walk.enter(&sweep);
        if sweep.events > 0 {
            let events = sweep.events as f64;
            piece.fill(events, sweep.risk_set(), &nobody, 0.0);
            set_mean(time, &mut piece);
            walk.take_event_time(time, &piece, &sweep);
        }
        walk.take_censored(&sweep);
    }
    walk.finish()
}

impl Walk<'_> {
    /// Rows of the current time: the sums so far are later than their own time.
    fn enter(&mut self, sweep: &SubdistributionSweep<'_>) {
        let width = self.design.x.width;
        for i in sweep.block.clone() {
            let (x, group) = (self.design.x.row(i), self.design.group[i]);
            let to = &mut self.scores[i * width..(i + 1) * width];
            self.later.spread(self.risk[i], x, to);
            if self.design.outcome[i] == Outcome::Competing {
                self.weighted[group].spread(-self.risk[i] / self.design.uncensored[i], x, to);
            }
            to.iter_mut().zip(&self.censored[group]).for_each(|(cell, sum)| *cell += sum);
            self.at_risk[group] += 1.0;
        }
    }

    fn take_event_time(&mut self, time: f64, piece: &Piece, sweep: &SubdistributionSweep<'_>) {
        let width = self.design.x.width;
        let hazard = piece.weight / piece.total;
        self.later.add(hazard, &piece.mean);
        for (weighted, censoring) in self.weighted.iter_mut().zip(&self.design.censoring) {
            weighted.add(hazard * censoring.before(time), &piece.mean);
        }
        for i in sweep.block.clone().filter(|i| self.design.outcome[*i] == Outcome::Event) {
            let group = self.design.group[i];
            let own = self.design.censoring[group].before(time) / piece.total;
            self.weighted_own[group].add(own, &piece.mean);
            let to = &mut self.scores[i * width..(i + 1) * width];
            for ((cell, x), mean) in to.iter_mut().zip(self.design.x.row(i)).zip(&piece.mean) {
                *cell += x - mean;
            }
        }
    }

    fn take_censored(&mut self, sweep: &SubdistributionSweep<'_>) {
        let width = self.design.x.width;
        let is_censored = |i: &usize| self.design.outcome[*i] == Outcome::Censored;
        let mut counts = vec![0.0; self.at_risk.len()];
        sweep.block.clone().filter(is_censored).for_each(|i| counts[self.design.group[i]] += 1.0);
        for (group, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            let q = self.q_over_at_risk(group, sweep);
            for i in sweep.block.clone().filter(is_censored).filter(|i| self.design.group[*i] == group) {
                let to = &mut self.scores[i * width..(i + 1) * width];
                to.iter_mut().zip(&q).for_each(|(cell, q)| *cell += q);
            }
            let share = count / self.at_risk[group];
            self.censored[group].iter_mut().zip(&q).for_each(|(sum, q)| *sum += share * q);
        }
    }

    fn q_over_at_risk(&self, group: usize, sweep: &SubdistributionSweep<'_>) -> Vec<f64> {
        let (competing, weighted) = (sweep.competing(group), &self.weighted_own[group]);
        let cell = |(x, g): (&f64, &f64)| (x * weighted.plain - competing.zeroth * g) / self.at_risk[group];
        competing.first.iter().zip(&weighted.by_mean).map(cell).collect()
    }

    /// Turns sums over what is later into sums over what is not.
    fn finish(mut self) -> Vec<f64> {
        let width = self.design.x.width;
        for i in 0..self.design.len() {
            let to = &mut self.scores[i * width..(i + 1) * width];
            self.later.spread(-self.risk[i], self.design.x.row(i), to);
            let all = &self.censored[self.design.group[i]];
            to.iter_mut().zip(all).for_each(|(cell, sum)| *cell -= sum);
        }
        self.scores
    }
}
