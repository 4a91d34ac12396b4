//! Arguments of `engraft recurrent`.

use std::path::PathBuf;

use clap::Args;

use super::{OutcomeArguments, OutputArguments, ScriptArguments, time};

/// Mean cumulative count of recurrent events.
#[derive(Debug, Args)]
pub struct RecurrentArguments {
    /// Time and event.
    #[command(flatten)]
    pub outcome: OutcomeArguments,
    /// Column of the subject
    #[arg(long, value_name = "COL")]
    pub id: String,
    /// Codes of the event that recurs
    #[arg(long, value_name = "CODE,..", value_delimiter = ',', required = true)]
    pub recurrent: Vec<String>,
    /// Codes of the event that ends it, such as death; without, nothing does
    #[arg(long, value_name = "CODE,..", value_delimiter = ',')]
    pub terminal: Vec<String>,
    /// Column of the time of entry; rows are (entry, time]. Without, each row begins where the row before it
    /// of the same subject ends
    #[arg(long, value_name = "COL")]
    pub entry: Option<String>,
    /// Columns that group; their non-empty crossings
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub by: Vec<String>,
    /// Estimate everybody together as well
    #[arg(long)]
    pub overall: bool,
    /// Times to show; without, every distinct time
    #[arg(long, value_name = "T,..", value_delimiter = ',', value_parser = time)]
    pub times: Vec<f64>,
    /// Draw the mean counts into this file (.svg, .png or .pdf)
    #[arg(long, value_name = "FILE")]
    pub plot: Option<PathBuf>,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}
