//! Cox regression of a file -> ARD rows.

use std::sync::Arc;

use super::model_rows::{GLOBAL, ModelRows, absences, place, push_test};
use super::prediction::Predictions;
use super::sample::Sample;
use super::{CaseWeights, RegressionFile};
use crate::analysis::ard::Row;
use crate::analysis::plain::{Outcome, PlainError, excluded_row};
use crate::analysis::row_set::{Frame, RowSet, stat};
use crate::domain::Convention;
use crate::estimate::cox::proportionality::ProportionalityTest;
use crate::estimate::cox::{Coefficient, CoxData, CoxFit, CoxModel, CoxOptions, Penalty, Ties, Variance};
use crate::estimate::{Quantity, WeightedInterval, effective_size};

/// Interval and test of a penalised fit.
const PROFILE_INTERVAL: &str = "profile penalised likelihood; p-value penalised likelihood ratio";

/// What is asked of a Cox regression.
#[derive(Debug, Clone)]
pub struct CoxRequest {
    /// Tied events.
    pub ties: Ties,
    /// Penalty of the likelihood.
    pub penalty: Penalty,
    /// What the fit is to predict.
    pub predictions: Predictions,
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
        let frame = Frame { id: "cox".to_owned(), ..Frame::default() };
        self.cox_of(self.read()?, (&frame, None), request)
    }

    /// Cox regression of rows that are read already; with a cause, it stands in the rows.
    ///
    /// # Errors
    /// [`PlainError`] where the rows are refused.
    pub fn cox_of(
        &self,
        rows: crate::ingest::frame::Frame,
        (frame, cause): (&Frame, Option<&Arc<str>>),
        request: &CoxRequest,
    ) -> Result<Outcome, PlainError> {
        let mut sample = self.sample(rows)?;
        let mut warnings = sample.warnings(&self.event);
        let mut rows = self.cox_rows(&mut sample, (frame, cause), request)?;
        rows.extend(excluded_row(frame, "cox", sample.left_out(), &rows));
        warnings.extend(absences(&rows));
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }

    /// The rows of the fit and of what it predicts; the sample's columns are used up.
    pub(super) fn cox_rows(
        &self,
        sample: &mut Sample,
        (frame, cause): (&Frame, Option<&Arc<str>>),
        request: &CoxRequest,
    ) -> Result<Vec<Row>, PlainError> {
        let wanted = request.predictions.wanted(sample)?;
        sample.cells.clear();
        let data = cox_data(sample);
        let model = CoxModel::new(&data).map_err(|error| self.model_refusal(sample, error))?;
        let effective: Option<Quantity> =
            (self.weighting == CaseWeights::Probability).then(|| effective_size(&weighted(&data)));
        drop(data);
        let variance = match self.weighting {
            CaseWeights::Case => Variance::AsCoxph,
            CaseWeights::Probability => Variance::Robust,
        };
        let options = CoxOptions {
            ties: request.ties,
            variance,
            penalty: request.penalty,
            conf_level: request.conf_level,
            ..CoxOptions::default()
        };
        let mut fit = model.fit(&options);
        if request.penalty == Penalty::Firth {
            take_profiles(&mut fit, &model, &options);
        }
        let method = self.cox_method(request, &fit, sample);
        let mut set = RowSet::new(frame, "cox", &method);
        ModelRows {
            cause,
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
        if let Some(effective) = effective {
            set.push(&place(cause), &stat::N_EFFECTIVE, effective);
        }
        set.push_value(
            &place(cause),
            &stat::CONCORDANCE,
            fit.concordance.map(|c| c.estimate).map_err(Into::into),
        );
        push_proportionality(&mut set, cause, &fit, &model.proportionality_test(&fit));
        let mut rows = set.into_rows();
        if !wanted.is_empty() {
            let mut set = RowSet::new(frame, "cox", &predicted(&method));
            wanted.push_survival(&mut set, &model, &fit);
            rows.extend(set.into_rows());
        }
        Ok(rows)
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
        let (penalty, interval) = match request.penalty {
            Penalty::None => ("", "Wald"),
            Penalty::Firth => (", Firth penalty", PROFILE_INTERVAL),
        };
        let mut method = format!(
            "Cox regression{penalty}; interval {interval}; level {}; ties {ties}; variance {variance}",
            request.conf_level
        );
        let strata = self.strata.join(",");
        let censored = sample.censored_codes.join(",");
        let weight = self.weight.as_deref().unwrap_or_default();
        let weights = match self.weighting {
            CaseWeights::Case => "weights",
            CaseWeights::Probability => "probability weights",
        };
        let references = sample.formula.references();
        let changing: Vec<&str> = self.time_dependent.iter().map(|one| one.name.as_str()).collect();
        let changing = changing.join(",");
        let changing = match self.changes_on.filter(|_| !changing.is_empty()) {
            Some(day) => format!("{changing}; {}", day.words()),
            None => changing,
        };
        for (name, value) in [
            ("strata", strata.as_str()),
            (weights, weight),
            ("references", &references),
            ("time-dependent", &changing),
            ("cause-specific; censored", &censored),
        ] {
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

/// The method of what a fit predicts.
fn predicted(method: &str) -> String {
    let method = method.replace(&format!("interval {PROFILE_INTERVAL}"), "interval Wald");
    let (name, rest) = method.split_once(';').unwrap_or((&method, ""));
    format!("{name}, predicted survival;{}", rest.replace("interval Wald", "interval log-log"))
}

/// Limits and p-values of the penalised likelihood's profile, in place of Wald's.
fn take_profiles(fit: &mut CoxFit, model: &CoxModel, options: &CoxOptions) {
    let profiles = model.profiles(fit, options);
    for (term, profile) in fit.terms.iter_mut().zip(profiles) {
        term.estimate = term.estimate.and_then(|wald| {
            profile.map(|profile| Coefficient {
                conf_low: libm::exp(profile.low),
                conf_high: libm::exp(profile.high),
                p_value: profile.p_value,
                ..wald
            })
        });
    }
}

fn push_proportionality(
    set: &mut RowSet,
    cause: Option<&Arc<str>>,
    fit: &CoxFit,
    test: &ProportionalityTest,
) {
    let stats = [&*stat::ZPH_CHISQ, &*stat::ZPH_DF, &*stat::ZPH_P];
    for (term, result) in fit.terms.iter().zip(&test.terms) {
        push_test(set, &place(cause).term(&term.name), stats, *result);
    }
    push_test(set, &place(cause).term(GLOBAL), stats, test.global);
}
