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
use crate::analysis::design::{
    EventsPlan, SingleArmTarget, expected_event_rows, gray_rows, logrank_rows, single_arm_rows,
};
use crate::estimate::design::gray::{CompetingAccrual, GrayDesign, IncidenceCourse, subdistribution_ratio};
use crate::estimate::design::{
    Accrual, AccrualPiece, DesignError, FollowUp, Hazards, LogrankDesign, SingleArm, SurvivalCourse, Target,
    TestLevel,
};

/// At most so many times are shown.
const LONGEST_TABLE: u32 = 100_000;

/// What is planned, as the estimators know it.
enum Plan {
    Logrank(LogrankDesign, Target),
    Proportion(SingleArm, SingleArmTarget),
    Gray(GrayDesign, Target),
    Events(EventsPlan),
}

pub(super) fn run(arguments: &DesignArguments) -> Result<(), Failure> {
    let (plan, format) = match &arguments.design {
        Design::Logrank(arguments) => (logrank(arguments)?, arguments.test.format),
        Design::Proportion(arguments) => (single_arm(arguments)?, arguments.format),
        Design::Gray(arguments) => (gray(arguments)?, arguments.test.format),
        Design::Events(arguments) => (events(arguments)?, arguments.format),
    };
    // A plan that cannot be has no script either.
    let rows = plan.rows().map_err(refused)?;
    if arguments.emit_r { output::text(&plan.script()) } else { show(&rows, format) }
}

impl Plan {
    fn rows(&self) -> Result<Vec<Row>, DesignError> {
        match self {
            Self::Logrank(design, target) => logrank_rows(design, *target),
            Self::Proportion(design, target) => single_arm_rows(design, *target),
            Self::Gray(design, target) => gray_rows(design, *target),
            Self::Events(plan) => expected_event_rows(plan),
        }
    }

    fn script(&self) -> String {
        match self {
            Self::Logrank(design, target) => emit_r::logrank(design, *target),
            Self::Proportion(design, target) => emit_r::single_arm(design, *target),
            Self::Gray(design, target) => emit_r::gray(design, *target),
            Self::Events(plan) => emit_r::events(plan),
        }
    }
}

fn logrank(arguments: &LogrankArguments) -> Result<Plan, Failure> {
    let follow_up = FollowUp { accrual: arguments.accrual, followup: arguments.followup };
    let course = hazard(&arguments.control).map(|control_hazard| SurvivalCourse {
        control_hazard,
        dropout_hazard: arguments.control.dropout,
        follow_up,
    });
    if arguments.test.n.is_some() && course.is_none() {
        return Err(usage(
            "the power of --n needs the chance of an event: say --median-control, --hazard-control or \
             --survival-control with --at, and --accrual and --followup; or give --events",
        ));
    }
    let design = LogrankDesign {
        hazard_ratio: arguments.hr,
        level: level(&arguments.test),
        allocation: arguments.test.allocation,
        formula: arguments.formula.into(),
        course,
    };
    Ok(Plan::Logrank(design, target(&arguments.test)))
}

fn gray(arguments: &GrayArguments) -> Result<Plan, Failure> {
    let ratio = match (arguments.shr, arguments.cif_control, arguments.cif_experimental) {
        (_, Some(control), Some(experimental)) => {
            subdistribution_ratio(control, experimental).map_err(refused)?
        }
        (shr, ..) => shr.ok_or_else(|| usage("--shr or --cif-experimental is needed"))?,
    };
    let follow_up = FollowUp { accrual: arguments.accrual, followup: arguments.followup };
    let accrual = arguments.competing_control.zip(arguments.at).map(|(competing, at)| CompetingAccrual {
        competing,
        at,
        follow_up,
    });
    let course = arguments.cif_control.map(|control| IncidenceCourse { control, accrual });
    if arguments.test.n.is_some() && course.is_none() {
        return Err(usage("the power of --n needs --cif-control; or give --events"));
    }
    let design = GrayDesign {
        subdistribution_ratio: ratio,
        level: level(&arguments.test),
        allocation: arguments.test.allocation,
        course,
    };
    Ok(Plan::Gray(design, target(&arguments.test)))
}

fn single_arm(arguments: &SingleArmArguments) -> Result<Plan, Failure> {
    let design = SingleArm {
        null: arguments.null,
        alternative: arguments.alternative,
        level: TestLevel { alpha: arguments.alpha, sides: arguments.sides.into() },
    };
    let target = match (arguments.n, arguments.power) {
        (Some(n), _) => SingleArmTarget::Subjects(n),
        (None, Some(power)) => SingleArmTarget::Power { power, largest: arguments.max_n },
        (None, None) => return Err(usage("--power or --n is needed")),
    };
    Ok(Plan::Proportion(design, target))
}

fn events(arguments: &EventsArguments) -> Result<Plan, Failure> {
    let Some(event) = hazard(&arguments.control) else {
        return Err(usage("say --median-control, --hazard-control or --survival-control with --at"));
    };
    let pieces = match (arguments.accrual, arguments.n) {
        (Some(until), Some(n)) => vec![AccrualPiece { until, rate: n as f64 / until }],
        _ => arguments.rates.clone(),
    };
    let steps = libm::floor(arguments.until / arguments.every * (1.0 + 1e-12));
    if steps > f64::from(LONGEST_TABLE) {
        return Err(usage(format!(
            "--until and --every make {steps} times; at most {LONGEST_TABLE} are shown"
        )));
    }
    let dropout = arguments.control.dropout;
    let plan = EventsPlan {
        accrual: Accrual::new(pieces).map_err(refused)?,
        control: Hazards { event, dropout },
        experimental: arguments.hr.map(|hr| (Hazards { event: event * hr, dropout }, arguments.allocation)),
        times: (1..=LONGEST_TABLE)
            .take_while(|step| f64::from(*step) <= steps)
            .map(|k| f64::from(k) * arguments.every)
            .collect(),
        targets: arguments.target.clone(),
    };
    Ok(Plan::Events(plan))
}

/// The hazard of the control arm, however it was said.
fn hazard(control: &ControlArguments) -> Option<f64> {
    let of_survival =
        control.survival_control.zip(control.at).map(|(survival, at)| -libm::log(survival) / at);
    control
        .hazard_control
        .or(control.median_control.map(|median| std::f64::consts::LN_2 / median))
        .or(of_survival)
}

fn level(test: &TwoArmArguments) -> TestLevel {
    TestLevel { alpha: test.alpha, sides: test.sides.into() }
}

/// What is given; the command line has made sure that it is one thing.
fn target(test: &TwoArmArguments) -> Target {
    match (test.power, test.n, test.events) {
        (Some(power), ..) => Target::Power(power),
        (_, Some(n), _) => Target::Subjects(n),
        (.., events) => Target::Events(events.unwrap_or(0)),
    }
}

fn refused(error: DesignError) -> Failure {
    usage(error.to_string())
}

fn show(rows: &[Row], format: Format) -> Result<(), Failure> {
    let missing = rows.iter().filter(|row| row.value.is_none()).count();
    if missing > 0 {
        output::warning(&format!("{missing} values could not be had: not_reached"));
    }
    output::results(rows, format)
}
