//! Properties of the rules on random patients.

use proptest::prelude::*;

use super::naive;
use super::patients::Patient;
use super::treatment::Treatment;
use super::{Course, assess, judge};
use crate::cohort::canonical::Span;
use crate::cohort::engraftment::Recovery;
use crate::cohort::first_event::Confirmed;
use crate::cohort::labs::Measurement;
use crate::domain::{Disorder, LabTest, Purpose, Status, TreatmentClass};
use crate::study::ResponseRules;
use crate::study::response_rule::Sex;

const LANDMARKS: [i32; 4] = [60, 100, 180, 365];

/// Values around the thresholds of a test.
fn value_of(test: LabTest, pick: u8) -> f64 {
    let values: &[f64] = match test {
        LabTest::Plt => &[5.0, 15.0, 20.0, 29.0, 30.0, 45.0, 99.0, 100.0, 150.0],
        LabTest::Hgb => &[60.0, 79.0, 85.0, 95.0, 100.0, 105.0, 119.0, 125.0, 130.0, 145.0],
        LabTest::Anc => &[0.1, 0.2, 0.45, 0.5, 0.9, 1.1, 1.5, 3.0],
        LabTest::Ldh => &[200.0, 250.0, 400.0],
        LabTest::Hapto => &[0.1, 0.3, 0.9],
        LabTest::Bili => &[10.0, 21.0, 40.0],
        LabTest::Retic => &[60.0, 100.0, 200.0],
    };
    values[usize::from(pick) % values.len()]
}

fn measurement() -> impl Strategy<Value = (LabTest, Measurement)> {
    (0..LabTest::ALL.len(), -30..260_i32, any::<u8>(), 0..5_u8).prop_map(|(test, day, pick, limits)| {
        let test = LabTest::ALL[test];
        let limit = |value: f64| (limits > 0).then_some(value);
        let (lln, uln) = match test {
            LabTest::Hapto => (limit(0.3), None),
            LabTest::Bili => (None, limit(21.0)),
            LabTest::Ldh => (None, limit(250.0)),
            LabTest::Retic => (None, limit(100.0)),
            LabTest::Hgb if limits == 1 => (Some(118.0), None),
            _ => (None, None),
        };
        (test, Measurement { day, value: value_of(test, pick), lln, uln, below_lod: limits == 2 })
    })
}

fn treatment() -> impl Strategy<Value = Treatment> {
    let length = prop_oneof![Just(None), (0..40_i32).prop_map(Some)];
    let dose = prop_oneof![Just(None), Just(Some(5.0)), Just(Some(20.0))];
    let purposes = [None, None, Some(Purpose::Disorder), Some(Purpose::Planned), Some(Purpose::Other)];
    let purpose = prop::sample::select(purposes.to_vec());
    let drawn = (0..TreatmentClass::ALL.len(), -60..250_i32, length, dose, purpose);
    drawn.prop_map(|(class, start, length, dose, purpose)| {
        let end = length.map(|length| start + length);
        Treatment { class: TreatmentClass::ALL[class], start, end, dose, purpose }
    })
}

prop_compose! {
    fn patient()(
        disorder in 0..6_usize,
        values in prop::collection::vec(measurement(), 0..90),
        treatments in prop::collection::vec(treatment(), 0..8),
        bleeds in prop::collection::vec((-20..250_i32, 0..10_i32), 0..3),
        (neutrophils, sex, age) in (0..7_u8, 0..3_u8, prop_oneof![Just(None), (0.0..20.0_f64).prop_map(Some)]),
        (known, cond) in (any::<bool>(), prop_oneof![Just(None), Just(Some(-7))]),
        (end, death, second) in (100..300_i32, prop::option::of(20..400_i32), prop::option::of(0..300_i32)),
        relapses in prop::collection::vec(-10..250_i32, 0..3),
        others in prop::collection::vec((0..3_usize, 0..250_i32, 0..20_i32), 0..3),
    ) -> Patient {
        let mut made = Patient::new(Disorder::ALL[disorder]);
        // The first value of a day stands for it, so that adding another does not change it.
        for (test, value) in values {
            if !made.values.iter().any(|(known, other)| *known == test && other.day == value.day) {
                made.values.push((test, value));
            }
        }
        made.treatments = treatments;
        made.bleeds = bleeds.into_iter().map(|(start, length)| Span { start, end: start + length }).collect();
        made.bleeding_known = known;
        made.relapses = relapses.into_iter().map(|day| Span { start: day, end: day }).collect();
        for (place, start, length) in others {
            made.indications[place].push(Span { start, end: start + length });
        }
        made.neutrophils = match neutrophils {
            0 => Recovery::NotMeasured,
            1 => Recovery::NeverBelow,
            2 => Recovery::NotRecovered,
            3 => Recovery::Begun(44),
            _ => Recovery::Recovered(Confirmed::at_once(14)),
        };
        made.subject.sex = [Some(Sex::Female), Some(Sex::Male), None][usize::from(sex)];
        made.subject.age = age;
        made.subject.cond_start = cond;
        made.subject.second_hsct = second.filter(|day| day % 5 == 0);
        if let Some(seen) = &mut made.subject.follow_up {
            seen.death = death.filter(|day| day % 3 == 0);
        }
        made.end = end;
        made
    }
}

/// A patient as known on a day, with the values of a visit that lasts so long.
fn cut(patient: &Patient, last: i32, visit: i32) -> Patient {
    let mut cut = patient.clone();
    cut.values.retain(|(_, value)| value.day <= last + visit);
    cut.treatments.retain(|one| one.start <= last);
    cut.bleeds.retain(|span| span.start <= last);
    cut.relapses.retain(|span| span.start <= last);
    cut.indications.iter_mut().for_each(|spans| spans.retain(|span| span.start <= last));
    cut.subject.second_hsct = cut.subject.second_hsct.filter(|day| *day <= last);
    cut.end = cut.end.min(last);
    cut
}

fn judged(patient: &Patient, book: &ResponseRules) -> (Course, Vec<super::At>) {
    patient.with(|chart| assess(chart, book, &LANDMARKS))
}

/// The status of each day, by lineage.
fn statuses(patient: &Patient, book: &ResponseRules) -> Vec<Vec<(i32, Option<Status>)>> {
    patient.with(|chart| {
        let judged = judge(chart, book).unwrap();
        let lineages = judged.lineages.iter();
        lineages.map(|one| one.ratings.iter().map(|rated| (rated.day, rated.status)).collect()).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn the_slow_twin_agrees(patient in patient()) {
        let book = ResponseRules::shipped().unwrap();
        let slow = patient.with(|chart| naive::assess(chart, &book, &LANDMARKS));
        let (mut course, at) = judged(&patient, &book);
        course.undecided.clear();
        prop_assert_eq!((course, at), slow);
    }

    #[test]
    fn that_there_was_no_response_is_known_from_what_was_there_by_then(patient in patient(), due in 30..200_i32) {
        let book = ResponseRules::shipped().unwrap();
        let Some(known) = judged(&patient, &book).0.none_by(due) else { return Ok(()) };
        let known = known.max(due);
        // A day may read values of the same visit after it.
        let by_then = |last: i32, visit: i32| judged(&cut(&patient, last, visit), &book).0.none_by(due);
        prop_assert!(by_then(known, 7).is_some(), "not known on day {}", known);
        // Without bleeds platelets are read on their own days alone, and no visit lasts longer.
        if patient.subject.disorder == Disorder::Itp && patient.bleeds.is_empty() && known > due {
            prop_assert_eq!(by_then(known - 1, 0), None, "known before day {}", known);
        }
    }

    #[test]
    fn whether_a_reported_relapse_counts_is_known_on_its_day(patient in patient()) {
        let book = ResponseRules::shipped().unwrap();
        let unfounded = judged(&patient, &book).0.unfounded;
        for day in patient.relapses.iter().map(|span| span.start) {
            let by_then = judged(&cut(&patient, day, 0), &book).0.unfounded;
            prop_assert_eq!(unfounded.contains(&day), by_then.contains(&day), "day {}", day);
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(patient in patient(), turn in 0..90_usize) {
        let book = ResponseRules::shipped().unwrap();
        let mut other = patient.clone();
        other.values.reverse();
        let turn = turn % other.values.len().max(1);
        other.values.rotate_left(turn);
        other.treatments.reverse();
        other.bleeds.reverse();
        prop_assert_eq!(judged(&patient, &book), judged(&other, &book));
    }

    #[test]
    fn a_masked_value_never_changes_a_status(
        patient in patient(), place in any::<usize>(), after in 0..29_i32, pick in any::<u8>()
    ) {
        let book = ResponseRules::shipped().unwrap();
        let lineages = book.lineages(patient.subject.disorder);
        // A test that some lineage masks after a treatment, on a day that it masks, and that no other lineage reads.
        let masks: Vec<_> = lineages.iter().flat_map(|(_, lineage)| &lineage.masks).collect();
        prop_assume!(!masks.is_empty() && !patient.treatments.is_empty());
        let mask = masks[place % masks.len()];
        let given: Vec<_> = patient.treatments.iter().filter(|one| one.class == mask.after).collect();
        prop_assume!(!given.is_empty());
        let day = given[place % given.len()].start + after.min(mask.days);
        let free = !patient.values.iter().any(|(test, value)| *test == mask.test && value.day == day);
        prop_assume!(free);
        let mut more = patient.clone();
        let value = Measurement { day, value: value_of(mask.test, pick), lln: None, uln: None, below_lod: false };
        more.values.push((mask.test, value));
        prop_assert_eq!(judged(&patient, &book), judged(&more, &book));
        prop_assert_eq!(statuses(&patient, &book), statuses(&more, &book));
    }

    #[test]
    fn later_values_do_not_change_what_was_settled(patient in patient(), last in 20..250_i32) {
        let book = ResponseRules::shipped().unwrap();
        let mut earlier = patient.clone();
        earlier.values.retain(|(_, value)| value.day <= last);
        // A status may read values of the same visit after its day.
        let settled = last - 7;
        let cut = |patient: &Patient| -> Vec<Vec<(i32, Option<Status>)>> {
            let lineages = statuses(patient, &book).into_iter();
            lineages.map(|days| days.into_iter().filter(|(day, _)| *day <= settled).collect()).collect()
        };
        prop_assert_eq!(cut(&patient), cut(&earlier));
        for level in [Status::Response, Status::Unconfirmed, Status::Complete] {
            let settled_periods = |patient: &Patient| -> Vec<(i32, i32, Option<i32>)> {
                patient.with(|chart| {
                    let judged = judge(chart, &book).unwrap();
                    let begun = judged.periods(level).iter().filter(|period| period.confirmed <= settled);
                    begun.map(|period| {
                        let end = period.end.filter(|end| end.confirmed <= settled).map(|end| end.day);
                        (period.start, period.confirmed, end)
                    }).collect()
                })
            };
            prop_assert_eq!(settled_periods(&patient), settled_periods(&earlier));
        }
    }
}
