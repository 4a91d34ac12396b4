//! Names of methods on the command line.

use clap::ValueEnum;

use crate::estimate::cox::Ties;
use crate::estimate::{ConfType, Variance};

/// Names of interval types of a survival curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConfTypeName {
    /// log(-log S)
    LogLog,
    /// log S
    Log,
    /// S itself
    Plain,
    /// logit S
    Logit,
    /// arcsin of the square root
    Arcsin,
}

impl From<ConfTypeName> for ConfType {
    fn from(name: ConfTypeName) -> Self {
        match name {
            ConfTypeName::LogLog => Self::LogLog,
            ConfTypeName::Log => Self::Log,
            ConfTypeName::Plain => Self::Plain,
            ConfTypeName::Logit => Self::Logit,
            ConfTypeName::Arcsin => Self::ArcSin,
        }
    }
}

/// Names of variances of a cumulative incidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum VarianceName {
    /// As cmprsk
    Aalen,
    /// Greenwood type, as etm
    Delta,
}

impl From<VarianceName> for Variance {
    fn from(name: VarianceName) -> Self {
        match name {
            VarianceName::Aalen => Self::Aalen,
            VarianceName::Delta => Self::Delta,
        }
    }
}

/// Names of ways to treat ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TiesName {
    /// Efron's
    Efron,
    /// Breslow's
    Breslow,
}

impl From<TiesName> for Ties {
    fn from(name: TiesName) -> Self {
        match name {
            TiesName::Efron => Self::Efron,
            TiesName::Breslow => Self::Breslow,
        }
    }
}
