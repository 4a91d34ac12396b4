//! Fields that may be written in two ways: their shape in the file, before their place is noted.
//!
//! A value that may be one thing or another has one place: all its texts carry that of the whole.

use std::ops::Range;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::file::{CodedEvent, EventSpec, InputSpec, MappedInput, OneOrMany, TableEvent};

/// A text whose place in the file is known.
pub type Placed = Spanned<String>;

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a path, or { files = \"...\", columns = { ... }, missing = [...] }")]
pub(super) enum RawInput {
    Files(String),
    Mapped(RawMapped),
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMapped {
    files: String,
    #[serde(default)]
    columns: IndexMap<String, String>,
    #[serde(default)]
    missing: Vec<String>,
}

impl From<Spanned<RawInput>> for InputSpec {
    fn from(raw: Spanned<RawInput>) -> Self {
        let span = raw.span();
        match raw.into_inner() {
            RawInput::Files(files) => Self::Files(placed(&span, files)),
            RawInput::Mapped(RawMapped { files, columns, missing }) => {
                Self::Mapped(MappedInput { files: placed(&span, files), columns, missing })
            }
        }
    }
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "{ column = \"...\", codes = { 1 = \"...\" } }, or { table = \"...\", where = \"...\" }"
)]
pub(super) enum RawEvent {
    Codes(RawCodes),
    Rows(RawRows),
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCodes {
    column: String,
    codes: IndexMap<String, String>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRows {
    table: String,
    #[serde(rename = "where")]
    condition: String,
}

impl From<Spanned<RawEvent>> for EventSpec {
    fn from(raw: Spanned<RawEvent>) -> Self {
        let span = raw.span();
        match raw.into_inner() {
            RawEvent::Codes(RawCodes { column, codes }) => {
                Self::Codes(CodedEvent { column: placed(&span, column), codes })
            }
            RawEvent::Rows(RawRows { table, condition }) => {
                Self::Rows(TableEvent { table: placed(&span, table), condition: placed(&span, condition) })
            }
        }
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

fn placed(span: &Range<usize>, text: String) -> Placed {
    Spanned::new(span.clone(), text)
}
