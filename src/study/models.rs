//! What the models and the weights of a study read, and whether it is there.

use std::collections::BTreeSet;

use super::file::{AnalysisSpec, ModelName, Placed};
use super::validate::Check;
use super::{CovariateProfile, EndpointKind, ModelTerm, Study, StudyError};

impl Study {
    /// The columns that models and weights read: strata, or columns of the subjects.
    pub fn analysed_columns(&self) -> Vec<String> {
        let of_spec = |spec: &AnalysisSpec| -> Vec<String> {
            let terms = spec.terms.iter().filter_map(|text| ModelTerm::parse(text.get_ref()).ok());
            let columns = terms.flat_map(|term| term.columns().map(str::to_owned).collect::<Vec<_>>());
            columns
                .filter(|name| !spec.time_dependent.contains_key(name))
                .chain(spec.strata.iter().map(|name| name.get_ref().clone()))
                .chain(spec.any_weight().map(str::to_owned))
                .chain(spec.cluster.as_ref().map(|name| name.get_ref().clone()))
                .collect()
        };
        self.file.analysis.iter().flat_map(of_spec).collect()
    }
}

impl Check<'_> {
    /// A model has terms that exist, and nothing else has any.
    pub(super) fn model(&self, spec: &AnalysisSpec, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let Some(model) = spec.model else { return self.no_model(spec) };
        let place = spec.endpoint.all().first().map(Placed::span);
        let by = spec.by.iter().flat_map(super::file::OneOrMany::all).chain(&spec.rmst).next();
        if by.is_some() || spec.test.is_some() {
            return Err(self.fail(
                by.map(Placed::span).or(place),
                "an analysis with a model has neither by, test nor rmst".to_owned(),
                "write them in a second [[analysis]] of the endpoint",
            ));
        }
        if spec.terms.is_empty() && spec.time_dependent.is_empty() {
            return Err(self.fail(place, "the model has no terms".to_owned(), "add terms = [\"age_years\"]"));
        }
        for name in spec.endpoint.all() {
            self.model_of(name, model)?;
        }
        for text in &spec.terms {
            self.term(text, spec, columns)?;
        }
        for name in &spec.strata {
            self.model_column(name, name.get_ref(), columns)?;
            self.known_by_landmark(spec, (name, name.get_ref()))?;
        }
        if let Some(cluster) = &spec.cluster {
            self.model_column(cluster, cluster.get_ref(), columns)?;
        }
        self.changes(spec, model)?;
        self.profiles(spec, model)?;
        self.adjusted(spec, model)
    }

    fn no_model(&self, spec: &AnalysisSpec) -> Result<(), StudyError> {
        let of_model = spec.terms.iter().chain(spec.time_dependent.values()).chain(&spec.adjusted);
        let of_model = of_model.chain(&spec.at).chain(&spec.cluster);
        match of_model.into_iter().next() {
            None => Ok(()),
            Some(first) => Err(self.fail(
                Some(first.span()),
                "this is for a model, and the analysis has none".to_owned(),
                "add model = \"cox\" or model = \"finegray\"",
            )),
        }
    }

    fn model_of(&self, name: &Placed, model: ModelName) -> Result<(), StudyError> {
        let kind = self.study.endpoint(name.get_ref()).map(|endpoint| endpoint.kind);
        match (kind, model) {
            (Some(EndpointKind::Proportion), _) => Err(self.fail(
                Some(name.span()),
                format!("{} has no time to model", name.get_ref()),
                "cox and finegray are for endpoints with a time",
            )),
            (Some(EndpointKind::Recurrent), _) => Err(self.fail(
                Some(name.span()),
                format!("{} counts every event, and a model is of the first", name.get_ref()),
                "model an endpoint that ends with its event",
            )),
            (Some(EndpointKind::Survival), ModelName::Finegray) => Err(self.fail(
                Some(name.span()),
                format!("nothing competes with {}", name.get_ref()),
                "use model = \"cox\"",
            )),
            _ => Ok(()),
        }
    }

    fn term(&self, text: &Placed, spec: &AnalysisSpec, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let term = ModelTerm::parse(text.get_ref()).map_err(|error| {
            let start = text.span().start + 1 + error.offset;
            self.fail(
                Some(start..start + 1),
                error.message,
                "write age, conditioning=RIC, age*sex or ns(age;3)",
            )
        })?;
        let mut own = term.columns().filter(|name| !spec.time_dependent.contains_key(*name));
        own.try_for_each(|name| {
            self.model_column(text, name, columns)?;
            self.known_by_landmark(spec, (text, name))
        })
    }

    fn model_column(&self, place: &Placed, name: &str, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        if self.study.file.strata.contains_key(name) || columns.contains(name) {
            return Ok(());
        }
        let strata = self.study.file.strata.keys().map(String::as_str);
        let known: Vec<&str> = strata.chain(columns.iter().map(String::as_str)).collect();
        Err(self.fail(
            Some(place.span()),
            format!("there is no stratum or column {name}"),
            &format!("known are {}", known.join(", ")),
        ))
    }

    fn changes(&self, spec: &AnalysisSpec, model: ModelName) -> Result<(), StudyError> {
        for (name, endpoint) in &spec.time_dependent {
            let found = self.study.endpoint(endpoint.get_ref());
            if model == ModelName::Finegray {
                return Err(self.fail(
                    Some(endpoint.span()),
                    "Fine-Gray has no covariates that change with time".to_owned(),
                    "use model = \"cox\": the cause-specific hazard",
                ));
            }
            if found.is_none_or(|endpoint| endpoint.kind == EndpointKind::Proportion) {
                return Err(self.fail(
                    Some(endpoint.span()),
                    format!("{name} changes at {}, which is no endpoint with a time", endpoint.get_ref()),
                    "name an endpoint of the study: its first event is the day of the change",
                ));
            }
        }
        Ok(())
    }

    /// A profile has a value for every covariate of the model, and for nothing else but strata.
    fn profiles(&self, spec: &AnalysisSpec, model: ModelName) -> Result<(), StudyError> {
        let terms: Vec<ModelTerm> =
            spec.terms.iter().filter_map(|text| ModelTerm::parse(text.get_ref()).ok()).collect();
        let mut covariates: Vec<&str> = spec.time_dependent.keys().map(String::as_str).collect();
        covariates.extend(terms.iter().flat_map(ModelTerm::columns));
        let strata: Vec<&str> = spec.strata.iter().map(|name| name.get_ref().as_str()).collect();
        for text in &spec.at {
            let fail = |message: String, help: &str| Err(self.fail(Some(text.span()), message, help));
            if model == ModelName::Cox && self.any_competing(spec) {
                return fail(
                    "survival is not predicted where events compete".to_owned(),
                    "use model = \"finegray\": the cumulative incidence",
                );
            }
            let profile = match CovariateProfile::parse(text.get_ref()) {
                Ok(profile) => profile,
                Err(message) => return fail(message, "write a value for every covariate"),
            };
            if let Some(missing) = covariates.iter().find(|name| profile.value(name).is_none()) {
                return fail(
                    format!("the profile '{}' says nothing of {missing}", profile.text),
                    "write a value for every covariate",
                );
            }
            let known = |name: &str| {
                covariates.contains(&name) || (model == ModelName::Cox && strata.contains(&name))
            };
            if let Some((name, _)) = profile.values.iter().find(|(name, _)| !known(name)) {
                return fail(format!("{name} is no covariate of the model"), "take it out of the profile");
            }
        }
        Ok(())
    }

    fn any_competing(&self, spec: &AnalysisSpec) -> bool {
        let kind = |name: &Placed| self.study.endpoint(name.get_ref()).map(|endpoint| endpoint.kind);
        spec.endpoint.all().iter().any(|name| kind(name) == Some(EndpointKind::Competing))
    }

    fn adjusted(&self, spec: &AnalysisSpec, model: ModelName) -> Result<(), StudyError> {
        let Some(column) = &spec.adjusted else { return Ok(()) };
        let terms: Vec<ModelTerm> =
            spec.terms.iter().filter_map(|text| ModelTerm::parse(text.get_ref()).ok()).collect();
        if !terms.iter().any(|term| term.columns().any(|name| name == column.get_ref())) {
            return Err(self.fail(
                Some(column.span()),
                format!("{} is no term of the model", column.get_ref()),
                "adjusted names one of the terms, without its reference",
            ));
        }
        if model == ModelName::Finegray || !spec.time_dependent.is_empty() || self.any_competing(spec) {
            return Err(self.fail(
                Some(column.span()),
                "adjusted curves are of a Cox model of survival whose covariates do not change".to_owned(),
                "",
            ));
        }
        Ok(())
    }
}
