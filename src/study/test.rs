//! Tests between groups, as a study or a command names them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::Horizon;

/// A test between groups.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub enum TestName {
    /// Log-rank.
    Logrank,
    /// Gehan-Breslow-Wilcoxon.
    Gehan,
    /// Tarone-Ware.
    TaroneWare,
    /// Peto.
    Peto,
    /// Fleming-Harrington.
    FlemingHarrington {
        /// Exponent of survival.
        rho: f64,
        /// Exponent of one less survival.
        gamma: f64,
    },
    /// Gray's test of cumulative incidence.
    Gray,
    /// The largest of four Fleming-Harrington tests of two groups.
    MaxCombo,
    /// Restricted means of survival time.
    RestrictedMean {
        /// The horizon.
        tau: f64,
    },
    /// Restricted means of the time lost to each cause.
    RestrictedTimeLost {
        /// The horizon.
        tau: f64,
    },
    /// Survival, or cumulative incidence, at one time.
    FixedTime {
        /// The time.
        time: f64,
    },
}

/// The tests that can be named.
pub const TESTS: &str =
    "logrank, gehan, tarone-ware, peto, fh:RHO,GAMMA, gray, max-combo, rmst:TAU, rmtl:TAU and fixed-time:T";

impl TestName {
    /// Reads a test; `time` reads what follows `rmst:`, `rmtl:` and `fixed-time:`.
    ///
    /// # Errors
    /// A sentence naming what is known.
    ///
    /// # Examples
    /// ```
    /// use engraft::study::{Horizon, TestName};
    /// let days = |text: &str| Horizon::parse(text).map(|horizon| horizon.days);
    /// assert_eq!(TestName::parse("rmst:1y", days), Ok(TestName::RestrictedMean { tau: 365.0 }));
    /// assert!(TestName::parse("rmst:0", days).is_err());
    /// ```
    pub fn parse(text: &str, time: impl Fn(&str) -> Option<f64>) -> Result<Self, String> {
        let (name, parameter) = match text.split_once(':') {
            Some((name, parameter)) => (name, Some(parameter.trim())),
            None => (text, None),
        };
        let unknown = || format!("'{text}' is no test; tests are {TESTS}");
        let above_zero = |text: &str| time(text).filter(|time| *time > 0.0);
        let time_of = |text: &str| above_zero(text).ok_or_else(|| format!("'{text}' is not a time above 0"));
        Ok(match (name.trim(), parameter) {
            ("logrank", None) => Self::Logrank,
            ("gehan", None) => Self::Gehan,
            ("tarone-ware", None) => Self::TaroneWare,
            ("peto", None) => Self::Peto,
            ("gray", None) => Self::Gray,
            ("max-combo", None) => Self::MaxCombo,
            ("fh", Some(exponents)) => {
                let (rho, gamma) = exponents.split_once(',').ok_or_else(unknown)?;
                let (rho, gamma) = exponent(rho).zip(exponent(gamma)).ok_or_else(unknown)?;
                Self::FlemingHarrington { rho, gamma }
            }
            ("rmst", Some(tau)) => Self::RestrictedMean { tau: time_of(tau)? },
            ("rmtl", Some(tau)) => Self::RestrictedTimeLost { tau: time_of(tau)? },
            ("fixed-time", Some(time)) => Self::FixedTime { time: time_of(time)? },
            _ => return Err(unknown()),
        })
    }

    /// Whether it can be stratified: it compares within each time, not curves as a whole.
    pub fn can_be_stratified(self) -> bool {
        !matches!(
            self,
            Self::RestrictedMean { .. } | Self::RestrictedTimeLost { .. } | Self::FixedTime { .. }
        )
    }

    /// Whether it has a trend over ordered groups.
    pub fn has_trend(self) -> bool {
        self.can_be_stratified() && self != Self::MaxCombo
    }

    /// Whether it is of causes that compete, not of one event.
    pub fn needs_causes(self) -> bool {
        matches!(self, Self::Gray | Self::RestrictedTimeLost { .. })
    }

    /// Whether it may be of causes that compete.
    pub fn takes_causes(self) -> bool {
        self.needs_causes() || matches!(self, Self::FixedTime { .. })
    }
}

fn exponent(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0)
}

impl TryFrom<String> for TestName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text, |time| Horizon::parse(time).map(|horizon| horizon.days))
    }
}

impl JsonSchema for TestName {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("TestName")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": format!("A test between groups: {TESTS}; times as d100, 6m or 5y."),
            "type": "string",
            "pattern": "^(logrank|gehan|tarone-ware|peto|gray|max-combo|fh:[0-9.]+,[0-9.]+|(rmst|rmtl|fixed-time):.+)$",
        })
    }
}

/// How p-values of all pairs of groups are adjusted for their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Adjustment {
    /// Not at all.
    None,
    /// Holm: bounds the chance of any false claim.
    Holm,
    /// Benjamini and Hochberg: bounds the share of false claims.
    Bh,
}

impl Adjustment {
    /// Reads `none`, `holm` or `bh`.
    ///
    /// # Errors
    /// A sentence naming these.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text {
            "none" => Ok(Self::None),
            "holm" => Ok(Self::Holm),
            "bh" => Ok(Self::Bh),
            _ => Err("p-values of pairs are adjusted by none, holm or bh".to_owned()),
        }
    }
}

/// Whether a trend over the groups in their order is tested as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "bool")]
#[schemars(with = "bool")]
pub enum Trend {
    /// The groups as they are.
    #[default]
    Untested,
    /// A trend with the scores 1, 2, 3, ...
    Tested,
}

impl From<bool> for Trend {
    fn from(tested: bool) -> Self {
        if tested { Self::Tested } else { Self::Untested }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<TestName, String> {
        TestName::try_from(text.to_owned())
    }

    #[test]
    fn names_and_parameters() {
        assert_eq!(parse("logrank"), Ok(TestName::Logrank));
        assert_eq!(parse("fh:0.5,1"), Ok(TestName::FlemingHarrington { rho: 0.5, gamma: 1.0 }));
        assert_eq!(parse("rmst:5y"), Ok(TestName::RestrictedMean { tau: 1826.0 }));
        assert_eq!(parse("rmtl:d100"), Ok(TestName::RestrictedTimeLost { tau: 100.0 }));
        assert_eq!(parse("fixed-time:1y"), Ok(TestName::FixedTime { time: 365.0 }));
        assert_eq!(parse("max-combo"), Ok(TestName::MaxCombo));
    }

    #[test]
    fn what_is_no_test() {
        let wrong =
            ["", "log-rank", "fh", "fh:1", "fh:-1,0", "gray:1", "rmst", "rmst:", "rmst:soon", "fixed-time:0"];
        for text in wrong {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse("wilcoxon").unwrap_err().contains("tarone-ware"));
        assert!(Adjustment::parse("bonferroni").is_err());
    }
}
