//! What estimates and limits say about the counts that they are made of.

use std::collections::{BTreeMap, BTreeSet};

use super::book::{Book, EPISODES, Name, TREATED, What, subject_of};
use crate::analysis::ard::Row;
use crate::domain::Group;

const OPEN: f64 = 1e12;
/// Half of the last decimal of a share as it is told, and the noise of its binary fraction.
const HALF: f64 = 0.000_5 + 1e-9;
/// The normal quantile of an interval of 95%.
const Z: f64 = 1.959_963_984_540_054;

/// Where an estimate stands.
type Place<'a> =
    (&'a str, &'a str, Option<&'a str>, Option<&'a str>, &'a Group, Option<&'a str>, Option<u64>);

/// To the scale of an interval, or back.
type Scale = fn(f64) -> f64;

/// An estimate and its limits, as far as they are told.
#[derive(Debug, Default, Clone, Copy)]
struct Told {
    estimate: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

/// Adds what estimates and limits say.
pub(super) fn write(book: &mut Book, rows: &[Row]) {
    let mut places: BTreeMap<Place<'_>, (Told, &Row, Vec<usize>)> = BTreeMap::new();
    for (number, row) in rows.iter().enumerate().filter(|(_, row)| row.value.is_some()) {
        let place = (
            &*row.analysis_id,
            &*row.analysis,
            row.population.as_deref(),
            row.comparison.as_deref(),
            &*row.group,
            row.cause.as_deref(),
            row.time.map(f64::to_bits),
        );
        let (told, _, of) = match &*row.stat {
            "proportion" if &*row.analysis == "baseline" => {
                let mark = book.estimate(vec![number]);
                level(book, row, mark);
                continue;
            }
            "estimate" | "conf_low" | "conf_high" => {
                places.entry(place).or_insert((Told::default(), row, Vec::new()))
            }
            _ => continue,
        };
        of.push(number);
        match &*row.stat {
            "estimate" => told.estimate = row.value,
            "conf_low" => told.low = row.value,
            _ => told.high = row.value,
        }
    }
    let mut lines: BTreeSet<Name> = BTreeSet::new();
    for (told, row, of) in places.into_values() {
        let mark = book.estimate(of);
        match (&*row.analysis, row.time) {
            ("km" | "cif" | "recurrent", Some(time)) => {
                let line = line(row, What::N);
                curve(book, row, (&line, time, mark), told);
                lines.insert(line);
            }
            ("proportion", _) => status(book, row, (told, mark)),
            ("association", _) if !row.group.is_everybody() => status(book, row, (told, mark)),
            _ => {}
        }
    }
    for line in &lines {
        in_order(book, line);
    }
}

fn line(row: &Row, what: What) -> Name {
    Name {
        subject: subject_of(row),
        population: row.population.as_deref().unwrap_or(TREATED).to_owned(),
        by: row.comparison.as_deref().unwrap_or_default().to_owned(),
        group: (*row.group).clone(),
        what,
    }
}

/// `low * whole <= part <= high * whole`
fn share(book: &mut Book, (part, whole): (usize, usize), (low, high): (f64, f64), mark: usize) {
    if book.told(part).is_none() || book.told(whole).is_none() {
        book.system.constrain_told(vec![(part, 1.0), (whole, -low)], (-1e-6, OPEN), mark);
        book.system.constrain_told(vec![(part, 1.0), (whole, -high)], (-OPEN, 1e-6), mark);
    }
}

fn level(book: &mut Book, row: &Row, mark: usize) {
    let (Some(term), Some(value)) = (row.term.as_deref(), row.value) else { return };
    let variable = term.split('=').next().unwrap_or_default().to_owned();
    let part = book.number(line(row, What::Other(term.to_owned())));
    let whole = book.number(line(row, What::Other(variable)));
    book.judge(part);
    share(book, (part, whole), (value - HALF, value + HALF), mark);
}

fn status(book: &mut Book, row: &Row, (told, mark): (Told, usize)) {
    let part = book.number(line(row, What::Other(row.cause.as_deref().unwrap_or_default().to_owned())));
    let whole = book.number(line(row, What::N));
    book.judge(part);
    if let Some(estimate) = told.estimate {
        share(book, (part, whole), (estimate - HALF, estimate + HALF), mark);
    }
    if let (Some(low), Some(high), true) = (told.low, told.high, row.method.starts_with("Wilson")) {
        // The limits of Wilson's interval add up to (2 x + z^2) / (n + z^2).
        let (least, most) = (low + high - 2.0 * HALF, low + high + 2.0 * HALF);
        let (least_sum, most_sum) = ((least - 1.0) * Z * Z - 1e-6, (most - 1.0) * Z * Z + 1e-6);
        book.system.constrain_told(vec![(part, 2.0), (whole, -least)], (least_sum, OPEN), mark);
        book.system.constrain_told(vec![(part, 2.0), (whole, -most)], (-OPEN, most_sum), mark);
    }
}

/// Of n patients, D had the event by a time and C were censored: the risk lies between D / n, where all were
/// censored last, and D / (n - C), where all were censored first.
fn curve(book: &mut Book, row: &Row, (line, time, mark): (&Name, f64, usize), told: Told) {
    let Some((low, high)) = risk(row, told) else { return };
    let bits = time.to_bits();
    let cause =
        if &*row.analysis == "recurrent" { EPISODES } else { row.cause.as_deref().unwrap_or_default() };
    let events = book.number(Name { what: What::Events(cause.to_owned(), Some(bits)), ..line.clone() });
    book.judge(events);
    let patients = book.number(line.clone());
    let censored = censored(book, line, bits);
    if &*row.analysis != "recurrent" {
        book.system.constrain_told(vec![(events, 1.0), (patients, -high)], (-OPEN, 1e-6), mark);
    }
    if low > 0.0 {
        let terms = vec![(events, 1.0), (patients, -low), (censored, low)];
        book.system.constrain_told(terms, (-1e-6, OPEN), mark);
    }
}

fn censored(book: &mut Book, line: &Name, bits: u64) -> usize {
    let listed = Name { what: What::Censored(bits), ..line.clone() };
    if let Some(number) = book.index.get(&listed) {
        return *number;
    }
    book.number(Name { what: What::Rest(format!("censored by {bits:020}")), ..line.clone() })
}

/// The censored of a group do not grow fewer, and are patients.
fn in_order(book: &mut Book, line: &Name) {
    let times = book.of_line(line).filter_map(|(name, number)| {
        let bits = match &name.what {
            What::Censored(bits) => Some(*bits),
            What::Rest(text) => text.strip_prefix("censored by ").and_then(|bits| bits.parse().ok()),
            _ => None,
        };
        bits.map(|bits: u64| (bits, number))
    });
    let mut times: Vec<(u64, usize)> = times.collect();
    times.sort_unstable();
    let patients = book.index.get(line).copied();
    for pair in times.windows(2) {
        book.system.constrain(vec![(pair[1].1, 1.0), (pair[0].1, -1.0)], 0.0, OPEN);
    }
    if let (Some((_, last)), Some(patients)) = (times.last(), patients) {
        book.system.constrain(vec![(patients, 1.0), (*last, -1.0)], 0.0, OPEN);
    }
}

/// Between what the risk of the event lies.
fn risk(row: &Row, told: Told) -> Option<(f64, f64)> {
    let (low, high) = match told {
        Told { estimate: Some(estimate), .. } => (estimate - HALF, estimate + HALF),
        Told { low: Some(low), high: Some(high), .. } => between(row, low, high)?,
        _ => return None,
    };
    let survival = &*row.analysis == "km";
    let (low, high) = if survival { (1.0 - high, 1.0 - low) } else { (low, high) };
    Some((low.max(0.0), high))
}

/// The estimate in the middle of two limits, on the scale of the interval.
fn between(row: &Row, low: f64, high: f64) -> Option<(f64, f64)> {
    let scale = row.method.split("; ").find_map(|part| part.strip_prefix("interval "))?;
    let (there, back): (Scale, Scale) = match scale {
        "log-log" => (|p| libm::log(-libm::log(p)), |y| libm::exp(-libm::exp(y))),
        "log" => (libm::log, libm::exp),
        "plain" => (|p| p, |y| y),
        "logit" => (|p| libm::log(p / (1.0 - p)), |y| 1.0 / (1.0 + libm::exp(-y))),
        "arcsin" => (|p| libm::asin(libm::sqrt(p)), |y| libm::pow(libm::sin(y), 2.0)),
        _ => return Some((low - HALF, high + HALF)),
    };
    let inside = |p: f64| p.clamp(1e-9, 1.0 - 1e-9);
    let middle = |by: f64| back(f64::midpoint(there(inside(low + by)), there(inside(high + by))));
    Some((middle(-HALF), middle(HALF)))
}
