//! Endpoints of a study with their defaults filled in.

use super::Study;
use super::definition::{Definition, of_extract, of_plan};
use super::endpoint::{self, EndpointKind, LANDMARK_STATUS};
use super::engraftment::EngraftmentRules;
use super::file::{AnalysisSpec, AppliesTo, CompetingSpec, EndpointSpec, EventSpec, OwnKind};
use super::plan::Plan;

/// An endpoint of a study, ready to be derived and labelled.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// Name in the study.
    pub name: String,
    /// Name for people.
    pub label: String,
    /// How it is analysed.
    pub kind: EndpointKind,
    /// Names of the events: that of interest first. For a proportion: the levels.
    pub causes: Vec<String>,
    /// The transplants that it exists for.
    pub applies_to: AppliesTo,
    /// How it is derived from canonical tables.
    pub plan: Plan,
    /// Its definition in words, part by part.
    pub definition: Definition,
    /// The day on which a status is taken, where it is that at a landmark.
    pub landmark: Option<i32>,
    /// What the study says, over the definition of a built-in endpoint.
    pub spec: EndpointSpec,
}

impl Endpoint {
    /// Whether an analysis names this endpoint, or what became this one among others.
    pub fn is_asked_by(&self, analysis: &AnalysisSpec) -> bool {
        let names = [&self.name, self.spec.name.get_ref()];
        analysis.endpoint.all().iter().any(|one| names.contains(&one.get_ref()))
    }
}

impl Study {
    /// The endpoints, in the order of the study; the status at a landmark is one for each landmark.
    pub fn endpoints(&self) -> Vec<Endpoint> {
        self.file.endpoint.iter().flat_map(|spec| self.resolve_endpoints(spec)).collect()
    }

    /// The endpoint of this name; of several that the name stands for, the first.
    pub fn endpoint(&self, name: &str) -> Option<Endpoint> {
        let own = |spec: &&EndpointSpec| spec.name.get_ref() == name;
        match self.file.endpoint.iter().find(own) {
            Some(spec) => self.resolve_endpoints(spec).into_iter().next(),
            None => self.endpoints().into_iter().find(|endpoint| endpoint.name == name),
        }
    }

    fn resolve_endpoints(&self, spec: &EndpointSpec) -> Vec<Endpoint> {
        let endpoint = self.resolve_endpoint(spec);
        if endpoint.plan.status.as_deref() != Some(LANDMARK_STATUS) {
            return vec![endpoint];
        }
        let at = |day: i32| Endpoint {
            name: format!("{}_d{day}", endpoint.name),
            label: format!("{} on day {day}", endpoint.label),
            landmark: Some(day),
            ..endpoint.clone()
        };
        self.landmarks().into_iter().map(at).collect()
    }

    fn resolve_endpoint(&self, spec: &EndpointSpec) -> Endpoint {
        if self.is_wide() || delivered(spec) {
            extracted(spec)
        } else {
            canonical(&self.defined(spec), &self.engraftment)
        }
    }

    /// What the study says of an endpoint, with the definition of the built-in one for the rest.
    pub(super) fn defined(&self, spec: &EndpointSpec) -> EndpointSpec {
        match endpoint::named(spec.name.get_ref()).filter(|_| !self.is_wide() && !delivered(spec)) {
            Some(built_in) => spec.over(built_in),
            None => spec.clone(),
        }
    }
}

fn canonical(spec: &EndpointSpec, recovery: &EngraftmentRules) -> Endpoint {
    let name = spec.name.get_ref().clone();
    let (plan, named) = Plan::of(spec);
    let (kind, causes) = match spec.kind {
        Some(OwnKind::Status) => (EndpointKind::Proportion, spec.levels.clone()),
        Some(OwnKind::Recurrent) => {
            (EndpointKind::Recurrent, named.into_iter().take(1).chain(["death".to_owned()]).collect())
        }
        None if named.len() > 1 => (EndpointKind::Competing, named),
        None => (EndpointKind::Survival, named),
    };
    Endpoint {
        label: spec.label.clone().unwrap_or_else(|| name.clone()),
        definition: of_plan(spec, &plan, &causes, recovery),
        applies_to: spec.applies_to.unwrap_or_default(),
        landmark: None,
        spec: spec.clone(),
        kind,
        causes,
        plan,
        name,
    }
}

/// Whether time and cause are those of ADTTE.
fn delivered(spec: &EndpointSpec) -> bool {
    matches!(spec.event, Some(EventSpec::Adtte(_)))
}

/// Every built-in endpoint.
pub fn built_in_endpoints() -> Vec<Endpoint> {
    let recovery = EngraftmentRules::built_in();
    endpoint::built_in().iter().map(|spec| canonical(spec, &recovery)).collect()
}

fn extracted(spec: &EndpointSpec) -> Endpoint {
    let causes = extract_causes(spec);
    let kind = if spec.outcome.is_some() {
        EndpointKind::Proportion
    } else if causes.len() > 1 {
        EndpointKind::Competing
    } else {
        EndpointKind::Survival
    };
    Endpoint {
        name: spec.name.get_ref().clone(),
        label: spec.label.clone().unwrap_or_else(|| spec.name.get_ref().clone()),
        definition: of_extract(spec, &causes),
        applies_to: AppliesTo::All,
        plan: Plan::default(),
        landmark: None,
        spec: spec.clone(),
        kind,
        causes,
    }
}

/// The causes that an endpoint of a wide extract names, that of interest first.
fn extract_causes(spec: &EndpointSpec) -> Vec<String> {
    let mut causes: Vec<String> = Vec::new();
    let mut add = |cause: &str| {
        if !causes.iter().any(|known| known == cause) {
            causes.push(cause.to_owned());
        }
    };
    match &spec.event {
        Some(EventSpec::Codes(coded)) => coded.codes.values().for_each(|cause| add(cause)),
        Some(EventSpec::Adtte(adtte)) => adtte.causes().for_each(|cause| add(cause)),
        None if spec.outcome.is_some() => add("yes"),
        None if spec.causes.is_empty() => add(spec.name.get_ref()),
        Some(EventSpec::First(_)) | None => {}
    }
    spec.causes.iter().for_each(|cause| add(&cause.cause));
    if let Some(CompetingSpec::Endpoints(map)) = &spec.competing {
        map.keys().for_each(|name| add(name));
    }
    causes
}
