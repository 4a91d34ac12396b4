//! The analyses of a study as commands on its analysis data set, and so as R scripts.

mod levels;
mod options;

use clap::Parser;

use crate::cli::arguments::{Arguments, Command, ScriptArguments};
use crate::cli::failure::{Code, Failure};
use crate::study::file::{AnalysisSpec, DesignSpec};
use crate::study::population::TREATED;
use crate::study::{AnalysisKind, Endpoint, EndpointKind, Study};

/// An analysis of a study.
pub(super) struct Analysis<'a> {
    pub(super) study: &'a Study,
    pub(super) id: String,
    /// None is where patients are when.
    pub(super) endpoint: Option<Endpoint>,
    /// What is asked of it: the first entry for its estimates, each for its test.
    pub(super) specs: Vec<&'a AnalysisSpec>,
    pub(super) by: Option<String>,
}

/// A command in words, and the lines that its script begins with.
pub(super) struct Call {
    pub(super) words: Vec<String>,
    pub(super) preamble: String,
}

/// The commands that give an analysis: `<endpoint>`, `<endpoint>:<by>`, `<endpoint>#model`, `states`.
pub(in crate::cli) fn study_commands(study: &Study, id: &str) -> Result<Vec<Command>, Failure> {
    if let Some(spec) = study.file.design.iter().find(|spec| spec.id() == id) {
        return Ok(vec![command(design(spec))?]);
    }
    let analyses = analyses(study);
    let Some(analysis) = analyses.iter().find(|analysis| analysis.id == id) else {
        let designs = study.file.design.iter().map(DesignSpec::id);
        let known: Vec<String> = analyses.iter().map(|analysis| analysis.id.clone()).chain(designs).collect();
        return Err(Failure::new(Code::Usage, format!("the study has no analysis {id}"))
            .help(format!("its analyses are {}", known.join(", "))));
    };
    analysis.calls().into_iter().map(command).collect()
}

/// A design in the words of the command.
fn design(spec: &DesignSpec) -> Call {
    let mut words = ["engraft", "design", spec.kind().name()].map(str::to_owned).to_vec();
    for key in spec.keys() {
        words.extend([format!("--{}", key.name.replace('_', "-")), key.value]);
    }
    words.push("--emit-r".to_owned());
    Call { words, preamble: String::new() }
}

fn command(call: Call) -> Result<Command, Failure> {
    let parsed = Arguments::try_parse_from(&call.words)
        .map_err(|error| Failure::new(Code::Usage, error.to_string()))?;
    let mut command = parsed.command;
    if let Some(script) = script(&mut command) {
        script.preamble = call.preamble;
    }
    Ok(command)
}

pub(super) fn script(command: &mut Command) -> Option<&mut ScriptArguments> {
    Some(match command {
        Command::Km(arguments) => &mut arguments.script,
        Command::Cif(arguments) => &mut arguments.script,
        Command::Compare(arguments) => &mut arguments.script,
        Command::Cox(arguments) => &mut arguments.script,
        Command::Finegray(arguments) => &mut arguments.script,
        Command::Rate(arguments) => &mut arguments.script,
        Command::Recurrent(arguments) => &mut arguments.script,
        Command::States(arguments) => &mut arguments.script,
        Command::Proportion(arguments) => &mut arguments.script,
        Command::Association(arguments) => &mut arguments.script,
        _ => return None,
    })
}

/// The analyses of a study, each once.
fn analyses<'a>(study: &'a Study) -> Vec<Analysis<'a>> {
    let mut analyses: Vec<Analysis<'a>> = Vec::new();
    for endpoint in study.endpoints() {
        let name = endpoint.name.clone();
        let mut add = |id: String, spec: Option<&'a AnalysisSpec>, by: Option<String>| {
            if let Some(known) = analyses.iter_mut().find(|known| known.id == id) {
                known.specs.extend(spec);
            } else {
                let (endpoint, specs) = (Some(endpoint.clone()), spec.into_iter().collect());
                analyses.push(Analysis { study, id, endpoint, specs, by });
            }
        };
        // The analysis data set does not tell who is in a population other than all treated.
        let of_endpoint = |spec: &&AnalysisSpec| endpoint.is_asked_by(spec) && spec.population() == TREATED;
        let (models, plain): (Vec<_>, Vec<_>) =
            study.file.analysis.iter().filter(of_endpoint).partition(|spec| spec.model.is_some());
        if plain.is_empty() {
            add(name.clone(), None, None);
        }
        for spec in plain {
            let base = spec.name_of(&name);
            add(base.clone(), Some(spec), None);
            for by in crossings(spec) {
                add(format!("{base}:{by}"), Some(spec), Some(by));
            }
        }
        for (number, spec) in (1..).zip(models) {
            let suffix = if number > 1 { format!("-{number}") } else { String::new() };
            add(format!("{}#model{suffix}", spec.name_of(&name)), Some(spec), None);
        }
    }
    for spec in study.file.analysis.iter().filter(|spec| spec.kind() == AnalysisKind::States) {
        for by in std::iter::once(None).chain(crossings(spec).into_iter().map(Some)) {
            let name = spec.name_of_states();
            let id = by.as_ref().map_or_else(|| name.clone(), |by| format!("{name}:{by}"));
            if analyses.iter().all(|known| known.id != id) {
                analyses.push(Analysis { study, id, endpoint: None, specs: vec![spec], by });
            }
        }
    }
    analyses
}

fn crossings(spec: &AnalysisSpec) -> Vec<String> {
    let joined = |names: &[crate::study::file::Placed]| {
        names.iter().map(|name| name.get_ref().clone()).collect::<Vec<_>>().join(",")
    };
    spec.by.iter().map(|by| joined(by.all())).collect()
}

impl Analysis<'_> {
    fn calls(&self) -> Vec<Call> {
        let Some(endpoint) = &self.endpoint else { return vec![self.states()] };
        if self.specs.first().is_some_and(|spec| spec.model.is_some()) {
            return vec![self.model(endpoint)];
        }
        let estimate = match endpoint.kind {
            EndpointKind::Survival => self.survival(endpoint),
            EndpointKind::Competing => self.incidence(endpoint),
            EndpointKind::Recurrent => self.recurrent(endpoint),
            EndpointKind::Proportion => return self.shares(endpoint),
        };
        let mut calls = vec![estimate];
        calls.extend(self.rate(endpoint));
        calls.extend(self.tests(endpoint));
        calls
    }
}
