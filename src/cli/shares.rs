//! Estimates of an outcome without a time.

use super::arguments::share::{AssociationArguments, MethodName, ProportionArguments};
use super::estimates::{everybody, show, usage};
use super::failure::Failure;
use super::{emit_r, output};
use crate::analysis::association::AssociationRequest;
use crate::analysis::plain::{self, SharedOutcome};
use crate::analysis::share::ShareRequest;
use crate::estimate::association::Correction;
use crate::study::share::MeasureName;

pub(super) fn proportion(arguments: &ProportionArguments) -> Result<(), Failure> {
    match (arguments.method, arguments.strata.is_empty()) {
        (MethodName::StratifiedWilson, true) => {
            return Err(usage("--method stratified-wilson needs the strata: --strata COL,.."));
        }
        (method, false) if method != MethodName::StratifiedWilson => {
            return Err(usage("--strata is for --method stratified-wilson"));
        }
        _ => {}
    }
    if arguments.script.emit_r {
        return output::text(&emit_r::proportion(arguments));
    }
    let file = SharedOutcome {
        path: arguments.file.clone(),
        only: arguments.rows.only.clone(),
        outcome: arguments.outcome.clone(),
        success: arguments.success.clone(),
        weight: arguments.weight.clone(),
        by: arguments.by.clone(),
        strata: arguments.strata.clone(),
    };
    let request = ShareRequest {
        interval: arguments.method.into(),
        conf_level: arguments.output.conf_level,
        everybody: everybody(arguments.overall),
        against: arguments.against,
        profile: arguments.output.convention(),
    };
    show(&plain::proportion(&file, &request)?, &arguments.output)
}

pub(super) fn association(arguments: &AssociationArguments) -> Result<(), Failure> {
    if let Some(column) = arguments.strata.iter().find(|column| arguments.by.contains(column)) {
        return Err(usage(format!("{column} is named with --by and with --strata")));
    }
    if arguments.script.emit_r {
        return output::text(&emit_r::association(arguments));
    }
    let file = SharedOutcome {
        path: arguments.file.clone(),
        only: arguments.rows.only.clone(),
        outcome: arguments.outcome.clone(),
        success: arguments.success.clone(),
        weight: arguments.weight.clone(),
        by: arguments.by.clone(),
        strata: arguments.strata.clone(),
    };
    let mut measures = MeasureName::CRUDE.to_vec();
    if !arguments.strata.is_empty() {
        measures.extend(MeasureName::STRATIFIED);
    }
    let request = AssociationRequest {
        measures,
        difference: arguments.difference.into(),
        ratio: arguments.ratio.into(),
        correction: if arguments.continuity_correction { Correction::Continuity } else { Correction::None },
        conf_level: arguments.output.conf_level,
        profile: arguments.output.convention(),
    };
    show(&plain::association(&file, &request)?, &arguments.output)
}
