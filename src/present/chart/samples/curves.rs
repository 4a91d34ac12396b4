//! Survival and incidence curves.

use super::super::model::{
    Annotation, Course, Curve, CurveChart, CurvePoint, Direction, RiskRow, RiskSection, RiskTable, TimeAxis,
    ValueRange,
};
use super::{LONG, Numbers};

/// Subjects as (day, whether the event was seen), in order.
type Subjects = Vec<(f64, bool)>;

fn subjects(seed: u64, count: usize, hazard: f64, horizon: f64) -> Subjects {
    let mut numbers = Numbers(seed);
    let mut all: Subjects = (0..count)
        .map(|_| {
            let event = (-libm::log(1.0 - numbers.next()) / hazard * horizon).ceil().max(1.0);
            let censored = (horizon * (0.25 + 1.2 * numbers.next())).ceil();
            if event <= censored { (event, true) } else { (censored, false) }
        })
        .collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all
}

/// A product-limit curve, plain enough for a picture.
fn curve(label: &str, subjects: &Subjects, direction: Direction) -> Curve {
    let count = subjects.len();
    let mut curve = Curve { label: label.to_owned(), ..Curve::default() };
    let (mut estimate, mut variance, mut index) = (1.0, 0.0, 0);
    while index < count {
        let time = subjects[index].0;
        let tied = subjects[index..].iter().take_while(|s| s.0 <= time).count();
        let events = subjects[index..index + tied].iter().filter(|s| s.1).count() as f64;
        let at_risk = (count - index) as f64;
        estimate *= 1.0 - events / at_risk;
        variance += if at_risk > events { events / (at_risk * (at_risk - events)) } else { 0.0 };
        let half = 1.96 * estimate * libm::sqrt(variance);
        let (low, high): (f64, f64) = ((estimate - half).max(0.0), (estimate + half).min(1.0));
        let shown = |value: f64| if direction == Direction::Survival { value } else { 1.0 - value };
        let (a, b) = (shown(low), shown(high));
        if events > 0.0 {
            curve.points.push(CurvePoint {
                time,
                estimate: shown(estimate),
                band: None,
                conf_low: Some(a.min(b)),
                conf_high: Some(a.max(b)),
            });
        }
        if tied as f64 > events {
            curve.censor_ticks.push((time, shown(estimate)));
        }
        if count - index < 10 && curve.fade_from.is_none() && count >= 10 {
            curve.fade_from = Some(time);
        }
        curve.end = time;
        index += tied;
    }
    if curve.points.is_empty() && count > 0 {
        curve.points.push(CurvePoint {
            time: 0.0,
            estimate: direction.start(),
            band: None,
            conf_low: None,
            conf_high: None,
        });
    }
    curve
}

fn table(groups: &[(&str, Subjects)], axis: &TimeAxis, horizon: f64) -> RiskTable {
    let times = axis.breaks(horizon);
    let section = |title: &str, count: &dyn Fn(&Subjects, f64) -> usize| RiskSection {
        title: title.to_owned(),
        rows: groups
            .iter()
            .map(|(label, subjects)| RiskRow {
                label: (*label).to_owned(),
                counts: times.iter().map(|time| Some(count(subjects, *time) as u64)).collect(),
            })
            .collect(),
    };
    let sections = vec![
        section("At risk", &|subjects, time| subjects.iter().filter(|s| s.0 >= time).count()),
        section("Censored", &|subjects, time| subjects.iter().filter(|s| s.0 <= time && !s.1).count()),
        section("Events", &|subjects, time| subjects.iter().filter(|s| s.0 <= time && s.1).count()),
    ];
    RiskTable { times, sections }
}

struct Plan<'a> {
    title: &'a str,
    groups: Vec<(&'a str, Subjects)>,
    direction: Direction,
    horizon: f64,
    annotations: Vec<Annotation>,
}

fn chart(plan: Plan<'_>) -> CurveChart {
    let x_axis = TimeAxis::Days { since: "after transplant".to_owned() };
    let risk_table = table(&plan.groups, &x_axis, plan.horizon);
    CurveChart {
        title: plan.title.to_owned(),
        subtitle: Some("Treated population, invented numbers, cut-off 2026-06-30".to_owned()),
        y_label: match plan.direction {
            Direction::Survival => "Overall survival",
            Direction::Incidence | Direction::States => "Cumulative incidence",
            Direction::Count => "Mean number of events",
        }
        .to_owned(),
        direction: plan.direction,
        y_range: ValueRange::Full,
        course: Course::Steps,
        x_axis,
        begin: 0.0,
        horizon: plan.horizon,
        curves: plan.groups.iter().map(|(label, s)| curve(label, s, plan.direction)).collect(),
        annotations: plan.annotations,
        risk_table: Some(risk_table),
        footnotes: vec![
            "Kaplan-Meier with log-log 95% confidence intervals; bars mark censoring. The curve is pale where \
             fewer than 10 patients are at risk."
                .to_owned(),
        ],
    }
}

fn medians(groups: &[(&str, Subjects)]) -> Vec<Annotation> {
    let mut lines = vec![Annotation::plain("Log-rank p = 0.003")];
    lines.extend((0..groups.len()).map(|i| Annotation::of_curve(i, "Median 6.1 years (4.0 to NR)")));
    lines
}

const YEAR: f64 = 365.25;
const DECADE: f64 = 3653.0;
const NAMES: [&str; 8] = [
    "Evans syndrome",
    "Immune thrombocytopenia",
    "Autoimmune haemolytic anaemia",
    "Autoimmune neutropenia",
    "Pure red cell aplasia",
    "Acquired aplastic anaemia",
    "Antiphospholipid syndrome",
    "Other",
];

type Groups = Vec<(&'static str, Subjects)>;

fn groups(count: usize, size: usize, horizon: f64) -> Groups {
    (0..count)
        .map(|i| (NAMES[i], subjects(7 + i as u64, size + 9 * i, 0.25 + 0.28 * i as f64, horizon)))
        .collect()
}

fn survival(title: &str, groups: Groups, horizon: f64) -> CurveChart {
    let annotations = medians(&groups);
    chart(Plan { title, groups, direction: Direction::Survival, horizon, annotations })
}

fn incidence(title: &str, groups: Groups, horizon: f64) -> CurveChart {
    let annotations = vec![Annotation::plain("Gray p = 0.21"), Annotation::plain("Competing event: death")];
    chart(Plan { title, groups, direction: Direction::Incidence, horizon, annotations })
}

/// Every kind of curve chart that has gone wrong somewhere.
pub(crate) fn curve_charts() -> Vec<(&'static str, CurveChart)> {
    let by_disorder = "Overall survival by disorder";
    vec![
        ("one", one()),
        ("two", survival(by_disorder, groups(2, 70, 5.0 * YEAR), 5.0 * YEAR)),
        ("three", survival(by_disorder, groups(3, 60, 5.0 * YEAR), 5.0 * YEAR)),
        ("five", survival(by_disorder, groups(5, 60, DECADE), DECADE)),
        ("eight", survival(by_disorder, groups(8, 50, DECADE), DECADE)),
        ("zero", zero()),
        ("ties", ties()),
        ("long", long()),
        ("empty_group", empty_group()),
        ("empty", survival("Nobody at all", vec![("Nobody", Vec::new())], 0.0)),
        ("incidence", incidence("Relapse by disorder", groups(3, 60, 3.0 * YEAR), 3.0 * YEAR)),
        ("fitted", fitted()),
        ("plain", plain()),
        ("big", big()),
        (
            "landmark",
            CurveChart { begin: 100.0, ..survival(by_disorder, groups(2, 70, 5.0 * YEAR), 5.0 * YEAR) },
        ),
        ("told", told()),
    ]
}

fn one() -> CurveChart {
    let mut one = survival("Overall survival", groups(1, 137, 5.0 * YEAR), 5.0 * YEAR);
    one.annotations = vec![
        Annotation::plain("Median not reached (8.0 years to NR)"),
        Annotation::plain("5-year survival 78% (70 to 84)"),
    ];
    one
}

fn zero() -> CurveChart {
    let groups = vec![
        ("Falls to zero", (1..=40).map(|i| (f64::from(i) * 20.0, true)).collect()),
        ("Never falls", (1..=30).map(|i| (f64::from(i) * 33.0, false)).collect()),
        ("Three patients", vec![(120.0, true), (400.0, true), (900.0, false)]),
    ];
    survival("To zero, never, and three patients", groups, 1000.0)
}

fn ties() -> CurveChart {
    let mut groups: Groups = vec![
        ("G-CSF", (0..60).map(|i| (11.0 + f64::from(i % 6), true)).collect()),
        ("No G-CSF", (0..55).map(|i| (14.0 + f64::from(i % 9), i % 11 != 0)).collect()),
    ];
    for (_, subjects) in &mut groups {
        subjects.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    incidence("Neutrophil engraftment", groups, 30.0)
}

fn long() -> CurveChart {
    let groups = vec![
        (LONG, subjects(3, 80, 0.5, 2.0 * YEAR)),
        ("Short", subjects(4, 80, 1.5, 2.0 * YEAR)),
        ("<script>alert('x')</script> & \"quoted\"", subjects(5, 80, 1.0, 2.0 * YEAR)),
    ];
    let y_label = "Survival free of relapse, progression and a further line of treatment".to_owned();
    CurveChart { y_label, ..survival(LONG, groups, 2.0 * YEAR) }
}

/// Three curves of which every sixth point is told, and one of which nothing is.
fn told() -> CurveChart {
    let mut told = survival("Some points are told", groups(4, 60, 5.0 * YEAR), 5.0 * YEAR);
    told.course = Course::Told;
    for (index, curve) in told.curves.iter_mut().enumerate() {
        let points = curve.points.iter().copied().skip(5).step_by(6);
        curve.points = points.take(if index == 3 { 0 } else { 9 }).collect();
        curve.censor_ticks.clear();
    }
    told
}

fn empty_group() -> CurveChart {
    let groups = vec![("Evans syndrome", subjects(9, 30, 1.0, YEAR)), ("Nobody", Vec::new())];
    survival("One group is empty", groups, YEAR)
}

fn fitted() -> CurveChart {
    let chart = incidence("Non-relapse mortality", groups(2, 90, 4.0 * YEAR), 730.0);
    CurveChart { y_range: ValueRange::Fitted, ..chart }
}

fn plain() -> CurveChart {
    let x_axis = TimeAxis::Plain { label: "Time".to_owned() };
    CurveChart { x_axis, risk_table: None, ..survival("A file without units", groups(2, 40, 1000.0), 1022.0) }
}

fn big() -> CurveChart {
    let mut big = survival("Large counts, many columns", groups(3, 500, DECADE), DECADE);
    if let Some(table) = &mut big.risk_table {
        table.times = (0..=40).map(|i| f64::from(i) * 91.3125).collect();
        for row in table.sections.iter_mut().flat_map(|section| &mut section.rows) {
            row.counts = (0..=40).map(|i| if i == 8 { None } else { Some(123_456_789 / (i + 1)) }).collect();
        }
    }
    big
}
