//! The rows of a chart of curves: its lines, its annotations and the counts under them.

use super::at_risk::fade_from;
use super::points;
use crate::analysis::ard::{Reason, Row};
use crate::domain::Group;
use crate::present::chart::model::{
    Annotation, Course, Curve, CurveChart, CurvePoint, Direction, RiskRow, RiskSection, RiskTable, TimeAxis,
    ValueRange,
};
use crate::present::methods::{landmark, sentences};
use crate::present::number::{Figure, interval, shown};
use crate::present::results::{Block, Key, Part, Sources, count};
use crate::present::table::groups::{horizon, unit};
use crate::present::text::EndpointText;
use crate::present::time::TimeUnit;

/// With more curves their medians stand in the table only.
const MOST_MEDIANS: usize = 5;
/// With more times of censoring the marks would be a thick line.
const MOST_MARKS: usize = 250;

/// Whether a row says that the endpoint does not exist in its group, for whom there is no curve.
fn is_without(row: &Row) -> bool {
    row.reason == Some(Reason::NotApplicable) || (&*row.stat == "n" && row.value == Some(0.0))
}

/// A line of a chart: whose, and of what.
pub(super) struct Line<'a> {
    pub(super) label: String,
    pub(super) group: Group,
    pub(super) key: Key<'a>,
}

/// The rows of a chart.
pub(super) struct CurveRows<'a> {
    pub(super) asked: Block<'a>,
    curve: Block<'a>,
    risk: Block<'a>,
    begin: f64,
    horizon: f64,
    /// Below how many at risk a curve of a release ends.
    ends_below: Option<u64>,
}

impl<'a> CurveRows<'a> {
    pub(super) fn new(sources: Sources<'a>, endpoint: &EndpointText, by: Option<&str>) -> Self {
        let block = |part| sources.results.block(&endpoint.name, by, part);
        let risk = block(Part::Risk);
        Self {
            begin: landmark(&risk).unwrap_or(0.0),
            asked: block(Part::Asked),
            curve: block(Part::Curve),
            risk,
            horizon: horizon(sources, endpoint),
            ends_below: sources.text.release.map(|release| release.min_at_risk),
        }
    }

    /// Whether there is anything to draw: of a release, a point that is told.
    pub(super) fn drawn(&self, key: Key<'_>) -> bool {
        let own = |row: &&&Row| *row.analysis == *key.analysis;
        let told = |row: &&Row| {
            let of_cause = key.cause.is_none() || row.cause.as_deref() == key.cause;
            let later = row.time.is_some_and(|time| time > self.begin);
            of_cause && later && &*row.stat == "estimate" && row.value.is_some()
        };
        match self.ends_below {
            Some(_) => self.curve.rows().iter().filter(own).any(told),
            None => self.curve.rows().iter().chain(self.risk.rows()).any(|row| own(&row)),
        }
    }

    /// Whether the times are in a unit that is known.
    fn has_unit(&self) -> bool {
        self.curve.rows().iter().all(|row| row.time.is_none() || row.time_unit.is_some())
    }

    /// One line a group, also for groups in which nothing happened and whose curve has no corner.
    pub(super) fn lines<'k>(&self, by: Option<&str>, key: Key<'k>) -> Vec<Line<'k>> {
        let line = |label: String, group: &Group| Line { label, group: group.clone(), key };
        match by {
            _ if !self.drawn(key) => Vec::new(),
            None => vec![line("All patients".to_owned(), &Group::everybody())],
            Some(_) => {
                let estimated = self.asked.only(|row| *row.analysis == *key.analysis && !is_without(row));
                estimated.groups().into_iter().map(|group| line(group.to_string(), group)).collect()
            }
        }
    }

    pub(super) fn chart(
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
                "Only the marked points are told, with their intervals, at set times; the light line joins them and \
                 says nothing of what is between. Points are hidden where numbers are small or fewer than {few} are at \
                 risk; – stands for a hidden number."
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
            course: if self.ends_below.is_some() { Course::Told } else { Course::Steps },
            x_axis: TimeAxis::Days { since: endpoint.since() },
            begin: self.begin,
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
        let mut points = points(&rows, line.key);
        // What is told of a landmark's curve before it begins is no point of it.
        points.retain(|point| self.ends_below.is_none() || point.time > self.begin);
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
        let last = |times: Vec<f64>| times.last().copied().unwrap_or(self.begin);
        let followed_to = last(rows.times("n_censor"))
            .max(last(rows.times("estimate")))
            .max(last(followed.times("n_risk")));
        let told_to = points.last().map_or(self.begin, |point| point.time);
        let hidden = self.ends_below.is_some() && points.is_empty();
        let end = if self.ends_below.is_some() { told_to } else { followed_to };
        let mut points_from_begin = points.clone();
        if points.first().is_none_or(|first| first.time > self.begin) {
            let start = CurvePoint { time: self.begin, estimate: direction.start(), ..CurvePoint::default() };
            points_from_begin.insert(0, start);
        }
        Curve {
            label: if hidden { format!("{} (hidden)", line.label) } else { line.label.clone() },
            points: points_from_begin,
            censor_ticks: marks.iter().map(|time| (*time, value_at(*time))).collect(),
            end,
            fade_from: fade_from(&rows, &risk, direction).filter(|_| self.ends_below.is_none()),
        }
    }

    /// The median of each line, where there are few.
    pub(super) fn medians(
        &self,
        sources: Sources<'_>,
        endpoint: &EndpointText,
        lines: &[Line<'_>],
    ) -> Vec<Annotation> {
        let unit = if self.has_unit() { unit(sources, endpoint) } else { TimeUnit::Plain };
        if lines.len() > MOST_MEDIANS {
            return Vec::new();
        }
        let phrase = |line: &Line<'_>| {
            let block = self.asked.group(&line.group);
            let show = |days: Figure| unit.show(days);
            block.row("median", line.key).filter(|row| !row.is_suppressed())?;
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

    pub(super) fn risk_table(&self, lines: &[Line<'_>], stats: &[&str]) -> Option<RiskTable> {
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
