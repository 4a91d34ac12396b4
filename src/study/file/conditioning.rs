//! `[conditioning]`: how intensity follows from doses.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::study::raw::Placed;

/// How the intensity of conditioning follows from doses.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ConditioningSpec {
    /// A file of rules; without it, those that ship with the program (`engraft schema conditioning`).
    #[schemars(with = "Option<String>")]
    pub rules: Option<Placed>,
}
