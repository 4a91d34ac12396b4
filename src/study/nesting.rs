//! Which endpoints are made of each other: whoever has an event of the one by some day has one of the other by then.
//!
//! It follows from the definitions alone: what an endpoint's events are, from when they count, and what ends it.

use super::Study;
use super::endpoint::EndpointKind;
use super::file::{AppliesTo, CompetingSpec, EventSpec, NeverBelow, Placed, SecondTransplant};
use super::milestone::Milestone;
use super::plan::{Part, PartEvent};
use super::resolve::Endpoint;

/// What is compared of an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Who had an event.
    Events,
    /// Whom it counts.
    Patients,
}

/// Events of an endpoint, of one cause or of several, or its patients.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CausesOf {
    /// The endpoint.
    pub endpoint: String,
    /// Its causes as results name them; empty where nothing competes, and of patients.
    pub causes: Vec<String>,
    /// Events or patients.
    pub counted: Counted,
}

/// Whoever has an event of the part, or is one of its patients, is of the whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nested {
    /// The part.
    pub part: CausesOf,
    /// The whole.
    pub whole: CausesOf,
    /// Over all of follow-up only: their times do not count from the same day.
    pub in_the_end: bool,
}

/// Where an event comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    /// A milestone or rows of a table.
    Canonical(PartEvent, AppliesTo),
    /// A condition on the columns of a wide extract, and the column of its time.
    Wide(String),
}

/// An endpoint as far as its events go.
struct Sources {
    endpoint: Endpoint,
    /// Each with its cause, from 1.
    sources: Vec<(u32, Source)>,
}

impl Study {
    /// Every pair of endpoints one of which is made of the other's events.
    pub fn nested(&self) -> Vec<Nested> {
        let endpoints = self.endpoints();
        let timed = |endpoint: &&Endpoint| {
            matches!(endpoint.kind, EndpointKind::Survival | EndpointKind::Competing)
                && !endpoint.plan.has_fixed_time()
        };
        let all: Vec<Sources> = endpoints
            .iter()
            .filter(timed)
            .map(|endpoint| Sources { sources: sources(endpoint, &endpoints), endpoint: endpoint.clone() })
            .filter(|one| !one.sources.is_empty())
            .collect();
        let mut nested = Vec::new();
        for part in &all {
            for whole in all.iter().filter(|whole| whole.endpoint.name != part.endpoint.name) {
                nested.extend(pairs(part, whole));
            }
        }
        nested.extend(landmarks(&endpoints));
        nested.extend(origins(&all));
        nested
    }
}

/// Whose status is due on a later day, was due on an earlier one.
fn landmarks(endpoints: &[Endpoint]) -> Vec<Nested> {
    let mut days: Vec<(i32, &Endpoint)> =
        endpoints.iter().filter_map(|endpoint| Some((endpoint.landmark?, endpoint))).collect();
    days.sort_by_key(|(day, _)| *day);
    let pair = |pair: &[(i32, &Endpoint)]| Nested {
        part: patients(pair[1].1),
        whole: patients(pair[0].1),
        in_the_end: true,
    };
    days.windows(2).map(pair).collect()
}

/// Whoever is followed from a milestone on has reached it.
fn origins(all: &[Sources]) -> Vec<Nested> {
    let mut found = Vec::new();
    for from in all {
        let Some(origin) = from.endpoint.plan.origin else { continue };
        for to in all.iter().filter(|to| to.endpoint.plan.origin.is_none()) {
            let mut interest = to.endpoint.plan.interest();
            let reached = interest.next().and_then(Part::milestone) == Some(origin);
            if reached && interest.next().is_none() && to.endpoint.plan.window.is_none() {
                let part = named(to, &[1]);
                found.push(Nested { part, whole: patients(&from.endpoint), in_the_end: true });
            }
        }
    }
    found
}

fn patients(of: &Endpoint) -> CausesOf {
    CausesOf { endpoint: of.name.clone(), causes: Vec::new(), counted: Counted::Patients }
}

fn sources(endpoint: &Endpoint, all: &[Endpoint]) -> Vec<(u32, Source)> {
    let canonical = endpoint.plan.parts.iter();
    let mut found: Vec<(u32, Source)> =
        canonical.map(|part| (part.cause, Source::Canonical(part.event.clone(), part.applies_to))).collect();
    let spec = &endpoint.spec;
    let number = |cause: &str| {
        let place = endpoint.causes.iter().position(|known| known == cause);
        place.and_then(|place| u32::try_from(place + 1).ok())
    };
    let text = |column: &Option<Placed>| column.as_ref().map(|one| one.get_ref().clone()).unwrap_or_default();
    let counted = format!("{} {:?}", text(&spec.when), spec.never);
    if let Some(EventSpec::Codes(coded)) = &spec.event {
        for (code, cause) in &coded.codes {
            let source = format!("{} {} == {code} {counted}", text(&spec.time), coded.column.get_ref());
            found.extend(number(cause).map(|number| (number, Source::Wide(source))));
        }
    }
    for one in &spec.causes {
        let source = format!("{} {} {counted}", one.time.get_ref(), one.when.get_ref());
        found.extend(number(&one.cause).map(|number| (number, Source::Wide(source))));
    }
    if let Some(CompetingSpec::Endpoints(competing)) = &spec.competing {
        for (cause, name) in competing {
            let other = all.iter().find(|other| other.name == *name && other.name != endpoint.name);
            let theirs = other.map(|other| sources(other, &[])).unwrap_or_default();
            found.extend(
                number(cause)
                    .into_iter()
                    .flat_map(|number| theirs.iter().map(move |one| (number, one.1.clone()))),
            );
        }
    }
    found
}

/// Causes of the one that are part of causes of the other.
fn pairs(part: &Sources, whole: &Sources) -> Vec<Nested> {
    let Some(in_the_end) = comparable(part, whole) else { return Vec::new() };
    let causes = |of: &Sources| -> Vec<Vec<u32>> {
        let count = u32::try_from(of.endpoint.causes.len()).unwrap_or(1);
        let mut causes: Vec<Vec<u32>> = (1..=count).map(|cause| vec![cause]).collect();
        causes.extend((count > 1).then(|| (1..=count).collect()));
        causes
    };
    let mut found = Vec::new();
    for own in causes(part) {
        // That whoever has one event has it or another says nothing of an event.
        let alike = |theirs: &Vec<u32>| theirs.len() == 1 || own.len() > 1;
        let mut all = causes(whole).into_iter().filter(alike);
        let around = all.find(|theirs| is_part((part, &own), (whole, theirs), in_the_end));
        found.extend(around.map(|theirs| Nested {
            part: named(part, &own),
            whole: named(whole, &theirs),
            in_the_end,
        }));
    }
    found
}

fn named(of: &Sources, causes: &[u32]) -> CausesOf {
    let names = of.endpoint.causes.iter().zip(1..).filter(|(_, number)| causes.contains(number));
    let survival = of.endpoint.kind == EndpointKind::Survival;
    CausesOf {
        endpoint: of.endpoint.name.clone(),
        causes: if survival { Vec::new() } else { names.map(|(name, _)| name.clone()).collect() },
        counted: Counted::Events,
    }
}

/// Whether the same patients are followed for both, the whole no shorter than the part; if so, whether only to the end.
fn comparable(part: &Sources, whole: &Sources) -> Option<bool> {
    let (a, b) = (&part.endpoint, &whole.endpoint);
    let among = |one: &Endpoint| one.spec.among.as_ref().map(|among| among.get_ref().clone());
    let apart = |one: &Endpoint| {
        let recovers = one.plan.interest().any(|part| {
            matches!(part.milestone(), Some(Milestone::NeutrophilRecovery | Milestone::PlateletRecovery))
        });
        recovers && one.plan.never_below == NeverBelow::Apart
    };
    let same_patients = (among(b).is_none() || among(a) == among(b))
        && (b.applies_to == AppliesTo::All || a.applies_to == b.applies_to)
        && !apart(b);
    let long_enough = match (a.plan.window, b.plan.window) {
        (_, None) => true,
        (Some(own), Some(other)) => own <= other,
        (None, Some(_)) => false,
    };
    let wide = a.plan.parts.is_empty() && b.plan.parts.is_empty();
    let followed = wide || b.plan.is_vital() || !a.plan.is_vital();
    let not_ended = b.plan.second_transplant != SecondTransplant::Censor
        || a.plan.second_transplant != SecondTransplant::Ignore;
    if !(same_patients && long_enough && followed && not_ended) {
        return None;
    }
    let same_origin = a.plan.origin == b.plan.origin;
    (same_origin || (b.plan.origin.is_none() && b.plan.is_vital())).then_some(!same_origin)
}

/// Whether whoever has an event of these causes has one of those by the same day: it is one of them, and nothing else
/// that ends the whole can come before.
fn is_part((part, own): (&Sources, &[u32]), (whole, theirs): (&Sources, &[u32]), in_the_end: bool) -> bool {
    let mine = part.sources.iter().filter(|(cause, _)| own.contains(cause));
    let inside = mine.clone().all(|(_, source)| {
        let theirs = whole.sources.iter().filter(|(cause, _)| theirs.contains(cause));
        is_one_of(source, theirs)
    });
    let mut others = whole.sources.iter().filter(|(cause, _)| !theirs.contains(cause));
    let first = others.all(|(_, source)| !in_the_end && is_one_of(source, part.sources.iter()));
    mine.count() > 0 && inside && first
}

fn is_one_of<'a>(one: &Source, mut among: impl Iterator<Item = &'a (u32, Source)>) -> bool {
    among.any(|(_, other)| implies(one, other))
}

/// Whether the one is always the other too.
fn implies(one: &Source, other: &Source) -> bool {
    if one == other {
        return true;
    }
    let (Source::Canonical(one, mine), Source::Canonical(other, theirs)) = (one, other) else { return false };
    let for_all = *theirs == AppliesTo::All || mine == theirs;
    for_all
        && match (one, other) {
            (
                PartEvent::Milestone { milestone: one, by, cord_blood_by },
                PartEvent::Milestone { milestone: other, by: their_by, cord_blood_by: their_cord },
            ) => {
                (one == other && (by, cord_blood_by) == (their_by, their_cord))
                    || (one.is_death() && *other == Milestone::Death)
                    || (*one == Milestone::CompleteResponse && *other == Milestone::Response)
            }
            (PartEvent::Rows { table, .. }, PartEvent::Milestone { milestone, .. }) => {
                table == "followup" && *milestone == Milestone::Death
            }
            (PartEvent::Rows { table, condition }, PartEvent::Rows { table: other, condition: wider }) => {
                table == other && narrower(condition, wider)
            }
            (PartEvent::Milestone { .. }, PartEvent::Rows { .. }) => false,
        }
}

/// Whether a condition without `or` asks for at least what another one asks for.
fn narrower(condition: &str, wider: &str) -> bool {
    if condition == wider {
        return true;
    }
    let plain = |text: &str| !text.contains(" or ");
    let listed = |text: &str| -> Option<(String, Vec<String>)> {
        let (name, list) = match text.split_once(" in ") {
            Some((name, list)) => (name, list.trim().trim_start_matches('(').trim_end_matches(')')),
            None => text.split_once("==")?,
        };
        let values = list.split(',').map(|value| value.trim().to_owned()).collect();
        Some((name.trim().to_owned(), values))
    };
    let implied = |wanted: &str| {
        condition.split(" and ").any(|given| {
            given == wanted
                || listed(given).zip(listed(wanted)).is_some_and(|((name, few), (other, many))| {
                    name == other && few.iter().all(|value| many.contains(value))
                })
        })
    };
    plain(condition) && plain(wider) && wider.split(" and ").all(implied)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested() -> Vec<(String, String, bool)> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample/study.toml");
        let study = Study::load(&path).unwrap();
        let words = |of: &CausesOf| format!("{} {}", of.endpoint, of.causes.join("+")).trim().to_owned();
        study.nested().iter().map(|one| (words(&one.part), words(&one.whole), one.in_the_end)).collect()
    }

    #[test]
    fn deaths_without_relapse_are_deaths() {
        let found = nested();
        let has = |part: &str, whole: &str, end: bool| {
            assert!(
                found.contains(&(part.to_owned(), whole.to_owned(), end)),
                "{part} of {whole} in {found:?}"
            );
        };
        has("nrm nrm", "os", false);
        has("nrm nrm+relapse", "efs", false);
        has("nrm nrm", "efs", false);
        // Counted from response on, so by no day from the transplant on.
        has("relapse death", "os", true);
        // Who has relapsed may be alive.
        assert!(!found.iter().any(|(part, whole, _)| part == "relapse relapse" && whole == "os"));
        assert!(!found.iter().any(|(part, whole, _)| part == "os" && whole == "nrm nrm"));
    }

    #[test]
    fn severe_is_part_of_moderate() {
        let found = nested();
        let agvhd = |part: &str, whole: &str| {
            found
                .iter()
                .any(|(one, other, _)| one == &format!("{part} agvhd") && other == &format!("{whole} agvhd"))
        };
        assert!(agvhd("agvhd_3_4", "agvhd_2_4") && !agvhd("agvhd_2_4", "agvhd_3_4"), "{found:?}");
    }

    #[test]
    fn conditions_are_compared_by_what_they_ask_for() {
        assert!(narrower("type == 'A' and grade in ('3', '4')", "type == 'A' and grade in ('2', '3', '4')"));
        assert!(narrower("type == 'A' and grade == '3'", "type == 'A'"));
        assert!(!narrower("type == 'A'", "type == 'A' and grade == '3'"));
        assert!(!narrower("type == 'A' or grade == '3'", "type == 'A'"));
    }
}
