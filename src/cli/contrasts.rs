//! A test between groups as asked for on the command line: does it fit, and which codes are its events.

use super::arguments::CompareArguments;
use super::estimates::{single_event, usage};
use super::failure::Failure;
use crate::analysis::events::{EventCodes, Unnamed};
use crate::analysis::test::{Curve, Test, TestRequest};
use crate::study::{TestName, Trend};

/// What is asked, what the codes of the event mean, and what to do about a code that nothing names.
pub(super) struct Choice {
    pub(super) request: TestRequest,
    pub(super) codes: EventCodes,
    pub(super) help: String,
}

/// Reads a choice from the arguments.
pub(super) fn choose(arguments: &CompareArguments) -> Result<Choice, Failure> {
    let name = arguments.contrasts.test;
    check(arguments, name)?;
    let outcome = &arguments.input.outcome;
    let (codes, help, curve) = if !arguments.causes.is_empty() {
        let codes = EventCodes::causes(&arguments.causes, &outcome.event_codes).map_err(usage)?;
        (codes, "name every cause with --causes", Curve::Incidence)
    } else if name.can_be_stratified() {
        let codes = single_event(outcome, Unnamed::Censor)?;
        (codes, "name the event with --event-codes; other codes are then censored", Curve::Survival)
    } else {
        // Curves, not hazards: a competitor must not be censored.
        let codes = single_event(outcome, Unnamed::Refuse)?;
        let help = "name it with --event-codes, or compare with --causes and gray, rmtl or fixed-time if it competes";
        (codes, help, Curve::Survival)
    };
    let request = TestRequest {
        test: Test::named(name, curve),
        pairwise: arguments.contrasts.pairwise,
        trend: arguments.contrasts.trend(),
        conf_level: arguments.output.conf_level,
        profile: arguments.output.convention(),
    };
    Ok(Choice { request, codes, help: help.to_owned() })
}

fn check(arguments: &CompareArguments, name: TestName) -> Result<(), Failure> {
    let causes = !arguments.causes.is_empty();
    let trend = arguments.contrasts.trend() == Trend::Tested;
    let refusal = if name.needs_causes() && !causes {
        let test = if name == TestName::Gray { "Gray's test" } else { "time lost" };
        Some(format!("{test} needs the causes: --causes 1,2 or --causes 1=relapse,2=nrm"))
    } else if causes && !name.takes_causes() {
        Some("--causes is for --test gray, rmtl and fixed-time; name the event with --event-codes".to_owned())
    } else if causes && arguments.input.outcome.cnsr.is_some() {
        Some("CNSR tells one event only; name the causes in an event column with --event".to_owned())
    } else if !arguments.strata.is_empty() && !name.can_be_stratified() {
        Some(
            "--strata is for the log-rank family, gray and max-combo: curves are compared as a whole"
                .to_owned(),
        )
    } else if trend && !name.has_trend() {
        Some("--trend is for the log-rank family and gray".to_owned())
    } else if trend && arguments.input.by.len() > 1 {
        Some("--trend needs groups in an order: name one column with --by".to_owned())
    } else {
        None
    };
    refusal.map_or(Ok(()), |message| Err(usage(message)))
}
