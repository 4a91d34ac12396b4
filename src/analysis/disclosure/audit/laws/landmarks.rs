//! From a landmark on: whoever is not among those had the event by then, or was followed no longer.

use std::collections::BTreeMap;

use super::between;
use crate::analysis::disclosure::audit::book::{Book, Name, What};

/// Events before a landmark, by any time that tells them, and patients left out without one: neither may be known to
/// be few.
pub(super) fn followed_no_longer(book: &mut Book, line: &Name) {
    let Some((whole, day)) = line.subject.rsplit_once('@').filter(|(whole, _)| !whole.contains('#')) else {
        return;
    };
    let wider = Name { subject: whole.to_owned(), ..line.clone() };
    let Some((all, left)) = book.index.get(&wider).copied().zip(book.index.get(line).copied()) else {
        return;
    };
    let (events, later) = (events(book, &wider), events(book, line));
    if events.is_empty() || events.keys().ne(later.keys()) {
        return;
    }
    let mut terms = vec![(left, -1.0)];
    for (cause, times) in &events {
        let before = book.rest(line, format!("events {cause} before the landmark"));
        terms.push((before, -1.0));
        for (time, number) in times {
            let same = later[cause].get(time).copied();
            // Of two unknown numbers this says too little to be worth a larger programme.
            let told = |number: &usize| book.told(*number).is_some();
            if let Some(same) = same.filter(|same| told(same) || told(number)) {
                book.system.constrain(vec![(*number, 1.0), (same, -1.0), (before, -1.0)], 0.0, 0.0);
            } else if day.parse().ok().map(f64::to_bits) == *time {
                book.system.constrain(vec![(*number, 1.0), (before, -1.0)], 0.0, 0.0);
            }
        }
    }
    between(book, (line, "followed no longer by the landmark".to_owned()), all, terms);
}

/// The events of each cause of a line, by time.
fn events(book: &Book, line: &Name) -> BTreeMap<String, BTreeMap<Option<u64>, usize>> {
    let mut found: BTreeMap<String, BTreeMap<Option<u64>, usize>> = BTreeMap::new();
    for (name, number) in book.of_line(line) {
        if let What::Events(cause, time) = &name.what {
            found.entry(cause.clone()).or_default().insert(*time, number);
        }
    }
    found
}
