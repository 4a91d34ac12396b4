//! Pieces of TOML.

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A key, in quotes where it needs them.
pub(super) fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if bare { name.to_owned() } else { quoted(name) }
}

/// `["a", "b"]`.
pub(super) fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<String> = texts.into_iter().map(quoted).collect();
    format!("[{}]", texts.join(", "))
}

/// A text of sections with some lines below the heading of one of them, which is put first if it is not there.
pub(super) fn below(heading: &str, lines: &str, text: &str) -> String {
    if lines.is_empty() {
        return text.to_owned();
    }
    match text.split_once(&format!("{heading}\n")) {
        Some((before, after)) => format!("{before}{heading}\n{lines}{after}"),
        None => format!("{heading}\n{lines}\n{text}"),
    }
}
