//! What a delivered file is, by its name: a format, and perhaps a packing around it.

use std::path::{Path, PathBuf};

use super::error::IngestError;

/// What the bytes hold once they are unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Parquet,
    Xport,
    /// Dataset-JSON, one document.
    DatasetJson,
    /// Dataset-JSON, one row a line.
    DatasetNdjson,
}

/// How the bytes are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    None,
    Gzip,
    Zstd,
}

/// A format and its packing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileKind {
    pub(crate) format: Format,
    pub(crate) packing: Packing,
}

const FORMATS: [(&str, Format); 5] = [
    ("csv", Format::Csv),
    ("parquet", Format::Parquet),
    ("xpt", Format::Xport),
    ("json", Format::DatasetJson),
    ("ndjson", Format::DatasetNdjson),
];

impl FileKind {
    /// What a file is, by the ending of its name.
    ///
    /// # Errors
    /// [`IngestError::UnknownFormat`]; also for a packed Parquet file, which packs its own pages.
    pub(crate) fn of(path: &Path) -> Result<Self, IngestError> {
        let unknown = || IngestError::UnknownFormat { file: path.display().to_string() };
        let packing = match ending(path).as_deref() {
            Some("gz") => Packing::Gzip,
            Some("zst") => Packing::Zstd,
            _ => Packing::None,
        };
        let inner = match packing {
            Packing::None => path,
            Packing::Gzip | Packing::Zstd => Path::new(path.file_stem().ok_or_else(unknown)?),
        };
        let found = ending(inner).ok_or_else(unknown)?;
        let (_, format) = FORMATS.into_iter().find(|(ending, _)| *ending == found).ok_or_else(unknown)?;
        if format == Format::Parquet && packing != Packing::None {
            return Err(unknown());
        }
        Ok(Self { format, packing })
    }
}

/// The file and the data set of `FILE.xpt#NAME`; without `#` the file alone.
pub(crate) fn split_member(path: &Path) -> (PathBuf, Option<String>) {
    let named = || {
        let (file, member) = path.to_str()?.rsplit_once('#')?;
        let is_xport = FileKind::of(Path::new(file)).is_ok_and(|kind| kind.format == Format::Xport);
        (is_xport && !member.is_empty()).then(|| (PathBuf::from(file), Some(member.to_owned())))
    };
    named().unwrap_or_else(|| (path.to_owned(), None))
}

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str) -> Option<(Format, Packing)> {
        FileKind::of(Path::new(name)).ok().map(|kind| (kind.format, kind.packing))
    }

    #[test]
    fn endings_tell_format_and_packing() {
        for (name, expected) in [
            ("a.csv", Some((Format::Csv, Packing::None))),
            ("dir.xpt/a.csv.gz", Some((Format::Csv, Packing::Gzip))),
            ("ADTTE.XPT", Some((Format::Xport, Packing::None))),
            ("adtte.xpt.zst", Some((Format::Xport, Packing::Zstd))),
            ("adtte.json.GZ", Some((Format::DatasetJson, Packing::Gzip))),
            ("adtte.ndjson.zst", Some((Format::DatasetNdjson, Packing::Zstd))),
            ("a.parquet", Some((Format::Parquet, Packing::None))),
            ("a.parquet.gz", None),
            ("a.gz", None),
            ("a", None),
            (".csv", None),
            ("a.tsv", None),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }
}
