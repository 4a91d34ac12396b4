//! What a column can give away.

use std::fmt;

/// A kind of identifying content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Names of persons, or their initials.
    Name,
    /// E-mail addresses, telephone numbers, streets.
    Contact,
    /// National, insurance or account numbers.
    NationalNumber,
    /// Numbers of hospital records and the like.
    RecordNumber,
    /// Codes that hardly ever repeat and are of no vocabulary that is known.
    Code,
    /// Full dates.
    FullDate,
    /// Dates of birth.
    BirthDate,
    /// Ages above 89 that are not top-coded at 90.
    Age,
    /// Postcodes of small areas.
    Postcode,
    /// IP addresses.
    IpAddress,
    /// Links.
    Url,
    /// Free text: words that are mostly said once.
    FreeText,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::Contact,
        Self::NationalNumber,
        Self::RecordNumber,
        Self::Code,
        Self::FullDate,
        Self::BirthDate,
        Self::Age,
        Self::Postcode,
        Self::IpAddress,
        Self::Url,
        Self::FreeText,
    ];

    /// The code of the rule in messages.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Name => "identifying-name",
            Self::Contact => "contact-detail",
            Self::NationalNumber => "national-number",
            Self::RecordNumber => "record-number",
            Self::Code => "telling-code",
            Self::FullDate => "full-date",
            Self::BirthDate => "birth-date",
            Self::Age => "age-above-89",
            Self::Postcode => "postcode",
            Self::IpAddress => "ip-address",
            Self::Url => "url",
            Self::FreeText => "free-text",
        }
    }

    /// In words, plural.
    pub fn words(self) -> &'static str {
        match self {
            Self::Name => "names of persons",
            Self::Contact => "contact details",
            Self::NationalNumber => "national, insurance or account numbers",
            Self::RecordNumber => "record numbers",
            Self::Code => "codes that tell one subject from another",
            Self::FullDate => "full dates",
            Self::BirthDate => "dates of birth",
            Self::Age => "ages above 89 that are not top-coded at 90",
            Self::Postcode => "postcodes",
            Self::IpAddress => "IP addresses",
            Self::Url => "links",
            Self::FreeText => "free text",
        }
    }

    /// What can be done about it.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::FullDate => "deliver whole days from the first infusion",
            Self::BirthDate => "deliver the age in years, 90 for 90 and above",
            Self::Age => "write 90 for every age of 90 and above",
            Self::Postcode => "deliver a region",
            Self::FreeText => "deliver codes, or leave the column out",
            Self::Name
            | Self::Contact
            | Self::NationalNumber
            | Self::RecordNumber
            | Self::Code
            | Self::IpAddress
            | Self::Url => "leave the column out",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// What a column gives away: a kind and counts, never a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// The kind.
    pub kind: Kind,
    /// Cells that look like it.
    pub cells: usize,
    /// Cells that are filled.
    pub filled: usize,
}
