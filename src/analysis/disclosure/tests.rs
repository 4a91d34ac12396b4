//! Small studies drawn at random: whatever a release hides stays open, by integer programmes that know nothing of the
//! auditor's.

use std::sync::Arc;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::*;
use crate::domain::Group;

mod again;

/// A small linear congruential generator: the studies need no more.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

const ARMS: usize = 3;
const SEXES: usize = 2;
/// Patients and events of every arm and sex; the last of each is all of them.
type Table = [[[u64; 2]; SEXES + 1]; ARMS + 1];

fn draw(draw: &mut Draw) -> Table {
    let mut table = Table::default();
    for arm in 0..ARMS {
        for sex in 0..SEXES {
            let patients = if draw.below(3) == 0 { draw.below(15) } else { 11 + draw.below(40) };
            let events = draw.below(patients + 1);
            for (row, column) in [(arm, sex), (ARMS, sex), (arm, SEXES), (ARMS, SEXES)] {
                table[row][column][0] += patients;
                table[row][column][1] += events;
            }
        }
    }
    table
}

fn rows(table: &Table) -> Vec<Row> {
    let mut rows = Vec::new();
    for (arm, columns) in table.iter().enumerate() {
        for (sex, counts) in columns.iter().enumerate() {
            let arm = (arm < ARMS).then(|| ("arm".to_owned(), format!("arm {arm}")));
            let sex = (sex < SEXES).then(|| ("sex".to_owned(), format!("sex {sex}")));
            let levels: Vec<(String, String)> = arm.into_iter().chain(sex).collect();
            let by = levels.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(",");
            let id = if by.is_empty() { "os".to_owned() } else { format!("os:{by}") };
            for (stat, value) in ["n", "events"].into_iter().zip(counts) {
                rows.push(Row {
                    analysis_id: id.as_str().into(),
                    analysis: "km".into(),
                    population: Some("treated".into()),
                    comparison: (!by.is_empty()).then(|| by.as_str().into()),
                    endpoint: Some("os".into()),
                    group: Arc::new(Group::new(levels.clone())),
                    cause: None,
                    term: None,
                    time: None,
                    time_unit: None,
                    stat: stat.into(),
                    value: Some(*value as f64),
                    reason: None,
                    method: "Kaplan-Meier".into(),
                });
            }
        }
    }
    rows
}

/// What a hidden count can be: the rows are in the order of the table.
fn range(released: &[Row], hidden: usize) -> (f64, f64) {
    let bound = |direction: OptimizationDirection| {
        let mut problem = Problem::new(direction);
        let variables: Vec<Variable> = released
            .iter()
            .enumerate()
            .map(|(place, row)| {
                #[allow(clippy::cast_possible_truncation, reason = "small counts")]
                let (low, high) = row.value.map_or((0, 10_000), |value| (value as i32, value as i32));
                problem.add_integer_var(if place == hidden { 1.0 } else { 0.0 }, (low, high))
            })
            .collect();
        let at = |arm: usize, sex: usize, what: usize| variables[(arm * (SEXES + 1) + sex) * 2 + what];
        for what in 0..2 {
            for arm in 0..=ARMS {
                let parts = (0..SEXES).map(|sex| (at(arm, sex, what), 1.0));
                let sum: Vec<(Variable, f64)> = parts.chain([(at(arm, SEXES, what), -1.0)]).collect();
                problem.add_constraint(sum, ComparisonOp::Eq, 0.0);
            }
            for sex in 0..=SEXES {
                let parts = (0..ARMS).map(|arm| (at(arm, sex, what), 1.0));
                let sum: Vec<(Variable, f64)> = parts.chain([(at(ARMS, sex, what), -1.0)]).collect();
                problem.add_constraint(sum, ComparisonOp::Eq, 0.0);
            }
        }
        for arm in 0..=ARMS {
            for sex in 0..=SEXES {
                let pair = [(at(arm, sex, 0), 1.0), (at(arm, sex, 1), -1.0)];
                problem.add_constraint(pair, ComparisonOp::Ge, 0.0);
            }
        }
        problem.solve().unwrap().into_solution().unwrap().var_value(variables[hidden])
    };
    (bound(OptimizationDirection::Minimize), bound(OptimizationDirection::Maximize))
}

#[test]
fn whatever_is_hidden_stays_open() {
    let mut random = Draw(2);
    let (mut hidden, mut told) = (0, 0);
    for _ in 0..30 {
        let table = draw(&mut random);
        let rows = rows(&table);
        let released = release(&rows, &Policy::default(), Known::default()).unwrap();
        assert!(released.withdrawn.is_empty(), "{table:?}");
        assert_eq!(released.rows.len(), rows.len());
        for (place, row) in released.rows.iter().enumerate() {
            if let Some(value) = row.value {
                assert!(value == 0.0 || value > 10.0, "{row:?}");
                told += 1;
                continue;
            }
            hidden += 1;
            let (low, high) = range(&released.rows, place);
            let open = (low < 1.5 && high > 9.5) || low > 10.5 || high < 0.5;
            assert!(open, "{} {} is {low} to {high} in {table:?}", row.group, row.stat);
        }
    }
    // Not everything is hidden.
    assert!(hidden > 100 && told > hidden / 2, "{hidden} hidden, {told} told");
}
