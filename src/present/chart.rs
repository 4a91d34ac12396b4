//! Charts as SVG, drawn with plotters, and as PNG of that same SVG.
//!
//! A chart is laid out from plain data ([`model`]) with measured texts, and knows nothing of
//! where the data came from. The same data give the same bytes.

mod curves;
mod flow;
mod frame;
mod grid;
mod intervals;
mod legend;
pub mod model;
mod placement;
mod risk_table;
mod sheet;
mod steps;
mod theme;
mod time_axis;

use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

pub use self::curves::curve_chart;
pub use self::flow::flow_chart;
pub use self::grid::grid_chart;
pub use self::intervals::interval_chart;
pub use self::sheet::{Drawing, TextBox};
use crate::present::font::{self, WEIGHTS};

/// Why a chart could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The drawing library refused.
    #[error("the chart {title:?} could not be drawn: {reason}")]
    Draw {
        /// Heading of the chart.
        title: String,
        /// What it said.
        reason: String,
    },
    /// The drawing could not be turned into a bitmap.
    #[error("the chart {title:?} could not be turned into a bitmap: {reason}")]
    Bitmap {
        /// Heading of the chart.
        title: String,
        /// What went wrong.
        reason: String,
    },
}

impl Drawing {
    /// The chart as PNG, `scale` bitmap pixels a CSS pixel; two is right for print and screens.
    ///
    /// # Errors
    /// [`ChartError::Bitmap`] when the scaled size is zero or too large.
    pub fn png(&self, scale: f32) -> Result<Vec<u8>, ChartError> {
        static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
            let mut fonts = usvg::fontdb::Database::new();
            for weight in WEIGHTS {
                fonts.load_font_data(weight.file().to_vec());
            }
            fonts.set_sans_serif_family(font::FAMILY);
            Arc::new(fonts)
        });
        let failed = |reason: String| ChartError::Bitmap { title: self.title.clone(), reason };
        let options = usvg::Options {
            fontdb: Arc::clone(&FONTS),
            font_family: font::FAMILY.to_owned(),
            ..usvg::Options::default()
        };
        let tree = usvg::Tree::from_str(&self.inline(), &options).map_err(|e| failed(e.to_string()))?;
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
}

#[cfg(test)]
mod tests;
