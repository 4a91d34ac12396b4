//! The words of endpoints from a landmark on.

use crate::present::EndpointText;
use crate::study::{AnalysisSpec, Horizon, Study};

/// The landmarks from which on an endpoint is analysed, each once.
pub(super) fn landmarks(study: &Study, endpoint: &str) -> Vec<Horizon> {
    let of_this = study
        .file
        .analysis
        .iter()
        .filter(|spec| spec.endpoint.all().iter().any(|name| name.get_ref() == endpoint));
    let mut landmarks: Vec<Horizon> = Vec::new();
    for landmark in of_this.filter_map(AnalysisSpec::landmark) {
        if landmarks.iter().all(|known| known.days.total_cmp(&landmark.days).is_ne()) {
            landmarks.push(landmark);
        }
    }
    landmarks
}

/// An endpoint from a landmark on.
pub(super) fn from_landmark(endpoint: &EndpointText, landmark: &Horizon) -> EndpointText {
    let day = landmark.days;
    EndpointText {
        name: format!("{}@{day}", endpoint.name),
        label: format!("{} from day {day} on", endpoint.label),
        definition: format!(
            "{}; among patients who were followed beyond day {day} without the event (landmark); times count \
             from transplant",
            endpoint.definition.trim_end_matches('.')
        ),
        ..endpoint.clone()
    }
}
