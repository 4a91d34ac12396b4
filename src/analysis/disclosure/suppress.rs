//! Which counts are hidden: the small ones, and those from which they could be worked out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Policy;
use super::cells::{ALL, Cell, Cells, EPISODES, Line, Quantity};
use super::chain::{Link, heaviest};
use super::relations::{Dearer, Sum, sums};

/// How much a count of a curve is wanted: all of follow-up, the table, the curve.
const OF_ALL: u64 = 40;
const OF_TABLE: u64 = 30;

/// Hides counts until none that is small can be worked out from a sum or a difference.
pub(super) fn suppress(cells: &mut Cells, policy: &Policy) {
    let sums = sums(cells);
    small(cells, policy);
    curves(cells, policy);
    at_risk(cells, policy);
    loop {
        let exposed: Vec<Cell> = sums.iter().filter_map(|sum| to_hide(cells, sum, policy)).collect();
        if exposed.is_empty() {
            return;
        }
        for cell in exposed {
            cells.hide(&cell);
        }
    }
}

fn small(cells: &mut Cells, policy: &Policy) {
    let small: Vec<Cell> = cells
        .counts
        .iter()
        .filter(|(_, count)| count.hidden || !policy.allows(count.value))
        .map(|(cell, _)| cell.clone())
        .collect();
    for cell in small {
        cells.hide(&cell);
    }
}

/// The events of each cause of each group, along time.
fn curves(cells: &mut Cells, policy: &Policy) {
    let mut chains: BTreeMap<(Line, Arc<str>), Vec<Cell>> = BTreeMap::new();
    for cell in cells.counts.keys() {
        if let Quantity::Events { cause, .. } = &cell.quantity {
            chains.entry((cell.line.clone(), Arc::clone(cause))).or_default().push(cell.clone());
        }
    }
    for chain in chains.into_values() {
        let links: Vec<Link> = chain
            .iter()
            .map(|cell| {
                let count = &cells.counts[cell];
                let told = i64::try_from(count.value).unwrap_or(i64::MAX);
                Link { counts: vec![told], weight: wanted(cell), allowed: !count.hidden }
            })
            .collect();
        for (cell, _) in chain.iter().zip(heaviest(&links, policy.threshold)).filter(|(_, kept)| !kept) {
            cells.hide(cell);
        }
    }
}

/// Round times are those of a table; the last of them matter most.
fn wanted(cell: &Cell) -> u64 {
    match &cell.quantity {
        Quantity::Events { until: ALL, .. } => OF_ALL,
        Quantity::Events { until, .. } if [100.0, 365.0, 730.0, 1826.0].contains(&f64::from_bits(*until)) => {
            OF_TABLE
        }
        _ => 1,
    }
}

/// The numbers at risk of each group, along time: who has left by then, and how many of them without an event.
fn at_risk(cells: &mut Cells, policy: &Policy) {
    let mut chains: BTreeMap<Line, Vec<Cell>> = BTreeMap::new();
    for cell in cells.counts.keys().filter(|cell| matches!(cell.quantity, Quantity::AtRisk { .. })) {
        chains.entry(cell.line.clone()).or_default().push(cell.clone());
    }
    for (line, chain) in chains {
        let patients = cells.counts.get(&Cell { line: line.clone(), quantity: Quantity::Patients });
        let Some(all) = patients.and_then(|count| i64::try_from(count.value).ok()) else {
            for cell in &chain {
                cells.hide(cell);
            }
            continue;
        };
        let links: Vec<Link> = chain
            .iter()
            .map(|cell| {
                let count = &cells.counts[cell];
                let left = all - i64::try_from(count.value).unwrap_or(i64::MAX);
                let events = events_by(cells, cell);
                let enough = count.value == 0 || count.value >= policy.min_at_risk;
                Link {
                    counts: vec![left, left - events],
                    weight: 1,
                    allowed: !count.hidden && enough && left >= 0,
                }
            })
            .collect();
        for (cell, _) in chain.iter().zip(heaviest(&links, policy.threshold)).filter(|(_, kept)| !kept) {
            cells.hide(cell);
        }
    }
}

/// All events of a group by the time of a number at risk.
fn events_by(cells: &Cells, at_risk: &Cell) -> i64 {
    let Quantity::AtRisk { time } = at_risk.quantity else { return 0 };
    let events = cells.of_line(&at_risk.line).filter(|(cell, _)| {
        matches!(&cell.quantity, Quantity::Events { cause, until } if *until == time && &**cause != EPISODES)
    });
    events.map(|(_, count)| i64::try_from(count.value).unwrap_or(i64::MAX)).sum()
}

/// A hidden part of a sum: how few and how many it can be, for who knows the counts of its curve.
struct Open {
    low: u64,
    high: u64,
}

/// What must be hidden besides, so that a sum gives none of its hidden parts away.
fn to_hide(cells: &Cells, sum: &Sum, policy: &Policy) -> Option<Cell> {
    let hidden: Vec<&Cell> = sum.parts.iter().filter(|part| cells.counts[*part].hidden).collect();
    let open_rest = sum.rest > 0;
    let Some(total) = cells.shown(&sum.total) else {
        // A total is the sum of its parts: one of them has to be unknown.
        let solved =
            hidden.is_empty() && !open_rest && sum.parts.iter().any(|part| cells.counts[part].value > 0);
        return if solved { smallest_shown(cells, sum) } else { None };
    };
    let told: u64 = sum.parts.iter().filter_map(|part| cells.shown(part)).sum();
    let left = total - told;
    let mut open: Vec<Open> = hidden.iter().map(|part| bounds(cells, part, left)).collect();
    let counted = open.len();
    if open_rest {
        open.push(Open { low: 0, high: left });
    }
    let lows: u64 = open.iter().map(|one| one.low).sum();
    let highs: u64 = open.iter().map(|one| one.high).sum();
    let exposed = open.iter().enumerate().any(|(place, one)| {
        let low = one.low.max(left.saturating_sub(highs - one.high));
        let high = one.high.min(left.saturating_sub(lows - one.low));
        // A count that is hidden to protect another one protects it only as long as it is not known itself.
        let known = place < counted && low >= high;
        // What has happened since the last count of the curve that is told.
        let (low, high) = (low - one.low, high.saturating_sub(one.low));
        known || !(high == 0 || low > policy.threshold || (low <= 1 && high >= policy.threshold))
    });
    if !exposed {
        return None;
    }
    match sum.dearer {
        Dearer::Total => smallest_shown(cells, sum).or_else(|| Some(sum.total.clone())),
        Dearer::Parts => Some(sum.total.clone()),
    }
}

/// The smallest part that is still told, of those that are not 0.
fn smallest_shown(cells: &Cells, sum: &Sum) -> Option<Cell> {
    let shown = sum.parts.iter().filter_map(|part| cells.shown(part).map(|value| (value, part)));
    shown.filter(|(value, _)| *value > 0).min().map(|(_, part)| part.clone())
}

/// Between which counts of its curve a hidden count lies; `most` where nothing is told.
fn bounds(cells: &Cells, cell: &Cell, most: u64) -> Open {
    let Quantity::Events { cause, until } = &cell.quantity else { return Open { low: 0, high: most } };
    let at = |until: u64| Cell {
        line: cell.line.clone(),
        quantity: Quantity::Events { cause: Arc::clone(cause), until },
    };
    let told = |(_, count): &(&Cell, &super::cells::Count)| !count.hidden;
    let before = cells.counts.range(at(0)..at(*until)).rev().find(told).map_or(0, |(_, count)| count.value);
    let after = cells.counts.range(at(*until)..=at(ALL)).find(told).map(|(_, count)| count.value);
    let patients = cells.shown(&Cell { line: cell.line.clone(), quantity: Quantity::Patients });
    let recurs = &**cause == EPISODES;
    Open { low: before, high: after.or(patients.filter(|_| !recurs)).map_or(most, |high| high.min(most)) }
}
