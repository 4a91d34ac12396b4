//! Statuses of remission and the endpoints over time that are made of the same courses.

use super::{CausesOf, Counted, Nested};
use crate::study::milestone::Milestone;
use crate::study::plan::Part;
use crate::study::resolve::Endpoint;

/// Every response, as the tables of a status join them.
const RESPONDED: &str = "CR or R";

/// Who had a response had it as the best; who has one at a landmark has had it; who died by a landmark has none there.
pub(super) fn pairs(endpoints: &[Endpoint]) -> Vec<Nested> {
    let status = |of: &Endpoint, level: &str| {
        let joined =
            level == RESPONDED && ["CR", "R"].iter().all(|one| of.causes.iter().any(|own| own == one));
        let known = joined || of.causes.iter().any(|own| own == level);
        known.then(|| counted(of, &[level.to_owned()], Counted::Status))
    };
    let mut found = Vec::new();
    let mut put = |part: Option<CausesOf>, whole: Option<CausesOf>| {
        found.extend(part.zip(whole).map(|(part, whole)| Nested { part, whole, in_the_end: true }));
    };
    let statuses = || endpoints.iter().filter(|one| one.plan.status.is_some());
    for best in statuses().filter(|one| one.landmark.is_none()) {
        for one in endpoints {
            for (milestone, level) in [(Milestone::Response, RESPONDED), (Milestone::CompleteResponse, "CR")]
            {
                if is_of(one, milestone) {
                    put(Some(counted(one, &one.causes[..1], Counted::Events)), status(best, level));
                }
            }
        }
        for landmark in statuses().filter(|one| one.landmark.is_some()) {
            for level in [RESPONDED, "CR"] {
                put(status(landmark, level), status(best, level));
            }
        }
    }
    for landmark in statuses().filter(|one| one.landmark.is_some()) {
        for deaths in endpoints.iter().filter(|one| is_of(one, Milestone::Death) && one.causes.len() == 1) {
            let part = CausesOf { until: landmark.landmark, ..counted(deaths, &[], Counted::Events) };
            put(Some(part), status(landmark, "NR"));
        }
    }
    found
}

/// Whether an endpoint counts this from day 0 on, and nothing else.
fn is_of(endpoint: &Endpoint, milestone: Milestone) -> bool {
    let mut interest = endpoint.plan.interest();
    let first = interest.next().and_then(Part::milestone);
    first == Some(milestone) && interest.next().is_none() && endpoint.plan.origin.is_none()
}

fn counted(of: &Endpoint, causes: &[String], counted: Counted) -> CausesOf {
    CausesOf { endpoint: of.name.clone(), causes: causes.to_vec(), counted, until: None }
}
