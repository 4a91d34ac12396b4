//! Designs of a study to come.

use super::arguments::Format;
use super::arguments::design::{
    ControlArguments, Design, DesignArguments, EventsArguments, GrayArguments, LogrankArguments,
    SingleArmArguments, TwoArmArguments,
};
use super::estimates::usage;
use super::failure::Failure;
use super::{emit_r, output};
use crate::analysis::ard::Row;
use crate::analysis::design::plan::{Assumptions, DesignPlan, PlanProblem};

pub(super) fn run(arguments: &DesignArguments) -> Result<(), Failure> {
    let (plan, format) = match &arguments.design {
        Design::Logrank(arguments) => (logrank(arguments).logrank(), arguments.test.format),
        Design::Proportion(arguments) => (single_arm(arguments).single_arm(), arguments.format),
        Design::Gray(arguments) => (gray(arguments).gray(), arguments.test.format),
        Design::Events(arguments) => (events(arguments).expected_events(), arguments.format),
    };
    let plan = plan.map_err(|problem| refused(&problem))?;
    // A plan that cannot be has no script either.
    let rows = plan.rows().map_err(|error| refused(&error.into()))?;
    if arguments.emit_r { output::text(&script(&plan)) } else { show(&rows, format) }
}

fn script(plan: &DesignPlan) -> String {
    match plan {
        DesignPlan::Logrank(design, target) => emit_r::logrank(design, *target),
        DesignPlan::Proportion(design, target) => emit_r::single_arm(design, *target),
        DesignPlan::Gray(design, target) => emit_r::gray(design, *target),
        DesignPlan::Events(plan) => emit_r::events(plan),
    }
}

fn logrank(arguments: &LogrankArguments) -> Assumptions {
    Assumptions {
        ratio: Some(arguments.hr),
        formula: Some(arguments.formula.into()),
        accrual: Some(arguments.accrual),
        followup: arguments.followup,
        ..two_arms(&arguments.test, control(&arguments.control))
    }
}

fn gray(arguments: &GrayArguments) -> Assumptions {
    Assumptions {
        ratio: arguments.shr,
        cif_control: arguments.cif_control,
        cif_experimental: arguments.cif_experimental,
        competing_control: arguments.competing_control,
        at: arguments.at,
        accrual: Some(arguments.accrual),
        followup: arguments.followup,
        ..two_arms(&arguments.test, Assumptions::default())
    }
}

fn single_arm(arguments: &SingleArmArguments) -> Assumptions {
    Assumptions {
        shares: Some((arguments.null, arguments.alternative)),
        power: arguments.power,
        n: arguments.n,
        max_n: Some(arguments.max_n),
        alpha: Some(arguments.alpha),
        sides: Some(arguments.sides.into()),
        ..Assumptions::default()
    }
}

fn events(arguments: &EventsArguments) -> Assumptions {
    Assumptions {
        ratio: arguments.hr,
        allocation: Some(arguments.allocation),
        accrual: arguments.accrual,
        n: arguments.n,
        rates: arguments.rates.clone(),
        until: arguments.until,
        every: Some(arguments.every),
        targets: arguments.target.clone(),
        ..control(&arguments.control)
    }
}

fn control(control: &ControlArguments) -> Assumptions {
    Assumptions {
        hazard_control: control.hazard_control,
        median_control: control.median_control,
        survival_control: control.survival_control,
        at: control.at,
        dropout: control.dropout,
        ..Assumptions::default()
    }
}

fn two_arms(test: &TwoArmArguments, others: Assumptions) -> Assumptions {
    Assumptions {
        power: test.power,
        n: test.n,
        events: test.events,
        alpha: Some(test.alpha),
        sides: Some(test.sides.into()),
        allocation: Some(test.allocation),
        ..others
    }
}

/// What is wrong, in the words of the options.
fn refused(problem: &PlanProblem) -> Failure {
    let words = match problem {
        PlanProblem::NoChanceOfEvent => {
            "the power of --n needs the chance of an event: say --median-control, --hazard-control or \
             --survival-control with --at, and --accrual and --followup; or give --events"
                .to_owned()
        }
        PlanProblem::NoIncidence => "the power of --n needs --cif-control; or give --events".to_owned(),
        PlanProblem::NoControl => {
            "say --median-control, --hazard-control or --survival-control with --at".to_owned()
        }
        other => other.to_string(),
    };
    usage(words)
}

fn show(rows: &[Row], format: Format) -> Result<(), Failure> {
    let missing = rows.iter().filter(|row| row.value.is_none()).count();
    if missing > 0 {
        output::warning(&format!("{missing} values could not be had: not_reached"));
    }
    output::results(rows, format)
}
