//! The analysis data set: the rows of an endpoint with all that its analyses read.

use std::collections::BTreeMap;

use crate::cohort::{Cohort, EndpointData};
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::Study;
use crate::study::file::AnalysisSpec;

/// The rows of an endpoint, with the days on which the covariates of its models change: `day of agvhd`.
pub fn dataset(study: &Study, cohort: &Cohort, data: &EndpointData) -> Frame {
    let name = &data.endpoint.name;
    let of_endpoint =
        |spec: &&AnalysisSpec| spec.endpoint.all().iter().any(|endpoint| endpoint.get_ref() == name);
    let specs: Vec<&AnalysisSpec> = study.file.analysis.iter().filter(of_endpoint).collect();
    with_days(cohort, data, &specs)
}

/// The name of the column of the days of an endpoint at which a covariate changes.
pub fn day_column(endpoint: &str) -> String {
    format!("day of {endpoint}")
}

/// The rows of an endpoint, with the days on which the covariates of some models change.
pub(super) fn with_days(cohort: &Cohort, data: &EndpointData, specs: &[&AnalysisSpec]) -> Frame {
    let mut frame = data.rows.clone();
    for endpoint in specs.iter().flat_map(|spec| spec.time_dependent.values()) {
        let name = day_column(endpoint.get_ref());
        if frame.column(&name).is_none() {
            let days = days(cohort, endpoint.get_ref(), &frame);
            frame.columns.push((name, days));
        }
    }
    frame
}

/// For each row the day on which the first cause of another endpoint happened to its subject.
fn days(cohort: &Cohort, endpoint: &str, frame: &Frame) -> ColumnData {
    let mut days: BTreeMap<String, f64> = BTreeMap::new();
    if let Some(data) = cohort.endpoints.iter().find(|data| data.endpoint.name == endpoint) {
        let names = texts(data.rows.column("subject_id"), data.rows.rows);
        let time = texts(data.rows.column("time"), data.rows.rows);
        let cause = texts(data.rows.column("cause"), data.rows.rows);
        for ((name, time), cause) in names.into_iter().zip(time).zip(cause) {
            let day = time.and_then(|time| time.parse().ok()).filter(|_| cause.as_deref() == Some("1"));
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
