//! An outcome compared between groups: contrasts of two shares, and tests of tables of counts.

pub mod breslow_day;
pub mod chi_square;
pub mod counts;
pub mod fisher;
pub mod mantel_haenszel;
pub mod odds_ratio;
pub mod risk_difference;
pub mod risk_ratio;
mod score;

#[cfg(test)]
mod naive;
#[cfg(test)]
mod properties;

pub use breslow_day::{Homogeneity, breslow_day};
pub use chi_square::{ChiSquare, Correction, chi_square};
pub use counts::{Contrast, Counts};
pub use fisher::fisher_exact;
pub use mantel_haenszel::{cochran_mantel_haenszel, common_odds_ratio};
pub use odds_ratio::odds_ratio;
pub use risk_difference::{DifferenceMethod, risk_difference};
pub use risk_ratio::{RatioMethod, risk_ratio};
