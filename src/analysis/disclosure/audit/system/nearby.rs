//! Assignments that differ from a known one in a few numbers only: small programmes in place of large ones.

use std::collections::{BTreeMap, BTreeSet};

use super::programme::{Assignment, Sought};
use super::search::Question;
use super::{Constraint, Piece, System};

/// So many constraints around a number are kept: first few, then more.
const NEAR: [usize; 3] = [30, 150, 600];
/// So many branches are looked at.
const BRANCHES: u64 = 200;

/// A large piece, and which constraints each of its numbers is in.
pub(super) struct Nearby<'a> {
    system: &'a System,
    piece: &'a Piece,
    touching: BTreeMap<usize, Vec<usize>>,
}

impl<'a> Nearby<'a> {
    pub(super) fn new(system: &'a System, piece: &'a Piece) -> Self {
        let mut touching: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, constraint) in piece.constraints.iter().enumerate() {
            for (number, _) in &constraint.terms {
                touching.entry(*number).or_default().push(place);
            }
        }
        Self { system, piece, touching }
    }

    /// Looks at the constraints around a number alone. With all else as it was in an assignment, what is found is an
    /// assignment. With nothing else kept, nothing beyond what is found is one: that bound is the error, where it is not
    /// what is needed.
    pub(super) fn ask(&self, question: Question, known: &[Assignment]) -> Option<Result<Assignment, f64>> {
        for near in NEAR {
            let around = around(self.piece, &self.touching, (question.number, near));
            let sought =
                Sought { summed: &[question.number], direction: question.direction, branches: BRANCHES };
            for values in known {
                let part = part(self.piece, &around, &self.touching, values);
                let found = self.system.whole_optimum(&part, sought).ok();
                let reached = |found: &Assignment| {
                    found.get(&question.number).is_some_and(|value| question.is_answered_by(*value))
                };
                if let Some(found) = found.map(|best| best.values).filter(reached) {
                    return Some(Ok(found));
                }
            }
            let alone = alone(self.piece, &around);
            let bound = self.system.bound(&alone, question.number, question.direction).ok()?;
            if !question.is_answered_by(bound) {
                return Some(Err(bound));
            }
            if around.len() == self.piece.constraints.len() {
                return None;
            }
        }
        None
    }
}

/// Constraints and all their numbers.
fn alone(piece: &Piece, around: &BTreeSet<usize>) -> Piece {
    let constraints: Vec<Constraint> = around.iter().map(|place| piece.constraints[*place].clone()).collect();
    let numbers: BTreeSet<usize> = constraints
        .iter()
        .flat_map(|constraint| constraint.terms.iter().map(|(number, _)| *number))
        .collect();
    Piece { numbers: numbers.into_iter().collect(), constraints }
}

/// The constraints around a number.
fn around(
    piece: &Piece,
    touching: &BTreeMap<usize, Vec<usize>>,
    (number, most): (usize, usize),
) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut reached = BTreeSet::from([number]);
    let mut edge = vec![number];
    while !edge.is_empty() && found.len() < most {
        let mut next = Vec::new();
        for place in edge.iter().flat_map(|number| &touching[number]) {
            if found.insert(*place) {
                let numbers = piece.constraints[*place].terms.iter().map(|(number, _)| *number);
                next.extend(numbers.filter(|number| reached.insert(*number)));
            }
        }
        edge = next;
    }
    found
}

/// The numbers that occur in none but these constraints; all others are what they were.
fn part(
    piece: &Piece,
    around: &BTreeSet<usize>,
    touching: &BTreeMap<usize, Vec<usize>>,
    values: &Assignment,
) -> Piece {
    let mut numbers = BTreeSet::new();
    let mut constraints = Vec::new();
    for place in around {
        let whole = &piece.constraints[*place];
        let (mut known, mut terms) = (0.0, Vec::new());
        for (number, by) in &whole.terms {
            if touching[number].iter().all(|place| around.contains(place)) {
                numbers.insert(*number);
                terms.push((*number, *by));
            } else {
                known += by * values.get(number).copied().unwrap_or(0.0);
            }
        }
        if !terms.is_empty() {
            constraints.push(Constraint {
                terms,
                low: whole.low - known,
                high: whole.high - known,
                told_by: None,
            });
        }
    }
    Piece { numbers: numbers.into_iter().collect(), constraints }
}
