//! What a chart shows, as plain data; the formatted texts are given, the layout is not.

pub use super::time_axis::TimeAxis;

/// Step curves with their intervals over a table of counts: Kaplan-Meier or cumulative incidence.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveChart {
    /// Heading.
    pub title: String,
    /// Line under the heading.
    pub subtitle: Option<String>,
    /// What the curves give, e.g. `Overall survival`.
    pub y_label: String,
    /// Whether the curves fall from one or rise from zero.
    pub direction: Direction,
    /// How much of 0 to 100% the value axis shows.
    pub y_range: ValueRange,
    /// How the curves are drawn.
    pub course: Course,
    /// The unit of time and what it counts from.
    pub x_axis: TimeAxis,
    /// The first time shown: 0, or the landmark from which on everybody is followed.
    pub begin: f64,
    /// The last time shown.
    pub horizon: f64,
    /// One a group or cause; up to eight are told apart.
    pub curves: Vec<Curve>,
    /// Lines written into the emptiest place of the panel, or above it when none is empty.
    pub annotations: Vec<Annotation>,
    /// The table under the axis; its times are the ticks of the axis.
    pub risk_table: Option<RiskTable>,
    /// Lines at the foot.
    pub footnotes: Vec<String>,
}

/// How a curve is drawn: by what is known of it between its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Course {
    /// Every corner is known: steps.
    #[default]
    Steps,
    /// Only some of its points are told: marks with their intervals, joined by a light line.
    Told,
}

/// Which way the curves go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Falling from one.
    Survival,
    /// Rising from zero.
    Incidence,
    /// Rising from zero without end: mean numbers of events.
    Count,
    /// Rising and falling; each begins at its first point.
    States,
}

impl Direction {
    /// The value at the first time.
    pub fn start(self) -> f64 {
        match self {
            Self::Survival => 1.0,
            Self::Incidence | Self::Count | Self::States => 0.0,
        }
    }
}

/// How much of the value axis is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ValueRange {
    /// 0 to 100%.
    #[default]
    Full,
    /// From 0 to 25, 50 or 100%, the least that holds everything.
    Fitted,
    /// Plain numbers from 0 to a round one that holds everything.
    Numbers,
}

/// One step curve.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// Name in the legend.
    pub label: String,
    /// The value from each time on; empty when nobody is in the group.
    pub points: Vec<CurvePoint>,
    /// Time and value of each censoring mark.
    pub censor_ticks: Vec<(f64, f64)>,
    /// Last follow-up time: there the curve ends.
    pub end: f64,
    /// From this time on few are at risk: the curve is thinner and paler there, without ribbon.
    pub fade_from: Option<f64>,
}

/// A corner of a step curve.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CurvePoint {
    /// From when.
    pub time: f64,
    /// The value: 0 to 1, or a mean number.
    pub estimate: f64,
    /// Lower end of its interval.
    pub conf_low: Option<f64>,
    /// Upper end of its interval.
    pub conf_high: Option<f64>,
    /// Ends of a band that holds for all times at once, drawn paler beside the interval.
    pub band: Option<(f64, f64)>,
}

/// A line of text in the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// What it says, e.g. `Log-rank p = 0.003`.
    pub text: String,
    /// The curve whose key stands before it.
    pub curve: Option<usize>,
}

impl Annotation {
    /// A line that belongs to no curve.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), curve: None }
    }

    /// A line that belongs to a curve, by its place.
    pub fn of_curve(curve: usize, text: impl Into<String>) -> Self {
        Self { text: text.into(), curve: Some(curve) }
    }
}

/// Counts under the time axis.
///
/// With more than three rows a section only the first section is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RiskTable {
    /// Times of the columns, in the unit of the curves.
    pub times: Vec<f64>,
    /// At risk, then as wanted censored and events.
    pub sections: Vec<RiskSection>,
}

/// One block of a [`RiskTable`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RiskSection {
    /// `At risk`, `Censored`, `Events`.
    pub title: String,
    /// One a curve, in their order (fewer or more: drawn without key; one section alone may end before the last
    /// curves).
    pub rows: Vec<RiskRow>,
}

/// One row of a [`RiskSection`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RiskRow {
    /// Name of the group.
    pub label: String,
    /// A count a column; `None` is drawn as a dash.
    pub counts: Vec<Option<u64>>,
}

/// Point estimates with intervals, in rows: rates by group, or effects of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalChart {
    /// Heading.
    pub title: String,
    /// Line under the heading.
    pub subtitle: Option<String>,
    /// Title of the value axis.
    pub x_label: String,
    /// What the values are.
    pub scale: IntervalScale,
    /// Names of the series; those of one row are drawn under each other.
    pub series: Vec<String>,
    /// Headings of the text columns at the right.
    pub columns: Vec<String>,
    /// Blocks of rows.
    pub panels: Vec<IntervalPanel>,
    /// Lines at the foot.
    pub footnotes: Vec<String>,
}

/// What the values of an [`IntervalChart`] are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntervalScale {
    /// Shares from 0 to 1, shown as 0 to 100%.
    Percent,
    /// Ratios on a logarithmic axis with a line at one.
    Ratio,
}

/// A block of rows under one heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IntervalPanel {
    /// Heading of the block.
    pub title: Option<String>,
    /// Its rows.
    pub rows: Vec<IntervalRow>,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IntervalRow {
    /// Its name.
    pub label: String,
    /// One a series.
    pub marks: Vec<IntervalMark>,
}

/// One estimate of an [`IntervalRow`].
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalMark {
    /// What is drawn; `None` when there is nothing to draw.
    pub value: Option<Interval>,
    /// The texts of the columns at the right: `12/20`, `60% (39 to 78)`, `not applicable`.
    pub texts: Vec<String>,
}

/// A value and its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The estimate.
    pub estimate: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Shares over two ways of grouping, e.g. the incidence of a complication by disorder and
/// conditioning at two times.
#[derive(Debug, Clone, PartialEq)]
pub struct GridChart {
    /// Heading.
    pub title: String,
    /// Line under the heading.
    pub subtitle: Option<String>,
    /// What the rows are, e.g. `Disorder`.
    pub row_title: String,
    /// Blocks of columns, e.g. one a conditioning with a column a time.
    pub column_groups: Vec<GridColumns>,
    /// The rows.
    pub rows: Vec<GridRow>,
    /// Lines at the foot.
    pub footnotes: Vec<String>,
}

/// A block of columns of a [`GridChart`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridColumns {
    /// Heading of the block.
    pub title: String,
    /// Headings of its columns.
    pub columns: Vec<String>,
}

/// A row of a [`GridChart`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GridRow {
    /// Its name.
    pub label: String,
    /// The cells of all blocks, left to right.
    pub cells: Vec<GridCell>,
}

/// A cell of a [`GridChart`].
#[derive(Debug, Clone, PartialEq)]
pub enum GridCell {
    /// A share with its interval.
    Value {
        /// The share, 0 to 1, and its interval where there is one.
        interval: Interval,
        /// The share as text, e.g. `12%`.
        text: String,
        /// The interval, counts or whatever stands under it, e.g. `5 to 23`.
        detail: String,
    },
    /// No value, and the word for it: `NR`, `–`, `not applicable`.
    Missing(String),
}

/// How a cohort came about: boxes with counts from top to bottom, exclusions at the side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowChart {
    /// Heading.
    pub title: String,
    /// Line under the heading.
    pub subtitle: Option<String>,
    /// The boxes, top to bottom.
    pub steps: Vec<FlowStep>,
    /// The boxes into which the last step divides.
    pub arms: Vec<FlowBox>,
    /// Lines at the foot.
    pub footnotes: Vec<String>,
}

/// A box of the main line, and who is left out after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlowStep {
    /// The box.
    pub content: FlowBox,
    /// The box at the side, between this step and the next.
    pub excluded: Option<FlowBox>,
}

/// A box with a count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlowBox {
    /// What is counted.
    pub label: String,
    /// How many; none where that is hidden.
    pub count: Option<u64>,
    /// Reasons or parts, with their counts.
    pub parts: Vec<(String, u64)>,
}
