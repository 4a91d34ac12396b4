//! Data for tests: the bone marrow transplants of Klein and Moeschberger, and small random data.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{Interval, RiskTable};

/// One patient of the bone marrow transplant data (Klein and Moeschberger, Survival Analysis, 1997, table D.1).
pub(super) struct Patient {
    pub(super) group: u32,
    /// Methotrexate, the stratum.
    pub(super) mtx: u32,
    death_time: f64,
    free_time: f64,
    death: u32,
    relapse: u32,
}

impl Patient {
    /// Time to death.
    pub(super) fn survival(&self) -> Interval {
        Interval::from_start(self.death_time, self.death)
    }

    /// Time to relapse (1) or death without it (2).
    pub(super) fn incidence(&self) -> Interval {
        let cause = if self.relapse == 1 { 1 } else { 2 * self.death };
        Interval::from_start(self.free_time, cause)
    }
}

/// The 137 patients.
pub(super) fn patients() -> Vec<Patient> {
    let read = |line: &str| {
        let numbers: Vec<u32> = line.split(',').map(|field| field.parse().unwrap()).collect();
        Patient {
            group: numbers[0],
            death_time: numbers[1].into(),
            free_time: numbers[2].into(),
            death: numbers[3],
            relapse: numbers[4],
            mtx: numbers[5],
        }
    };
    include_str!("sample/bone_marrow.csv").lines().skip(1).map(read).collect()
}

/// The risk table of one interval a subject.
pub(super) fn table(intervals: &[Interval], causes: usize) -> RiskTable {
    RiskTable::new(intervals, causes, intervals.iter().map(|interval| interval.count).sum()).unwrap()
}

/// The tables of `groups` groups in `strata` strata.
pub(super) fn tables(rows: &[(u32, u32, Interval)], strata: u32, groups: u32) -> Vec<Vec<RiskTable>> {
    let of = |stratum, group| {
        let chosen = rows.iter().filter(|(s, g, _)| *s == stratum && *g == group).map(|(_, _, one)| *one);
        table(&chosen.collect::<Vec<_>>(), 2)
    };
    (0..strata).map(|stratum| (0..groups).map(|group| of(stratum, group)).collect()).collect()
}

/// As many cases, the same in every run.
pub(super) fn fixed_cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_260_101),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn weighted(entry: Option<u32>, exit: u32, cause: u32, count: u64) -> Interval {
    let entry = entry.filter(|entry| *entry < exit).map(f64::from);
    Interval { entry, exit: exit.into(), cause, count, inner: false }
}

/// Up to 24 rows with ties, two causes, weights from 0 to 3, and all at risk from the start.
pub(super) fn from_start() -> impl Strategy<Value = Vec<Interval>> {
    let row = (0_u32..12, 0_u32..3, 0_u64..4);
    prop::collection::vec(row.prop_map(|(exit, cause, count)| weighted(None, exit, cause, count)), 0..24)
}

/// The same with delayed entry of some.
pub(super) fn delayed() -> impl Strategy<Value = Vec<Interval>> {
    let row = (prop::option::of(0_u32..10), 0_u32..12, 0_u32..3, 0_u64..4);
    let interval = row.prop_map(|(entry, exit, cause, count)| weighted(entry, exit, cause, count));
    prop::collection::vec(interval, 0..24)
}

/// Rows in strata 0 and 1 and groups 0 to 2.
pub(super) fn grouped(
    rows: impl Strategy<Value = Vec<Interval>>,
) -> impl Strategy<Value = Vec<(u32, u32, Interval)>> {
    let places = prop::collection::vec((0_u32..2, 0_u32..3), 24);
    (rows, places)
        .prop_map(|(rows, places)| rows.into_iter().zip(places).map(|(row, (s, g))| (s, g, row)).collect())
}
