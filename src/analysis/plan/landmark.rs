//! Landmark analyses of a study.

use crate::analysis::ard::Row;
use crate::analysis::landmark::Landmark;
use crate::analysis::reduce::Rows;
use crate::analysis::row_set::{Frame as RowFrame, Place, RowSet, stat};
use crate::study::AnalysisSpec;

/// The landmark of an analysis.
pub(super) fn landmark(spec: &AnalysisSpec) -> Landmark {
    Landmark { time: spec.landmark().map(|landmark| landmark.days) }
}

/// How many subjects a landmark kept, and how many it left out.
pub(super) fn left_out_rows(frame: &RowFrame, rows: &Rows<'_>, left_out: Option<u64>) -> Vec<Row> {
    let mut set = RowSet::new(frame, "endpoint", "count");
    if let Some(count) = left_out.filter(|_| frame.comparison.is_none()) {
        let kept = rows.keep().iter().filter(|kept| **kept).count();
        set.count(&Place::default(), &stat::N, kept as u64);
        set.count(&Place::default(), &stat::N_EXCLUDED_LANDMARK, count);
    }
    set.into_rows()
}
