//! The JSON Schema of `study.toml`, for editors.

use super::StudyFile;

/// The JSON Schema of a study file.
pub fn study_schema() -> serde_json::Value {
    schemars::schema_for!(StudyFile).to_value()
}
