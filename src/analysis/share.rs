//! Proportions of groups -> ARD rows.

use std::sync::Arc;

use super::ard::Row;
use super::factor::{Crossing, Factor, MISSING};
use super::reduce::{ReduceError, frequencies};
use super::row_set::{Frame, Place, RowSet, stat};
use super::{EVALUABLE, TREATED};
use crate::domain::{Convention, Group};
use crate::estimate::{ProportionMethod, proportion};
use crate::ingest::frame::ColumnData;

/// What is asked of a proportion.
#[derive(Debug, Clone, Copy)]
pub struct ShareRequest {
    /// How the interval is made.
    pub method: ProportionMethod,
    /// Its level.
    pub conf_level: f64,
    /// Whether everybody together is estimated besides the groups.
    pub everybody: super::plain::Everybody,
    /// The conventions.
    pub profile: Convention,
}

impl Default for ShareRequest {
    fn default() -> Self {
        Self {
            method: ProportionMethod::Wilson,
            conf_level: 0.95,
            everybody: super::plain::Everybody::GroupsOnly,
            profile: Convention::default(),
        }
    }
}

impl ShareRequest {
    fn method_text(&self) -> String {
        let name = match self.method {
            ProportionMethod::Wilson => "Wilson interval",
            ProportionMethod::ClopperPearson => "Clopper-Pearson interval",
            ProportionMethod::Jeffreys => "Jeffreys interval",
            ProportionMethod::AgrestiCoull => "Agresti-Coull interval",
            ProportionMethod::Wald => "Wald interval",
        };
        format!("{name}; level {}; profile {}", self.conf_level, self.profile)
    }
}

/// Rows of the share of these levels of an outcome in each group, and how many rows were left out.
///
/// # Errors
/// [`ReduceError`] where a weight is not a whole number, or nothing is left.
pub fn share_rows(
    frame: &Frame,
    (outcome, success): (&Factor, &[String]),
    (by, weight): (&[Factor], Option<(&str, &ColumnData)>),
    request: &ShareRequest,
) -> Result<(Vec<Row>, usize), ReduceError> {
    let keep: Vec<bool> = (0..outcome.codes.len())
        .map(|row| {
            outcome.codes[row] != MISSING
                && by.iter().all(|factor| factor.codes[row] != MISSING)
                && weight.is_none_or(|(_, column)| !column.is_missing(row))
        })
        .collect();
    let excluded = keep.iter().filter(|kept| !**kept).count();
    if excluded == keep.len() {
        return Err(ReduceError::Empty { excluded });
    }
    let weights = match weight {
        Some(weight) => frequencies(weight, &keep)?,
        None => keep.iter().map(|kept| u64::from(*kept)).collect(),
    };
    let mut set = RowSet::new(frame, "proportion", &request.method_text());
    let mut count = |factors: &[Factor]| -> Result<(), ReduceError> {
        let counted = Counted::new(&Crossing::new(factors, &keep), outcome, success, &weights);
        for (group, [x, n]) in counted.groups {
            push(&mut set, &Place::of(&group), [x, n], request)?;
        }
        Ok(())
    };
    count(by)?;
    if request.everybody == super::plain::Everybody::Included && !by.is_empty() {
        count(&[])?;
    }
    Ok((set.into_rows(), excluded))
}

/// Rows of each level of a status, among the evaluable and among all treated.
///
/// # Errors
/// [`ReduceError`] where a proportion cannot be had of the counts.
pub fn status_rows(
    frame: &Frame,
    outcome: &Factor,
    by: &[Factor],
    (levels, request): (&[String], &ShareRequest),
) -> Result<Vec<Row>, ReduceError> {
    let mut rows = Vec::new();
    for population in [TREATED, EVALUABLE] {
        let frame = Frame { population: Some(population.to_owned()), ..frame.clone() };
        let mut set = RowSet::new(&frame, "proportion", &request.method_text());
        let keep: Vec<bool> = (0..outcome.codes.len())
            .map(|row| {
                (population == TREATED || outcome.codes[row] != MISSING)
                    && by.iter().all(|factor| factor.codes[row] != MISSING)
            })
            .collect();
        let weights: Vec<u64> = keep.iter().map(|kept| u64::from(*kept)).collect();
        let crossing = Crossing::new(by, &keep);
        for (cause, levels) in statuses(levels) {
            let cause: Arc<str> = cause.into();
            for (group, [x, n]) in Counted::new(&crossing, outcome, &levels, &weights).groups {
                push(&mut set, &Place::of(&group).cause(&cause), [x, n], request)?;
            }
        }
        rows.extend(set.into_rows());
    }
    Ok(rows)
}

/// The levels of a status, and where it is a response CR and R together.
fn statuses(levels: &[String]) -> Vec<(String, Vec<String>)> {
    let mut statuses: Vec<(String, Vec<String>)> =
        levels.iter().map(|level| (level.clone(), vec![level.clone()])).collect();
    if levels.iter().any(|level| level == "CR") && levels.iter().any(|level| level == "R") {
        statuses.insert(2, ("CR or R".to_owned(), vec!["CR".to_owned(), "R".to_owned()]));
    }
    statuses
}

struct Counted {
    groups: Vec<(Arc<Group>, [u64; 2])>,
}

impl Counted {
    fn new(crossing: &Crossing, outcome: &Factor, success: &[String], weights: &[u64]) -> Self {
        let counts_as: Vec<bool> = outcome.levels.iter().map(|level| success.contains(level)).collect();
        let mut groups: Vec<(Arc<Group>, [u64; 2])> =
            crossing.groups.iter().map(|group| (Arc::clone(group), [0, 0])).collect();
        for (row, group) in crossing.index.iter().enumerate() {
            if *group == MISSING {
                continue;
            }
            let [x, n] = &mut groups[*group as usize].1;
            let code = outcome.codes[row];
            *n = n.saturating_add(weights[row]);
            if code != MISSING && counts_as[code as usize] {
                *x = x.saturating_add(weights[row]);
            }
        }
        Self { groups }
    }
}

fn push(
    set: &mut RowSet,
    place: &Place,
    [x, n]: [u64; 2],
    request: &ShareRequest,
) -> Result<(), ReduceError> {
    let share = proportion(x, n, request.method, request.conf_level)?;
    set.count(place, &stat::N, n);
    set.count(place, &stat::X, x);
    set.push(place, &stat::ESTIMATE, share.estimate);
    set.push(place, &stat::CONF_LOW, share.conf_low);
    set.push(place, &stat::CONF_HIGH, share.conf_high);
    Ok(())
}
