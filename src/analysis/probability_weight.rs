//! Estimates under probability weights -> ARD rows.

use std::sync::Arc;

use super::ard::Row;
use super::incidence::IncidenceRequest;
use super::reduce::weighted::WeightedGroup;
use super::row_set::{Frame, Place, RowSet, stat};
use super::survival::{SurvivalRequest, Times, conf_type_name};
use super::test::TestRequest;
use crate::domain::Group;
use crate::estimate::{
    WeightedInterval, WeightedStep, effective_size, robust_logrank, weighted_aalen_johansen,
    weighted_kaplan_meier,
};

/// Which columns the weights and the subjects come from, for the text of the method.
#[derive(Debug, Clone, Copy)]
pub struct Weighting<'a> {
    /// The weights.
    pub weight: &'a str,
    /// The subjects, where a subject may have several rows.
    pub subject: Option<&'a str>,
}

impl Weighting<'_> {
    /// The words for the variance and the weights.
    fn words(&self) -> String {
        let by = self.subject.map(|subject| format!(" by {subject}")).unwrap_or_default();
        format!("variance robust{by}; probability weights {}", self.weight)
    }
}

/// Rows of weighted Kaplan-Meier for each group, and what should be warned of.
pub fn weighted_survival_rows(
    frame: &Frame,
    groups: &[WeightedGroup],
    weighting: Weighting<'_>,
    request: &SurvivalRequest,
) -> (Vec<Row>, Vec<String>) {
    let options = &request.options;
    let method = format!(
        "Kaplan-Meier; interval {}; level {}; {}; profile {}",
        conf_type_name(options.conf_type),
        options.conf_level,
        weighting.words(),
        request.profile
    );
    let mut set = RowSet::new(frame, "km", &method);
    let mut warnings = Vec::new();
    for WeightedGroup { group, rows } in groups {
        let survival = weighted_kaplan_meier(rows, options);
        if let Some(time) = survival.risk_set_emptied_early() {
            warnings.push(format!(
                "{group}: everybody at risk had the event at time {time}, so the estimate stays at 0 although others \
                 enter later; consider a later start of observation"
            ));
        }
        let place = Place::of(group);
        push_times(&mut set, &place, &survival.steps, &|time| survival.at(time), &request.times);
        if !request.summary {
            continue;
        }
        let rule = request.profile.median_rule();
        let median = survival.quantile(0.5, rule);
        set.count(&place, &stat::N, survival.subjects);
        set.push(&place, &stat::N_EFFECTIVE, effective_size(rows));
        set.push(&place, &stat::EVENTS, Ok(survival.events()));
        set.push(&place, &stat::MEDIAN, median.estimate);
        set.push(&place, &stat::MEDIAN_LOW, median.conf_low);
        set.push(&place, &stat::MEDIAN_HIGH, median.conf_high);
        set.push(&place, &stat::FOLLOWUP_MEDIAN, survival.followup_median(rule));
        for prob in &request.probs {
            let place = Place::of(group).term(&prob.to_string());
            let quantile = survival.quantile(*prob, request.profile.quantile_rule());
            set.push(&place, &stat::QUANTILE, quantile.estimate);
            set.push(&place, &stat::QUANTILE_LOW, quantile.conf_low);
            set.push(&place, &stat::QUANTILE_HIGH, quantile.conf_high);
        }
    }
    (set.into_rows(), warnings)
}

/// Rows of the weighted cumulative incidence of each cause in each group.
pub fn weighted_incidence_rows(
    frame: &Frame,
    groups: &[WeightedGroup],
    weighting: Weighting<'_>,
    (causes, request): (&[Arc<str>], &IncidenceRequest),
) -> Vec<Row> {
    let level = request.options.conf_level;
    let method = format!(
        "Aalen-Johansen; interval log-log; level {level}; {}; profile {}",
        weighting.words(),
        request.profile
    );
    let mut set = RowSet::new(frame, "cif", &method);
    for WeightedGroup { group, rows } in groups {
        let incidence = weighted_aalen_johansen(rows, causes.len(), level);
        if request.summary {
            set.count(&Place::of(group), &stat::N, incidence.subjects);
            set.push(&Place::of(group), &stat::N_EFFECTIVE, effective_size(rows));
        }
        for (number, (cause, steps)) in (1_u32..).zip(causes.iter().zip(&incidence.curves)) {
            let place = Place::of(group).cause(cause);
            if request.summary {
                set.push(&place, &stat::EVENTS, Ok(incidence.events(number)));
            }
            push_times(&mut set, &place, steps, &|time| incidence.at(number, time), &request.times);
        }
    }
    set.into_rows()
}

/// Rows of the weighted log-rank test: `strata[s][g]` are the rows of group `g` in stratum `s`.
pub fn weighted_test_rows(
    frame: &Frame,
    (groups, strata): (&[Arc<Group>], &[Vec<Vec<WeightedInterval>>]),
    weighting: Weighting<'_>,
    (stratified_by, request): (&str, &TestRequest),
) -> Vec<Row> {
    let strata_words =
        if stratified_by.is_empty() { String::new() } else { format!("; strata {stratified_by}") };
    let method = format!(
        "Log-rank test (robust score test of proportional hazards, ties Breslow){strata_words}; {}; profile {}",
        weighting.words(),
        request.profile
    );
    let mut set = RowSet::new(frame, request.name(), &method);
    let result = robust_logrank(strata);
    let everybody = Place::of(&Arc::new(Group::everybody()));
    set.push(&everybody, &stat::CHISQ, result.chisq);
    set.count(&everybody, &stat::DF, u64::from(result.df));
    set.push(&everybody, &stat::P_VALUE, result.p_value);
    for (index, (group, totals)) in groups.iter().zip(&result.groups).enumerate() {
        let rows: Vec<WeightedInterval> =
            strata.iter().filter_map(|stratum| stratum.get(index)).flatten().copied().collect();
        set.push(&Place::of(group), &stat::N_EFFECTIVE, effective_size(&rows));
        set.push(&Place::of(group), &stat::OBSERVED, Ok(totals.observed));
        set.push(&Place::of(group), &stat::EXPECTED, Ok(totals.expected));
    }
    set.into_rows()
}

fn push_times(
    set: &mut RowSet,
    place: &Place,
    steps: &[WeightedStep],
    at: &dyn Fn(f64) -> WeightedStep,
    times: &Times,
) {
    let shown: Vec<WeightedStep> = match times {
        Times::Every => steps.to_vec(),
        Times::At(times) | Times::Risk(times) => times.iter().map(|time| at(*time)).collect(),
        Times::Curve(last) => steps.iter().filter(|step| step.time <= *last).copied().collect(),
    };
    for step in shown {
        let place = place.clone().at(step.time);
        set.push(&place, &stat::N_RISK, Ok(step.n_risk));
        set.push(&place, &stat::N_EVENT, Ok(step.n_event));
        if place.cause.is_none() {
            set.push(&place, &stat::N_CENSOR, Ok(step.n_censor));
        }
        set.push(&place, &stat::ESTIMATE, step.estimate);
        set.push(&place, &stat::STD_ERROR, step.std_error);
        set.push(&place, &stat::CONF_LOW, step.conf_low);
        set.push(&place, &stat::CONF_HIGH, step.conf_high);
    }
}
