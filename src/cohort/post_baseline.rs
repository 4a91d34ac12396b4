//! Groups by what happened after transplant: who had an event by a day.

use std::collections::BTreeMap;

use super::error::CohortError;
use super::states::{Course, courses, rows_of};
use super::strata::stratify;
use super::table::{gather, text_column};
use super::{Cohort, EndpointData, StratumLevels};
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::Study;

/// Adds the strata that are made from endpoints: `yes` for who had the event of interest by the day, as far as was
/// known on that day, `no` for who had not, nothing for whom the endpoint does not exist, or did not by then, or who
/// cannot be judged.
///
/// A response whose second value came after the day was not known to be one.
pub(super) fn add_strata(study: &Study, cohort: &mut Cohort) -> Result<(), CohortError> {
    let subjects = cohort.subjects.rows;
    for (name, spec) in &study.file.strata {
        let Some(endpoint) = &spec.endpoint else { continue };
        let found = cohort.endpoints.iter().find(|data| data.endpoint.name == *endpoint.get_ref());
        let Some(data) = found else { continue };
        let levels = levels_at(data, subjects, spec.known_at.unwrap_or(0.0));
        let (column, levels) = stratify(name, spec, &text_column(levels.into_iter()))?;
        add(cohort, name, &column);
        cohort.strata.push(levels);
    }
    let order = |stratum: &StratumLevels| study.file.strata.get_index_of(&stratum.name);
    cohort.strata.sort_by_key(order);
    Ok(())
}

/// The level of each subject, from what was known on a day.
fn levels_at(data: &EndpointData, subjects: usize, by: f64) -> Vec<Option<&'static str>> {
    let of_row = |name: &str, row: Option<usize>| data.rows.column(name)?.number(row?);
    let level = |(course, row): (Course, Option<usize>)| match course {
        Course::NotApplicable | Course::NotEvaluable => None,
        _ if of_row("begun", row).is_some_and(|begun| begun > by) => None,
        Course::Event(day) => Some(if of_row("known", row).unwrap_or(day) <= by { "yes" } else { "no" }),
        Course::Censored(_) | Course::Over => Some("no"),
    };
    courses(data, subjects).into_iter().zip(rows_of(data, subjects)).map(level).collect()
}

/// Adds a column of the subjects to their rows everywhere.
fn add(cohort: &mut Cohort, name: &str, column: &ColumnData) {
    let place: BTreeMap<String, usize> =
        subject_ids(&cohort.subjects).into_iter().enumerate().map(|(row, id)| (id, row)).collect();
    for data in &mut cohort.endpoints {
        let rows: Vec<usize> =
            subject_ids(&data.rows).iter().filter_map(|id| place.get(id).copied()).collect();
        data.rows.columns.push((name.to_owned(), gather(column, &rows)));
    }
    cohort.subjects.columns.push((name.to_owned(), column.clone()));
}

fn subject_ids(frame: &Frame) -> Vec<String> {
    let column = frame.column("subject_id");
    (0..frame.rows).map(|row| column.and_then(|ids| ids.label(row)).unwrap_or_default()).collect()
}
