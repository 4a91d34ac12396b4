//! `[protocol]`: what the protocol asks, for the population per protocol.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::study::raw::Placed;

/// What the protocol asks. It defines the population `per_protocol`: of all treated those of whom all that is given here
/// holds. What is not known does not hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProtocolSpec {
    /// What was planned is what was received: a condition on the columns of patients and the first transplant, such as
    /// `"cond_intensity == 'RIC' and serotherapy != 'NONE'"`.
    #[schemars(with = "Option<String>")]
    pub received: Option<Placed>,
    /// Major deviations are delivered as events of type DEVIATION, and who has none had none: one up to this day leaves a
    /// patient out. 0: eligibility, conditioning and graft. After day 0, events over time are analysed from a landmark at
    /// or after it only.
    #[schemars(with = "Option<u32>")]
    pub deviations_to: Option<Spanned<i64>>,
}
