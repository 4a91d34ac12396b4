//! Survival and cumulative incidence curves over their table of counts.

use super::drawing::Drawing;
use super::frame::{Panel, centred, foot, heading, label_lines, percent};
use super::legend::{Key, legend};
use super::marks::{Anchor, Rect, Stroke, Type};
use super::model::{Annotation, Course, Curve, CurveChart, ValueRange};
use super::notes::Notes;
use super::risk_table::TableLayout;
use super::sheet::Sheet;
use super::steps::CurveShape;
use super::{ChartError, theme, told};
use crate::present::number::decimal;

/// Least distance of two tick labels.
const TICK_GAP: f64 = 8.0;

/// Draws Kaplan-Meier or cumulative incidence curves with intervals, censoring marks,
/// annotations and the table of counts.
///
/// Where a curve has `fade_from`, it is thinner and paler from there on and has no ribbon.
///
/// # Errors
/// [`ChartError::Draw`] when the drawing library fails.
pub fn curve_chart(chart: &CurveChart) -> Result<Drawing, ChartError> {
    let mut sheet = Sheet::new();
    let ticks = ticks(chart);
    let table = chart
        .risk_table
        .as_ref()
        .map(|table| TableLayout::new(table, chart, ticks.iter().filter_map(|tick| tick.column).collect()));
    let top = heading(&mut sheet, &chart.title, chart.subtitle.as_deref()) + 6.0;
    let (left, right) = sides(chart, &ticks, table.as_ref(), sheet.width);
    let mut panel = Panel {
        rect: Rect { left, top: 0.0, right, bottom: theme::PANEL_HEIGHT },
        x_min: chart.begin,
        x_max: end(chart, &ticks),
        y_max: y_max(chart),
    };
    let notes = Notes::new(chart, &panel);
    let bottom = draw_legend(&mut sheet, chart, &notes.outside, top);
    let top = bottom + 12.0;
    panel.rect.top = top;
    panel.rect.bottom = top + theme::PANEL_HEIGHT;
    draw_grid(&mut sheet, &panel, chart);
    // The grid does not run through the notes; ribbons do not stop at them.
    notes.clear_ground(&mut sheet, top);
    draw_curves(&mut sheet, chart, &panel);
    notes.draw(&mut sheet, top);
    let bottom = draw_time_axis(&mut sheet, chart, &panel, &ticks);
    let bottom = table.map_or(bottom, |table| {
        let places: Vec<f64> = ticks.iter().map(|tick| panel.x(tick.time)).collect();
        table.draw(&mut sheet, (theme::MARGIN, bottom + 8.0), &places)
    });
    let height = foot(&mut sheet, &chart.footnotes, bottom);
    sheet.finish(&chart.title, chart.subtitle.as_deref(), height)
}

/// A labelled time, and its column in the table of counts.
#[derive(Debug)]
struct Tick {
    time: f64,
    label: String,
    column: Option<usize>,
}

/// Where the time axis ends.
fn end(chart: &CurveChart, ticks: &[Tick]) -> f64 {
    let last = ticks.last().map_or(chart.begin + 1.0, |tick| tick.time).max(chart.horizon);
    if last > chart.begin { last } else { chart.begin + 1.0 }
}

/// The times of the table, or those that suit the horizon, from the first time on; thinned until labels and counts
/// stand clear of each other.
fn ticks(chart: &CurveChart) -> Vec<Tick> {
    let table = chart.risk_table.as_ref().filter(|table| !table.times.is_empty());
    let times = table.map_or_else(
        || {
            let later = chart.x_axis.breaks(chart.horizon).into_iter().filter(|time| *time > chart.begin);
            std::iter::once(chart.begin).chain(later).collect()
        },
        |table| table.times.clone(),
    );
    let inside = |time: f64| (chart.begin..=chart.horizon.max(chart.begin) * 1.01).contains(&time);
    let all: Vec<Tick> = times
        .iter()
        .enumerate()
        .filter(|(_, time)| inside(**time))
        .map(|(index, time)| Tick {
            time: *time,
            label: chart.x_axis.tick_label(*time, chart.horizon, chart.begin),
            column: table.map(|_| index),
        })
        .collect();
    let style = Type::new(theme::SMALL_SIZE);
    let labels = all.iter().map(|tick| style.width(&tick.label)).fold(0.0, f64::max);
    let counts = chart
        .risk_table
        .as_ref()
        .map_or(0.0, |table| 2.0 * TableLayout::new(table, chart, Vec::new()).half_count_width());
    // The panel is not laid out yet; it is never narrower than this.
    let least_panel = theme::WIDTH * 0.68;
    let range = end(chart, &all) - chart.begin;
    let distance = (labels.max(counts) + TICK_GAP) / least_panel * range;
    let mut kept: Vec<Tick> = Vec::new();
    for tick in all {
        if kept.last().is_none_or(|last| tick.time - last.time >= distance) {
            kept.push(tick);
        }
    }
    kept
}

/// Left and right edge of the panel.
fn sides(chart: &CurveChart, ticks: &[Tick], table: Option<&TableLayout<'_>>, width: f64) -> (f64, f64) {
    let style = Type::new(theme::SMALL_SIZE);
    let title = Type::new(theme::TEXT_SIZE).upwards();
    let title_lines = label_lines(&chart.y_label, title, theme::PANEL_HEIGHT, 2).len() as f64;
    let axis = title_lines * title.leading() + style.width("100%") + 14.0;
    let labels = table.map_or(0.0, |table| table.label_width() + 12.0 + table.half_count_width());
    let last = ticks.last().map_or(0.0, |tick| style.width(&tick.label) / 2.0);
    let counts = table.map_or(0.0, TableLayout::half_count_width);
    (theme::MARGIN + axis.max(labels), width - theme::MARGIN - last.max(counts).max(6.0))
}

/// The upper end of the value axis.
fn y_max(chart: &CurveChart) -> f64 {
    let points = chart.curves.iter().flat_map(|curve| &curve.points).filter(|p| p.time <= chart.horizon);
    let top = points.map(|point| point.conf_high.unwrap_or(0.0).max(point.estimate)).fold(0.0, f64::max);
    match chart.y_range {
        ValueRange::Fitted if top <= 0.25 => 0.25,
        ValueRange::Fitted if top <= 0.5 => 0.5,
        ValueRange::Fitted | ValueRange::Full => 1.0,
        ValueRange::Numbers => round_above(top),
    }
}

/// The least number above whose fifths are round.
fn round_above(top: f64) -> f64 {
    let mut unit = 0.01;
    while top > 10.0 * unit {
        unit *= 10.0;
    }
    let round = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5].map(|times| times * unit);
    round.into_iter().find(|number| *number >= top).unwrap_or(10.0 * unit)
}

/// A value as a label of the value axis.
fn value_label(chart: &CurveChart, value: f64) -> String {
    match chart.y_range {
        ValueRange::Full | ValueRange::Fitted => percent(value),
        ValueRange::Numbers => {
            let text = decimal(value, 3);
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    }
}

/// Draws the legend; with annotations that found no place in the panel, those of a curve stand
/// behind its name and the others in a row of their own.
fn draw_legend(sheet: &mut Sheet, chart: &CurveChart, lines: &[&Annotation], top: f64) -> f64 {
    let width = sheet.width - 2.0 * theme::MARGIN;
    let mut entries = Vec::new();
    for (index, curve) in chart.curves.iter().enumerate() {
        let own = lines.iter().filter(|line| line.curve == Some(index)).map(|line| line.text.as_str());
        let parts: Vec<&str> = std::iter::once(curve.label.as_str()).chain(own).collect();
        if chart.curves.len() > 1 || parts.len() > 1 {
            entries.push((Key::of_curve(chart.course, index), parts.join(" · ")));
        }
    }
    let bottom = legend(sheet, &entries, (theme::MARGIN, top), width);
    let others = lines.iter().filter(|line| line.curve.is_none_or(|curve| curve >= chart.curves.len()));
    let others: Vec<_> = others.map(|line| (Key::Blank, line.text.clone())).collect();
    legend(sheet, &others, (theme::MARGIN, bottom), width)
}

fn draw_grid(sheet: &mut Sheet, panel: &Panel, chart: &CurveChart) {
    let Rect { left, right, top, bottom } = panel.rect;
    let style = Type::new(theme::SMALL_SIZE).muted().anchored(Anchor::End);
    for fifth in 0..=5 {
        let value = f64::from(fifth) / 5.0 * panel.y_max;
        let y = panel.y(value);
        if fifth > 0 {
            sheet.line((left, y), (right, y), Stroke::new(theme::GRID, 1.0));
        }
        sheet.text(&value_label(chart, value), (left - 8.0, centred(y, style.size)), style);
    }
    let title = Type::new(theme::TEXT_SIZE).upwards().anchored(Anchor::Middle);
    let mut x = left - 14.0 - style.width("100%") - title.size * 0.24;
    let label = chart.y_label.as_str();
    let lines = label_lines(label, title, theme::PANEL_HEIGHT, 2);
    let tip = lines.iter().any(|line| line.ends_with('…')).then_some(label);
    for line in lines.iter().rev() {
        sheet.text_with_tip(line, (x, f64::midpoint(top, bottom)), title, tip);
        x -= title.leading();
    }
}

fn draw_curves(sheet: &mut Sheet, chart: &CurveChart, panel: &Panel) {
    let shapes = shapes(chart, panel);
    let opacity = theme::ribbon_opacity(chart.curves.len());
    for (index, shape) in shapes.iter().enumerate() {
        for outline in shape.band_outlines() {
            sheet.polygon(outline, theme::series_color(index), opacity * theme::BAND_PALENESS);
        }
        for outline in shape.ribbon_outlines() {
            sheet.polygon(outline, theme::series_color(index), opacity);
        }
    }
    for (index, (shape, curve)) in shapes.into_iter().zip(&chart.curves).enumerate() {
        let color = theme::series_color(index);
        let solid = Stroke::new(color, theme::CURVE_WIDTH).dashed(theme::series_dash(index));
        let pale = Stroke { width: theme::FADED_WIDTH, ..solid }.opacity(theme::FADED_OPACITY);
        sheet.path_with_tip(shape.line, solid, Some(&curve.label));
        sheet.path_with_tip(shape.faded, pale, Some(&curve.label));
        told::draw(sheet, index, (shape.joined, shape.told), &curve.label);
        let half = theme::CENSOR_HEIGHT / 2.0;
        for (x, y) in shape.ticks {
            sheet.line((x, y - half), (x, y + half), Stroke::new(color, 1.0));
        }
    }
    if chart.curves.iter().all(|curve| curve.points.is_empty()) {
        let Rect { left, right, top, bottom } = panel.rect;
        let style = Type::new(theme::TEXT_SIZE).muted().anchored(Anchor::Middle);
        sheet.text("No patients", (f64::midpoint(left, right), f64::midpoint(top, bottom)), style);
    }
}

pub(super) fn shapes(chart: &CurveChart, panel: &Panel) -> Vec<CurveShape> {
    let frame = (chart.direction, chart.begin, chart.horizon);
    let shape = |(index, curve): (usize, &Curve)| match chart.course {
        Course::Steps => CurveShape::new(curve, panel, frame),
        Course::Told => told::shape(curve, panel, frame, told::shift(index, chart.curves.len())),
    };
    chart.curves.iter().enumerate().map(shape).collect()
}

fn draw_time_axis(sheet: &mut Sheet, chart: &CurveChart, panel: &Panel, ticks: &[Tick]) -> f64 {
    let Rect { left, right, bottom, .. } = panel.rect;
    let stroke = Stroke::new(theme::AXIS, 1.0);
    sheet.line((left, bottom), (right, bottom), stroke);
    let style = Type::new(theme::SMALL_SIZE).muted().anchored(Anchor::Middle);
    for tick in ticks {
        let x = panel.x(tick.time);
        sheet.line((x, bottom), (x, bottom + 4.0), stroke);
        sheet.text(&tick.label, (x, bottom + 17.0), style);
    }
    let title = Type::new(theme::TEXT_SIZE).anchored(Anchor::Middle);
    let label = chart.x_axis.title(chart.horizon);
    sheet.text_within(&label, (f64::midpoint(left, right), bottom + 36.0), title, right - left);
    bottom + 41.0
}
