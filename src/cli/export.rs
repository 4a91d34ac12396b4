//! `engraft export`: the analysis data set for other programs.

use super::arguments::ExportArguments;
use super::failure::Failure;
use super::output;
use super::progress::Progress;
use crate::cohort::export::Parameter;
use crate::pipeline;
use crate::present::terminal;
use crate::study::Study;

pub(super) fn export(arguments: &ExportArguments) -> Result<(), Failure> {
    let study = Study::load(&arguments.study.study)?;
    let directory = arguments.out.clone().unwrap_or_else(|| study.resolve("export"));
    let progress = Progress::new();
    let outcome = pipeline::export(&study, &directory, &progress);
    progress.finish();
    let exported = outcome?;
    let files: Vec<String> = exported.files.iter().map(|file| file.display().to_string()).collect();
    let mut text = format!("{}: {} rows in {}\n", study.file.study.id, exported.rows, files.join(", "));
    for parameter in &exported.parameters {
        let said = format!("{}; CNSR {}", parameter.name, codes(parameter));
        text.push_str(&line(&format!("  {:<9}", parameter.code), &said));
    }
    if !exported.left_out.is_empty() {
        text.push_str(&line("  without one time a subject, left out:", &exported.left_out.join(", ")));
    }
    output::text(&text)
}

/// A beginning and words after it, in lines of at most 80 columns.
fn line(beginning: &str, words: &str) -> String {
    let pieces = std::iter::once(beginning).chain(words.split_whitespace());
    format!("{}\n", terminal::folded(pieces, " ", &" ".repeat(12)))
}

/// `0 nrm, 1 censored, 2 relapse`
fn codes(parameter: &Parameter) -> String {
    let mut codes = vec!["1 censored".to_owned()];
    for (index, event) in parameter.events.iter().enumerate() {
        match index {
            0 => codes.insert(0, format!("0 {event}")),
            _ => codes.push(format!("{} {event}", index + 1)),
        }
    }
    codes.join(", ")
}
