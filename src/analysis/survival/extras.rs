//! What is asked of a survival curve besides its values -> ARD rows.

use super::{SurvivalRequest, Times, conf_type_name, push_estimate, push_quantiles};
use crate::analysis::ard::Row;
use crate::analysis::reduce::GroupTable;
use crate::analysis::row_set::{Frame, Place, RowSet, stat};
use crate::estimate::{
    BandKind, BandOptions, Events, Survival, SurvivalStep, conditional_survival, confidence_band,
    cumulative_hazard_at, kaplan_meier, nelson_aalen,
};

/// What is asked of a survival curve besides its values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SurvivalExtras {
    /// Whether the cumulative hazard is told too.
    pub hazard: Hazard,
    /// A simultaneous band.
    pub band: Option<BandOptions>,
    /// Survival of those who have come so far, for each of these times.
    pub given: Vec<f64>,
}

/// Whether the cumulative hazard is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hazard {
    /// It is not.
    #[default]
    Untold,
    /// By the method of Nelson and Aalen, at the times of the curve.
    NelsonAalen,
}

/// The rows that the extras ask for, at the times of the request, and what should be warned of.
pub fn extra_rows(
    frame: &Frame,
    tables: &[GroupTable],
    request: &SurvivalRequest,
) -> (Vec<Row>, Vec<String>) {
    let extras = &request.extras;
    let mut rows = Vec::new();
    if extras.hazard == Hazard::NelsonAalen {
        rows.extend(hazard_rows(frame, tables, request));
    }
    if let Some(band) = &extras.band {
        rows.extend(band_rows(frame, tables, (request, band)));
    }
    let mut warnings = Vec::new();
    for given in &extras.given {
        let later = conditional_rows(frame, tables, (request, *given));
        if later.is_empty() {
            warnings.push(format!("no time after {given} is shown, so survival given {given} is not"));
        }
        rows.extend(later);
    }
    (rows, warnings)
}

/// The quantiles of each group alone, for those who ask for nothing else.
pub fn quantile_rows(
    frame: &Frame,
    tables: &[GroupTable],
    request: &SurvivalRequest,
    probs: &[f64],
) -> Vec<Row> {
    let mut rows = RowSet::new(frame, "km", &method("Kaplan-Meier", request));
    for GroupTable { group, table } in tables {
        push_quantiles(&mut rows, group, &kaplan_meier(table, &request.options), (probs, request.profile));
    }
    rows.into_rows()
}

/// The method of a curve of this name.
fn method(name: &str, request: &SurvivalRequest) -> String {
    format!(
        "{name}; interval {}; level {}; variance Greenwood; profile {}",
        conf_type_name(request.options.conf_type),
        request.options.conf_level,
        request.profile,
    )
}

/// The times at which values are told.
fn times_of(survival: &Survival, times: &Times) -> Vec<f64> {
    match times {
        Times::Every => survival.steps.iter().map(|step| step.time).collect(),
        Times::At(times) => times.clone(),
        Times::Curve(last) => {
            let of_curve = |step: &&SurvivalStep| step.n_event > 0 && step.time <= *last;
            survival.steps.iter().filter(of_curve).map(|step| step.time).collect()
        }
        Times::Risk(_) => Vec::new(),
    }
}

fn hazard_rows(frame: &Frame, tables: &[GroupTable], request: &SurvivalRequest) -> Vec<Row> {
    let level = request.options.conf_level;
    let method = format!(
        "Nelson-Aalen; interval log; level {level}; variance sum of d/n²; profile {}",
        request.profile
    );
    let mut rows = RowSet::new(frame, "km", &method);
    for GroupTable { group, table } in tables {
        let steps = nelson_aalen(table, Events::Any, level);
        for time in times_of(&kaplan_meier(table, &request.options), &request.times) {
            let (place, at) = (Place::of(group).at(time), cumulative_hazard_at(&steps, time));
            rows.push(&place, &stat::CUMHAZ, at.estimate);
            rows.push(&place, &stat::CUMHAZ_SE, at.std_error);
            rows.push(&place, &stat::CUMHAZ_LOW, at.conf_low);
            rows.push(&place, &stat::CUMHAZ_HIGH, at.conf_high);
        }
    }
    rows.into_rows()
}

/// The name of a band.
fn band_name(kind: BandKind) -> &'static str {
    match kind {
        BandKind::HallWellner => "Hall-Wellner",
        BandKind::EqualPrecision => "equal precision",
    }
}

fn band_rows(
    frame: &Frame,
    tables: &[GroupTable],
    (request, options): (&SurvivalRequest, &BandOptions),
) -> Vec<Row> {
    let from = options.from.map_or_else(|| "the first event".to_owned(), |from| from.to_string());
    let to = options.to.map_or_else(|| "the last follow-up".to_owned(), |to| to.to_string());
    let name = format!("Kaplan-Meier, simultaneous band {} from {from} to {to}", band_name(options.kind));
    let mut rows = RowSet::new(frame, "km", &method(&name, request));
    for GroupTable { group, table } in tables {
        let survival = kaplan_meier(table, &request.options);
        let band = confidence_band(&survival, options);
        rows.push(&Place::of(group), &stat::BAND_CRITICAL, band.critical);
        for time in times_of(&survival, &request.times) {
            let (place, at) = (Place::of(group).at(time), band.at(time));
            rows.push(&place, &stat::BAND_LOW, at.low);
            rows.push(&place, &stat::BAND_HIGH, at.high);
        }
    }
    rows.into_rows()
}

/// Survival after a time, at the later times of the request.
fn conditional_rows(
    frame: &Frame,
    tables: &[GroupTable],
    (request, given): (&SurvivalRequest, f64),
) -> Vec<Row> {
    let name = format!("Kaplan-Meier, given survival to {given}");
    let mut rows = RowSet::new(frame, "km", &method(&name, request));
    for GroupTable { group, table } in tables {
        let survival = kaplan_meier(table, &request.options);
        let later = conditional_survival(&survival, given);
        for time in times_of(&survival, &request.times).into_iter().filter(|time| *time > given) {
            let place = Place::of(group).at(time).term(&format!("given {given}"));
            let values = match &later {
                Ok(later) => {
                    let at = later.at(time);
                    [at.estimate, at.std_error, at.conf_low, at.conf_high]
                }
                Err(reason) => [Err(*reason); 4],
            };
            push_estimate(&mut rows, &place, values);
        }
    }
    rows.into_rows()
}
