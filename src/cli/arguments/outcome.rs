//! Arguments that name the file, its rows, and the columns of time and event.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::plain::RowCondition;

/// Which columns hold time and event.
#[derive(Debug, Args)]
pub struct OutcomeArguments {
    /// File: .csv, .xpt, .json, .ndjson (.gz or .zst after it if packed), .parquet; one row a subject or an interval
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Which rows.
    #[command(flatten)]
    pub rows: RowsArguments,
    /// Column of the time to event or censoring
    #[arg(long, value_name = "COL")]
    pub time: String,
    /// Column of the event: 0 censored, 1 the event, or true/false
    #[arg(long, value_name = "COL", required_unless_present = "cnsr", conflicts_with = "cnsr")]
    pub event: Option<String>,
    /// Column of CDISC CNSR in place of --event: 0 is the event
    #[arg(long, value_name = "COL")]
    pub cnsr: Option<String>,
    /// What codes of the event column mean: `dead=1,alive=0`, or the code of the event alone
    #[arg(long, value_name = "CODE[=0|1],..", value_delimiter = ',')]
    pub event_codes: Vec<String>,
}

impl OutcomeArguments {
    /// The column of the event, or of CNSR.
    pub fn event_column(&self) -> String {
        self.event.clone().or_else(|| self.cnsr.clone()).unwrap_or_default()
    }
}

/// Which columns hold time and event, and which group.
#[derive(Debug, Args)]
pub struct EventArguments {
    /// Time and event.
    #[command(flatten)]
    pub outcome: OutcomeArguments,
    /// Column of the time of entry (delayed entry); intervals are (entry, time]
    #[arg(long, value_name = "COL")]
    pub entry: Option<String>,
    /// Column of the frequency of a row, a whole number
    #[arg(long, value_name = "COL")]
    pub weight: Option<String>,
    /// Columns that group; their non-empty crossings
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub by: Vec<String>,
}

/// Which rows of the file.
#[derive(Debug, Args)]
pub struct RowsArguments {
    /// Only rows with this value, `PARAMCD=OS`, or without it, `SEX!=F`; again for further conditions, all of which hold
    #[arg(long = "where", value_name = "COL=VALUE")]
    pub only: Vec<RowCondition>,
}
