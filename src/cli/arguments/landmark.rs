//! The landmark of an analysis.

use clap::Args;

use super::time;
use crate::analysis::landmark::Landmark;

/// From when on is analysed.
#[derive(Debug, Clone, Copy, Args)]
pub struct LandmarkArguments {
    /// Only who is event-free and under observation after this time (time > T); the clock stays
    #[arg(long, value_name = "T", value_parser = time)]
    pub landmark: Option<f64>,
}

impl LandmarkArguments {
    /// The landmark.
    pub fn landmark(self) -> Landmark {
        Landmark { time: self.landmark }
    }

    /// Refuses times before the landmark.
    ///
    /// # Errors
    /// A sentence naming the time.
    pub fn check(self, times: &[f64]) -> Result<(), String> {
        let Some(landmark) = self.landmark else { return Ok(()) };
        match times.iter().find(|time| **time < landmark) {
            Some(time) => Err(format!("the time {time} lies before the landmark {landmark}")),
            None => Ok(()),
        }
    }
}
