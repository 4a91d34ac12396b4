//! How many subjects are alike on what somebody may know of a person -> ARD rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::TREATED;
use super::ard::Row;
use super::row_set::{Frame as RowFrame, Place, RowSet, stat};
use crate::cohort::Cohort;
use crate::domain::Group;
use crate::ingest::frame::{ColumnData, Frame};

/// Who has fewer than so many alike, themselves included, might be singled out.
pub const ENOUGH_ALIKE: u64 = 11;

/// Sizes of classes that are counted together: the first and the last size, and what the term is called.
const SIZES: [(u64, u64, &str); 4] =
    [(1, 1, "1"), (2, 4, "2-4"), (5, ENOUGH_ALIKE - 1, "5-10"), (ENOUGH_ALIKE, u64::MAX, "11 or more")];

/// Years of a band of age.
const BAND: f64 = 10.0;

/// Rows that tell how many subjects are alike, and a warning where some are too few.
///
/// # Definition
/// Subjects are alike if they agree on every quasi-identifier; ages in bands of ten years, a missing value is a value.
/// `k` is the size of the smallest class.
///
/// # Returns
/// `n`, `n_classes`, `k`, `n_below` (subjects in classes of fewer than 11), `proportion` (their share), and by `term` =
/// size of the class, `n_classes` and `n`. No row names a level. None where the study has no quasi-identifier.
///
/// # References
/// Sweeney (2002), k-anonymity: a model for protecting privacy. Threshold 11: as in the cells of a release.
pub fn k_anonymity_rows(cohort: &Cohort) -> (Vec<Row>, Option<String>) {
    let names = filled(&cohort.quasi_identifiers);
    if names.is_empty() {
        return (Vec::new(), None);
    }
    let classes = class_sizes(&cohort.quasi_identifiers, &names);
    let frame = RowFrame {
        id: "k_anonymity".to_owned(),
        population: Some(TREATED.to_owned()),
        ..RowFrame::default()
    };
    let mut set = RowSet::new(&frame, "k_anonymity", &format!("subjects alike on {}", told(&names)));
    let subjects: u64 = classes.iter().sum();
    let below: u64 = classes.iter().filter(|size| **size < ENOUGH_ALIKE).sum();
    let everybody = Place::of(&Arc::new(Group::everybody()));
    set.count(&everybody, &stat::N, subjects);
    set.count(&everybody, &stat::N_CLASSES, classes.len() as u64);
    set.count(&everybody, &stat::K, classes.iter().copied().min().unwrap_or(0));
    set.count(&everybody, &stat::N_BELOW, below);
    set.push(&everybody, &stat::PROPORTION, Ok(below as f64 / subjects as f64));
    for (least, most, term) in SIZES {
        let within = || classes.iter().filter(|size| (least..=most).contains(*size));
        let place = everybody.clone().term(term);
        set.count(&place, &stat::N_CLASSES, within().count() as u64);
        set.count(&place, &stat::N, within().sum());
    }
    let warning = (below > 0).then(|| {
        format!(
            "{below} of {subjects} subjects have fewer than {ENOUGH_ALIKE} alike on {}: the data single persons out and \
             stay inside",
            told(&names)
        )
    });
    (set.into_rows(), warning)
}

/// The columns of those that hold anything.
fn filled(subjects: &Frame) -> Vec<String> {
    let holds = |column: &ColumnData| (0..column.len()).any(|row| !column.is_missing(row));
    subjects.columns.iter().filter(|(_, column)| holds(column)).map(|(name, _)| name.clone()).collect()
}

fn told(names: &[String]) -> String {
    let banded = |name: &String| {
        if is_age(name) { format!("{name} (bands of ten years)") } else { name.clone() }
    };
    names.iter().map(banded).collect::<Vec<_>>().join(", ")
}

fn is_age(name: &str) -> bool {
    name.split('_').any(|word| word.eq_ignore_ascii_case("age"))
}

/// How many subjects each class has.
fn class_sizes(subjects: &Frame, names: &[String]) -> Vec<u64> {
    let columns: Vec<(&String, &ColumnData)> =
        names.iter().filter_map(|name| subjects.column(name).map(|column| (name, column))).collect();
    let mut classes: BTreeMap<Vec<Option<String>>, u64> = BTreeMap::new();
    for row in 0..subjects.rows {
        let value = |(name, column): &(&String, &ColumnData)| match column.number(row) {
            Some(age) if is_age(name) => Some(libm::floor(age / BAND).to_string()),
            _ => column.label(row),
        };
        *classes.entry(columns.iter().map(value).collect()).or_default() += 1;
    }
    classes.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_by_hand() {
        let ages = [31, 35, 39, 40, 90, 90].map(i64::from).to_vec();
        let columns = vec![
            ("age_years".to_owned(), ColumnData::Integer { values: ages, valid: None }),
            (
                "sex".to_owned(),
                ColumnData::Text {
                    codes: vec![0, 0, 1, 0, 1, 1],
                    levels: vec!["F".to_owned(), "M".to_owned()],
                },
            ),
        ];
        let frame = Frame { rows: 6, columns, details: BTreeMap::new(), first_line: 1, notes: Vec::new() };
        let names = ["age_years".to_owned(), "sex".to_owned()];
        let mut sizes = class_sizes(&frame, &names);
        sizes.sort_unstable();
        assert_eq!(sizes, [1, 1, 2, 2]);
        assert_eq!(told(&names), "age_years (bands of ten years), sex");
    }
}
