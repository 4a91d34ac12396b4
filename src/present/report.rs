//! The report as a sequence of headings, words, figures and tables.

use super::PresentError;
use super::figure::Figure;
use super::headline::{Headline, headlines};
use super::results::Sources;
use super::table::Table;
use super::topic::TOPICS;

mod builder;
mod closing;
mod designs;
mod hidden;
mod models;
mod quality;
mod states;
mod words;

use builder::Builder;

/// A report.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Report {
    /// What a reader has to know before anything else.
    pub(super) alerts: Vec<String>,
    pub(super) headlines: Vec<Headline>,
    pub(super) sections: Vec<Section>,
}

/// A part of the report under a heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Section {
    /// Its anchor.
    pub(super) id: String,
    /// Its heading.
    pub(super) title: String,
    /// What stands under it.
    pub(super) pieces: Vec<Piece>,
    /// Its parts, each with a heading.
    pub(super) parts: Vec<Section>,
}

/// What stands under a heading.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Paragraph(String),
    List(Vec<String>),
    Terms(Vec<(String, String)>),
    Figure(Box<Figure>),
    Table(Table, Visibility),
    /// Another file of the report, and words before its name.
    File {
        words: String,
        path: String,
    },
}

/// Whether a table is seen at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Visibility {
    Open,
    Folded,
}

impl Section {
    fn all_pieces(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().chain(self.parts.iter().flat_map(|part| &part.pieces))
    }

    fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.parts.is_empty()
    }
}

impl Report {
    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.sections.iter().flat_map(Section::all_pieces)
    }

    /// Numbers figures and tables in the order in which they stand.
    fn number(&mut self) {
        let (mut figures, mut tables) = (1.., 1..);
        for section in &mut self.sections {
            let parts = section.parts.iter_mut().flat_map(|part| &mut part.pieces);
            for piece in section.pieces.iter_mut().chain(parts) {
                match piece {
                    Piece::Figure(figure) => figure.number = figures.next().unwrap_or_default(),
                    Piece::Table(table, _) => table.number = tables.next().unwrap_or_default(),
                    Piece::Paragraph(_) | Piece::List(_) | Piece::Terms(_) | Piece::File { .. } => {}
                }
            }
        }
    }

    /// Every figure, in the order of the report.
    pub(super) fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.pieces().filter_map(|piece| match piece {
            Piece::Figure(figure) => Some(&**figure),
            _ => None,
        })
    }

    /// Every table, in the order of the report.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Table> {
        self.pieces().filter_map(|piece| match piece {
            Piece::Table(table, _) => Some(table),
            _ => None,
        })
    }
}

/// The whole report.
pub(super) fn report(sources: Sources<'_>) -> Result<Report, PresentError> {
    let mut builder = Builder::new(sources);
    let mut sections: Vec<Section> = hidden::hidden(sources).into_iter().collect();
    sections.extend([builder.cohort()?, builder.quality(), builder.baseline()]);
    for topic in TOPICS {
        sections.push(builder.topic(topic)?);
    }
    sections.push(builder.states()?);
    sections.push(builder.tests());
    sections.push(builder.designs());
    sections.push(closing::methods(sources));
    sections.retain(|section| !section.is_empty());
    let alerts = quality::alerts(sources);
    let mut report = Report { alerts, headlines: headlines(sources), sections };
    let abbreviations = closing::abbreviations(&report);
    report.sections.extend((!abbreviations.is_empty()).then_some(abbreviations));
    report.number();
    Ok(report)
}
