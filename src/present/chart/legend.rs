//! Keys of the series, and the legend above a chart.

use super::frame::{label, label_lines};
use super::marks::{Point, Stroke, Type};
use super::model::Course;
use super::sheet::Sheet;
use super::theme;

/// What stands before a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// A piece of the curve.
    Line(usize),
    /// A told point of the curve, and what joins it to others.
    Told(usize),
    /// The symbol of a series of estimates.
    Symbol(usize),
    /// Nothing.
    Blank,
}

/// Length of the piece of line in a key.
const LINE: f64 = 24.0;
/// Distance of key and label.
const GAP: f64 = 6.0;
/// Distance of two entries in a row.
const BETWEEN: f64 = 22.0;
/// Distance of two columns.
const GUTTER: f64 = 14.0;
/// Distance of two rows.
const ROW: f64 = 19.0;

impl Key {
    /// The key of a curve.
    pub(super) fn of_curve(course: Course, curve: usize) -> Self {
        match course {
            Course::Steps => Self::Line(curve),
            Course::Told => Self::Told(curve),
        }
    }

    /// The room that it takes, with the gap after it.
    pub(super) fn width(self) -> f64 {
        match self {
            Self::Line(_) | Self::Told(_) => LINE + GAP,
            Self::Symbol(_) => 12.0 + GAP,
            Self::Blank => 0.0,
        }
    }

    /// Draws it with its left end at a point.
    pub(super) fn draw(self, sheet: &mut Sheet, (x, y): Point) {
        match self {
            Self::Line(series) => {
                let stroke = Stroke::new(theme::series_color(series), theme::CURVE_WIDTH);
                sheet.line((x, y), (x + LINE, y), stroke.dashed(theme::series_dash(series)));
            }
            Self::Told(series) => {
                sheet.line((x, y), (x + LINE, y), theme::joining(series));
                symbol(sheet, series, (x + LINE / 2.0, y));
            }
            Self::Symbol(series) => symbol(sheet, series, (x + 6.0, y)),
            Self::Blank => {}
        }
    }
}

/// The symbol of a series of estimates: circle, square, diamond, triangle.
pub(super) fn symbol(sheet: &mut Sheet, series: usize, (x, y): Point) {
    let color = theme::series_color(series);
    let r = 4.6;
    match series % 4 {
        0 => sheet.disc((x, y), r, color),
        1 => sheet.polygon(
            vec![(x - 4.0, y - 4.0), (x + 4.0, y - 4.0), (x + 4.0, y + 4.0), (x - 4.0, y + 4.0)],
            color,
            1.0,
        ),
        2 => sheet.polygon(vec![(x, y - 5.6), (x + 5.6, y), (x, y + 5.6), (x - 5.6, y)], color, 1.0),
        _ => sheet.polygon(vec![(x, y - 5.2), (x + 5.2, y + 4.2), (x - 5.2, y + 4.2)], color, 1.0),
    }
}

/// Writes entries from a left upper corner on, in one row when they fit, else in columns;
/// returns how far down they reach.
pub(super) fn legend(sheet: &mut Sheet, entries: &[(Key, String)], (left, top): Point, width: f64) -> f64 {
    let style = Type::new(theme::TEXT_SIZE);
    let widths: Vec<f64> = entries.iter().map(|(key, label)| key.width() + style.width(label)).collect();
    let in_one_row = widths.iter().sum::<f64>() + BETWEEN * (entries.len() as f64 - 1.0) <= width;
    let widest = widths.iter().copied().fold(0.0, f64::max).min(width);
    let columns = if in_one_row { entries.len() } else { columns_within(width, widest, entries.len()) };
    let rows = entries.len().div_ceil(columns.max(1));
    let mut bottom = top;
    for row in 0..rows {
        let mut x = left;
        let mut lines_in_row = 1;
        for column in 0..columns {
            let Some((key, text)) = entries.get(column * rows + row) else { continue };
            let lines = label_lines(text, style, widest - key.width(), 3);
            let height = ROW + (lines.len() as f64 - 1.0) * style.leading();
            key.draw(sheet, (x, bottom + ROW / 2.0));
            label(sheet, text, (x + key.width(), bottom + height / 2.0), style, &lines);
            lines_in_row = lines_in_row.max(lines.len());
            x += if in_one_row { widths[column * rows + row] + BETWEEN } else { widest + GUTTER };
        }
        bottom += ROW + (lines_in_row as f64 - 1.0) * style.leading();
    }
    bottom
}

/// How many columns fit; no more than fill evenly.
fn columns_within(width: f64, widest: f64, entries: usize) -> usize {
    let mut columns = 1;
    while columns < entries && (columns + 1) as f64 * (widest + GUTTER) - GUTTER <= width {
        columns += 1;
    }
    entries.div_ceil(entries.div_ceil(columns))
}
