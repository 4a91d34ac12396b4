//! Survival, or the cumulative incidence of each cause, compared at one time.

use std::sync::Arc;

use super::pairs::{self, PairTest, every_pair};
use super::{Compared, Curve, TestRequest, everybody};
use crate::analysis::ard::Row;
use crate::analysis::row_set::{Frame, Place, RowSet, stat};
use crate::estimate::{
    AalenJohansenOptions, GroupEstimate, KaplanMeierOptions, RiskTable, aalen_johansen, fixed_time,
    kaplan_meier,
};

pub(super) fn rows(
    frame: &Frame,
    compared: &Compared<'_>,
    request: &TestRequest,
    (time, curve): (f64, Curve),
) -> Vec<Row> {
    let causes: Vec<Option<(u32, &Arc<str>)>> = match curve {
        Curve::Survival => vec![None],
        Curve::Incidence => compared.numbered_causes().map(Some).collect(),
    };
    let mut overall = RowSet::new(frame, request.name(), &request.method(compared.strata));
    let remark = request.pairwise.map(pairs::remark).unwrap_or_default();
    let mut contrasts = RowSet::new(frame, request.name(), &request.method_with(&remark, compared.strata));
    for cause in causes {
        let name = cause.map(|(_, name)| name);
        let estimates: Vec<GroupEstimate> =
            compared.unstratified().iter().map(|table| at(table, cause.map(|one| one.0), time)).collect();
        let test = fixed_time(&estimates.iter().map(|one| free_of(*one, curve)).collect::<Vec<_>>());
        let place = everybody(name).at(time);
        overall.push(&place, &stat::CHISQ, test.chisq);
        overall.count(&place, &stat::DF, u64::from(test.df));
        overall.push(&place, &stat::P_VALUE, test.p_value);
        for (group, estimate) in compared.groups.iter().zip(&estimates) {
            let place = Place { cause: name.cloned(), ..Place::of(group).at(time) };
            overall.push(&place, &stat::ESTIMATE, estimate.estimate);
            overall.push(&place, &stat::STD_ERROR, estimate.std_error);
        }
        if let Some(adjustment) = request.pairwise {
            let every = every_pair(&compared.groups);
            let of_pair = |pair: &pairs::Pair| {
                PairTest::from(fixed_time(&pair.groups.map(|group| free_of(estimates[group], curve))))
            };
            let tests: Vec<PairTest> = every.iter().map(of_pair).collect();
            pairs::push(&mut contrasts, (&every, &tests), adjustment, (name, Some(time)));
        }
    }
    let mut rows = overall.into_rows();
    rows.extend(contrasts.into_rows());
    rows
}

/// The survival, or the cumulative incidence of a cause, of one group.
fn at(table: &RiskTable, cause: Option<u32>, time: f64) -> GroupEstimate {
    match cause {
        None => {
            let step = kaplan_meier(table, &KaplanMeierOptions::default()).at(time);
            GroupEstimate { estimate: step.estimate, std_error: step.std_error }
        }
        Some(cause) => {
            let step = aalen_johansen(table, &AalenJohansenOptions::default()).at(cause, time);
            GroupEstimate { estimate: step.estimate, std_error: step.std_error }
        }
    }
}

/// The probability of no event of the cause.
fn free_of(one: GroupEstimate, curve: Curve) -> GroupEstimate {
    match curve {
        Curve::Survival => one,
        Curve::Incidence => GroupEstimate { estimate: one.estimate.map(|incidence| 1.0 - incidence), ..one },
    }
}
