//! One subject from the store.

use std::collections::BTreeMap;

use super::PipelineError;
use crate::cohort::CohortInput;
use crate::cohort::explain::Explained;
use crate::store::Store;
use crate::study::Study;

/// Explains a subject of a study from its store alone; nothing is written.
///
/// # Errors
/// [`PipelineError`] where there is no store, where it is damaged, or where the cohort cannot be derived.
pub fn explain(study: &Study, subject: &str) -> Result<Explained, PipelineError> {
    let store = Store::open(&study.store_directory())?;
    let tables = store_tables(&store)?;
    Ok(crate::cohort::explain::explain(&CohortInput { study, tables }, subject)?)
}

/// The tables of a generation, each checked against its hash.
pub(super) fn store_tables(store: &Store) -> Result<BTreeMap<String, std::path::PathBuf>, PipelineError> {
    let mut tables = BTreeMap::new();
    for table in store.tables() {
        tables.insert(table.to_owned(), store.table_path_verified(table)?);
    }
    Ok(tables)
}
