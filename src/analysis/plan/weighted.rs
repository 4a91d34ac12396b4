//! Estimates of a study under probability weights.

use std::sync::Arc;

use super::{RowFrame, Task, Wanted, column, event_codes, options, parts};
use crate::analysis::ard::Row;
use crate::analysis::factor::Factor;
use crate::analysis::plain::arrange;
use crate::analysis::probability_weight::{
    Weighting, weighted_incidence_rows, weighted_survival_rows, weighted_test_rows,
};
use crate::analysis::reduce::weighted::{WeightedGroup, probability_weights};
use crate::analysis::reduce::{ReduceError, Roles, Rows};
use crate::analysis::row_set::{Place, RowSet, stat};
use crate::analysis::survival::{SurvivalExtras, SurvivalRequest, Times};
use crate::analysis::test::{Curve, Test, TestRequest};
use crate::domain::Group;
use crate::ingest::frame::ColumnData;
use crate::study::file::AnalysisSpec;
use crate::study::{EndpointKind, Trend};

impl Task<'_> {
    /// Curves under weights, and the log-rank test of their groups.
    pub(super) fn weighted(
        &mut self,
        weight: &str,
        (spec, wanted): (&AnalysisSpec, Wanted),
        frame: &RowFrame,
        factors: &[Factor],
    ) -> Result<(), ReduceError> {
        let data = self.data;
        let values = column(&data.rows, weight);
        all_positive(weight, values)?;
        let events = event_codes(column(&data.rows, "cause"));
        let roles = Roles {
            time: ("time", column(&data.rows, "time")),
            events: &events,
            causes: data.endpoint.causes.len(),
            entry: data.rows.column("entry").map(|entry| ("entry", entry)),
            weight: None,
            subject: None,
            factors,
        };
        let rows = Rows::check_complete(roles.clone(), &[values])?;
        let weights = probability_weights((weight, values), rows.keep())?;
        let groups = rows.weighted(factors, &weights)?;
        if wanted == Wanted::Everything {
            self.results.rows.extend(weightless_rows(frame, &rows, (missing(values), None)));
            self.weighted_curves(weight, spec, frame, (&groups, factors));
        }
        let strata: Vec<Factor> = spec.strata.iter().map(|name| self.factor(name.get_ref())).collect();
        let Some(test) = spec.test.filter(|_| !factors.is_empty()) else { return Ok(()) };
        let all: Vec<Factor> = factors.iter().chain(&strata).cloned().collect();
        // Who has no stratum is left out of the test, not of the curves.
        let rows = Rows::check_complete(Roles { factors: &all, ..roles }, &[values])?;
        let named: Vec<Arc<Group>> =
            rows.weighted(factors, &weights)?.into_iter().map(|group| group.group).collect();
        let arranged = arrange(&named, &rows, (factors, &strata), &weights)?;
        let request = TestRequest {
            test: Test::named(test, Curve::Survival),
            pairwise: None,
            trend: Trend::Untested,
            conf_level: spec.conf_level(),
            profile: self.profile,
        };
        let by: Vec<&str> = strata.iter().map(|stratum| stratum.name.as_str()).collect();
        let weighting = Weighting { weight, subject: None };
        self.results.rows.extend(weighted_test_rows(
            frame,
            (&named, &arranged),
            weighting,
            (&by.join(","), &request),
        ));
        Ok(())
    }

    fn weighted_curves(
        &mut self,
        weight: &str,
        spec: &AnalysisSpec,
        frame: &RowFrame,
        (groups, factors): (&[WeightedGroup], &[Factor]),
    ) {
        let weighting = Weighting { weight, subject: None };
        let last = groups.iter().flat_map(|group| &group.rows).map(|row| row.exit).fold(0.0, f64::max);
        for (suffix, times) in parts(spec, factors.len(), last) {
            let summary = suffix.is_empty();
            let frame = RowFrame { id: format!("{}{suffix}", frame.id), ..frame.clone() };
            if self.data.endpoint.kind == EndpointKind::Survival {
                let request = self.weighted_survival(spec, (times, summary));
                let (mut rows, warnings) = weighted_survival_rows(&frame, groups, weighting, &request);
                for row in rows.iter_mut().filter(|row| row.stat.starts_with("quantile")) {
                    row.analysis_id = format!("{}#extras", row.analysis_id).into();
                }
                self.results.rows.extend(rows);
                self.warn_once(summary, &frame, warnings);
            } else {
                let (causes, request) = self.incidence_request(spec, (times, summary));
                let rows = weighted_incidence_rows(&frame, groups, weighting, (&causes, &request));
                self.results.rows.extend(rows);
            }
        }
    }

    fn weighted_survival(&self, spec: &AnalysisSpec, (times, summary): (Times, bool)) -> SurvivalRequest {
        SurvivalRequest {
            options: options::kaplan_meier(spec, self.profile),
            times,
            probs: super::extras::probs(spec),
            tau: None,
            summary,
            extras: SurvivalExtras::default(),
            profile: self.profile,
        }
    }
}

/// Refuses weights that are not positive, with their number.
pub(super) fn all_positive(name: &str, column: &ColumnData) -> Result<(), ReduceError> {
    let is_bad = |row: &usize| {
        let value = column.number(*row);
        !column.is_missing(*row) && value.is_none_or(|value| !(value > 0.0 && value.is_finite()))
    };
    match (0..column.len()).filter(is_bad).count() {
        0 => Ok(()),
        count => Err(ReduceError::Model(format!(
            "{count} of {} weights in {name} are not positive numbers",
            column.len()
        ))),
    }
}

/// How many rows of a column have no value.
pub(super) fn missing(column: &ColumnData) -> usize {
    (0..column.len()).filter(|row| column.is_missing(*row)).count()
}

/// How many subjects are weighted, and how many have no weight; who is left after a landmark is counted with it.
pub(super) fn weightless_rows(
    frame: &RowFrame,
    rows: &Rows<'_>,
    (missing, before_landmark): (usize, Option<u64>),
) -> Vec<Row> {
    let mut set = RowSet::new(frame, "endpoint", "count");
    if frame.comparison.is_none() {
        let kept = rows.keep().iter().filter(|kept| **kept).count();
        if before_landmark.is_none() {
            set.count(&Place::default(), &stat::N, kept as u64);
        }
        set.count(&Place::default(), &stat::N_EXCLUDED, missing as u64);
    }
    set.into_rows()
}
