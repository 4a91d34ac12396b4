//! Designs of a study to come -> ARD rows.

pub mod plan;

use std::sync::Arc;

use super::ard::Row;
use super::row_set::{Frame, Place, RowSet, stat};
use crate::domain::Group;
use crate::estimate::design::gray::{GrayDesign, gray_size};
use crate::estimate::design::{
    Accrual, DesignError, EventsFormula, ExactDesign, ExpectedCounts, Hazards, LogrankDesign, Sides,
    SingleArm, Target, TestLevel, TwoArmSize, expected_counts, logrank_size, single_arm_exact,
    single_arm_size, time_of_expected_events,
};
use crate::estimate::{Absent, Quantity};

/// Rows of the size or the power of a log-rank test.
///
/// # Errors
/// [`DesignError`] for assumptions that no design fits.
pub fn logrank_rows(design: &LogrankDesign, target: Target) -> Result<Vec<Row>, DesignError> {
    let size = logrank_size(design, target)?;
    let formula = match design.formula {
        EventsFormula::Schoenfeld => "Schoenfeld",
        EventsFormula::Freedman => "Freedman",
    };
    let course = match design.course {
        Some(_) => "exponential survival, uniform accrual",
        None => "events only",
    };
    let method = format!(
        "Log-rank test, events by {formula}; hazard ratio {}; {}; allocation {}; {course}",
        design.hazard_ratio,
        test_text(&design.level),
        design.allocation
    );
    Ok(two_arm_rows("design-logrank", &method, (&size, target), design.level.alpha))
}

/// Rows of the size or the power of Gray's test.
///
/// # Errors
/// [`DesignError`] for assumptions that no design fits.
pub fn gray_rows(design: &GrayDesign, target: Target) -> Result<Vec<Row>, DesignError> {
    let size = gray_size(design, target)?;
    let course = match design.course.map(|course| course.accrual.is_some()) {
        Some(true) => "constant cause-specific hazards, uniform accrual",
        Some(false) => "everybody followed to the time of the cumulative incidence",
        None => "events only",
    };
    let method = format!(
        "Gray test, events by Latouche and Porcher; subdistribution hazard ratio {}; {}; allocation {}; {course}",
        design.subdistribution_ratio,
        test_text(&design.level),
        design.allocation
    );
    Ok(two_arm_rows("design-gray", &method, (&size, target), design.level.alpha))
}

fn two_arm_rows(analysis: &str, method: &str, (size, target): (&TwoArmSize, Target), alpha: f64) -> Vec<Row> {
    let mut set = rows_of(analysis, method);
    let all = Place::default();
    let of = |term: &str| Place::default().term(term);
    set.push(&all, &stat::ALPHA, Ok(alpha));
    if let Target::Power(power) = target {
        set.push(&of("asked"), &stat::POWER, Ok(power));
    }
    set.push(&of("achieved"), &stat::POWER, Ok(size.power));
    set.push(&of("exact"), &stat::EVENTS, Ok(size.events));
    if matches!(target, Target::Power(_)) {
        set.push(&of("needed"), &stat::EVENTS, Ok(size.whole_events()));
    }
    if let Some(chances) = size.probabilities {
        set.push(&of("control"), &stat::EVENT_PROBABILITY, Ok(chances.control));
        set.push(&of("experimental"), &stat::EVENT_PROBABILITY, Ok(chances.experimental));
    }
    if let Some(subjects) = size.subjects {
        set.push(&of("exact"), &stat::N, Ok(subjects.exact));
        set.push(&of("control"), &stat::N, Ok(subjects.control));
        set.push(&of("experimental"), &stat::N, Ok(subjects.experimental));
        set.push(&of("total"), &stat::N, Ok(subjects.control + subjects.experimental));
    }
    set.into_rows()
}

/// What is asked of a single arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SingleArmTarget {
    /// The size that has this power, looked for up to so many subjects.
    Power {
        /// The power.
        power: f64,
        /// The largest number of subjects that is looked at.
        largest: u64,
    },
    /// The power of so many subjects.
    Subjects(u64),
}

/// Rows of the size or the power of the exact test of one proportion.
///
/// # Errors
/// [`DesignError`] for assumptions that no design fits.
pub fn single_arm_rows(design: &SingleArm, target: SingleArmTarget) -> Result<Vec<Row>, DesignError> {
    let direction = if design.alternative > design.null { "from" } else { "down from" };
    let method = format!(
        "Exact binomial test of one arm; null {}; alternative {}; {}; rejects {direction} the critical value",
        design.null,
        design.alternative,
        test_text(&design.level)
    );
    match target {
        SingleArmTarget::Subjects(n) => {
            let exact = single_arm_exact(design, n)?;
            let mut set = rows_of("design-proportion", &method);
            push_exact(&mut set, &Place::default(), Ok(exact));
            Ok(set.into_rows())
        }
        SingleArmTarget::Power { power, largest } => {
            let size = single_arm_size(design, power, largest)?;
            let method =
                format!("{method}; power {power}; stable means held by all larger n up to {largest}");
            let mut set = rows_of("design-proportion", &method);
            push_exact(&mut set, &Place::default().term("smallest"), size.smallest);
            push_exact(&mut set, &Place::default().term("stable"), size.stable);
            Ok(set.into_rows())
        }
    }
}

fn push_exact(set: &mut RowSet, place: &Place, exact: Result<ExactDesign, Absent>) {
    let value = |of: &dyn Fn(ExactDesign) -> Quantity| exact.and_then(of);
    set.push(place, &stat::N, value(&|exact| Ok(exact.n as f64)));
    let critical = |exact: ExactDesign| exact.critical.map(|x| x as f64).ok_or(Absent::NotReached);
    set.push(place, &stat::CRITICAL_VALUE, value(&critical));
    set.push(place, &stat::ALPHA, value(&|exact| Ok(exact.alpha)));
    set.push(place, &stat::POWER, value(&|exact| Ok(exact.power)));
}

/// What is asked of the events over calendar time.
#[derive(Debug, Clone, PartialEq)]
pub struct EventsPlan {
    /// How subjects enter.
    pub accrual: Accrual,
    /// Hazards of the control arm, or of everybody.
    pub control: Hazards,
    /// Hazards of the experimental arm, and subjects in it for one in the control arm.
    pub experimental: Option<(Hazards, f64)>,
    /// The times.
    pub times: Vec<f64>,
    /// Numbers of events whose time is wanted.
    pub targets: Vec<f64>,
}

impl EventsPlan {
    /// The arms with their names and their shares of those who enter.
    pub fn arms(&self) -> Vec<(&'static str, Hazards, f64)> {
        match self.experimental {
            None => vec![("control", self.control, 1.0)],
            Some((hazards, allocation)) => {
                let share = allocation / (1.0 + allocation);
                vec![("control", self.control, 1.0 - share), ("experimental", hazards, share)]
            }
        }
    }
}

/// Rows of the events to expect over calendar time: everybody, and where there are two, each arm.
///
/// # Errors
/// [`DesignError`] for assumptions that no design fits.
pub fn expected_event_rows(plan: &EventsPlan) -> Result<Vec<Row>, DesignError> {
    let mut set = rows_of(
        "design-events",
        "Expected events over calendar time; exponential times to event and to loss; uniform accrual by pieces",
    );
    let arms = plan.arms();
    let everybody = Place::default();
    let shares: Vec<(Hazards, f64)> = arms.iter().map(|(_, hazards, share)| (*hazards, *share)).collect();
    for target in &plan.targets {
        let time = time_of_expected_events(&plan.accrual, &shares, *target)?;
        set.push(&everybody.clone().term(&target.to_string()), &stat::TIME_OF_EVENTS, time);
    }
    let mut by_arm: Vec<(Place, Vec<ExpectedCounts>)> = vec![(everybody, Vec::new())];
    for (name, hazards, share) in &arms {
        let group = Arc::new(Group::new(vec![("arm".to_owned(), (*name).to_owned())]));
        let counts = |time: &f64| Ok(scaled(expected_counts(&plan.accrual, *hazards, *time)?, *share));
        by_arm.push((Place::of(&group), plan.times.iter().map(counts).collect::<Result<_, DesignError>>()?));
    }
    by_arm[0].1 = (0..plan.times.len())
        .map(|index| by_arm[1..].iter().fold(ExpectedCounts::default(), |sum, arm| added(sum, arm.1[index])))
        .collect();
    let shown = if arms.len() == 1 { &by_arm[..1] } else { &by_arm[..] };
    for (place, counts) in shown {
        for (time, counts) in plan.times.iter().zip(counts) {
            let place = place.clone().at(*time);
            set.push(&place, &stat::ENROLLED, Ok(counts.enrolled));
            set.push(&place, &stat::EVENTS, Ok(counts.events));
            set.push(&place, &stat::DROPOUTS, Ok(counts.dropouts));
            set.push(&place, &stat::AT_RISK, Ok(counts.at_risk));
        }
    }
    Ok(set.into_rows())
}

fn scaled(counts: ExpectedCounts, share: f64) -> ExpectedCounts {
    ExpectedCounts {
        enrolled: share * counts.enrolled,
        events: share * counts.events,
        dropouts: share * counts.dropouts,
        at_risk: share * counts.at_risk,
    }
}

fn added(one: ExpectedCounts, other: ExpectedCounts) -> ExpectedCounts {
    ExpectedCounts {
        enrolled: one.enrolled + other.enrolled,
        events: one.events + other.events,
        dropouts: one.dropouts + other.dropouts,
        at_risk: one.at_risk + other.at_risk,
    }
}

fn rows_of(analysis: &str, method: &str) -> RowSet {
    RowSet::new(&Frame { id: analysis.to_owned(), ..Frame::default() }, analysis, method)
}

fn test_text(level: &TestLevel) -> String {
    let sides = match level.sides {
        Sides::One => "one-sided",
        Sides::Two => "two-sided",
    };
    format!("{sides} alpha {}", level.alpha)
}
