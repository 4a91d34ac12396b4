//! Regressions on any file.

use super::arguments::{CoxArguments, FineGrayArguments, OutcomeArguments, OutputArguments};
use super::estimates::{one_parameter, single_event, usage};
use super::failure::Failure;
use super::{emit_r, output};
use crate::analysis::events::{EventCodes, Unnamed};
use crate::analysis::plain::Outcome;
use crate::analysis::regression::{CaseWeights, CoxRequest, FineGrayRequest, RegressionFile};

pub(super) fn cox(arguments: &CoxArguments) -> Result<(), Failure> {
    let codes = single_event(&arguments.outcome, Unnamed::Censor)?;
    if arguments.script.emit_r {
        if arguments.model.firth && arguments.model.adjusted.is_some() {
            return Err(usage("--emit-r does not know --adjusted with --firth"));
        }
        return output::text(&emit_r::cox(arguments, &codes));
    }
    let file = RegressionFile {
        covariates: arguments.covariates.clone(),
        entry: arguments.entry.clone(),
        weight: arguments.weight.clone().or_else(|| arguments.weighting.pweight.clone()),
        weighting: match arguments.weighting.pweight {
            Some(_) => CaseWeights::Probability,
            None => CaseWeights::Case,
        },
        id: arguments.id.clone(),
        cluster: arguments.cluster.clone(),
        strata: arguments.strata.clone(),
        time_dependent: arguments.model.time_dependent.clone(),
        landmark: arguments.landmark.landmark(),
        help: "name the event with --event-codes; other codes are then censored".to_owned(),
        ..regression_file(&arguments.outcome, codes)
    };
    let profile = arguments.output.convention();
    let request = CoxRequest {
        ties: arguments.ties.map_or_else(|| profile.ties(), Into::into),
        penalty: arguments.model.penalty(),
        predictions: arguments.model.predictions(),
        conf_level: arguments.output.conf_level,
        profile,
    };
    show(&file.landmark.named(file.cox(&request)?), &arguments.output)
}

pub(super) fn fine_gray(arguments: &FineGrayArguments) -> Result<(), Failure> {
    if arguments.outcome.cnsr.is_some() {
        return Err(usage(
            "CNSR tells one event only; name an event column that has the causes with --event",
        ));
    }
    let codes =
        EventCodes::cause_of_interest(&arguments.cause, &arguments.outcome.event_codes).map_err(usage)?;
    if arguments.script.emit_r {
        return output::text(&emit_r::fine_gray(arguments, &codes));
    }
    let file = RegressionFile {
        covariates: arguments.covariates.clone(),
        strata: arguments.strata.iter().cloned().collect(),
        landmark: arguments.landmark.landmark(),
        ..regression_file(&arguments.outcome, codes)
    };
    let request = FineGrayRequest {
        predictions: arguments.model.predictions(),
        beside: arguments.model.beside(),
        conf_level: arguments.output.conf_level,
        profile: arguments.output.convention(),
    };
    show(&file.landmark.named(file.fine_gray(&request)?), &arguments.output)
}

fn regression_file(outcome: &OutcomeArguments, codes: EventCodes) -> RegressionFile {
    one_parameter(outcome, &[]);
    RegressionFile {
        path: outcome.file.clone(),
        only: outcome.rows.only.clone(),
        time: outcome.time.clone(),
        event: outcome.event_column(),
        codes,
        ..RegressionFile::default()
    }
}

fn show(outcome: &Outcome, output: &OutputArguments) -> Result<(), Failure> {
    for warning in &outcome.warnings {
        output::warning(warning);
    }
    output::results(&outcome.rows, output.format)
}
