//! The rows of a chart of a file: its curves, and the counts under them.

use std::sync::Arc;

use crate::analysis::ard::Row;
use crate::analysis::axis::{breaks_from, round_breaks};
use crate::analysis::incidence::{IncidenceExtras, IncidenceRequest, incidence_rows};
use crate::analysis::landmark::Landmark;
use crate::analysis::reduce::GroupTable;
use crate::analysis::row_set::{Frame, Place, RowSet, stat};
use crate::analysis::survival::{SurvivalExtras, SurvivalRequest, Times, survival_rows};

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
fn parts((frame, landmark): (&Frame, Landmark), tables: &[GroupTable]) -> [(Frame, Times); 2] {
    parts_to((frame, landmark), tables.iter().filter_map(|table| table.table.last_time()).fold(0.0, f64::max))
}

/// The parts of a chart that begins at a landmark, where there is one, and ends at a time.
pub(super) fn parts_to((frame, landmark): (&Frame, Landmark), last: f64) -> [(Frame, Times); 2] {
    let ticks = breaks_from(landmark.time, round_breaks(last));
    [("curve", Times::Curve(last)), ("risk", Times::Risk(ticks))]
        .map(|(part, times)| (Frame { id: format!("{}#{part}", frame.id), ..frame.clone() }, times))
}

/// The rows of survival curves.
pub(super) fn survival_curves(
    chart: (&Frame, Landmark),
    tables: &[GroupTable],
    request: &SurvivalRequest,
) -> Vec<Row> {
    let part = |(frame, times): (Frame, Times)| {
        let extras = SurvivalExtras::default();
        let request = SurvivalRequest {
            times,
            probs: Vec::new(),
            tau: None,
            summary: false,
            extras,
            ..request.clone()
        };
        survival_rows(&frame, tables, &request).0
    };
    parts(chart, tables).into_iter().flat_map(part).collect()
}

/// Where subjects are censored: marks on curves of cumulative incidence, and where these end.
fn censoring(frame: &Frame, tables: &[GroupTable], method: &str) -> Vec<Row> {
    let mut rows = RowSet::new(frame, "cif", method);
    for GroupTable { group, table } in tables {
        for row in table.rows().filter(|row| row.censored > 0) {
            rows.count(&Place::of(group).at(row.time), &stat::N_CENSOR, row.censored);
        }
    }
    rows.into_rows()
}

/// The rows of curves of cumulative incidence.
pub(super) fn incidence_curves(
    chart: (&Frame, Landmark),
    tables: &[GroupTable],
    causes: &[Arc<str>],
    request: &IncidenceRequest,
) -> Vec<Row> {
    let part = |(frame, times): (Frame, Times)| {
        let is_curve = matches!(times, Times::Curve(_));
        let extras = IncidenceExtras::default();
        let request = IncidenceRequest { times, summary: false, extras, ..request.clone() };
        let mut rows = incidence_rows(&frame, tables, causes, &request);
        if let (true, Some(method)) = (is_curve, rows.first().map(|row| Arc::clone(&row.method))) {
            rows.extend(censoring(&frame, tables, &method));
        }
        rows
    };
    parts(chart, tables).into_iter().flat_map(part).collect()
}
