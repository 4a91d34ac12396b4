//! The words of endpoints under weights.

use crate::present::EndpointText;
use crate::study::Study;

/// The name for people of a column of weights.
pub(super) fn weight_label<'a>(study: &'a Study, weight: &'a str) -> &'a str {
    let wide = study.file.inputs.wide.as_ref().and_then(|wide| wide.columns.get(weight));
    wide.and_then(|column| column.label.as_deref()).unwrap_or(weight)
}

/// An endpoint in which each patient counts as often as a column says.
pub(super) fn counted(study: &Study, endpoint: &EndpointText, weight: &str) -> EndpointText {
    let label = weight_label(study, weight);
    EndpointText {
        label: format!("{} (frequencies)", endpoint.label),
        definition: format!(
            "{}; each row counts as often as its frequency says ({label})",
            endpoint.definition.trim_end_matches('.')
        ),
        ..endpoint.clone()
    }
}

/// An endpoint under a probability weight of the study.
pub(super) fn under(study: &Study, endpoint: &EndpointText, weight: &str) -> EndpointText {
    let label = weight_label(study, weight);
    EndpointText {
        label: format!("{} (weighted)", endpoint.label),
        definition: format!(
            "{}; each patient counts with a probability weight ({label}): numbers at risk and events are sums of \
             weights, the variance is robust",
            endpoint.definition.trim_end_matches('.')
        ),
        ..endpoint.clone()
    }
}
