//! Which counts the rows of a study tell: each once, however many rows tell it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{DisclosureError, Policy, Withdrawn};
use crate::analysis::TREATED;
use crate::analysis::ard::Row;
use crate::analysis::row_set::{Tells, stat};
use crate::analysis::share::GROUNDS;
use crate::domain::Group;

/// Whom a count is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    /// The endpoint, with its landmark; empty for the cohort itself.
    pub(super) subject: Arc<str>,
    pub(super) population: Arc<str>,
    /// The by-columns, comma-separated; empty for everybody.
    pub(super) comparison: Arc<str>,
    pub(super) group: Arc<Group>,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quantity {
    Patients,
    /// Events of a cause up to a time, in the order of its bits; the largest stands for all follow-up.
    Events {
        cause: Arc<str>,
        until: u64,
    },
    AtRisk {
        time: u64,
    },
    /// With this level of a status.
    Status(Arc<str>),
    /// With this level of a baseline variable, or with any (`variable`).
    Level(Arc<str>),
    /// Without a value of a baseline variable.
    Missing(Arc<str>),
    /// Left after a step of the flow, or left out by it.
    Step(Arc<str>),
    LeftOut(Arc<str>),
    /// Whom an endpoint does not count, and why.
    NotCounted(Arc<str>),
}

/// All follow-up.
pub(super) const ALL: u64 = u64::MAX;
/// Before the name of what may happen to a patient more than once.
pub(super) const EPISODES: &str = "*episodes";

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    pub(super) line: Line,
    pub(super) quantity: Quantity,
}

/// A count and whether it may be told.
#[derive(Debug, Clone)]
pub(super) struct Count {
    pub(super) value: u64,
    pub(super) hidden: bool,
}

/// The counts of a study.
#[derive(Debug, Default)]
pub(super) struct Cells {
    pub(super) counts: BTreeMap<Cell, Count>,
    /// The lines of which something was hidden since they were last looked at; all of them at first.
    pub(super) changed: BTreeSet<Line>,
    /// The steps of the flow in order.
    pub(super) steps: Vec<Arc<str>>,
    /// The times of the tables.
    pub(super) asked: BTreeSet<u64>,
    /// The first cause of each endpoint with competing events.
    interest: BTreeMap<Arc<str>, Arc<str>>,
    /// The endpoints that count every episode.
    recurrent: BTreeSet<Arc<str>>,
}

/// The endpoint of an analysis, with its landmark: `os@100` of `os@100:age#risk`.
pub(super) fn subject(row: &Row) -> &str {
    row.analysis_id.split([':', '#']).next().unwrap_or_default()
}

/// Whether a row is left out of a release whole: of a population beside all treated, whose difference from them would
/// tell; the counts of populations and of classes of conditioning; which of several events came first; what no response
/// rests on; findings about the data, and who is evaluable.
pub(super) fn stays_inside(row: &Row) -> bool {
    let whole = ["states", "ingest", "population", "conditioning", "quality", "evaluable", GROUNDS];
    whole.contains(&&*row.analysis)
        || (&*row.analysis == "flow" && row.cause.is_some())
        || subject(row).contains('/')
        || (&*row.analysis == "endpoint" && row.term.is_some())
}

/// Whom a row is of. A model has a line of its own.
pub(super) fn line(row: &Row) -> Line {
    let of_cohort = matches!(&*row.analysis, "flow" | "baseline");
    let model = part(row).starts_with("model");
    let subject = match (of_cohort, model) {
        (true, _) => "",
        (false, true) => &*row.analysis_id,
        (false, false) => subject(row),
    };
    Line {
        subject: subject.into(),
        population: row.population.clone().unwrap_or_else(|| TREATED.into()),
        comparison: row.comparison.clone().unwrap_or_default(),
        group: Arc::clone(&row.group),
    }
}

/// What follows `#`, if anything.
pub(super) fn part(row: &Row) -> &str {
    row.analysis_id.split_once('#').map_or("", |(_, part)| part)
}

impl Cells {
    pub(super) fn of(rows: &[Row]) -> Result<Self, DisclosureError> {
        let mut cells = Self::default();
        for row in rows {
            match (&*row.analysis, &row.cause) {
                ("cif", Some(cause)) => {
                    cells.interest.entry(subject(row).into()).or_insert_with(|| Arc::clone(cause));
                }
                ("recurrent", _) => {
                    cells.recurrent.insert(subject(row).into());
                }
                _ => {}
            }
        }
        for row in rows {
            cells.asked.extend(row.time.map(f64::to_bits).filter(|_| part(row).is_empty()));
            if let (Some(cell), Some(value)) = (cells.cell(row), row.value) {
                if let Quantity::Step(step) = &cell.quantity
                    && !cells.steps.contains(step)
                {
                    cells.steps.push(Arc::clone(step));
                }
                cells.changed.insert(cell.line.clone());
                cells.counts.insert(cell, Count { value: whole(row, value)?, hidden: false });
            }
        }
        Ok(cells)
    }

    /// The count that a row tells, if it tells one.
    pub(super) fn cell(&self, row: &Row) -> Option<Cell> {
        Some(Cell { line: line(row), quantity: self.quantity(row)? })
    }

    fn quantity(&self, row: &Row) -> Option<Quantity> {
        let name = &*row.stat;
        if stays_inside(row) || (part(row) == "risk" && name != "n_risk") {
            return None;
        }
        let term = || row.term.clone().unwrap_or_default();
        let events = |cause: Arc<str>| {
            let until = row.time.map_or(ALL, f64::to_bits);
            Quantity::Events { cause, until }
        };
        let interest = || self.interest(row);
        match (&*row.analysis, stat::tells(name)?) {
            ("flow", Tells::Patients) => Some(Quantity::Step(term())),
            ("flow", Tells::LeftOut) => Some(Quantity::LeftOut(term())),
            ("baseline", Tells::Patients) => Some(match &row.term {
                None => Quantity::Patients,
                Some(level) => Quantity::Level(Arc::clone(level)),
            }),
            ("baseline", Tells::Missing) => Some(Quantity::Missing(term())),
            ("km" | "cif" | "recurrent", Tells::AtRisk) => {
                row.time.map(|time| Quantity::AtRisk { time: time.to_bits() })
            }
            ("recurrent", Tells::Events) => Some(events(EPISODES.into())),
            ("recurrent", Tells::Terminal) => Some(events("terminal".into())),
            ("km" | "cif" | "cox" | "finegray", Tells::Events) => {
                Some(events(row.cause.clone().unwrap_or_default()))
            }
            ("rate", Tells::Events) => {
                let recurs = self.recurs(row);
                Some(events(if recurs { EPISODES.into() } else { interest() }))
            }
            ("cox" | "finegray" | "endpoint", Tells::LeftOut) => {
                Some(Quantity::NotCounted(Arc::clone(&row.stat)))
            }
            (_, Tells::Observed) => Some(events(row.cause.clone().unwrap_or_else(interest))),
            ("proportion" | "association", Tells::Status) => {
                Some(Quantity::Status(row.cause.clone().unwrap_or_default()))
            }
            (
                "endpoint" | "km" | "cif" | "recurrent" | "rate" | "cox" | "finegray" | "proportion"
                | "association",
                Tells::Patients,
            ) => Some(Quantity::Patients),
            _ => None,
        }
    }

    /// All treated patients: who is left after the last step of the flow.
    pub(super) fn treated(&self) -> Option<u64> {
        let last = self.steps.last()?;
        let of_flow =
            |(cell, _): &(&Cell, &Count)| matches!(&cell.quantity, Quantity::Step(step) if step == last);
        self.counts.iter().find(of_flow).map(|(_, count)| count.value)
    }

    /// The cause of interest of a row's endpoint; empty where nothing competes.
    pub(super) fn interest(&self, row: &Row) -> Arc<str> {
        self.interest.get(subject(row)).cloned().unwrap_or_default()
    }

    /// Whether the endpoint of a row counts every episode.
    pub(super) fn recurs(&self, row: &Row) -> bool {
        self.recurrent.contains(subject(row))
    }

    /// All that is counted of a group.
    pub(super) fn of_line<'s>(&'s self, line: &'s Line) -> impl Iterator<Item = (&'s Cell, &'s Count)> {
        // The number of patients is the first quantity.
        let first = Cell { line: line.clone(), quantity: Quantity::Patients };
        self.counts.range(first..).take_while(|(cell, _)| cell.line == *line)
    }

    /// All that is counted of the groups of a comparison.
    pub(super) fn of_comparison<'s>(&'s self, of: &'s Line) -> impl Iterator<Item = (&'s Cell, &'s Count)> {
        let everybody = Line { group: Arc::default(), ..of.clone() };
        let first = Cell { line: everybody, quantity: Quantity::Patients };
        let same = |line: &Line| {
            (&line.subject, &line.population, &line.comparison)
                == (&of.subject, &of.population, &of.comparison)
        };
        self.counts.range(first..).take_while(move |(cell, _)| same(&cell.line))
    }

    /// The count, where it may be told.
    pub(super) fn shown(&self, cell: &Cell) -> Option<u64> {
        self.counts.get(cell).filter(|count| !count.hidden).map(|count| count.value)
    }

    /// Hides a count; with the number of patients of a group goes all that is counted of it.
    pub(super) fn hide(&mut self, cell: &Cell) {
        if cell.quantity == Quantity::Patients {
            self.changed.insert(cell.line.clone());
            for (_, count) in self.counts.range_mut(cell..).take_while(|(other, _)| other.line == cell.line) {
                count.hidden = true;
            }
        }
        if let Some(count) = self.counts.get_mut(cell)
            && !std::mem::replace(&mut count.hidden, true)
        {
            self.changed.insert(cell.line.clone());
        }
    }

    /// Hides what is to be left out as a whole. The numbers of patients stay: other tables tell them too.
    pub(super) fn withdraw(&mut self, withdrawn: &BTreeSet<Withdrawn>) {
        for (cell, count) in &mut self.counts {
            let covers = |one: &Withdrawn| {
                let subject = cell.line.subject.split('#').next().unwrap_or_default();
                let of_cohort = matches!(cell.quantity, Quantity::Step(_) | Quantity::LeftOut(_));
                *one.subject == *subject
                    && !of_cohort
                    && one.comparison.as_deref().is_none_or(|by| *by == *cell.line.comparison)
            };
            if cell.quantity != Quantity::Patients && withdrawn.iter().any(covers) {
                count.hidden = true;
                self.changed.insert(cell.line.clone());
            }
        }
    }

    /// Hides what differs from an earlier release by so few that they could be told; whether that is so of all
    /// treated patients.
    pub(super) fn hide_small_changes(&mut self, earlier: &Self, policy: &Policy) -> bool {
        let mut of_all = false;
        for (cell, count) in &mut self.counts {
            let Some(before) = earlier.counts.get(cell) else { continue };
            if !policy.allows(before.value.abs_diff(count.value)) {
                count.hidden = true;
                self.changed.insert(cell.line.clone());
                let last = self.steps.last();
                of_all |= matches!(&cell.quantity, Quantity::Step(step) if Some(step) == last);
            }
        }
        of_all
    }
}

/// A count as a whole number.
fn whole(row: &Row, value: f64) -> Result<u64, DisclosureError> {
    if value < 0.0 || value.fract() != 0.0 || value > 9e15 {
        return Err(DisclosureError::NoCount {
            analysis_id: row.analysis_id.to_string(),
            stat: row.stat.to_string(),
        });
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of at most 9e15"
    )]
    let count = value as u64;
    Ok(count)
}
