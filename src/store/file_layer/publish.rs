//! From a staged directory to the published one, in one step.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{FileLayer, beside, parent, sorted_entries};

/// Beginning of the names of directories that are not published yet.
const STAGED: &str = ".staged-";
/// Digits in the name of a generation.
const NAME_DIGITS: usize = 12;

impl FileLayer {
    /// An empty directory beside the generations to write the next one into. What an interrupted
    /// run left there is removed.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn stage(&self, generations: &Path) -> io::Result<PathBuf> {
        self.create_dir_all(generations)?;
        let staged = generations.join(format!("{STAGED}next"));
        self.remove_dir_all(&staged)?;
        self.create_dir_all(&staged)?;
        Ok(staged)
    }

    /// Publishes a staged directory: everything in it is synced, it becomes `generations/name`, and
    /// the pointer, a symbolic link, is moved to it in one step. `<pointer's directory>/previous`
    /// keeps the generation before; all older ones are removed.
    ///
    /// `generations` must lie in the pointer's directory, and `name` is twelve hexadecimal digits.
    /// Whatever fails, the pointer shows a whole generation, the old one or the new one.
    ///
    /// # Errors
    /// Whatever the system says; [`io::ErrorKind::InvalidInput`] for another kind of name.
    pub fn publish_directory(
        &self,
        staged: &Path,
        generations: &Path,
        name: &str,
        pointer: &Path,
    ) -> io::Result<PathBuf> {
        if !is_generation(name) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let home = parent(pointer);
        let below = generations.strip_prefix(home).map_err(|_| io::ErrorKind::InvalidInput)?;
        let published = generations.join(name);
        self.sync_tree(staged)?;
        if published.symlink_metadata().is_ok() {
            // The name says what is in it, so this is the same or a damaged one: take the new.
            self.exchange(staged, &published)?;
            self.sync(generations)?;
            self.remove_dir_all(staged)?;
        } else {
            self.rename(staged, &published)?;
            self.sync(generations)?;
        }
        let previous = home.join("previous");
        let target = below.join(name);
        let old = fs::read_link(pointer).ok();
        if let Some(old) = &old
            && *old != target
        {
            self.point(&previous, old)?;
        }
        if old.as_ref() != Some(&target) {
            self.point(pointer, &target)?;
        }
        self.prune(generations, &[pointer, &previous])?;
        Ok(published)
    }

    /// Puts a staged directory in the place of another in one step, without links. What stood there
    /// is removed.
    ///
    /// # Errors
    /// Whatever the system says; the target is then the old directory or the new one, whole.
    pub fn replace_directory(&self, staged: &Path, target: &Path) -> io::Result<()> {
        self.sync_tree(staged)?;
        if target.symlink_metadata().is_ok() {
            self.exchange(staged, target)?;
            self.sync_parent(target)?;
            self.remove_dir_all(staged)
        } else {
            self.rename(staged, target)?;
            self.sync_parent(target)
        }
    }

    /// Lets a symbolic link point elsewhere, in one step.
    fn point(&self, link: &Path, target: &Path) -> io::Result<()> {
        let fresh = beside(link, "new")?;
        self.remove_file(&fresh)?;
        self.symlink(target, &fresh)?;
        self.rename(&fresh, link)?;
        self.sync_parent(link)
    }

    /// Removes the generations to which none of these links points, and what is staged.
    fn prune(&self, generations: &Path, links: &[&Path]) -> io::Result<()> {
        let kept: Vec<_> = links
            .iter()
            .filter_map(|link| fs::read_link(link).ok())
            .filter_map(|target| target.file_name().map(ToOwned::to_owned))
            .collect();
        for entry in sorted_entries(generations)? {
            let Some(name) = entry.file_name() else { continue };
            let text = name.to_string_lossy();
            if (is_generation(&text) || text.starts_with(STAGED)) && !kept.iter().any(|kept| kept == name) {
                self.remove_dir_all(&entry)?;
            }
        }
        Ok(())
    }
}

fn is_generation(name: &str) -> bool {
    name.len() == NAME_DIGITS && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
