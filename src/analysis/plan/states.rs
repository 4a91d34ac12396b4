//! Where the patients of a study are when -> ARD rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{PlanError, Results, options, parts};
use crate::analysis::TREATED;
use crate::analysis::ard::Row;
use crate::analysis::column::{column, factor};
use crate::analysis::factor::{Crossing, Factor, MISSING};
use crate::analysis::reduce::{ReduceError, frequencies};
use crate::analysis::row_set::{Frame as RowFrame, Place, RowSet, stat};
use crate::analysis::states::landmark::StatesLandmark;
use crate::analysis::states::{GroupHistory, States, StatesRequest, state_rows};
use crate::analysis::survival::Times;
use crate::cohort::{Cohort, StatesData};
use crate::estimate::{History, Stay};
use crate::study::{AnalysisKind, AnalysisSpec, Horizon, Study};

/// The name of the analysis.
const STATES: &str = "states";

/// Adds the rows of every analysis of states.
pub(super) fn add(study: &Study, cohort: &Cohort, results: &mut Results) -> Result<(), PlanError> {
    let Some(data) = &cohort.states else { return Ok(()) };
    let failed = |message: String| PlanError {
        endpoint: STATES.to_owned(),
        source: ReduceError::Row { row: 1, column: "from".to_owned(), message },
    };
    let mut done: Vec<(String, Vec<String>)> = Vec::new();
    for spec in study.file.analysis.iter().filter(|spec| spec.kind() == AnalysisKind::States) {
        let by = spec.by.iter().map(|by| by.all().iter().map(|one| one.get_ref().clone()).collect());
        for names in std::iter::once(Vec::new()).chain(by) {
            let key = (spec.name_of_states(), names);
            if done.contains(&key) {
                continue;
            }
            if key.1.is_empty() {
                let mut set = RowSet::new(&row_frame(&key.0, "", &[]), STATES, "count");
                set.count(&Place::default(), &stat::N_NOT_EVALUABLE, data.not_evaluable);
                results.rows.extend(set.into_rows());
            }
            if data.rows.rows > 0 {
                let histories = histories(cohort, data, (&key.1, spec)).map_err(failed)?;
                add_rows((study, spec), data, (&key.1, histories), results);
            }
            done.push(key);
        }
    }
    Ok(())
}

fn row_frame(name: &str, part: &str, by: &[String]) -> RowFrame {
    let comparison = (!by.is_empty()).then(|| by.join(","));
    let id = comparison.as_ref().map_or_else(|| name.to_owned(), |by| format!("{name}:{by}"));
    RowFrame {
        id: format!("{id}{part}"),
        population: Some(TREATED.to_owned()),
        comparison,
        endpoint: None,
        time_unit: Some("d".to_owned()),
    }
}

fn add_rows(
    (study, spec): (&Study, &AnalysisSpec),
    data: &StatesData,
    (by, histories): (&[String], Vec<GroupHistory>),
    results: &mut Results,
) {
    let states = States {
        names: data.states.iter().map(|state| Arc::from(state.name.as_str())).collect(),
        terminal: data.states.iter().map(|state| state.to.is_empty()).collect(),
    };
    let name = spec.name_of_states();
    let landmark = StatesLandmark {
        time: spec.landmark().map(|landmark| landmark.days),
        state: spec.landmark_state.as_ref().map(|state| state.get_ref().clone()),
    };
    let (histories, left_out) = match landmark.apply(histories, &states) {
        Ok(applied) => applied,
        // A group that nobody is in; everybody together has told it.
        Err(nobody) => {
            if by.is_empty() {
                results.warnings.push(format!("{name}: {nobody}"));
            }
            return;
        }
    };
    let last = histories.iter().filter_map(|group| group.history.last_time()).fold(0.0, f64::max);
    for (part, times) in parts(spec, by.len(), last) {
        let summary = part.is_empty();
        let request = StatesRequest {
            options: options::occupation(spec),
            times: after(times, landmark.time),
            tau: spec.rmst.as_ref().and_then(Horizon::days_of).filter(|_| summary),
            summary,
            landmark: landmark.clone(),
            changes_on: study.changes_on(),
            profile: study.file.study.convention,
        };
        let frame = row_frame(&name, part, by);
        let (rows, mut warnings) = state_rows(&frame, &histories, &states, &request);
        results.rows.extend(rows);
        if summary && by.is_empty() {
            results.rows.extend(left_out_rows(&frame, left_out));
            warnings.extend(landmark.warning(left_out));
        }
        if summary {
            results.warnings.extend(warnings.into_iter().map(|warning| format!("{}: {warning}", frame.id)));
        }
    }
}

/// The ticks of the numbers at risk begin after the landmark.
fn after(times: Times, landmark: Option<f64>) -> Times {
    match (times, landmark) {
        (Times::Risk(ticks), Some(landmark)) => {
            Times::Risk(ticks.into_iter().filter(|tick| *tick > landmark).collect())
        }
        (times, _) => times,
    }
}

/// How many a landmark left out.
fn left_out_rows(frame: &RowFrame, left_out: Option<u64>) -> Vec<Row> {
    let mut set = RowSet::new(frame, STATES, "count");
    if let Some(count) = left_out {
        set.count(&Place::default(), &stat::N_EXCLUDED_LANDMARK, count);
    }
    set.into_rows()
}

/// The histories of the groups.
fn histories(
    cohort: &Cohort,
    data: &StatesData,
    (by, spec): (&[String], &AnalysisSpec),
) -> Result<Vec<GroupHistory>, String> {
    let factors: Vec<Factor> = by.iter().map(|name| factor(cohort, &data.rows, name)).collect();
    if factors.iter().any(|factor| factor.levels.is_empty()) {
        return Ok(Vec::new());
    }
    let crossing = Crossing::new(&factors, &vec![true; data.rows.rows]);
    let counts = counts(data, spec.weight())?;
    let stays = stays(data)?;
    let mut by_group: BTreeMap<u32, Vec<Stay>> = BTreeMap::new();
    for ((stay, count), group) in stays.into_iter().zip(counts).zip(&crossing.index) {
        if let Some(count) = count.filter(|_| *group != MISSING) {
            by_group.entry(*group).or_default().push(Stay { count, ..stay });
        }
    }
    let history = |(index, stays): (u32, Vec<Stay>)| {
        let history = History::new(&stays, data.states.len()).map_err(|error| error.to_string())?;
        Ok(GroupHistory { group: Arc::clone(&crossing.groups[index as usize]), history })
    };
    by_group.into_iter().map(history).collect()
}

/// As how many each stay counts; who has no frequency is left out.
fn counts(data: &StatesData, weight: Option<&str>) -> Result<Vec<Option<u64>>, String> {
    let Some(name) = weight else { return Ok(vec![Some(1); data.rows.rows]) };
    let values = column(&data.rows, name);
    let known: Vec<bool> = (0..data.rows.rows).map(|row| !values.is_missing(row)).collect();
    let counts = frequencies((name, values), &known).map_err(|error| error.to_string())?;
    Ok(counts.into_iter().zip(known).map(|(count, known)| known.then_some(count)).collect())
}

fn stays(data: &StatesData) -> Result<Vec<Stay>, String> {
    let named = |name: &str| column(&data.rows, name);
    let subjects = Factor::of("subject_id", named("subject_id"));
    let (entry, time, from, to) = (named("entry"), named("time"), named("from"), named("to"));
    let state = |column: &crate::ingest::frame::ColumnData, row: usize| {
        let name = column.label(row)?;
        data.states.iter().position(|state| state.name == name)
    };
    (0..data.rows.rows)
        .map(|row| {
            let told = time.number(row).zip(state(from, row));
            let (exit, from) = told.ok_or_else(|| format!("stay {row} has no time or state"))?;
            Ok(Stay {
                subject: subjects.codes[row],
                entry: entry.number(row),
                exit,
                from,
                to: state(to, row),
                count: 1,
            })
        })
        .collect()
}
