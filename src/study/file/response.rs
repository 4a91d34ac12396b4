//! `[response]`: how response is judged.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::study::raw::Placed;

/// How response is judged.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ResponseSpec {
    /// Whether a study without bleeding events knows that there was none.
    pub bleeding: Bleeding,
    /// Disorder -> the rule that judges it: the name of one that ships, or a file `*.toml` of one's own, relative
    /// to this one. Disorders: ITP, AIHA, EVANS, PRCA, AIN, AA, TTP, OTHER.
    #[schemars(with = "std::collections::BTreeMap<String, String>")]
    pub rules: IndexMap<String, Placed>,
    /// Days on which the status is taken, for the endpoint `landmark_status`.
    #[schemars(with = "Vec<u32>")]
    pub landmarks: Vec<Spanned<i64>>,
    /// For so many days after immunoglobulin, values that it may have raised are unknown; in place of that of the
    /// rules.
    #[schemars(with = "Option<u32>")]
    pub ivig_window: Option<Spanned<i64>>,
}

impl Default for ResponseSpec {
    fn default() -> Self {
        Self {
            bleeding: Bleeding::default(),
            rules: IndexMap::new(),
            landmarks: [100, 180, 365, 730].map(|day| Spanned::new(0..0, day)).to_vec(),
            ivig_window: None,
        }
    }
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
