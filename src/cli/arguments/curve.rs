//! What may be asked of a curve besides its values.

use clap::{Args, ValueEnum};

use super::{level, time};
use crate::analysis::incidence::IncidenceExtras;
use crate::analysis::survival::{Hazard, SurvivalExtras};
use crate::estimate::{BandKind, BandOptions};

/// What may be asked of a survival curve.
#[derive(Debug, Args)]
pub struct SurvivalExtraArguments {
    /// Tell the cumulative hazard (Nelson-Aalen) too
    #[arg(long)]
    pub cumulative_hazard: bool,
    /// A confidence band that holds for all its times at once
    #[arg(long, value_enum, value_name = "BAND")]
    pub band: Option<BandName>,
    /// First time of the band; without it, the first event
    #[arg(long, value_name = "T", value_parser = time, requires = "band")]
    pub band_from: Option<f64>,
    /// Last time of the band; without it, the last follow-up
    #[arg(long, value_name = "T", value_parser = time, requires = "band")]
    pub band_to: Option<f64>,
    /// Survival after these times, of those who have come so far
    #[arg(long, value_name = "T,..", value_delimiter = ',', value_parser = time)]
    pub conditional_on: Vec<f64>,
}

/// What may be asked of cumulative incidence.
#[derive(Debug, Args)]
pub struct IncidenceExtraArguments {
    /// Times by which these shares have had the cause
    #[arg(long, value_name = "P,..", value_delimiter = ',', value_parser = level)]
    pub probs: Vec<f64>,
    /// Restricted mean time lost to the cause up to this time
    #[arg(long, value_name = "TAU", value_parser = time)]
    pub rmtl: Option<f64>,
}

/// Names of simultaneous bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BandName {
    /// Hall and Wellner's
    HallWellner,
    /// Proportional to the pointwise interval
    EqualPrecision,
}

impl From<BandName> for BandKind {
    fn from(name: BandName) -> Self {
        match name {
            BandName::HallWellner => Self::HallWellner,
            BandName::EqualPrecision => Self::EqualPrecision,
        }
    }
}

impl SurvivalExtraArguments {
    /// What is asked.
    ///
    /// # Errors
    /// A sentence where the band ends before it begins.
    pub fn extras(&self) -> Result<SurvivalExtras, String> {
        if let (Some(from), Some(to)) = (self.band_from, self.band_to)
            && from > to
        {
            return Err(format!("the band ends (--band-to {to}) before it begins (--band-from {from})"));
        }
        let band =
            self.band.map(|name| BandOptions { kind: name.into(), from: self.band_from, to: self.band_to });
        Ok(SurvivalExtras {
            hazard: if self.cumulative_hazard { Hazard::NelsonAalen } else { Hazard::Untold },
            band,
            given: in_order(&self.conditional_on),
        })
    }
}

impl IncidenceExtraArguments {
    /// What is asked.
    pub fn extras(&self) -> IncidenceExtras {
        IncidenceExtras { probs: in_order(&self.probs), tau: self.rmtl }
    }
}

fn in_order(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}
