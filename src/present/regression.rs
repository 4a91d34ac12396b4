//! Charts of regressions: effects on a logarithmic axis, and adjusted curves.

use super::chart::model::{
    CurveChart, Direction, Interval, IntervalChart, IntervalMark, IntervalPanel, IntervalRow, IntervalScale,
};
use super::curves::{MOST_CURVES, points};
use super::methods::sentences;
use super::model_curves::{self, ModelCurves};
use super::number::{decimal, interval, p_value, shown};
use super::results::{Block, Key, Part, Sources};
use super::table::groups::interval_heading;
use super::table::regression::{adjusted, adjusted_groups, effects, find, models, term_label, terms};
use super::text::EndpointText;

/// The effects of every model of an endpoint.
pub(super) fn forest_models(sources: Sources<'_>, endpoint: &EndpointText) -> Vec<IntervalChart> {
    models(sources, endpoint)
        .iter()
        .map(|model| forest(sources, endpoint, model))
        .filter(|chart| chart.panels.iter().any(|panel| !panel.rows.is_empty()))
        .collect()
}

fn forest(sources: Sources<'_>, endpoint: &EndpointText, model: &Block<'_>) -> IntervalChart {
    let effects = effects(model);
    let row = |term: &&str| IntervalRow {
        label: term_label(sources.text, model, term),
        marks: effects.iter().map(|(analysis, _)| mark(model, (analysis, Some(term)))).collect(),
    };
    let names = effects.iter().map(|(_, name)| (*name).to_owned()).collect();
    let of_terms = model.only(|row| row.time.is_none());
    let mut footnotes = vec![sources.text.stamp()];
    footnotes.extend(sentences(&of_terms).into_iter().map(|method| format!("{method}.")));
    IntervalChart {
        title: format!("{}: hazard ratios", endpoint.label),
        subtitle: Some(endpoint.population_label()),
        x_label: "Hazard ratio, logarithmic axis".to_owned(),
        scale: IntervalScale::Ratio,
        series: names,
        columns: vec![format!("HR ({})", interval_heading(model)), "p".to_owned()],
        panels: vec![IntervalPanel {
            title: None,
            rows: terms(sources.text, model).iter().map(row).collect(),
        }],
        footnotes,
    }
}

fn mark(model: &Block<'_>, place: (&str, Option<&str>)) -> IntervalMark {
    let [hr, low, high] = ["hr", "conf_low", "conf_high"].map(|stat| find(model, stat, place));
    let number = |row: Option<&crate::analysis::ard::Row>| row.and_then(|row| row.value);
    let value = match (number(hr), number(low), number(high)) {
        (Some(estimate), Some(low), Some(high)) => Some(Interval { estimate, low, high }),
        _ => None,
    };
    let show = |value| decimal(value, 2);
    let limits = value.and_then(|_| interval(low, high, show)).unwrap_or_default();
    let text = format!("{} {limits}", shown(hr, show)).trim_end().to_owned();
    IntervalMark { value, texts: vec![text, shown(find(model, "p_value", place), p_value).into_owned()] }
}

/// Survival of everybody as if at each level of a term.
pub(super) fn adjusted_model(sources: Sources<'_>, endpoint: &EndpointText) -> Option<CurveChart> {
    let block = sources.results.block(&endpoint.name, None, Part::ModelCurve).only(adjusted);
    let groups = adjusted_groups(sources.text, &block);
    let by = groups.first()?.levels().first()?.0.clone();
    if groups.len() > MOST_CURVES {
        return None;
    }
    let line = |group: &crate::domain::Group| {
        let own = block.group(group);
        (group.to_string(), points(&own, Key { analysis: "cox", ..Key::default() }))
    };
    let averaged =
        "As if all patients were in the group: predictions of the regression, averaged over the cohort.";
    Some(model_curves::chart(
        sources,
        endpoint,
        ModelCurves {
            title: format!("{} by {}, adjusted", endpoint.label, sources.text.comparison(&by)),
            direction: Direction::Survival,
            rows: &block,
            lines: groups.iter().copied().map(line).collect(),
            notes: vec![averaged.to_owned()],
        },
    ))
}
