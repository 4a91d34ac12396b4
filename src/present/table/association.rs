//! Shares compared: contrasts of groups, tests between them, and tests against a rate.

use super::groups::interval_heading;
use super::proportion::{causes, fraction, key};
use super::{Cell, Column, Table, TableRow, header_groups};
use crate::analysis::ard::Row;
use crate::present::number::{Figure, decimal, interval, p_value, percent, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::slug::slug;
use crate::present::text::{EndpointText, spelled};

/// The contrasts and their headings.
const CONTRASTS: [(&str, &str); 4] = [
    ("difference", "Difference, percentage points"),
    ("risk_ratio", "Risk ratio"),
    ("odds_ratio", "Odds ratio"),
    ("odds_ratio_mh", "Common odds ratio"),
];

/// The tests and their names; one of a contrast has its name after it.
const TESTS: [(&str, &str); 5] = [
    ("chi-square", "Chi-square"),
    ("fisher", "Fisher’s exact test"),
    ("cochran-mantel-haenszel", "Cochran–Mantel–Haenszel"),
    ("breslow-day-tarone", "Breslow–Day, Tarone’s correction"),
    ("breslow-day", "Breslow–Day"),
];

/// Every table of compared shares of an endpoint.
pub(in crate::present) fn association_tables(sources: Sources<'_>, endpoint: &EndpointText) -> Vec<Table> {
    [
        contrast_table(sources, endpoint),
        association_tests_table(sources, endpoint),
        against_table(sources, endpoint),
    ]
    .into_iter()
    .flatten()
    .map(Table::explained)
    .collect()
}

/// The rows of the associations of one comparison.
fn associations<'a>(sources: Sources<'a>, endpoint: &EndpointText, by: &str) -> Block<'a> {
    let block = sources.results.block(&endpoint.name, Some(by), Part::Asked);
    block.only(|row| &*row.analysis == "association")
}

fn find<'a>(block: &Block<'a>, stat: &str, (population, cause, term): (&str, &str, &str)) -> Option<&'a Row> {
    block.rows().iter().copied().find(|row| {
        *row.stat == *stat
            && row.population.as_deref() == Some(population)
            && row.cause.as_deref() == Some(cause)
            && row.term.as_deref() == Some(term)
    })
}

fn contrast_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let mut rows = Vec::new();
    let mut heading = None;
    let comparisons = sources.results.comparisons(&endpoint.name);
    let every: Vec<(&str, Block<'_>)> =
        comparisons.iter().map(|by| (*by, associations(sources, endpoint, by))).collect();
    let asked: Vec<(&str, &str)> = CONTRASTS
        .into_iter()
        .filter(|(stat, _)| every.iter().any(|(_, block)| block.rows().iter().any(|row| *row.stat == **stat)))
        .collect();
    for (by, block) in &every {
        let contrasts = block.only(|row| asked.iter().any(|(stat, _)| *row.stat == **stat));
        heading = heading.or_else(|| (!contrasts.is_empty()).then(|| interval_heading(&contrasts)));
        let name = spelled(&sources.text.comparison(by));
        for cause in contrasts.distinct(|row| row.cause.as_deref()) {
            rows.push(TableRow::section(format!("{name}: {}", endpoint.cause(cause)), None));
            for term in contrasts.distinct(|row| row.term.as_deref()) {
                let mut cells = vec![Cell::Text(term.to_owned())];
                for population in endpoint.denominators() {
                    let at = (population.name.as_str(), cause, term);
                    cells.extend(asked.iter().map(|(stat, _)| contrast(block, stat, at)));
                }
                rows.push(TableRow::top(cells));
            }
        }
    }
    let heading = heading?;
    let mut columns = vec![Column::words("Contrast")];
    for _ in endpoint.denominators() {
        columns.extend(asked.iter().map(|(_, name)| Column::numbers(format!("{name} ({heading})"))));
    }
    let table = Table {
        id: format!("{}-contrasts", slug(&endpoint.name)),
        title: format!("{}: each group against the first", endpoint.label),
        header_groups: header_groups(1, &spans(endpoint, asked.len()), 0),
        columns,
        rows,
        ..Table::default()
    };
    table.has_rows().then_some(table)
}

/// The denominators as headings over so many columns each.
fn spans(endpoint: &EndpointText, columns: usize) -> Vec<(String, usize)> {
    endpoint.denominators().into_iter().map(|population| (population.label, columns)).collect()
}

/// A contrast with its interval; a difference in percentage points.
fn contrast(block: &Block<'_>, stat: &str, at: (&str, &str, &str)) -> Cell {
    let show = |value: Figure| if stat == "difference" { percent(value) } else { decimal(value, 2) };
    let main = shown(find(block, stat, at), show).into_owned();
    if main.is_empty() {
        return Cell::Empty;
    }
    let limit = |suffix: &str| find(block, &format!("{stat}_{suffix}"), at);
    Cell::Number { main, interval: interval(limit("low"), limit("high"), show) }
}

fn association_tests_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let mut rows = Vec::new();
    for by in sources.results.comparisons(&endpoint.name) {
        let block = associations(sources, endpoint, by);
        let tests = block.only(|row| &*row.stat == "p_value");
        let name = spelled(&sources.text.comparison(by));
        for cause in tests.distinct(|row| row.cause.as_deref()) {
            rows.push(TableRow::section(format!("{name}: {}", endpoint.cause(cause)), None));
            for term in tests.distinct(|row| row.term.as_deref()) {
                let mut cells = vec![Cell::Text(test_label(term))];
                for population in endpoint.denominators() {
                    let at = (population.name.as_str(), cause, term);
                    let whole = |value: Figure| decimal(value, 0);
                    cells.push(Cell::number(shown(find(&block, "chisq", at), |value| decimal(value, 2))));
                    cells.push(Cell::number(shown(find(&block, "df", at), whole)));
                    cells.push(Cell::number(shown(find(&block, "p_value", at), p_value)));
                }
                rows.push(TableRow::top(cells));
            }
        }
    }
    let mut columns = vec![Column::words("Test")];
    for _ in endpoint.denominators() {
        columns.extend(["χ²", "df", "p"].map(Column::numbers));
    }
    let table = Table {
        id: format!("{}-tests", slug(&endpoint.name)),
        title: format!("{}: tests between groups", endpoint.label),
        header_groups: header_groups(1, &spans(endpoint, 3), 0),
        columns,
        rows,
        ..Table::default()
    };
    table.has_rows().then_some(table)
}

/// The name of a test, with the contrast that it is of.
fn test_label(term: &str) -> String {
    TESTS
        .iter()
        .find_map(|(name, label)| {
            let rest = term.strip_prefix(name)?;
            match rest.strip_prefix(' ') {
                Some(contrast) => Some(format!("{label}, {contrast}")),
                None => rest.is_empty().then(|| (*label).to_owned()),
            }
        })
        .unwrap_or_else(|| term.to_owned())
}

fn against_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let mut rows = Vec::new();
    let comparisons = sources.results.comparisons(&endpoint.name);
    for by in std::iter::once(None).chain(comparisons.iter().map(|by| Some(*by))) {
        let all = sources.results.block(&endpoint.name, by, Part::Asked);
        let tested = all.only(|row| &*row.analysis == "proportion" && &*row.stat == "null");
        let groups: Vec<_> = match by {
            None => vec![crate::domain::Group::everybody()],
            Some(_) => tested.groups().into_iter().cloned().collect(),
        };
        for cause in causes(&tested) {
            for group in &groups {
                let block = all.group(group);
                let null = shown(block.row("null", Key { cause: Some(cause), ..Key::default() }), percent)
                    .into_owned();
                let mut cells = vec![
                    Cell::Text(group.to_string()),
                    Cell::Text(endpoint.cause(cause)),
                    Cell::number(null),
                ];
                for population in endpoint.denominators() {
                    let at = key(&population.name, cause);
                    cells.push(Cell::number(fraction(&block, at)));
                    cells.push(Cell::number(shown(block.row("estimate", at), percent)));
                    cells.push(Cell::number(shown(block.row("p_value", at), p_value)));
                }
                rows.push(TableRow::top(cells));
            }
        }
    }
    let mut columns =
        vec![Column::words("Group"), Column::words("Status"), Column::numbers("Rate tested, %")];
    for _ in endpoint.denominators() {
        columns.extend(["n / N", "%", "p"].map(Column::numbers));
    }
    let table = Table {
        id: format!("{}-against", slug(&endpoint.name)),
        title: format!("{} against a given rate", endpoint.label),
        header_groups: header_groups(3, &spans(endpoint, 3), 0),
        columns,
        rows,
        footnotes: vec!["Exact binomial tests, two-sided.".to_owned()],
        ..Table::default()
    };
    table.has_rows().then_some(table)
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn tests_are_named_for_people() {
        assert_eq!(test_label("breslow-day"), "Breslow–Day");
        assert_eq!(test_label("breslow-day-tarone B vs A"), "Breslow–Day, Tarone’s correction, B vs A");
        assert_eq!(test_label("fisher"), "Fisher’s exact test");
        assert_eq!(test_label("other"), "other");
    }
}
