//! The words of endpoints from a landmark on, under weights, and in a population other than all treated.

use super::population_text;
use super::weighted::{counted, under};
use crate::present::EndpointText;
use crate::study::population::TREATED;
use crate::study::{AnalysisSpec, Study};

/// The other ways in which an endpoint is analysed, each once.
pub(super) fn variants(study: &Study, endpoint: &EndpointText) -> Vec<EndpointText> {
    let own = study.endpoint(&endpoint.name);
    let asked = |spec: &&AnalysisSpec| own.as_ref().is_some_and(|own| own.is_asked_by(spec));
    let of_this = study.file.analysis.iter().filter(asked);
    let mut variants: Vec<EndpointText> = Vec::new();
    for spec in of_this {
        let name = spec.name_of(&endpoint.name);
        if name != endpoint.name && variants.iter().all(|known| known.name != name) {
            variants.push(variant(study, spec, EndpointText { name, ..endpoint.clone() }));
        }
    }
    variants
}

fn variant(study: &Study, spec: &AnalysisSpec, mut text: EndpointText) -> EndpointText {
    if let Some(landmark) = spec.landmark() {
        let day = landmark.days;
        let from = if text.details.origin.is_empty() { "transplant" } else { text.details.origin.as_str() };
        text.definition = format!(
            "{}; among patients who were followed beyond day {day} without the event (landmark); times count \
             from {from}",
            text.definition.trim_end_matches('.')
        );
        text.label = format!("{} from day {day} on", text.label);
    }
    if let Some(weight) = spec.pweight() {
        text = under(study, &text, weight);
    }
    if let Some(weight) = spec.weight() {
        text = counted(study, &text, weight);
    }
    let population = spec.population();
    if population != TREATED {
        text.population = population_text(study, &population);
    }
    text
}
