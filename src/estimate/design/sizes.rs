//! Sizes and powers as the formulas give them in R.

use super::*;

fn near(ours: f64, expected: f64) {
    assert!((ours - expected).abs() <= 1e-12 * expected, "{ours} is not {expected}");
}

const TWO_SIDED: TestLevel = TestLevel { alpha: 0.05, sides: Sides::Two };

fn logrank(hazard_ratio: f64, formula: EventsFormula, allocation: f64, followup: f64) -> LogrankDesign {
    let course = SurvivalCourse {
        control_hazard: core::f64::consts::LN_2 / 12.0,
        dropout_hazard: 0.0,
        follow_up: FollowUp { accrual: 24.0, followup },
    };
    LogrankDesign { hazard_ratio, level: TWO_SIDED, allocation, formula, course: Some(course) }
}

#[test]
fn subjects_of_a_power() {
    let size =
        logrank_size(&logrank(0.67, EventsFormula::Schoenfeld, 1.0, 12.0), Target::Power(0.8)).unwrap();
    let (chances, subjects) = (size.probabilities.unwrap(), size.subjects.unwrap());
    near(chances.control, 0.729_494_679_833_319_3);
    near(chances.experimental, 0.590_626_062_463_352_8);
    near(size.events, 195.754_285_782_735_45);
    near(subjects.exact, 296.570_274_991_927);
    assert_eq!((size.whole_events(), subjects.control, subjects.experimental), (196.0, 149.0, 149.0));
    near(size.power, 0.801_882_954_596_523);
}

#[test]
fn power_of_unequal_arms() {
    let size = logrank_size(&logrank(0.6, EventsFormula::Freedman, 3.0, 6.0), Target::Subjects(151)).unwrap();
    let subjects = size.subjects.unwrap();
    assert_eq!((subjects.exact, subjects.control, subjects.experimental), (151.0, 37.75, 113.25));
    near(size.events, 74.104_788_514_043_34);
    near(size.power, 0.567_520_896_276_055_7);
    let course = Some(IncidenceCourse { control: 0.35, accrual: None });
    let gray = GrayDesign { subdistribution_ratio: 0.6, level: TWO_SIDED, allocation: 2.0, course };
    let size = gray_size(&gray, Target::Subjects(300)).unwrap();
    near(size.probabilities.unwrap().experimental, 0.227_767_609_008_257_3);
    near(size.events, 80.553_521_801_651_47);
    near(size.power, 0.579_769_685_398_472_5);
}

#[test]
fn an_arm_without_subjects_is_refused() {
    for allocation in [1e-20, 1.0] {
        let design = logrank(0.6, EventsFormula::Schoenfeld, allocation, 6.0);
        let refused = logrank_size(&design, Target::Subjects(if allocation < 1.0 { 100 } else { 0 }));
        assert!(matches!(refused, Err(DesignError::NotPositive { .. })), "{refused:?}");
    }
}

#[test]
fn a_power_met_exactly_is_reached() {
    let arm = SingleArm { null: 0.1, alternative: 0.3, level: TestLevel { alpha: 0.05, sides: Sides::One } };
    let reached = single_arm_size(&arm, 0.8, 60).unwrap().smallest.unwrap();
    let same = single_arm_size(&arm, reached.power, 60).unwrap().smallest.unwrap();
    assert_eq!((reached.n, same.n, same.critical), (25, 25, Some(6)));
}

#[test]
fn events_alone() {
    let design = LogrankDesign { course: None, ..logrank(0.57, EventsFormula::Schoenfeld, 1.0, 0.0) };
    let size = logrank_size(&design, Target::Power(0.9)).unwrap();
    near(size.events, 133.014_751_207_609_04);
    assert_eq!(size.whole_events(), 134.0);
    near(size.power, 0.902_086_865_551_448_8);
}
