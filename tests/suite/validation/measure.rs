//! How far ours is from R's, table by table.

use std::collections::BTreeSet;

use serde_json::Value;

use super::description::Description;
use super::read;
use crate::reference::{Index, args_of, compare_row, label, run};
use crate::tolerance::ZERO;
use crate::workspace::repository;

/// What a table has shown.
#[derive(Debug, Default)]
pub(super) struct Measured {
    pub(super) cases: usize,
    pub(super) numbers: usize,
    /// Rows that have to be without a value, for a named reason.
    pub(super) reasons: usize,
    /// The largest relative difference, and where.
    pub(super) worst: (f64, String),
    pub(super) data: BTreeSet<String>,
    /// The call of the excerpt and its rows.
    pub(super) excerpt: (String, Vec<Pair>),
}

/// One number, ours and R's.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) label: String,
    pub(super) ours: f64,
    pub(super) reference: f64,
}

impl Pair {
    /// Relative, but absolute at zero.
    pub(super) fn difference(&self) -> f64 {
        let scale = if self.reference.abs() < ZERO { 1.0 } else { self.reference.abs() };
        (self.ours - self.reference).abs() / scale
    }
}

/// At most so many rows are shown.
const SHOWN: usize = 10;

/// Runs every case of a table; every row has to agree.
pub(super) fn measure(name: &str, description: &Description) -> Measured {
    let table: Value = serde_json::from_str(&read(&format!("tests/reference/{name}.json"))).expect("JSON");
    let cases = table["cases"].as_array().expect("a reference table has cases");
    let chosen = match &description.excerpt {
        Some(excerpt) => excerpt.case.clone(),
        None => on_real_data(cases),
    };
    let mut measured = Measured { cases: cases.len(), ..Measured::default() };
    for case in cases {
        let pairs = measured.case(name, case, description.tolerance);
        if case["name"] == chosen.as_str() {
            let stats = description.excerpt.as_ref().map_or(&[][..], |excerpt| &excerpt.stats);
            let call = format!("engraft {}", args_of(case).join(" "));
            measured.excerpt = (call, shown(pairs, stats));
        }
    }
    assert!(!measured.excerpt.1.is_empty(), "{name}: the excerpt {chosen} has no rows");
    measured
}

impl Measured {
    fn case(&mut self, name: &str, case: &Value, tolerance: f64) -> Vec<Pair> {
        let args = args_of(case);
        self.data.extend(args.iter().filter(|arg| repository().join(arg).is_file()).map(ToString::to_string));
        let printed = run(&args).unwrap_or_else(|message| panic!("{name} {}: {message}", case["name"]));
        let index = Index::new(&printed);
        let mut pairs = Vec::new();
        for row in case["rows"].as_array().expect("a case has rows") {
            if let Some(difference) = compare_row(row, &index, tolerance) {
                panic!("{name} {}: {difference}", case["name"]);
            }
            let ours = index.matching(row).first().and_then(|found| found["value"].as_f64());
            let Some((ours, reference)) = ours.zip(row["value"].as_f64()) else {
                self.reasons += 1;
                continue;
            };
            let pair = Pair { label: label(row), ours, reference };
            if pair.difference() > self.worst.0 {
                self.worst = (pair.difference(), format!("{}, {}", case["name"], pair.label));
            }
            self.numbers += 1;
            pairs.push(pair);
        }
        pairs
    }
}

/// The first case on data that were published, else the first.
fn on_real_data(cases: &[Value]) -> String {
    let real = |case: &&Value| args_of(case).iter().any(|arg| arg.starts_with("data/"));
    let case = cases.iter().find(real).or(cases.first()).expect("a case");
    case["name"].as_str().expect("a case has a name").to_owned()
}

/// The first rows of these statistics that say something.
fn shown(pairs: Vec<Pair>, stats: &[String]) -> Vec<Pair> {
    let wanted = |pair: &Pair| {
        let stat = pair.label.split(' ').next().unwrap_or_default();
        stat != "n_excluded" && (stats.is_empty() || stats.iter().any(|name| name == stat))
    };
    pairs.into_iter().filter(|pair| wanted(pair) && pair.reference != 0.0).take(SHOWN).collect()
}
