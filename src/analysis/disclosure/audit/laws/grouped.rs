//! Groups that an endpoint makes: who is in one of them at a landmark is a patient of that endpoint.

use std::collections::BTreeSet;

use super::{between, split};
use crate::analysis::disclosure::Known;
use crate::analysis::disclosure::audit::book::{Book, Name, TREATED, What};
use crate::domain::Group;
use crate::study::{Counted, Grouping, Nested};

/// The patients of groups that endpoints make, at every landmark, and the events of these endpoints.
///
/// Whoever is in the group of the event had it by the day of the group. All in the groups are patients of the endpoint,
/// and none of them had what ends the endpoint and is an event of what is analysed. Who had an event and is not among
/// those of the landmark, who had none and is not, and whoever is missing otherwise must not be known to be few.
pub(super) fn made_by_endpoints(book: &mut Book, known: Known<'_>) {
    for grouping in known.groupings {
        for crossing in crossings(book, grouping) {
            of_endpoint(book, &crossing, (grouping, known.nested));
        }
    }
    for one in known.groupings {
        for other in known.groupings.iter().filter(|other| other.stratum != one.stratum) {
            if is_part(one, other, known.nested) {
                of_each_other(book, one, other);
            }
        }
    }
}

/// The two groups at a landmark, and what else they are groups of.
struct Crossing {
    yes: Option<usize>,
    no: Option<usize>,
    /// The landmark's line of patients, without the grouping variable.
    of: Name,
}

/// Every landmark's patients by the grouping variable, alone or crossed.
fn crossings(book: &Book, grouping: &Grouping) -> Vec<Crossing> {
    let lines: BTreeSet<Name> = book
        .names
        .iter()
        .filter(|name| name.what == What::N && name.population == TREATED && name.subject.contains('@'))
        .filter(|name| !name.subject.contains('#'))
        .filter_map(|name| without(name, &grouping.stratum))
        .collect();
    let find = |of: &Name, level: &str| {
        let same = |name: &&Name| {
            name.subject == of.subject
                && name.what == What::N
                && name.population == TREATED
                && name.group.level(&grouping.stratum) == Some(level)
                && without(name, &grouping.stratum).as_ref() == Some(of)
        };
        book.names.iter().find(same).and_then(|name| book.index.get(name).copied())
    };
    lines
        .into_iter()
        .map(|of| Crossing { yes: find(&of, &grouping.yes), no: find(&of, &grouping.no), of })
        .collect()
}

/// The same without a grouping variable; none where it is not one of them.
fn without(name: &Name, stratum: &str) -> Option<Name> {
    name.group.level(stratum)?;
    let by: Vec<&str> = name.by.split(',').filter(|one| *one != stratum).collect();
    let levels = name.group.levels().iter().filter(|(variable, _)| variable != stratum);
    Some(Name { by: by.join(","), group: Group::new(levels.cloned().collect()), ..name.clone() })
}

fn of_endpoint(book: &mut Book, crossing: &Crossing, (grouping, nested): (&Grouping, &[Nested])) {
    let line = &crossing.of;
    let own = Name { subject: grouping.endpoint.clone(), ..line.clone() };
    let (analysed, landmark) = line.subject.split_once('@').unwrap_or_default();
    let Ok(landmark) = landmark.parse::<f64>() else { return };
    let events = |book: &Book, cause: &str| events(book, &own, cause);
    let by = |events: &[(f64, usize)], day: f64| {
        events.iter().rev().find(|(time, _)| *time <= day).map(|(_, number)| *number)
    };
    let of_interest = events(book, &grouping.cause);
    let day = f64::from(grouping.day);
    if let Some(yes) = crossing.yes {
        let mut later = of_interest.iter().filter(|(time, _)| *time >= day);
        let first = later.next().copied();
        let told = later.find(|(_, number)| book.told(*number).is_some()).copied();
        for (time, number) in first.into_iter().chain(told) {
            if book.told(yes).is_some() || book.told(number).is_some() {
                let what = format!("events by {time} that are not in the group {}", grouping.yes);
                let rest = book.rest(line, format!("{what} of {}", grouping.stratum));
                split(book, number, &[yes], Some(rest));
            }
        }
    }
    let Some(patients) = book.index.get(&own).copied() else { return };
    // What ends the endpoint otherwise and is an event of what is analysed: whoever had it is not at the landmark.
    let ends = nested.iter().filter(|one| {
        one.part.endpoint == grouping.endpoint
            && one.whole.endpoint == analysed
            && one.part.counted == Counted::Events
            && one.whole.counted == Counted::Events
            && !one.in_the_end
            && !one.part.causes.contains(&grouping.cause)
    });
    let mut gone: Vec<usize> = Vec::new();
    if let Some(most) = ends.max_by_key(|one| one.part.causes.len()) {
        gone.extend(most.part.causes.iter().filter_map(|cause| by(&events(book, cause), landmark)));
    }
    let groups: Option<Vec<usize>> = [crossing.yes, crossing.no].into_iter().collect();
    let missing = |book: &mut Book, what: String, members: Vec<usize>| {
        let terms: Vec<(usize, f64)> = members.iter().map(|number| (*number, -1.0)).collect();
        let told = members.iter().chain([&patients]).any(|number| book.told(*number).is_some());
        let all: Option<f64> = members.iter().map(|number| book.told(*number)).sum();
        let fits = all.zip(book.told(patients)).is_none_or(|(members, patients)| members <= patients);
        if told && fits {
            between(book, (line, what), patients, terms);
        }
    };
    let what = |what: &str| format!("patients of {} {what} {}", grouping.endpoint, grouping.stratum);
    if let Some(groups) = groups {
        missing(book, what("without an event that are in no group of"), [groups, gone.clone()].concat());
    }
    if let (Some(no), true, Some(had)) = (crossing.no, grouping.at_once, by(&of_interest, day)) {
        let members = [vec![no, had], gone].concat();
        missing(book, what("that had no event and are not in the group without one of"), members);
    }
}

/// The events of a cause, by time; all of follow-up last.
fn events(book: &Book, line: &Name, cause: &str) -> Vec<(f64, usize)> {
    let mut found: Vec<(f64, usize)> = book
        .of_line(line)
        .filter_map(|(name, number)| match &name.what {
            What::Events(of, time) if of == cause => {
                Some((time.map_or(f64::INFINITY, f64::from_bits), number))
            }
            _ => None,
        })
        .collect();
    found.sort_by(|one, other| one.0.total_cmp(&other.0));
    found
}

/// Whether all who had the event of the one by its day had that of the other by its day.
fn is_part(one: &Grouping, other: &Grouping, nested: &[Nested]) -> bool {
    let pair = |nested: &&Nested| {
        let of = |endpoint: &Grouping| {
            if endpoint.cause.is_empty() { vec![] } else { vec![endpoint.cause.clone()] }
        };
        nested.part.endpoint == one.endpoint
            && nested.whole.endpoint == other.endpoint
            && nested.part.counted == Counted::Events
            && nested.part.causes == of(one)
            && nested.whole.causes == of(other)
            && !nested.in_the_end
    };
    let same = one.endpoint == other.endpoint;
    one.day <= other.day && one.at_once && other.at_once && (same || nested.iter().any(|one| pair(&one)))
}

/// Two grouping variables one of which is part of the other: patients and events of the groups, at each landmark.
fn of_each_other(book: &mut Book, one: &Grouping, other: &Grouping) {
    let counted = |name: &&Name| {
        name.population == TREATED
            && name.subject.contains('@')
            && matches!(name.what, What::N | What::Events(..))
            && [&one.yes, &other.no].iter().any(|level| {
                [&one.stratum, &other.stratum]
                    .iter()
                    .any(|stratum| name.group.level(stratum) == Some(level.as_str()))
            })
    };
    let names: Vec<Name> = book.names.iter().filter(counted).cloned().collect();
    for (small, large, level, wider) in [(one, other, &one.yes, &other.yes), (other, one, &other.no, &one.no)]
    {
        for name in names.iter().filter(|name| name.group.level(&small.stratum) == Some(level)) {
            let above = replaced(name, (&small.stratum, &large.stratum), wider);
            let (part, Some(whole)) = (book.index[name], book.index.get(&above).copied()) else { continue };
            let says_otherwise =
                book.told(part).zip(book.told(whole)).is_some_and(|(part, whole)| part > whole);
            let unknown = book.told(part).is_none() && book.told(whole).is_none();
            if !says_otherwise && !unknown {
                let what = format!("{} in {wider} of {} only", super::label(name), large.stratum);
                let rest = book.rest(name, what);
                split(book, whole, &[part], Some(rest));
            }
        }
    }
}

/// The same of a group of another variable in place of one.
fn replaced(name: &Name, (from, to): (&str, &str), level: &str) -> Name {
    let by: Vec<&str> = name.by.split(',').map(|one| if one == from { to } else { one }).collect();
    let levels = name.group.levels().iter().map(|(variable, own)| {
        if variable == from { (to.to_owned(), level.to_owned()) } else { (variable.clone(), own.clone()) }
    });
    Name { by: by.join(","), group: Group::new(levels.collect()), ..name.clone() }
}
