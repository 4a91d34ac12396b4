//! Tests between groups -> ARD rows.

mod fixed_time;
mod max_combo;
mod means;
mod pairs;
mod ranks;

use std::sync::Arc;

use super::ard::Row;
use super::factor::Factor;
use super::reduce::{GroupTable, ReduceError, Rows};
use super::row_set::{Frame, Place};
use crate::domain::{Convention, Group};
use crate::estimate::{RiskTable, Weight};
use crate::study::{Adjustment, TestName, Trend};

/// A test between groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Test {
    /// Of the log-rank family.
    Weighted(Weight),
    /// Gray's, of cumulative incidence.
    Gray,
    /// The largest of four of the log-rank family.
    MaxCombo,
    /// Of restricted means.
    RestrictedMean {
        /// The horizon.
        tau: f64,
    },
    /// Of restricted means of the time lost to each cause.
    RestrictedTimeLost {
        /// The horizon.
        tau: f64,
    },
    /// At one time.
    FixedTime {
        /// The time.
        time: f64,
        /// Of what.
        curve: Curve,
    },
}

/// What is compared at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curve {
    /// Survival.
    Survival,
    /// The cumulative incidence of each cause.
    Incidence,
}

impl Test {
    /// The test of this name, of `curve` where it may be of either.
    pub fn named(name: TestName, curve: Curve) -> Self {
        match name {
            TestName::Logrank => Self::Weighted(Weight::LogRank),
            TestName::Gehan => Self::Weighted(Weight::Gehan),
            TestName::TaroneWare => Self::Weighted(Weight::TaroneWare),
            TestName::Peto => Self::Weighted(Weight::Peto),
            TestName::FlemingHarrington { rho, gamma } => {
                Self::Weighted(Weight::FlemingHarrington { rho, gamma })
            }
            TestName::Gray => Self::Gray,
            TestName::MaxCombo => Self::MaxCombo,
            TestName::RestrictedMean { tau } => Self::RestrictedMean { tau },
            TestName::RestrictedTimeLost { tau } => Self::RestrictedTimeLost { tau },
            TestName::FixedTime { time } => Self::FixedTime { time, curve },
        }
    }
}

/// What is asked of a test.
#[derive(Debug, Clone, Copy)]
pub struct TestRequest {
    /// Which test.
    pub test: Test,
    /// Whether every pair of groups is tested as well, and how their p-values are adjusted.
    pub pairwise: Option<Adjustment>,
    /// Whether a trend is tested as well.
    pub trend: Trend,
    /// Level of intervals, where the test has some.
    pub conf_level: f64,
    /// The conventions.
    pub profile: Convention,
}

impl TestRequest {
    /// The `analysis` of its rows.
    pub fn name(&self) -> &'static str {
        match self.test {
            Test::Weighted(Weight::LogRank) => "logrank",
            Test::Weighted(Weight::Gehan) => "gehan",
            Test::Weighted(Weight::TaroneWare) => "tarone-ware",
            Test::Weighted(Weight::Peto) => "peto",
            Test::Weighted(Weight::FlemingHarrington { .. }) => "fleming-harrington",
            Test::Gray => "gray",
            Test::MaxCombo => "max-combo",
            Test::RestrictedMean { .. } => "rmst",
            Test::RestrictedTimeLost { .. } => "rmtl",
            Test::FixedTime { .. } => "fixed-time",
        }
    }

    fn title(&self) -> String {
        match self.test {
            Test::Weighted(Weight::LogRank) => "Log-rank test".to_owned(),
            Test::Weighted(Weight::Gehan) => "Gehan-Breslow-Wilcoxon test".to_owned(),
            Test::Weighted(Weight::TaroneWare) => "Tarone-Ware test".to_owned(),
            Test::Weighted(Weight::Peto) => "Peto test".to_owned(),
            Test::Weighted(Weight::FlemingHarrington { rho, gamma }) => {
                format!("Fleming-Harrington test; rho {rho}; gamma {gamma}")
            }
            Test::Gray => "Gray test; rho 0".to_owned(),
            Test::MaxCombo => "Maximum of the Fleming-Harrington tests (0,0), (1,0), (0,1), (1,1)".to_owned(),
            Test::RestrictedMean { tau } => format!(
                "Comparison of restricted mean survival times; tau {tau}; interval plain, of ratios log; level {}; \
                 variance Greenwood",
                self.conf_level
            ),
            Test::RestrictedTimeLost { tau } => format!(
                "Comparison of restricted mean times lost; tau {tau}; interval plain, of ratios log; level {}; \
                 variance Aalen",
                self.conf_level
            ),
            Test::FixedTime { time, curve: Curve::Survival } => {
                format!("Comparison of survival at {time}; transformation log-log; variance Greenwood")
            }
            Test::FixedTime { time, curve: Curve::Incidence } => format!(
                "Comparison of cumulative incidence at {time}; transformation log(-log(1 - F)); variance Aalen"
            ),
        }
    }

    fn method(&self, strata: &[Factor]) -> String {
        self.method_with("", strata)
    }

    /// The method, with something said before the strata.
    fn method_with(&self, remark: &str, strata: &[Factor]) -> String {
        let strata = match strata {
            [] => String::new(),
            some => {
                let names: Vec<&str> = some.iter().map(|factor| factor.name.as_str()).collect();
                format!("; strata {}", names.join(","))
            }
        };
        format!("{}{remark}{strata}; profile {}", self.title(), self.profile)
    }
}

/// What a test compares.
struct Compared<'a> {
    groups: Vec<Arc<Group>>,
    /// By stratum, each with every group in the same order.
    tables: Vec<Vec<RiskTable>>,
    causes: &'a [Arc<str>],
    strata: &'a [Factor],
}

impl Compared<'_> {
    /// The tables of two groups alone.
    fn pair(&self, [first, second]: [usize; 2]) -> Vec<Vec<RiskTable>> {
        self.tables.iter().map(|tables| vec![tables[first].clone(), tables[second].clone()]).collect()
    }

    /// The tables of the groups where nothing stratifies.
    fn unstratified(&self) -> &[RiskTable] {
        self.tables.first().map_or(&[], Vec::as_slice)
    }

    /// The causes with their numbers.
    fn numbered_causes(&self) -> impl Iterator<Item = (u32, &Arc<str>)> {
        (1..).zip(self.causes)
    }
}

/// Rows of a test between the crossings of the first factors, within strata of the second.
///
/// # Errors
/// [`ReduceError`] where the test cannot be had of these rows.
pub fn test_rows(
    frame: &Frame,
    rows: &Rows<'_>,
    (by, strata): (&[Factor], &[Factor]),
    (causes, request): (&[Arc<str>], &TestRequest),
) -> Result<Vec<Row>, ReduceError> {
    let groups: Vec<Arc<Group>> = rows.tables(by)?.into_iter().map(|table| table.group).collect();
    let tables = arrange(rows, &groups, (by, strata), causes.len())?;
    let compared = Compared { groups, tables, causes, strata };
    match request.test {
        Test::Weighted(_) | Test::Gray => ranks::rows(frame, &compared, request),
        Test::MaxCombo => max_combo::rows(frame, &compared, request),
        Test::RestrictedMean { tau } => Ok(means::survival_time_rows(frame, &compared, (request, tau))),
        Test::RestrictedTimeLost { tau } => Ok(means::time_lost_rows(frame, &compared, (request, tau))),
        Test::FixedTime { time, curve } => Ok(fixed_time::rows(frame, &compared, request, (time, curve))),
    }
}

/// The tables by stratum, each with every group in the same order.
fn arrange(
    rows: &Rows<'_>,
    groups: &[Arc<Group>],
    (by, strata): (&[Factor], &[Factor]),
    causes: usize,
) -> Result<Vec<Vec<RiskTable>>, ReduceError> {
    let crossed: Vec<Factor> = strata.iter().chain(by).cloned().collect();
    let mut arranged: Vec<(Group, Vec<RiskTable>)> = Vec::new();
    for GroupTable { group, table } in rows.tables(&crossed)? {
        let (stratum, level) = group.levels().split_at(strata.len());
        let stratum = Group::new(stratum.to_vec());
        if arranged.last().is_none_or(|(last, _)| *last != stratum) {
            let empty = RiskTable::new(&[], causes, 0)?;
            arranged.push((stratum, vec![empty; groups.len()]));
        }
        let position = groups.iter().position(|group| group.levels() == level);
        if let (Some(position), Some((_, tables))) = (position, arranged.last_mut()) {
            tables[position] = table;
        }
    }
    Ok(arranged.into_iter().map(|(_, tables)| tables).collect())
}

/// The place of what is said of all groups together.
fn everybody(cause: Option<&Arc<str>>) -> Place {
    Place { cause: cause.cloned(), ..Place::of(&Arc::new(Group::everybody())) }
}
