//! Where the patients of a study are when -> ARD rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{PlanError, Results, parts};
use crate::analysis::TREATED;
use crate::analysis::column::{column, factor};
use crate::analysis::factor::{Crossing, Factor, MISSING};
use crate::analysis::reduce::ReduceError;
use crate::analysis::row_set::{Frame as RowFrame, Place, RowSet, stat};
use crate::analysis::states::{GroupHistory, States, StatesRequest, state_rows};
use crate::cohort::{Cohort, StatesData};
use crate::estimate::{History, OccupationOptions, Stay};
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
    let mut set = RowSet::new(&row_frame("", &[]), STATES, "count");
    set.count(&Place::default(), &stat::N_NOT_EVALUABLE, data.not_evaluable);
    results.rows.extend(set.into_rows());
    let mut done: Vec<Vec<String>> = Vec::new();
    for spec in study.file.analysis.iter().filter(|spec| spec.kind() == AnalysisKind::States) {
        let by = spec.by.iter().map(|by| by.all().iter().map(|one| one.get_ref().clone()).collect());
        for names in std::iter::once(Vec::new()).chain(by) {
            if data.rows.rows > 0 && !done.contains(&names) {
                let histories = histories(cohort, data, &names).map_err(failed)?;
                add_rows((study, spec), data, (&names, &histories), results);
                done.push(names);
            }
        }
    }
    Ok(())
}

fn row_frame(part: &str, by: &[String]) -> RowFrame {
    let comparison = (!by.is_empty()).then(|| by.join(","));
    let id = comparison.as_ref().map_or_else(|| STATES.to_owned(), |by| format!("{STATES}:{by}"));
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
    (by, histories): (&[String], &[GroupHistory]),
    results: &mut Results,
) {
    let states = States {
        names: data.states.iter().map(|state| Arc::from(state.name.as_str())).collect(),
        terminal: data.states.iter().map(|state| state.to.is_empty()).collect(),
    };
    let last = histories.iter().filter_map(|group| group.history.last_time()).fold(0.0, f64::max);
    for (part, times) in parts(spec, by.len(), last) {
        let summary = part.is_empty();
        let request = StatesRequest {
            options: OccupationOptions::default(),
            times,
            tau: spec.rmst.as_ref().and_then(Horizon::days_of).filter(|_| summary),
            summary,
            profile: study.file.study.convention,
        };
        let frame = row_frame(part, by);
        let (rows, warnings) = state_rows(&frame, histories, &states, &request);
        results.rows.extend(rows);
        if summary {
            results.warnings.extend(warnings.into_iter().map(|warning| format!("{}: {warning}", frame.id)));
        }
    }
}

/// The histories of the groups.
fn histories(cohort: &Cohort, data: &StatesData, by: &[String]) -> Result<Vec<GroupHistory>, String> {
    let factors: Vec<Factor> = by.iter().map(|name| factor(cohort, &data.rows, name)).collect();
    if factors.iter().any(|factor| factor.levels.is_empty()) {
        return Ok(Vec::new());
    }
    let crossing = Crossing::new(&factors, &vec![true; data.rows.rows]);
    let stays = stays(data)?;
    let mut by_group: BTreeMap<u32, Vec<Stay>> = BTreeMap::new();
    for (stay, group) in stays.into_iter().zip(&crossing.index).filter(|(_, group)| **group != MISSING) {
        by_group.entry(*group).or_default().push(stay);
    }
    let history = |(index, stays): (u32, Vec<Stay>)| {
        let history = History::new(&stays, data.states.len()).map_err(|error| error.to_string())?;
        Ok(GroupHistory { group: Arc::clone(&crossing.groups[index as usize]), history })
    };
    by_group.into_iter().map(history).collect()
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
