//! What may be asked of a curve besides its values.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::file::AnalysisSpec;
use super::{EndpointKind, Horizon};

/// A simultaneous confidence band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BandName {
    /// Hall and Wellner's.
    HallWellner,
    /// Proportional to the pointwise interval.
    EqualPrecision,
}

/// What is wrong, where, and what to do.
pub(super) type Problem = (Option<Range<usize>>, String, &'static str);

/// What of the extras does not fit an endpoint of this kind.
pub(super) fn misfit(analysis: &AnalysisSpec, name: &str, kind: EndpointKind) -> Option<Problem> {
    let of_survival = [("cumulative_hazard", analysis.cumulative_hazard), ("band", analysis.band.is_some())]
        .into_iter()
        .chain([("conditional_on", !analysis.conditional_on.is_empty())])
        .find(|(_, asked)| *asked && kind != EndpointKind::Survival)
        .map(|(key, _)| (key, "it is for endpoints without competing events"));
    let of_causes = (analysis.rmtl.is_some() && kind != EndpointKind::Competing)
        .then_some(("rmtl", "it is for endpoints with competing events; use rmst for survival"));
    let of_times = (!analysis.probs.is_empty() && kind == EndpointKind::Proportion)
        .then_some(("probs", "it is for endpoints that have a time"));
    let (key, help) = of_survival.or(of_causes).or(of_times)?;
    Some((None, format!("{key} does not fit {name}"), help))
}

/// What is wrong with the extras themselves; that times are times is checked elsewhere.
pub(super) fn fault(analysis: &AnalysisSpec) -> Option<Problem> {
    if let Some(prob) = analysis.probs.iter().find(|prob| !(*prob.get_ref() > 0.0 && *prob.get_ref() < 1.0)) {
        let message = format!("{} is not a share", prob.get_ref());
        return Some((Some(prob.span()), message, "write a number between 0 and 1"));
    }
    let end = analysis.band_from.as_ref().or(analysis.band_to.as_ref());
    if let (Some(end), None) = (end, analysis.band) {
        let help = "add band = \"hall-wellner\" or band = \"equal-precision\"";
        return Some((Some(end.span()), "the ends of a band are given, but no band".to_owned(), help));
    }
    let days = |time: &Option<super::file::Placed>| time.as_ref().and_then(Horizon::days_of);
    match (days(&analysis.band_from), days(&analysis.band_to)) {
        (Some(from), Some(to)) if from > to => {
            let span = analysis.band_to.as_ref().map(toml::Spanned::span);
            Some((span, "the band ends before it begins".to_owned(), "band_from must not be after band_to"))
        }
        _ => None,
    }
}
