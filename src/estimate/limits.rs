//! Confidence limits, counts beside an estimate and reasons for what is absent, each from its formula or from R.

use super::association::{Counts, fisher_exact, odds_ratio};
use super::sample::table;
use super::*;

/// R: `qnorm(0.975)`.
const Z: f64 = 1.959_963_984_540_054;

fn near(ours: Quantity, expected: f64) {
    let ours = ours.unwrap();
    assert!((ours - expected).abs() <= 1e-10 * expected.abs(), "{ours} is not {expected}");
}

fn intervals(data: &[(f64, u32)]) -> Vec<Interval> {
    data.iter().map(|(time, cause)| Interval::from_start(*time, *cause)).collect()
}

#[test]
fn of_a_cumulative_hazard() {
    // Deaths at 1 of four and at 2 of three: 7/12, variance 1/16 + 1/9.
    let steps =
        nelson_aalen(&table(&intervals(&[(1.0, 1), (2.0, 1), (3.0, 0), (4.0, 0)]), 1), Events::Any, 0.95);
    let (hazard, error) = (7.0 / 12.0, libm::sqrt(1.0 / 16.0 + 1.0 / 9.0));
    near(steps[1].conf_low, hazard * libm::exp(-Z * error / hazard));
    near(steps[1].conf_high, hazard * libm::exp(Z * error / hazard));
}

#[test]
fn of_a_mean_count() {
    use CourseEnd::{Open, Recurrent, Terminal};
    let row = |subject, entry, exit, end| CourseRow { subject, entry, exit, end };
    let rows = [
        row(0, None, 1.0, Recurrent),
        row(0, Some(1.0), 4.0, Open),
        row(1, None, 2.0, Terminal),
        row(2, None, 3.0, Open),
    ];
    // At 1 a third, from (2/3, -1/3, -1/3) / 3: variance 6/81.
    let count = ghosh_lin(&rows, 0.95).unwrap();
    let error = libm::sqrt(6.0) / 9.0;
    near(count.at(1.0).std_error, error);
    near(count.at(1.0).conf_low, libm::exp(-Z * error * 3.0) / 3.0);
    near(count.at(1.0).conf_high, libm::exp(Z * error * 3.0) / 3.0);
    assert_eq!((count.last_time(), count.risk_set_emptied_early()), (Some(4.0), None));
    let after = count.at(4.5);
    let beyond = Err(Absent::BeyondFollowup);
    assert_eq!(
        (after.estimate, after.std_error, after.conf_low, after.conf_high),
        (beyond, beyond, beyond, beyond)
    );
    assert_eq!([0.5, 2.0, 2.5, 3.5].map(|time| count.at(time).n_risk), [3, 3, 2, 1]);
    // All who are at risk die, and that is the end.
    let done = ghosh_lin(&[row(0, None, 1.0, Terminal)], 0.95).unwrap();
    assert_eq!((done.risk_set_emptied_early(), done.last_time()), (None, Some(1.0)));
}

#[test]
fn of_contrasts_of_means() {
    let mean = |estimate, std_error| RestrictedMean::of(4.0, Ok(estimate), Ok(std_error));
    let (a, b) = (mean(3.0, 0.3), mean(2.5, 0.4));
    let difference = a.difference(&b, 0.95);
    near(difference.conf_low, 0.5 - Z * 0.5);
    near(difference.conf_high, 0.5 + Z * 0.5);
    let error = libm::sqrt(0.01 + 0.0256);
    let ratio = a.ratio(&b, 0.95);
    near(ratio.conf_low, 1.2 * libm::exp(-Z * error));
    near(ratio.conf_high, 1.2 * libm::exp(Z * error));
    assert_eq!(mean(3.0, 0.0).difference(&mean(2.0, 0.0), 0.95).conf_low, Err(Absent::NoEvents));
    // All died at once: there is no ratio to 0 or of it.
    for (one, other) in [(0.0, 2.0), (2.0, 0.0), (0.0, 0.0)] {
        let ratio = mean(one, 0.1).ratio(&mean(other, 0.1), 0.95);
        assert_eq!((ratio.estimate, ratio.std_error), (Err(Absent::NotEstimable), Err(Absent::NotEstimable)));
    }
}

#[test]
fn of_time_lost() {
    let rows = table(&intervals(&[(1.0, 1), (2.0, 2), (3.0, 1), (5.0, 0)]), 2);
    let lost = restricted_time_lost(&aalen_johansen(&rows, &AalenJohansenOptions::default()), 1, 4.0);
    // A quarter from 1 on and a quarter from 3 on: 3/4 + 1/4.
    near(lost.estimate, 1.0);
    near(lost.conf_low, 1.0 - Z * lost.std_error.unwrap());
    near(lost.conf_high, 1.0 + Z * lost.std_error.unwrap());
}

#[test]
fn of_shares() {
    // Agresti and Coull: 3 of 10.
    let share = proportion(3, 10, ProportionMethod::AgrestiCoull, 0.95).unwrap();
    near(share.conf_low, 0.103_338_417_922_425_32);
    near(share.conf_high, 0.607_674_702_022_730_4);
    // Yan and Su, by their formulas in R: weights, limits and the share that these are about.
    let strata = [(3, 10), (1, 4), (9, 12)].map(|(x, n)| Counts { x, n });
    let weighted = stratified_wilson(&strata, 0.95).unwrap();
    let weights = [0.357_017_062_890_591_6, 0.177_363_228_327_544_53, 0.465_619_708_781_863_8];
    weighted.weights.iter().zip(weights).for_each(|(ours, weight)| near(Ok(*ours), weight));
    near(weighted.conf_low, 0.345_874_329_729_033);
    near(weighted.conf_high, 0.671_312_266_590_221_8);
    near(weighted.weighted, 0.500_660_707_535_461_4);
}

#[test]
fn of_an_odds_ratio() {
    // 3 of 7 against 2 of 12: (3/4) / (2/10), variance 1/3 + 1/4 + 1/2 + 1/10.
    let woolf = odds_ratio(Counts { x: 2, n: 12 }, Counts { x: 3, n: 7 }, 0.95).unwrap();
    let half = Z * libm::sqrt(71.0 / 60.0);
    near(woolf.estimate, 3.75);
    near(woolf.low, 3.75 * libm::exp(-half));
    near(woolf.high, 3.75 * libm::exp(half));
}

#[test]
fn of_rates() {
    let exposure = |events, person_time| Exposure { events, person_time };
    // R: poisson.test(c(40, 25), c(30, 35))$conf.int
    let ratio = rate_ratio(exposure(40, 30.0), exposure(25, 35.0), 0.95);
    near(ratio.conf_low, 1.105_012_091_092_664_8);
    near(ratio.conf_high, 3.210_479_147_619_305);
    // R: poisson.test(c(0, 2), c(2, 8)): the upper limit is there, the lower is 0.
    near(rate_ratio(exposure(0, 2.0), exposure(2, 8.0), 0.95).conf_high, 21.298_221_281_347_03);
    let none = rate_ratio(exposure(2, 2.0), exposure(0, 8.0), 0.95);
    assert_eq!((none.estimate, none.conf_high), (Err(Absent::NotEstimable), Err(Absent::NotEstimable)));
    // R: poisson.test(30, 100), poisson.test(300, 1000)
    let rate = incidence_rate(exposure(30, 100.0), 0.95);
    near(rate.conf_low, 0.202_408_740_214_209_15);
    near(rate.conf_high, 0.428_268_653_948_076_6);
    near(incidence_rate(exposure(300, 1000.0), 0.95).conf_high, 0.335_941_125_552_570_55);
    // One of the two without person-time is enough.
    for (group, reference) in
        [(0.0, 3.0), (3.0, 0.0), (f64::INFINITY, 3.0), (1e300, 1e-300), (-1.0, 3.0), (3.0, -1.0)]
    {
        let absent = rate_ratio(exposure(2, group), exposure(2, reference), 0.95);
        assert_eq!((absent.estimate, absent.p_value), (Err(Absent::NotEstimable), Err(Absent::NotEstimable)));
    }
    assert_eq!(incidence_rate(exposure(2, 1.0), 0.0).conf_low, Err(Absent::NotEstimable));
}

#[test]
fn of_an_exact_test_of_large_tables() {
    let p = |pairs: &[(u64, u64)]| {
        fisher_exact(&pairs.iter().map(|(x, n)| Counts { x: *x, n: *n }).collect::<Vec<_>>()).unwrap()
    };
    // R: fisher.test
    near(p(&[(30, 100), (45, 200)]), 0.160_569_653_583_481_71);
    near(p(&[(300, 1000), (450, 2000)]), 9.402_995_869_390_781e-6);
    near(p(&[(2, 40), (20, 50), (3, 50)]), 3.534_356_260_865_709_3e-6);
    // Every table with these margins by lchoose, as the binomials are too large for a float.
    let large = p(&[(80, 3000), (50, 2500), (70, 2800)]).unwrap();
    assert!((large - 0.249_938_269_166_558_87).abs() < 1e-10, "{large}");
}

#[test]
fn of_a_trend() {
    let totals = |observed| GroupTotals { observed, expected: 3.0 };
    let v = vec![2.0, -1.0, -1.0, -1.0, 2.0, -1.0, -1.0, -1.0, 2.0];
    let trend = TestResult::new(vec![totals(5.0), totals(3.0), totals(1.0)], v).trend(&[1.0, 2.0, 3.0]);
    // R: pchisq(16/6, 1, lower = FALSE)
    near(trend.p_value, 0.102_470_434_859_749_31);
    // O - E = (2, -1, -1) with scores 0, 0, 1, centred or not: 1 / v[3, 3].
    let v = vec![2.0, -1.0, -1.0, -1.0, 1.5, -0.5, -1.0, -0.5, 1.5];
    let other = TestResult::new(vec![totals(5.0), totals(2.0), totals(2.0)], v).trend(&[0.0, 0.0, 1.0]);
    near(other.chisq, 1.0 / 1.5);
}

#[test]
fn of_an_incidence_that_ends_early() {
    let options = AalenJohansenOptions::default();
    let rows = |last: Interval| vec![Interval::from_start(1.0, 1), Interval::from_start(2.0, 2), last];
    let whole = aalen_johansen(&table(&rows(Interval::from_start(3.0, 1)), 2), &options);
    assert_eq!((whole.risk_set_emptied_early(), whole.complete()), (None, true));
    let late = aalen_johansen(&table(&rows(Interval::delayed(4.0, 5.0, 1)), 2), &options);
    assert_eq!(late.risk_set_emptied_early(), Some(2.0));
    let open = aalen_johansen(&table(&rows(Interval::from_start(3.0, 0)), 2), &options);
    assert_eq!(open.at(1, 4.0).std_error, Err(Absent::BeyondFollowup));
}

#[test]
fn reasons_have_their_names() {
    assert_eq!(Absent::BeyondFollowup.as_str(), "beyond_followup");
    assert_eq!(Absent::NotReached.as_str(), "not_reached");
    assert_eq!(Absent::NotConverged.to_string(), "not_converged");
    assert!(table(&[], 1).is_empty() && !table(&intervals(&[(1.0, 0)]), 1).is_empty());
}

#[test]
fn of_a_ratio_by_the_score() {
    use super::association::{RatioMethod, risk_ratio};
    // Miettinen and Nurminen by their equation in R.
    let (four, nine) = (Counts { x: 4, n: 20 }, Counts { x: 9, n: 25 });
    let ratio = risk_ratio(four, nine, RatioMethod::MiettinenNurminen, 0.95).unwrap();
    assert!((ratio.low.unwrap() - 0.691_910_468_728_9).abs() < 1e-7, "{ratio:?}");
    assert!((ratio.high.unwrap() - 5.033_410_168_069).abs() < 1e-7, "{ratio:?}");
    let nobody = Counts { x: 0, n: 0 };
    for (reference, other) in [(nobody, nine), (four, nobody)] {
        assert!(risk_ratio(reference, other, RatioMethod::Wald, 0.95).unwrap().estimate.is_err());
    }
    // R: binom.test(7, 40, 0.3), binom.test(18, 40, 0.3)
    near(exact_binomial_test(7, 40, 0.3).unwrap(), 0.118_595_762_632_148_22);
    near(exact_binomial_test(18, 40, 0.3).unwrap(), 0.055_712_210_063_930_95);
}

#[test]
fn of_a_restricted_mean() {
    let survival =
        kaplan_meier(&table(&intervals(&[(1.0, 1), (3.0, 1), (6.0, 0)]), 1), &KaplanMeierOptions::default());
    let mean = restricted_mean(&survival, 5.0);
    near(mean.conf_low, mean.estimate.unwrap() - Z * mean.std_error.unwrap());
    near(mean.conf_high, mean.estimate.unwrap() + Z * mean.std_error.unwrap());
    // Nobody is left after 3: to 5 it is 1 and twice a half; of that 1 varies by 1 / (2 * 1).
    let all = kaplan_meier(&table(&intervals(&[(1.0, 1), (3.0, 1)]), 1), &KaplanMeierOptions::default());
    near(restricted_mean(&all, 5.0).estimate, 2.0);
    near(restricted_mean(&all, 5.0).std_error, libm::sqrt(0.5));
    let past = survival.at(7.0);
    let beyond = Err(Absent::BeyondFollowup);
    assert_eq!(
        (past.estimate, past.std_error, past.conf_low, past.conf_high),
        (beyond, beyond, beyond, beyond)
    );
}

#[test]
fn of_steps_that_are_asked_for() {
    let rows = table(&intervals(&[(1.0, 1), (2.0, 2), (3.0, 0)]), 2);
    let steps = nelson_aalen(&rows, Events::Any, 0.95);
    assert_eq!(cumulative_hazard_at(&steps, 1.5).time, 1.5);
    let incidence = aalen_johansen(&rows, &AalenJohansenOptions::default());
    let counts = incidence
        .curve(1)
        .unwrap()
        .iter()
        .map(|step| (step.n_risk, step.n_event, step.n_censor))
        .collect::<Vec<_>>();
    assert_eq!(counts, [(3, 1, 0), (2, 0, 0), (1, 0, 1)]);
    let before = cumulative_hazard_at(&steps, 0.5);
    assert_eq!(
        (before.estimate, before.std_error, before.conf_low),
        (Ok(0.0), Ok(0.0), Err(Absent::NoEvents))
    );
    let whole = table(&intervals(&[(1.0, 1), (2.0, 1)]), 2);
    let all = aalen_johansen(&whole, &AalenJohansenOptions::default()).at(1, 2.0);
    let none = Err(Absent::NotEstimable);
    assert_eq!((all.estimate, all.std_error, all.conf_low, all.conf_high), (Ok(1.0), none, none, none));
    let flat =
        TestResult::new(vec![GroupTotals { observed: 1.0, expected: 1.0 }; 2], vec![1.0, -1.0, -1.0, 1.0]);
    assert_eq!((flat.trend(&[1.0]).chisq, flat.trend(&[1.0]).p_value), (none, none));
    assert_eq!((flat.df, flat.trend(&[1.0]).df, flat.trend(&[1.0, 1.0]).df), (1, 0, 0));
    assert_eq!(flat.trend(&[2.0, 2.0]).p_value, Err(Absent::Singular));
}

#[test]
fn of_histories() {
    let stays =
        [Stay::new(0, (0.0, 1.0), 0, Some(1)), Stay { count: 3, ..Stay::new(1, (0.0, 2.0), 0, None) }];
    let history = History::new(&stays, 2).unwrap();
    assert_eq!(history.subjects(), 4);
    assert_eq!(occupation(history, &[false, true], &OccupationOptions::default()).subjects(), 4);
    let mut tied = vec![1.0, 1.0 + 1e-12, 5.0];
    let map = tie_times(&mut tied);
    assert!(!map.is_identity());
    let exit = Interval::from_start(1.0 + 1e-12, 1);
    assert_eq!(map.tie(&exit, 0).unwrap().exit, 1.0);
}
