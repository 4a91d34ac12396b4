//! The regressions of an endpoint: effects, adjusted curves, tables.

use super::builder::Builder;
use super::{Piece, Visibility};
use crate::present::PresentError;
use crate::present::chart::curve_chart;
use crate::present::profiles::{predicted, predicted_model};
use crate::present::regression::{adjusted_model, forest_models};
use crate::present::slug::slug;
use crate::present::table::profiles::predicted_table;
use crate::present::table::regression::{adjusted_table, regression_tables};
use crate::present::text::EndpointText;

impl Builder<'_> {
    pub(super) fn models(&mut self, endpoint: &EndpointText) -> Result<Vec<Piece>, PresentError> {
        let mut pieces = Vec::new();
        let name = slug(&endpoint.name);
        for chart in forest_models(self.sources, endpoint) {
            pieces.push(self.intervals(&format!("{name}-hazard-ratios"), ", with their intervals", chart)?);
        }
        for table in regression_tables(self.sources, endpoint) {
            pieces.push(self.table(table, Visibility::Open));
        }
        if let Some(chart) = adjusted_model(self.sources, endpoint) {
            let caption = format!("{}.", chart.title);
            pieces.push(self.figure(&format!("{name}-adjusted"), caption, curve_chart(&chart)?));
        }
        if let Some(table) = adjusted_table(self.sources, endpoint) {
            pieces.push(self.table(table, Visibility::Open));
        }
        for model in predicted(self.sources, endpoint) {
            if let Some(chart) = predicted_model(self.sources, endpoint, &model) {
                let file = format!("{name}-predicted{}", model.number.trim());
                pieces.push(self.figure(&file, format!("{}.", chart.title), curve_chart(&chart)?));
            }
            let table = predicted_table(self.sources, endpoint, &model);
            pieces.push(self.table(table, Visibility::Open));
        }
        Ok(pieces)
    }
}
