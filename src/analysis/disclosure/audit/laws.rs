//! What must hold between counts: groups and totals, parts and wholes, one time and the next.

mod confined;
mod grouped;
mod groups;
mod landmarks;
mod levels;
mod models;
mod times;
mod wholes;

use std::collections::BTreeSet;

use super::book::{Book, Name, TREATED, What, label};
use crate::analysis::disclosure::Known;
use crate::domain::Group;
use confined::{crossings, of_one_type};
use grouped::made_by_endpoints;
use groups::groups;
use landmarks::{followed_no_longer, later_landmarks};
use levels::{levels, of_groups, parts};
use models::models;
use times::{times, windows};
use wholes::{ruled_out, treated_groups, wholes};

const OPEN: f64 = 1e12;

/// Adds every law to a book.
pub(super) fn write(book: &mut Book, known: Known<'_>) {
    treated_groups(book);
    crossings(book, known.confined);
    let names: Vec<Name> = book.names.clone();
    groups(book, &names, known.groupings);
    let lines: BTreeSet<Name> = names.iter().map(|name| Name { what: What::N, ..name.clone() }).collect();
    for line in &lines {
        times(book, line);
        parts(book, line);
        levels(book, line);
        wholes(book, line);
        followed_no_longer(book, line);
        of_groups(book, line);
        windows(book, line, known.windows);
        of_one_type(book, line, known.confined);
        ruled_out(book, line, known.exclusive);
    }
    later_landmarks(book, &lines);
    made_by_endpoints(book, known);
    models(book);
    flow(book);
}

/// `total = parts + rest`, where the rest must not come out either.
fn split(book: &mut Book, total: usize, parts: &[usize], rest: Option<usize>) {
    let unknown = |number: &usize| book.told(*number).is_none();
    if rest.is_some_and(|rest| unknown(&rest)) && unknown(&total) && parts.iter().all(unknown) {
        // Of numbers none of which is told this says only that the parts are not more than the total.
        if let Some(rest) = rest {
            book.leave(rest);
        }
        return;
    }
    let mut terms = vec![(total, 1.0)];
    terms.extend(parts.iter().chain(rest.as_ref()).map(|part| (*part, -1.0)));
    book.system.constrain(terms, 0.0, 0.0);
}

/// What no table has: what `from` and the terms add up to, either way, must not be known to be few.
pub(super) fn between(book: &mut Book, (line, what): (&Name, String), from: usize, terms: Vec<(usize, f64)>) {
    let mut sum = vec![(from, 1.0)];
    sum.extend(terms);
    let value: Option<f64> = sum.iter().map(|(number, by)| book.told(*number).map(|value| by * value)).sum();
    let sign = if value.is_some_and(|value| value < 0.0) { 1.0 } else { -1.0 };
    let rest = book.rest(line, what);
    sum.push((rest, sign));
    book.system.constrain(sum, 0.0, 0.0);
}

fn at_most(book: &mut Book, part: usize, whole: usize) {
    book.system.constrain(vec![(whole, 1.0), (part, -1.0)], 0.0, OPEN);
}

fn of_line(book: &Book, line: &Name) -> Vec<Name> {
    book.of_line(line).map(|(name, _)| name.clone()).collect()
}

fn flow(book: &mut Book) {
    let line = Name {
        subject: String::new(),
        population: TREATED.to_owned(),
        by: String::new(),
        group: Group::everybody(),
        what: What::N,
    };
    let steps = book.steps.clone();
    let find = |book: &Book, text: String| {
        book.index.get(&Name { what: What::Other(text), ..line.clone() }).copied()
    };
    for pair in steps.windows(2) {
        let before = find(book, format!("left after {}", pair[0]));
        let after = find(book, format!("left after {}", pair[1]));
        let out = find(book, format!("left out by {}", pair[1]));
        if let (Some(before), Some(after), Some(out)) = (before, after, out) {
            split(book, before, &[after, out], None);
        }
    }
    // Of several steps in a row that are hidden, what they leave out together.
    let mut told_before: Option<usize> = None;
    for (place, step) in steps.iter().enumerate() {
        let Some(now) =
            find(book, format!("left after {step}")).filter(|number| book.told(*number).is_some())
        else {
            continue;
        };
        if let Some(before) = told_before.replace(place).filter(|before| before + 1 < place)
            && let Some(from) = find(book, format!("left after {}", steps[before]))
        {
            let what = format!("left out between \"{}\" and \"{step}\"", steps[before]);
            between(book, (&line, what), from, vec![(now, -1.0)]);
        }
    }
    let last = steps.last().and_then(|step| find(book, format!("left after {step}")));
    if let (Some(last), Some(all)) = (last, book.index.get(&line).copied()) {
        split(book, last, &[all], None);
    }
}
