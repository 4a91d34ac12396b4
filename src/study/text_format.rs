//! How delivered text files are written: their letters, their separator, their decimal mark.
//!
//! All three are said by the study and never guessed: `1.234` is one number in one country and another one in the next.

use schemars::JsonSchema;
use serde::Deserialize;

use super::TextEncoding;

/// How delivered text files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextFormat {
    /// How the bytes of CSV and XPORT stand for text.
    pub encoding: TextEncoding,
    /// The character between the cells of a CSV.
    pub delimiter: Delimiter,
    /// The decimal mark in the numbers of a CSV.
    pub decimal: DecimalMark,
}

/// The character between the cells of a CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub enum Delimiter {
    /// `,`
    #[default]
    #[serde(rename = ",")]
    Comma,
    /// `;`
    #[serde(rename = ";")]
    Semicolon,
    /// A tab.
    #[serde(rename = "\t")]
    Tab,
}

impl Delimiter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The byte.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// In words, plural.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
        }
    }

    /// As it is written in a study file, with its quotes.
    pub fn in_study(self) -> &'static str {
        match self {
            Self::Comma => "\",\"",
            Self::Semicolon => "\";\"",
            Self::Tab => "\"\\t\"",
        }
    }
}

/// The decimal mark in the numbers of a CSV. The other mark is in no number: neither is taken for one that groups
/// thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub enum DecimalMark {
    /// `12.5`
    #[default]
    #[serde(rename = ".")]
    Point,
    /// `12,5`
    #[serde(rename = ",")]
    Comma,
}
