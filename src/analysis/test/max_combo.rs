//! The largest of weighted log-rank tests: of two groups, or of every pair.

use super::pairs::{self, every_pair};
use super::{Compared, TestRequest, everybody};
use crate::analysis::ard::Row;
use crate::analysis::reduce::ReduceError;
use crate::analysis::row_set::{Frame, RowSet, stat};
use crate::estimate::{EstimateError, Events, MaxCombo, Quantity, max_combo};

pub(super) fn rows(
    frame: &Frame,
    compared: &Compared<'_>,
    request: &TestRequest,
) -> Result<Vec<Row>, ReduceError> {
    let mut rows = Vec::new();
    // Of more than two groups there are pairs alone.
    if compared.groups.len() <= 2 || request.pairwise.is_none() {
        let mut set = RowSet::new(frame, request.name(), &request.method(compared.strata));
        push(&mut set, &max_combo(&compared.tables, Events::Any)?);
        rows.extend(set.into_rows());
    }
    let Some(adjustment) = request.pairwise else { return Ok(rows) };
    let method = request.method_with(&pairs::remark(adjustment), compared.strata);
    let mut set = RowSet::new(frame, request.name(), &method);
    let every = every_pair(&compared.groups);
    let tests: Result<Vec<MaxCombo>, EstimateError> =
        every.iter().map(|pair| max_combo(&compared.pair(pair.groups), Events::Any)).collect();
    let tests = tests?;
    let p_values: Vec<Quantity> = tests.iter().map(|test| test.p_value).collect();
    for ((pair, test), adjusted) in every.iter().zip(&tests).zip(pairs::adjusted(&p_values, adjustment)) {
        let place = everybody(None).term(&pair.term);
        set.push(&place, &stat::Z, test.z);
        set.push(&place, &stat::P_VALUE, test.p_value);
        set.push(&place, &stat::P_ADJUSTED, adjusted);
    }
    rows.extend(set.into_rows());
    Ok(rows)
}

fn push(set: &mut RowSet, test: &MaxCombo) {
    let place = everybody(None);
    set.push(&place, &stat::Z, test.z);
    set.push(&place, &stat::P_VALUE, test.p_value);
    for one in &test.statistics {
        let place = everybody(None).term(&format!("fh:{},{}", one.rho, one.gamma));
        set.push(&place, &stat::Z, one.z);
        set.push(&place, &stat::P_VALUE, one.p_value);
    }
}
