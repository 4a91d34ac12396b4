//! Probability weights: the column exists, holds numbers, and the analysis can be weighted.

use std::collections::BTreeSet;

use super::Check;
use crate::domain::Table;
use crate::domain::table::Kind;
use crate::study::endpoint::EndpointKind;
use crate::study::file::{AnalysisSpec, ModelName, Placed, WideKind};
use crate::study::{AnalysisKind, StudyError, TestName, Trend};

impl Check<'_> {
    /// The weights of an analysis.
    pub(super) fn pweight(&self, spec: &AnalysisSpec, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let Some(weight) = &spec.pweight else { return Ok(()) };
        self.known_column(weight, columns)?;
        let name = weight.get_ref();
        let refuse = |message: String, help: &str| Err(self.fail(Some(weight.span()), message, help));
        if !self.is_number(name) {
            return refuse(format!("the column {name} holds no numbers, so it is no weight"), "");
        }
        if let Some(key) = beside(spec) {
            return refuse(
                format!("{key} cannot be had with pweight"),
                "write it in a second [[analysis]] without pweight",
            );
        }
        if spec.model == Some(ModelName::Finegray) {
            return refuse("Fine-Gray knows no probability weights".to_owned(), "use model = \"cox\"");
        }
        for endpoint in spec.endpoint.all() {
            self.weighted_endpoint(spec, endpoint)?;
        }
        Ok(())
    }

    fn weighted_endpoint(&self, spec: &AnalysisSpec, name: &Placed) -> Result<(), StudyError> {
        let kind = self.study.endpoint(name.get_ref()).map(|endpoint| endpoint.kind);
        let (message, help) = match (kind, spec.test) {
            (Some(EndpointKind::Survival), None | Some(TestName::Logrank)) => return Ok(()),
            (Some(EndpointKind::Competing), None) if spec.probs.is_empty() => return Ok(()),
            (Some(EndpointKind::Competing), None) => ("probs cannot be had with pweight".to_owned(), ""),
            (Some(EndpointKind::Competing), Some(_)) => (
                "there is no test of cumulative incidence under probability weights".to_owned(),
                "use model = \"cox\" for the cause-specific hazard",
            ),
            (Some(EndpointKind::Survival), Some(_)) => (
                "under probability weights there is the log-rank test alone".to_owned(),
                "write test = \"logrank\"",
            ),
            _ => (format!("{} cannot be weighted", name.get_ref()), "pweight is for endpoints with a time"),
        };
        Err(self.fail(Some(name.span()), message, help))
    }

    /// Whether a column holds numbers.
    pub(super) fn is_number(&self, name: &str) -> bool {
        if let Some(wide) = &self.study.file.inputs.wide {
            let kind = wide.columns.get(name).map(|column| column.kind);
            return matches!(kind, Some(WideKind::Number | WideKind::Integer));
        }
        let tables = ["patients", "transplants", "followup"].into_iter().filter_map(Table::named);
        let mut kinds = tables.filter_map(|table| table.column(name)).map(|column| column.kind);
        kinds.any(|kind| matches!(kind, Kind::Real(..) | Kind::Integer(..)))
    }
}

/// A key that has no meaning, or no known answer, under probability weights.
fn beside(spec: &AnalysisSpec) -> Option<&'static str> {
    [
        ("kind = \"states\"", spec.kind() == AnalysisKind::States),
        ("rmst", spec.rmst.is_some()),
        ("rmtl", spec.rmtl.is_some()),
        ("rate", spec.rate.is_some()),
        ("cumulative_hazard", spec.cumulative_hazard),
        ("band", spec.band.is_some()),
        ("conditional_on", !spec.conditional_on.is_empty()),
        ("pairwise", spec.pairwise.is_some()),
        ("trend", spec.trend != Trend::Untested),
        ("landmark", spec.landmark.is_some()),
        ("variance", spec.variance.is_some()),
    ]
    .into_iter()
    .find_map(|(key, asked)| asked.then_some(key))
}
