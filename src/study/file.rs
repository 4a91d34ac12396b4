//! The shape of `study.toml`.

mod analysis;
mod conditioning;
mod design;
mod disclosure;
mod endpoint;
mod engraftment;
mod event;
mod inputs;
mod population;
mod protocol;
mod quality;
mod response;
mod screen;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

pub use self::analysis::{AnalysisKind, AnalysisSpec, ModelName};
pub use self::conditioning::ConditioningSpec;
pub use self::design::{DesignKind, DesignSpec, FormulaName};
pub use self::disclosure::{DisclosureSpec, ReleaseMode};
pub use self::endpoint::{AppliesTo, CauseSpec, EndpointSpec, NeverBelow, OwnKind, SecondTransplant};
pub use self::engraftment::EngraftmentSpec;
pub use self::event::{
    AdtteEvent, CENSORED, CodedEvent, CompetingSpec, Competitor, EventPart, EventSpec, MilestoneEvent,
    TableEvent,
};
pub(super) use self::inputs::text_of;
pub use self::inputs::{
    AdtteSpec, AvalOrigin, InputSpec, Inputs, MappedInput, TimeUnit, WideColumnSpec, WideKind, WideSpec,
};
pub use self::population::PopulationSpec;
pub use self::protocol::ProtocolSpec;
pub use self::quality::{FlowSpec, GateSpec, OwnCheck, QualitySpec, RangeChange, RuleChange, Standing};
pub use self::response::{Bleeding, ChangesOn, ResponseSpec};
pub use self::screen::{AllowSpec, RelabelSpec, ScreenMode, ScreenSpec};
pub use super::extras::BandName;
pub use super::raw::Placed;
use super::raw::RawNames;
pub use super::test::{Adjustment, TestName, Trend};
use crate::domain::Convention;

/// A study.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyFile {
    /// What the study is.
    pub study: Head,
    /// The delivered files.
    pub inputs: Inputs,
    /// What must not come in.
    #[serde(default)]
    pub screen: ScreenSpec,
    /// Where results go.
    #[serde(default)]
    pub output: Output,
    /// What is small in a release.
    #[serde(default)]
    pub disclosure: DisclosureSpec,
    /// Who is analysed: name of the step -> condition. Each is a box of the flow chart.
    #[serde(default)]
    #[schemars(with = "std::collections::BTreeMap<String, String>")]
    pub population: IndexMap<String, Placed>,
    /// Named parts of the analysed cohort, as denominators of analyses.
    #[serde(default)]
    pub populations: IndexMap<String, PopulationSpec>,
    /// What the protocol asks: who belongs to the population `per_protocol`.
    pub protocol: Option<ProtocolSpec>,
    /// Groups to compare.
    #[serde(default)]
    pub strata: IndexMap<String, StratumSpec>,
    /// What the flow chart ends with.
    #[serde(default)]
    pub flow: FlowSpec,
    /// The consistency rules of the data.
    #[serde(default)]
    pub quality: QualitySpec,
    /// How response is judged.
    #[serde(default)]
    pub response: ResponseSpec,
    /// How the intensity of conditioning follows from doses.
    #[serde(default)]
    pub conditioning: ConditioningSpec,
    /// What recovery of neutrophils and platelets is.
    #[serde(default)]
    pub engraftment: EngraftmentSpec,
    /// The table of baseline characteristics.
    pub baseline: Option<BaselineSpec>,
    /// What is estimated.
    #[serde(default)]
    pub endpoint: Vec<EndpointSpec>,
    /// The states that patients go through, in order; without, transplanted, engrafted, in remission, relapsed,
    /// dead.
    #[serde(default)]
    pub state: Vec<StateSpec>,
    /// By what, and when.
    #[serde(default)]
    pub analysis: Vec<AnalysisSpec>,
    /// The size of studies to come, and the events to expect.
    #[serde(default)]
    pub design: Vec<DesignSpec>,
}

/// What the study is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Short identifier.
    pub id: String,
    /// Title of the report.
    pub title: String,
    /// Date of the data cut; stands in every footer.
    #[schemars(with = "String")]
    pub cutoff: toml::value::Datetime,
    /// Where the data come from, in one line of the report.
    pub source: Option<String>,
    /// Licence of the data.
    pub licence: Option<String>,
    /// What was decided about the data; each is printed in the report.
    #[serde(default)]
    pub decisions: Vec<String>,
    /// Conventions for intervals, ties and rounding.
    #[serde(default)]
    pub convention: Convention,
    /// For whom the report is.
    #[serde(default)]
    pub release: ReleaseMode,
}

/// Where results go, relative to the study file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Output {
    /// Canonical tables.
    pub store: String,
    /// Reports.
    pub reports: String,
    /// Run log.
    pub logs: String,
    /// What was released before: the next release is compared with it.
    pub releases: String,
}

impl Default for Output {
    fn default() -> Self {
        Self {
            store: "store".to_owned(),
            reports: "reports".to_owned(),
            logs: "logs".to_owned(),
            releases: "release".to_owned(),
        }
    }
}

/// A grouping variable.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StratumSpec {
    /// The column that it is made from: of patients or of the first transplant, or of the extract.
    #[schemars(with = "Option<String>")]
    pub column: Option<Placed>,
    /// In place of a column: an endpoint; `yes` is who had its event by the day of `known_at`, `no` who had not.
    #[schemars(with = "Option<String>")]
    pub endpoint: Option<Placed>,
    /// The day on which it is known in which level a patient is. After day 0 it groups landmark analyses only.
    pub known_at: Option<f64>,
    /// Name for people.
    pub label: Option<String>,
    /// New level -> the levels that it joins.
    #[serde(default)]
    pub merge: IndexMap<String, Vec<String>>,
    /// Order of the levels; those not named follow in sorted order.
    #[serde(default)]
    pub order: Vec<String>,
    /// Cuts a number into bands: `[18, 40]` gives `<18`, `18-39`, `>=40` for whole numbers.
    #[serde(default)]
    pub breaks: Vec<f64>,
    /// Names for levels.
    #[serde(default)]
    pub labels: IndexMap<String, String>,
}

/// The table of baseline characteristics.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BaselineSpec {
    /// A stratum; its levels are the columns of the table.
    #[schemars(with = "Option<String>")]
    pub by: Option<Placed>,
    /// Columns or strata, one block of rows each.
    #[schemars(with = "Vec<String>")]
    pub columns: Vec<Placed>,
}

/// One text or several.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "Spanned<RawNames>")]
#[schemars(with = "RawNames")]
pub enum OneOrMany {
    /// One.
    One(Placed),
    /// Several.
    Many(Vec<Placed>),
}

impl OneOrMany {
    /// All of them.
    pub fn all(&self) -> &[Placed] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

impl Default for OneOrMany {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

/// A state that patients go through.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StateSpec {
    /// Name.
    #[schemars(with = "String")]
    pub name: Placed,
    /// The endpoint whose event leads into it; the first state, in which all begin, has none.
    #[schemars(with = "Option<String>")]
    pub endpoint: Option<Placed>,
    /// The states that may follow; none: it is the last.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub to: Vec<Placed>,
    /// Whether its probability is drawn by group.
    #[serde(default)]
    pub chart: bool,
}
