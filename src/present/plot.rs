//! Charts of a plain file, which has columns and codes but no words.

use super::chart::model::{CurveChart, TimeAxis};
use super::curves::{incidence_by_cause, incidence_by_group, mean_count_model, survival_model};
use super::results::{Results, Sources};
use super::text::lowered;
use super::{EndpointKind, EndpointText, ReportText};
use crate::analysis::ard::Row;

/// What a chart of a file says besides its numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlotText {
    /// The column of the time, for the axis.
    pub time: String,
    /// The columns that group, comma-separated.
    pub by: Option<String>,
    /// The foot: the file, and what drew it.
    pub stamp: String,
}

/// Kaplan-Meier curves of everybody, or of the groups.
///
/// # Edge cases
/// None where there are no curves, or more groups than can be told apart.
pub fn survival_plot(rows: &[Row], text: &PlotText) -> Option<CurveChart> {
    let endpoint = endpoint("km", "Survival", rows);
    let results = Results::new(rows);
    let words = ReportText::default();
    let sources = Sources { results: &results, text: &words };
    survival_model(sources, &endpoint, text.by.as_deref()).map(|chart| with_words(chart, text))
}

/// Cumulative incidence: by cause for everybody, or of the first cause by group.
///
/// # Edge cases
/// None where there are no curves, or more groups than can be told apart.
pub fn incidence_plot(rows: &[Row], causes: &[String], text: &PlotText) -> Option<CurveChart> {
    let first = causes.first()?;
    // The name for people of a cause that is not the one of interest of a study.
    let label = EndpointText::default().cause(first);
    let endpoint = EndpointText {
        kind: EndpointKind::Competing,
        causes: causes.to_vec(),
        ..endpoint("cif", &label, rows)
    };
    let results = Results::new(rows);
    let words = ReportText::default();
    let sources = Sources { results: &results, text: &words };
    let (chart, title) = match &text.by {
        Some(by) => {
            let title = format!("Cumulative incidence of {} by {}", lowered(&label), words.comparison(by));
            (incidence_by_group(sources, &endpoint, by)?, title)
        }
        None => (incidence_by_cause(sources, &endpoint)?, "Cumulative incidence by cause".to_owned()),
    };
    Some(with_words(CurveChart { title, ..chart }, text))
}

/// Mean cumulative counts of everybody, or of the groups.
///
/// # Edge cases
/// None where there are no curves, or more groups than can be told apart.
pub fn mean_count_plot(rows: &[Row], text: &PlotText) -> Option<CurveChart> {
    let endpoint = endpoint("recurrent", "Mean cumulative count", rows);
    let results = Results::new(rows);
    let words = ReportText::default();
    let sources = Sources { results: &results, text: &words };
    mean_count_model(sources, &endpoint, text.by.as_deref()).map(|chart| with_words(chart, text))
}

fn endpoint(name: &str, label: &str, rows: &[Row]) -> EndpointText {
    let last = rows.iter().filter(|row| row.analysis_id.contains('#')).filter_map(|row| row.time);
    EndpointText {
        name: name.to_owned(),
        label: label.to_owned(),
        horizon: Some(last.fold(0.0, f64::max)),
        ..EndpointText::default()
    }
}

/// The words of the file in place of those of a study.
fn with_words(mut chart: CurveChart, text: &PlotText) -> CurveChart {
    chart.x_axis = TimeAxis::Plain { label: text.time.clone() };
    if let Some(stamp) = chart.footnotes.first_mut() {
        stamp.clone_from(&text.stamp);
    }
    chart
}
