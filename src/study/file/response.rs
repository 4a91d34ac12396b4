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
    /// Whether a day without a bleeding event is one without bleeding.
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
    /// The day on which time-dependent covariates and states change with what later values confirm: a response, its
    /// loss, a recovery.
    pub changes_on: ChangesOn,
}

/// The day on which a covariate or a state changes with what later values confirm.
///
/// Time to response uses the first day of a response. Who is compared from that day on was not known to respond by then,
/// and lived to be confirmed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangesOn {
    /// The day of the value that confirms it: from then on it is known.
    #[default]
    Confirmed,
    /// Its first day, which uses the future.
    FirstDay,
}

impl ChangesOn {
    /// What a method says of it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Confirmed => "changes when confirmed",
            Self::FirstDay => "changes on the first day",
        }
    }
}

impl Default for ResponseSpec {
    fn default() -> Self {
        Self {
            bleeding: Bleeding::default(),
            rules: IndexMap::new(),
            landmarks: [100, 180, 365, 730].map(|day| Spanned::new(0..0, day)).to_vec(),
            ivig_window: None,
            changes_on: ChangesOn::default(),
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
    /// No row: not known, so that no response can be confirmed as complete, nor of who has bled at other times.
    Unknown,
}
