//! Curves that a regression predicts, as a chart.

use super::chart::model::{Course, Curve, CurveChart, CurvePoint, Direction, TimeAxis, ValueRange};
use super::methods::{landmark, sentences};
use super::results::{Block, Sources};
use super::table::groups::horizon;
use super::text::EndpointText;

/// What a regression predicts.
pub(super) struct ModelCurves<'a> {
    /// Title of the chart.
    pub(super) title: String,
    /// Whether the curves fall or rise.
    pub(super) direction: Direction,
    /// The rows that it is drawn from; they name the landmark and the methods.
    pub(super) rows: &'a Block<'a>,
    /// The curves: label and points, without the one at which all begin.
    pub(super) lines: Vec<(String, Vec<CurvePoint>)>,
    /// What stands under the chart before the methods.
    pub(super) notes: Vec<String>,
}

/// Draws it, from the landmark on where there is one.
pub(super) fn chart(sources: Sources<'_>, endpoint: &EndpointText, predicted: ModelCurves<'_>) -> CurveChart {
    let ModelCurves { title, direction, rows, lines, notes } = predicted;
    let begin = landmark(rows).unwrap_or(0.0);
    let start = if direction == Direction::Incidence { 0.0 } else { 1.0 };
    let first = CurvePoint { time: begin, estimate: start, ..CurvePoint::default() };
    let curve = |(label, mut points): (String, Vec<CurvePoint>)| {
        points.insert(0, first);
        let end = points.last().map_or(begin, |point| point.time);
        Curve { label, points, end, ..Curve::default() }
    };
    let methods = sentences(rows).into_iter().map(|method| format!("{method}."));
    CurveChart {
        title,
        subtitle: Some(endpoint.population_label()),
        y_label: endpoint.label.clone(),
        direction,
        y_range: ValueRange::Full,
        course: Course::Steps,
        x_axis: TimeAxis::Days { since: endpoint.since() },
        begin,
        horizon: horizon(sources, endpoint),
        curves: lines.into_iter().map(curve).collect(),
        annotations: Vec::new(),
        risk_table: None,
        footnotes: std::iter::once(sources.text.stamp()).chain(notes).chain(methods).collect(),
    }
}
