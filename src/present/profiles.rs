//! What a regression predicts at values of its covariates: whose lines, under which names, and their chart.

use super::chart::model::{CurveChart, Direction};
use super::curves::{MOST_CURVES, points};
use super::model_curves::{self, ModelCurves};
use super::results::{Block, Key, Part, Sources};
use super::table::regression::models;
use super::text::{EndpointText, ReportText};
use crate::analysis::ard::Row;
use crate::domain::Group;

/// What a model predicts.
pub(super) struct Predicted<'a> {
    /// The analysis of the model.
    pub(super) id: &'a str,
    /// What tells it from the other models of the endpoint: ` 2`; nothing where there is one.
    pub(super) number: String,
    /// The rows at the times of the study.
    pub(super) asked: Block<'a>,
    /// A line a profile, and a stratum where these have their own.
    pub(super) lines: Vec<PredictedLine<'a>>,
    /// What all profiles have in common, as a sentence; empty where there is nothing.
    pub(super) common: String,
}

/// A profile, in a stratum.
pub(super) struct PredictedLine<'a> {
    pub(super) label: String,
    pub(super) profile: &'a str,
    pub(super) group: &'a Group,
}

impl PredictedLine<'_> {
    /// Its rows among some.
    pub(super) fn of<'r>(&self, rows: &Block<'r>) -> Block<'r> {
        rows.group(self.group).only(|row| row.term.as_deref() == Some(self.profile))
    }
}

/// Whether a row is predicted at values of the covariates.
pub(super) fn at_profile(row: &Row) -> bool {
    row.time.is_some() && row.term.is_some()
}

/// What the models of an endpoint predict, a model each.
pub(super) fn predicted<'a>(sources: Sources<'a>, endpoint: &EndpointText) -> Vec<Predicted<'a>> {
    let models = models(sources, endpoint);
    let several = models.len() > 1;
    let of_model = |(index, model): (usize, &Block<'a>)| {
        let asked = model.only(at_profile);
        let id = &*model.rows().first()?.analysis_id;
        if asked.is_empty() {
            return None;
        }
        let number = if several { format!(" {}", index + 1) } else { String::new() };
        let (lines, common) = lines(sources.text, &asked);
        Some(Predicted { id, number, asked, lines, common })
    };
    models.iter().enumerate().filter_map(of_model).collect()
}

/// The lines, each named by the values in which the profiles differ, and what they have in common.
fn lines<'a>(text: &ReportText, asked: &Block<'a>) -> (Vec<PredictedLine<'a>>, String) {
    let profiles = asked.distinct(|row| row.term.as_deref());
    let of_first = profiles.first().map(|profile| values(profile)).unwrap_or_default();
    let shared = |pair: &(&str, &str)| profiles.iter().all(|profile| values(profile).contains(pair));
    let (common, own): (Vec<_>, Vec<_>) = of_first.into_iter().partition(shared);
    let differs = |name: &str| own.iter().any(|(known, _)| *known == name) || profiles.len() == 1;
    let mut lines = Vec::new();
    for profile in &profiles {
        let of_profile = asked.only(|row| row.term.as_deref() == Some(profile));
        let mut groups: Vec<&Group> = of_profile.groups();
        if groups.is_empty() {
            groups.extend(of_profile.rows().first().map(|row| &*row.group));
        }
        let told: Vec<(&str, &str)> = values(profile).into_iter().filter(|(name, _)| differs(name)).collect();
        for group in groups {
            let stratum = (!group.is_everybody()).then(|| group.to_string());
            let words = std::iter::once(spelled(text, &told)).filter(|words| !words.is_empty());
            let label = words.chain(stratum).collect::<Vec<_>>().join("; ");
            lines.push(PredictedLine { label, profile, group });
        }
    }
    let common = if profiles.len() == 1 || common.is_empty() {
        String::new()
    } else {
        format!("In all lines: {}.", spelled(text, &common))
    };
    (lines, common)
}

/// The columns of a profile with their values.
fn values(profile: &str) -> Vec<(&str, &str)> {
    let pairs = profile.split(';').filter_map(|item| item.split_once('='));
    pairs.map(|(name, value)| (name.trim(), value.trim())).collect()
}

fn spelled(text: &ReportText, values: &[(&str, &str)]) -> String {
    // What follows a comma in a label says how it was measured.
    let short = |name: &str| text.variable(name).split(',').next().unwrap_or_default().to_owned();
    let words = values.iter().map(|(name, value)| format!("{}: {value}", short(name)));
    words.collect::<Vec<_>>().join("; ")
}

/// The predicted curves of a model; none where there are more than can be told apart.
pub(super) fn predicted_model(
    sources: Sources<'_>,
    endpoint: &EndpointText,
    model: &Predicted<'_>,
) -> Option<CurveChart> {
    if model.lines.len() > MOST_CURVES {
        return None;
    }
    let curve_id = format!("{}-curve", model.id);
    let rows = sources.results.block(&endpoint.name, None, Part::ModelCurve);
    let rows = rows.only(|row| at_profile(row) && *row.analysis_id == *curve_id);
    if rows.is_empty() {
        return None;
    }
    let of_incidence = rows.rows().iter().any(|row| &*row.analysis == "finegray");
    let cause = rows.rows().first().and_then(|row| row.cause.as_deref());
    let line = |line: &PredictedLine<'_>| {
        (line.label.clone(), points(&line.of(&rows), Key { cause, ..Key::default() }))
    };
    Some(model_curves::chart(
        sources,
        endpoint,
        ModelCurves {
            title: format!("{}, predicted by regression{}", endpoint.label, model.number),
            direction: if of_incidence { Direction::Incidence } else { Direction::Survival },
            rows: &rows,
            lines: model.lines.iter().map(line).collect(),
            notes: (!model.common.is_empty()).then(|| model.common.clone()).into_iter().collect(),
        },
    ))
}
