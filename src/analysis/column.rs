//! Columns of frames that are known to have them.

use super::factor::Factor;
use crate::cohort::Cohort;
use crate::ingest::frame::{ColumnData, Frame};

static NOTHING: ColumnData = ColumnData::Integer { values: Vec::new(), valid: None };

/// A column that was asked for when the frame was made; one without rows where it was not.
pub(super) fn column<'a>(frame: &'a Frame, name: &str) -> &'a ColumnData {
    frame.column(name).unwrap_or(&NOTHING)
}

/// A column of a study as a factor: a stratum has its levels in the order of the study.
pub(super) fn factor(cohort: &Cohort, frame: &Frame, name: &str) -> Factor {
    let factor = Factor::of(name, column(frame, name));
    match cohort.strata.iter().find(|stratum| stratum.name == name) {
        Some(stratum) => factor.ordered(&stratum.levels),
        None => factor,
    }
}
