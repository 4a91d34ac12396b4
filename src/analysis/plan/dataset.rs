//! The analysis data set: the rows of an endpoint with all that its analyses read.

use std::collections::BTreeMap;

use crate::cohort::{Cohort, EndpointData};
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::Study;
use crate::study::file::{AnalysisSpec, ChangesOn};

/// The rows of an endpoint, with the days on which the covariates of its models change: `day of agvhd`.
pub fn dataset(study: &Study, cohort: &Cohort, data: &EndpointData) -> Frame {
    let name = &data.endpoint.name;
    let of_endpoint =
        |spec: &&AnalysisSpec| spec.endpoint.all().iter().any(|endpoint| endpoint.get_ref() == name);
    let specs: Vec<&AnalysisSpec> = study.file.analysis.iter().filter(of_endpoint).collect();
    with_days(cohort, data, (&specs, study.changes_on()))
}

/// The name of the column of the days of an endpoint at which a covariate changes.
pub fn day_column(endpoint: &str) -> String {
    format!("day of {endpoint}")
}

/// The rows of an endpoint, with the days on which the covariates of some models change.
pub(super) fn with_days(
    cohort: &Cohort,
    data: &EndpointData,
    (specs, changes): (&[&AnalysisSpec], Option<ChangesOn>),
) -> Frame {
    let mut frame = data.rows.clone();
    for endpoint in specs.iter().flat_map(|spec| spec.time_dependent.values()) {
        let name = day_column(endpoint.get_ref());
        if frame.column(&name).is_none() {
            let days = days(cohort, (endpoint.get_ref(), changes), &frame);
            frame.columns.push((name, days));
        }
    }
    frame
}

/// For each row the day, from transplant, on which the first cause of another endpoint happened to its subject: from
/// which it is known, or its first.
fn days(cohort: &Cohort, (endpoint, changes): (&str, Option<ChangesOn>), frame: &Frame) -> ColumnData {
    let mut days: BTreeMap<String, f64> = BTreeMap::new();
    if let Some(data) = cohort.endpoints.iter().find(|data| data.endpoint.name == endpoint) {
        let names = texts(data.rows.column("subject_id"), data.rows.rows);
        let number = |column: &str, row: usize| data.rows.column(column)?.number(row);
        let known = |row: usize| number("known", row).filter(|_| changes == Some(ChangesOn::Confirmed));
        let first = |row: usize| Some(number("origin", row).unwrap_or(0.0) + number("time", row)?);
        for (row, name) in names.into_iter().enumerate() {
            let happened = number("cause", row).is_some_and(|cause| (0.5..1.5).contains(&cause));
            let day = known(row).or_else(|| first(row)).filter(|_| happened);
            days.extend(name.zip(day));
        }
    }
    let subjects = texts(frame.column("subject_id"), frame.rows);
    let day = |name: &Option<String>| name.as_ref().and_then(|name| days.get(name)).copied();
    let found: Vec<Option<f64>> = subjects.iter().map(day).collect();
    ColumnData::Real {
        values: found.iter().map(|day| day.unwrap_or_default()).collect(),
        valid: Some(found.iter().map(Option::is_some).collect()),
    }
}

fn texts(column: Option<&ColumnData>, rows: usize) -> Vec<Option<String>> {
    (0..rows).map(|row| column.and_then(|column| column.label(row))).collect()
}
