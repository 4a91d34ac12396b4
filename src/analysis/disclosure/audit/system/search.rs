//! The search for assignments of whole numbers in which a number is as small, or as large, as it has to be able to be.
//!
//! Every assignment is a witness for all of its numbers, so that few programmes answer many questions. A range is open
//! only where witnesses show it, and closed where fractions show it, which can be more than whole numbers can but never
//! less. What neither shows is taken for closed.

use std::collections::BTreeMap;

use microlp::OptimizationDirection;
use microlp::OptimizationDirection::{Maximize, Minimize};

use super::nearby::Nearby;
use super::programme::{Assignment, Sought};
use super::{Piece, Range, System, Unsolved};

/// Pieces of fewer numbers are solved as a whole at once.
pub(super) const LARGE: usize = 80;
/// How often many numbers are looked for at once.
const ROUNDS: usize = 16;
/// The same in a piece that is looked at in parts.
const ROUNDS_OF_LARGE: usize = 6;
/// So many assignments are kept, to be changed in small parts.
const KEPT: usize = 3;
/// So many branches are looked at for many numbers at once, and for one.
const BRANCHES_FOR_MANY: u64 = 60;
const BRANCHES: u64 = 2_000;

/// A question: whether a number can be as small, or as large, as it has to be able to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question {
    pub(super) number: usize,
    pub(super) needed: Range,
    pub(super) direction: OptimizationDirection,
}

impl Question {
    /// Whether a value is as small, or as large, as it has to be.
    pub(super) fn is_answered_by(&self, value: f64) -> bool {
        match self.direction {
            Minimize => value <= self.needed.low,
            Maximize => value >= self.needed.high,
        }
    }
}

/// What is known of the numbers of a piece.
pub(super) struct Search<'a> {
    system: &'a System,
    piece: &'a Piece,
    /// The lowest and the highest value of each number in any assignment so far.
    seen: BTreeMap<usize, Range>,
    /// Some of the assignments.
    kept: Vec<Assignment>,
}

impl<'a> Search<'a> {
    pub(super) fn new(system: &'a System, piece: &'a Piece) -> Self {
        Self { system, piece, seen: BTreeMap::new(), kept: Vec::new() }
    }

    /// The range of every number that is asked for, each with what it has to span.
    pub(super) fn ranges(mut self, own: &[(usize, Range)]) -> Vec<(usize, Result<Range, Unsolved>)> {
        if own.len() > 2 {
            self.for_many(own);
        }
        let nearby = (self.piece.numbers.len() > LARGE).then(|| Nearby::new(self.system, self.piece));
        own.iter()
            .map(|(number, needed)| {
                let question = |direction| Question { number: *number, needed: *needed, direction };
                let ends =
                    [Minimize, Maximize].map(|direction| self.end(question(direction), nearby.as_ref()));
                (*number, joined(ends))
            })
            .collect()
    }

    fn is_answered(&self, question: &Question) -> bool {
        self.value(question).is_some_and(|value| question.is_answered_by(value))
    }

    /// The lowest or highest value seen.
    fn value(&self, question: &Question) -> Option<f64> {
        let seen = self.seen.get(&question.number)?;
        Some(if question.direction == Minimize { seen.low } else { seen.high })
    }

    fn add(&mut self, values: &Assignment) {
        for (number, value) in values {
            let seen = self.seen.entry(*number).or_insert(Range::only(*value));
            seen.low = seen.low.min(*value);
            seen.high = seen.high.max(*value);
        }
    }

    /// Looks for few assignments in which many numbers are as small, or as large, as they have to be able to be.
    fn for_many(&mut self, own: &[(usize, Range)]) {
        let rounds = if self.piece.numbers.len() > LARGE { ROUNDS_OF_LARGE } else { ROUNDS };
        for round in 0..rounds {
            for direction in [Minimize, Maximize] {
                // All that are open, then every second of them, every third, ...: they may stand in each other's way.
                let open = own.iter().filter(|(number, needed)| {
                    !self.is_answered(&Question { number: *number, needed: *needed, direction })
                });
                let some: Vec<usize> = open
                    .enumerate()
                    .filter(|(place, _)| place % (round / 2 + 1) == round % 2)
                    .map(|(_, (number, _))| *number)
                    .collect();
                let sought = Sought { summed: &some, direction, branches: BRANCHES_FOR_MANY };
                if some.len() > 1
                    && let Ok(best) = self.system.whole_optimum(self.piece, sought)
                {
                    self.add(&best.values);
                    if self.kept.len() < KEPT {
                        self.kept.push(best.values);
                    }
                }
            }
        }
    }

    /// How low or high a number can be, by witnesses as far as it has to be, else by proof.
    fn end(&mut self, question: Question, nearby: Option<&Nearby<'_>>) -> Result<End, Unsolved> {
        if !self.is_answered(&question)
            && let Some(nearby) = nearby
        {
            match nearby.ask(question, &self.kept) {
                Some(Ok(witness)) => self.add(&witness),
                Some(Err(bound)) => return Ok(End { value: bound, proven: true }),
                None => {}
            }
        }
        if let Some(value) = self.value(&question).filter(|value| question.is_answered_by(*value)) {
            return Ok(End { value, proven: true });
        }
        let sought = Sought { summed: &[question.number], direction: question.direction, branches: BRANCHES };
        let mut proven = false;
        match self.system.whole_optimum(self.piece, sought) {
            Ok(best) => {
                proven = best.proven;
                self.add(&best.values);
                if self.kept.is_empty() {
                    self.kept.push(best.values);
                }
            }
            Err(Unsolved::Contradiction) => return Err(Unsolved::Contradiction),
            Err(_) => {}
        }
        // As far as it was shown to go, if it was shown to be anything at all.
        let value = self.value(&question).ok_or(Unsolved::Failed)?;
        Ok(End { value, proven: proven || question.is_answered_by(value) })
    }
}

/// An end of a range, and whether it is known to be one, or as far out as it has to be.
#[derive(Debug, Clone, Copy)]
struct End {
    value: f64,
    proven: bool,
}

fn joined([low, high]: [Result<End, Unsolved>; 2]) -> Result<Range, Unsolved> {
    let (low, high) = (low?, high?);
    let range = Range { low: low.value, high: high.value };
    if low.proven && high.proven { Ok(range) } else { Err(Unsolved::Unproven(range)) }
}
