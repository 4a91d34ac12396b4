//! Grouping variables: merged levels, bands of numbers, order and names.

use std::collections::{BTreeMap, BTreeSet};

use super::StratumLevels;
use super::error::CohortError;
use super::table::text_column;
use crate::ingest::frame::ColumnData;
use crate::study::StratumSpec;

/// Makes a grouping variable of a column.
///
/// A subject without a value has no level. `order` and `labels` name levels as they are after
/// merging; `order` may also use the label. Only levels that occur are listed: first those in
/// `order`, then the others, numbers by size, bands from low to high, text sorted.
pub(super) fn stratify(
    name: &str,
    spec: &StratumSpec,
    column: &ColumnData,
) -> Result<(ColumnData, StratumLevels), CohortError> {
    let keys = level_keys(name, spec, column)?;
    let merged: BTreeMap<&str, &str> = spec
        .merge
        .iter()
        .flat_map(|(new, old)| old.iter().map(move |old| (old.as_str(), new.as_str())))
        .collect();
    let mut names: BTreeMap<Key, String> = BTreeMap::new();
    for key in keys.iter().flatten() {
        if !names.contains_key(key) {
            let text = key.text(&spec.breaks);
            let level = merged.get(text.as_str()).map_or(text.as_str(), |new| new);
            names.insert(key.clone(), level.to_owned());
        }
    }
    let mut levels: Vec<String> = Vec::new();
    for level in names.values() {
        if !levels.contains(level) {
            levels.push(level.clone());
        }
    }
    if keys.iter().flatten().any(|key| matches!(key, Key::Text(_))) {
        levels.sort();
    }
    let label = |level: &str| spec.labels.get(level).cloned().unwrap_or_else(|| level.to_owned());
    let place = |level: &String| {
        spec.order
            .iter()
            .position(|wanted| wanted == level || *wanted == label(level))
            .unwrap_or(spec.order.len())
    };
    levels.sort_by_key(place);
    let labelled: BTreeMap<&Key, String> = names.iter().map(|(key, level)| (key, label(level))).collect();
    let column = text_column(
        keys.iter().map(|key| key.as_ref().and_then(|key| labelled.get(key)).map(String::as_str)),
    );
    let mut seen = BTreeSet::new();
    let stratum = StratumLevels {
        name: name.to_owned(),
        label: spec.label.clone().unwrap_or_else(|| name.to_owned()),
        levels: levels.iter().map(|level| label(level)).filter(|level| seen.insert(level.clone())).collect(),
        missing: keys.iter().filter(|key| key.is_none()).count() as u64,
    };
    Ok((column, stratum))
}

/// A level before it is named, in natural order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The band that ends before the break of this place.
    Band(usize),
    /// A whole number.
    Whole(i64),
    /// Another number: bits that sort like the number, and its text.
    Number(i64, String),
    /// False or true.
    Truth(bool),
    /// A text.
    Text(String),
}

impl Key {
    fn text(&self, breaks: &[f64]) -> String {
        match self {
            Self::Band(place) => band(breaks, *place),
            Self::Whole(number) => number.to_string(),
            Self::Number(_, text) | Self::Text(text) => text.clone(),
            Self::Truth(truth) => truth.to_string(),
        }
    }
}

fn level_keys(name: &str, spec: &StratumSpec, column: &ColumnData) -> Result<Vec<Option<Key>>, CohortError> {
    let key = |row: usize| -> Result<Option<Key>, CohortError> {
        if column.is_missing(row) {
            return Ok(None);
        }
        if !spec.breaks.is_empty() {
            let number = column.number(row).ok_or_else(|| CohortError::NotNumbers {
                place: format!("stratum {name}"),
                column: spec.column.as_ref().map_or_else(String::new, |column| column.get_ref().clone()),
            })?;
            return Ok(Some(Key::Band(spec.breaks.partition_point(|cut| *cut <= number))));
        }
        Ok(match column {
            ColumnData::Integer { values, .. } => Some(Key::Whole(values[row])),
            ColumnData::Real { values, .. } => Some(number_key(values[row])),
            ColumnData::Boolean { values, .. } => Some(Key::Truth(values[row])),
            ColumnData::Text { .. } => column.label(row).map(Key::Text),
        })
    };
    (0..column.len()).map(key).collect()
}

fn number_key(number: f64) -> Key {
    let bits = number.to_bits().cast_signed();
    let sortable = if bits < 0 { i64::MIN ^ !bits } else { bits };
    Key::Number(sortable, number.to_string())
}

/// `<18`, `18-39`, `>=60`; a band of one whole number is that number.
pub(crate) fn band(breaks: &[f64], place: usize) -> String {
    let whole = breaks.iter().all(|cut| cut.fract() == 0.0);
    match (place.checked_sub(1).and_then(|below| breaks.get(below)), breaks.get(place)) {
        (None, Some(high)) => format!("<{high}"),
        (Some(low), None) => format!(">={low}"),
        (Some(low), Some(high)) if whole && high - low <= 1.0 => low.to_string(),
        (Some(low), Some(high)) if whole => format!("{low}-{}", high - 1.0),
        (Some(low), Some(high)) => format!("{low} to <{high}"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(text: &str) -> StratumSpec {
        toml::from_str(text).unwrap()
    }

    fn numbers(values: &[f64]) -> ColumnData {
        ColumnData::Real { values: values.to_vec(), valid: None }
    }

    fn labels(column: &ColumnData) -> Vec<Option<String>> {
        (0..column.len()).map(|row| column.label(row)).collect()
    }

    #[test]
    fn breaks_make_bands_closed_below() {
        let spec = spec("column = 'age'\nbreaks = [18, 40, 60]");
        let (column, levels) = stratify("age", &spec, &numbers(&[60.0, 17.9, 18.0, 39.99, 40.0])).unwrap();
        let expected = [">=60", "<18", "18-39", "18-39", "40-59"];
        assert_eq!(labels(&column), expected.map(|level| Some(level.to_owned())));
        assert_eq!(levels.levels, ["<18", "18-39", "40-59", ">=60"]);
    }

    #[test]
    fn a_band_of_one_number_is_that_number_and_fractions_are_written_out() {
        assert_eq!(band(&[0.0, 1.0, 3.0], 1), "0");
        assert_eq!(band(&[0.0, 1.0, 3.0], 2), "1-2");
        assert_eq!(band(&[0.5, 1.5], 1), "0.5 to <1.5");
    }

    #[test]
    fn merges_orders_and_labels_levels() {
        let spec = spec(
            "column = 'd'\nmerge = { AIHA = ['W', 'C'] }\norder = ['ITP']\nlabels = { AIHA = 'Haemolytic' }",
        );
        let texts = [Some("W"), Some("ITP"), None, Some("C"), Some("AA")];
        let (column, levels) = stratify("d", &spec, &text_column(texts.into_iter())).unwrap();
        assert_eq!(levels.levels, ["ITP", "AA", "Haemolytic"]);
        assert_eq!(levels.missing, 1);
        assert_eq!(column.label(3).as_deref(), Some("Haemolytic"));
        assert!(column.is_missing(2));
    }

    #[test]
    fn numbers_without_breaks_are_levels_by_size() {
        let column =
            ColumnData::Integer { values: vec![10, 2, 10, 0], valid: Some(vec![true, true, true, false]) };
        let (_, levels) = stratify("z", &spec("column = 'z'"), &column).unwrap();
        assert_eq!(levels.levels, ["2", "10"]);
        let (_, levels) = stratify("z", &spec("column = 'z'"), &numbers(&[1.5, -2.0, 0.0])).unwrap();
        assert_eq!(levels.levels, ["-2", "0", "1.5"]);
    }
}
