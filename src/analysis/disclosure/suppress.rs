//! Which counts are hidden to begin with: the small ones, and those along a curve that tell small steps.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Policy;
use super::cells::{ALL, Cell, Cells, Count, EPISODES, Line, Quantity};
use super::chain::{Link, heaviest};

/// How much a count of a curve is wanted: all of follow-up, the table, the curve.
const OF_ALL: u64 = 40;
const OF_TABLE: u64 = 30;

/// Hides small counts, and as few along each curve as it takes that no step between two of them is small.
///
/// Lines of which nothing was hidden since they were last looked at are as they should be.
pub(super) fn suppress(cells: &mut Cells, policy: &Policy) {
    for line in std::mem::take(&mut cells.changed) {
        small(cells, &line, policy);
        curves(cells, &line, policy);
        at_risk(cells, &line, policy);
    }
}

fn small(cells: &mut Cells, line: &Line, policy: &Policy) {
    let few =
        |(cell, count): (&Cell, &Count)| (count.hidden || !policy.allows(count.value)).then(|| cell.clone());
    let small: Vec<Cell> = cells.of_line(line).filter_map(few).collect();
    for cell in small {
        cells.hide(&cell);
    }
}

/// The events of each cause of a group, along time.
fn curves(cells: &mut Cells, line: &Line, policy: &Policy) {
    let mut chains: BTreeMap<Arc<str>, Vec<Cell>> = BTreeMap::new();
    for (cell, _) in cells.of_line(line) {
        if let Quantity::Events { cause, .. } = &cell.quantity {
            chains.entry(Arc::clone(cause)).or_default().push(cell.clone());
        }
    }
    for chain in chains.into_values() {
        let links: Vec<Link> = chain
            .iter()
            .map(|cell| {
                let count = &cells.counts[cell];
                let told = i64::try_from(count.value).unwrap_or(i64::MAX);
                Link { counts: vec![told], weight: wanted(cells, cell), allowed: !count.hidden }
            })
            .collect();
        for (cell, _) in chain.iter().zip(heaviest(&links, policy.threshold)).filter(|(_, kept)| !kept) {
            cells.hide(cell);
        }
    }
}

/// The times of the tables matter more than those of the curves, and all of follow-up most.
fn wanted(cells: &Cells, cell: &Cell) -> u64 {
    match &cell.quantity {
        Quantity::Events { until: ALL, .. } => OF_ALL,
        Quantity::Events { until, .. } if cells.asked.contains(until) => OF_TABLE,
        _ => 1,
    }
}

/// The numbers at risk of a group, along time: who has left by then, and how many of them without an event.
fn at_risk(cells: &mut Cells, line: &Line, policy: &Policy) {
    let of_time =
        |(cell, _): (&Cell, &Count)| matches!(cell.quantity, Quantity::AtRisk { .. }).then(|| cell.clone());
    let chain: Vec<Cell> = cells.of_line(line).filter_map(of_time).collect();
    let patients = cells.counts.get(&Cell { line: line.clone(), quantity: Quantity::Patients });
    let all = patients.and_then(|count| i64::try_from(count.value).ok());
    let link = |cell: &Cell| {
        let (count, all) = (&cells.counts[cell], all?);
        let left = all - i64::try_from(count.value).unwrap_or(i64::MAX);
        let events = events_by(cells, cell);
        let enough = count.value == 0 || count.value >= policy.min_at_risk;
        let allowed = !count.hidden && enough && left >= 0;
        Some(Link { counts: vec![left, left - events], weight: 1, allowed })
    };
    let links: Option<Vec<Link>> = chain.iter().map(link).collect();
    // Of a group whose patients are not counted nothing is told.
    let kept = links.map_or_else(|| vec![false; chain.len()], |links| heaviest(&links, policy.threshold));
    for (cell, _) in chain.iter().zip(kept).filter(|(_, kept)| !kept) {
        cells.hide(cell);
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
