//! Arguments -> one call of the stages; outcomes -> exit codes and text.

pub mod arguments;
mod contrasts;
mod design;
mod emit_r;
mod estimates;
mod explain;
mod export;
pub mod failure;
mod init;
mod output;
mod person_time;
mod plot;
mod progress;
mod quality;
mod regressions;
mod shares;
mod states;
mod studies;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::{Failure, Style};

use crate::pipeline::Stage;

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::message(&failure.render(style()));
            ExitCode::from(failure.code as u8)
        }
    }
}

fn style() -> Style {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if std::io::stderr().is_terminal() && !plain { Style::Colour } else { Style::Plain }
}

fn run(mut command: Command) -> Result<(), Failure> {
    emit_r::rows(&mut command);
    match command {
        Command::Run(arguments) | Command::Report(arguments) => studies::run(&arguments, Stage::Report),
        Command::Ingest(arguments) => studies::run(&arguments, Stage::Ingest),
        Command::Analyze(arguments) => studies::analyze(&arguments),
        Command::Export(arguments) => export::export(&arguments),
        Command::Check(arguments) => studies::check(&arguments),
        Command::Verify(arguments) => studies::verify(&arguments),
        Command::Explain(arguments) => explain::explain(&arguments),
        Command::Init(arguments) => init::init(&arguments),
        Command::Synth(arguments) => studies::synth(&arguments),
        Command::Schema(arguments) => studies::schema(&arguments),
        Command::Km(arguments) => estimates::km(&arguments),
        Command::Cif(arguments) => estimates::cif(&arguments),
        Command::Compare(arguments) => estimates::compare(&arguments),
        Command::Cox(arguments) => regressions::cox(&arguments),
        Command::Finegray(arguments) => regressions::fine_gray(&arguments),
        Command::Rate(arguments) => person_time::rate(&arguments),
        Command::Recurrent(arguments) => person_time::recurrent(&arguments),
        Command::States(arguments) => states::states(&arguments),
        Command::Proportion(arguments) => shares::proportion(&arguments),
        Command::Association(arguments) => shares::association(&arguments),
        Command::Design(arguments) => design::run(&arguments),
    }
}
