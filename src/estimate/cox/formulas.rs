//! Limits and residuals from their formulas, and what is refused.

use super::sample::{Dice, close, names, random};
use super::{Absent, CoxData, CoxDataError, CoxModel, CoxOptions, Ties, cox_regression};

/// R: `qnorm(0.975)`.
const Z: f64 = 1.959_963_984_540_054;

/// Deaths at 1 (x = 0) and 2 (x = 1), censored at 3 (x = 0): the hazard ratio is the root of 2.
fn three() -> CoxData {
    CoxData {
        exit: vec![1.0, 2.0, 3.0],
        event: vec![true, true, false],
        covariates: vec![0.0, 1.0, 0.0],
        names: names(&["x"]),
        ..CoxData::default()
    }
}

#[test]
fn residuals_of_three() {
    let model = CoxModel::new(&three()).unwrap();
    let fit = model.fit(&CoxOptions::default());
    let root = libm::sqrt(2.0);
    let schoenfeld = model.schoenfeld(&fit);
    close(schoenfeld[0].residual[0], -root / (2.0 + root), 1e-9);
    close(schoenfeld[1].residual[0], 1.0 / (1.0 + root), 1e-9);
    // R: residuals(coxph(Surv(t, e) ~ x), "dfbeta")
    let expected = [-0.603_553_390_593_273_7, -0.146_446_609_406_726_2, 0.75];
    for (row, influence) in model.dfbeta(&fit) {
        close(influence[0], expected[row], 1e-9);
    }
}

#[test]
fn limits_of_averaged_survival() {
    let data = random(3, 40);
    let model = CoxModel::new(&data).unwrap();
    let fit = model.fit(&CoxOptions { max_iterations: 200, ..CoxOptions::default() });
    let curve = &model.adjusted_survival(&fit, std::slice::from_ref(&data.covariates), &[4.0, 7.0])[0];
    for at in curve {
        let (low, high) = at.interval.unwrap();
        let wide = libm::exp(Z * at.std_error / (at.estimate * -libm::log(at.estimate)));
        close(low, libm::pow(at.estimate, wide), 1e-9);
        close(high, libm::pow(at.estimate, 1.0 / wide), 1e-9);
        assert!(low < at.estimate && at.estimate < high);
    }
}

#[test]
fn error_of_predicted_survival() {
    let model = CoxModel::new(&three()).unwrap();
    let fit = model.fit(&CoxOptions::default());
    for at in model.baseline(&fit).predict(&[1.0], 0).unwrap() {
        close(at.std_error, libm::exp(-at.cumulative_hazard) * at.hazard_std_error, 1e-12);
        let wide = libm::exp(Z * at.hazard_std_error / at.cumulative_hazard);
        close(at.interval.unwrap().0, libm::exp(-at.cumulative_hazard * wide), 1e-9);
        close(at.interval.unwrap().1, libm::exp(-at.cumulative_hazard / wide), 1e-9);
    }
}

#[test]
fn columns_of_another_length_are_refused() {
    let refused = |data: CoxData| match data.check() {
        Err(CoxDataError::Length { column, expected, found }) => (column, expected, found),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(CoxData { entry: Some(vec![0.0; 2]), ..three() }), ("entry", 3, 2));
    assert_eq!(refused(CoxData { event: vec![true; 4], ..three() }), ("event", 3, 4));
    assert_eq!(refused(CoxData { covariates: vec![0.0; 4], ..three() }), ("covariates", 3, 4));
    assert_eq!(refused(CoxData { names: names(&["x", "y"]), ..three() }), ("covariates", 6, 3));
    assert_eq!(refused(CoxData { strata: vec![1], ..three() }), ("strata", 3, 1));
    assert_eq!(refused(CoxData { weights: vec![1.0; 2], ..three() }), ("weights", 3, 2));
    assert_eq!(refused(CoxData { id: Some(vec![1; 2]), ..three() }), ("id", 3, 2));
    assert_eq!(refused(CoxData { cluster: Some(vec![]), ..three() }), ("cluster", 3, 0));
    assert_eq!(three().check(), Ok(()));
}

#[test]
fn a_search_that_ended_early_has_no_tests_but_the_score() {
    let fit = cox_regression(&three(), &CoxOptions { max_iterations: 1, ..CoxOptions::default() }).unwrap();
    let none = Absent::NotConverged;
    assert_eq!(
        (fit.iterations, fit.loglik, fit.terms[0].estimate.as_ref().err()),
        (1, Err(none), Some(&none))
    );
    assert_eq!((fit.lrt, fit.wald), (Err(none), Err(none)));
    // At b = 0 the deaths add -1/3 and 1/2 to the score, 2/9 and 1/4 to the information.
    close(fit.score.unwrap().statistic, 1.0 / 17.0, 1e-12);
}

#[test]
fn survival_of_a_cohort_all_alike_is_that_of_one() {
    let data = CoxData { strata: vec![], ..random(4, 40) };
    let model = CoxModel::new(&data).unwrap();
    let fit = model.fit(&CoxOptions::default());
    let scenario = |columns: &[f64]| columns.iter().flat_map(|value| [*value; 40]).collect::<Vec<f64>>();
    let (times, profile) = ([2.0, 5.0, 8.0], [1.5, 0.4]);
    let curve = &model.adjusted_survival(&fit, &[scenario(&profile)], &times)[0];
    let predicted = model.baseline(&fit).predict(&profile, 0).unwrap();
    for at in curve {
        let step = predicted.iter().rfind(|step| step.time <= at.time).unwrap();
        close(at.estimate, libm::exp(-step.cumulative_hazard), 1e-12);
    }
    // A value too many, a row too few.
    let mut long = scenario(&profile);
    long.push(0.0);
    assert!(model.adjusted_survival(&fit, &[long], &times).is_empty());
    assert!(model.adjusted_survival(&fit, &[vec![0.0; 78]], &times).is_empty());
}

/// Groups 0, 1 and 2, of which nobody of group 0 has the event; x beside them. All events are at 1 or 2, so
/// that any transformation of time tests the same.
fn one_group_without_events() -> CoxData {
    let mut dice = Dice(7);
    let group: Vec<u32> = (0..60).map(|i| i % 3).collect();
    let exit: Vec<f64> = (0..60).map(|_| 1.0 + dice.number(3)).collect();
    let is = |one: u32| group.iter().map(move |g| f64::from(u8::from(*g == one)));
    let x: Vec<f64> = group.iter().map(|g| dice.number(20) / 10.0 + f64::from(*g) / 2.0).collect();
    CoxData {
        event: group.iter().zip(&exit).map(|(g, exit)| *g > 0 && *exit < 3.0).collect(),
        covariates: is(1).chain(is(2)).chain(x.iter().copied()).collect(),
        exit,
        names: names(&["one", "two", "x"]),
        ..CoxData::default()
    }
}

#[test]
fn proportionality_beside_a_group_without_events_is_that_of_the_others() {
    let data = one_group_without_events();
    let kept: Vec<usize> = (0..60).filter(|i| i % 3 > 0).collect();
    let column = |j: usize| -> Vec<f64> { kept.iter().map(|i| data.covariates[60 * j + i]).collect() };
    let others = CoxData {
        exit: kept.iter().map(|i| data.exit[*i]).collect(),
        event: kept.iter().map(|i| data.event[*i]).collect(),
        covariates: [column(1), column(2)].concat(),
        names: names(&["two", "x"]),
        ..CoxData::default()
    };
    let test = |data: &CoxData| {
        let model = CoxModel::new(data).unwrap();
        let options = CoxOptions { ties: Ties::Breslow, ..CoxOptions::default() };
        model.proportionality_test(&model.fit(&options)).terms
    };
    let (all, some) = (test(&one_group_without_events()), test(&others));
    assert_eq!(all[..2], [Err(Absent::Monotone), Err(Absent::Monotone)]);
    close(all[2].unwrap().statistic, some[1].unwrap().statistic, 1e-5);
}

#[test]
fn origin_and_unit_of_a_covariate_do_not_matter() {
    let data = random(6, 60);
    let fit = |data: &CoxData| cox_regression(data, &CoxOptions::default()).unwrap();
    // Whole numbers, moved by a billion and turned into units that are 2^60 apart.
    let whole = |value: &f64| (value * 10.0).round();
    let plain = CoxData { covariates: data.covariates.iter().map(whole).collect(), ..data };
    let unit = [2_f64.powi(30), 2_f64.powi(-30)];
    let other = plain.covariates.iter().enumerate().map(|(k, value)| (value + 1e9) * unit[k / 60]).collect();
    let other = CoxData { covariates: other, ..plain.clone() };
    for (unit, (one, other)) in unit.iter().zip(fit(&plain).terms.iter().zip(fit(&other).terms)) {
        let (one, other) = (one.estimate.as_ref().unwrap(), other.estimate.unwrap());
        close(other.coef * unit, one.coef, 1e-9);
        close(other.std_error * unit, one.std_error, 1e-9);
    }
}

#[test]
fn before_the_first_event_all_survive() {
    // A seventh seven times is not 1.
    let data = CoxData {
        exit: (2_u32..9).map(f64::from).collect(),
        event: vec![true; 7],
        covariates: [1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0].to_vec(),
        names: names(&["x"]),
        ..CoxData::default()
    };
    let model = CoxModel::new(&data).unwrap();
    let fit = model.fit(&CoxOptions::default());
    let at = model.adjusted_survival(&fit, std::slice::from_ref(&data.covariates), &[1.0])[0][0];
    assert_eq!((at.estimate, at.std_error, at.interval), (1.0, 0.0, None));
}

#[test]
fn a_covariate_that_is_the_same_for_all_has_no_coefficient() {
    // The mean of seven tenths is not a tenth to the last digit.
    for constant in [0.1, 1.0, -1e9 / 3.0] {
        let data = CoxData {
            exit: (2_u32..9).map(f64::from).collect(),
            event: vec![true; 7],
            covariates: [vec![constant; 7], vec![1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0]].concat(),
            names: names(&["constant", "x"]),
            ..CoxData::default()
        };
        let fit = cox_regression(&data, &CoxOptions::default()).unwrap();
        assert_eq!(fit.terms[0].estimate, Err(Absent::Singular), "{constant}");
        assert!(fit.terms[1].estimate.is_ok());
    }
}
