//! Groups by what happened after transplant: who had an event by a day.

use std::collections::BTreeMap;

use super::error::CohortError;
use super::states::{Course, courses};
use super::strata::stratify;
use super::table::{gather, text_column};
use super::{Cohort, StratumLevels};
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::Study;

/// Adds the strata that are made from endpoints: `yes` for who had the event of interest by the day, `no` for
/// who had not, nothing for whom the endpoint does not exist or who cannot be judged.
pub(super) fn add_strata(study: &Study, cohort: &mut Cohort) -> Result<(), CohortError> {
    let subjects = cohort.subjects.rows;
    for (name, spec) in &study.file.strata {
        let Some(endpoint) = &spec.endpoint else { continue };
        let found = cohort.endpoints.iter().find(|data| data.endpoint.name == *endpoint.get_ref());
        let Some(data) = found else { continue };
        let by = spec.known_at.unwrap_or(0.0);
        let level = |course: &Course| match course {
            Course::Event(day) => Some(if *day <= by { "yes" } else { "no" }),
            Course::Censored(_) | Course::Over => Some("no"),
            Course::NotApplicable | Course::NotEvaluable => None,
        };
        let courses = courses(data, subjects);
        let (column, levels) = stratify(name, spec, &text_column(courses.iter().map(level)))?;
        add(cohort, name, &column);
        cohort.strata.push(levels);
    }
    let order = |stratum: &StratumLevels| study.file.strata.get_index_of(&stratum.name);
    cohort.strata.sort_by_key(order);
    Ok(())
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
