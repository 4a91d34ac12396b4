//! The groups of an endpoint's tables: everybody, then each comparison.

use crate::analysis::ard::Row;
use crate::domain::Group;
use crate::present::number::{Figure, decimal, interval, level, missing_phrase, p_phrase, percent, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::table::Cell;
use crate::present::text::EndpointText;
use crate::present::time::TimeUnit;

/// The names of the tests, as they stand before a p-value.
const TESTS: &[(&str, &str)] = &[
    ("logrank", "Log-rank"),
    ("gehan", "Gehan–Breslow–Wilcoxon"),
    ("tarone-ware", "Tarone–Ware"),
    ("peto", "Peto"),
    ("gray", "Gray’s test"),
    ("fleming-harrington", "Fleming–Harrington"),
    ("max-combo", "Maximum of weighted log-rank tests"),
    ("rmst", "Restricted mean"),
    ("rmtl", "Time lost"),
    ("fixed-time", "Fixed time"),
    ("logrank-trend", "Log-rank for trend"),
    ("gehan-trend", "Gehan–Breslow–Wilcoxon for trend"),
    ("tarone-ware-trend", "Tarone–Ware for trend"),
    ("peto-trend", "Peto for trend"),
    ("fleming-harrington-trend", "Fleming–Harrington for trend"),
    ("gray-trend", "Gray’s test for trend"),
];

/// The name of a test, where the analysis is one.
pub(in crate::present) fn test_name(analysis: &str) -> Option<&'static str> {
    TESTS.iter().find(|(name, _)| *name == analysis).map(|(_, label)| *label)
}

/// One row of a table: a group of patients and its results.
#[derive(Debug)]
pub(in crate::present) struct GroupBlock<'a> {
    pub(in crate::present) label: String,
    pub(in crate::present) block: Block<'a>,
}

/// Everybody's results at the times asked for.
pub(in crate::present) fn overall<'a>(sources: Sources<'a>, endpoint: &EndpointText) -> GroupBlock<'a> {
    let block = sources.results.block(&endpoint.name, None, Part::Asked);
    GroupBlock { label: "Overall".to_owned(), block: block.group(&Group::everybody()) }
}

/// The groups of one comparison.
pub(in crate::present) fn groups<'a>(block: &Block<'a>) -> Vec<GroupBlock<'a>> {
    block
        .groups()
        .into_iter()
        .map(|group| GroupBlock { label: group.to_string(), block: block.group(group) })
        .collect()
}

/// The tests of a comparison in words: `Log-rank p = 0.03`.
pub(in crate::present) fn test_note(block: &Block<'_>, cause: Option<&str>) -> Option<String> {
    let everybody = block.group(&Group::everybody());
    let of_cause = |row: &Row| row.cause.is_none() || row.cause.as_deref() == cause;
    let notes: Vec<String> = everybody
        .rows()
        .iter()
        .filter(|row| &*row.stat == "p_value" && row.term.is_none() && of_cause(row))
        .filter_map(|row| {
            let name = test_name(&row.analysis)?;
            Some(match Figure::of(row) {
                Some(p) => format!("{name} {}", p_phrase(p)),
                None => format!("{name}: {}", missing_phrase(row)),
            })
        })
        .collect();
    (!notes.is_empty()).then(|| notes.join("; "))
}

/// The times asked for in any of the tables of an endpoint, ascending.
pub(in crate::present) fn times(sources: Sources<'_>, endpoint: &EndpointText) -> Vec<f64> {
    let comparisons = sources.results.comparisons(&endpoint.name);
    let every = std::iter::once(None).chain(comparisons.iter().map(|by| Some(*by)));
    let mut times: Vec<f64> = every
        .flat_map(|by| {
            let block = sources.results.block(&endpoint.name, by, Part::Asked);
            block.only(|row| test_name(&row.analysis).is_none()).times("estimate")
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    times
}

/// The unit in which the times of an endpoint are shown: that of its charts.
pub(in crate::present) fn unit(sources: Sources<'_>, endpoint: &EndpointText) -> TimeUnit {
    TimeUnit::for_horizon(horizon(sources, endpoint))
}

/// The last time of the charts of an endpoint.
pub(in crate::present) fn horizon(sources: Sources<'_>, endpoint: &EndpointText) -> f64 {
    let last = |part| {
        let block = sources.results.block(&endpoint.name, None, part);
        block.rows().iter().filter_map(|row| row.time).fold(0.0, f64::max)
    };
    endpoint.horizon.unwrap_or_else(|| {
        let ticks = last(Part::Risk);
        if ticks > 0.0 { ticks } else { last(Part::Curve).max(last(Part::Asked)) }
    })
}

/// The heading of an interval: `95% CI`.
pub(in crate::present) fn interval_heading(block: &Block<'_>) -> String {
    let level = block.rows().iter().find_map(|row| level(&row.method));
    level.map_or_else(|| "CI".to_owned(), |level| format!("{level} CI"))
}

/// A share with its interval at a time, in percent.
pub(in crate::present) fn share(block: &Block<'_>, key: Key<'_>) -> Cell {
    let main = shown(block.row("estimate", key), percent).into_owned();
    if main.is_empty() {
        return Cell::Empty;
    }
    let valued = block.value("estimate", key).is_some();
    let interval =
        valued.then(|| interval(block.row("conf_low", key), block.row("conf_high", key), percent)).flatten();
    Cell::Number { main, interval }
}

/// Whether subjects count with probability weights.
pub(in crate::present) fn is_weighted(block: &Block<'_>) -> bool {
    block.rows().iter().any(|row| &*row.stat == "n_effective")
}

/// The effective number of subjects of a group under weights.
pub(in crate::present) fn effective(block: &Block<'_>, key: Key<'_>) -> Cell {
    Cell::number(shown(block.row("n_effective", key), |number| decimal(number, 1)))
}

/// A count, or the word for why there is none; a sum of weights has one decimal.
pub(in crate::present) fn count(block: &Block<'_>, stat: &str, key: Key<'_>) -> Cell {
    match block.row(stat, key) {
        Some(row @ Row { value: Some(value), .. }) if value.fract().abs() > f64::EPSILON * value.abs() => {
            Cell::number(shown(Some(row), |sum| decimal(sum, 1)))
        }
        Some(Row { value: Some(value), .. }) => Cell::Count(crate::present::results::count(*value)),
        row => Cell::number(shown(row, |figure| figure.value.to_string())),
    }
}
