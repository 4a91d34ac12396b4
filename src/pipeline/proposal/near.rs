//! Canonical tables under other names of columns: proposed for somebody to look at, never taken as they are.

use std::collections::BTreeMap;

use super::adam::codes;
use super::delivered::{Delivered, missing_key};
use super::toml_text::quoted;
use crate::domain::Table;
use crate::domain::table::TABLES;
use crate::study::UNDECIDED;
use crate::study::profile::DatasetMapping;

/// At least this share of the columns of a file are those of the table.
const SHARE: f64 = 0.6;
/// And so many of them.
const LEAST: usize = 3;
/// So many columns that the table must have may be missing.
const MISSING: usize = 1;

/// Other names of canonical columns, in small letters without signs.
const NAMES: [(&str, &str); 21] = [
    ("subject_id", "subjectid usubjid subjid patid patientid patno pid pat patient subject id"),
    ("study_id", "studyid study registry"),
    ("age_years", "age ageyears ageattx ageathsct"),
    ("sex", "gender"),
    ("disorder", "diag diagnosis disease dx"),
    ("region", "site centre center"),
    ("tx_year", "txyear hsctyear year yearoftransplant"),
    ("hct_ci", "hctci"),
    ("hsct_seq", "hsctseq txno transplantno seq"),
    ("hsct_day", "txday hsctday transplantday"),
    ("day", "dayrel relday studyday dy ady sampleday onsetday"),
    ("test", "analyte parameter param paramcd lbtest lbtestcd"),
    ("value", "result aval lbstresn val"),
    ("unit", "units lbstresu uom avalu"),
    ("lln", "low lower lowerlimit anrlo"),
    ("uln", "high upper upperlimit anrhi"),
    ("start_day", "startday astdy"),
    ("end_day", "endday aendy"),
    ("type", "event eventtype hscttype txtype"),
    ("last_contact_day", "lastcontactday lastday lastseen fuday"),
    ("death_day", "deathday dthdy"),
];

/// The table that most columns of a file are of, and which delivered column is which.
pub(super) fn recognise(columns: &[&str]) -> Option<(&'static Table, DatasetMapping)> {
    let of_table = |table: &'static Table| {
        let matched = matched(table, columns);
        let required = table.columns.iter().filter(|column| column.required);
        let missing = required.filter(|column| !matched.contains_key(column.name)).count();
        let is_near = missing <= MISSING
            && matched.len() >= LEAST
            && matched.len() as f64 >= SHARE * columns.len() as f64;
        is_near.then_some((table, matched))
    };
    let (table, matched) = TABLES.iter().filter_map(of_table).max_by_key(|(_, matched)| matched.len())?;
    let mapping =
        DatasetMapping { table: table.name.to_owned(), columns: matched, ..DatasetMapping::default() };
    Some((table, mapping))
}

/// Canonical column -> delivered column, by the names.
fn matched(table: &Table, columns: &[&str]) -> BTreeMap<String, String> {
    let plain = |name: &str| -> String {
        name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let mut matched = BTreeMap::new();
    for column in table.columns {
        let others = NAMES.iter().find(|(name, _)| *name == column.name).map_or("", |(_, others)| others);
        let wanted: Vec<String> =
            std::iter::once(plain(column.name)).chain(others.split(' ').map(str::to_owned)).collect();
        let free = |name: &&&str| !matched.values().any(|taken: &String| taken == **name);
        let found =
            wanted.iter().find_map(|wanted| columns.iter().filter(free).find(|name| plain(name) == *wanted));
        if let Some(found) = found {
            matched.insert(column.name.to_owned(), (*found).to_owned());
        }
    }
    matched
}

/// `[inputs.labs]` with its columns and the codes that are open.
pub(super) fn section(
    table: &Table,
    (file, mapping): (&Delivered, &DatasetMapping),
    several: bool,
) -> String {
    let (open, close) = if several { ("[[", "]]") } else { ("[", "]") };
    let mut text = format!("{open}inputs.{}{close}\nfiles = {}\n", table.name, quoted(&file.path));
    if let Some(missing) = missing_key(&[file]) {
        text.push_str(&format!("{missing}\n"));
    }
    let taken = |name: &str| mapping.columns.values().any(|delivered| delivered == name);
    let others: Vec<String> =
        file.shown_columns().filter(|(name, _)| !taken(name)).map(|(_, shown)| shown).collect();
    for column in table.columns {
        match mapping.columns.get(column.name) {
            Some(delivered) if delivered != column.name => {
                text.push_str(&format!(
                    "{:<34} # by its name; look at it\n",
                    format!("columns.{} = {}", column.name, quoted(delivered))
                ));
            }
            None if column.required => text.push_str(&format!(
                "columns.{} = \"{UNDECIDED}\"    # {}; one of {}\n",
                column.name,
                column.about,
                others.join(", ")
            )),
            _ => {}
        }
    }
    if !others.is_empty() {
        text.push_str(&format!(
            "# not of the table, and refused while they are there, unless [screen] allow names them: {}\n",
            others.join(", ")
        ));
    }
    for column in table.columns {
        text.push_str(&codes(table, column, (file, mapping)));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(names: &[&str]) -> Option<&'static str> {
        recognise(names).map(|(table, _)| table.name)
    }

    #[test]
    fn tables_are_known_under_other_names() {
        assert_eq!(known(&["PATID", "DAY_REL", "ANALYTE", "RESULT", "UNITS", "LOW", "HIGH"]), Some("labs"));
        assert_eq!(
            known(&["study_id", "subject_id", "AGE", "GENDER", "DIAG", "Referring"]),
            Some("patients")
        );
        assert_eq!(known(&["PNR", "last_contact_day", "vital", "death_day"]), Some("followup"));
        assert_eq!(known(&["id", "t1", "d1", "group", "age", "sex"]), None);
        let (_, mapping) = recognise(&["PATID", "DAY_REL", "ANALYTE", "RESULT", "UNITS"]).unwrap();
        assert_eq!(mapping.columns.get("subject_id").map(String::as_str), Some("PATID"));
        assert_eq!(mapping.columns.get("day").map(String::as_str), Some("DAY_REL"));
    }
}
