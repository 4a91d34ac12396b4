//! The page `docs/methods-matrix.md`: what of the R packages there is here, from `docs/matrix/*.csv`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::Deserialize;

use super::{files, read};
use crate::workspace::{engraft, repository};

/// One line of a file: an argument of a function (or the function itself), ours or absent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    package: String,
    function: String,
    argument: String,
    ours: String,
    reference_file: String,
    absent_because: String,
}

/// What all files together say of an argument.
#[derive(Debug, Default)]
struct Entry {
    ours: BTreeSet<String>,
    references: BTreeSet<String>,
    absent: BTreeSet<String>,
}

const INTRODUCTION: &str = "\
# Methods matrix

What the R packages of the field offer, function by function and argument by argument: how `engraft` says it and which
reference table holds it against R, or why it is absent. An empty argument is the function itself. Made by
`make validation` from `docs/matrix/*.csv`; *planned* marks what the program's own help does not name yet.
";

/// Options whose value has to be named by the help as well.
const CHOICES: [&str; 8] =
    ["--test", "--conf-type", "--variance", "--method", "--ties", "--pairwise", "--band", "--difference"];

/// The whole page.
pub(super) fn page() -> String {
    let mut text = INTRODUCTION.to_owned();
    let mut help = Help::default();
    let all = entries();
    let _ = writeln!(
        text,
        "\n| package | arguments and functions | ours | planned | absent |\n|---|--:|--:|--:|--:|"
    );
    let mut body = String::new();
    for (package, arguments) in &all {
        let _ =
            writeln!(body, "\n## {package}\n\n| function | argument | ours, or absent because | reference |");
        body.push_str("|---|---|---|---|\n");
        let [mut ours, mut planned, mut absent] = [0; 3];
        for ((function, argument), entry) in arguments {
            let (said, state) = entry.said(&mut help);
            match state {
                State::Ours => ours += 1,
                State::Planned => planned += 1,
                State::Absent => absent += 1,
            }
            let argument = if argument.is_empty() { String::new() } else { format!("`{argument}`") };
            let _ = writeln!(body, "| `{function}` | {argument} | {said} | {} |", entry.references());
        }
        let _ = writeln!(text, "| {package} | {} | {ours} | {planned} | {absent} |", arguments.len());
    }
    text + &body
}

type Arguments = BTreeMap<(String, String), Entry>;

fn entries() -> BTreeMap<String, Arguments> {
    let mut all: BTreeMap<String, Arguments> = BTreeMap::new();
    for path in files("docs/matrix", "csv") {
        let text = read(&path.to_string_lossy());
        for line in csv::Reader::from_reader(text.as_bytes()).deserialize::<Line>() {
            let line = line.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert!(
                line.ours.trim().is_empty() != line.absent_because.trim().is_empty(),
                "{}: {} {} {} is either ours or absent",
                path.display(),
                line.package,
                line.function,
                line.argument
            );
            let arguments = all.entry(line.package).or_default();
            let entry = arguments.entry((line.function, line.argument)).or_default();
            entry.ours.extend(pieces(&line.ours));
            entry.references.extend(pieces(&line.reference_file));
            entry.absent.extend(Some(line.absent_because.trim().to_owned()).filter(|text| !text.is_empty()));
        }
    }
    all
}

fn pieces(text: &str) -> impl Iterator<Item = String> + '_ {
    let clean = |piece: &str| piece.trim().trim_matches('`').trim_start_matches("engraft ").to_owned();
    text.split(';').map(clean).filter(|piece| !piece.is_empty())
}

enum State {
    Ours,
    Planned,
    Absent,
}

impl Entry {
    /// Ours if any file says so, and the program knows it.
    fn said(&self, help: &mut Help) -> (String, State) {
        if self.ours.is_empty() {
            return (Vec::from_iter(self.absent.clone()).join("; "), State::Absent);
        }
        let mut state = State::Planned;
        let mut parts = Vec::new();
        for ours in &self.ours {
            let quoted =
                if help.is_command(ours) { format!("`{}`", ours.replace('|', "\\|")) } else { ours.clone() };
            if help.knows(ours) {
                state = State::Ours;
                parts.push(quoted);
            } else {
                parts.push(format!("*planned* {quoted}"));
            }
        }
        (parts.join("; "), state)
    }

    fn references(&self) -> String {
        let link = |name: &String| {
            let path = if name.contains('/') { name.clone() } else { format!("tests/reference/{name}") };
            let short = path.rsplit('/').next().unwrap_or_default().to_owned();
            if repository().join(&path).is_file() {
                format!("[{short}](../{path})")
            } else {
                format!("{short} *planned*")
            }
        };
        self.references.iter().map(link).collect::<Vec<_>>().join(", ")
    }
}

/// What the program says of its commands.
#[derive(Default)]
struct Help {
    pages: BTreeMap<String, String>,
}

impl Help {
    fn page(&mut self, command: &str) -> &str {
        self.pages.entry(command.to_owned()).or_insert_with(|| {
            let output = engraft().args(command.split(' ')).arg("--help").output().expect("engraft starts");
            if output.status.success() {
                String::from_utf8(output.stdout).expect("UTF-8")
            } else {
                String::new()
            }
        })
    }

    /// Whether the first word is a command, of today or of the contract.
    fn is_command(&self, text: &str) -> bool {
        const COMMANDS: [&str; 13] = [
            "km",
            "cif",
            "compare",
            "cox",
            "finegray",
            "rate",
            "recurrent",
            "states",
            "proportion",
            "association",
            "design",
            "run",
            "check",
        ];
        text.split(' ').next().is_some_and(|word| COMMANDS.contains(&word))
    }

    /// Whether the command is there with its options; words that are no command are taken as they are.
    fn knows(&mut self, text: &str) -> bool {
        if !self.is_command(text) {
            return true;
        }
        let words: Vec<&str> = text.split(' ').collect();
        let named = if words[0] == "design" { 2 } else { 1 };
        let command = words.iter().take(named).copied().take_while(|word| !word.starts_with("--"));
        let page = self.page(&command.collect::<Vec<_>>().join(" ")).to_owned();
        let named =
            |word: &str| page.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(|other| other == word);
        !page.is_empty()
            && words.iter().enumerate().all(|(index, word)| {
                let choice = index > 0 && CHOICES.contains(&words[index - 1]);
                let value = word.split(':').next().unwrap_or_default();
                if word.starts_with("--") {
                    named(word)
                } else {
                    !choice || value.chars().any(char::is_uppercase) || named(value)
                }
            })
    }
}

#[test]
fn what_the_help_does_not_name_is_planned() {
    let mut help = Help::default();
    assert!(help.knows("km --conf-type log-log --times"));
    assert!(help.knows("the report"));
    assert!(!help.knows("km --no-such-option"));
    assert!(!help.knows("km --conf-type sideways"));
    assert!(help.knows("design logrank --hr"));
    assert!(!help.knows("design nothing"));
}
