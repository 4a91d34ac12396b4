//! Data for tests: a published study, and rows made by a formula that R repeats exactly.

use super::CoxData;

/// Bone marrow transplant data of Klein & Moeschberger: group, time, died, relapsed, age.
const TRANSPLANTS: &str = "\
    1 2081 0 0 26;1 1602 0 0 21;1 1496 0 0 26;1 1462 0 0 17;1 1433 0 0 32;1 1377 0 0 22;1 1330 0 0 20;\
    1 996 0 0 22;1 226 0 0 18;1 1199 0 0 24;1 1111 0 0 19;1 530 0 0 17;1 1182 0 0 24;1 1167 0 0 27;\
    1 418 1 0 18;1 383 1 1 15;1 276 1 0 18;1 104 1 1 20;1 609 1 1 27;1 172 1 0 40;1 487 1 0 22;\
    1 662 1 1 28;1 194 1 0 26;1 230 1 1 39;1 526 1 0 15;1 122 1 0 20;1 129 1 1 17;1 74 1 1 28;\
    1 122 1 1 37;1 86 1 0 17;1 466 1 0 15;1 192 1 1 29;1 109 1 1 36;1 55 1 1 23;1 1 1 0 42;1 107 1 0 30;\
    1 110 1 1 29;1 332 1 0 22;2 2569 0 0 19;2 2506 0 0 31;2 2409 0 0 35;2 2218 0 0 16;2 1857 0 0 29;\
    2 1829 0 0 19;2 1562 0 0 26;2 1470 0 0 27;2 1363 0 0 13;2 1030 0 0 25;2 860 0 0 25;2 1258 0 0 30;\
    2 2246 0 0 45;2 1870 0 0 33;2 1799 0 0 32;2 1709 0 0 23;2 1674 0 0 37;2 1568 0 0 15;2 1527 0 0 22;\
    2 1324 0 0 46;2 957 0 0 18;2 932 0 0 27;2 847 0 0 28;2 848 0 0 23;2 1850 0 0 37;2 1843 0 0 34;\
    2 1535 0 0 35;2 1447 0 0 33;2 1384 0 0 21;2 414 1 0 21;2 2204 1 0 25;2 1063 1 0 50;2 481 1 0 35;\
    2 105 1 0 37;2 641 1 0 26;2 390 1 0 50;2 288 1 0 45;2 421 1 1 28;2 79 1 0 43;2 748 1 1 14;\
    2 486 1 1 17;2 48 1 0 32;2 272 1 1 30;2 1074 1 0 30;2 381 1 1 33;2 10 1 0 34;2 53 1 0 33;\
    2 80 1 0 30;2 35 1 0 23;2 248 0 1 35;2 704 1 0 29;2 211 1 1 23;2 219 1 1 28;2 606 0 1 33;\
    3 2640 0 0 18;3 2430 0 0 29;3 2252 0 0 35;3 2140 0 0 27;3 2133 0 0 36;3 1238 0 0 24;3 1631 0 0 27;\
    3 2024 0 0 35;3 1345 0 0 50;3 1136 0 0 47;3 845 0 0 40;3 422 1 1 22;3 162 1 0 22;3 84 1 1 8;\
    3 100 1 1 39;3 2 1 0 20;3 47 1 1 27;3 242 1 1 32;3 456 1 1 31;3 268 1 1 20;3 318 1 0 35;3 32 1 1 36;\
    3 467 1 1 35;3 47 1 1 7;3 390 1 1 23;3 183 1 0 11;3 105 1 0 14;3 115 1 1 37;3 164 1 0 19;\
    3 93 1 1 37;3 120 1 1 25;3 80 1 0 35;3 677 1 0 15;3 64 1 1 45;3 168 1 0 32;3 74 1 0 41;3 16 1 0 27;\
    3 157 1 1 33;3 625 1 1 39;3 48 1 1 17;3 273 1 1 43;3 63 1 0 44;3 76 1 1 48;3 113 1 1 31;\
    3 363 1 0 52";

/// One of the 137 patients.
pub(crate) struct Patient {
    pub(crate) group: u32,
    pub(crate) time: f64,
    pub(crate) died: bool,
    pub(crate) relapsed: bool,
    pub(crate) age: f64,
}

pub(crate) fn transplants() -> Vec<Patient> {
    let patient = |line: &str| {
        let cells: Vec<u32> = line.split_whitespace().map(|cell| cell.parse().unwrap()).collect();
        Patient {
            group: cells[0],
            time: f64::from(cells[1]),
            died: cells[2] == 1,
            relapsed: cells[3] == 1,
            age: f64::from(cells[4]),
        }
    };
    TRANSPLANTS.split(';').map(patient).collect()
}

/// Group 2, group 3 and age of the 137, one column after the other.
pub(crate) fn transplant_covariates() -> (Vec<f64>, Vec<String>) {
    let patients = transplants();
    let mut columns: Vec<f64> = Vec::new();
    columns.extend(patients.iter().map(|p| f64::from(u8::from(p.group == 2))));
    columns.extend(patients.iter().map(|p| f64::from(u8::from(p.group == 3))));
    columns.extend(patients.iter().map(|p| p.age));
    (columns, names(&["g2", "g3", "age"]))
}

pub(crate) fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Sixty rows with ties, delayed entry, strata, weights and clusters: for i = 0..59, in R,
/// `x1=((i*37)%%23)/10, x2=(i*17)%%5<2, exit=1+(i*29)%%19, entry=pmin(exit-1,(i*11)%%4),
/// event=(i*13)%%7>2, stratum=(i*7)%%3, weight=1+(i%%4)/4, cluster=i%/%3`.
pub(crate) fn sixty() -> CoxData {
    let rows = 0..60_u32;
    let exit: Vec<f64> = rows.clone().map(|i| f64::from(1 + (i * 29) % 19)).collect();
    let mut covariates: Vec<f64> = rows.clone().map(|i| f64::from((i * 37) % 23) / 10.0).collect();
    covariates.extend(rows.clone().map(|i| f64::from(u8::from((i * 17) % 5 < 2))));
    let entry = rows.clone().zip(&exit).map(|(i, exit)| f64::from((i * 11) % 4).min(exit - 1.0)).collect();
    CoxData {
        entry: Some(entry),
        exit,
        event: rows.clone().map(|i| (i * 13) % 7 > 2).collect(),
        covariates,
        names: names(&["x1", "x2"]),
        strata: rows.clone().map(|i| (i * 7) % 3).collect(),
        weights: rows.clone().map(|i| 1.0 + f64::from(i % 4) / 4.0).collect(),
        id: None,
        cluster: Some(rows.map(|i| i / 3).collect()),
    }
}

/// The same without entry, strata, weights and clusters.
pub(crate) fn plain_sixty() -> CoxData {
    CoxData { entry: None, strata: vec![], weights: vec![], cluster: None, ..sixty() }
}

/// A small generator for random cases (Knuth's MMIX constants).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 33).unwrap();
        high % limit
    }

    pub(crate) fn number(&mut self, limit: u32) -> f64 {
        f64::from(self.below(limit))
    }
}

/// Random rows with everything at once.
pub(crate) fn random(seed: u64, n: usize) -> CoxData {
    let mut dice = Dice(seed);
    let entry: Vec<f64> = (0..n).map(|_| dice.number(6)).collect();
    let exit: Vec<f64> = entry.iter().map(|entry| entry + 1.0 + dice.number(9)).collect();
    CoxData {
        exit,
        event: (0..n).map(|_| dice.below(3) > 0).collect(),
        covariates: (0..2 * n).map(|_| dice.number(30) / 10.0).collect(),
        names: names(&["a", "b"]),
        strata: (0..n).map(|_| dice.below(2)).collect(),
        weights: (0..n).map(|_| 0.5 + dice.number(4) / 2.0).collect(),
        id: None,
        cluster: None,
        entry: Some(entry),
    }
}

/// Panics unless the two agree to a relative tolerance.
pub(crate) fn close(found: f64, expected: f64, tolerance: f64) {
    let scale = expected.abs().max(1e-6);
    assert!((found - expected).abs() <= tolerance * scale, "{found} is not {expected}");
}
