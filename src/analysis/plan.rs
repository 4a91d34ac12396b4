//! The plan of a study, carried out: endpoints x groups x methods -> ARD rows.

mod shares;

use std::collections::BTreeSet;

use super::ard::Row;
use super::axis::breaks;
use super::events::EventCodes;
use super::factor::{Factor, MISSING};
use super::incidence::{IncidenceRequest, incidence_rows};
use super::reduce::{GroupTable, ReduceError, Roles, Rows};
use super::row_set::Frame as RowFrame;
use super::survival::{SurvivalRequest, Times, survival_rows};
use super::test::{TestRequest, test_rows};
use super::{PROFILE, TREATED, bookkeeping};
use crate::cohort::{Cohort, EndpointData};
use crate::estimate::{AalenJohansenOptions, KaplanMeierOptions, Weight};
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::file::{AnalysisSpec, OneOrMany, TestName};
use crate::study::{EndpointKind, Horizon, Study};

/// Times of the table where a study names none.
const DEFAULT_TIMES: [f64; 2] = [100.0, 365.0];

/// Why a study could not be analysed.
#[derive(Debug, thiserror::Error)]
#[error("endpoint {endpoint}: {source}")]
pub struct PlanError {
    /// The endpoint.
    pub endpoint: String,
    /// Why.
    pub source: ReduceError,
}

/// The rows of a study, and what should be warned of.
#[derive(Debug, Default)]
pub struct Results {
    /// The ARD rows.
    pub rows: Vec<Row>,
    /// Warnings, a sentence each.
    pub warnings: Vec<String>,
}

/// Carries out the plan of a study.
///
/// # Errors
/// [`PlanError`] naming the endpoint whose rows were refused.
pub fn results(study: &Study, cohort: &Cohort) -> Result<Results, PlanError> {
    let mut results = Results { rows: bookkeeping::cohort_rows(study, cohort), warnings: Vec::new() };
    for data in &cohort.endpoints {
        let mut task = Task { cohort, data, results: &mut results, done: BTreeSet::new() };
        task.run(study).map_err(|source| PlanError { endpoint: data.endpoint.name.clone(), source })?;
    }
    Ok(results)
}

struct Task<'a> {
    cohort: &'a Cohort,
    data: &'a EndpointData,
    results: &'a mut Results,
    done: BTreeSet<String>,
}

impl Task<'_> {
    fn run(&mut self, study: &Study) -> Result<(), ReduceError> {
        let name = &self.data.endpoint.name;
        let wanted = |spec: &&AnalysisSpec| spec.endpoint.all().iter().any(|one| one.get_ref() == name);
        let specs: Vec<&AnalysisSpec> = study.file.analysis.iter().filter(wanted).collect();
        for spec in &specs {
            self.analysis(spec, &[])?;
            for by in &spec.by {
                let names: Vec<String> = by.all().iter().map(|one| one.get_ref().clone()).collect();
                self.analysis(spec, &names)?;
            }
        }
        if specs.is_empty() {
            self.analysis(
                &AnalysisSpec {
                    endpoint: OneOrMany::Many(Vec::new()),
                    by: Vec::new(),
                    times: Vec::new(),
                    test: None,
                    rmst: None,
                    horizon: None,
                    method: None,
                    against: None,
                    association: Vec::new(),
                    difference: None,
                    strata: Vec::new(),
                },
                &[],
            )?;
        }
        Ok(())
    }

    fn analysis(&mut self, spec: &AnalysisSpec, by: &[String]) -> Result<(), ReduceError> {
        let name = &self.data.endpoint.name;
        let id = if by.is_empty() { name.clone() } else { format!("{name}:{}", by.join(",")) };
        if self.data.rows.rows == 0 || !self.done.insert(id.clone()) {
            return Ok(());
        }
        let factors: Vec<Factor> = by.iter().map(|name| self.factor(name)).collect();
        if factors.iter().any(|factor| factor.levels.is_empty()) {
            return Ok(());
        }
        let frame = RowFrame {
            id,
            population: Some(TREATED.to_owned()),
            comparison: (!by.is_empty()).then(|| by.join(",")),
            endpoint: Some(name.clone()),
            time_unit: Some("d".to_owned()),
        };
        match self.data.endpoint.kind {
            EndpointKind::Proportion => self.statuses(spec, &frame, &factors),
            EndpointKind::Survival | EndpointKind::Competing => self.times(spec, &frame, &factors),
        }
    }

    fn factor(&self, name: &str) -> Factor {
        let factor = Factor::of(name, column(&self.data.rows, name));
        match self.cohort.strata.iter().find(|stratum| stratum.name == name) {
            Some(stratum) => factor.ordered(&stratum.levels),
            None => factor,
        }
    }

    fn times(
        &mut self,
        spec: &AnalysisSpec,
        frame: &RowFrame,
        factors: &[Factor],
    ) -> Result<(), ReduceError> {
        let rows_frame = &self.data.rows;
        let causes = &self.data.endpoint.causes;
        let events = event_codes(column(rows_frame, "cause"));
        let entry = rows_frame.column("entry").map(|entry| ("entry", entry));
        let roles = Roles {
            time: ("time", column(rows_frame, "time")),
            events: &events,
            causes: causes.len(),
            entry,
            weight: None,
            subject: None,
            factors,
        };
        let rows = Rows::check(roles)?;
        let tables = rows.tables(factors)?;
        let last = tables.iter().filter_map(|table| table.table.last_time()).fold(0.0, f64::max);
        let horizon =
            spec.horizon.as_ref().and_then(|h| Horizon::parse(h.get_ref())).map_or(last, |h| h.days);
        let asked: Vec<f64> = spec
            .times
            .iter()
            .filter_map(|time| Horizon::parse(time.get_ref()))
            .map(|time| time.days)
            .collect();
        let asked = if asked.is_empty() { DEFAULT_TIMES.to_vec() } else { asked };
        let tau = spec.rmst.as_ref().and_then(|tau| Horizon::parse(tau.get_ref())).map(|tau| tau.days);
        // Crossings are read in tables; curves are drawn of one variable at a time.
        let drawn = if factors.len() > 1 {
            Vec::new()
        } else {
            vec![("#curve", Times::Curve(horizon)), ("#risk", Times::Risk(breaks(horizon)))]
        };
        for (suffix, times) in std::iter::once(("", Times::at(asked))).chain(drawn) {
            let frame = RowFrame { id: format!("{}{suffix}", frame.id), ..frame.clone() };
            self.estimate(&frame, &tables, times, tau.filter(|_| suffix.is_empty()));
        }
        if let (Some(test), false) = (spec.test, factors.is_empty()) {
            let causes: Vec<std::sync::Arc<str>> = causes.iter().map(|cause| cause.as_str().into()).collect();
            let request = TestRequest { test: test_kind(test), profile: PROFILE };
            self.results.rows.extend(test_rows(frame, &rows, (factors, &[]), (&causes, &request))?);
        }
        Ok(())
    }

    fn estimate(&mut self, frame: &RowFrame, tables: &[GroupTable], times: Times, tau: Option<f64>) {
        let summary = frame.id.find('#').is_none();
        if self.data.endpoint.kind == EndpointKind::Survival {
            let options = KaplanMeierOptions::default();
            let request =
                SurvivalRequest { options, times, probs: Vec::new(), tau, summary, profile: PROFILE };
            let (rows, warnings) = survival_rows(frame, tables, &request);
            self.results.rows.extend(rows);
            if summary {
                self.results.warnings.extend(warnings.into_iter().map(|w| format!("{}: {w}", frame.id)));
            }
        } else {
            let causes = EventCodes::causes(&self.data.endpoint.causes, &[]).unwrap_or_default().causes;
            let request = IncidenceRequest {
                options: AalenJohansenOptions::default(),
                times,
                summary,
                profile: PROFILE,
            };
            self.results.rows.extend(incidence_rows(frame, tables, &causes, &request));
        }
    }
}

fn test_kind(test: TestName) -> super::test::Test {
    use super::test::Test;
    match test {
        TestName::Logrank => Test::Weighted(Weight::LogRank),
        TestName::Gehan => Test::Weighted(Weight::Gehan),
        TestName::TaroneWare => Test::Weighted(Weight::TaroneWare),
        TestName::Peto => Test::Weighted(Weight::Peto),
        TestName::Gray => Test::Gray,
    }
}

static NOTHING: ColumnData = ColumnData::Integer { values: Vec::new(), valid: None };

fn column<'a>(frame: &'a Frame, name: &str) -> &'a ColumnData {
    frame.column(name).unwrap_or(&NOTHING)
}

fn event_codes(column: &ColumnData) -> Vec<u32> {
    (0..column.len())
        .map(|row| match column {
            ColumnData::Integer { values, .. } if !column.is_missing(row) => {
                u32::try_from(values[row]).unwrap_or(MISSING)
            }
            _ => MISSING,
        })
        .collect()
}
