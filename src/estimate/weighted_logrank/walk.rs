//! Several groups walked through time together.

use super::Events;
use crate::estimate::risk_table::index_of;
use crate::estimate::{EstimateError, RiskTable};

/// One group at one time.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::estimate) struct GroupAt {
    pub(in crate::estimate) at_risk: u64,
    /// Events of interest.
    pub(in crate::estimate) events: u64,
    /// Events of other causes.
    pub(in crate::estimate) competing: u64,
}

/// All groups at one time.
#[derive(Debug, Default)]
pub(in crate::estimate) struct Instant {
    pub(in crate::estimate) groups: Vec<GroupAt>,
    pub(in crate::estimate) total_at_risk: u64,
    pub(in crate::estimate) total_events: u64,
    pub(in crate::estimate) total_competing: u64,
}

/// Goes through the times at which any group has an event of any cause.
pub(in crate::estimate) struct Walk<'a> {
    tables: &'a [RiskTable],
    events: Events,
    next: Vec<usize>,
    instant: Instant,
}

impl<'a> Walk<'a> {
    pub(in crate::estimate) fn new(tables: &'a [RiskTable], events: Events) -> Self {
        let instant = Instant { groups: vec![GroupAt::default(); tables.len()], ..Instant::default() };
        Self { tables, events, next: vec![0; tables.len()], instant }
    }

    /// The next time with an event of any cause.
    pub(in crate::estimate) fn next_instant(&mut self) -> Option<&Instant> {
        loop {
            let rows = self.tables.iter().zip(&self.next).filter_map(|(table, next)| table.row(*next));
            let time = rows.map(|row| row.time).reduce(f64::min)?;
            self.stop_at(time);
            if self.instant.total_events + self.instant.total_competing > 0 {
                return Some(&self.instant);
            }
        }
    }

    fn stop_at(&mut self, time: f64) {
        let instant = &mut self.instant;
        (instant.total_at_risk, instant.total_events, instant.total_competing) = (0, 0, 0);
        for ((table, next), group) in self.tables.iter().zip(&mut self.next).zip(&mut instant.groups) {
            *group = GroupAt::default();
            // Nothing changes between rows, so the next row knows who is at risk now.
            let Some(row) = table.row(*next) else { continue };
            group.at_risk = row.at_risk;
            if row.time <= time {
                let all = row.any_event();
                group.events = match self.events {
                    Events::Any => all,
                    Events::Cause(cause) => row.events[index_of(cause)],
                };
                group.competing = all - group.events;
                *next += 1;
            }
            instant.total_at_risk += group.at_risk;
            instant.total_events += group.events;
            instant.total_competing += group.competing;
        }
    }
}

/// The number of groups of every stratum.
pub(in crate::estimate) fn check_shape(
    strata: &[Vec<RiskTable>],
    events: Events,
) -> Result<usize, EstimateError> {
    let groups = strata.first().map_or(0, Vec::len);
    let causes = strata.iter().flatten().next().map_or(0, |table| table.causes);
    if strata.iter().any(|stratum| stratum.len() != groups)
        || strata.iter().flatten().any(|table| table.causes != causes)
    {
        return Err(EstimateError::Mismatch);
    }
    match events {
        Events::Cause(cause) if groups > 0 && index_of(cause) >= causes => {
            Err(EstimateError::NoSuchCause { cause, causes })
        }
        _ => Ok(groups),
    }
}
