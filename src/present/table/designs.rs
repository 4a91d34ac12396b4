//! The size of a study to come, and the events to expect.

use super::{Cell, Column, Table, TableRow, header_groups};
use crate::analysis::ard::Row;
use crate::domain::Group;
use crate::present::methods::sentences;
use crate::present::number::{Figure, decimal, percent, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::slug::slug;
use crate::present::text::{DesignText, spelled};

/// What is told of each time.
const COURSE: [(&str, &str); 4] =
    [("enrolled", "Enrolled"), ("events", "Events"), ("dropouts", "Lost"), ("at_risk", "At risk")];

fn block<'a>(sources: Sources<'a>, design: &DesignText) -> Block<'a> {
    let kinds = ["design-logrank", "design-proportion", "design-gray", "design-events"];
    let mut rows = Block::default();
    for kind in kinds {
        rows.extend(&sources.results.block(kind, None, Part::Asked));
    }
    rows.only(|row| *row.analysis_id == *design.id)
}

fn methods(rows: &Block<'_>) -> Vec<String> {
    sentences(rows).into_iter().map(|method| format!("Method: {method}.")).collect()
}

/// Sizes and powers, a row each.
pub(in crate::present) fn size_table(sources: Sources<'_>, design: &DesignText) -> Option<Table> {
    let own = block(sources, design).only(|row| &*row.analysis != "design-events");
    let row = |row: &&Row| {
        let value = match &*row.stat {
            "power" | "alpha" | "event_probability" => shown(Some(row), percent) + "%",
            _ if row.value.is_some_and(|value| value.fract() == 0.0) => {
                shown(Some(row), |figure| decimal(figure, 0))
            }
            _ => shown(Some(row), |figure| decimal(figure, 1)),
        };
        TableRow::top(vec![Cell::Text(label(row)), Cell::number(value.replace("NR%", "NR"))])
    };
    let table = Table {
        id: slug(&design.id),
        title: design.label.clone(),
        columns: vec![Column::words("Quantity"), Column::numbers("Value")],
        rows: own.rows().iter().map(row).collect(),
        footnotes: methods(&own),
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}

/// A quantity in words.
fn label(row: &Row) -> String {
    let what = match &*row.stat {
        "power" => "Power",
        "alpha" => "Level of the test",
        "events" => "Events",
        "event_probability" => "Chance of an event",
        "n" => "Patients",
        "critical_value" => "Critical value",
        other => other,
    };
    match row.term.as_deref() {
        None => what.to_owned(),
        Some("exact") => format!("{what}, before rounding up"),
        Some("needed") => format!("{what} needed"),
        Some("asked") => format!("{what} asked for"),
        Some("achieved") => format!("{what} of the whole numbers"),
        Some("total") => format!("{what}, both arms"),
        Some(arm @ ("control" | "experimental")) => format!("{what}, {arm} arm"),
        Some("smallest") => format!("{what}, smallest number that has the power"),
        Some("stable") => format!("{what}, number from which on all have it"),
        Some(term) => format!("{what}, {term}"),
    }
}

/// When so many events are expected.
pub(in crate::present) fn targets_table(sources: Sources<'_>, design: &DesignText) -> Option<Table> {
    let own = block(sources, design).only(|row| &*row.stat == "time_of_events");
    let row = |row: &&Row| {
        let time = shown(Some(row), |figure| decimal(figure, 1)).into_owned();
        TableRow::top(vec![Cell::number(row.term.as_deref().unwrap_or_default()), Cell::number(time)])
    };
    let table = Table {
        id: slug(&format!("{}-times", design.id)),
        title: format!("{}: when so many are expected", design.label),
        columns: vec![Column::words("Events"), Column::numbers(spelled(&design.unit))],
        rows: own.rows().iter().map(row).collect(),
        footnotes: methods(&own),
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}

/// The events over calendar time: of everybody, and by arm where there are two.
pub(in crate::present) fn course_table(sources: Sources<'_>, design: &DesignText) -> Option<Table> {
    let own = block(sources, design).only(|row| row.time.is_some());
    let everybody = Group::everybody();
    let groups: Vec<&Group> = std::iter::once(&everybody).chain(own.groups()).collect();
    let mut columns = vec![Column::words(spelled(&design.unit))];
    let mut spans = Vec::new();
    for group in &groups {
        columns.extend(COURSE.iter().map(|(_, name)| Column::numbers(*name)));
        let name = group.levels().first().map_or("Both arms", |(_, level)| level.as_str());
        spans.push((spelled(name), COURSE.len()));
    }
    let number = |figure: Figure| decimal(figure, 1);
    let row = |time: &f64| {
        let key = Key { time: Some(*time), ..Key::default() };
        let mut cells = vec![Cell::number(time.to_string())];
        for group in &groups {
            let of_group = own.group(group);
            cells.extend(COURSE.iter().map(|(stat, _)| Cell::number(shown(of_group.row(stat, key), number))));
        }
        TableRow::top(cells)
    };
    let table = Table {
        id: slug(&format!("{}-course", design.id)),
        title: format!("{}: over calendar time", design.label),
        header_groups: if groups.len() > 1 { header_groups(1, &spans, 0) } else { Vec::new() },
        columns,
        rows: own.times("events").iter().map(row).collect(),
        footnotes: methods(&own),
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}
