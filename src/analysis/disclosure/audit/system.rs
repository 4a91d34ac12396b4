//! Whole numbers, some known, under linear constraints: what each of the others can be.
//!
//! The integer programmes are solved by `microlp`. Known numbers are put in first, and numbers that no constraint
//! joins are solved apart, so that the programmes stay small.

mod nearby;
pub(super) mod opening;

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use nearby::{LARGE, Nearby};

/// Larger than any count.
const MOST: f64 = 1e9;
/// A constraint holds within this.
const TOLERANCE: f64 = 1e-6;
/// With more unknown numbers than this in one programme they are not kept whole. Tables with margins have whole
/// corners anyhow.
const MOST_WHOLE: usize = 60;
/// How often the ranges are narrowed by all constraints.
const ROUNDS_OF_NARROWING: usize = 200;
/// How often many numbers are looked for at once.
const ROUNDS: usize = 16;
/// The same in a piece that is looked at in parts.
const ROUNDS_OF_LARGE: usize = 6;
/// So many assignments are kept, to be changed in small parts.
const KEPT: usize = 3;

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

/// The lowest and the highest value of each number in any assignment so far.
#[derive(Debug, Default)]
struct Seen {
    ranges: BTreeMap<usize, Range>,
    /// Some of the assignments.
    whole: Vec<Vec<(usize, f64)>>,
}

impl Seen {
    fn add(&mut self, values: &[(usize, f64)]) {
        for (number, value) in values {
            let seen = self.ranges.entry(*number).or_insert(Range::only(*value));
            seen.low = seen.low.min(*value);
            seen.high = seen.high.max(*value);
        }
    }

    /// Whether a number has been seen as low, or as high, as it has to be able to be.
    fn reached(&self, number: usize, needed: Range, direction: OptimizationDirection) -> bool {
        self.ranges.get(&number).is_some_and(|seen| match direction {
            OptimizationDirection::Minimize => seen.low <= needed.low,
            OptimizationDirection::Maximize => seen.high >= needed.high,
        })
    }
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
#[derive(Default)]
struct Piece {
    numbers: Vec<usize>,
    constraints: Vec<Constraint>,
    /// Those that are asked for.
    unsettled: Vec<usize>,
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
    /// every constraint. A number comes with the one from which it is measured, its base. A range that holds all of
    /// `base + 1` to `base + enough` may be told too narrow, but not so narrow that it does not; one that lies above
    /// them may be told too wide, but above them; any other is exact. Numbers that contradict each other are named,
    /// wanted or not. Settled numbers are not asked for where that is much work.
    pub(super) fn ranges(
        &self,
        wanted: &[(usize, f64)],
        enough: f64,
        settled: &BTreeSet<usize>,
    ) -> BTreeMap<usize, Result<Range, Unsolved>> {
        let mut found = BTreeMap::new();
        let needed: BTreeMap<usize, Range> = wanted
            .iter()
            .map(|(number, base)| (*number, Range { low: base + 1.0, high: base + enough }))
            .collect();
        let mut narrowed = self.clone();
        narrowed.narrow();
        let (pieces, contradicted) = narrowed.pieces();
        found.extend(contradicted.into_iter().map(|number| (number, Err(Unsolved::Contradiction))));
        for (number, needed) in &needed {
            let range = narrowed.numbers[*number];
            // Known, or so large, even by single constraints, that it need not be known better.
            if range.known().is_some() || range.low > needed.high {
                found.entry(*number).or_insert(Ok(range));
            }
        }
        let open = needed.into_iter().filter(|(number, _)| !found.contains_key(number)).collect();
        for mut piece in pieces {
            piece.unsettled = piece.numbers.clone();
            if piece.numbers.len() > LARGE {
                piece.unsettled.retain(|number| !settled.contains(number));
            }
            found.extend(narrowed.solve(&piece, &open));
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

    fn solve(&self, piece: &Piece, needed: &BTreeMap<usize, Range>) -> Vec<(usize, Result<Range, Unsolved>)> {
        let mut seen = Seen::default();
        let own: Vec<(usize, Range)> = piece
            .unsettled
            .iter()
            .filter_map(|number| needed.get(number).map(|range| (*number, *range)))
            .collect();
        if own.len() > 2 {
            self.search(piece, &own, &mut seen);
        }
        let nearby = (piece.numbers.len() > LARGE).then(|| Nearby::new(piece, &seen));
        let mut found = Vec::new();
        for (number, needed) in &own {
            let mut failed = None;
            for direction in [OptimizationDirection::Minimize, OptimizationDirection::Maximize] {
                if seen.reached(*number, *needed, direction) {
                    continue;
                }
                let question = (*number, *needed, direction);
                if let Some(bound) = nearby.as_ref().and_then(|near| near.bound(self, question, &mut seen)) {
                    seen.add(&[(*number, bound)]);
                } else if !seen.reached(*number, *needed, direction) {
                    match self.optimum(piece, &BTreeSet::from([*number]), direction) {
                        Ok(values) => seen.add(&values),
                        Err(unsolved) => failed = Some(unsolved),
                    }
                }
            }
            let range = seen.ranges.get(number).filter(|_| failed.is_none()).map(|range| Range {
                low: libm::ceil(range.low - TOLERANCE),
                high: libm::floor(range.high + TOLERANCE),
            });
            found.push((*number, range.ok_or(failed.unwrap_or(Unsolved::Failed))));
        }
        found
    }

    /// Looks for few assignments in which many numbers are as small, or as large, as they have to be able to be:
    /// every assignment is a witness for all of its numbers.
    fn search(&self, piece: &Piece, own: &[(usize, Range)], seen: &mut Seen) {
        let rounds = if piece.numbers.len() > LARGE { ROUNDS_OF_LARGE } else { ROUNDS };
        for round in 0..rounds {
            for direction in [OptimizationDirection::Minimize, OptimizationDirection::Maximize] {
                // All that are open, then every second of them, every third, ...: they may stand in each other's way.
                let open = own.iter().filter(|(number, needed)| !seen.reached(*number, *needed, direction));
                let some: BTreeSet<usize> = open
                    .enumerate()
                    .filter(|(place, _)| place % (round / 2 + 1) == round % 2)
                    .map(|(_, (number, _))| *number)
                    .collect();
                if some.len() > 1
                    && let Ok(values) = self.optimum(piece, &some, direction)
                {
                    seen.add(&whole(piece, &values));
                    if seen.whole.len() < KEPT {
                        seen.whole.push(values);
                    }
                }
            }
        }
    }

    /// The assignment in which the sum of some numbers is smallest or largest.
    fn optimum(
        &self,
        piece: &Piece,
        summed: &BTreeSet<usize>,
        direction: OptimizationDirection,
    ) -> Result<Vec<(usize, f64)>, Unsolved> {
        let mut problem = Problem::new(direction);
        let mut variables: BTreeMap<usize, Variable> = BTreeMap::new();
        for other in &piece.numbers {
            let cost = if summed.contains(other) { 1.0 } else { 0.0 };
            let Range { low, high } = self.numbers[*other];
            #[allow(clippy::cast_possible_truncation, reason = "at most 1e9")]
            let variable = if piece.numbers.len() <= MOST_WHOLE {
                problem.add_integer_var(cost, (libm::ceil(low) as i32, libm::floor(high) as i32))
            } else {
                problem.add_var(cost, (low, high))
            };
            variables.insert(*other, variable);
        }
        for Constraint { terms, low, high, .. } in &piece.constraints {
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

/// The numbers of an assignment that are whole, as are all that a constraint joins them with.
fn whole(piece: &Piece, values: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let is_whole = |value: f64| libm::fabs(value - libm::round(value)) < TOLERANCE;
    let odd: BTreeSet<usize> =
        values.iter().filter(|(_, value)| !is_whole(*value)).map(|(number, _)| *number).collect();
    let mut doubtful = odd.clone();
    for constraint in &piece.constraints {
        if constraint.terms.iter().any(|(number, _)| odd.contains(number)) {
            doubtful.extend(constraint.terms.iter().map(|(number, _)| *number));
        }
    }
    values.iter().copied().filter(|(number, _)| !doubtful.contains(number)).collect()
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
