//! The auditor: what a reader could work out from released rows.
//!
//! It shares no code with the suppressor and is given nothing but what is published: the rows of this release and
//! of those before it, and the definitions of the endpoints. Every count, told or hidden, is a whole number; sums,
//! orders, percentages, limits and steps of curves are constraints on them; an integer programme gives what each
//! hidden one can be.

mod book;
mod laws;
mod nested;
mod percentages;
mod remedy;
mod structure;
mod system;

use std::collections::{BTreeMap, BTreeSet};

use super::{Known, Policy};
use crate::analysis::ard::Row;
use book::{Book, Name};
use system::{Range, Unsolved};

/// A count that could be worked out, or could not be judged. It is named, its value is not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The endpoint, with its landmark; empty for the cohort.
    pub subject: String,
    /// The comparison; none for everybody.
    pub comparison: Option<String>,
    /// Which count of which group at which time, and by what it is given away.
    pub cell: String,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq)]
enum At {
    /// A row that may not stand.
    Row(usize),
    /// A told number that may not be told.
    Small(usize),
    /// A hidden number whose range is too narrow, and that range where there is one.
    Hidden(usize, Option<Range>),
    /// A whole comparison.
    Comparison,
}

#[derive(Debug, Clone)]
struct Found {
    finding: Finding,
    at: At,
}

/// What was found, and what to do about it.
#[derive(Debug)]
pub struct Audited {
    book: Book,
    found: Vec<Found>,
    /// What could not be worked out.
    passed: Passed,
    threshold: f64,
}

/// Hidden numbers that could not be worked out, each with the count it is measured from.
///
/// Where more is hidden, less can be worked out: they need not be looked at again until the last audit.
#[derive(Debug, Clone, Default)]
pub struct Passed(BTreeSet<(Name, u64)>);

/// What a reader could work out from released rows.
///
/// # Definition
/// For every hidden count, for every difference of two counts of a curve, and for whoever is left when the parts of a
/// total are taken from it: the range of whole numbers that agree with everything published. That of a hidden count
/// must hold all of 1 to `threshold`, or lie above it, or be 0 alone; that of a difference or a remainder, which no
/// table has, may also begin anywhere if it reaches above the threshold.
///
/// # Input
/// Released rows as they are published, the rows of earlier releases, and which endpoints are made of each other.
///
/// # Returns
/// The counts for which that does not hold; nothing where the rows may be published.
///
/// # References
/// Hundepool et al., *Statistical Disclosure Control*, Wiley 2012, chapter 4 (feasibility intervals of suppressed
/// cells); Fischetti and Salazar, *Management Science* 47 (2001) 1008-1027 (auditing by linear programming).
pub fn audit(rows: &[Row], policy: &Policy, known: Known<'_>) -> Audited {
    audit_beside(rows, policy, known, Passed::default())
}

/// The same, but for numbers that passed when less was hidden.
pub(super) fn audit_beside(rows: &[Row], policy: &Policy, known: Known<'_>, passed: Passed) -> Audited {
    let mut book = Book::read(rows);
    let mut found = structure::unsupported(rows, &book, policy);
    for before in known.earlier {
        found.extend(book.compare(&Book::read(before), policy));
    }
    percentages::write(&mut book, rows);
    laws::write(&mut book, known);
    nested::write(&mut book, known.nested);
    let threshold = policy.threshold as f64;
    let mut audited = Audited { book, found, passed, threshold };
    audited.judge();
    audited
}

impl Audited {
    /// What could be worked out, in order.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.found.iter().map(|found| found.finding.clone()).collect();
        findings.sort();
        findings.dedup();
        findings
    }

    /// What could not be worked out.
    pub(super) fn passed(self) -> Passed {
        self.passed
    }

    /// Asks of every hidden number what it can be.
    fn judge(&mut self) {
        let (book, enough) = (&self.book, self.threshold);
        // A hidden count that follows a told one of its curve is measured from there.
        let key = |number: usize| (book.names[number].clone(), book.base(number).to_bits());
        let needed = |number: usize| {
            if book.is_change(number) {
                return Range { low: -enough - 1.0, high: enough + 1.0 };
            }
            let beyond = if book.is_between(number) { 1.0 } else { 0.0 };
            Range { low: book.base(number) + 1.0, high: book.base(number) + enough + beyond }
        };
        let wanted: BTreeMap<usize, Range> =
            book.judged().into_iter().map(|number| (number, needed(number))).collect();
        let settled = wanted.keys().copied().filter(|number| self.passed.0.contains(&key(*number)));
        let settled: BTreeSet<usize> = settled.collect();
        for (number, range) in book.system.ranges(&wanted, &settled) {
            let why = match &range {
                // Up or down, one end is enough, and it was seen.
                Ok(Range { low, high }) | Err(Unsolved::Unproven(Range { low, high }))
                    if book.is_change(number) && (*high > enough || *low < -enough) =>
                {
                    None
                }
                Ok(range) => {
                    let (low, high) = (range.low - book.base(number), range.high - book.base(number));
                    let hidden = (low <= 1.0 && high >= enough) || low > enough || high == 0.0;
                    // What no table tells must not be known to be small.
                    let open = hidden || (book.is_between(number) && high > enough);
                    (!open).then_some("can be worked out")
                }
                Err(Unsolved::Contradiction) => Some("contradicts what is told elsewhere"),
                Err(Unsolved::Failed | Unsolved::Unproven(_)) => Some("could not be judged"),
            };
            match why {
                None => {
                    self.passed.0.insert(key(number));
                }
                Some(why) => {
                    let finding = book.finding(number, why);
                    let shown = match range {
                        Ok(range) | Err(Unsolved::Unproven(range)) => Some(range),
                        Err(_) => None,
                    };
                    self.found.push(Found { finding, at: At::Hidden(number, shown) });
                }
            }
        }
    }

    /// The places of rows to hide; none where hiding single rows does not help. It is advice: what is made of it is
    /// audited again. `tried` is how often something was hidden for a finding before.
    pub(super) fn remedy(&self, tried: &BTreeMap<Finding, usize>) -> Vec<usize> {
        remedy::of(&self.book, (&self.found, self.threshold), tried)
    }
}

#[cfg(test)]
mod tests;
