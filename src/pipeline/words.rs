//! The words of a report, from the study.

mod landmark;
mod rules;
mod weighted;

use std::collections::BTreeMap;

use crate::analysis::disclosure::Policy;
use crate::domain::table::TABLES;
use crate::present::{EndpointKind, EndpointText, ReleaseText, ReportText, StateText, StratumText, TimeText};
use crate::study::file::AnalysisSpec;
use crate::study::{self, Endpoint, Horizon, Study};

/// What the report of a study says besides numbers.
pub(super) fn words(study: &Study) -> ReportText {
    let head = &study.file.study;
    ReportText {
        id: head.id.clone(),
        title: head.title.clone(),
        cutoff: head.cutoff.to_string(),
        source: head.source.clone(),
        licence: head.licence.clone(),
        decisions: head.decisions.clone(),
        convention: head.convention.name().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        endpoints: endpoint_texts(study),
        strata: study
            .file
            .strata
            .iter()
            .map(|(name, stratum)| StratumText {
                name: name.clone(),
                label: stratum.label.clone().unwrap_or_default(),
                levels: stratum
                    .order
                    .iter()
                    .map(|level| stratum.labels.get(level).unwrap_or(level).clone())
                    .collect(),
            })
            .collect(),
        variables: variables(study),
        times: times(study),
        states: states(study),
        rules: rules::rules(study),
        release: Policy::of(study)
            .map(|policy| ReleaseText { threshold: policy.threshold, min_at_risk: policy.min_at_risk }),
    }
}

/// The endpoints, each followed by what it is from the landmarks of the study on, and under its weights.
fn endpoint_texts(study: &Study) -> Vec<EndpointText> {
    let texts = |endpoint: Endpoint| {
        let landmarks = landmark::landmarks(study, &endpoint.name);
        let text = endpoint_text(study, endpoint);
        let from =
            landmarks.iter().map(|landmark| landmark::from_landmark(&text, landmark)).collect::<Vec<_>>();
        let weighted = weighted::weighted(study, &text);
        std::iter::once(text).chain(from).chain(weighted)
    };
    study.endpoints().into_iter().flat_map(texts).collect()
}

fn states(study: &Study) -> Vec<StateText> {
    let asked = study.asks_for_states();
    let label = |name: &str| study.endpoint(name).map_or_else(|| name.to_owned(), |endpoint| endpoint.label);
    let states = study.states().into_iter().filter(|_| asked);
    states
        .map(|state| StateText {
            way_in: state.endpoint.as_deref().map(label).unwrap_or_default(),
            charted: state.chart,
            name: state.name,
        })
        .collect()
}

fn endpoint_text(study: &Study, endpoint: Endpoint) -> EndpointText {
    let of_this =
        |spec: &&AnalysisSpec| spec.endpoint.all().iter().any(|name| *name.get_ref() == endpoint.name);
    let horizon = study
        .file
        .analysis
        .iter()
        .filter(of_this)
        .find_map(|spec| spec.horizon.as_ref())
        .and_then(Horizon::days_of);
    EndpointText {
        name: endpoint.name,
        label: endpoint.label,
        kind: match endpoint.kind {
            study::EndpointKind::Survival => EndpointKind::Survival,
            study::EndpointKind::Competing => EndpointKind::Competing,
            study::EndpointKind::Recurrent => EndpointKind::Recurrent,
            study::EndpointKind::Proportion => EndpointKind::Proportion,
        },
        causes: endpoint.causes,
        definition: endpoint.definition,
        horizon,
    }
}

fn variables(study: &Study) -> BTreeMap<String, String> {
    let canonical = TABLES.iter().flat_map(|table| table.columns);
    let mut variables: BTreeMap<String, String> =
        canonical.map(|column| (column.name.to_owned(), capital(column.about))).collect();
    for (name, column) in study.file.inputs.wide.iter().flat_map(|wide| &wide.columns) {
        if let Some(label) = &column.label {
            variables.insert(name.clone(), label.clone());
        }
    }
    variables
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn times(study: &Study) -> Vec<TimeText> {
    let specs = study.file.analysis.iter();
    specs
        .flat_map(|spec| spec.times.iter().chain(&spec.rmst))
        .filter_map(|time| Horizon::parse(time.get_ref()))
        .map(|time| TimeText { days: time.days, label: time.label })
        .collect()
}
