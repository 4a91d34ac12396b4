//! Columns as levels: what groups patients, and what codes an event.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::Group;
use crate::ingest::frame::ColumnData;

/// Code of a missing value.
pub const MISSING: u32 = u32::MAX;

/// Widest range of whole numbers that is coded through a table instead of a search.
const DENSE_RANGE: i64 = 1 << 20;

/// A column as codes of ordered levels.
#[derive(Debug, Clone)]
pub struct Factor {
    /// Name of the column.
    pub name: String,
    /// For each row the index of its level, or [`MISSING`].
    pub codes: Vec<u32>,
    /// The levels as text, in order: as numbers if all are numbers.
    pub levels: Vec<String>,
}

impl Factor {
    /// The levels that occur in a column.
    pub fn of(name: &str, column: &ColumnData) -> Self {
        let (codes, levels) = match column {
            ColumnData::Text { codes, levels } => (codes.clone(), levels.clone()),
            ColumnData::Integer { values, .. } => integer_levels(values, column),
            ColumnData::Real { values, .. } => real_levels(values, column),
            ColumnData::Boolean { values, .. } => {
                let codes = (0..values.len())
                    .map(|row| if column.is_missing(row) { MISSING } else { u32::from(values[row]) })
                    .collect();
                (codes, vec!["false".to_owned(), "true".to_owned()])
            }
        };
        Self { name: name.to_owned(), codes, levels }.ordered(&[])
    }

    /// The same with these levels first, in this order; the others follow in their own order.
    /// Levels that do not occur are dropped.
    #[must_use]
    pub fn ordered(self, first: &[String]) -> Self {
        let occurring: BTreeSet<u32> = self.codes.iter().copied().filter(|code| *code != MISSING).collect();
        let mut order: Vec<u32> = occurring.into_iter().collect();
        let numbers: Option<Vec<f64>> =
            order.iter().map(|code| self.levels[*code as usize].trim().parse::<f64>().ok()).collect();
        match numbers {
            Some(numbers) => {
                let by_code: BTreeMap<u32, f64> = order.iter().copied().zip(numbers).collect();
                order.sort_by(|a, b| by_code[a].total_cmp(&by_code[b]).then(a.cmp(b)));
            }
            None => order.sort_by(|a, b| self.levels[*a as usize].cmp(&self.levels[*b as usize])),
        }
        let rank = |code: &u32| {
            first.iter().position(|level| *level == self.levels[*code as usize]).unwrap_or(first.len())
        };
        order.sort_by_key(rank);
        let mut new_code = vec![MISSING; self.levels.len()];
        for (new, old) in order.iter().enumerate() {
            new_code[*old as usize] = u32::try_from(new).unwrap_or(MISSING);
        }
        Self {
            codes: self
                .codes
                .iter()
                .map(|code| if *code == MISSING { MISSING } else { new_code[*code as usize] })
                .collect(),
            levels: order.iter().map(|code| self.levels[*code as usize].clone()).collect(),
            name: self.name,
        }
    }
}

fn integer_levels(values: &[i64], column: &ColumnData) -> (Vec<u32>, Vec<String>) {
    let present = || (0..values.len()).filter(|row| !column.is_missing(*row)).map(|row| values[row]);
    let (Some(low), Some(high)) = (present().min(), present().max()) else {
        return (vec![MISSING; values.len()], Vec::new());
    };
    if high.saturating_sub(low) >= DENSE_RANGE {
        return real_levels(&values.iter().map(|value| *value as f64).collect::<Vec<_>>(), column);
    }
    let code = |row: usize| {
        if column.is_missing(row) { MISSING } else { u32::try_from(values[row] - low).unwrap_or(MISSING) }
    };
    ((0..values.len()).map(code).collect(), (low..=high).map(|value| value.to_string()).collect())
}

fn real_levels(values: &[f64], column: &ColumnData) -> (Vec<u32>, Vec<String>) {
    let mut distinct: Vec<f64> =
        (0..values.len()).filter(|row| !column.is_missing(*row)).map(|row| values[row]).collect();
    distinct.sort_by(f64::total_cmp);
    distinct.dedup();
    let code = |row: usize| {
        if column.is_missing(row) {
            return MISSING;
        }
        distinct
            .binary_search_by(|value| value.total_cmp(&values[row]))
            .ok()
            .and_then(|index| u32::try_from(index).ok())
            .unwrap_or(MISSING)
    };
    ((0..values.len()).map(code).collect(), distinct.iter().map(ToString::to_string).collect())
}

/// The non-empty crossings of some factors, and which of them each row is in.
#[derive(Debug, Clone)]
pub struct Crossing {
    /// The groups, in the order of their levels.
    pub groups: Vec<Arc<Group>>,
    /// For each row the index of its group, or [`MISSING`].
    pub index: Vec<u32>,
}

impl Crossing {
    /// Crosses factors over `rows` rows; rows that are not kept belong to no group. Without factors
    /// everybody is one group.
    pub fn new(factors: &[Factor], keep: &[bool]) -> Self {
        if factors.is_empty() {
            let index = keep.iter().map(|kept| if *kept { 0 } else { MISSING }).collect();
            return Self { groups: vec![Arc::new(Group::everybody())], index };
        }
        let cells: usize = factors.iter().map(|factor| factor.levels.len().max(1)).product();
        let cell_of = |row: usize| -> Option<usize> {
            if !keep[row] {
                return None;
            }
            factors.iter().try_fold(0usize, |cell, factor| {
                let code = factor.codes[row];
                (code != MISSING).then(|| cell * factor.levels.len() + code as usize)
            })
        };
        let mut occupied = vec![MISSING; cells];
        let raw: Vec<Option<usize>> = (0..keep.len()).map(cell_of).collect();
        for cell in raw.iter().flatten() {
            occupied[*cell] = 0;
        }
        let mut groups = Vec::new();
        for (cell, slot) in occupied.iter_mut().enumerate() {
            if *slot == 0 {
                *slot = u32::try_from(groups.len()).unwrap_or(MISSING);
                groups.push(Arc::new(group_of(factors, cell)));
            }
        }
        let index = raw.iter().map(|cell| cell.map_or(MISSING, |cell| occupied[cell])).collect();
        Self { groups, index }
    }
}

fn group_of(factors: &[Factor], mut cell: usize) -> Group {
    let mut levels: Vec<(String, String)> = Vec::with_capacity(factors.len());
    for factor in factors.iter().rev() {
        let count = factor.levels.len().max(1);
        levels.push((factor.name.clone(), factor.levels[cell % count].clone()));
        cell /= count;
    }
    levels.reverse();
    Group::new(levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(codes: &[u32], levels: &[&str]) -> ColumnData {
        ColumnData::Text { codes: codes.to_vec(), levels: levels.iter().map(ToString::to_string).collect() }
    }

    #[test]
    fn numbers_are_ordered_as_numbers_and_unused_levels_dropped() {
        let factor = Factor::of("x", &text(&[0, 1, 2, MISSING], &["10", "9", "100", "7"]));
        assert_eq!(factor.levels, ["9", "10", "100"]);
        assert_eq!(factor.codes, [1, 0, 2, MISSING]);
    }

    #[test]
    fn the_order_of_a_study_comes_first() {
        let factor = Factor::of("x", &text(&[0, 1, 2], &["MAC", "NMA", "RIC"]));
        let order = ["NMA".to_owned(), "RIC".to_owned()];
        assert_eq!(factor.ordered(&order).levels, ["NMA", "RIC", "MAC"]);
    }

    #[test]
    fn only_crossings_that_occur_are_groups() {
        let a = Factor::of("a", &text(&[0, 0, 1], &["x", "y"]));
        let b = Factor::of("b", &text(&[0, 1, 1], &["p", "q"]));
        let crossing = Crossing::new(&[a, b], &[true, true, true]);
        let shown: Vec<String> = crossing.groups.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["x, p", "x, q", "y, q"]);
        assert_eq!(crossing.index, [0, 1, 2]);
    }
}
