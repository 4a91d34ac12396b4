//! Arguments of `engraft export`.

use std::path::PathBuf;

use clap::Args;

use super::StudyArguments;

/// Where the analysis data set goes.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// Which study.
    #[command(flatten)]
    pub study: StudyArguments,
    /// Directory for adtte.xpt and adtte.json; `export` beside the study file unless named. They hold one row a subject
    /// and endpoint: keep them as the data are kept
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}
