//! A design as a command or a study asks for it -> that of the estimators.

use super::{EventsPlan, SingleArmTarget, expected_event_rows, gray_rows, logrank_rows, single_arm_rows};
use crate::analysis::ard::Row;
use crate::estimate::design::{
    Accrual, AccrualPiece, CompetingAccrual, DesignError, EventsFormula, FollowUp, GrayDesign, Hazards,
    IncidenceCourse, LogrankDesign, Sides, SingleArm, SurvivalCourse, Target, TestLevel,
    subdistribution_ratio,
};

/// At most so many times are shown.
const LONGEST_TABLE: u32 = 100_000;

/// What is known of a study to come; times, hazards and rates are in one unit of time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assumptions {
    /// Ratio of hazards, or of subdistribution hazards, experimental over control.
    pub ratio: Option<f64>,
    /// How many events a power needs; Schoenfeld's where nothing is said.
    pub formula: Option<EventsFormula>,
    /// Hazard of the event in the control arm.
    pub hazard_control: Option<f64>,
    /// Median survival in the control arm.
    pub median_control: Option<f64>,
    /// Survival in the control arm at the time `at`.
    pub survival_control: Option<f64>,
    /// The time of that survival, or of the cumulative incidences.
    pub at: Option<f64>,
    /// Hazard of loss to follow-up.
    pub dropout: f64,
    /// Cumulative incidence of the cause of interest in the control arm.
    pub cif_control: Option<f64>,
    /// The same in the experimental arm, in place of the ratio.
    pub cif_experimental: Option<f64>,
    /// Cumulative incidence of the competing causes in the control arm.
    pub competing_control: Option<f64>,
    /// A share under the null hypothesis, and at which the power is wanted.
    pub shares: Option<(f64, f64)>,
    /// The time over which subjects enter uniformly.
    pub accrual: Option<f64>,
    /// The time from the last entry to the analysis.
    pub followup: f64,
    /// Until when how many enter in one unit of time.
    pub rates: Vec<AccrualPiece>,
    /// The power to reach.
    pub power: Option<f64>,
    /// The number of subjects.
    pub n: Option<u64>,
    /// The number of events.
    pub events: Option<u64>,
    /// The largest number of subjects of a single arm that is looked at; 1000 where nothing is said.
    pub max_n: Option<u64>,
    /// Level of the test; 0.05 where nothing is said.
    pub alpha: Option<f64>,
    /// Its sides; two where nothing is said, one of a single arm.
    pub sides: Option<Sides>,
    /// Subjects in the experimental arm for one in the control arm; 1 where nothing is said.
    pub allocation: Option<f64>,
    /// The last time that is shown.
    pub until: f64,
    /// The step between the times; 1 where nothing is said.
    pub every: Option<f64>,
    /// Numbers of events whose time is wanted.
    pub targets: Vec<f64>,
}

/// Why there is no design.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PlanProblem {
    /// The power of a number of subjects without the chance of an event.
    #[error("the power of a number of subjects needs the chance of an event")]
    NoChanceOfEvent,
    /// The same of Gray's test.
    #[error("the power of a number of subjects needs the cumulative incidence of the control arm")]
    NoIncidence,
    /// Nothing says what the arms differ in.
    #[error("nothing says how the arms differ")]
    NoRatio,
    /// Nothing says how the control arm does.
    #[error("nothing says how the control arm does")]
    NoControl,
    /// Neither power nor number.
    #[error("neither a power nor a number is given")]
    NoTarget,
    /// More times than are shown.
    #[error("the last time and the step make {0} times; at most {LONGEST_TABLE} are shown")]
    TooManyTimes(f64),
    /// Assumptions that no design fits.
    #[error(transparent)]
    Design(#[from] DesignError),
}

/// What is planned, as the estimators know it.
#[derive(Debug, Clone, PartialEq)]
pub enum DesignPlan {
    /// A log-rank test.
    Logrank(LogrankDesign, Target),
    /// The exact test of a single proportion.
    Proportion(SingleArm, SingleArmTarget),
    /// Gray's test.
    Gray(GrayDesign, Target),
    /// Events over calendar time.
    Events(EventsPlan),
}

impl DesignPlan {
    /// The rows of the design.
    ///
    /// # Errors
    /// [`DesignError`] for assumptions that no design fits.
    pub fn rows(&self) -> Result<Vec<Row>, DesignError> {
        match self {
            Self::Logrank(design, target) => logrank_rows(design, *target),
            Self::Proportion(design, target) => single_arm_rows(design, *target),
            Self::Gray(design, target) => gray_rows(design, *target),
            Self::Events(plan) => expected_event_rows(plan),
        }
    }
}

impl Assumptions {
    /// A log-rank test of two arms.
    ///
    /// # Errors
    /// [`PlanProblem`] naming what is missing.
    pub fn logrank(&self) -> Result<DesignPlan, PlanProblem> {
        let course = self.hazard().map(|control_hazard| SurvivalCourse {
            control_hazard,
            dropout_hazard: self.dropout,
            follow_up: self.follow_up(),
        });
        if self.n.is_some() && course.is_none() {
            return Err(PlanProblem::NoChanceOfEvent);
        }
        let design = LogrankDesign {
            hazard_ratio: self.ratio.ok_or(PlanProblem::NoRatio)?,
            level: self.level(Sides::Two),
            allocation: self.allocation.unwrap_or(1.0),
            formula: self.formula.unwrap_or(EventsFormula::Schoenfeld),
            course,
        };
        Ok(DesignPlan::Logrank(design, self.target()?))
    }

    /// Gray's test of two arms.
    ///
    /// # Errors
    /// [`PlanProblem`] naming what is missing.
    pub fn gray(&self) -> Result<DesignPlan, PlanProblem> {
        let ratio = match (self.cif_control, self.cif_experimental) {
            (Some(control), Some(experimental)) => subdistribution_ratio(control, experimental)?,
            _ => self.ratio.ok_or(PlanProblem::NoRatio)?,
        };
        let follow_up = self.follow_up();
        let accrual = self.competing_control.zip(self.at).map(|(competing, at)| CompetingAccrual {
            competing,
            at,
            follow_up,
        });
        let course = self.cif_control.map(|control| IncidenceCourse { control, accrual });
        if self.n.is_some() && course.is_none() {
            return Err(PlanProblem::NoIncidence);
        }
        let design = GrayDesign {
            subdistribution_ratio: ratio,
            level: self.level(Sides::Two),
            allocation: self.allocation.unwrap_or(1.0),
            course,
        };
        Ok(DesignPlan::Gray(design, self.target()?))
    }

    /// The exact test of a single proportion.
    ///
    /// # Errors
    /// [`PlanProblem`] naming what is missing.
    pub fn single_arm(&self) -> Result<DesignPlan, PlanProblem> {
        let (null, alternative) = self.shares.ok_or(PlanProblem::NoRatio)?;
        let design = SingleArm { null, alternative, level: self.level(Sides::One) };
        let target = match (self.n, self.power) {
            (Some(n), _) => SingleArmTarget::Subjects(n),
            (None, Some(power)) => SingleArmTarget::Power { power, largest: self.max_n.unwrap_or(1000) },
            (None, None) => return Err(PlanProblem::NoTarget),
        };
        Ok(DesignPlan::Proportion(design, target))
    }

    /// The events to expect over calendar time.
    ///
    /// # Errors
    /// [`PlanProblem`] naming what is missing.
    pub fn expected_events(&self) -> Result<DesignPlan, PlanProblem> {
        let event = self.hazard().ok_or(PlanProblem::NoControl)?;
        let pieces = match (self.accrual, self.n) {
            (Some(until), Some(n)) => vec![AccrualPiece { until, rate: n as f64 / until }],
            _ => self.rates.clone(),
        };
        let every = self.every.unwrap_or(1.0);
        let steps = libm::floor(self.until / every * (1.0 + 1e-12));
        if steps > f64::from(LONGEST_TABLE) {
            return Err(PlanProblem::TooManyTimes(steps));
        }
        let dropout = self.dropout;
        let experimental = |ratio: f64| Hazards { event: event * ratio, dropout };
        let plan = EventsPlan {
            accrual: Accrual::new(pieces)?,
            control: Hazards { event, dropout },
            experimental: self.ratio.map(|ratio| (experimental(ratio), self.allocation.unwrap_or(1.0))),
            times: (1..=LONGEST_TABLE)
                .take_while(|step| f64::from(*step) <= steps)
                .map(|step| f64::from(step) * every)
                .collect(),
            targets: self.targets.clone(),
        };
        Ok(DesignPlan::Events(plan))
    }

    /// The hazard of the control arm, however it is said.
    fn hazard(&self) -> Option<f64> {
        let of_survival = self.survival_control.zip(self.at).map(|(survival, at)| -libm::log(survival) / at);
        self.hazard_control
            .or(self.median_control.map(|median| std::f64::consts::LN_2 / median))
            .or(of_survival)
    }

    fn follow_up(&self) -> FollowUp {
        FollowUp { accrual: self.accrual.unwrap_or(0.0), followup: self.followup }
    }

    fn level(&self, sides: Sides) -> TestLevel {
        TestLevel { alpha: self.alpha.unwrap_or(0.05), sides: self.sides.unwrap_or(sides) }
    }

    fn target(&self) -> Result<Target, PlanProblem> {
        let power = self.power.map(Target::Power);
        power
            .or(self.n.map(Target::Subjects))
            .or(self.events.map(Target::Events))
            .ok_or(PlanProblem::NoTarget)
    }
}
