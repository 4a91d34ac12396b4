//! The probability of each state at the times asked for, and the expected time in it.

use super::groups::{GroupBlock, groups, interval_heading, share};
use super::{Cell, Column, Table, TableRow, header_groups};
use crate::domain::Group;
use crate::present::methods::sentences;
use crate::present::number::{Figure, decimal, shown};
use crate::present::results::{Key, Part, Sources, count};
use crate::present::slug::slug;
use crate::present::states::STATES;
use crate::present::text::{CourseText, of_treated, spelled};

/// Everybody, then the groups of each comparison; a row a state.
pub(in crate::present) fn states_table(sources: Sources<'_>, course: &CourseText) -> Option<Table> {
    let asked = sources.results.block(&course.name, None, Part::Asked);
    let everybody = GroupBlock { label: "Overall".to_owned(), block: asked.group(&Group::everybody()) };
    let (times, horizons) = (asked.times("estimate"), asked.times("mean_time"));
    if times.is_empty() {
        return None;
    }
    let mut rows = section(sources, &everybody, &times, &horizons);
    for by in sources.results.comparisons(&course.name) {
        let block = sources.results.block(&course.name, Some(by), Part::Asked);
        for group in groups(&block) {
            rows.extend(section(sources, &group, &times, &horizons));
        }
    }
    let heading = interval_heading(&asked);
    let mut columns = vec![Column::words("State")];
    let mut spans = Vec::new();
    for time in &times {
        columns.push(Column::numbers(format!("% ({heading})")));
        spans.push((sources.text.time_heading(*time), 1));
    }
    for tau in &horizons {
        columns.push(Column::numbers("Expected days (SE)"));
        spans.push((format!("To {}", sources.text.time_heading(*tau)), 1));
    }
    let mut footnotes: Vec<String> = ways_in(sources).into_iter().collect();
    footnotes.extend(
        sentences(&asked).into_iter().filter(|text| text != "count").map(|m| format!("Method: {m}.")),
    );
    let table = Table {
        id: slug(&course.name),
        title: of_treated(&format!("States: where patients are{}", course.when_begun())),
        header_groups: header_groups(1, &spans, 0),
        columns,
        rows,
        footnotes,
        ..Table::default()
    };
    Some(table.explained())
}

fn section(sources: Sources<'_>, group: &GroupBlock<'_>, times: &[f64], horizons: &[f64]) -> Vec<TableRow> {
    let n = group.block.value("n", Key { analysis: STATES, ..Key::default() }).map_or(0, count);
    let mut rows = vec![TableRow::section(format!("{} (n = {n})", group.label), None)];
    for state in &sources.text.states {
        let key = Key { analysis: STATES, cause: Some(&state.name), ..Key::default() };
        let mut cells = vec![Cell::Text(spelled(&state.name))];
        cells.extend(times.iter().map(|time| share(&group.block, Key { time: Some(*time), ..key })));
        cells.extend(horizons.iter().map(|tau| mean_time(group, Key { time: Some(*tau), ..key })));
        rows.push(TableRow::top(cells));
    }
    rows
}

fn mean_time(group: &GroupBlock<'_>, key: Key<'_>) -> Cell {
    let days = |value: Figure| decimal(value, 1);
    let main = shown(group.block.row("mean_time", key), days).into_owned();
    if main.is_empty() {
        return Cell::Empty;
    }
    let error =
        group.block.row("mean_time_se", key).and_then(Figure::of).map(|error| format!("({})", days(error)));
    Cell::Number { main, interval: error }
}

/// What leads into the states, in a sentence.
fn ways_in(sources: Sources<'_>) -> Option<String> {
    let ways: Vec<String> = sources
        .text
        .states
        .iter()
        .filter(|state| !state.way_in.is_empty())
        .map(|state| format!("{} from {}", state.name, state.way_in))
        .collect();
    (!ways.is_empty()).then(|| {
        format!(
            "States exclude each other: {}. Observation ends with the first of these that is followed no longer.",
            ways.join("; ")
        )
    })
}
