//! Whatever a command can be asked, a study can, and the other way round; what is of one side only says why.

#![allow(clippy::expect_used, clippy::panic, reason = "a command that is not there ends the test")]

use std::collections::BTreeSet;

use clap::{Command, CommandFactory};
use engraft::cli::arguments::Arguments;
use engraft::study::file::DesignKind;
use engraft::study::schema::study_schema;

/// The commands that estimate.
const ESTIMATES: [&str; 10] =
    ["km", "cif", "compare", "cox", "finegray", "rate", "recurrent", "states", "proportion", "association"];

/// Option -> the table of the schema and its key.
const KEYS: [(&str, &str, &str); 42] = [
    ("where", "AnalysisSpec", "population"),
    ("time", "EndpointSpec", "time"),
    ("event", "EndpointSpec", "event"),
    ("cnsr", "EndpointSpec", "event"),
    ("event-codes", "EndpointSpec", "event"),
    ("causes", "EndpointSpec", "competing"),
    ("cause", "EndpointSpec", "event"),
    ("recurrent", "EndpointSpec", "kind"),
    ("entry", "EndpointSpec", "entry"),
    ("outcome", "EndpointSpec", "outcome"),
    ("from", "StateSpec", "name"),
    ("to", "StateSpec", "to"),
    ("weight", "AnalysisSpec", "weight"),
    ("pweight", "AnalysisSpec", "pweight"),
    ("by", "AnalysisSpec", "by"),
    ("times", "AnalysisSpec", "times"),
    ("conf-level", "AnalysisSpec", "conf_level"),
    ("conf-type", "AnalysisSpec", "conf_type"),
    ("variance", "AnalysisSpec", "variance"),
    ("probs", "AnalysisSpec", "probs"),
    ("rmst", "AnalysisSpec", "rmst"),
    ("rmtl", "AnalysisSpec", "rmtl"),
    ("mean-time", "AnalysisSpec", "rmst"),
    ("cumulative-hazard", "AnalysisSpec", "cumulative_hazard"),
    ("band", "AnalysisSpec", "band"),
    ("band-from", "AnalysisSpec", "band_from"),
    ("band-to", "AnalysisSpec", "band_to"),
    ("conditional-on", "AnalysisSpec", "conditional_on"),
    ("landmark", "AnalysisSpec", "landmark"),
    ("landmark-state", "AnalysisSpec", "landmark_state"),
    ("strata", "AnalysisSpec", "strata"),
    ("test", "AnalysisSpec", "test"),
    ("pairwise", "AnalysisSpec", "pairwise"),
    ("trend", "AnalysisSpec", "trend"),
    ("covariates", "AnalysisSpec", "terms"),
    ("time-dependent", "AnalysisSpec", "time_dependent"),
    ("at", "AnalysisSpec", "at"),
    ("adjusted", "AnalysisSpec", "adjusted"),
    ("per", "AnalysisSpec", "rate"),
    ("method", "AnalysisSpec", "method"),
    ("against", "AnalysisSpec", "against"),
    ("convention", "Head", "convention"),
];
/// Options whose keys have their names.
const ALIKE: [&str; 6] = ["ties", "cluster", "firth", "difference", "ratio", "continuity-correction"];

/// Options that no study needs, and why.
const COMMAND_ONLY: [(&str, &str); 8] = [
    ("file", "a study has its inputs"),
    ("id", "a study knows its patients"),
    ("overall", "a study always tells everybody together"),
    ("plot", "the report draws"),
    ("format", "the results are Parquet and JSON, the report a page"),
    ("emit-r", "engraft analyze --emit-r ANALYSIS"),
    ("cause-specific", "it always stands beside a Fine-Gray model of a study"),
    ("terminal", "a recurrent endpoint is counted until death"),
];
/// An option of a share: every status of the endpoint is told.
const SUCCESS: &str = "success";
/// Keys that no command needs, and why.
const STUDY_ONLY: [(&str, &str); 5] = [
    ("kind", "it says which command"),
    ("endpoint", "it says which columns"),
    ("model", "it says which command"),
    ("horizon", "the end of the chart"),
    ("association", "the command tells all measures"),
];

fn options(command: &Command) -> Vec<String> {
    let arguments =
        command.get_arguments().filter(|one| !matches!(one.get_id().as_str(), "help" | "version"));
    arguments.map(|one| one.get_long().map_or_else(|| one.get_id().to_string(), str::to_owned)).collect()
}

fn properties(table: &str) -> BTreeSet<String> {
    let schema = study_schema();
    let found = schema["$defs"][table]["properties"].as_object().cloned().unwrap_or_default();
    found.keys().cloned().collect()
}

fn of_options() -> Vec<(&'static str, &'static str, String)> {
    let alike = ALIKE.iter().map(|name| (*name, "AnalysisSpec", name.replace('-', "_")));
    KEYS.iter().map(|(option, table, key)| (*option, *table, (*key).to_owned())).chain(alike).collect()
}

#[test]
fn every_option_of_an_estimate_is_a_key_of_a_study() {
    let command = Arguments::command();
    let keys = of_options();
    for (option, table, key) in &keys {
        assert!(properties(table).contains(key), "--{option}: the schema has no {table}.{key}");
    }
    let mut used = BTreeSet::new();
    for name in ESTIMATES {
        let own = command.find_subcommand(name).unwrap_or_else(|| panic!("there is no command {name}"));
        for option in options(own) {
            let known = keys.iter().any(|(known, ..)| *known == option)
                || COMMAND_ONLY.iter().any(|(known, _)| *known == option)
                || option == SUCCESS;
            assert!(known, "engraft {name} --{option} is no key of a study, and nothing says why");
            used.insert(option);
        }
    }
    let named = keys.iter().map(|(option, ..)| *option).chain(COMMAND_ONLY.iter().map(|(option, _)| *option));
    for option in named {
        assert!(used.contains(option), "no command has --{option}");
    }
}

#[test]
fn every_key_of_an_analysis_is_an_option_of_a_command() {
    let keys = of_options();
    let only: Vec<&str> = STUDY_ONLY.iter().map(|(key, _)| *key).collect();
    for key in properties("AnalysisSpec") {
        let mapped = keys.iter().any(|(_, table, known)| *table == "AnalysisSpec" && *known == key);
        assert!(mapped != only.contains(&key.as_str()), "the key {key} is no option, and nothing says why");
    }
}

#[test]
fn every_command_that_estimates_is_looked_at() {
    let others = [
        "run", "init", "check", "ingest", "analyze", "export", "report", "verify", "explain", "synth",
        "schema", "design", "help",
    ];
    for command in Arguments::command().get_subcommands() {
        let name = command.get_name();
        assert!(ESTIMATES.contains(&name) || others.contains(&name), "{name} is neither");
    }
}

#[test]
fn every_option_of_a_design_is_a_key_of_a_study() {
    let command = Arguments::command();
    let designs = command.find_subcommand("design").expect("designs");
    let known = properties("DesignSpec");
    for kind in [DesignKind::Logrank, DesignKind::Proportion, DesignKind::Gray, DesignKind::Events] {
        let own = designs.find_subcommand(kind.name()).expect("a design");
        let mut taken: BTreeSet<String> = kind.keys().iter().map(ToString::to_string).collect();
        for option in options(own).iter().filter(|option| !["format", "emit-r"].contains(&option.as_str())) {
            let key = option.replace('-', "_");
            assert!(known.contains(&key), "the schema has no DesignSpec.{key}");
            assert!(taken.remove(&key), "a design of {} takes no {key}", kind.name());
        }
        assert_eq!(taken, BTreeSet::new(), "no options of engraft design {}", kind.name());
    }
}
