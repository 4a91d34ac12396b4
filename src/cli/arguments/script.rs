//! Whether the R script is wanted in place of the results.

use clap::Args;

/// What is printed.
#[derive(Debug, Clone, Copy, Args)]
pub struct ScriptArguments {
    /// Print the R script that gives the same estimate, in place of the results
    #[arg(long)]
    pub emit_r: bool,
}
