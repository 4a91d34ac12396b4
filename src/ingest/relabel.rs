//! New labels for subjects: HMAC-SHA-256 of the delivered identifier under a key that only the study's people have.
//!
//! The same subject has the same label in every table and every night. The delivered identifier is not kept, and nobody
//! gets from a label to it without the key. The key itself stands in no file, log or message of a run.
//!
//! Reference: RFC 2104 (HMAC), FIPS 180-4 (SHA-256). The first 80 bits are kept, as sixteen characters in base 32
//! without I, L, O, U; two of a million subjects share a label with a probability below 10^-12, and a run that meets
//! such a pair ends.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use thiserror::Error;

/// Bytes of the shortest key that is taken.
pub const SHORTEST_KEY: usize = 32;
/// Distinct bytes that a key must have; the key of a person who was in a hurry has fewer.
const LEAST_VARIETY: usize = 12;
/// Bytes of the code that are kept.
const KEPT: usize = 10;
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Why a key was not taken. No message holds the key.
#[derive(Debug, Error)]
pub enum KeyError {
    /// The file cannot be read.
    #[error("the key file {}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The environment has no such variable.
    #[error("the environment has no variable {0} with the key")]
    NotSet(String),
    /// Others than its owner and group can read the file.
    #[error("the key file {} can be read by anybody: take their rights away (chmod o-rwx)", .0.display())]
    Exposed(PathBuf),
    /// The key is too short.
    #[error("the key has {0} bytes, and {SHORTEST_KEY} are needed (openssl rand -hex 32)")]
    TooShort(usize),
    /// The key repeats a few characters.
    #[error("the key repeats a few characters: draw one at random (openssl rand -hex 32)")]
    TooPlain,
}

/// Two subjects would have one label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Collision;

/// The key, and the labels given so far.
pub struct Relabel {
    mac: Hmac<Sha256>,
    given: Mutex<Given>,
}

#[derive(Default)]
struct Given {
    labels: BTreeMap<String, String>,
    taken: BTreeSet<String>,
}

impl fmt::Debug for Relabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Relabel")
    }
}

impl Relabel {
    /// Takes a key.
    ///
    /// # Errors
    /// [`KeyError::TooShort`], [`KeyError::TooPlain`].
    pub fn with_key(key: &[u8]) -> Result<Self, KeyError> {
        let key = key.trim_ascii();
        if key.len() < SHORTEST_KEY {
            return Err(KeyError::TooShort(key.len()));
        }
        if key.iter().collect::<BTreeSet<_>>().len() < LEAST_VARIETY {
            return Err(KeyError::TooPlain);
        }
        let mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| KeyError::TooShort(key.len()))?;
        Ok(Self { mac, given: Mutex::default() })
    }

    /// Takes the key from a file; white space around it is no part of it.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn from_file(path: &Path) -> Result<Self, KeyError> {
        let unreadable = |source| KeyError::Unreadable { path: path.to_owned(), source };
        if is_exposed(&std::fs::metadata(path).map_err(unreadable)?) {
            return Err(KeyError::Exposed(path.to_owned()));
        }
        Self::with_key(&std::fs::read(path).map_err(unreadable)?)
    }

    /// Takes the key from the environment.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn from_environment(variable: &str) -> Result<Self, KeyError> {
        let key = std::env::var(variable).map_err(|_| KeyError::NotSet(variable.to_owned()))?;
        Self::with_key(key.as_bytes())
    }

    /// A text that changes with the key and does not lead back to it, for telling whether the key is another.
    pub fn fingerprint(&self) -> String {
        self.code("engraft: which key this is", 32).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The label of a subject.
    pub(crate) fn label(&self, original: &str) -> Result<String, Collision> {
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(label) = given.labels.get(original) {
            return Ok(label.clone());
        }
        let label = base32(&self.code(original, KEPT));
        if !given.taken.insert(label.clone()) {
            return Err(Collision);
        }
        given.labels.insert(original.to_owned(), label.clone());
        Ok(label)
    }

    fn code(&self, text: &str, bytes: usize) -> Vec<u8> {
        let mac = self.mac.clone().chain_update(text.as_bytes());
        mac.finalize().into_bytes().into_iter().take(bytes).collect()
    }
}

/// `S-` and five bits a character; the letter first keeps spreadsheets from reading a number.
fn base32(bytes: &[u8]) -> String {
    let mut label = "S-".to_owned();
    let (mut bits, mut waiting) = (0_u32, 0_u32);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        waiting += 8;
        while waiting >= 5 {
            waiting -= 5;
            label.push(char::from(ALPHABET[(bits >> waiting & 31) as usize]));
        }
        bits &= (1 << waiting) - 1;
    }
    label
}

#[cfg(unix)]
fn is_exposed(file: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.permissions().mode() & 0o007 != 0
}

#[cfg(not(unix))]
fn is_exposed(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a key that is refused ends the test")]
    use super::*;

    const KEY: &[u8] = b"0f1e2d3c4b5a69788796a5b4c3d2e1f0 artificial";

    #[test]
    fn the_same_subject_has_the_same_label() {
        let relabel = Relabel::with_key(KEY).unwrap();
        let label = relabel.label("P-0001").unwrap();
        assert_eq!(relabel.label("P-0001").unwrap(), label);
        assert_ne!(relabel.label("P-0002").unwrap(), label);
        assert_eq!(Relabel::with_key(KEY).unwrap().label("P-0001").unwrap(), label);
        assert_eq!(label.len(), 18);
        let other = Relabel::with_key(b"another artificial key of 32 bytes or more").unwrap();
        assert_ne!(other.label("P-0001").unwrap(), label);
        assert_ne!(other.fingerprint(), relabel.fingerprint());
        assert_eq!(format!("{relabel:?}"), "Relabel");
    }

    /// RFC 4231, test case 6: a key of 131 bytes 0xaa has too little variety here, so the code is checked below it.
    #[test]
    fn the_code_is_hmac_sha256() {
        let mac = Hmac::<Sha256>::new_from_slice(b"Jefe").unwrap();
        let relabel = Relabel { mac, given: Mutex::default() };
        let code = relabel.code("what do ya want for nothing?", 4);
        assert_eq!(code, [0x5b, 0xdc, 0xc1, 0x46]);
        assert_eq!(base32(&[0, 0, 0, 0, 31]), "S-0000000Z");
    }

    #[test]
    fn weak_keys_are_refused() {
        assert!(matches!(Relabel::with_key(b"short"), Err(KeyError::TooShort(5))));
        assert!(matches!(Relabel::with_key(&[b'a'; 64]), Err(KeyError::TooPlain)));
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_anybody_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("key");
        std::fs::write(&path, KEY).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(Relabel::from_file(&path), Err(KeyError::Exposed(_))));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert!(Relabel::from_file(&path).is_ok());
    }
}
