//! Fine-Gray regression of a file -> ARD rows.

use super::model_rows::{ModelRows, absences};
use super::prediction::Predictions;
use super::sample::Sample;
use super::{CoxRequest, RegressionFile};
use crate::analysis::ard::Row;
use crate::analysis::plain::{Outcome, PlainError, excluded_row};
use crate::analysis::row_set::{Frame, RowSet};
use crate::domain::Convention;
use crate::estimate::cox::{Penalty, Ties};
use crate::estimate::fine_gray::{self, FineGrayData, FineGrayModel, FineGrayOptions};

/// What is asked of a Fine-Gray regression.
#[derive(Debug, Clone)]
pub struct FineGrayRequest {
    /// What the fit is to predict.
    pub predictions: Predictions,
    /// What is fitted beside it.
    pub beside: Beside,
    /// Level of the intervals.
    pub conf_level: f64,
    /// The conventions.
    pub profile: Convention,
}

/// What is fitted beside the subdistribution hazard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Beside {
    /// Nothing.
    #[default]
    Nothing,
    /// The cause-specific hazard.
    CauseSpecific,
}

impl RegressionFile {
    /// Fine-Gray regression of the first cause; all other events compete.
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused.
    pub fn fine_gray(&self, request: &FineGrayRequest) -> Result<Outcome, PlainError> {
        self.fine_gray_of(self.read()?, &Frame { id: "finegray".to_owned(), ..Frame::default() }, request)
    }

    /// Fine-Gray regression of rows that are read already.
    ///
    /// # Errors
    /// [`PlainError`] where the rows are refused.
    pub fn fine_gray_of(
        &self,
        rows: crate::ingest::frame::Frame,
        frame: &Frame,
        request: &FineGrayRequest,
    ) -> Result<Outcome, PlainError> {
        let mut sample = self.sample(rows)?;
        let mut warnings = sample.warnings(&self.event);
        let beside = match request.beside {
            Beside::Nothing => Vec::new(),
            Beside::CauseSpecific => self.cause_specific(&sample, frame, request)?,
        };
        let wanted = request.predictions.wanted(&sample)?;
        let data = fine_gray_data(&mut sample);
        let model = FineGrayModel::new(&data).map_err(|error| self.model_refusal(&sample, error))?;
        drop(data);
        let options = FineGrayOptions { conf_level: request.conf_level, ..FineGrayOptions::default() };
        let fit = model.fit(&options);
        let mut set = RowSet::new(frame, "finegray", &self.fine_gray_method(request, "", "Wald"));
        let cause = self.codes.causes.first();
        ModelRows {
            cause,
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
        if !wanted.is_empty() {
            let method = self.fine_gray_method(request, ", predicted incidence", "log-log of 1 - F");
            let mut set = RowSet::new(frame, "finegray", &method);
            wanted.push_incidence(&mut set, cause, (&model, &fit));
            rows.extend(set.into_rows());
        }
        rows.extend(excluded_row(frame, "finegray", sample.left_out(), &rows));
        rows.extend(beside);
        warnings.extend(absences(&rows));
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }

    fn fine_gray_method(&self, request: &FineGrayRequest, what: &str, interval: &str) -> String {
        let censoring = match self.strata.as_slice() {
            [] => String::new(),
            strata => format!("; censoring by {}", strata.join(",")),
        };
        format!(
            "Fine-Gray regression{what}; interval {interval}; level {}; ties Breslow; variance robust{censoring}; profile {}",
            request.conf_level, request.profile
        )
    }

    /// The rows of the Cox regression of the cause, its competitors censored; not stratified.
    fn cause_specific(
        &self,
        sample: &Sample,
        frame: &Frame,
        request: &FineGrayRequest,
    ) -> Result<Vec<Row>, PlainError> {
        let mut own = Sample {
            source: sample.source.clone(),
            exit: sample.exit.clone(),
            event: sample.event.clone(),
            design: sample.design.clone(),
            censored_codes: vec!["competing".to_owned()],
            ..Sample::default()
        };
        let file = Self { strata: Vec::new(), ..self.clone() };
        let request = CoxRequest {
            ties: Ties::default(),
            penalty: Penalty::None,
            predictions: Predictions::default(),
            conf_level: request.conf_level,
            profile: request.profile,
        };
        file.cox_rows(&mut own, (frame, self.codes.causes.first()), &request)
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
