//! What must hold between counts: groups and totals, parts and wholes, one time and the next.

use std::collections::{BTreeMap, BTreeSet};

use super::book::{Book, EPISODES, EVALUABLE, Name, TREATED, What};
use super::system::Range;
use crate::analysis::share::joins;
use crate::domain::Group;

const OPEN: f64 = 1e12;

/// Adds every law to a book.
pub(super) fn write(book: &mut Book) {
    treated_groups(book);
    let names: Vec<Name> = book.names.clone();
    groups(book, &names);
    let lines: BTreeSet<Name> = names.iter().map(|name| Name { what: What::N, ..name.clone() }).collect();
    for line in &lines {
        times(book, line);
        parts(book, line);
        levels(book, line);
        wholes(book, line);
    }
    flow(book);
}

/// `total = parts + rest`, where the rest must not come out either.
fn split(book: &mut Book, total: usize, parts: &[usize], rest: Option<usize>) {
    let unknown = |number: &usize| book.told(*number).is_none();
    if rest.is_some_and(|rest| unknown(&rest)) && unknown(&total) && parts.iter().all(unknown) {
        // Of numbers none of which is told this says only that the parts are not more than the total.
        if let Some(rest) = rest {
            book.leave(rest);
        }
        return;
    }
    let mut terms = vec![(total, 1.0)];
    terms.extend(parts.iter().chain(rest.as_ref()).map(|part| (*part, -1.0)));
    book.system.constrain(terms, 0.0, 0.0);
}

fn at_most(book: &mut Book, part: usize, whole: usize) {
    book.system.constrain(vec![(whole, 1.0), (part, -1.0)], 0.0, OPEN);
}

/// The groups of a comparison together are everybody; those of a crossing, a group of one of its variables.
fn groups(book: &mut Book, names: &[Name]) {
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
        let ungrouped = without_group(book, &parent, &by);
        let rest = (ungrouped != 0.0).then(|| {
            let rest = book.rest(&parent, format!("{} in no group of {by}", label(&parent)));
            book.system.numbers[rest] = Range { low: 0.0, high: ungrouped.max(0.0) };
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

/// How many patients of a line are in no group of a comparison, as far as the rows tell: none unless they tell
/// otherwise.
fn without_group(book: &Book, parent: &Name, by: &str) -> f64 {
    let told = |name: &Name| book.index.get(name).and_then(|number| book.told(*number));
    let all = told(&Name { what: What::N, ..parent.clone() });
    let of = Name { by: by.to_owned(), ..parent.clone() };
    let inside = |name: &Name| {
        parent.group.levels().iter().all(|(variable, level)| name.group.level(variable) == Some(level))
    };
    let groups: Option<f64> = book.groups(&of).iter().filter(|name| inside(name)).map(told).sum();
    all.zip(groups).map_or(0.0, |(all, groups)| all - groups)
}

fn label(name: &Name) -> String {
    match &name.what {
        What::N => "patients".to_owned(),
        What::Events(cause, None) => format!("events {cause}"),
        What::Events(cause, Some(time)) => format!("events {cause} by {}", f64::from_bits(*time)),
        What::Censored(time) => format!("censored by {}", f64::from_bits(*time)),
        What::AtRisk(time) => format!("at risk at {}", f64::from_bits(*time)),
        What::Other(text) | What::Rest(text) => text.clone(),
    }
}

fn of_line(book: &Book, line: &Name) -> Vec<Name> {
    book.of_line(line).map(|(name, _)| name.clone()).collect()
}

/// Along time: events and censorings add up, those at risk grow fewer.
fn times(book: &mut Book, line: &Name) {
    let names = of_line(book, line);
    let patients = book.index.get(line).copied();
    let mut chains: BTreeMap<String, Vec<(f64, usize)>> = BTreeMap::new();
    for name in &names {
        let number = book.index[name];
        match &name.what {
            What::Events(cause, time) => {
                let time = time.map_or(f64::INFINITY, f64::from_bits);
                chains.entry(format!("events {cause}")).or_default().push((time, number));
            }
            What::Censored(time) => {
                chains.entry("censored".to_owned()).or_default().push((f64::from_bits(*time), number));
            }
            _ => {}
        }
    }
    for (kind, mut chain) in chains {
        chain.sort_by(|a, b| a.0.total_cmp(&b.0));
        let once = kind != format!("events {EPISODES}");
        if let (Some(patients), Some((_, last)), true) = (patients, chain.last(), once) {
            at_most(book, *last, patients);
        }
        let mut told_before: Option<usize> = None;
        for (place, (time, number)) in chain.iter().enumerate() {
            if place > 0 {
                at_most(book, chain[place - 1].1, *number);
            }
            if book.told(*number).is_none() {
                let base = told_before.and_then(|before| book.told(before)).unwrap_or(0.0);
                book.measure_from(*number, base);
                continue;
            }
            if let Some(before) = told_before {
                let step = book.rest(line, format!("{kind} between two times, the later of which is {time}"));
                book.system.constrain(vec![(*number, 1.0), (before, -1.0), (step, -1.0)], 0.0, 0.0);
            }
            told_before = Some(*number);
        }
    }
    leaving(book, line, &names);
}

/// Patients: those at risk just before a time, and those who left before.
fn leaving(book: &mut Book, line: &Name, names: &[Name]) {
    let Some(patients) = book.index.get(line).copied() else { return };
    let number = |book: &Book, what: What| book.index.get(&Name { what, ..line.clone() }).copied();
    let mut causes: BTreeSet<&str> = BTreeSet::new();
    let mut event_times: BTreeSet<u64> = BTreeSet::new();
    for name in names {
        if let What::Events(cause, time) = &name.what
            && cause != EPISODES
        {
            causes.insert(cause);
            event_times.extend(time);
        }
    }
    let events_at = |book: &Book, time: u64| -> Option<Vec<usize>> {
        causes.iter().map(|cause| number(book, What::Events((*cause).to_owned(), Some(time)))).collect()
    };
    let mut before: Option<(usize, Vec<usize>)> = None;
    let mut left_before: Option<usize> = None;
    for name in names {
        let What::AtRisk(time) = name.what else { continue };
        let at_risk = book.index[name];
        let earlier = event_times.range(..time).next_back().and_then(|time| events_at(book, *time));
        // Of two unknown numbers this says too little to be worth a larger programme.
        let useful = |events: &Vec<usize>| {
            book.told(at_risk).is_some() || events.iter().all(|number| book.told(*number).is_some())
        };
        if let Some(earlier) = earlier.filter(useful) {
            let mut terms = vec![(patients, 1.0), (at_risk, -1.0)];
            terms.extend(earlier.into_iter().map(|number| (number, -1.0)));
            book.system.constrain(terms, 0.0, OPEN);
        }
        if book.told(patients).is_none() || book.told(at_risk).is_none() {
            continue;
        }
        let when = f64::from_bits(time);
        let since = left_before.unwrap_or(patients);
        between(
            book,
            (line, format!("left between two times, the later of which is {when}")),
            since,
            vec![(at_risk, -1.0)],
        );
        left_before = Some(at_risk);
        let events =
            events_at(book, time).filter(|events| events.iter().all(|number| book.told(*number).is_some()));
        if let Some(events) = events {
            // Those who left without an event, less those who have one or leave on the very day.
            let mut terms = vec![(at_risk, -1.0)];
            terms.extend(events.iter().map(|number| (*number, -1.0)));
            let (from, past) =
                before.as_ref().map_or((patients, &[][..]), |(at_risk, events)| (*at_risk, events));
            terms.extend(past.iter().map(|number| (*number, 1.0)));
            between(book, (line, format!("left without an event, up to {when}")), from, terms);
            before = Some((at_risk, events));
        }
        if let Some(censored) = number(book, What::Censored(time)) {
            let mut terms = vec![(patients, 1.0), (at_risk, -1.0), (censored, -1.0)];
            terms.extend(events_at(book, time).into_iter().flatten().map(|number| (number, -1.0)));
            book.system.constrain(terms, -OPEN, 0.0);
        }
    }
}

/// What no table has: what `from` and the terms add up to, either way, must not be known to be few.
fn between(book: &mut Book, (line, what): (&Name, String), from: usize, terms: Vec<(usize, f64)>) {
    let mut sum = vec![(from, 1.0)];
    sum.extend(terms);
    let value: Option<f64> = sum.iter().map(|(number, by)| book.told(*number).map(|value| by * value)).sum();
    let sign = if value.is_some_and(|value| value < 0.0) { 1.0 } else { -1.0 };
    let rest = book.rest(line, what);
    sum.push((rest, sign));
    book.system.constrain(sum, 0.0, 0.0);
}

/// Patients: those with an event of each cause, and those without any; by time.
fn parts(book: &mut Book, line: &Name) {
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

/// Levels of a baseline variable, and statuses.
fn levels(book: &mut Book, line: &Name) {
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
        // Whoever is evaluable has a status, unless more are told than have one.
        let told: Option<f64> = single.iter().map(|number| book.told(*number)).sum();
        let complete = told.is_none() || told == book.told(patients) || book.told(patients).is_none();
        let all = line.population == EVALUABLE && complete;
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

/// A line that is part of a wider one: an endpoint of all treated, a landmark, a model, the evaluable.
fn wholes(book: &mut Book, line: &Name) {
    let names = of_line(book, line);
    if let Some((whole, _)) = line.subject.rsplit_once(['@', '#']) {
        let wider = Name { subject: whole.to_owned(), ..line.clone() };
        for name in &names {
            let comparable = matches!(name.what, What::N | What::Events(_, None));
            let above = Name { what: name.what.clone(), ..wider.clone() };
            if comparable && let Some(whole) = book.index.get(&above).copied() {
                let rest = book.rest(line, format!("{} left out", label(name)));
                split(book, whole, &[book.index[name]], Some(rest));
            }
        }
        let reason = if line.subject.contains('#') { "n_excluded" } else { "n_excluded_landmark" };
        let excluded = Name { what: What::Other(reason.to_owned()), ..line.clone() };
        if let (Some(whole), Some(left), Some(now)) = (
            book.index.get(&wider).copied(),
            book.index.get(&excluded).copied(),
            book.index.get(line).copied(),
        ) {
            split(book, whole, &[left, now], None);
        }
    }
    if line.population != TREATED {
        for name in &names {
            let above = Name { population: TREATED.to_owned(), ..name.clone() };
            if let Some(whole) = book.index.get(&above).copied() {
                // Whoever has a status is evaluable, unless the numbers say otherwise.
                let part = book.index[name];
                let differ = book.told(whole).zip(book.told(part)).is_some_and(|(whole, part)| whole != part);
                let same = line.population == EVALUABLE && matches!(name.what, What::Other(_)) && !differ;
                let rest =
                    (!same).then(|| book.rest(line, format!("{} not {}", label(name), line.population)));
                split(book, whole, &[part], rest);
            }
        }
    }
    if !line.subject.is_empty() && !line.subject.contains(['@', '#']) && line.population == TREATED {
        treated(book, line, &names);
    }
}

/// Why an endpoint does not count a patient.
const REASONS: [&str; 3] = ["n_not_applicable", "n_never_below", "n_not_evaluable"];

/// Whom an endpoint counts is a part of all treated; the reasons for the others are told for everybody.
fn treated(book: &mut Book, line: &Name, names: &[Name]) {
    let all = Name { subject: String::new(), ..line.clone() };
    let (Some(whole), Some(own)) = (cohort(book, &all), book.index.get(line).copied()) else { return };
    let known: Vec<&str> = names
        .iter()
        .filter_map(|name| match &name.what {
            What::Other(text) if REASONS.contains(&text.as_str()) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    // A status that is unknown is one of those an endpoint without a time counts.
    let inside = book.index.contains_key(&Name { population: EVALUABLE.to_owned(), ..line.clone() });
    let reasons: Vec<usize> = known
        .iter()
        .filter(|reason| !(inside && **reason == "n_not_evaluable"))
        .map(|reason| book.index[&Name { what: What::Other((*reason).to_owned()), ..line.clone() }])
        .collect();
    if known.len() == REASONS.len() {
        let mut parts = vec![own];
        parts.extend(reasons);
        let rest = book.rest(line, "not counted for another reason".to_owned());
        split(book, whole, &parts, Some(rest));
    }
    // An endpoint that counts all treated counts all of every group.
    let everybody = Name { by: String::new(), group: Group::everybody(), ..line.clone() };
    let counted = book.index.get(&everybody).and_then(|number| book.told(*number));
    let treated = cohort(book, &Name { subject: String::new(), ..everybody });
    if !line.by.is_empty() && counted.is_some() && counted == treated.and_then(|number| book.told(number)) {
        split(book, whole, &[own], None);
        return;
    }
    let rest = book.rest(line, "treated but not counted".to_owned());
    split(book, whole, &[own], Some(rest));
}

/// The treated patients of every group, whether a table tells them or not.
fn treated_groups(book: &mut Book) {
    let of_groups = book.names.iter().filter(|name| {
        name.what == What::N
            && name.population == TREATED
            && !name.by.is_empty()
            && !name.subject.contains(['@', '#'])
    });
    let all: BTreeSet<Name> = of_groups.map(|name| Name { subject: String::new(), ..name.clone() }).collect();
    for name in all {
        book.number(name);
    }
}

/// All treated of a group, or of everybody.
fn cohort(book: &Book, all: &Name) -> Option<usize> {
    if let Some(number) = book.index.get(all) {
        return Some(*number);
    }
    let last = What::Other(format!("left after {}", book.steps.last()?));
    let of_flow = Name { what: last, ..all.clone() };
    book.index.get(&of_flow).copied().filter(|_| all.by.is_empty())
}

fn flow(book: &mut Book) {
    let line = Name {
        subject: String::new(),
        population: TREATED.to_owned(),
        by: String::new(),
        group: Group::everybody(),
        what: What::N,
    };
    let steps = book.steps.clone();
    let find = |book: &Book, text: String| {
        book.index.get(&Name { what: What::Other(text), ..line.clone() }).copied()
    };
    for pair in steps.windows(2) {
        let before = find(book, format!("left after {}", pair[0]));
        let after = find(book, format!("left after {}", pair[1]));
        let out = find(book, format!("left out by {}", pair[1]));
        if let (Some(before), Some(after), Some(out)) = (before, after, out) {
            split(book, before, &[after, out], None);
        }
    }
    let last = steps.last().and_then(|step| find(book, format!("left after {step}")));
    if let (Some(last), Some(all)) = (last, book.index.get(&line).copied()) {
        split(book, last, &[all], None);
    }
}
