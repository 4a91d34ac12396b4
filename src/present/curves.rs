//! Survival and cumulative incidence charts from the rows of their curves.

use super::chart::model::{Annotation, CurveChart, CurvePoint, Direction};
use super::results::{Block, Key, Part, Sources};
use super::table::groups::test_note;
use super::text::EndpointText;
use crate::domain::Group;

mod at_risk;
mod mean_count;
mod rows;

pub(super) use mean_count::mean_count_model;
use rows::{CurveRows, Line};

/// More groups than this are told apart by no chart.
pub(super) const MOST_CURVES: usize = 8;
/// Kaplan-Meier curves: everybody, or the groups of a comparison.
pub(super) fn survival_model(
    sources: Sources<'_>,
    endpoint: &EndpointText,
    by: Option<&str>,
) -> Option<CurveChart> {
    let rows = CurveRows::new(sources, endpoint, by);
    let key = Key { analysis: "km", ..Key::default() };
    let lines = rows.lines(by, key);
    if lines.is_empty() || lines.len() > MOST_CURVES {
        return None;
    }
    let mut annotations = rows.medians(sources, endpoint, &lines);
    annotations.extend(test_note(&rows.asked, None).map(Annotation::plain));
    let title = title(sources, &endpoint.label, by);
    let direction = Direction::Survival;
    let risk_table = rows.risk_table(&lines, &["n_risk", "n_censor", "n_event"]);
    Some(CurveChart { annotations, risk_table, ..rows.chart(sources, endpoint, (title, direction), &lines) })
}

/// Cumulative incidence of the cause of interest, by the groups of a comparison.
pub(super) fn incidence_by_group(
    sources: Sources<'_>,
    endpoint: &EndpointText,
    by: &str,
) -> Option<CurveChart> {
    let rows = CurveRows::new(sources, endpoint, Some(by));
    let key = Key { analysis: "cif", cause: endpoint.interest(), ..Key::default() };
    let lines = rows.lines(Some(by), key);
    if lines.is_empty() || lines.len() > MOST_CURVES {
        return None;
    }
    let note = test_note(&rows.asked, endpoint.interest());
    let title = title(sources, &endpoint.label, Some(by));
    let risk_table = rows.risk_table(&lines, &["n_risk", "n_censor", "n_event"]);
    Some(CurveChart {
        annotations: note.map(Annotation::plain).into_iter().collect(),
        risk_table,
        ..rows.chart(sources, endpoint, (title, Direction::Incidence), &lines)
    })
}

/// Cumulative incidence of every cause, for everybody.
pub(super) fn incidence_by_cause(sources: Sources<'_>, endpoint: &EndpointText) -> Option<CurveChart> {
    let rows = CurveRows::new(sources, endpoint, None);
    let mut lines: Vec<Line<'_>> = Vec::new();
    for cause in endpoint.causes.iter().take(MOST_CURVES) {
        let key = Key { analysis: "cif", cause: Some(cause), ..Key::default() };
        lines.push(Line { label: endpoint.cause(cause), group: Group::everybody(), key });
    }
    if !rows.drawn(Key { analysis: "cif", ..Key::default() }) || lines.is_empty() {
        return None;
    }
    let at_risk = rows.risk_table(&lines[..1], &["n_risk", "n_censor"]);
    let events = rows.risk_table(&lines, &["n_event"]);
    let risk_table = at_risk.zip(events).map(|(mut table, events)| {
        for row in table.sections.iter_mut().flat_map(|section| &mut section.rows) {
            "All patients".clone_into(&mut row.label);
        }
        table.sections.extend(events.sections);
        table
    });
    let title = format!("{} and what competes", endpoint.label);
    Some(CurveChart { risk_table, ..rows.chart(sources, endpoint, (title, Direction::Incidence), &lines) })
}

fn title(sources: Sources<'_>, label: &str, by: Option<&str>) -> String {
    by.map_or_else(|| label.to_owned(), |by| format!("{label} by {}", sources.text.comparison(by)))
}

/// The corners of a curve, in the order of time.
pub(super) fn points(rows: &Block<'_>, key: Key<'_>) -> Vec<CurvePoint> {
    let own = rows.only(|row| row.cause.as_deref() == key.cause);
    let mut points: Vec<CurvePoint> = Vec::new();
    for row in own.rows().iter().filter(|row| &*row.stat == "estimate") {
        if let (Some(time), Some(estimate)) = (row.time, row.value) {
            points.push(CurvePoint { time, estimate, ..CurvePoint::default() });
        }
    }
    points.sort_by(|left, right| left.time.total_cmp(&right.time));
    for row in own.rows() {
        let Some(time) = row.time else { continue };
        if let Ok(place) = points.binary_search_by(|point| point.time.total_cmp(&time)) {
            match &*row.stat {
                "conf_low" => points[place].conf_low = row.value,
                "conf_high" => points[place].conf_high = row.value,
                "band_low" => points[place].band = row.value.map(|low| (low, low)),
                _ => {}
            }
        }
    }
    for row in own.rows().iter().filter(|row| &*row.stat == "band_high") {
        let (Some(time), Some(high)) = (row.time, row.value) else { continue };
        if let Ok(place) = points.binary_search_by(|point| point.time.total_cmp(&time)) {
            points[place].band = points[place].band.map(|(low, _)| (low, high));
        }
    }
    points
}

/// The number of groups of a comparison.
pub(super) fn group_count(sources: Sources<'_>, endpoint: &EndpointText, by: &str) -> usize {
    sources.results.block(&endpoint.name, Some(by), Part::Asked).groups().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::fixture;
    use crate::present::results::Results;

    #[test]
    fn curves_are_those_of_the_rows() {
        let (rows, text) = (fixture::rows(), fixture::text());
        let results = Results::new(&rows);
        let sources = Sources { results: &results, text: &text };
        let chart = survival_model(sources, &text.endpoints[0], Some("disorder")).unwrap();
        assert_eq!(chart.curves.len(), text.strata[0].levels.len());
        assert!(chart.annotations.iter().any(|line| line.text.starts_with("Log-rank p")));
        for curve in &chart.curves {
            assert!(curve.points.windows(2).all(|pair| pair[0].time < pair[1].time));
            assert!(curve.points.windows(2).all(|pair| pair[0].estimate >= pair[1].estimate));
        }
        let table = chart.risk_table.unwrap();
        assert_eq!(table.sections.len(), 3);
        assert!(
            table
                .sections
                .iter()
                .flat_map(|section| &section.rows)
                .all(|row| row.counts.len() == table.times.len())
        );
    }

    #[test]
    fn groups_without_an_event_are_flat() {
        let (rows, text) = (fixture::rows(), fixture::text());
        let results = Results::new(&rows);
        let sources = Sources { results: &results, text: &text };
        let cmv = text.endpoints.iter().find(|endpoint| endpoint.name == "cmv").unwrap();
        let chart = incidence_by_group(sources, cmv, "disorder").unwrap();
        assert_eq!(chart.curves.len(), text.strata[0].levels.len());
        let flat = chart.curves.iter().find(|curve| curve.points.len() == 1).unwrap();
        assert!(flat.end > 0.0 && flat.points[0].estimate.abs() < f64::EPSILON);
    }

    #[test]
    fn causes_have_one_line_each() {
        let (rows, text) = (fixture::rows(), fixture::text());
        let results = Results::new(&rows);
        let sources = Sources { results: &results, text: &text };
        let nrm = text.endpoints.iter().find(|endpoint| endpoint.name == "nrm").unwrap();
        let chart = incidence_by_cause(sources, nrm).unwrap();
        assert_eq!(chart.curves.len(), nrm.causes.len());
        let titles: Vec<String> = chart.risk_table.unwrap().sections.into_iter().map(|s| s.title).collect();
        assert_eq!(titles, ["At risk", "Censored", "Events"]);
    }
}
