//! Integer programmes over the numbers of a piece, and the check of what they give.

use std::collections::BTreeMap;

use microlp::{
    ComparisonOp, OptimizationDirection, Problem, SolutionStatus, SolveOptions, SolveOutcome, Variable,
};

use super::{Constraint, MOST, Piece, Range, System, TOLERANCE, Unsolved};

/// Whole numbers, by number.
pub(in super::super) type Assignment = BTreeMap<usize, f64>;

/// What is sought: the sum of some numbers as small or as large as can be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sought<'a> {
    pub(super) summed: &'a [usize],
    pub(super) direction: OptimizationDirection,
    /// So many branches are looked at; a search of one branch is not kept whole.
    pub(super) branches: u64,
}

/// The best assignment that was found.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub(super) values: Assignment,
    /// Whether there is no better one.
    pub(super) proven: bool,
}

impl System {
    /// The assignment of whole numbers in which the sum of some numbers is smallest or largest, as far as the search
    /// goes.
    ///
    /// # Errors
    /// [`Unsolved::Contradiction`] where there is none, [`Unsolved::Failed`] where none was found.
    pub(super) fn whole_optimum(&self, piece: &Piece, sought: Sought<'_>) -> Result<Best, Unsolved> {
        let (problem, variables) = self.problem(piece, sought, Kind::Whole);
        let mut options = SolveOptions::default();
        options.node_limit = Some(sought.branches);
        let outcome = problem.solve_with(options).map_err(|error| unsolved(&error))?;
        let SolveOutcome::Solution(solution) = outcome else { return Err(Unsolved::Failed) };
        let proven = solution.status() == SolutionStatus::Optimal;
        let values: Assignment = variables
            .into_iter()
            .map(|(number, variable)| (number, libm::round(solution.var_value(variable))))
            .collect();
        // What the solver says is not believed: it calculates with fractions.
        let holds = piece.constraints.iter().all(|constraint| constraint.holds(&values));
        if holds { Ok(Best { values, proven }) } else { Err(Unsolved::Failed) }
    }

    /// How small or large a number can be at most, were it a fraction; no whole number is beyond.
    pub(super) fn bound(
        &self,
        piece: &Piece,
        number: usize,
        direction: OptimizationDirection,
    ) -> Result<f64, Unsolved> {
        let sought = Sought { summed: &[number], direction, branches: 0 };
        let (problem, variables) = self.problem(piece, sought, Kind::Fractions);
        let outcome = problem.solve().map_err(|error| unsolved(&error))?;
        let solution = outcome.into_solution().map_err(|_| Unsolved::Failed)?;
        let value = variables.get(&number).map(|variable| solution.var_value(*variable));
        let whole = value.map(|value| match direction {
            OptimizationDirection::Minimize => libm::ceil(value - TOLERANCE),
            OptimizationDirection::Maximize => libm::floor(value + TOLERANCE),
        });
        whole.ok_or(Unsolved::Failed)
    }

    /// Fractions that fulfil the constraints of a piece, as the solver says.
    pub(super) fn fractions(&self, piece: &Piece) -> Option<Assignment> {
        let sought = Sought { summed: &[], direction: OptimizationDirection::Minimize, branches: 0 };
        let (problem, variables) = self.problem(piece, sought, Kind::Fractions);
        let solution = problem.solve().ok()?.into_solution().ok()?;
        let value = |(number, variable): (usize, Variable)| (number, solution.var_value(variable));
        Some(variables.into_iter().map(value).collect())
    }

    fn problem(&self, piece: &Piece, sought: Sought<'_>, kind: Kind) -> (Problem, BTreeMap<usize, Variable>) {
        let mut problem = Problem::new(sought.direction);
        let mut variables: BTreeMap<usize, Variable> = BTreeMap::new();
        for number in &piece.numbers {
            let cost = if sought.summed.contains(number) { 1.0 } else { 0.0 };
            let Range { low, high } = self.numbers[*number];
            #[allow(clippy::cast_possible_truncation, reason = "at most 1e9")]
            let variable = match kind {
                Kind::Whole => {
                    problem.add_integer_var(cost, (libm::ceil(low) as i32, libm::floor(high) as i32))
                }
                Kind::Fractions => problem.add_var(cost, (low, high)),
            };
            variables.insert(*number, variable);
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
        (problem, variables)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Whole,
    Fractions,
}

fn unsolved(error: &microlp::Error) -> Unsolved {
    match error {
        microlp::Error::Infeasible => Unsolved::Contradiction,
        _ => Unsolved::Failed,
    }
}

impl Constraint {
    /// Whether an assignment of all its numbers fulfils it.
    pub(super) fn holds(&self, values: &Assignment) -> bool {
        let sum: Option<f64> =
            self.terms.iter().map(|(number, by)| values.get(number).map(|value| by * value)).sum();
        sum.is_some_and(|sum| sum >= self.low - TOLERANCE && sum <= self.high + TOLERANCE)
    }
}
