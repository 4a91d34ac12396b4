//! What to hide so that what was found cannot be worked out any more, at the least loss.

use std::collections::{BTreeMap, BTreeSet};

use super::book::{Book, Name, What};
use super::system::opening::{Goal, Opening, Prices, TOO_DEAR, unequal};
use super::system::{Assignment, Range};
use super::{At, Finding, Found};

/// What to hide: for each finding the cheapest, beside what is hidden for the others. `tried` is how often something
/// was hidden for a finding before.
pub(super) fn of(
    book: &Book,
    (found, enough): (&[Found], f64),
    tried: &BTreeMap<Finding, usize>,
) -> Vec<usize> {
    let planner = Planner { book, enough, touching: book.system.touching(), from: book.system.anywhere() };
    let most = found.iter().filter_map(|one| tried.get(&one.finding)).max().copied().unwrap_or(0);
    // The more often something was tried, the more is tried at once.
    for more in 0..TRIES.len().saturating_sub(most).max(1) {
        let rows = planner.rows(found, |finding| tried.get(finding).copied().unwrap_or(0) + more);
        if !rows.is_empty() {
            return rows;
        }
    }
    Vec::new()
}

/// By how many patients more than need be a number is opened, and how many constraints around it are looked at: more
/// of both where less does not help, since fractions may open what whole numbers do not, and proofs may be long.
const TRIES: [(f64, usize); 5] = [(0.0, 160), (0.0, 500), (1.0, 4000), (3.0, 4000), (10.0, 8000)];
/// Of so few findings each is looked at more closely from the first.
const FEW: usize = 20;
const CLOSELY: usize = 4000;

struct Planner<'a> {
    book: &'a Book,
    enough: f64,
    touching: Vec<Vec<usize>>,
    /// Some numbers that agree with everything.
    from: Assignment,
}

impl Planner<'_> {
    fn rows(&self, found: &[Found], tries: impl Fn(&Finding) -> usize) -> Vec<usize> {
        let mut plan = Plan { planner: self, prices: self.prices(), rows: BTreeSet::new() };
        for one in in_order(found) {
            match one.at {
                At::Row(place) => {
                    plan.rows.insert(place);
                }
                At::Small(number) => {
                    plan.hide(&Opening { numbers: BTreeSet::from([number]), ..Opening::default() });
                }
                At::Hidden(number, Some(range)) => {
                    let (wider, near) = TRIES[tries(&one.finding).min(TRIES.len() - 1)];
                    let near = if found.len() <= FEW { near.max(CLOSELY) } else { near };
                    for goal in self.goals((number, range), wider) {
                        let around = ((self.touching.as_slice(), near), &self.from);
                        let opening = self.book.system.opening(around, (number, goal), &plan.prices);
                        plan.hide(&opening.unwrap_or_default());
                    }
                }
                At::Hidden(_, None) | At::Comparison => {}
            }
        }
        plan.rows.into_iter().collect()
    }

    fn prices(&self) -> Prices {
        let mut prices = Prices::default();
        // By name, so that the order of the rows does not matter.
        for (rank, (name, number)) in self.book.index.iter().enumerate() {
            let hideable = self.book.rows.contains_key(number) && !self.book.told_before.contains(number);
            if let Some(value) = self.book.told(*number).filter(|_| hideable) {
                prices.numbers.insert(*number, price(self.book, name, value) * unequal(rank));
            }
        }
        prices
    }

    /// What a number has to be able to be and is not.
    fn goals(&self, (number, range): (usize, Range), wider: f64) -> Vec<Goal> {
        let base = self.book.base(number);
        if self.book.is_between(number) {
            return vec![Goal::AtLeast(base + self.enough + 1.0 + wider)];
        }
        let mut goals = Vec::new();
        if range.low > base + 1.0 {
            goals.push(Goal::AtMost((base + 1.0 - wider).max(base)));
        }
        if range.high < base + self.enough {
            goals.push(Goal::AtLeast(base + self.enough + wider));
        }
        goals
    }
}

/// The findings by their names.
fn in_order(found: &[Found]) -> Vec<&Found> {
    let mut found: Vec<&Found> = found.iter().collect();
    found.sort_by(|one, other| one.finding.cmp(&other.finding));
    found
}

struct Plan<'a> {
    planner: &'a Planner<'a>,
    prices: Prices,
    rows: BTreeSet<usize>,
}

impl Plan<'_> {
    /// Hides numbers and estimates: from now on they cost nothing. With a number go the estimates made of it.
    fn hide(&mut self, opening: &Opening) {
        let Planner { book, touching, .. } = self.planner;
        for number in &opening.numbers {
            self.prices.numbers.insert(*number, 0.0);
            self.rows.extend(book.rows.get(number).into_iter().flatten());
            let around = touching[*number].iter().map(|place| &book.system.constraints[*place]);
            self.prices.free_estimates.extend(around.filter_map(|constraint| constraint.told_by));
        }
        for mark in &opening.estimates {
            self.prices.free_estimates.insert(*mark);
            self.rows.extend(&book.estimates[*mark]);
        }
    }
}

/// The price of a number: what goes with it, and how much it is wanted.
fn price(book: &Book, name: &Name, value: f64) -> f64 {
    let kind = match &name.what {
        What::N => 60.0,
        What::Events(_, None) => 20.0,
        What::Events(_, Some(time)) if book.asked.contains(time) => 8.0,
        What::Events(..) | What::AtRisk(_) | What::Censored(_) => 1.0,
        What::Other(_) | What::Rest(_) => 10.0,
    };
    // What competes is wanted less than what an endpoint is about.
    let beside = matches!(&name.what, What::Events(cause, _)
        if book.interests.get(&name.subject).is_some_and(|interest| interest != cause));
    let kind = if beside { kind / 2.0 } else { kind };
    let width = match (name.by.is_empty(), name.by.contains(',')) {
        (true, _) => 40.0,
        (false, false) => 4.0,
        (false, true) => 1.0,
    };
    // The number of treated patients, by itself and as the last step of the flow, is what all else is a part of.
    let last = book.steps.last().map(|step| format!("left after {step}"));
    let treated = name.subject.is_empty()
        && name.by.is_empty()
        && match &name.what {
            What::N => true,
            What::Other(step) => Some(step) == last.as_ref(),
            _ => false,
        };
    if treated { 2.0 * TOO_DEAR } else { kind * width * (1.0 + value / 1000.0) }
}
