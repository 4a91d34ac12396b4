//! The words of endpoints under probability weights.

use crate::present::EndpointText;
use crate::study::{AnalysisSpec, Study};

/// An endpoint under each of the weights of the study.
pub(super) fn weighted(study: &Study, endpoint: &EndpointText) -> Vec<EndpointText> {
    let of_this =
        |spec: &&AnalysisSpec| spec.endpoint.all().iter().any(|name| *name.get_ref() == endpoint.name);
    let mut weights: Vec<&str> = Vec::new();
    for weight in study.file.analysis.iter().filter(of_this).filter_map(AnalysisSpec::pweight) {
        if !weights.contains(&weight) {
            weights.push(weight);
        }
    }
    weights.into_iter().map(|weight| under(study, endpoint, weight)).collect()
}

fn under(study: &Study, endpoint: &EndpointText, weight: &str) -> EndpointText {
    let wide = study.file.inputs.wide.as_ref().and_then(|wide| wide.columns.get(weight));
    let label = wide.and_then(|column| column.label.as_deref()).unwrap_or(weight);
    EndpointText {
        name: format!("{}~{weight}", endpoint.name),
        label: format!("{} (weighted)", endpoint.label),
        definition: format!(
            "{}; each patient counts with a probability weight ({label}): numbers at risk and events are sums of \
             weights, the variance is robust",
            endpoint.definition.trim_end_matches('.')
        ),
        ..endpoint.clone()
    }
}
