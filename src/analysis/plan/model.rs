//! The regressions of a study: an endpoint's rows with the columns of its subjects -> ARD rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::ard::Row;
use crate::analysis::events::{EventCodes, Unnamed};
use crate::analysis::plain::{Outcome, PlainError};
use crate::analysis::reduce::ReduceError;
use crate::analysis::regression::{
    Beside, CoxRequest, FineGrayRequest, Predictions, RegressionFile, TimeDependent,
};
use crate::analysis::row_set::Frame as RowFrame;
use crate::cohort::{Cohort, EndpointData};
use crate::domain::Convention;
use crate::estimate::cox::Penalty;
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::file::{AnalysisSpec, ModelName};
use crate::study::term::Shape;
use crate::study::{EndpointKind, Horizon, ModelTerm};

/// Level of the intervals.
const CONF_LEVEL: f64 = 0.95;

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
}

impl ModelTask<'_> {
    /// The rows of the model `<endpoint>#model`, of its adjusted curves `<endpoint>#model-curve`, and what
    /// should be warned of.
    pub(super) fn rows(&self) -> Result<(Vec<Row>, Vec<String>), ReduceError> {
        let Some(model) = self.spec.model else { return Ok((Vec::new(), Vec::new())) };
        let outcome = self.fit(model, "", self.times()).map_err(|error| refused(&error))?;
        let (mut rows, warnings) = (outcome.rows, outcome.warnings);
        if self.spec.adjusted.is_some() {
            let curves = self.fit(model, "-curve", Vec::new()).map_err(|error| refused(&error))?;
            rows.extend(curves.rows.into_iter().filter(|row| row.time.is_some()));
        }
        Ok((super::landmark::landmark(self.spec).name_rows(rows), warnings))
    }

    fn fit(&self, model: ModelName, suffix: &str, times: Vec<f64>) -> Result<Outcome, PlainError> {
        let file = self.file(model)?;
        let (rows, frame) = (self.frame()?, self.row_frame(suffix));
        let adjusted = self.spec.adjusted.as_ref().map(|column| column.get_ref().clone());
        let predictions = Predictions { profiles: Vec::new(), adjusted, times };
        match model {
            ModelName::Cox => {
                let request = CoxRequest {
                    ties: self.profile.ties(),
                    penalty: Penalty::None,
                    predictions,
                    conf_level: CONF_LEVEL,
                    profile: self.profile,
                };
                let competing = self.data.endpoint.kind == EndpointKind::Competing;
                file.cox_of(rows, (&frame, file.codes.causes.first().filter(|_| competing)), &request)
            }
            ModelName::Finegray => {
                let request = FineGrayRequest {
                    predictions: Predictions::default(),
                    beside: Beside::CauseSpecific,
                    conf_level: CONF_LEVEL,
                    profile: self.profile,
                };
                file.fine_gray_of(rows, &frame, &request)
            }
        }
    }

    fn times(&self) -> Vec<f64> {
        let times: Vec<f64> =
            self.spec.times.iter().filter_map(|t| Horizon::parse(t.get_ref())).map(|t| t.days).collect();
        if times.is_empty() { super::DEFAULT_TIMES.to_vec() } else { times }
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
                .map(|(name, _)| TimeDependent { name: name.clone(), column: day_column(name) })
                .collect(),
            entry: delayed.then(|| "entry".to_owned()),
            strata: self.spec.strata.iter().map(|name| name.get_ref().clone()).collect(),
            landmark: super::landmark::landmark(self.spec),
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

    /// The rows of the endpoint with the columns of its subjects and the days of the changes.
    fn frame(&self) -> Result<Frame, PlainError> {
        let rows = &self.data.rows;
        let subjects: Vec<Option<String>> = texts(rows.column("subject_id"), rows.rows);
        let place: BTreeMap<String, usize> =
            texts(self.cohort.subjects.column("subject_id"), self.cohort.subjects.rows)
                .into_iter()
                .enumerate()
                .filter_map(|(row, name)| name.map(|name| (name, row)))
                .collect();
        let places: Vec<usize> =
            subjects.iter().filter_map(|name| place.get(name.as_deref()?).copied()).collect();
        if places.len() != rows.rows {
            return Err(PlainError::Usage("an endpoint has rows of subjects that are not there".to_owned()));
        }
        let mut columns = rows.columns.clone();
        for (name, values) in &self.cohort.subjects.columns {
            if columns.iter().all(|(known, _)| known != name) {
                columns.push((name.clone(), gather(values, &places)));
            }
        }
        for (name, endpoint) in &self.spec.time_dependent {
            columns.push((day_column(name), self.days(endpoint.get_ref(), &subjects)));
        }
        Ok(Frame { columns, ..rows.clone() })
    }

    /// For each subject the day on which the first cause of another endpoint happened.
    fn days(&self, endpoint: &str, subjects: &[Option<String>]) -> ColumnData {
        let mut days: BTreeMap<String, f64> = BTreeMap::new();
        if let Some(data) = self.cohort.endpoints.iter().find(|data| data.endpoint.name == endpoint) {
            let names = texts(data.rows.column("subject_id"), data.rows.rows);
            let time = texts(data.rows.column("time"), data.rows.rows);
            let cause = texts(data.rows.column("cause"), data.rows.rows);
            for ((name, time), cause) in names.into_iter().zip(time).zip(cause) {
                let day = time.and_then(|time| time.parse().ok()).filter(|_| cause.as_deref() == Some("1"));
                days.extend(name.zip(day));
            }
        }
        let day = |name: &Option<String>| name.as_ref().and_then(|name| days.get(name)).copied();
        let found: Vec<Option<f64>> = subjects.iter().map(day).collect();
        ColumnData::Real {
            values: found.iter().map(|day| day.unwrap_or_default()).collect(),
            valid: Some(found.iter().map(Option::is_some).collect()),
        }
    }
}

/// The name of the column of days of a covariate that changes.
fn day_column(name: &str) -> String {
    format!("day of {name}")
}

fn texts(column: Option<&ColumnData>, rows: usize) -> Vec<Option<String>> {
    (0..rows).map(|row| column.and_then(|column| column.label(row))).collect()
}

fn gather(column: &ColumnData, rows: &[usize]) -> ColumnData {
    fn picked<T: Copy>(values: &[T], rows: &[usize]) -> Vec<T> {
        rows.iter().map(|row| values[*row]).collect()
    }
    let valid = |valid: &Option<Vec<bool>>| valid.as_ref().map(|valid| picked(valid, rows));
    match column {
        ColumnData::Text { codes, levels } => {
            ColumnData::Text { codes: picked(codes, rows), levels: levels.clone() }
        }
        ColumnData::Integer { values, valid: there } => {
            ColumnData::Integer { values: picked(values, rows), valid: valid(there) }
        }
        ColumnData::Real { values, valid: there } => {
            ColumnData::Real { values: picked(values, rows), valid: valid(there) }
        }
        ColumnData::Boolean { values, valid: there } => {
            ColumnData::Boolean { values: picked(values, rows), valid: valid(there) }
        }
    }
}

fn refused(error: &PlainError) -> ReduceError {
    ReduceError::Model(error.to_string())
}
