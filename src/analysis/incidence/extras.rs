//! What is asked of cumulative incidence besides its values -> ARD rows.

use std::sync::Arc;

use super::{IncidenceRequest, variance_name};
use crate::analysis::ard::Row;
use crate::analysis::reduce::GroupTable;
use crate::analysis::row_set::{Frame, Place, RowSet, stat};
use crate::estimate::{CumulativeIncidence, aalen_johansen, incidence_quantile, restricted_time_lost};

/// What is asked of cumulative incidence besides its values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IncidenceExtras {
    /// The times by which these shares have had a cause.
    pub probs: Vec<f64>,
    /// The mean time lost to a cause up to this time.
    pub tau: Option<f64>,
}

/// The rows that the extras ask for.
pub fn extra_rows(
    frame: &Frame,
    tables: &[GroupTable],
    causes: &[Arc<str>],
    request: &IncidenceRequest,
) -> Vec<Row> {
    let extras = &request.extras;
    let mut rows = Vec::new();
    if !extras.probs.is_empty() {
        let mut set = RowSet::new(frame, "cif", &method("Aalen-Johansen, quantiles", "log-log", request));
        for_every_cause(tables, causes, request, |place, incidence, cause| {
            for prob in &extras.probs {
                let place = place.clone().term(&prob.to_string());
                let quantile = incidence_quantile(incidence, cause, *prob);
                set.push(&place, &stat::QUANTILE, quantile.estimate);
                set.push(&place, &stat::QUANTILE_LOW, quantile.conf_low);
                set.push(&place, &stat::QUANTILE_HIGH, quantile.conf_high);
            }
        });
        rows.extend(set.into_rows());
    }
    if let Some(tau) = extras.tau {
        let name = "Restricted mean time lost, by Aalen-Johansen";
        let mut set = RowSet::new(frame, "cif", &method(name, "plain", request));
        for_every_cause(tables, causes, request, |place, incidence, cause| {
            let place = place.clone().at(tau);
            let lost = restricted_time_lost(incidence, cause, tau);
            set.push(&place, &stat::RMTL, lost.estimate);
            set.push(&place, &stat::RMTL_SE, lost.std_error);
            set.push(&place, &stat::RMTL_LOW, lost.conf_low);
            set.push(&place, &stat::RMTL_HIGH, lost.conf_high);
        });
        rows.extend(set.into_rows());
    }
    rows
}

fn method(name: &str, interval: &str, request: &IncidenceRequest) -> String {
    format!(
        "{name}; interval {interval}; level {}; variance {}; profile {}",
        request.options.conf_level,
        variance_name(request.options.variance),
        request.profile
    )
}

/// Calls with the place, the curves and the number of every cause of every group.
fn for_every_cause(
    tables: &[GroupTable],
    causes: &[Arc<str>],
    request: &IncidenceRequest,
    mut each: impl FnMut(&Place, &CumulativeIncidence, u32),
) {
    for GroupTable { group, table } in tables {
        let incidence = aalen_johansen(table, &request.options);
        for (number, cause) in (1..).zip(causes) {
            each(&Place::of(group).cause(cause), &incidence, number);
        }
    }
}
