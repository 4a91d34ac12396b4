//! Pictures beside the results; that one cannot be written is known before the work.

use std::path::{Path, PathBuf};

use super::failure::{Code, Failure};
use crate::present::chart::model::CurveChart;
use crate::present::chart::{ChartError, curve_chart};
use crate::present::plot::PlotText;
use crate::store::FileLayer;

/// Bitmap pixels a CSS pixel.
const SCALE: f32 = 2.0;

/// A file for a picture.
#[derive(Debug)]
pub(super) struct PlotFile {
    path: PathBuf,
    kind: Kind,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Svg,
    Png,
    Pdf,
}

impl PlotFile {
    /// Refuses a file that could not be written.
    pub(super) fn check(path: &Path) -> Result<Self, Failure> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let kind = match ending.as_deref() {
            Some("svg") => Kind::Svg,
            Some("png") => Kind::Png,
            Some("pdf") => Kind::Pdf,
            _ => {
                let message = format!("{}: the ending tells the kind of picture", path.display());
                return Err(
                    Failure::new(Code::Usage, message).help("name a file that ends in .svg, .png or .pdf")
                );
            }
        };
        if path.is_dir() {
            return Err(Failure::new(Code::Usage, format!("{} is a directory", path.display())));
        }
        FileLayer::process().try_replace(path).map_err(|error| unwritable(path, &error))?;
        Ok(Self { path: path.to_owned(), kind })
    }

    /// Draws a chart into the file.
    pub(super) fn draw(&self, chart: Option<CurveChart>) -> Result<(), Failure> {
        let Some(chart) = chart else {
            let message = format!("{}: there is no picture of so many groups", self.path.display());
            return Err(Failure::new(Code::Usage, message).help("a picture tells up to eight groups apart"));
        };
        let bytes = self.bytes(&chart).map_err(|error| Failure::new(Code::Usage, error.to_string()))?;
        FileLayer::process().replace(&self.path, &bytes).map_err(|error| unwritable(&self.path, &error))
    }

    fn bytes(&self, chart: &CurveChart) -> Result<Vec<u8>, ChartError> {
        let drawing = curve_chart(chart)?;
        match self.kind {
            Kind::Svg => Ok(drawing.standalone().into_bytes()),
            Kind::Png => drawing.png(SCALE),
            Kind::Pdf => drawing.pdf(),
        }
    }
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Code::Usage, format!("{} cannot be written: {error}", path.display()))
}

/// The words of a picture: columns, and the name of the file without its directory.
pub(super) fn words(file: &Path, time: &str, by: &[String]) -> PlotText {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    PlotText {
        time: time.to_owned(),
        by: (!by.is_empty()).then(|| by.join(",")),
        stamp: format!("{name}. engraft {}.", env!("CARGO_PKG_VERSION")),
    }
}
