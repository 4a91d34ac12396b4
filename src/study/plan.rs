//! How an endpoint is derived from canonical tables: what may happen, and what counts when several do.

use super::Study;
use super::endpoint;
use super::file::{
    AppliesTo, CompetingSpec, EndpointSpec, EventPart, EventSpec, NeverBelow, Placed, SecondTransplant,
};
use super::milestone::Milestone;

/// The name of a second transplant among competing events.
pub const SECOND_TRANSPLANT: &str = "second_hsct";

/// How an endpoint is derived from canonical tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// What may happen, in the order in which it counts if several fall on one day: the event of interest, what
    /// competes, and death last, since nothing happens after it.
    pub parts: Vec<Part>,
    /// The milestone from which time counts; none for the first infusion.
    pub origin: Option<Milestone>,
    /// The last day that counts, from the origin.
    pub window: Option<i32>,
    /// What a second transplant is.
    pub second_transplant: SecondTransplant,
    /// What counts that never fell are.
    pub never_below: NeverBelow,
    /// The status, of an endpoint without a time.
    pub status: Option<String>,
}

/// Something that may happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// `i` for the `i`-th cause of the endpoint.
    pub cause: u32,
    /// What it is.
    pub event: PartEvent,
    /// Who it may happen to.
    pub applies_to: AppliesTo,
    /// Its name, as told of a patient.
    pub name: String,
}

/// What happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartEvent {
    /// A milestone.
    Milestone {
        /// Which.
        milestone: Milestone,
        /// Day on which something is due; 0 where nothing is.
        by: i32,
        /// The same after a transplant of cord blood.
        cord_blood_by: i32,
    },
    /// The first row of a table that matches.
    Rows {
        /// The table.
        table: String,
        /// The condition.
        condition: String,
    },
}

impl Part {
    /// The milestone, where it is one.
    pub fn milestone(&self) -> Option<Milestone> {
        match self.event {
            PartEvent::Milestone { milestone, .. } => Some(milestone),
            PartEvent::Rows { .. } => None,
        }
    }

    /// Whether the patient is dead then.
    pub fn is_death(&self) -> bool {
        match &self.event {
            PartEvent::Milestone { milestone, .. } => milestone.is_death(),
            PartEvent::Rows { table, .. } => table == "followup",
        }
    }
}

impl Plan {
    /// The plan of an endpoint whose definition is complete, and the names of its causes, that of interest first.
    pub(super) fn of(spec: &EndpointSpec) -> (Self, Vec<String>) {
        let mut causes = vec![spec.cause.clone().unwrap_or_else(|| spec.name.get_ref().clone())];
        let mut parts = Vec::new();
        if let Some(EventSpec::First(events)) = &spec.event {
            parts.extend(events.iter().filter_map(|event| part(1, event)));
        }
        if let Some(CompetingSpec::Events(competitors)) = &spec.competing {
            for competitor in competitors {
                let cause = numbered(&mut causes, competitor.cause.get_ref());
                parts.extend(competitor.events.iter().filter_map(|event| part(cause, event)));
            }
        }
        let named = parts.iter().any(|part| part.milestone() == Some(Milestone::SecondTransplant));
        let unsaid = if named { SecondTransplant::Compete } else { SecondTransplant::Ignore };
        let second_transplant = spec.second_transplant.unwrap_or(unsaid);
        match second_transplant {
            SecondTransplant::Event if !named => parts.push(second_transplant_part(1)),
            SecondTransplant::Compete if !named => {
                let cause = numbered(&mut causes, SECOND_TRANSPLANT);
                parts.push(second_transplant_part(cause));
            }
            _ => {}
        }
        parts.sort_by_key(Part::is_death);
        #[allow(clippy::cast_possible_truncation, reason = "cut to whole days; beyond 32 bits it saturates")]
        let window = spec.window.map(|days| days.floor() as i32);
        let plan = Self {
            parts,
            origin: spec.origin.as_ref().and_then(|origin| Milestone::named(origin.get_ref())),
            window,
            second_transplant,
            never_below: spec.never_below.unwrap_or_default(),
            status: spec.status.as_ref().map(Placed::get_ref).cloned(),
        };
        (plan, causes)
    }

    /// What may be the event of interest.
    pub fn interest(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.cause == 1)
    }

    /// What has to be worked out for it: its parts, that from which time counts, and the response of a status.
    pub fn milestones(&self) -> impl Iterator<Item = Milestone> {
        let status = self.status.iter().map(|_| Milestone::Response);
        self.parts.iter().filter_map(Part::milestone).chain(self.origin).chain(status)
    }

    /// Whether it is an outcome at a fixed time: that something had not happened by a day.
    pub fn has_fixed_time(&self) -> bool {
        let mut own = self.interest().filter(|part| part.milestone() != Some(Milestone::SecondTransplant));
        let first = own.next().and_then(Part::milestone);
        first.is_some_and(Milestone::is_due) && own.next().is_none()
    }

    /// Whether nothing but death ends it, so that it is followed to the last contact, from whatever day it counts. All
    /// else is followed as long as complications are known.
    pub fn is_vital(&self) -> bool {
        self.parts.iter().all(Part::is_death)
    }
}

impl Study {
    /// The days by which a graft has taken, of all and of cord blood: as the study defines primary graft failure, or
    /// as the built-in endpoint does.
    pub fn graft_due(&self) -> (i32, i32) {
        let built_in = endpoint::named("primary_graft_failure").map(|spec| Plan::of(spec).0);
        let plans = self.endpoints().into_iter().map(|endpoint| endpoint.plan).chain(built_in);
        let mut parts = plans.flat_map(|plan| plan.parts);
        let due = parts.find_map(|part| match part.event {
            PartEvent::Milestone { milestone: Milestone::NoEngraftment, by, cord_blood_by } => {
                Some((by, cord_blood_by))
            }
            _ => None,
        });
        due.unwrap_or((i32::MAX, i32::MAX))
    }
}

/// The number of a cause, which is added where it is new.
fn numbered(causes: &mut Vec<String>, name: &str) -> u32 {
    let place = causes.iter().position(|known| known == name).unwrap_or_else(|| {
        causes.push(name.to_owned());
        causes.len() - 1
    });
    u32::try_from(place).map_or(u32::MAX, |place| place.saturating_add(1))
}

fn second_transplant_part(cause: u32) -> Part {
    let milestone = Milestone::SecondTransplant;
    Part {
        cause,
        event: PartEvent::Milestone { milestone, by: 0, cord_blood_by: 0 },
        applies_to: AppliesTo::All,
        name: milestone.name().to_owned(),
    }
}

fn part(cause: u32, event: &EventPart) -> Option<Part> {
    match event {
        EventPart::Milestone(event) => {
            let milestone = Milestone::named(event.milestone.get_ref())?;
            let by = event.by.unwrap_or(0);
            let cord_blood_by = event.cord_blood_by.unwrap_or(by);
            Some(Part {
                cause,
                event: PartEvent::Milestone { milestone, by, cord_blood_by },
                applies_to: event.applies_to,
                name: milestone.name().to_owned(),
            })
        }
        EventPart::Rows(rows) => {
            let (table, condition) = (rows.table.get_ref().clone(), rows.condition.get_ref().clone());
            let name = rows.name.clone().unwrap_or_else(|| format!("{table}: {condition}"));
            let event = PartEvent::Rows { table, condition };
            Some(Part { cause, event, applies_to: rows.applies_to, name })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(text: &str) -> (Plan, Vec<String>) {
        Plan::of(&toml::from_str(text).unwrap())
    }

    #[test]
    fn death_counts_last_on_one_day() {
        let (plan, causes) = plan(
            "name = 'x'\nevent = ['death', { table = 'events', where = \"type == 'SOS'\" }]\ncompeting = ['relapse']\nsecond_transplant = 'compete'",
        );
        let names: Vec<&str> = plan.parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["events: type == 'SOS'", "relapse", "second_hsct", "death"]);
        assert_eq!(causes, ["x", "relapse", "second_hsct"]);
        assert_eq!(plan.parts.iter().map(|part| part.cause).collect::<Vec<_>>(), [1, 2, 3, 1]);
        assert!(!plan.is_vital());
    }

    #[test]
    fn a_second_transplant_that_is_named_is_not_added() {
        let (plan, causes) = plan(
            "name = 'x'\nevent = 'response'\ncompeting = [{ cause = 'rescue', event = ['rescue', 'second_hsct'] }]",
        );
        assert_eq!(causes, ["x", "rescue"]);
        assert_eq!(plan.second_transplant, SecondTransplant::Compete);
        assert_eq!(plan.parts.len(), 3);
    }

    #[test]
    fn what_is_only_death_is_followed_to_the_last_contact() {
        let (os, _) = plan("name = 'os'\nevent = 'death'");
        assert!(os.is_vital());
        let (infection, _) = plan(
            "name = 'x'\nevent = { table = 'followup', where = \"cause_of_death == 'INFECTION'\" }\ncompeting = ['death']",
        );
        assert!(infection.is_vital());
        let (censored, _) = plan("name = 'os'\nevent = 'death'\nsecond_transplant = 'censor'");
        assert!(censored.is_vital());
    }
}
