//! Tests between groups -> ARD rows.

use std::sync::Arc;

use super::ard::Row;
use super::factor::Factor;
use super::reduce::{GroupTable, ReduceError, Rows};
use super::row_set::{Frame, Place, RowSet, stat};
use crate::domain::{Convention, Group};
use crate::estimate::{Events, LogrankOptions, RiskTable, TestResult, Weight, gray_test, weighted_logrank};

/// A test between groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Test {
    /// Of the log-rank family.
    Weighted(Weight),
    /// Gray's, of cumulative incidence.
    Gray,
}

/// What is asked of a test.
#[derive(Debug, Clone, Copy)]
pub struct TestRequest {
    /// Which test.
    pub test: Test,
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
        }
    }

    fn method(&self, strata: &[Factor]) -> String {
        let title = match self.test {
            Test::Weighted(Weight::LogRank) => "Log-rank test".to_owned(),
            Test::Weighted(Weight::Gehan) => "Gehan-Breslow-Wilcoxon test".to_owned(),
            Test::Weighted(Weight::TaroneWare) => "Tarone-Ware test".to_owned(),
            Test::Weighted(Weight::Peto) => "Peto test".to_owned(),
            Test::Weighted(Weight::FlemingHarrington { rho, gamma }) => {
                format!("Fleming-Harrington test; rho {rho}; gamma {gamma}")
            }
            Test::Gray => "Gray test; rho 0".to_owned(),
        };
        let strata = match strata {
            [] => String::new(),
            some => {
                let names: Vec<&str> = some.iter().map(|factor| factor.name.as_str()).collect();
                format!("; strata {}", names.join(","))
            }
        };
        format!("{title}{strata}; profile {}", self.profile)
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
    let mut set = RowSet::new(frame, request.name(), &request.method(strata));
    match request.test {
        Test::Weighted(weight) => {
            let result = weighted_logrank(&tables, &LogrankOptions { weight, events: Events::Any })?;
            push(&mut set, &groups, &result, None);
        }
        Test::Gray => {
            for (index, cause) in causes.iter().enumerate() {
                let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
                push(&mut set, &groups, &gray_test(&tables, number)?, Some(cause));
            }
        }
    }
    Ok(set.into_rows())
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

fn push(set: &mut RowSet, groups: &[Arc<Group>], result: &TestResult, cause: Option<&Arc<str>>) {
    let place = |group: &Arc<Group>| Place { cause: cause.cloned(), ..Place::of(group) };
    let everybody = place(&Arc::new(Group::everybody()));
    set.push(&everybody, &stat::CHISQ, result.chisq);
    set.count(&everybody, &stat::DF, u64::from(result.df));
    set.push(&everybody, &stat::P_VALUE, result.p_value);
    for (group, totals) in groups.iter().zip(&result.groups) {
        set.push(&place(group), &stat::OBSERVED, Ok(totals.observed));
        set.push(&place(group), &stat::EXPECTED, Ok(totals.expected));
    }
}
