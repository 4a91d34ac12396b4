//! `[disclosure]`: what may leave the house.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::study::raw::Placed;

/// For whom the report is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ReleaseMode {
    /// For those who may see the data: everything.
    #[default]
    Internal,
    /// For everybody: small numbers, and all that tells them, are hidden.
    Release,
}

/// What is small in a release.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureSpec {
    /// Numbers of 1 to this many patients are hidden.
    #[schemars(range(min = 1, max = 1000))]
    pub threshold: u64,
    /// A curve ends where fewer are at risk.
    #[schemars(range(min = 1, max = 1000))]
    pub min_at_risk: u64,
    /// Time between the points of a curve, such as `3m`; without it, so that there are at most 24.
    #[schemars(with = "Option<String>")]
    pub time_grid: Option<Placed>,
}

impl Default for DisclosureSpec {
    fn default() -> Self {
        Self { threshold: 10, min_at_risk: 11, time_grid: None }
    }
}
