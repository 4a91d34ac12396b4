//! What regressions may be told besides their columns.

use clap::{ArgGroup, Args};

use crate::analysis::regression::{Beside, Predictions, TimeDependent};
use crate::estimate::cox::Penalty;
use crate::study::CovariateProfile;

/// What a Cox regression does besides its fit.
#[derive(Debug, Clone, Args)]
#[group(skip)]
#[command(group = ArgGroup::new("predicted").args(["at", "adjusted"]).multiple(true))]
pub struct CoxModelArguments {
    /// Firth's penalty, for separated data: intervals and p-values are then by profile likelihood
    #[arg(long)]
    pub firth: bool,
    /// Covariates that are 0 until the day in a column and 1 after it; empty is never
    #[arg(long, value_name = "NAME=DAYCOL,..", value_delimiter = ',', value_parser = TimeDependent::parse)]
    pub time_dependent: Vec<TimeDependent>,
    /// Predict survival for these values of all covariates; may be repeated
    #[arg(long, value_name = "COL=VALUE;..", value_parser = CovariateProfile::parse)]
    pub at: Vec<CovariateProfile>,
    /// Average the predicted survival of everybody at each level of this categorical covariate
    #[arg(long, value_name = "COL")]
    pub adjusted: Option<String>,
    /// Times of the predictions; without, every event time
    #[arg(long, value_name = "T,..", value_delimiter = ',', value_parser = super::time, requires = "predicted")]
    pub times: Vec<f64>,
}

/// What a Fine-Gray regression does besides its fit.
#[derive(Debug, Clone, Args)]
pub struct FineGrayModelArguments {
    /// Predict the cumulative incidence for these values of all covariates; may be repeated
    #[arg(long, value_name = "COL=VALUE;..", value_parser = CovariateProfile::parse)]
    pub at: Vec<CovariateProfile>,
    /// Times of the predictions; without, every event time
    #[arg(long, value_name = "T,..", value_delimiter = ',', value_parser = super::time, requires = "at")]
    pub times: Vec<f64>,
    /// Fit the cause-specific hazard (Cox) as well
    #[arg(long)]
    pub cause_specific: bool,
}

impl CoxModelArguments {
    /// The penalty.
    pub fn penalty(&self) -> Penalty {
        if self.firth { Penalty::Firth } else { Penalty::None }
    }

    /// What is predicted.
    pub fn predictions(&self) -> Predictions {
        Predictions { profiles: self.at.clone(), adjusted: self.adjusted.clone(), times: self.times.clone() }
    }
}

impl FineGrayModelArguments {
    /// What is fitted beside it.
    pub fn beside(&self) -> Beside {
        if self.cause_specific { Beside::CauseSpecific } else { Beside::Nothing }
    }

    /// What is predicted.
    pub fn predictions(&self) -> Predictions {
        Predictions { profiles: self.at.clone(), adjusted: None, times: self.times.clone() }
    }
}
