//! The rule of each disorder: laboratory values -> a rating for each day.

use super::super::canonical::{Disorder, Span};
use super::super::labs::{Measurement, Test};
use super::Chart;
use super::rules::{
    AA_COMPLETE_ANC, AA_COMPLETE_HGB, AA_COMPLETE_PLT, AA_RESPONSE_ANC, AA_RESPONSE_PLT, AA_TRANSFUSION_FREE,
    AIHA_RISE, AIN_BASELINE_MULTIPLE, AIN_COMPLETE, AIN_RESPONSE, HGB_LOWER_FEMALE, HGB_LOWER_OTHER,
    ITP_BASELINE_MULTIPLE, ITP_COMPLETE, ITP_RESPONSE, MASK, PRCA_TRANSFUSION_FREE, SAME_VISIT,
};
use super::sequence::{Rated, Rating};

/// The tests without which a disorder cannot be rated; none if it has no rule.
pub(super) fn needed(disorder: Disorder) -> &'static [Test] {
    match disorder {
        Disorder::Itp => &[Test::Plt],
        Disorder::Aiha | Disorder::Prca => &[Test::Hgb],
        Disorder::Evans => &[Test::Plt, Test::Hgb],
        Disorder::Ain => &[Test::Anc],
        Disorder::Aa => &[Test::Hgb, Test::Anc, Test::Plt],
        Disorder::Unruled => &[],
    }
}

/// The rating of every day that can be rated, by rising day.
pub(super) fn ratings(chart: &Chart<'_>) -> Vec<Rated> {
    match chart.subject.disorder {
        Disorder::Itp => itp(chart),
        Disorder::Aiha => aiha(chart),
        Disorder::Evans => worse_of(&itp(chart), &aiha(chart)),
        Disorder::Prca => prca(chart),
        Disorder::Ain => ain(chart),
        Disorder::Aa => aa(chart),
        Disorder::Unruled => Vec::new(),
    }
}

fn given(spans: &[Span], day: i32, within: i32) -> bool {
    spans.iter().any(|span| span.reaches(day, within))
}

/// The values of a test that no transfusion or growth factor masks.
fn unmasked<'a>(chart: &Chart<'a>, test: Test, masks: &'a [Span]) -> Vec<&'a Measurement> {
    chart.series.of(test).iter().filter(|value| !given(masks, value.day, MASK)).collect()
}

/// The last value before conditioning, or before day 0 where its start is not known.
fn baseline(chart: &Chart<'_>, values: &[&Measurement]) -> Option<f64> {
    let before = chart.subject.cond_start.unwrap_or(0);
    values.iter().rev().find(|value| value.day < before).map(|value| value.value)
}

fn itp(chart: &Chart<'_>) -> Vec<Rated> {
    let values = unmasked(chart, Test::Plt, chart.platelet_transfusions);
    let baseline = baseline(chart, &values);
    let rate = |value: &&Measurement| {
        let rating = if given(chart.bleeds, value.day, 0) {
            Rating::No
        } else if value.value >= ITP_COMPLETE {
            if chart.bleeding_known { Rating::Complete } else { Rating::Unconfirmed }
        } else if value.value >= ITP_RESPONSE
            && baseline.is_some_and(|baseline| value.value >= ITP_BASELINE_MULTIPLE * baseline)
        {
            Rating::Response
        } else {
            Rating::No
        };
        Rated { day: value.day, rating }
    };
    values.iter().map(rate).collect()
}

/// The lower limit of haemoglobin: that of the value, or the usual one for the sex.
fn hgb_lower(chart: &Chart<'_>, value: &Measurement) -> f64 {
    let usual = if chart.subject.female { HGB_LOWER_FEMALE } else { HGB_LOWER_OTHER };
    value.lln.unwrap_or(usual)
}

fn aiha(chart: &Chart<'_>) -> Vec<Rated> {
    let values = unmasked(chart, Test::Hgb, chart.red_cell_transfusions);
    let baseline = baseline(chart, &values);
    let rate = |value: &&Measurement| {
        let normal = value.value >= hgb_lower(chart, value);
        let risen = baseline.is_some_and(|baseline| value.value >= baseline + AIHA_RISE);
        let rating = match (normal, haemolysis(chart, value.day)) {
            (true, Haemolysis::Absent) => Rating::Complete,
            (true, Haemolysis::Unknown) => Rating::Unconfirmed,
            (true, Haemolysis::Present) => Rating::Response,
            (false, _) if risen => Rating::Response,
            (false, _) => Rating::No,
        };
        Rated { day: value.day, rating }
    };
    values.iter().map(rate).collect()
}

/// What the markers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Haemolysis {
    /// All four markers are there and normal.
    Absent,
    /// A marker is abnormal.
    Present,
    /// None is abnormal, but not all are there.
    Unknown,
}

fn haemolysis(chart: &Chart<'_>, day: i32) -> Haemolysis {
    let normal = |test: Test| {
        let marker = nearest(chart.series.of(test), day, |value| value.day)?;
        match test {
            Test::Hapto => Some(marker.value >= marker.lln?),
            _ => Some(marker.value <= marker.uln?),
        }
    };
    let markers = [Test::Bili, Test::Ldh, Test::Hapto, Test::Retic].map(normal);
    if markers.contains(&Some(false)) {
        Haemolysis::Present
    } else if markers.contains(&None) {
        Haemolysis::Unknown
    } else {
        Haemolysis::Absent
    }
}

/// The value nearest to a day, at most a visit apart; of two as near, the earlier.
fn nearest<T>(values: &[T], day: i32, day_of: impl Fn(&T) -> i32) -> Option<&T> {
    let after = values.partition_point(|value| day_of(value) < day);
    let candidates = [after.checked_sub(1), Some(after)];
    candidates
        .into_iter()
        .flatten()
        .filter_map(|place| values.get(place))
        .filter(|value| (day_of(value) - day).abs() <= SAME_VISIT)
        .min_by_key(|value| (day_of(value) - day).abs())
}

/// Two lineages: on every day that either is rated, the worse of it and the nearest rating of the
/// other; days on which only one is known are not rated, unless that one has failed.
fn worse_of(left: &[Rated], right: &[Rated]) -> Vec<Rated> {
    let mut days: Vec<i32> = left.iter().chain(right).map(|rated| rated.day).collect();
    days.sort_unstable();
    days.dedup();
    let rate = |day: i32| {
        let of = |lineage: &[Rated]| nearest(lineage, day, |rated| rated.day).map(|rated| rated.rating);
        let rating = match (of(left), of(right)) {
            (Some(one), Some(other)) => one.min(other),
            (Some(Rating::No), None) | (None, Some(Rating::No)) => Rating::No,
            _ => return None,
        };
        Some(Rated { day, rating })
    };
    days.into_iter().filter_map(rate).collect()
}

fn prca(chart: &Chart<'_>) -> Vec<Rated> {
    let rate = |value: &&Measurement| {
        let rating = if given(chart.red_cell_transfusions, value.day, PRCA_TRANSFUSION_FREE) {
            Rating::No
        } else if value.value >= hgb_lower(chart, value) {
            Rating::Complete
        } else {
            Rating::Response
        };
        Rated { day: value.day, rating }
    };
    unmasked(chart, Test::Hgb, chart.red_cell_transfusions).iter().map(rate).collect()
}

fn ain(chart: &Chart<'_>) -> Vec<Rated> {
    let values = unmasked(chart, Test::Anc, chart.growth_factor);
    let baseline = baseline(chart, &values);
    let rate = |value: &&Measurement| {
        let doubled = baseline.is_some_and(|baseline| value.value >= AIN_BASELINE_MULTIPLE * baseline);
        let rating = if value.value >= AIN_COMPLETE {
            Rating::Complete
        } else if value.value >= AIN_RESPONSE && doubled {
            Rating::Response
        } else {
            Rating::No
        };
        Rated { day: value.day, rating }
    };
    values.iter().map(rate).collect()
}

fn aa(chart: &Chart<'_>) -> Vec<Rated> {
    let red = unmasked(chart, Test::Hgb, chart.red_cell_transfusions);
    let white = unmasked(chart, Test::Anc, chart.growth_factor);
    let platelets = unmasked(chart, Test::Plt, chart.platelet_transfusions);
    let near =
        |values: &[&Measurement], day: i32| nearest(values, day, |value| value.day).map(|value| value.value);
    let rate = |count: &&Measurement| {
        let (day, platelets) = (count.day, count.value);
        let (hgb, anc) = (near(&red, day)?, near(&white, day)?);
        let transfused = given(chart.red_cell_transfusions, day, AA_TRANSFUSION_FREE)
            || given(chart.platelet_transfusions, day, AA_TRANSFUSION_FREE);
        let rating = if transfused || platelets < AA_RESPONSE_PLT || anc < AA_RESPONSE_ANC {
            Rating::No
        } else if hgb > AA_COMPLETE_HGB && anc > AA_COMPLETE_ANC && platelets > AA_COMPLETE_PLT {
            Rating::Complete
        } else {
            Rating::Response
        };
        Some(Rated { day, rating })
    };
    platelets.iter().filter_map(rate).collect()
}
