//! Response of the autoimmune disorder, its confirmation and its loss.
//!
//! 1. Values on the days of a transfusion of that product or of G-CSF, and for 7 days after, are
//!    masked: unknown, not failure.
//! 2. No day is rated before neutrophil recovery. Counts that never fell: from day 0. Neutrophils
//!    not measured: from day 30, cord blood day 42.
//! 3. The day of response is the first qualifying day that a second qualifying value at least 7
//!    days later confirms, with nothing between that contradicts.
//! 4. Rescue treatment ends the time in which a response can be reached: rituximab, TPO receptor
//!    agonist, splenectomy and second transplant after day 0, steroids that start after day 28.
//! 5. Relapse is a reported relapse after the day of response, or the first of two successive
//!    days without response, whichever is first. For who has no response, a reported relapse.

mod rating;
pub(super) mod rules;
mod sequence;

use super::canonical::{Span, Subject};
use super::engraftment::Recovery;
use super::labs::Series;
use rules::{RATED_FROM_UNMEASURED, RATED_FROM_UNMEASURED_CORD};
use sequence::{Level, Rated, confirmed, lost};

/// What the response of a subject is read from.
pub(super) struct Chart<'a> {
    pub(super) subject: &'a Subject,
    pub(super) series: &'a Series,
    pub(super) red_cell_transfusions: &'a [Span],
    pub(super) platelet_transfusions: &'a [Span],
    pub(super) growth_factor: &'a [Span],
    pub(super) bleeds: &'a [Span],
    /// Whether the absence of a bleeding event means that there was none.
    pub(super) bleeding_known: bool,
    pub(super) neutrophils: Recovery,
    /// First day of rescue treatment.
    pub(super) rescue: Option<i32>,
    /// Last day to which complications are known.
    pub(super) end: i32,
}

/// The course of the disorder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Course {
    /// Whether the disorder has a rule and its tests were done at all.
    pub(super) evaluable: bool,
    /// Whether any day up to rescue treatment was rated.
    pub(super) rated: bool,
    /// Day of confirmed response, complete or not.
    pub(super) response: Option<i32>,
    /// Day of confirmed complete response.
    pub(super) complete: Option<i32>,
    /// Day of loss of response by laboratory values.
    pub(super) lost: Option<i32>,
}

/// Rates a subject.
pub(super) fn assess(chart: &Chart<'_>) -> Course {
    let needed = rating::needed(chart.subject.disorder);
    if needed.is_empty() || needed.iter().any(|test| chart.series.of(*test).is_empty()) {
        return Course::default();
    }
    let Some(from) = rated_from(chart) else { return Course { evaluable: true, ..Course::default() } };
    let mut ratings = rating::ratings(chart);
    ratings.retain(|rated| (from..=chart.end).contains(&rated.day));
    let rescued = chart.rescue.map_or(ratings.len(), |rescue| before(&ratings, rescue));
    let response = confirmed(&ratings[..rescued], Level::Any, chart.bleeds);
    Course {
        evaluable: true,
        rated: rescued > 0,
        response,
        complete: confirmed(&ratings[..rescued], Level::Complete, chart.bleeds),
        lost: response.and_then(|response| lost(&ratings, response)),
    }
}

fn before(ratings: &[Rated], day: i32) -> usize {
    ratings.partition_point(|rated| rated.day < day)
}

/// The first day that may be rated; none without engraftment.
fn rated_from(chart: &Chart<'_>) -> Option<i32> {
    match chart.neutrophils {
        Recovery::NotMeasured if chart.subject.cord_blood => Some(RATED_FROM_UNMEASURED_CORD),
        Recovery::NotMeasured => Some(RATED_FROM_UNMEASURED),
        other => other.day(),
    }
}

#[cfg(test)]
mod tests;
