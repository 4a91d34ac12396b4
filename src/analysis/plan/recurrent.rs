//! Mean cumulative counts of the endpoints of a study.

use super::{Task, column, event_codes, parts};
use crate::analysis::factor::Factor;
use crate::analysis::recurrent::{RecurrentRequest, group_counts, recurrent_rows};
use crate::analysis::reduce::{ReduceError, Roles, Rows};
use crate::analysis::row_set::Frame as RowFrame;
use crate::study::file::AnalysisSpec;

impl Task<'_> {
    /// Mean cumulative counts at the times asked for, for the chart and for the counts under it; rates.
    pub(super) fn recurrent(
        &mut self,
        spec: &AnalysisSpec,
        frame: &RowFrame,
        factors: &[Factor],
    ) -> Result<(), ReduceError> {
        let data = self.data;
        let events = event_codes(column(&data.rows, "cause"));
        let subject = Factor::of("subject_id", column(&data.rows, "subject_id"));
        let rows = Rows::check(Roles {
            time: ("time", column(&data.rows, "time")),
            events: &events,
            causes: data.endpoint.causes.len(),
            entry: None,
            weight: None,
            subject: Some(&subject),
            factors,
        })?;
        let counts = group_counts(&rows, &subject, factors, spec.conf_level())?;
        let last = counts.iter().filter_map(|group| group.count.last_time()).fold(0.0, f64::max);
        for (suffix, times) in parts(spec, factors.len(), last) {
            let summary = suffix.is_empty();
            let frame = RowFrame { id: format!("{}{suffix}", frame.id), ..frame.clone() };
            let request =
                RecurrentRequest { times, conf_level: spec.conf_level(), summary, profile: self.profile };
            let (rows, warnings) = recurrent_rows(&frame, &counts, &request);
            self.results.rows.extend(rows);
            if summary {
                self.results.warnings.extend(warnings.into_iter().map(|w| format!("{}: {w}", frame.id)));
            }
        }
        self.rates(spec, frame, &rows, factors)
    }
}
