//! Convention profiles: the choices on which programs differ, under one name.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;

/// A named set of conventions. Estimates, models and tables ask it what they need; the name stands in every
/// footnote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Convention {
    /// Log-log intervals, the median as `quantile(survfit)`, Efron ties, rounding half away from zero.
    #[default]
    Engraft,
    /// What R's survival prints: log intervals, the median of `print(survfit)`, Efron ties, rounding half to even.
    R,
    /// What SAS prints: log-log intervals, the median of LIFETEST, Breslow ties, rounding half away from zero.
    Sas,
}

/// What becomes of a decimal value that lies exactly between two shorter ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rounding {
    /// Away from zero, as SAS and clinical tables.
    #[default]
    HalfAway,
    /// To the even neighbour, as R's `round`.
    HalfEven,
}

impl Convention {
    /// Its name, as a study and a footnote write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Engraft => "engraft",
            Self::R => "r",
            Self::Sas => "sas",
        }
    }

    /// The convention of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Engraft, Self::R, Self::Sas].into_iter().find(|convention| convention.name() == name)
    }

    /// How numbers are rounded for people.
    pub fn rounding(self) -> Rounding {
        match self {
            Self::R => Rounding::HalfEven,
            Self::Engraft | Self::Sas => Rounding::HalfAway,
        }
    }
}

impl fmt::Display for Convention {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Rounding {
    /// The words for it, within a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::HalfAway => "half away from zero",
            Self::HalfEven => "half to even",
        }
    }
}
