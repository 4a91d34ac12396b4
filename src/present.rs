//! Charts and documents from results; rounding, colours and wording live here only.
//!
//! Everything is a view of the rows of the analysis-results data set: nothing is computed here
//! that is shown as a result, and nothing is read or written. The same rows and words give the
//! same bytes.

pub mod chart;
mod complication_grid;
mod curves;
mod figure;
#[cfg(test)]
pub(crate) mod fixture;
mod flow;
pub mod font;
mod glossary;
mod headline;
mod methods;
mod model_curves;
pub mod number;
mod page;
pub mod plot;
mod policy;
mod profiles;
mod rates;
mod regression;
mod report;
mod results;
mod slug;
mod states;
pub mod table;
pub mod terminal;
pub mod text;
mod time;
mod topic;
mod withheld;

pub use self::text::{
    CourseText, DefinitionText, DesignText, EndpointKind, EndpointText, Gate, PopulationText, QualityText,
    ReleaseText, ReportText, ResponseRuleText, RuleStatusText, RuleText, StateText, StratumText, TimeText,
};
use crate::analysis::ard::Row;

/// A file of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it belongs, from the folder of the report: `figures/os.svg`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PresentError {
    /// A chart could not be drawn.
    #[error(transparent)]
    Chart(#[from] chart::ChartError),
    /// A table could not be written as CSV.
    #[error("the table {table:?} could not be written as CSV: {source}")]
    Csv {
        /// Its name.
        table: String,
        /// What the writer said.
        source: csv::Error,
    },
    /// The page could not be filled in.
    #[error("the page could not be filled in: {0}")]
    Page(#[from] askama::Error),
}

/// The files of a report: `index.html`, `figures/*.svg`, `figures/*.png`, `tables/*.csv`.
///
/// # Input
/// The rows of one run of a study, and the words of the study.
///
/// # Returns
/// The files, `index.html` first, then by path; no path has a part that comes from the data
/// unchanged.
///
/// # Edge cases
/// Without rows: a page that says so. Endpoints without rows are named in the methods only.
///
/// # Errors
/// [`PresentError`] when a chart, a table or the page cannot be written.
pub fn present(rows: &[Row], text: &ReportText) -> Result<Vec<OutputFile>, PresentError> {
    present_at(rows, text, (SCALE, &[]))
}

/// The same once more, beside the files of the first time: a bitmap is drawn again where its drawing differs.
///
/// # Errors
/// As [`present`].
pub fn present_again(
    rows: &[Row],
    text: &ReportText,
    before: &[OutputFile],
) -> Result<Vec<OutputFile>, PresentError> {
    present_at(rows, text, (SCALE, before))
}

/// Bitmap pixels a CSS pixel.
const SCALE: f32 = 2.0;

fn present_at(
    rows: &[Row],
    text: &ReportText,
    (scale, before): (f32, &[OutputFile]),
) -> Result<Vec<OutputFile>, PresentError> {
    let results = results::Results::new(rows);
    let report = report::report(results::Sources { results: &results, text })?;
    let mut files = figure::files(&report, scale, before)?;
    for table in report.tables() {
        let bytes = table::csv::csv(table)
            .map_err(|source| PresentError::Csv { table: table.title.clone(), source })?;
        files.push(OutputFile { path: table.path(), bytes });
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    let page = OutputFile { path: "index.html".to_owned(), bytes: page::page(&report, text)?.into_bytes() };
    files.insert(0, page);
    Ok(files)
}

#[cfg(test)]
mod tests;
