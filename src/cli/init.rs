//! A new study directory.

use std::path::{Path, PathBuf};

use super::arguments::InitArguments;
use super::failure::{Code, Failure};
use super::output;
use crate::domain::table::TABLES;
use crate::pipeline::propose;
use crate::store::FileLayer;
use crate::study::{Study, StudyError};
use crate::synth::{SynthOptions, write_cohort};

const STUDY: &str = include_str!("init/study.toml");
const MAKEFILE: &str = include_str!("init/Makefile");

/// Patients of the example.
const EXAMPLE_SUBJECTS: u64 = 120;

pub(super) fn init(arguments: &InitArguments) -> Result<(), Failure> {
    let directory = &arguments.directory;
    let study = directory.join("study.toml");
    if study.exists() {
        return Err(Failure::new(Code::Usage, format!("{} is there already", study.display()))
            .help("choose another directory; nothing was written"));
    }
    if !arguments.from.is_empty() {
        return from_files(directory, &arguments.from);
    }
    let incoming = directory.join("incoming");
    let files = FileLayer::process();
    files.create_dir_all(&incoming).map_err(|error| failed(&incoming, &error))?;
    if arguments.example {
        let options = SynthOptions { subjects: EXAMPLE_SUBJECTS, ..SynthOptions::default() };
        write_cohort(&incoming, &options).map_err(|error| Failure::new(Code::Usage, error.to_string()))?;
    } else {
        for table in TABLES {
            let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            let path = incoming.join(format!("{}.csv", table.name));
            files
                .write(&path, format!("{}\n", names.join(",")).as_bytes())
                .map_err(|error| failed(&path, &error))?;
        }
    }
    write_study(directory, STUDY)?;
    let next = if arguments.example { "" } else { "fill incoming/*.csv, then " };
    output::text(&format!(
        "a study in {}: study.toml, Makefile, incoming/\nnext: {next}cd {} && engraft run\n",
        directory.display(),
        directory.display()
    ))
}

/// A study that reads files where they are, as far as their columns tell what they are.
fn from_files(directory: &Path, from: &[PathBuf]) -> Result<(), Failure> {
    let proposal = propose(directory, from)?;
    let files = FileLayer::process();
    files.create_dir_all(directory).map_err(|error| failed(directory, &error))?;
    write_study(directory, &proposal.text)?;
    let study = directory.join("study.toml");
    let shown = study.display();
    let next = match Study::load(&study) {
        Ok(_) => format!("next: read {shown}, then cd {} && engraft run\n", directory.display()),
        Err(StudyError::Invalid { message, .. }) => {
            format!("{message}\nnext: decide this in {shown}, then engraft check\n")
        }
        Err(other) => return Err(other.into()),
    };
    output::text(&format!(
        "a study in {}: study.toml, Makefile\n{}\n{next}",
        directory.display(),
        proposal.taken_for.join("\n")
    ))
}

fn write_study(directory: &Path, text: &str) -> Result<(), Failure> {
    let files = FileLayer::process();
    for (name, text) in [("Makefile", MAKEFILE), ("study.toml", text)] {
        let path = directory.join(name);
        files.write(&path, text.as_bytes()).map_err(|error| failed(&path, &error))?;
    }
    Ok(())
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Code::Usage, format!("{}: {error}", path.display()))
}
