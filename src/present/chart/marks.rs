//! What can be put on a sheet: texts, lines and areas, in pixels.

use plotters::style::RGBColor;

use super::theme;
use crate::present::font::{self, Weight, elide, text_width};

/// How far letters rise above the baseline, in ems; plotters hangs up a text by this.
pub(super) const ASCENT: f64 = 0.76;

/// A place on the sheet in pixels, from the upper left corner.
pub(super) type Point = (f64, f64);

/// A rectangle on the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    /// The rectangle with its edges moved outwards.
    pub(super) fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// The area that two rectangles share.
    pub(super) fn overlap(self, other: Self) -> f64 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }

    /// Whether two rectangles touch; either may be a line.
    pub(super) fn touches(self, other: Self) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }
}

/// Which point of a text is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// Which way a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Heading {
    #[default]
    Right,
    Up,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) weight: Weight,
    pub(super) color: RGBColor,
    pub(super) anchor: Anchor,
    pub(super) heading: Heading,
}

impl Type {
    /// Plain dark text.
    pub(super) const fn new(size: f64) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            color: theme::INK,
            anchor: Anchor::Start,
            heading: Heading::Right,
        }
    }

    pub(super) const fn semibold(self) -> Self {
        Self { weight: Weight::Semibold, ..self }
    }

    pub(super) fn muted(self) -> Self {
        Self { color: theme::MUTED, ..self }
    }

    pub(super) fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(super) fn upwards(self) -> Self {
        Self { heading: Heading::Up, ..self }
    }

    pub(super) fn width(self, text: &str) -> f64 {
        text_width(&clean(text), self.size, self.weight)
    }

    pub(super) fn wrap(self, text: &str, width: f64) -> Vec<String> {
        font::wrap(&clean(text), self.size, self.weight, width)
    }

    /// The text, cut with an ellipsis when it is wider.
    pub(super) fn cut(self, text: &str, width: f64) -> String {
        let text = clean(text);
        elide(&text, self.size, self.weight, width).unwrap_or(text)
    }

    /// Distance of two baselines.
    pub(super) fn leading(self) -> f64 {
        self.size * theme::LEADING
    }
}

/// A line: colour, thickness, opacity, dashes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) color: RGBColor,
    pub(super) width: f64,
    pub(super) opacity: f64,
    pub(super) dash: &'static [f64],
}

impl Stroke {
    pub(super) fn new(color: RGBColor, width: f64) -> Self {
        Self { color, width, opacity: 1.0, dash: &[] }
    }

    pub(super) fn dashed(self, dash: &'static [f64]) -> Self {
        Self { dash, ..self }
    }

    pub(super) fn opacity(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }
}

/// What stands on the group around some elements.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct GroupKey {
    pub(super) dash: &'static [f64],
    pub(super) weight: Weight,
    pub(super) tip: Option<String>,
}

/// A thing to draw.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    Path { points: Vec<Point>, stroke: Stroke },
    Polygon { points: Vec<Point>, color: RGBColor, opacity: f64 },
    Rect { rect: Rect, color: RGBColor, opacity: f64 },
    Disc { centre: Point, radius: f64, color: RGBColor },
    Text { text: String, at: Point, style: Type },
}

/// The text without control characters and runs of blanks, as renderers show it.
pub(super) fn clean(text: &str) -> String {
    let visible = |c: char| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c };
    let text: String = text.chars().map(visible).collect();
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
