//! What was given when.

use crate::cohort::canonical::Span;
use crate::domain::{Indication, Purpose, TreatmentClass};
use crate::study::response_rule::{NotFor, Rescue, RescueBy};

/// A treatment of a subject.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::cohort) struct Treatment {
    /// Its class.
    pub(in crate::cohort) class: TreatmentClass,
    /// First day.
    pub(in crate::cohort) start: i32,
    /// Last day, if it is known.
    pub(in crate::cohort) end: Option<i32>,
    /// Dose.
    pub(in crate::cohort) dose: Option<f64>,
    /// What it was given for, if that is known.
    pub(in crate::cohort) purpose: Option<Purpose>,
}

impl Treatment {
    /// The last day; a treatment without one lasts a day.
    pub(in crate::cohort) fn last(&self) -> i32 {
        self.end.unwrap_or(self.start).max(self.start)
    }
}

/// Treatments as they are read: without a last day, those of these classes go on until the day before the next of their
/// class begins, the last one for good; others last a day.
///
/// `treatments` come by first day.
pub(in crate::cohort) fn going_on(treatments: &[Treatment], classes: &[TreatmentClass]) -> Vec<Treatment> {
    let last_day = |place: usize, one: &Treatment| {
        if one.end.is_some() || !classes.contains(&one.class) {
            return one.last();
        }
        let mut later = treatments[place..].iter();
        let next = later.find(|other| other.class == one.class && other.start > one.start);
        next.map_or(i32::MAX, |next| next.start - 1)
    };
    let read = treatments.iter().enumerate();
    read.map(|(place, one)| Treatment { end: Some(last_day(place, one)), ..*one }).collect()
}

/// Events that a treatment may have been given for, by their number.
pub(in crate::cohort) type Indications<'a> = [&'a [Span]; Indication::ALL.len()];

/// Stretches of days, to be asked how far those reach that have begun.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    starts: Vec<i32>,
    /// The last day of all that begin up to and including this one.
    lasts: Vec<i32>,
}

impl Reach {
    /// Of stretches that come by their first days.
    pub(super) fn of(stretches: impl Iterator<Item = (i32, i32)>) -> Self {
        let mut reach = Self::default();
        for (start, last) in stretches {
            let before = reach.lasts.last().copied().unwrap_or(i32::MIN);
            reach.starts.push(start);
            reach.lasts.push(last.max(before));
        }
        reach
    }

    /// Of bleeds.
    pub(super) fn of_spans(spans: &[Span]) -> Self {
        Self::of(spans.iter().map(|span| (span.start, span.end)))
    }

    /// The last day of those that have begun by a day.
    pub(super) fn last(&self, day: i32) -> Option<i32> {
        let begun = self.starts.partition_point(|start| *start <= day);
        begun.checked_sub(1).and_then(|place| self.lasts.get(place)).copied()
    }

    /// Whether one of them holds on a day, or ended at most so many days before.
    pub(super) fn covers(&self, day: i32, after: i32) -> bool {
        self.last(day).is_some_and(|last| day <= last.saturating_add(after))
    }

    /// First days.
    pub(super) fn starts(&self) -> &[i32] {
        &self.starts
    }
}

/// The first rescue treatment by the rules, with the place of the rule; of several on one day the first named.
///
/// `treatments` come by first day, then last day, then dose, as [`going_on`] reads them.
pub(in crate::cohort) fn rescue_of(
    rules: &[Rescue],
    treatments: &[Treatment],
    second_transplant: Option<i32>,
    indications: &Indications<'_>,
) -> Option<(i32, usize)> {
    let first = |rule: &Rescue| match rule.by {
        RescueBy::SecondTransplant => second_transplant.filter(|day| *day > rule.after_day),
        RescueBy::Any(class) => {
            let of_class = treatments.iter().filter(|one| one.class == class);
            of_class.into_iter().find(|one| counts(rule, one, indications)).map(|one| one.start)
        }
        RescueBy::RestartedOrRaised(class, gap) => {
            restarted_or_raised((class, gap), treatments, |one| counts(rule, one, indications))
        }
    };
    let found = rules.iter().enumerate().filter_map(|(place, rule)| Some((first(rule)?, place)));
    found.min()
}

/// Whether a treatment is rescue: after the infusion, and for the disorder. Where its purpose is not delivered: late
/// enough not to have been planned with the transplant, and not for something else.
fn counts(rule: &Rescue, one: &Treatment, indications: &Indications<'_>) -> bool {
    let day = one.start;
    let is_for_other = |other: &NotFor| {
        let mut spans = other.events.iter().flat_map(|event| indications[*event as usize]);
        spans.any(|span| span.reaches(day, other.days))
    };
    match one.purpose {
        Some(Purpose::Disorder) => day > rule.after_day.min(0),
        Some(Purpose::Planned | Purpose::Other) => false,
        None => day > rule.after_day && !rule.not_for.as_ref().is_some_and(is_for_other),
    }
}

fn restarted_or_raised(
    (class, gap): (TreatmentClass, i32),
    treatments: &[Treatment],
    counts: impl Fn(&Treatment) -> bool,
) -> Option<i32> {
    let (mut last, mut dose): (Option<i32>, Option<f64>) = (None, None);
    for treatment in treatments.iter().filter(|one| one.class == class) {
        let restarted = last.is_none_or(|last| treatment.start > last.saturating_add(gap));
        let raised = treatment.dose.zip(dose).is_some_and(|(now, before)| now > before);
        if (restarted || raised) && counts(treatment) {
            return Some(treatment.start);
        }
        last = Some(last.map_or(treatment.last(), |last| last.max(treatment.last())));
        dose = treatment.dose;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steroid(start: i32, end: i32, dose: Option<f64>) -> Treatment {
        Treatment { class: TreatmentClass::Steroid, start, end: Some(end), dose, purpose: None }
    }

    fn rescue(treatments: &[Treatment]) -> Option<i32> {
        let by = RescueBy::RestartedOrRaised(TreatmentClass::Steroid, 7);
        let rule = Rescue { id: "x".to_owned(), by, after_day: 28, not_for: None };
        rescue_of(&[rule], treatments, None, &[&[]; 3]).map(|(day, _)| day)
    }

    #[test]
    fn steroids_are_rescue_where_they_are_restarted_or_raised() {
        // A taper in steps goes on; so does a course that begins within a week of the last.
        let taper = [steroid(-30, 20, Some(20.0)), steroid(21, 40, Some(10.0)), steroid(41, 60, Some(5.0))];
        assert_eq!(rescue(&taper), None);
        assert_eq!(rescue(&[taper[0], taper[1], steroid(47, 60, None)]), None);
        assert_eq!(rescue(&[taper[0], taper[1], steroid(48, 60, None)]), Some(48));
        assert_eq!(rescue(&[taper[0], taper[1], steroid(41, 60, Some(10.5))]), Some(41));
        assert_eq!(rescue(&[steroid(28, 30, Some(50.0))]), None);
        assert_eq!(rescue(&[steroid(29, 30, Some(50.0))]), Some(29));
    }

    #[test]
    fn a_course_without_a_last_day_goes_on_until_the_next_begins() {
        let open = |start: i32| Treatment { end: None, ..steroid(start, start, None) };
        let courses = [open(-20), steroid(40, 60, None), open(100), open(100)];
        let read = |classes: &[TreatmentClass]| -> Vec<i32> {
            going_on(&courses, classes).iter().map(Treatment::last).collect()
        };
        assert_eq!(read(&[TreatmentClass::Steroid]), [39, 60, i32::MAX, i32::MAX]);
        assert_eq!(read(&[TreatmentClass::TpoAgonist]), [-20, 60, 100, 100]);
        // The taper goes on from day 40; what begins on day 100 is a new course.
        assert_eq!(rescue(&going_on(&courses, &[TreatmentClass::Steroid])), Some(100));
        assert_eq!(rescue(&courses), Some(40));
    }

    #[test]
    fn the_first_rescue_counts_and_the_first_named_of_a_day() {
        let rules = [
            Rescue {
                id: "a".to_owned(),
                by: RescueBy::Any(TreatmentClass::Rituximab),
                after_day: 0,
                not_for: None,
            },
            Rescue { id: "b".to_owned(), by: RescueBy::SecondTransplant, after_day: 0, not_for: None },
        ];
        let rescue_of = |rules: &[Rescue], treatments: &[Treatment], second: Option<i32>| {
            super::rescue_of(rules, treatments, second, &[&[]; 3])
        };
        let class = TreatmentClass::Rituximab;
        let of = |start| Treatment { class, start, end: None, dose: None, purpose: None };
        assert_eq!(rescue_of(&rules, &[of(-5), of(0), of(90)], None), Some((90, 0)));
        assert_eq!(rescue_of(&rules, &[of(90)], Some(90)), Some((90, 0)));
        assert_eq!(rescue_of(&rules, &[of(90)], Some(80)), Some((80, 1)));
        assert_eq!(rescue_of(&rules, &[], Some(0)), None);
    }

    #[test]
    fn stretches_reach_as_far_as_the_longest_that_has_begun() {
        let reach = Reach::of([(10, 40), (20, 22), (60, 60)].into_iter());
        assert_eq!([9, 10, 30, 41, 60].map(|day| reach.covers(day, 0)), [false, true, true, false, true]);
        assert!(reach.covers(47, 7) && !reach.covers(48, 7));
        assert_eq!(reach.last(59), Some(40));
    }
}
