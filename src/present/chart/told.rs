//! Curves of which only some points are told: marks with their intervals, and a light line that joins them.

use super::frame::Panel;
use super::legend::symbol;
use super::marks::{Point, Rect, Stroke};
use super::model::{Curve, CurvePoint, Direction};
use super::sheet::Sheet;
use super::steps::CurveShape;
use super::theme;

/// Distance of the marks of two curves at the same time.
const APART: f64 = 4.0;
/// Half of the size of a mark.
const HALF: f64 = 5.0;

/// A told point and the ends of its interval, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Told {
    at: Point,
    /// From the upper end of the interval to the lower.
    interval: Option<(f64, f64)>,
}

impl Told {
    /// The room that it takes.
    pub(super) fn extent(&self) -> Rect {
        let (x, y) = self.at;
        let (top, bottom) = self.interval.unwrap_or((y, y));
        Rect { left: x - HALF, top: top.min(y - HALF), right: x + HALF, bottom: bottom.max(y + HALF) }
    }
}

/// By how much the marks of a curve are moved, so that those of several curves stand beside each other.
pub(super) fn shift(index: usize, curves: usize) -> f64 {
    APART * (index as f64 - (curves as f64 - 1.0) / 2.0)
}

/// Marks at the told points, and what joins them from the first time on.
pub(super) fn shape(
    curve: &Curve,
    panel: &Panel,
    (direction, begin, horizon): (Direction, f64, f64),
    shift: f64,
) -> CurveShape {
    let inside = |point: &&CurvePoint| point.time > begin && point.time <= horizon;
    let told: Vec<Told> = curve
        .points
        .iter()
        .filter(inside)
        .map(|point| Told {
            at: (panel.x(point.time) + shift, panel.y(point.estimate)),
            interval: point.conf_high.zip(point.conf_low).map(|(high, low)| (panel.y(high), panel.y(low))),
        })
        .collect();
    let start = (panel.x(begin), panel.y(direction.start()));
    let joined = std::iter::once(start).chain(told.iter().map(|mark| mark.at)).collect();
    CurveShape { joined, told, ..CurveShape::default() }
}

/// Draws what joins the points, their intervals and their marks.
pub(super) fn draw(sheet: &mut Sheet, series: usize, (joined, told): (Vec<Point>, Vec<Told>), label: &str) {
    let color = theme::series_color(series);
    sheet.path_with_tip(joined, theme::joining(series), Some(label));
    for Told { at: (x, _), interval } in &told {
        if let Some((top, bottom)) = interval {
            sheet.line((*x, *top), (*x, *bottom), Stroke::new(color, 1.3));
        }
    }
    for mark in told {
        symbol(sheet, series, mark.at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_drawn_between_told_points_but_what_joins_them() {
        let rect = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let panel = Panel { rect, x_min: 0.0, x_max: 10.0, y_max: 1.0 };
        let point = |time: f64, estimate: f64, conf_low: Option<f64>| CurvePoint {
            time,
            estimate,
            conf_low,
            conf_high: conf_low.map(|_| 1.0),
            band: None,
        };
        let points = vec![point(0.0, 1.0, None), point(4.0, 0.5, Some(0.25)), point(20.0, 0.1, None)];
        let curve = Curve { points, end: 4.0, ..Curve::default() };
        let shape = shape(&curve, &panel, (Direction::Survival, 0.0, 10.0), 0.0);
        assert_eq!(shape.joined, [(0.0, 0.0), (40.0, 50.0)]);
        assert_eq!(shape.told, [Told { at: (40.0, 50.0), interval: Some((0.0, 75.0)) }]);
        assert!(shape.line.is_empty() && shape.ribbon.is_empty() && shape.ticks.is_empty());
        assert_eq!([shift(0, 1), shift(0, 3), shift(2, 3)], [0.0, -APART, APART]);
    }
}
