//! Fields that may be written in two ways: their shape in the file, before their place is noted.
//!
//! A value that may be one thing or another has one place: all its texts carry that of the whole.

use std::ops::Range;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Rows;
use super::file::{InputSpec, MappedInput, OneOrMany, text_of};

/// A text whose place in the file is known.
pub type Placed = Spanned<String>;

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "a path, { files = \"...\" } with profile, dataset, columns, codes, constants, where, no_day_0, \
                 missing, may_be_empty, or a list of these"
)]
pub(super) enum RawInput {
    One(RawSource),
    Many(Vec<RawSource>),
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "a path, or { files = \"...\" } with profile, dataset, columns, codes, constants, where, no_day_0, \
                 missing, may_be_empty"
)]
pub(super) enum RawSource {
    Files(String),
    Mapped(Box<RawMapped>),
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMapped {
    /// A path; `*` stands for any text in the file name.
    files: String,
    /// How the files are laid out: `adam`, or the path of a mapping file of one's own.
    profile: Option<String>,
    /// Which data set of the profile the files are; without, the first that gives the table.
    dataset: Option<String>,
    /// Canonical name -> delivered name.
    #[serde(default)]
    columns: IndexMap<String, String>,
    /// Canonical column -> delivered code -> canonical code, `""` where it has none, `"drop"` to leave the row out.
    /// A code that is not there is refused.
    #[serde(default)]
    codes: IndexMap<String, IndexMap<String, String>>,
    /// Canonical column -> the same value in every row.
    #[serde(default)]
    constants: IndexMap<String, RawConstant>,
    /// Which rows are taken: a condition on the delivered columns.
    #[serde(rename = "where")]
    condition: Option<String>,
    /// Canonical columns of days that count from 1, with -1 the day before, as ADY does.
    no_day_0: Option<Vec<String>>,
    /// Texts that mean a missing value.
    #[serde(default)]
    missing: Vec<String>,
    /// Whether the files may have no rows below their headers: `true` where nobody has any. Else such a delivery is
    /// refused.
    #[serde(default)]
    may_be_empty: bool,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a text, a number, or true or false")]
pub(super) enum RawConstant {
    Flag(bool),
    Whole(i64),
    Real(f64),
    Text(String),
}

impl From<Spanned<RawInput>> for InputSpec {
    fn from(raw: Spanned<RawInput>) -> Self {
        let span = raw.span();
        let sources = match raw.into_inner() {
            RawInput::One(one) => vec![one],
            RawInput::Many(many) => many,
        };
        Self { sources: sources.into_iter().map(|source| mapped(&span, source)).collect() }
    }
}

fn mapped(span: &Range<usize>, source: RawSource) -> MappedInput {
    let raw = match source {
        RawSource::Files(files) => RawMapped { files, ..RawMapped::default() },
        RawSource::Mapped(mapped) => *mapped,
    };
    MappedInput {
        files: placed(span, raw.files),
        profile: raw.profile,
        dataset: raw.dataset,
        columns: raw.columns,
        codes: raw.codes,
        constants: raw.constants.into_iter().map(|(name, value)| (name, text_of(value))).collect(),
        condition: raw.condition.map(|text| placed(span, text)),
        no_day_0: raw.no_day_0,
        missing: raw.missing,
        rows: if raw.may_be_empty { Rows::MayBeNone } else { Rows::Expected },
    }
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a name, or a list of names")]
pub(super) enum RawNames {
    One(String),
    Many(Vec<String>),
}

impl From<Spanned<RawNames>> for OneOrMany {
    fn from(raw: Spanned<RawNames>) -> Self {
        let span = raw.span();
        match raw.into_inner() {
            RawNames::One(one) => Self::One(placed(&span, one)),
            RawNames::Many(many) => Self::Many(many.into_iter().map(|one| placed(&span, one)).collect()),
        }
    }
}

/// A text at the place of the value that it is part of.
pub(super) fn placed(span: &Range<usize>, text: String) -> Placed {
    Spanned::new(span.clone(), text)
}
