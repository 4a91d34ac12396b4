//! How an estimate is made, where a study does not leave it to its convention.

use schemars::JsonSchema;
use serde::Deserialize;

use super::file::AnalysisSpec;

/// The interval of a survival curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConfTypeName {
    /// log(-log S).
    LogLog,
    /// log S.
    Log,
    /// S itself.
    Plain,
    /// logit S.
    Logit,
    /// arcsin of the square root.
    Arcsin,
}

/// A variance formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum VarianceName {
    /// Of a cumulative incidence: as cmprsk.
    Aalen,
    /// Of a cumulative incidence: Greenwood type, as etm.
    Delta,
    /// Of the probability of a state: infinitesimal jackknife by patient, as survival.
    Jackknife,
    /// Of the probability of a state: Greenwood type, as etm.
    Greenwood,
}

/// How events at the same time are treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TiesName {
    /// Efron's.
    Efron,
    /// Breslow's.
    Breslow,
}

impl ConfTypeName {
    /// As the study and the command line write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::LogLog => "log-log",
            Self::Log => "log",
            Self::Plain => "plain",
            Self::Logit => "logit",
            Self::Arcsin => "arcsin",
        }
    }
}

impl VarianceName {
    /// As the study and the command line write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Aalen => "aalen",
            Self::Delta => "delta",
            Self::Jackknife => "jackknife",
            Self::Greenwood => "greenwood",
        }
    }

    /// Whether it is of the probability of a state.
    pub fn is_of_states(self) -> bool {
        matches!(self, Self::Jackknife | Self::Greenwood)
    }
}

impl TiesName {
    /// As the study and the command line write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Efron => "efron",
            Self::Breslow => "breslow",
        }
    }
}

impl AnalysisSpec {
    /// Level of the intervals.
    pub fn conf_level(&self) -> f64 {
        self.conf_level.as_ref().map_or(0.95, |level| *level.get_ref())
    }

    /// Whether the likelihood of the model is penalised.
    pub fn firth(&self) -> bool {
        self.firth.as_ref().is_some_and(|firth| *firth.get_ref())
    }

    /// Whether tests of two groups are corrected for continuity.
    pub fn continuity_correction(&self) -> bool {
        self.continuity_correction.as_ref().is_some_and(|corrected| *corrected.get_ref())
    }

    /// The column of the frequencies, where there are some.
    pub fn weight(&self) -> Option<&str> {
        self.weight.as_ref().map(|column| column.get_ref().as_str())
    }
}
