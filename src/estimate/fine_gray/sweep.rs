//! The sums over a subdistribution risk set, carried from the last time to the first.

use super::Outcome;
use super::subdistribution::Subdistribution;
use crate::estimate::cox::risk_sums::{Moments, Sums};
use std::ops::Range;

/// After so many rows (times the number of groups) the sums of the competing are taken from a
/// checkpoint, so that the rounding of subtraction cannot pile up.
const CHUNK: usize = 4096;

/// Walks the distinct times of a design from the last to the first.
///
/// # Definition
/// The sum over the risk set at t is A(t) + sum over groups of G(t-) B(t), where A sums the rows with
/// time >= t, and B sums, over the group's rows with a competing event before t, their risk divided by
/// G(time-). A grows along the walk; B shrinks, from what a first walk the other way has laid down.
pub(crate) struct SubdistributionSweep<'a> {
    design: &'a Subdistribution,
    risk: &'a [f64],
    observed: Sums,
    combined: Sums,
    competing: Vec<Sums>,
    checkpoints: Vec<Vec<Sums>>,
    chunk: usize,
    next: usize,
    /// The rows of the current time.
    pub(crate) block: Range<usize>,
    /// The number of events at the current time.
    pub(crate) events: usize,
}

impl<'a> SubdistributionSweep<'a> {
    /// A sweep over rows of these risks (e to the linear predictor).
    pub(crate) fn new(design: &'a Subdistribution, risk: &'a [f64], moments: Moments) -> Self {
        let empty = Sums::new(design.x.width, moments);
        let groups = design.censoring.len();
        let mut sweep = Self {
            design,
            risk,
            observed: empty.clone(),
            combined: empty.clone(),
            competing: vec![empty; groups],
            checkpoints: Vec::new(),
            chunk: CHUNK * groups,
            next: 0,
            block: 0..0,
            events: 0,
        };
        sweep.lay_checkpoints();
        sweep
    }

    fn lay_checkpoints(&mut self) {
        for i in (0..self.design.len()).rev() {
            self.add_competing(i, 1.0);
            if i.is_multiple_of(self.chunk) {
                self.checkpoints.push(self.competing.clone());
            }
        }
        self.checkpoints.reverse();
    }

    fn add_competing(&mut self, i: usize, sign: f64) {
        if self.design.outcome[i] == Outcome::Competing {
            let weight = sign * self.risk[i] / self.design.uncensored[i];
            self.competing[self.design.group[i]].add(weight, self.design.x.row(i));
        }
    }

    /// Goes on to the next time; `None` when all is done.
    pub(crate) fn advance(&mut self) -> Option<f64> {
        let start = self.next;
        let time = *self.design.time.get(start)?;
        self.events = 0;
        while self.next < self.design.len() && self.design.time[self.next] >= time {
            let i = self.next;
            if i.is_multiple_of(self.chunk) {
                self.competing.clone_from(&self.checkpoints[i / self.chunk]);
            }
            self.observed.add(self.risk[i], self.design.x.row(i));
            self.add_competing(i, -1.0);
            self.events += usize::from(self.design.outcome[i] == Outcome::Event);
            self.next += 1;
        }
        self.block = start..self.next;
        Some(time)
    }

    /// The sums over the risk set at the current time.
    pub(crate) fn risk_set(&mut self) -> &Sums {
        let time = self.design.time[self.block.start];
        self.combined.clone_from(&self.observed);
        for (censoring, competing) in self.design.censoring.iter().zip(&self.competing) {
            let uncensored = censoring.before(time);
            if uncensored > 0.0 {
                self.combined.add_sums(uncensored, competing);
            }
        }
        &self.combined
    }

    /// The sums over a group's rows with a competing event before the current time, each divided by its
    /// probability of being uncensored.
    pub(crate) fn competing(&self, group: usize) -> &Sums {
        &self.competing[group]
    }
}
