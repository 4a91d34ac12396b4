//! Groups that are known only after transplant, and the landmark that they need.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Check;
use crate::study::endpoint::EndpointKind;
use crate::study::file::{AnalysisSpec, OneOrMany, Placed, StratumSpec};
use crate::study::{AnalysisKind, StudyError};

/// What endpoints have besides strata: no stratum has one of these names.
const OWN_COLUMNS: [&str; 11] = [
    "subject_id",
    "entry",
    "time",
    "cause",
    "source",
    "event",
    "origin",
    "outcome",
    "ground",
    "known",
    "begun",
];

impl Check<'_> {
    /// What a stratum is made from, a column or an endpoint, and where that stands.
    pub(super) fn stratum_source(
        &self,
        name: &str,
        stratum: &StratumSpec,
        columns: &BTreeSet<String>,
    ) -> Result<Range<usize>, StudyError> {
        let place = stratum.column.as_ref().or(stratum.endpoint.as_ref()).map(Placed::span);
        if OWN_COLUMNS.contains(&name) {
            return Err(self.fail(
                place,
                format!(
                    "no stratum can be called {name}: the times of the endpoints have a column of that name"
                ),
                "give it another name; what the report prints is its label",
            ));
        }
        match (&stratum.column, &stratum.endpoint) {
            (Some(column), None) => {
                self.known_column(column, columns)?;
                self.says_when_known(name, (column, stratum.known_at))?;
                Ok(column.span())
            }
            (None, Some(endpoint)) => {
                self.endpoint_stratum(name, stratum, endpoint)?;
                Ok(endpoint.span())
            }
            (Some(_), Some(endpoint)) => Err(self.fail(
                Some(endpoint.span()),
                format!("{name} has both a column and an endpoint"),
                "a stratum is made from one of them",
            )),
            (None, None) => Err(self.fail(
                None,
                format!("the stratum {name} is made from nothing"),
                "give it column = \"...\", or endpoint = \"...\" and known_at",
            )),
        }
    }

    fn endpoint_stratum(
        &self,
        name: &str,
        stratum: &StratumSpec,
        endpoint: &Placed,
    ) -> Result<(), StudyError> {
        self.known_timed_endpoint(endpoint)?;
        if stratum.known_at.is_none_or(|day| !(day > 0.0 && day.is_finite())) {
            return Err(self.fail(
                Some(endpoint.span()),
                format!("nothing says by which day {name} is known"),
                "add known_at = 100: who had the event by that day is `yes`",
            ));
        }
        if stratum.breaks.is_empty() && stratum.merge.is_empty() {
            return Ok(());
        }
        Err(self.fail(
            Some(endpoint.span()),
            format!("{name} has the levels yes and no"),
            "breaks and merge are for columns; name the levels with labels = { yes = \"...\" }",
        ))
    }

    /// Refuses a group of the table of baseline characteristics that is not known at baseline.
    pub(super) fn known_at_baseline(&self, name: &Placed) -> Result<(), StudyError> {
        match self.known_from(name) {
            None => Ok(()),
            Some(day) => Err(self.fail(
                Some(name.span()),
                format!("{} is known from day {day} on only, not at baseline", name.get_ref()),
                "the table of baseline characteristics has no landmark: take this out of it",
            )),
        }
    }

    /// The day from which on a stratum is known, where that is after day 0.
    fn known_from(&self, name: &Placed) -> Option<f64> {
        self.study.file.strata.get(name.get_ref())?.known_at.filter(|day| *day > 0.0)
    }

    /// A state at the landmark is one of the study, and there is a landmark.
    fn landmark_state(&self, analysis: &AnalysisSpec) -> Result<(), StudyError> {
        let Some(state) = &analysis.landmark_state else { return Ok(()) };
        let fail = |message: String, help: &str| Err(self.fail(Some(state.span()), message, help));
        if analysis.kind() != AnalysisKind::States {
            return fail("landmark_state is for kind = \"states\"".to_owned(), "take it out");
        }
        if analysis.landmark.is_none() {
            return fail(
                "landmark_state needs a landmark".to_owned(),
                "add landmark = \"d100\", or another day",
            );
        }
        let states = self.study.states();
        match states.iter().find(|known| known.name == *state.get_ref()) {
            Some(known) if known.to.is_empty() => {
                fail(format!("nobody leaves the state {}", known.name), "name a state that others follow")
            }
            Some(_) => Ok(()),
            None => {
                let known: Vec<&str> = states.iter().map(|state| state.name.as_str()).collect();
                fail(
                    format!("there is no state {}", state.get_ref()),
                    &format!("there are {}", known.join(", ")),
                )
            }
        }
    }

    /// A stratum that is made from an endpoint groups; it is no stratum of a test and no term of a model.
    fn endpoint_strata_group_only(&self, analysis: &AnalysisSpec) -> Result<(), StudyError> {
        let strata = &self.study.file.strata;
        let of_endpoint = |name: &str| strata.get(name).is_some_and(|stratum| stratum.endpoint.is_some());
        let names = analysis.strata.iter().chain(&analysis.terms);
        match names.into_iter().find(|name| of_endpoint(name.get_ref())) {
            None => Ok(()),
            Some(name) => Err(self.fail(
                Some(name.span()),
                format!(
                    "{} is made from an endpoint: it can group an analysis, by a landmark",
                    name.get_ref()
                ),
                "use it in by; in a Cox model, time_dependent takes an endpoint",
            )),
        }
    }

    /// The landmark of an analysis fits its endpoints, and its groups are known by then.
    pub(super) fn landmark(&self, analysis: &AnalysisSpec) -> Result<(), StudyError> {
        let landmark = analysis.landmark();
        for by in analysis.by.iter().flat_map(OneOrMany::all).chain(&analysis.strata) {
            let Some(day) = self.known_from(by) else { continue };
            if landmark.as_ref().is_none_or(|landmark| landmark.days < day) {
                return Err(self.fail(
                    Some(by.span()),
                    format!(
                        "{} is known from day {day} on only: who is in it lived to that day",
                        by.get_ref()
                    ),
                    &format!("add landmark = \"d{day}\" to this analysis, or a later day"),
                ));
            }
        }
        self.landmark_state(analysis)?;
        self.endpoint_strata_group_only(analysis)?;
        if analysis.landmark.is_none() {
            return Ok(());
        }
        if let Some(rate) = &analysis.rate {
            return Err(self.fail(
                Some(rate.span()),
                "a rate counts the time from day 0, also that before the landmark, in which nobody could have the event"
                    .to_owned(),
                "ask for it in an analysis without landmark",
            ));
        }
        for name in analysis.endpoint.all() {
            let why = match self.study.endpoint(name.get_ref()).map(|known| known.kind) {
                Some(EndpointKind::Proportion) => "has no time",
                Some(EndpointKind::Recurrent) => "counts every event",
                _ => continue,
            };
            return Err(self.fail(
                Some(name.span()),
                format!("{} {why}, so there is no landmark in it", name.get_ref()),
                "analyse it without landmark",
            ));
        }
        let from = landmark.map_or(0.0, |landmark| landmark.days);
        for time in analysis.times.iter().chain(&analysis.rmst).chain(&analysis.horizon) {
            if crate::study::Horizon::days_of(time).is_some_and(|days| days < from) {
                return Err(self.fail(
                    Some(time.span()),
                    format!("'{}' lies before the landmark", time.get_ref()),
                    "times count from day 0, with a landmark too",
                ));
            }
        }
        Ok(())
    }
}
