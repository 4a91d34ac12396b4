//! Assignments that differ from a known one in a few numbers only: small programmes in place of large ones.

use std::collections::{BTreeMap, BTreeSet};

use microlp::OptimizationDirection;

use super::{Constraint, Piece, Range, Seen, System};

/// Pieces of fewer numbers are solved as a whole at once.
pub(super) const LARGE: usize = 80;
/// So many constraints around a number are kept: first few, then more.
const NEAR: [usize; 2] = [30, 150];

/// A large piece, and which constraints each of its numbers is in.
pub(super) struct Nearby<'a> {
    piece: &'a Piece,
    touching: BTreeMap<usize, Vec<usize>>,
    known: Vec<BTreeMap<usize, f64>>,
}

impl<'a> Nearby<'a> {
    pub(super) fn new(piece: &'a Piece, seen: &Seen) -> Self {
        let mut touching: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, constraint) in piece.constraints.iter().enumerate() {
            for (number, _) in &constraint.terms {
                touching.entry(*number).or_default().push(place);
            }
        }
        let known = seen.whole.iter().map(|values| values.iter().copied().collect()).collect();
        Self { piece, touching, known }
    }

    /// Looks at the constraints around a number alone. With all else as it was in an assignment, what is found is an
    /// assignment. With nothing else kept, nothing beyond what is found is one: that bound is given where it is not
    /// what is needed.
    pub(super) fn bound(
        &self,
        system: &System,
        (number, needed, direction): (usize, Range, OptimizationDirection),
        seen: &mut Seen,
    ) -> Option<f64> {
        let wanted = BTreeSet::from([number]);
        for near in NEAR {
            let around = around(self.piece, &self.touching, (number, near));
            for values in &self.known {
                let part = part(self.piece, &around, &self.touching, values);
                if let Ok(values) = system.optimum(&part, &wanted, direction) {
                    seen.add(&values);
                }
                if seen.reached(number, needed, direction) {
                    return None;
                }
            }
            let alone = alone(self.piece, &around);
            let values = system.optimum(&alone, &wanted, direction).ok()?;
            let bound = values.into_iter().find(|(other, _)| *other == number).map(|(_, value)| value)?;
            let short = match direction {
                OptimizationDirection::Minimize => bound > needed.low,
                OptimizationDirection::Maximize => bound < needed.high,
            };
            if short {
                return Some(bound);
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
    Piece { numbers: numbers.into_iter().collect(), constraints, ..Piece::default() }
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
    values: &BTreeMap<usize, f64>,
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
    Piece { numbers: numbers.into_iter().collect(), constraints, ..Piece::default() }
}
