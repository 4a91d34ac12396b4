//! `[[analysis]]`: what is estimated, by what, and when.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::OneOrMany;
use crate::study::Horizon;
use crate::study::extras::BandName;
use crate::study::raw::Placed;
use crate::study::share::{AgainstSpec, DifferenceMethodName, MeasureName, ShareMethod};
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
    /// Endpoints without a time: the interval of a share.
    pub method: Option<ShareMethod>,
    /// Endpoints without a time: a rate against which the share is tested, or status -> rate.
    pub against: Option<AgainstSpec>,
    /// Endpoints without a time: contrasts of each group against the first, and tests between all.
    #[serde(default)]
    pub association: Vec<MeasureName>,
    /// The interval of a risk difference.
    pub difference: Option<DifferenceMethodName>,
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

    /// The landmark, where there is one.
    pub fn landmark(&self) -> Option<Horizon> {
        self.landmark.as_ref().and_then(|day| Horizon::parse(day.get_ref()))
    }
}
