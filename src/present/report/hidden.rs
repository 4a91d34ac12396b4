//! What a report for everybody hides, in plain words.

use super::{Piece, Section};
use crate::analysis::disclosure::Tally;
use crate::present::results::Sources;

/// What is hidden and why; nothing in an internal report.
pub(super) fn hidden(sources: Sources<'_>) -> Option<Section> {
    let release = sources.text.release?;
    let (few, followed) = (release.threshold, release.min_at_risk);
    let lines = vec![
        format!("Numbers of 1 to {few} patients are hidden, so that nobody can be recognised; 0 is told."),
        "More is hidden where a small number could be worked out from it: by a sum or a difference, from a \
         percentage, along a curve, or from an earlier release. A hidden number need not be small."
            .to_owned(),
        "An estimate, its interval and a test are told only where the numbers behind them are.".to_owned(),
        format!(
            "Of curves only points at set times are told, each with its interval; a light line joins them and says \
             nothing of what is between. A point is hidden where fewer than {followed} patients are at risk or the \
             number of events is hidden. Single events and censorings are not marked."
        ),
        "What is told is rounded: percentages to a tenth, days to 10 from day 100 and to 30 from a year on. Smallest \
         and largest values, standard errors and the times spent in states are left out."
            .to_owned(),
        "Before it was published, the report was audited: no hidden number of 1 to ".to_owned()
            + &format!("{few} could be told from the others."),
        "Rows of tables and charts of which nothing is told are named in one line in their place; the files of the \
         tables have them."
            .to_owned(),
        format!(
            "This release tells {}; the others are hidden and marked as such.",
            Tally::of(sources.results.every())
        ),
    ];
    Some(Section {
        id: "what-is-hidden".to_owned(),
        title: "What is hidden".to_owned(),
        pieces: vec![Piece::List(lines)],
        parts: Vec::new(),
    })
}
