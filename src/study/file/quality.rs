//! `[quality]`: which consistency rules hold, and how many findings are too many.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::study::quality::Severity;
use crate::study::raw::Placed;

/// The consistency rules of the data.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct QualitySpec {
    /// So many findings of a severity are allowed. With more, the report says so and the run ends with exit code 4.
    pub gate: GateSpec,
    /// Wide extract: the column that names the site. Canonical tables have `region`.
    #[schemars(with = "Option<String>")]
    pub site: Option<Placed>,
    /// Rules that this study judges otherwise.
    #[schemars(with = "std::collections::BTreeMap<String, RuleChange>")]
    pub rules: IndexMap<String, Spanned<RuleChange>>,
    /// What laboratory values can be, by test, where the ranges that ship do not fit.
    #[schemars(with = "std::collections::BTreeMap<String, RangeChange>")]
    pub ranges: IndexMap<String, Spanned<RangeChange>>,
    /// Rules of the study's own.
    pub check: Vec<OwnCheck>,
}

/// How many findings are allowed, by severity; a severity that is not named has no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct GateSpec {
    /// Errors.
    pub error: Option<u64>,
    /// Warnings.
    pub warning: Option<u64>,
    /// Notes.
    pub note: Option<u64>,
}

/// What a study changes about a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RuleChange {
    /// Another severity, or `off`; needs a reason.
    pub severity: Option<Standing>,
    /// Why; the report prints it.
    pub reason: Option<String>,
    /// So many findings are allowed; with more, the run ends with exit code 4.
    pub max: Option<u64>,
}

/// Another range of a laboratory test.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeChange {
    /// The unit of the limits, as `engraft schema quality` lists it; needed only where a test has several.
    pub unit: Option<String>,
    /// Least value; without it, that which ships.
    pub low: Option<f64>,
    /// Greatest value; without it, that which ships.
    pub high: Option<f64>,
    /// Why; the report prints it.
    pub reason: String,
}

/// How a study judges a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Cannot be true.
    Error,
    /// Hardly true, or changes a result.
    Warning,
    /// Worth a look.
    Note,
    /// Not checked.
    Off,
}

impl Standing {
    /// The severity; none where the rule is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Off => None,
        }
    }
}

/// A rule of the study's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnCheck {
    /// Name: small letters, digits and hyphens.
    #[schemars(with = "String")]
    pub id: Placed,
    /// How bad a finding is.
    pub severity: Severity,
    /// The table whose rows are judged; `wide` for an extract.
    #[schemars(with = "String")]
    pub table: Placed,
    /// The column to look at.
    #[schemars(with = "Option<String>")]
    pub field: Option<Placed>,
    /// Which rows are found, such as `day > followup.death_day`.
    #[serde(rename = "where")]
    #[schemars(with = "String")]
    pub condition: Placed,
    /// What the rule says.
    pub text: String,
    /// What is written about a finding; `{column}` stands for a value. Without it, the text.
    #[schemars(with = "Option<String>")]
    pub found: Option<Placed>,
    /// So many findings are allowed.
    pub max: Option<u64>,
}

/// `[flow]`: what the flow chart ends with.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FlowSpec {
    /// The stratum that the analysed patients divide into; without it `type`, or the first stratum.
    #[schemars(with = "Option<String>")]
    pub by: Option<Placed>,
    /// The endpoints whose evaluable patients are counted; without it the main ones.
    #[schemars(with = "Vec<String>")]
    pub endpoints: Vec<Placed>,
}
