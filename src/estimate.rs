//! Pure statistics: plain structs and slices in, plain structs out.
//!
//! Everything nonparametric reads one thing, the [`RiskTable`] of a stratum. The way of the numbers:
//! [`Interval`]s (times tied by [`tie_times`]) -> [`RiskTable`] -> an estimator named by its method.
//! A value that does not exist is an [`Absent`] reason, never NaN.

pub mod aalen_johansen;
pub mod association;
pub mod conditional_survival;
pub mod confidence;
pub mod confidence_band;
pub mod cox;
pub mod design;
pub mod equality;
pub mod error;
pub mod exact_binomial;
pub mod fine_gray;
pub mod fixed_time;
pub mod ghosh_lin;
pub mod gray_test;
pub mod incidence_quantile;
pub mod incidence_rate;
pub mod interval;
pub mod kaplan_meier;
pub mod linear_algebra;
pub mod max_combo;
pub mod max_normal;
pub mod mean_contrast;
pub mod multiplicity;
pub mod natural_spline;
pub mod nelson_aalen;
pub mod occupation;
mod parallel;
pub mod probability_weight;
pub mod proportion;
pub mod quadratic_form;
pub mod quantile;
pub mod quantity;
pub mod restricted_mean;
pub mod restricted_time_lost;
pub mod reverse_kaplan_meier;
pub mod risk_table;
pub mod stratified_wilson;
pub mod test_result;
pub mod ties;
mod unimodal;
pub mod weighted_logrank;

#[cfg(test)]
mod accuracy;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;

pub use aalen_johansen::{
    AalenJohansenOptions, CumulativeIncidence, IncidenceStep, Variance, aalen_johansen,
};
pub use conditional_survival::conditional_survival;
pub use confidence::ConfType;
pub use confidence_band::{BandKind, BandOptions, BandStep, ConfidenceBand, confidence_band};
pub use equality::{Equality, GroupEstimate, equality};
pub use error::EstimateError;
pub use exact_binomial::exact_binomial_test;
pub use fixed_time::fixed_time;
pub use ghosh_lin::{CountStep, CourseEnd, CourseRow, MeanCount, ghosh_lin};
pub use gray_test::gray_test;
pub use incidence_quantile::incidence_quantile;
pub use incidence_rate::{Exposure, Rate, RateRatio, incidence_rate, rate_ratio};
pub use interval::Interval;
pub use kaplan_meier::{KaplanMeierOptions, PastFollowup, Survival, SurvivalStep, kaplan_meier};
pub use max_combo::{MAX_COMBO_WEIGHTS, MaxCombo, max_combo};
pub use max_normal::largest_exceeds;
pub use mean_contrast::{MeanContrast, mean_contrast};
pub use multiplicity::{benjamini_hochberg, holm};
pub use nelson_aalen::{HazardStep, cumulative_hazard_at, nelson_aalen};
pub use occupation::{
    History, HistoryError, Move, Occupation, OccupationOptions, OccupationVariance, StateStep, Stay,
    occupation,
};
pub use probability_weight::{
    WeightedInterval, WeightedStep, effective_size, robust_logrank, weighted_aalen_johansen,
    weighted_kaplan_meier,
};
pub use proportion::{Proportion, ProportionMethod, proportion};
pub use quantile::{Quantile, QuantileRule, quantile, quantile_by};
pub use quantity::{Absent, Quantity};
pub use restricted_mean::{RestrictedMean, restricted_mean};
pub use restricted_time_lost::restricted_time_lost;
pub use reverse_kaplan_meier::reverse_kaplan_meier;
pub use risk_table::{RiskRow, RiskTable};
pub use stratified_wilson::{StratifiedProportion, stratified_wilson};
pub use test_result::{GroupTotals, TestResult};
pub use ties::{TieMap, tie_times};
pub use weighted_logrank::{Events, LogrankOptions, Weight, weighted_logrank};
