//! What the columns of an endpoint itself say about each patient.

use std::collections::BTreeMap;

use super::condition_column;
use crate::cohort::error::CohortError;
use crate::cohort::table::Columns;
use crate::ingest::frame::ColumnData;
use crate::study::Endpoint;
use crate::study::file::EventSpec;

/// What an endpoint's own columns say about a patient.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Evidence {
    /// A value that is needed is missing.
    Unknown,
    /// Seen without event until this time; none if the columns do not say until when.
    EventFree(Option<Moment>),
    /// Events that happened: time and cause, 1 for the first.
    Events(Vec<(Moment, u32)>),
}

/// A time in days and the column that it came from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moment {
    pub(super) days: f64,
    /// Place of the column in [`Own::sources`].
    pub(super) source: u32,
}

/// The columns of one endpoint.
pub(super) struct Own<'a> {
    endpoint: &'a Endpoint,
    unit: f64,
    time: Times<'a>,
    event: Option<Codes>,
    causes: Vec<Cause<'a>>,
    when: Option<Vec<Option<bool>>>,
    /// The columns that times are read from.
    pub(super) sources: Vec<String>,
}

struct Times<'a> {
    column: &'a ColumnData,
    source: u32,
}

struct Cause<'a> {
    times: Times<'a>,
    fulfilled: Vec<Option<bool>>,
    number: u32,
}

/// For each row the cause, 0 for none; missing where the code is.
struct Codes(Vec<Option<u32>>);

impl<'a> Own<'a> {
    /// Checks and prepares the columns of an endpoint; `applies` says to which rows.
    pub(super) fn new(
        columns: &'a Columns,
        endpoint: &'a Endpoint,
        unit: f64,
        applies: &[bool],
    ) -> Result<Self, CohortError> {
        let spec = &endpoint.spec;
        let mut sources = Vec::new();
        let mut times = |name: &str| -> Result<Times<'a>, CohortError> {
            let column = columns.get(name)?;
            check_times(endpoint, name, column, applies)?;
            sources.push(name.to_owned());
            Ok(Times { column, source: u32::try_from(sources.len() - 1).unwrap_or(0) })
        };
        let time = times(spec.time.as_ref().map_or("", |time| time.get_ref()))?;
        let mut causes = Vec::new();
        for (index, cause) in spec.causes.iter().enumerate() {
            let condition = condition_column(&format!("cause{index}"), &endpoint.name);
            causes.push(Cause {
                times: times(cause.time.get_ref())?,
                fulfilled: columns.truths(&condition)?,
                number: cause_number(endpoint, &cause.cause),
            });
        }
        let event = match &spec.event {
            Some(EventSpec::Codes(_)) => Some(read_codes(columns, endpoint, applies)?),
            _ => None,
        };
        let when = spec
            .when
            .as_ref()
            .map(|_| columns.truths(&condition_column("when", &endpoint.name)))
            .transpose()?;
        Ok(Self { endpoint, unit, time, event, causes, when, sources })
    }

    /// What the columns say about the patient in this row.
    pub(super) fn evidence(&self, row: usize) -> Evidence {
        let Some(mut events) = self.caused(row) else { return Evidence::Unknown };
        let time = self.moment(&self.time, row);
        let never = self.is_never(&self.time, row);
        let timed = match &self.event {
            Some(Codes(codes)) => codes[row],
            None => Some(u32::from(self.causes.is_empty())),
        };
        match (timed, time) {
            (None, _) | (Some(1..), None) => return Evidence::Unknown,
            (Some(cause @ 1..), Some(moment)) if self.counts(row) && !never => events.push((moment, cause)),
            _ => {}
        }
        if !events.is_empty() {
            return Evidence::Events(events);
        }
        let time_tells_follow_up = self.event.is_some() || !self.causes.is_empty();
        match time {
            None => Evidence::Unknown,
            Some(moment) => Evidence::EventFree(Some(moment).filter(|_| time_tells_follow_up && !never)),
        }
    }

    /// The events put together from several columns; none if it is not known whether they happened.
    fn caused(&self, row: usize) -> Option<Vec<(Moment, u32)>> {
        let mut events = Vec::new();
        for cause in &self.causes {
            if cause.fulfilled[row]? {
                let moment = self.moment(&cause.times, row)?;
                if self.counts(row) && !self.is_never(&cause.times, row) {
                    events.push((moment, cause.number));
                }
            }
        }
        Some(events)
    }

    /// Whether an event of this row counts.
    fn counts(&self, row: usize) -> bool {
        self.when.as_ref().is_none_or(|when| when[row] == Some(true))
    }

    fn moment(&self, times: &Times<'_>, row: usize) -> Option<Moment> {
        times.column.number(row).map(|time| Moment { days: time * self.unit, source: times.source })
    }

    /// Whether the time as delivered means "never".
    fn is_never(&self, times: &Times<'_>, row: usize) -> bool {
        match (self.endpoint.spec.never, times.column.number(row)) {
            (Some(never), Some(time)) => (time - never).abs() <= f64::EPSILON * never.abs(),
            _ => false,
        }
    }
}

/// 1 for the first cause of the endpoint.
pub(super) fn cause_number(endpoint: &Endpoint, cause: &str) -> u32 {
    let place = endpoint.causes.iter().position(|known| known == cause);
    place.map_or(0, |place| u32::try_from(place + 1).unwrap_or(0))
}

/// Refuses a time column that holds no numbers or times below 0.
pub(super) fn check_times(
    endpoint: &Endpoint,
    name: &str,
    column: &ColumnData,
    applies: &[bool],
) -> Result<(), CohortError> {
    if !matches!(column, ColumnData::Integer { .. } | ColumnData::Real { .. }) {
        return Err(CohortError::NotNumbers {
            place: format!("endpoint {}", endpoint.name),
            column: name.to_owned(),
        });
    }
    let negative = (0..column.len())
        .filter(|&row| applies[row] && column.number(row).is_some_and(|time| time < 0.0))
        .count() as u64;
    if negative > 0 {
        return Err(CohortError::NegativeTime {
            endpoint: endpoint.name.clone(),
            column: name.to_owned(),
            rows: negative,
        });
    }
    Ok(())
}

fn read_codes(columns: &Columns, endpoint: &Endpoint, applies: &[bool]) -> Result<Codes, CohortError> {
    let Some(EventSpec::Codes(coded)) = &endpoint.spec.event else { return Ok(Codes(Vec::new())) };
    let name = coded.column.get_ref();
    let column = columns.get(name)?;
    let mut unnamed: BTreeMap<String, u64> = BTreeMap::new();
    let mut codes = Vec::with_capacity(column.len());
    for (row, applies) in applies.iter().enumerate() {
        let Some(code) = column.label(row) else {
            codes.push(None);
            continue;
        };
        let number = match coded.codes.get(&code) {
            Some(cause) => cause_number(endpoint, cause),
            None => 0,
        };
        if number == 0 && code != "0" && code != "false" && *applies {
            *unnamed.entry(code).or_default() += 1;
        }
        codes.push(Some(number));
    }
    match unnamed.pop_first() {
        None => Ok(Codes(codes)),
        Some((code, rows)) => Err(CohortError::UnnamedCode {
            endpoint: endpoint.name.clone(),
            column: name.clone(),
            code,
            rows,
        }),
    }
}
