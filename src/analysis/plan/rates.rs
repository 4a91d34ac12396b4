//! Incidence rates of the endpoints of a study.

use super::Task;
use crate::analysis::factor::Factor;
use crate::analysis::plain::Everybody;
use crate::analysis::rate::{RateRequest, rate_rows};
use crate::analysis::reduce::{ReduceError, Rows};
use crate::analysis::row_set::Frame as RowFrame;
use crate::study::PersonTime;
use crate::study::file::AnalysisSpec;

impl Task<'_> {
    /// The rate of the first cause, where the study asks for it.
    pub(super) fn rates(
        &mut self,
        spec: &AnalysisSpec,
        frame: &RowFrame,
        rows: &Rows<'_>,
        factors: &[Factor],
    ) -> Result<(), ReduceError> {
        let Some(per) = spec.rate.as_ref().and_then(|rate| PersonTime::parse(rate.get_ref())) else {
            return Ok(());
        };
        let request = RateRequest {
            per: per.days,
            unit: per.label,
            conf_level: spec.conf_level(),
            everybody: Everybody::GroupsOnly,
            profile: self.profile,
        };
        self.results.rows.extend(rate_rows(frame, rows, factors, &request)?);
        Ok(())
    }
}
