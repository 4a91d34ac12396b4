//! Fields that may be written in two ways: their shape in the file, before their place is noted.
//!
//! A value that may be one thing or another has one place: all its texts carry that of the whole.

use std::ops::Range;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::file::{InputSpec, MappedInput, OneOrMany};

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
