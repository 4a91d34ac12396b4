//! Where in a panel a block of text disturbs least.

use super::marks::Rect;
use super::model::Direction;

/// What lies in a panel already.
#[derive(Debug, Default)]
pub(super) struct Obstacles {
    /// Curves and marks: never to be covered.
    pub(super) lines: Vec<Rect>,
    /// Ribbons: better not covered.
    pub(super) bands: Vec<Rect>,
}

/// Room kept between a text and a curve.
const CLEARANCE: f64 = 5.0;
/// Room kept between a text and the edge of the panel.
const INSET: f64 = 10.0;
/// Places tried along each side.
const PLACES: u32 = 16;

/// The place for a block of a width and height that touches no curve and little of any ribbon,
/// corners first; `None` when there is no such place.
pub(super) fn place(
    (width, height): (f64, f64),
    panel: Rect,
    obstacles: &Obstacles,
    direction: Direction,
) -> Option<Rect> {
    let mut best: Option<(f64, Rect)> = None;
    for (across, down, detour) in candidates(direction) {
        let free =
            (panel.right - panel.left - 2.0 * INSET - width, panel.bottom - panel.top - 2.0 * INSET - height);
        if free.0 < 0.0 || free.1 < 0.0 {
            return None;
        }
        let (left, top) = (panel.left + INSET + across * free.0, panel.top + INSET + down * free.1);
        let block = Rect { left, top, right: left + width, bottom: top + height };
        let guarded = block.grown(CLEARANCE);
        if obstacles.lines.iter().any(|line| line.touches(guarded)) {
            continue;
        }
        let covered: f64 = obstacles.bands.iter().map(|band| band.overlap(guarded)).sum();
        let cost = covered / (width * height) + detour;
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, block));
        }
    }
    best.map(|(_, block)| block)
}

/// Places as shares of the free width and height, with what speaks against each: corners cost
/// nothing, edges little, the middle more.
fn candidates(direction: Direction) -> Vec<(f64, f64, f64)> {
    let corners = match direction {
        Direction::Survival => [(0.0, 1.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)],
        Direction::Incidence | Direction::Count => [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)],
    };
    let mut all: Vec<_> = corners.iter().map(|(across, down)| (*across, *down, 0.0)).collect();
    for row in 0..=PLACES {
        for column in 0..=PLACES {
            let share = |step: u32| f64::from(step) / f64::from(PLACES);
            let (across, down) = (share(column), share(row));
            let from_edge = across.min(1.0 - across).min(down).min(1.0 - down);
            let nearest = corners
                .iter()
                .map(|corner| (corner.0 - across).abs() + (corner.1 - down).abs())
                .fold(f64::INFINITY, f64::min);
            all.push((across, down, 0.02 + 0.1 * nearest + 0.4 * from_edge));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANEL: Rect = Rect { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };

    #[test]
    fn an_empty_panel_takes_the_first_corner() {
        let block = place((100.0, 40.0), PANEL, &Obstacles::default(), Direction::Survival).unwrap();
        assert_eq!((block.left, block.bottom), (INSET, 300.0 - INSET));
    }

    #[test]
    fn a_curve_is_never_touched() {
        let curve = Rect { left: 0.0, top: 270.0, right: 400.0, bottom: 270.0 };
        let obstacles = Obstacles { lines: vec![curve], bands: Vec::new() };
        let block = place((100.0, 40.0), PANEL, &obstacles, Direction::Survival).unwrap();
        assert!(!block.touches(curve));
        let fence = (0..30).map(|i| Rect { top: f64::from(i) * 10.0, bottom: f64::from(i) * 10.0, ..curve });
        let obstacles = Obstacles { lines: fence.collect(), bands: Vec::new() };
        assert_eq!(place((100.0, 40.0), PANEL, &obstacles, Direction::Survival), None);
    }

    #[test]
    fn too_large_a_block_has_no_place() {
        assert_eq!(place((500.0, 40.0), PANEL, &Obstacles::default(), Direction::Incidence), None);
    }
}
