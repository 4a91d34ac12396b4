//! Interval, grid and flow charts.

use super::super::model::{
    FlowBox, FlowChart, FlowStep, GridCell, GridChart, GridColumns, GridRow, Interval, IntervalChart,
    IntervalMark, IntervalPanel, IntervalRow, IntervalScale,
};
use super::{LONG, Numbers};

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
        count: Some(count),
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
