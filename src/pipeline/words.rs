//! The words of a report, from the study.

mod designs;
mod protection;
mod quality;
mod response_rules;
mod variant;
mod weighted;

use std::collections::BTreeMap;

use crate::analysis::disclosure::Policy;
use crate::domain::table::TABLES;
use crate::present::{
    CourseText, DefinitionText, EndpointKind, EndpointText, PopulationText, ReleaseText, ReportText,
    StateText, StratumText, TimeText,
};
use crate::study::file::AnalysisSpec;
use crate::study::population::TREATED;
use crate::study::{self, AnalysisKind, Definition, Endpoint, Horizon, Study, endpoint};

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
        protection: protection::sentences(study),
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
        populations: study
            .populations()
            .iter()
            .map(|population| population_text(study, &population.name))
            .collect(),
        rule_sets: rule_sets(study),
        times: times(study),
        states: states(study),
        courses: courses(study),
        designs: designs::designs(study),
        response_rules: response_rules::response_rules(study),
        quality: quality::quality(study),
        release: Policy::of(study)
            .map(|policy| ReleaseText { threshold: policy.threshold, min_at_risk: policy.min_at_risk }),
    }
}

/// The endpoints, each followed by what it is from the landmarks of the study on, under its weights, and in its
/// populations.
fn endpoint_texts(study: &Study) -> Vec<EndpointText> {
    let texts = |endpoint: Endpoint| {
        let name = endpoint.name.clone();
        let text = endpoint_text(study, endpoint);
        let variants = variant::variants(study, &text);
        debug_assert!(variants.iter().all(|variant| variant.name != name));
        std::iter::once(text).chain(variants)
    };
    study.endpoints().into_iter().flat_map(texts).collect()
}

fn details(definition: &Definition) -> DefinitionText {
    DefinitionText {
        event: definition.event.clone(),
        origin: definition.origin.clone(),
        competing: definition.competing.clone(),
        window: definition.window.clone(),
        second_transplant: definition.second_transplant.clone(),
        applies_to: definition.applies_to.clone(),
    }
}

fn population_text(study: &Study, name: &str) -> PopulationText {
    study.population(name).map_or_else(PopulationText::default, |population| PopulationText {
        name: population.name,
        label: population.label,
        definition: population.definition,
    })
}

/// The definitions and rules that a study of canonical tables uses.
fn rule_sets(study: &Study) -> Vec<String> {
    if study.is_wide() {
        return Vec::new();
    }
    let doses = study.file.inputs.regimen.as_ref().map(|_| study.conditioning.version.clone());
    let recovery = study.file.inputs.labs.as_ref().map(|_| study.engraftment.version.clone());
    std::iter::once(endpoint::version().to_owned()).chain(recovery).chain(doses).collect()
}

fn courses(study: &Study) -> Vec<CourseText> {
    let mut courses: Vec<CourseText> = Vec::new();
    for spec in study.file.analysis.iter().filter(|spec| spec.kind() == AnalysisKind::States) {
        let name = spec.name_of_states();
        let state = spec.landmark_state.as_ref().map(|state| state.get_ref().clone());
        if courses.iter().all(|known| known.name != name) {
            let frequency = spec.weight().map(|weight| weighted::weight_label(study, weight).to_owned());
            let landmark = spec.landmark().map(|landmark| (landmark.days, state));
            courses.push(CourseText { name, landmark, frequency });
        }
    }
    courses
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
    let of_this = |spec: &&AnalysisSpec| endpoint.is_asked_by(spec);
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
        details: details(&endpoint.definition),
        definition: endpoint.definition.sentence(),
        population: population_text(study, TREATED),
        horizon,
    }
}

/// The columns that the cohort adds, and their names for people.
const DERIVED: [(&str, &str); 3] = [
    ("cond_intensity_derived", "Conditioning intensity by the doses"),
    ("adwp_class", "Autoimmune working party class by the doses"),
    ("hct_ci_band", "HCT-CI"),
];

fn variables(study: &Study) -> BTreeMap<String, String> {
    let canonical = TABLES.iter().flat_map(|table| table.columns);
    let mut variables: BTreeMap<String, String> =
        canonical.map(|column| (column.name.to_owned(), capital(column.about))).collect();
    variables.extend(DERIVED.iter().map(|(name, label)| ((*name).to_owned(), (*label).to_owned())));
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
