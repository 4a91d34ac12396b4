//! Endpoints that are made of each other: deaths without relapse are deaths.

use std::collections::BTreeSet;

use super::book::{Book, Name, TREATED, What};
use crate::study::{CausesOf, Nested};

/// Adds that no part is more than its whole, and that the others of the whole, which no table has, are not known to be
/// few.
pub(super) fn write(book: &mut Book, nested: &[Nested]) {
    for one in nested {
        let first = one.part.causes.first().map_or("", String::as_str);
        let of_part: BTreeSet<Name> = book
            .names
            .iter()
            .filter(|name| {
                name.subject == one.part.endpoint
                    && name.population == TREATED
                    && matches!(&name.what, What::Events(cause, time)
                        if cause == first && (time.is_none() || !one.in_the_end))
            })
            .cloned()
            .collect();
        for name in of_part {
            compare(book, &name, one);
        }
    }
}

fn compare(book: &mut Book, name: &Name, nested: &Nested) {
    let What::Events(_, time) = &name.what else { return };
    let numbers = |book: &Book, of: &CausesOf| -> Option<Vec<usize>> {
        let causes: Vec<&str> =
            if of.causes.is_empty() { vec![""] } else { of.causes.iter().map(String::as_str).collect() };
        let find = |cause: &str| {
            let what = What::Events(cause.to_owned(), *time);
            book.index.get(&Name { subject: of.endpoint.clone(), what, ..name.clone() }).copied()
        };
        causes.into_iter().map(find).collect()
    };
    let (Some(part), Some(whole)) = (numbers(book, &nested.part), numbers(book, &nested.whole)) else {
        return;
    };
    if part.iter().chain(&whole).all(|number| book.told(*number).is_none()) {
        // Of numbers none of which is told this says too little.
        return;
    }
    let when = time.map_or(String::new(), |time| format!(" by {}", f64::from_bits(time)));
    let causes = |of: &CausesOf| format!("{} {}", of.endpoint, of.causes.join(", ")).trim().to_owned();
    let what = format!("events of {} that are none of {}{when}", causes(&nested.whole), causes(&nested.part));
    let rest = book.rest(name, what);
    let mut terms: Vec<(usize, f64)> = whole.into_iter().map(|number| (number, 1.0)).collect();
    terms.extend(part.into_iter().chain([rest]).map(|number| (number, -1.0)));
    book.system.constrain(terms, 0.0, 0.0);
}
