//! `[[design]]`: the size of a study to come, and the events to expect.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::TimeUnit;
use crate::study::raw::Placed;

/// The size of a study to come, or the events to expect: what `engraft design` plans. Nothing of it is estimated.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DesignSpec {
    /// Its name: letters, digits and `_`.
    #[schemars(with = "String")]
    pub name: Placed,
    /// What is planned.
    #[schemars(with = "DesignKind")]
    pub kind: Spanned<DesignKind>,
    /// Name for people.
    pub label: Option<String>,
    /// The endpoint that it is about.
    #[schemars(with = "Option<String>")]
    pub endpoint: Option<Placed>,
    /// The unit of its times; hazards and rates are for one of it.
    #[serde(default = "months")]
    pub time_unit: TimeUnit,
    /// Log-rank and events: hazard ratio, experimental over control.
    #[schemars(with = "Option<f64>")]
    pub hr: Option<Spanned<f64>>,
    /// Log-rank: how many events a power needs; Schoenfeld's where nothing is said.
    #[schemars(with = "Option<FormulaName>")]
    pub formula: Option<Spanned<FormulaName>>,
    /// Gray: ratio of subdistribution hazards, experimental over control.
    #[schemars(with = "Option<f64>")]
    pub shr: Option<Spanned<f64>>,
    /// Proportion: the share under the null hypothesis.
    #[schemars(with = "Option<f64>")]
    pub null: Option<Spanned<f64>>,
    /// Proportion: the share at which the power is wanted.
    #[schemars(with = "Option<f64>")]
    pub alternative: Option<Spanned<f64>>,
    /// The power to reach: the size is wanted.
    #[schemars(with = "Option<f64>")]
    pub power: Option<Spanned<f64>>,
    /// The number of patients: the power is wanted. Events: how many enter over `accrual`.
    #[schemars(with = "Option<u64>")]
    pub n: Option<Spanned<u64>>,
    /// Log-rank and Gray: the number of events: the power is wanted.
    #[schemars(with = "Option<u64>")]
    pub events: Option<Spanned<u64>>,
    /// Proportion: the largest number of patients that is looked at; 1000 where nothing is said.
    #[schemars(with = "Option<u64>")]
    pub max_n: Option<Spanned<u64>>,
    /// Level of the test; 0.05 where nothing is said.
    #[schemars(with = "Option<f64>")]
    pub alpha: Option<Spanned<f64>>,
    /// 1 or 2; two-sided where nothing is said, a single proportion one-sided.
    #[schemars(with = "Option<u64>")]
    pub sides: Option<Spanned<u64>>,
    /// Patients in the experimental arm for one in the control arm; 1 where nothing is said.
    #[schemars(with = "Option<f64>")]
    pub allocation: Option<Spanned<f64>>,
    /// Log-rank and events: hazard of the event in the control arm.
    #[schemars(with = "Option<f64>")]
    pub hazard_control: Option<Spanned<f64>>,
    /// In place of it: median survival in the control arm.
    #[schemars(with = "Option<f64>")]
    pub median_control: Option<Spanned<f64>>,
    /// In place of both: survival in the control arm at the time `at`.
    #[schemars(with = "Option<f64>")]
    pub survival_control: Option<Spanned<f64>>,
    /// The time of `survival_control`, or of the cumulative incidences.
    #[schemars(with = "Option<f64>")]
    pub at: Option<Spanned<f64>>,
    /// Hazard of loss to follow-up in every arm; 0 where nothing is said.
    #[schemars(with = "Option<f64>")]
    pub dropout: Option<Spanned<f64>>,
    /// Gray: cumulative incidence of the cause of interest in the control arm.
    #[schemars(with = "Option<f64>")]
    pub cif_control: Option<Spanned<f64>>,
    /// The same in the experimental arm, in place of `shr`.
    #[schemars(with = "Option<f64>")]
    pub cif_experimental: Option<Spanned<f64>>,
    /// Gray: cumulative incidence of the competing causes in the control arm, for `accrual` and `followup`.
    #[schemars(with = "Option<f64>")]
    pub competing_control: Option<Spanned<f64>>,
    /// The time over which patients enter uniformly.
    #[schemars(with = "Option<f64>")]
    pub accrual: Option<Spanned<f64>>,
    /// The time from the last entry to the analysis.
    #[schemars(with = "Option<f64>")]
    pub followup: Option<Spanned<f64>>,
    /// Events, in place of `accrual` and `n`: until when, how many enter in one unit of time: `[[6, 10], [12, 20]]`.
    #[schemars(with = "Option<Vec<[f64; 2]>>")]
    pub rates: Option<Spanned<Vec<[f64; 2]>>>,
    /// Events: the last time that is shown.
    #[schemars(with = "Option<f64>")]
    pub until: Option<Spanned<f64>>,
    /// Events: the step between the times; 1 where nothing is said.
    #[schemars(with = "Option<f64>")]
    pub every: Option<Spanned<f64>>,
    /// Events: numbers of events whose time is wanted.
    #[schemars(with = "Option<Vec<f64>>")]
    pub target: Option<Spanned<Vec<f64>>>,
}

/// What is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DesignKind {
    /// Events, size and power of the log-rank test of two arms.
    Logrank,
    /// Size and power of the exact test of a single proportion.
    Proportion,
    /// Events, size and power of Gray's test of two cumulative incidences.
    Gray,
    /// Events to expect over calendar time.
    Events,
}

/// How many events a power needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FormulaName {
    /// Schoenfeld 1983.
    Schoenfeld,
    /// Freedman 1982.
    Freedman,
}

fn months() -> TimeUnit {
    TimeUnit::Months
}
