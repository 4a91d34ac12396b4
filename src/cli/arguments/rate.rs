//! Arguments of `engraft rate`.

use clap::Args;

use super::{EventArguments, OutputArguments, ScriptArguments};

/// Incidence rates.
#[derive(Debug, Args)]
pub struct RateArguments {
    /// Time and event.
    #[command(flatten)]
    pub input: EventArguments,
    /// Column of the subject, where one has several rows; without --entry each begins where the one before it ends
    #[arg(long, value_name = "COL")]
    pub id: Option<String>,
    /// Give rates for so much person-time, such as 36525 days for 100 patient-years
    #[arg(long, default_value_t = 1.0, value_name = "TIME", value_parser = person_time)]
    pub per: f64,
    /// Estimate everybody together as well
    #[arg(long)]
    pub overall: bool,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

fn person_time(text: &str) -> Result<f64, String> {
    text.trim()
        .parse::<f64>()
        .ok()
        .filter(|time| time.is_finite() && *time > 0.0)
        .ok_or_else(|| "a time above 0 is needed".to_owned())
}
