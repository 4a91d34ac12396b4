//! Tables -> results, or the R scripts of an analysis.

use clap::Args;

use super::StudyArguments;

/// Which study, and whether an R script is wanted.
#[derive(Debug, Args)]
pub struct AnalyzeArguments {
    /// Which study.
    #[command(flatten)]
    pub study: StudyArguments,
    /// Print the R scripts that give an analysis from the analysis data set, in place of analysing: `os`, `os:type`, `os#model`, `states`
    #[arg(long, value_name = "ANALYSIS")]
    pub emit_r: Option<String>,
}
