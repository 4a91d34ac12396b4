//! Kaplan-Meier of groups -> ARD rows.

mod extras;

use std::sync::Arc;

pub use extras::{Hazard, SurvivalExtras, extra_rows, quantile_rows};

use super::ard::Row;
use super::reduce::GroupTable;
use super::row_set::{Frame, Place, RowSet, stat};
use crate::domain::Group;
use crate::estimate::{
    ConfType, KaplanMeierOptions, Quantity, Survival, kaplan_meier, quantile, restricted_mean,
    reverse_kaplan_meier,
};

/// At which times a curve is told.
#[derive(Debug, Clone, PartialEq)]
pub enum Times {
    /// At every distinct time, counts at that time alone.
    Every,
    /// At these times, counts from 0 up to and including each.
    At(Vec<f64>),
    /// What a drawing needs up to this time: the estimate at events, the count at censorings.
    Curve(f64),
    /// What an at-risk table needs: counts at these times.
    Risk(Vec<f64>),
}

impl Times {
    /// These times in order, each once.
    pub fn at(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        times.dedup();
        Self::At(times)
    }
}

/// What is asked of Kaplan-Meier.
#[derive(Debug, Clone)]
pub struct SurvivalRequest {
    /// How intervals are made.
    pub options: KaplanMeierOptions,
    /// Times of the table.
    pub times: Times,
    /// Quantiles besides the median.
    pub probs: Vec<f64>,
    /// Restricted mean to this time.
    pub tau: Option<f64>,
    /// Whether numbers of patients, median and follow-up are told.
    pub summary: bool,
    /// What is asked besides the values of the curve.
    pub extras: SurvivalExtras,
    /// Name of the convention profile.
    pub profile: &'static str,
}

/// The name of an interval type.
pub fn conf_type_name(conf_type: ConfType) -> &'static str {
    match conf_type {
        ConfType::LogLog => "log-log",
        ConfType::Log => "log",
        ConfType::Plain => "plain",
        ConfType::Logit => "logit",
        ConfType::ArcSin => "arcsin",
    }
}

/// Rows of Kaplan-Meier for each group, and what should be warned of.
pub fn survival_rows(
    frame: &Frame,
    tables: &[GroupTable],
    request: &SurvivalRequest,
) -> (Vec<Row>, Vec<String>) {
    let method = format!(
        "Kaplan-Meier; interval {}; level {}; variance Greenwood; profile {}",
        conf_type_name(request.options.conf_type),
        request.options.conf_level,
        request.profile,
    );
    let mut rows = RowSet::new(frame, "km", &method);
    let mut warnings = Vec::new();
    for GroupTable { group, table } in tables {
        let survival = kaplan_meier(table, &request.options);
        if let Some(time) = survival.risk_set_emptied_early() {
            warnings.push(format!(
                "{group}: everybody at risk had the event at time {time}, so the estimate stays at 0 although others \
                 enter later; consider a later start of observation"
            ));
        }
        push_times(&mut rows, group, &survival, &request.times);
        if request.summary {
            push_summary(&mut rows, group, &survival);
            let followup = quantile(&reverse_kaplan_meier(table, &request.options), 0.5);
            rows.push(&Place::of(group), &stat::FOLLOWUP_MEDIAN, followup.estimate);
            push_quantiles(&mut rows, group, &survival, &request.probs);
        }
        if let Some(tau) = request.tau {
            let mean = restricted_mean(&survival, tau);
            let place = Place::of(group).at(tau);
            rows.push(&place, &stat::RMST, mean.estimate);
            rows.push(&place, &stat::RMST_SE, mean.std_error);
            rows.push(&place, &stat::RMST_LOW, mean.conf_low);
            rows.push(&place, &stat::RMST_HIGH, mean.conf_high);
        }
    }
    let (more, warned) = extra_rows(frame, tables, request);
    warnings.extend(warned);
    (rows.into_rows().into_iter().chain(more).collect(), warnings)
}

fn push_times(rows: &mut RowSet, group: &Arc<Group>, survival: &Survival, times: &Times) {
    match times {
        Times::Every => {
            for step in &survival.steps {
                let place = Place::of(group).at(step.time);
                rows.count(&place, &stat::N_RISK, step.n_risk);
                rows.count(&place, &stat::N_EVENT, step.n_event);
                rows.count(&place, &stat::N_CENSOR, step.n_censor);
                push_estimate(rows, &place, [step.estimate, step.std_error, step.conf_low, step.conf_high]);
            }
        }
        Times::At(times) => {
            for time in times {
                let step = survival.at(*time);
                let place = Place::of(group).at(*time);
                rows.count(&place, &stat::N_RISK, step.n_risk);
                rows.count(&place, &stat::N_EVENT, step.n_event);
                rows.count(&place, &stat::N_CENSOR, step.n_censor);
                push_estimate(rows, &place, [step.estimate, step.std_error, step.conf_low, step.conf_high]);
            }
        }
        Times::Curve(last) => {
            for step in survival.steps.iter().take_while(|step| step.time <= *last) {
                let place = Place::of(group).at(step.time);
                if step.n_event > 0 {
                    rows.push(&place, &stat::ESTIMATE, step.estimate);
                    rows.push(&place, &stat::CONF_LOW, step.conf_low);
                    rows.push(&place, &stat::CONF_HIGH, step.conf_high);
                }
                if step.n_censor > 0 {
                    rows.count(&place, &stat::N_CENSOR, step.n_censor);
                }
            }
        }
        Times::Risk(times) => {
            for time in times {
                let step = survival.at(*time);
                let place = Place::of(group).at(*time);
                rows.count(&place, &stat::N_RISK, step.n_risk);
                rows.count(&place, &stat::N_EVENT, step.n_event);
                rows.count(&place, &stat::N_CENSOR, step.n_censor);
            }
        }
    }
}

fn push_estimate(rows: &mut RowSet, place: &Place, values: [Quantity; 4]) {
    let stats = [&stat::ESTIMATE, &stat::STD_ERROR, &stat::CONF_LOW, &stat::CONF_HIGH];
    for (stat, value) in stats.into_iter().zip(values) {
        rows.push(place, stat, value);
    }
}

fn push_summary(rows: &mut RowSet, group: &Arc<Group>, survival: &Survival) {
    let place = Place::of(group);
    rows.count(&place, &stat::N, survival.subjects);
    rows.count(&place, &stat::EVENTS, survival.events());
    let median = quantile(survival, 0.5);
    rows.push(&place, &stat::MEDIAN, median.estimate);
    rows.push(&place, &stat::MEDIAN_LOW, median.conf_low);
    rows.push(&place, &stat::MEDIAN_HIGH, median.conf_high);
}

fn push_quantiles(rows: &mut RowSet, group: &Arc<Group>, survival: &Survival, probs: &[f64]) {
    for prob in probs {
        let place = Place::of(group).term(&prob.to_string());
        let quantile = quantile(survival, *prob);
        rows.push(&place, &stat::QUANTILE, quantile.estimate);
        rows.push(&place, &stat::QUANTILE_LOW, quantile.conf_low);
        rows.push(&place, &stat::QUANTILE_HIGH, quantile.conf_high);
    }
}
