//! What was delivered, who was left out, and what the patients were like -> ARD rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ard::Row;
use super::column::{column, factor};
use super::factor::{Crossing, Factor, MISSING};
use super::row_set::{Frame as RowFrame, Place, RowSet, stat};
use super::{EVALUABLE, TREATED};
use crate::cohort::{Cohort, EndpointData, RuleUse};
use crate::domain::Group;
use crate::estimate::Absent;
use crate::ingest::frame::ColumnData;
use crate::study::Study;

/// The analysis that tells which response rules were used.
pub const RULES: &str = "response_rule";

/// What was delivered of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// The table.
    pub table: String,
    /// Files.
    pub files: u64,
    /// Rows in them.
    pub rows: u64,
    /// Rows set aside.
    pub rejected: u64,
    /// Rows that the study leaves out.
    pub left_out: u64,
}

/// Rows that tell what was delivered.
pub fn delivery_rows(delivered: &[Delivered]) -> Vec<Row> {
    let frame = RowFrame { id: "ingest".to_owned(), ..RowFrame::default() };
    let mut set = RowSet::new(&frame, "ingest", "count");
    let some_left_out = delivered.iter().any(|table| table.left_out > 0);
    for table in delivered {
        let place = Place::of(&everybody()).term(&table.table);
        set.count(&place, &stat::N_FILES, table.files);
        set.count(&place, &stat::N_ROWS, table.rows);
        set.count(&place, &stat::N_REJECTED, table.rejected);
        if some_left_out {
            set.count(&place, &stat::N_LEFT_OUT, table.left_out);
        }
    }
    set.into_rows()
}

/// The step of the flow that rows were set aside at.
pub const ACCEPTED: &str = "Accepted";

/// Rows that tell why rows were set aside at the door: `n_excluded` by `cause`, the rule.
pub fn door_rows(reasons: &BTreeMap<&str, u64>) -> Vec<Row> {
    let mut set = RowSet::new(&RowFrame { id: "flow".to_owned(), ..RowFrame::default() }, "flow", "count");
    for (rule, count) in reasons {
        let place = Place::of(&everybody()).term(ACCEPTED).cause(&Arc::from(*rule));
        set.count(&place, &stat::N_EXCLUDED, *count);
    }
    set.into_rows()
}

fn everybody() -> Arc<Group> {
    Arc::new(Group::everybody())
}

/// Rows that tell who is in the cohort and what they were like.
pub fn cohort_rows(study: &Study, cohort: &Cohort) -> Vec<Row> {
    let mut rows = flow_rows(cohort);
    rows.extend(super::evaluable::evaluable_rows(study, cohort));
    rows.extend(population_rows(study, cohort));
    rows.extend(conditioning_rows(study, cohort));
    rows.extend(baseline_rows(study, cohort));
    rows.extend(endpoint_rows(cohort));
    rows.extend(rule_rows(cohort));
    rows
}

/// Which response rule judged how many.
fn rule_rows(cohort: &Cohort) -> Vec<Row> {
    let frame =
        RowFrame { id: RULES.to_owned(), population: Some(TREATED.to_owned()), ..RowFrame::default() };
    let of = |used: &RuleUse| {
        let mut set =
            RowSet::new(&frame, RULES, &format!("response rule {} version {}", used.rule, used.version));
        let place = Place::of(&everybody()).term(used.disorder);
        set.count(&place, &stat::N, used.subjects);
        set.count(&place, &stat::N_NOT_EVALUABLE, used.not_evaluable);
        set.into_rows()
    };
    cohort.rules.iter().flat_map(of).collect()
}

fn flow_rows(cohort: &Cohort) -> Vec<Row> {
    let mut set = RowSet::new(&RowFrame { id: "flow".to_owned(), ..RowFrame::default() }, "flow", "count");
    for step in &cohort.flow {
        let place = Place::of(&everybody()).term(&step.step);
        set.count(&place, &stat::N, step.remaining);
        set.count(&place, &stat::N_EXCLUDED, step.excluded);
    }
    set.into_rows()
}

fn endpoint_rows(cohort: &Cohort) -> Vec<Row> {
    let mut rows = Vec::new();
    for data in &cohort.endpoints {
        let frame = RowFrame {
            id: data.endpoint.name.clone(),
            population: Some(TREATED.to_owned()),
            endpoint: Some(data.endpoint.name.clone()),
            ..RowFrame::default()
        };
        rows.extend(counts_of(&frame, data));
    }
    rows
}

/// Who an endpoint is about, and which of several events it was that ended it.
pub(super) fn counts_of(frame: &RowFrame, data: &EndpointData) -> Vec<Row> {
    let mut set = RowSet::new(frame, "endpoint", "count");
    let place = Place::of(&everybody());
    set.count(&place, &stat::N, data.subjects());
    set.count(&place, &stat::N_NOT_APPLICABLE, data.not_applicable);
    set.count(&place, &stat::N_NEVER_BELOW, data.never_below);
    set.count(&place, &stat::N_NOT_EVALUABLE, data.not_evaluable);
    let several: Vec<&str> = data.endpoint.plan.interest().map(|part| part.name.as_str()).collect();
    if let (true, Some(cause)) = (several.len() > 1, data.endpoint.causes.first()) {
        let (event, number) = (data.rows.column("event"), data.rows.column("cause"));
        let label = |column: Option<&ColumnData>, row: usize| column.and_then(|column| column.label(row));
        for name in several {
            let is_it = |row: &usize| {
                label(number, *row).as_deref() == Some("1") && label(event, *row).as_deref() == Some(name)
            };
            let count = (0..data.rows.rows).filter(is_it).count();
            let place = place.clone().cause(&cause.as_str().into()).term(name);
            set.count(&place, &stat::EVENTS, count as u64);
        }
    }
    set.into_rows()
}

/// How many have which class of conditioning, declared and by the doses.
fn conditioning_rows(study: &Study, cohort: &Cohort) -> Vec<Row> {
    let mut rows = Vec::new();
    for pair in &cohort.conditioning {
        let by = [pair.declared, pair.derived];
        let frame = RowFrame {
            id: format!("conditioning:{}", by.join(",")),
            population: Some(TREATED.to_owned()),
            comparison: Some(by.join(",")),
            ..RowFrame::default()
        };
        let mut set = RowSet::new(&frame, "conditioning", &study.conditioning.version);
        for ((declared, derived), count) in &pair.counts {
            let level = |class: &Option<String>, none: &str| class.clone().unwrap_or_else(|| none.to_owned());
            let group = Group::new(vec![
                (pair.declared.to_owned(), level(declared, "not declared")),
                (pair.derived.to_owned(), level(derived, "not derived")),
            ]);
            set.count(&Place::of(&Arc::new(group)), &stat::N, *count);
        }
        rows.extend(set.into_rows());
    }
    rows
}

/// How many belong to each population.
fn population_rows(study: &Study, cohort: &Cohort) -> Vec<Row> {
    let mut rows = Vec::new();
    for population in study.populations() {
        let Some(members) = cohort.members(&population.name) else { continue };
        // Who is evaluable is another question for each endpoint, where the study does not say.
        if population.name == EVALUABLE && population.condition.is_none() {
            continue;
        }
        let frame = RowFrame {
            id: "populations".to_owned(),
            population: Some(population.name.clone()),
            ..RowFrame::default()
        };
        let mut set = RowSet::new(&frame, "population", "count");
        let (n, all) = (members.count(), members.belongs.len() as u64);
        set.count(&Place::of(&everybody()), &stat::N, n);
        set.count(&Place::of(&everybody()), &stat::N_EXCLUDED, all - n);
        rows.extend(set.into_rows());
    }
    rows
}

fn baseline_rows(study: &Study, cohort: &Cohort) -> Vec<Row> {
    let Some(spec) = &study.file.baseline else { return Vec::new() };
    let mut rows = Vec::new();
    let by = spec.by.as_ref().map(|by| by.get_ref().clone());
    for by in [None, by].into_iter().enumerate().filter(|(i, by)| *i == 0 || by.is_some()).map(|(_, by)| by) {
        let factors: Vec<Factor> = by.iter().map(|name| factor(cohort, &cohort.subjects, name)).collect();
        let keep: Vec<bool> = (0..cohort.subjects.rows)
            .map(|row| factors.iter().all(|factor| factor.codes[row] != MISSING))
            .collect();
        let crossing = Crossing::new(&factors, &keep);
        let frame = RowFrame {
            id: by.as_ref().map_or_else(|| "baseline".to_owned(), |by| format!("baseline:{by}")),
            population: Some(TREATED.to_owned()),
            comparison: by.clone(),
            ..RowFrame::default()
        };
        let profile = study.file.study.convention;
        let mut set =
            RowSet::new(&frame, "baseline", &format!("descriptive; quantiles type 2; profile {profile}"));
        for (index, group) in crossing.groups.iter().enumerate() {
            let members: Vec<usize> =
                (0..crossing.index.len()).filter(|row| crossing.index[*row] as usize == index).collect();
            set.count(&Place::of(group), &stat::N, members.len() as u64);
            for name in &spec.columns {
                describe(&mut set, cohort, group, (name.get_ref(), &members));
            }
        }
        rows.extend(set.into_rows());
    }
    rows
}

fn describe(set: &mut RowSet, cohort: &Cohort, group: &Arc<Group>, (name, members): (&str, &[usize])) {
    let column = column(&cohort.subjects, name);
    let place = Place::of(group).term(name);
    let present: Vec<usize> =
        members.iter().copied().filter(|row| *row < column.len() && !column.is_missing(*row)).collect();
    set.count(&place, &stat::N, present.len() as u64);
    set.count(&place, &stat::N_MISSING, (members.len() - present.len()) as u64);
    let numbers: Option<Vec<f64>> = present.iter().map(|row| column.number(*row)).collect();
    let is_number = matches!(column, ColumnData::Integer { .. } | ColumnData::Real { .. });
    match numbers {
        Some(mut values) if is_number => {
            values.sort_by(f64::total_cmp);
            for (stat, value) in summary(&values) {
                set.push(&place, stat, value.ok_or(Absent::NotEstimable));
            }
        }
        _ => {
            let factor = factor(cohort, &cohort.subjects, name);
            for (code, level) in factor.levels.iter().enumerate() {
                let count = present.iter().filter(|row| factor.codes[**row] as usize == code).count();
                let place = Place::of(group).term(&format!("{name}={level}"));
                set.count(&place, &stat::N, count as u64);
                let share = if present.is_empty() {
                    Err(Absent::NotEstimable)
                } else {
                    Ok(count as f64 / present.len() as f64)
                };
                set.push(&place, &stat::PROPORTION, share);
            }
        }
    }
}

/// Mean, standard deviation and quantiles of sorted values.
fn summary(sorted: &[f64]) -> Vec<(&'static Arc<str>, Option<f64>)> {
    let n = sorted.len() as f64;
    let mean = (!sorted.is_empty()).then(|| sorted.iter().sum::<f64>() / n);
    let sd = mean.filter(|_| sorted.len() > 1).map(|mean| {
        libm::sqrt(sorted.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0))
    });
    vec![
        (&stat::MEAN, mean),
        (&stat::SD, sd),
        (&stat::MEDIAN, quantile(sorted, 0.5)),
        (&stat::Q1, quantile(sorted, 0.25)),
        (&stat::Q3, quantile(sorted, 0.75)),
        (&stat::MIN, sorted.first().copied()),
        (&stat::MAX, sorted.last().copied()),
    ]
}

/// The quantile by inversion of the empirical distribution with averaging (type 2 of Hyndman and Fan,
/// the default of SAS).
fn quantile(sorted: &[f64], prob: f64) -> Option<f64> {
    let position = prob * sorted.len() as f64;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position in the slice")]
    let below = libm::floor(position) as usize;
    if sorted.is_empty() {
        return None;
    }
    if libm::trunc(position).total_cmp(&position).is_eq() && below > 0 && below < sorted.len() {
        return Some(f64::midpoint(sorted[below - 1], sorted[below]));
    }
    sorted.get(below.min(sorted.len() - 1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_average_at_steps() {
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.5), Some(2.5));
        assert_eq!(quantile(&[1.0, 2.0, 3.0], 0.5), Some(2.0));
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.25), Some(1.5));
        assert_eq!(quantile(&[7.0], 0.75), Some(7.0));
        assert_eq!(quantile(&[], 0.5), None);
    }
}
