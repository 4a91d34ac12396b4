//! The way of a cohort: boxes with counts, exclusions at the side.

use super::drawing::Drawing;
use super::frame::{foot, heading};
use super::marks::{Anchor, Point, Rect, Stroke, Type};
use super::model::{FlowBox, FlowChart};
use super::sheet::Sheet;
use super::{ChartError, theme};

/// Width of the boxes of the main line and at the side.
const BOX_WIDTH: f64 = 300.0;
/// Room inside a box.
const PADDING: f64 = 10.0;
/// Distance of two boxes of the main line with nothing between them.
const STEP: f64 = 30.0;
/// Distance of a box at the side to those above and below.
const SIDE_STEP: f64 = 14.0;
/// Most boxes beside each other.
const ARMS_PER_ROW: usize = 4;
/// Room between the headline of a box and its parts.
const PART_GAP: f64 = 3.0;
/// How the headline of a box is set.
const HEAD: Type = Type::new(theme::TEXT_SIZE).semibold();
/// How its parts are set.
const PART: Type = Type::new(theme::SMALL_SIZE);
/// Distance of two boxes beside each other.
const ARM_GAP: f64 = 16.0;

/// Draws how a cohort came about.
///
/// # Errors
/// [`ChartError::Draw`] when the drawing library fails.
pub fn flow_chart(chart: &FlowChart) -> Result<Drawing, ChartError> {
    let mut sheet = Sheet::new();
    let mut top = heading(&mut sheet, &chart.title, chart.subtitle.as_deref()) + 12.0;
    let aside = chart.steps.iter().any(|step| step.excluded.is_some());
    let left = if aside { theme::MARGIN } else { (sheet.width - BOX_WIDTH) / 2.0 };
    let middle = left + BOX_WIDTH / 2.0;
    let side_left = sheet.width - theme::MARGIN - BOX_WIDTH;
    let mut stem = None;
    for step in &chart.steps {
        if let Some(from) = stem {
            arrow(&mut sheet, (middle, from), (middle, top));
        }
        let bottom = draw_box(&mut sheet, &step.content, (left, top), Look::Main);
        stem = Some(bottom);
        top = bottom + STEP;
        if let Some(excluded) = &step.excluded {
            let side_top = bottom + SIDE_STEP;
            let side_bottom = draw_box(&mut sheet, excluded, (side_left, side_top), Look::Side);
            let y = f64::midpoint(side_top, side_bottom);
            arrow(&mut sheet, (middle, y), (side_left, y));
            top = side_bottom + SIDE_STEP;
        }
    }
    let bottom = arms(&mut sheet, &chart.arms, (middle, stem.unwrap_or(top)), top);
    let height = foot(&mut sheet, &chart.footnotes, bottom + 4.0);
    sheet.finish(&chart.title, chart.subtitle.as_deref(), height)
}

/// Draws the boxes into which the last step divides; returns how far down they reach.
fn arms(sheet: &mut Sheet, arms: &[FlowBox], stem: Point, top: f64) -> f64 {
    if arms.is_empty() {
        return stem.1.max(top - STEP);
    }
    let per_row = arms.len().div_ceil(arms.len().div_ceil(ARMS_PER_ROW));
    let inner = sheet.width - 2.0 * theme::MARGIN;
    let width = ((inner - ARM_GAP * (per_row as f64 - 1.0)) / per_row as f64).min(BOX_WIDTH);
    let stroke = Stroke::new(theme::AXIS, 1.2);
    let mut row_top = top;
    let mut bottom = top;
    for row in arms.chunks(per_row) {
        let used = width * row.len() as f64 + ARM_GAP * (row.len() as f64 - 1.0);
        let wished = stem.0 - used / 2.0;
        let left = wished.clamp(theme::MARGIN, (sheet.width - theme::MARGIN - used).max(theme::MARGIN));
        let centre = |index: usize| left + index as f64 * (width + ARM_GAP) + width / 2.0;
        let branch = row_top;
        let first = row_top <= top;
        if first {
            sheet.line(stem, (stem.0, branch), stroke);
            let ends = (centre(0).min(stem.0), centre(row.len() - 1).max(stem.0));
            sheet.line((ends.0 - 0.6, branch), (ends.1 + 0.6, branch), stroke);
        }
        let box_top = if first { branch + 22.0 } else { row_top };
        let boxes: Vec<Laid> = row.iter().map(|content| Laid::new(content, width)).collect();
        bottom = box_top + boxes.iter().map(Laid::height).fold(0.0, f64::max);
        for (index, laid) in boxes.iter().enumerate() {
            if first {
                arrow(sheet, (centre(index), branch), (centre(index), box_top));
            }
            let left = centre(index) - width / 2.0;
            laid.draw(sheet, Rect { left, top: box_top, right: left + width, bottom }, Look::Main);
        }
        row_top = bottom + ARM_GAP;
    }
    bottom
}

/// A box with its text broken into lines.
struct Laid {
    width: f64,
    headline: Vec<String>,
    parts: Vec<(Vec<String>, String)>,
    count_width: f64,
}

impl Laid {
    fn new(content: &FlowBox, width: f64) -> Self {
        let inner = width - 2.0 * PADDING;
        let count = content.count.map_or_else(|| "n hidden".to_owned(), |count| format!("n = {count}"));
        let headline = format!("{} ({})", content.label, count.replace(' ', "\u{a0}"));
        let counts = content.parts.iter().map(|(_, count)| PART.width(&count.to_string()));
        let count_width = counts.fold(0.0, f64::max);
        let broken = |label: &str| PART.wrap(label, inner - count_width - 14.0);
        let parts = content.parts.iter().map(|(label, count)| (broken(label), count.to_string())).collect();
        Self { width, headline: HEAD.wrap(&headline, inner), parts, count_width }
    }

    fn height(&self) -> f64 {
        let part_lines: usize = self.parts.iter().map(|(lines, _)| lines.len()).sum();
        let gap = if self.parts.is_empty() { 0.0 } else { PART_GAP };
        let text = self.headline.len() as f64 * HEAD.leading() + part_lines as f64 * PART.leading();
        2.0 * PADDING - 3.0 + text + gap
    }

    /// Draws the box in a frame that is at least as high as it needs.
    fn draw(&self, sheet: &mut Sheet, frame: Rect, look: Look) {
        sheet.rect(frame, if look == Look::Main { theme::BOX } else { theme::PAPER }, 1.0);
        sheet.outline(frame, Stroke::new(theme::AXIS, 1.2));
        let inner = self.width - 2.0 * PADDING;
        let (x, anchor) = match look {
            Look::Main => (frame.left + self.width / 2.0, Anchor::Middle),
            Look::Side => (frame.left + PADDING, Anchor::Start),
        };
        let mut y = frame.top + PADDING - 1.5;
        for line in &self.headline {
            sheet.text_within(line, (x, y + HEAD.leading() * 0.76), HEAD.anchored(anchor), inner);
            y += HEAD.leading();
        }
        y += PART_GAP;
        for (lines, count) in &self.parts {
            let place = (frame.right - PADDING, y + PART.leading() * 0.76);
            sheet.text(count, place, PART.anchored(Anchor::End));
            for line in lines {
                let place = (frame.left + PADDING, y + PART.leading() * 0.76);
                sheet.text_within(line, place, PART, inner - self.count_width - 8.0);
                y += PART.leading();
            }
        }
    }
}

/// Whether a box is on the main line or at its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Main,
    Side,
}

/// Draws a box from its left upper corner on; returns how far down it reaches.
fn draw_box(sheet: &mut Sheet, content: &FlowBox, (left, top): Point, look: Look) -> f64 {
    let laid = Laid::new(content, BOX_WIDTH);
    let frame = Rect { left, top, right: left + BOX_WIDTH, bottom: top + laid.height() };
    laid.draw(sheet, frame, look);
    frame.bottom
}

/// A line with a head at its end; level or upright.
fn arrow(sheet: &mut Sheet, from: Point, to: Point) {
    let (dx, dy) = ((to.0 - from.0).clamp(-1.0, 1.0), (to.1 - from.1).clamp(-1.0, 1.0));
    let base = (to.0 - dx * 7.0, to.1 - dy * 7.0);
    sheet.line(from, base, Stroke::new(theme::AXIS, 1.2));
    let wing = 3.6;
    let head = vec![to, (base.0 + dy * wing, base.1 + dx * wing), (base.0 - dy * wing, base.1 - dx * wing)];
    sheet.polygon(head, theme::AXIS, 1.0);
}
