//! The published bone marrow transplant data, against R (survival 3.5-3, cmprsk 2.2-11).

use super::sample::{patients, table};
use super::*;

fn near(ours: Quantity, reference: f64) {
    let ours = ours.unwrap();
    assert!((ours - reference).abs() <= 1e-9 * reference.abs(), "{ours} is not {reference}");
}

fn in_group(group: Option<u32>, interval: fn(&sample::Patient) -> Interval) -> RiskTable {
    let chosen = patients().into_iter().filter(|one| group.is_none_or(|group| one.group == group));
    table(&chosen.map(|one| interval(&one)).collect::<Vec<_>>(), 2)
}

fn curve(group: Option<u32>, interval: fn(&sample::Patient) -> Interval) -> Survival {
    kaplan_meier(&in_group(group, interval), &KaplanMeierOptions::default())
}

#[test]
fn survival() {
    let all = curve(None, sample::Patient::survival);
    let year = all.at(365.0);
    assert_eq!((all.subjects, all.events()), (137, 81));
    near(year.estimate, 0.634_142_708_178_162);
    near(year.std_error, 0.041_222_033_836_247_4);
    near(year.conf_low, 0.547_446_389_261_626_6);
    near(year.conf_high, 0.708_686_151_559_405);
    let median = quantile(&all, 0.5);
    assert_eq!((median.estimate, median.conf_low, median.conf_high), (Ok(641.0), Ok(418.0), Ok(1279.0)));
    let quarter = quantile(&all, 0.25);
    assert_eq!((quarter.estimate, quarter.conf_low, quarter.conf_high), (Ok(183.0), Ok(122.0), Ok(269.0)));
    for (group, estimate, std_error) in [
        (1, 0.599_624_060_150_376_3, 0.080_240_429_218_292_79),
        (2, 0.833_333_333_333_333_3, 0.050_715_051_620_848_71),
        (3, 0.422_222_222_222_222_17, 0.073_628_288_235_787_71),
    ] {
        let year = curve(Some(group), sample::Patient::survival).at(365.0);
        near(year.estimate, estimate);
        near(year.std_error, std_error);
    }
    let followup =
        reverse_kaplan_meier(&in_group(None, sample::Patient::survival), &KaplanMeierOptions::default());
    assert_eq!(quantile(&followup, 0.5).estimate, Ok(1499.0));
}

#[test]
fn disease_free_survival() {
    let all = curve(None, sample::Patient::incidence);
    let year = all.at(365.0);
    near(year.estimate, 0.583_049_472_830_494_8);
    near(year.conf_low, 0.495_736_680_426_876_13);
    near(year.conf_high, 0.660_498_060_185_428_7);
    let groups = [1, 2, 3].map(|group| curve(Some(group), sample::Patient::incidence).at(365.0).estimate);
    near(groups[0], 0.549_199_084_668_192_2);
    near(groups[1], 0.777_777_777_777_777_7);
    near(groups[2], 0.377_777_777_777_777_7);
    let mean = restricted_mean(&all, 365.0);
    near(mean.estimate, 268.831_711_273_317_1);
    near(mean.std_error, 10.906_588_171_613_794);
}

#[test]
fn incidence() {
    let table = in_group(None, sample::Patient::incidence);
    assert_eq!([1, 2].map(|cause| table.total_events_of(cause)), [42, 41]);
    assert_eq!(table.censored_to(1e9), 54);
    let aalen = aalen_johansen(&table, &AalenJohansenOptions::default());
    let relapse = aalen.at(1, 365.0);
    near(relapse.estimate, 0.212_165_450_121_654_53);
    near(relapse.std_error.map(|error| error * error), 0.001_234_966_981_127_314);
    near(relapse.conf_low, 0.147_855_692_020_116_6);
    near(relapse.conf_high, 0.284_368_343_138_795_6);
    let death = aalen.at(2, 365.0);
    near(death.estimate, 0.204_785_077_047_850_76);
    near(death.std_error.map(|error| error * error), 0.001_202_663_326_660_887_7);
    near(death.conf_low, 0.141_565_039_397_087_83);
    near(death.conf_high, 0.276_286_644_869_937);
    let delta = AalenJohansenOptions { variance: Variance::Delta, ..AalenJohansenOptions::default() };
    let relapse = aalen_johansen(&table, &delta).at(1, 365.0);
    assert!((relapse.conf_low.unwrap() - 0.1481).abs() < 5e-5);
    assert!((relapse.conf_high.unwrap() - 0.2840).abs() < 5e-5);
}

fn groups(interval: fn(&sample::Patient) -> Interval, stratified: bool) -> Vec<Vec<RiskTable>> {
    let rows: Vec<_> = patients()
        .iter()
        .map(|one| (if stratified { one.mtx } else { 0 }, one.group - 1, interval(one)))
        .collect();
    sample::tables(&rows, if stratified { 2 } else { 1 }, 3)
}

#[test]
fn logrank() {
    let free = groups(sample::Patient::incidence, false);
    let test = weighted_logrank(&free, &LogrankOptions::default()).unwrap();
    near(test.chisq, 13.803_721_887_222_316);
    near(test.p_value, 0.001_005_911_741_147_401_4);
    near(Ok(test.groups[2].expected), 21.182_169_584_831_62);
    assert_eq!(test.df, 2);
    let rho =
        LogrankOptions { weight: Weight::FlemingHarrington { rho: 1.0, gamma: 0.0 }, ..Default::default() };
    near(weighted_logrank(&free, &rho).unwrap().chisq, 15.672_471_306_292_648);
    let relapse = LogrankOptions { events: Events::Cause(1), ..Default::default() };
    near(weighted_logrank(&free, &relapse).unwrap().chisq, 16.483_619_756_363_122);
    let alive =
        weighted_logrank(&groups(sample::Patient::survival, false), &LogrankOptions::default()).unwrap();
    near(alive.chisq, 15.219_763_597_040_1);
    let by_mtx =
        weighted_logrank(&groups(sample::Patient::survival, true), &LogrankOptions::default()).unwrap();
    near(by_mtx.chisq, 14.698_102_592_662_195);
}

#[test]
fn gray() {
    let all = groups(sample::Patient::incidence, false);
    let by_mtx = groups(sample::Patient::incidence, true);
    near(gray_test(&all, 1).unwrap().chisq, 11.922_882_048_591_75);
    near(gray_test(&all, 1).unwrap().p_value, 0.002_576_196_933_567_470_5);
    near(gray_test(&all, 2).unwrap().chisq, 0.137_410_783_270_058_7);
    near(gray_test(&by_mtx, 1).unwrap().chisq, 11.839_866_856_129_63);
    near(gray_test(&by_mtx, 2).unwrap().chisq, 0.042_618_829_634_693_35);
}
