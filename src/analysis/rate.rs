//! Incidence rates of groups and their ratios -> ARD rows.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ard::Row;
use super::factor::{Crossing, Factor, MISSING};
use super::plain::Everybody;
use super::recurrent::rows_before;
use super::reduce::{ReduceError, Rows, numbers};
use super::row_set::{Frame, Place, RowSet, stat};
use crate::domain::{Convention, Group};
use crate::estimate::{Exposure, incidence_rate, rate_ratio};

/// What is asked of a rate.
#[derive(Debug, Clone)]
pub struct RateRequest {
    /// Rates are given for so much person-time.
    pub per: f64,
    /// What that is called: `100 patient-years`.
    pub unit: String,
    /// Level of the intervals.
    pub conf_level: f64,
    /// Whether everybody together is estimated besides the groups.
    pub everybody: Everybody,
    /// The conventions.
    pub profile: Convention,
}

/// Rows of the rate of the first cause in each group, and of its ratio to that of the first group.
///
/// Without entries the rows of a subject follow each other: each begins where the one before it ended.
///
/// # Errors
/// [`ReduceError`] where a time is no number, or intervals of one subject overlap.
pub fn rate_rows(
    frame: &Frame,
    rows: &Rows<'_>,
    by: &[Factor],
    request: &RateRequest,
) -> Result<Vec<Row>, ReduceError> {
    if rows.roles().subject.is_some() && rows.roles().entry.is_some() {
        // Refuses intervals that overlap, whose time would count twice.
        rows.tables(&[])?;
    }
    let lengths = lengths(rows)?;
    let counted = Counted::new(&Crossing::new(by, rows.keep()), rows, &lengths);
    let level = request.conf_level;
    let method = format!(
        "Incidence rate per {}; interval exact Poisson (Garwood); level {level}; profile {}",
        request.unit, request.profile
    );
    let mut set = RowSet::new(frame, "rate", &method);
    push_rates(&mut set, &counted, request);
    if request.everybody == Everybody::Included && !by.is_empty() {
        push_rates(&mut set, &Counted::new(&Crossing::new(&[], rows.keep()), rows, &lengths), request);
    }
    let method = format!(
        "Ratio of incidence rates; interval exact conditional (binomial); level {level}; p-value exact, two-sided by \
         probability; profile {}",
        request.profile
    );
    let mut ratios = RowSet::new(frame, "rate", &method);
    push_ratios(&mut ratios, &counted, level);
    Ok(set.into_rows().into_iter().chain(ratios.into_rows()).collect())
}

/// The time at risk of each row, as the file has it.
fn lengths(rows: &Rows<'_>) -> Result<Vec<f64>, ReduceError> {
    let exits = numbers(rows.roles().time)?;
    if let Some(entry) = rows.roles().entry {
        return Ok(exits.iter().zip(numbers(entry)?).map(|(exit, entry)| exit - entry).collect());
    }
    let Some(subject) = rows.roles().subject else { return Ok(exits) };
    let begin = |before: Option<usize>| before.map_or(0.0, |before| exits[before]);
    let before = rows_before(rows, subject);
    Ok(exits.iter().zip(before).map(|(exit, before)| exit - begin(before)).collect())
}

/// What is counted of each group.
struct Counted {
    groups: Vec<(Arc<Group>, u64, Exposure)>,
}

impl Counted {
    fn new(crossing: &Crossing, rows: &Rows<'_>, lengths: &[f64]) -> Self {
        let roles = rows.roles();
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); crossing.groups.len()];
        for (row, group) in crossing.index.iter().enumerate() {
            if *group != MISSING {
                members[*group as usize].push(row);
            }
        }
        let count = |rows_of: &Vec<usize>| {
            let mut seen = BTreeSet::new();
            let (mut subjects, mut events) = (0_u64, 0_u64);
            let mut times = Vec::with_capacity(rows_of.len());
            for row in rows_of {
                let frequency = rows.frequency(*row);
                let is_new = roles.subject.is_none_or(|subject| seen.insert(subject.codes[*row]));
                subjects = subjects.saturating_add(if is_new { frequency } else { 0 });
                events = events.saturating_add(if roles.events[*row] == 1 { frequency } else { 0 });
                times.push(lengths[*row] * frequency as f64);
            }
            (subjects, Exposure { events, person_time: total(times) })
        };
        let groups = crossing
            .groups
            .iter()
            .zip(&members)
            .map(|(group, rows_of)| {
                let (subjects, exposure) = count(rows_of);
                (Arc::clone(group), subjects, exposure)
            })
            .collect();
        Self { groups }
    }
}

/// A sum that does not depend on the order of the rows of a file.
fn total(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.iter().sum()
}

fn push_rates(set: &mut RowSet, counted: &Counted, request: &RateRequest) {
    for (group, subjects, exposure) in &counted.groups {
        let place = Place::of(group);
        let rate = incidence_rate(*exposure, request.conf_level);
        set.count(&place, &stat::N, *subjects);
        set.count(&place, &stat::EVENTS, exposure.events);
        set.push(&place, &stat::PERSON_TIME, Ok(exposure.person_time));
        let scaled = [
            (&stat::RATE, rate.estimate),
            (&stat::CONF_LOW, rate.conf_low),
            (&stat::CONF_HIGH, rate.conf_high),
        ];
        for (stat, value) in scaled {
            set.push(&place, stat, value.map(|value| value * request.per));
        }
    }
}

fn push_ratios(set: &mut RowSet, counted: &Counted, conf_level: f64) {
    let Some(((reference, _, base), others)) = counted.groups.split_first() else { return };
    let everybody = Arc::new(Group::everybody());
    for (group, _, exposure) in others {
        let place = Place::of(&everybody).term(&format!("{group} vs {reference}"));
        let ratio = rate_ratio(*exposure, *base, conf_level);
        set.push(&place, &stat::RATIO, ratio.estimate);
        set.push(&place, &stat::RATIO_LOW, ratio.conf_low);
        set.push(&place, &stat::RATIO_HIGH, ratio.conf_high);
        set.push(&place, &stat::P_VALUE, ratio.p_value);
    }
}
