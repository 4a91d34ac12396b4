//! `[screen]`: what must not come in.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{OneOrMany, Placed};

/// How deliveries are screened for what gives persons away.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScreenSpec {
    /// What becomes of columns that neither the tables nor the study know.
    #[serde(default)]
    pub mode: ScreenMode,
    /// Columns that are let in whatever they look like; the report prints the reasons.
    #[serde(default)]
    pub allow: Vec<AllowSpec>,
    /// New labels for the subjects, by a key that no file of the study holds.
    pub relabel: Option<RelabelSpec>,
    /// The columns or strata by which somebody might be known. Without: age in bands of ten years, sex, disorder, type
    /// of transplant, year and region, where the study has them.
    #[schemars(with = "Option<Vec<String>>")]
    pub quasi_identifiers: Option<Vec<Placed>>,
}

/// What becomes of columns that neither the tables nor the study know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ScreenMode {
    /// They are refused.
    #[default]
    Strict,
    /// They are passed over, if they give nobody away.
    Lenient,
}

/// Columns that are let in.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AllowSpec {
    /// The table, or `wide`; none: any.
    #[schemars(with = "Option<String>")]
    pub table: Option<Placed>,
    /// A column as it is delivered, or several.
    pub column: OneOrMany,
    /// Why.
    #[schemars(with = "String")]
    pub reason: Placed,
}

/// Where the key for new labels is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelabelSpec {
    /// A file that not everybody can read, relative to the study file.
    #[schemars(with = "Option<String>")]
    pub key_file: Option<Placed>,
    /// A variable of the environment.
    #[schemars(with = "Option<String>")]
    pub key_env: Option<Placed>,
}
