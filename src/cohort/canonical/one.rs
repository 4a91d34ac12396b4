//! The tables of one subject.

use super::super::error::CohortError;
use super::super::labs::{Delivered, Series, delivered, visit_series};
use super::super::population::{self, Population};
use super::super::response::Chart;
use super::super::table::Columns;
use super::super::{CohortInput, EndpointData};
use super::days::Roster;
use super::facts::{self, Facts};
use super::{endpoint_data, subjects};
use crate::study::file::Bleeding;

/// Identifiers that differ by at most so many letters are near.
const NEAR: usize = 2;

/// A subject with all that is derived of them.
pub(in crate::cohort) struct One {
    pub(in crate::cohort) id: String,
    /// Code of the disorder.
    pub(in crate::cohort) disorder: String,
    /// Type of the first transplant.
    pub(in crate::cohort) transplant: Option<String>,
    /// The step of the population that leaves the subject out.
    pub(in crate::cohort) excluded_by: Option<String>,
    /// Laboratory values as delivered, by test and day.
    pub(in crate::cohort) delivered: Vec<Delivered>,
    /// The values that are judged.
    pub(in crate::cohort) series: Series,
    /// Last day to which complications are known.
    pub(in crate::cohort) seen_to: i32,
    pub(in crate::cohort) landmarks: Vec<i32>,
    pub(in crate::cohort) endpoints: Vec<EndpointData>,
    facts: Facts,
}

impl One {
    /// What the response is read from.
    pub(in crate::cohort) fn chart(&self, bleeding: Bleeding) -> Chart<'_> {
        self.facts.chart(0, &self.series, bleeding)
    }
}

/// A subject by its identifier, or how many have one much like it.
pub(in crate::cohort) fn find(
    input: &CohortInput<'_>,
    subject: &str,
) -> Result<Result<One, usize>, CohortError> {
    let all = subjects::collect(input)?;
    let ids = all.get("subject_id")?;
    let Some(row) = (0..all.rows).find(|row| ids.label(*row).as_deref() == Some(subject)) else {
        let near = (0..all.rows).filter_map(|row| ids.label(row)).filter(|id| is_near(id, subject));
        return Ok(Err(near.count()));
    };
    read(input, subject, &all.gather(&[row])).map(Ok)
}

fn read(input: &CohortInput<'_>, id: &str, own: &Columns) -> Result<One, CohortError> {
    let excluded_by = population::select(input.study, own)?
        .flow
        .into_iter()
        .find(|step| step.excluded > 0)
        .map(|step| step.step);
    // Whoever the population leaves out is explained all the same.
    let population: Population = population::everybody(input.study, own)?;
    let endpoints = input.study.endpoints();
    let mut facts = Facts::collect(input, &population, &endpoints)?;
    let (mut series, mut values) = (Series::default(), Vec::new());
    if let Some(path) = input.tables.get("labs") {
        let roster = Roster::new(&population.columns)?;
        let units = facts::units(input)?;
        visit_series(path, &units, &roster, |_, read| series = read.up_to(facts.seen_to(0)).into_owned())?;
        values = delivered(path, &units, &roster)?;
        facts.collect_series(input, &roster)?;
    }
    let mut derived = Vec::with_capacity(endpoints.len());
    for endpoint in &endpoints {
        derived.push(endpoint_data(input, &population, &facts, endpoint)?);
    }
    let text = |column: &str| own.get(column).map(|values| values.label(0));
    Ok(One {
        id: id.to_owned(),
        disorder: text("disorder")?.unwrap_or_default(),
        transplant: text("type")?,
        excluded_by,
        delivered: values,
        series,
        seen_to: facts.seen_to(0),
        landmarks: input.study.landmarks(),
        endpoints: derived,
        facts,
    })
}

/// Whether two identifiers differ by few letters, or in nothing but case and signs.
fn is_near(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (one, other) = (plain(one), plain(other));
    one.len().abs_diff(other.len()) <= NEAR && distance(&one, &other) <= NEAR
}

/// The number of letters to change, add or leave out.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_near_by_letters() {
        for (one, other, near) in [
            ("S-0012", "s0012", true),
            ("S-0012", "S-0021", true),
            ("S-0012", "S-0345", false),
            ("S-0012", "S-0", false),
        ] {
            assert_eq!(is_near(one, other), near, "{one} {other}");
        }
    }
}
