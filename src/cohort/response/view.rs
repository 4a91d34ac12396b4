//! A chart through the rule of a lineage: the values that count, baselines, limits of normal.

use super::Chart;
use super::treatment::{Reach, Treatment};
use crate::cohort::labs::Measurement;
use crate::domain::{LabTest, TreatmentClass};
use crate::study::response_rule::{Lineage, Mask, Occasion};

/// Days in a year, for ages.
const DAYS_PER_YEAR: f64 = 365.25;

/// A chart through the rule of a lineage.
pub(in crate::cohort) struct View<'a> {
    pub(in crate::cohort) rule: &'a Lineage,
    pub(in crate::cohort) chart: &'a Chart<'a>,
    /// The values of each test that nothing masks, up to the day to which complications are known.
    values: [Vec<Measurement>; LabTest::ALL.len()],
    given: [Reach; TreatmentClass::ALL.len()],
    bleeds: Reach,
}

impl<'a> View<'a> {
    /// Looks at a chart, with the last days of its treatments.
    pub(in crate::cohort) fn new(rule: &'a Lineage, chart: &'a Chart<'a>, treatments: &[Treatment]) -> Self {
        let given = TreatmentClass::ALL.map(|class| {
            let of_class = treatments.iter().filter(|treatment| treatment.class == class);
            Reach::of(of_class.map(|treatment| (treatment.start, treatment.last())))
        });
        let mut view =
            Self { rule, chart, values: Default::default(), given, bleeds: Reach::of_spans(chart.bleeds) };
        for test in LabTest::ALL {
            let series = chart.series.of(test).iter();
            let counted =
                series.filter(|value| value.day <= chart.end && view.mask(test, value.day).is_none());
            view.values[test as usize] = counted.copied().collect();
        }
        view
    }

    /// What masks the values of a test on a day.
    pub(in crate::cohort) fn mask(&self, test: LabTest, day: i32) -> Option<&'a Mask> {
        let masks = self.rule.masks.iter().filter(|mask| mask.test == test);
        masks.into_iter().find(|mask| self.given[mask.after as usize].covers(day, mask.days))
    }

    /// The values of a test that count, by day.
    pub(super) fn values(&self, test: LabTest) -> &[Measurement] {
        &self.values[test as usize]
    }

    /// The value of a test that belongs to a day: the nearest, at most a visit away; of two as near, the earlier.
    pub(super) fn value(&self, test: LabTest, day: i32) -> Option<&Measurement> {
        let values = self.values(test);
        let after = values.partition_point(|value| value.day < day);
        let candidates = [after.checked_sub(1), Some(after)];
        let near = candidates.into_iter().flatten().filter_map(|place| values.get(place));
        let near = near.filter(|value| (value.day - day).abs() <= self.rule.same_visit);
        near.min_by_key(|value| (value.day - day).abs())
    }

    /// The last value before conditioning, or before day 0 where its start is not known.
    pub(in crate::cohort) fn baseline(&self, test: LabTest) -> Option<&Measurement> {
        let before = self.chart.subject.cond_start.unwrap_or(0);
        let values = self.values(test);
        let place = values.partition_point(|value| value.day < before);
        place.checked_sub(1).and_then(|place| values.get(place))
    }

    /// Whether one of these treatments was given on a day or in so many days before.
    pub(super) fn given(&self, classes: &[TreatmentClass], day: i32, within: i32) -> bool {
        classes.iter().any(|class| self.given[*class as usize].covers(day, within))
    }

    /// Whether there was bleeding on a day; none where that is not known.
    pub(super) fn bleeding(&self, day: i32) -> Option<bool> {
        if self.bleeds.covers(day, 0) { Some(true) } else { self.chart.bleeding_known.then_some(false) }
    }

    /// The lower limit of a value: its own, or what the rule says for age and sex; the lowest and the highest that it
    /// may be, where they are not known. None where the rule says nothing.
    pub(super) fn lower_limit(&self, test: LabTest, value: &Measurement) -> Option<(f64, f64)> {
        if let Some(lln) = value.lln {
            return Some((lln, lln));
        }
        let subject = self.chart.subject;
        let age = subject.age.map(|age| age + f64::from(value.day) / DAYS_PER_YEAR);
        let limits = self.rule.limits.iter().filter(|limit| limit.test == test);
        let limits =
            limits.filter(|limit| limit.sex.is_none_or(|of| subject.sex.is_none_or(|sex| sex == of)));
        let fitting =
            limits.filter(|limit| age.is_none_or(|age| limit.from_age <= age && age < limit.to_age));
        fitting.map(|limit| limit.value).fold(None, |range, value| match range {
            None => Some((value, value)),
            Some((low, high)) => Some((f64::min(low, value), f64::max(high, value))),
        })
    }

    /// The days on which a status is found, in order, each once.
    pub(super) fn days(&self) -> Vec<i32> {
        let mut days: Vec<i32> = Vec::new();
        for occasion in &self.rule.rated_on {
            match occasion {
                Occasion::Value(test) => days.extend(self.values(*test).iter().map(|value| value.day)),
                Occasion::Treatment(class) => days.extend(self.given[*class as usize].starts()),
                Occasion::Bleed => days.extend(self.bleeds.starts()),
            }
        }
        days.sort_unstable();
        days.dedup();
        days
    }
}
