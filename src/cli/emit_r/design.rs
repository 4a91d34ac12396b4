//! Designs of a study to come: the formulas of the papers, in base R.

use super::script::{Script, numbers};
use crate::analysis::design::{EventsPlan, SingleArmTarget};
use crate::estimate::design::{
    EventsFormula, FollowUp, GrayDesign, LogrankDesign, Sides, SingleArm, Target, TestLevel,
};

const COURSE: &str = include_str!("pieces/design_course.R");

/// The script of `engraft design logrank`.
pub(in crate::cli) fn logrank(design: &LogrankDesign, target: Target) -> String {
    let mut script = start("Size and power of the log-rank test");
    script.line(&format!("hr <- {}", design.hazard_ratio));
    script.line(match design.formula {
        EventsFormula::Schoenfeld => {
            "drift <- function(k) abs(log(hr)) * sqrt(k) / (1 + k) # Schoenfeld 1983"
        }
        EventsFormula::Freedman => {
            "drift <- function(k) abs(1 - hr) * sqrt(k) / (1 + k * hr) # Freedman 1982"
        }
    });
    if let Some(course) = design.course {
        let mut words = follow_up(course.follow_up);
        words.push(("hazard", course.control_hazard.to_string()));
        words.push(("dropout", course.dropout_hazard.to_string()));
        script.piece(COURSE, &[]);
        script.fill(include_str!("pieces/design_logrank.R"), &words);
    }
    two_arms(script, (&design.level, design.allocation), target, design.course.is_some())
}

/// The script of `engraft design gray`.
pub(in crate::cli) fn gray(design: &GrayDesign, target: Target) -> String {
    let mut script = start("Size and power of Gray's test (Latouche and Porcher 2007)");
    script.line(&format!("shr <- {}", design.subdistribution_ratio));
    script.line("drift <- function(k) abs(log(shr)) * sqrt(k) / (1 + k)");
    if let Some(course) = design.course {
        let control = course.control;
        if let Some(accrual) = course.accrual {
            let mut words = follow_up(accrual.follow_up);
            words.push(("control", control.to_string()));
            words.push(("competing", accrual.competing.to_string()));
            words.push(("at", accrual.at.to_string()));
            script.piece(COURSE, &[]);
            script.fill(include_str!("pieces/design_gray.R"), &words);
        } else {
            script.line(&format!("chances <- c({control}, 1 - (1 - {control})^shr)"));
        }
    }
    two_arms(script, (&design.level, design.allocation), target, design.course.is_some())
}

fn two_arms(
    mut script: Script,
    (level, allocation): (&TestLevel, f64),
    target: Target,
    with_course: bool,
) -> String {
    let mut words = test(level);
    words.push(("allocation", allocation.to_string()));
    script.fill(include_str!("pieces/design_two_arms.R"), &words);
    if with_course {
        script.line("put(\"event_probability\", chances, c(\"control\", \"experimental\"))");
    }
    match target {
        Target::Power(power) => {
            script.fill(include_str!("pieces/design_power.R"), &[("power", power.to_string())]);
            script.piece(
                if with_course {
                    include_str!("pieces/design_power_arms.R")
                } else {
                    "put(\"power\", power_of(whole(events), k), \"achieved\")\n"
                },
                &[],
            );
        }
        Target::Subjects(n) => {
            script.fill(include_str!("pieces/design_subjects.R"), &[("n", n.to_string())]);
        }
        Target::Events(events) => {
            script.line(&format!("put(\"events\", {events}, \"exact\")"));
            script.line(&format!("put(\"power\", power_of({events}, k), \"achieved\")"));
        }
    }
    if with_course && !matches!(target, Target::Events(_)) {
        script.line(
            "put(\"n\", c(exact, arms, sum(arms)), c(\"exact\", \"control\", \"experimental\", \"total\"))",
        );
    }
    end(script)
}

/// The script of `engraft design proportion`.
pub(in crate::cli) fn single_arm(design: &SingleArm, target: SingleArmTarget) -> String {
    let mut script = start("Exact binomial test of one arm");
    let mut words = test(&design.level);
    // Rejected from the first place whose upper tail is rare enough, or down from the last.
    let [places, lower, which, critical] = if design.alternative > design.null {
        ["-1:n", "FALSE", "min", "if (at < n) at + 1 else NA"]
    } else {
        ["-1:n", "TRUE", "max", "if (at >= 0) at else NA"]
    };
    words.extend(
        [("places", places), ("lower", lower), ("which", which), ("critical", critical)]
            .map(|(name, word)| (name, word.to_owned())),
    );
    words.push(("null", design.null.to_string()));
    words.push(("alternative", design.alternative.to_string()));
    script.fill(include_str!("pieces/design_proportion.R"), &words);
    match target {
        SingleArmTarget::Subjects(n) => script.line(&format!("put_exact(exact({n}))")),
        SingleArmTarget::Power { power, largest } => {
            let words = [("power", power.to_string()), ("largest", largest.to_string())];
            script.fill(include_str!("pieces/design_proportion_size.R"), &words);
        }
    }
    end(script)
}

/// The script of `engraft design events`.
pub(in crate::cli) fn events(plan: &EventsPlan) -> String {
    let mut script = start("Expected events over calendar time");
    script.piece(COURSE, &[]);
    let arms: Vec<String> = plan
        .arms()
        .iter()
        .map(|(name, hazards, share)| format!("{name} = c(hazard = {}, share = {share})", hazards.event))
        .collect();
    script.line(&format!("arms <- list({})", arms.join(", ")));
    let of = |value: fn(&crate::estimate::design::AccrualPiece) -> f64| {
        numbers(&plan.accrual.pieces().iter().map(value).collect::<Vec<_>>())
    };
    let words = [
        ("ends", of(|piece| piece.until)),
        ("rates", of(|piece| piece.rate)),
        ("dropout", plan.control.dropout.to_string()),
        ("targets", numbers(&plan.targets)),
        ("times", numbers(&plan.times)),
    ];
    script.fill(include_str!("pieces/design_events.R"), &words);
    end(script)
}

fn start(title: &str) -> Script {
    let mut script = Script::without_file(title);
    script.piece(include_str!("pieces/design_start.R"), &[]);
    script
}

fn end(mut script: Script) -> String {
    script.line("print(results)");
    script.finish()
}

fn test(level: &TestLevel) -> Vec<(&'static str, String)> {
    let sides = match level.sides {
        Sides::One => "1",
        Sides::Two => "2",
    };
    vec![("alpha", level.alpha.to_string()), ("sides", sides.to_owned())]
}

fn follow_up(course: FollowUp) -> Vec<(&'static str, String)> {
    vec![("accrual", course.accrual.to_string()), ("followup", course.followup.to_string())]
}
