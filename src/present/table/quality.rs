//! What the consistency rules found.

use super::groups::count;
use super::{Cell, Column, Key, Table, TableRow};
use crate::analysis::ard::Row;
use crate::present::number::{percent, shown};
use crate::present::results::{Block, Part, Sources};
use crate::present::text::spelled;

/// Name of the analysis.
const QUALITY: &str = "quality";
/// The severities, the worst first.
const SEVERITIES: [&str; 3] = ["error", "warning", "note"];

/// The rows of each rule, by severity, with the rule and the severity.
fn rules<'a>(block: &Block<'a>) -> Vec<(&'a str, &'a str, Block<'a>)> {
    let of_severity = |severity: &'static str| {
        let rows = block.only(|row| row.cause.as_deref() == Some(severity) && row.term.is_some());
        let terms = rows.distinct(|row| row.term.as_deref());
        terms
            .into_iter()
            .map(move |term| (term, severity, rows.only(|row| row.term.as_deref() == Some(term))))
    };
    SEVERITIES.into_iter().flat_map(of_severity).collect()
}

fn key(severity: &str) -> Key<'_> {
    Key { analysis: QUALITY, cause: Some(severity), ..Key::default() }
}

fn text_of(sources: Sources<'_>, id: &str) -> String {
    let rule = sources.text.quality.rules.iter().find(|rule| rule.id == id);
    rule.map_or_else(|| id.to_owned(), |rule| rule.text.clone())
}

/// One row a rule with findings, the worst first; where findings are limited, the limit.
pub(in crate::present) fn findings_table(sources: Sources<'_>) -> Option<Table> {
    let block = sources.results.block(QUALITY, None, Part::Asked);
    let limited = block.rows().iter().any(|row| *row.stat == *"limit" && row.term.is_some());
    let mut rows = Vec::new();
    for (id, severity, of_rule) in rules(&block) {
        if of_rule.value("n", key(severity)).is_none_or(|findings| findings < 0.5) {
            continue;
        }
        let mut cells = vec![
            Cell::Text(text_of(sources, id)),
            Cell::Text(id.to_owned()),
            Cell::Text(spelled(severity)),
            count(&of_rule, "n", key(severity)),
            count(&of_rule, "subjects", key(severity)),
            Cell::number(shown(of_rule.row("share", key(severity)), percent)),
        ];
        if limited {
            let limit = of_rule.row("limit", key(severity));
            cells.push(limit.map_or(Cell::Empty, |_| count(&of_rule, "limit", key(severity))));
        }
        rows.push(TableRow::top(cells));
    }
    let mut columns = vec![Column::words("Expected"), Column::words("Rule"), Column::words("Severity")];
    columns.extend(["Findings", "Patients", "% of patients"].map(Column::numbers));
    columns.extend(limited.then(|| Column::numbers("Allowed")));
    let table = Table {
        id: "data-quality".to_owned(),
        title: "Findings of the consistency rules".to_owned(),
        columns,
        rows,
        footnotes: vec![
            "Error: cannot be true. Warning: hardly true, or changes a result. Note: worth a look."
                .to_owned(),
        ],
        ..Table::default()
    };
    table.has_rows().then_some(table)
}

/// One row a rule without findings, and those that could not be checked.
pub(in crate::present) fn spotless_table(sources: Sources<'_>) -> Option<Table> {
    let block = sources.results.block(QUALITY, None, Part::Asked);
    let is_checked = |row: Option<&Row>| row.is_some_and(|row| row.value.is_some());
    let rows = rules(&block).into_iter().filter_map(|(id, severity, of_rule)| {
        let n = of_rule.row("n", key(severity));
        let outcome = match n.and_then(|row| row.value) {
            Some(findings) if findings > 0.5 => return None,
            _ if is_checked(n) => "no finding",
            _ => "not checked",
        };
        let texts = [text_of(sources, id), id.to_owned(), spelled(severity), outcome.to_owned()];
        Some(TableRow::top(texts.map(Cell::Text).to_vec()))
    });
    let table = Table {
        id: "data-quality-without-findings".to_owned(),
        title: "Rules without findings".to_owned(),
        columns: ["Expected", "Rule", "Severity", "Outcome"].map(Column::words).to_vec(),
        rows: rows.collect(),
        footnotes: vec!["Not checked: what the rule reads was not delivered or not derived.".to_owned()],
        ..Table::default()
    };
    table.has_rows().then_some(table)
}

/// One row a site.
pub(in crate::present) fn sites_table(sources: Sources<'_>) -> Option<Table> {
    let by = sources.results.comparisons(QUALITY).first().copied()?;
    let block = sources.results.block(QUALITY, Some(by), Part::Asked);
    let mut groups = block.groups();
    groups.sort_by_key(|group| group.level(by).is_none_or(str::is_empty));
    let rows = groups.into_iter().map(|group| {
        let of_site = block.group(group);
        let all = Key { analysis: QUALITY, ..Key::default() };
        let name = group.level(by).filter(|site| !site.is_empty()).unwrap_or("not known");
        let mut cells = vec![Cell::Text(name.to_owned()), count(&of_site, "n_subjects", all)];
        cells.extend(SEVERITIES.map(|severity| count(&of_site, "n", key(severity))));
        cells.push(count(&of_site, "subjects", all));
        TableRow::top(cells)
    });
    let mut columns = vec![Column::words(sources.text.variable(by))];
    columns
        .extend(["Patients", "Errors", "Warnings", "Notes", "Patients with findings"].map(Column::numbers));
    let table = Table {
        id: "data-quality-by-site".to_owned(),
        title: "Findings by site".to_owned(),
        columns,
        rows: rows.collect(),
        ..Table::default()
    };
    table.has_rows().then_some(table)
}
