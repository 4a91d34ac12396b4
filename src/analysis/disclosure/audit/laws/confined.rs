//! Endpoints that exist for one kind of transplant: their patients are those of that kind.

use std::collections::BTreeSet;

use super::split;
use crate::analysis::disclosure::audit::book::{Book, Name, TREATED, What};
use crate::domain::Group;
use crate::study::Confined;

/// Adds the crossings of an endpoint's groups with the kind of transplant, whether a table tells them or not.
pub(super) fn crossings(book: &mut Book, confined: &[Confined]) {
    let mut new = Vec::new();
    for one in confined {
        let all = cohort(&one.stratum, Group::everybody());
        let levels: Vec<String> = book
            .groups(&all)
            .iter()
            .filter_map(|name| name.group.level(&one.stratum).map(str::to_owned))
            .collect();
        let comparisons: BTreeSet<String> = patients(book, one).into_iter().map(|name| name.by).collect();
        for by in comparisons.iter().filter(|by| !by.is_empty()) {
            // Also of the groups that the endpoint has nobody of.
            for name in book.groups(&cohort(by, Group::everybody())) {
                new.extend(levels.iter().filter_map(|level| crossed(book, &name, (&one.stratum, level))));
            }
        }
    }
    for name in new {
        book.number(name);
    }
}

/// Whom such an endpoint counts, of everybody and of groups.
pub(super) fn of_one_type(book: &mut Book, line: &Name, confined: &[Confined]) {
    if line.population != TREATED {
        return;
    }
    for one in confined.iter().filter(|one| one.endpoint == line.subject) {
        let whole = |book: &Book, of: &Name| {
            crossed(book, of, (&one.stratum, &one.level)).and_then(|name| book.index.get(&name).copied())
        };
        let (Some(own), Some(all)) = (book.index.get(line).copied(), whole(book, line)) else { continue };
        let everybody = Name { by: String::new(), group: Group::everybody(), ..line.clone() };
        let told = |number: Option<usize>| number.and_then(|number| book.told(number));
        let counted = told(book.index.get(&everybody).copied());
        // An endpoint that counts all of a kind counts all of every group.
        let same = counted.is_some() && counted == told(whole(book, &everybody)) && !line.by.is_empty();
        let level = &one.level;
        let rest = (!same).then(|| book.rest(line, format!("{level} but not counted")));
        split(book, all, &[own], rest);
    }
}

fn cohort(by: &str, group: Group) -> Name {
    Name { subject: String::new(), population: TREATED.to_owned(), by: by.to_owned(), group, what: What::N }
}

/// The patients of an endpoint and of its groups.
fn patients(book: &Book, of: &Confined) -> Vec<Name> {
    let own =
        |name: &&Name| name.subject == of.endpoint && name.population == TREATED && name.what == What::N;
    book.names.iter().filter(own).cloned().collect()
}

/// All treated of a group and of a level besides; none where the variable is one of the group's.
fn crossed(book: &Book, of: &Name, (stratum, level): (&str, &str)) -> Option<Name> {
    if of.by.split(',').any(|one| one == stratum) {
        return None;
    }
    let (levels, one) = (of.group.levels(), [(stratum.to_owned(), level.to_owned())]);
    if of.by.is_empty() {
        return Some(cohort(stratum, Group::new(one.to_vec())));
    }
    let after = cohort(&format!("{},{stratum}", of.by), Group::new([levels, one.as_slice()].concat()));
    let before = cohort(&format!("{stratum},{}", of.by), Group::new([one.as_slice(), levels].concat()));
    Some(if book.index.contains_key(&before) { before } else { after })
}
