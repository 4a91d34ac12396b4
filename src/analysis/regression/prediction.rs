//! What a model predicts: curves of a profile of covariates, and of the whole cohort under each treatment.

use std::sync::Arc;

use super::model_rows::reasons;
use super::sample::Sample;
use super::variable::Cells;
use crate::analysis::ard::Reason;
use crate::analysis::plain::PlainError;
use crate::analysis::row_set::{Place, RowSet, stat};
use crate::domain::Group;
use crate::estimate::cox::{CoxFit, CoxModel};
use crate::estimate::fine_gray::{FineGrayFit, FineGrayModel};
use crate::study::CovariateProfile;

/// What a fit is to predict.
#[derive(Debug, Clone, Default)]
pub struct Predictions {
    /// Profiles of covariates.
    pub profiles: Vec<CovariateProfile>,
    /// The column of which every level is given to everybody in turn.
    pub adjusted: Option<String>,
    /// When; without, at every event time.
    pub times: Vec<f64>,
}

/// A profile as a row of the design, in its strata.
#[derive(Debug)]
pub(super) struct Row {
    text: String,
    covariates: Vec<f64>,
    /// Codes of the strata that it is predicted in.
    strata: Vec<u32>,
}

/// What is predicted, ready before the fit: what is wrong with it is known before the work.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    rows: Vec<Row>,
    scenarios: Vec<Scenario>,
    /// Event times and the last time, a stratum.
    times: Vec<(Vec<f64>, f64)>,
    groups: Vec<Arc<Group>>,
}

/// A level that everybody is given, and the design that this makes.
type Scenario = (Arc<Group>, Vec<f64>);

/// A point of a predicted curve.
struct Point {
    time: f64,
    estimate: f64,
    std_error: f64,
    interval: Option<(f64, f64)>,
}

fn refused(profile: &CovariateProfile, why: &str) -> PlainError {
    PlainError::Usage(format!("the profile '{}': {why}", profile.text))
}

impl CovariateProfile {
    /// The row of the design, and the strata that the profile belongs to.
    fn resolve(&self, sample: &Sample) -> Result<Row, PlainError> {
        let variables = &sample.formula.variables;
        let strata = sample.groups.first().map_or(&[][..], |(group, _)| group.levels());
        let known = |name: &str| {
            variables.iter().any(|v| v.column == name) || strata.iter().any(|(column, _)| column == name)
        };
        if let Some((name, _)) = self.values.iter().find(|(name, _)| !known(name)) {
            return Err(refused(self, &format!("{name} is no covariate of the model")));
        }
        let mut cells = Vec::new();
        for variable in variables {
            let value = self
                .value(&variable.column)
                .ok_or_else(|| refused(self, &format!("it says nothing of {}", variable.column)))?;
            cells.push(variable.cell(value).map_err(|why| refused(self, &why))?);
        }
        let belongs = |group: &Group| {
            group.levels().iter().all(|(name, level)| self.value(name).is_none_or(|own| own == level))
        };
        let strata: Vec<u32> = (0..)
            .zip(&sample.groups)
            .filter(|(_, (group, _))| belongs(group))
            .map(|(code, _)| code)
            .collect();
        if strata.is_empty() {
            return Err(refused(self, "there is nobody in its stratum"));
        }
        Ok(Row { text: self.text.clone(), covariates: sample.formula.design(&cells).values, strata })
    }
}

impl Predictions {
    fn is_empty(&self) -> bool {
        self.profiles.is_empty() && self.adjusted.is_none()
    }

    /// What is predicted, in the columns of the design; the times are those of `cause`.
    ///
    /// # Errors
    /// [`PlainError::Usage`] where a profile or the column of the adjusted curves does not fit the model.
    pub(super) fn wanted(&self, sample: &Sample) -> Result<Wanted, PlainError> {
        if self.is_empty() {
            return Ok(Wanted::default());
        }
        let rows: Result<Vec<Row>, PlainError> =
            self.profiles.iter().map(|profile| profile.resolve(sample)).collect();
        let scenarios = match &self.adjusted {
            None => Vec::new(),
            Some(column) => scenarios(sample, column)?,
        };
        let groups = sample.groups.iter().map(|(group, _)| Arc::clone(group)).collect();
        Ok(Wanted { rows: rows?, scenarios, times: self.times(sample), groups })
    }

    fn times(&self, sample: &Sample) -> Vec<(Vec<f64>, f64)> {
        let of_stratum = |(code, (_, last)): (u32, &(Arc<Group>, f64))| {
            let own = |i: &usize| sample.strata.get(*i).is_none_or(|stratum| *stratum == code);
            let event = |i: &usize| sample.event[*i] == 1 && own(i);
            let mut times = self.times.clone();
            if times.is_empty() {
                times = (0..sample.exit.len()).filter(event).map(|i| sample.exit[i]).collect();
            }
            times.sort_unstable_by(f64::total_cmp);
            times.dedup();
            (times, *last)
        };
        (0..).zip(&sample.groups).map(of_stratum).collect()
    }
}

/// The design of everybody with each level of a column in turn.
fn scenarios(sample: &Sample, column: &str) -> Result<Vec<Scenario>, PlainError> {
    let usage = |what: &str| PlainError::Usage(format!("adjusted curves by {column}: {what}"));
    let variables = || sample.formula.variables.iter().enumerate().filter(|(_, v)| v.column == column);
    let Some((place, levels)) = variables().find_map(|(place, v)| Some((place, v.levels()?.to_vec()))) else {
        return Err(usage(if variables().next().is_some() {
            "it is a number; make it a category with its reference, column=LEVEL"
        } else {
            "it is no covariate of the model"
        }));
    };
    if variables().count() > 1 {
        return Err(usage("it stands in the model in two ways"));
    }
    if has_several_rows(sample.id.as_deref()) {
        return Err(usage("each subject needs one row, with covariates that do not change"));
    }
    let mut ordered: Vec<(u32, String)> = (0..).zip(levels).collect();
    let numbers: Option<Vec<f64>> = ordered.iter().map(|(_, level)| level.parse().ok()).collect();
    match numbers {
        Some(numbers) => ordered.sort_by(|a, b| numbers[a.0 as usize].total_cmp(&numbers[b.0 as usize])),
        None => ordered.sort_by(|a, b| a.1.cmp(&b.1)),
    }
    let rows = sample.exit.len();
    let scenario = |(code, level): (u32, String)| {
        let mut cells = sample.cells.clone();
        cells[place] = Cells::Codes(vec![code; rows]);
        (Arc::new(Group::new(vec![(column.to_owned(), level)])), sample.formula.design(&cells).values)
    };
    Ok(ordered.into_iter().map(scenario).collect())
}

fn has_several_rows(id: Option<&[u32]>) -> bool {
    id.is_some_and(|id| {
        let mut sorted = id.to_vec();
        sorted.sort_unstable();
        sorted.windows(2).any(|pair| pair[0] == pair[1])
    })
}

impl Wanted {
    /// Whether nothing is wanted.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.scenarios.is_empty()
    }

    /// The rows of what a Cox fit predicts.
    pub(super) fn push_survival(&self, set: &mut RowSet, model: &CoxModel, fit: &CoxFit) {
        let reason = missing(reasons(&fit.terms));
        let baseline = model.baseline(fit);
        for row in &self.rows {
            for stratum in &row.strata {
                let (times, last) = &self.times[*stratum as usize];
                let place = Place::of(&self.groups[*stratum as usize]).term(&row.text);
                let curve = baseline.predict(&row.covariates, *stratum).unwrap_or_default();
                for time in times {
                    let known = curve.partition_point(|at| at.time <= *time);
                    let point = known.checked_sub(1).map(|k| Point {
                        time: *time,
                        estimate: curve[k].survival,
                        std_error: curve[k].std_error,
                        interval: curve[k].interval,
                    });
                    let point = point.unwrap_or_else(|| Point::start(*time, 1.0));
                    push(set, &place, &point, beyond(*time, *last).or(reason));
                }
            }
        }
        self.push_adjusted(set, model, fit, reason);
    }

    fn push_adjusted(&self, set: &mut RowSet, model: &CoxModel, fit: &CoxFit, reason: Option<Reason>) {
        if self.scenarios.is_empty() {
            return;
        }
        let mut times: Vec<f64> = self.times.iter().flat_map(|(times, _)| times).copied().collect();
        times.sort_unstable_by(f64::total_cmp);
        times.dedup();
        let last = self.times.iter().map(|(_, last)| *last).fold(f64::INFINITY, f64::min);
        let designs: Vec<Vec<f64>> = self.scenarios.iter().map(|(_, design)| design.clone()).collect();
        let curves = model.adjusted_survival(fit, &designs, &times);
        for ((group, _), curve) in self.scenarios.iter().zip(curves) {
            for at in curve {
                let (estimate, std_error, interval) = (at.estimate, at.std_error, at.interval);
                let point = Point { time: at.time, estimate, std_error, interval };
                push(set, &Place::of(group), &point, beyond(at.time, last).or(reason));
            }
        }
    }

    /// The rows of what a Fine-Gray fit predicts, for its cause.
    pub(super) fn push_incidence(
        &self,
        set: &mut RowSet,
        cause: Option<&Arc<str>>,
        (model, fit): (&FineGrayModel, &FineGrayFit),
    ) {
        let reason = missing(reasons(&fit.terms));
        let mut times: Vec<f64> = self.times.iter().flat_map(|(times, _)| times).copied().collect();
        times.sort_unstable_by(f64::total_cmp);
        times.dedup();
        let last = self.times.iter().map(|(_, last)| *last).fold(0.0, f64::max);
        for row in &self.rows {
            let everybody = Arc::new(Group::everybody());
            let place = Place { cause: cause.cloned(), ..Place::of(&everybody) }.term(&row.text);
            for at in model.predict(fit, &row.covariates, &times).unwrap_or_default() {
                let (estimate, std_error, interval) = (at.estimate, at.std_error, at.interval);
                let point = Point { time: at.time, estimate, std_error, interval };
                push(set, &place, &point, beyond(at.time, last).or(reason));
            }
        }
    }
}

impl Point {
    /// Before the first event.
    fn start(time: f64, estimate: f64) -> Self {
        Self { time, estimate, std_error: 0.0, interval: None }
    }
}

/// Nothing is predicted from a fit without one of its coefficients; one that depends on the others is 0.
fn missing(mut reasons: impl Iterator<Item = Reason>) -> Option<Reason> {
    reasons.find(|reason| *reason != Reason::Singular)
}

fn beyond(time: f64, last: f64) -> Option<Reason> {
    (time > last).then_some(Reason::BeyondFollowup)
}

fn push(set: &mut RowSet, place: &Place, point: &Point, reason: Option<Reason>) {
    let place = place.clone().at(point.time);
    let valued = |value: f64| reason.map_or(Ok(value), Err);
    set.push_value(&place, &stat::ESTIMATE, valued(point.estimate));
    set.push_value(&place, &stat::STD_ERROR, valued(point.std_error));
    let limit = |pick: fn((f64, f64)) -> f64| match (reason, point.interval) {
        (Some(reason), _) => Err(reason),
        (None, Some(interval)) => Ok(pick(interval)),
        (None, None) => Err(Reason::NoEvents),
    };
    set.push_value(&place, &stat::CONF_LOW, limit(|interval| interval.0));
    set.push_value(&place, &stat::CONF_HIGH, limit(|interval| interval.1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_with_two_rows_is_seen() {
        assert!(has_several_rows(Some(&[1, 2, 1])) && !has_several_rows(Some(&[2, 1])));
    }
}
