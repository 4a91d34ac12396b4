//! `[response]`: how response is judged.

use schemars::JsonSchema;
use serde::Deserialize;

/// How response is judged.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ResponseSpec {
    /// Whether a study without bleeding events knows that there was none.
    pub bleeding: Bleeding,
}

/// What the absence of bleeding events means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Bleeding {
    /// No row: no bleeding.
    #[default]
    None,
    /// No row: not known, so that no response can be confirmed as complete.
    Unknown,
}
