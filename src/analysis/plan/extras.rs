//! What a study asks of its curves besides their values.

use super::options;
use crate::analysis::ard::Row;
use crate::analysis::events::EventCodes;
use crate::analysis::incidence::{self, IncidenceExtras, IncidenceRequest};
use crate::analysis::reduce::GroupTable;
use crate::analysis::row_set::Frame;
use crate::analysis::survival::{self, Hazard, SurvivalExtras, SurvivalRequest, Times};
use crate::domain::Convention;
use crate::estimate::{BandKind, BandOptions};
use crate::study::file::{AnalysisSpec, BandName};
use crate::study::{Endpoint, EndpointKind, Horizon};

/// The rows of the extras of an analysis, under a name of their own, and what should be warned of.
pub(super) fn extra_rows(
    frame: &Frame,
    tables: &[GroupTable],
    (spec, endpoint): (&AnalysisSpec, &Endpoint),
    (times, profile): (Vec<f64>, Convention),
) -> (Vec<Row>, Vec<String>) {
    let frame = Frame { id: format!("{}#extras", frame.id), ..frame.clone() };
    let times = Times::at(times);
    match endpoint.kind {
        EndpointKind::Survival => of_survival(&frame, tables, spec, (times, profile)),
        EndpointKind::Competing => {
            (of_incidence(&frame, tables, (spec, &endpoint.causes), (times, profile)), Vec::new())
        }
        EndpointKind::Proportion | EndpointKind::Recurrent => (Vec::new(), Vec::new()),
    }
}

/// The band at every step of the curves, to be drawn.
pub(super) fn band_rows(
    frame: &Frame,
    tables: &[GroupTable],
    (spec, endpoint): (&AnalysisSpec, &Endpoint),
    (times, profile): (Times, Convention),
) -> Vec<Row> {
    if spec.band.is_none() || endpoint.kind != EndpointKind::Survival {
        return Vec::new();
    }
    let mut request = survival_request(spec, (times, profile));
    request.extras = SurvivalExtras { band: request.extras.band, ..SurvivalExtras::default() };
    survival::extra_rows(frame, tables, &request).0
}

fn of_survival(
    frame: &Frame,
    tables: &[GroupTable],
    spec: &AnalysisSpec,
    asked: (Times, Convention),
) -> (Vec<Row>, Vec<String>) {
    let request = survival_request(spec, asked);
    let probs = probs(spec);
    let mut rows = Vec::new();
    if !probs.is_empty() {
        rows.extend(survival::quantile_rows(frame, tables, &request, &probs));
    }
    let (more, warnings) = survival::extra_rows(frame, tables, &request);
    rows.extend(more);
    (rows, warnings.into_iter().map(|warning| format!("{}: {warning}", frame.id)).collect())
}

fn survival_request(spec: &AnalysisSpec, (times, profile): (Times, Convention)) -> SurvivalRequest {
    let band = spec.band.map(|name| BandOptions {
        kind: match name {
            BandName::HallWellner => BandKind::HallWellner,
            BandName::EqualPrecision => BandKind::EqualPrecision,
        },
        from: spec.band_from.as_ref().and_then(Horizon::days_of),
        to: spec.band_to.as_ref().and_then(Horizon::days_of),
    });
    SurvivalRequest {
        options: options::kaplan_meier(spec, profile),
        times,
        probs: Vec::new(),
        tau: None,
        summary: false,
        extras: SurvivalExtras {
            hazard: if spec.cumulative_hazard { Hazard::NelsonAalen } else { Hazard::Untold },
            band,
            given: in_order(spec.conditional_on.iter().filter_map(Horizon::days_of).collect()),
        },
        profile,
    }
}

fn of_incidence(
    frame: &Frame,
    tables: &[GroupTable],
    (spec, causes): (&AnalysisSpec, &[String]),
    (times, profile): (Times, Convention),
) -> Vec<Row> {
    let causes = EventCodes::causes(causes, &[]).unwrap_or_default().causes;
    let request = IncidenceRequest {
        options: options::aalen_johansen(spec),
        times,
        summary: false,
        extras: IncidenceExtras { probs: probs(spec), tau: spec.rmtl.as_ref().and_then(Horizon::days_of) },
        profile,
    };
    incidence::extra_rows(frame, tables, &causes, &request)
}

pub(super) fn probs(spec: &AnalysisSpec) -> Vec<f64> {
    in_order(spec.probs.iter().map(|prob| *prob.get_ref()).collect())
}

fn in_order(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}
