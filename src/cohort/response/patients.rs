//! Hand-made patients, as tables in `tests/data/response`: series, expected course, and what decided it.
//!
//! A line is `patient,disorder,shows,given,expected,decided_by`; the last three are lists separated by `;`.
//!
//! | given | means |
//! |---|---|
//! | `PLT -8=20 30=40` | values of a test, canonical unit, with the usual limits of the markers |
//! | `HAPTO 30=<0.3` | a value below the limit of detection |
//! | `HGB lln=125 30=126` | values with their own lower (`lln`) or upper (`uln`) limit |
//! | `IVIG 20`, `STEROID 40..60@20`, `GCSF 5..` | a treatment: days, dose; no last day |
//! | `RITUX 5:PLANNED`, `STEROID 60..80@20:GVHD` | the same with its purpose |
//! | `BLEED 30..32` | a bleed |
//! | `RELAPSE 120` | a reported relapse |
//! | `AGVHD 50..70`, `CGVHD 120`, `EBV 40` | what a treatment may have been given for |
//! | `sex M`, `age 9`, `cord` | facts; without: female, 30 years, no cord blood |
//! | `anc 20`, `anc never`, `anc failed`, `anc none`, `anc begun 56` | recovery of neutrophils; without: day 14 |
//! | `death 90`, `cutoff 200`, `second 60`, `seen 300` | days |
//! | `bleeding unknown`, `cond none` | what is not known |
//!
//! | expected | means |
//! |---|---|
//! | `response 30`, `complete 30`, `lost 90`, `complete lost 90`, `sustained 210`, `rescue 50` | days; none that is not named |
//! | `no relapse 143` | a reported relapse of who was known not to have responded |
//! | `best CR` | best status; `-` is not evaluable, nothing or nothing confirmed |
//! | `day 40 R`, `day 40 -` | status of a day, of the first lineage; not to be told |
//! | `at 100 R`, `at 100 -`, `at 100 unconfirmed`, `at 100 not due` | status at a landmark |
//!
//! `decided_by` are clauses that gave a day its status, masks that took a value, losses, rescue treatments.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::treatment::Treatment;
use super::{At, Chart, Judgement, assess, judge, naive};
use crate::cohort::canonical::{FollowUp, Span, Subject};
use crate::cohort::engraftment::Recovery;
use crate::cohort::first_event::{Confirmed, End};
use crate::cohort::labs::{Measurement, Series};
use crate::domain::{Disorder, Indication, LabTest, Purpose, Status, TreatmentClass};
use crate::study::ResponseRules;
use crate::study::response_rule::Sex;

/// A patient.
#[derive(Debug, Clone)]
pub(super) struct Patient {
    pub(super) subject: Subject,
    pub(super) values: Vec<(LabTest, Measurement)>,
    pub(super) treatments: Vec<Treatment>,
    pub(super) bleeds: Vec<Span>,
    pub(super) bleeding_known: bool,
    pub(super) relapses: Vec<Span>,
    /// By the number of the indication.
    pub(super) indications: [Vec<Span>; Indication::ALL.len()],
    pub(super) neutrophils: Recovery,
    pub(super) end: i32,
}

impl Patient {
    pub(super) fn new(disorder: Disorder) -> Self {
        let end = End { day: 2000, source: "" };
        let follow_up =
            FollowUp { death: None, death_source: "", from_disease: false, end, ascertained: end };
        let subject = Subject {
            disorder,
            sex: Some(Sex::Female),
            age: Some(30.0),
            allogeneic: false,
            autologous: true,
            cord_blood: false,
            cond_start: Some(-7),
            second_hsct: None,
            cutoff: None,
            follow_up: Some(follow_up),
        };
        Self {
            subject,
            values: Vec::new(),
            treatments: Vec::new(),
            bleeds: Vec::new(),
            bleeding_known: true,
            relapses: Vec::new(),
            indications: Default::default(),
            neutrophils: Recovery::Recovered(Confirmed::at_once(14)),
            end: 2000,
        }
    }

    /// The series, as the store gives them: by day, and on a day by value.
    pub(super) fn series(&self) -> Series {
        let mut values = self.values.clone();
        values.sort_by(|(a, x), (b, y)| a.cmp(b).then(x.day.cmp(&y.day)).then(x.value.total_cmp(&y.value)));
        let mut series = Series::default();
        for (test, value) in values {
            series.push(test, value);
        }
        series
    }

    /// Calls with the chart of the patient.
    pub(super) fn with<T>(&self, call: impl FnOnce(&Chart<'_>) -> T) -> T {
        let series = self.series();
        let mut treatments = self.treatments.clone();
        treatments.sort_by(|a, b| {
            (a.start, a.end).cmp(&(b.start, b.end)).then(a.dose.partial_cmp(&b.dose).unwrap())
        });
        let mut bleeds = self.bleeds.clone();
        bleeds.sort_by_key(|span| (span.start, span.end));
        let mut relapses = self.relapses.clone();
        relapses.sort_by_key(|span| span.start);
        let indications = Indication::ALL.map(|indication| &self.indications[indication as usize][..]);
        call(&Chart {
            subject: &self.subject,
            series: &series,
            treatments: &treatments,
            bleeds: &bleeds,
            bleeding_known: self.bleeding_known,
            neutrophils: self.neutrophils,
            relapses: &relapses,
            indications,
            end: self.end,
        })
    }

    /// Adds what a part of `given` says.
    fn give(&mut self, part: &str) {
        let mut words = part.split_whitespace();
        let (head, rest) = (words.next().unwrap(), words.collect::<Vec<_>>());
        let number = |text: &str| text.parse::<i32>().unwrap_or_else(|_| panic!("{part}: {text}"));
        match head {
            "sex" => {
                self.subject.sex = match rest[0] {
                    "M" => Some(Sex::Male),
                    "F" => Some(Sex::Female),
                    _ => None,
                }
            }
            "age" => self.subject.age = rest[0].parse().ok(),
            "cord" => self.subject.cord_blood = true,
            "anc" => {
                self.neutrophils = match rest[0] {
                    "never" => Recovery::NeverBelow,
                    "failed" => Recovery::NotRecovered,
                    "none" => Recovery::NotMeasured,
                    "begun" => Recovery::Begun(number(rest[1])),
                    day => Recovery::Recovered(Confirmed::at_once(number(day))),
                }
            }
            "death" => self.subject.follow_up.as_mut().unwrap().death = Some(number(rest[0])),
            "cutoff" => self.subject.cutoff = Some(number(rest[0])),
            "second" => self.subject.second_hsct = Some(number(rest[0])),
            "seen" => self.end = number(rest[0]),
            "bleeding" => self.bleeding_known = false,
            "cond" => self.subject.cond_start = None,
            "BLEED" => {
                let (start, end, _) = days(rest[0]);
                self.bleeds.push(Span { start, end: end.unwrap_or(start) });
            }
            "RELAPSE" => {
                let day = number(rest[0]);
                self.relapses.push(Span { start: day, end: day });
            }
            code if Indication::named(code).is_some() => {
                let (start, end, _) = days(rest[0]);
                let place = Indication::named(code).unwrap() as usize;
                self.indications[place].push(Span { start, end: end.unwrap_or(start) });
            }
            code if LabTest::named(code).is_some() => self.series_of(LabTest::named(code).unwrap(), &rest),
            code => {
                let class = TreatmentClass::named(code).unwrap_or_else(|| panic!("{part}"));
                for word in rest {
                    let (when, purpose) =
                        word.split_once(':').map_or((word, None), |(when, code)| (when, Some(code)));
                    let (start, end, dose) = days(when);
                    let purpose = purpose.map(Purpose::of_code);
                    self.treatments.push(Treatment { class, start, end, dose, purpose });
                }
            }
        }
    }

    fn series_of(&mut self, test: LabTest, words: &[&str]) {
        let (mut lln, mut uln) = match test {
            LabTest::Hapto => (Some(0.3), None),
            LabTest::Bili => (None, Some(21.0)),
            LabTest::Ldh => (None, Some(250.0)),
            LabTest::Retic => (None, Some(100.0)),
            _ => (None, None),
        };
        for word in words {
            let (name, value) = word.split_once('=').unwrap_or_else(|| panic!("{word}"));
            let below_lod = value.starts_with('<');
            let value: Option<f64> = value.trim_start_matches('<').parse().ok();
            match name {
                "lln" => lln = value,
                "uln" => uln = value,
                day => {
                    let day = day.parse().unwrap_or_else(|_| panic!("{word}"));
                    self.values.push((test, Measurement { day, value: value.unwrap(), lln, uln, below_lod }));
                }
            }
        }
    }
}

/// `30`, `30..40`, `30..`, each with `@dose`.
fn days(text: &str) -> (i32, Option<i32>, Option<f64>) {
    let (days, dose) = text.split_once('@').map_or((text, None), |(days, dose)| (days, dose.parse().ok()));
    match days.split_once("..") {
        None => (days.parse().unwrap(), Some(days.parse().unwrap()), dose),
        Some((start, end)) => (start.parse().unwrap(), end.parse().ok(), dose),
    }
}

/// A line of a table.
struct Case {
    name: String,
    patient: Patient,
    expected: Vec<String>,
    decided_by: Vec<String>,
}

fn cases() -> Vec<Case> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/response");
    let mut files: Vec<_> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "csv"));
    files.sort();
    files.iter().flat_map(|file| read(&fs::read_to_string(file).unwrap())).collect()
}

fn read(text: &str) -> Vec<Case> {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("patient,disorder,shows,given,expected,decided_by"));
    let list = |cell: &str| -> Vec<String> {
        cell.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let case = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), 6, "{line}");
        let mut patient = Patient::new(Disorder::named(cells[1]).unwrap_or_else(|| panic!("{line}")));
        for part in list(cells[3]) {
            patient.give(&part);
        }
        Case { name: cells[0].to_owned(), patient, expected: list(cells[4]), decided_by: list(cells[5]) }
    };
    lines.filter(|line| !line.is_empty()).map(case).collect()
}

/// What the engine says, in the words of the tables.
fn told(judged: &Judgement<'_>, asked: &[String]) -> Vec<String> {
    let course = judged.course();
    let mut told = Vec::new();
    let named = [
        ("response", course.response.map(|found| found.day)),
        ("complete", course.complete.map(|found| found.day)),
        ("lost", course.lost.map(|found| found.day)),
        ("complete lost", course.complete_lost.map(|found| found.day)),
        ("sustained", course.sustained),
        ("rescue", judged.rescue.map(|(day, _)| day)),
    ];
    told.extend(named.into_iter().filter_map(|(name, day)| Some(format!("{name} {}", day?))));
    told.extend(course.unfounded.iter().map(|day| format!("no relapse {day}")));
    told.push(format!("best {}", course.best().map_or("-", Status::name)));
    for part in asked {
        let words: Vec<&str> = part.split_whitespace().collect();
        match words[0] {
            "day" => {
                let day: i32 = words[1].parse().unwrap();
                let rated = judged.lineages[0].ratings.iter().find(|rated| rated.day == day);
                let rated = rated.unwrap_or_else(|| panic!("day {day} has no rating"));
                told.push(format!("day {day} {}", rated.status.map_or("-", Status::name)));
            }
            "at" => {
                let day: i32 = words[1].parse().unwrap();
                let status = match judged.at(day) {
                    At::NotDue => "not due",
                    At::Unconfirmed(_) => "unconfirmed",
                    at => at.status().map_or("-", Status::name),
                };
                told.push(format!("at {day} {status}"));
            }
            _ => {}
        }
    }
    told.sort();
    told
}

/// The names of everything that decided something.
pub(super) fn deciding(judged: &Judgement<'_>, patient: &Patient) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for lineage in &judged.lineages {
        let rule = lineage.view.rule;
        for rated in lineage.ratings.iter().filter(|rated| rated.status.is_some()) {
            names.insert(rule.clauses[rated.clause].id.clone());
        }
        for (test, value) in &patient.values {
            names.extend(lineage.view.mask(*test, value.day).map(|mask| mask.id.clone()));
        }
    }
    for level in [Status::Response, Status::Complete] {
        for end in judged.periods(level).iter().filter_map(|period| period.end) {
            let losses = &judged.lineages[end.lineage].view.rule.losses;
            names.extend(end.loss.map(|loss| losses[loss].id.clone()));
        }
    }
    names.extend(judged.rescue.map(|(_, place)| judged.rule.rescue[place].id.clone()));
    names
}

#[test]
fn every_patient_is_judged_as_the_tables_say() {
    let book = ResponseRules::shipped().unwrap();
    let mut wrong = Vec::new();
    for mut case in cases() {
        case.patient.with(|chart| {
            let judged = judge(chart, &book).unwrap();
            case.expected.sort();
            let told = told(&judged, &case.expected);
            if told != case.expected {
                wrong.push(format!("{}:\n  expected {:?}\n  judged   {told:?}", case.name, case.expected));
            }
            let deciding = deciding(&judged, &case.patient);
            for id in case.decided_by.iter().filter(|id| !deciding.contains(*id)) {
                wrong.push(format!("{}: {id} decided nothing; what did: {deciding:?}", case.name));
            }
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_clause_of_every_rule_has_a_patient() {
    let book = ResponseRules::shipped().unwrap();
    let claimed: BTreeSet<String> = cases().into_iter().flat_map(|case| case.decided_by).collect();
    let ids: BTreeSet<String> = book.all().flat_map(|(_, rule)| rule.ids()).map(str::to_owned).collect();
    let missing: Vec<&String> = ids.difference(&claimed).collect();
    assert!(missing.is_empty(), "no patient shows {missing:?}");
    let unknown: Vec<&String> = claimed.difference(&ids).collect();
    assert!(unknown.is_empty(), "no rule has {unknown:?}");
}

#[test]
fn the_slow_twin_agrees_on_every_patient() {
    let book = ResponseRules::shipped().unwrap();
    for case in cases() {
        case.patient.with(|chart| {
            let landmarks = [60, 100, 180, 365, 730];
            let (mut course, at) = assess(chart, &book, &landmarks);
            course.undecided.clear();
            assert_eq!((course, at), naive::assess(chart, &book, &landmarks), "{}", case.name);
        });
    }
}
