//! A new study directory.

use std::path::Path;

use super::arguments::InitArguments;
use super::failure::{Code, Failure};
use super::output;
use crate::domain::table::TABLES;
use crate::store::FileLayer;
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
    let incoming = directory.join("incoming");
    let files = FileLayer::process();
    let failed = |path: &Path, error: std::io::Error| {
        Failure::new(Code::Usage, format!("{}: {error}", path.display()))
    };
    files.create_dir_all(&incoming).map_err(|error| failed(&incoming, error))?;
    if arguments.example {
        let options = SynthOptions { subjects: EXAMPLE_SUBJECTS, ..SynthOptions::default() };
        write_cohort(&incoming, &options).map_err(|error| Failure::new(Code::Usage, error.to_string()))?;
    } else {
        for table in TABLES {
            let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            let path = incoming.join(format!("{}.csv", table.name));
            files
                .write(&path, format!("{}\n", names.join(",")).as_bytes())
                .map_err(|error| failed(&path, error))?;
        }
    }
    let makefile = directory.join("Makefile");
    files.write(&makefile, MAKEFILE.as_bytes()).map_err(|error| failed(&makefile, error))?;
    files.write(&study, STUDY.as_bytes()).map_err(|error| failed(&study, error))?;
    let next = if arguments.example { "" } else { "fill incoming/*.csv, then " };
    output::text(&format!(
        "a study in {}: study.toml, Makefile, incoming/\nnext: {next}cd {} && engraft run\n",
        directory.display(),
        directory.display()
    ))
}
