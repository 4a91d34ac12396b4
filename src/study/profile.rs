//! How the data sets of a standard become canonical tables: a mapping file, shipped or of one's own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

/// The mapping file of CDISC ADaM, as it ships.
pub const ADAM: &str = include_str!("profile/adam.toml");

/// A mapping file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// Its version; it rises when a mapping changes.
    pub version: u32,
    /// The standard that it follows.
    pub source: String,
    /// By which columns a data set is known.
    #[serde(rename = "dataset", default)]
    pub datasets: Vec<Dataset>,
    /// What each data set gives.
    #[serde(rename = "mapping")]
    pub mappings: Vec<DatasetMapping>,
}

/// A data set of the standard.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Its name.
    pub name: String,
    /// Columns that it has.
    pub has: Vec<String>,
    /// Columns that it does not have.
    #[serde(default)]
    pub lacks: Vec<String>,
}

/// How a data set becomes a canonical table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatasetMapping {
    /// The data set.
    pub dataset: String,
    /// The canonical table.
    pub table: String,
    /// Canonical column -> delivered column.
    pub columns: BTreeMap<String, String>,
    /// Canonical column -> delivered code -> canonical code.
    #[serde(default)]
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
    /// Canonical column -> the same value in every row.
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
    /// Canonical columns whose days count from 1.
    #[serde(default)]
    pub no_day_0: BTreeSet<String>,
    /// Canonical column -> the delivered column that names it in parentheses.
    #[serde(default)]
    pub in_parentheses: BTreeMap<String, String>,
    /// Delivered column -> the only values that it may hold.
    #[serde(default)]
    pub expect: BTreeMap<String, Vec<String>>,
}

impl Profile {
    /// A shipped profile by its name, or a mapping file by its path below the study.
    ///
    /// # Errors
    /// What is wrong, in a sentence.
    pub fn load(name: &str, directory: &Path) -> Result<Self, String> {
        if name == "adam" {
            return Self::parse(ADAM);
        }
        if !Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) {
            return Err(format!(
                "there is no profile {name}; known are adam, or the path of a mapping file (.toml)"
            ));
        }
        let text = std::fs::read_to_string(directory.join(name))
            .map_err(|error| format!("the mapping file {name} cannot be read: {error}"))?;
        Self::parse(&text).map_err(|error| format!("the mapping file {name}: {error}"))
    }

    /// Reads a mapping file.
    ///
    /// # Errors
    /// What the file has wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    /// How a table is made from a data set; without its name, from the first that gives the table.
    ///
    /// # Errors
    /// A sentence that names what there is.
    pub fn mapping(&self, table: &str, dataset: Option<&str>) -> Result<&DatasetMapping, String> {
        let of_table = || self.mappings.iter().filter(|mapping| mapping.table == table);
        of_table().find(|mapping| dataset.is_none_or(|name| name == mapping.dataset)).ok_or_else(|| {
            let known: Vec<&str> = of_table().map(|mapping| mapping.dataset.as_str()).collect();
            match (known.is_empty(), dataset) {
                (true, _) => format!("the profile {} gives no {table}", self.name),
                (false, name) => format!(
                    "the profile {} makes no {table} from {}; it does from {}",
                    self.name,
                    name.unwrap_or_default(),
                    known.join(", ")
                ),
            }
        })
    }

    /// The data set that has these columns; the first that fits.
    pub fn recognise(&self, columns: &BTreeSet<&str>) -> Option<&Dataset> {
        recognise(&self.datasets, columns)
    }
}

fn recognise<'a>(datasets: &'a [Dataset], columns: &BTreeSet<&str>) -> Option<&'a Dataset> {
    datasets.iter().find(|dataset| dataset.fits(columns))
}

impl Dataset {
    fn fits(&self, columns: &BTreeSet<&str>) -> bool {
        self.has.iter().all(|name| columns.contains(name.as_str()))
            && !self.lacks.iter().any(|name| columns.contains(name.as_str()))
    }
}

/// The data set that files are read as because nobody named another, among those of its profile.
#[derive(Debug, Clone)]
pub struct AssumedDataset {
    /// Its name.
    pub name: String,
    /// All that the profile knows.
    pub known: Vec<Dataset>,
}

impl AssumedDataset {
    /// The data set that the columns say it is, where they have one that the assumed one lacks.
    pub fn mistaken_for(&self, columns: &[String]) -> Option<&str> {
        let columns: BTreeSet<&str> = columns.iter().map(String::as_str).collect();
        let assumed = self.known.iter().find(|dataset| dataset.name == self.name)?;
        assumed.lacks.iter().find(|name| columns.contains(name.as_str()))?;
        recognise(&self.known, &columns).map(|dataset| dataset.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Table;
    use crate::domain::table::ADTTE;

    #[test]
    fn every_column_of_the_shipped_profile_is_canonical() {
        let adam = Profile::parse(ADAM).unwrap();
        for mapping in &adam.mappings {
            let table = if mapping.table == "adtte" { &ADTTE } else { Table::named(&mapping.table).unwrap() };
            let keys = mapping.columns.keys().chain(mapping.constants.keys()).chain(mapping.codes.keys());
            for name in keys.chain(&mapping.no_day_0).chain(mapping.in_parentheses.keys()) {
                assert!(table.column(name).is_some(), "{} has no column {name}", table.name);
            }
            for column in table.columns.iter().filter(|column| column.required) {
                let given =
                    mapping.columns.contains_key(column.name) || mapping.constants.contains_key(column.name);
                assert!(given, "{} of {} has no {}", mapping.table, mapping.dataset, column.name);
            }
            assert!(adam.datasets.iter().any(|dataset| dataset.name == mapping.dataset));
        }
    }

    #[test]
    fn data_sets_are_known_by_their_columns() {
        let adam = Profile::parse(ADAM).unwrap();
        let known = |columns: &[&str]| {
            adam.recognise(&columns.iter().copied().collect()).map(|dataset| dataset.name.clone())
        };
        assert_eq!(known(&["STUDYID", "USUBJID", "AGE"]).as_deref(), Some("ADSL"));
        assert_eq!(known(&["STUDYID", "USUBJID", "PARAMCD", "AVAL", "CNSR"]).as_deref(), Some("ADTTE"));
        assert_eq!(known(&["USUBJID", "PARAMCD", "AVAL", "ADY"]).as_deref(), Some("ADLB"));
        assert_eq!(known(&["subject_id", "day"]), None);
    }
}
