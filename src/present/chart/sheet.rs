//! The sheet on which charts are laid out, and the finished drawing.
//!
//! The marks are drawn by plotters' SVG backend, whose coordinates are whole numbers: it works
//! in hundredths of a pixel here, and the view box scales them back. What that backend cannot
//! say (dashes, weights of letters, tool tips) stands on groups around runs of its elements.

use std::fmt::Write as _;

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, DrawingBackend, FontFamily, FontTransform, IntoDrawingArea, IntoFont, IntoTextStyle,
    PathElement, Polygon, Rectangle, SVGBackend, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, RGBColor, ShapeStyle};

use super::{ChartError, theme};
use crate::present::font::{self, Weight, elide, text_width};

/// Units of the view box in a pixel.
const UNITS: f64 = 100.0;
/// Distance of the baseline from the point at which plotters hangs up a text, in ems.
const ASCENT: f64 = 0.76;
/// What plotters divides sizes of letters by.
const SIZE_DIVISOR: f64 = 1.24;
/// Families asked for in the SVG; the first is embedded.
const FAMILIES: &str = "Open Sans, Arial, sans-serif";

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
    pub(super) fn new(size: f64) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            color: theme::INK,
            anchor: Anchor::Start,
            heading: Heading::Right,
        }
    }

    pub(super) fn semibold(self) -> Self {
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

/// Where a text was placed.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// What is written there.
    pub text: String,
    /// Left edge in pixels.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// A finished chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its heading.
    pub title: String,
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Every text on it and where it stands.
    pub texts: Vec<TextBox>,
    body: String,
    description: String,
}

impl Drawing {
    /// The `svg` element for a page that has the fonts ([`font::font_face_css`]); it has no
    /// style, no script and no identifier.
    pub fn inline(&self) -> String {
        self.document("")
    }

    /// The file that stands alone, with its fonts in it.
    pub fn standalone(&self) -> String {
        let mut head = String::from("<title>");
        escape(&mut head, &self.title);
        head.push_str("</title>\n<style>\n");
        head.push_str(&font::font_face_css());
        head.push_str("</style>\n");
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", self.document(&head))
    }

    fn document(&self, head: &str) -> String {
        let mut label = String::new();
        escape(&mut label, &self.description);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" \
             role=\"img\" aria-label=\"{label}\" text-rendering=\"geometricPrecision\">\n{head}{}</svg>\n",
            self.width,
            self.height,
            units(self.width),
            units(self.height),
            self.body
        )
    }
}

/// What stands on the group around some elements.
#[derive(Debug, Clone, PartialEq, Default)]
struct GroupKey {
    dash: &'static [f64],
    weight: Weight,
    tip: Option<String>,
}

#[derive(Debug, Clone)]
enum Mark {
    Path { points: Vec<Point>, stroke: Stroke },
    Polygon { points: Vec<Point>, color: RGBColor, opacity: f64 },
    Rect { rect: Rect, color: RGBColor, opacity: f64 },
    Disc { centre: Point, radius: f64, color: RGBColor },
    Text { text: String, at: Point, style: Type },
}

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

/// The text without control characters and runs of blanks, as renderers show it.
fn clean(text: &str) -> String {
    let visible = |c: char| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c };
    let text: String = text.chars().map(visible).collect();
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            _ => out.push(letter),
        }
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

#[allow(clippy::cast_possible_truncation, reason = "a cast saturates, and no sheet is that large")]
fn units(pixels: f64) -> i32 {
    (pixels * UNITS).round() as i32
}

#[allow(clippy::cast_sign_loss, reason = "bounded below by zero")]
fn length(pixels: f64) -> u32 {
    units(pixels).max(0) as u32
}

fn at((x, y): Point) -> (i32, i32) {
    (units(x), units(y))
}

fn group(body: &mut String, key: &GroupKey, content: &str) {
    if *key == GroupKey::default() {
        body.push_str(content);
        return;
    }
    body.push_str("<g");
    if !key.dash.is_empty() {
        let dash: Vec<String> = key.dash.iter().map(|part| units(*part).to_string()).collect();
        let _ = write!(body, " stroke-dasharray=\"{}\"", dash.join(" "));
    }
    if key.weight != Weight::Regular {
        let _ = write!(body, " font-weight=\"{}\"", key.weight.css());
    }
    body.push('>');
    if let Some(tip) = &key.tip {
        body.push_str("<title>");
        escape(body, tip);
        body.push_str("</title>");
    }
    body.push('\n');
    body.push_str(content);
    body.push_str("</g>\n");
}

/// The elements of some marks, without the `svg` element that plotters puts around them.
fn fragment(marks: &[Mark], (width, height): (i32, i32)) -> Result<String, String> {
    let mut svg = String::new();
    {
        let size = (width.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        for mark in marks {
            draw(&area, mark).map_err(|e| e.to_string())?;
        }
        area.present().map_err(|e| e.to_string())?;
    }
    let inner = svg.split_once(">\n").and_then(|(_, rest)| rest.rsplit_once("</svg>"));
    inner.map(|(inner, _)| inner.to_owned()).ok_or_else(|| "no svg element".to_owned())
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type AreaError<'a> = plotters::drawing::DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>;

fn draw<'a>(area: &Area<'a>, mark: &Mark) -> Result<(), AreaError<'a>> {
    match mark {
        Mark::Path { points, stroke } => {
            let style = stroke.color.mix(stroke.opacity).stroke_width(length(stroke.width));
            area.draw(&PathElement::new(points.iter().copied().map(at).collect::<Vec<_>>(), style))
        }
        Mark::Polygon { points, color, opacity } => {
            let points: Vec<_> = points.iter().copied().map(at).collect();
            area.draw(&Polygon::new(points, filled(*color, *opacity)))
        }
        Mark::Rect { rect, color, opacity } => {
            let corners = [at((rect.left, rect.top)), at((rect.right, rect.bottom))];
            area.draw(&Rectangle::new(corners, filled(*color, *opacity)))
        }
        Mark::Disc { centre, radius, color } => {
            area.draw(&Circle::new(at(*centre), length(*radius), filled(*color, 1.0)))
        }
        Mark::Text { text, at: place, style } => draw_text(area, text, *place, *style),
    }
}

fn filled(color: RGBColor, opacity: f64) -> ShapeStyle {
    ShapeStyle { color: color.mix(opacity), filled: true, stroke_width: 0 }
}

fn draw_text<'a>(area: &Area<'a>, text: &str, (x, y): Point, style: Type) -> Result<(), AreaError<'a>> {
    let horizontal = match style.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let rise = ASCENT * style.size;
    let (transform, place) = match style.heading {
        Heading::Right => (FontTransform::None, (x, y - rise)),
        Heading::Up => (FontTransform::Rotate270, (x - rise, y)),
    };
    let font = (FontFamily::Name(FAMILIES), plotters_size(style.size), FontStyle::Normal).into_font();
    let look = font
        .transform(transform)
        .into_text_style(area)
        .color(&style.color)
        .pos(Pos::new(horizontal, VPos::Top));
    area.draw(&Text::new(text, at(place), look))
}

/// The size which plotters has to be told, so that it writes a whole number of units.
fn plotters_size(pixels: f64) -> f64 {
    let wanted = f64::from(units(pixels));
    let told = wanted * SIZE_DIVISOR;
    let near = [told, told.next_up(), told.next_down()];
    #[allow(clippy::float_cmp, reason = "the printed number is to be whole")]
    let exact = near.into_iter().find(|size| size / SIZE_DIVISOR == wanted);
    exact.unwrap_or(told)
}
