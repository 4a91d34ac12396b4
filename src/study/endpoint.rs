//! The endpoints that need only their name, read from the definitions that ship with the program.

use std::sync::LazyLock;

use serde::Deserialize;

use super::file::EndpointSpec;

/// The definitions, as they can be printed and copied into a study.
pub const DEFINITIONS: &str = include_str!("rules/endpoints.toml");

/// The status that becomes an endpoint for each landmark of the study.
pub const LANDMARK_STATUS: &str = "landmark_status";

/// How an endpoint is analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndpointKind {
    /// One event, nothing competes: Kaplan-Meier.
    Survival,
    /// Events that compete: cumulative incidence.
    Competing,
    /// Events that recur until death: mean cumulative counts.
    Recurrent,
    /// A status, without a time: proportions.
    Proportion,
}

/// The definitions that ship with the program.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Definitions {
    version: String,
    endpoint: Vec<EndpointSpec>,
}

// A test reads the file: a program that was built has definitions.
static BUILT_IN: LazyLock<Definitions> = LazyLock::new(|| toml::from_str(DEFINITIONS).unwrap_or_default());

/// The name and version of the definitions.
pub fn version() -> &'static str {
    &BUILT_IN.version
}

/// Every built-in endpoint.
pub fn built_in() -> &'static [EndpointSpec] {
    &BUILT_IN.endpoint
}

/// The built-in endpoint of this name.
pub fn named(name: &str) -> Option<&'static EndpointSpec> {
    built_in().iter().find(|endpoint| endpoint.name.get_ref() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definitions_can_be_read() {
        let read: Definitions = toml::from_str(DEFINITIONS).unwrap();
        assert_eq!(read.endpoint.len(), built_in().len());
        assert!(version().starts_with("engraft endpoints "));
        assert!(named("os").is_some() && named("cure").is_none());
    }
}
