//! Which delivered column is which.

use std::collections::BTreeMap;

use super::super::delimited::Fault;
use super::super::error::Problems;
use super::super::screen::shown;
use super::delivered::Delivered;
use super::{ColumnPlan, Plan, SourcePlan, Unnamed, Words};
use crate::study::Expression;

/// Where in a file the planned columns stand.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// For each planned column its place; none for one that may be absent and is.
    pub(super) columns: Vec<Option<usize>>,
    /// For each planned column the place of what it is read from in parentheses.
    pub(super) fallbacks: Vec<Option<usize>>,
    /// The columns that conditions and expectations read.
    pub(super) others: BTreeMap<String, usize>,
}

impl Places {
    /// Whether somebody reads the column at this place.
    pub(super) fn reads(&self, place: usize) -> bool {
        let planned = self.columns.iter().chain(&self.fallbacks);
        planned.flatten().chain(self.others.values()).any(|known| *known == place)
    }
}

/// Where the columns of a source stand in a file; what is wrong with the header goes into `problems`.
pub(super) fn places(
    delivered: &Delivered,
    plan: &Plan,
    source: &SourcePlan,
    problems: &mut Problems,
) -> Places {
    let header = delivered.header();
    let find = |wanted: &str| header.iter().position(|name| name == wanted);
    let places = Places {
        columns: source
            .columns
            .iter()
            .map(|column| if column.constant.is_some() { None } else { find(&column.delivered) })
            .collect(),
        fallbacks: source
            .columns
            .iter()
            .map(|column| column.in_parentheses.as_deref().and_then(find))
            .collect(),
        others: source
            .condition
            .iter()
            .flat_map(Expression::columns)
            .chain(source.expect.keys().cloned())
            .filter_map(|name| find(&name).map(|place| (name, place)))
            .collect(),
    };
    if let Some(other) = source.assumed.as_ref().and_then(|assumed| assumed.mistaken_for(header)) {
        problems.add(|| delivered.unplaced(other_dataset(other, source)));
        return places;
    }
    let found = |index: usize| places.columns[index].is_some() || places.fallbacks[index].is_some();
    let needed: Vec<usize> =
        (0..source.columns.len()).filter(|&index| source.columns[index].present).collect();
    if needed.iter().filter(|&&index| found(index)).count() * 2 < needed.len() {
        let names: Vec<&str> = needed.iter().map(|&index| &*source.columns[index].delivered).collect();
        // What stands there may be data, so it is not repeated.
        let fault = Fault::new("no-header", format!("the first line is not the header of {}", plan.table))
            .help(format!("it must name the columns {}", names.join(", ")));
        let problem =
            if header.is_empty() { delivered.unplaced(fault) } else { delivered.header_problem(0, fault) };
        problems.add(|| problem);
        return places;
    }
    for column in needed.into_iter().filter(|&index| !found(index)).map(|index| &source.columns[index]) {
        problems.add(|| delivered.unplaced(absent(column, source, header)));
    }
    for name in source.condition.iter().flat_map(Expression::columns) {
        if !places.others.contains_key(&name) {
            let fault =
                Fault::new("missing-column", format!("where reads the column {name}, which is not there"));
            problems.add(|| delivered.unplaced(fault.in_field(&name)));
        }
    }
    for (index, name) in header.iter().enumerate() {
        if !places.reads(index) && plan.refuses(source, name) {
            problems.add(|| delivered.header_problem(index, unknown((index, name), &plan.table, source)));
        }
    }
    places
}

/// A file whose columns are those of another data set than it would be read as.
fn other_dataset(other: &str, source: &SourcePlan) -> Fault {
    let assumed = source.assumed.as_ref().map_or("", |assumed| assumed.name.as_str());
    let fault = Fault::new(
        "other-dataset",
        format!("by its columns this is {other}, and it would be read as {assumed}"),
    );
    match &source.words {
        Words::Codes(key) => fault.help(format!(
            "write {key}.dataset = \"{other}\", or \"{assumed}\" if it is that one all the same"
        )),
        Words::Plain | Words::Recode(_) => fault,
    }
}

fn absent(column: &ColumnPlan, source: &SourcePlan, header: &[String]) -> Fault {
    let (delivered, stored) = (column.delivered.as_str(), column.stored.as_str());
    let fault =
        Fault::new("missing-column", format!("the column {delivered} is not there")).in_field(delivered);
    // Version 5 of XPORT has names of eight letters.
    let is_cut = |name: &&String| {
        name.len() == 8 && delivered.get(..8).is_some_and(|cut| cut.eq_ignore_ascii_case(name))
    };
    match (&source.words, header.iter().find(is_cut)) {
        (Words::Codes(key), _) => fault.help(format!(
            "{stored} comes from it; write {key}.columns.{stored} = \"...\", or {key}.constants.{stored} = \"...\""
        )),
        (Words::Plain, Some(cut)) => {
            fault.help(format!("its name may have been cut: columns = {{ {stored} = \"{cut}\" }} in [inputs]"))
        }
        (Words::Plain | Words::Recode(_), _) => fault,
    }
}

fn unknown((index, name): (usize, &str), table: &str, source: &SourcePlan) -> Fault {
    let message = match source.unnamed {
        Unnamed::Refused => format!("{table} has no such column"),
        Unnamed::NotTaken => "the study does not take this column".to_owned(),
    };
    let fault = Fault::new("unknown-column", message).in_field(&shown(index, name));
    let near = source
        .columns
        .iter()
        .map(|column| (distance(&name.to_lowercase(), &column.delivered.to_lowercase()), column))
        .min_by_key(|(distance, _)| *distance);
    match near {
        Some((0..=2, column)) => fault.help(format!("is it {}?", column.delivered)),
        _ => fault.help("remove it, name it under `columns` in the study, or let it in under [screen] allow"),
    }
}

/// Number of letters to insert, remove or change (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distances() {
        assert_eq!(distance("disorder", "disorder"), 0);
        assert_eq!(distance("disoder", "disorder"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
