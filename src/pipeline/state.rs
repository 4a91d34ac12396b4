//! What the last run was made from.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{PipelineError, Run};
use crate::study::Study;

const STATE: &str = "state.json";

/// The keys of the stages that ended last; a stage without one has to run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct State {
    pub(super) ingest: Option<String>,
    pub(super) analysis: Option<String>,
    /// Hash of the manifest of the analysis, which vouches for its files.
    pub(super) analysis_manifest: Option<String>,
    pub(super) report: Option<String>,
    /// Quality gates that the analysis crossed, a sentence each.
    pub(super) crossed: Vec<String>,
}

impl State {
    pub(super) fn of(study: &Study) -> Self {
        std::fs::read(study.store_directory().join(STATE))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }
}

impl Run<'_> {
    /// The state of the last run; what cannot be read is none.
    pub(super) fn state(&self) -> State {
        State::of(self.study)
    }

    /// Notes what the stages were made from.
    pub(super) fn remember(&self, state: &State) -> Result<(), PipelineError> {
        let path = self.study.store_directory().join(STATE);
        let bytes =
            serde_json::to_vec_pretty(state).map_err(|error| PipelineError::Encode(error.to_string()))?;
        self.files.replace(&path, &bytes).map_err(|error| PipelineError::io(&path, error))
    }
}

/// The hash of the program and of some texts, each told apart from its neighbours.
pub(super) fn key<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    hash.update(concat!(env!("CARGO_PKG_VERSION"), " ", env!("ENGRAFT_SOURCE")).as_bytes());
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
