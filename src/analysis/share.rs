//! Proportions of groups -> ARD rows.

use std::sync::Arc;

use super::ard::Row;
use super::counts::{CountedRows, GroupCounts, NO_RESPONSE, ShareColumns, Unknown};
use super::factor::Factor;
use super::reduce::ReduceError;
use super::row_set::{Frame, Place, RowSet, stat};
use crate::domain::clinical::UNCONFIRMED;
use crate::domain::{Convention, Ground};
use crate::estimate::association::Counts;
use crate::estimate::{Absent, ProportionMethod, exact_binomial_test, proportion, stratified_wilson};

/// The interval of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareInterval {
    /// Of all patients alike.
    Plain(ProportionMethod),
    /// Of Yan and Su, over strata.
    StratifiedWilson,
}

impl Default for ShareInterval {
    fn default() -> Self {
        Self::Plain(ProportionMethod::default())
    }
}

/// What is asked of a proportion.
#[derive(Debug, Clone, Copy)]
pub struct ShareRequest {
    /// How the interval is made.
    pub interval: ShareInterval,
    /// Its level.
    pub conf_level: f64,
    /// Whether everybody together is estimated besides the groups.
    pub everybody: super::plain::Everybody,
    /// The conventions.
    pub profile: Convention,
    /// The rate against which each share is tested.
    pub against: Option<f64>,
}

impl Default for ShareRequest {
    fn default() -> Self {
        Self {
            interval: ShareInterval::default(),
            conf_level: 0.95,
            everybody: super::plain::Everybody::GroupsOnly,
            profile: Convention::default(),
            against: None,
        }
    }
}

impl ShareRequest {
    fn method_text(&self, strata: &[Factor]) -> String {
        let name = match self.interval {
            ShareInterval::Plain(ProportionMethod::Wilson) => "Wilson interval",
            ShareInterval::Plain(ProportionMethod::ClopperPearson) => "Clopper-Pearson interval",
            ShareInterval::Plain(ProportionMethod::Jeffreys) => "Jeffreys interval",
            ShareInterval::Plain(ProportionMethod::AgrestiCoull) => "Agresti-Coull interval",
            ShareInterval::Plain(ProportionMethod::Wald) => "Wald interval",
            ShareInterval::StratifiedWilson => "Stratified Wilson interval (Yan-Su, iterated weights)",
        };
        let strata = match self.interval {
            ShareInterval::StratifiedWilson => strata_text(strata),
            ShareInterval::Plain(_) => String::new(),
        };
        format!("{name}; level {}{strata}; profile {}", self.conf_level, self.profile)
    }
}

/// `; strata a,b`, or nothing where there are none.
pub(super) fn strata_text(strata: &[Factor]) -> String {
    let names: Vec<&str> = strata.iter().map(|factor| factor.name.as_str()).collect();
    if names.is_empty() { String::new() } else { format!("; strata {}", names.join(",")) }
}

/// Rows of the share of these levels of an outcome in each group, and how many rows were left out.
///
/// # Errors
/// [`ReduceError`] where a weight is not a whole number, or nothing is left.
pub fn share_rows(
    frame: &Frame,
    columns: &ShareColumns<'_>,
    request: &ShareRequest,
) -> Result<(Vec<Row>, usize), ReduceError> {
    let counted = CountedRows::of(columns, Unknown::LeftOut)?.not_empty()?;
    let mut groups = counted.groups(columns, columns.by)?;
    if request.everybody == super::plain::Everybody::Included && !columns.by.is_empty() {
        groups.extend(counted.groups(columns, &[])?);
    }
    let mut set = RowSet::new(frame, "proportion", &request.method_text(columns.strata));
    for group in &groups {
        push(&mut set, &Place::of(&group.group), group, request)?;
    }
    let mut rows = set.into_rows();
    if let Some(null) = request.against {
        let tested = groups.iter().map(|group| (Place::of(&group.group), group));
        rows.extend(against_rows(frame, tested, (null, request.profile))?);
    }
    Ok((rows, counted.excluded))
}

/// Rows of each level of a status, in the population of the frame. Who is not evaluable fails, or is left out.
///
/// # Errors
/// [`ReduceError`] where a proportion cannot be had of the counts.
pub fn status_rows(
    frame: &Frame,
    columns: &ShareColumns<'_>,
    (levels, request, unknown): (&[String], &StatusRequest, Unknown),
) -> Result<Vec<Row>, ReduceError> {
    let mut set = RowSet::new(frame, "proportion", &request.share.method_text(columns.strata));
    let mut tests = Vec::new();
    let counted = CountedRows::of(columns, unknown)?;
    for (name, levels) in statuses(levels) {
        let cause: Arc<str> = name.as_str().into();
        let groups = counted.groups(&ShareColumns { success: &levels, ..*columns }, columns.by)?;
        for group in &groups {
            push(&mut set, &Place::of(&group.group).cause(&cause), group, &request.share)?;
        }
        if let Some((_, null)) = request.against.iter().find(|(status, _)| *status == name) {
            let tested = groups.iter().map(|group| (Place::of(&group.group).cause(&cause), group));
            tests.extend(against_rows(frame, tested, (*null, request.share.profile))?);
        }
    }
    let mut rows = set.into_rows();
    rows.extend(tests);
    Ok(rows)
}

/// The analysis that tells what no response rests on.
pub const GROUNDS: &str = "status_ground";

/// Rows of what no response rests on, in the population of the frame: how many of each group, and their share. Together
/// they are those without a response; who is not evaluable stands among them where that counts as no response.
///
/// # Errors
/// [`ReduceError`] where a weight is not a whole number.
pub fn ground_rows(
    frame: &Frame,
    columns: &ShareColumns<'_>,
    (ground, grounds, unknown): (&Factor, &[Ground], Unknown),
) -> Result<Vec<Row>, ReduceError> {
    let mut set = RowSet::new(frame, GROUNDS, "count");
    let counted = CountedRows::of(columns, unknown)?;
    let none: Arc<str> = NO_RESPONSE.into();
    for name in grounds.iter().map(|ground| ground.name()) {
        let success = [name.to_owned()];
        let columns = ShareColumns { outcome: ground, success: &success, ..*columns };
        for group in counted.groups(&columns, columns.by)? {
            let Counts { x, n } = group.all;
            let place = Place::of(&group.group).cause(&none).term(name);
            set.count(&place, &stat::N, n);
            set.count(&place, &stat::X, x);
            let share = if n == 0 { Err(Absent::NotEstimable) } else { Ok(x as f64 / n as f64) };
            set.push(&place, &stat::ESTIMATE, share);
        }
    }
    Ok(set.into_rows())
}

/// What is asked of the levels of a status.
#[derive(Debug, Clone, Default)]
pub struct StatusRequest {
    /// The interval of every share.
    pub share: ShareRequest,
    /// Statuses whose shares are tested, each with its rate.
    pub against: Vec<(String, f64)>,
}

/// The levels of a status, and where it is a response, complete or not, all responses together.
pub fn statuses(levels: &[String]) -> Vec<(String, Vec<String>)> {
    let mut statuses: Vec<(String, Vec<String>)> =
        levels.iter().map(|level| (level.clone(), vec![level.clone()])).collect();
    let responded: Vec<String> =
        levels.iter().filter(|level| ["CR", UNCONFIRMED, "R"].contains(&level.as_str())).cloned().collect();
    if ["CR", "R"].iter().all(|level| responded.iter().any(|known| known == level)) {
        statuses.insert(responded.len(), ("CR or R".to_owned(), responded));
    }
    statuses
}

/// Whether a joined status such as `CR or R` counts those with another; every response counts in it.
pub(super) fn joins(joined: &str, status: &str) -> bool {
    let named = |name: &str| joined.split(" or ").any(|one| one == name);
    named(status) || (status == UNCONFIRMED && named("CR") && named("R"))
}

/// Rows of the exact test of shares against a rate.
fn against_rows<'g>(
    frame: &Frame,
    groups: impl Iterator<Item = (Place, &'g GroupCounts)>,
    (null, profile): (f64, Convention),
) -> Result<Vec<Row>, ReduceError> {
    let method = format!("Exact binomial test, two-sided; null {null}; profile {profile}");
    let mut set = RowSet::new(frame, "proportion", &method);
    for (place, group) in groups {
        set.push(&place, &stat::NULL, Ok(null));
        set.push(&place, &stat::P_VALUE, exact_binomial_test(group.all.x, group.all.n, null)?);
    }
    Ok(set.into_rows())
}

fn push(
    set: &mut RowSet,
    place: &Place,
    group: &GroupCounts,
    request: &ShareRequest,
) -> Result<(), ReduceError> {
    let (x, n) = (group.all.x, group.all.n);
    let (estimate, low, high, weighted) = match request.interval {
        ShareInterval::Plain(method) => {
            let share = proportion(x, n, method, request.conf_level)?;
            (share.estimate, share.conf_low, share.conf_high, None)
        }
        ShareInterval::StratifiedWilson => {
            let share = stratified_wilson(&group.strata, request.conf_level)?;
            (share.estimate, share.conf_low, share.conf_high, Some(share.weighted))
        }
    };
    set.count(place, &stat::N, n);
    set.count(place, &stat::X, x);
    set.push(place, &stat::ESTIMATE, estimate);
    set.push(place, &stat::CONF_LOW, low);
    set.push(place, &stat::CONF_HIGH, high);
    if let Some(weighted) = weighted {
        set.push(place, &stat::ESTIMATE_WEIGHTED, weighted);
    }
    Ok(())
}

#[cfg(test)]
mod joined {
    use super::*;
    use crate::ingest::frame::{ColumnData, MISSING};

    fn factor(name: &str, levels: &[&str], codes: &[u32]) -> Factor {
        let levels = levels.iter().map(ToString::to_string).collect();
        Factor::of(name, &ColumnData::Text { codes: codes.to_vec(), levels })
    }

    /// Six patients: complete, no response by values, dead twice, unconfirmed, without a value.
    #[test]
    fn what_no_response_rests_on_adds_up_to_it_in_both_denominators() {
        let outcome = factor("outcome", &["CR", "NR"], &[0, 1, 1, 1, MISSING, MISSING]);
        let grounds = ["dead", "measured", "no_value", "unconfirmed"];
        let ground = factor("ground", &grounds, &[MISSING, 1, 0, 0, 3, 2]);
        let columns = ShareColumns { outcome: &outcome, success: &[], by: &[], strata: &[], weight: None };
        let told = |unknown: Unknown, all: &[Ground]| -> Vec<(String, f64)> {
            let rows = ground_rows(&Frame::default(), &columns, (&ground, all, unknown)).unwrap();
            let counts = rows.iter().filter(|row| &*row.stat == "x" || &*row.stat == "n");
            counts
                .map(|row| (format!("{} {}", row.term.as_deref().unwrap(), row.stat), row.value.unwrap()))
                .collect()
        };
        let none_of = |unknown: Unknown| {
            let levels = ["CR", "NR"].map(str::to_owned);
            let request = StatusRequest::default();
            let rows = status_rows(&Frame::default(), &columns, (&levels, &request, unknown)).unwrap();
            let none = rows.iter().find(|row| &*row.stat == "x" && row.cause.as_deref() == Some("NR"));
            none.unwrap().value.unwrap()
        };
        let all = told(Unknown::Failure, &Ground::ALL);
        let known: Vec<Ground> = Ground::ALL.into_iter().filter(|ground| !ground.is_unknown()).collect();
        let judged = told(Unknown::LeftOut, &known);
        let sum = |told: &[(String, f64)]| -> f64 {
            told.iter().filter(|(name, _)| name.ends_with(" x")).map(|(_, value)| value).sum()
        };
        let of = |told: &[(String, f64)], name: &str| told.iter().find(|(one, _)| one == name).unwrap().1;
        assert_eq!((sum(&all), none_of(Unknown::Failure)), (5.0, 5.0));
        assert_eq!((sum(&judged), none_of(Unknown::LeftOut)), (3.0, 3.0));
        assert_eq!(
            (of(&all, "dead x"), of(&all, "unconfirmed x"), of(&all, "unconfirmed n")),
            (2.0, 1.0, 6.0)
        );
        assert_eq!((of(&judged, "dead x"), of(&judged, "dead n")), (2.0, 4.0));
    }

    #[test]
    fn a_response_of_which_something_is_not_known_counts_as_one() {
        let levels = ["CR", UNCONFIRMED, "R", "NR"].map(str::to_owned);
        let all = statuses(&levels);
        let (name, parts) = &all[3];
        assert_eq!((name.as_str(), parts.as_slice()), ("CR or R", &levels[..3]));
        for level in &levels {
            assert_eq!(joins(name, level), parts.contains(level), "{level}");
        }
    }
}
