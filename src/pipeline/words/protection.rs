//! How the persons behind the data are protected, in sentences for the report.

use crate::study::Study;
use crate::study::file::ScreenMode;

/// What was screened, whether subjects have new labels, and what was let in and why.
pub(super) fn sentences(study: &Study) -> Vec<String> {
    let screen = &study.file.screen;
    let mut sentences = vec![
        "Every delivered column was screened for names, contact details, national and record numbers, dates, ages above \
         89, postcodes, network addresses and free text before anything was kept."
            .to_owned(),
    ];
    if screen.mode == ScreenMode::Lenient {
        sentences.push("Columns that the study does not know were passed over.".to_owned());
    }
    if screen.relabel.is_some() {
        sentences.push(
            "The identifiers of the subjects are keyed labels; the delivered ones were not kept.".to_owned(),
        );
    }
    for allow in &screen.allow {
        let columns: Vec<&str> = allow.column.all().iter().map(|column| column.get_ref().as_str()).collect();
        let of = allow.table.as_ref().map(|table| format!(" of {}", table.get_ref())).unwrap_or_default();
        let reason = allow.reason.get_ref().trim_end_matches('.');
        sentences.push(format!("Let in unseen by the screen: {}{of}. Reason: {reason}.", columns.join(", ")));
    }
    sentences
}
