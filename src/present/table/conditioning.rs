//! The intensity of conditioning as declared, against that by the doses.

use super::{Cell, Column, Depth, Table, TableRow, header_groups};
use crate::domain::Group;
use crate::present::results::{Block, Key, Part, Sources, count};
use crate::present::text::{of_treated, spelled};

/// One table a kind of class, and a sentence on who differs.
pub(in crate::present) fn conditioning_tables(sources: Sources<'_>) -> Vec<(Option<String>, Table)> {
    let comparisons = sources.results.comparisons("conditioning");
    comparisons.iter().filter_map(|by| table(sources, by)).collect()
}

fn table(sources: Sources<'_>, by: &str) -> Option<(Option<String>, Table)> {
    let (declared, derived) = by.split_once(',')?;
    let block = sources.results.block("conditioning", Some(by), Part::Asked);
    let levels = |name: &str| {
        let mut levels: Vec<&str> = Vec::new();
        for group in block.groups() {
            if let Some(level) = group.level(name).filter(|level| !levels.contains(level)) {
                levels.push(level);
            }
        }
        levels
    };
    let (down, across) = (levels(declared), levels(derived));
    let rows = down.iter().map(|row| {
        let number = |column: &&str| {
            let value = patients(&block, [(declared, row), (derived, column)]);
            Cell::Count(value.map_or(0, count))
        };
        let cells = std::iter::once(Cell::Text((*row).to_owned())).chain(across.iter().map(number));
        TableRow::Cells { depth: Depth::Top, cells: cells.collect() }
    });
    let columns = std::iter::once(Column::words("Declared"))
        .chain(across.iter().map(|level| Column::numbers(*level)))
        .collect();
    let name = sources.text.variable(declared);
    let name = name.split(',').next().unwrap_or_default();
    let version = block.distinct(|row| Some(&*row.method)).join("; ");
    let table = Table {
        id: format!("conditioning-{}", declared.replace('_', "-")),
        title: of_treated(&format!("{}: declared, and by the doses", spelled(name))),
        header_groups: header_groups(1, &[("By the doses".to_owned(), across.len())], 0),
        columns,
        rows: rows.collect(),
        footnotes: vec![
            format!("Rules: {version}."),
            "not derived: no doses, or one whose unit, route or fractions decide is missing; a row or column \
             “not declared” is who has doses alone."
                .to_owned(),
        ],
        ..Table::default()
    };
    table.has_rows().then(|| (warning(&block, (declared, derived)), table))
}

fn patients(block: &Block<'_>, levels: [(&str, &str); 2]) -> Option<f64> {
    let group = Group::new(levels.map(|(name, level)| (name.to_owned(), level.to_owned())).into());
    block.group(&group).value("n", Key { analysis: "conditioning", ..Key::default() })
}

/// Who differs: a warning that stands above the table.
fn warning(block: &Block<'_>, (declared, derived): (&str, &str)) -> Option<String> {
    let mut parts = Vec::new();
    for group in block.groups() {
        let (one, other) = (group.level(declared)?, group.level(derived)?);
        let told = !one.starts_with("not ") && !other.starts_with("not ");
        if told && one != other {
            let number = patients(block, [(declared, one), (derived, other)]).map_or(0, count);
            parts.push(format!("{number} declared {one} and {other} by their doses"));
        }
    }
    (!parts.is_empty()).then(|| format!("Declared and derived classes differ: {}.", parts.join("; ")))
}
