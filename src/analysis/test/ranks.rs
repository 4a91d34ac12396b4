//! The log-rank family and Gray's test: all groups, their trend, and every pair.

use std::sync::Arc;

use super::pairs::{self, PairTest, every_pair};
use super::{Compared, Test, TestRequest, everybody};
use crate::analysis::ard::Row;
use crate::analysis::reduce::ReduceError;
use crate::analysis::row_set::{Frame, Place, RowSet, stat};
use crate::estimate::{
    EstimateError, Events, LogrankOptions, RiskTable, TestResult, gray_test, weighted_logrank,
};
use crate::study::Trend;

/// Which events a test is of.
type Cause<'a> = Option<(u32, &'a Arc<str>)>;

pub(super) fn rows(
    frame: &Frame,
    compared: &Compared<'_>,
    request: &TestRequest,
) -> Result<Vec<Row>, ReduceError> {
    let causes: Vec<Cause<'_>> = match request.test {
        Test::Gray => compared.numbered_causes().map(Some).collect(),
        _ => vec![None],
    };
    let mut set = RowSet::new(frame, request.name(), &request.method(compared.strata));
    let mut trend = trend_set(frame, compared, request);
    for cause in &causes {
        let result = test(request.test, &compared.tables, *cause)?;
        push_groups(&mut set, compared, &result, *cause);
        if let Some(trend) = &mut trend {
            let scores: Vec<f64> = (1..=compared.groups.len()).map(|score| score as f64).collect();
            push(trend, &result.trend(&scores), *cause);
        }
    }
    let mut all = set.into_rows();
    all.extend(trend.into_iter().flat_map(RowSet::into_rows));
    all.extend(pair_rows(frame, compared, request, &causes)?);
    Ok(all)
}

fn trend_set(frame: &Frame, compared: &Compared<'_>, request: &TestRequest) -> Option<RowSet> {
    let method = request.method_with("; trend over the groups in their order", compared.strata);
    (request.trend == Trend::Tested)
        .then(|| RowSet::new(frame, &format!("{}-trend", request.name()), &method))
}

fn pair_rows(
    frame: &Frame,
    compared: &Compared<'_>,
    request: &TestRequest,
    causes: &[Cause<'_>],
) -> Result<Vec<Row>, ReduceError> {
    let Some(adjustment) = request.pairwise else { return Ok(Vec::new()) };
    let method = request.method_with(&pairs::remark(adjustment), compared.strata);
    let mut set = RowSet::new(frame, request.name(), &method);
    let every = every_pair(&compared.groups);
    for cause in causes {
        let of_pair = |pair: &pairs::Pair| test(request.test, &compared.pair(pair.groups), *cause);
        let tests: Result<Vec<PairTest>, EstimateError> =
            every.iter().map(|pair| of_pair(pair).map(PairTest::from)).collect();
        pairs::push(&mut set, (&every, &tests?), adjustment, (cause.map(|(_, name)| name), None));
    }
    Ok(set.into_rows())
}

fn test(test: Test, tables: &[Vec<RiskTable>], cause: Cause<'_>) -> Result<TestResult, EstimateError> {
    match (test, cause) {
        (Test::Weighted(weight), _) => {
            weighted_logrank(tables, &LogrankOptions { weight, events: Events::Any })
        }
        (_, Some((number, _))) => gray_test(tables, number),
        (_, None) => Err(EstimateError::Mismatch),
    }
}

fn push_groups(set: &mut RowSet, compared: &Compared<'_>, result: &TestResult, cause: Cause<'_>) {
    push(set, result, cause);
    for (group, totals) in compared.groups.iter().zip(&result.groups) {
        let place = Place { cause: cause.map(|(_, name)| Arc::clone(name)), ..Place::of(group) };
        set.push(&place, &stat::OBSERVED, Ok(totals.observed));
        set.push(&place, &stat::EXPECTED, Ok(totals.expected));
    }
}

fn push(set: &mut RowSet, result: &TestResult, cause: Cause<'_>) {
    let place = everybody(cause.map(|(_, name)| name));
    set.push(&place, &stat::CHISQ, result.chisq);
    set.count(&place, &stat::DF, u64::from(result.df));
    set.push(&place, &stat::P_VALUE, result.p_value);
}
