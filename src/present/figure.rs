//! Figures of the report and their files.

use std::num::NonZero;

use super::chart::{ChartError, Drawing};
use super::report::Report;
use super::{OutputFile, PresentError};

/// A drawn chart with its caption.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// Name of its files, without ending.
    pub(super) id: String,
    /// Its number in the report.
    pub(super) number: usize,
    /// What stands under it.
    pub(super) caption: String,
    /// The chart.
    pub(super) drawing: Drawing,
}

impl Figure {
    /// The `svg` element for the page.
    pub(super) fn inline(&self) -> String {
        self.drawing.inline()
    }

    /// Where the SVG file belongs.
    pub(super) fn svg_path(&self) -> String {
        format!("figures/{}.svg", self.id)
    }

    /// Where the PNG file belongs.
    pub(super) fn png_path(&self) -> String {
        format!("figures/{}.png", self.id)
    }
}

/// The SVG and PNG files of all figures, these with so many pixels a CSS pixel.
///
/// The bitmaps are made on all processors; each stands in its own place, so that the order in
/// which they are done leaves no trace. The bitmap of a drawing that was drawn before to the letter is that of before.
pub(super) fn files(
    report: &Report,
    scale: f32,
    before: &[OutputFile],
) -> Result<Vec<OutputFile>, PresentError> {
    let find = |path: &str| before.iter().find(|file| file.path == path).map(|file| file.bytes.as_slice());
    let bitmap = |figure: &Figure| {
        let again = find(&figure.svg_path()).is_some_and(|svg| svg == figure.drawing.standalone().as_bytes());
        match find(&figure.png_path()).filter(|_| again) {
            Some(bytes) => Ok(bytes.to_vec()),
            None => figure.drawing.png(scale),
        }
    };
    let figures: Vec<&Figure> = report.figures().collect();
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    let share = figures.len().div_ceil(workers).max(1);
    let bitmaps: Vec<Result<Vec<u8>, ChartError>> = std::thread::scope(|scope| {
        let parts: Vec<_> = figures
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(|figure| bitmap(figure)).collect::<Vec<_>>()))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
            .collect()
    });
    let mut files = Vec::new();
    for (figure, bitmap) in figures.into_iter().zip(bitmaps) {
        files.push(OutputFile { path: figure.svg_path(), bytes: figure.drawing.standalone().into_bytes() });
        files.push(OutputFile { path: figure.png_path(), bytes: bitmap? });
    }
    Ok(files)
}
