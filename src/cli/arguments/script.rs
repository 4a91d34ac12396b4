//! Whether the R script is wanted in place of the results.

use clap::Args;

/// What is printed.
#[derive(Debug, Clone, Default, Args)]
pub struct ScriptArguments {
    /// Print the R script that gives the same estimate, in place of the results
    #[arg(long)]
    pub emit_r: bool,
    /// Lines of the script that follow the reading of the file: how a study has its levels.
    #[arg(skip)]
    pub preamble: String,
}
