//! The sheet on which charts are laid out.

use plotters::style::RGBColor;

use super::drawing::{Drawing, TextBox};
use super::marks::{ASCENT, Anchor, GroupKey, Heading, Mark, Point, Rect, Stroke, Type, clean};
use super::svg::{fragment, group, units};
use super::{ChartError, theme};
use crate::present::font::elide;

/// Where marks are collected in the order of drawing.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) width: f64,
    marks: Vec<(GroupKey, Mark)>,
    texts: Vec<TextBox>,
}

impl Sheet {
    pub(super) fn new() -> Self {
        Self { width: theme::WIDTH, marks: Vec::new(), texts: Vec::new() }
    }

    pub(super) fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.path(vec![from, to], stroke);
    }

    pub(super) fn path(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.path_with_tip(points, stroke, None);
    }

    pub(super) fn path_with_tip(&mut self, points: Vec<Point>, stroke: Stroke, tip: Option<&str>) {
        if points.len() > 1 {
            let key = GroupKey { dash: stroke.dash, tip: tip.map(clean), ..GroupKey::default() };
            self.marks.push((key, Mark::Path { points, stroke }));
        }
    }

    pub(super) fn polygon(&mut self, points: Vec<Point>, color: RGBColor, opacity: f64) {
        if points.len() > 2 {
            self.marks.push((GroupKey::default(), Mark::Polygon { points, color, opacity }));
        }
    }

    pub(super) fn rect(&mut self, rect: Rect, color: RGBColor, opacity: f64) {
        self.marks.push((GroupKey::default(), Mark::Rect { rect, color, opacity }));
    }

    /// The edge of a rectangle.
    pub(super) fn outline(&mut self, rect: Rect, stroke: Stroke) {
        let Rect { left, top, right, bottom } = rect;
        let half = stroke.width / 2.0;
        let corners = vec![(left - half, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        self.path(corners, stroke);
    }

    pub(super) fn disc(&mut self, centre: Point, radius: f64, color: RGBColor) {
        self.marks.push((GroupKey::default(), Mark::Disc { centre, radius, color }));
    }

    /// Writes a text with its baseline at a point.
    pub(super) fn text(&mut self, text: &str, at: Point, style: Type) {
        self.write(clean(text), at, style, None);
    }

    /// Writes a text, cut to a width when it must be; the whole of it is then its tool tip.
    pub(super) fn text_within(&mut self, text: &str, at: Point, style: Type, width: f64) {
        let text = clean(text);
        match elide(&text, style.size, style.weight, width) {
            Some(cut) => self.write(cut, at, style, Some(text)),
            None => self.write(text, at, style, None),
        }
    }

    /// Writes a text that may say more as a tool tip.
    pub(super) fn text_with_tip(&mut self, text: &str, at: Point, style: Type, tip: Option<&str>) {
        self.write(clean(text), at, style, tip.map(clean));
    }

    fn write(&mut self, text: String, at: Point, style: Type, tip: Option<String>) {
        if text.is_empty() {
            return;
        }
        self.texts.push(text_box(&text, at, style));
        let key = GroupKey { weight: style.weight, tip, ..GroupKey::default() };
        self.marks.push((key, Mark::Text { text, at, style }));
    }

    /// The drawing, as high as the marks on it need.
    pub(super) fn finish(
        self,
        title: &str,
        subtitle: Option<&str>,
        height: f64,
    ) -> Result<Drawing, ChartError> {
        let failed = |reason: String| ChartError::Draw { title: title.to_owned(), reason };
        let height = height.ceil();
        let paper = Rect { left: 0.0, top: 0.0, right: self.width, bottom: height };
        let paper = Mark::Rect { rect: paper, color: theme::PAPER, opacity: 1.0 };
        let mut body = String::new();
        let size = (units(self.width), units(height));
        let mut run: Vec<Mark> = vec![paper];
        let mut key = GroupKey::default();
        for (next, mark) in self.marks {
            if next != key {
                group(&mut body, &key, &fragment(&run, size).map_err(failed)?);
                run.clear();
                key = next;
            }
            run.push(mark);
        }
        group(&mut body, &key, &fragment(&run, size).map_err(failed)?);
        let title = clean(title);
        let description = match subtitle {
            Some(subtitle) => format!("{title}. {}", clean(subtitle)),
            None => title.clone(),
        };
        Ok(Drawing { title, width: self.width, height, texts: self.texts, body, description })
    }
}

fn text_box(text: &str, (x, y): Point, style: Type) -> TextBox {
    let width = style.width(text);
    let before = match style.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    let (above, below) = (ASCENT * style.size, (1.0 - ASCENT) * style.size);
    let text = text.to_owned();
    match style.heading {
        Heading::Right => {
            TextBox { text, left: x - before, top: y - above, right: x - before + width, bottom: y + below }
        }
        Heading::Up => {
            TextBox { text, left: x - above, top: y + before - width, right: x + below, bottom: y + before }
        }
    }
}
