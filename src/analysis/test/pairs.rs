//! Every pair of groups, and their p-values adjusted for the number of pairs.

use std::sync::Arc;

use super::everybody;
use crate::analysis::row_set::{RowSet, stat};
use crate::domain::Group;
use crate::estimate::{Equality, Quantity, TestResult, benjamini_hochberg, holm};
use crate::study::Adjustment;

/// Two groups, the second compared with the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    /// Their positions.
    pub(super) groups: [usize; 2],
    /// `B vs A`.
    pub(super) term: String,
}

/// Every pair, the earlier group first.
pub(super) fn every_pair(groups: &[Arc<Group>]) -> Vec<Pair> {
    let count = groups.len();
    (0..count).flat_map(|first| (first + 1..count).map(move |second| pair(groups, first, second))).collect()
}

/// Every other group with the first.
pub(super) fn against_first(groups: &[Arc<Group>]) -> Vec<Pair> {
    (1..groups.len()).map(|second| pair(groups, 0, second)).collect()
}

fn pair(groups: &[Arc<Group>], first: usize, second: usize) -> Pair {
    Pair { groups: [first, second], term: format!("{} vs {}", groups[second], groups[first]) }
}

/// What a method text says of pairs.
pub(super) fn remark(adjustment: Adjustment) -> String {
    let name = match adjustment {
        Adjustment::None => "none",
        Adjustment::Holm => "Holm",
        Adjustment::Bh => "Benjamini-Hochberg",
    };
    format!("; pairwise, adjustment {name}")
}

/// The p-values adjusted for how many of them there are; what is absent stays so and does not count.
pub(super) fn adjusted(p_values: &[Quantity], adjustment: Adjustment) -> Vec<Quantity> {
    let known: Vec<f64> = p_values.iter().filter_map(|p| p.ok()).collect();
    let mut adjusted = match adjustment {
        Adjustment::None => known,
        Adjustment::Holm => holm(&known),
        Adjustment::Bh => benjamini_hochberg(&known),
    }
    .into_iter();
    p_values.iter().map(|p| p.and_then(|p| Ok(adjusted.next().unwrap_or(p)))).collect()
}

/// A chi-square test of a pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct PairTest {
    chisq: Quantity,
    df: u32,
    p_value: Quantity,
}

impl From<TestResult> for PairTest {
    fn from(TestResult { chisq, df, p_value, .. }: TestResult) -> Self {
        Self { chisq, df, p_value }
    }
}

impl From<Equality> for PairTest {
    fn from(Equality { chisq, df, p_value }: Equality) -> Self {
        Self { chisq, df, p_value }
    }
}

/// Adds the rows of chi-square tests of pairs, one a pair, of a cause and at a time where they are of one.
pub(super) fn push(
    set: &mut RowSet,
    (pairs, tests): (&[Pair], &[PairTest]),
    adjustment: Adjustment,
    (cause, time): (Option<&Arc<str>>, Option<f64>),
) {
    let p_values: Vec<Quantity> = tests.iter().map(|test| test.p_value).collect();
    let adjusted = adjusted(&p_values, adjustment);
    for ((pair, test), p_adjusted) in pairs.iter().zip(tests).zip(adjusted) {
        let place = everybody(cause).term(&pair.term);
        let place = crate::analysis::row_set::Place { time, ..place };
        set.push(&place, &stat::CHISQ, test.chisq);
        set.count(&place, &stat::DF, u64::from(test.df));
        set.push(&place, &stat::P_VALUE, test.p_value);
        set.push(&place, &stat::P_ADJUSTED, p_adjusted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::Absent;

    #[test]
    fn pairs_in_order() {
        let group = |level: &str| Arc::new(Group::new(vec![("g".to_owned(), level.to_owned())]));
        let groups = ["a", "b", "c"].map(group);
        let terms = |pairs: Vec<Pair>| pairs.into_iter().map(|pair| pair.term).collect::<Vec<_>>();
        assert_eq!(terms(every_pair(&groups)), ["b vs a", "c vs a", "c vs b"]);
        assert_eq!(terms(against_first(&groups)), ["b vs a", "c vs a"]);
        assert!(every_pair(&groups[..1]).is_empty() && against_first(&[]).is_empty());
    }

    #[test]
    fn what_is_absent_does_not_count() {
        let p_values = [Ok(0.5), Err(Absent::Singular), Ok(0.125)];
        assert_eq!(adjusted(&p_values, Adjustment::Holm), [Ok(0.5), Err(Absent::Singular), Ok(0.25)]);
        assert_eq!(adjusted(&p_values, Adjustment::None), p_values);
        assert_eq!(adjusted(&[Ok(0.25), Ok(0.5)], Adjustment::Bh), [Ok(0.5), Ok(0.5)]);
    }
}
