//! Cumulative incidence of groups, by cause -> ARD rows.

mod extras;

use std::sync::Arc;

pub use extras::{IncidenceExtras, extra_rows};

use super::ard::Row;
use super::reduce::GroupTable;
use super::row_set::{Frame, Place, RowSet, stat};
use super::survival::Times;
use crate::domain::Group;
use crate::estimate::{
    AalenJohansenOptions, CumulativeIncidence, IncidenceStep, RiskTable, Variance, aalen_johansen,
};

/// What is asked of Aalen-Johansen.
#[derive(Debug, Clone)]
pub struct IncidenceRequest {
    /// Variance and level.
    pub options: AalenJohansenOptions,
    /// Times of the table.
    pub times: Times,
    /// Whether numbers of patients and events are told.
    pub summary: bool,
    /// What is asked besides the values of the curves.
    pub extras: IncidenceExtras,
    /// Name of the convention profile.
    pub profile: &'static str,
}

/// The name of a variance.
fn variance_name(variance: Variance) -> &'static str {
    match variance {
        Variance::Aalen => "Aalen",
        Variance::Delta => "delta (Greenwood type)",
    }
}

/// Rows of the cumulative incidence of each cause in each group.
pub fn incidence_rows(
    frame: &Frame,
    tables: &[GroupTable],
    causes: &[Arc<str>],
    request: &IncidenceRequest,
) -> Vec<Row> {
    let variance = variance_name(request.options.variance);
    let method = format!(
        "Aalen-Johansen; interval log-log; level {}; variance {variance}; profile {}",
        request.options.conf_level, request.profile
    );
    let mut rows = RowSet::new(frame, "cif", &method);
    for GroupTable { group, table } in tables {
        let incidence = aalen_johansen(table, &request.options);
        if request.summary {
            rows.count(&Place::of(group), &stat::N, incidence.subjects);
        }
        if let Times::Risk(times) = &request.times {
            push_at_risk(&mut rows, group, table, times);
        }
        for (index, cause) in causes.iter().enumerate() {
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            let one = OneCause { group, cause, number, incidence: &incidence };
            if request.summary {
                let place = Place::of(group).cause(cause);
                rows.count(&place, &stat::EVENTS, table.total_events_of(number));
            }
            one.push(&mut rows, &request.times);
        }
    }
    let mut rows = rows.into_rows();
    rows.extend(extra_rows(frame, tables, causes, request));
    rows
}

struct OneCause<'a> {
    group: &'a Arc<Group>,
    cause: &'a Arc<str>,
    number: u32,
    incidence: &'a CumulativeIncidence,
}

impl OneCause<'_> {
    fn place(&self, time: f64) -> Place {
        Place::of(self.group).cause(self.cause).at(time)
    }

    fn push(&self, rows: &mut RowSet, times: &Times) {
        let steps = self.incidence.curve(self.number).unwrap_or_default();
        match times {
            Times::Every => {
                for step in steps {
                    self.push_step(rows, step);
                }
            }
            Times::At(times) => {
                for time in times {
                    self.push_step(rows, &self.incidence.at(self.number, *time));
                }
            }
            Times::Curve(last) => {
                for step in steps.iter().filter(|step| step.n_event > 0 && step.time <= *last) {
                    let place = self.place(step.time);
                    rows.push(&place, &stat::ESTIMATE, step.estimate);
                    rows.push(&place, &stat::CONF_LOW, step.conf_low);
                    rows.push(&place, &stat::CONF_HIGH, step.conf_high);
                }
            }
            Times::Risk(times) => {
                for time in times {
                    let step = self.incidence.at(self.number, *time);
                    rows.count(&self.place(*time), &stat::N_EVENT, step.n_event);
                }
            }
        }
    }

    fn push_step(&self, rows: &mut RowSet, step: &IncidenceStep) {
        let place = self.place(step.time);
        rows.count(&place, &stat::N_RISK, step.n_risk);
        rows.count(&place, &stat::N_EVENT, step.n_event);
        rows.push(&place, &stat::ESTIMATE, step.estimate);
        rows.push(&place, &stat::STD_ERROR, step.std_error);
        rows.push(&place, &stat::CONF_LOW, step.conf_low);
        rows.push(&place, &stat::CONF_HIGH, step.conf_high);
    }
}

fn push_at_risk(rows: &mut RowSet, group: &Arc<Group>, table: &RiskTable, times: &[f64]) {
    for time in times {
        let place = Place::of(group).at(*time);
        rows.count(&place, &stat::N_RISK, table.at_risk_just_before(*time));
        rows.count(&place, &stat::N_CENSOR, table.censored_to(*time));
    }
}
