//! Groups and everybody, crossings and their margins.

use std::collections::{BTreeMap, BTreeSet};

use super::{label, split};
use crate::analysis::disclosure::audit::book::{Book, Name, What};
use crate::analysis::disclosure::audit::system::{MOST, Range};
use crate::domain::Group;
use crate::study::Grouping;

/// The groups of a comparison together are everybody; those of a crossing, a group of one of its variables.
///
/// Groups that an endpoint makes exist for its patients only, so that others may be in none of them.
pub(super) fn groups(book: &mut Book, names: &[Name], made: &[Grouping]) {
    let for_some: BTreeSet<&str> = made.iter().map(|grouping| grouping.stratum.as_str()).collect();
    let mut children: BTreeMap<(Name, String), Vec<Name>> = BTreeMap::new();
    for name in names.iter().filter(|name| !name.by.is_empty()) {
        let by: Vec<&str> = name.by.split(',').collect();
        let mut above: BTreeSet<Vec<&str>> = BTreeSet::from([Vec::new()]);
        for one in &by {
            above.insert(by.iter().copied().filter(|other| other != one).collect());
        }
        for kept in above {
            let levels = name.group.levels().iter().filter(|(variable, _)| kept.contains(&variable.as_str()));
            let group = Group::new(levels.cloned().collect());
            let parent = Name { by: kept.join(","), group, ..name.clone() };
            if book.index.contains_key(&parent) {
                children.entry((parent, name.by.clone())).or_default().push(name.clone());
            }
        }
    }
    for ((parent, by), parts) in children {
        let whole = book.number(parent.clone());
        let mut members: Vec<usize> = parts.iter().map(|name| book.number(name.clone())).collect();
        // Of a group that no row tells anything of at this time something has happened all the same.
        for group in missing(book, &parent, &by, &parts) {
            members.push(book.number(group));
        }
        let of_followed = matches!(parent.what, What::Censored(_) | What::AtRisk(_) | What::Rest(_));
        if of_followed && members.iter().chain([&whole]).all(|number| book.told(*number).is_none()) {
            // Nothing is told of them anywhere, so their sum tells nothing either.
            continue;
        }
        let some = by.split(',').any(|variable| for_some.contains(&variable));
        let most = without_group(book, &parent, &by).unwrap_or(if some { MOST } else { 0.0 });
        let rest = (most != 0.0).then(|| {
            let rest = book.rest(&parent, format!("{} in no group of {by}", label(&parent)));
            book.system.numbers[rest] = Range { low: 0.0, high: most.max(0.0) };
            rest
        });
        split(book, whole, &members, rest);
    }
}

/// What rows of the other groups tell, of the groups of a comparison that have none.
fn missing(book: &Book, parent: &Name, by: &str, parts: &[Name]) -> Vec<Name> {
    let counts_people =
        matches!(parent.what, What::N | What::Events(..) | What::Censored(_) | What::AtRisk(_));
    if !counts_people {
        return Vec::new();
    }
    let of = Name { by: by.to_owned(), what: parent.what.clone(), ..parent.clone() };
    let inside = |name: &Name| {
        parent.group.levels().iter().all(|(variable, level)| name.group.level(variable) == Some(level))
    };
    let groups = book.groups(&of).into_iter().filter(inside);
    let same = groups.map(|group| Name { what: parent.what.clone(), ..group });
    same.filter(|name| !parts.contains(name)).collect()
}

/// How many patients of a line are in no group of a comparison, as far as the rows tell.
fn without_group(book: &Book, parent: &Name, by: &str) -> Option<f64> {
    let told = |name: &Name| book.index.get(name).and_then(|number| book.told(*number));
    let all = told(&Name { what: What::N, ..parent.clone() });
    let of = Name { by: by.to_owned(), ..parent.clone() };
    let inside = |name: &Name| {
        parent.group.levels().iter().all(|(variable, level)| name.group.level(variable) == Some(level))
    };
    let groups: Option<f64> = book.groups(&of).iter().filter(|name| inside(name)).map(told).sum();
    all.zip(groups).map(|(all, groups)| all - groups)
}
