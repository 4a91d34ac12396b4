//! From a landmark on: whoever is not among those had the event by then, or was followed no longer.

use std::collections::{BTreeMap, BTreeSet};

use super::{between, label, of_line, split};
use crate::analysis::disclosure::audit::book::{Book, Name, What};

/// Events before a landmark, by any time that tells them, and patients left out without one: neither may be known to
/// be few.
pub(super) fn followed_no_longer(book: &mut Book, line: &Name) {
    let Some((whole, day)) = line.subject.rsplit_once('@').filter(|(whole, _)| !whole.contains('#')) else {
        return;
    };
    let Ok(day) = day.parse() else { return };
    left_out(book, line, (&Name { subject: whole.to_owned(), ..line.clone() }, day));
}

/// Two landmarks of an endpoint: whoever is among those of the later one is among those of the earlier.
pub(super) fn later_landmarks(book: &mut Book, lines: &BTreeSet<Name>) {
    let mut by_endpoint: BTreeMap<Name, Vec<(f64, &Name)>> = BTreeMap::new();
    for line in lines {
        let split = line.subject.rsplit_once('@').filter(|(whole, _)| !whole.contains('#'));
        if let Some((whole, Ok(day))) = split.map(|(whole, day)| (whole, day.parse::<f64>())) {
            let endpoint = Name { subject: whole.to_owned(), ..line.clone() };
            by_endpoint.entry(endpoint).or_default().push((day, line));
        }
    }
    for mut landmarks in by_endpoint.into_values() {
        landmarks.sort_by(|one, other| one.0.total_cmp(&other.0));
        for pair in landmarks.windows(2) {
            let [(_, earlier), (day, later)] = pair else { continue };
            for name in of_line(book, later) {
                let comparable = matches!(name.what, What::N | What::Events(_, None));
                let above = Name { subject: earlier.subject.clone(), ..name.clone() };
                if let Some(whole) = book.index.get(&above).copied().filter(|_| comparable) {
                    let rest =
                        book.rest(later, format!("{} left out since {}", label(&name), earlier.subject));
                    split(book, whole, &[book.index[&name]], Some(rest));
                }
            }
            left_out(book, later, (earlier, *day));
        }
    }
}

/// Events up to a landmark, and patients left out without one, of those of a wider line.
fn left_out(book: &mut Book, line: &Name, (wider, day): (&Name, f64)) {
    let Some((all, left)) = book.index.get(wider).copied().zip(book.index.get(line).copied()) else {
        return;
    };
    let from = day.to_bits();
    followed_on(book, line, (wider, day));
    let (events, later) = (events(book, wider), events(book, line));
    if events.is_empty() || events.keys().ne(later.keys()) {
        return;
    }
    let mut terms = vec![(left, -1.0)];
    for (cause, times) in &events {
        let before = book.rest(line, format!("events {cause} of {} before the landmark", wider.subject));
        terms.push((before, -1.0));
        // Times before the landmark tell nothing of those from there on.
        for (time, number) in times.iter().filter(|(time, _)| time.is_none_or(|time| time >= from)) {
            let same = later[cause].get(time).copied();
            // Of two unknown numbers this says too little to be worth a larger programme.
            let told = |number: &usize| book.told(*number).is_some();
            if let Some(same) = same.filter(|same| told(same) || told(number)) {
                book.system.constrain(vec![(*number, 1.0), (same, -1.0), (before, -1.0)], 0.0, 0.0);
            } else if *time == Some(from) {
                book.system.constrain(vec![(*number, 1.0), (before, -1.0)], 0.0, 0.0);
            }
        }
    }
    let what = format!("of {} followed no longer by the landmark", wider.subject);
    between(book, (line, what), all, terms);
}

/// Those at risk: before the landmark at least the patients of the landmark, after it the same in both lines.
fn followed_on(book: &mut Book, line: &Name, (wider, day): (&Name, f64)) {
    let Some(left) = book.index.get(line).copied() else { return };
    let at_risk: Vec<(f64, usize)> = book
        .of_line(wider)
        .filter_map(|(name, number)| match name.what {
            What::AtRisk(time) => Some((f64::from_bits(time), number)),
            _ => None,
        })
        .collect();
    for (time, number) in at_risk.iter().filter(|(time, _)| *time > day) {
        let same = Name { what: What::AtRisk(time.to_bits()), ..line.clone() };
        if let Some(same) = book.index.get(&same).copied() {
            split(book, *number, &[same], None);
        }
    }
    // The times that are told next to the landmark say most.
    let told = |(_, number): &&(f64, usize)| book.told(*number).is_some();
    let before = at_risk.iter().rev().filter(told).find(|(time, _)| *time <= day).copied();
    let after = at_risk.iter().filter(told).find(|(time, _)| *time > day).copied();
    let none_enters = |more: usize, fewer: usize| {
        book.told(more).zip(book.told(fewer)).is_some_and(|(more, fewer)| more >= fewer)
    };
    let before = before.filter(|(_, number)| none_enters(*number, left));
    let after = after.filter(|(_, number)| none_enters(left, *number));
    if let Some((time, number)) = before {
        let what = format!("of {} at risk at {time} that are left out", wider.subject);
        let rest = book.rest(line, what);
        split(book, number, &[left], Some(rest));
    }
    if let Some((time, number)) = after {
        let what = format!("not at risk of {} any more at {time}", wider.subject);
        let rest = book.rest(line, what);
        split(book, left, &[number], Some(rest));
    }
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
