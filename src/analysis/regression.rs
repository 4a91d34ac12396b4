//! Regressions on any file: the named columns -> design -> model -> ARD rows.

mod cox;
mod design;
mod fine_gray;
mod model_rows;
mod prediction;
mod sample;
mod time_dependent;
mod variable;

use std::path::PathBuf;

use crate::study::file::ChangesOn;

pub use cox::CoxRequest;
pub use fine_gray::{Beside, FineGrayRequest};
pub use prediction::Predictions;
pub use time_dependent::TimeDependent;

use super::events::EventCodes;
use super::landmark::Landmark;
use super::plain::RowCondition;
use crate::study::ModelTerm;

/// What the weights of the rows are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseWeights {
    /// Numbers of like cases; the variance is that of `coxph`.
    #[default]
    Case,
    /// Of a propensity model or a sample: the variance is robust.
    Probability,
}

/// Which columns of which file a regression reads.
#[derive(Debug, Clone, Default)]
pub struct RegressionFile {
    /// The file.
    pub path: PathBuf,
    /// Which of its rows.
    pub only: Vec<RowCondition>,
    /// Column of the time.
    pub time: String,
    /// Column of the event.
    pub event: String,
    /// What its codes mean.
    pub codes: EventCodes,
    /// What to do about a code that nothing names.
    pub help: String,
    /// The terms of the model; main effects come first, then products.
    pub covariates: Vec<ModelTerm>,
    /// Covariates that change once.
    pub time_dependent: Vec<TimeDependent>,
    /// The day on which they change; none as delivered.
    pub changes_on: Option<ChangesOn>,
    /// Column of the time of entry.
    pub entry: Option<String>,
    /// Column of the case weight.
    pub weight: Option<String>,
    /// What these weights are.
    pub weighting: CaseWeights,
    /// Column of the subject.
    pub id: Option<String>,
    /// Column of the cluster.
    pub cluster: Option<String>,
    /// From when on is analysed.
    pub landmark: Landmark,
    /// Columns that stratify: the baseline of Cox, the censoring of Fine and Gray.
    pub strata: Vec<String>,
}
