//! One time and the next: events add up, those at risk grow fewer.

use std::collections::{BTreeMap, BTreeSet};

use super::{OPEN, at_most, between, of_line, split};
use crate::analysis::disclosure::audit::book::{Book, EPISODES, Name, What};
use crate::study::Window;

/// Along time: events and censorings add up, those at risk grow fewer.
pub(super) fn times(book: &mut Book, line: &Name) {
    let names = of_line(book, line);
    let patients = book.index.get(line).copied();
    let mut chains: BTreeMap<String, Vec<(f64, usize)>> = BTreeMap::new();
    for name in &names {
        let number = book.index[name];
        match &name.what {
            What::Events(cause, time) => {
                let time = time.map_or(f64::INFINITY, f64::from_bits);
                chains.entry(format!("events {cause}")).or_default().push((time, number));
            }
            What::Censored(time) => {
                chains.entry("censored".to_owned()).or_default().push((f64::from_bits(*time), number));
            }
            _ => {}
        }
    }
    for (kind, mut chain) in chains {
        chain.sort_by(|a, b| a.0.total_cmp(&b.0));
        let once = kind != format!("events {EPISODES}");
        if let (Some(patients), Some((_, last)), true) = (patients, chain.last(), once) {
            at_most(book, *last, patients);
        }
        let mut told_before: Option<usize> = None;
        for (place, (time, number)) in chain.iter().enumerate() {
            if place > 0 {
                at_most(book, chain[place - 1].1, *number);
            }
            if book.told(*number).is_none() {
                let base = told_before.and_then(|before| book.told(before)).unwrap_or(0.0);
                book.measure_from(*number, base);
                continue;
            }
            if let Some(before) = told_before {
                let step = book.rest(line, format!("{kind} between two times, the later of which is {time}"));
                book.system.constrain(vec![(*number, 1.0), (before, -1.0), (step, -1.0)], 0.0, 0.0);
            }
            told_before = Some(*number);
        }
    }
    leaving(book, line, &names);
}

/// An endpoint that ends on a day has all of its events by then.
pub(super) fn windows(book: &mut Book, line: &Name, windows: &[Window]) {
    let endpoint = line.subject.split('@').next().unwrap_or_default();
    let Some(window) = windows.iter().find(|window| window.endpoint == endpoint) else { return };
    for name in of_line(book, line) {
        let What::Events(cause, Some(time)) = &name.what else { continue };
        let all = Name { what: What::Events(cause.clone(), None), ..name.clone() };
        let ended = f64::from_bits(*time) >= f64::from(window.day) && cause != EPISODES;
        if let Some(all) = book.index.get(&all).copied().filter(|_| ended) {
            split(book, all, &[book.index[&name]], None);
        }
    }
}

/// Patients: those at risk just before a time, and those who left before.
fn leaving(book: &mut Book, line: &Name, names: &[Name]) {
    let Some(patients) = book.index.get(line).copied() else { return };
    let number = |book: &Book, what: What| book.index.get(&Name { what, ..line.clone() }).copied();
    let mut causes: BTreeSet<&str> = BTreeSet::new();
    let mut event_times: BTreeSet<u64> = BTreeSet::new();
    for name in names {
        if let What::Events(cause, time) = &name.what
            && cause != EPISODES
        {
            causes.insert(cause);
            event_times.extend(time);
        }
    }
    let events_at = |book: &Book, time: u64| -> Option<Vec<usize>> {
        causes.iter().map(|cause| number(book, What::Events((*cause).to_owned(), Some(time)))).collect()
    };
    let mut before: Option<(usize, Vec<usize>)> = None;
    let mut left_before: Option<usize> = None;
    for name in names {
        let What::AtRisk(time) = name.what else { continue };
        let at_risk = book.index[name];
        let earlier = event_times.range(..time).next_back().and_then(|time| events_at(book, *time));
        // Of two unknown numbers this says too little to be worth a larger programme.
        let useful = |events: &Vec<usize>| {
            book.told(at_risk).is_some() || events.iter().all(|number| book.told(*number).is_some())
        };
        if let Some(earlier) = earlier.filter(useful) {
            let mut terms = vec![(patients, 1.0), (at_risk, -1.0)];
            terms.extend(earlier.into_iter().map(|number| (number, -1.0)));
            book.system.constrain(terms, 0.0, OPEN);
        }
        if book.told(patients).is_none() || book.told(at_risk).is_none() {
            continue;
        }
        let when = f64::from_bits(time);
        let since = left_before.unwrap_or(patients);
        between(
            book,
            (line, format!("left between two times, the later of which is {when}")),
            since,
            vec![(at_risk, -1.0)],
        );
        left_before = Some(at_risk);
        let events =
            events_at(book, time).filter(|events| events.iter().all(|number| book.told(*number).is_some()));
        if let Some(events) = events {
            // Those who left without an event, less those who have one or leave on the very day.
            let mut terms = vec![(at_risk, -1.0)];
            terms.extend(events.iter().map(|number| (*number, -1.0)));
            let (from, past) =
                before.as_ref().map_or((patients, &[][..]), |(at_risk, events)| (*at_risk, events));
            terms.extend(past.iter().map(|number| (*number, 1.0)));
            between(book, (line, format!("left without an event, up to {when}")), from, terms);
            before = Some((at_risk, events));
        }
        if let Some(censored) = number(book, What::Censored(time)) {
            let mut terms = vec![(patients, 1.0), (at_risk, -1.0), (censored, -1.0)];
            terms.extend(events_at(book, time).into_iter().flatten().map(|number| (number, -1.0)));
            book.system.constrain(terms, -OPEN, 0.0);
        }
    }
}
