//! The tests that a study asks for between the groups of an endpoint.

use std::sync::Arc;

use crate::analysis::ard::Row;
use crate::analysis::factor::Factor;
use crate::analysis::reduce::{ReduceError, Roles, Rows};
use crate::analysis::row_set::Frame;
use crate::analysis::test::{Curve, Test, TestRequest, test_rows};
use crate::domain::Convention;
use crate::study::file::AnalysisSpec;
use crate::study::{Endpoint, EndpointKind, Trend};

/// The rows of an endpoint, already checked, and what they were checked from.
pub(super) struct Checked<'a, 'r> {
    pub(super) rows: &'a Rows<'r>,
    pub(super) roles: Roles<'r>,
    pub(super) by: &'r [Factor],
}

/// Rows of the test of an analysis, within strata where there are some.
pub(super) fn comparison_rows(
    spec: &AnalysisSpec,
    frame: &Frame,
    checked: &Checked<'_, '_>,
    (endpoint, strata, profile): (&Endpoint, &[Factor], Convention),
) -> Result<Vec<Row>, ReduceError> {
    let by = checked.by;
    let curve = match endpoint.kind {
        EndpointKind::Competing => Curve::Incidence,
        EndpointKind::Survival | EndpointKind::Proportion | EndpointKind::Recurrent => Curve::Survival,
    };
    let Some(test) = spec.test.map(|name| Test::named(name, curve)) else { return Ok(Vec::new()) };
    if by.is_empty() || strata.iter().any(|stratum| stratum.levels.is_empty()) {
        return Ok(Vec::new());
    }
    let request = TestRequest {
        test,
        pairwise: spec.pairwise,
        // Crossings have no order.
        trend: if by.len() == 1 { spec.trend } else { Trend::Untested },
        conf_level: spec.conf_level(),
        profile,
    };
    let causes: Vec<Arc<str>> = endpoint.causes.iter().map(|cause| cause.as_str().into()).collect();
    if strata.is_empty() {
        return test_rows(frame, checked.rows, (by, &[]), (&causes, &request));
    }
    // Who has no stratum is left out of the test, not of the curves.
    let factors: Vec<Factor> = by.iter().chain(strata).cloned().collect();
    let (rows, _) = Rows::check(Roles { factors: &factors, ..checked.roles.clone() })?
        .after(super::landmark::landmark(spec))?;
    test_rows(frame, &rows, (by, strata), (&causes, &request))
}
