//! The annotations of a curve chart: in the panel where they disturb nothing, else outside.

use super::curves::shapes;
use super::frame::{Panel, centred};
use super::legend::Key;
use super::marks::{Point, Rect, Type};
use super::model::{Annotation, Course, CurveChart};
use super::placement::{Obstacles, place};
use super::sheet::Sheet;
use super::theme;
use super::told::Told;

/// Most of the panel's width that the annotations may take.
const SHARE: f64 = 0.5;
/// How they are set.
const STYLE: Type = Type::new(theme::TEXT_SIZE);

/// Which annotations stand in the panel and where, and which do not.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    inside: Vec<&'a Annotation>,
    /// Heights count from the top of the panel.
    block: Option<Rect>,
    pub(super) outside: Vec<&'a Annotation>,
    course: Course,
}

impl<'a> Notes<'a> {
    /// Looks for a place for all of them, then for those that belong to no curve.
    pub(super) fn new(chart: &'a CurveChart, panel: &Panel) -> Self {
        let obstacles = obstacles(chart, panel);
        let find = |lines: &[&Annotation]| {
            let size = size(chart.course, lines);
            let fits = !lines.is_empty() && size.0 <= SHARE * (panel.rect.right - panel.rect.left);
            fits.then(|| place(size, panel.rect, &obstacles, chart.direction)).flatten()
        };
        let all: Vec<&Annotation> = chart.annotations.iter().collect();
        if let Some(block) = find(&all) {
            return Self { inside: all, block: Some(block), course: chart.course, ..Self::default() };
        }
        let (plain, keyed): (Vec<_>, Vec<_>) = all.iter().partition(|line| line.curve.is_none());
        match find(&plain) {
            Some(block) => Self { inside: plain, block: Some(block), outside: keyed, course: chart.course },
            None => Self { outside: all, ..Self::default() },
        }
    }

    /// Hides the grid where they stand.
    pub(super) fn clear_ground(&self, sheet: &mut Sheet, panel_top: f64) {
        if let Some(block) = self.block {
            let ground = Rect { top: block.top + panel_top, bottom: block.bottom + panel_top, ..block };
            sheet.rect(ground.grown(2.0), theme::PAPER, 1.0);
        }
    }

    /// Writes those that stand in the panel.
    pub(super) fn draw(&self, sheet: &mut Sheet, panel_top: f64) {
        let Some(block) = self.block else { return };
        for (index, line) in self.inside.iter().enumerate() {
            let middle = block.top + panel_top + (index as f64 + 0.5) * STYLE.leading();
            let key = key(self.course, line);
            key.draw(sheet, (block.left, middle));
            sheet.text(&line.text, (block.left + key.width(), centred(middle, STYLE.size)), STYLE);
        }
    }
}

fn key(course: Course, annotation: &Annotation) -> Key {
    annotation.curve.map_or(Key::Blank, |curve| Key::of_curve(course, curve))
}

fn size(course: Course, lines: &[&Annotation]) -> (f64, f64) {
    let widths = lines.iter().map(|line| key(course, line).width() + STYLE.width(&line.text));
    (widths.fold(0.0, f64::max), lines.len() as f64 * STYLE.leading())
}

fn obstacles(chart: &CurveChart, panel: &Panel) -> Obstacles {
    let mut obstacles = Obstacles::default();
    for shape in shapes(chart, panel) {
        obstacles.lines.extend(shape.strokes());
        let half = theme::CENSOR_HEIGHT / 2.0;
        let mark = |(x, y): &Point| Rect { left: *x, right: *x, top: y - half, bottom: y + half };
        obstacles.lines.extend(shape.ticks.iter().map(mark));
        obstacles.lines.extend(shape.told.iter().map(Told::extent));
        obstacles.bands.extend(shape.ribbon);
    }
    obstacles
}
