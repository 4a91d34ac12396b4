//! What would have to be hidden besides, so that a number is open.
//!
//! Every told number may be another one than it is, at a price; the cheapest way to make the wanted number as small, or
//! as large, as it has to be able to be, names the numbers to hide (Kelly, Golden and Assad, *Networks* 22 (1992)
//! 397-417).

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::programme::Assignment;
use super::{Constraint, MOST, Range, System, TOLERANCE};

/// Numbers of this price are not moved to protect others, as long as anything else helps.
pub(in super::super) const TOO_DEAR: f64 = 5_000.0;
/// A told number may seem larger by at most this.
const MOST_DEVIATION: f64 = 400.0;
/// No number is looked for above this.
const MOST_SEEMING: f64 = 100_000.0;
/// The price of an estimate whose constraint is broken by one patient.
const PRICE_OF_ESTIMATE: f64 = 2.0;

/// What a number must be able to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

/// What to hide: numbers, and estimates by their constraint's mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Opening {
    pub(in super::super) numbers: BTreeSet<usize>,
    pub(in super::super) estimates: BTreeSet<usize>,
}

/// What it costs to hide things; what has no price cannot be hidden, what is free is hidden already.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Prices {
    pub(in super::super) numbers: BTreeMap<usize, f64>,
    pub(in super::super) free_estimates: BTreeSet<usize>,
}

/// A number that seems to be more or less than it is told, or than it is in some assignment.
///
/// Measured from there every constraint is fulfilled to begin with, and the programme has only the goal to reach.
struct Seeming {
    value: f64,
    /// A number that is told has one.
    price: f64,
    up: Variable,
    down: Variable,
}

impl System {
    /// The constraints in which each number occurs.
    pub(in super::super) fn touching(&self) -> Vec<Vec<usize>> {
        let mut touching = vec![Vec::new(); self.numbers.len()];
        for (place, constraint) in self.constraints.iter().enumerate() {
            for (number, _) in &constraint.terms {
                touching[*number].push(place);
            }
        }
        touching
    }

    /// Numbers that fulfil all constraints, as fractions; those of a piece that contradicts itself are not among them.
    pub(in super::super) fn anywhere(&self) -> Assignment {
        let mut narrowed = self.clone();
        narrowed.narrow();
        let known = narrowed.numbers.iter().enumerate();
        let mut values: Assignment =
            known.filter_map(|(number, range)| Some((number, range.known()?))).collect();
        for piece in narrowed.pieces().0 {
            values.extend(narrowed.fractions(&piece).unwrap_or_default());
        }
        values
    }

    /// What to hide so that a number can be what it must be able to be, by so many constraints around it; none where
    /// nothing helps. It is measured from numbers that fulfil all constraints.
    pub(in super::super) fn opening(
        &self,
        (around, from): ((&[Vec<usize>], usize), &Assignment),
        (number, goal): (usize, Goal),
        prices: &Prices,
    ) -> Option<Opening> {
        let near = near(self, around, (number, prices));
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut numbers: BTreeMap<usize, Seeming> = BTreeMap::new();
        let all: BTreeSet<usize> =
            near.iter().flat_map(|constraint| constraint.terms.iter().map(|(number, _)| *number)).collect();
        for other in all {
            let Range { low, high } = self.numbers[other];
            let (value, price, up, down) = if high - low > TOLERANCE {
                let value = from.get(&other).copied().unwrap_or(low).clamp(low, high);
                (value, 0.0, high.min(MOST_SEEMING) - value, value - low.max(-MOST_SEEMING))
            } else if let Some(price) = prices.numbers.get(&other).copied() {
                (low, price, MOST_DEVIATION, low.max(0.0))
            } else {
                continue;
            };
            let mut move_by = |most: f64| problem.add_var(price, (0.0, most.max(0.0)));
            let (up, down) = (move_by(up), move_by(down));
            numbers.insert(other, Seeming { value, price, up, down });
        }
        let wanted = numbers.get(&number)?;
        let moved = [(wanted.up, 1.0), (wanted.down, -1.0)];
        match goal {
            Goal::AtMost(most) => problem.add_constraint(moved, ComparisonOp::Le, most - wanted.value),
            Goal::AtLeast(least) => problem.add_constraint(moved, ComparisonOp::Ge, least - wanted.value),
        }
        let slacks = self.put(&mut problem, &near, &numbers, prices);
        let solution = problem.solve().ok()?.into_solution().ok()?;
        let moved = |variable: Variable| solution.var_value(variable) > TOLERANCE;
        let hidden = numbers.iter().filter(|(_, one)| one.price > 0.0 && (moved(one.up) || moved(one.down)));
        let estimates = slacks.into_iter().filter(|(_, slack)| moved(*slack)).map(|(mark, _)| mark);
        Some(Opening { numbers: hidden.map(|(number, _)| *number).collect(), estimates: estimates.collect() })
    }

    /// Adds the constraints; the slack of each that an estimate tells.
    fn put(
        &self,
        problem: &mut Problem,
        near: &[&Constraint],
        numbers: &BTreeMap<usize, Seeming>,
        prices: &Prices,
    ) -> Vec<(usize, Variable)> {
        let mut slacks = Vec::new();
        for constraint in near {
            let mut known = 0.0;
            let mut terms: Vec<(Variable, f64)> = Vec::new();
            for (number, by) in &constraint.terms {
                if let Some(one) = numbers.get(number) {
                    known += by * one.value;
                    terms.extend([(one.up, *by), (one.down, -by)]);
                } else {
                    known += by * self.numbers[*number].low;
                }
            }
            let (low, high) = (constraint.low - known, constraint.high - known);
            let (mut above, mut below) = (terms.clone(), terms);
            if let Some(mark) = constraint.told_by {
                if prices.free_estimates.contains(&mark) {
                    continue;
                }
                let slack = problem.add_var(PRICE_OF_ESTIMATE * unequal(mark), (0.0, MOST_SEEMING));
                above.push((slack, 1.0));
                below.push((slack, -1.0));
                slacks.push((mark, slack));
            }
            if high - low < TOLERANCE && constraint.told_by.is_none() {
                problem.add_constraint(above, ComparisonOp::Eq, low);
                continue;
            }
            if constraint.low > -MOST {
                problem.add_constraint(above, ComparisonOp::Ge, low);
            }
            if constraint.high < MOST {
                problem.add_constraint(below, ComparisonOp::Le, high);
            }
        }
        slacks
    }
}

/// A factor near 1 that is another one for every number, so that of two equally good choices one is the best.
pub(in super::super) fn unequal(number: usize) -> f64 {
    let golden = number as f64 * 0.618_033_988_749_895;
    1.0 + 0.05 * (golden - libm::floor(golden))
}

/// The constraints around a number, the nearest first. What is too dear to hide is not looked beyond.
fn near<'s>(
    system: &'s System,
    (touching, most): (&[Vec<usize>], usize),
    (number, prices): (usize, &Prices),
) -> Vec<&'s Constraint> {
    let passable = |number: &usize| {
        let Range { low, high } = system.numbers[*number];
        high - low > TOLERANCE || prices.numbers.get(number).is_some_and(|price| *price < TOO_DEAR)
    };
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut reached: BTreeSet<usize> = BTreeSet::from([number]);
    let mut edge = vec![number];
    let mut found = Vec::new();
    while !edge.is_empty() && found.len() < most {
        let mut next = Vec::new();
        for place in edge.iter().flat_map(|number| &touching[*number]) {
            if !seen.insert(*place) {
                continue;
            }
            let constraint = &system.constraints[*place];
            found.push(constraint);
            let numbers = constraint.terms.iter().map(|(number, _)| *number);
            next.extend(numbers.filter(passable).filter(|number| reached.insert(*number)));
            if found.len() >= 2 * most {
                break;
            }
        }
        edge = next;
    }
    found
}
