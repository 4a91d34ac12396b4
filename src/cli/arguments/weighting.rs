//! Weights that are no counts.

use clap::Args;

/// Probability weights.
#[derive(Debug, Args)]
pub struct WeightingArguments {
    /// Column of the probability weight of a row, as from a propensity model: a number of 0 or more; the variance
    /// is robust
    #[arg(long, value_name = "COL", conflicts_with = "weight")]
    pub pweight: Option<String>,
}
