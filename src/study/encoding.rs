//! How the bytes of delivered text stand for characters.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Deserialize;

/// An encoding of text, by one of its labels in the WHATWG Encoding Standard: `utf-8` (the default),
/// `windows-1252` (SAS calls it `wlatin1`), `iso-8859-2`, `shift_jis`, ... As on the web, `latin1` means
/// `windows-1252`.
///
/// It is said, never guessed: most bytes are some text in any encoding of one byte a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String")]
pub struct TextEncoding(&'static encoding_rs::Encoding);

impl Default for TextEncoding {
    fn default() -> Self {
        Self(encoding_rs::UTF_8)
    }
}

impl TryFrom<String> for TextEncoding {
    type Error = String;

    fn try_from(label: String) -> Result<Self, String> {
        encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()).map(Self).ok_or_else(|| {
            format!("unknown encoding `{label}`; known are utf-8, windows-1252, iso-8859-2, shift_jis and the others of the WHATWG Encoding Standard")
        })
    }
}

impl TextEncoding {
    /// Its name, as `windows-1252`.
    pub fn name(self) -> String {
        self.0.name().to_ascii_lowercase()
    }

    /// Whether it is UTF-8.
    pub fn is_utf8(self) -> bool {
        self.0 == encoding_rs::UTF_8
    }

    /// The text that some bytes stand for; none if they stand for none. A byte-order mark is kept.
    pub fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        self.0.decode_without_bom_handling_and_without_replacement(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(label: &str) -> TextEncoding {
        TextEncoding::try_from(label.to_owned()).expect("known")
    }

    #[test]
    fn the_same_byte_is_another_letter_in_another_encoding() {
        assert_eq!(encoding("windows-1252").decode(b"\xe6\x80").as_deref(), Some("æ€"));
        assert_eq!(encoding("iso-8859-2").decode(b"\xe6").as_deref(), Some("ć"));
        assert_eq!(encoding("shift_jis").decode(b"\x8a\xb3").as_deref(), Some("患"));
        assert_eq!(TextEncoding::default().decode(b"\xe6"), None);
        assert_eq!(encoding("latin1"), encoding("windows-1252"));
        assert_eq!(encoding("Windows-1252").name(), "windows-1252");
    }

    #[test]
    fn an_unknown_label_is_named() {
        assert!(TextEncoding::try_from("wlatin1".to_owned()).unwrap_err().contains("wlatin1"));
    }
}
