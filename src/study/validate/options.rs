//! How estimates are made: does each option fit what is estimated.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Check;
use crate::study::endpoint::EndpointKind;
use crate::study::file::{AnalysisSpec, ModelName, Placed};
use crate::study::share::MeasureName;
use crate::study::{AnalysisKind, StudyError};

/// What is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Estimated {
    Survival,
    Incidence,
    MeanCount,
    Share,
    States,
    Cox,
    FineGray,
}

/// An option that is set: its key, its place, what it is for, and that in words.
type Option_ = (&'static str, Range<usize>, &'static [Estimated], &'static str);

impl Check<'_> {
    /// Every option of an analysis has something that it acts on.
    pub(super) fn options(&self, spec: &AnalysisSpec, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        if let Some(level) = &spec.conf_level
            && !(*level.get_ref() > 0.0 && *level.get_ref() < 1.0)
        {
            let message = format!("{} is no level of an interval", level.get_ref());
            return Err(self.fail(
                Some(level.span()),
                message,
                "write a number between 0 and 1, such as 0.9",
            ));
        }
        let estimated = self.estimated(spec);
        for (key, place, fitting, help) in set(spec) {
            if let Some((name, _)) = estimated.iter().find(|(_, what)| !fitting.contains(what)) {
                let message = format!("{key} does not fit {name}");
                return Err(self.fail(Some(place), message, help));
            }
        }
        self.measures(spec)?;
        self.frequencies(spec, columns)
    }

    /// What is estimated of each endpoint, and how that is called.
    fn estimated(&self, spec: &AnalysisSpec) -> Vec<(String, Estimated)> {
        if spec.kind() == AnalysisKind::States {
            return vec![("states".to_owned(), Estimated::States)];
        }
        let of_endpoint = |name: &Placed| {
            let kind = self.study.endpoint(name.get_ref())?.kind;
            Some(match (spec.model, kind) {
                (Some(model), _) => {
                    let what = match model {
                        ModelName::Cox => Estimated::Cox,
                        ModelName::Finegray => Estimated::FineGray,
                    };
                    (format!("the model of {}", name.get_ref()), what)
                }
                (None, EndpointKind::Survival) => (name.get_ref().clone(), Estimated::Survival),
                (None, EndpointKind::Competing) => (name.get_ref().clone(), Estimated::Incidence),
                (None, EndpointKind::Recurrent) => (name.get_ref().clone(), Estimated::MeanCount),
                (None, EndpointKind::Proportion) => (name.get_ref().clone(), Estimated::Share),
            })
        };
        spec.endpoint.all().iter().filter_map(of_endpoint).collect()
    }

    /// What says how a measure is had needs the measure.
    fn measures(&self, spec: &AnalysisSpec) -> Result<(), StudyError> {
        let has = |measures: &[MeasureName]| spec.association.iter().any(|asked| measures.contains(asked));
        if let Some(ratio) = spec.ratio.as_ref().filter(|_| !has(&[MeasureName::RiskRatio])) {
            let message = "ratio names the interval of a risk-ratio, and none is asked for".to_owned();
            return Err(self.fail(Some(ratio.span()), message, "add \"risk-ratio\" to association"));
        }
        let corrected = [MeasureName::ChiSquare, MeasureName::CochranMantelHaenszel];
        match spec.continuity_correction.as_ref().filter(|_| !has(&corrected)) {
            Some(correction) => Err(self.fail(
                Some(correction.span()),
                "a continuity correction is of chi-square and cochran-mantel-haenszel".to_owned(),
                "add one of them to association",
            )),
            None => Ok(()),
        }
    }

    /// The frequencies of an analysis.
    fn frequencies(&self, spec: &AnalysisSpec, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let Some(weight) = &spec.weight else { return Ok(()) };
        self.known_column(weight, columns)?;
        let fail = |message: String, help: &str| Err(self.fail(Some(weight.span()), message, help));
        if spec.pweight.is_some() {
            return fail(
                "an analysis has one weight: a frequency, or a probability weight".to_owned(),
                "take weight or pweight out",
            );
        }
        if !self.is_number(weight.get_ref()) {
            return fail(format!("the column {} holds no numbers, so it is no weight", weight.get_ref()), "");
        }
        if self.study.is_release() {
            return fail(
                "frequencies are not released: disclosure control counts every row as one patient".to_owned(),
                "take weight out, or set release = \"internal\"",
            );
        }
        let same = |other: &&AnalysisSpec| other.pweight() == spec.weight() && other.pweight.is_some();
        match self.study.file.analysis.iter().find(same) {
            Some(_) => fail(
                format!("{} is a frequency here and a probability weight elsewhere", weight.get_ref()),
                "",
            ),
            None => Ok(()),
        }
    }

    /// No estimate is asked for twice with other options: the first analysis of an endpoint and its groups makes it.
    pub(super) fn options_agree(&self) -> Result<(), StudyError> {
        let analyses: Vec<&AnalysisSpec> =
            self.study.file.analysis.iter().filter(|spec| spec.model.is_none()).collect();
        for (place, later) in analyses.iter().enumerate() {
            for first in &analyses[..place] {
                let Some(name) = shared(first, later) else { continue };
                if let Some((key, span)) = differing(first, later) {
                    return Err(self.fail(
                        Some(span),
                        format!("{name} is estimated above with another {key}"),
                        "write all options of an estimate where it is asked for first",
                    ));
                }
            }
        }
        Ok(())
    }
}

/// The options that are set.
fn set(spec: &AnalysisSpec) -> Vec<Option_> {
    use Estimated as E;
    let curves: &[E] = &[E::Incidence];
    let (variance, variance_help) = match &spec.variance {
        Some(name) if name.get_ref().is_of_states() => {
            (&[E::States][..], "of cumulative incidence it is aalen or delta")
        }
        _ => (curves, "aalen and delta are of cumulative incidence, jackknife and greenwood of states"),
    };
    let of_cox: &[E] = &[E::Cox];
    let weighted: &[E] = &[E::Survival, E::Incidence, E::Share, E::States, E::Cox];
    [
        (
            "conf_type",
            span(spec.conf_type.as_ref()),
            &[E::Survival][..],
            "it is for survival; incidence has log-log",
        ),
        ("variance", span(spec.variance.as_ref()), variance, variance_help),
        ("ties", span(spec.ties.as_ref()), of_cox, "it is for model = \"cox\""),
        ("firth", span(spec.firth.as_ref()), of_cox, "it is for model = \"cox\""),
        ("cluster", span(spec.cluster.as_ref()), of_cox, "it is for model = \"cox\""),
        ("at", spec.at.first().map(Placed::span), &[E::Cox, E::FineGray], "it is for models"),
        ("ratio", span(spec.ratio.as_ref()), &[E::Share], "it is for endpoints without a time"),
        (
            "continuity_correction",
            span(spec.continuity_correction.as_ref()),
            &[E::Share],
            "it is for endpoints without a time",
        ),
        (
            "weight",
            span(spec.weight.as_ref()),
            weighted,
            "neither mean counts nor Fine-Gray know frequencies",
        ),
    ]
    .into_iter()
    .filter_map(|(key, place, fitting, help)| Some((key, place?, fitting, help)))
    .collect()
}

fn span<T>(option: Option<&toml::Spanned<T>>) -> Option<Range<usize>> {
    option.map(toml::Spanned::span)
}

/// What both analyses estimate: everybody, of an endpoint that both name.
fn shared(first: &AnalysisSpec, later: &AnalysisSpec) -> Option<String> {
    if first.kind() != later.kind() {
        return None;
    }
    if later.kind() == AnalysisKind::States {
        let name = later.name_of_states();
        return (first.name_of_states() == name).then_some(name);
    }
    let named = |name: &&Placed| first.endpoint.all().iter().any(|one| one.get_ref() == name.get_ref());
    let both = later.endpoint.all().iter().find(named)?.get_ref();
    let name = later.name_of(both);
    (first.name_of(both) == name).then_some(name)
}

/// An option that the later analysis sets otherwise than the first.
fn differing(first: &AnalysisSpec, later: &AnalysisSpec) -> Option<(&'static str, Range<usize>)> {
    fn other<T: PartialEq>(
        first: Option<&toml::Spanned<T>>,
        later: Option<&toml::Spanned<T>>,
    ) -> Option<Range<usize>> {
        let later = later?;
        let same = first.is_some_and(|first| first.get_ref() == later.get_ref());
        (!same).then(|| later.span())
    }
    let conf_level =
        other(first.conf_level.as_ref(), later.conf_level.as_ref()).map(|span| ("conf_level", span));
    let conf_type = other(first.conf_type.as_ref(), later.conf_type.as_ref()).map(|span| ("conf_type", span));
    let variance = other(first.variance.as_ref(), later.variance.as_ref()).map(|span| ("variance", span));
    conf_level.or(conf_type).or(variance)
}
