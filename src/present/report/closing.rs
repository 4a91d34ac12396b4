//! The end of the report: methods, definitions, abbreviations.

use super::{Piece, Report, Section, Visibility};
use crate::domain::Convention;
use crate::present::glossary::glossary;
use crate::present::methods::sentence;
use crate::present::results::Sources;
use crate::present::table::definitions::definitions_table;
use crate::present::table::response_rules::{criteria_table, used_rules};
use crate::present::table::{Cell, TableRow};

/// How things are counted and shown, whatever the endpoint.
const CONVENTIONS: &[&str] = &[
    "Time counts in whole days from the first infusion (day 0). A month is 30.4375 days, a year 365.25 days.",
    "At risk at a time are those whose exit is at or after it and whose entry is before it; events come before censorings of the same day.",
    "Events and censorings count from day 0 up to and including the time; the number at risk is that just before it.",
    "Where an event has competitors, its cumulative incidence is estimated with them, never as one less the Kaplan–Meier estimate.",
    "Numbers are rounded {rounding}; percentages have one decimal. p-values have two decimals from 0.01, three from 0.001, and are then given as <0.001. They are not adjusted for the number of tests.",
    "Every number shown here is a row of the analysis-results data set that belongs to this report.",
];

/// How the convention on p-values ends where nothing is adjusted.
const NOT_ADJUSTED: &str = " They are not adjusted for the number of tests.";

/// Methods used, conventions, and definitions of the endpoints.
pub(super) fn methods(sources: Sources<'_>) -> Section {
    let mut used: Vec<&str> = Vec::new();
    for row in sources.results.every() {
        let method = &*row.method;
        if !method.is_empty() && used.last() != Some(&method) && !used.contains(&method) {
            used.push(method);
        }
    }
    let mut pieces = Vec::new();
    if !used.is_empty() {
        pieces.push(Piece::List(used.into_iter().map(|method| format!("{}.", sentence(method))).collect()));
    } else if sources.results.every().is_empty() {
        pieces.push(Piece::Paragraph("There are no results.".to_owned()));
    }
    let part = |id: &str, title: &str, piece| Section {
        id: id.to_owned(),
        title: title.to_owned(),
        pieces: vec![piece],
        parts: Vec::new(),
    };
    let rounding = Convention::named(&sources.text.convention).unwrap_or_default().rounding().words();
    let conventions =
        CONVENTIONS.iter().map(|line| convention(&line.replace("{rounding}", rounding), sources)).collect();
    let mut parts = vec![part("conventions-used", "Conventions", Piece::List(conventions))];
    if let Some(table) = definitions_table(sources) {
        let piece = Piece::Table(table, Visibility::Open);
        parts.push(part("definitions-used", "Definitions of the endpoints", piece));
    }
    parts.extend(rules(sources));
    Section { id: "methods-used".to_owned(), title: "Methods".to_owned(), pieces, parts }
}

/// The response rules that were used, and where they come from.
fn rules(sources: Sources<'_>) -> Option<Section> {
    let table = criteria_table(sources)?;
    let mut papers: Vec<String> = Vec::new();
    for paper in used_rules(sources).flat_map(|rule| &rule.sources) {
        if !papers.contains(paper) {
            papers.push(paper.clone());
        }
    }
    Some(Section {
        id: "rules-used".to_owned(),
        title: "Response rules".to_owned(),
        pieces: vec![Piece::Table(table, Visibility::Open), Piece::List(papers)],
        parts: Vec::new(),
    })
}

/// A convention, where it holds of all p-values, or of those that are not of pairs of groups.
fn convention(line: &str, sources: Sources<'_>) -> String {
    let adjusted = sources.results.every().iter().any(|row| &*row.stat == "p_adjusted");
    match line.strip_suffix(NOT_ADJUSTED) {
        Some(rest) if adjusted => format!(
            "{rest} They are not adjusted for the number of tests, but where a column of adjusted values says so."
        ),
        _ => line.to_owned(),
    }
}

/// The abbreviations that the report uses.
pub(super) fn abbreviations(report: &Report) -> Section {
    let mut texts: Vec<String> = Vec::new();
    for headline in &report.headlines {
        texts.extend([headline.label.clone(), headline.detail.clone()]);
    }
    for section in report.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts)) {
        texts.push(section.title.clone());
        section.pieces.iter().for_each(|piece| collect(piece, &mut texts));
    }
    let terms = glossary(texts.iter().map(String::as_str));
    let pieces = if terms.is_empty() { Vec::new() } else { vec![Piece::Terms(terms)] };
    Section {
        id: "abbreviations-used".to_owned(),
        title: "Abbreviations".to_owned(),
        pieces,
        parts: Vec::new(),
    }
}

/// Every text of a piece that a reader sees.
fn collect(piece: &Piece, texts: &mut Vec<String>) {
    match piece {
        Piece::Paragraph(text) | Piece::File { words: text, .. } => texts.push(text.clone()),
        Piece::List(lines) => texts.extend(lines.iter().cloned()),
        Piece::Terms(terms) => {
            texts.extend(terms.iter().flat_map(|(term, text)| [term.clone(), text.clone()]));
        }
        Piece::Figure(figure) => texts.extend(figure.drawing.texts.iter().map(|text| text.text.clone())),
        Piece::Table(table, _) => {
            texts.push(table.title.clone());
            texts.extend(table.header_groups.iter().map(|group| group.heading.clone()));
            texts.extend(table.columns.iter().map(|column| column.heading.clone()));
            texts.extend(table.footnotes.iter().cloned());
            for row in &table.rows {
                match row {
                    TableRow::Section { heading, .. } => texts.push(heading.clone()),
                    TableRow::Cells { cells, .. } => {
                        texts.extend(cells.iter().map(Cell::text));
                    }
                }
            }
        }
    }
}
