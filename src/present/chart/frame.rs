//! What all charts share: heading, foot, and the panel with its two scales.

use super::marks::{Point, Rect, Type};
use super::sheet::Sheet;
use super::theme;

/// Widths are sums; a text is not broken for a difference like this.
const ROUNDING: f64 = 0.01;

/// Writes heading and second line; returns how far down they reach.
pub(super) fn heading(sheet: &mut Sheet, title: &str, subtitle: Option<&str>) -> f64 {
    let left = theme::MARGIN;
    let width = sheet.width - 2.0 * theme::MARGIN;
    let mut bottom = theme::MARGIN - 4.0;
    let title_type = Type::new(theme::TITLE_SIZE).semibold();
    bottom = paragraph(sheet, title, title_type, (left, bottom, width));
    if let Some(subtitle) = subtitle {
        bottom = paragraph(sheet, subtitle, Type::new(theme::TEXT_SIZE).muted(), (left, bottom + 1.0, width));
    }
    bottom
}

/// Writes the lines at the foot; returns the height of the whole chart.
pub(super) fn foot(sheet: &mut Sheet, notes: &[String], top: f64) -> f64 {
    let style = Type::new(theme::NOTE_SIZE).muted();
    let width = sheet.width - 2.0 * theme::MARGIN;
    let mut bottom = if notes.is_empty() { top } else { top + 8.0 };
    for note in notes {
        bottom = paragraph(sheet, note, style, (theme::MARGIN, bottom, width));
    }
    bottom + theme::MARGIN - 4.0
}

/// Writes broken text from a left upper corner on; returns how far down it reaches.
pub(super) fn paragraph(
    sheet: &mut Sheet,
    text: &str,
    style: Type,
    (left, top, width): (f64, f64, f64),
) -> f64 {
    let mut bottom = top;
    for line in style.wrap(text, width) {
        sheet.text_within(&line, (left, bottom + style.leading() * 0.78), style, width);
        bottom += style.leading();
    }
    bottom
}

/// The lines of a label: broken at a width, and the last cut when there are more than `most`.
pub(super) fn label_lines(text: &str, style: Type, width: f64, most: usize) -> Vec<String> {
    let mut lines = style.wrap(text, width + ROUNDING);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(style.cut(&rest, width + ROUNDING));
    }
    lines.into_iter().map(|line| style.cut(&line, width + ROUNDING)).collect()
}

/// Writes the lines of a label, centred on a height; what was cut is its tool tip.
pub(super) fn label(sheet: &mut Sheet, text: &str, (x, middle): Point, style: Type, lines: &[String]) {
    let tip = lines.iter().any(|line| line.ends_with('…')).then_some(text);
    for (index, line) in lines.iter().enumerate() {
        let offset = (index as f64 - (lines.len() as f64 - 1.0) / 2.0) * style.leading();
        sheet.text_with_tip(line, (x, centred(middle + offset, style.size)), style, tip);
    }
}

/// The baseline which centres digits and capitals on a height.
pub(super) fn centred(middle: f64, size: f64) -> f64 {
    middle + size * 0.357
}

/// A rectangle with a linear scale along each side, that of the values from zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct Panel {
    pub(super) rect: Rect,
    pub(super) x_min: f64,
    pub(super) x_max: f64,
    pub(super) y_max: f64,
}

impl Panel {
    pub(super) fn x(&self, value: f64) -> f64 {
        let share = ((value - self.x_min) / (self.x_max - self.x_min)).clamp(0.0, 1.0);
        self.rect.left + share * (self.rect.right - self.rect.left)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        let share = (value / self.y_max).clamp(0.0, 1.0);
        self.rect.bottom - share * (self.rect.bottom - self.rect.top)
    }
}

/// A share as a label of an axis.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", (share * 100.0).round())
}
