//! Results to standard output, messages to standard error; a closed pipe is no error.

use std::io::{self, BufWriter, Write};

use super::arguments::Format;
use super::failure::Failure;
use crate::analysis::ard::Row;
use crate::analysis::{csv, json};
use crate::present::terminal;

/// Prints ARD rows.
pub(super) fn results(rows: &[Row], format: Format) -> Result<(), Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let written = match format {
        Format::Json => json::write_json(rows, &mut out),
        Format::Csv => csv::write_csv(rows, &mut out),
        Format::Table => out.write_all(terminal::table(rows).as_bytes()),
    };
    accept_closed_pipe(written.and_then(|()| out.flush()))
}

/// Prints text.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    accept_closed_pipe(io::stdout().lock().write_all(text.as_bytes()))
}

/// Prints a message; that standard error is closed is no reason to fail.
pub(super) fn message(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints a warning, folded between words.
pub(super) fn warning(text: &str) {
    message(&folded(&format!("warning: {text}")));
}

fn folded(text: &str) -> String {
    format!("{}\n", terminal::folded(text.split_whitespace(), " ", "  "))
}

fn accept_closed_pipe(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn warnings_are_folded_between_words() {
        let text = folded(&"word ".repeat(40));
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert_eq!(text.split_whitespace().count(), 40);
        assert_eq!(folded("one two"), "one two\n");
        assert_eq!(folded(&"x".repeat(90)), format!("{}\n", "x".repeat(90)));
    }
}
