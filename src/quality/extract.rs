//! Times and codes of a registry extract, endpoint by endpoint.

use super::tables::Tables;
use super::{Hit, Hits};
use crate::cohort::{CohortError, rows_where};
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::file::{EndpointSpec, EventSpec};
use crate::study::quality::Check;
use crate::study::{Endpoint, Expression, Study};

/// No time is longer, in days: 100 years.
const LONGEST: f64 = 36_525.0;

/// Checks the columns that the endpoints of an extract read.
///
/// # Errors
/// [`CohortError::Condition`] where a condition does not fit its columns.
pub(super) fn examine(tables: &Tables<'_>, study: &Study, hits: &mut Hits) -> Result<(), CohortError> {
    let (Some(extract), Some(wide)) = (tables.frame("wide"), &study.file.inputs.wide) else { return Ok(()) };
    let checks = [
        Check::TimeNegative,
        Check::TimeImplausible,
        Check::EventAfterFollowUp,
        Check::CausesOverlap,
        Check::TimeWithoutEvent,
        Check::EventWithoutTime,
        Check::CodeMissing,
    ];
    hits.extend(checks.map(|check| (check, Vec::new())));
    let endpoints = study.endpoints();
    let end = end_of_follow_up(&endpoints);
    let longest = LONGEST / wide.time_unit.days();
    let mut seen: Vec<(&str, Option<u64>)> = Vec::new();
    for endpoint in &endpoints {
        let spec = &endpoint.spec;
        let times = spec.time.iter().chain(&spec.entry).chain(spec.causes.iter().map(|cause| &cause.time));
        for name in times.map(|name| name.get_ref().as_str()) {
            let once = (name, spec.never.map(f64::to_bits));
            if !seen.contains(&once) {
                seen.push(once);
                range(extract, name, (spec.never, longest), hits);
            }
        }
        one(&Judged::new(extract, endpoint)?, end, hits);
    }
    Ok(())
}

/// The endpoint whose time is the end of follow-up: survival, or the first in which nothing competes.
fn end_of_follow_up(endpoints: &[Endpoint]) -> Option<&Endpoint> {
    let ends = |endpoint: &&Endpoint| {
        let spec = &endpoint.spec;
        spec.competing.is_none() && spec.causes.is_empty() && spec.never.is_none() && spec.event.is_some()
    };
    let all = || endpoints.iter().filter(ends);
    all().find(|endpoint| endpoint.name == "os").or_else(|| all().next())
}

/// Times that are negative or longer than a life.
fn range(extract: &Frame, name: &str, (never, longest): (Option<f64>, f64), hits: &mut Hits) {
    let Some(column) = extract.column(name) else { return };
    for row in 0..extract.rows {
        let Some(value) = column.number(row).filter(|value| !is(never, *value)) else { continue };
        let hit = || Hit::at(row).field(name).say("column", name).number("value", value);
        if value < 0.0 {
            hits.entry(Check::TimeNegative).or_default().push(hit());
        } else if value > longest {
            hits.entry(Check::TimeImplausible).or_default().push(hit());
        }
    }
}

/// An endpoint with what its own columns say.
struct Judged<'a> {
    extract: &'a Frame,
    spec: &'a EndpointSpec,
    name: &'a str,
    /// For each row whether the condition of the event holds; none without a condition.
    when: Option<Vec<bool>>,
    /// For each cause its column of times and the rows in which it happened.
    causes: Vec<(&'a str, Vec<bool>)>,
}

impl<'a> Judged<'a> {
    fn new(extract: &'a Frame, endpoint: &'a Endpoint) -> Result<Self, CohortError> {
        let spec = &endpoint.spec;
        let holds = |condition: &str| -> Result<Vec<bool>, CohortError> {
            let place = format!("endpoint {}", endpoint.name);
            let failed = |message: String| CohortError::Condition { place: place.clone(), message };
            let names = Expression::parse(condition).map_err(|error| failed(error.to_string()))?.columns();
            let column = |name: String| extract.column(&name).cloned().map(|column| (name, column));
            let columns: Vec<(String, ColumnData)> = names.into_iter().filter_map(column).collect();
            let mut truths = vec![false; extract.rows];
            for row in rows_where(&place, columns, condition)? {
                truths[row] = true;
            }
            Ok(truths)
        };
        let mut causes = Vec::new();
        for cause in &spec.causes {
            causes.push((cause.time.get_ref().as_str(), holds(cause.when.get_ref())?));
        }
        let when = spec.when.as_ref().map(|when| holds(when.get_ref())).transpose()?;
        Ok(Self { extract, spec, name: &endpoint.name, when, causes })
    }

    fn number(&self, column: &str, row: usize) -> Option<f64> {
        self.extract.column(column).and_then(|column| column.number(row))
    }

    /// Whether the code of the event is one that the study names; none where it is missing or there is none.
    fn coded(&self, row: usize) -> Option<bool> {
        let Some(EventSpec::Codes(coded)) = &self.spec.event else { return None };
        let label = self.extract.column(coded.column.get_ref())?.label(row)?;
        Some(coded.codes.contains_key(&label))
    }

    /// Whether the columns say that the event happened.
    fn happened(&self, row: usize) -> bool {
        match (&self.when, &self.spec.event) {
            (Some(when), _) => when[row],
            (None, Some(_)) => self.coded(row) == Some(true),
            (None, None) => self.spec.never.is_some(),
        }
    }

    fn hit(&self, row: usize, column: &str) -> Hit {
        let hit = Hit::at(row).field(column).say("endpoint", self.name).say("column", column);
        match self.number(column, row) {
            Some(value) => hit.number("value", value),
            None => hit,
        }
    }
}

/// What is wrong with the columns of one endpoint.
fn one(judged: &Judged<'_>, end: Option<&Endpoint>, hits: &mut Hits) {
    let end = end.and_then(|end| Some((end.name.as_str(), end.spec.time.as_ref()?.get_ref().as_str())));
    for row in 0..judged.extract.rows {
        let mut found = |check: Check, hit: Hit| hits.entry(check).or_default().push(hit);
        let mut events: Vec<(&str, f64)> = Vec::new();
        for (column, _) in judged.causes.iter().filter(|(_, happened)| happened[row]) {
            if let Some(time) = judged.number(column, row) {
                if events.iter().any(|(_, other)| other.total_cmp(&time).is_eq()) {
                    found(Check::CausesOverlap, judged.hit(row, column));
                }
                events.push((column, time));
            } else {
                found(Check::EventWithoutTime, judged.hit(row, column));
            }
        }
        if let Some(column) = judged.spec.time.as_ref().filter(|_| judged.causes.is_empty()) {
            let column = column.get_ref().as_str();
            let time = judged.number(column, row).filter(|time| !is(judged.spec.never, *time));
            let coded = matches!(judged.spec.event, Some(EventSpec::Codes(_)));
            match (judged.happened(row), time) {
                (true, Some(time)) => events.push((column, time)),
                (true, None) if judged.when.is_some() || coded => {
                    found(Check::EventWithoutTime, judged.hit(row, column));
                }
                (false, Some(_)) if judged.when.is_some() && judged.spec.never.is_some() => {
                    found(Check::TimeWithoutEvent, judged.hit(row, column));
                }
                (false, Some(_)) if coded && judged.coded(row).is_none() => {
                    found(Check::CodeMissing, judged.hit(row, column));
                }
                _ => {}
            }
        }
        let Some((other, column)) = end.filter(|(other, _)| *other != judged.name) else { continue };
        let Some(last) = judged.number(column, row) else { continue };
        for (column, _) in events.into_iter().filter(|(_, time)| *time > last) {
            found(Check::EventAfterFollowUp, judged.hit(row, column).say("other", other).number("end", last));
        }
    }
}

/// Whether a time is the one that means never.
fn is(never: Option<f64>, time: f64) -> bool {
    never.is_some_and(|never| never.total_cmp(&time).is_eq())
}
