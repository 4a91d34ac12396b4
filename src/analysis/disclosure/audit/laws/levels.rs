//! Patients and what each of them has one of: an event or none, a level of a variable, a status.

use std::collections::BTreeMap;

use super::{of_line, split};
use crate::analysis::disclosure::audit::book::{Book, EPISODES, EVALUABLE, NO_RESPONSE, Name, TREATED, What};
use crate::analysis::share::joins;
use crate::domain::Group;

/// Patients: those with an event of each cause, and those without any; by time.
pub(super) fn parts(book: &mut Book, line: &Name) {
    let Some(patients) = book.index.get(line).copied() else { return };
    let mut by_time: BTreeMap<Option<u64>, Vec<usize>> = BTreeMap::new();
    for name in of_line(book, line) {
        if let What::Events(cause, time) = &name.what
            && cause != EPISODES
        {
            by_time.entry(*time).or_default().push(book.index[&name]);
        }
    }
    for (time, events) in by_time {
        let when = time.map_or(String::new(), |time| format!(" by {}", f64::from_bits(time)));
        let rest = book.rest(line, format!("without an event{when}"));
        split(book, patients, &events, Some(rest));
    }
}

/// Whoever has a level of a baseline variable is in the group of that level, where it groups.
pub(super) fn of_groups(book: &mut Book, line: &Name) {
    if !line.subject.is_empty() || line.population != TREATED {
        return;
    }
    for name in of_line(book, line) {
        let What::Other(text) = &name.what else { continue };
        let Some((variable, level)) = text.split_once('=') else { continue };
        let (own, one) = (book.index[&name], [(variable.to_owned(), level.to_owned())]);
        let others = line.group.levels();
        for levels in [[others, one.as_slice()].concat(), [one.as_slice(), others].concat()] {
            let by: Vec<&str> = levels.iter().map(|(variable, _)| variable.as_str()).collect();
            let (by, group) = (by.join(","), Group::new(levels.clone()));
            if let Some(group) = book.index.get(&Name { by, group, ..line.clone() }).copied()
                && book.told(own).zip(book.told(group)).is_none_or(|(own, group)| own == group)
            {
                split(book, group, &[own], None);
            }
        }
    }
}

/// Levels of a baseline variable, and statuses.
pub(super) fn levels(book: &mut Book, line: &Name) {
    let Some(patients) = book.index.get(line).copied() else { return };
    let others: Vec<(String, usize)> = of_line(book, line)
        .into_iter()
        .filter_map(|name| match &name.what {
            What::Other(text) => Some((text.clone(), book.index[&name])),
            _ => None,
        })
        .collect();
    let find = |text: &str| others.iter().find(|(other, _)| other == text).map(|(_, number)| *number);
    if line.subject.is_empty() {
        for (variable, known) in &others {
            let Some(missing) = find(&format!("without {variable}")) else { continue };
            split(book, patients, &[*known, missing], None);
            let begin = format!("{variable}=");
            let parts: Vec<usize> = others
                .iter()
                .filter(|(name, _)| name.starts_with(&begin))
                .map(|(_, number)| *number)
                .collect();
            if !parts.is_empty() {
                let rest = book.rest(line, format!("{variable} of no level"));
                split(book, *known, &parts, Some(rest));
            }
        }
        return;
    }
    let statuses: Vec<&(String, usize)> = others.iter().filter(|(name, _)| !name.starts_with("n_")).collect();
    let single: Vec<usize> =
        statuses.iter().filter(|(name, _)| !name.contains(" or ")).map(|(_, number)| *number).collect();
    if !single.is_empty() {
        // Whoever is evaluable has a status, and so has everybody where who could not be judged has not responded;
        // unless more are told than have one.
        let told: Option<f64> = single.iter().map(|number| book.told(*number)).sum();
        let complete = told.is_none() || told == book.told(patients) || book.told(patients).is_none();
        let all = complete && (line.population == EVALUABLE || find(NO_RESPONSE).is_some());
        let rest = (!all).then(|| book.rest(line, "of no status".to_owned()));
        split(book, patients, &single, rest);
    }
    for (name, joined) in statuses.iter().filter(|(name, _)| name.contains(" or ")) {
        if name.split(" or ").all(|one| find(one).is_some()) {
            let plain = statuses.iter().filter(|(one, _)| !one.contains(" or ") && joins(name, one));
            let parts: Vec<usize> = plain.map(|(_, number)| *number).collect();
            split(book, *joined, &parts, None);
        }
        let rest = book.rest(line, format!("not {name}"));
        split(book, patients, &[*joined], Some(rest));
    }
}
