//! The regressions of a study: an endpoint's rows with the columns of its subjects -> ARD rows.

use std::sync::Arc;

use super::dataset::{day_column, with_days};
use super::options;
use crate::analysis::ard::Row;
use crate::analysis::events::{EventCodes, Unnamed};
use crate::analysis::plain::{Outcome, PlainError};
use crate::analysis::reduce::ReduceError;
use crate::analysis::regression::{
    Beside, CaseWeights, CoxRequest, FineGrayRequest, Predictions, RegressionFile, TimeDependent,
};
use crate::analysis::row_set::Frame as RowFrame;
use crate::cohort::{Cohort, EndpointData};
use crate::domain::Convention;
use crate::study::file::{AnalysisSpec, ChangesOn, ModelName};
use crate::study::term::Shape;
use crate::study::{CovariateProfile, EndpointKind, ModelTerm};

/// An endpoint, and what is modelled of it.
pub(super) struct ModelTask<'a> {
    pub(super) cohort: &'a Cohort,
    pub(super) data: &'a EndpointData,
    pub(super) spec: &'a AnalysisSpec,
    /// Which of the endpoint's models this is, from 1.
    pub(super) number: usize,
    /// The conventions.
    pub(super) profile: Convention,
    /// The population that the cohort is.
    pub(super) population: &'a str,
    /// The day on which covariates change.
    pub(super) changes_on: Option<ChangesOn>,
}

impl ModelTask<'_> {
    /// The rows of the model `<endpoint>#model`, of its adjusted curves `<endpoint>#model-curve`, and what
    /// should be warned of.
    pub(super) fn rows(&self) -> Result<(Vec<Row>, Vec<String>), ReduceError> {
        let Some(model) = self.spec.model else { return Ok((Vec::new(), Vec::new())) };
        if let Some(weight) = self.spec.pweight() {
            super::weighted::all_positive(weight, super::column(&self.data.rows, weight))?;
        }
        let outcome = self.fit(model, "", super::asked(self.spec)).map_err(|error| refused(&error))?;
        let (mut rows, warnings) = (outcome.rows, outcome.warnings);
        if self.spec.adjusted.is_some() || !self.spec.at.is_empty() {
            let curves = self.fit(model, "-curve", Vec::new()).map_err(|error| refused(&error))?;
            rows.extend(curves.rows.into_iter().filter(|row| row.time.is_some()));
        }
        Ok((super::landmark::landmark(self.spec).name_rows(rows), warnings))
    }

    fn fit(&self, model: ModelName, suffix: &str, times: Vec<f64>) -> Result<Outcome, PlainError> {
        let file = self.file(model)?;
        let rows = with_days(self.cohort, self.data, (&[self.spec], self.changes_on));
        let frame = self.row_frame(suffix);
        let adjusted = self.spec.adjusted.as_ref().map(|column| column.get_ref().clone());
        let profiles: Result<Vec<CovariateProfile>, String> =
            self.spec.at.iter().map(|text| CovariateProfile::parse(text.get_ref())).collect();
        let predictions = Predictions { profiles: profiles.map_err(PlainError::Usage)?, adjusted, times };
        match model {
            ModelName::Cox => {
                let request = CoxRequest {
                    ties: options::ties(self.spec, self.profile),
                    penalty: options::penalty(self.spec),
                    predictions,
                    conf_level: self.spec.conf_level(),
                    profile: self.profile,
                };
                let competing = self.data.endpoint.kind == EndpointKind::Competing;
                file.cox_of(rows, (&frame, file.codes.causes.first().filter(|_| competing)), &request)
            }
            ModelName::Finegray => {
                let request = FineGrayRequest {
                    predictions,
                    beside: Beside::CauseSpecific,
                    conf_level: self.spec.conf_level(),
                    profile: self.profile,
                };
                file.fine_gray_of(rows, &frame, &request)
            }
        }
    }

    fn row_frame(&self, suffix: &str) -> RowFrame {
        let name = &self.data.endpoint.name;
        let base = self.spec.name_of(name);
        let number = if self.number > 1 { format!("-{}", self.number) } else { String::new() };
        RowFrame {
            id: format!("{base}#model{number}{suffix}"),
            population: Some(self.population.to_owned()),
            comparison: None,
            endpoint: Some(name.clone()),
            time_unit: Some("d".to_owned()),
        }
    }

    /// The model in the words of a file.
    fn file(&self, model: ModelName) -> Result<RegressionFile, PlainError> {
        let delayed = self.data.rows.column("entry").is_some();
        if delayed && model == ModelName::Finegray {
            return Err(PlainError::Usage("Fine-Gray has no delayed entry; use model = \"cox\"".to_owned()));
        }
        let interest: Arc<str> = Arc::from(self.data.endpoint.causes.first().map_or("event", String::as_str));
        let (causes, unnamed) = match model {
            ModelName::Cox => (vec![interest], Unnamed::Silent),
            ModelName::Finegray => (vec![interest, Arc::from("competing")], Unnamed::Compete),
        };
        let changing = self.spec.time_dependent.iter();
        Ok(RegressionFile {
            time: "time".to_owned(),
            event: "cause".to_owned(),
            codes: EventCodes { named: vec![("1".to_owned(), 1)], causes, unnamed },
            covariates: self.terms()?,
            time_dependent: changing
                .map(|(name, endpoint)| TimeDependent {
                    name: name.clone(),
                    column: day_column(endpoint.get_ref()),
                })
                .collect(),
            changes_on: self.changes_on,
            entry: delayed.then(|| "entry".to_owned()),
            strata: self.spec.strata.iter().map(|name| name.get_ref().clone()).collect(),
            landmark: super::landmark::landmark(self.spec),
            weight: self.spec.any_weight().map(str::to_owned),
            cluster: self.spec.cluster.as_ref().map(|name| name.get_ref().clone()),
            weighting: if self.spec.pweight.is_some() { CaseWeights::Probability } else { CaseWeights::Case },
            ..RegressionFile::default()
        })
    }

    /// The terms; a stratum of the study is compared with the first of its levels in the study's order.
    fn terms(&self) -> Result<Vec<ModelTerm>, PlainError> {
        let mut terms = Vec::new();
        for text in &self.spec.terms {
            let term =
                ModelTerm::parse(text.get_ref()).map_err(|error| PlainError::Usage(error.to_string()))?;
            terms.push(term);
        }
        let named: Vec<String> = terms
            .iter()
            .flat_map(|term| &term.variables)
            .filter(|variable| matches!(variable.shape, Shape::Against(_)))
            .map(|variable| variable.column.clone())
            .collect();
        for variable in terms.iter_mut().flat_map(|term| &mut term.variables) {
            let stratum = self.cohort.strata.iter().find(|stratum| stratum.name == variable.column);
            if let (Shape::AsIs, Some(stratum), false) =
                (&variable.shape, stratum, named.contains(&variable.column))
                && let Some(level) = self.first_level(&stratum.name, &stratum.levels)
            {
                variable.shape = Shape::Against(level);
            }
        }
        Ok(terms)
    }

    /// The first of some levels that the rows of the endpoint have.
    fn first_level(&self, column: &str, levels: &[String]) -> Option<String> {
        let values = self.data.rows.column(column)?;
        let occurs =
            |level: &&String| (0..values.len()).any(|row| values.label(row).as_ref() == Some(*level));
        levels.iter().find(occurs).cloned()
    }
}

fn refused(error: &PlainError) -> ReduceError {
    ReduceError::Model(error.to_string())
}
