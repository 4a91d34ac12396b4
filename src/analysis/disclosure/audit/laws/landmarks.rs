//! From a landmark on: whoever is not among those had the event by then, or was followed no longer.

use std::collections::BTreeSet;

use super::between;
use crate::analysis::disclosure::audit::book::{Book, Name, What};

/// Patients left out by a landmark, less those of them who had an event: nobody may know that they are few.
pub(super) fn followed_no_longer(book: &mut Book, line: &Name) {
    let Some((whole, _)) = line.subject.rsplit_once('@').filter(|(whole, _)| !whole.contains('#')) else {
        return;
    };
    let wider = Name { subject: whole.to_owned(), ..line.clone() };
    let (Some((all, events)), Some((left, later))) = (followed(book, &wider), followed(book, line)) else {
        return;
    };
    if events.len() != later.len() {
        return;
    }
    let mut terms = vec![(left, -1.0)];
    terms.extend(events.into_iter().map(|number| (number, -1.0)));
    terms.extend(later.into_iter().map(|number| (number, 1.0)));
    between(book, (line, "followed no longer by the landmark".to_owned()), all, terms);
}

/// The patients of a line and its events of every cause over all of follow-up.
fn followed(book: &Book, line: &Name) -> Option<(usize, Vec<usize>)> {
    let patients = book.index.get(line).copied()?;
    let causes: BTreeSet<&str> = book
        .of_line(line)
        .filter_map(|(name, _)| match &name.what {
            What::Events(cause, _) => Some(cause.as_str()),
            _ => None,
        })
        .collect();
    let number = |cause: &&str| {
        let what = What::Events((*cause).to_owned(), None);
        book.index.get(&Name { what, ..line.clone() }).copied()
    };
    let events: Vec<usize> = causes.iter().map(number).collect::<Option<_>>()?;
    (!events.is_empty()).then_some((patients, events))
}
