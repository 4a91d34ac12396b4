//! The events of a wide extract's endpoints, as far as their definitions tell: which column their time is in and when
//! they count.

use crate::study::file::{CompetingSpec, EventSpec, Placed};
use crate::study::resolve::Endpoint;

/// The events of an endpoint, each with its cause, from 1: in the order in which they count on one day.
pub(super) fn sources(endpoint: &Endpoint, all: &[Endpoint]) -> Vec<(u32, String)> {
    let mut found = own(endpoint);
    for (cause, rival) in rivals(endpoint) {
        let Some(other) = all.iter().find(|other| other.name == rival) else { continue };
        let Some(number) = number(endpoint, cause) else { continue };
        // Its own event alone competes; whatever else ends it ends the observation.
        let theirs = own(other).into_iter().filter(|(cause, _)| *cause == 1 && rivals(other).is_empty());
        let mut theirs: Vec<String> = theirs.map(|(_, source)| source).collect();
        if theirs.is_empty() {
            theirs.push(format!("event of {rival}"));
        }
        let whom = other.spec.among.as_ref().map(|among| format!(" among {}", among.get_ref()));
        found.extend(theirs.into_iter().map(|source| (number, source + whom.as_deref().unwrap_or_default())));
    }
    found.sort_by_key(|(cause, _)| *cause);
    found
}

/// Whether whoever has an event of the part is followed for the whole until then.
///
/// Where codes or conditions say whether an event happened, the column of the time is also the end of the observation;
/// where the time alone says it, its competitors are. The end of a competitor is that of the endpoint.
pub(super) fn is_followed(part: &Endpoint, whole: &Endpoint) -> bool {
    let time = |of: &Endpoint| of.spec.time.as_ref().map(|time| time.get_ref().clone());
    let ends = |of: &Endpoint| of.spec.event.is_some() || !of.spec.causes.is_empty();
    let same_time = time(part) == time(whole)
        && ends(part)
        && part.spec.causes.iter().all(|cause| Some(cause.time.get_ref()) == time(whole).as_ref());
    let known: Vec<&str> = rivals(part).into_iter().map(|(_, rival)| rival).collect();
    let mut others = rivals(whole).into_iter();
    (!ends(whole) || same_time) && others.all(|(_, rival)| rival == part.name || known.contains(&rival))
}

/// What the columns of an endpoint itself tell.
fn own(endpoint: &Endpoint) -> Vec<(u32, String)> {
    let spec = &endpoint.spec;
    let text = |column: &Option<Placed>| column.as_ref().map(|one| one.get_ref().clone()).unwrap_or_default();
    let counted = format!("{} {:?}", text(&spec.when), spec.never);
    let mut found = Vec::new();
    match &spec.event {
        Some(EventSpec::Codes(coded)) => {
            for (code, cause) in &coded.codes {
                let source = format!("{} {} == {code} {counted}", text(&spec.time), coded.column.get_ref());
                found.extend(number(endpoint, cause).map(|number| (number, source)));
            }
        }
        None if spec.causes.is_empty() && spec.time.is_some() => {
            found.push((1, format!("{} {counted}", text(&spec.time))));
        }
        _ => {}
    }
    for one in &spec.causes {
        let source = format!("{} {} {counted}", one.time.get_ref(), one.when.get_ref());
        found.extend(number(endpoint, &one.cause).map(|number| (number, source)));
    }
    found
}

/// The endpoints that compete, each as which cause.
fn rivals(endpoint: &Endpoint) -> Vec<(&str, &str)> {
    match &endpoint.spec.competing {
        Some(CompetingSpec::Endpoints(map)) => {
            map.iter().map(|(cause, name)| (cause.as_str(), name.as_str())).collect()
        }
        _ => Vec::new(),
    }
}

fn number(endpoint: &Endpoint, cause: &str) -> Option<u32> {
    let place = endpoint.causes.iter().position(|known| known == cause);
    place.and_then(|place| u32::try_from(place + 1).ok())
}
