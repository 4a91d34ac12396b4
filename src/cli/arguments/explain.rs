//! Whom to explain.

use clap::{Args, ValueEnum};

use super::StudyArguments;

/// Whom to explain, and how.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// Identifier of the subject, as in the store
    pub subject: String,
    /// Which study.
    #[command(flatten)]
    pub study: StudyArguments,
    /// How it is printed
    #[arg(long, value_enum, default_value = "table")]
    pub format: ExplainFormat,
}

/// How an explanation is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// For people, 80 columns
    Table,
    /// One JSON object
    Json,
}
