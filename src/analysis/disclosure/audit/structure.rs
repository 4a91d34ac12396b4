//! Numbers that say something about a hidden count without a law that could be written down: they may not stand
//! beside one.

use super::book::{Book, EPISODES, Name, TREATED, What, subject_of};
use super::{At, Finding, Found};
use crate::analysis::ard::Row;
use crate::analysis::disclosure::Policy;
use crate::analysis::disclosure::cells::stays_inside;
use crate::analysis::row_set::{Tells, stat as vocabulary};
use crate::domain::Group;

/// What is told though it is small, exact, or beside a hidden count on which it stands.
pub(super) fn unsupported(rows: &[Row], book: &Book, policy: &Policy) -> Vec<Found> {
    let told = rows.iter().enumerate().filter_map(|(place, row)| row.value.map(|value| (place, row, value)));
    let why = |(place, row, value): (usize, &Row, f64)| {
        fault(row, value, book, policy).map(|why| Found { finding: finding(row, why), at: At::Row(place) })
    };
    told.filter_map(why).collect()
}

fn finding(row: &Row, why: &str) -> Finding {
    let mut cell = format!("{}, {}: {}", row.analysis_id, row.group, row.stat);
    for part in [&row.cause, &row.term].into_iter().flatten() {
        cell.push_str(&format!(" of {part}"));
    }
    if let Some(time) = row.time {
        cell.push_str(&format!(" at {time}"));
    }
    Finding {
        subject: subject_of(row),
        comparison: row.comparison.as_deref().map(str::to_owned),
        cell: format!("{cell} {why}"),
    }
}

fn fault(row: &Row, value: f64, book: &Book, policy: &Policy) -> Option<&'static str> {
    // The size of a study to come is worked out from assumptions.
    if row.analysis.starts_with("design-") {
        return None;
    }
    let stat = &*row.stat;
    if stays_inside(row) {
        return Some("is not released");
    }
    let tells = vocabulary::tells(stat);
    if tells == Some(Tells::Single) {
        return Some("tells single patients");
    }
    let counted = tells.is_some_and(Tells::is_count) || stat.starts_with("n_");
    if counted {
        return (value != 0.0 && value <= policy.threshold as f64).then_some("is small");
    }
    let exact = libm::fabs(value * 1000.0 - libm::round(value * 1000.0)) > 1e-6;
    if exact {
        return Some("is not rounded");
    }
    let supported = match (&*row.analysis, stat) {
        // The laws of percentages judge these.
        ("km" | "cif" | "recurrent", "estimate" | "conf_low" | "conf_high")
        | ("proportion" | "association", "estimate")
        | ("baseline", "proportion") => true,
        ("proportion", "conf_low" | "conf_high") => {
            row.method.starts_with("Wilson") || all_told(row, book, None)
        }
        ("baseline", "mean" | "sd" | "median" | "q1" | "q3") => variable_told(row, book),
        ("rate", _) if row.term.is_none() => {
            let interest = book.interests.get(&subject_of(row)).map(String::as_str);
            all_told(row, book, interest)
        }
        ("km" | "cif" | "recurrent" | "proportion", _) if row.term.is_none() => all_told(row, book, None),
        ("cox" | "finegray", _) => model_told(row, book),
        ("association", _) => groups_told(row, book, row.cause.as_deref()),
        _ => groups_told(row, book, None),
    };
    (!supported).then_some("stands on a hidden count")
}

fn line(row: &Row) -> Name {
    Name {
        subject: subject_of(row),
        population: row.population.as_deref().unwrap_or(TREATED).to_owned(),
        by: row.comparison.as_deref().unwrap_or_default().to_owned(),
        group: (*row.group).clone(),
        what: What::N,
    }
}

/// Whether all of follow-up is told of a line: patients, and events of the row's cause or of any.
fn line_told(book: &Book, line: &Name, cause: Option<&str>) -> bool {
    let mut any = false;
    let all = book
        .of_line(line)
        .filter(|(name, _)| match &name.what {
            What::N => true,
            What::Events(of, None) => cause.is_none_or(|cause| cause == of || of == EPISODES),
            What::Other(of) => cause == Some(of.as_str()),
            _ => false,
        })
        .all(|(_, number)| {
            any = true;
            book.told(number).is_some()
        });
    any && all
}

fn all_told(row: &Row, book: &Book, cause: Option<&str>) -> bool {
    line_told(book, &line(row), row.cause.as_deref().or(cause))
}

/// Whether every group of a row's comparison is told.
fn groups_told(row: &Row, book: &Book, cause: Option<&str>) -> bool {
    let groups = book.groups(&line(row));
    !groups.is_empty() && groups.iter().all(|group| line_told(book, group, cause))
}

fn variable_told(row: &Row, book: &Book) -> bool {
    let line = line(row);
    let variable =
        Name { what: What::Other(row.term.as_deref().unwrap_or_default().to_owned()), ..line.clone() };
    let told = |name: &Name| book.index.get(name).is_some_and(|number| book.told(*number).is_some());
    told(&line) && told(&variable)
}

/// Whether a model's patients and events are told, and those of the level or the group that a row is about.
fn model_told(row: &Row, book: &Book) -> bool {
    let model = Name { group: Group::everybody(), ..line(row) };
    let subject = model.subject.split('#').next().unwrap_or_default().to_owned();
    let level = row.term.as_deref().and_then(|term| term.split_once(':')).map(|(variable, level)| Name {
        by: variable.to_owned(),
        group: Group::new(vec![(variable.to_owned(), level.to_owned())]),
        subject: subject.clone(),
        ..model.clone()
    });
    let variables: Vec<&str> = row.group.levels().iter().map(|(variable, _)| variable.as_str()).collect();
    let arm = (!row.group.is_everybody()).then(|| Name {
        by: variables.join(","),
        group: (*row.group).clone(),
        subject,
        ..model.clone()
    });
    line_told(book, &model, row.cause.as_deref())
        && [level, arm].into_iter().flatten().all(|of| line_told(book, &of, None))
}
