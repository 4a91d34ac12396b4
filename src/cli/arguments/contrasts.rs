//! What may be asked of a test between groups.

use clap::Args;

use crate::study::{Adjustment, TestName, Trend};

/// Which test, and of what besides all groups together.
#[derive(Debug, Args)]
pub struct ContrastArguments {
    /// logrank, gehan, tarone-ware, peto, fh:RHO,GAMMA, gray, max-combo, rmst:TAU, rmtl:TAU or fixed-time:T
    #[arg(long, default_value = "logrank", value_name = "TEST", value_parser = test)]
    pub test: TestName,
    /// Test every pair of groups as well; their p-values are adjusted by none, holm or bh
    #[arg(long, value_name = "ADJUSTMENT", value_parser = Adjustment::parse)]
    pub pairwise: Option<Adjustment>,
    /// Test a trend over the groups in their order as well, with the scores 1, 2, 3, ...
    #[arg(long)]
    pub trend: bool,
}

impl ContrastArguments {
    /// Whether a trend is asked for.
    pub fn trend(&self) -> Trend {
        self.trend.into()
    }
}

fn test(text: &str) -> Result<TestName, String> {
    TestName::parse(text, |time| time.parse::<f64>().ok().filter(|time| time.is_finite()))
}
