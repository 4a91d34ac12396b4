//! How each patient ended in an endpoint, its competing endpoints included.

use std::collections::BTreeMap;

use super::evidence::{Evidence, Own, cause_number, check_times};
use super::time_column;
use crate::cohort::error::CohortError;
use crate::cohort::population::Population;
use crate::cohort::table::text_column;
use crate::cohort::{EndpointData, NoRow};
use crate::ingest::frame::ColumnData;
use crate::study::file::CompetingSpec;
use crate::study::{Endpoint, EndpointKind, Study};

/// How a patient ended.
#[derive(Debug, Clone, Copy, PartialEq)]
struct End {
    days: f64,
    /// 0 censored, `i` the `i`-th cause.
    cause: u32,
    /// Place in [`Ends::sources`].
    source: u32,
}

/// What is known about a patient in an endpoint.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Known {
    /// The endpoint does not exist for the patient.
    NotApplicable,
    /// It exists, and the columns do not tell.
    NotEvaluable,
    /// How it ended.
    Ended(End),
}

/// How every patient ended in an endpoint.
struct Ends {
    known: Vec<Known>,
    sources: Vec<String>,
    contradictions: u64,
}

/// Derives endpoints, each once.
pub(super) struct Resolver<'a> {
    population: &'a Population,
    endpoints: &'a [Endpoint],
    unit: f64,
    done: BTreeMap<String, Ends>,
}

impl<'a> Resolver<'a> {
    /// A resolver for the endpoints of a study.
    pub(super) fn new(study: &Study, population: &'a Population, endpoints: &'a [Endpoint]) -> Self {
        let unit = study.file.inputs.wide.as_ref().map_or(1.0, |wide| wide.time_unit.days());
        Self { population, endpoints, unit, done: BTreeMap::new() }
    }

    /// The rows of an endpoint with a time.
    pub(super) fn timed(&mut self, endpoint: &Endpoint) -> Result<EndpointData, CohortError> {
        self.resolve(&endpoint.name, &mut Vec::new())?;
        let Some(ends) = self.done.get(&endpoint.name) else {
            return Err(CohortError::UnknownEndpoint { endpoint: endpoint.name.clone() });
        };
        let entries = self.entries(endpoint)?;
        let (mut subjects, mut kept, mut entry) = (Vec::new(), Vec::new(), Vec::new());
        let (mut not_applicable, mut not_evaluable, mut absent) = (0, 0, Vec::new());
        for (row, known) in ends.known.iter().enumerate() {
            let entered = entries.as_ref().map(|entries| entries[row]);
            match (known, entered) {
                (Known::NotApplicable, _) => {
                    not_applicable += 1;
                    absent.push((row, NoRow::NotApplicable));
                }
                (Known::NotEvaluable, _) | (_, Some(None)) => {
                    not_evaluable += 1;
                    absent.push((row, NoRow::NotEvaluable));
                }
                (Known::Ended(end), entered) => {
                    subjects.push(row);
                    kept.push(*end);
                    entry.extend(entered.flatten());
                }
            }
        }
        let times: Vec<f64> = kept.iter().map(|end| end.days).collect();
        let causes = kept.iter().map(|end| i64::from(end.cause)).collect();
        let source = |end: &End| ends.sources.get(end.source as usize).map(String::as_str);
        let mut columns = Vec::new();
        if entries.is_some() {
            columns.push(("entry".to_owned(), time_column(&entry)));
        }
        columns.push(("time".to_owned(), time_column(&times)));
        columns.push(("cause".to_owned(), ColumnData::Integer { values: causes, valid: None }));
        columns.push(("source".to_owned(), text_column(kept.iter().map(source))));
        Ok(EndpointData {
            endpoint: endpoint.clone(),
            rows: self.population.rows_of(&subjects, columns)?,
            absent,
            not_applicable,
            never_below: 0,
            not_evaluable,
            contradictions: ends.contradictions,
        })
    }

    fn entries(&self, endpoint: &Endpoint) -> Result<Option<Vec<Option<f64>>>, CohortError> {
        let Some(name) = &endpoint.spec.entry else { return Ok(None) };
        let column = self.population.columns.get(name.get_ref())?;
        check_times(endpoint, name.get_ref(), column, &self.population.among(&endpoint.name)?)?;
        Ok(Some((0..column.len()).map(|row| column.number(row).map(|time| time * self.unit)).collect()))
    }

    /// Derives an endpoint after those that compete with it; `path` are the endpoints on the way.
    fn resolve(&mut self, name: &str, path: &mut Vec<String>) -> Result<(), CohortError> {
        if self.done.contains_key(name) {
            return Ok(());
        }
        path.push(name.to_owned());
        if path[..path.len() - 1].iter().any(|seen| seen == name) {
            return Err(CohortError::Cycle { endpoints: path.clone() });
        }
        let endpoints = self.endpoints;
        let endpoint = endpoints
            .iter()
            .find(|endpoint| endpoint.name == name)
            .ok_or_else(|| CohortError::UnknownEndpoint { endpoint: name.to_owned() })?;
        if endpoint.kind == EndpointKind::Proportion {
            return Err(CohortError::Condition {
                place: format!("endpoint {}", path.first().map_or("", String::as_str)),
                message: format!("{name} has no time and cannot compete"),
            });
        }
        if let Some(CompetingSpec::Endpoints(competing)) = &endpoint.spec.competing {
            for other in competing.values() {
                self.resolve(other, path)?;
            }
        }
        path.pop();
        let ends = self.ends(endpoint)?;
        self.done.insert(name.to_owned(), ends);
        Ok(())
    }

    fn ends(&self, endpoint: &Endpoint) -> Result<Ends, CohortError> {
        let applies = self.population.among(&endpoint.name)?;
        let own = Own::new(&self.population.columns, endpoint, self.unit, &applies)?;
        let mut sources = own.sources.clone();
        let competitors = self.competitors(endpoint, &mut sources);
        let mut contradictions = 0;
        let known = applies
            .iter()
            .enumerate()
            .map(|(row, applies)| {
                if !applies {
                    return Known::NotApplicable;
                }
                let Some(rivals) = rivals_of(&competitors, row) else { return Known::NotEvaluable };
                let evidence = own.evidence(row);
                contradictions += u64::from(contradicts(&evidence, &rivals));
                settle(&evidence, &rivals).map_or(Known::NotEvaluable, Known::Ended)
            })
            .collect();
        Ok(Ends { known, sources, contradictions })
    }

    fn competitors(&self, endpoint: &Endpoint, sources: &mut Vec<String>) -> Vec<Competitor<'_>> {
        let Some(CompetingSpec::Endpoints(map)) = &endpoint.spec.competing else { return Vec::new() };
        let mut competitors = Vec::new();
        for (cause, other) in map {
            let Some(ends) = self.done.get(other) else { continue };
            let offset = u32::try_from(sources.len()).unwrap_or(0);
            sources.extend(ends.sources.iter().map(|source| format!("{other}: {source}")));
            competitors.push(Competitor { ends, cause: cause_number(endpoint, cause), offset });
        }
        competitors
    }
}

/// An endpoint that competes with another.
struct Competitor<'a> {
    ends: &'a Ends,
    /// Which cause of the other endpoint its event is.
    cause: u32,
    /// Where its sources begin among those of the other endpoint.
    offset: u32,
}

/// How the patient ended in the competing endpoints that apply: its event as the cause that it is
/// here, everything else as the end of follow-up. None if one of them cannot tell.
fn rivals_of(competitors: &[Competitor<'_>], row: usize) -> Option<Vec<End>> {
    let mut rivals = Vec::with_capacity(competitors.len());
    for competitor in competitors {
        match competitor.ends.known[row] {
            Known::NotApplicable => {}
            Known::NotEvaluable => return None,
            Known::Ended(end) => rivals.push(End {
                cause: if end.cause == 1 { competitor.cause } else { 0 },
                source: end.source + competitor.offset,
                ..end
            }),
        }
    }
    Some(rivals)
}

/// Whether an own event lies after the end of follow-up in every competing endpoint.
fn contradicts(evidence: &Evidence, rivals: &[End]) -> bool {
    let Evidence::Events(events) = evidence else { return false };
    !rivals.is_empty() && events.iter().any(|(moment, _)| rivals.iter().all(|rival| moment.days > rival.days))
}

/// The earliest end; on a tie an event wins over censoring, and of two events the cause that is
/// named first. None if the row does not tell.
fn settle(evidence: &Evidence, rivals: &[End]) -> Option<End> {
    let own: Vec<End> = match evidence {
        Evidence::Unknown => return None,
        Evidence::EventFree(moment) => {
            moment.iter().map(|moment| End { days: moment.days, cause: 0, source: moment.source }).collect()
        }
        Evidence::Events(events) => events
            .iter()
            .map(|(moment, cause)| End { days: moment.days, cause: *cause, source: moment.source })
            .collect(),
    };
    let rank = |end: &End| if end.cause == 0 { u32::MAX } else { end.cause };
    own.iter()
        .chain(rivals)
        .copied()
        .min_by(|left, right| left.days.total_cmp(&right.days).then(rank(left).cmp(&rank(right))))
}
