//! From delivered files to a proposed `study.toml`, in which what the files do not tell is marked.
//!
//! A file is known by its columns: a canonical table, also under other names, a data set of ADaM, or else an extract, one row a patient. The
//! proposal holds names of columns, and levels of columns that have few; no other value of the files, and none of a
//! column that the screen would refuse.

mod adam;
mod adtte;
mod analyses;
mod canonical;
mod delivered;
mod near;
mod screened;
mod toml_text;
mod wide;

use std::path::{Path, PathBuf};

use self::delivered::{Delivered, Form};
use super::PipelineError;
use crate::study::profile::{ADAM, Profile};
use crate::study::{DecimalMark, Delimiter, TextFormat, UNDECIDED};

/// A proposed study.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The text of `study.toml`.
    pub text: String,
    /// What each file was taken for, a line each.
    pub taken_for: Vec<String>,
}

/// A piece of the proposal: what stands under `[inputs]`, and what comes after it.
struct Draft {
    id: String,
    cutoff: Option<String>,
    inputs: String,
    rest: String,
}

/// Proposes a study in `directory` that reads these files.
///
/// # Errors
/// [`PipelineError`] if a file cannot be read, or the files are no study together.
pub fn propose(directory: &Path, files: &[PathBuf]) -> Result<Proposal, PipelineError> {
    let profile = Profile::parse(ADAM).map_err(PipelineError::Proposal)?;
    let mut delivered = Vec::with_capacity(files.len());
    for file in files {
        delivered.push(Delivered::read(directory, file, &profile)?);
    }
    let taken_for = delivered.iter().map(|file| format!("{}: {}", file.path, file.form)).collect();
    let is = |wanted: fn(&Form) -> bool| delivered.iter().any(|file| wanted(&file.form));
    let written = written(&delivered)?;
    let mut draft = if is(|form| matches!(form, Form::Canonical(_) | Form::Near(..))) {
        canonical::draft(&delivered)?
    } else if is(|form| matches!(form, Form::Adam(_))) {
        adam::draft(&delivered, &profile)?
    } else {
        wide::draft(&delivered)?
    };
    draft.inputs = toml_text::below("[inputs]", &written, &draft.inputs);
    Ok(Proposal { text: text(&draft, &screened::advice(&delivered)), taken_for })
}

/// How the delivered text files are written, as lines of `[inputs]`; empty if as usual.
fn written(delivered: &[Delivered]) -> Result<String, PipelineError> {
    let texts: Vec<(&str, TextFormat)> =
        delivered.iter().filter_map(|file| Some((file.path.as_str(), file.text?))).collect();
    let Some((first, TextFormat { delimiter, .. })) = texts.first().copied() else {
        return Ok(String::new());
    };
    if let Some((other, text)) = texts.iter().find(|(_, text)| text.delimiter != delimiter) {
        return Err(PipelineError::Proposal(format!(
            "{first} is separated by {}, {other} by {}; a study reads files that are separated alike",
            delimiter.name(),
            text.delimiter.name()
        )));
    }
    let mut lines = String::new();
    if delimiter != Delimiter::default() {
        lines.push_str(&format!("delimiter = {}\n", delimiter.in_study()));
    }
    if texts.iter().any(|(_, text)| text.decimal == DecimalMark::Comma) {
        lines.push_str("decimal = \",\"                     # a point is in no number\n");
    }
    Ok(lines)
}

fn text(draft: &Draft, advice: &str) -> String {
    let cutoff = draft.cutoff.clone().unwrap_or_else(|| {
        format!(
            "{:<35}# date of the data cut, such as 2024-12-31, without quotes",
            format!("\"{UNDECIDED}\"")
        )
    });
    format!(
        "# Proposed from the delivered files. Paths are relative to this file. What the files do not tell is marked\n\
         # {UNDECIDED}: `engraft check` names every such place. `engraft schema study` gives the JSON Schema of this file.\n\
         \n\
         [study]\n\
         id = {}\n\
         title = \"Outcomes of stem cell transplantation\"\n\
         cutoff = {cutoff}\n\
         \n\
         {advice}{}\n{}",
        toml_text::quoted(&draft.id),
        draft.inputs,
        draft.rest
    )
}
