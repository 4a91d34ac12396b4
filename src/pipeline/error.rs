//! Why a run ended without a report.

use std::io;
use std::path::{Path, PathBuf};

use crate::analysis::disclosure::DisclosureError;
use crate::analysis::parquet::ArdError;
use crate::analysis::plan::PlanError;
use crate::cohort::CohortError;
use crate::ingest::IngestError;
use crate::ingest::relabel::KeyError;
use crate::present::PresentError;
use crate::store::StoreError;
use crate::study::StudyError;

/// Why a run ended without a report.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// The system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another run holds the lock.
    #[error("another run works on this study ({} is locked)", .0.display())]
    Locked(PathBuf),
    /// No file of this name.
    #[error("inputs.{table}: no file is named {pattern}")]
    NoFiles {
        /// The table.
        table: String,
        /// The path in the study.
        pattern: String,
    },
    /// The key for new labels of subjects was not taken.
    #[error(transparent)]
    Key(KeyError),
    /// The delivered files were refused; the problems of all tables, in order.
    #[error("the delivered files were refused")]
    Refused(Vec<IngestError>),
    /// The study names a mapping that cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The store is damaged or cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The cohort could not be derived.
    #[error(transparent)]
    Cohort(#[from] CohortError),
    /// The estimates were refused.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The results cannot be written or read.
    #[error(transparent)]
    Ard(#[from] ArdError),
    /// The report could not be drawn.
    #[error(transparent)]
    Present(#[from] PresentError),
    /// No rule says what of an analysis may be released.
    #[error(transparent)]
    Disclosure(#[from] DisclosureError),
    /// Numbers that may not be told could be worked out from what was about to be published.
    #[error("nothing was released, because hidden numbers could be worked out:\n{}", .0.join("\n"))]
    Disclosive(Vec<String>),
    /// A manifest or a result is not as it was written.
    #[error("{}: damaged: {detail}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// How.
        detail: String,
    },
    /// The analysis data set cannot be given to other programs.
    #[error("nothing was exported: {0}")]
    Export(String),
    /// Delivered files from which no study can be proposed.
    #[error("{0}")]
    Proposal(String),
    /// A table could not be put together.
    #[error("the analysis data set could not be written: {0}")]
    Encode(String),
}

impl PipelineError {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io { path: path.to_path_buf(), source }
    }
}
