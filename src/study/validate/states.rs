//! The states of a study: each has its way in, and leads somewhere that is there.

use super::Check;
use crate::study::file::{AnalysisSpec, Placed};
use crate::study::state::{DEFAULT, counts_from};
use crate::study::{AnalysisKind, StudyError};

impl Check<'_> {
    /// The fields of an analysis fit its kind.
    pub(super) fn analysis_kind(&self, analysis: &AnalysisSpec) -> Result<(), StudyError> {
        let endpoint = analysis.endpoint.all().first();
        match (analysis.kind(), endpoint) {
            (AnalysisKind::Endpoints, Some(_)) => Ok(()),
            (AnalysisKind::Endpoints, None) => {
                let place = analysis.times.first().or(analysis.horizon.as_ref()).map(Placed::span);
                Err(self.fail(
                    place.or_else(|| analysis.kind.as_ref().map(toml::Spanned::span)),
                    "an analysis names no endpoint".to_owned(),
                    "write endpoint = \"os\", or kind = \"states\"",
                ))
            }
            (AnalysisKind::States, Some(endpoint)) => Err(self.fail(
                Some(endpoint.span()),
                "an analysis of states has no endpoint of its own".to_owned(),
                "the states name the endpoints that lead into them",
            )),
            (AnalysisKind::States, None) if analysis.test.is_some() => Err(self.fail(
                analysis.kind.as_ref().map(toml::Spanned::span),
                "there is no test between groups of states".to_owned(),
                "",
            )),
            (AnalysisKind::States, None) => self.states(analysis),
        }
    }

    fn states(&self, analysis: &AnalysisSpec) -> Result<(), StudyError> {
        let place = analysis.kind.as_ref().map(toml::Spanned::span);
        if let Some(taken) = self.study.file.endpoint.iter().find(|spec| spec.name.get_ref() == "states") {
            return Err(self.fail(
                Some(taken.name.span()),
                "an endpoint cannot be called states where there are states".to_owned(),
                "",
            ));
        }
        if self.study.file.state.is_empty() {
            if self.study.is_wide() {
                return Err(self.fail(
                    place,
                    "in a wide extract nothing says what the states are".to_owned(),
                    "add [[state]] tables with name, endpoint and to",
                ));
            }
            let needed = DEFAULT.iter().filter_map(|state| state.endpoint);
            return match needed.into_iter().find(|name| self.study.endpoint(name).is_none()) {
                None => Ok(()),
                Some(name) => Err(self.fail(
                    place,
                    format!("the states need the endpoint {name}"),
                    &format!(
                        "add it as [[endpoint]] name = \"{name}\", or give [[state]] tables of your own"
                    ),
                )),
            };
        }
        self.own_states()
    }

    fn own_states(&self) -> Result<(), StudyError> {
        let specs = &self.study.file.state;
        for (place, spec) in specs.iter().enumerate() {
            let name = spec.name.get_ref();
            if specs[..place].iter().any(|other| other.name.get_ref() == name) {
                return Err(self.fail(
                    Some(spec.name.span()),
                    format!("the state {name} is there twice"),
                    "",
                ));
            }
            match &spec.endpoint {
                None if place == 0 => {}
                Some(endpoint) if place == 0 => {
                    return Err(self.fail(
                        Some(endpoint.span()),
                        "all begin in the first state: no endpoint leads into it".to_owned(),
                        "",
                    ));
                }
                None => {
                    return Err(self.fail(
                        Some(spec.name.span()),
                        format!("no endpoint leads into {name}"),
                        "add endpoint = \"...\"",
                    ));
                }
                Some(endpoint) => self.way_in(endpoint)?,
            }
            let unknown = |to: &&Placed| {
                to.get_ref() == name || !specs.iter().any(|other| other.name.get_ref() == to.get_ref())
            };
            if let Some(to) = spec.to.iter().find(unknown) {
                return Err(self.fail(
                    Some(to.span()),
                    format!("no other state is called {}", to.get_ref()),
                    "`to` names states that may follow",
                ));
            }
        }
        Ok(())
    }

    fn way_in(&self, endpoint: &Placed) -> Result<(), StudyError> {
        let known = self.known_timed_endpoint(endpoint)?;
        if known.spec.entry.is_some() {
            return Err(self.fail(
                Some(endpoint.span()),
                format!("{} has a time of entry, which states do not take", endpoint.get_ref()),
                "",
            ));
        }
        match counts_from(&known).filter(|origin| self.study.endpoint(origin).is_none()) {
            None => Ok(()),
            Some(origin) => Err(self.fail(
                Some(endpoint.span()),
                format!("{} counts from {origin}, which is not in the study", endpoint.get_ref()),
                &format!("add it as [[endpoint]] name = \"{origin}\""),
            )),
        }
    }
}
