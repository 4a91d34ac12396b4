//! How the estimates of an analysis are made: as the study says, else as its convention does.

use crate::domain::Convention;
use crate::estimate::association::{Correction, DifferenceMethod, RatioMethod};
use crate::estimate::cox::{Penalty, Ties};
use crate::estimate::{
    AalenJohansenOptions, ConfType, KaplanMeierOptions, OccupationOptions, OccupationVariance, Variance,
};
use crate::study::file::AnalysisSpec;
use crate::study::options::{ConfTypeName, TiesName, VarianceName};
use crate::study::share::{DifferenceMethodName, RatioMethodName};

/// The options of a survival curve.
pub(super) fn kaplan_meier(spec: &AnalysisSpec, profile: Convention) -> KaplanMeierOptions {
    let named = |name: ConfTypeName| match name {
        ConfTypeName::LogLog => ConfType::LogLog,
        ConfTypeName::Log => ConfType::Log,
        ConfTypeName::Plain => ConfType::Plain,
        ConfTypeName::Logit => ConfType::Logit,
        ConfTypeName::Arcsin => ConfType::ArcSin,
    };
    let conf_type = spec.conf_type.as_ref().map(|name| named(*name.get_ref()));
    KaplanMeierOptions {
        conf_type: conf_type.unwrap_or_else(|| profile.conf_type()),
        conf_level: spec.conf_level(),
        ..KaplanMeierOptions::default()
    }
}

/// The options of curves of cumulative incidence.
pub(super) fn aalen_johansen(spec: &AnalysisSpec) -> AalenJohansenOptions {
    let variance = match spec.variance.as_ref().map(|name| *name.get_ref()) {
        Some(VarianceName::Delta) => Variance::Delta,
        _ => Variance::Aalen,
    };
    AalenJohansenOptions { variance, conf_level: spec.conf_level(), ..AalenJohansenOptions::default() }
}

/// The options of probabilities of states.
pub(super) fn occupation(spec: &AnalysisSpec) -> OccupationOptions {
    let variance = match spec.variance.as_ref().map(|name| *name.get_ref()) {
        Some(VarianceName::Greenwood) => OccupationVariance::Greenwood,
        _ => OccupationVariance::Jackknife,
    };
    OccupationOptions { variance, conf_level: spec.conf_level(), ..OccupationOptions::default() }
}

/// Tied events of a Cox regression.
pub(super) fn ties(spec: &AnalysisSpec, profile: Convention) -> Ties {
    match spec.ties.as_ref().map(|name| *name.get_ref()) {
        Some(TiesName::Efron) => Ties::Efron,
        Some(TiesName::Breslow) => Ties::Breslow,
        None => profile.ties(),
    }
}

/// The penalty of a Cox regression.
pub(super) fn penalty(spec: &AnalysisSpec) -> Penalty {
    if spec.firth() { Penalty::Firth } else { Penalty::None }
}

/// The interval of a risk difference.
pub(super) fn difference(spec: &AnalysisSpec) -> DifferenceMethod {
    match spec.difference.unwrap_or_default() {
        DifferenceMethodName::Newcombe => DifferenceMethod::Newcombe,
        DifferenceMethodName::MiettinenNurminen => DifferenceMethod::MiettinenNurminen,
        DifferenceMethodName::Wald => DifferenceMethod::Wald,
    }
}

/// The interval of a risk ratio.
pub(super) fn ratio(spec: &AnalysisSpec) -> RatioMethod {
    match spec.ratio.as_ref().map(|name| *name.get_ref()).unwrap_or_default() {
        RatioMethodName::Wald => RatioMethod::Wald,
        RatioMethodName::MiettinenNurminen => RatioMethod::MiettinenNurminen,
    }
}

/// Whether tests of two groups are corrected for continuity.
pub(super) fn correction(spec: &AnalysisSpec) -> Correction {
    if spec.continuity_correction() { Correction::Continuity } else { Correction::None }
}
