//! The section on studies to come.

use super::builder::Builder;
use super::{Piece, Section, Visibility};
use crate::present::table::designs::{course_table, size_table, targets_table};

impl Builder<'_> {
    /// What is assumed of each design, and what follows.
    pub(super) fn designs(&mut self) -> Section {
        let mut section = self.section("Design of studies to come");
        let text = self.sources.text;
        for design in &text.designs {
            let mut part = self.section(&design.label);
            let assumed = design.assumptions.iter().map(|(what, value)| format!("{what}: {value}"));
            part.pieces.push(Piece::List(assumed.collect()));
            let tables = [
                (size_table(self.sources, design), Visibility::Open),
                (targets_table(self.sources, design), Visibility::Open),
                (course_table(self.sources, design), Visibility::Open),
            ];
            for (table, visibility) in tables {
                part.pieces.extend(table.map(|table| self.table(table, visibility)));
            }
            section.parts.push(part);
        }
        if !section.parts.is_empty() {
            let said = "What stands here is assumed and worked out from that: it is not estimated from the patients \
                        of this report.";
            section.pieces.push(Piece::Paragraph(said.to_owned()));
        }
        section
    }
}
