//! Recall and precision, by kind, named and neutral.

use std::collections::BTreeMap;

use super::super::{Column, Kind, Role};

const NEUTRAL: &str = "v17";

/// A column of the corpus.
struct Sample<'a> {
    kind: &'a str,
    family: &'a str,
    name: &'a str,
    cells: Vec<&'a str>,
}

fn samples(text: &str) -> Vec<Sample<'_>> {
    text.lines()
        .map(|line| {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap_or_default();
            Sample { kind: next(), family: next(), name: next(), cells: cells.collect() }
        })
        .collect()
}

fn judged(sample: &Sample<'_>, name: &str) -> Option<Kind> {
    let role = if sample.kind == "subject" { Role::Subject } else { Role::Value };
    let mut column = Column::new(&[name], role);
    sample.cells.iter().for_each(|cell| column.see(cell));
    column.verdict(sample.cells.len()).map(|finding| finding.kind)
}

#[test]
#[ignore = "prints what the screen makes of the development part of the corpus"]
fn look() {
    let text = std::fs::read_to_string("tests/screen/development.tsv").unwrap();
    let mut wrong: BTreeMap<(bool, &str, &str, &str), (usize, usize)> = BTreeMap::new();
    for sample in samples(&text) {
        let harmless = matches!(sample.kind, "harmless" | "subject");
        for (view, name) in [("named", sample.name), ("neutral", NEUTRAL)] {
            let verdict = judged(&sample, name);
            let entry = wrong.entry((harmless, view, sample.kind, sample.family)).or_default();
            entry.1 += 1;
            if verdict.is_some() == harmless {
                entry.0 += 1;
                if harmless {
                    println!("  alarm {view} {} {}: {:?}", sample.family, name, verdict);
                }
            }
        }
    }
    for view in ["named", "neutral"] {
        for harmless in [false, true] {
            let of = |pick: fn(&(usize, usize)) -> usize| {
                wrong.iter().filter(|(key, _)| key.0 == harmless && key.1 == view).map(|(_, n)| pick(n)).sum::<usize>()
            };
            println!("{view} harmless={harmless}: {} wrong of {}", of(|n| n.0), of(|n| n.1));
        }
    }
    for ((harmless, view, kind, family), (n, of)) in wrong.iter().filter(|(_, n)| n.0 > 0) {
        println!("{} {view} {kind} {family}: {n} of {of}", if *harmless { "alarm" } else { "MISS" });
    }
}
