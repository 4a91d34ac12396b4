//! From delivered files to the published report: which stages must run again, one run at a time.
//!
//! Every stage has a key, the hash of all that it depends on. A stage whose key and results are those
//! of the last run is passed over. Results are written beside the published ones and take their place
//! in one step, so that a run that is cut off leaves the old state or the new one.

mod analyze;
mod error;
mod explain;
mod export;
mod frame_table;
mod ingest;
mod inputs;
mod journal;
mod lock;
mod proposal;
mod quality;
mod release;
mod report;
mod screen;
mod state;
mod verify;
mod words;

use std::path::PathBuf;

pub use error::PipelineError;
pub use explain::explain;
pub use export::{Exported, export};
pub use journal::{Journal, Silent};
pub use lock::Lock;
pub use proposal::{Proposal, propose};
pub use verify::{Verified, verify};

use crate::analysis::disclosure::Tally;
use crate::quality::Quality;
use crate::store::FileLayer;
use crate::study::Study;

/// Which stages of a study run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Delivered files -> canonical tables.
    Ingest,
    /// Tables -> results.
    Analyze,
    /// Results -> report.
    Report,
}

/// What a run did.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// Stages that ran; the others were up to date.
    pub ran: Vec<Stage>,
    /// Where the report is.
    pub report: Option<PathBuf>,
    /// How much is told, where a release was made.
    pub released: Option<Tally>,
    /// What should be known, a sentence each.
    pub warnings: Vec<String>,
    /// Quality gates and boundaries that were crossed, a sentence each.
    pub crossed: Vec<String>,
}

impl Stage {
    /// Its command.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ingest => "ingest",
            Self::Analyze => "analyze",
            Self::Report => "report",
        }
    }
}

/// A run of one study: the study, where it writes, whom it tells.
pub(crate) struct Run<'a> {
    pub(crate) study: &'a Study,
    pub(crate) files: &'a FileLayer,
    pub(crate) journal: &'a dyn Journal,
    pub(crate) summary: Summary,
}

/// Runs the stages of a study up to and including `last`, each only if something has changed.
///
/// # Errors
/// [`PipelineError`]: refused data, a lock held by another run, or what the system says. The published
/// state is then that of before.
pub fn run(study: &Study, last: Stage, journal: &dyn Journal) -> Result<Summary, PipelineError> {
    let files = FileLayer::process();
    let store = study.store_directory();
    files.create_dir_all(&store).map_err(|error| PipelineError::io(&store, error))?;
    let _lock = Lock::take(&store)?;
    let mut run = Run { study, files, journal, summary: Summary::default() };
    let started = journal::started(study, files)?;
    let outcome = run.stages(last);
    journal::ended(study, files, &started, outcome.as_ref().err())?;
    outcome?;
    Ok(run.summary)
}

impl Run<'_> {
    fn stages(&mut self, last: Stage) -> Result<(), PipelineError> {
        let store = self.ingest()?;
        if last >= Stage::Analyze {
            let analysis = self.analyze(&store)?;
            if last >= Stage::Report {
                self.report(&store, &analysis)?;
            }
        }
        Ok(())
    }

    /// Tells that a stage runs.
    fn begin(&mut self, stage: Stage) {
        self.summary.ran.push(stage);
        self.journal.stage(stage.name());
    }
}

/// What a check of the inputs gives.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What was accepted and should be known, a sentence each.
    pub notes: Vec<String>,
    /// What the consistency rules found; those that need the cohort are not applied.
    pub quality: Quality,
}

/// Reads the inputs of a study as a run would, and writes nothing.
///
/// # Errors
/// [`PipelineError`] with everything that is wrong.
pub fn check(study: &Study) -> Result<Checked, PipelineError> {
    let tables = ingest::read(study)?;
    Ok(Checked { notes: ingest::notes(study, &tables), quality: quality::of_rows(study, &tables)? })
}
