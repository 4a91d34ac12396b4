//! The words of endpoints under probability weights.

use crate::present::EndpointText;
use crate::study::Study;

/// An endpoint under a weight of the study.
pub(super) fn under(study: &Study, endpoint: &EndpointText, weight: &str) -> EndpointText {
    let wide = study.file.inputs.wide.as_ref().and_then(|wide| wide.columns.get(weight));
    let label = wide.and_then(|column| column.label.as_deref()).unwrap_or(weight);
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
