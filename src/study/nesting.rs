//! Which endpoints are made of each other: whoever has an event of the one by some day has one of the other by then.
//!
//! It follows from the definitions alone: what an endpoint's events are, from when they count, and what ends it.

mod groups;
mod statuses;
mod wide;

pub use groups::{Confined, Exclusive, Grouping, Window};

use super::Study;
use super::endpoint::EndpointKind;
use super::file::{AppliesTo, NeverBelow, SecondTransplant};
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
    /// Who has a status; its levels stand for causes.
    Status,
    /// Who is at risk at a time.
    AtRisk,
}

/// Events of an endpoint, of one cause or of several, or its patients.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CausesOf {
    /// The endpoint.
    pub endpoint: String,
    /// Its causes as results name them; empty where nothing competes, and of patients.
    pub causes: Vec<String>,
    /// Events, patients or a status.
    pub counted: Counted,
    /// The last day whose events count; none: each time is compared with the same one.
    pub until: Option<i32>,
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

impl Source {
    fn is_death(&self) -> bool {
        match self {
            Self::Canonical(PartEvent::Milestone { milestone, .. }, _) => milestone.is_death(),
            Self::Canonical(PartEvent::Rows { table, .. }, _) => table == "followup",
            Self::Wide(_) => false,
        }
    }
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
                nested.extend(at_risk(part, whole));
            }
        }
        nested.extend(landmarks(&endpoints));
        nested.extend(origins(&all));
        nested.extend(statuses::pairs(&endpoints));
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
    CausesOf { endpoint: of.name.clone(), causes: Vec::new(), counted: Counted::Patients, until: None }
}

fn sources(endpoint: &Endpoint, all: &[Endpoint]) -> Vec<(u32, Source)> {
    // An event of an endpoint of the allogeneic is one of theirs.
    let whose = |part: &Part| match (endpoint.applies_to, part.applies_to) {
        (AppliesTo::All, whom) | (whom, AppliesTo::All) => Some(whom),
        (one, other) => (one == other).then_some(one),
    };
    let canonical = endpoint.plan.parts.iter();
    let mut found: Vec<(u32, Source)> = canonical
        .filter_map(|part| Some((part.cause, Source::Canonical(part.event.clone(), whose(part)?))))
        .collect();
    let wide = wide::sources(endpoint, all);
    found.extend(wide.into_iter().map(|(cause, source)| (cause, Source::Wide(source))));
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
    // Several causes that are all part of the one: only one of them counts of a patient, so that they add up.
    for theirs in causes(whole).into_iter().filter(|theirs| theirs.len() == 1) {
        let count = u32::try_from(part.endpoint.causes.len()).unwrap_or(1);
        let inside = |cause: &u32| is_part((part, &[*cause]), (whole, &theirs), in_the_end);
        let own: Vec<u32> = (1..=count).filter(inside).collect();
        if own.len() > 1 && own.len() < part.endpoint.causes.len() {
            found.push(Nested { part: named(part, &own), whole: named(whole, &theirs), in_the_end });
        }
    }
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
        until: None,
    }
}

/// Whoever is at risk for the one is for the other: what ends the other ends the one.
fn at_risk(part: &Sources, whole: &Sources) -> Option<Nested> {
    let known = |cause: u32| whole.sources.iter().any(|(known, _)| *known == cause);
    let all = (1..).take(whole.endpoint.causes.len()).all(known);
    let is = |one: &Source, milestone: Milestone| matches!(one, Source::Canonical(PartEvent::Milestone { milestone: own, .. }, _) if *own == milestone);
    // Death is from the disease or not from it.
    let dies = [Milestone::DeathFromDisease, Milestone::DeathNotFromDisease]
        .iter()
        .all(|kind| part.sources.iter().any(|(_, own)| is(own, *kind)));
    let ends = |other: &Source| {
        (dies && is(other, Milestone::Death)) || part.sources.iter().any(|(_, own)| implies(other, own))
    };
    let same =
        comparable(part, whole) == Some(false) && all && whole.sources.iter().all(|(_, one)| ends(one));
    let of = |endpoint: &Endpoint| CausesOf { counted: Counted::AtRisk, ..patients(endpoint) };
    same.then(|| Nested { part: of(&part.endpoint), whole: of(&whole.endpoint), in_the_end: false })
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
    let canonical = !a.plan.parts.is_empty() && !b.plan.parts.is_empty();
    let followed = if canonical { b.plan.is_vital() || !a.plan.is_vital() } else { wide::is_followed(a, b) };
    let not_ended = b.plan.second_transplant != SecondTransplant::Censor
        || a.plan.second_transplant != SecondTransplant::Ignore;
    if !(same_patients && long_enough && followed && not_ended) {
        return None;
    }
    let same_origin = a.plan.origin == b.plan.origin;
    (same_origin || (b.plan.origin.is_none() && b.plan.window.is_none())).then_some(!same_origin)
}

/// Whether whoever has an event of these causes has one of those by the same day: it is one of them, and nothing else
/// that ends the whole can come before.
fn is_part((part, own): (&Sources, &[u32]), (whole, theirs): (&Sources, &[u32]), in_the_end: bool) -> bool {
    // A cause of which nothing is known may be anything.
    let known = |of: &Sources, causes: &[u32]| {
        causes.iter().all(|cause| of.sources.iter().any(|(known, _)| known == cause))
    };
    let all: Vec<u32> = (1..).take(whole.endpoint.causes.len()).collect();
    if !known(part, own) || !known(whole, &all) {
        return false;
    }
    let mut mine = part.sources.iter().enumerate().filter(|(_, (cause, _))| own.contains(cause));
    let place = |one: &Source, causes: &dyn Fn(u32) -> bool| {
        whole.sources.iter().position(|(cause, other)| causes(*cause) && implies(one, other))
    };
    let others: Vec<(usize, &Source)> = whole
        .sources
        .iter()
        .enumerate()
        .filter_map(|(place, (cause, source))| (!theirs.contains(cause)).then_some((place, source)))
        .collect();
    // What ends the whole otherwise ends the part, and on the same day counts first there if it does in the whole.
    mine.all(|(place_in_part, (_, source))| {
        let Some(place_in_whole) = place(source, &|cause| theirs.contains(&cause)) else { return false };
        others.iter().all(|(other_place, other)| {
            // Nobody has an event after death, and on its day death counts last.
            if other.is_death() && !source.is_death() {
                return true;
            }
            let same = part.sources.iter().position(|(_, known)| implies(other, known));
            let first = *other_place < place_in_whole;
            !in_the_end && same.is_some_and(|same| !first || same <= place_in_part)
        })
    })
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
                    || (*other == Milestone::Response
                        && matches!(one, Milestone::CompleteResponse | Milestone::SustainedResponse))
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

    fn nested_of_the_sample() -> Vec<Nested> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample/study.toml");
        Study::load(&path).unwrap().nested()
    }

    fn nested() -> Vec<(String, String, bool)> {
        let words = |of: &CausesOf| format!("{} {}", of.endpoint, of.causes.join("+")).trim().to_owned();
        nested_of_the_sample()
            .iter()
            .map(|one| (words(&one.part), words(&one.whole), one.in_the_end))
            .collect()
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
        // Relapse comes before any death, so that it is the first event of who has had one.
        has("relapse relapse", "nrm relapse", true);
        has("duration_of_response", "efs", true);
        // What ends the one without its event are events of the other, all of them.
        has("agvhd_2_4 death+relapse+graft_failure+second_hsct", "efs", false);
        has("response death", "sustained_response death", false);
        // Whoever is alive without GVHD II-IV is so without GVHD III-IV.
        let at_risk = |part: &str, whole: &str| {
            nested_of_the_sample().iter().any(|one| {
                one.part.counted == Counted::AtRisk
                    && (&*one.part.endpoint, &*one.whole.endpoint) == (part, whole)
            })
        };
        assert!(at_risk("agvhd_2_4", "agvhd_3_4") && at_risk("efs", "os") && at_risk("nrm", "os"));
        assert!(!at_risk("os", "efs") && !at_risk("os", "nrm") && !at_risk("relapse", "os"));
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
