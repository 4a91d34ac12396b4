//! Files as streams of bytes, unpacked on the way, with a bound on what may come out.
//!
//! The ending of the name says how a file is packed (`.gz`, `.zst`), and its first bytes must
//! agree. A packed file may unpack to 64 MiB, or to 250 times its size, and never to more than the
//! limit of every file, so that a few crafted kilobytes do not fill the memory. Several gzip
//! members or zstd frames one after the other are one file; anything else after them refuses it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use thiserror::Error;

use super::error::{IngestError, Problem};
use super::kind::Packing;

/// A packed file may always unpack to so many bytes.
const FREE: u64 = 64 << 20;
/// Beyond that, to so many times its size.
const RATIO: u64 = 250;

const GZIP: &[u8] = b"\x1f\x8b";
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";
/// The first frame of a zstd file may be one that is passed over: 0x184D2A50 to 0x184D2A5F.
const SKIPPABLE: &[u8] = b"\x2a\x4d\x18";

/// Where the bytes are.
#[derive(Debug, Clone, Copy)]
enum Place<'a> {
    Path(&'a Path),
    Bytes(&'a [u8]),
}

/// A file that can be read from its beginning as often as needed.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    file: String,
    place: Place<'a>,
    packing: Packing,
    limit: u64,
}

/// More bytes came out than may.
#[derive(Debug, Error)]
#[error("more than {0} bytes")]
struct TooMuch(u64);

impl<'a> Input<'a> {
    /// A file on disk; `file` is what messages call it.
    pub(crate) fn of_path(file: String, path: &'a Path, packing: Packing, limit: u64) -> Self {
        Self { file, place: Place::Path(path), packing, limit }
    }

    /// A file whose bytes were read already.
    pub(crate) fn of_bytes(file: String, bytes: &'a [u8], packing: Packing, limit: u64) -> Self {
        Self { file, place: Place::Bytes(bytes), packing, limit }
    }

    /// What messages call the file.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// The unpacked bytes, from the first.
    ///
    /// # Errors
    /// [`IngestError::Io`]; [`IngestError::Refused`] if the first bytes and the ending of the name
    /// disagree.
    pub(crate) fn open(&self) -> Result<Box<dyn BufRead + 'a>, IngestError> {
        let io = |error| IngestError::io(&self.file, error);
        let (mut raw, size): (Box<dyn Read + 'a>, u64) = match self.place {
            Place::Bytes(bytes) => (Box::new(bytes), bytes.len() as u64),
            Place::Path(path) => {
                let handle = File::open(path).map_err(io)?;
                let metadata = handle.metadata().map_err(io)?;
                if metadata.is_dir() {
                    return Err(io(io::ErrorKind::IsADirectory.into()));
                }
                (Box::new(handle), metadata.len())
            }
        };
        let mut head = Vec::new();
        raw.by_ref().take(4).read_to_end(&mut head).map_err(io)?;
        self.check_magic(&head)?;
        let limit = match self.packing {
            Packing::None => self.limit,
            Packing::Gzip | Packing::Zstd => self.limit.min(FREE.max(size.saturating_mul(RATIO))),
        };
        let whole = BufReader::new(io::Cursor::new(head).chain(raw));
        let unpacked: Box<dyn Read + 'a> = match self.packing {
            Packing::None => Box::new(whole),
            Packing::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(whole)),
            Packing::Zstd => Box::new(zstd::stream::read::Decoder::with_buffer(whole).map_err(io)?),
        };
        Ok(Box::new(BufReader::with_capacity(1 << 16, Bounded { inner: unpacked, left: limit, limit })))
    }

    /// All unpacked bytes.
    ///
    /// # Errors
    /// As [`Input::open`]; [`IngestError::TooLarge`], [`IngestError::Damaged`].
    pub(crate) fn read_whole(&self) -> Result<Vec<u8>, IngestError> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes).map_err(|error| self.error(error))?;
        Ok(bytes)
    }

    /// What an error of the stream means.
    pub(crate) fn error(&self, error: io::Error) -> IngestError {
        if let Some(TooMuch(limit)) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
            let what = match self.packing {
                Packing::None => "the size in bytes",
                Packing::Gzip | Packing::Zstd => "the size in bytes, unpacked,",
            };
            return IngestError::TooLarge { file: self.file.clone(), what, limit: *limit };
        }
        let format = match self.packing {
            Packing::Gzip => "gzip",
            Packing::Zstd => "zstd",
            Packing::None => return IngestError::io(&self.file, error),
        };
        if error.raw_os_error().is_some() {
            return IngestError::io(&self.file, error);
        }
        IngestError::Damaged { file: self.file.clone(), format, detail: error.to_string() }
    }

    fn check_magic(&self, head: &[u8]) -> Result<(), IngestError> {
        let is_zstd = head == ZSTD || (head.get(1..) == Some(SKIPPABLE) && head[0] & 0xF0 == 0x50);
        let (rule, message, help) = match self.packing {
            Packing::Gzip if !head.starts_with(GZIP) => {
                ("not-gzip", "the name ends in .gz and the file is not gzip", "name it as what it is")
            }
            Packing::Zstd if !is_zstd => {
                ("not-zstd", "the name ends in .zst and the file is not zstd", "name it as what it is")
            }
            Packing::None if head.starts_with(GZIP) => (
                "gzip",
                "the file is compressed with gzip",
                "let its name end in .gz, or unpack it: gunzip FILE",
            ),
            Packing::None if is_zstd => (
                "zstd",
                "the file is compressed with zstd",
                "let its name end in .zst, or unpack it: unzstd FILE",
            ),
            _ => return Ok(()),
        };
        let problem = Problem::of_file(&self.file, rule, message).with_help(help);
        Err(IngestError::Refused { problems: problem.into() })
    }
}

/// A reader that fails once more than the limit has come.
struct Bounded<R> {
    inner: R,
    left: u64,
    limit: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        if self.left == 0 {
            let mut one = [0];
            return match self.inner.read(&mut one)? {
                0 => Ok(0),
                _ => Err(io::Error::other(TooMuch(self.limit))),
            };
        }
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let count = self.inner.read(&mut into[..room])?;
        self.left -= count as u64;
        Ok(count)
    }
}

#[cfg(test)]
mod tests;
