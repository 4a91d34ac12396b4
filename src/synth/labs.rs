//! Laboratory series that show the course.

use super::course::{Course, Neutrophils};
use super::curve::{Curve, Levels};
use super::draw::{Draw, rounded};
use super::graft::Graft;
use super::lineage::{Fate, Lineage};
use super::patient::{Disorder, Person};
use super::record::LabRow;
use super::visits::{Interest, Visits};

/// What a test is called and how its values are written.
#[derive(Debug, Clone, Copy)]
struct Test {
    code: &'static str,
    unit: &'static str,
    decimals: u8,
    /// Largest relative deviation from the expected value.
    spread: f64,
    limits: (Option<f64>, Option<f64>),
    detection: Option<f64>,
}

const PLAIN: Test =
    Test { code: "", unit: "10^9/L", decimals: 0, spread: 0.16, limits: (None, None), detection: None };
const PLT: Test = Test { code: "PLT", spread: 0.24, ..PLAIN };
const ANC: Test = Test { code: "ANC", decimals: 2, spread: 0.20, detection: Some(0.02), ..PLAIN };
const HGB: Test = Test { code: "HGB", unit: "g/L", spread: 0.05, ..PLAIN };
const LDH: Test = Test { code: "LDH", unit: "U/L", limits: (None, Some(250.0)), ..PLAIN };
const HAPTO: Test = Test {
    code: "HAPTO",
    unit: "g/L",
    decimals: 2,
    spread: 0.2,
    limits: (Some(0.3), None),
    detection: Some(0.08),
};
const BILI: Test = Test { code: "BILI", unit: "umol/L", spread: 0.2, limits: (None, Some(21.0)), ..PLAIN };
const RETIC: Test = Test { code: "RETIC", limits: (None, Some(100.0)), ..PLAIN };

impl Test {
    /// The row of this test on this day; the detection limit stands for what is below it.
    fn row(&self, draw: &mut Draw, day: i32, expected: f64) -> LabRow {
        let value = rounded(expected * (1.0 + draw.noise(self.spread)), self.decimals);
        let below = self.detection.is_some_and(|limit| value < limit);
        LabRow {
            day,
            test: self.code,
            value: self.detection.map_or(value, |limit| value.max(limit)),
            unit: self.unit,
            lln: self.limits.0,
            uln: self.limits.1,
            below_lod: below.then_some(true),
        }
    }
}

/// What the series of one subject are drawn from.
struct Chart<'a> {
    person: &'a Person,
    course: &'a Course,
    cond_start: i32,
    visits: Visits,
}

/// Draws the laboratory values of this subject, by day, then test.
pub(super) fn draw(draw: &mut Draw, person: &Person, graft: &Graft, course: &Course) -> Vec<LabRow> {
    let cond_start = graft.regimen.start_day;
    let visits = Visits::draw(draw, cond_start, course);
    let chart = Chart { person, course, cond_start, visits };
    let rows = &mut Vec::with_capacity(256);
    neutrophils(draw, &chart, rows);
    platelets(draw, &chart, rows);
    red_cells(draw, &chart, rows);
    if graft.allogeneic() {
        chimerism(draw, course, rows);
    }
    rows.sort_by_key(|row| (row.day, row.test));
    std::mem::take(rows)
}

fn interest(lineage: Lineage) -> Interest {
    if lineage.involved() { Interest::High } else { Interest::Low }
}

fn neutrophils(draw: &mut Draw, chart: &Chart, rows: &mut Vec<LabRow>) {
    let &Chart { course, cond_start, ref visits, .. } = chart;
    let lineage = course.lineages.neutrophils;
    let healthy = draw.real(2.6, 4.4);
    let before = if lineage.involved() { draw.real(0.06, 0.30) } else { healthy * draw.real(0.9, 1.3) };
    let never = course.neutrophils == Neutrophils::NeverBelow;
    let levels = Levels {
        before,
        aplastic: if never { draw.real(0.70, 0.95) } else { draw.real(0.02, 0.08) },
        recovered: if never { 1.2 } else { 0.82 },
        healthy,
        partial: draw.real(0.86, 1.15),
        sick: draw.real(0.10, 0.30),
        rise: 3,
    };
    let levels = match (lineage.fate, course.neutrophils) {
        // Under G-CSF the graft still shows itself; the count falls back when that is stopped.
        (Fate::Refractory, Neutrophils::Recover(_)) => Levels { recovered: 0.29, ..levels },
        _ => levels,
    };
    let recovery = course.neutrophil_day();
    let mut curve = Curve::new(&levels, lineage, course, (cond_start, recovery));
    if lineage.fate == Fate::Refractory && course.neutrophils != Neutrophils::Fail {
        curve = curve.lifted((recovery - 3, recovery, recovery + 6), 1.1);
    }
    let dense = (recovery + 3).min(42);
    for day in visits.days(interest(lineage), 1, dense) {
        rows.push(ANC.row(draw, day, curve.at(day)));
    }
}

fn platelets(draw: &mut Draw, chart: &Chart, rows: &mut Vec<LabRow>) {
    let &Chart { course, cond_start, ref visits, .. } = chart;
    let lineage = course.lineages.platelets;
    let healthy = draw.real(140.0, 290.0);
    let sick = draw.lognormal(13.0, 0.3).clamp(6.0, 23.0);
    let gentle = course.neutrophils == Neutrophils::NeverBelow && !lineage.involved();
    let levels = Levels {
        before: if lineage.involved() { draw.lognormal(13.0, 0.3).clamp(6.0, 19.0) } else { healthy },
        aplastic: if gentle { draw.real(30.0, 60.0) } else { draw.real(8.0, 12.0) },
        recovered: if gentle { 80.0 } else { 27.0 },
        healthy,
        partial: draw.real(62.0, 78.0),
        sick,
        rise: 7,
    };
    let recovery = course.platelet_day;
    let curve = Curve::new(&levels, lineage, course, (cond_start, recovery));
    let dense = (recovery + 3).min(30);
    for day in visits.days(interest(lineage), if lineage.involved() { 1 } else { 2 }, dense) {
        rows.push(PLT.row(draw, day, curve.at(day)));
    }
}

/// Lower limit of the haemoglobin for sex and age, g/L.
fn haemoglobin_limit(person: &Person) -> f64 {
    match (person.sex, person.age) {
        (_, ..=5) => 110.0,
        (_, 6..=11) => 115.0,
        ("M", 15..) => 130.0,
        _ => 120.0,
    }
}

fn red_cells(draw: &mut Draw, chart: &Chart, rows: &mut Vec<LabRow>) {
    let &Chart { person, course, cond_start, ref visits } = chart;
    let lineage = course.lineages.red;
    let limit = haemoglobin_limit(person);
    let healthy = limit * draw.real(1.08, 1.18);
    let before = if lineage.involved() { draw.real(66.0, 86.0) } else { healthy * 0.96 };
    let levels = Levels {
        before,
        aplastic: draw.real(74.0, 80.0),
        recovered: draw.real(84.0, 90.0),
        healthy,
        partial: (before + draw.real(28.0, 36.0)).min(limit - 1.0),
        sick: before + draw.real(-4.0, 6.0),
        rise: 6,
    };
    let test = Test { limits: (Some(limit), None), ..HGB };
    let recovery = course.platelet_day.max(14);
    let curve = Curve::new(&levels, lineage, course, (cond_start, recovery));
    for day in visits.days(interest(lineage), 3, 24) {
        rows.push(test.row(draw, day, curve.at(day)));
    }
    let markers = visits.days(Interest::Marker, 1, 0);
    for (test, levels) in markers_of(draw, person.disorder) {
        let curve = Curve::new(&levels, lineage, course, (cond_start, recovery));
        for day in &markers {
            rows.push(test.row(draw, *day, curve.at(*day)));
        }
    }
}

/// The markers that a disorder has, with their levels.
fn markers_of(draw: &mut Draw, disorder: Disorder) -> Vec<(Test, Levels)> {
    let level = |active: f64, normal: f64, aplastic: f64, partial: f64| Levels {
        before: active,
        aplastic,
        recovered: aplastic,
        healthy: normal,
        partial,
        sick: active,
        rise: 6,
    };
    if disorder == Disorder::Prca {
        let active = draw.real(3.0, 9.0);
        return vec![(RETIC, level(active, draw.real(45.0, 75.0), 6.0, draw.real(30.0, 50.0)))];
    }
    if !disorder.haemolytic() {
        return Vec::new();
    }
    let (ldh, ldh_active) = (draw.real(150.0, 205.0), draw.real(420.0, 950.0));
    let (bili, bili_active) = (draw.real(6.0, 14.0), draw.real(34.0, 75.0));
    let (retic, retic_active) = (draw.real(45.0, 78.0), draw.real(180.0, 420.0));
    let (hapto, hapto_active) = (draw.real(0.6, 1.5), draw.real(0.05, 0.13));
    vec![
        (LDH, level(ldh_active, ldh, 290.0, draw.real(300.0, 360.0))),
        (BILI, level(bili_active, bili, 22.0, draw.real(16.0, 28.0))),
        (RETIC, level(retic_active, retic, 9.0, draw.real(115.0, 150.0))),
        (HAPTO, level(hapto_active, hapto, 0.12, draw.real(0.10, 0.20))),
    ]
}

/// Donor cells in percent; falling when the graft fails.
fn chimerism(draw: &mut Draw, course: &Course, rows: &mut Vec<LabRow>) {
    let test = Test { code: "CHIM", unit: "%", ..PLAIN };
    let mixed = draw.chance(0.14);
    let level = if mixed { draw.real(58.0, 90.0) } else { draw.real(96.0, 100.0) };
    for day in [30, 60, 100, 180, 365, 730] {
        let day = day + draw.whole(-3, 3);
        let failed = course.failure.is_some_and(|failure| day + 15 >= failure.day);
        let second = course.second_transplant().is_some_and(|second| day > second + 28);
        let value = if failed && !second { level * draw.real(0.0, 0.2) } else { level + draw.noise(4.0) };
        if day <= course.last_contact && day >= course.neutrophil_day().min(30) {
            let row = LabRow { value: rounded(value.clamp(0.0, 100.0), 0), ..test.row(draw, day, 0.0) };
            rows.push(row);
        }
    }
}
