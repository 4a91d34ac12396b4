//! The times to events of a study as ADTTE, one row a subject and parameter.
//!
//! | column | holds |
//! |---|---|
//! | `STUDYID`, `USUBJID` | the study, the subject |
//! | `PARAMCD`, `PARAM` | the endpoint: its code of at most eight characters, its label with the unit |
//! | `AVAL`, `AVALU` | the time, in `DAYS` from the infusion |
//! | `ENTRY` | when the subject came under observation, if any endpoint has delayed entry |
//! | `CNSR` | 0 the event, 1 censored, `k` from 2 on: the `k`-th event of the endpoint, which competes |
//! | `EVNTDESC` | the event that `CNSR` stands for, by its name in the study; `Censored` |
//! | `CNSDTDSC` | of a censored time, where it comes from |
//! | `SRCVAR` | where the time comes from |
//! | the strata | the level of the subject, by a name of at most eight characters; of a number in bands `GR1` ends it |
//!
//! Rows are in the order of `USUBJID`, then `PARAMCD`. There are no dates, so no `STARTDT` and no `ADT`. A
//! program that takes every `CNSR` above 0 as censored estimates cause-specific quantities.

mod short_name;

use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::frame::growing::Growing;
use crate::ingest::frame::{ColumnData, Detail, Frame};
use crate::study::{Endpoint, EndpointKind, Study};
use short_name::short_name;

/// What a censored row says in `EVNTDESC`.
pub const CENSORED: &str = "Censored";
/// The columns that make a row unique.
pub const KEYS: [&str; 3] = ["STUDYID", "USUBJID", "PARAMCD"];

/// A parameter of ADTTE.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// `PARAMCD`.
    pub code: String,
    /// `PARAM`.
    pub name: String,
    /// Names of the events: that of `CNSR` 0 first, then those of 2, 3, ...
    pub events: Vec<String>,
}

/// ADTTE: its rows and its parameters, those in the order of the study.
#[derive(Debug, Clone)]
pub struct Adtte {
    /// The rows.
    pub frame: Frame,
    /// The parameters.
    pub parameters: Vec<Parameter>,
}

/// Whether an endpoint has a place in ADTTE: one time for each subject.
pub fn is_parameter(endpoint: &Endpoint) -> bool {
    matches!(endpoint.kind, EndpointKind::Survival | EndpointKind::Competing)
}

/// Puts the rows of endpoints together.
///
/// # Input
/// Each endpoint that [`is_parameter`] with its rows as the analysis data set has them.
pub fn adtte(study: &Study, endpoints: &[(Endpoint, Frame)]) -> Adtte {
    let mut codes = BTreeSet::new();
    let parameters: Vec<Parameter> = endpoints
        .iter()
        .map(|(endpoint, _)| Parameter {
            code: short_name(&endpoint.name, "", &mut codes),
            name: format!("{} (days)", endpoint.label),
            events: endpoint.causes.clone(),
        })
        .collect();
    let mut rows: Vec<RowOf<'_>> = Vec::new();
    for ((_, frame), parameter) in endpoints.iter().zip(&parameters) {
        let subjects = (0..frame.rows).map(|row| text(frame, "subject_id", row).unwrap_or_default());
        rows.extend(subjects.enumerate().map(|(row, subject)| RowOf { subject, parameter, frame, row }));
    }
    rows.sort_by(|a, b| (a.subject, &a.parameter.code).cmp(&(b.subject, &b.parameter.code)));
    let mut table = Table { rows: &rows, columns: Vec::new(), details: BTreeMap::new() };
    table.fixed(study, endpoints);
    table.strata(study);
    let frame = Frame {
        rows: rows.len(),
        columns: table.columns,
        details: table.details,
        first_line: 1,
        notes: Vec::new(),
    };
    Adtte { frame, parameters }
}

/// A row of ADTTE and where it comes from.
struct RowOf<'a> {
    subject: &'a str,
    parameter: &'a Parameter,
    frame: &'a Frame,
    row: usize,
}

impl RowOf<'_> {
    fn cause(&self) -> Option<usize> {
        let cause = self.frame.column("cause").and_then(|column| column.number(self.row))?;
        (0..=self.parameter.events.len()).find(|&number| number as f64 == cause)
    }

    fn censor(&self) -> Option<i64> {
        match self.cause()? {
            0 => Some(1),
            1 => Some(0),
            competing => i64::try_from(competing).ok(),
        }
    }

    fn event(&self) -> Option<&str> {
        match self.cause()? {
            0 => Some(CENSORED),
            cause => self.parameter.events.get(cause - 1).map(String::as_str),
        }
    }
}

struct Table<'a> {
    rows: &'a [RowOf<'a>],
    columns: Vec<(String, ColumnData)>,
    details: BTreeMap<String, Detail>,
}

impl<'a> Table<'a> {
    fn fixed(&mut self, study: &'a Study, endpoints: &[(Endpoint, Frame)]) {
        self.texts("STUDYID", "Study Identifier", |_| Some(&study.file.study.id));
        self.texts("USUBJID", "Unique Subject Identifier", |row| Some(row.subject));
        self.texts("PARAMCD", "Parameter Code", |row| Some(&row.parameter.code));
        self.texts("PARAM", "Parameter", |row| Some(&row.parameter.name));
        self.numbers("AVAL", "Analysis Value", |row| row.frame.column("time")?.number(row.row));
        self.texts("AVALU", "Analysis Value Unit", |_| Some("DAYS"));
        if endpoints.iter().any(|(_, frame)| frame.column("entry").is_some()) {
            self.numbers("ENTRY", "Entry into Observation (days)", |row| {
                row.frame.column("entry").map_or(Some(0.0), |entry| entry.number(row.row))
            });
        }
        self.numbers("CNSR", "Censor", |row| row.censor().map(|code| code as f64));
        self.texts("EVNTDESC", "Event or Censoring Description", RowOf::event);
        let source = |row: &RowOf<'a>| text(row.frame, "source", row.row);
        self.texts("CNSDTDSC", "Censor Date Description", |row| {
            source(row).filter(|_| row.cause() == Some(0))
        });
        self.texts("SRCVAR", "Source Variable", source);
    }

    /// The strata under short names that no other column has.
    fn strata(&mut self, study: &'a Study) {
        let mut taken: BTreeSet<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        for (stratum, spec) in &study.file.strata {
            if self.rows.iter().all(|row| row.frame.column(stratum).is_none()) {
                continue;
            }
            // A number in bands is not the number: ADaM calls it AGEGR1, and keeps AGE for the age.
            let ending = if spec.breaks.is_empty() { "" } else { "GR1" };
            let name = short_name(stratum, ending, &mut taken);
            let label = spec.label.as_deref().unwrap_or(stratum);
            self.texts(&name, label, |row| text(row.frame, stratum, row.row));
        }
    }

    fn texts<'t>(&mut self, name: &str, label: &str, value: impl Fn(&'a RowOf<'a>) -> Option<&'t str>)
    where
        'a: 't,
    {
        let mut column = Growing::text();
        for row in self.rows {
            match value(row) {
                Some(text) => column.push_text(text),
                None => column.push_missing(),
            }
        }
        self.add(name, label, column);
    }

    fn numbers(&mut self, name: &str, label: &str, value: impl Fn(&RowOf<'a>) -> Option<f64>) {
        let mut column = Growing::Real(Vec::new(), Vec::new());
        for row in self.rows {
            match value(row) {
                Some(number) => column.push_real(number),
                None => column.push_missing(),
            }
        }
        self.add(name, label, column);
    }

    fn add(&mut self, name: &str, label: &str, column: Growing) {
        if let Some(values) = column.finish() {
            self.columns.push((name.to_owned(), values));
            let label = Some(label.to_owned());
            self.details.insert(name.to_owned(), Detail { label, temporal: None });
        }
    }
}

/// The text of a cell.
fn text<'a>(frame: &'a Frame, column: &str, row: usize) -> Option<&'a str> {
    match frame.column(column)? {
        ColumnData::Text { codes, levels } => levels.get(codes[row] as usize).map(String::as_str),
        _ => None,
    }
}
