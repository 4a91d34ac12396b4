//! Fine-Gray regression of a file -> ARD rows.

use super::RegressionFile;
use super::model_rows::{ModelRows, absences};
use super::sample::Sample;
use crate::analysis::plain::{Outcome, PlainError, excluded_row};
use crate::analysis::row_set::{Frame, RowSet};
use crate::domain::Convention;
use crate::estimate::fine_gray::{self, FineGrayData, FineGrayModel, FineGrayOptions};

/// What is asked of a Fine-Gray regression.
#[derive(Debug, Clone)]
pub struct FineGrayRequest {
    /// Level of the intervals.
    pub conf_level: f64,
    /// The conventions.
    pub profile: Convention,
}

impl RegressionFile {
    /// Fine-Gray regression of the first cause; all other events compete.
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused.
    pub fn fine_gray(&self, request: &FineGrayRequest) -> Result<Outcome, PlainError> {
        let mut sample = self.sample()?;
        let mut warnings = sample.warnings(&self.event);
        let data = fine_gray_data(&mut sample);
        let model = FineGrayModel::new(&data).map_err(|error| self.model_refusal(&sample, error))?;
        let options = FineGrayOptions { conf_level: request.conf_level, ..FineGrayOptions::default() };
        let fit = model.fit(&options);
        let censoring = match self.strata.as_slice() {
            [] => String::new(),
            strata => format!("; censoring by {}", strata.join(",")),
        };
        let method = format!(
            "Fine-Gray regression; interval Wald; level {}; ties Breslow; variance robust{censoring}; profile {}",
            request.conf_level, request.profile
        );
        let frame = Frame { id: "finegray".to_owned(), ..Frame::default() };
        let mut set = RowSet::new(&frame, "finegray", &method);
        ModelRows {
            cause: self.codes.causes.first(),
            subjects: fit.n,
            events: fit.n_events,
            terms: &fit.terms,
            loglik_null: fit.loglik_null,
            loglik: fit.loglik,
            lrt: fit.lrt,
            wald: fit.wald,
            score: fit.score,
        }
        .push(&mut set);
        let mut rows = set.into_rows();
        rows.extend(excluded_row(&frame, "finegray", sample.excluded, &rows));
        warnings.extend(absences(&rows));
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }
}

fn fine_gray_data(sample: &mut Sample) -> FineGrayData {
    let outcome = |cause: &u32| match cause {
        0 => fine_gray::Outcome::Censored,
        1 => fine_gray::Outcome::Event,
        _ => fine_gray::Outcome::Competing,
    };
    FineGrayData {
        time: std::mem::take(&mut sample.exit),
        outcome: sample.event.iter().map(outcome).collect(),
        covariates: std::mem::take(&mut sample.design.values),
        names: sample.design.names.clone(),
        groups: std::mem::take(&mut sample.strata),
    }
}
