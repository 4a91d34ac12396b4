//! Lines that are part of wider ones: an endpoint, a landmark, a model, the evaluable.

use std::collections::BTreeSet;

use super::{label, of_line, split};
use crate::analysis::disclosure::audit::book::{Book, EVALUABLE, NO_RESPONSE, Name, TREATED, What};
use crate::domain::Group;
use crate::study::{CausesOf, Exclusive};

/// A line that is part of a wider one: an endpoint of all treated, a landmark, a model, the evaluable.
pub(super) fn wholes(book: &mut Book, line: &Name) {
    let names = of_line(book, line);
    if let Some((whole, _)) = line.subject.rsplit_once(['@', '#']) {
        let wider = Name { subject: whole.to_owned(), ..line.clone() };
        for name in &names {
            let comparable = matches!(name.what, What::N | What::Events(_, None));
            let above = Name { what: name.what.clone(), ..wider.clone() };
            if comparable && let Some(whole) = book.index.get(&above).copied() {
                let rest = book.rest(line, format!("{} left out", label(name)));
                split(book, whole, &[book.index[name]], Some(rest));
            }
        }
        let reason = if line.subject.contains('#') { "n_excluded" } else { "n_excluded_landmark" };
        let excluded = Name { what: What::Other(reason.to_owned()), ..line.clone() };
        if let (Some(whole), Some(left), Some(now)) = (
            book.index.get(&wider).copied(),
            book.index.get(&excluded).copied(),
            book.index.get(line).copied(),
        ) {
            split(book, whole, &[left, now], None);
        }
    }
    if line.population != TREATED {
        for name in &names {
            let above = Name { population: TREATED.to_owned(), ..name.clone() };
            if let Some(whole) = book.index.get(&above).copied() {
                // Whoever has a status is evaluable, but for those of whom no response is known; unless the numbers
                // say otherwise.
                let part = book.index[name];
                let differ = book.told(whole).zip(book.told(part)).is_some_and(|(whole, part)| whole != part);
                let has_status = matches!(&name.what, What::Other(status) if status != NO_RESPONSE);
                let same = line.population == EVALUABLE && has_status && !differ;
                let rest =
                    (!same).then(|| book.rest(line, format!("{} not {}", label(name), line.population)));
                split(book, whole, &[part], rest);
            }
        }
    }
    if !line.subject.is_empty() && !line.subject.contains(['@', '#']) && line.population == TREATED {
        treated(book, line, &names);
    }
}

/// Why an endpoint does not count a patient.
const REASONS: [&str; 3] = ["n_not_applicable", "n_never_below", "n_not_evaluable"];

/// Whom an endpoint counts is a part of all treated; the reasons for the others are told for everybody.
fn treated(book: &mut Book, line: &Name, names: &[Name]) {
    let all = Name { subject: String::new(), ..line.clone() };
    let (Some(whole), Some(own)) = (cohort(book, &all), book.index.get(line).copied()) else { return };
    let known: Vec<&str> = names
        .iter()
        .filter_map(|name| match &name.what {
            What::Other(text) if REASONS.contains(&text.as_str()) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    // A status that is unknown is one of those an endpoint without a time counts.
    let inside = book.index.contains_key(&Name { population: EVALUABLE.to_owned(), ..line.clone() });
    let reasons: Vec<usize> = known
        .iter()
        .filter(|reason| !(inside && **reason == "n_not_evaluable"))
        .map(|reason| book.index[&Name { what: What::Other((*reason).to_owned()), ..line.clone() }])
        .collect();
    if known.len() == REASONS.len() {
        let mut parts = vec![own];
        parts.extend(reasons);
        let rest = book.rest(line, "not counted for another reason".to_owned());
        split(book, whole, &parts, Some(rest));
    }
    // An endpoint that counts all treated counts all of every group.
    let everybody = Name { by: String::new(), group: Group::everybody(), ..line.clone() };
    let counted = book.index.get(&everybody).and_then(|number| book.told(*number));
    let treated = cohort(book, &Name { subject: String::new(), ..everybody });
    if !line.by.is_empty() && counted.is_some() && counted == treated.and_then(|number| book.told(number)) {
        split(book, whole, &[own], None);
        return;
    }
    let rest = book.rest(line, "treated but not counted".to_owned());
    split(book, whole, &[own], Some(rest));
}

/// The treated patients of every group, whether a table tells them or not.
pub(super) fn treated_groups(book: &mut Book) {
    let of_groups = book.names.iter().filter(|name| {
        name.what == What::N
            && name.population == TREATED
            && !name.by.is_empty()
            && !name.subject.contains(['@', '#'])
    });
    let all: BTreeSet<Name> = of_groups.map(|name| Name { subject: String::new(), ..name.clone() }).collect();
    for name in all {
        book.number(name);
    }
}

/// All treated of a group, or of everybody.
fn cohort(book: &Book, all: &Name) -> Option<usize> {
    if let Some(number) = book.index.get(all) {
        return Some(*number);
    }
    let last = What::Other(format!("left after {}", book.steps.last()?));
    let of_flow = Name { what: last, ..all.clone() };
    book.index.get(&of_flow).copied().filter(|_| all.by.is_empty())
}

/// Patients of an outcome at a fixed time: those with one of its events, and those whose recovery rules it out.
pub(super) fn ruled_out(book: &mut Book, line: &Name, exclusive: &[Exclusive]) {
    let Some(patients) = book.index.get(line).copied().filter(|_| line.population == TREATED) else { return };
    for one in exclusive.iter().filter(|one| one.failure.endpoint == line.subject) {
        let cause = |of: &CausesOf| of.causes.first().cloned().unwrap_or_default();
        let recovered = Name { subject: one.recovery.endpoint.clone(), ..line.clone() };
        let last = book
            .of_line(&recovered)
            .filter_map(|(name, number)| match &name.what {
                What::Events(of, Some(time)) if *of == cause(&one.recovery) => Some((*time, number)),
                _ => None,
            })
            .filter(|(time, _)| f64::from_bits(*time) <= f64::from(one.day))
            .max_by_key(|(time, _)| *time);
        let Some((time, recovered)) = last else { continue };
        let causes =
            if one.failure.causes.is_empty() { vec![String::new()] } else { one.failure.causes.clone() };
        let find = |cause: &String| {
            let all = Name { what: What::Events(cause.clone(), None), ..line.clone() };
            book.index.get(&all).copied()
        };
        let mut members: Vec<usize> = causes.iter().filter_map(find).collect();
        members.push(recovered);
        if members.len() > 1 && members.iter().any(|number| book.told(*number).is_some()) {
            let when = f64::from_bits(time);
            let what = format!("without an event, and without one of {} by {when}", one.recovery.endpoint);
            let rest = book.rest(line, what);
            split(book, patients, &members, Some(rest));
        }
    }
}
