//! Endpoints of a study with their defaults filled in.

use super::Study;
use super::endpoint::{BuiltIn, EndpointKind, LANDMARK_STATUS};
use super::file::{AnalysisSpec, CompetingSpec, EndpointSpec, EventSpec, OwnKind};

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
    /// Whether it exists for allogeneic transplants only.
    pub allogeneic_only: bool,
    /// Definition, for footnotes.
    pub definition: String,
    /// The day on which a status is taken, where it is that at a landmark.
    pub landmark: Option<i32>,
    /// What the study says.
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
        let built_in = !self.is_wide() && spec.event.is_none();
        if !built_in || endpoint.name != LANDMARK_STATUS {
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
        let name = spec.name.get_ref().clone();
        if let (false, None, Some(built_in)) = (self.is_wide(), &spec.event, BuiltIn::named(&name)) {
            let window = spec.window.map(|days| format!("; events to day {days}")).unwrap_or_default();
            return Endpoint {
                label: spec.label.clone().unwrap_or_else(|| built_in.label.to_owned()),
                kind: built_in.kind,
                causes: built_in.causes.iter().map(ToString::to_string).collect(),
                allogeneic_only: built_in.allogeneic_only,
                definition: format!("{}{window}", built_in.definition),
                landmark: None,
                spec: spec.clone(),
                name,
            };
        }
        let causes = own_causes(spec);
        let kind = if spec.outcome.is_some() {
            EndpointKind::Proportion
        } else if spec.kind == Some(OwnKind::Recurrent) {
            EndpointKind::Recurrent
        } else if causes.len() > 1 {
            EndpointKind::Competing
        } else {
            EndpointKind::Survival
        };
        Endpoint {
            label: spec.label.clone().unwrap_or_else(|| name.clone()),
            kind,
            definition: definition(spec, &causes),
            causes,
            allogeneic_only: false,
            landmark: None,
            spec: spec.clone(),
            name,
        }
    }
}

/// The causes that an endpoint of the study's own names, that of interest first.
fn own_causes(spec: &EndpointSpec) -> Vec<String> {
    let mut causes: Vec<String> = Vec::new();
    let mut add = |cause: &str| {
        if !causes.iter().any(|known| known == cause) {
            causes.push(cause.to_owned());
        }
    };
    match &spec.event {
        Some(EventSpec::Codes(coded)) => coded.codes.values().for_each(|cause| add(cause)),
        Some(EventSpec::Rows(_)) => add(spec.name.get_ref()),
        Some(EventSpec::Adtte(adtte)) => adtte.causes().for_each(|cause| add(cause)),
        None if spec.outcome.is_some() => add("yes"),
        None if spec.causes.is_empty() => add(spec.name.get_ref()),
        None => {}
    }
    if spec.kind == Some(OwnKind::Recurrent) {
        add("death");
    }
    spec.causes.iter().for_each(|cause| add(&cause.cause));
    match &spec.competing {
        Some(CompetingSpec::Named(names)) => names.iter().for_each(|name| add(name)),
        Some(CompetingSpec::Endpoints(map)) => map.keys().for_each(|name| add(name)),
        None => {}
    }
    causes
}

fn definition(spec: &EndpointSpec, causes: &[String]) -> String {
    let mut parts = Vec::new();
    if let Some(outcome) = &spec.outcome {
        parts.push(format!("{} (not evaluable where unknown)", outcome.get_ref()));
    }
    match &spec.event {
        Some(EventSpec::Codes(coded)) => {
            let codes: Vec<String> =
                coded.codes.iter().map(|(code, cause)| format!("{code} = {cause}")).collect();
            parts.push(format!("event from {}: {}", coded.column.get_ref(), codes.join(", ")));
        }
        Some(EventSpec::Rows(rows)) => {
            let which = if spec.kind == Some(OwnKind::Recurrent) { "every" } else { "first" };
            parts.push(format!("{which} row of {} where {}", rows.table.get_ref(), rows.condition.get_ref()));
        }
        Some(EventSpec::Adtte(adtte)) => {
            let codes: Vec<String> =
                adtte.codes.iter().map(|(code, cause)| format!("{code} = {cause}")).collect();
            parts.push(format!("{} of ADTTE, CNSR {}", adtte.paramcd.get_ref(), codes.join(", ")));
        }
        None => {}
    }
    for cause in &spec.causes {
        parts.push(format!("{} at {} where {}", cause.cause, cause.time.get_ref(), cause.when.get_ref()));
    }
    if let Some(time) = &spec.time {
        parts.push(format!("time from {}", time.get_ref()));
    }
    if let Some(when) = &spec.when {
        parts.push(format!("counted where {}", when.get_ref()));
    }
    if let Some(never) = spec.never {
        parts.push(format!("{never} means never"));
    }
    if let Some(among) = &spec.among {
        parts.push(format!("among patients with {}", among.get_ref()));
    }
    if let Some(window) = spec.window {
        parts.push(format!("events to day {window}"));
    }
    if spec.kind == Some(OwnKind::Recurrent) {
        parts.push("until death".to_owned());
    } else if causes.len() > 1 {
        parts.push(format!("competing: {}", causes[1..].join(", ")));
    }
    parts.join("; ")
}
