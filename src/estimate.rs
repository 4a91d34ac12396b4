//! Pure statistics: plain structs and slices in, plain structs out.
//!
//! Everything nonparametric reads one thing, the [`RiskTable`] of a stratum. The way of the numbers:
//! [`Interval`]s (times tied by [`tie_times`]) -> [`RiskTable`] -> an estimator named by its method.
//! A value that does not exist is an [`Absent`] reason, never NaN.

pub mod aalen_johansen;
pub mod confidence;
pub mod cox;
pub mod error;
pub mod fine_gray;
pub mod gray_test;
pub mod interval;
pub mod kaplan_meier;
pub mod linear_algebra;
pub mod multiplicity;
pub mod nelson_aalen;
pub mod probability_weight;
pub mod proportion;
pub mod quadratic_form;
pub mod quantile;
pub mod quantity;
pub mod restricted_mean;
pub mod reverse_kaplan_meier;
pub mod risk_table;
pub mod test_result;
pub mod ties;
pub mod weighted_logrank;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;

pub use aalen_johansen::{
    AalenJohansenOptions, CumulativeIncidence, IncidenceStep, Variance, aalen_johansen,
};
pub use confidence::ConfType;
pub use error::EstimateError;
pub use gray_test::gray_test;
pub use interval::Interval;
pub use kaplan_meier::{KaplanMeierOptions, PastFollowup, Survival, SurvivalStep, kaplan_meier};
pub use multiplicity::{benjamini_hochberg, holm};
pub use nelson_aalen::{HazardStep, nelson_aalen};
pub use probability_weight::{
    WeightedInterval, WeightedStep, effective_size, robust_logrank, weighted_aalen_johansen,
    weighted_kaplan_meier,
};
pub use proportion::{Proportion, ProportionMethod, proportion};
pub use quantile::{Quantile, QuantileRule, quantile, quantile_by};
pub use quantity::{Absent, Quantity};
pub use restricted_mean::{RestrictedMean, restricted_mean};
pub use reverse_kaplan_meier::reverse_kaplan_meier;
pub use risk_table::{RiskRow, RiskTable};
pub use test_result::{GroupTotals, TestResult};
pub use ties::{TieMap, tie_times};
pub use weighted_logrank::{Events, LogrankOptions, Weight, weighted_logrank};
