//! Groups that an endpoint makes, the days after which it has no events, and whom it is confined to.

use super::{CausesOf, Counted};
use crate::study::Study;
use crate::study::file::{AppliesTo, SecondTransplant};
use crate::study::milestone::Milestone;
use crate::study::plan::{Part, PartEvent};
use crate::study::resolve::Endpoint;

/// A grouping variable that an endpoint makes: who had its event by a day, and who had not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// The grouping variable.
    pub stratum: String,
    /// The level of who had the event, as results name it.
    pub yes: String,
    /// The level of who had not.
    pub no: String,
    /// The endpoint.
    pub endpoint: String,
    /// The cause of interest as results name it; empty where nothing competes.
    pub cause: String,
    /// The first whole day by which an event that is known is counted.
    pub day: i32,
    /// Whether an event is known on its day: if not, who had it by the day may not have been known to.
    pub at_once: bool,
}

/// The last day on which an endpoint has events, from its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// The endpoint.
    pub endpoint: String,
    /// The day.
    pub day: i32,
}

/// Whom an endpoint is confined to: a level of a grouping variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confined {
    /// The endpoint.
    pub endpoint: String,
    /// The grouping variable.
    pub stratum: String,
    /// Its level, as results name it.
    pub level: String,
}

/// An endpoint at a fixed time that whoever recovers by a day is free of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusive {
    /// The recovery.
    pub recovery: CausesOf,
    /// The endpoint at a fixed time, with all of its causes.
    pub failure: CausesOf,
    /// The last day on which a recovery makes free of it, whatever was transplanted.
    pub day: i32,
}

impl Study {
    /// The outcomes at a fixed time, each with the recoveries that rule them out.
    pub fn exclusive(&self) -> Vec<Exclusive> {
        let endpoints = self.endpoints();
        let events = |of: &Endpoint, causes: &[String]| CausesOf {
            endpoint: of.name.clone(),
            causes: if of.causes.len() > 1 { causes.to_vec() } else { Vec::new() },
            counted: Counted::Events,
            until: None,
        };
        let mut found = Vec::new();
        for failure in endpoints.iter().filter(|one| one.plan.has_fixed_time() && one.plan.origin.is_none()) {
            let day = failure.plan.interest().find_map(|part| match part.event {
                PartEvent::Milestone { milestone: Milestone::NoEngraftment, by, cord_blood_by } => {
                    Some(by.min(cord_blood_by))
                }
                _ => None,
            });
            let recovers = |one: &&Endpoint| {
                let mut interest = one.plan.interest();
                interest.next().and_then(Part::milestone) == Some(Milestone::NeutrophilRecovery)
                    && interest.next().is_none()
                    && one.plan.origin.is_none()
                    && one.plan.second_transplant != SecondTransplant::Ignore
                    && (failure.applies_to == AppliesTo::All || failure.applies_to == one.applies_to)
            };
            for recovery in endpoints.iter().filter(recovers) {
                found.extend(day.map(|day| Exclusive {
                    recovery: events(recovery, &recovery.causes[..1]),
                    failure: events(failure, &failure.causes),
                    day,
                }));
            }
        }
        found
    }

    /// The grouping variables that are made from endpoints.
    pub fn groupings(&self) -> Vec<Grouping> {
        let strata = self.file.strata.iter().filter_map(|(name, spec)| {
            let endpoint = self.endpoint(spec.endpoint.as_ref()?.get_ref())?;
            let label = |level: &str| spec.labels.get(level).cloned().unwrap_or_else(|| level.to_owned());
            let at_once = |part: &Part| match &part.event {
                PartEvent::Rows { .. } => true,
                PartEvent::Milestone { milestone, .. } => {
                    milestone.is_death() || *milestone == Milestone::SecondTransplant
                }
            };
            #[allow(
                clippy::cast_possible_truncation,
                reason = "cut to whole days; beyond 32 bits it saturates"
            )]
            let day = spec.known_at.unwrap_or(0.0).floor() as i32;
            Some(Grouping {
                stratum: name.clone(),
                yes: label("yes"),
                no: label("no"),
                cause: if endpoint.causes.len() > 1 { endpoint.causes[0].clone() } else { String::new() },
                // Where the time is counted from something else, a day from there is not one from transplant.
                at_once: endpoint.plan.origin.is_none()
                    && endpoint.plan.interest().count() > 0
                    && endpoint.plan.interest().all(at_once),
                endpoint: endpoint.name,
                day,
            })
        });
        strata.collect()
    }

    /// The endpoints that end on a day.
    pub fn windows(&self) -> Vec<Window> {
        let due = |part: &Part| match part.event {
            PartEvent::Milestone { milestone, by, cord_blood_by } if milestone.is_due() => {
                Some(by.max(cord_blood_by))
            }
            _ => None,
        };
        let last = |endpoint: &Endpoint| {
            let fixed = endpoint.plan.has_fixed_time().then(|| endpoint.plan.interest().find_map(due));
            endpoint.plan.window.or(fixed.flatten())
        };
        let endpoints = self.endpoints().into_iter();
        endpoints.filter_map(|one| Some(Window { day: last(&one)?, endpoint: one.name })).collect()
    }

    /// The endpoints of one kind of transplant, by the grouping variables that tell it.
    pub fn confined(&self) -> Vec<Confined> {
        let mut found = Vec::new();
        for endpoint in self.endpoints() {
            let code = match endpoint.applies_to {
                AppliesTo::All => continue,
                AppliesTo::Allogeneic => "ALLO",
                AppliesTo::Autologous => "AUTO",
            };
            for (name, spec) in &self.file.strata {
                let of_type = spec.column.as_ref().is_some_and(|column| column.get_ref() == "type");
                if of_type && spec.merge.is_empty() {
                    found.push(Confined {
                        endpoint: endpoint.name.clone(),
                        stratum: name.clone(),
                        level: spec.labels.get(code).cloned().unwrap_or_else(|| code.to_owned()),
                    });
                }
            }
        }
        found
    }
}
