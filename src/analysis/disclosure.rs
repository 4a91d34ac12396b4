//! Disclosure control: the rows that may leave the house, and the proof that they may.
//!
//! [`release`] takes all rows of a study and gives those of a release: small counts are hidden, and with them
//! every count and every estimate from which they could be worked out. [`audit`] is its opponent. It is given the
//! released rows alone, knows nothing of how they were made, and works out what a reader could.
//! docs/disclosure.md has the rules.

pub mod audit;
mod cells;
mod chain;
mod derived;
mod rounding;
mod suppress;
mod tally;

use std::collections::{BTreeMap, BTreeSet};

use super::ard::{Reason, Row};
use super::survival::Times;
use crate::domain::Group;
use crate::study::{Confined, Exclusive, Grouping, Horizon, Nested, Study, Window};
use audit::{Finding, Passed, audit_beside};
use cells::{Cell, Cells};
use derived::{Facts, Fate, View, whatever_it_holds};
pub use tally::{Share, Tally};

/// What is small, and how coarse times become.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Policy {
    /// Counts from 1 to this are hidden.
    pub threshold: u64,
    /// A curve ends where fewer are at risk.
    pub min_at_risk: u64,
    /// Days between the points of a curve; none: so that there are at most 24.
    pub time_grid: Option<f64>,
}

impl Default for Policy {
    fn default() -> Self {
        Self { threshold: 10, min_at_risk: 11, time_grid: None }
    }
}

/// Lengths of a step of the grid that people read, in days.
const STEPS: [f64; 8] = [1.0, 7.0, 14.0, 30.0, 91.0, 182.0, 365.0, 730.0];
/// Most points of a curve.
const MOST_POINTS: f64 = 24.0;

impl Policy {
    /// What a study says; none where its report is internal.
    pub fn of(study: &Study) -> Option<Self> {
        let spec = &study.file.disclosure;
        let days = |grid: &crate::study::file::Placed| Horizon::parse(grid.get_ref()).map(|grid| grid.days);
        study.is_release().then(|| Self {
            threshold: spec.threshold,
            min_at_risk: spec.min_at_risk,
            time_grid: spec.time_grid.as_ref().and_then(days),
        })
    }

    /// The times of a curve up to the horizon, after 0.
    pub fn grid(&self, horizon: f64) -> Vec<f64> {
        let fitting = STEPS.into_iter().find(|step| horizon / step <= MOST_POINTS);
        let step = self.time_grid.or(fitting).unwrap_or(3650.0);
        // A day apart to a hundred years, if need be.
        (1..=36_525_u32).map(|count| f64::from(count) * step).take_while(|time| *time <= horizon).collect()
    }

    /// The times at which a curve is told: those of the grid in place of every event.
    pub fn coarse(&self, times: Times) -> Times {
        match times {
            Times::Curve(horizon) => Times::at(self.grid(horizon)),
            other => other,
        }
    }

    /// Whether a count may be shown where nothing else is.
    fn allows(&self, count: u64) -> bool {
        count == 0 || count > self.threshold
    }
}

/// What is left out of a release as a whole: an endpoint's comparison, or the endpoint with all of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Withdrawn {
    /// The endpoint, as the rows' `analysis_id` begins; empty: the table of baseline characteristics.
    pub subject: String,
    /// The comparison; none: all.
    pub comparison: Option<String>,
}

/// Why there is no release.
#[derive(Debug, thiserror::Error)]
pub enum DisclosureError {
    /// An analysis that has no rule.
    #[error(
        "{analysis_id}: disclosure control has no rule for the statistic {stat} of {analysis}, so it is not released"
    )]
    Unknown {
        /// Of which analysis of the study.
        analysis_id: String,
        /// The kind of analysis.
        analysis: String,
        /// The statistic.
        stat: String,
    },
    /// So few patients have come since an earlier release that everything told of them would single them out.
    #[error(
        "the number of treated patients differs by 1 to {threshold} from that of an earlier release, so that every \
         difference would be about few patients; the release of before stays until more have come"
    )]
    TooSoon {
        /// How many are few.
        threshold: u64,
    },
    /// What can be worked out whatever is hidden.
    #[error("a release would give away: {}", cells.join("; "))]
    Disclosive {
        /// The counts, by name.
        cells: Vec<String>,
    },
    /// Counts of patients that are none.
    #[error("{analysis_id}: {stat} is no count")]
    NoCount {
        /// Of which analysis of the study.
        analysis_id: String,
        /// The statistic.
        stat: String,
    },
}

/// What is known besides the rows of a release.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// The rows of earlier releases.
    pub earlier: &'a [Vec<Row>],
    /// Which endpoints are made of each other, by their definitions.
    pub nested: &'a [Nested],
    /// The groups that endpoints make.
    pub groupings: &'a [Grouping],
    /// The days after which endpoints have no events.
    pub windows: &'a [Window],
    /// The endpoints that exist for one kind of transplant only.
    pub confined: &'a [Confined],
    /// The outcomes at a fixed time, and the recoveries that rule them out.
    pub exclusive: &'a [Exclusive],
}

/// A release that the auditor has passed.
#[derive(Debug, Clone)]
pub struct Released {
    /// The rows, in their order.
    pub rows: Vec<Row>,
    /// What had to be left out as a whole.
    pub withdrawn: BTreeSet<Withdrawn>,
}

/// The rows of a release.
///
/// # Definition
/// Counts of 1 to `threshold` are hidden. So is a count that differs from another one of the same curve, from the
/// total of its table or from the last release by 1 to `threshold`, and as many more as it takes that the hidden
/// parts of a sum leave each of them open from 1 to `threshold`. What the auditor can work out all the same is opened
/// by hiding what costs least, and audited again, until nothing is found. An estimate stands only where the counts
/// that it is made of do; what remains is rounded.
///
/// # Input
/// All rows of a study whose curves are told on the grid of the policy, and what is known besides.
///
/// # Returns
/// The rows in their order. A hidden one has the reason `suppressed`; standard errors, single events and
/// censorings, and what is made of them, are gone.
///
/// # Errors
/// [`DisclosureError`] naming an analysis that has no rule, or what can be worked out whatever is hidden.
pub fn release(rows: &[Row], policy: &Policy, known: Known<'_>) -> Result<Released, DisclosureError> {
    let mut draft = Draft::new(rows, policy, known.earlier)?;
    let mut passed = Passed::default();
    let mut tried: BTreeMap<Finding, usize> = BTreeMap::new();
    let mut last = false;
    loop {
        let (released, places) = draft.rows()?;
        let audited = audit_beside(&released, policy, known, std::mem::take(&mut passed));
        let findings = audited.findings();
        if findings.is_empty() && last {
            return Ok(Released { rows: released, withdrawn: draft.withdrawn });
        }
        // Where nothing is found any more, everything is asked once more.
        last = findings.is_empty();
        if last {
            continue;
        }
        let mut changed = false;
        for row in audited.remedy(&tried) {
            changed |= draft.hide(places[row]);
        }
        for finding in &findings {
            *tried.entry(finding.clone()).or_insert(0) += 1;
        }
        // What no single number helps against is left out whole, as the last resort.
        if !changed && !draft.withdraw(&findings) {
            let cells = findings.into_iter().map(|finding| finding.cell).collect();
            return Err(DisclosureError::Disclosive { cells });
        }
        passed = audited.passed();
    }
}

/// Where a row stands: two releases are compared by it.
type Spot<'a> = (&'a str, &'a str, Option<&'a str>, &'a Group, [Option<&'a str>; 2], Option<u64>, &'a str);

fn spot(row: &Row) -> Spot<'_> {
    (
        &row.analysis_id,
        &row.analysis,
        row.population.as_deref(),
        &row.group,
        [row.cause.as_deref(), row.term.as_deref()],
        row.time.map(f64::to_bits),
        &row.stat,
    )
}

/// Rows on their way to be a release: what is hidden so far.
struct Draft<'a> {
    rows: &'a [Row],
    policy: &'a Policy,
    cells: Cells,
    facts: Facts<'a>,
    /// The count that each row tells, if it tells one.
    told: Vec<Option<Cell>>,
    /// What becomes of each row whatever is told beside it; none where that matters.
    fixed: Vec<Option<Fate>>,
    /// Rows that are no counts and are hidden by themselves.
    hidden: BTreeSet<usize>,
    withdrawn: BTreeSet<Withdrawn>,
}

impl<'a> Draft<'a> {
    fn new(rows: &'a [Row], policy: &'a Policy, earlier: &[Vec<Row>]) -> Result<Self, DisclosureError> {
        let mut cells = Cells::of(rows)?;
        let mut treated_before = None;
        for before in earlier {
            let before = Cells::of(before)?;
            if cells.hide_small_changes(&before, policy) {
                return Err(DisclosureError::TooSoon { threshold: policy.threshold });
            }
            treated_before = before.treated();
        }
        let told = rows.iter().map(|row| cells.cell(row)).collect();
        let facts = Facts::of(rows);
        let fixed = rows.iter().map(whatever_it_holds).collect();
        let mut draft = Self {
            rows,
            policy,
            cells,
            facts,
            told,
            fixed,
            hidden: BTreeSet::new(),
            withdrawn: BTreeSet::new(),
        };
        if let Some(before) = earlier.last().filter(|_| treated_before == draft.cells.treated()) {
            draft.hide_as_before(before);
        }
        Ok(draft)
    }

    /// Hides what the last release hid of the same patients, so that the two together tell no more than the one.
    fn hide_as_before(&mut self, before: &[Row]) {
        let told: BTreeSet<Spot<'_>> = before.iter().filter(|row| row.value.is_some()).map(spot).collect();
        let known: BTreeSet<&str> = before.iter().map(|row| &*row.analysis_id).collect();
        let same = |row: &Row| known.contains(&*row.analysis_id) && row.value.is_some();
        for (place, row) in self.rows.iter().enumerate() {
            if same(row) && !told.contains(&spot(row)) {
                self.hide(place);
            }
        }
    }

    /// The rows as they would be released, and which of all rows each of them is.
    fn rows(&mut self) -> Result<(Vec<Row>, Vec<usize>), DisclosureError> {
        suppress::suppress(&mut self.cells, self.policy);
        let view = View { cells: &self.cells, policy: self.policy, facts: &self.facts };
        let (mut released, mut places) = (Vec::new(), Vec::new());
        for (place, row) in self.rows.iter().enumerate() {
            let fate = match self.fixed[place] {
                Some(fate) => fate,
                None => view.fate(row, self.told[place].as_ref())?,
            };
            let fate = match fate {
                Fate::Shown(_) if self.hidden.contains(&place) => view.fate_of_hidden(row),
                fate => fate,
            };
            match fate {
                Fate::Left => continue,
                Fate::Hidden => {
                    released.push(Row { value: None, reason: Some(Reason::Suppressed), ..row.clone() });
                }
                Fate::Shown(value) => released.push(Row { value, ..row.clone() }),
            }
            places.push(place);
        }
        Ok((released, places))
    }

    /// Hides what a row tells; whether it was told.
    fn hide(&mut self, place: usize) -> bool {
        let Some(cell) = &self.told[place] else { return self.hidden.insert(place) };
        let told = self.cells.shown(cell).is_some();
        self.cells.hide(cell);
        told
    }

    /// Leaves out the comparisons that findings are about, and where that was done already, their endpoints; whether
    /// there was anything left to do. The cohort itself is never left out.
    fn withdraw(&mut self, findings: &[Finding]) -> bool {
        let before = self.withdrawn.clone();
        for finding in findings {
            let subject = finding.subject.split('#').next().unwrap_or_default().to_owned();
            let comparison = finding.comparison.clone();
            if subject.is_empty() && comparison.is_none() {
                continue;
            }
            let one = Withdrawn { subject: subject.clone(), comparison };
            if !before.contains(&one) {
                self.withdrawn.insert(one);
            } else if !subject.is_empty() {
                self.withdrawn.insert(Withdrawn { subject, comparison: None });
            }
        }
        self.cells.withdraw(&self.withdrawn);
        self.withdrawn.len() > before.len()
    }
}

#[cfg(test)]
mod tests;
