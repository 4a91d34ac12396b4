//! How much a release tells.

use std::fmt;

use super::cells::{part, stays_inside};
use crate::analysis::ard::{Reason, Row};
use crate::analysis::bookkeeping::RULES;
use crate::analysis::row_set::{Tells, stat};

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that are told.
    pub told: usize,
    /// Those that there are.
    pub of: usize,
}

/// How many of the numbers of the tables are told: points of curves, and what no release holds, are not among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Counts of patients and events.
    pub counts: Share,
    /// Estimates, their limits, tests and models.
    pub estimates: Share,
}

impl Tally {
    /// How many of the released rows have a value, and how many are hidden.
    pub fn of(rows: &[Row]) -> Self {
        let mut tally = Self::default();
        let asked = |row: &&Row| {
            !matches!(part(row), "curve" | "risk" | "extras")
                && !part(row).ends_with("-curve")
                && !stays_inside(row)
                && &*row.analysis != RULES
        };
        for row in rows.iter().filter(asked) {
            let share = match stat::tells(&row.stat) {
                Some(Tells::Estimate) => &mut tally.estimates,
                Some(Tells::Censored) | None => continue,
                Some(counts) if counts.is_count() => &mut tally.counts,
                Some(_) => continue,
            };
            let told = row.value.is_some();
            if told || row.reason == Some(Reason::Suppressed) {
                share.told += usize::from(told);
                share.of += 1;
            }
        }
        tally
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { counts, estimates } = self;
        write!(
            f,
            "{} of {} counts and {} of {} estimates",
            counts.told, counts.of, estimates.told, estimates.of
        )
    }
}
