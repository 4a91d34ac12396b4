//! What counts in an endpoint, and what competes with it.
//!
//! A value that may be written in several ways has one place in the file: all its texts carry that of the whole.

use std::ops::Range;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::endpoint::AppliesTo;
use crate::study::raw::{Placed, placed};

/// An event.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "Spanned<RawEvent>")]
#[schemars(with = "RawEvent")]
pub enum EventSpec {
    /// Wide extract: the codes of a column.
    Codes(CodedEvent),
    /// Canonical tables: whichever of these is first.
    First(Vec<EventPart>),
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

/// One of the events of an endpoint.
#[derive(Debug, Clone)]
pub enum EventPart {
    /// Rows of a table that match.
    Rows(TableEvent),
    /// A milestone.
    Milestone(MilestoneEvent),
}

/// An event told by the first row of a table that matches.
#[derive(Debug, Clone)]
pub struct TableEvent {
    /// The table: `events`, `treatments` or `followup`.
    pub table: Placed,
    /// The condition.
    pub condition: Placed,
    /// Name for people.
    pub name: Option<String>,
    /// Who it may happen to.
    pub applies_to: AppliesTo,
}

/// A milestone as an event.
#[derive(Debug, Clone)]
pub struct MilestoneEvent {
    /// Its name.
    pub milestone: Placed,
    /// The day on which something is due.
    pub by: Option<i32>,
    /// The same after a transplant of cord blood.
    pub cord_blood_by: Option<i32>,
    /// Who it may happen to.
    pub applies_to: AppliesTo,
}

/// What competes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "Spanned<RawCompeting>")]
#[schemars(with = "RawCompeting")]
pub enum CompetingSpec {
    /// Canonical tables: competing events, in order.
    Events(Vec<Competitor>),
    /// Wide extract: cause -> endpoint.
    Endpoints(IndexMap<String, String>),
}

/// A competing event of the canonical tables.
#[derive(Debug, Clone)]
pub struct Competitor {
    /// Its name in the results.
    pub cause: Placed,
    /// What it is.
    pub events: Vec<EventPart>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "a milestone, { table = \"...\", where = \"...\" }, a list of these, { column = \"...\", codes = { 1 = \"...\" } }, or \
                 { paramcd = \"...\", codes = { 0 = \"...\", 1 = \"censored\" } }"
)]
enum RawEvent {
    Parts(RawParts),
    Codes(RawCodes),
    Adtte(RawAdtte),
}

/// One event or several, of which the first counts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "a milestone, { milestone = \"...\", by = 30 }, { table = \"...\", where = \"...\" }, or a list of these"
)]
enum RawParts {
    // First, since a list may also be read as the fields of a table in their order.
    Several(Vec<RawPart>),
    One(RawPart),
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "a milestone, { milestone = \"...\", by = 30 } or { table = \"...\", where = \"...\" }"
)]
enum RawPart {
    Name(String),
    Rows(RawRows),
    Milestone(RawMilestone),
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawCodes {
    column: String,
    codes: IndexMap<String, String>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawAdtte {
    /// The parameter of ADTTE.
    paramcd: String,
    /// CNSR -> cause, or `censored`. 0 is the event; every code that occurs is named.
    codes: IndexMap<String, String>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawRows {
    /// `events`, `treatments` or `followup`.
    table: String,
    /// The rows that are the event; of followup, the patients whose death is.
    #[serde(rename = "where")]
    condition: String,
    /// Name for people.
    name: Option<String>,
    /// Who it may happen to.
    #[serde(default)]
    applies_to: AppliesTo,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawMilestone {
    milestone: String,
    /// The day on which something is due.
    by: Option<i32>,
    /// The same after a transplant of cord blood.
    cord_blood_by: Option<i32>,
    /// Who it may happen to.
    #[serde(default)]
    applies_to: AppliesTo,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a list of competing events, or { cause = \"endpoint\" }")]
enum RawCompeting {
    Events(Vec<RawCompetitor>),
    Endpoints(IndexMap<String, String>),
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a milestone, or { cause = \"...\", event = ... }")]
enum RawCompetitor {
    Name(String),
    Caused(RawCaused),
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawCaused {
    /// Name in the results.
    cause: String,
    /// What it is.
    event: RawParts,
}

impl RawParts {
    fn placed(self, span: &Range<usize>) -> Vec<EventPart> {
        match self {
            Self::One(part) => vec![part.placed(span)],
            Self::Several(parts) => parts.into_iter().map(|part| part.placed(span)).collect(),
        }
    }
}

impl RawPart {
    fn placed(self, span: &Range<usize>) -> EventPart {
        match self {
            Self::Name(name) => EventPart::Milestone(MilestoneEvent::named(placed(span, name))),
            Self::Rows(RawRows { table, condition, name, applies_to }) => EventPart::Rows(TableEvent {
                table: placed(span, table),
                condition: placed(span, condition),
                name,
                applies_to,
            }),
            Self::Milestone(RawMilestone { milestone, by, cord_blood_by, applies_to }) => {
                EventPart::Milestone(MilestoneEvent {
                    milestone: placed(span, milestone),
                    by,
                    cord_blood_by,
                    applies_to,
                })
            }
        }
    }
}

impl MilestoneEvent {
    fn named(milestone: Placed) -> Self {
        Self { milestone, by: None, cord_blood_by: None, applies_to: AppliesTo::All }
    }
}

impl From<Spanned<RawEvent>> for EventSpec {
    fn from(raw: Spanned<RawEvent>) -> Self {
        let span = raw.span();
        match raw.into_inner() {
            RawEvent::Codes(RawCodes { column, codes }) => {
                Self::Codes(CodedEvent { column: placed(&span, column), codes })
            }
            RawEvent::Parts(parts) => Self::First(parts.placed(&span)),
            RawEvent::Adtte(RawAdtte { paramcd, codes }) => {
                Self::Adtte(AdtteEvent { paramcd: placed(&span, paramcd), codes })
            }
        }
    }
}

impl From<Spanned<RawCompeting>> for CompetingSpec {
    fn from(raw: Spanned<RawCompeting>) -> Self {
        let span = raw.span();
        let competitor = |raw: RawCompetitor| match raw {
            RawCompetitor::Name(name) => Competitor {
                cause: placed(&span, name.clone()),
                events: vec![RawPart::Name(name).placed(&span)],
            },
            RawCompetitor::Caused(RawCaused { cause, event }) => {
                Competitor { cause: placed(&span, cause), events: event.placed(&span) }
            }
        };
        match raw.into_inner() {
            RawCompeting::Events(events) => Self::Events(events.into_iter().map(competitor).collect()),
            RawCompeting::Endpoints(map) => Self::Endpoints(map),
        }
    }
}

impl EventPart {
    /// Where it stands in the file.
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Rows(rows) => rows.condition.span(),
            Self::Milestone(milestone) => milestone.milestone.span(),
        }
    }
}
