//! Survival and cumulative incidence charts from the rows of their curves.

use super::chart::model::{
    Annotation, Curve, CurveChart, CurvePoint, Direction, RiskRow, RiskSection, RiskTable, TimeAxis,
    ValueRange,
};
use super::methods::sentences;
use super::number::{Figure, interval, shown};
use super::results::{Block, Key, Part, Sources, count};
use super::table::groups::{horizon, test_note, unit};
use super::text::EndpointText;
use super::time::TimeUnit;
use crate::analysis::ard::{Reason, Row};
use crate::domain::Group;

mod at_risk;
mod mean_count;

use at_risk::fade_from;
pub(super) use mean_count::mean_count_model;

/// More groups than this are told apart by no chart.
pub(super) const MOST_CURVES: usize = 8;
/// With more curves their medians stand in the table only.
const MOST_MEDIANS: usize = 5;
/// With more times of censoring the marks would be a thick line.
const MOST_MARKS: usize = 250;

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
    if !rows.drawn("cif") || lines.is_empty() {
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

/// Whether a row says that the endpoint does not exist in its group, for whom there is no curve.
fn is_without(row: &Row) -> bool {
    row.reason == Some(Reason::NotApplicable) || (&*row.stat == "n" && row.value == Some(0.0))
}

/// A line of a chart: whose, and of what.
struct Line<'a> {
    label: String,
    group: Group,
    key: Key<'a>,
}

/// The rows of a chart.
struct CurveRows<'a> {
    asked: Block<'a>,
    curve: Block<'a>,
    risk: Block<'a>,
    horizon: f64,
    /// Below how many at risk a curve of a release ends.
    ends_below: Option<u64>,
}

impl<'a> CurveRows<'a> {
    fn new(sources: Sources<'a>, endpoint: &EndpointText, by: Option<&str>) -> Self {
        let block = |part| sources.results.block(&endpoint.name, by, part);
        Self {
            asked: block(Part::Asked),
            curve: block(Part::Curve),
            risk: block(Part::Risk),
            horizon: horizon(sources, endpoint),
            ends_below: sources.text.release.map(|release| release.min_at_risk),
        }
    }

    /// Whether there is anything to draw.
    fn drawn(&self, analysis: &str) -> bool {
        let own = |block: &Block<'_>| block.rows().iter().any(|row| *row.analysis == *analysis);
        own(&self.curve) || own(&self.risk)
    }

    /// Whether the times are in a unit that is known.
    fn has_unit(&self) -> bool {
        self.curve.rows().iter().all(|row| row.time.is_none() || row.time_unit.is_some())
    }

    /// One line a group, also for groups in which nothing happened and whose curve has no corner.
    fn lines<'k>(&self, by: Option<&str>, key: Key<'k>) -> Vec<Line<'k>> {
        let line = |label: String, group: &Group| Line { label, group: group.clone(), key };
        match by {
            _ if !self.drawn(key.analysis) => Vec::new(),
            None => vec![line("All patients".to_owned(), &Group::everybody())],
            Some(_) => {
                let estimated = self.asked.only(|row| *row.analysis == *key.analysis && !is_without(row));
                estimated.groups().into_iter().map(|group| line(group.to_string(), group)).collect()
            }
        }
    }

    fn chart(
        &self,
        sources: Sources<'_>,
        endpoint: &EndpointText,
        (title, direction): (String, Direction),
        lines: &[Line<'_>],
    ) -> CurveChart {
        let y_label = match direction {
            Direction::Survival => endpoint.label.clone(),
            Direction::Incidence | Direction::States => "Cumulative incidence".to_owned(),
            Direction::Count => "Mean number of events per patient".to_owned(),
        };
        let analysis = lines.first().map_or("", |line| line.key.analysis);
        let method = sentences(&self.curve.only(|row| *row.analysis == *analysis));
        let curves: Vec<Curve> = lines.iter().map(|line| self.curve_of(line, direction)).collect();
        let mut footnotes = vec![sources.text.stamp()];
        if method.iter().any(|method| method.contains("probability weights")) {
            footnotes.push("Numbers under the axis are sums of weights.".to_owned());
        }
        footnotes.extend(method.into_iter().map(|method| format!("{method}.")));
        let without = self.asked.only(|row| row.reason == Some(Reason::NotApplicable));
        let without: Vec<String> = without.groups().into_iter().map(ToString::to_string).collect();
        if !without.is_empty() {
            footnotes.push(format!("Not applicable: {}.", without.join(", ")));
        }
        if curves.iter().flat_map(|curve| &curve.points).any(|point| point.band.is_some()) {
            footnotes.push(
                "The wider, paler region is the confidence band, which holds for all its times at once."
                    .to_owned(),
            );
        }
        if curves.iter().any(|curve| curve.fade_from.is_some()) {
            footnotes.push("Paler and without interval: fewer than 10 at risk.".to_owned());
        }
        if let Some(few) = self.ends_below {
            footnotes.push(format!(
                "Told at set times; ends where fewer than {few} are at risk or numbers are hidden (–)."
            ));
        }
        let y_range = match direction {
            Direction::Survival => ValueRange::Full,
            Direction::Incidence | Direction::States => ValueRange::Fitted,
            Direction::Count => ValueRange::Numbers,
        };
        CurveChart {
            title,
            subtitle: Some(endpoint.population_label()),
            y_label,
            direction,
            y_range,
            x_axis: TimeAxis::Days { since: endpoint.since() },
            horizon: self.horizon,
            curves,
            annotations: Vec::new(),
            risk_table: None,
            footnotes,
        }
    }

    fn curve_of(&self, line: &Line<'_>, direction: Direction) -> Curve {
        let rows = self.curve.group(&line.group).only(|row| *row.analysis == *line.key.analysis);
        let risk = self.risk.group(&line.group);
        let points = points(&rows, line.key);
        let value_at = |time: f64| {
            points
                .iter()
                .take_while(|point| point.time <= time)
                .last()
                .map_or(direction.start(), |p| p.estimate)
        };
        let censored = rows.times("n_censor");
        let marks = if censored.len() > MOST_MARKS { &[][..] } else { &censored[..] };
        let followed = risk.only(|row| &*row.stat == "n_risk" && row.value.is_some_and(|value| value > 0.0));
        let last = |times: Vec<f64>| times.last().copied().unwrap_or(0.0);
        let followed_to = last(rows.times("n_censor"))
            .max(last(rows.times("estimate")))
            .max(last(followed.times("n_risk")));
        let told_to = points.last().map_or(0.0, |point| point.time);
        let end = if self.ends_below.is_some() { told_to } else { followed_to };
        let mut points_from_zero = points.clone();
        if points.first().is_none_or(|first| first.time > 0.0) {
            let start = CurvePoint { time: 0.0, estimate: direction.start(), ..CurvePoint::default() };
            points_from_zero.insert(0, start);
        }
        Curve {
            label: line.label.clone(),
            points: points_from_zero,
            censor_ticks: marks.iter().map(|time| (*time, value_at(*time))).collect(),
            end,
            fade_from: fade_from(&rows, &risk, direction).filter(|_| self.ends_below.is_none()),
        }
    }

    /// The median of each line, where there are few.
    fn medians(&self, sources: Sources<'_>, endpoint: &EndpointText, lines: &[Line<'_>]) -> Vec<Annotation> {
        let unit = if self.has_unit() { unit(sources, endpoint) } else { TimeUnit::Plain };
        if lines.len() > MOST_MEDIANS {
            return Vec::new();
        }
        let phrase = |line: &Line<'_>| {
            let block = self.asked.group(&line.group);
            let show = |days: Figure| unit.show(days);
            let hidden = |row: &&crate::analysis::ard::Row| row.reason == Some(Reason::Suppressed);
            block.row("median", line.key).filter(|row| !hidden(row))?;
            let median = shown(block.row("median", line.key), show);
            let limits =
                interval(block.row("median_low", line.key), block.row("median_high", line.key), show);
            (!median.is_empty()).then(|| {
                let words = ["Median", &median, limits.as_deref().unwrap_or_default(), unit.name()];
                words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
            })
        };
        let several = lines.len() > 1;
        lines
            .iter()
            .enumerate()
            .filter_map(|(index, line)| {
                let text = phrase(line)?;
                Some(if several { Annotation::of_curve(index, text) } else { Annotation::plain(text) })
            })
            .collect()
    }

    fn risk_table(&self, lines: &[Line<'_>], stats: &[&str]) -> Option<RiskTable> {
        let times = self.risk.times("n_risk");
        let groups: Vec<Block<'_>> = lines.iter().map(|line| self.risk.group(&line.group)).collect();
        let number = |block: &Block<'_>, stat: &str, key: Key<'_>| {
            let general = Key { cause: None, ..key };
            block.value(stat, key).or_else(|| block.value(stat, general)).map(count)
        };
        let section = |stat: &&str| RiskSection {
            title: heading(stat).to_owned(),
            rows: lines
                .iter()
                .zip(&groups)
                .map(|(line, block)| RiskRow {
                    label: line.label.clone(),
                    counts: times
                        .iter()
                        .map(|time| number(block, stat, Key { time: Some(*time), ..line.key }))
                        .collect(),
                })
                .collect(),
        };
        let told =
            |section: &RiskSection| section.rows.iter().flat_map(|row| &row.counts).any(Option::is_some);
        let of_release = self.ends_below.is_some();
        let sections = stats.iter().map(section).filter(|section| !of_release || told(section)).collect();
        (!times.is_empty()).then_some(RiskTable { times, sections })
    }
}

fn heading(stat: &str) -> &'static str {
    match stat {
        "n_risk" => "At risk",
        "n_censor" => "Censored",
        "n_terminal" => "Terminal events",
        _ => "Events",
    }
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
