//! `[[analysis]]`: what is estimated, by what, and when.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::OneOrMany;
use crate::study::Horizon;
use crate::study::extras::BandName;
use crate::study::options::{ConfTypeName, TiesName, VarianceName};
use crate::study::raw::Placed;
use crate::study::share::{AgainstSpec, DifferenceMethodName, MeasureName, RatioMethodName, ShareMethod};
use crate::study::test::{Adjustment, TestName, Trend};

/// What is estimated, by what, and when.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalysisSpec {
    /// What kind of analysis: of endpoints, or of the states that patients go through.
    #[serde(default)]
    #[schemars(with = "AnalysisKind")]
    pub kind: Option<Spanned<AnalysisKind>>,
    /// Endpoints.
    #[serde(default)]
    pub endpoint: OneOrMany,
    /// The population that it is about: `treated` where nothing is said, `evaluable`, `safety`, or one of
    /// `[populations.NAME]`.
    #[schemars(with = "Option<String>")]
    pub population: Option<Placed>,
    /// Strata, and crossings of strata in brackets. Everybody together is always there.
    #[serde(default)]
    pub by: Vec<OneOrMany>,
    /// Times of the table: `d100`, `6m`, `1y`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub times: Vec<Placed>,
    /// The test between the groups.
    pub test: Option<TestName>,
    /// Tests every pair of the groups as well; their p-values are adjusted so.
    pub pairwise: Option<Adjustment>,
    /// Tests a trend over the groups in their order as well, where there is one stratum.
    #[serde(default)]
    pub trend: Trend,
    /// Strata: within them a test compares, a share is weighted, and a model has its own baseline hazard (Cox) or
    /// censoring (Fine-Gray).
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub strata: Vec<Placed>,
    /// Restricted mean to this time.
    #[schemars(with = "Option<String>")]
    pub rmst: Option<Placed>,
    /// Incidence rate per so many patient-years: `100py`.
    #[schemars(with = "Option<String>")]
    pub rate: Option<Placed>,
    /// Last time on the chart.
    #[schemars(with = "Option<String>")]
    pub horizon: Option<Placed>,
    /// Cumulative hazard (Nelson-Aalen) at the times too.
    #[serde(default)]
    pub cumulative_hazard: bool,
    /// A confidence band that holds for all its times at once.
    pub band: Option<BandName>,
    /// First time of the band; without it, the first event.
    #[schemars(with = "Option<String>")]
    pub band_from: Option<Placed>,
    /// Last time of the band; without it, the last follow-up.
    #[schemars(with = "Option<String>")]
    pub band_to: Option<Placed>,
    /// Survival after these times, of those who have come so far.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub conditional_on: Vec<Placed>,
    /// Shares: the times by which so many have had the event.
    #[serde(default)]
    #[schemars(with = "Vec<f64>")]
    pub probs: Vec<Spanned<f64>>,
    /// Restricted mean time lost to each cause up to this time.
    #[schemars(with = "Option<String>")]
    pub rmtl: Option<Placed>,
    /// Only who is event-free and under observation after this day; times count from day 0 all the same. Of states:
    /// only who is under observation after it.
    #[schemars(with = "Option<String>")]
    pub landmark: Option<Placed>,
    /// States with a landmark: only who is in this state then.
    #[schemars(with = "Option<String>")]
    pub landmark_state: Option<Placed>,
    /// Column of the patients with a probability weight, as from a propensity model: positive numbers. Curves, the
    /// log-rank test and Cox regression are weighted, the variance is robust.
    #[schemars(with = "Option<String>")]
    pub pweight: Option<Placed>,
    /// Column of the patients with a frequency: each counts as so many, a whole number. In a Cox model a case weight,
    /// a number of 0 or more.
    #[schemars(with = "Option<String>")]
    pub weight: Option<Placed>,
    /// Level of the intervals; 0.95 where nothing is said.
    #[schemars(with = "Option<f64>")]
    pub conf_level: Option<Spanned<f64>>,
    /// Interval of a survival curve; without it, that of the convention.
    #[schemars(with = "Option<ConfTypeName>")]
    pub conf_type: Option<Spanned<ConfTypeName>>,
    /// Variance formula: of a cumulative incidence `aalen` (where nothing is said) or `delta`, of states `jackknife`
    /// (where nothing is said) or `greenwood`.
    #[schemars(with = "Option<VarianceName>")]
    pub variance: Option<Spanned<VarianceName>>,
    /// Endpoints without a time: the interval of a share.
    pub method: Option<ShareMethod>,
    /// Endpoints without a time: a rate against which the share is tested, or status -> rate.
    pub against: Option<AgainstSpec>,
    /// Endpoints without a time: contrasts of each group against the first, and tests between all.
    #[serde(default)]
    pub association: Vec<MeasureName>,
    /// The interval of a risk difference.
    pub difference: Option<DifferenceMethodName>,
    /// The interval of a risk ratio.
    #[schemars(with = "Option<RatioMethodName>")]
    pub ratio: Option<Spanned<RatioMethodName>>,
    /// Corrects chi-square and Cochran-Mantel-Haenszel of two groups for continuity.
    #[schemars(with = "Option<bool>")]
    pub continuity_correction: Option<Spanned<bool>>,
    /// A regression of the endpoint in place of estimates by group. Beside `finegray` stands the
    /// cause-specific Cox regression.
    pub model: Option<ModelName>,
    /// Terms of the model: strata or columns of the patients, such as `conditioning=RIC`, `age_years*sex`,
    /// `ns(age_years;3)`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub terms: Vec<Placed>,
    /// Covariates of a Cox model that are 0 until the event of another endpoint and 1 after it: name ->
    /// endpoint.
    #[serde(default)]
    #[schemars(with = "std::collections::BTreeMap<String, String>")]
    pub time_dependent: IndexMap<String, Placed>,
    /// A term, a category: survival of everybody as if at each of its levels.
    #[schemars(with = "Option<String>")]
    pub adjusted: Option<Placed>,
    /// Values of all covariates at which the model predicts, at the times and as a curve: survival (Cox) or incidence
    /// (Fine-Gray); such as `"age_years=40;conditioning=RIC"`. A stratum may be named; else each has its curve.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub at: Vec<Placed>,
    /// Cox: how events at the same time are treated; without it, as the convention does.
    #[schemars(with = "Option<TiesName>")]
    pub ties: Option<Spanned<TiesName>>,
    /// Cox: a stratum or column, such as the centre: the variance is robust over its levels.
    #[schemars(with = "Option<String>")]
    pub cluster: Option<Placed>,
    /// Cox: Firth's penalty, for few events and separated data; intervals and p-values are then by profile likelihood.
    #[schemars(with = "Option<bool>")]
    pub firth: Option<Spanned<bool>>,
}

/// A regression model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ModelName {
    /// Proportional hazards; of the first cause, where others compete.
    Cox,
    /// Subdistribution hazard of the first cause.
    Finegray,
}

/// A kind of analysis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AnalysisKind {
    /// Of endpoints, each by its own estimator.
    #[default]
    Endpoints,
    /// Of the states that patients go through: where they are when.
    States,
}

impl AnalysisSpec {
    /// What kind of analysis it is.
    pub fn kind(&self) -> AnalysisKind {
        self.kind.as_ref().map_or_else(AnalysisKind::default, |kind| *kind.get_ref())
    }

    /// The column of the probability weights, where there are some.
    pub fn pweight(&self) -> Option<&str> {
        self.pweight.as_ref().map(|column| column.get_ref().as_str())
    }

    /// The column of the weights, of whatever kind: an analysis has those of one kind only.
    pub fn any_weight(&self) -> Option<&str> {
        self.pweight().or_else(|| self.weight())
    }

    /// The landmark, where there is one.
    pub fn landmark(&self) -> Option<Horizon> {
        self.landmark.as_ref().and_then(|day| Horizon::parse(day.get_ref()))
    }
}
