//! From marks to SVG elements, by plotters' SVG backend.
//!
//! That backend's coordinates are whole numbers: it works in hundredths of a pixel here, and the
//! view box scales them back. What it cannot say (dashes, weights of letters, tool tips) stands on
//! groups around runs of its elements.

use std::fmt::Write as _;

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, DrawingBackend, FontFamily, FontTransform, IntoDrawingArea, IntoFont, IntoTextStyle,
    PathElement, Polygon, Rectangle, SVGBackend, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, RGBColor, ShapeStyle};

use super::marks::{ASCENT, Anchor, GroupKey, Heading, Mark, Point, Type};
use crate::present::font::Weight;

/// Units of the view box in a pixel.
const UNITS: f64 = 100.0;
/// What plotters divides sizes of letters by.
const SIZE_DIVISOR: f64 = 1.24;
/// Families asked for in the SVG; the first is embedded.
const FAMILIES: &str = "Open Sans, Arial, sans-serif";

/// Writes a text with its special characters escaped.
pub(super) fn escape(out: &mut String, text: &str) {
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

/// A length in units of the view box.
#[allow(clippy::cast_possible_truncation, reason = "a cast saturates, and no sheet is that large")]
pub(super) fn units(pixels: f64) -> i32 {
    (pixels * UNITS).round() as i32
}

#[allow(clippy::cast_sign_loss, reason = "bounded below by zero")]
fn length(pixels: f64) -> u32 {
    units(pixels).max(0) as u32
}

fn at((x, y): Point) -> (i32, i32) {
    (units(x), units(y))
}

/// Writes elements with what stands on the group around them.
pub(super) fn group(body: &mut String, key: &GroupKey, content: &str) {
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
pub(super) fn fragment(marks: &[Mark], (width, height): (i32, i32)) -> Result<String, String> {
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
