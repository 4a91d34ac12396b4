//! The table of hand-made patients: every line comes out as it says, and every cause of every endpoint is among them.

use std::collections::{BTreeMap, BTreeSet};

use super::Hand;
use crate::cohort::{EndpointData, NoRow};
use crate::study::endpoint::built_in;
use crate::study::{EndpointKind, Study};

const TABLE: &str = include_str!("hand_made.txt");

/// A line of the table.
struct Line {
    number: usize,
    endpoint: &'static str,
    history: &'static str,
    expected: Vec<&'static str>,
}

impl Line {
    /// Whether it is about an endpoint, or about one at a landmark (`landmark_status_d100`).
    fn of(&self, endpoint: &str) -> bool {
        let rest = self.endpoint.strip_prefix(endpoint);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("_d"))
    }
}

fn lines() -> Vec<Line> {
    let told = TABLE.lines().enumerate().filter(|(_, text)| !text.is_empty() && !text.starts_with('#'));
    told.skip(1)
        .map(|(number, text)| {
            let cells: Vec<&str> = text.split('|').map(str::trim).collect();
            assert_eq!(cells.len(), 7, "line {}", number + 1);
            Line { number: number + 1, endpoint: cells[0], history: cells[1], expected: cells[2..].to_vec() }
        })
        .collect()
}

impl Hand {
    /// Adds a subject by its history.
    fn lived(self, id: &str, history: &str) -> Self {
        let mut steps = history.split(';').map(str::trim);
        let who: Vec<&str> = steps.next().unwrap().split(' ').collect();
        let mut hand = self.subject(id, who[0], who[1], super::ALIVE);
        if let Some(source) = who.get(2) {
            *hand.transplants.last_mut().unwrap() = format!("{id},1,0,{},{source},{source},-7", who[1]);
        }
        let (mut seen, mut known) = (String::new(), String::new());
        for step in steps {
            let words: Vec<&str> = step.split(' ').collect();
            let day = || words[1].parse::<i32>().unwrap();
            hand = match words[0] {
                "alive" | "lost" => {
                    let vital = if words[0] == "alive" { "ALIVE" } else { "LTFU" };
                    seen = format!("{},{vital},,", words[1]);
                    hand
                }
                "dead" => {
                    seen = format!("{0},DEAD,{0},{1}", words[1], words[2]);
                    hand
                }
                "ascertained" => {
                    words[1].clone_into(&mut known);
                    hand
                }
                "second" => hand.second(id, day()),
                "engrafted" => hand.engrafted(id, day()),
                "responds" => {
                    let day = day();
                    let counts = [(-20, 10.0), (3, 9.0), (day / 2, 25.0), (day, 150.0), (day + 20, 160.0)];
                    hand.labs(id, "PLT", "10^9/L", &counts)
                }
                "PLT" | "ANC" | "HGB" => {
                    let value = |pair: &&str| {
                        let (day, value) = pair.split_once('=').unwrap();
                        (day.parse().unwrap(), value.parse().unwrap())
                    };
                    let values: Vec<(i32, f64)> = words[1..].iter().map(value).collect();
                    hand.labs(id, words[0], if words[0] == "HGB" { "g/L" } else { "10^9/L" }, &values)
                }
                class if class.parse::<i32>().is_err() => hand.treatment(id, class, day(), day()),
                on => {
                    let cell = |place: usize| words.get(place).copied().unwrap_or_default();
                    let what = format!("{},{},{}", cell(1), cell(2), cell(3));
                    hand.event(id, on.parse().unwrap(), &what)
                }
            };
        }
        *hand.followup.last_mut().unwrap() = format!("{id},{seen},{known},");
        hand
    }
}

/// Entry, exit, cause, event and source of every subject, or why there are none.
fn found(data: &EndpointData, subjects: usize) -> Vec<Vec<String>> {
    let absent: BTreeMap<usize, NoRow> = data.absent.iter().copied().collect();
    let mut rows = 0..data.rows.rows;
    let cell = |name: &str, row: usize| data.rows.column(name).and_then(|column| column.label(row));
    let of_row = |row: usize| -> Vec<String> {
        let cause = cell("cause", row).unwrap().parse::<usize>().unwrap();
        let cause = cause.checked_sub(1).map_or("censored", |place| &data.endpoint.causes[place]);
        vec![
            cell("origin", row).unwrap_or_else(|| "0".to_owned()),
            cell("time", row).unwrap(),
            cause.to_owned(),
            cell("event", row).unwrap_or_else(|| "-".to_owned()),
            cell("source", row).unwrap(),
        ]
    };
    let without = |why: &str| ["-", "-", why, "-", "-"].map(str::to_owned).to_vec();
    (0..subjects)
        .map(|place| match (data.endpoint.kind, absent.get(&place)) {
            (EndpointKind::Proportion, _) => {
                let row = rows.next().unwrap();
                let mut shown = without(&cell("outcome", row).unwrap_or_else(|| "not evaluable".to_owned()));
                shown[3] = cell("ground", row).unwrap_or_else(|| "-".to_owned());
                shown
            }
            (_, Some(NoRow::NotApplicable)) => without("not applicable"),
            (_, Some(NoRow::NeverBelow)) => without("never below"),
            (_, Some(NoRow::NotEvaluable)) => without("not evaluable"),
            (_, None) => of_row(rows.next().unwrap()),
        })
        .collect()
}

#[test]
fn every_line_comes_out_as_it_says() {
    let lines = lines();
    let names: BTreeSet<&str> = lines.iter().map(|line| line.endpoint).collect();
    let mut wrong = Vec::new();
    for name in names {
        let of_this: Vec<&Line> = lines.iter().filter(|line| line.endpoint == name).collect();
        let mut hand = Hand::default();
        for (place, line) in of_this.iter().enumerate() {
            hand = hand.lived(&format!("P{place:03}"), line.history);
        }
        let data = hand.endpoint(name);
        for (line, found) in of_this.iter().zip(found(&data, of_this.len())) {
            if found != line.expected {
                wrong.push(format!("line {}: {} | {} -> {found:?}", line.number, name, line.history));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_cause_of_every_built_in_endpoint_is_there() {
    let lines = lines();
    let has = |endpoint: &str, place: usize, word: &str| {
        lines.iter().any(|line| line.of(endpoint) && line.expected[place] == word)
    };
    let mut lacking = Vec::new();
    for spec in built_in() {
        let name = spec.name.get_ref();
        let endpoint = study(name).endpoint(name).unwrap();
        let causes = endpoint.causes.iter().map(String::as_str);
        let open = (endpoint.kind != EndpointKind::Proportion).then_some("censored");
        let parts = endpoint.plan.parts.iter().map(|part| part.name.as_str());
        lacking
            .extend(causes.chain(open).filter(|cause| !has(name, 2, cause)).map(|c| format!("{name}: {c}")));
        lacking.extend(parts.filter(|event| !has(name, 3, event)).map(|event| format!("{name}: {event}")));
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
    let known = |line: &Line| built_in().iter().any(|spec| line.of(spec.name.get_ref()));
    assert!(lines.iter().all(known));
}

fn study(endpoint: &str) -> Study {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("study.toml");
    let text = format!(
        "[study]\nid = 'T'\ntitle = 'T'\ncutoff = 2026-01-01\n[inputs]\npatients = 'p'\ntransplants = 't'\n\
         followup = 'f'\nevents = 'e'\ntreatments = 'r'\nlabs = 'l'\n[[endpoint]]\nname = '{endpoint}'\n"
    );
    std::fs::write(&path, text).unwrap();
    Study::load(&path).unwrap()
}
