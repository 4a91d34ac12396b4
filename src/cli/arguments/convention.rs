//! Which conventions hold.

use clap::{Args, ValueEnum};

use crate::domain::Convention;

/// Conventions.
#[derive(Debug, Args)]
pub struct ConventionArguments {
    /// Interval type, median rule, ties and rounding together; an option of its own wins
    #[arg(long, value_enum, default_value_t = ConventionName::Engraft)]
    pub convention: ConventionName,
}

/// Names of conventions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConventionName {
    /// Log-log intervals, Efron ties, halves rounded away from zero
    Engraft,
    /// As R: log intervals, the median that survfit prints, Efron ties, halves rounded to even
    R,
    /// As SAS: log-log intervals, the median of LIFETEST, Breslow ties, halves rounded away from zero
    Sas,
}

impl From<ConventionName> for Convention {
    fn from(name: ConventionName) -> Self {
        match name {
            ConventionName::Engraft => Self::Engraft,
            ConventionName::R => Self::R,
            ConventionName::Sas => Self::Sas,
        }
    }
}
