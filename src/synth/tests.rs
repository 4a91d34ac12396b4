//! Tests of the cohort as a whole: bytes, schema, consistency, rates.

use super::course::Neutrophils;
use super::patient::TransplantType;
use super::write::columns;
use super::*;
use crate::domain::table::{Kind, TABLES, Table};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::OnceLock;

/// A place in memory that is still readable after the writer is gone.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn options(subjects: u64) -> SynthOptions {
    SynthOptions { subjects, ..SynthOptions::default() }
}

fn written(options: &SynthOptions) -> (BTreeMap<&'static str, Vec<u8>>, Counts) {
    let mut places = BTreeMap::new();
    let counts = write_tables(options, |table: &'static Table| {
        let place = Shared::default();
        places.insert(table.name, place.clone());
        Ok(place)
    })
    .unwrap();
    (places.into_iter().map(|(name, place)| (name, place.0.take())).collect(), counts)
}

/// FNV-1a, for a fingerprint of the bytes.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let (first, counts) = written(&options(120));
    let (second, again) = written(&options(120));
    assert_eq!(first, second);
    assert_eq!(counts, again);
    let (other, _) = written(&SynthOptions { seed: 2, ..options(120) });
    assert_ne!(first["labs"], other["labs"]);
}

#[test]
fn a_larger_cohort_begins_with_the_smaller() {
    let (small, _) = written(&options(40));
    let (large, counts) = written(&options(90));
    for (table, bytes) in &small {
        assert!(large[table].starts_with(bytes), "{table}");
    }
    assert_eq!(counts.rows("patients"), 90);
    assert_eq!(counts.rows("followup"), 90);
    assert_eq!(counts.tables().len(), TABLES.len());
    assert_eq!(subject(33, &options(1)), subject(33, &options(1_000_000)));
}

#[test]
fn the_bytes_are_those_of_every_machine() {
    let (tables, _) = written(&options(25));
    let all: Vec<u8> = tables.into_values().flatten().collect();
    assert_eq!(fingerprint(&all), FINGERPRINT, "a change of the generator changes this on purpose only");
}

const FINGERPRINT: u64 = 0xcbdc_6e6e_c2d6_2312;

fn fits(kind: Kind, cell: &str) -> bool {
    match kind {
        Kind::Id | Kind::Code => !cell.is_empty() && !cell.contains(char::is_whitespace) && cell.len() < 20,
        Kind::Day => cell.parse::<i32>().is_ok_and(|day| day.abs() < 40_000),
        Kind::Integer(low, high) => cell.parse::<i64>().is_ok_and(|value| (low..=high).contains(&value)),
        Kind::Real(low, high) => cell.parse::<f64>().is_ok_and(|value| (low..=high).contains(&value)),
        Kind::Category(codes) => codes.contains(&cell),
        Kind::Flag => cell == "0" || cell == "1",
    }
}

#[test]
fn every_cell_fits_its_column() {
    let (tables, counts) = written(&options(500));
    for table in TABLES {
        let mut reader = csv::Reader::from_reader(tables[table.name].as_slice());
        let names: Vec<&str> = columns(table).map(|column| column.name).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
        let mut rows = 0;
        for record in reader.records() {
            let record = record.unwrap();
            rows += 1;
            for (column, cell) in columns(table).zip(&record) {
                let absent = cell.is_empty() && !column.required;
                assert!(absent || fits(column.kind, cell), "{} {}: {cell:?}", table.name, column.name);
            }
        }
        assert_eq!(rows, counts.rows(table.name));
        assert!(rows > 0, "{}", table.name);
    }
}

#[test]
fn keys_are_unique_and_one_unit_stands_for_a_test() {
    let (tables, _) = written(&options(500));
    for table in TABLES.iter().filter(|table| !table.key.is_empty()) {
        let mut seen = std::collections::BTreeSet::new();
        let at: Vec<usize> =
            table.key.iter().map(|k| table.columns.iter().position(|c| c.name == *k).unwrap()).collect();
        for record in csv::Reader::from_reader(tables[table.name].as_slice()).records() {
            let record = record.unwrap();
            let key: Vec<String> = at.iter().map(|index| record[*index].to_owned()).collect();
            assert!(seen.insert(key.clone()), "{} {key:?}", table.name);
        }
    }
    let mut units = BTreeMap::new();
    for index in 0..300 {
        for row in subject(index, &options(300)).labs {
            assert_eq!(*units.entry(row.test).or_insert(row.unit), row.unit);
        }
    }
    assert_eq!(units.len(), 8);
}

#[test]
fn the_tables_agree_with_each_other() {
    let options = options(2500);
    for index in 0..options.subjects {
        let subject = subject(index, &options);
        let (follow, id) = (&subject.followup, &subject.id);
        let last = follow.last_contact_day;
        assert!((0..=follow.cutoff_day).contains(&last), "{id}");
        assert_eq!(follow.death_day.is_some(), follow.vital == "DEAD", "{id}");
        assert_eq!(follow.cause_of_death.is_some(), follow.vital == "DEAD", "{id}");
        assert!(follow.death_day.is_none_or(|day| day == last), "{id}");
        assert!(subject.labs.iter().all(|row| row.day <= last), "{id}");
        let over = |start: i32, end: Option<i32>| end.is_none_or(|end| start <= end && end <= last);
        assert!(subject.events.iter().all(|row| row.day <= last && over(row.day, row.end_day)), "{id}");
        let treated = &subject.treatments;
        assert!(treated.iter().all(|row| row.start_day <= last && over(row.start_day, row.end_day)), "{id}");
        assert!(
            treated.iter().all(|row| row.start_day >= subject.patient.dx_day.unwrap_or(i32::MIN)),
            "{id}"
        );
        assert!(subject.labs.is_sorted_by_key(|row| (row.day, row.test)), "{id}");
        let mut keys: Vec<_> = subject.labs.iter().map(|row| (row.day, row.test)).collect();
        keys.dedup();
        assert_eq!(keys.len(), subject.labs.len(), "{id}");
        let first = &subject.transplants[0];
        assert_eq!((first.hsct_day, first.hsct_seq), (0, 1));
        assert!(first.cond_start_day.is_some_and(|day| day < 0));
        if first.kind == "AUTO" {
            let graft_versus_host = |row: &EventRow| row.kind == "AGVHD" || row.kind == "CGVHD";
            assert!(!subject.events.iter().any(graft_versus_host), "{id}");
            assert!(!subject.labs.iter().any(|row| row.test == "CHIM"), "{id}");
        }
        for later in subject.transplants.iter().skip(1) {
            let failed = subject.events.iter().find(|row| row.kind == "GRAFT_FAILURE").unwrap();
            assert!(failed.day < later.hsct_day && later.hsct_day <= last, "{id}");
        }
        let fatal = subject.events.iter().filter(|row| row.grade == Some("5")).count();
        assert!(fatal <= 1 && (fatal == 0 || follow.vital == "DEAD"), "{id}");
    }
}

#[test]
fn doses_fit_the_declared_class() {
    let options = options(3000);
    for index in 0..options.subjects {
        let Life { subject, .. } = Life::draw(&mut Draw::new(1, index), index, &options);
        for transplant in subject.transplants.iter().filter(|row| row.cond_intensity.is_some()) {
            let agents: Vec<&Agent> =
                subject.regimen.iter().filter(|row| row.hsct_seq == transplant.hsct_seq).collect();
            let dose = |name: &str| agents.iter().find(|row| row.agent == name).map_or(0.0, |row| row.dose);
            let high = dose("TBI") >= 8.0
                || dose("BU") > 6.4
                || dose("MEL") > 140.0
                || dose("TT") >= 10.0
                || dose("TREO") > 30.0;
            let mut drugs: Vec<&str> = agents.iter().map(|row| row.agent).collect();
            drugs.retain(|drug| *drug != "ATG" && *drug != "ALEM");
            let low = drugs == ["CY", "FLU"] || (drugs == ["FLU", "TBI"] && dose("TBI") <= 2.0);
            let derived = if high {
                "MAC"
            } else if low {
                "NMA"
            } else {
                "RIC"
            };
            assert_eq!(transplant.cond_intensity, Some(derived), "{} {drugs:?}", subject.id);
            let sero = ["ATG", "ALEM"].into_iter().find(|name| dose(name) > 0.0);
            let declared = Some(transplant.serotherapy).filter(|code| *code != "NONE");
            assert_eq!(sero.map(|name| name.chars().next()), declared.map(|code| code.chars().next()));
        }
    }
}

/// Subjects all of whom could be followed for nine years, with their latent course.
fn followed() -> &'static [Life] {
    static COHORT: OnceLock<Vec<Life>> = OnceLock::new();
    let options = SynthOptions {
        first_year: 1995,
        last_year: 2014,
        cutoff_year: 2024,
        lost_per_year: 0.0,
        seed: 5,
        ..options(20_000)
    };
    let one = |index| Life::draw(&mut Draw::new(options.seed, index), index, &options);
    COHORT.get_or_init(|| (0..options.subjects).map(one).collect())
}

impl Life {
    fn event(&self, kind: &str, grades: &[&str], until: i32) -> bool {
        let graded =
            |grade: Option<&str>| grades.is_empty() || grade.is_some_and(|grade| grades.contains(&grade));
        self.subject.events.iter().any(|row| row.kind == kind && row.day <= until && graded(row.grade))
    }

    fn dead(&self, until: i32) -> bool {
        self.subject.followup.death_day.is_some_and(|day| day <= until)
    }

    fn non_relapse_death(&self, until: i32) -> bool {
        let disease = self.subject.followup.cause_of_death == Some("RELAPSE");
        self.dead(until) && !disease && !self.event("RELAPSE", &[], until)
    }

    fn responds(&self) -> bool {
        self.course.response.is_some_and(|(day, _)| day < self.course.last_contact)
    }

    fn relapses(&self, after: i32) -> bool {
        let Some((response, _)) = self.course.response else { return false };
        self.responds() && self.event("RELAPSE", &[], response + after)
    }

    fn progresses(&self, until: i32) -> bool {
        let failed = self.event("GRAFT_FAILURE", &[], until) || self.event("RELAPSE", &[], until);
        failed || self.dead(until) || !self.responds()
    }
}

fn share(cohort: &[&Life], has: impl Fn(&Life) -> bool) -> f64 {
    cohort.iter().filter(|subject| has(subject)).count() as f64 / cohort.len() as f64
}

/// Checks one share, in percent, against its band.
fn within(what: &str, share: f64, band: (f64, f64)) {
    let percent = 100.0 * share;
    assert!((band.0..=band.1).contains(&percent), "{what}: {percent:.2}% outside {band:?}");
}

#[test]
fn autologous_figures_are_the_published() {
    let all = followed();
    let cohort: Vec<&Life> = all.iter().filter(|one| one.person.kind == TransplantType::Autologous).collect();
    let responders: Vec<&Life> = cohort.iter().copied().filter(|one| one.responds()).collect();
    within("response", share(&cohort, Life::responds), (57.0, 63.0));
    within("relapse at 2 y", share(&responders, |one| one.relapses(730)), (45.0, 55.0));
    within("non-relapse mortality d100", share(&cohort, |one| one.non_relapse_death(100)), (5.0, 8.0));
    within("survival 5 y", share(&cohort, |one| !one.dead(1825)), (77.0, 86.0));
}

#[test]
fn allogeneic_figures_are_the_published() {
    let all = followed();
    let cohort: Vec<&Life> = all.iter().filter(|one| one.person.kind == TransplantType::Allogeneic).collect();
    let responders: Vec<&Life> = cohort.iter().copied().filter(|one| one.responds()).collect();
    within("response", share(&cohort, Life::responds), (77.0, 83.0));
    within("relapse at 5 y", share(&responders, |one| one.relapses(1825)), (10.0, 15.0));
    within("non-relapse mortality d100", share(&cohort, |one| one.non_relapse_death(100)), (11.2, 14.2));
    within("non-relapse mortality 1 y", share(&cohort, |one| one.non_relapse_death(365)), (16.5, 19.5));
    within("graft failure", share(&cohort, |one| one.event("GRAFT_FAILURE", &[], 730)), (6.8, 9.2));
    let acute = |one: &Life| one.event("AGVHD", &["2", "3", "4"], 100);
    within("acute GVHD II-IV", share(&cohort, acute), (18.8, 22.8));
    within("chronic GVHD 5 y", share(&cohort, |one| one.event("CGVHD", &[], 1825)), (25.8, 29.8));
    within("CMV", share(&cohort, |one| one.event("CMV", &[], 365)), (32.5, 37.5));
    within("survival 5 y", share(&cohort, |one| !one.dead(1825)), (68.2, 72.2));
    within("no progression 5 y", share(&cohort, |one| !one.progresses(1825)), (56.9, 61.9));
}

#[test]
fn mortality_follows_intensity_age_and_comorbidity() {
    let all = followed();
    let cohort: Vec<&Life> = all.iter().collect();
    let hazard = |has: &dyn Fn(&Life) -> bool| {
        let group: Vec<&Life> = cohort
            .iter()
            .copied()
            .filter(|one| one.person.kind == TransplantType::Allogeneic && has(one))
            .collect();
        -libm::log(1.0 - share(&group, |one| one.non_relapse_death(365)))
    };
    let intensity = |code| move |one: &Life| one.subject.transplants[0].cond_intensity == Some(code);
    let ratio = hazard(&intensity("MAC")) / hazard(&intensity("RIC"));
    assert!((1.5..2.1).contains(&ratio), "MAC over RIC {ratio}");
    let ratio = hazard(&|one| one.person.adult()) / hazard(&|one| !one.person.adult());
    assert!((1.3..2.3).contains(&ratio), "adults over children {ratio}");
    let ratio = hazard(&|one| one.person.hct_ci >= 3) / hazard(&|one| one.person.hct_ci == 0);
    assert!((1.5..2.6).contains(&ratio), "HCT-CI {ratio}");
    let cells: Vec<&Life> =
        cohort.iter().copied().filter(|one| one.course.neutrophils != Neutrophils::Fail).collect();
    let usual =
        |one: &Life| matches!(one.course.neutrophils, Neutrophils::Recover(day) if (9..=22).contains(&day));
    within("recovery d9-d22", share(&cells, usual), (88.0, 98.0));
    let never = |one: &Life| one.course.neutrophils == Neutrophils::NeverBelow;
    within("never below", share(&cells, never), (0.5, 3.0));
}

#[test]
fn options_out_of_order_are_refused() {
    let years = SynthOptions { first_year: 2020, last_year: 2010, ..options(1) };
    assert!(matches!(years.check(), Err(SynthError::Years { .. })));
    let lost = SynthOptions { lost_per_year: f64::NAN, ..options(1) };
    assert!(matches!(lost.check(), Err(SynthError::Lost { .. })));
    assert!(options(1).check().is_ok());
}

#[test]
fn a_place_that_cannot_be_made_is_named_before_the_work() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("regimen.csv")).unwrap();
    let error = write_cohort(folder.path(), &options(u64::MAX)).unwrap_err();
    assert!(matches!(&error, SynthError::Create { path, .. } if path.ends_with("regimen.csv")), "{error}");
}
