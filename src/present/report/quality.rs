//! The section on data quality, and what stands at the head of the report when a gate was crossed.

use super::builder::Builder;
use super::{Piece, Section, Visibility};
use crate::present::Gate;
use crate::present::results::{Key, Part, Sources, count};
use crate::present::table::quality::{findings_table, sites_table, spotless_table};
use crate::present::text::lowered;

/// Name of the analysis.
const QUALITY: &str = "quality";
/// The severities and their plurals, the worst first.
const SEVERITIES: [&str; 3] = ["error", "warning", "note"];

/// A sentence for every limit that was crossed.
pub(super) fn alerts(sources: Sources<'_>) -> Vec<String> {
    let block = sources.results.block(QUALITY, None, Part::Asked);
    let crossed = block.only(|row| *row.stat == *"crossed" && row.value == Some(1.0));
    let alert = |row: &&crate::analysis::ard::Row| {
        let same = block.only(|other| other.term == row.term && other.cause == row.cause);
        let key = Key { analysis: QUALITY, cause: row.cause.as_deref(), ..Key::default() };
        let number = |stat| same.value(stat, key).map(count);
        let of = row.term.as_deref().or(row.cause.as_deref()).unwrap_or_default();
        let (findings, limit) = (number("n")?, number("limit")?);
        Some(format!(
            "Quality gate crossed: {of}: {findings} findings, at most {limit} allowed. The results below are made \
             from these data all the same."
        ))
    };
    let hidden = (sources.text.quality.gate == Some(Gate::Crossed)).then(|| {
        "Quality gate crossed: there are more findings on the data than the study allows. The results below are made from \
         these data all the same."
            .to_owned()
    });
    crossed.rows().iter().filter_map(alert).chain(hidden).collect()
}

impl Builder<'_> {
    /// How many findings there are, by rule and by site, and where the list of queries is.
    pub(super) fn quality(&mut self) -> Section {
        let mut section = self.section("Data quality");
        let sources = self.sources;
        if let Some(gate) = sources.text.quality.gate {
            section.pieces.push(Piece::Paragraph(hidden(gate).to_owned()));
        }
        let Some(words) = counted(sources) else { return section };
        section.pieces.push(Piece::Paragraph(words));
        let tables = [
            (findings_table(sources), Visibility::Open),
            (sites_table(sources), Visibility::Open),
            (spotless_table(sources), Visibility::Folded),
        ];
        for (table, visibility) in tables {
            section.pieces.extend(table.map(|table| self.table(table, visibility)));
        }
        let text = &sources.text.quality;
        if let Some(path) = &text.queries {
            let words = "Every finding with subject, table, field, day, file and line, to be worked through:"
                .to_owned();
            section.pieces.push(Piece::File { words, path: path.clone() });
        }
        if !text.changes.is_empty() {
            let mut part = self.section("Rules that this study judges otherwise");
            part.pieces.push(Piece::List(text.changes.clone()));
            section.parts.push(part);
        }
        section
    }
}

/// What a release tells of the findings on the data.
fn hidden(gate: Gate) -> &'static str {
    match gate {
        Gate::Kept => {
            "The findings on the data stay within the limits that the study sets. How many there are is not released."
        }
        Gate::Crossed => {
            "There are more findings on the data than the study allows. How many there are is not released."
        }
    }
}

/// `600 patients were examined by 66 rules (rules 2026.1): 0 errors, 12 warnings, 30 notes, in 25 patients (4.2%).`
fn counted(sources: Sources<'_>) -> Option<String> {
    let block = sources.results.block(QUALITY, None, Part::Asked);
    let totals = block.only(|row| row.term.is_none());
    let number =
        |stat: &str, cause| totals.value(stat, Key { analysis: QUALITY, cause, ..Key::default() }).map(count);
    let patients = number("n_subjects", None)?;
    let rules =
        block.only(|row| *row.stat == *"n" && row.value.is_some()).distinct(|row| row.term.as_deref());
    let version = block.rows().first().map(|row| lowered(&row.method)).unwrap_or_default();
    let found: Vec<String> = SEVERITIES
        .iter()
        .filter_map(|severity| {
            let n = number("n", Some(severity))?;
            Some(format!("{n} {severity}{}", if n == 1 { "" } else { "s" }))
        })
        .collect();
    let concerned = number("subjects", None)?;
    Some(format!(
        "{patients} patients were examined by {} rules ({version}): {}, in {concerned} patients.",
        rules.len(),
        found.join(", ")
    ))
}
