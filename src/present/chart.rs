//! Charts as SVG, drawn with plotters, and as PNG of that same SVG.
//!
//! A chart is laid out from plain data ([`model`]) with measured texts, and knows nothing of
//! where the data came from. The same data give the same bytes.

mod curves;
mod drawing;
mod flow;
mod frame;
mod grid;
mod intervals;
mod legend;
mod marks;
pub mod model;
mod notes;
mod placement;
mod risk_table;
mod sheet;
mod steps;
mod svg;
mod theme;
mod time_axis;
mod told;

pub use self::curves::curve_chart;
pub use self::drawing::{Drawing, TextBox};
pub use self::flow::flow_chart;
pub use self::grid::grid_chart;
pub use self::intervals::interval_chart;

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

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
