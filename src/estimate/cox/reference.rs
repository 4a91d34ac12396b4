//! Numbers that R 4.2.2 with survival 3.5-3 gives, and properties of the fit.
//!
//! Control in R: `coxph.control(eps = 1e-14, iter.max = 60, toler.chol = 1e-15)`.

use super::sample::{close, names, plain_sixty, random, sixty, transplant_covariates, transplants};
use super::{Absent, CoxData, CoxDataError, CoxFit, CoxModel, CoxOptions, Ties, Variance};

const TOLERANCE: f64 = 1e-9;

struct Expected<'a> {
    coef: &'a [f64],
    std_error: &'a [f64],
    naive: &'a [f64],
    /// Null, fitted, Wald, score, concordance.
    model: [f64; 5],
    /// One a term, then global.
    zph: &'a [f64],
}

fn compare(model: &CoxModel, fit: &CoxFit, expected: &Expected<'_>) {
    for (j, term) in fit.terms.iter().enumerate() {
        let found = term.estimate.unwrap();
        close(found.coef, expected.coef[j], TOLERANCE);
        close(found.std_error, expected.std_error[j], TOLERANCE);
        close(found.naive_std_error, expected.naive[j], TOLERANCE);
    }
    let [null, fitted, wald, score, concordance] = expected.model;
    close(fit.loglik_null, null, TOLERANCE);
    close(fit.loglik.unwrap(), fitted, TOLERANCE);
    close(fit.lrt.unwrap().statistic, 2.0 * (fitted - null), 1e-8);
    close(fit.wald.unwrap().statistic, wald, TOLERANCE);
    close(fit.score.unwrap().statistic, score, TOLERANCE);
    close(fit.concordance.unwrap().estimate, concordance, TOLERANCE);
    let test = model.proportionality_test(fit);
    for (found, expected) in test.terms.iter().chain([&test.global]).zip(expected.zph) {
        close(found.unwrap().statistic, *expected, TOLERANCE);
    }
    assert_eq!(test.global.unwrap().df, fit.terms.len());
}

/// `coxph(Surv(exit, event) ~ x1 + x2)`; `survfit(fit, data.frame(x1 = 1, x2 = 1), conf.type = "log-log")`.
#[test]
fn efron_with_many_ties() {
    let model = CoxModel::new(&plain_sixty()).unwrap();
    let fit = model.fit(&CoxOptions::default());
    let std_error = [0.280_681_122_739_770, 0.373_600_734_723_031];
    let expected = Expected {
        coef: &[-0.070_499_193_535_264_6, -0.105_986_957_069_864],
        std_error: &std_error,
        naive: &std_error,
        model: [
            -110.500_522_809_554,
            -110.448_013_688_548,
            0.104_569_934_770_576,
            0.104_551_183_608_574,
            0.505_376_344_086_022,
        ],
        zph: &[0.407_831_347_580_410_8, 0.027_969_736_851_675_7, 0.599_122_597_778_972_9],
    };
    compare(&model, &fit, &expected);
    let curve = model.baseline(&fit).predict(&[1.0, 1.0], 0).unwrap();
    let at = |time: f64| *curve.iter().rfind(|p| p.time <= time).unwrap();
    close(at(2.0).survival, 0.936_403_613_440_156, TOLERANCE);
    close(at(2.0).hazard_std_error, 0.035_999_892_685_668_8, TOLERANCE);
    close(at(10.0).survival, 0.676_500_673_363_866, TOLERANCE);
    close(at(10.0).interval.unwrap().0, 0.477_301_711_608_502, TOLERANCE);
    close(at(10.0).interval.unwrap().1, 0.813_411_995_225_026, TOLERANCE);
}

/// `coxph(Surv(entry, exit, event) ~ x1 + x2 + strata(stratum), weights = weight, cluster = cluster)`.
#[test]
fn delayed_entry_strata_weights_and_clusters() {
    let model = CoxModel::new(&sixty()).unwrap();
    let efron = Expected {
        coef: &[0.166_965_428_254_501, 0.101_382_957_298_005],
        std_error: &[0.327_473_653_726_048, 0.260_979_687_831_830],
        naive: &[0.245_344_285_017_184, 0.325_983_034_369_669],
        model: [
            -110.957_466_742_058,
            -110.726_367_728_232,
            0.338_134_830_930_565,
            0.466_275_313_254_746,
            0.556_224_416_084_758,
        ],
        zph: &[0.010_107_191_182_356_7, 0.108_824_425_646_247_1, 0.202_598_716_895_935_4],
    };
    let fit = model.fit(&CoxOptions::default());
    assert!(fit.robust);
    compare(&model, &fit, &efron);
    let curve = model.baseline(&fit).predict(&[1.0, 1.0], 1).unwrap();
    let at = |time: f64| *curve.iter().rfind(|p| p.time <= time).unwrap();
    close(at(3.0).survival, 0.943_485_018_218_801, TOLERANCE);
    close(at(10.0).survival, 0.575_934_285_385_387, TOLERANCE);
    close(at(10.0).hazard_std_error, 0.192_141_214_275_325_3, TOLERANCE);
    let breslow = Expected {
        coef: &[0.166_001_964_389_721, 0.106_890_660_856_628],
        std_error: &[0.325_765_519_053_992, 0.257_253_495_691_655],
        naive: &[0.245_441_661_987_335, 0.326_305_325_004_672],
        model: [
            -111.277_551_662_432,
            -111.048_048_441_078,
            0.353_705_032_788_236,
            0.462_824_912_823_049,
            0.556_224_416_084_758,
        ],
        zph: &[0.014_270_412_658_756_8, 0.090_604_816_125_273_3, 0.187_491_694_400_619_2],
    };
    let fit = model.fit(&CoxOptions { ties: Ties::Breslow, ..CoxOptions::default() });
    compare(&model, &fit, &breslow);
}

/// `coxph(Surv(t2, d3) ~ (group == 2) + (group == 3) + z1)` on the 137 transplants.
#[test]
fn transplants_free_of_relapse() {
    let patients = transplants();
    let (covariates, names) = transplant_covariates();
    let data = CoxData {
        exit: patients.iter().map(|p| p.time).collect(),
        event: patients.iter().map(|p| p.died || p.relapsed).collect(),
        covariates,
        names,
        ..CoxData::default()
    };
    let model = CoxModel::new(&data).unwrap();
    let fit = model.fit(&CoxOptions::default());
    let std_error = [0.296_648_010_675_788_8, 0.289_431_069_406_699_3, 0.012_438_719_825_676_5];
    let expected = Expected {
        coef: &[-0.624_605_819_687_473_4, 0.307_535_566_707_894_6, 0.008_807_976_300_194_25],
        std_error: &std_error,
        naive: &std_error,
        model: [
            -373.295_749_643_229,
            -366.320_214_116_198,
            13.566_553_533_043_1,
            14.338_915_556_644_8,
            0.641_184_041_184_041,
        ],
        zph: &[1.487_446_190_556_801, 2.795_064_073_438_096, 0.509_076_802_209_145, 3.014_726_445_385_746],
    };
    compare(&model, &fit, &expected);
    assert_eq!((fit.n_rows, fit.n_events), (137, 83));
}

/// Three rows by hand: deaths at 1 (x = 0) and 2 (x = 1), censored at 3 (x = 0). l(b) = -log(2 + e^b) + b -
/// log(e^b + 1) is largest at e^b = sqrt(2).
#[test]
fn by_hand() {
    let data = CoxData {
        exit: vec![1.0, 2.0, 3.0],
        event: vec![true, true, false],
        covariates: vec![0.0, 1.0, 0.0],
        names: names(&["x"]),
        ..CoxData::default()
    };
    let fit = super::cox_regression(&data, &CoxOptions::default()).unwrap();
    close(fit.terms[0].estimate.unwrap().hr, 2_f64.sqrt(), 1e-12);
    close(fit.loglik_null, -(6_f64.ln()), 1e-12);
    // At b = 0: score 1 - 1/3 - 1/2 = 1/6, information 2/9 + 1/4 = 17/36.
    close(fit.score.unwrap().statistic, 1.0 / 17.0, 1e-12);
    // Pairs: (1, 2) and (1, 3) tied or against, (2, 3) for: 1 + 1/2 of 3.
    close(fit.concordance.unwrap().estimate, 0.5, 1e-12);
}

#[test]
fn whole_weights_are_duplicated_rows_under_breslow() {
    let mut weighted = random(4, 25);
    weighted.weights = (0..25_u32).map(|i| f64::from(1 + i % 2)).collect();
    let twice: Vec<usize> = (0..25).flat_map(|i| vec![i; 1 + i % 2]).collect();
    let mut duplicated = picked(&weighted, &twice);
    duplicated.weights.clear();
    let options = CoxOptions { ties: Ties::Breslow, ..CoxOptions::default() };
    same_fit(&weighted, &duplicated, &options);
}

#[test]
fn order_of_rows_does_not_matter() {
    let data = random(6, 40);
    let reversed: Vec<usize> = (0..40).rev().collect();
    same_fit(&data, &picked(&data, &reversed), &CoxOptions::default());
}

#[test]
fn split_intervals_are_whole_ones() {
    let mut data = random(9, 30);
    data.id = Some((0..30).collect());
    data.weights.clear();
    let both: Vec<usize> = (0..30).chain(0..30).collect();
    let mut split = picked(&data, &both);
    let entry = split.entry.as_mut().unwrap();
    for i in 0..30 {
        let middle = f64::midpoint(entry[i], split.exit[i]);
        (split.exit[i], split.event[i], entry[i + 30]) = (middle, false, middle);
    }
    same_fit(&data, &split, &CoxOptions { variance: Variance::Robust, ..CoxOptions::default() });
    assert_eq!(CoxModel::new(&split).unwrap().fit(&CoxOptions::default()).n_subjects, 30);
}

#[test]
fn dfbeta_makes_the_robust_variance() {
    let model = CoxModel::new(&random(12, 40)).unwrap();
    let fit = model.fit(&CoxOptions { variance: Variance::Robust, ..CoxOptions::default() });
    let influences = model.dfbeta(&fit);
    for (j, term) in fit.terms.iter().enumerate() {
        let squares: f64 = influences.iter().map(|(_, influence)| influence[j] * influence[j]).sum();
        close(term.estimate.unwrap().std_error, squares.sqrt(), 1e-10);
    }
    let schoenfeld = model.schoenfeld(&fit);
    assert_eq!(schoenfeld.len(), fit.n_events);
}

#[test]
fn trouble_has_names() {
    let mut data = plain_sixty();
    let n = data.exit.len();
    // Twice the first column; a constant; nobody with the fifth has an event.
    data.covariates.extend((0..n).map(|i| 3.0 + 2.0 * data.covariates[i]).collect::<Vec<f64>>());
    data.covariates.extend(vec![5.0; n]);
    data.covariates.extend(data.event.iter().enumerate().map(|(i, e)| f64::from(u8::from(!e && i % 2 == 0))));
    data.names = names(&["x1", "x2", "twice", "constant", "never"]);
    let fit = super::cox_regression(&data, &CoxOptions::default()).unwrap();
    let reasons: Vec<Option<Absent>> = fit.terms.iter().map(|term| term.estimate.err()).collect();
    let expected = [None, None, Some(Absent::Singular), Some(Absent::Singular), Some(Absent::Monotone)];
    assert_eq!(reasons, expected);
    assert_eq!(fit.wald, Err(Absent::Monotone));
    assert_eq!(fit.lrt.unwrap().df, 3);
    data.event = vec![false; n];
    let fit = super::cox_regression(&data, &CoxOptions::default()).unwrap();
    assert!(fit.terms.iter().all(|term| term.estimate == Err(Absent::NoEvents)));
    assert_eq!(fit.lrt, Err(Absent::NoEvents));
}

#[test]
fn bad_rows_are_refused() {
    let mut data = sixty();
    data.exit[7] = data.entry.as_ref().unwrap()[7];
    assert_eq!(CoxModel::new(&data).err(), Some(CoxDataError::EmptyInterval { row: 7 }));
    let mut data = sixty();
    data.covariates[61] = f64::NAN;
    let refused = CoxDataError::NotFinite { row: 1, column: "x2".to_owned() };
    assert_eq!(CoxModel::new(&data).err(), Some(refused));
    assert_eq!(CoxModel::new(&CoxData::default()).err(), Some(CoxDataError::Empty));
}

fn picked(data: &CoxData, rows: &[usize]) -> CoxData {
    let n = data.exit.len();
    let numbers = |column: &[f64]| -> Vec<f64> {
        if column.is_empty() { vec![] } else { rows.iter().map(|i| column[*i]).collect() }
    };
    let codes = |column: &[u32]| -> Vec<u32> { rows.iter().map(|i| column[*i]).collect() };
    CoxData {
        entry: data.entry.as_deref().map(numbers),
        exit: numbers(&data.exit),
        event: rows.iter().map(|i| data.event[*i]).collect(),
        covariates: data.covariates.chunks(n).flat_map(numbers).collect(),
        names: data.names.clone(),
        strata: codes(&data.strata),
        weights: numbers(&data.weights),
        id: data.id.as_deref().map(codes),
        cluster: data.cluster.as_deref().map(codes),
    }
}

fn same_fit(a: &CoxData, b: &CoxData, options: &CoxOptions) {
    let (a, b) = (CoxModel::new(a).unwrap().fit(options), CoxModel::new(b).unwrap().fit(options));
    for (a, b) in a.terms.iter().zip(&b.terms) {
        let (a, b) = (a.estimate.unwrap(), b.estimate.unwrap());
        close(a.coef, b.coef, TOLERANCE);
        close(a.naive_std_error, b.naive_std_error, TOLERANCE);
        if options.variance == Variance::Robust {
            close(a.std_error, b.std_error, TOLERANCE);
        }
    }
    close(a.loglik.unwrap(), b.loglik.unwrap(), TOLERANCE);
    close(a.concordance.unwrap().estimate, b.concordance.unwrap().estimate, TOLERANCE);
}
