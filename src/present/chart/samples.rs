//! Charts that are hard to lay out, from invented numbers.

use super::model::{
    Annotation, Curve, CurveChart, CurvePoint, Direction, FlowBox, FlowChart, FlowStep, GridCell, GridChart,
    GridColumns, GridRow, Interval, IntervalChart, IntervalMark, IntervalPanel, IntervalRow, IntervalScale,
    RiskRow, RiskSection, RiskTable, TimeAxis, ValueRange,
};

/// A small generator of the same numbers everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }
}

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
            Direction::Incidence => "Cumulative incidence",
        }
        .to_owned(),
        direction: plan.direction,
        y_range: ValueRange::Full,
        x_axis,
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

const LONG: &str = "Cyclophosphamide 200 mg/kg with rabbit antithymocyte globulin, rituximab 1000 mg and immunoglobulin, unselected graft";

/// Every kind of curve chart that has gone wrong somewhere.
pub(crate) fn curve_charts() -> Vec<(&'static str, CurveChart)> {
    let names = [
        "Evans syndrome",
        "Immune thrombocytopenia",
        "Autoimmune haemolytic anaemia",
        "Autoimmune neutropenia",
        "Pure red cell aplasia",
        "Acquired aplastic anaemia",
        "Antiphospholipid syndrome",
        "Other",
    ];
    let groups = |count: usize, size: usize, horizon: f64| -> Vec<(&'static str, Subjects)> {
        (0..count)
            .map(|i| (names[i], subjects(7 + i as u64, size + 9 * i, 0.25 + 0.28 * i as f64, horizon)))
            .collect()
    };
    let (year, decade) = (365.25, 3653.0);
    let survival = |title, groups: Vec<(&'static str, Subjects)>, horizon| {
        let annotations = medians(&groups);
        chart(Plan { title, groups, direction: Direction::Survival, horizon, annotations })
    };
    let incidence = |title, groups: Vec<(&'static str, Subjects)>, horizon| {
        let annotations =
            vec![Annotation::plain("Gray p = 0.21"), Annotation::plain("Competing event: death")];
        chart(Plan { title, groups, direction: Direction::Incidence, horizon, annotations })
    };
    let mut one = survival("Overall survival", groups(1, 137, 5.0 * year), 5.0 * year);
    one.annotations = vec![
        Annotation::plain("Median not reached (8.0 years to NR)"),
        Annotation::plain("5-year survival 78% (70 to 84)"),
    ];
    let mut fitted = incidence("Non-relapse mortality", groups(2, 90, 4.0 * year), 730.0);
    fitted.y_range = ValueRange::Fitted;
    let zero: Vec<(&str, Subjects)> = vec![
        ("Falls to zero", (1..=40).map(|i| (f64::from(i) * 20.0, true)).collect()),
        ("Never falls", (1..=30).map(|i| (f64::from(i) * 33.0, false)).collect()),
        ("Three patients", vec![(120.0, true), (400.0, true), (900.0, false)]),
    ];
    let ties: Vec<(&str, Subjects)> = vec![
        ("G-CSF", (0..60).map(|i| (11.0 + f64::from(i % 6), true)).collect()),
        ("No G-CSF", (0..55).map(|i| (14.0 + f64::from(i % 9), i % 11 != 0)).collect()),
    ];
    let longs: Vec<(&str, Subjects)> = vec![
        (LONG, subjects(3, 80, 0.5, 2.0 * year)),
        ("Short", subjects(4, 80, 1.5, 2.0 * year)),
        ("<script>alert('x')</script> & \"quoted\"", subjects(5, 80, 1.0, 2.0 * year)),
    ];
    let mut long_title = survival(LONG, longs, 2.0 * year);
    long_title.y_label = "Survival free of relapse, progression and a further line of treatment".to_owned();
    let mut plain = survival("A file without units", groups(2, 40, 1000.0), 1022.0);
    plain.x_axis = TimeAxis::Plain { label: "Time".to_owned() };
    plain.risk_table = None;
    let mut big = survival("Large counts, many columns", groups(3, 500, decade), decade);
    if let Some(table) = &mut big.risk_table {
        table.times = (0..=40).map(|i| f64::from(i) * 91.3125).collect();
        for row in table.sections.iter_mut().flat_map(|section| &mut section.rows) {
            row.counts = (0..=40).map(|i| if i == 8 { None } else { Some(123_456_789 / (i + 1)) }).collect();
        }
    }
    vec![
        ("one", one),
        ("two", survival("Overall survival by disorder", groups(2, 70, 5.0 * year), 5.0 * year)),
        ("three", survival("Overall survival by disorder", groups(3, 60, 5.0 * year), 5.0 * year)),
        ("five", survival("Overall survival by disorder, ten years", groups(5, 60, decade), decade)),
        ("eight", survival("Overall survival by disorder", groups(8, 50, decade), decade)),
        ("zero", survival("To zero, never, and three patients", zero, 1000.0)),
        ("ties", incidence("Neutrophil engraftment", ties, 30.0)),
        ("long", long_title),
        (
            "empty_group",
            survival(
                "One group is empty",
                vec![("Evans syndrome", subjects(9, 30, 1.0, year)), ("Nobody", Vec::new())],
                year,
            ),
        ),
        ("empty", survival("Nobody at all", vec![("Nobody", Vec::new())], 0.0)),
        ("incidence", incidence("Relapse by disorder", groups(3, 60, 3.0 * year), 3.0 * year)),
        ("fitted", fitted),
        ("plain", plain),
        ("big", big),
    ]
}

fn mark(x: u32, n: u32) -> IntervalMark {
    if n == 0 {
        return IntervalMark { value: None, texts: vec!["0/0".to_owned(), "not estimable".to_owned()] };
    }
    let (p, n_f) = (f64::from(x) / f64::from(n), f64::from(n));
    let z2 = 3.8416;
    let (centre, half) = (
        (p + z2 / (2.0 * n_f)) / (1.0 + z2 / n_f),
        1.96 * libm::sqrt(p * (1.0 - p) / n_f + z2 / (4.0 * n_f * n_f)) / (1.0 + z2 / n_f),
    );
    let (low, high) = ((centre - half).max(0.0), (centre + half).min(1.0));
    let text = format!("{:.0}% ({:.0} to {:.0})", p * 100.0, low * 100.0, high * 100.0);
    IntervalMark { value: Some(Interval { estimate: p, low, high }), texts: vec![format!("{x}/{n}"), text] }
}

/// Interval charts: two series in two blocks, one series, ratios.
pub(crate) fn interval_charts() -> Vec<(&'static str, IntervalChart)> {
    let row = |label: &str, marks: Vec<IntervalMark>| IntervalRow { label: label.to_owned(), marks };
    let block = |title: &str, shift: u32| IntervalPanel {
        title: Some(title.to_owned()),
        rows: vec![
            row("Evans syndrome", vec![mark(12 + shift, 20), mark(16 + shift, 20)]),
            row("Immune thrombocytopenia", vec![mark(31, 44 + shift), mark(40, 44 + shift)]),
            row(LONG, vec![mark(0, 3), mark(3, 3)]),
            row("Pure red cell aplasia", vec![mark(0, 0), mark(0, 0)]),
        ],
    };
    let both = IntervalChart {
        title: "Response by disorder".to_owned(),
        subtitle: Some("Evaluable patients; Wilson 95% intervals".to_owned()),
        x_label: "Patients in response".to_owned(),
        scale: IntervalScale::Percent,
        series: vec!["Complete response".to_owned(), "Complete or partial response".to_owned()],
        columns: vec!["x/n".to_owned(), "Rate (95% CI)".to_owned()],
        panels: vec![block("At day 100", 0), block("At 1 year", 2)],
        footnotes: vec!["Patients who died before the assessment count as without response.".to_owned()],
    };
    let single = IntervalChart {
        series: vec!["Complete response".to_owned()],
        panels: vec![IntervalPanel {
            title: None,
            rows: vec![
                row("All", vec![mark(51, 80)]),
                row("Women", vec![mark(30, 41)]),
                row("Men", vec![mark(21, 39)]),
            ],
        }],
        ..both.clone()
    };
    let ratio = |label: &str, estimate: f64, low: f64, high: f64| {
        let texts = vec![format!("{estimate:.2} ({low:.2} to {high:.2})"), "0.12".to_owned()];
        row(label, vec![IntervalMark { value: Some(Interval { estimate, low, high }), texts }])
    };
    let ratios = IntervalChart {
        title: "Hazard ratios of death".to_owned(),
        subtitle: None,
        x_label: "Hazard ratio, 95% interval".to_owned(),
        scale: IntervalScale::Ratio,
        series: Vec::new(),
        columns: vec!["HR (95% CI)".to_owned(), "p".to_owned()],
        panels: vec![IntervalPanel {
            title: None,
            rows: vec![
                ratio("Age, 10 years", 1.21, 1.02, 1.44),
                ratio("Women against men", 0.81, 0.42, 1.56),
                ratio("Three patients", 7.9, 0.31, 240.0),
            ],
        }],
        footnotes: Vec::new(),
    };
    vec![("both", both), ("single", single), ("ratios", ratios)]
}

/// Grid charts: six by three by two, and one that must continue below.
pub(crate) fn grid_charts() -> Vec<(&'static str, GridChart)> {
    let mut numbers = Numbers(5);
    let times = || vec!["Day 100".to_owned(), "1 year".to_owned()];
    let mut build = |blocks: &[&str]| GridChart {
        title: "Sepsis by disorder and conditioning".to_owned(),
        subtitle: Some("Cumulative incidence, death competing".to_owned()),
        row_title: "Disorder".to_owned(),
        column_groups: blocks
            .iter()
            .map(|title| GridColumns { title: (*title).to_owned(), columns: times() })
            .collect(),
        rows: [
            "Evans syndrome",
            "Immune thrombocytopenia",
            "Autoimmune haemolytic anaemia, warm and cold",
            "Pure red cell aplasia",
            LONG,
        ]
        .iter()
        .map(|label| GridRow {
            label: (*label).to_owned(),
            cells: (0..blocks.len() * 2).map(|_| cell(&mut numbers)).collect(),
        })
        .collect(),
        footnotes: vec![
            "NR: not reported. n. a.: no patient of this disorder had this conditioning.".to_owned(),
        ],
    };
    vec![
        ("six", build(&["Cyclophosphamide + ATG", "BEAM + ATG", "Fludarabine-based, reduced intensity"])),
        ("wide", build(&["Cy + ATG", "BEAM + ATG", "Fludarabine", "Treosulfan", "Busulfan", "None"])),
        ("small", build(&["All conditionings"])),
    ]
}

fn cell(numbers: &mut Numbers) -> GridCell {
    let (kind, p) = (numbers.next(), numbers.next() * 0.45);
    if kind < 0.1 {
        return GridCell::Missing("not applicable".to_owned());
    }
    if kind < 0.2 {
        return GridCell::Missing("NR".to_owned());
    }
    let interval = Interval { estimate: p, low: p * 0.4, high: (p * 1.9 + 0.04).min(1.0) };
    let text = format!("{:.1}%", p * 100.0);
    let detail = format!("{:.1} to {:.1}", interval.low * 100.0, interval.high * 100.0);
    GridCell::Value { interval, text, detail }
}

/// Flow charts: with exclusions and arms, with many arms, with one box.
pub(crate) fn flow_charts() -> Vec<(&'static str, FlowChart)> {
    let content = |label: &str, count: u64, parts: &[(&str, u64)]| FlowBox {
        label: label.to_owned(),
        count,
        parts: parts.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect(),
    };
    let steps = vec![
        FlowStep {
            content: content("Registered", 212, &[]),
            excluded: Some(content(
                "Not eligible",
                31,
                &[("Diagnosis not confirmed", 12), ("Consent withdrawn", 3), (LONG, 16)],
            )),
        },
        FlowStep {
            content: content("Enrolled", 181, &[]),
            excluded: Some(content("Not transplanted", 0, &[])),
        },
        FlowStep {
            content: content(
                "Transplanted: treated population",
                181,
                &[("Autologous", 120), ("Allogeneic", 61)],
            ),
            excluded: None,
        },
    ];
    let arm =
        |label: &str, n| content(label, n, &[("Evaluable for response", n - 2), ("Died before day 100", 2)]);
    let full = FlowChart {
        title: "Cohort flow".to_owned(),
        subtitle: Some("All patients delivered up to 2026-06-30".to_owned()),
        steps,
        arms: vec![
            arm("Cyclophosphamide + ATG", 90),
            arm("BEAM + ATG", 60),
            arm("Fludarabine-based, reduced intensity", 31),
        ],
        footnotes: vec!["A patient is counted once, at the first reason.".to_owned()],
    };
    let many = FlowChart { arms: (0..7).map(|i| arm(LONG, 20 + i)).collect(), ..full.clone() };
    let one = FlowChart {
        steps: vec![FlowStep { content: content("Transplanted", 3, &[]), excluded: None }],
        arms: Vec::new(),
        ..full.clone()
    };
    let two = FlowChart { steps: vec![full.steps[2].clone()], arms: full.arms[..2].to_vec(), ..full.clone() };
    vec![("full", full), ("many", many), ("one", one), ("two", two)]
}
