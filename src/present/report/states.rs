//! The section on where patients are when.

use super::builder::Builder;
use super::{Piece, Section, Visibility};
use crate::present::PresentError;
use crate::present::chart::curve_chart;
use crate::present::results::{Key, Part, count};
use crate::present::slug::slug;
use crate::present::states::{STATES, occupation_by_group, occupation_model};
use crate::present::table::states::states_table;
use crate::present::text::{CourseText, lowered, of_treated, spelled};

impl Builder<'_> {
    /// Curves of the states, of some by group, and the table.
    pub(super) fn states(&mut self) -> Result<Section, PresentError> {
        let mut section = self.section("Course after transplant");
        for course in &self.sources.text.courses {
            let pieces = self.course(course)?;
            section.pieces.extend(pieces);
        }
        Ok(section)
    }

    fn course(&mut self, course: &CourseText) -> Result<Vec<Piece>, PresentError> {
        let mut pieces = Vec::new();
        let Some(chart) = occupation_model(self.sources, course) else { return Ok(pieces) };
        let what = format!(
            "Probability of each state over time{}: at every time they sum to 100%",
            course.when_begun()
        );
        pieces.extend(self.not_evaluable(course));
        pieces.push(self.figure(&slug(&course.name), of_treated(&what) + ".", curve_chart(&chart)?));
        let text = self.sources.text;
        let comparisons = self.sources.results.comparisons(&course.name).to_vec();
        for state in text.states.iter().filter(|state| state.charted) {
            for by in &comparisons {
                if let Some(chart) = occupation_by_group(self.sources, course, (&state.name, by)) {
                    let name = format!("{}-by-{}{}", slug(&state.name), slug(by), suffix(course));
                    let caption = of_treated(&format!("Probability over time: {}", chart.title)) + ".";
                    pieces.push(self.figure(&name, caption, curve_chart(&chart)?));
                }
            }
        }
        let table = states_table(self.sources, course);
        pieces.extend(table.map(|table| self.table(table, Visibility::Open)));
        Ok(pieces)
    }

    fn not_evaluable(&self, course: &CourseText) -> Option<Piece> {
        let block = self.sources.results.block(&course.name, None, Part::Asked);
        let key = Key { analysis: STATES, ..Key::default() };
        let number = |stat| block.value(stat, key).map(count);
        let (n, left_out) = (number("n")?, number("n_not_evaluable").unwrap_or(0));
        let besides = if left_out > 0 {
            format!("; besides, {left_out} who could not be evaluated")
        } else {
            String::new()
        };
        let before = number("n_excluded_landmark").filter(|count| *count > 0);
        let before = match (&course.landmark, before) {
            (Some((day, None)), Some(count)) => {
                format!("; {count} others were followed no longer than to day {day}, or had died by then")
            }
            (Some((day, Some(state))), Some(count)) => {
                format!("; {count} others were not {} after day {day}", lowered(&spelled(state)))
            }
            _ => String::new(),
        };
        Some(Piece::Paragraph(format!("{n} patients{}{before}{besides}.", course.when_begun())))
    }
}

/// What tells the files of a course from those of the one from the beginning: `-states-100`.
fn suffix(course: &CourseText) -> String {
    if course.landmark.is_none() { String::new() } else { format!("-{}", slug(&course.name)) }
}
