//! Codes that no code map names: each is refused once, with its count and the key to write.

use std::collections::BTreeMap;

use super::super::cell::{CellRule, MAX_CODE};
use super::super::error::{Problem, Problems};
use super::super::screen::{SHARED_BY, Sharers};
use super::{Plan, Words};
use crate::study::mapping::DROP;

/// So many codes of a column are named; a column with more is no list of codes.
const MOST_CODES: usize = 50;
/// So many may stand in one row each.
const FEW_CODES: usize = 5;

/// What a code stands in: the place of its source and of its column, or a delivered column that expects others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Coded {
    /// A column of the plan.
    Planned(usize, usize),
    /// A column that may hold some values only.
    Expected(usize, String),
}

/// Codes without a meaning, by field.
#[derive(Debug, Default)]
pub(super) struct UnknownCodes(BTreeMap<Coded, Unknown>);

#[derive(Debug, Default)]
struct Unknown {
    codes: BTreeMap<String, Found>,
    /// Rows with further codes.
    more: u64,
}

/// Where a code stands.
#[derive(Debug)]
struct Found {
    rows: u64,
    subjects: Sharers<String>,
    file: String,
    line: usize,
}

impl Unknown {
    /// Whether these are codes: short, few, and each in several rows. Anything else may be names or free text.
    fn is_list_of_codes(&self) -> bool {
        let rows: u64 = self.codes.values().map(|found| found.rows).sum();
        let repeated = self.codes.len() <= FEW_CODES || self.codes.len() as u64 * 2 <= rows;
        self.more == 0 && repeated && self.codes.keys().all(|code| code.chars().count() <= MAX_CODE)
    }
}

impl UnknownCodes {
    pub(super) fn add(
        &mut self,
        field: Coded,
        code: String,
        (file, line, subject): (&str, usize, Option<&str>),
    ) {
        let unknown = self.0.entry(field).or_default();
        if !unknown.codes.contains_key(&code) && unknown.codes.len() >= MOST_CODES {
            unknown.more += 1;
            return;
        }
        let found = unknown.codes.entry(code).or_insert_with(|| Found {
            rows: 0,
            subjects: Sharers::default(),
            file: file.to_owned(),
            line,
        });
        found.rows += 1;
        found.subjects.add(|| subject.map(str::to_owned));
    }

    /// One problem a code; a column with too many of them is named without any, and so are codes that may be somebody's.
    pub(super) fn problems(self, plan: &Plan) -> Problems {
        let mut problems = Problems::default();
        for (field, unknown) in self.0 {
            let is_list = unknown.is_list_of_codes();
            let (told, untold): (Vec<_>, Vec<_>) =
                unknown.codes.into_iter().partition(|(code, found)| is_list && found.subjects.may_read(code));
            for (code, found) in told {
                problems.add(|| problem(plan, &field, (&code, found.rows), (&found.file, found.line)));
            }
            let rows = unknown.more + untold.iter().map(|(_, found)| found.rows).sum::<u64>();
            if let Some((_, first)) = untold.iter().min_by_key(|(_, found)| (&found.file, found.line)) {
                let why = if is_list { Untold::Few } else { Untold::NoList };
                problems.add(|| no_code(plan, &field, (rows, why), (&first.file, first.line)));
            }
        }
        problems
    }
}

fn problem(plan: &Plan, field: &Coded, (code, rows): (&str, u64), place: (&str, usize)) -> Problem {
    let rows = if rows == 1 { "1 row has".to_owned() } else { format!("{rows} rows have") };
    match field {
        Coded::Planned(source, column) => {
            let source = &plan.sources[*source];
            let column = &source.columns[*column];
            let meanings = match &column.rule {
                CellRule::Category(codes) => codes.join(" | "),
                _ => "a level".to_owned(),
            };
            let key = match &source.words {
                Words::Plain => String::new(),
                Words::Codes(key) => format!("{key}.codes.{}.\"{code}\"", column.stored),
                Words::Recode(key) => format!("{key}.columns.{}.recode.\"{code}\"", column.stored),
            };
            let message = format!("{rows} the code \"{code}\", which the study does not map");
            let help =
                format!("write {key} = {meanings}, \"\" for no value, or \"{DROP}\" to leave the rows out");
            placed(place, "unknown-code", message).with_field(&column.delivered).with_help(help)
        }
        Coded::Expected(source, column) => {
            let expected = plan.sources[*source].expect.get(column).map_or(&[][..], Vec::as_slice);
            let expected: Vec<String> = expected.iter().map(|value| format!("\"{value}\"")).collect();
            let message = format!("{rows} \"{code}\" where {} is expected", expected.join(" or "));
            let help = format!("leave the rows out with where = \"...\", such as \"{column} != '{code}'\"");
            placed(place, "unexpected-value", message).with_field(column).with_help(help)
        }
    }
}

/// Why texts are not repeated.
#[derive(Debug, Clone, Copy)]
enum Untold {
    /// The column holds no short list of codes.
    NoList,
    /// Few subjects have them, and they are no codes by their looks.
    Few,
}

/// Texts that may be somebody's, so that they are not repeated.
fn no_code(plan: &Plan, field: &Coded, (rows, why): (u64, Untold), place: (&str, usize)) -> Problem {
    let name = match field {
        Coded::Planned(source, column) => &plan.sources[*source].columns[*column].delivered,
        Coded::Expected(_, name) => name,
    };
    let rows = if rows == 1 { "1 row holds".to_owned() } else { format!("{rows} rows hold") };
    let why = match why {
        Untold::NoList => format!(
            "texts that the study does not map and that may be no codes: more than {MOST_CODES}, longer than {MAX_CODE} \
             characters, or hardly ever the same"
        ),
        Untold::Few => format!(
            "texts that the study does not map; fewer than {SHARED_BY} subjects have each, so they are not repeated here"
        ),
    };
    placed(place, "unknown-code", format!("{rows} {why}")).with_field(name).with_help(
        "is it the column that holds the codes? map them, or take the rows that matter with where = \"...\"",
    )
}

fn placed((file, line): (&str, usize), rule: &'static str, message: String) -> Problem {
    let mut problem = Problem::of_file(file, rule, message);
    problem.line = Some(line);
    problem
}
