//! The states that patients go through.

use super::{Endpoint, Study};

/// A state of a study, ready to be derived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Its name, as shown.
    pub name: String,
    /// The endpoint whose event leads into it; none for the first.
    pub endpoint: Option<String>,
    /// The places of the states that may follow.
    pub to: Vec<usize>,
    /// Whether its probability is drawn by group.
    pub chart: bool,
}

/// A state of the graph that a study has without saying so.
#[derive(Debug)]
pub(crate) struct DefaultState {
    name: &'static str,
    pub(crate) endpoint: Option<&'static str>,
    to: &'static [usize],
}

/// Transplanted -> engrafted -> in remission -> relapsed -> dead, from everywhere to dead. A response without
/// recovery of the counts counts as remission; a recovery after it is not told.
pub(crate) const DEFAULT: [DefaultState; 5] = [
    DefaultState { name: "transplanted", endpoint: None, to: &[1, 2, 4] },
    DefaultState { name: "engrafted", endpoint: Some("anc_recovery"), to: &[2, 4] },
    DefaultState { name: REMISSION, endpoint: Some("response"), to: &[3, 4] },
    DefaultState { name: "relapsed", endpoint: Some("relapse"), to: &[4] },
    DefaultState { name: "dead", endpoint: Some("os"), to: &[] },
];

const REMISSION: &str = "in remission";

/// The endpoint from whose event another counts, where that is not transplant.
pub(crate) fn counts_from(endpoint: &Endpoint) -> Option<&'static str> {
    endpoint.plan.origin.map(super::Milestone::name)
}

impl Study {
    /// The states that patients go through, in order.
    pub fn states(&self) -> Vec<State> {
        let specs = &self.file.state;
        if specs.is_empty() {
            let state = |state: &DefaultState| State {
                name: state.name.to_owned(),
                endpoint: state.endpoint.map(str::to_owned),
                to: state.to.to_vec(),
                chart: state.name == REMISSION,
            };
            return DEFAULT.iter().map(state).collect();
        }
        let place = |name: &String| specs.iter().position(|spec| spec.name.get_ref() == name);
        specs
            .iter()
            .map(|spec| State {
                name: spec.name.get_ref().clone(),
                endpoint: spec.endpoint.as_ref().map(|endpoint| endpoint.get_ref().clone()),
                to: spec.to.iter().filter_map(|to| place(to.get_ref())).collect(),
                chart: spec.chart,
            })
            .collect()
    }

    /// Whether the study asks where patients are when.
    pub fn asks_for_states(&self) -> bool {
        self.file.analysis.iter().any(|spec| spec.kind() == super::AnalysisKind::States)
    }
}
