//! Whole numbers, some known, under linear constraints: what each of the others can be.
//!
//! The integer programmes are solved by `microlp`. Known numbers are put in first, and numbers that no constraint
//! joins are solved apart, so that the programmes stay small.

mod nearby;
pub(super) mod opening;
mod programme;
mod search;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use programme::Assignment;
use search::{LARGE, Search};

/// Larger than any count.
pub(super) const MOST: f64 = 1e9;
/// A constraint holds within this.
const TOLERANCE: f64 = 1e-6;
/// How often the ranges are narrowed by all constraints.
const ROUNDS_OF_NARROWING: usize = 200;
/// The range of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Range {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Range {
    pub(super) const COUNT: Self = Self { low: 0.0, high: MOST };

    pub(super) fn only(value: f64) -> Self {
        Self { low: value, high: value }
    }

    fn known(self) -> Option<f64> {
        (self.high - self.low < TOLERANCE).then_some(self.low)
    }
}

/// `low <= sum of coefficient times number <= high`.
#[derive(Debug, Clone)]
pub(super) struct Constraint {
    pub(super) terms: Vec<(usize, f64)>,
    pub(super) low: f64,
    pub(super) high: f64,
    /// The estimate that tells it; none: it holds by what counts are.
    pub(super) told_by: Option<usize>,
}

/// Why there is no range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Unsolved {
    /// No whole numbers fulfil the constraints.
    Contradiction,
    /// The search was given up, and no assignment was found.
    Failed,
    /// The search was given up; the numbers can be this, and perhaps more.
    Unproven(Range),
}

/// Numbers and constraints.
#[derive(Debug, Clone, Default)]
pub(super) struct System {
    pub(super) numbers: Vec<Range>,
    pub(super) constraints: Vec<Constraint>,
}

/// The unknown numbers that are joined by constraints, and these.
#[derive(Default)]
struct Piece {
    numbers: Vec<usize>,
    constraints: Vec<Constraint>,
}

impl System {
    pub(super) fn number(&mut self, range: Range) -> usize {
        self.numbers.push(range);
        self.numbers.len() - 1
    }

    pub(super) fn constrain(&mut self, terms: Vec<(usize, f64)>, low: f64, high: f64) {
        self.constraints.push(Constraint { terms, low, high, told_by: None });
    }

    /// The same, told by an estimate: it is gone when the estimate is.
    pub(super) fn constrain_told(&mut self, terms: Vec<(usize, f64)>, (low, high): (f64, f64), by: usize) {
        self.constraints.push(Constraint { terms, low, high, told_by: Some(by) });
    }

    /// The range of each of the wanted numbers, or why it is not known.
    ///
    /// # Definition
    /// The smallest and the largest whole number that occurs among all assignments of whole numbers that fulfil
    /// every constraint. A number comes with the range that it has to be able to span. One that does may be told too
    /// narrow, but both of its ends stand in assignments of whole numbers that were found and checked. One that lies
    /// above what is needed may be told too wide, but above it; any other is exact. Where the search was given up, that
    /// is told: what was not shown to be open is not. Numbers that contradict each other are named, wanted or not.
    /// Settled numbers are not asked for where that is much work.
    pub(super) fn ranges(
        &self,
        wanted: &BTreeMap<usize, Range>,
        settled: &BTreeSet<usize>,
    ) -> BTreeMap<usize, Result<Range, Unsolved>> {
        let mut found = BTreeMap::new();
        let mut narrowed = self.clone();
        narrowed.narrow();
        let (pieces, contradicted) = narrowed.pieces();
        found.extend(contradicted.into_iter().map(|number| (number, Err(Unsolved::Contradiction))));
        for (number, needed) in wanted {
            let range = narrowed.numbers[*number];
            // Known, or so large, even by single constraints, that it need not be known better.
            if range.known().is_some() || range.low > needed.high {
                found.entry(*number).or_insert(Ok(range));
            }
        }
        let open = |number: &usize| wanted.get(number).filter(|_| !found.contains_key(number));
        let mut asked = Vec::new();
        for piece in pieces {
            let unsettled = |number: &&usize| piece.numbers.len() <= LARGE || !settled.contains(*number);
            let own = piece.numbers.iter().filter(unsettled);
            let questions: Vec<(usize, Range)> =
                own.filter_map(|number| open(number).map(|needed| (*number, *needed))).collect();
            asked.push((piece, questions));
        }
        for (piece, questions) in asked {
            found.extend(Search::new(&narrowed, &piece).ranges(&questions));
        }
        found
    }

    /// Narrows the ranges of all numbers by one constraint after the other.
    fn narrow(&mut self) {
        for _ in 0..ROUNDS_OF_NARROWING {
            let mut changed = false;
            for constraint in &self.constraints {
                let (mut least, mut most) = (0.0, 0.0);
                for (number, by) in &constraint.terms {
                    let Range { low, high } = self.numbers[*number];
                    least += if *by > 0.0 { by * low } else { by * high };
                    most += if *by > 0.0 { by * high } else { by * low };
                }
                for (number, by) in &constraint.terms {
                    let Range { low, high } = self.numbers[*number];
                    let (own_least, own_most) =
                        if *by > 0.0 { (by * low, by * high) } else { (by * high, by * low) };
                    // What is left of the limits when all others are as large, or as small, as they can be.
                    let bottom = (constraint.low - (most - own_most)) / by;
                    let top = (constraint.high - (least - own_least)) / by;
                    let (bottom, top) = if *by > 0.0 { (bottom, top) } else { (top, bottom) };
                    let bottom = libm::ceil(bottom - TOLERANCE).max(low);
                    let top = libm::floor(top + TOLERANCE).min(high);
                    if bottom <= top && (bottom > low || top < high) {
                        self.numbers[*number] = Range { low: bottom, high: top };
                        changed = true;
                        // The sums of this constraint are no longer those of its numbers; the next round has them.
                        break;
                    }
                }
            }
            if !changed {
                return;
            }
        }
    }

    /// The system in pieces, and the known numbers that contradict a constraint.
    fn pieces(&self) -> (Vec<Piece>, BTreeSet<usize>) {
        let mut above: Vec<usize> = (0..self.numbers.len()).collect();
        let mut reduced = Vec::new();
        let mut contradicted = BTreeSet::new();
        for constraint in &self.constraints {
            let known: f64 = constraint
                .terms
                .iter()
                .filter_map(|(number, by)| self.numbers[*number].known().map(|value| by * value))
                .sum();
            let terms: Vec<(usize, f64)> = constraint
                .terms
                .iter()
                .copied()
                .filter(|(number, _)| self.numbers[*number].known().is_none())
                .collect();
            let (low, high) = (constraint.low - known, constraint.high - known);
            let Some((first, _)) = terms.first().copied() else {
                if low > TOLERANCE || high < -TOLERANCE {
                    contradicted.extend(constraint.terms.iter().map(|(number, _)| *number));
                }
                continue;
            };
            for (number, _) in &terms {
                let (one, other) = (root(&mut above, first), root(&mut above, *number));
                above[one] = other;
            }
            reduced.push(Constraint { terms, low, high, told_by: None });
        }
        let mut pieces: BTreeMap<usize, Piece> = BTreeMap::new();
        for number in (0..self.numbers.len()).filter(|number| self.numbers[*number].known().is_none()) {
            let root = root(&mut above, number);
            let empty = Piece::default();
            pieces.entry(root).or_insert(empty).numbers.push(number);
        }
        for constraint in reduced {
            let root = root(&mut above, constraint.terms[0].0);
            if let Some(piece) = pieces.get_mut(&root) {
                piece.constraints.push(constraint);
            }
        }
        (pieces.into_values().collect(), contradicted)
    }
}

fn root(above: &mut [usize], number: usize) -> usize {
    let mut at = number;
    while above[at] != at {
        above[at] = above[above[at]];
        at = above[at];
    }
    at
}

#[cfg(test)]
mod tests;
