//! Arguments of `engraft states`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{OutputArguments, RowsArguments, ScriptArguments, time};
use crate::estimate::OccupationVariance;

/// State occupation of a multi-state process.
#[derive(Debug, Args)]
pub struct StatesArguments {
    /// File: .csv, .xpt, .json, .ndjson (.gz or .zst after it if packed), .parquet; one row a stay of a subject in a state
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Which rows.
    #[command(flatten)]
    pub rows: RowsArguments,
    /// Column of the subject
    #[arg(long, value_name = "COL")]
    pub id: String,
    /// Column of the time at which the stay begins; stays are (entry, time]
    #[arg(long, value_name = "COL")]
    pub entry: String,
    /// Column of the time at which the stay, or the observation of it, ends
    #[arg(long, value_name = "COL")]
    pub time: String,
    /// Column of the state
    #[arg(long, value_name = "COL")]
    pub from: String,
    /// Column of the state entered at the end; empty, 0 or `censored`: none
    #[arg(long, value_name = "COL")]
    pub to: String,
    /// Column of the frequency of a subject, a whole number
    #[arg(long, value_name = "COL")]
    pub weight: Option<String>,
    /// Columns that group; their non-empty crossings
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub by: Vec<String>,
    /// Estimate everybody together as well
    #[arg(long)]
    pub overall: bool,
    /// Times to show; without, every distinct time
    #[arg(long, value_name = "T,..", value_delimiter = ',', value_parser = time)]
    pub times: Vec<f64>,
    /// Expected time in each state to this time
    #[arg(long, value_name = "TAU", value_parser = time)]
    pub mean_time: Option<f64>,
    /// Only who is under observation after this time; a stay that began before begins then; the clock stays
    #[arg(long, value_name = "T", value_parser = time)]
    pub landmark: Option<f64>,
    /// Of these, only who is in this state then
    #[arg(long, value_name = "STATE", requires = "landmark")]
    pub landmark_state: Option<String>,
    /// Variance formula
    #[arg(long, value_enum, default_value_t = OccupationVarianceName::Jackknife)]
    pub variance: OccupationVarianceName,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

/// Names of variances of a state occupation probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OccupationVarianceName {
    /// Infinitesimal jackknife by subject, as survival
    Jackknife,
    /// Greenwood type, as etm
    Greenwood,
}

impl From<OccupationVarianceName> for OccupationVariance {
    fn from(name: OccupationVarianceName) -> Self {
        match name {
            OccupationVarianceName::Jackknife => Self::Jackknife,
            OccupationVarianceName::Greenwood => Self::Greenwood,
        }
    }
}
