//! The way of a cohort: boxes with counts, exclusions at the side.

use super::frame::{foot, heading};
use super::model::{FlowBox, FlowChart};
use super::sheet::{Anchor, Drawing, Point, Rect, Sheet, Stroke, Type};
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
    let left = if aside { theme::MARGIN + 40.0 } else { (sheet.width - BOX_WIDTH) / 2.0 };
    let middle = left + BOX_WIDTH / 2.0;
    let side_left = sheet.width - theme::MARGIN - 40.0 - BOX_WIDTH;
    let mut stem = None;
    for step in &chart.steps {
        if let Some(from) = stem {
            arrow(&mut sheet, (middle, from), (middle, top));
        }
        let bottom = draw_box(&mut sheet, &step.content, (left, top), Look::main(BOX_WIDTH));
        stem = Some(bottom);
        top = bottom + STEP;
        if let Some(excluded) = &step.excluded {
            let side_top = bottom + SIDE_STEP;
            let side_bottom = draw_box(&mut sheet, excluded, (side_left, side_top), Look::side(BOX_WIDTH));
            let y = f64::midpoint(side_top, side_bottom);
            arrow(&mut sheet, (middle, y), (side_left, y));
            top = side_bottom + SIDE_STEP;
        }
    }
    let bottom = arms(&mut sheet, &chart.arms, (middle, stem.unwrap_or(top)), top);
    let height = foot(&mut sheet, &chart.footnotes, bottom + 4.0);
    sheet.finish(&chart.title, chart.subtitle.as_deref(), height)
}

/// How a box looks.
#[derive(Debug, Clone, Copy)]
struct Look {
    width: f64,
    anchor: Anchor,
    filled: bool,
}

impl Look {
    fn main(width: f64) -> Self {
        Self { width, anchor: Anchor::Middle, filled: true }
    }

    fn side(width: f64) -> Self {
        Self { width, anchor: Anchor::Start, filled: false }
    }
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
        bottom = box_top;
        for (index, content) in row.iter().enumerate() {
            if first {
                arrow(sheet, (centre(index), branch), (centre(index), box_top));
            }
            let corner = (centre(index) - width / 2.0, box_top);
            bottom = bottom.max(draw_box(sheet, content, corner, Look::main(width)));
        }
        row_top = bottom + ARM_GAP;
    }
    bottom
}

/// Draws a box from its left upper corner on; returns how far down it reaches.
fn draw_box(sheet: &mut Sheet, content: &FlowBox, (left, top): Point, look: Look) -> f64 {
    let style = Type::new(theme::TEXT_SIZE).semibold();
    let part_style = Type::new(theme::SMALL_SIZE);
    let inner = look.width - 2.0 * PADDING;
    let headline = format!("{} (n\u{a0}=\u{a0}{})", content.label, content.count);
    let lines = style.wrap(&headline, inner);
    let count_width = content.parts.iter().map(|(_, count)| part_style.width(&count.to_string()));
    let count_width = count_width.fold(0.0, f64::max);
    let parts: Vec<(Vec<String>, u64)> = content
        .parts
        .iter()
        .map(|(label, count)| (part_style.wrap(label, inner - count_width - 14.0), *count))
        .collect();
    let part_lines: usize = parts.iter().map(|(lines, _)| lines.len()).sum();
    let gap = if parts.is_empty() { 0.0 } else { 3.0 };
    let height = 2.0 * PADDING - 3.0
        + lines.len() as f64 * style.leading()
        + gap
        + part_lines as f64 * part_style.leading();
    let frame = Rect { left, top, right: left + look.width, bottom: top + height };
    sheet.rect(frame, if look.filled { theme::BOX } else { theme::PAPER }, 1.0);
    sheet.outline(frame, Stroke::new(theme::AXIS, 1.2));
    let mut y = top + PADDING - 1.5;
    let x = if look.anchor == Anchor::Middle { left + look.width / 2.0 } else { left + PADDING };
    for line in &lines {
        sheet.text_within(line, (x, y + style.leading() * 0.76), style.anchored(look.anchor), inner);
        y += style.leading();
    }
    y += gap;
    for (lines, count) in parts {
        let number = part_style.anchored(Anchor::End);
        sheet.text(&count.to_string(), (frame.right - PADDING, y + part_style.leading() * 0.76), number);
        for line in lines {
            let place = (left + PADDING, y + part_style.leading() * 0.76);
            sheet.text_within(&line, place, part_style, inner - count_width - 8.0);
            y += part_style.leading();
        }
    }
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
