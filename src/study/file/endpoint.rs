//! `[[endpoint]]`: what may happen to a patient, and where it is told.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::study::raw::{Placed, RawEvent};

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
    /// The event: a column with codes (wide), rows of a table (canonical), or a parameter of ADTTE.
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
    /// Canonical tables: `recurrent` counts every row that matches, until death.
    pub kind: Option<OwnKind>,
}

/// How an endpoint of the study's own is counted, where not by its first event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OwnKind {
    /// Every event counts, until death ends them: the mean number of events of a patient.
    Recurrent,
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
    /// A parameter of ADTTE.
    Adtte(AdtteEvent),
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

/// An event told by a parameter of ADTTE: time and cause, as the sponsor derived them.
#[derive(Debug, Clone)]
pub struct AdtteEvent {
    /// The parameter.
    pub paramcd: Placed,
    /// CNSR -> cause, or [`CENSORED`].
    pub codes: IndexMap<String, String>,
}

/// What a code of CNSR means that is no event.
pub const CENSORED: &str = "censored";

impl AdtteEvent {
    /// The causes, in the order of the study: that of interest first.
    pub fn causes(&self) -> impl Iterator<Item = &String> {
        self.codes.values().filter(|cause| *cause != CENSORED)
    }
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
