//! Arguments of estimates of an outcome without a time.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{OutputArguments, RowsArguments, ScriptArguments, level};
use crate::analysis::share::ShareInterval;
use crate::estimate::ProportionMethod;
use crate::estimate::association::{DifferenceMethod, RatioMethod};

/// A proportion.
#[derive(Debug, Args)]
pub struct ProportionArguments {
    /// File: .csv, .xpt, .json, .ndjson (.gz or .zst after it if packed), .parquet; one row a subject
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Which rows.
    #[command(flatten)]
    pub rows: RowsArguments,
    /// Column of the outcome
    #[arg(long, value_name = "COL")]
    pub outcome: String,
    /// The level that counts; may be left out where the outcome is coded 0 and 1
    #[arg(long, value_name = "LEVEL")]
    pub success: Option<String>,
    /// Columns that group; their non-empty crossings
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub by: Vec<String>,
    /// Estimate everybody together as well
    #[arg(long)]
    pub overall: bool,
    /// Column of the frequency of a row, a whole number
    #[arg(long, value_name = "COL")]
    pub weight: Option<String>,
    /// Type of the interval
    #[arg(long, value_enum, default_value_t = MethodName::Wilson)]
    pub method: MethodName,
    /// Columns that stratify, for --method stratified-wilson
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub strata: Vec<String>,
    /// A rate, such as a historical one, against which every share is tested exactly
    #[arg(long, value_name = "P0", value_parser = level)]
    pub against: Option<f64>,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

/// How groups differ in an outcome.
#[derive(Debug, Args)]
pub struct AssociationArguments {
    /// File: .csv, .xpt, .json, .ndjson (.gz or .zst after it if packed), .parquet; one row a subject
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Which rows.
    #[command(flatten)]
    pub rows: RowsArguments,
    /// Column of the outcome
    #[arg(long, value_name = "COL")]
    pub outcome: String,
    /// Columns that group; each group is compared with the first
    #[arg(long, value_name = "COL,..", value_delimiter = ',', required = true)]
    pub by: Vec<String>,
    /// The level that counts; may be left out where the outcome is coded 0 and 1
    #[arg(long, value_name = "LEVEL")]
    pub success: Option<String>,
    /// Columns that stratify: Cochran-Mantel-Haenszel, common odds ratio, Breslow-Day
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub strata: Vec<String>,
    /// Column of the frequency of a row, a whole number
    #[arg(long, value_name = "COL")]
    pub weight: Option<String>,
    /// Interval of the risk difference
    #[arg(long, value_enum, default_value_t = DifferenceName::Newcombe)]
    pub difference: DifferenceName,
    /// Interval of the risk ratio
    #[arg(long, value_enum, default_value_t = RatioName::Wald)]
    pub ratio: RatioName,
    /// Correct chi-square and Cochran-Mantel-Haenszel of two groups for continuity
    #[arg(long)]
    pub continuity_correction: bool,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

/// Names of intervals of a proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MethodName {
    /// Score interval
    Wilson,
    /// Exact
    ClopperPearson,
    /// Beta with prior 1/2, 1/2
    Jeffreys,
    /// Wald around a shifted centre
    AgrestiCoull,
    /// Normal approximation
    Wald,
    /// Score intervals of strata, weighted
    StratifiedWilson,
}

impl From<MethodName> for ShareInterval {
    fn from(name: MethodName) -> Self {
        Self::Plain(match name {
            MethodName::Wilson => ProportionMethod::Wilson,
            MethodName::ClopperPearson => ProportionMethod::ClopperPearson,
            MethodName::Jeffreys => ProportionMethod::Jeffreys,
            MethodName::AgrestiCoull => ProportionMethod::AgrestiCoull,
            MethodName::Wald => ProportionMethod::Wald,
            MethodName::StratifiedWilson => return Self::StratifiedWilson,
        })
    }
}

/// Names of intervals of a risk difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DifferenceName {
    /// From Wilson's limits of both shares
    Newcombe,
    /// Score interval
    MiettinenNurminen,
    /// Normal approximation
    Wald,
}

impl From<DifferenceName> for DifferenceMethod {
    fn from(name: DifferenceName) -> Self {
        match name {
            DifferenceName::Newcombe => Self::Newcombe,
            DifferenceName::MiettinenNurminen => Self::MiettinenNurminen,
            DifferenceName::Wald => Self::Wald,
        }
    }
}

/// Names of intervals of a risk ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RatioName {
    /// Normal approximation of the logarithm
    Wald,
    /// Score interval
    MiettinenNurminen,
}

impl From<RatioName> for RatioMethod {
    fn from(name: RatioName) -> Self {
        match name {
            RatioName::Wald => Self::Wald,
            RatioName::MiettinenNurminen => Self::MiettinenNurminen,
        }
    }
}
