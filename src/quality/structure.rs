//! Rows that repeat, contradict each other, or lack their counterpart.

use std::collections::BTreeSet;

use super::tables::Tables;
use super::{Hit, Hits};
use crate::ingest::frame::ColumnData;
use crate::study::RuleBook;
use crate::study::conditioning::ConditioningRules;
use crate::study::quality::Check;

/// Numbering and order of transplants, agents without a transplant, doses, grades that contradict.
pub(super) fn examine(tables: &Tables<'_>, book: &RuleBook, hits: &mut Hits) {
    if tables.has("transplants") {
        let (numbering, order) = transplants(tables);
        hits.insert(Check::Numbering, numbering);
        hits.insert(Check::Order, order);
    }
    if tables.has("regimen") {
        hits.insert(Check::Orphan, orphans(tables));
        hits.insert(Check::Dose, doses(tables, book));
    }
    if tables.has("events") {
        hits.insert(Check::EventContradiction, contradictions(tables));
    }
}

/// Transplants whose number, and whose day, is not the one after the row before.
fn transplants(tables: &Tables<'_>) -> (Vec<Hit>, Vec<Hit>) {
    let (mut numbering, mut order) = (Vec::new(), Vec::new());
    let mut before: Option<(Option<usize>, Option<i64>)> = None;
    let mut expected = 1;
    for row in 0..tables.rows("transplants") {
        let subject = tables.subject_of("transplants", row);
        let day = tables.whole("transplants", "hsct_day", row);
        let same = before.filter(|(other, _)| *other == subject);
        if same.is_none() {
            expected = 1;
        }
        if let Some(number) = tables.whole("transplants", "hsct_seq", row) {
            if number != expected {
                numbering.push(Hit::at(row).say("expected", expected.to_string()));
            }
            expected = number + 1;
        }
        if let (Some((_, Some(earlier))), Some(day)) = (same, day)
            && day <= earlier
        {
            order.push(Hit::at(row).say("before", earlier.to_string()));
        }
        before = Some((subject, day));
    }
    (numbering, order)
}

/// Agents of a transplant that is not there.
fn orphans(tables: &Tables<'_>) -> Vec<Hit> {
    let pair =
        |table: &str, row: usize| (tables.subject_of(table, row), tables.whole(table, "hsct_seq", row));
    let known: BTreeSet<_> = (0..tables.rows("transplants")).map(|row| pair("transplants", row)).collect();
    (0..tables.rows("regimen")).filter(|row| !known.contains(&pair("regimen", *row))).map(Hit::at).collect()
}

/// Doses outside of the range of their agent; agents and units that have none are passed over.
fn doses(tables: &Tables<'_>, book: &RuleBook) -> Vec<Hit> {
    let range = |row: usize| {
        let (agent, unit) = (tables.label("regimen", "agent", row)?, tables.label("regimen", "unit", row)?);
        book.doses.iter().find(|range| range.agent == agent && range.unit == unit)
    };
    let mut hits = Vec::new();
    for row in 0..tables.rows("regimen") {
        let (Some(range), Some(dose)) = (range(row), tables.number("regimen", "dose", row)) else { continue };
        if dose < range.low || dose > range.high {
            let hit = Hit::at(row).say("agent", range.agent.clone()).say("unit", range.unit.clone());
            hits.push(hit.number("low", range.low).number("high", range.high));
        }
    }
    hits
}

/// Agents whose name the rules on conditioning do not have.
pub(super) fn unknown_agents(tables: &Tables<'_>, rules: &ConditioningRules) -> Vec<Hit> {
    let is_unknown =
        |row: &usize| tables.label("regimen", "agent", *row).is_some_and(|agent| !rules.knows(&agent));
    (0..tables.rows("regimen")).filter(is_unknown).map(Hit::at).collect()
}

/// Doses that decide on a class of intensity, in a unit that the rules on conditioning do not have for the agent.
pub(super) fn unknown_dose_units(tables: &Tables<'_>, rules: &ConditioningRules) -> Vec<Hit> {
    let is_unknown = |row: &usize| {
        let agent = tables.label("regimen", "agent", *row);
        let unit = tables.label("regimen", "unit", *row);
        agent.zip(unit).is_some_and(|(agent, unit)| rules.is_unit_unknown(&agent, &unit))
    };
    (0..tables.rows("regimen")).filter(is_unknown).map(Hit::at).collect()
}

/// Events of one type on one day that differ in their grade.
fn contradictions(tables: &Tables<'_>) -> Vec<Hit> {
    let key = |row: usize| {
        let subject = tables.subject_of("events", row);
        (subject, tables.whole("events", "day", row), tables.label("events", "type", row))
    };
    let grade = |row: usize| tables.label("events", "grade", row);
    let organism = |row: usize| tables.label("events", "organism_class", row);
    let differs = |row: &usize| {
        let group = (0..*row).rev().take_while(|other| key(*other) == key(*row));
        let mut alike = group.filter(|other| organism(*other) == organism(*row));
        alike.any(|other| grade(other) != grade(*row))
    };
    (1..tables.rows("events")).filter(differs).map(Hit::at).collect()
}

/// Rows that are the same as another in every column; of an extract in every column but the identifier. None if
/// the table was not delivered.
pub(super) fn duplicates(tables: &Tables<'_>, table: &str) -> Option<Vec<Hit>> {
    let frame = tables.frame(table)?;
    let columns: Vec<&ColumnData> = frame
        .columns
        .iter()
        .filter(|(name, _)| table != "wide" || name != "subject_id")
        .map(|(_, c)| c)
        .collect();
    let same = |a: usize, b: usize| columns.iter().rev().all(|column| is_same(column, a, b));
    if table != "wide" {
        // Canonical tables are stored in the order of all their columns.
        return Some((1..frame.rows).filter(|row| same(row - 1, *row)).map(Hit::at).collect());
    }
    let mut order: Vec<usize> = (0..frame.rows).collect();
    let key = |row: usize| columns.iter().map(|column| bits(column, row)).collect::<Vec<_>>();
    order.sort_by_cached_key(|row| (key(*row), *row));
    let mut again: Vec<usize> =
        order.windows(2).filter(|pair| same(pair[0], pair[1])).map(|pair| pair[1]).collect();
    again.sort_unstable();
    Some(again.into_iter().map(|row| Hit::at(row).say("columns", columns.len().to_string())).collect())
}

fn is_same(column: &ColumnData, a: usize, b: usize) -> bool {
    bits(column, a) == bits(column, b)
}

/// A value as bits that are equal where values are.
fn bits(column: &ColumnData, row: usize) -> Option<u64> {
    if column.is_missing(row) {
        return None;
    }
    Some(match column {
        ColumnData::Text { codes, .. } => u64::from(codes[row]),
        ColumnData::Integer { values, .. } => values[row].cast_unsigned(),
        ColumnData::Real { values, .. } => values[row].to_bits(),
        ColumnData::Boolean { values, .. } => u64::from(values[row]),
    })
}
