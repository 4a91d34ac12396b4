//! What can be wrong with a study file, with the place in it.

use std::ops::Range;
use std::path::{Path, PathBuf};

/// Why a study was refused.
#[derive(Debug, thiserror::Error)]
pub enum StudyError {
    /// The file cannot be read.
    #[error("{}: cannot be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Something in the file is wrong.
    #[error("{message}")]
    Invalid {
        /// The file.
        path: PathBuf,
        /// Its text.
        text: String,
        /// Bytes to underline.
        span: Option<Range<usize>>,
        /// What is wrong.
        message: String,
        /// What to do.
        help: Option<String>,
    },
}

impl StudyError {
    pub(crate) fn at(
        path: &Path,
        text: &str,
        span: Option<Range<usize>>,
        message: String,
        help: Option<String>,
    ) -> Self {
        Self::Invalid { path: path.to_path_buf(), text: text.to_owned(), span, message, help }
    }
}
