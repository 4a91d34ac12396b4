//! The section on where patients are when.

use super::builder::Builder;
use super::{Piece, Section, Visibility};
use crate::present::PresentError;
use crate::present::chart::curve_chart;
use crate::present::results::{Key, Part, count};
use crate::present::slug::slug;
use crate::present::states::{STATES, occupation_by_group, occupation_model};
use crate::present::table::states::states_table;
use crate::present::text::of_treated;

impl Builder<'_> {
    /// Curves of the states, of some by group, and the table.
    pub(super) fn states(&mut self) -> Result<Section, PresentError> {
        let mut section = self.section("Course after transplant");
        let Some(chart) = occupation_model(self.sources) else { return Ok(section) };
        let caption = of_treated("Probability of each state over time: at every time they sum to 100%") + ".";
        section.pieces.extend(self.not_evaluable());
        section.pieces.push(self.figure(STATES, caption, curve_chart(&chart)?));
        let text = self.sources.text;
        let comparisons = self.sources.results.comparisons(STATES).to_vec();
        for state in text.states.iter().filter(|state| state.charted) {
            for by in &comparisons {
                if let Some(chart) = occupation_by_group(self.sources, &state.name, by) {
                    let name = format!("{}-by-{}", slug(&state.name), slug(by));
                    let caption = of_treated(&format!("Probability over time: {}", chart.title)) + ".";
                    section.pieces.push(self.figure(&name, caption, curve_chart(&chart)?));
                }
            }
        }
        let table = states_table(self.sources);
        section.pieces.extend(table.map(|table| self.table(table, Visibility::Open)));
        Ok(section)
    }

    fn not_evaluable(&self) -> Option<Piece> {
        let block = self.sources.results.block(STATES, None, Part::Asked);
        let key = Key { analysis: STATES, ..Key::default() };
        let number = |stat| block.value(stat, key).map(count);
        let (n, left_out) = (number("n")?, number("n_not_evaluable").unwrap_or(0));
        let besides = if left_out > 0 {
            format!("; besides, {left_out} who could not be evaluated")
        } else {
            String::new()
        };
        Some(Piece::Paragraph(format!("{n} patients{besides}.")))
    }
}
