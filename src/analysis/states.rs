//! State occupation of groups -> ARD rows.

pub mod file;
pub mod landmark;

use landmark::StatesLandmark;
use std::sync::Arc;

use super::ard::Row;
use super::row_set::{Frame, Place, RowSet, stat};
use super::survival::Times;
use crate::domain::{Convention, Group};
use crate::estimate::{
    Absent, History, Occupation, OccupationOptions, OccupationVariance, StateStep, occupation,
};
use crate::study::file::ChangesOn;

/// What is asked of state occupation.
#[derive(Debug, Clone)]
pub struct StatesRequest {
    /// Variance and level.
    pub options: OccupationOptions,
    /// Times of the table.
    pub times: Times,
    /// Expected time in each state to this time.
    pub tau: Option<f64>,
    /// Whether numbers of subjects and transitions are told.
    pub summary: bool,
    /// From when on, and of whom.
    pub landmark: StatesLandmark,
    /// The day on which states change; none as delivered.
    pub changes_on: Option<ChangesOn>,
    /// The conventions.
    pub profile: Convention,
}

/// A group and the histories of its subjects.
#[derive(Debug, Clone)]
pub struct GroupHistory {
    /// The group.
    pub group: Arc<Group>,
    /// Who was in which state when.
    pub history: History,
}

/// The states of a process.
#[derive(Debug, Clone, Default)]
pub struct States {
    /// Their names, as shown.
    pub names: Vec<Arc<str>>,
    /// Which of them nobody leaves.
    pub terminal: Vec<bool>,
}

impl StatesRequest {
    fn method(&self) -> String {
        let variance = match self.options.variance {
            OccupationVariance::Jackknife => "infinitesimal jackknife by subject",
            OccupationVariance::Greenwood => "Greenwood type (Markov)",
        };
        let changes = self.changes_on.map_or_else(String::new, |day| format!("; {}", day.words()));
        format!(
            "Aalen-Johansen state occupation; interval log-log; level {}; variance {variance}{}{changes}; profile {}",
            self.options.conf_level,
            self.landmark.method(),
            self.profile
        )
    }
}

/// Rows of the probability of each state in each group, and what should be warned of.
pub fn state_rows(
    frame: &Frame,
    histories: &[GroupHistory],
    states: &States,
    request: &StatesRequest,
) -> (Vec<Row>, Vec<String>) {
    let mut rows = RowSet::new(frame, "states", &request.method());
    let mut warnings = Vec::new();
    for GroupHistory { group, history } in histories {
        let occupation = occupation(history.clone(), &states.terminal, &request.options);
        warnings.extend(doubts((group, &request.landmark), &occupation, states));
        let one = OneGroup { group, occupation: &occupation, states };
        if request.summary {
            one.push_summary(&mut rows);
        }
        one.push_times(&mut rows, &request.times);
        if let Some(tau) = request.tau {
            one.push_mean_times(&mut rows, tau);
        }
    }
    (rows.into_rows(), warnings)
}

struct OneGroup<'a> {
    group: &'a Arc<Group>,
    occupation: &'a Occupation,
    states: &'a States,
}

impl OneGroup<'_> {
    fn place(&self, state: usize) -> Place {
        Place::of(self.group).cause(&self.states.names[state])
    }

    fn push_summary(&self, rows: &mut RowSet) {
        rows.count(&Place::of(self.group), &stat::N, self.occupation.subjects());
        for one in self.occupation.transitions() {
            let names = &self.states.names;
            let term = format!("{} -> {}", names[one.from], names[one.to]);
            rows.count(&Place::of(self.group).term(&term), &stat::EVENTS, one.count);
        }
    }

    /// A block of rows a state, each at all times.
    fn push_times(&self, rows: &mut RowSet, times: &Times) {
        let every = &self.occupation.times;
        let shown: Vec<f64> = match times {
            Times::Every => every.clone(),
            Times::At(times) | Times::Risk(times) => times.clone(),
            Times::Curve(last) => {
                let start = self.occupation.origin();
                start.into_iter().chain(every.iter().copied().filter(|time| time <= last)).collect()
            }
        };
        let steps: Vec<Vec<StateStep>> = match times {
            // The curves are drawn without intervals.
            Times::Curve(_) => shown.iter().map(|time| self.occupation.estimates_at(*time)).collect(),
            _ => shown.iter().map(|time| self.occupation.at(*time)).collect(),
        };
        for state in 0..self.states.names.len() {
            let mut last: Option<Result<f64, Absent>> = None;
            for step in steps.iter().map(|steps| steps[state]) {
                let place = self.place(state).at(step.time);
                match times {
                    Times::Curve(_) if last == Some(step.estimate) => {}
                    Times::Curve(_) => rows.push(&place, &stat::ESTIMATE, step.estimate),
                    Times::Risk(_) => rows.count(&place, &stat::N_RISK, step.n_risk),
                    Times::Every | Times::At(_) => push_step(rows, &place, &step),
                }
                last = Some(step.estimate);
            }
        }
    }

    fn push_mean_times(&self, rows: &mut RowSet, tau: f64) {
        for (state, mean) in self.occupation.mean_time(tau).iter().enumerate() {
            let place = self.place(state).at(tau);
            rows.push(&place, &stat::MEAN_TIME, mean.estimate);
            rows.push(&place, &stat::MEAN_TIME_SE, mean.std_error);
        }
    }
}

fn push_step(rows: &mut RowSet, place: &Place, step: &StateStep) {
    rows.count(place, &stat::N_RISK, step.n_risk);
    rows.push(place, &stat::ESTIMATE, step.estimate);
    rows.push(place, &stat::STD_ERROR, step.std_error);
    rows.push(place, &stat::CONF_LOW, step.conf_low);
    rows.push(place, &stat::CONF_HIGH, step.conf_high);
}

/// What everybody should know about a group, a sentence each.
fn doubts(
    (group, landmark): (&Group, &StatesLandmark),
    occupation: &Occupation,
    states: &States,
) -> Vec<String> {
    let mut doubts = Vec::new();
    if let Some(origin) = occupation.origin().filter(|origin| *origin > landmark.time.unwrap_or(0.0)) {
        doubts.push(format!(
            "{group}: nobody is under observation from time 0; probabilities are from time {origin} on, of those \
             who enter then"
        ));
    }
    for (state, time) in occupation.left_without_weight() {
        doubts.push(format!(
            "{group}: who leaves {} from time {time} on counts for nothing, since by the estimate nobody can be \
             there: all who were there before had left; consider a later start of observation",
            states.names[state]
        ));
    }
    doubts
}
