//! The rows of a chart of a file: its curves, and the counts under them.

use super::super::axis::round_breaks;
use super::super::incidence::{IncidenceRequest, incidence_rows};
use super::super::reduce::GroupTable;
use super::super::row_set::Frame;
use super::super::survival::{SurvivalRequest, Times, survival_rows};
use crate::analysis::ard::Row;
use std::sync::Arc;

/// Whether the rows of a chart are made as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Drawing {
    /// No chart is wanted.
    #[default]
    None,
    /// The rows of its curves and of the counts under them.
    Curves,
}

/// The parts of a chart: what follows `#` in the name of the analysis, and its times.
fn parts(frame: &Frame, tables: &[GroupTable]) -> [(Frame, Times); 2] {
    let last = tables.iter().filter_map(|table| table.table.last_time()).fold(0.0, f64::max);
    [("curve", Times::Curve(last)), ("risk", Times::Risk(round_breaks(last)))]
        .map(|(part, times)| (Frame { id: format!("{}#{part}", frame.id), ..frame.clone() }, times))
}

/// The rows of survival curves.
pub(super) fn survival_curves(frame: &Frame, tables: &[GroupTable], request: &SurvivalRequest) -> Vec<Row> {
    let part = |(frame, times): (Frame, Times)| {
        let request =
            SurvivalRequest { times, probs: Vec::new(), tau: None, summary: false, ..request.clone() };
        survival_rows(&frame, tables, &request).0
    };
    parts(frame, tables).into_iter().flat_map(part).collect()
}

/// The rows of curves of cumulative incidence.
pub(super) fn incidence_curves(
    frame: &Frame,
    tables: &[GroupTable],
    causes: &[Arc<str>],
    request: &IncidenceRequest,
) -> Vec<Row> {
    let part = |(frame, times): (Frame, Times)| {
        let request = IncidenceRequest { times, summary: false, ..request.clone() };
        incidence_rows(&frame, tables, causes, &request)
    };
    parts(frame, tables).into_iter().flat_map(part).collect()
}
