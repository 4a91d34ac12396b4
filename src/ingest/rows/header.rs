//! Which delivered column is which.

use super::super::delimited::Fault;
use super::super::error::Problems;
use super::super::screen::shown;
use super::delivered::Delivered;
use super::{Plan, Unnamed};

/// For each planned column its place in the file; none for one that may be absent and is.
pub(super) fn places(delivered: &Delivered, plan: &Plan, problems: &mut Problems) -> Vec<Option<usize>> {
    let header = delivered.header();
    let places: Vec<Option<usize>> =
        plan.columns.iter().map(|column| header.iter().position(|name| *name == column.delivered)).collect();
    let needed = plan.columns.iter().filter(|column| column.present).count();
    let found = plan.columns.iter().zip(&places).filter(|(column, place)| column.present && place.is_some());
    if found.count() * 2 < needed {
        let names: Vec<&str> =
            plan.columns.iter().filter(|column| column.present).map(|column| &*column.delivered).collect();
        // What stands there may be data, so it is not repeated.
        let fault = Fault::new("no-header", format!("the first line is not the header of {}", plan.table))
            .help(format!("it must name the columns {}", names.join(", ")));
        let problem =
            if header.is_empty() { delivered.unplaced(fault) } else { delivered.header_problem(0, fault) };
        problems.add(|| problem);
        return places;
    }
    for (column, place) in plan.columns.iter().zip(&places) {
        if column.present && place.is_none() {
            let fault = Fault::new("missing-column", format!("the column {} is not there", column.delivered));
            problems.add(|| delivered.unplaced(fault.in_field(&column.delivered)));
        }
    }
    for (index, name) in header.iter().enumerate() {
        if !places.contains(&Some(index)) && plan.refuses(name) {
            problems.add(|| delivered.header_problem(index, unknown(index, name, plan)));
        }
    }
    places
}

fn unknown(index: usize, name: &str, plan: &Plan) -> Fault {
    let message = match plan.unnamed {
        Unnamed::Refused => format!("{} has no such column", plan.table),
        Unnamed::NotTaken => "the study does not take this column".to_owned(),
    };
    let fault = Fault::new("unknown-column", message).in_field(&shown(index, name));
    let near = plan
        .columns
        .iter()
        .map(|column| (distance(&name.to_lowercase(), &column.delivered.to_lowercase()), column))
        .min_by_key(|(distance, _)| *distance);
    match near {
        Some((0..=2, column)) => fault.help(format!("is it {}?", column.delivered)),
        _ => {
            fault.help("remove it, name it under `columns` in the study, or let it pass under [screen] allow")
        }
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
