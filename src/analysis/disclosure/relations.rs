//! Which counts are sums of others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cells::{ALL, Cell, Cells, EPISODES, Line, Quantity};
use crate::analysis::share::joins;
use crate::analysis::{EVALUABLE, TREATED};
use crate::domain::Group;

/// A total, its parts, and what it holds besides them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) total: Cell,
    pub(super) parts: Vec<Cell>,
    /// What no row tells: those without a level, censored, still followed, ...
    pub(super) rest: u64,
    /// What is hidden first where one of the two has to be.
    pub(super) dearer: Dearer,
}

/// What of a sum is wanted more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dearer {
    /// The total, as nearly always.
    Total,
    /// The parts: of the flow, those who are left in the end.
    Parts,
}

/// Every sum among the counts.
pub(super) fn sums(cells: &mut Cells) -> Vec<Sum> {
    let mut sums = Finder { cells, sums: Vec::new() };
    sums.treated();
    sums.columns();
    sums.flow();
    sums.endpoints();
    sums.events();
    sums.levels();
    sums.statuses();
    sums.subsets();
    sums.sums
}

struct Finder<'a> {
    cells: &'a mut Cells,
    sums: Vec<Sum>,
}

fn patients(line: &Line) -> Cell {
    Cell { line: line.clone(), quantity: Quantity::Patients }
}

impl Finder<'_> {
    fn value(&self, cell: &Cell) -> Option<u64> {
        self.cells.counts.get(cell).map(|count| count.value)
    }

    /// Notes a sum, where all of it exists and the parts are not more than the total.
    fn add(&mut self, total: Cell, parts: Vec<Cell>) {
        let Some(whole) = self.value(&total) else { return };
        let told: Option<u64> = parts.iter().map(|part| self.value(part)).sum();
        if let Some(told) = told.filter(|told| *told <= whole && !parts.is_empty()) {
            let of_flow = matches!(parts[0].quantity, Quantity::Step(_));
            let dearer = if of_flow { Dearer::Parts } else { Dearer::Total };
            self.sums.push(Sum { total, parts, rest: whole - told, dearer });
        }
    }

    fn lines(&self) -> BTreeSet<Line> {
        self.cells.counts.keys().map(|cell| cell.line.clone()).collect()
    }

    /// All treated patients of each group, of which the patients of every endpoint are a part.
    fn treated(&mut self) {
        let Some(everybody) = self.cells.steps.last().and_then(|step| {
            let line = cohort_line("", &Arc::default());
            self.value(&Cell { line, quantity: Quantity::Step(Arc::clone(step)) })
        }) else {
            return;
        };
        let whole: Vec<(Cell, u64, bool)> = self
            .cells
            .counts
            .iter()
            .filter(|(cell, _)| cell.quantity == Quantity::Patients && &*cell.line.population == TREATED)
            .filter(|(cell, _)| !cell.line.subject.contains(['@', '#']))
            .map(|(cell, count)| (cell.clone(), count.value, self.counts_everybody(cell, everybody)))
            .collect();
        for (cell, value, _) in whole.iter().filter(|(_, _, all)| *all) {
            let line = cohort_line(&cell.line.comparison, &cell.line.group);
            self.cells
                .counts
                .entry(patients(&line))
                .or_insert(super::cells::Count { value: *value, hidden: false });
        }
        for (cell, _, _) in whole.into_iter().filter(|(cell, _, _)| !cell.line.subject.is_empty()) {
            let line = cohort_line(&cell.line.comparison, &cell.line.group);
            self.add(patients(&line), vec![cell]);
        }
        let last = self.cells.steps.last().cloned().unwrap_or_default();
        let everybody = cohort_line("", &Arc::default());
        self.add(
            Cell { line: everybody.clone(), quantity: Quantity::Step(last) },
            vec![patients(&everybody)],
        );
    }

    fn counts_everybody(&self, cell: &Cell, everybody: u64) -> bool {
        let overall = Line { comparison: Arc::default(), group: Arc::default(), ..cell.line.clone() };
        self.value(&patients(&overall)) == Some(everybody)
    }

    /// Groups against what they divide: everybody, or a crossing against each of its variables.
    fn columns(&mut self) {
        let mut columns: BTreeMap<Cell, Vec<Cell>> = BTreeMap::new();
        for cell in self.cells.counts.keys().filter(|cell| !cell.line.comparison.is_empty()) {
            let by: Vec<&str> = cell.line.comparison.split(',').collect();
            let whole = |kept: &[&str]| Cell {
                line: Line {
                    comparison: kept.join(",").into(),
                    group: project(&cell.line.group, kept),
                    ..cell.line.clone()
                },
                quantity: cell.quantity.clone(),
            };
            let without = |one: &str| by.iter().copied().filter(|other| *other != one).collect::<Vec<_>>();
            let mut totals: Vec<Cell> = by.iter().map(|one| whole(&without(one))).collect();
            totals.retain(|total| self.cells.counts.contains_key(total));
            if totals.is_empty() {
                totals.push(whole(&[]));
            }
            for total in totals {
                columns.entry(total).or_default().push(cell.clone());
            }
        }
        for (total, parts) in columns {
            // One total may have parts of several comparisons.
            let mut of: BTreeMap<Arc<str>, Vec<Cell>> = BTreeMap::new();
            for part in parts {
                of.entry(Arc::clone(&part.line.comparison)).or_default().push(part);
            }
            for parts in of.into_values() {
                self.add(total.clone(), parts);
            }
        }
    }

    fn flow(&mut self) {
        let line = cohort_line("", &Arc::default());
        let steps = self.cells.steps.clone();
        for pair in steps.windows(2) {
            let cell = |quantity| Cell { line: line.clone(), quantity };
            self.add(
                cell(Quantity::Step(Arc::clone(&pair[0]))),
                vec![
                    cell(Quantity::Step(Arc::clone(&pair[1]))),
                    cell(Quantity::LeftOut(Arc::clone(&pair[1]))),
                ],
            );
        }
    }

    /// All treated: those an endpoint counts, and those it does not for one reason or another.
    fn endpoints(&mut self) {
        for line in self.lines().into_iter().filter(|line| !line.subject.is_empty()) {
            let reasons: Vec<Cell> = self.of_line(
                &line,
                |quantity| matches!(quantity, Quantity::NotCounted(stat) if !stat.starts_with("n_excluded")),
            );
            if !reasons.is_empty() {
                let parts = std::iter::once(patients(&line)).chain(reasons).collect();
                self.add(patients(&cohort_line(&line.comparison, &line.group)), parts);
            }
        }
    }

    fn of_line(&self, line: &Line, wanted: impl Fn(&Quantity) -> bool) -> Vec<Cell> {
        let own = self.cells.of_line(line).map(|(cell, _)| cell);
        own.filter(|cell| wanted(&cell.quantity)).cloned().collect()
    }

    /// Patients: those with an event of each cause by a time, and those without.
    fn events(&mut self) {
        for line in self.lines() {
            let mut by_time: BTreeMap<u64, Vec<Cell>> = BTreeMap::new();
            for cell in self.of_line(&line, |quantity| matches!(quantity, Quantity::Events { .. })) {
                if let Quantity::Events { cause, until } = &cell.quantity
                    && &**cause != EPISODES
                {
                    by_time.entry(*until).or_default().push(cell.clone());
                }
            }
            let causes = by_time.get(&ALL).map_or(0, Vec::len);
            for parts in by_time.into_values().filter(|parts| parts.len() >= causes) {
                self.add(patients(&line), parts);
            }
        }
    }

    /// Patients: those with and without a value of a baseline variable; those with one, by level.
    fn levels(&mut self) {
        for line in self.lines().into_iter().filter(|line| line.subject.is_empty()) {
            let own = self.of_line(&line, |quantity| matches!(quantity, Quantity::Level(_)));
            let name = |cell: &Cell| match &cell.quantity {
                Quantity::Level(name) => Arc::clone(name),
                _ => Arc::default(),
            };
            for variable in own.iter().filter(|cell| !name(cell).contains('=')) {
                let missing = Quantity::Missing(name(variable));
                let without = Cell { line: line.clone(), quantity: missing };
                self.add(patients(&line), vec![variable.clone(), without]);
                let begin = format!("{}=", name(variable));
                let parts = own.iter().filter(|cell| name(cell).starts_with(&begin)).cloned().collect();
                self.add(variable.clone(), parts);
            }
        }
    }

    /// Patients by status; `CR or R` is the sum of every response.
    fn statuses(&mut self) {
        for line in self.lines() {
            let own = self.of_line(&line, |quantity| matches!(quantity, Quantity::Status(_)));
            let name = |cell: &Cell| match &cell.quantity {
                Quantity::Status(name) => Arc::clone(name),
                _ => Arc::default(),
            };
            let (joined, single): (Vec<Cell>, Vec<Cell>) =
                own.into_iter().partition(|cell| name(cell).contains(" or "));
            for whole in joined {
                let label = name(&whole);
                let parts: Vec<Cell> =
                    single.iter().filter(|cell| joins(&label, &name(cell))).cloned().collect();
                self.add(whole.clone(), parts);
                self.add(patients(&line), vec![whole]);
            }
            self.add(patients(&line), single);
        }
    }

    /// Whoever is counted in a part of an analysis is counted in all of it: from a landmark on, in a model, evaluable.
    fn subsets(&mut self) {
        let cells: Vec<Cell> = self.cells.counts.keys().cloned().collect();
        for cell in cells {
            let Line { subject, population, .. } = &cell.line;
            let wider = if let Some((whole, _)) = subject.rsplit_once(['@', '#']) {
                Some(Line { subject: whole.into(), ..cell.line.clone() })
            } else {
                (&**population == EVALUABLE).then(|| Line { population: TREATED.into(), ..cell.line.clone() })
            };
            let counts_people = matches!(&cell.quantity, Quantity::Patients | Quantity::Status(_))
                || matches!(&cell.quantity, Quantity::Events { until: ALL, .. });
            if let Some(line) = wider.filter(|_| counts_people) {
                let of_model = cell.line.subject.contains('#');
                let reason = if of_model { "n_excluded" } else { "n_excluded_landmark" };
                let excluded = Quantity::NotCounted(reason.into());
                let left_out = Cell { line: cell.line.clone(), quantity: excluded };
                let total = Cell { line, quantity: cell.quantity.clone() };
                let both = cell.quantity == Quantity::Patients && self.value(&left_out).is_some();
                let parts = if both { vec![cell, left_out] } else { vec![cell] };
                self.add(total, parts);
            }
        }
    }
}

/// The cohort itself, or a group of it.
fn cohort_line(comparison: &str, group: &Arc<Group>) -> Line {
    Line {
        subject: Arc::default(),
        population: TREATED.into(),
        comparison: comparison.into(),
        group: Arc::clone(group),
    }
}

/// The levels of some of a group's variables.
fn project(group: &Group, kept: &[&str]) -> Arc<Group> {
    let levels = group.levels().iter().filter(|(name, _)| kept.contains(&name.as_str()));
    Arc::new(Group::new(levels.cloned().collect()))
}
