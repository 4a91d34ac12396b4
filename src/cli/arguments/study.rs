//! Arguments of commands about a study as a whole.

use std::path::PathBuf;

use clap::Args;

/// Which study.
#[derive(Debug, Args)]
pub struct StudyArguments {
    /// The study file
    #[arg(long, default_value = "study.toml", value_name = "FILE")]
    pub study: PathBuf,
}

/// Where to make a study.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// Directory to make
    pub directory: PathBuf,
    /// Add a small synthetic cohort, so that `engraft run` works there at once
    #[arg(long, conflicts_with = "from")]
    pub example: bool,
    /// Delivered files to look at: the proposed study.toml reads them where they are, and marks what they do not tell
    #[arg(long, num_args = 1.., value_name = "FILE")]
    pub from: Vec<PathBuf>,
}

/// What to make up.
#[derive(Debug, Args)]
pub struct SynthArguments {
    /// Directory for the tables
    #[arg(long, default_value = "incoming", value_name = "DIR")]
    pub out: PathBuf,
    /// Number of patients
    #[arg(long, default_value_t = 600, value_name = "N")]
    pub subjects: u64,
    /// Seed: the same seed gives the same bytes
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub seed: u64,
}

/// Which schema.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// A canonical table; `study`: the JSON Schema of study.toml; `adam`: the mapping file of `ADaM`; `units`: laboratory
    /// units; `endpoints`, `conditioning`, `engraftment`, `itp-iwg2009` and other response rules: the files that ship;
    /// `quality`: the consistency rules; without it, all tables
    pub name: Option<String>,
}
