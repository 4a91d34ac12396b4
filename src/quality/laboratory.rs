//! Laboratory values that cannot be, contradict each other, or are off by the factor of a unit.

use super::tables::Tables;
use super::{Hit, Hits};
use crate::ingest::frame::ColumnData;
use crate::study::quality::{Check, LaboratoryRange};
use crate::study::{RuleBook, UnitTable, decimal};

/// Neighbours of a value stand at most so many days from it.
const NEIGHBOUR_DAYS: i64 = 30;
/// Neighbours agree within this factor.
const NEIGHBOURS_AGREE: f64 = 2.0;
/// Tests that response rules compare with a limit of normal, and the column of that limit.
const LIMITS: [(&str, &str); 4] = [("LDH", "uln"), ("BILI", "uln"), ("RETIC", "uln"), ("HAPTO", "lln")];

/// The columns of the table, and what its codes mean.
struct Labs<'a> {
    days: &'a [i64],
    tests: &'a [u32],
    units: &'a [u32],
    values: &'a ColumnData,
    /// For each test and unit the range and the factor; none where the pair is not known.
    scales: Vec<Vec<Option<Scale<'a>>>>,
    /// For each test the column of the limit that it needs.
    limits: Vec<Option<&'a ColumnData>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Scale<'a> {
    range: &'a LaboratoryRange,
    factor: f64,
}

/// A value in the unit of its range.
#[derive(Debug, Clone, Copy)]
struct Point<'a> {
    row: usize,
    day: i64,
    value: f64,
    scale: Scale<'a>,
}

/// Checks every value in one pass over the table, which is sorted by subject, day and test.
pub(super) fn examine(tables: &Tables<'_>, book: &RuleBook, hits: &mut Hits) {
    let Some(labs) = Labs::new(tables, book) else { return };
    for check in [
        Check::LaboratoryRange,
        Check::LaboratoryJump,
        Check::LaboratoryContradiction,
        Check::LaboratoryUnits,
        Check::LaboratoryLimit,
    ] {
        hits.insert(check, Vec::new());
    }
    let mut series: Vec<Vec<Point<'_>>> = vec![Vec::new(); labs.scales.len()];
    let mut unlimited: Vec<Vec<usize>> = vec![Vec::new(); labs.scales.len()];
    let rows = tables.rows("labs");
    for row in 0..rows {
        let test = labs.tests[row] as usize;
        if let (Some(points), Some(point)) = (series.get_mut(test), labs.point(row)) {
            points.push(point);
        }
        let limit = labs.limits.get(test).copied().flatten();
        let relative =
            labs.scale(row).is_some_and(|scale| scale.range.spelled.iter().any(|unit| unit == "uln"));
        if !relative && limit.is_some_and(|limit| limit.is_missing(row)) {
            unlimited[test].push(row);
        }
        let last = row + 1 == rows || tables.subject_of("labs", row + 1) != tables.subject_of("labs", row);
        if last {
            for points in &mut series {
                judge(points, hits);
                points.clear();
            }
            for rows in &mut unlimited {
                if let Some(first) = rows.first() {
                    let hit = Hit::at(*first).say("values", rows.len().to_string());
                    add(hits, Check::LaboratoryLimit, hit);
                }
                rows.clear();
            }
        }
    }
}

impl<'a> Labs<'a> {
    fn new(tables: &Tables<'a>, book: &'a RuleBook) -> Option<Self> {
        let column = |name: &str| tables.own("labs", name);
        let (
            ColumnData::Integer { values: days, .. },
            ColumnData::Text { codes: tests, levels: test_names },
            ColumnData::Text { codes: units, levels: unit_names },
            values,
        ) = (column("day")?, column("test")?, column("unit")?, column("value")?)
        else {
            return None;
        };
        let of_test =
            |test: &String| unit_names.iter().map(|unit| scale((book, tables.units()), test, unit)).collect();
        let limit = |test: &String| {
            let (_, column) = LIMITS.iter().find(|(known, _)| known == test)?;
            tables.own("labs", column)
        };
        Some(Self {
            days,
            tests,
            units,
            values,
            scales: test_names.iter().map(of_test).collect(),
            limits: test_names.iter().map(limit).collect(),
        })
    }

    fn scale(&self, row: usize) -> Option<Scale<'a>> {
        let of_test = self.scales.get(self.tests[row] as usize)?;
        of_test.get(self.units[row] as usize).copied().flatten()
    }

    fn point(&self, row: usize) -> Option<Point<'a>> {
        let (value, scale) = (self.values.number(row)?, self.scale(row)?);
        Some(Point { row, day: self.days[row], value: decimal(value * scale.factor), scale })
    }
}

/// The range of a test in a unit, and the factor to the unit of the range.
fn scale<'a>((book, units): (&'a RuleBook, &UnitTable), test: &str, unit: &str) -> Option<Scale<'a>> {
    let lower = unit.trim().to_lowercase().replace(['µ', 'μ'], "u");
    let mut of_test = book.laboratory.iter().filter(|range| range.test == test);
    of_test.find_map(|range| {
        let factor = if range.spelled.is_empty() {
            units.factor(test, unit)
        } else {
            range.spelled.contains(&lower).then_some(1.0)
        };
        factor.map(|factor| Scale { range, factor })
    })
}

/// The values of one test of one subject, by rising day.
fn judge(points: &[Point<'_>], hits: &mut Hits) {
    for point in points {
        let range = point.scale.range;
        if point.value < range.low || point.value > range.high {
            let hit = valued(point).number("low", range.low).number("high", range.high);
            add(hits, Check::LaboratoryRange, hit);
        }
    }
    for day in points.chunk_by(|a, b| a.day == b.day) {
        let (low, high) = day.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
            (low.min(point.value), high.max(point.value))
        });
        if low < high && day.iter().all(|point| point.scale.range == day[0].scale.range) {
            let hit = valued(&day[0]).number("low", low).number("high", high);
            add(hits, Check::LaboratoryContradiction, hit);
        }
    }
    let other = points.iter().find(|point| point.scale != points[0].scale);
    if let Some(point) = other {
        let mut scales: Vec<Scale<'_>> = Vec::new();
        for point in points {
            if !scales.contains(&point.scale) {
                scales.push(point.scale);
            }
        }
        add(hits, Check::LaboratoryUnits, Hit::at(point.row).say("units", scales.len().to_string()));
    }
    let days: Vec<&Point<'_>> = points.chunk_by(|a, b| a.day == b.day).map(|day| &day[0]).collect();
    for three in days.windows(3) {
        if let Some(hit) = jump(three[0], three[1], three[2]) {
            add(hits, Check::LaboratoryJump, hit);
        }
    }
}

/// A value that leaves its neighbours by the factor of a unit, which they do not.
fn jump(before: &Point<'_>, point: &Point<'_>, after: &Point<'_>) -> Option<Hit> {
    let range = point.scale.range;
    let factor = range.jump?;
    let three = [before, point, after];
    let (low, high) = (before.value.min(after.value), before.value.max(after.value));
    let comparable = three.iter().all(|one| one.scale.range == range && one.value >= range.floor)
        && low > 0.0
        && high <= low * NEIGHBOURS_AGREE
        && point.day - before.day <= NEIGHBOUR_DAYS
        && after.day - point.day <= NEIGHBOUR_DAYS;
    let leaps = point.value >= high * factor || point.value * factor <= low;
    (comparable && leaps).then(|| {
        valued(point)
            .number("before", before.value)
            .say("before_day", before.day.to_string())
            .number("after", after.value)
            .say("after_day", after.day.to_string())
    })
}

fn valued(point: &Point<'_>) -> Hit {
    Hit::at(point.row).number("value", point.value).say("unit", point.scale.range.unit.clone())
}

fn add(hits: &mut Hits, check: Check, hit: Hit) {
    hits.entry(check).or_default().push(hit);
}
