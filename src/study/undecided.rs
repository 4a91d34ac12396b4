//! Choices that a proposed study leaves to people.

use std::path::Path;

use toml::Value;

use super::StudyError;

/// What stands where people have to choose.
pub const UNDECIDED: &str = "UNDECIDED";

/// Refuses a study in which choices are open, and names every one of them.
pub(super) fn refuse(path: &Path, text: &str) -> Result<(), StudyError> {
    // A text that is no TOML is refused where it is read.
    let Ok(value) = toml::from_str::<Value>(text) else { return Ok(()) };
    let mut open = Vec::new();
    collect(&value, String::new(), &mut open);
    if open.is_empty() {
        return Ok(());
    }
    let start = text.find(&format!("\"{UNDECIDED}")).or_else(|| text.find(&format!("'{UNDECIDED}")));
    let span = start.map(|start| start + 1..start + 1 + UNDECIDED.len());
    let count =
        if open.len() == 1 { "1 choice is".to_owned() } else { format!("{} choices are", open.len()) };
    let message = format!("{count} undecided:\n{}", open.join("\n"));
    Err(StudyError::at(path, text, span, message, Some(format!("write what holds in place of {UNDECIDED}"))))
}

fn collect(value: &Value, place: String, open: &mut Vec<String>) {
    let below = |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
    match value {
        Value::String(text) if text.contains(UNDECIDED) => open.push(place),
        Value::Table(table) => {
            for (name, value) in table {
                let bare = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
                let name = if bare { name.clone() } else { format!("\"{name}\"") };
                collect(value, below(&name), open);
            }
        }
        Value::Array(values) => {
            for (number, value) in values.iter().enumerate() {
                let name = value.get("name").and_then(Value::as_str).map(|name| format!("{place} {name}"));
                let place = name.unwrap_or_else(|| format!("{place}[{}]", number + 1));
                collect(value, place, open);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_open_choice_is_named() {
        let text = "[study]\ncutoff = \"UNDECIDED\"\n[inputs.events.codes.type]\n\"Some term\" = \"UNDECIDED\"\n\
            Known = \"CMV\"\n[[endpoint]]\nname = \"os\"\ntime = \"UNDECIDED\"\n";
        let error = refuse(Path::new("study.toml"), text).unwrap_err().to_string();
        assert!(error.starts_with("3 choices are undecided"), "{error}");
        for place in ["study.cutoff", "inputs.events.codes.type.\"Some term\"", "endpoint os.time"] {
            assert!(error.contains(place), "{error}");
        }
        assert!(refuse(Path::new("study.toml"), "[study]\nid = \"x\" # UNDECIDED\n").is_ok());
    }
}
