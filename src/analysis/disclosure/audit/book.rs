//! Every count that released rows speak of, told or hidden.

use std::collections::{BTreeMap, BTreeSet};

use super::system::{MOST, Range, System};
use super::{At, Finding, Found};
use crate::analysis::ard::Row;
use crate::analysis::disclosure::Policy;
use crate::domain::Group;

/// What a number is: of whom, of what, when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) subject: String,
    pub(super) population: String,
    pub(super) by: String,
    pub(super) group: Group,
    pub(super) what: What,
}

/// What is counted. Times are bits, which are in the order of the times.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    N,
    /// Events of a cause to a time; without one, to the end.
    Events(String, Option<u64>),
    Censored(u64),
    AtRisk(u64),
    /// A status, a level, a step of the flow, a reason.
    Other(String),
    /// What is left of a total.
    Rest(String),
}

/// The numbers of a release and what is known of them.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) system: System,
    pub(super) names: Vec<Name>,
    pub(super) index: BTreeMap<Name, usize>,
    /// Steps of the flow, in order.
    pub(super) steps: Vec<String>,
    /// The groups that have a number of patients, by endpoint, population and comparison.
    groups: BTreeMap<(String, String, String), BTreeSet<Group>>,
    judged: BTreeSet<usize>,
    bases: BTreeMap<usize, f64>,
    /// The rows that tell a number.
    pub(super) rows: BTreeMap<usize, Vec<usize>>,
    /// The rows of each estimate that tells a constraint.
    pub(super) estimates: Vec<Vec<usize>>,
    /// Numbers that an earlier release tells: to hide them does not help.
    pub(super) told_before: BTreeSet<usize>,
    /// The times of the tables.
    pub(super) asked: BTreeSet<u64>,
    /// The first cause of each endpoint with competing events.
    pub(super) interests: BTreeMap<String, String>,
    /// The variables of each model.
    pub(super) models: BTreeMap<String, BTreeSet<String>>,
    /// Changes since an earlier release, up or down.
    changes: BTreeSet<usize>,
    /// How many earlier releases there are.
    releases: usize,
}

pub(super) const TREATED: &str = "treated";
pub(super) const EVALUABLE: &str = "evaluable";
/// The status of who has not responded. Of all treated it is also that of who could not be judged.
pub(super) const NO_RESPONSE: &str = "NR";
/// What may happen more than once is counted, but patients are not.
pub(super) const EPISODES: &str = "episodes";

/// The endpoint of a row, with its landmark; a model is an endpoint of its own.
pub(super) fn subject_of(row: &Row) -> String {
    let id = &*row.analysis_id;
    match &*row.analysis {
        "flow" | "baseline" | "ingest" => String::new(),
        "cox" | "finegray" => id.to_owned(),
        _ => id.split([':', '#']).next().unwrap_or_default().to_owned(),
    }
}

impl Book {
    pub(super) fn read(rows: &[Row]) -> Self {
        let of_table = rows.iter().filter(|row| !row.analysis_id.contains('#'));
        let asked = of_table.filter_map(|row| row.time.map(f64::to_bits)).collect();
        let mut book = Self { interests: interests(rows), models: models(rows), asked, ..Self::default() };
        for (place, row) in rows.iter().enumerate() {
            let Some(name) = name(row, &book.interests) else { continue };
            if let ("flow", Some(step)) = (&*row.analysis, &row.term)
                && !book.steps.iter().any(|known| **known == **step)
            {
                book.steps.push(step.to_string());
            }
            let number = book.number(name);
            match row.value {
                Some(value) => {
                    book.system.numbers[number] = Range::only(value);
                    book.rows.entry(number).or_default().push(place);
                }
                None => {
                    book.judged.insert(number);
                }
            }
        }
        // What one row hides and another tells is told.
        let told: Vec<usize> =
            book.judged.iter().copied().filter(|number| book.told(*number).is_some()).collect();
        for number in told {
            book.judged.remove(&number);
        }
        book
    }

    /// The number of a name; a new one is unknown.
    pub(super) fn number(&mut self, name: Name) -> usize {
        if let Some(number) = self.index.get(&name) {
            return *number;
        }
        let number = self.system.number(Range::COUNT);
        if name.what == What::N {
            let comparison = (name.subject.clone(), name.population.clone(), name.by.clone());
            self.groups.entry(comparison).or_default().insert(name.group.clone());
        }
        self.names.push(name.clone());
        self.index.insert(name, number);
        number
    }

    /// Notes the rows of an estimate that tells constraints.
    pub(super) fn estimate(&mut self, rows: Vec<usize>) -> usize {
        self.estimates.push(rows);
        self.estimates.len() - 1
    }

    /// A number that no row tells, but whose size must not come out.
    pub(super) fn rest(&mut self, of: &Name, what: String) -> usize {
        let number = self.number(Name { what: What::Rest(what), ..of.clone() });
        self.judged.insert(number);
        number
    }

    /// A number that no row tells, which must not come out.
    pub(super) fn judge(&mut self, number: usize) {
        if self.told(number).is_none() {
            self.judged.insert(number);
        }
    }

    /// Gives up a number of which nothing is said.
    pub(super) fn leave(&mut self, number: usize) {
        self.judged.remove(&number);
    }

    pub(super) fn told(&self, number: usize) -> Option<f64> {
        let Range { low, high } = self.system.numbers[number];
        (low == high).then_some(low)
    }

    /// All that is counted of a group: its number of patients comes first.
    pub(super) fn of_line<'s>(&'s self, line: &'s Name) -> impl Iterator<Item = (&'s Name, usize)> {
        let first = Name { what: What::N, ..line.clone() };
        let same = |name: &Name| {
            (&name.subject, &name.population, &name.by, &name.group)
                == (&line.subject, &line.population, &line.by, &line.group)
        };
        self.index
            .range(first..)
            .take_while(move |(name, _)| same(name))
            .map(|(name, number)| (name, *number))
    }

    /// The groups of the comparison of a name, each by its number of patients.
    pub(super) fn groups(&self, of: &Name) -> Vec<Name> {
        let comparison = (of.subject.clone(), of.population.clone(), of.by.clone());
        let groups = self.groups.get(&comparison).into_iter().flatten();
        groups.map(|group| Name { group: group.clone(), what: What::N, ..of.clone() }).collect()
    }

    pub(super) fn judged(&self) -> Vec<usize> {
        self.judged.iter().copied().collect()
    }

    /// Whether a number is a change since an earlier release, which may be up or down.
    pub(super) fn is_change(&self, number: usize) -> bool {
        self.changes.contains(&number)
    }

    /// From where a number is measured.
    pub(super) fn base(&self, number: usize) -> f64 {
        self.bases.get(&number).copied().unwrap_or(0.0)
    }

    /// Whether a number lies between others: a remainder, or what has happened since a time that is told.
    pub(super) fn is_between(&self, number: usize) -> bool {
        matches!(self.names[number].what, What::Rest(_)) || self.base(number) > 0.0
    }

    pub(super) fn measure_from(&mut self, number: usize, base: f64) {
        self.bases.insert(number, base);
    }

    pub(super) fn finding(&self, number: usize, why: &str) -> Finding {
        finding(&self.names[number], why)
    }

    /// What an earlier release tells besides.
    ///
    /// A count that both tell must not differ by few. What the earlier one tells of the parts of a total that has
    /// not changed is still true. Levels that have changed cannot be compared.
    pub(super) fn compare(&mut self, before: &Self, policy: &Policy) -> Vec<Found> {
        let mut findings = Vec::new();
        for (name, number) in &before.index {
            let (Some(now), Some(then)) = (self.index.get(name).copied(), before.told(*number)) else {
                continue;
            };
            if let Some(value) = self.told(now) {
                let change = (value - then).abs();
                if change > 0.0 && change <= policy.threshold as f64 {
                    let finding = self.finding(now, "differs from an earlier release by few");
                    findings.push(Found { finding, at: At::Small(now) });
                }
            }
            let whole = Name { by: String::new(), group: Group::everybody(), ..name.clone() };
            let total = |book: &Self| book.index.get(&whole).and_then(|number| book.told(*number));
            if total(self).is_some() && total(self) == total(before) && !name.by.is_empty() {
                self.told_before.insert(now);
                if self.told(now).is_none() {
                    self.system.numbers[now] = Range::only(then);
                }
            }
            if self.told(now).is_none() {
                self.change(name, now, then);
            }
        }
        self.releases += 1;
        let levels = |book: &Self| {
            let mut levels: BTreeMap<(String, String), BTreeSet<Group>> = BTreeMap::new();
            for name in book.names.iter().filter(|name| name.what == What::N && !name.by.is_empty()) {
                levels.entry((name.subject.clone(), name.by.clone())).or_default().insert(name.group.clone());
            }
            levels
        };
        let old = levels(before);
        for ((subject, by), groups) in levels(self) {
            if old.get(&(subject.clone(), by.clone())).is_some_and(|old| *old != groups) {
                let cell = format!("{subject} by {by}: has other groups than in an earlier release");
                let finding = Finding { subject, comparison: Some(by), cell };
                findings.push(Found { finding, at: At::Comparison });
            }
        }
        findings
    }
}

impl Book {
    /// By how much a hidden number differs from what an earlier release tells of it: neither up nor down by few.
    fn change(&mut self, name: &Name, now: usize, then: f64) {
        let what = format!("change of {} since earlier release {}", label(name), self.releases + 1);
        let change = self.rest(name, what);
        self.system.numbers[change] = Range { low: -MOST, high: MOST };
        self.system.constrain(vec![(now, 1.0), (change, -1.0)], then, then);
        self.changes.insert(change);
    }
}

/// What is counted, in words.
pub(super) fn label(name: &Name) -> String {
    match &name.what {
        What::N => "patients".to_owned(),
        What::Events(cause, None) => format!("events {cause}"),
        What::Events(cause, Some(time)) => format!("events {cause} by {}", f64::from_bits(*time)),
        What::Censored(time) => format!("censored by {}", f64::from_bits(*time)),
        What::AtRisk(time) => format!("at risk at {}", f64::from_bits(*time)),
        What::Other(text) | What::Rest(text) => text.clone(),
    }
}

/// The variables of each model, by the rows of its terms.
fn models(rows: &[Row]) -> BTreeMap<String, BTreeSet<String>> {
    let mut models: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let terms = rows.iter().filter(|row| matches!(&*row.analysis, "cox" | "finegray") && row.time.is_none());
    for row in terms {
        if let Some(term) = &row.term {
            let variable = term.split(':').next().unwrap_or_default();
            models.entry(subject_of(row)).or_default().insert(variable.to_owned());
        }
    }
    models
}

fn finding(name: &Name, why: &str) -> Finding {
    let when = |time: &u64| format!(" at {}", f64::from_bits(*time));
    let what = match &name.what {
        What::N => "number of patients".to_owned(),
        What::Events(cause, time) => {
            format!("events {cause}{}", time.as_ref().map(when).unwrap_or_default()).trim().replace("  ", " ")
        }
        What::Censored(time) => format!("censored{}", when(time)),
        What::AtRisk(time) => format!("at risk{}", when(time)),
        What::Other(text) | What::Rest(text) => text.clone(),
    };
    let subject = if name.subject.is_empty() { "cohort" } else { &name.subject };
    let population =
        if name.population == TREATED { String::new() } else { format!(" ({})", name.population) };
    Finding {
        subject: name.subject.clone(),
        comparison: (!name.by.is_empty()).then(|| name.by.clone()),
        cell: format!("{subject}{population}, {}: {what} {why}", name.group),
    }
}

/// The first cause of each endpoint with competing events.
fn interests(rows: &[Row]) -> BTreeMap<String, String> {
    let mut first = BTreeMap::new();
    for row in rows.iter().filter(|row| &*row.analysis == "cif") {
        if let Some(cause) = &row.cause {
            first.entry(subject_of(row)).or_insert_with(|| cause.to_string());
        }
    }
    for row in rows.iter().filter(|row| &*row.analysis == "recurrent") {
        first.insert(subject_of(row), EPISODES.to_owned());
    }
    first
}

/// What a row counts, if it counts patients or events.
fn name(row: &Row, interest: &BTreeMap<String, String>) -> Option<Name> {
    let subject = subject_of(row);
    let bits = row.time.map(f64::to_bits);
    let text = |part: &Option<std::sync::Arc<str>>| part.as_deref().unwrap_or_default().to_owned();
    let what = match (&*row.stat, &*row.analysis) {
        (_, "ingest") => return None,
        (_, design) if design.starts_with("design-") => return None,
        ("n", "flow") => What::Other(format!("left after {}", text(&row.term))),
        ("n_excluded", "flow") => What::Other(format!("left out by {}", text(&row.term))),
        ("n", "baseline") if row.term.is_some() => What::Other(text(&row.term)),
        ("n_missing", _) => What::Other(format!("without {}", text(&row.term))),
        ("n", _) => What::N,
        ("events" | "n_event", "recurrent") => What::Events(EPISODES.to_owned(), bits),
        ("n_terminal", _) => What::Events("terminal".to_owned(), bits),
        ("events", "rate") => What::Events(interest.get(&subject).cloned().unwrap_or_default(), bits),
        ("observed", _) => {
            let cause =
                row.cause.as_ref().map(ToString::to_string).or_else(|| interest.get(&subject).cloned());
            What::Events(cause.unwrap_or_default(), None)
        }
        ("events" | "n_event", _) => What::Events(text(&row.cause), bits),
        ("n_censor", _) => What::Censored(bits?),
        ("n_risk", "km" | "cif" | "recurrent") => What::AtRisk(bits?),
        ("x", _) => What::Other(text(&row.cause)),
        (reason, "endpoint") => What::Other(reason.to_owned()),
        (other, _) if other.starts_with("n_") => What::Other(other.to_owned()),
        _ => return None,
    };
    Some(Name {
        subject,
        population: row.population.as_deref().unwrap_or(TREATED).to_owned(),
        by: text(&row.comparison),
        group: (*row.group).clone(),
        what,
    })
}
