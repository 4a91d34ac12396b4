//! What each method is: `docs/validation/<table>.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{files, read};

/// The words on one reference table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Description {
    pub(super) title: String,
    /// Where it stands in the page.
    pub(super) order: u32,
    pub(super) definition: String,
    pub(super) convention: String,
    /// What it is held against.
    pub(super) oracle: String,
    /// The relative difference that is allowed.
    pub(super) tolerance: f64,
    pub(super) deviations: Vec<String>,
    pub(super) excerpt: Option<Excerpt>,
}

/// Which rows of which case are shown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Excerpt {
    pub(super) case: String,
    #[serde(default)]
    pub(super) stats: Vec<String>,
}

/// The names of the reference tables with their descriptions, in the order of the page.
pub(super) fn tables() -> Vec<(String, Description)> {
    let mut tables: Vec<(String, Description)> = files("tests/reference", "json")
        .iter()
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let source = format!("docs/validation/{name}.toml");
            let description =
                toml::from_str(&read(&source)).unwrap_or_else(|error| panic!("{source}: {error}"));
            (name, description)
        })
        .collect();
    tables.sort_by(|(a, one), (b, other)| (one.order, a).cmp(&(other.order, b)));
    tables
}

/// What a data set is.
pub(super) fn data_set(path: &str) -> String {
    let known: BTreeMap<String, String> =
        toml::from_str(&read("docs/validation/data.toml")).expect("docs/validation/data.toml");
    known.get(path).cloned().unwrap_or_else(|| "generated for this table".to_owned())
}
