//! The fixed records of a transport file.

/// Bytes of a record.
pub(crate) const RECORD: usize = 80;
/// Bytes of the description of a variable.
pub(crate) const NAMESTR: usize = 140;
/// The same as VAX/VMS wrote it.
pub(crate) const NAMESTR_VAX: usize = 136;
/// Where a header record gives the number of variables: four digits.
pub(crate) const COUNT: std::ops::Range<usize> = 54..58;
/// Where the header record of a data set gives the bytes of a description: four digits.
pub(crate) const NAMESTR_LENGTH: std::ops::Range<usize> = 74..78;
/// Where a header record of version 8 gives the number of rows, or zeros.
pub(crate) const ROWS: std::ops::Range<usize> = 48..78;
/// Bytes of a header record that say which it is.
pub(crate) const NAME: usize = 48;

/// The version of a transport file; 8 and 9 share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V5,
    V8,
}

/// A header record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Library,
    Member,
    Descriptor,
    Namestr,
    Observations,
    /// Long names and labels; version 8 only.
    Labels,
    /// The same with long formats.
    LabelsAndFormats,
}

impl Part {
    /// The eight characters that name the record.
    pub(crate) fn tag(self, version: Version) -> &'static str {
        match (self, version) {
            (Self::Library, Version::V5) => "LIBRARY ",
            (Self::Library, Version::V8) => "LIBV8   ",
            (Self::Member, Version::V5) => "MEMBER  ",
            (Self::Member, Version::V8) => "MEMBV8  ",
            (Self::Descriptor, Version::V5) => "DSCRPTR ",
            (Self::Descriptor, Version::V8) => "DSCPTV8 ",
            (Self::Namestr, Version::V5) => "NAMESTR ",
            (Self::Namestr, Version::V8) => "NAMSTV8 ",
            (Self::Observations, Version::V5) => "OBS     ",
            (Self::Observations, Version::V8) => "OBSV8   ",
            (Self::Labels, _) => "LABELV8 ",
            (Self::LabelsAndFormats, _) => "LABELV9 ",
        }
    }

    /// The first 48 bytes of the record.
    pub(crate) fn name(self, version: Version) -> String {
        format!("HEADER RECORD*******{}HEADER RECORD!!!!!!!", self.tag(version))
    }

    /// Whether a record is this one.
    pub(crate) fn is(self, version: Version, record: &[u8; RECORD]) -> bool {
        record[..NAME] == *self.name(version).as_bytes()
    }
}
