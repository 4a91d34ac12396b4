//! A finished chart, and the forms in which it is handed out.

use std::sync::{Arc, LazyLock};

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::{tiny_skia, usvg};

use super::ChartError;
use super::svg::{escape, units};
use crate::present::font::{self, WEIGHTS};

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
    /// The elements, drawn.
    pub(super) body: String,
    /// What a screen reader says.
    pub(super) description: String,
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

    /// The chart as PNG, `scale` bitmap pixels a CSS pixel; two is right for print and screens.
    ///
    /// # Errors
    /// [`ChartError::Bitmap`] when the scaled size is zero or too large.
    pub fn png(&self, scale: f32) -> Result<Vec<u8>, ChartError> {
        let failed = |reason: String| ChartError::Bitmap { title: self.title.clone(), reason };
        let tree = self.tree()?;
        let size = tree
            .size()
            .to_int_size()
            .scale_by(scale)
            .ok_or_else(|| failed(format!("scale {scale} gives no size")))?;
        let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height())
            .ok_or_else(|| failed(format!("{} x {} is too large", size.width(), size.height())))?;
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|e| failed(e.to_string()))
    }

    /// The chart as a PDF of one page of its size, a point a CSS pixel: lines as lines, text as text, fonts inside.
    ///
    /// # Errors
    /// [`ChartError::Page`] when it has no size or cannot be written.
    pub fn pdf(&self) -> Result<Vec<u8>, ChartError> {
        let failed = |reason: String| ChartError::Page { title: self.title.clone(), reason };
        let tree = self.tree()?;
        let size = Size::from_wh(tree.size().width(), tree.size().height())
            .ok_or_else(|| failed("it has no size".to_owned()))?;
        let mut document = Document::new();
        document.set_metadata(Metadata::new().title(self.title.clone()));
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        surface
            .draw_svg(&tree, size, SvgSettings::default())
            .ok_or_else(|| failed("it cannot be drawn".to_owned()))?;
        surface.finish();
        page.finish();
        document.finish().map_err(|error| failed(format!("{error:?}")))
    }

    /// The drawing as the renderer of bitmaps understands it, with our fonts and no others.
    pub(super) fn tree(&self) -> Result<usvg::Tree, ChartError> {
        static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
            let mut fonts = usvg::fontdb::Database::new();
            for weight in WEIGHTS {
                fonts.load_font_data(weight.file().to_vec());
            }
            fonts.set_sans_serif_family(font::FAMILY);
            Arc::new(fonts)
        });
        let options = usvg::Options {
            fontdb: Arc::clone(&FONTS),
            font_family: font::FAMILY.to_owned(),
            ..usvg::Options::default()
        };
        usvg::Tree::from_str(&self.inline(), &options)
            .map_err(|e| ChartError::Bitmap { title: self.title.clone(), reason: e.to_string() })
    }
}
