//! Whole numbers, some known, under linear constraints: what each of the others can be.
//!
//! The integer programmes are solved by `microlp`. Known numbers are put in first, and numbers that no constraint
//! joins are solved apart, so that the programmes stay small.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// Larger than any count.
const MOST: f64 = 1e9;
/// A constraint holds within this.
const TOLERANCE: f64 = 1e-6;
/// With more unknown numbers than this in one programme they are not kept whole. Tables with margins have whole
/// corners anyhow.
const MOST_WHOLE: usize = 60;

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
}

/// Why there is no range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsolved {
    /// No whole numbers fulfil the constraints.
    Contradiction,
    /// The solver gave up.
    Failed,
}

/// Numbers and constraints.
#[derive(Debug, Clone, Default)]
pub(super) struct System {
    pub(super) numbers: Vec<Range>,
    pub(super) constraints: Vec<Constraint>,
}

/// The unknown numbers that are joined by constraints, and these.
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
        self.constraints.push(Constraint { terms, low, high });
    }

    /// The range of each of the wanted numbers, or why it is not known.
    ///
    /// # Definition
    /// The smallest and the largest whole number that occurs among all assignments of whole numbers that fulfil
    /// every constraint. A range is told exactly where it does not hold all of 1 to `enough`; where it does, it
    /// may be told too narrow, but not so narrow that it does not.
    pub(super) fn ranges(&self, wanted: &[usize], enough: f64) -> BTreeMap<usize, Result<Range, Unsolved>> {
        let mut found = BTreeMap::new();
        let (pieces, contradiction) = self.pieces();
        for number in wanted {
            if let Some(value) = self.numbers[*number].known() {
                let sound = if contradiction { Err(Unsolved::Contradiction) } else { Ok(Range::only(value)) };
                found.insert(*number, sound);
            }
        }
        for piece in pieces {
            let own: Vec<usize> =
                piece.numbers.iter().copied().filter(|number| wanted.contains(number)).collect();
            if !own.is_empty() {
                found.extend(self.solve(&piece, &own, enough));
            }
        }
        found
    }

    /// The system in pieces, and whether the known numbers alone contradict a constraint.
    fn pieces(&self) -> (Vec<Piece>, bool) {
        let mut above: Vec<usize> = (0..self.numbers.len()).collect();
        let mut reduced = Vec::new();
        let mut contradiction = false;
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
                contradiction |= low > TOLERANCE || high < -TOLERANCE;
                continue;
            };
            for (number, _) in &terms {
                let (one, other) = (root(&mut above, first), root(&mut above, *number));
                above[one] = other;
            }
            reduced.push(Constraint { terms, low, high });
        }
        let mut pieces: BTreeMap<usize, Piece> = BTreeMap::new();
        for number in (0..self.numbers.len()).filter(|number| self.numbers[*number].known().is_none()) {
            let root = root(&mut above, number);
            let empty = Piece { numbers: Vec::new(), constraints: Vec::new() };
            pieces.entry(root).or_insert(empty).numbers.push(number);
        }
        for constraint in reduced {
            let root = root(&mut above, constraint.terms[0].0);
            if let Some(piece) = pieces.get_mut(&root) {
                piece.constraints.push(constraint);
            }
        }
        (pieces.into_values().collect(), contradiction)
    }

    fn solve(&self, piece: &Piece, own: &[usize], enough: f64) -> Vec<(usize, Result<Range, Unsolved>)> {
        // Every solution is a witness for all numbers: the lowest and the highest value seen.
        let mut seen: BTreeMap<usize, Range> = BTreeMap::new();
        let mut found = Vec::new();
        for number in own {
            let open = |seen: &BTreeMap<usize, Range>| seen.get(number).copied();
            let mut range = Ok(());
            for direction in [OptimizationDirection::Minimize, OptimizationDirection::Maximize] {
                let minimize = direction == OptimizationDirection::Minimize;
                let far = open(&seen)
                    .is_some_and(|seen| if minimize { seen.low <= 1.0 } else { seen.high >= enough });
                if far {
                    continue;
                }
                match self.optimum(piece, *number, direction) {
                    Ok(values) => {
                        for (number, value) in values {
                            let seen = seen.entry(number).or_insert(Range::only(value));
                            seen.low = seen.low.min(value);
                            seen.high = seen.high.max(value);
                        }
                    }
                    Err(unsolved) => range = Err(unsolved),
                }
            }
            let range = range.and_then(|()| open(&seen).ok_or(Unsolved::Failed));
            let whole = range.map(|range| Range {
                low: libm::ceil(range.low - TOLERANCE),
                high: libm::floor(range.high + TOLERANCE),
            });
            found.push((*number, whole));
        }
        found
    }

    /// The assignment in which a number is smallest or largest.
    fn optimum(
        &self,
        piece: &Piece,
        number: usize,
        direction: OptimizationDirection,
    ) -> Result<Vec<(usize, f64)>, Unsolved> {
        let mut problem = Problem::new(direction);
        let mut variables: BTreeMap<usize, Variable> = BTreeMap::new();
        for other in &piece.numbers {
            let cost = if *other == number { 1.0 } else { 0.0 };
            let Range { low, high } = self.numbers[*other];
            #[allow(clippy::cast_possible_truncation, reason = "at most 1e9")]
            let variable = if piece.numbers.len() <= MOST_WHOLE {
                problem.add_integer_var(cost, (libm::ceil(low) as i32, libm::floor(high) as i32))
            } else {
                problem.add_var(cost, (low, high))
            };
            variables.insert(*other, variable);
        }
        for Constraint { terms, low, high } in &piece.constraints {
            let sum = || terms.iter().map(|(number, by)| (variables[number], *by)).collect::<Vec<_>>();
            if high - low < TOLERANCE {
                problem.add_constraint(sum(), ComparisonOp::Eq, *low);
                continue;
            }
            if *low > -MOST {
                problem.add_constraint(sum(), ComparisonOp::Ge, *low);
            }
            if *high < MOST {
                problem.add_constraint(sum(), ComparisonOp::Le, *high);
            }
        }
        let solution = match problem.solve() {
            Ok(outcome) => outcome.into_solution().map_err(|_| Unsolved::Failed)?,
            Err(microlp::Error::Infeasible) => return Err(Unsolved::Contradiction),
            Err(_) => return Err(Unsolved::Failed),
        };
        Ok(variables.into_iter().map(|(number, variable)| (number, solution.var_value(variable))).collect())
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
