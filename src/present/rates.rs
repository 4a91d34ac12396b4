//! Charts of shares by group, with both denominators.

use super::chart::model::{Interval, IntervalChart, IntervalMark, IntervalPanel, IntervalRow, IntervalScale};
use super::methods::sentences;
use super::number::{interval, percent, shown};
use super::results::{Block, Key, Part, Sources};
use super::table::groups::{groups, interval_heading, overall};
use super::table::proportion::{causes, fraction, key};
use super::text::EndpointText;

/// Statuses that get a chart of their own, where they exist; else the first.
const CHARTED: [&str; 2] = ["CR or R", "CR"];

/// One chart a status: everybody, then the groups of every comparison by one variable.
pub(super) fn rate_models(sources: Sources<'_>, endpoint: &EndpointText) -> Vec<(String, IntervalChart)> {
    let everybody = overall(sources, endpoint);
    let known = causes(&everybody.block);
    let mut charted: Vec<&str> = CHARTED.into_iter().filter(|cause| known.contains(cause)).collect();
    if charted.is_empty() {
        charted.extend(known.first());
    }
    charted.into_iter().map(|cause| (cause.to_owned(), rate_model(sources, endpoint, cause))).collect()
}

fn rate_model(sources: Sources<'_>, endpoint: &EndpointText, cause: &str) -> IntervalChart {
    let everybody = overall(sources, endpoint);
    let denominators = endpoint.denominators();
    let row = |label: &str, block: &Block<'_>| IntervalRow {
        label: label.to_owned(),
        marks: denominators.iter().map(|population| mark(block, key(&population.name, cause))).collect(),
    };
    let mut panels = vec![IntervalPanel { title: None, rows: vec![row(&everybody.label, &everybody.block)] }];
    for by in sources.results.comparisons(&endpoint.name).iter().filter(|by| !by.contains(',')) {
        let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
        panels.push(IntervalPanel {
            title: Some(super::text::spelled(&sources.text.comparison(by))),
            rows: groups(&block).iter().map(|group| row(&group.label, &group.block)).collect(),
        });
    }
    let rows = everybody.block.only(|row| &*row.analysis == "proportion");
    let title = match cause {
        "yes" => endpoint.label.clone(),
        _ => format!("{}: {}", endpoint.label, endpoint.cause(cause)),
    };
    let mut footnotes = vec![sources.text.stamp()];
    footnotes.extend(sentences(&rows).into_iter().map(|method| format!("{method}.")));
    IntervalChart {
        title,
        subtitle: Some(endpoint.population_label()),
        x_label: "Share of patients".to_owned(),
        scale: IntervalScale::Percent,
        series: denominators.iter().map(|population| population.label.clone()).collect(),
        columns: vec!["n / N".to_owned(), format!("% ({})", interval_heading(&rows))],
        panels,
        footnotes,
    }
}

fn mark(block: &Block<'_>, key: Key<'_>) -> IntervalMark {
    let limits = ("conf_low", "conf_high");
    let value = block.value("estimate", key).map(|estimate| Interval {
        estimate,
        low: block.value(limits.0, key).unwrap_or(estimate),
        high: block.value(limits.1, key).unwrap_or(estimate),
    });
    let main = shown(block.row("estimate", key), percent);
    let limits = interval(block.row(limits.0, key), block.row(limits.1, key), percent);
    let text = format!("{main} {}", limits.unwrap_or_default()).trim_end().to_owned();
    IntervalMark { value, texts: vec![fraction(block, key), text] }
}
