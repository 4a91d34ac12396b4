//! The few figures at the head of the report.

use super::number::{Figure, interval, missing, percent, shown};
use super::results::{Block, Key, Part, Sources, count};
use super::table::groups::{interval_heading, overall, times, unit};
use super::table::html::in_threes;
use super::table::proportion;
use super::text::{EndpointKind, EndpointText, lowered};
use super::topic::Topic;
use crate::analysis::ard::Reason;

/// Shares of fewer patients than this begin with the counts.
const FEW: u64 = 10;
/// The times of survival that stand at the head, where they were asked for.
const SURVIVAL_TIMES: [f64; 3] = [365.0, 730.0, 1826.0];
/// The times of non-relapse mortality that stand at the head.
const MORTALITY_TIMES: [f64; 2] = [100.0, 365.0];

/// A figure at the head of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Headline {
    /// What it is.
    pub(super) label: String,
    /// The figure.
    pub(super) value: String,
    /// Its interval or counts.
    pub(super) detail: String,
}

/// Patients, follow-up, survival, best response and non-relapse mortality, as far as they exist.
pub(super) fn headlines(sources: Sources<'_>) -> Vec<Headline> {
    let endpoints = &sources.text.endpoints;
    let named = |names: &[&str]| endpoints.iter().find(|endpoint| names.contains(&endpoint.name.as_str()));
    let survival =
        named(&["os"]).or_else(|| endpoints.iter().find(|endpoint| endpoint.kind == EndpointKind::Survival));
    let response = named(&["best_response"]).or_else(|| {
        endpoints.iter().find(|endpoint| {
            endpoint.kind == EndpointKind::Proportion && Topic::of(endpoint) == Topic::Remission
        })
    });
    let mut all: Vec<Headline> = patients(sources).into_iter().collect();
    if let Some(endpoint) = survival {
        all.extend(followup(sources, endpoint));
        all.extend(at_times(sources, endpoint, ("km", None), &SURVIVAL_TIMES));
    }
    if let Some(endpoint) = response {
        all.extend(best_response(sources, endpoint));
    }
    if let Some(endpoint) = named(&["nrm", "trm"]).filter(|endpoint| endpoint.kind == EndpointKind::Competing)
    {
        all.extend(at_times(sources, endpoint, ("cif", endpoint.interest()), &MORTALITY_TIMES));
    }
    all
}

fn patients(sources: Sources<'_>) -> Option<Headline> {
    let block = sources.results.block("flow", None, Part::Asked);
    let number = |row: Option<&crate::analysis::ard::Row>| row.and_then(|row| row.value).map(count);
    let steps = || block.rows().iter().copied().filter(|row| &*row.stat == "n");
    let (first, last) = (number(steps().next()), number(steps().next_back())?);
    Some(Headline {
        label: "Patients".to_owned(),
        value: in_threes(&last.to_string()),
        detail: first.map_or_else(
            || "analysed".to_owned(),
            |first| format!("of {} delivered", in_threes(&first.to_string())),
        ),
    })
}

fn followup(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Headline> {
    let block = overall(sources, endpoint).block;
    let days = block.figure("followup_median", Key { analysis: "km", ..Key::default() })?;
    let unit = unit(sources, endpoint);
    Some(Headline {
        label: "Median follow-up".to_owned(),
        value: format!("{} {}", unit.show(days), unit.name()),
        detail: "reverse Kaplan–Meier".to_owned(),
    })
}

/// The estimates at some times, where they were asked for.
fn at_times(
    sources: Sources<'_>,
    endpoint: &EndpointText,
    (analysis, cause): (&str, Option<&str>),
    wanted: &[f64],
) -> Vec<Headline> {
    let block = overall(sources, endpoint).block;
    let asked = times(sources, endpoint);
    let near = |wanted: &f64| asked.iter().copied().find(|time| (time - wanted).abs() < 1.0);
    let headline = |time: f64| {
        let key = Key { analysis, cause, time: Some(time), ..Key::default() };
        let when = lowered(&sources.text.time_heading(time));
        let preposition = if when.starts_with("day") { "by" } else { "at" };
        let row = block.row("estimate", key).filter(|row| !row.is_suppressed())?;
        Some(Headline {
            label: format!("{} {preposition} {when}", endpoint.label),
            value: Figure::of(row).map_or_else(
                || shown(Some(row), percent).into_owned(),
                |estimate| format!("{}%", percent(estimate)),
            ),
            detail: limits(&block, key).unwrap_or_default(),
        })
    };
    wanted.iter().filter_map(near).filter_map(headline).collect()
}

/// The best response of all treated; with few patients the counts come first.
fn best_response(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Headline> {
    let block = overall(sources, endpoint).block;
    let causes = proportion::causes(&block);
    let cause = causes.iter().find(|cause| **cause == "CR or R").or_else(|| causes.first())?;
    let key = proportion::key("treated", cause);
    let share = format!("{}%", percent(block.figure("estimate", key)?));
    let counts = proportion::fraction(&block, key);
    let few = block.value("n", key).is_some_and(|n| count(n) < FEW);
    let (value, second) = if few { (counts, share) } else { (share, counts) };
    let detail = limits(&block, key).map_or_else(|| second.clone(), |limits| format!("{second}; {limits}"));
    let label = match *cause {
        "yes" => endpoint.label.clone(),
        cause => format!("{}: {}", endpoint.label, endpoint.cause(cause)),
    };
    Some(Headline { label, value, detail })
}

/// `95% CI 71.0 to 85.3`, or the word for why there is none.
fn limits(block: &Block<'_>, key: Key<'_>) -> Option<String> {
    let heading = interval_heading(&block.only(|row| *row.analysis == *key.analysis));
    let (low, high) = (block.row("conf_low", key), block.row("conf_high", key));
    let text = interval(low, high, percent)?;
    let inner = text.trim_start_matches('(').trim_end_matches(')');
    let none = low.and_then(|row| row.value).is_none() && high.and_then(|row| row.value).is_none();
    if none {
        let no_events = inner == missing(Reason::NoEvents);
        return no_events.then(|| "no events so far".to_owned());
    }
    Some(format!("{heading} {}", inner.replace(", ", " to ")))
}
