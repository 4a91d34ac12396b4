//! The sums over a risk set, carried from the last event time of a stratum to the first.

use super::Ties;
use super::block_sums::{BlockSums, parts};
use super::design::Design;
use super::risk_sums::{Moments, Piece, Sums};
use crate::estimate::linear_algebra::Symmetric;
use std::ops::Range;

/// Walks the event times of a design from the last to the first, stratum by stratum.
pub(crate) struct RiskSweep<'a> {
    design: &'a Design,
    risk: &'a [f64],
    ties: Ties,
    at_risk: Sums,
    dead: Sums,
    /// Sums of the exit times, where they were taken before.
    sums: Option<BlockSums>,
    stratum: usize,
    next_block: usize,
    next_out: usize,
    peak: f64,
    /// The rows of the current exit time, in sorted order.
    pub(crate) block: Range<usize>,
    /// The number of events at the current time.
    pub(crate) deaths: usize,
    /// The weight of the events at the current time.
    pub(crate) death_weight: f64,
}

/// What a sweep has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// An event time.
    Event,
    /// The end of the stratum with this index.
    EndOfStratum(usize),
}

/// Sums are taken anew when subtraction has left less than this part of their peak.
const RENEWAL: f64 = 1e-4;

impl<'a> RiskSweep<'a> {
    /// A sweep over rows of these risks (weight times e to the linear predictor).
    pub(crate) fn new(design: &'a Design, risk: &'a [f64], ties: Ties, moments: Moments) -> Self {
        let width = design.x.width;
        Self {
            design,
            risk,
            ties,
            at_risk: Sums::new(width, moments),
            dead: Sums::new(width, moments),
            sums: BlockSums::where_worth(design, risk, ties, moments),
            stratum: 0,
            next_block: 0,
            next_out: 0,
            peak: 0.0,
            block: 0..0,
            deaths: 0,
            death_weight: 0.0,
        }
    }

    /// Goes on to the next event time or end of stratum; `None` when all is done.
    pub(crate) fn advance(&mut self) -> Option<Stop> {
        let (_, range) = self.design.strata.get(self.stratum)?;
        let end = range.end;
        while self.design.blocks[self.next_block] < end {
            self.take_block();
            if self.deaths > 0 {
                self.let_out(end);
                return Some(Stop::Event);
            }
        }
        self.at_risk.clear();
        self.next_out = end;
        self.peak = 0.0;
        self.block = end..end;
        self.stratum += 1;
        Some(Stop::EndOfStratum(self.stratum - 1))
    }

    fn take_block(&mut self) {
        let block = self.design.blocks[self.next_block]..self.design.blocks[self.next_block + 1];
        self.deaths = self.design.event[block.clone()].partition_point(|event| *event);
        self.death_weight = self.design.weight[block.start..block.start + self.deaths].iter().sum();
        let [dead, others] = parts(self.design, block.clone(), self.ties);
        if let Some(sums) = &self.sums {
            let [of_dead, of_others] = sums.of(self.next_block);
            if !dead.is_empty() {
                self.dead.clear();
                self.dead.add_packed(of_dead);
                self.at_risk.add_packed(of_dead);
            }
            self.at_risk.add_packed(of_others);
        } else {
            if !dead.is_empty() {
                self.dead.clear();
                self.dead.add_rows(&self.risk[dead.clone()], self.design.x.rows_of(dead));
                self.at_risk.add_sums(1.0, &self.dead);
            }
            self.at_risk.add_rows(&self.risk[others.clone()], self.design.x.rows_of(others));
        }
        self.block = block;
        self.next_block += 1;
    }

    /// Takes out the rows that enter at the current time or later.
    fn let_out(&mut self, end: usize) {
        let Some(entry) = &self.design.entry else { return };
        let time = self.design.exit[self.block.start];
        self.peak = self.peak.max(self.at_risk.zeroth);
        while self.next_out < end {
            let i = self.design.by_entry[self.next_out] as usize;
            if entry[i] < time {
                break;
            }
            self.at_risk.add(-self.risk[i], self.design.x.row(i));
            self.next_out += 1;
        }
        if self.at_risk.zeroth < RENEWAL * self.peak {
            let start = self.design.strata[self.stratum].1.start;
            self.at_risk.clear();
            for i in (start..self.block.end).filter(|i| entry[*i] < time) {
                self.at_risk.add(self.risk[i], self.design.x.row(i));
            }
            self.peak = self.at_risk.zeroth;
        }
    }

    /// How many pieces the current time has.
    pub(crate) fn pieces(&self) -> usize {
        if self.ties == Ties::Efron { self.deaths } else { 1 }
    }

    /// Fills the k-th piece of the current time.
    pub(crate) fn piece(&self, k: usize, piece: &mut Piece) {
        let pieces = self.pieces() as f64;
        piece.fill(self.death_weight / pieces, &self.at_risk, &self.dead, k as f64 / pieces);
    }

    /// All pieces of the current time at once.
    pub(crate) fn tied(&self) -> Tied {
        let pieces = self.pieces();
        let mut tied = Tied { weight: self.death_weight / pieces as f64, ..Tied::default() };
        let mut totals = LogProduct::new();
        for k in 0..pieces {
            let removed = k as f64 / pieces as f64;
            let total = self.at_risk.zeroth - removed * self.dead.zeroth;
            let inverse = 1.0 / total;
            let squared = inverse * inverse;
            totals.multiply(total);
            tied.inverse[0] += inverse;
            tied.inverse[1] += removed * inverse;
            tied.squared[0] += squared;
            tied.squared[1] += removed * squared;
            tied.squared[2] += removed * removed * squared;
        }
        tied.log_total = totals.log();
        tied
    }

    /// Adds `a` times the risk x at risk less `b` times that of the dead.
    pub(crate) fn add_first(&self, a: f64, b: f64, to: &mut [f64]) {
        for (sum, all) in to.iter_mut().zip(&self.at_risk.first) {
            *sum += a * all;
        }
        if b != 0.0 {
            for (sum, dead) in to.iter_mut().zip(&self.dead.first) {
                *sum -= b * dead;
            }
        }
    }

    /// Adds the variance of x, summed over the pieces and weighted.
    pub(crate) fn add_variance(&self, tied: &Tied, to: &mut Symmetric) {
        let scaled = |value: f64| value * tied.weight;
        let ([a, b], [c, d, e]) = (tied.inverse.map(scaled), tied.squared.map(scaled));
        let (all, dead) = (&self.at_risk, &self.dead);
        let mut cells = to.lower_mut();
        let mut start = 0;
        for i in 0..all.first.len() {
            let (line, rest) = cells.split_at_mut(i + 1);
            // Sum of (S - f D)(S - f D)' / total^2 = S (c S - d D)' - D (d S - e D)'.
            let by_all = c * all.first[i] - d * dead.first[i];
            let by_dead = d * all.first[i] - e * dead.first[i];
            let second = &all.second[start..=start + i];
            for ((cell, square), x) in line.iter_mut().zip(second).zip(&all.first) {
                *cell += a * square - by_all * x;
            }
            if b != 0.0 {
                let second = &dead.second[start..=start + i];
                for ((cell, square), x) in line.iter_mut().zip(second).zip(&dead.first) {
                    *cell -= b * square - by_dead * x;
                }
            }
            start += i + 1;
            cells = rest;
        }
    }
}

/// The pieces of one event time, summed: with f the share of the dead taken out of a piece, and its total
/// the sum of risk then left.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tied {
    /// The weight of the events that one piece stands for.
    pub(crate) weight: f64,
    /// Sum of log(total).
    pub(crate) log_total: f64,
    /// Sums of 1 / total and f / total.
    pub(crate) inverse: [f64; 2],
    /// Sums of 1, f and f^2 over total^2.
    pub(crate) squared: [f64; 3],
}

/// The logarithm of a product of positive numbers, with few logarithms taken.
struct LogProduct {
    taken: f64,
    product: f64,
}

impl LogProduct {
    /// The product of nothing.
    fn new() -> Self {
        Self { taken: 0.0, product: 1.0 }
    }

    fn multiply(&mut self, factor: f64) {
        let product = self.product * factor;
        if (1e-250..1e250).contains(&product) {
            self.product = product;
        } else {
            self.taken += libm::log(self.product) + libm::log(factor);
            self.product = 1.0;
        }
    }

    fn log(&self) -> f64 {
        self.taken + libm::log(self.product)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_product_has_the_sum_of_the_logarithms() {
        let factors: Vec<f64> = (0..3000).map(|i| 1e-3 + f64::from(i % 997) * 37.5).collect();
        let mut product = LogProduct::new();
        for factor in &factors {
            product.multiply(*factor);
        }
        let sum: f64 = factors.iter().map(|factor| libm::log(*factor)).sum();
        assert!((product.log() - sum).abs() < 1e-10, "{} {sum}", product.log());
        product.multiply(1e-300);
        assert!((product.log() - sum - libm::log(1e-300)).abs() < 1e-9);
    }
}
