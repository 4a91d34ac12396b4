//! Mean cumulative counts of recurrent events in groups -> ARD rows.

use std::sync::Arc;

use super::ard::Row;
use super::factor::{Crossing, Factor, MISSING};
use super::reduce::{ReduceError, Rows};
use super::row_set::{Frame, Place, RowSet, stat};
use super::survival::Times;
use crate::domain::{Convention, Group};
use crate::estimate::ghosh_lin::CourseError;
use crate::estimate::{CountStep, CourseEnd, CourseRow, MeanCount, ghosh_lin};

/// What is asked of a mean cumulative count.
#[derive(Debug, Clone)]
pub struct RecurrentRequest {
    /// Times of the table.
    pub times: Times,
    /// Level of the intervals.
    pub conf_level: f64,
    /// Whether numbers of patients and events are told.
    pub summary: bool,
    /// The conventions.
    pub profile: Convention,
}

/// A group and the mean cumulative count in it.
#[derive(Debug, Clone)]
pub struct GroupCount {
    /// The group.
    pub group: Arc<Group>,
    /// Its mean cumulative count.
    pub count: MeanCount,
}

/// The mean cumulative count of each non-empty crossing of `by`, of cause 1, which recurs, until cause 2.
///
/// Without entries the rows of a subject follow each other: each begins where the one before it ended.
///
/// # Errors
/// [`ReduceError`] with the row of a subject that overlaps another of it, or comes after its terminal event.
pub fn group_counts(
    rows: &Rows<'_>,
    subject: &Factor,
    by: &[Factor],
    conf_level: f64,
) -> Result<Vec<GroupCount>, ReduceError> {
    let crossing = Crossing::new(by, rows.keep());
    let before = rows_before(rows, subject);
    let entry = |row: usize| match before[row] {
        Some(before) => Some(rows.exit(before)),
        None => rows.entry(row),
    };
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); crossing.groups.len()];
    for (row, group) in crossing.index.iter().enumerate() {
        if *group != MISSING {
            members[*group as usize].push(row);
        }
    }
    crossing
        .groups
        .into_iter()
        .zip(members)
        .map(|(group, members)| {
            let course = |row: &usize| CourseRow {
                subject: subject.codes[*row],
                entry: entry(*row),
                exit: rows.exit(*row),
                end: end(rows.roles().events[*row]),
            };
            let courses: Vec<CourseRow> = members.iter().map(course).collect();
            let refused = |error: CourseError| {
                let row = members[error.row];
                let level = &subject.levels[subject.codes[row] as usize];
                let message = format!("{level}: {}", error.fault);
                ReduceError::Row { row: row + 1, column: subject.name.clone(), message }
            };
            Ok(GroupCount { group, count: ghosh_lin(&courses, conf_level).map_err(refused)? })
        })
        .collect()
}

fn end(event: u32) -> CourseEnd {
    match event {
        0 => CourseEnd::Open,
        1 => CourseEnd::Recurrent,
        _ => CourseEnd::Terminal,
    }
}

/// Without entries, the row of the same subject where each row begins; none for the first.
pub(super) fn rows_before(rows: &Rows<'_>, subject: &Factor) -> Vec<Option<usize>> {
    let all = rows.keep().len();
    let mut before = vec![None; all];
    if rows.roles().entry.is_some() {
        return before;
    }
    let mut order: Vec<usize> = (0..all).filter(|row| rows.keep()[*row]).collect();
    let key = |row: usize| (subject.codes[row], end(rows.roles().events[row]));
    order.sort_by(|a, b| {
        let ((a_subject, a_end), (b_subject, b_end)) = (key(*a), key(*b));
        let times = rows.exit(*a).total_cmp(&rows.exit(*b));
        a_subject.cmp(&b_subject).then(times).then(a_end.cmp(&b_end))
    });
    for pair in order.windows(2) {
        if subject.codes[pair[0]] == subject.codes[pair[1]] {
            before[pair[1]] = Some(pair[0]);
        }
    }
    before
}

/// Rows of the mean cumulative count in each group, and what should be warned of.
pub fn recurrent_rows(
    frame: &Frame,
    counts: &[GroupCount],
    request: &RecurrentRequest,
) -> (Vec<Row>, Vec<String>) {
    let method = format!(
        "Ghosh-Lin mean cumulative count; interval log; level {}; variance by influence function; profile {}",
        request.conf_level, request.profile
    );
    let mut rows = RowSet::new(frame, "recurrent", &method);
    let mut warnings = Vec::new();
    for GroupCount { group, count } in counts {
        if let Some(time) = count.risk_set_emptied_early() {
            warnings.push(format!(
                "{group}: everybody at risk had the terminal event at time {time}, so the mean count stays as it is \
                 although others enter later; consider a later start of observation"
            ));
        }
        if request.summary {
            let place = Place::of(group);
            rows.count(&place, &stat::N, count.subjects);
            rows.count(&place, &stat::EVENTS, count.events());
            rows.count(&place, &stat::N_TERMINAL, count.terminal_events());
        }
        push_times(&mut rows, group, count, &request.times);
    }
    (rows.into_rows(), warnings)
}

fn push_times(rows: &mut RowSet, group: &Arc<Group>, count: &MeanCount, times: &Times) {
    match times {
        Times::Every => count.steps.iter().for_each(|step| push_step(rows, group, step)),
        Times::At(times) => times.iter().for_each(|time| push_step(rows, group, &count.at(*time))),
        Times::Curve(last) => {
            for step in count.steps.iter().filter(|step| step.n_event > 0 && step.time <= *last) {
                let place = Place::of(group).at(step.time);
                rows.count(&place, &stat::N_RISK, step.n_risk);
                push_estimate(rows, &place, step);
            }
        }
        Times::Risk(times) => {
            for time in times {
                push_counts(rows, &Place::of(group).at(*time), &count.at(*time));
            }
        }
    }
}

fn push_step(rows: &mut RowSet, group: &Arc<Group>, step: &CountStep) {
    let place = Place::of(group).at(step.time);
    push_counts(rows, &place, step);
    rows.push(&place, &stat::STD_ERROR, step.std_error);
    push_estimate(rows, &place, step);
}

fn push_counts(rows: &mut RowSet, place: &Place, step: &CountStep) {
    rows.count(place, &stat::N_RISK, step.n_risk);
    rows.count(place, &stat::N_EVENT, step.n_event);
    rows.count(place, &stat::N_TERMINAL, step.n_terminal);
}

fn push_estimate(rows: &mut RowSet, place: &Place, step: &CountStep) {
    rows.push(place, &stat::ESTIMATE, step.estimate);
    rows.push(place, &stat::CONF_LOW, step.conf_low);
    rows.push(place, &stat::CONF_HIGH, step.conf_high);
}
