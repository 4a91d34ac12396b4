//! What may leave the house: the rows of a release, the audit of what was made of them, and the ledger.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::analyze::ARD;
use super::{PipelineError, Run};
use crate::analysis::ard::Row;
use crate::analysis::disclosure::{Known, Policy, Tally, Withdrawn, release};
use crate::analysis::parquet;
use crate::present::{OutputFile, present_again};
use crate::store::hash_bytes;

/// The list of releases within their directory.
const LEDGER: &str = "ledger.json";

/// Every release so far, the first one first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ledger {
    releases: Vec<Entry>,
}

/// A release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The released rows, below the directory.
    ard: String,
    /// Their hash.
    sha256: String,
}

/// The rows of a release, and what came before.
pub(super) struct Release {
    ledger: Ledger,
    /// The released rows.
    pub(super) rows: Vec<Row>,
}

impl Run<'_> {
    /// The rows of a release; none where the report is internal.
    pub(super) fn release(&mut self, rows: &[Row]) -> Result<Option<Release>, PipelineError> {
        let Some(policy) = Policy::of(self.study) else { return Ok(None) };
        let ledger = self.ledger()?;
        let earlier = self.earlier(&ledger)?;
        let known = Known {
            earlier: &earlier,
            nested: &self.study.nested(),
            groupings: &self.study.groupings(),
            windows: &self.study.windows(),
            confined: &self.study.confined(),
            exclusive: &self.study.exclusive(),
        };
        let released = release(rows, &policy, known)?;
        self.summary.released = Some(Tally::of(&released.rows));
        for one in &released.withdrawn {
            self.note(one);
        }
        Ok(Some(Release { ledger, rows: released.rows }))
    }

    fn note(&mut self, left_out: &Withdrawn) {
        let subject = if left_out.subject.is_empty() { "the cohort" } else { &left_out.subject };
        let by = left_out.comparison.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
        let note = format!(
            "{subject}{by}: hidden as a whole in this release, because some of its hidden numbers could be worked out"
        );
        self.journal.note(&note);
        self.summary.warnings.push(note);
    }

    /// Compares what is about to be published, as it lies there, with what passed the audit.
    ///
    /// The rows are read from the file and must be those that were audited; every other file must be what is drawn from
    /// them, so that it tells nothing that they do not.
    pub(super) fn audit(
        &self,
        release: &Release,
        staged: &Path,
        written: &[OutputFile],
    ) -> Result<(), PipelineError> {
        let read = |path: &str| {
            let path = staged.join(path);
            std::fs::read(&path).map_err(|error| PipelineError::io(&path, error))
        };
        let rows = parquet::from_parquet(read(ARD)?)?;
        if rows != release.rows {
            return Err(PipelineError::Disclosive(vec![format!(
                "{ARD}: does not hold the rows that were audited"
            )]));
        }
        let mut drawn = present_again(&rows, &self.words(), written)?;
        drawn.push(OutputFile { path: "ard.json".to_owned(), bytes: super::report::ard_json(&rows)? });
        let mut lying = Vec::new();
        for file in written.iter().filter(|file| file.path != ARD) {
            lying.push(OutputFile { path: file.path.clone(), bytes: read(&file.path)? });
        }
        let strange = not_drawn(&lying, &drawn);
        if strange.is_empty() { Ok(()) } else { Err(PipelineError::Disclosive(strange)) }
    }

    /// Notes a release, so that later ones are compared with it. One that tells the same is noted once.
    pub(super) fn note_release(&self, release: &Release, ard: &[u8]) -> Result<(), PipelineError> {
        let directory = self.study.releases_directory();
        let failed = |error| PipelineError::io(&directory, error);
        let sha256 = hash_bytes(ard);
        let mut ledger = release.ledger.clone();
        if ledger.releases.iter().any(|entry| entry.sha256 == sha256) {
            return Ok(());
        }
        let name = format!("{:04}.parquet", ledger.releases.len() + 1);
        self.files.create_dir_all(&directory).map_err(failed)?;
        self.files.replace(&directory.join(&name), ard).map_err(failed)?;
        ledger.releases.push(Entry { ard: name, sha256 });
        let mut bytes =
            serde_json::to_vec_pretty(&ledger).map_err(|error| PipelineError::Encode(error.to_string()))?;
        bytes.push(b'\n');
        self.files.replace(&directory.join(LEDGER), &bytes).map_err(failed)
    }

    fn ledger(&self) -> Result<Ledger, PipelineError> {
        let path = self.study.releases_directory().join(LEDGER);
        if !path.exists() {
            return Ok(Ledger::default());
        }
        let bytes = std::fs::read(&path).map_err(|error| PipelineError::io(&path, error))?;
        serde_json::from_slice(&bytes)
            .map_err(|error| PipelineError::Damaged { path, detail: error.to_string() })
    }

    /// The rows of every earlier release; one that is missing or has changed ends the run.
    fn earlier(&self, ledger: &Ledger) -> Result<Vec<Vec<Row>>, PipelineError> {
        let directory = self.study.releases_directory();
        let rows = |entry: &Entry| {
            let path: PathBuf = directory.join(&entry.ard);
            let bytes = std::fs::read(&path).map_err(|error| PipelineError::io(&path, error))?;
            if hash_bytes(&bytes) != entry.sha256 {
                let detail = format!("is not the release that {LEDGER} names");
                return Err(PipelineError::Damaged { path, detail });
            }
            Ok(parquet::from_parquet(bytes)?)
        };
        ledger.releases.iter().map(rows).collect()
    }
}

/// The files that are not what is drawn from the released rows: they may tell what these do not.
fn not_drawn(lying: &[OutputFile], drawn: &[OutputFile]) -> Vec<String> {
    let strange = lying.iter().filter(|file| !drawn.contains(file));
    strange.map(|file| format!("{}: is not drawn from the released rows alone", file.path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_tells_more_is_found() {
        let file = |path: &str, text: &str| OutputFile { path: path.to_owned(), bytes: text.into() };
        let drawn = [file("figures/os.svg", "<path d='M0 0H9V3'/>"), file("ard.json", "[]")];
        assert!(not_drawn(&drawn, &drawn).is_empty());
        // One more corner of a curve; a tooltip; a file that nothing explains.
        for planted in [
            file("figures/os.svg", "<path d='M0 0H4V1H9V3'/>"),
            file("figures/os.svg", "<path d='M0 0H9V3'><title>7 patients</title></path>"),
            file("metadata.json", "{\"rows\": 7}"),
        ] {
            let strange = not_drawn(&[drawn[1].clone(), planted.clone()], &drawn);
            assert_eq!(strange, [format!("{}: is not drawn from the released rows alone", planted.path)]);
        }
    }
}
