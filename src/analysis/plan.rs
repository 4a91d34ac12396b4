//! The plan of a study, carried out: endpoints x groups x methods -> ARD rows.

mod comparison;
mod dataset;
mod designs;
mod extras;
mod landmark;
mod model;
mod not_applicable;
mod options;
mod rates;
mod recurrent;
mod shares;
mod states;
mod weighted;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ard::Row;
use super::axis::{breaks, breaks_from};
use super::column::{self, column};
use super::disclosure::Policy;
use super::events::EventCodes;
use super::factor::{Factor, MISSING};
use super::incidence::{IncidenceExtras, IncidenceRequest, incidence_rows};
use super::k_anonymity::k_anonymity_rows;
use super::reduce::{GroupTable, ReduceError, Roles, Rows};
use super::row_set::Frame as RowFrame;
use super::survival::{SurvivalExtras, SurvivalRequest, Times, survival_rows};
use super::{EVALUABLE, TREATED, bookkeeping};
use crate::cohort::{Cohort, EndpointData};
use crate::domain::Convention;
use crate::ingest::frame::ColumnData;
use crate::study::file::{AnalysisSpec, ChangesOn};
use crate::study::{EndpointKind, Horizon, Study};
use comparison::{Checked, comparison_rows};
pub use dataset::{dataset, day_column};
use model::ModelTask;

/// Times of the table where a study names none.
pub const DEFAULT_TIMES: [f64; 2] = [100.0, 365.0];

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
    for pair in &cohort.conditioning {
        results.warnings.extend(pair.mismatches().map(|(declared, derived, count)| {
            format!(
                "conditioning: {count} patients have {} {declared} and by their doses {derived}",
                pair.declared
            )
        }));
    }
    // How far patients can be told apart is for those who hold the data.
    if !study.is_release() {
        let (alike, warning) = k_anonymity_rows(cohort);
        results.rows.extend(alike);
        results.warnings.extend(warning);
    }
    for population in study.populations() {
        let asked = study.file.analysis.iter().any(|spec| spec.population() == population.name);
        if population.name == TREATED {
            of_population(study, cohort, TREATED, &mut results)?;
        } else if let Some(cohort) = cohort.restricted_to(&population.name).filter(|_| asked) {
            of_population(study, &cohort, &population.name, &mut results)?;
        }
    }
    states::add(study, cohort, &mut results)?;
    designs::add(study, &mut results)?;
    Ok(results)
}

/// What is asked of a population.
fn of_population(
    study: &Study,
    cohort: &Cohort,
    population: &str,
    results: &mut Results,
) -> Result<(), PlanError> {
    // Of all treated, the evaluable are shown beside; of others, whoever of them is evaluable.
    let chosen = study.population(EVALUABLE).is_some_and(|population| population.condition.is_some());
    let evaluable = if chosen { cohort.restricted_to(EVALUABLE) } else { None };
    for data in &cohort.endpoints {
        let same = |other: &&EndpointData| other.endpoint.name == data.endpoint.name;
        let evaluable = evaluable.as_ref().and_then(|cohort| cohort.endpoints.iter().find(same));
        let mut task = Task {
            policy: Policy::of(study),
            profile: study.file.study.convention,
            cohort,
            data,
            evaluable: evaluable.unwrap_or(data),
            population,
            results: &mut *results,
            done: BTreeSet::new(),
        };
        task.run(study).map_err(|source| PlanError { endpoint: data.endpoint.name.clone(), source })?;
    }
    Ok(())
}

/// What is still wanted of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Estimates and test.
    Everything,
    /// A further test of the same groups.
    Test,
}

struct Task<'a> {
    policy: Option<Policy>,
    profile: Convention,
    cohort: &'a Cohort,
    data: &'a EndpointData,
    /// The endpoint among those whom the study calls evaluable.
    evaluable: &'a EndpointData,
    /// The population that the cohort is.
    population: &'a str,
    results: &'a mut Results,
    done: BTreeSet<String>,
}

impl Task<'_> {
    fn run(&mut self, study: &Study) -> Result<(), ReduceError> {
        let named = |spec: &&AnalysisSpec| self.data.endpoint.is_asked_by(spec);
        let wanted = |spec: &&AnalysisSpec| named(spec) && spec.population() == self.population;
        let (models, specs): (Vec<&AnalysisSpec>, Vec<&AnalysisSpec>) =
            study.file.analysis.iter().filter(wanted).partition(|spec| spec.model.is_some());
        for spec in &specs {
            self.analysis(spec, &[])?;
            for by in &spec.by {
                let names: Vec<String> = by.all().iter().map(|one| one.get_ref().clone()).collect();
                self.analysis(spec, &names)?;
            }
        }
        if specs.is_empty() && self.population == TREATED {
            self.analysis(&AnalysisSpec::default(), &[])?;
        }
        self.models(&models, study.changes_on())?;
        Ok(())
    }

    fn models(&mut self, specs: &[&AnalysisSpec], changes_on: Option<ChangesOn>) -> Result<(), ReduceError> {
        if self.data.rows.rows == 0 {
            return Ok(());
        }
        for (number, spec) in (1..).zip(specs) {
            let (cohort, data, profile) = (self.cohort, self.data, self.profile);
            let task =
                ModelTask { cohort, data, spec, number, profile, population: self.population, changes_on };
            let (rows, warnings) = task.rows()?;
            let name = &self.data.endpoint.name;
            self.results.rows.extend(rows);
            self.results.warnings.extend(warnings.into_iter().map(|warning| format!("{name}: {warning}")));
        }
        Ok(())
    }

    fn analysis(&mut self, spec: &AnalysisSpec, by: &[String]) -> Result<(), ReduceError> {
        let name = &self.data.endpoint.name;
        let base = spec.name_of(name);
        let id = if by.is_empty() { base } else { format!("{base}:{}", by.join(",")) };
        let wanted = match (self.done.insert(id.clone()), spec.test) {
            (true, _) => Wanted::Everything,
            (false, Some(test)) if !by.is_empty() && self.done.insert(format!("{id} {test:?}")) => {
                Wanted::Test
            }
            _ => return Ok(()),
        };
        let frame = RowFrame {
            id,
            population: Some(self.population.to_owned()),
            comparison: (!by.is_empty()).then(|| by.join(",")),
            endpoint: Some(name.clone()),
            time_unit: Some("d".to_owned()),
        };
        if wanted == Wanted::Everything && by.is_empty() && base_is_own(spec, self.population) {
            self.results.rows.extend(bookkeeping::counts_of(&frame, self.data));
        }
        if self.data.rows.rows == 0 {
            if wanted == Wanted::Everything {
                self.not_applicable(spec, &frame, by);
            }
            return Ok(());
        }
        if let (Wanted::Everything, Some(test)) = (wanted, spec.test) {
            self.done.insert(format!("{} {test:?}", frame.id));
        }
        let factors: Vec<Factor> = by.iter().map(|name| self.factor(name)).collect();
        if factors.iter().any(|factor| factor.levels.is_empty()) {
            return Ok(());
        }
        match self.data.endpoint.kind {
            EndpointKind::Proportion | EndpointKind::Recurrent if wanted == Wanted::Test => Ok(()),
            EndpointKind::Proportion => self.statuses(spec, &frame, &factors),
            EndpointKind::Recurrent => self.recurrent(spec, &frame, &factors),
            EndpointKind::Survival | EndpointKind::Competing => self.times((spec, wanted), &frame, &factors),
        }?;
        if wanted == Wanted::Everything {
            self.not_applicable(spec, &frame, by);
        }
        Ok(())
    }

    fn factor(&self, name: &str) -> Factor {
        column::factor(self.cohort, &self.data.rows, name)
    }

    fn times(
        &mut self,
        (spec, wanted): (&AnalysisSpec, Wanted),
        frame: &RowFrame,
        factors: &[Factor],
    ) -> Result<(), ReduceError> {
        if let Some(weight) = spec.pweight() {
            return self.weighted(weight, (spec, wanted), frame, factors);
        }
        let rows_frame = &self.data.rows;
        let causes = &self.data.endpoint.causes;
        let events = event_codes(column(rows_frame, "cause"));
        let entry = rows_frame.column("entry").map(|entry| ("entry", entry));
        let roles = Roles {
            time: ("time", column(rows_frame, "time")),
            events: &events,
            causes: causes.len(),
            entry,
            weight: spec.weight().map(|name| (name, column(rows_frame, name))),
            subject: None,
            factors,
        };
        let landmark = landmark::landmark(spec);
        let (rows, left_out) = match Rows::check(roles.clone())?.after(landmark) {
            Ok(kept) => kept,
            Err(nobody @ ReduceError::BeforeLandmark { .. }) => {
                self.results.warnings.push(format!("{}: {nobody}", frame.id));
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let begin = self.results.rows.len();
        if wanted == Wanted::Everything {
            self.curves(spec, frame, (&rows, factors))?;
        }
        let strata: Vec<Factor> = spec.strata.iter().map(|name| self.factor(name.get_ref())).collect();
        let checked = Checked { rows: &rows, roles, by: factors };
        let tests = comparison_rows(spec, frame, &checked, (&self.data.endpoint, &strata, self.profile))?;
        self.results.rows.extend(tests);
        let added = landmark.name_rows(self.results.rows.split_off(begin));
        if wanted == Wanted::Everything {
            self.results.rows.extend(landmark::left_out_rows(frame, &rows, left_out));
            if let Some(weight) = spec.weight() {
                let missing = weighted::missing(column(rows_frame, weight));
                self.results.rows.extend(weighted::weightless_rows(frame, &rows, (missing, left_out)));
            }
        }
        self.results.rows.extend(added);
        Ok(())
    }

    fn curves(
        &mut self,
        spec: &AnalysisSpec,
        frame: &RowFrame,
        (rows, factors): (&Rows<'_>, &[Factor]),
    ) -> Result<(), ReduceError> {
        let tables = rows.tables(factors)?;
        let last = tables.iter().filter_map(|table| table.table.last_time()).fold(0.0, f64::max);
        let tau = spec.rmst.as_ref().and_then(Horizon::days_of);
        for (suffix, times) in parts(spec, factors.len(), last) {
            let times = self.policy.map_or(times.clone(), |policy| policy.coarse(times));
            let frame = RowFrame { id: format!("{}{suffix}", frame.id), ..frame.clone() };
            let band = matches!(times, Times::Curve(_)).then(|| {
                let asked = (times.clone(), self.profile);
                extras::band_rows(&frame, &tables, (spec, &self.data.endpoint), asked)
            });
            self.estimate(spec, &frame, &tables, (times, tau.filter(|_| suffix.is_empty())));
            self.results.rows.extend(band.into_iter().flatten());
        }
        let (extras, warnings) =
            extras::extra_rows(frame, &tables, (spec, &self.data.endpoint), (asked(spec), self.profile));
        self.results.rows.extend(extras);
        self.results.warnings.extend(warnings);
        self.rates(spec, frame, rows, factors)
    }

    fn estimate(
        &mut self,
        spec: &AnalysisSpec,
        frame: &RowFrame,
        tables: &[GroupTable],
        (times, tau): (Times, Option<f64>),
    ) {
        let summary = frame.id.find('#').is_none();
        if self.data.endpoint.kind == EndpointKind::Survival {
            let request = SurvivalRequest {
                options: options::kaplan_meier(spec, self.profile),
                times,
                probs: Vec::new(),
                tau,
                summary,
                extras: SurvivalExtras::default(),
                profile: self.profile,
            };
            let (rows, warnings) = survival_rows(frame, tables, &request);
            self.results.rows.extend(rows);
            self.warn_once(summary, frame, warnings);
        } else {
            let (causes, request) = self.incidence_request(spec, (times, summary));
            self.results.rows.extend(incidence_rows(frame, tables, &causes, &request));
        }
    }

    /// The causes of the endpoint, and what is asked of their incidence.
    fn incidence_request(
        &self,
        spec: &AnalysisSpec,
        (times, summary): (Times, bool),
    ) -> (Vec<Arc<str>>, IncidenceRequest) {
        let causes = EventCodes::causes(&self.data.endpoint.causes, &[]).unwrap_or_default().causes;
        let request = IncidenceRequest {
            options: options::aalen_johansen(spec),
            times,
            summary,
            extras: IncidenceExtras::default(),
            profile: self.profile,
        };
        (causes, request)
    }

    /// Warnings are told with the table, not again with the curve and its ticks.
    fn warn_once(&mut self, summary: bool, frame: &RowFrame, warnings: Vec<String>) {
        let told = warnings.into_iter().filter(|_| summary);
        self.results.warnings.extend(told.map(|warning| format!("{}: {warning}", frame.id)));
    }
}

/// Whether an analysis counts its subjects itself: of a population other than all treated, who are counted once for
/// each endpoint; a landmark counts whom it keeps.
fn base_is_own(spec: &AnalysisSpec, population: &str) -> bool {
    population != TREATED && spec.landmark.is_none()
}

/// The times of the table, from the landmark on where there is one.
fn asked(spec: &AnalysisSpec) -> Vec<f64> {
    let times: Vec<f64> = spec.times.iter().filter_map(Horizon::days_of).collect();
    let mut times = if times.is_empty() { DEFAULT_TIMES.to_vec() } else { times };
    times.retain(|time| landmark::landmark(spec).time.is_none_or(|from| *time >= from));
    times
}

/// The parts of an analysis, what follows its name and their times; `last` ends the chart where the study does not.
fn parts(spec: &AnalysisSpec, factors: usize, last: f64) -> Vec<(&'static str, Times)> {
    let horizon = spec.horizon.as_ref().and_then(Horizon::days_of).unwrap_or(last);
    let mut parts = vec![("", Times::at(asked(spec)))];
    // Crossings are read in tables; curves are drawn of one variable at a time.
    if factors <= 1 {
        parts.extend([("#curve", Times::Curve(horizon)), ("#risk", Times::Risk(ticks(spec, horizon)))]);
    }
    parts
}

/// The times at which the numbers at risk are told, from the landmark on where there is one.
fn ticks(spec: &AnalysisSpec, horizon: f64) -> Vec<f64> {
    breaks_from(landmark::landmark(spec).time, breaks(horizon))
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
