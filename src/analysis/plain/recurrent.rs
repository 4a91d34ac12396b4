//! Mean cumulative counts of a file.

use super::drawing::{Drawing, parts_to};
use super::{Everybody, Outcome, PlainError, PlainFile, excluded_row};
use crate::analysis::recurrent::{GroupCount, RecurrentRequest, group_counts, recurrent_rows};

impl PlainFile {
    /// Mean cumulative counts of recurrent events (the first cause) until the terminal one (the second).
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused, or no column names the subject.
    pub fn recurrent(&self, request: &RecurrentRequest) -> Result<Outcome, PlainError> {
        if self.id.is_none() {
            return Err(PlainError::Usage(
                "recurrent events need the column of the subject: --id".to_owned(),
            ));
        }
        let frame = self.frame("recurrent");
        let (counts, excluded, mut warnings) = self.with_rows(|loaded, rows| {
            let Some(subject) = &loaded.subject else { return Ok(Vec::new()) };
            let mut counts = group_counts(rows, subject, &loaded.by, request.conf_level)?;
            if self.everybody == Everybody::Included && !self.by.is_empty() {
                counts.extend(group_counts(rows, subject, &[], request.conf_level)?);
            }
            Ok(counts)
        })?;
        let (mut rows, more) = recurrent_rows(&frame, &counts, request);
        warnings.extend(more);
        rows.extend(excluded_row(&frame, "recurrent", excluded, &rows));
        let drawn = match self.drawing {
            Drawing::None => Vec::new(),
            Drawing::Curves => {
                let last = counts
                    .iter()
                    .filter_map(|group: &GroupCount| group.count.last_time())
                    .fold(0.0, f64::max);
                let part = |(frame, times)| {
                    let request = RecurrentRequest { times, summary: false, ..request.clone() };
                    recurrent_rows(&frame, &counts, &request).0
                };
                parts_to((&frame, self.landmark), last).into_iter().flat_map(part).collect()
            }
        };
        Ok(Outcome { rows, drawn, warnings })
    }
}
