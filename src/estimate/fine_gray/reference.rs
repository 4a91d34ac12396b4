//! Numbers that R 4.2.2 with cmprsk 2.2-11 gives (`gtol = 1e-14`), and properties of the fit.

use super::{FineGrayData, FineGrayFit, FineGrayModel, FineGrayOptions, Outcome, fine_gray_regression};
use crate::estimate::cox::sample::{close, names, plain_sixty, transplant_covariates, transplants};
use crate::estimate::cox::{Absent, CoxModel, CoxOptions, Ties, Variance};

const TOLERANCE: f64 = 1e-9;

fn compare(fit: &FineGrayFit, coef: &[f64], std_error: &[f64], logliks: [f64; 2]) {
    for (j, term) in fit.terms.iter().enumerate() {
        let found = term.estimate.unwrap();
        close(found.coef, coef[j], TOLERANCE);
        close(found.std_error, std_error[j], TOLERANCE);
    }
    close(fit.loglik_null, logliks[0], TOLERANCE);
    close(fit.loglik.unwrap(), logliks[1], TOLERANCE);
}

fn relapse() -> FineGrayData {
    let patients = transplants();
    let (covariates, names) = transplant_covariates();
    let outcome = patients.iter().map(|p| match (p.relapsed, p.died) {
        (true, _) => Outcome::Event,
        (false, true) => Outcome::Competing,
        (false, false) => Outcome::Censored,
    });
    FineGrayData {
        time: patients.iter().map(|p| p.time).collect(),
        outcome: outcome.collect(),
        covariates,
        names,
        groups: vec![],
    }
}

fn sixty(groups: Vec<u32>, censored: bool) -> FineGrayData {
    let rows = plain_sixty();
    let outcome = |(i, event): (usize, &bool)| match (i % 3, *event || !censored) {
        (_, false) => Outcome::Censored,
        (0, true) => Outcome::Competing,
        _ => Outcome::Event,
    };
    FineGrayData {
        outcome: rows.event.iter().enumerate().map(outcome).collect(),
        time: rows.exit,
        covariates: rows.covariates,
        names: rows.names,
        groups,
    }
}

/// `crr(t2, status, cbind(group == 2, group == 3, z1))`; `predict(fit, cbind(1, 0, 30))`.
#[test]
fn relapse_after_transplant() {
    let model = FineGrayModel::new(&relapse()).unwrap();
    let fit = model.fit(&FineGrayOptions::default());
    compare(
        &fit,
        &[-0.813_087_015_834_239_5, 0.496_464_259_605_095_8, 0.001_735_449_438_130_79],
        &[0.453_701_051_747_826_3, 0.400_634_151_406_936_9, 0.017_783_871_986_723_3],
        [-199.300_163_236_109, -193.222_708_857_506],
    );
    close(fit.terms[0].estimate.unwrap().naive_std_error, 0.450_815_626_329_689_6, TOLERANCE);
    let predicted = model.predict(&fit, &[1.0, 0.0, 30.0], &[0.5, 365.0, 3000.0]).unwrap();
    assert_eq!(predicted[0].interval, None);
    close(predicted[0].estimate, 0.0, TOLERANCE);
    close(predicted[1].estimate, 0.105_919_870_320_48, TOLERANCE);
    close(predicted[2].estimate, 0.161_344_964_211_37, TOLERANCE);
    let (low, high) = predicted[1].interval.unwrap();
    assert!(low < predicted[1].estimate && predicted[1].estimate < high);
}

/// The fit depends on the order of the times only: where somebody is censored at 0, competing events at 0
/// are weighted by G(0-) = 1, as those at any first time are (`crr` takes G(0)).
#[test]
fn time_zero_is_a_time_like_others() {
    let data = |shift: f64| {
        let sixty = sixty(vec![], true);
        FineGrayData { time: sixty.time.iter().map(|t| (t - 2.0).max(0.0) + shift).collect(), ..sixty }
    };
    let fit = |shift| fine_gray_regression(&data(shift), &FineGrayOptions::default()).unwrap();
    let (from_zero, from_one) = (fit(0.0), fit(1.0));
    assert_eq!(from_zero.terms, from_one.terms);
    assert_eq!(from_zero.loglik, from_one.loglik);
}

/// `crr(..., cengroup = group)`.
#[test]
fn groups_with_their_own_censoring() {
    let data = FineGrayData { groups: transplants().iter().map(|p| p.group).collect(), ..relapse() };
    let fit = fine_gray_regression(&data, &FineGrayOptions::default()).unwrap();
    compare(
        &fit,
        &[-0.820_912_517_216_040_7, 0.487_236_100_794_922_7, 0.001_823_223_090_402_96],
        &[0.453_522_348_310_830_1, 0.400_605_185_156_631_2, 0.017_796_017_306_340_2],
        [-199.288_025_794_633, -193.216_189_362_09],
    );
    let strata = (0..60).map(|i| (i * 7) % 3).collect();
    let fit = fine_gray_regression(&sixty(strata, true), &FineGrayOptions::default()).unwrap();
    compare(
        &fit,
        &[-0.351_321_328_578_087, -0.339_249_068_164_732],
        &[0.353_798_871_172_221, 0.439_413_345_590_863],
        [-85.391_903_492_658_5, -84.746_113_803_307],
    );
}

#[test]
fn nobody_censored() {
    let fit = fine_gray_regression(&sixty(vec![], false), &FineGrayOptions::default()).unwrap();
    compare(
        &fit,
        &[-0.186_648_866_545_452_7, -0.094_484_449_684_336_4],
        &[0.265_383_513_301_28, 0.344_973_418_978_568],
        [-146.898_829_860_342, -146.647_999_773_345],
    );
}

/// Without competing events it is Cox's model by Breslow's rule, with its robust variance.
#[test]
fn without_competitors_it_is_cox() {
    let mut data = sixty(vec![], true);
    for outcome in &mut data.outcome {
        if *outcome == Outcome::Competing {
            *outcome = Outcome::Event;
        }
    }
    let fit = fine_gray_regression(&data, &FineGrayOptions::default()).unwrap();
    let cox = CoxModel::new(&plain_sixty()).unwrap();
    let options = CoxOptions { ties: Ties::Breslow, variance: Variance::Robust, ..CoxOptions::default() };
    for (a, b) in fit.terms.iter().zip(&cox.fit(&options).terms) {
        let (a, b) = (a.estimate.unwrap(), b.estimate.unwrap());
        close(a.coef, b.coef, TOLERANCE);
        close(a.std_error, b.std_error, TOLERANCE);
    }
}

#[test]
fn order_of_rows_does_not_matter() {
    let data = sixty(vec![], true);
    let reversed = FineGrayData {
        time: data.time.iter().rev().copied().collect(),
        outcome: data.outcome.iter().rev().copied().collect(),
        covariates: data.covariates.chunks(60).flat_map(|c| c.iter().rev().copied()).collect(),
        ..data.clone()
    };
    let options = FineGrayOptions::default();
    let (a, b) = (fine_gray_regression(&data, &options), fine_gray_regression(&reversed, &options));
    for (a, b) in a.unwrap().terms.iter().zip(&b.unwrap().terms) {
        close(a.estimate.unwrap().coef, b.estimate.unwrap().coef, TOLERANCE);
        close(a.estimate.unwrap().std_error, b.estimate.unwrap().std_error, TOLERANCE);
    }
}

/// The standard error of a prediction is near that of the jackknife, which knows no formula.
#[test]
fn prediction_errors_are_near_the_jackknife() {
    let data = relapse();
    let (x, times) = ([0.0, 1.0, 28.0], [365.0, 1500.0]);
    let predicted = |data: &FineGrayData| {
        let model = FineGrayModel::new(data).unwrap();
        model.predict(&model.fit(&FineGrayOptions::default()), &x, &times).unwrap()
    };
    let whole = predicted(&data);
    let mut squares = [0.0; 2];
    for out in 0..137 {
        let mut rest = data.clone();
        rest.time.remove(out);
        rest.outcome.remove(out);
        for j in (0..3).rev() {
            rest.covariates.remove(j * 137 + out);
        }
        for (square, (a, b)) in squares.iter_mut().zip(predicted(&rest).iter().zip(&whole)) {
            *square += (a.estimate - b.estimate).powi(2);
        }
    }
    for (square, whole) in squares.iter().zip(&whole) {
        close(whole.std_error, square.sqrt(), 0.06);
    }
}

#[test]
fn trouble_has_names() {
    let mut data = sixty(vec![], true);
    data.covariates.extend(vec![2.0; 60]);
    // Nobody with the last covariate leaves the risk set before the last event.
    let never = (0..60).map(|i| data.outcome[i] == Outcome::Competing && i % 2 == 0);
    data.covariates.extend(never.map(|never| f64::from(u8::from(never))).collect::<Vec<f64>>());
    data.names = names(&["x1", "x2", "constant", "never"]);
    let fit = fine_gray_regression(&data, &FineGrayOptions::default()).unwrap();
    let reasons: Vec<Option<Absent>> = fit.terms.iter().map(|term| term.estimate.err()).collect();
    assert_eq!(reasons, [None, None, Some(Absent::Singular), Some(Absent::Monotone)]);
}
