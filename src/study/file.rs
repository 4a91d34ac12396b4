//! The shape of `study.toml`.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

pub use super::raw::Placed;
use super::raw::{RawEvent, RawInput, RawNames};
use super::share::{AgainstSpec, DifferenceMethodName, MeasureName, ShareMethod};

/// A study.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyFile {
    /// What the study is.
    pub study: Head,
    /// The delivered files.
    pub inputs: Inputs,
    /// Where results go.
    #[serde(default)]
    pub output: Output,
    /// Who is analysed: name of the step -> condition. Each is a box of the flow chart.
    #[serde(default)]
    #[schemars(with = "std::collections::BTreeMap<String, String>")]
    pub population: IndexMap<String, Placed>,
    /// Groups to compare.
    #[serde(default)]
    pub strata: IndexMap<String, StratumSpec>,
    /// How response is judged.
    #[serde(default)]
    pub response: ResponseSpec,
    /// The table of baseline characteristics.
    pub baseline: Option<BaselineSpec>,
    /// What is estimated.
    #[serde(default)]
    pub endpoint: Vec<EndpointSpec>,
    /// By what, and when.
    #[serde(default)]
    pub analysis: Vec<AnalysisSpec>,
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
}

/// A named set of conventions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Convention {
    /// Log-log intervals, Efron ties, rounding half away from zero.
    #[default]
    Engraft,
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
}

impl Default for Output {
    fn default() -> Self {
        Self { store: "store".to_owned(), reports: "reports".to_owned(), logs: "logs".to_owned() }
    }
}

/// The delivered files: canonical tables, or one wide extract.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// Share of the rows of a file that may be set aside; more, and the delivery is refused.
    #[serde(default)]
    pub quarantine: f64,
    /// One row a subject.
    pub patients: Option<InputSpec>,
    /// One row a transplant.
    pub transplants: Option<InputSpec>,
    /// One row an agent of the conditioning.
    pub regimen: Option<InputSpec>,
    /// One row a laboratory value.
    pub labs: Option<InputSpec>,
    /// One row a treatment.
    pub treatments: Option<InputSpec>,
    /// One row an event.
    pub events: Option<InputSpec>,
    /// One row a subject: last contact, death.
    pub followup: Option<InputSpec>,
    /// A registry extract, one row a patient.
    pub wide: Option<WideSpec>,
}

impl Inputs {
    /// The canonical tables that the study names, in schema order.
    pub fn canonical(&self) -> Vec<(&'static crate::domain::Table, &InputSpec)> {
        crate::domain::table::TABLES
            .iter()
            .filter_map(|table| self.table(table.name).map(|spec| (table, spec)))
            .collect()
    }

    fn table(&self, name: &str) -> Option<&InputSpec> {
        match name {
            "patients" => self.patients.as_ref(),
            "transplants" => self.transplants.as_ref(),
            "regimen" => self.regimen.as_ref(),
            "labs" => self.labs.as_ref(),
            "treatments" => self.treatments.as_ref(),
            "events" => self.events.as_ref(),
            "followup" => self.followup.as_ref(),
            _ => None,
        }
    }
}

/// Files of a canonical table: a path with `*`, or a table with more.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "Spanned<RawInput>")]
#[schemars(with = "RawInput")]
pub enum InputSpec {
    /// A path; `*` stands for any text in the file name.
    Files(Placed),
    /// A path and how the columns are called there.
    Mapped(MappedInput),
}

/// Files of a canonical table whose columns are called differently.
#[derive(Debug, Clone)]
pub struct MappedInput {
    /// A path; `*` stands for any text in the file name.
    pub files: Placed,
    /// Canonical name -> delivered name.
    pub columns: IndexMap<String, String>,
    /// Texts that mean a missing value.
    pub missing: Vec<String>,
}

impl InputSpec {
    /// The path, with `*`.
    pub fn files(&self) -> &Placed {
        match self {
            Self::Files(files) | Self::Mapped(MappedInput { files, .. }) => files,
        }
    }

    /// How columns are called, and what is missing, where the study says so.
    pub fn mapped(&self) -> Option<&MappedInput> {
        match self {
            Self::Files(_) => None,
            Self::Mapped(mapped) => Some(mapped),
        }
    }
}

/// A registry extract.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WideSpec {
    /// A path; `*` stands for any text in the file name.
    #[schemars(with = "String")]
    pub files: Placed,
    /// Texts that mean a missing value; the empty cell always does.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Unit of every time in the file.
    #[serde(default)]
    pub time_unit: TimeUnit,
    /// The columns that are taken. No other enters the store.
    pub columns: IndexMap<String, WideColumnSpec>,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TimeUnit {
    /// Days.
    #[default]
    Days,
    /// Weeks.
    Weeks,
    /// 30.4375 days.
    Months,
    /// 365.25 days.
    Years,
}

impl TimeUnit {
    /// Days in one unit.
    pub fn days(self) -> f64 {
        match self {
            Self::Days => 1.0,
            Self::Weeks => 7.0,
            Self::Months => super::horizon::DAYS_PER_MONTH,
            Self::Years => super::horizon::DAYS_PER_YEAR,
        }
    }
}

/// What a column of a wide extract holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum WideKind {
    /// Whole numbers.
    Integer,
    /// Numbers.
    Number,
    /// Text, as a category.
    Text,
}

/// A column of a wide extract.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WideColumnSpec {
    /// What its cells hold.
    pub kind: WideKind,
    /// Name for people.
    pub label: Option<String>,
    /// Delivered code -> level; a code without one is refused.
    #[serde(default)]
    pub recode: IndexMap<String, String>,
    /// Least value allowed.
    pub min: Option<f64>,
    /// Greatest value allowed.
    pub max: Option<f64>,
    /// Whether every cell must be filled.
    #[serde(default)]
    pub required: bool,
}

/// A grouping variable.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StratumSpec {
    /// The column that it is made from: of patients or of the first transplant, or of the extract.
    #[schemars(with = "String")]
    pub column: Placed,
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

/// How response is judged.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ResponseSpec {
    /// Whether a study without bleeding events knows that there was none.
    pub bleeding: Bleeding,
}

/// What the absence of bleeding events means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Bleeding {
    /// No row: no bleeding.
    #[default]
    None,
    /// No row: not known, so that no response can be confirmed as complete.
    Unknown,
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

/// An endpoint: a built-in name alone, or one's own definition.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndpointSpec {
    /// Name.
    #[schemars(with = "String")]
    pub name: Placed,
    /// Name for people.
    pub label: Option<String>,
    /// Wide extract: column of the time to the event or to censoring.
    #[schemars(with = "Option<String>")]
    pub time: Option<Placed>,
    /// Wide extract: column of the time of entry.
    #[schemars(with = "Option<String>")]
    pub entry: Option<Placed>,
    /// The event: a column with codes (wide), or rows of a table (canonical).
    pub event: Option<EventSpec>,
    /// Wide extract: a cause put together from several columns. The earliest wins; on a tie the first named.
    #[serde(default)]
    pub causes: Vec<CauseSpec>,
    /// Wide extract: the time that means "never".
    pub never: Option<f64>,
    /// Wide extract: the event counts only where this holds.
    #[schemars(with = "Option<String>")]
    pub when: Option<Placed>,
    /// Wide extract: cause -> endpoint whose event competes. Canonical: names of competing events.
    pub competing: Option<CompetingSpec>,
    /// Wide extract: a status without a time. Where the condition is missing, the patient is not evaluable.
    #[schemars(with = "Option<String>")]
    pub outcome: Option<Placed>,
    /// Who it applies to.
    #[schemars(with = "Option<String>")]
    pub among: Option<Placed>,
    /// Canonical tables: events after this day do not count.
    pub window: Option<f64>,
}

/// An event.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "Spanned<RawEvent>")]
#[schemars(with = "RawEvent")]
pub enum EventSpec {
    /// Wide extract: the codes of a column.
    Codes(CodedEvent),
    /// Canonical tables: the first row that matches.
    Rows(TableEvent),
}

/// An event told by the codes of a column; codes that are not named are refused, but for 0.
#[derive(Debug, Clone)]
pub struct CodedEvent {
    /// The column.
    pub column: Placed,
    /// Code -> cause. 0 is censored.
    pub codes: IndexMap<String, String>,
}

/// An event told by the first row of a table that matches.
#[derive(Debug, Clone)]
pub struct TableEvent {
    /// The table: `events` or `treatments`.
    pub table: Placed,
    /// The condition.
    pub condition: Placed,
}

/// A cause of a wide extract.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CauseSpec {
    /// Its name.
    pub cause: String,
    /// Column of its time.
    #[schemars(with = "String")]
    pub time: Placed,
    /// The condition under which it happened.
    #[schemars(with = "String")]
    pub when: Placed,
}

/// What competes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a list of competing events, or { cause = \"endpoint\" }")]
pub enum CompetingSpec {
    /// Canonical tables: `death`, `relapse`, `second_hsct`, `graft_failure`.
    Named(Vec<String>),
    /// Wide extract: cause -> endpoint.
    Endpoints(IndexMap<String, String>),
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

/// What is estimated, by what, and when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalysisSpec {
    /// Endpoints.
    pub endpoint: OneOrMany,
    /// Strata, and crossings of strata in brackets. Everybody together is always there.
    #[serde(default)]
    pub by: Vec<OneOrMany>,
    /// Times of the table: `d100`, `6m`, `1y`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub times: Vec<Placed>,
    /// The test between the groups.
    pub test: Option<TestName>,
    /// Restricted mean to this time.
    #[schemars(with = "Option<String>")]
    pub rmst: Option<Placed>,
    /// Last time on the chart.
    #[schemars(with = "Option<String>")]
    pub horizon: Option<Placed>,
    /// Endpoints without a time: the interval of a share.
    pub method: Option<ShareMethod>,
    /// Endpoints without a time: a rate against which the share is tested, or status -> rate.
    pub against: Option<AgainstSpec>,
    /// Endpoints without a time: contrasts of each group against the first, and tests between all.
    #[serde(default)]
    pub association: Vec<MeasureName>,
    /// The interval of a risk difference.
    pub difference: Option<DifferenceMethodName>,
    /// Strata over which a test or an interval is taken.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub strata: Vec<Placed>,
}

/// A test between groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TestName {
    /// Log-rank.
    Logrank,
    /// Gehan-Breslow-Wilcoxon.
    Gehan,
    /// Tarone-Ware.
    TaroneWare,
    /// Peto.
    Peto,
    /// Gray's test of cumulative incidence.
    Gray,
}
