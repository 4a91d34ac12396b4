//! The one layer through which files are written, synced, renamed, linked and removed.
//!
//! Whatever the stages publish goes through a [`FileLayer`], so that a test can let any of its
//! calls fail. A rename alone is not durable: the file is synced before, the directory after.

mod publish;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::fault::{Fault, Injector, Step};

/// Name of the environment variable that asks for a fault; for tests.
pub const FAULT_VARIABLE: &str = "ENGRAFT_FAULT";

/// The calls that change the disk.
#[derive(Debug, Default)]
pub struct FileLayer {
    injector: Injector,
}

impl FileLayer {
    /// A layer in which this call fails, or none.
    pub fn new(fault: Option<Fault>) -> Self {
        Self { injector: Injector::new(fault) }
    }

    /// The layer of this process, with the fault that the environment asks for.
    pub fn process() -> &'static Self {
        static LAYER: OnceLock<FileLayer> = OnceLock::new();
        LAYER.get_or_init(|| Self::new(std::env::var(FAULT_VARIABLE).ok().as_deref().and_then(Fault::parse)))
    }

    /// How many calls were made.
    pub fn calls(&self) -> u64 {
        self.injector.calls()
    }

    /// Writes a file and syncs it. Two calls: write, sync.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let step = self.injector.write_step()?;
        let mut file = File::create(path)?;
        if step == Step::WriteHalf {
            file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(io::ErrorKind::WriteZero.into());
        }
        file.write_all(bytes)?;
        self.injector.step()?;
        file.sync_all()
    }

    /// Adds bytes to the end of a file, which is made if need be, and syncs it. Two calls.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let step = self.injector.write_step()?;
        let mut file = File::options().create(true).append(true).open(path)?;
        if step == Step::WriteHalf {
            file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(io::ErrorKind::WriteZero.into());
        }
        file.write_all(bytes)?;
        self.injector.step()?;
        file.sync_all()
    }

    /// Puts a file in place of another in one step: readers see the old bytes or the new ones.
    ///
    /// # Errors
    /// Whatever the system says; the old file is then still there.
    pub fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let staged = beside(path, "new")?;
        self.write(&staged, bytes)?;
        self.rename(&staged, path)?;
        self.sync_parent(path)
    }

    /// Finds out whether [`replace`](Self::replace) could write; a file that is there is not touched.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn try_replace(&self, path: &Path) -> io::Result<()> {
        let staged = beside(path, "new")?;
        self.write(&staged, &[])?;
        self.remove_file(&staged)
    }

    /// Makes a directory and those above it.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn create_dir_all(&self, path: &Path) -> io::Result<()> {
        self.injector.step()?;
        fs::create_dir_all(path)
    }

    /// Syncs a file or a directory.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn sync(&self, path: &Path) -> io::Result<()> {
        self.injector.step()?;
        File::open(path)?.sync_all()
    }

    /// Renames.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.injector.step()?;
        fs::rename(from, to)
    }

    /// Lets two directories change places in one step.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.injector.step()?;
        exchange(one, other)
    }

    /// Makes a symbolic link.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn symlink(&self, target: &Path, link: &Path) -> io::Result<()> {
        self.injector.step()?;
        symlink(target, link)
    }

    /// Removes a file or a link; one that is not there is removed already.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.injector.step()?;
        absent_is_fine(fs::remove_file(path))
    }

    /// Removes a directory with all that is in it; one that is not there is removed already.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn remove_dir_all(&self, path: &Path) -> io::Result<()> {
        self.injector.step()?;
        absent_is_fine(fs::remove_dir_all(path))
    }

    fn sync_parent(&self, path: &Path) -> io::Result<()> {
        self.sync(parent(path))
    }

    /// Syncs a directory and all that is in it, the inner first.
    fn sync_tree(&self, directory: &Path) -> io::Result<()> {
        for entry in sorted_entries(directory)? {
            if fs::symlink_metadata(&entry)?.is_dir() {
                self.sync_tree(&entry)?;
            } else {
                self.sync(&entry)?;
            }
        }
        self.sync(directory)
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(unix)]
fn symlink(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn symlink(_target: &Path, _link: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// The directory that holds a path.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A hidden name beside a path.
fn beside(path: &Path, what: &str) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".");
    hidden.push(what);
    Ok(path.with_file_name(hidden))
}

fn sorted_entries(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(directory)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}
