//! `[engraftment]`: what recovery of the counts is.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::study::raw::Placed;

/// What recovery of neutrophils and platelets is.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EngraftmentSpec {
    /// A file of rules; without it, those that ship with the program (`engraft schema engraftment`).
    #[schemars(with = "Option<String>")]
    pub rules: Option<Placed>,
}
