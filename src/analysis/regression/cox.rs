//! Cox regression of a file -> ARD rows.

use super::model_rows::{GLOBAL, ModelRows, absences, place, push_test};
use super::sample::Sample;
use super::{CaseWeights, RegressionFile};
use crate::analysis::plain::{Outcome, PlainError, excluded_row};
use crate::analysis::row_set::{Frame, RowSet, stat};
use crate::domain::Convention;
use crate::estimate::cox::proportionality::ProportionalityTest;
use crate::estimate::cox::{CoxData, CoxFit, CoxModel, CoxOptions, Ties, Variance};
use crate::estimate::{WeightedInterval, effective_size};

/// What is asked of a Cox regression.
#[derive(Debug, Clone)]
pub struct CoxRequest {
    /// Tied events.
    pub ties: Ties,
    /// Level of the intervals.
    pub conf_level: f64,
    /// The conventions.
    pub profile: Convention,
}

impl RegressionFile {
    /// Cox regression.
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused.
    pub fn cox(&self, request: &CoxRequest) -> Result<Outcome, PlainError> {
        let mut sample = self.sample()?;
        let mut warnings = sample.warnings(&self.event);
        let data = cox_data(&mut sample);
        let model = CoxModel::new(&data).map_err(|error| self.model_refusal(&sample, error))?;
        let variance = match self.weighting {
            CaseWeights::Case => Variance::AsCoxph,
            CaseWeights::Probability => Variance::Robust,
        };
        let (ties, conf_level) = (request.ties, request.conf_level);
        let options = CoxOptions { ties, variance, conf_level, ..CoxOptions::default() };
        let fit = model.fit(&options);
        let frame = Frame { id: "cox".to_owned(), ..Frame::default() };
        let mut set = RowSet::new(&frame, "cox", &self.cox_method(request, &fit, &sample));
        ModelRows {
            cause: None,
            subjects: fit.n_subjects,
            events: fit.n_events,
            terms: &fit.terms,
            loglik_null: fit.loglik_null,
            loglik: fit.loglik,
            lrt: fit.lrt,
            wald: fit.wald,
            score: fit.score,
        }
        .push(&mut set);
        if self.weighting == CaseWeights::Probability {
            set.push(&place(None), &stat::N_EFFECTIVE, effective_size(&weighted(&data)));
        }
        set.push_value(
            &place(None),
            &stat::CONCORDANCE,
            fit.concordance.map(|c| c.estimate).map_err(Into::into),
        );
        push_proportionality(&mut set, &fit, &model.proportionality_test(&fit));
        let mut rows = set.into_rows();
        rows.extend(excluded_row(&frame, "cox", sample.excluded, &rows));
        warnings.extend(absences(&rows));
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }

    fn cox_method(&self, request: &CoxRequest, fit: &CoxFit, sample: &Sample) -> String {
        let ties = match request.ties {
            Ties::Efron => "Efron",
            Ties::Breslow => "Breslow",
        };
        let variance = match (fit.robust, self.cluster.as_ref().or(self.id.as_ref())) {
            (true, Some(cluster)) => format!("robust by {cluster}"),
            (true, None) => "robust".to_owned(),
            (false, _) => "model-based".to_owned(),
        };
        let mut method = format!(
            "Cox regression; interval Wald; level {}; ties {ties}; variance {variance}",
            request.conf_level
        );
        let strata = self.strata.join(",");
        let censored = sample.censored_codes.join(",");
        let weight = self.weight.as_deref().unwrap_or_default();
        let weights = match self.weighting {
            CaseWeights::Case => "weights",
            CaseWeights::Probability => "probability weights",
        };
        for (name, value) in
            [("strata", strata.as_str()), (weights, weight), ("cause-specific; censored", &censored)]
        {
            if !value.is_empty() {
                method = format!("{method}; {name} {value}");
            }
        }
        format!("{method}; profile {}", request.profile)
    }
}

/// The weights of the rows with their subjects.
fn weighted(data: &CoxData) -> Vec<WeightedInterval> {
    let subject = |row: usize| match &data.id {
        Some(id) => id[row],
        None => u32::try_from(row).unwrap_or(u32::MAX),
    };
    let one = |row: usize| WeightedInterval {
        subject: subject(row),
        entry: data.entry.as_ref().map(|entry| entry[row]),
        exit: data.exit[row],
        cause: u32::from(data.event[row]),
        weight: data.weights.get(row).copied().unwrap_or(1.0),
        inner: false,
    };
    (0..data.exit.len()).map(one).collect()
}

/// The data of the estimator; the covariates are moved, not copied.
fn cox_data(sample: &mut Sample) -> CoxData {
    CoxData {
        entry: sample.entry.take(),
        exit: std::mem::take(&mut sample.exit),
        event: sample.event.iter().map(|cause| *cause == 1).collect(),
        covariates: std::mem::take(&mut sample.design.values),
        names: sample.design.names.clone(),
        strata: std::mem::take(&mut sample.strata),
        weights: std::mem::take(&mut sample.weights),
        id: sample.id.take(),
        cluster: sample.cluster.take(),
    }
}

fn push_proportionality(set: &mut RowSet, fit: &CoxFit, test: &ProportionalityTest) {
    let stats = [&*stat::ZPH_CHISQ, &*stat::ZPH_DF, &*stat::ZPH_P];
    for (term, result) in fit.terms.iter().zip(&test.terms) {
        push_test(set, &place(None).term(&term.name), stats, *result);
    }
    push_test(set, &place(None).term(GLOBAL), stats, test.global);
}
