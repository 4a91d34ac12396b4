//! Survival and cumulative incidence curves over their table of counts.

use super::frame::{Panel, centred, foot, heading, percent};
use super::legend::{Key, legend};
use super::model::{Annotation, CurveChart, ValueRange};
use super::placement::{Obstacles, place};
use super::risk_table::TableLayout;
use super::sheet::{Anchor, Drawing, Point, Rect, Sheet, Stroke, Type};
use super::steps::CurveShape;
use super::{ChartError, theme};

/// Least distance of two tick labels.
const TICK_GAP: f64 = 8.0;
/// Most of the panel's width that the annotations may take.
const ANNOTATION_SHARE: f64 = 0.5;

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
    let table = chart.risk_table.as_ref().map(|table| {
        TableLayout::new(table, chart.curves.len(), ticks.iter().filter_map(|tick| tick.column).collect())
    });
    let top = heading(&mut sheet, &chart.title, chart.subtitle.as_deref()) + 6.0;
    let (left, right) = sides(chart, &ticks, table.as_ref(), sheet.width);
    let mut panel = Panel {
        rect: Rect { left, top: 0.0, right, bottom: theme::PANEL_HEIGHT },
        x_max: ticks.last().map_or(1.0, |tick| tick.time).max(chart.horizon).max(f64::MIN_POSITIVE),
        y_max: y_max(chart),
    };
    let block = annotation_place(chart, &panel);
    let mut bottom = draw_legend(&mut sheet, chart, (left, top), right - left);
    if block.is_none() {
        let entries: Vec<_> = chart.annotations.iter().map(|line| (key(line), line.text.as_str())).collect();
        bottom = legend(&mut sheet, &entries, (left, bottom), right - left);
    }
    let top = bottom + 12.0;
    panel.rect.top = top;
    panel.rect.bottom = top + theme::PANEL_HEIGHT;
    draw_grid(&mut sheet, &panel, &chart.y_label);
    draw_curves(&mut sheet, chart, &panel);
    if let Some(block) = block {
        draw_annotations(&mut sheet, chart, (block.left, block.top + top));
    }
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

/// The times of the table, or those that suit the horizon; thinned until labels and counts
/// stand clear of each other.
fn ticks(chart: &CurveChart) -> Vec<Tick> {
    let table = chart.risk_table.as_ref().filter(|table| !table.times.is_empty());
    let times = table.map_or_else(|| chart.x_axis.breaks(chart.horizon), |table| table.times.clone());
    let inside = |time: f64| (0.0..=chart.horizon.max(0.0) * 1.01).contains(&time);
    let all: Vec<Tick> = times
        .iter()
        .enumerate()
        .filter(|(_, time)| inside(**time))
        .map(|(index, time)| Tick {
            time: *time,
            label: chart.x_axis.tick_label(*time, chart.horizon),
            column: table.map(|_| index),
        })
        .collect();
    let style = Type::new(theme::SMALL_SIZE);
    let labels = all.iter().map(|tick| style.width(&tick.label)).fold(0.0, f64::max);
    let counts = chart.risk_table.as_ref().map_or(0.0, |table| {
        2.0 * TableLayout::new(table, chart.curves.len(), Vec::new()).half_count_width()
    });
    // The panel is not laid out yet; it is never narrower than this.
    let least_panel = theme::WIDTH * 0.68;
    let range = all.last().map_or(1.0, |tick| tick.time).max(chart.horizon).max(f64::MIN_POSITIVE);
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
    let axis = Type::new(theme::TEXT_SIZE).leading() + style.width("100%") + 14.0;
    let labels = table.map_or(0.0, |table| table.label_width() + 12.0 + table.half_count_width());
    let last = ticks.last().map_or(0.0, |tick| style.width(&tick.label) / 2.0);
    let counts = table.map_or(0.0, TableLayout::half_count_width);
    let _ = chart;
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
    }
}

fn draw_legend(sheet: &mut Sheet, chart: &CurveChart, place: Point, width: f64) -> f64 {
    if chart.curves.len() < 2 {
        return place.1;
    }
    let keyed = chart.curves.iter().enumerate();
    let entries: Vec<_> = keyed.map(|(index, curve)| (Key::Line(index), curve.label.as_str())).collect();
    legend(sheet, &entries, place, width)
}

fn draw_grid(sheet: &mut Sheet, panel: &Panel, label: &str) {
    let Rect { left, right, top, bottom } = panel.rect;
    let style = Type::new(theme::SMALL_SIZE).muted().anchored(Anchor::End);
    for fifth in 0..=5 {
        let value = f64::from(fifth) / 5.0 * panel.y_max;
        let y = panel.y(value);
        if fifth > 0 {
            sheet.line((left, y), (right, y), Stroke::new(theme::GRID, 1.0));
        }
        sheet.text(&percent(value), (left - 8.0, centred(y, style.size)), style);
    }
    let title = Type::new(theme::TEXT_SIZE).upwards().anchored(Anchor::Middle);
    let x = left - 14.0 - style.width("100%") - title.size * 0.24;
    sheet.text_within(label, (x, f64::midpoint(top, bottom)), title, theme::PANEL_HEIGHT);
}

fn draw_curves(sheet: &mut Sheet, chart: &CurveChart, panel: &Panel) {
    let shapes = shapes(chart, panel);
    let opacity = theme::ribbon_opacity(chart.curves.len());
    for (index, shape) in shapes.iter().enumerate() {
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

fn shapes(chart: &CurveChart, panel: &Panel) -> Vec<CurveShape> {
    let shape = |curve| CurveShape::new(curve, panel, chart.direction, chart.horizon);
    chart.curves.iter().map(shape).collect()
}

fn key(annotation: &Annotation) -> Key {
    annotation.curve.map_or(Key::Blank, Key::Line)
}

/// Where the annotations stand, with heights counted from the top of the panel.
fn annotation_place(chart: &CurveChart, panel: &Panel) -> Option<Rect> {
    let style = Type::new(theme::TEXT_SIZE);
    let widths = chart.annotations.iter().map(|line| key(line).width() + style.width(&line.text));
    let width = widths.fold(0.0, f64::max);
    let height = chart.annotations.len() as f64 * style.leading();
    if height == 0.0 || width > ANNOTATION_SHARE * (panel.rect.right - panel.rect.left) {
        return None;
    }
    let mut obstacles = Obstacles::default();
    for shape in shapes(chart, panel) {
        obstacles.lines.extend(shape.strokes());
        let half = theme::CENSOR_HEIGHT / 2.0;
        let mark = |(x, y): &Point| Rect { left: *x, right: *x, top: y - half, bottom: y + half };
        obstacles.lines.extend(shape.ticks.iter().map(mark));
        obstacles.bands.extend(shape.ribbon);
    }
    place((width, height), panel.rect, &obstacles, chart.direction)
}

fn draw_annotations(sheet: &mut Sheet, chart: &CurveChart, (left, top): Point) {
    let style = Type::new(theme::TEXT_SIZE);
    let widths = chart.annotations.iter().map(|line| key(line).width() + style.width(&line.text));
    let width = widths.fold(0.0, f64::max);
    let height = chart.annotations.len() as f64 * style.leading();
    let ground = Rect { left, top, right: left + width, bottom: top + height };
    sheet.rect(ground.grown(3.0), theme::PAPER, 0.8);
    for (index, line) in chart.annotations.iter().enumerate() {
        let middle = top + (index as f64 + 0.5) * style.leading();
        key(line).draw(sheet, (left, middle));
        sheet.text(&line.text, (left + key(line).width(), centred(middle, style.size)), style);
    }
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
