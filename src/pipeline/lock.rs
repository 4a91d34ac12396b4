//! One run at a time: a lock that the system releases when its holder ends, however it ends.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::PipelineError;

/// Held while a run works.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a store.
    ///
    /// # Errors
    /// [`PipelineError::Locked`] if another run holds it, [`PipelineError::Io`].
    pub fn take(store: &Path) -> Result<Self, PipelineError> {
        let path = store.join("run.lock");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| PipelineError::io(&path, error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(PipelineError::Locked(path)),
            Err(TryLockError::Error(error)) => Err(PipelineError::io(&path, error)),
        }
    }
}
