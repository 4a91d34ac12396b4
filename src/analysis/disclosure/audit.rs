//! The auditor: what a reader could work out from released rows.
//!
//! It shares no code with the suppressor and is given nothing but what is published: the rows of this release and
//! of those before it. Every count, told or hidden, is a whole number; sums, orders, percentages, limits and steps
//! of curves are constraints on them; an integer programme gives what each hidden one can be.

mod book;
mod laws;
mod percentages;
mod structure;
mod system;

use std::collections::BTreeSet;

use super::{Policy, Withdrawn};
use crate::analysis::ard::Row;
use book::Book;
use system::Unsolved;

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

impl Finding {
    /// What to leave out so that it cannot be worked out: the comparison, and if that was left out already, all
    /// of the endpoint.
    pub fn remedy(&self, withdrawn: &BTreeSet<Withdrawn>) -> Withdrawn {
        let subject = self.subject.split(['#', '~']).next().unwrap_or_default().to_owned();
        let comparison = self.comparison.clone();
        let comparison_alone = Withdrawn { subject: subject.clone(), comparison };
        let whole = self.comparison.is_none() || withdrawn.contains(&comparison_alone);
        if whole { Withdrawn { subject, comparison: None } } else { comparison_alone }
    }
}

/// What a reader could work out from released rows.
///
/// # Definition
/// For every hidden count, for every difference of two counts of a curve, and for whoever is left when the parts of a
/// total are taken from it: the range of whole numbers that agree with everything published. That of a hidden count
/// must hold all of 1 to `threshold`, or lie above it, or be 0 alone; that of a difference or a remainder, which no
/// table has, must be 0 alone or reach above the threshold.
///
/// # Input
/// Released rows as they are published, and the rows of earlier releases.
///
/// # Returns
/// The counts for which that does not hold, in order; nothing where the rows may be published.
///
/// # References
/// Hundepool et al., *Statistical Disclosure Control*, Wiley 2012, chapter 4 (feasibility intervals of suppressed
/// cells); Fischetti and Salazar, *Management Science* 47 (2001) 1008-1027 (auditing by linear programming).
pub fn audit(rows: &[Row], policy: &Policy, earlier: &[Vec<Row>]) -> Vec<Finding> {
    let mut book = Book::read(rows);
    let mut findings = structure::unsupported(rows, &book, policy);
    for before in earlier {
        findings.extend(book.compare(&Book::read(before), policy));
    }
    percentages::write(&mut book, rows);
    laws::write(&mut book);
    findings.extend(judge(&book, policy));
    findings.sort();
    findings.dedup();
    findings
}

fn judge(book: &Book, policy: &Policy) -> Vec<Finding> {
    let enough = policy.threshold as f64;
    // A hidden count that follows a told one of its curve is measured from there.
    let wanted: Vec<(usize, f64)> =
        book.judged().into_iter().map(|number| (number, book.base(number))).collect();
    let ranges = book.system.ranges(&wanted, enough);
    let mut findings = Vec::new();
    for (number, range) in ranges {
        let finding = match range {
            Ok(range) => {
                let (low, high) = (range.low - book.base(number), range.high - book.base(number));
                let hidden = (low <= 1.0 && high >= enough) || low > enough || high == 0.0;
                // What no table tells must not be known to be small.
                let open = if book.is_between(number) { high > enough || high == 0.0 } else { hidden };
                (!open).then_some("can be worked out")
            }
            Err(Unsolved::Contradiction) => Some("contradicts what is told elsewhere"),
            Err(Unsolved::Failed) => Some("could not be judged"),
        };
        findings.extend(finding.map(|why| book.finding(number, why)));
    }
    findings
}

#[cfg(test)]
mod tests;
