//! What is reported of the course against what the laboratory values say.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::Tables;
use super::{Hit, Hits};
use crate::cohort::Cohort;
use crate::study::quality::Check;

/// Neutrophils, 10^9/L, of a graft that works.
const NEUTROPHILS: f64 = 0.5;
/// So many successive days have to show it.
const SUCCESSIVE: usize = 3;
/// Counts are looked at for so many days after the failure.
const WINDOW: i64 = 14;

/// Relapses without a response, graft failures with good counts.
pub(super) fn examine(tables: &Tables<'_>, cohort: Option<&Cohort>, hits: &mut Hits) {
    if !tables.has("events") {
        return;
    }
    if let Some(responses) = cohort.and_then(responses) {
        hits.insert(Check::RelapseWithoutResponse, relapses(tables, &responses));
    }
    if tables.has("labs") && tables.has("transplants") {
        hits.insert(Check::GraftFailureAgainstNeutrophils, graft_failures(tables));
    }
}

/// The day of response of each subject that was judged, where the study derives it.
fn responses(cohort: &Cohort) -> Option<BTreeMap<String, Option<f64>>> {
    let data = cohort.endpoints.iter().find(|data| data.endpoint.name == "response")?;
    let (ids, times, causes) =
        (data.rows.column("subject_id")?, data.rows.column("time")?, data.rows.column("cause")?);
    let of_row = |row: usize| {
        let responded = causes.label(row).as_deref() == Some("1");
        Some((ids.label(row)?, times.number(row).filter(|_| responded)))
    };
    Some((0..data.rows.rows).filter_map(of_row).collect())
}

fn relapses(tables: &Tables<'_>, responses: &BTreeMap<String, Option<f64>>) -> Vec<Hit> {
    let unfounded = |row: &usize| {
        let is_relapse = tables.label("events", "type", *row).as_deref() == Some("RELAPSE");
        let (Some(subject), Some(day)) =
            (tables.subject_of("events", *row), tables.number("events", "day", *row))
        else {
            return false;
        };
        let known = is_relapse && day > 0.0;
        let response = known.then(|| responses.get(&tables.identifier(subject))).flatten();
        response.is_some_and(|response| response.is_none_or(|response| response > day))
    };
    (0..tables.rows("events")).filter(unfounded).map(Hit::at).collect()
}

fn graft_failures(tables: &Tables<'_>) -> Vec<Hit> {
    let failures: Vec<(usize, usize, i64)> = (0..tables.rows("events"))
        .filter(|row| tables.label("events", "type", *row).as_deref() == Some("GRAFT_FAILURE"))
        .filter_map(|row| Some((row, tables.subject_of("events", row)?, tables.whole("events", "day", row)?)))
        .collect();
    let subjects: BTreeSet<usize> = failures.iter().map(|(_, subject, _)| *subject).collect();
    let counts = neutrophils(tables, &subjects);
    let mut infusions: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
    for row in 0..tables.rows("transplants") {
        if let (Some(subject), Some(day)) =
            (tables.subject_of("transplants", row), tables.whole("transplants", "hsct_day", row))
        {
            infusions.entry(subject).or_default().push(day);
        }
    }
    let mut hits = Vec::new();
    for (row, subject, failed) in failures {
        let again = infusions
            .get(&subject)
            .is_some_and(|days| days.iter().any(|day| (failed..=failed + WINDOW).contains(day) && *day > 0));
        let after: Vec<(i64, f64)> = counts.get(&subject).map_or_else(Vec::new, |counts| {
            let window = failed + 1..=failed + WINDOW;
            counts.iter().filter(|(day, _)| window.contains(day)).take(SUCCESSIVE).copied().collect()
        });
        let good = after.len() == SUCCESSIVE && after.iter().all(|(_, count)| *count >= NEUTROPHILS);
        if let (Some((last, _)), true, false) = (after.last(), good, again) {
            hits.push(Hit::at(row).say("after_day", last.to_string()));
        }
    }
    hits
}

/// The neutrophil counts of some subjects, one a day, the lowest, by rising day.
fn neutrophils(tables: &Tables<'_>, subjects: &BTreeSet<usize>) -> BTreeMap<usize, Vec<(i64, f64)>> {
    let mut counts: BTreeMap<usize, BTreeMap<i64, f64>> = BTreeMap::new();
    for row in 0..tables.rows("labs") {
        let Some(subject) = tables.subject_of("labs", row).filter(|subject| subjects.contains(subject))
        else {
            continue;
        };
        if tables.label("labs", "test", row).as_deref() != Some("ANC") {
            continue;
        }
        let delivered = tables.number("labs", "value", row).zip(tables.label("labs", "unit", row));
        let value = delivered.and_then(|(value, unit)| tables.units().convert("ANC", &unit, value));
        let (Some(day), Some(value)) = (tables.whole("labs", "day", row), value) else { continue };
        let lowest = counts.entry(subject).or_default().entry(day).or_insert(f64::INFINITY);
        *lowest = lowest.min(value);
    }
    counts.into_iter().map(|(subject, days)| (subject, days.into_iter().collect())).collect()
}
