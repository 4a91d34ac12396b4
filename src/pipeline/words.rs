//! The words of a report, from the study.

use std::collections::BTreeMap;

use crate::domain::table::TABLES;
use crate::present::{EndpointKind, EndpointText, ReportText, StratumText, TimeText};
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
        endpoints: study.endpoints().into_iter().map(|endpoint| endpoint_text(study, endpoint)).collect(),
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
    }
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
        .and_then(|horizon| Horizon::parse(horizon.get_ref()))
        .map(|horizon| horizon.days);
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
