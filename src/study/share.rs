//! How the study asks for shares: intervals, rates to test against, contrasts of groups.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

/// The interval of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ShareMethod {
    /// Score interval.
    Wilson,
    /// Exact.
    ClopperPearson,
    /// Beta with prior 1/2, 1/2.
    Jeffreys,
    /// Wald around a shifted centre.
    AgrestiCoull,
    /// Normal approximation.
    Wald,
    /// Score intervals of strata, weighted.
    StratifiedWilson,
}

/// Rates, such as historical ones, against which shares are tested exactly.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a rate between 0 and 1, or { status = rate }")]
pub enum AgainstSpec {
    /// The rate of `CR or R` where there is one, else of the first status.
    Rate(f64),
    /// Status -> rate.
    Rates(IndexMap<String, f64>),
}

/// A contrast of each group against the first, or a test between all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureName {
    /// Difference of shares.
    RiskDifference,
    /// Ratio of shares.
    RiskRatio,
    /// Ratio of odds.
    OddsRatio,
    /// Pearson's test.
    ChiSquare,
    /// Fisher's exact test.
    Fisher,
    /// Test over strata, with the common odds ratio.
    CochranMantelHaenszel,
    /// Homogeneity of the odds ratio over strata.
    BreslowDay,
}

impl MeasureName {
    /// Those that need no strata.
    pub const CRUDE: [Self; 5] =
        [Self::RiskDifference, Self::RiskRatio, Self::OddsRatio, Self::ChiSquare, Self::Fisher];
    /// Those that need strata.
    pub const STRATIFIED: [Self; 2] = [Self::CochranMantelHaenszel, Self::BreslowDay];

    /// Whether it is taken over strata.
    pub fn is_stratified(self) -> bool {
        Self::STRATIFIED.contains(&self)
    }
}

/// The interval of a difference of shares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceMethodName {
    /// From Wilson's limits of both shares.
    #[default]
    Newcombe,
    /// Score interval.
    MiettinenNurminen,
    /// Normal approximation.
    Wald,
}

/// The interval of a ratio of shares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RatioMethodName {
    /// Normal approximation of the logarithm.
    #[default]
    Wald,
    /// Score interval.
    MiettinenNurminen,
}

/// The statuses of an endpoint that are compared and tested where the study names none: `CR or R` and `CR`
/// where there are both, else the first.
pub fn compared_statuses(levels: &[String]) -> Vec<String> {
    let has = |level: &str| levels.iter().any(|known| known == level);
    let mut statuses: Vec<String> = Vec::new();
    if has("CR") && has("R") {
        statuses.push("CR or R".to_owned());
    }
    if has("CR") {
        statuses.push("CR".to_owned());
    }
    if statuses.is_empty() {
        statuses.extend(levels.first().cloned());
    }
    statuses
}
