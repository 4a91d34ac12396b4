//! Step curves on a panel: corners, ribbons and censoring marks in pixels.

use super::frame::Panel;
use super::marks::{Point, Rect};
use super::model::{Curve, CurvePoint, Direction};
use super::told::Told;

/// Corners nearer to each other than this are one.
const RESOLUTION: f64 = 0.1;

/// A curve as it is drawn.
#[derive(Debug, Default)]
pub(super) struct CurveShape {
    /// The curve where enough are at risk.
    pub(super) line: Vec<Point>,
    /// The curve where few are.
    pub(super) faded: Vec<Point>,
    /// The interval ribbon, cut into rectangles; those of one piece follow each other.
    pub(super) ribbon: Vec<Rect>,
    /// The band beside it, cut likewise.
    pub(super) band: Vec<Rect>,
    /// The censoring marks.
    pub(super) ticks: Vec<Point>,
    /// What joins the points of a curve of which only some are told.
    pub(super) joined: Vec<Point>,
    /// These points.
    pub(super) told: Vec<Told>,
}

impl CurveShape {
    /// Everything of a curve that lies within the horizon.
    pub(super) fn new(
        curve: &Curve,
        panel: &Panel,
        (direction, begin, horizon): (Direction, f64, f64),
    ) -> Self {
        let points: Vec<CurvePoint> =
            curve.points.iter().copied().filter(|point| point.time <= horizon).collect();
        let Some(last) = points.last() else { return Self::default() };
        let end = curve.end.max(last.time).min(horizon);
        let fade = curve.fade_from.unwrap_or(end).clamp(begin.min(end), end);
        let start = match direction {
            Direction::States => (points[0].time, points[0].estimate),
            _ => (begin, direction.start()),
        };
        let (line, faded) = lines(&points, panel, start, (fade, end));
        Self {
            line,
            faded,
            ribbon: ribbon(&points, panel, (fade, |point| point.conf_low.zip(point.conf_high))),
            band: ribbon(&points, panel, (fade, |point| point.band)),
            ticks: ticks(curve, panel, horizon),
            ..Self::default()
        }
    }

    /// The outlines of the pieces of the ribbon.
    pub(super) fn ribbon_outlines(&self) -> Vec<Vec<Point>> {
        Self::outlines(&self.ribbon)
    }

    /// The outlines of the pieces of the band.
    pub(super) fn band_outlines(&self) -> Vec<Vec<Point>> {
        Self::outlines(&self.band)
    }

    fn outlines(ribbon: &[Rect]) -> Vec<Vec<Point>> {
        ribbon
            .chunk_by(|left, right| right.left - left.right < RESOLUTION)
            .map(|piece| {
                let upper = piece.iter().flat_map(|r| [(r.left, r.top), (r.right, r.top)]);
                let lower = piece.iter().rev().flat_map(|r| [(r.right, r.bottom), (r.left, r.bottom)]);
                upper.chain(lower).collect()
            })
            .collect()
    }

    /// The straight pieces of the curve, as thin rectangles.
    pub(super) fn strokes(&self) -> impl Iterator<Item = Rect> + '_ {
        self.line.windows(2).chain(self.faded.windows(2)).chain(self.joined.windows(2)).map(|ends| {
            let [(x0, y0), (x1, y1)] = [ends[0], ends[1]];
            Rect { left: x0.min(x1), top: y0.min(y1), right: x0.max(x1), bottom: y0.max(y1) }
        })
    }
}

fn lines(
    points: &[CurvePoint],
    panel: &Panel,
    (begin, start): (f64, f64),
    (fade, end): (f64, f64),
) -> (Vec<Point>, Vec<Point>) {
    let splits = fade < end;
    let mut line = vec![(panel.x(begin), panel.y(start))];
    let mut faded = Vec::new();
    for point in points {
        let corner = (panel.x(point.time), panel.y(point.estimate));
        if splits && point.time >= fade {
            if faded.is_empty() {
                faded.push(turn(&mut line, panel.x(fade)));
            }
            step(&mut faded, corner);
        } else {
            step(&mut line, corner);
        }
    }
    if !splits {
        turn(&mut line, panel.x(end));
    } else if faded.is_empty() {
        faded.push(turn(&mut line, panel.x(fade)));
    }
    if splits {
        turn(&mut faded, panel.x(end));
    }
    (line, faded)
}

/// Goes level to a corner and then up or down to it.
fn step(line: &mut Vec<Point>, (x, y): Point) {
    let count = line.len();
    match line.last_mut() {
        Some(last) if count > 1 && x - last.0 < RESOLUTION => last.1 = y,
        Some(last) => {
            let level = last.1;
            if x > last.0 {
                line.push((x, level));
            }
            line.push((x, y));
        }
        None => line.push((x, y)),
    }
}

/// Goes level to a place, and says where that is.
fn turn(line: &mut Vec<Point>, x: f64) -> Point {
    let level = line.last().map_or(0.0, |last| last.1);
    if line.last().is_none_or(|last| last.0 < x) {
        line.push((x, level));
    }
    (x, level)
}

/// What a ribbon spans at a corner.
type Ends = fn(&CurvePoint) -> Option<(f64, f64)>;

fn ribbon(points: &[CurvePoint], panel: &Panel, (until, ends): (f64, Ends)) -> Vec<Rect> {
    let mut pieces: Vec<Rect> = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let next = points.get(index + 1).map_or(until, |next| next.time.min(until));
        let Some((low, high)) = ends(point) else { continue };
        if next <= point.time {
            continue;
        }
        let (left, right) = (panel.x(point.time), panel.x(next));
        let piece = Rect { left, right, top: panel.y(high), bottom: panel.y(low) };
        match pieces.last_mut() {
            Some(last) if last.right - last.left < RESOLUTION && left - last.right < RESOLUTION => {
                *last = Rect { left: last.left, ..piece };
            }
            _ => pieces.push(piece),
        }
    }
    pieces
}

/// Marks that cannot be told apart are drawn once.
fn ticks(curve: &Curve, panel: &Panel, horizon: f64) -> Vec<Point> {
    let mut ticks: Vec<Point> = Vec::new();
    for (time, estimate) in curve.censor_ticks.iter().filter(|(time, _)| (0.0..=horizon).contains(time)) {
        let (x, y) = (panel.x(*time), panel.y(*estimate));
        if ticks.last().is_none_or(|last| (x - last.0).abs() >= 0.5 || (y - last.1).abs() >= 0.5) {
            ticks.push((x, y));
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel() -> Panel {
        let rect = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        Panel { rect, x_min: 0.0, x_max: 10.0, y_max: 1.0 }
    }

    fn point(time: f64, estimate: f64) -> CurvePoint {
        CurvePoint { time, estimate, conf_low: Some(estimate / 2.0), conf_high: Some(estimate), band: None }
    }

    fn shape(points: Vec<CurvePoint>, end: f64, fade_from: Option<f64>) -> CurveShape {
        let curve = Curve { points, end, fade_from, ..Curve::default() };
        CurveShape::new(&curve, &panel(), (Direction::Survival, 0.0, 10.0))
    }

    #[test]
    fn a_curve_goes_level_then_down_and_ends_with_follow_up() {
        let shape = shape(vec![point(0.0, 1.0), point(2.0, 0.5)], 8.0, None);
        assert_eq!(shape.line, [(0.0, 0.0), (0.0, 0.0), (20.0, 0.0), (20.0, 50.0), (80.0, 50.0)]);
        assert!(shape.faded.is_empty());
    }

    #[test]
    fn the_pale_part_starts_where_few_are_at_risk() {
        let points = vec![point(0.0, 1.0), point(2.0, 0.5), point(6.0, 0.25)];
        let split = shape(points, 8.0, Some(4.0));
        assert_eq!(split.line.last(), Some(&(40.0, 50.0)));
        assert_eq!(split.faded, [(40.0, 50.0), (60.0, 50.0), (60.0, 75.0), (80.0, 75.0)]);
        assert_eq!(split.ribbon.last().map(|r| r.right), Some(40.0));
        let level = shape(vec![point(0.0, 1.0)], 8.0, Some(4.0));
        assert_eq!(
            (level.line.last(), level.faded.as_slice()),
            (Some(&(40.0, 0.0)), &[(40.0, 0.0), (80.0, 0.0)][..])
        );
        let all = shape(vec![point(0.0, 1.0), point(3.0, 0.0)], 3.0, Some(0.0));
        assert_eq!(all.faded.last(), Some(&(30.0, 100.0)));
    }

    #[test]
    fn nobody_has_no_curve() {
        let shape = shape(Vec::new(), 0.0, None);
        assert!(shape.line.is_empty() && shape.ribbon.is_empty());
    }

    #[test]
    fn many_times_stay_few_corners() {
        let points = (0..100_000).map(|i| point(f64::from(i) / 1e4, 1.0 - f64::from(i) / 1e5)).collect();
        let shape = shape(points, 10.0, None);
        assert!(shape.line.len() < 2100, "{}", shape.line.len());
        let (x, y) = *shape.line.last().unwrap();
        assert!((x, y) >= (100.0, 99.99), "{x}, {y}");
    }
}
