//! `[[endpoint]]`: what may happen to a patient, and where it is told.

use schemars::JsonSchema;
use serde::Deserialize;

use super::event::{CompetingSpec, EventSpec};
use crate::study::raw::Placed;

/// An endpoint: a built-in name, with or without changes to its definition, or one's own definition.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndpointSpec {
    /// Name. A built-in name keeps of its definition what is not said here.
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
    /// The event. Wide extract: a column with codes. Canonical tables: a milestone (`death`, `relapse`, ...), rows of
    /// a table, or a list of these, of which the first counts. Or a parameter of ADTTE.
    pub event: Option<EventSpec>,
    /// Canonical tables: name of the event in the results; without it, that of the endpoint.
    pub cause: Option<String>,
    /// Wide extract: a cause put together from several columns. The earliest wins; on a tie the first named.
    #[serde(default)]
    pub causes: Vec<CauseSpec>,
    /// Wide extract: the time that means "never".
    pub never: Option<f64>,
    /// Wide extract: the event counts only where this holds.
    #[schemars(with = "Option<String>")]
    pub when: Option<Placed>,
    /// Wide extract: cause -> endpoint whose event competes. Canonical tables: a list of milestones that compete, or
    /// of `{ cause = "...", event = ... }`.
    pub competing: Option<CompetingSpec>,
    /// Wide extract: a status without a time. Where the condition is missing, the patient is not evaluable.
    #[schemars(with = "Option<String>")]
    pub outcome: Option<Placed>,
    /// Only patients who fulfil this; to others it does not apply.
    #[schemars(with = "Option<String>")]
    pub among: Option<Placed>,
    /// Canonical tables: the transplants that it exists for; to others it does not apply.
    pub applies_to: Option<AppliesTo>,
    /// Canonical tables: the milestone from which time counts, among those who reached it: `response`,
    /// `anc_recovery`, ...; `transplant` (the first infusion, day 0) where nothing is said.
    #[schemars(with = "Option<String>")]
    pub origin: Option<Placed>,
    /// Canonical tables: events after this day, counted from the origin, do not count.
    pub window: Option<f64>,
    /// Canonical tables: what a second transplant is.
    pub second_transplant: Option<SecondTransplant>,
    /// Canonical tables: of a recovery, what counts that never fell are.
    pub never_below: Option<NeverBelow>,
    /// Canonical tables: `recurrent` counts every row that matches, until death; `status` has no time.
    pub kind: Option<OwnKind>,
    /// Canonical tables: the status, where `kind = "status"`: `best_response`.
    #[schemars(with = "Option<String>")]
    pub status: Option<Placed>,
    /// Canonical tables: what the status may be, the best first.
    #[serde(default)]
    pub levels: Vec<String>,
}

/// How an endpoint is counted, where not by its first event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OwnKind {
    /// Every event counts, until death ends them: the mean number of events of a patient.
    Recurrent,
    /// A status, without a time.
    Status,
}

/// Which transplants something exists for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AppliesTo {
    /// Every transplant.
    #[default]
    All,
    /// Transplants from a donor who is no identical twin.
    Allogeneic,
    /// Transplants of the patient's own cells.
    Autologous,
}

/// What a second transplant is in an endpoint.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SecondTransplant {
    /// An event of the endpoint.
    Event,
    /// A competing event.
    Compete,
    /// The end of observation.
    Censor,
    /// Nothing: the patient is followed on.
    #[default]
    Ignore,
}

/// What counts that never fell are in a recovery.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum NeverBelow {
    /// Counted and reported apart, and left out of the curve.
    #[default]
    Apart,
    /// Recovered on day 0.
    Recovered,
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

impl EndpointSpec {
    /// This definition, with that of a built-in endpoint for what it does not say.
    #[must_use]
    pub fn over(&self, built_in: &Self) -> Self {
        Self {
            label: self.label.clone().or_else(|| built_in.label.clone()),
            event: self.event.clone().or_else(|| built_in.event.clone()),
            cause: self.cause.clone().or_else(|| built_in.cause.clone()),
            competing: self.competing.clone().or_else(|| built_in.competing.clone()),
            applies_to: self.applies_to.or(built_in.applies_to),
            origin: self.origin.clone().or_else(|| built_in.origin.clone()),
            window: self.window.or(built_in.window),
            second_transplant: self.second_transplant.or(built_in.second_transplant),
            never_below: self.never_below.or(built_in.never_below),
            kind: self.kind.or(built_in.kind),
            status: self.status.clone().or_else(|| built_in.status.clone()),
            levels: if self.levels.is_empty() { built_in.levels.clone() } else { self.levels.clone() },
            ..self.clone()
        }
    }
}
