//! Made-up results of a made-up study, with everything that a page has to stand.

mod estimates;

use std::collections::BTreeMap;

use self::estimates::{Patient, Plan, competing_rows, survival_rows};
use super::text::{EndpointKind, EndpointText, ReportText, StratumText, TimeText};
use crate::analysis::ard::{Reason, Row};
use crate::domain::Group;

/// A level that tries to be markup.
pub(crate) const HOSTILE_LEVEL: &str = "<script>alert('x')</script>";
/// A level that tries to be a formula.
pub(crate) const FORMULA_LEVEL: &str = "=cmd()|' /C calc'!A0";
/// A level with a very long name.
pub(crate) const LONG_LEVEL: &str =
    "Evans syndrome with a refractory course after splenectomy, rituximab and two thrombopoietin agonists";

const DISORDERS: [&str; 6] = ["AIHA", "ITP", LONG_LEVEL, "PRCA", HOSTILE_LEVEL, FORMULA_LEVEL];
const CONDITIONING: [&str; 3] = ["NMA", "RIC", "MAC"];

/// A row about nothing but its analysis and statistic.
pub(crate) fn bare_row((id, analysis): (&str, &str), stat: &str, value: Option<f64>) -> Row {
    Row {
        analysis_id: id.into(),
        analysis: analysis.into(),
        population: None,
        comparison: None,
        endpoint: (!["flow", "ingest", "baseline"].contains(&analysis))
            .then(|| id.split(['#', ':']).next().unwrap_or(id).into()),
        group: Group::everybody().into(),
        cause: None,
        term: None,
        time: None,
        time_unit: Some("d".into()),
        stat: stat.into(),
        value,
        reason: value.is_none().then_some(Reason::NotEstimable),
        method: "".into(),
    }
}

fn endpoint(name: &str, label: &str, kind: EndpointKind, causes: &[&str]) -> EndpointText {
    EndpointText {
        name: name.to_owned(),
        label: label.to_owned(),
        kind,
        causes: causes.iter().map(ToString::to_string).collect(),
        definition: format!("{}; made up for this page", causes.join(", ")),
        ..EndpointText::default()
    }
}

/// The words of the study.
pub(crate) fn text() -> ReportText {
    use EndpointKind::{Competing, Proportion, Survival};
    let endpoints = vec![
        endpoint("os", "Overall survival", Survival, &["death"]),
        endpoint("efs", "Event-free survival", Survival, &["event"]),
        endpoint("nrm", "Non-relapse mortality", Competing, &["nrm", "relapse"]),
        endpoint("best_response", "Best response", Proportion, &["CR", "R", "NR"]),
        endpoint("anc_recovery", "Neutrophil recovery", Competing, &["recovery", "death", "second_hsct"]),
        endpoint("plt_recovery", "Platelet recovery", Competing, &["recovery", "death", "second_hsct"]),
        endpoint("agvhd_2_4", "Acute GVHD II-IV", Competing, &["agvhd", "death", "graft_failure"]),
        endpoint("cmv", "CMV reactivation", Competing, &["cmv", "death", "second_hsct"]),
        endpoint("hostile", "<img src=x onerror=alert(1)>", Competing, &["a\"b", "</svg>"]),
    ];
    let stratum = |name: &str, label: &str, levels: &[&str]| StratumText {
        name: name.to_owned(),
        label: label.to_owned(),
        levels: levels.iter().map(ToString::to_string).collect(),
    };
    let time = |days: f64, label: &str| TimeText { days, label: label.to_owned() };
    ReportText {
        id: "DEMO-001".to_owned(),
        title: "Transplantation for refractory autoimmune cytopenias".to_owned(),
        cutoff: "2026-09-30".to_owned(),
        source: Some("Made-up cohort of 160 patients".to_owned()),
        licence: Some("CC0".to_owned()),
        protection: vec!["Every delivered column was screened.".to_owned()],
        decisions: vec![
            "Two recoveries after the last contact were taken as censored at the last contact.".to_owned(),
            "Codes of donors <sibling> & \"unrelated\" were joined.".to_owned(),
        ],
        convention: "engraft".to_owned(),
        version: "0.1.0".to_owned(),
        endpoints,
        strata: vec![
            stratum("disorder", "Disorder", &DISORDERS),
            stratum("conditioning", "Conditioning", &CONDITIONING),
        ],
        variables: BTreeMap::from([("age_years".to_owned(), "Age, years".to_owned())]),
        times: vec![
            time(28.0, "d28"),
            time(100.0, "d100"),
            time(365.0, "1 y"),
            time(730.0, "2 y"),
            time(1826.0, "5 y"),
        ],
        ..ReportText::default()
    }
}

/// Numbers between 0 and 1 that look like chance and are always the same.
pub(super) struct Dice(u64);

impl Dice {
    /// A number below this one.
    fn below(&mut self, sides: u32) -> usize {
        (0..sides).rev().find(|side| self.roll() < 1.0 / f64::from(side + 1)).map_or(0, |side| side as usize)
    }

    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).unwrap()) / f64::from(1_u32 << 31)
    }
}

/// The rows of the study.
pub(crate) fn rows() -> Vec<Row> {
    let mut rows = bookkeeping();
    let mut dice = Dice(2026);
    let text = text();
    for (index, endpoint) in text.endpoints.iter().enumerate() {
        let engraftment = endpoint.name.ends_with("_recovery");
        let (rate, horizon) = match (endpoint.kind, engraftment) {
            (_, true) => (0.05, 60.0),
            (EndpointKind::Survival, _) => (0.000_35, 2_200.0),
            _ => (0.000_8 / (1.0 + index as f64 / 4.0), 1_000.0),
        };
        let patients = cohort(&mut dice, endpoint, rate, horizon);
        let times: &[f64] = match (endpoint.kind, engraftment) {
            (_, true) => &[28.0, 100.0],
            (EndpointKind::Survival, _) => &[100.0, 365.0, 730.0, 1826.0],
            _ => &[100.0, 365.0],
        };
        let mut counts = bare_row((&endpoint.name, "endpoint"), "n", Some(patients.len() as f64));
        rows.push(counts.clone());
        for (stat, value) in [("n_not_applicable", 38.0), ("n_never_below", 3.0), ("n_not_evaluable", 0.0)] {
            counts.stat = stat.into();
            counts.value = Some(if engraftment || value == 0.0 { value } else { 0.0 });
            rows.push(counts.clone());
        }
        for by in [&[][..], &["disorder"], &["conditioning"], &["disorder", "conditioning"]] {
            let plan = Plan { endpoint, by, times, horizon };
            rows.extend(match endpoint.kind {
                EndpointKind::Survival => survival_rows(&plan, &patients),
                EndpointKind::Competing => competing_rows(&plan, &patients),
                EndpointKind::Proportion if by.len() < 2 => proportion_rows(&plan, &patients),
                EndpointKind::Proportion | EndpointKind::Recurrent => Vec::new(),
            });
        }
    }
    rows
}

fn cohort(dice: &mut Dice, endpoint: &EndpointText, rate: f64, horizon: f64) -> Vec<Patient> {
    (0..160)
        .map(|index| {
            // The last disorder is rare, so that it has groups of few and groups of none.
            let disorder = if index % 40 == 39 { 5 } else { index % 5 };
            let conditioning = dice.below(3);
            let speed = rate * (0.6 + 0.4 * conditioning as f64) * (0.7 + 0.2 * disorder as f64);
            let event = (-(1.0 - dice.roll()).ln() / speed).ceil();
            let end = (horizon * (0.25 + 0.75 * dice.roll())).floor();
            let cause = if dice.roll() < 0.6 { 0 } else { dice.below(3) };
            Patient {
                levels: BTreeMap::from([
                    ("disorder", DISORDERS[disorder]),
                    ("conditioning", CONDITIONING[conditioning]),
                ]),
                exit: event.min(end),
                cause: (event <= end).then(|| endpoint.causes[cause.min(endpoint.causes.len() - 1)].clone()),
                status: endpoint.causes[dice.below(3).min(endpoint.causes.len() - 1)].clone(),
            }
        })
        .collect()
}

fn proportion_rows(plan: &Plan<'_>, patients: &[Patient]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (group, members) in plan.groups(patients) {
        for (population, drop) in [("treated", 0), ("evaluable", members.len() / 12)] {
            let n = (members.len() - drop) as f64;
            for cause in ["CR", "R", "CR or R", "NR"] {
                let x = members
                    .iter()
                    .skip(drop)
                    .filter(|p| cause.contains(p.status.as_str()) && cause != "NR")
                    .count() as f64;
                let p = x / n;
                let half = 1.96 * (p * (1.0 - p) / n).sqrt() + 0.02;
                let values = [
                    ("n", n),
                    ("x", x),
                    ("estimate", p),
                    ("conf_low", (p - half).max(0.0)),
                    ("conf_high", (p + half).min(1.0)),
                ];
                for (stat, value) in values {
                    rows.push(Row {
                        population: Some(population.into()),
                        comparison: plan.comparison(),
                        group: group.clone().into(),
                        cause: Some(cause.into()),
                        method: "Wilson interval; level 0.95; profile engraft".into(),
                        ..bare_row((&plan.id(""), "proportion"), stat, Some(value))
                    });
                }
            }
        }
    }
    rows
}

/// The rows of the flow chart, the delivered files and the patients.
fn bookkeeping() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |analysis: &str, term: &str, stats: &[(&str, f64)]| {
        for (stat, value) in stats {
            let term = (!term.is_empty()).then(|| term.into());
            rows.push(Row { term, ..bare_row((analysis, analysis), stat, Some(*value)) });
        }
    };
    add("flow", "Delivered", &[("n", 12_171.0), ("n_excluded", 0.0)]);
    add("flow", "First transplant", &[("n", 168.0), ("n_excluded", 12_003.0)]);
    add("flow", "At least 100 days of <potential> follow-up", &[("n", 160.0), ("n_excluded", 8.0)]);
    add("ingest", "patients", &[("n_files", 1.0), ("n_rows", 12_171.0), ("n_rejected", 0.0)]);
    add("ingest", "labs", &[("n_files", 3.0), ("n_rows", 1_204_112.0), ("n_rejected", 17.0)]);
    for (comparison, group) in
        std::iter::once((None, Group::everybody())).chain(CONDITIONING.map(|level| {
            (Some("conditioning"), Group::new(vec![("conditioning".to_owned(), level.to_owned())]))
        }))
    {
        let n = if comparison.is_none() { 160.0 } else { 53.0 };
        let mut put = |term: Option<&str>, stats: &[(&str, f64)]| {
            for (stat, value) in stats {
                rows.push(Row {
                    comparison: comparison.map(Into::into),
                    group: group.clone().into(),
                    term: term.map(Into::into),
                    ..bare_row(("baseline", "baseline"), stat, Some(*value))
                });
            }
        };
        put(None, &[("n", n)]);
        put(Some("age_years"), &[("n", n - 2.0), ("n_missing", 2.0), ("mean", 31.25), ("sd", 17.05)]);
        put(Some("age_years"), &[("median", 29.5), ("q1", 17.0), ("q3", 44.0), ("min", 1.0), ("max", 68.0)]);
        put(Some("dx_day"), &[("n", n), ("n_missing", 0.0), ("mean", -830.4), ("sd", 301.0)]);
        put(
            Some("dx_day"),
            &[("median", -790.0), ("q1", -1011.0), ("q3", -502.0), ("min", -2200.0), ("max", -90.0)],
        );
        put(Some("sex=F"), &[("n", (n * 0.6).round()), ("proportion", (n * 0.6).round() / n)]);
        put(Some("sex=M"), &[("n", n - (n * 0.6).round()), ("proportion", 1.0 - (n * 0.6).round() / n)]);
        put(Some("sex"), &[("n", n), ("n_missing", 0.0)]);
        put(Some(&format!("donor={HOSTILE_LEVEL}")), &[("n", 7.0), ("proportion", 7.0 / n)]);
        put(Some("donor==1+1"), &[("n", n - 7.0), ("proportion", 1.0 - 7.0 / n)]);
        put(Some("donor"), &[("n", n), ("n_missing", 4.0)]);
    }
    rows
}
