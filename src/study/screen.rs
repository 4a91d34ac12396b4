//! What somebody may know of a person whose data a study holds.

use super::Study;

/// What is known of persons, where a study has these columns and says nothing else.
const USUAL: [&str; 6] = ["age_years", "sex", "disorder", "type", "tx_year", "region"];

impl Study {
    /// The columns, or strata, by which somebody might be known.
    pub fn quasi_identifiers(&self) -> Vec<String> {
        if let Some(named) = &self.file.screen.quasi_identifiers {
            return named.iter().map(|name| name.get_ref().clone()).collect();
        }
        let has = |name: &&str| match &self.file.inputs.wide {
            Some(wide) => wide.columns.contains_key(*name),
            None => true,
        };
        USUAL.into_iter().filter(has).map(str::to_owned).collect()
    }
}
