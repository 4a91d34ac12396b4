//! Endpoints that are made of each other: deaths without relapse are deaths.

use std::collections::BTreeSet;

use super::book::{Book, Name, TREATED, What};
use super::laws::between;
use crate::domain::Group;
use crate::study::{CausesOf, Counted, Nested};

/// Adds that no part is more than its whole, and that the others of the whole, which no table has, are not known to be
/// few.
pub(super) fn write(book: &mut Book, nested: &[Nested]) {
    for one in nested {
        let first = one.part.causes.first().map_or("", String::as_str);
        let is_part = |what: &What| match (what, one.part.counted) {
            (What::N, Counted::Patients) | (What::AtRisk(_), Counted::AtRisk) => true,
            (What::Other(level), Counted::Status) => level == first,
            (What::Events(cause, time), Counted::Events) => {
                let until = one.part.until.map(|day| f64::from(day).to_bits());
                cause == first
                    && if until.is_some() { *time == until } else { time.is_none() || !one.in_the_end }
            }
            _ => false,
        };
        let of_part: BTreeSet<Name> = book
            .names
            .iter()
            .filter(|name| {
                name.subject == one.part.endpoint && name.population == TREATED && is_part(&name.what)
            })
            .cloned()
            .collect();
        for name in of_part {
            compare(book, &name, one);
        }
    }
}

fn compare(book: &mut Book, name: &Name, nested: &Nested) {
    let time = match &name.what {
        What::Events(_, time) => *time,
        What::AtRisk(time) => Some(*time),
        _ => None,
    };
    let numbers = |book: &Book, of: &CausesOf| -> Option<Vec<usize>> {
        let causes: Vec<&str> =
            if of.causes.is_empty() { vec![""] } else { of.causes.iter().map(String::as_str).collect() };
        let what = |cause: &str| match of.counted {
            Counted::Patients => What::N,
            Counted::Status => What::Other(cause.to_owned()),
            Counted::Events => What::Events(cause.to_owned(), time),
            Counted::AtRisk => What::AtRisk(time.unwrap_or_default()),
        };
        let find = |cause: &str| {
            book.index.get(&Name { subject: of.endpoint.clone(), what: what(cause), ..name.clone() }).copied()
        };
        causes.into_iter().map(find).collect()
    };
    let (Some(part), Some(whole)) = (numbers(book, &nested.part), numbers(book, &nested.whole)) else {
        return;
    };
    if counts_fewer(book, name, nested) {
        return;
    }
    let mut all = part.iter().chain(&whole);
    // Of numbers none of which is told this says too little, and so it does of those at risk where one is not.
    let says_enough = match nested.part.counted {
        Counted::AtRisk => all.all(|number| book.told(*number).is_some()),
        _ => all.any(|number| book.told(*number).is_some()),
    };
    if !says_enough {
        return;
    }
    let when = time.map_or(String::new(), |time| format!(" by {}", f64::from_bits(time)));
    let causes = |of: &CausesOf| match of.counted {
        Counted::Patients => format!("patients of {}", of.endpoint),
        Counted::AtRisk => format!("patients at risk of {}", of.endpoint),
        Counted::Status => format!("{} of {}", of.causes.join(", "), of.endpoint),
        Counted::Events => format!("events of {} {}", of.endpoint, of.causes.join(", ")).trim().to_owned(),
    };
    let what = format!("{} that are none of {}{when}", causes(&nested.whole), causes(&nested.part));
    let counts = |of: &CausesOf| of.counted == Counted::Patients;
    if counts(&nested.whole) && !counts(&nested.part) {
        // What ends an endpoint before it begins differs, so that either may be more.
        let all: Vec<usize> = part.iter().chain(&whole).copied().collect();
        if all.iter().all(|number| book.told(*number).is_some()) {
            between(book, (name, what), whole[0], part.into_iter().map(|number| (number, -1.0)).collect());
        }
        return;
    }
    let rest = book.rest(name, what);
    let mut terms: Vec<(usize, f64)> = whole.into_iter().map(|number| (number, 1.0)).collect();
    terms.extend(part.into_iter().chain([rest]).map(|number| (number, -1.0)));
    book.system.constrain(terms, 0.0, 0.0);
}

/// Whether fewer patients are counted for the whole than for the part, so that one of the part may be none of the whole.
///
/// Where the numbers of a group are hidden, those of everybody say so. What has happened by a day makes a status only
/// where that is due for all.
fn counts_fewer(book: &Book, name: &Name, nested: &Nested) -> bool {
    if [nested.part.counted, nested.whole.counted].contains(&Counted::Patients) {
        return false;
    }
    let patients = |of: &CausesOf, line: &Name| {
        let all = Name { subject: of.endpoint.clone(), what: What::N, ..line.clone() };
        book.index.get(&all).and_then(|number| book.told(*number))
    };
    let everybody = Name { by: String::new(), group: Group::everybody(), ..name.clone() };
    let known: Vec<(f64, f64)> = [name, &everybody]
        .into_iter()
        .filter_map(|line| patients(&nested.part, line).zip(patients(&nested.whole, line)))
        .collect();
    let due = nested.part.until.is_none() || known.iter().any(|(part, whole)| part == whole);
    !due || known.iter().any(|(part, whole)| whole < part)
}
