//! The designs of a study -> ARD rows.

use std::sync::Arc;

use super::{PlanError, Results};
use crate::analysis::design::plan::{Assumptions, DesignPlan, PlanProblem};
use crate::analysis::reduce::ReduceError;
use crate::estimate::design::{AccrualPiece, EventsFormula, Sides};
use crate::study::Study;
use crate::study::file::{DesignKind, DesignSpec, FormulaName};

/// Adds the rows of every design. They are not of the cohort: what they are made of is assumed.
pub(super) fn add(study: &Study, results: &mut Results) -> Result<(), PlanError> {
    for spec in &study.file.design {
        let failed = |problem: PlanProblem| PlanError {
            endpoint: spec.id(),
            source: ReduceError::Model(problem.to_string()),
        };
        let rows = plan(spec).and_then(|plan| Ok(plan.rows()?)).map_err(failed)?;
        let (id, unit): (Arc<str>, Arc<str>) = (spec.id().into(), spec.time_unit.name().into());
        results.rows.extend(rows.into_iter().map(|mut row| {
            row.analysis_id = Arc::clone(&id);
            row.time_unit = row.time.map(|_| Arc::clone(&unit));
            row.method = format!("{}; time in {unit}", row.method).into();
            row
        }));
    }
    Ok(())
}

/// A design of the study, as the estimators know it.
fn plan(spec: &DesignSpec) -> Result<DesignPlan, PlanProblem> {
    let number = |value: &Option<toml::Spanned<f64>>| value.as_ref().map(|value| *value.get_ref());
    let count = |value: &Option<toml::Spanned<u64>>| value.as_ref().map(|value| *value.get_ref());
    let piece = |[until, rate]: &[f64; 2]| AccrualPiece { until: *until, rate: *rate };
    let assumed = Assumptions {
        ratio: number(&spec.hr).or(number(&spec.shr)),
        formula: spec.formula.as_ref().map(|name| match name.get_ref() {
            FormulaName::Schoenfeld => EventsFormula::Schoenfeld,
            FormulaName::Freedman => EventsFormula::Freedman,
        }),
        hazard_control: number(&spec.hazard_control),
        median_control: number(&spec.median_control),
        survival_control: number(&spec.survival_control),
        at: number(&spec.at),
        dropout: number(&spec.dropout).unwrap_or(0.0),
        cif_control: number(&spec.cif_control),
        cif_experimental: number(&spec.cif_experimental),
        competing_control: number(&spec.competing_control),
        shares: number(&spec.null).zip(number(&spec.alternative)),
        accrual: number(&spec.accrual),
        followup: number(&spec.followup).unwrap_or(0.0),
        rates: spec.rates.iter().flat_map(|rates| rates.get_ref().iter().map(piece)).collect(),
        power: number(&spec.power),
        n: count(&spec.n),
        events: count(&spec.events),
        max_n: count(&spec.max_n),
        alpha: number(&spec.alpha),
        sides: count(&spec.sides).map(|sides| if sides == 1 { Sides::One } else { Sides::Two }),
        allocation: number(&spec.allocation),
        until: number(&spec.until).unwrap_or(0.0),
        every: number(&spec.every),
        targets: spec.target.as_ref().map(|target| target.get_ref().clone()).unwrap_or_default(),
    };
    match spec.kind() {
        DesignKind::Logrank => assumed.logrank(),
        DesignKind::Proportion => assumed.single_arm(),
        DesignKind::Gray => assumed.gray(),
        DesignKind::Events => assumed.expected_events(),
    }
}
