//! What may stand after `engraft design`.

use clap::{Args, Subcommand, ValueEnum};

use super::{Format, level, time};
use crate::estimate::design::{AccrualPiece, EventsFormula, Sides};

/// A design of a study to come.
#[derive(Debug, Args)]
pub struct DesignArguments {
    /// What is planned.
    #[command(subcommand)]
    pub design: Design,
    /// Print the R script that gives the same numbers, in place of the results
    #[arg(long, global = true)]
    pub emit_r: bool,
}

/// The designs.
#[derive(Debug, Subcommand)]
pub enum Design {
    /// Events, size and power of the log-rank test of two arms
    Logrank(LogrankArguments),
    /// Size and power of the exact test of a single proportion
    Proportion(SingleArmArguments),
    /// Events, size and power of Gray's test of two cumulative incidences
    Gray(GrayArguments),
    /// Events to expect over calendar time
    Events(EventsArguments),
}

/// What is given of a comparison of two arms, and its level.
#[derive(Debug, Args)]
pub struct TwoArmArguments {
    /// The power to reach: events and subjects are wanted
    #[arg(long, value_name = "POWER", value_parser = level, group = "target", required_unless_present_any = ["n", "events"])]
    pub power: Option<f64>,
    /// The number of subjects: the power is wanted
    #[arg(long, value_name = "N", group = "target", value_parser = clap::value_parser!(u64).range(1..))]
    pub n: Option<u64>,
    /// The number of events: the power is wanted
    #[arg(long, value_name = "EVENTS", group = "target", value_parser = clap::value_parser!(u64).range(1..))]
    pub events: Option<u64>,
    /// Level of the test
    #[arg(long, value_name = "LEVEL", default_value_t = 0.05, value_parser = level)]
    pub alpha: f64,
    /// One-sided or two-sided test
    #[arg(long, value_enum, default_value_t = SidesName::Two)]
    pub sides: SidesName,
    /// Subjects in the experimental arm for one in the control arm
    #[arg(long, value_name = "RATIO", default_value_t = 1.0, value_parser = above_zero)]
    pub allocation: f64,
    /// Form of the results on standard output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Exponential survival of the control arm, said in one of three ways.
#[derive(Debug, Args)]
pub struct ControlArguments {
    /// Hazard of the event in the control arm, per unit of time
    #[arg(long, value_name = "HAZARD", value_parser = above_zero, group = "control")]
    pub hazard_control: Option<f64>,
    /// Median survival in the control arm
    #[arg(long, value_name = "T", value_parser = above_zero, group = "control")]
    pub median_control: Option<f64>,
    /// Survival in the control arm at --at
    #[arg(long, value_name = "S", value_parser = level, group = "control", requires = "at")]
    pub survival_control: Option<f64>,
    /// The time of --survival-control
    #[arg(long, value_name = "T", value_parser = above_zero, requires = "survival_control")]
    pub at: Option<f64>,
    /// Hazard of loss to follow-up in every arm, per unit of time
    #[arg(long, value_name = "HAZARD", default_value_t = 0.0, value_parser = time)]
    pub dropout: f64,
}

/// A log-rank test.
#[derive(Debug, Args)]
pub struct LogrankArguments {
    /// Hazard ratio to detect, experimental over control
    #[arg(long, value_name = "HR", value_parser = above_zero)]
    pub hr: f64,
    /// How many events a power needs
    #[arg(long, value_enum, default_value_t = FormulaName::Schoenfeld)]
    pub formula: FormulaName,
    /// The control arm.
    #[command(flatten)]
    pub control: ControlArguments,
    /// Time over which subjects enter uniformly
    #[arg(long, value_name = "T", default_value_t = 0.0, value_parser = time, requires = "control")]
    pub accrual: f64,
    /// Time from the last entry to the analysis
    #[arg(long, value_name = "T", default_value_t = 0.0, value_parser = time, requires = "control")]
    pub followup: f64,
    /// Level and target.
    #[command(flatten)]
    pub test: TwoArmArguments,
}

/// Gray's test.
#[derive(Debug, Args)]
pub struct GrayArguments {
    /// Ratio of subdistribution hazards to detect, experimental over control
    #[arg(long, value_name = "SHR", value_parser = above_zero, required_unless_present = "cif_experimental", conflicts_with = "cif_experimental")]
    pub shr: Option<f64>,
    /// Cumulative incidence of the cause of interest in the control arm
    #[arg(long, value_name = "F", value_parser = level)]
    pub cif_control: Option<f64>,
    /// The same in the experimental arm, in place of --shr
    #[arg(long, value_name = "F", value_parser = level, requires = "cif_control")]
    pub cif_experimental: Option<f64>,
    /// Cumulative incidence of the competing causes in the control arm; needed with --accrual and --followup
    #[arg(long, value_name = "F", value_parser = share, requires_all = ["cif_control", "at"])]
    pub competing_control: Option<f64>,
    /// The time of the cumulative incidences
    #[arg(long, value_name = "T", value_parser = above_zero, requires = "competing_control")]
    pub at: Option<f64>,
    /// Time over which subjects enter uniformly
    #[arg(long, value_name = "T", default_value_t = 0.0, value_parser = time, requires = "competing_control")]
    pub accrual: f64,
    /// Time from the last entry to the analysis
    #[arg(long, value_name = "T", default_value_t = 0.0, value_parser = time, requires = "competing_control")]
    pub followup: f64,
    /// Level and target.
    #[command(flatten)]
    pub test: TwoArmArguments,
}

/// A single arm.
#[derive(Debug, Args)]
pub struct SingleArmArguments {
    /// The proportion under the null hypothesis
    #[arg(long, value_name = "P0", value_parser = level)]
    pub null: f64,
    /// The proportion at which the power is wanted
    #[arg(long, value_name = "P1", value_parser = level)]
    pub alternative: f64,
    /// The power to reach: the size is wanted
    #[arg(long, value_name = "POWER", value_parser = level, group = "target", required_unless_present = "n")]
    pub power: Option<f64>,
    /// The number of subjects: the power is wanted
    #[arg(long, value_name = "N", group = "target", value_parser = clap::value_parser!(u64).range(1..=20_000))]
    pub n: Option<u64>,
    /// Level of the test
    #[arg(long, value_name = "LEVEL", default_value_t = 0.05, value_parser = level)]
    pub alpha: f64,
    /// One-sided test, or half of the level on the side of the alternative
    #[arg(long, value_enum, default_value_t = SidesName::One)]
    pub sides: SidesName,
    /// The largest number of subjects that is looked at
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u64).range(1..=20_000))]
    pub max_n: u64,
    /// Form of the results on standard output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Events over calendar time.
#[derive(Debug, Args)]
pub struct EventsArguments {
    /// Time over which subjects enter uniformly
    #[arg(long, value_name = "T", value_parser = above_zero, required_unless_present = "rates", requires = "n")]
    pub accrual: Option<f64>,
    /// Subjects that enter over --accrual
    #[arg(long, value_name = "N", requires = "accrual", value_parser = clap::value_parser!(u64).range(1..))]
    pub n: Option<u64>,
    /// In place of both: until when, how many enter per unit of time
    #[arg(long, value_name = "UNTIL:RATE,..", value_delimiter = ',', value_parser = piece, conflicts_with = "accrual")]
    pub rates: Vec<AccrualPiece>,
    /// The control arm.
    #[command(flatten)]
    pub control: ControlArguments,
    /// Hazard ratio of an experimental arm; without it there is one arm
    #[arg(long, value_name = "HR", value_parser = above_zero)]
    pub hr: Option<f64>,
    /// Subjects in the experimental arm for one in the control arm
    #[arg(long, value_name = "RATIO", default_value_t = 1.0, value_parser = above_zero, requires = "hr")]
    pub allocation: f64,
    /// The last time that is shown
    #[arg(long, value_name = "T", value_parser = above_zero)]
    pub until: f64,
    /// The step between the times
    #[arg(long, value_name = "T", default_value_t = 1.0, value_parser = above_zero)]
    pub every: f64,
    /// Numbers of events whose time is wanted
    #[arg(long, value_name = "EVENTS,..", value_delimiter = ',', value_parser = time)]
    pub target: Vec<f64>,
    /// Form of the results on standard output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Names of the sides of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SidesName {
    /// The whole level on the side of the alternative
    #[value(name = "1")]
    One,
    /// Half of the level on each side
    #[value(name = "2")]
    Two,
}

impl From<SidesName> for Sides {
    fn from(name: SidesName) -> Self {
        match name {
            SidesName::One => Self::One,
            SidesName::Two => Self::Two,
        }
    }
}

/// Names of the formulas for events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormulaName {
    /// (z + z)² / (p (1 - p) (ln HR)²)
    Schoenfeld,
    /// (z + z)² (1 + k HR)² / (k (1 - HR)²)
    Freedman,
}

impl From<FormulaName> for EventsFormula {
    fn from(name: FormulaName) -> Self {
        match name {
            FormulaName::Schoenfeld => Self::Schoenfeld,
            FormulaName::Freedman => Self::Freedman,
        }
    }
}

fn above_zero(text: &str) -> Result<f64, String> {
    time(text).ok().filter(|number| *number > 0.0).ok_or_else(|| "a number above 0 is needed".to_owned())
}

fn share(text: &str) -> Result<f64, String> {
    time(text)
        .ok()
        .filter(|share| *share < 1.0)
        .ok_or_else(|| "a number from 0 to below 1 is needed".to_owned())
}

fn piece(text: &str) -> Result<AccrualPiece, String> {
    let pair = text.split_once(':').and_then(|(until, rate)| {
        Some(AccrualPiece { until: above_zero(until).ok()?, rate: time(rate).ok()? })
    });
    pair.ok_or_else(|| "accrual is UNTIL:RATE, such as 6:10,12:20".to_owned())
}
