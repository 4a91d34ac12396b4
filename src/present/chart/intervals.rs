//! Estimates with intervals in rows, their texts in columns at the right.

use super::drawing::Drawing;
use super::frame::{centred, foot, heading, label, label_lines, percent};
use super::legend::{Key, legend, symbol};
use super::marks::{Anchor, Rect, Stroke, Type};
use super::model::{IntervalChart, IntervalMark, IntervalRow, IntervalScale};
use super::sheet::Sheet;
use super::{ChartError, theme};

/// Least height of a row.
const ROW: f64 = 28.0;
/// Distance of two estimates of one row.
const MARK: f64 = 18.0;
/// Height of the heading of a block.
const PANEL_TITLE: f64 = 26.0;
/// Widest label of a row before it is broken.
const LABEL_WIDTH: f64 = 210.0;
/// Distance of two columns.
const GAP: f64 = 18.0;
/// Least width of the value axis.
const AXIS_WIDTH: f64 = 190.0;

/// Draws estimates with their intervals, in rows and blocks.
///
/// # Errors
/// [`ChartError::Draw`] when the drawing library fails.
pub fn interval_chart(chart: &IntervalChart) -> Result<Drawing, ChartError> {
    let mut sheet = Sheet::new();
    let layout = Layout::new(chart, sheet.width);
    let mut top = heading(&mut sheet, &chart.title, chart.subtitle.as_deref()) + 6.0;
    if chart.series.len() > 1 {
        let keyed = chart.series.iter().enumerate();
        let entries: Vec<_> = keyed.map(|(index, name)| (Key::Symbol(index), name.clone())).collect();
        let width = sheet.width - 2.0 * theme::MARGIN;
        top = legend(&mut sheet, &entries, (theme::MARGIN, top), width);
    }
    top = layout.column_titles(&mut sheet, chart, top + 4.0);
    let rows_bottom = layout.bands(&mut sheet, chart, top);
    layout.grid(&mut sheet, chart, (top, rows_bottom));
    let mut y = top;
    for panel in &chart.panels {
        if let Some(title) = &panel.title {
            let style = Type::new(theme::TEXT_SIZE).semibold();
            let width = layout.axis.1 - theme::MARGIN;
            sheet.text_within(title, (theme::MARGIN, y + PANEL_TITLE - 8.0), style, width);
            y += PANEL_TITLE;
        }
        for row in &panel.rows {
            layout.row(&mut sheet, row, y);
            y += layout.row_height(row);
        }
    }
    let height = foot(&mut sheet, &chart.footnotes, y + 41.0);
    sheet.finish(&chart.title, chart.subtitle.as_deref(), height)
}

/// Horizontal places, and the value axis.
#[derive(Debug)]
struct Layout {
    scale: IntervalScale,
    label_width: f64,
    /// Left and right end of the value axis.
    axis: (f64, f64),
    /// Left edge and width of each text column.
    columns: Vec<(f64, f64)>,
    /// Values at the ends of the axis.
    range: (f64, f64),
}

impl Layout {
    fn new(chart: &IntervalChart, width: f64) -> Self {
        let style = Type::new(theme::SMALL_SIZE);
        let rows = || chart.panels.iter().flat_map(|panel| &panel.rows);
        let marks = || rows().flat_map(|row| &row.marks);
        let labels = rows().map(|row| style.width(&row.label)).fold(0.0, f64::max);
        let label_width = labels.min(LABEL_WIDTH);
        let wanted = |column: usize, title: &str| {
            let cells = marks().filter_map(|mark| mark.texts.get(column)).map(|text| style.width(text));
            cells.fold(style.semibold().width(title), f64::max)
        };
        let mut widths: Vec<f64> =
            chart.columns.iter().enumerate().map(|(i, title)| wanted(i, title)).collect();
        let inner = width - 2.0 * theme::MARGIN;
        let room = inner - label_width - AXIS_WIDTH - 2.0 * GAP;
        let needed = widths.iter().sum::<f64>() + GAP * widths.len() as f64;
        if needed > room {
            let share = ((room - GAP * widths.len() as f64) / widths.iter().sum::<f64>()).max(0.1);
            for own in &mut widths {
                *own *= share;
            }
        }
        let mut columns = Vec::new();
        let mut x =
            width - theme::MARGIN - widths.iter().sum::<f64>() - GAP * (widths.len() as f64 - 1.0).max(0.0);
        let right = if widths.is_empty() { width - theme::MARGIN - 14.0 } else { x - GAP - 6.0 };
        for own in widths {
            columns.push((x, own));
            x += own + GAP;
        }
        let axis = (theme::MARGIN + label_width + GAP, right);
        Self { scale: chart.scale, label_width, axis, columns, range: range(chart) }
    }

    fn label_lines(&self, row: &IntervalRow) -> Vec<String> {
        label_lines(&row.label, Type::new(theme::SMALL_SIZE), self.label_width, 4)
    }

    fn row_height(&self, row: &IntervalRow) -> f64 {
        let label = self.label_lines(row).len() as f64 * Type::new(theme::SMALL_SIZE).leading() + 8.0;
        ROW.max(MARK * row.marks.len() as f64 + 8.0).max(label)
    }

    fn column_titles(&self, sheet: &mut Sheet, chart: &IntervalChart, top: f64) -> f64 {
        if self.columns.is_empty() {
            return top;
        }
        let style = Type::new(theme::SMALL_SIZE).semibold();
        for (title, (left, width)) in chart.columns.iter().zip(&self.columns) {
            sheet.text_within(title, (*left, top + 14.0), style, width + 0.01);
        }
        top + 22.0
    }

    /// Shades every other row; returns where the rows end.
    fn bands(&self, sheet: &mut Sheet, chart: &IntervalChart, top: f64) -> f64 {
        let mut y = top;
        for panel in &chart.panels {
            y += if panel.title.is_some() { PANEL_TITLE } else { 0.0 };
            for (index, row) in panel.rows.iter().enumerate() {
                let bottom = y + self.row_height(row);
                if index % 2 == 0 {
                    let edge = theme::MARGIN - 6.0;
                    let band = Rect { left: edge, top: y, right: sheet.width - edge, bottom };
                    sheet.rect(band, theme::BAND, 1.0);
                }
                y = bottom;
            }
        }
        y
    }

    fn x(&self, value: f64) -> f64 {
        let (low, high) = self.range;
        let share = match self.scale {
            IntervalScale::Percent => (value - low) / (high - low),
            IntervalScale::Ratio => libm::log(value.clamp(low, high) / low) / libm::log(high / low),
        };
        self.axis.0 + share.clamp(0.0, 1.0) * (self.axis.1 - self.axis.0)
    }

    fn grid(&self, sheet: &mut Sheet, chart: &IntervalChart, (top, bottom): (f64, f64)) {
        let axis = Stroke::new(theme::AXIS, 1.0);
        let style = Type::new(theme::SMALL_SIZE).muted().anchored(Anchor::Middle);
        let mut taken = f64::NEG_INFINITY;
        for (value, label) in self.tick_labels() {
            let x = self.x(value);
            sheet.line((x, top), (x, bottom), Stroke::new(theme::GRID, 1.0));
            sheet.line((x, bottom), (x, bottom + 4.0), axis);
            let half = style.width(&label) / 2.0;
            if x - half > taken + 4.0 {
                sheet.text(&label, (x, bottom + 17.0), style);
                taken = x + half;
            }
        }
        if self.scale == IntervalScale::Ratio {
            let x = self.x(1.0);
            sheet.line((x, top), (x, bottom), axis);
        }
        sheet.line((self.axis.0, bottom), (self.axis.1, bottom), axis);
        let title = Type::new(theme::TEXT_SIZE).anchored(Anchor::Middle);
        let middle = f64::midpoint(self.axis.0, self.axis.1);
        let room = 2.0 * (middle - theme::MARGIN).min(sheet.width - theme::MARGIN - middle);
        sheet.text_within(&chart.x_label, (middle, bottom + 36.0), title, room);
    }

    fn tick_labels(&self) -> Vec<(f64, String)> {
        match self.scale {
            IntervalScale::Percent => {
                (0..=5).map(|fifth| f64::from(fifth) / 5.0).map(|value| (value, percent(value))).collect()
            }
            IntervalScale::Ratio => RATIO_TICKS
                .iter()
                .filter(|tick| (self.range.0..=self.range.1).contains(*tick))
                .map(|tick| (*tick, tick.to_string()))
                .collect(),
        }
    }

    fn row(&self, sheet: &mut Sheet, row: &IntervalRow, top: f64) {
        let middle = top + self.row_height(row) / 2.0;
        let style = Type::new(theme::SMALL_SIZE);
        label(sheet, &row.label, (theme::MARGIN, middle), style, &self.label_lines(row));
        for (series, mark) in row.marks.iter().enumerate() {
            let y = middle + (series as f64 - (row.marks.len() as f64 - 1.0) / 2.0) * MARK;
            self.mark(sheet, mark, series, y);
        }
    }

    fn mark(&self, sheet: &mut Sheet, mark: &IntervalMark, series: usize, y: f64) {
        let style = Type::new(theme::SMALL_SIZE);
        if let Some(value) = mark.value {
            let stroke = Stroke::new(theme::series_color(series), 2.0);
            let (low, high) = (self.x(value.low), self.x(value.high));
            sheet.line((low, y), (high, y), stroke);
            for (end, given) in [(low, value.low), (high, value.high)] {
                if (self.range.0..=self.range.1).contains(&given) {
                    sheet.line((end, y - 3.5), (end, y + 3.5), stroke);
                } else {
                    let inwards = if given > self.range.1 { -8.0 } else { 8.0 };
                    let head = vec![(end, y), (end + inwards, y - 4.0), (end + inwards, y + 4.0)];
                    sheet.polygon(head, stroke.color, 1.0);
                }
            }
            symbol(sheet, series, (self.x(value.estimate), y));
        }
        let style = if mark.value.is_some() { style } else { style.muted() };
        for (text, (left, width)) in mark.texts.iter().zip(&self.columns) {
            sheet.text_within(text, (*left, centred(y, style.size)), style, width + 0.01);
        }
    }
}

const RATIO_TICKS: [f64; 13] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];

/// The ends of the value axis: all of 0 to 1, or what holds the ratios on both sides of one.
fn range(chart: &IntervalChart) -> (f64, f64) {
    if chart.scale == IntervalScale::Percent {
        return (0.0, 1.0);
    }
    let marks = chart.panels.iter().flat_map(|panel| &panel.rows).flat_map(|row| &row.marks);
    let values = marks.filter_map(|mark| mark.value).flat_map(|v| [v.low, v.estimate, v.high]);
    let usable: Vec<f64> = values.filter(|v| v.is_finite() && *v > 0.0).collect();
    let least = usable.iter().copied().fold(0.5, f64::min).max(0.01);
    let most = usable.iter().copied().fold(2.0, f64::max).min(100.0);
    (least * 0.95, most * 1.05)
}
