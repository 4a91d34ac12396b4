//! Grids of cumulative incidences: complications by a variable, or one over two variables.

use super::chart::model::{GridCell, GridChart, GridColumns, GridRow, Interval};
use super::methods::sentences;
use super::number::{interval, percent, shown};
use super::results::{Block, Key, Part, Sources};
use super::table::complications::looked_at;
use super::text::{EndpointText, spelled};
use crate::domain::Group;

/// More columns than this do not fit side by side.
const MOST_COLUMNS: usize = 10;

/// Complications in rows, the groups of one variable side by side.
pub(super) fn grid_by(sources: Sources<'_>, endpoints: &[&EndpointText], by: &str) -> Option<GridChart> {
    let times = looked_at(sources, endpoints);
    let blocks: Vec<(&EndpointText, Block<'_>)> = endpoints
        .iter()
        .map(|endpoint| (*endpoint, incidences(sources, endpoint, by)))
        .filter(|(_, block)| !block.is_empty())
        .collect();
    let mut groups: Vec<&Group> = Vec::new();
    for (_, block) in &blocks {
        let new: Vec<&Group> = block.groups().into_iter().filter(|group| !groups.contains(group)).collect();
        groups.extend(new);
    }
    let rows = blocks.iter().map(|(endpoint, block)| GridRow {
        label: endpoint.heading(),
        cells: groups.iter().flat_map(|group| cells(&block.group(group), endpoint, &times)).collect(),
    });
    let fits = (1..=MOST_COLUMNS).contains(&(groups.len() * times.len()));
    let chart = GridChart {
        title: format!("Complications by {}", sources.text.comparison(by)),
        row_title: "Complication".to_owned(),
        column_groups: columns(sources, groups.iter().map(ToString::to_string), &times),
        rows: rows.collect(),
        ..empty(sources, blocks.first().map(|(_, block)| block))
    };
    fits.then_some(chart)
}

/// One complication: the first variable in rows, the second side by side.
pub(super) fn grid_over_two(sources: Sources<'_>, endpoint: &EndpointText, by: &str) -> Option<GridChart> {
    let (first, second) = by.split_once(',').filter(|(_, second)| !second.contains(','))?;
    let times = looked_at(sources, &[endpoint]);
    let block = incidences(sources, endpoint, by);
    let groups = block.groups();
    let levels = |name: &str| {
        let mut known: Vec<String> = Vec::new();
        for level in groups.iter().filter_map(|group| group.level(name)) {
            if !known.iter().any(|other| other == level) {
                known.push(level.to_owned());
            }
        }
        let stratum = sources.text.strata.iter().find(|stratum| stratum.name == name);
        let place = |level: &String| stratum.and_then(|s| s.levels.iter().position(|other| other == level));
        known.sort_by_key(|level| place(level).unwrap_or(usize::MAX));
        known
    };
    let (down, across) = (levels(first), levels(second));
    let rows = down.iter().map(|row| GridRow {
        label: row.clone(),
        cells: across
            .iter()
            .flat_map(|column| {
                let pair = vec![(first.to_owned(), row.clone()), (second.to_owned(), column.clone())];
                cells(&block.group(&Group::new(pair)), endpoint, &times)
            })
            .collect(),
    });
    let chart = GridChart {
        title: format!("{} by {}", endpoint.label, sources.text.comparison(by)),
        subtitle: Some(endpoint.population_label()),
        row_title: spelled(&sources.text.variable(first)),
        column_groups: columns(sources, across.iter().cloned(), &times),
        rows: rows.collect(),
        ..empty(sources, Some(&block))
    };
    (1..=MOST_COLUMNS).contains(&(across.len() * times.len())).then_some(chart)
}

fn incidences<'a>(sources: Sources<'a>, endpoint: &EndpointText, by: &str) -> Block<'a> {
    sources.results.block(&endpoint.name, Some(by), Part::Asked).only(|row| &*row.analysis == "cif")
}

fn columns(sources: Sources<'_>, groups: impl Iterator<Item = String>, times: &[f64]) -> Vec<GridColumns> {
    let columns: Vec<String> = times.iter().map(|time| sources.text.time_heading(*time)).collect();
    groups.map(|title| GridColumns { title, columns: columns.clone() }).collect()
}

fn empty(sources: Sources<'_>, block: Option<&Block<'_>>) -> GridChart {
    let mut footnotes = vec![sources.text.stamp()];
    let methods = block.map(sentences).unwrap_or_default();
    footnotes.extend(methods.into_iter().map(|method| format!("Cumulative incidence, %. {method}.")));
    GridChart {
        title: String::new(),
        subtitle: Some(EndpointText::default().population_label()),
        row_title: String::new(),
        column_groups: Vec::new(),
        rows: Vec::new(),
        footnotes,
    }
}

fn cells(block: &Block<'_>, endpoint: &EndpointText, times: &[f64]) -> Vec<GridCell> {
    times.iter().map(|time| cell(block, endpoint, *time)).collect()
}

fn cell(block: &Block<'_>, endpoint: &EndpointText, time: f64) -> GridCell {
    let key = Key { analysis: "cif", cause: endpoint.interest(), time: Some(time), ..Key::default() };
    let Some(estimate) = block.value("estimate", key) else {
        let word = shown(block.row("estimate", key), percent).into_owned();
        return GridCell::Missing(if word.is_empty() { "no patients".to_owned() } else { word });
    };
    let (low, high) = (block.row("conf_low", key), block.row("conf_high", key));
    GridCell::Value {
        interval: Interval {
            estimate,
            low: low.and_then(|row| row.value).unwrap_or(estimate),
            high: high.and_then(|row| row.value).unwrap_or(estimate),
        },
        text: format!("{}%", shown(block.row("estimate", key), percent)),
        detail: interval(low, high, percent).unwrap_or_default(),
    }
}
