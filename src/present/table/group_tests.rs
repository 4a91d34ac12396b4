//! Every test between groups, with what it was computed from.

use super::groups::{count, test_name};
use super::{Cell, Column, Key, Table, TableRow};
use crate::analysis::ard::Row;
use crate::present::number::{decimal, p_value, shown};
use crate::present::results::{Part, Sources};
use crate::present::text::of_treated;
use crate::present::text::{EndpointText, lowered};

/// One row a test: its statistic, degrees of freedom and p-value.
pub(in crate::present) fn tests_table(sources: Sources<'_>) -> Option<Table> {
    let mut rows = Vec::new();
    for_every_test(sources, |endpoint, by, first| {
        let key = key_of(first);
        let block = sources.results.block(&endpoint.name, Some(by), Part::Asked).group(&first.group);
        let block = block.only(|row| row.method == first.method);
        rows.push(TableRow::top(vec![
            Cell::Text(endpoint.heading()),
            Cell::Text(super::super::text::spelled(&sources.text.comparison(by))),
            Cell::Text(test_words(sources, first)),
            Cell::Text(first.cause.as_deref().map_or_else(String::new, |cause| endpoint.cause(cause))),
            Cell::number(shown(block.row("chisq", key), |value| decimal(value, 2))),
            count(&block, "df", key),
            Cell::number(shown(block.row("p_value", key), p_value)),
        ]));
    });
    let words = ["Endpoint", "Groups", "Test", "Event"].map(Column::words);
    let numbers = ["χ²", "df", "p"].map(Column::numbers);
    let table = Table {
        id: "tests".to_owned(),
        title: of_treated("Tests between groups"),
        columns: words.into_iter().chain(numbers).collect(),
        rows,
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}

/// Observed and expected events by group, for every test that has them.
pub(in crate::present) fn expected_table(sources: Sources<'_>) -> Option<Table> {
    let mut rows = Vec::new();
    for_every_test(sources, |endpoint, by, first| {
        let key = key_of(first);
        let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
        let block = block.only(|row| row.method == first.method);
        let of_test = block.only(|row| *row.analysis == *first.analysis && &*row.stat == "observed");
        let groups = of_test.groups();
        if groups.is_empty() {
            return;
        }
        let name = test_name(&first.analysis).unwrap_or(&first.analysis);
        let event = first.cause.as_deref().map(|cause| format!(" ({})", endpoint.cause(cause)));
        let heading =
            format!("{}{} by {}", endpoint.heading(), event.unwrap_or_default(), sources.text.comparison(by));
        rows.push(TableRow::section(heading, Some(name.to_owned())));
        for group in groups {
            let own = block.group(group);
            let cell = |stat| Cell::number(shown(own.row(stat, key), |value| decimal(value, 2)));
            rows.push(TableRow::top(vec![Cell::Text(group.to_string()), cell("observed"), cell("expected")]));
        }
    });
    let numbers = ["Observed", "Expected"].map(Column::numbers);
    let table = Table {
        id: "tests-expected".to_owned(),
        title: of_treated("Observed and expected events"),
        columns: std::iter::once(Column::words("Group")).chain(numbers).collect(),
        rows,
        footnotes: vec!["Sums are weighted where the test weights its times.".to_owned()],
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}

/// The test of a row in words, with its time or its exponents: `Restricted mean to 5 years`.
pub(super) fn test_words(sources: Sources<'_>, row: &Row) -> String {
    let name = test_name(&row.analysis).unwrap_or(&row.analysis);
    let setting = |key: &str| row.method.split("; ").find_map(|part| part.strip_prefix(key));
    if let (Some(rho), Some(gamma)) = (setting("rho "), setting("gamma ")) {
        return format!("{name} ({rho}, {gamma})");
    }
    let Some(time) = row.time else { return name.to_owned() };
    let when = lowered(&sources.text.time_heading(time));
    format!("{name}{} {when}", if &*row.analysis == "fixed-time" { "," } else { " to" })
}

fn key_of(row: &Row) -> Key<'_> {
    Key { analysis: &row.analysis, cause: row.cause.as_deref(), time: row.time, ..Key::default() }
}

/// Calls with the endpoint, the comparison and the row of the p-value of every test.
fn for_every_test(sources: Sources<'_>, mut each: impl FnMut(&EndpointText, &str, &Row)) {
    for endpoint in &sources.text.endpoints {
        for by in sources.results.comparisons(&endpoint.name) {
            let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
            for row in block.rows() {
                let is_whole = row.term.is_none() && row.group.is_everybody();
                if &*row.stat == "p_value" && test_name(&row.analysis).is_some() && is_whole {
                    each(endpoint, by, row);
                }
            }
        }
    }
}
