//! `[populations.NAME]`: named parts of the analysed cohort, as denominators.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::study::raw::Placed;

/// A part of the analysed cohort. `treated` (also `all_treated`), `safety` and `evaluable` are there without being
/// defined, `per_protocol` where `[protocol]` says what the protocol asks.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PopulationSpec {
    /// Name for people.
    pub label: Option<String>,
    /// Who belongs to it, of all treated.
    #[serde(rename = "where")]
    #[schemars(with = "String")]
    pub condition: Placed,
    /// The day on which it is known who belongs to it. After day 0, events over time are analysed from a landmark
    /// at or after that day only.
    pub known_at: Option<f64>,
}
