//! An extract, one row a patient: its columns, and candidates for what only people can say.

use super::delivered::{Delivered, Form, counts, missing_key};
use super::screened::Refused;
use super::toml_text::{key, quoted};
use super::{Draft, PipelineError};
use crate::ingest::frame::ColumnData;
use crate::study::UNDECIDED;

/// A text column with more levels than this is not taken.
const MOST_LEVELS: usize = 20;
/// Words in the name of a column that holds a time.
const TIMES: [&str; 8] = ["time", "day", "month", "year", "surv", "follow", "fu", "t2"];
/// Words in the name of a column that identifies its row.
const IDENTIFIERS: [&str; 5] = ["subject_id", "usubjid", "subjid", "patient_id", "id"];

pub(super) fn draft(delivered: &[Delivered]) -> Result<Draft, PipelineError> {
    let Some(file) = delivered.iter().find(|file| file.form == Form::Wide) else {
        return Err(PipelineError::Proposal("name the delivered files with --from FILE...".to_owned()));
    };
    let identifier = IDENTIFIERS.into_iter().find_map(|wanted| {
        let is_it =
            |(name, values): &&(String, ColumnData)| name.eq_ignore_ascii_case(wanted) && unique(values);
        file.columns().iter().find(is_it).map(|(name, _)| name.as_str())
    });
    let mut inputs = input(file, identifier.unwrap_or_default(), None);
    inputs.insert_str(
        inputs.find("[inputs.wide.columns]").unwrap_or(0),
        &format!("time_unit = \"{UNDECIDED}\"            # days | weeks | months | years, of every time in the file\n"),
    );
    for other in delivered.iter().filter(|other| other.path != file.path) {
        inputs.push_str(&format!("# not used: {}, {}\n", other.path, other.form));
    }
    let rest = format!(
        "\n# [strata]\n# NAME = {{ column = \"...\" }}\n\n\
         [[endpoint]]\nname = \"os\"\nlabel = \"Overall survival\"\n\
         time = \"{UNDECIDED}\"                 # candidates: {}\n\
         event = {{ column = \"{UNDECIDED}\", codes = {{ 1 = \"death\" }} }}  # candidates: {}; name every code but 0\n\n\
         [[analysis]]\nendpoint = \"os\"\ntimes = [\"d100\", \"1y\", \"2y\"]\n",
        candidates(file, is_time),
        candidates(file, is_status)
    );
    Ok(Draft { id: "EXTRACT".to_owned(), cutoff: None, inputs, rest })
}

/// `[inputs.wide]` with a line for every column.
pub(super) fn input(file: &Delivered, identifier: &str, condition: Option<&str>) -> String {
    let condition = condition.map(|text| format!("where = {}\n", quoted(text))).unwrap_or_default();
    let missing = missing_key(&[file]).map(|line| format!("{line}\n")).unwrap_or_default();
    let mut text = format!(
        "[inputs.wide]\nfiles = {}\n{condition}{missing}\
         [inputs.wide.columns]              # only these enter the store\n",
        quoted(&file.path)
    );
    if !identifier.is_empty() {
        let column = if identifier == "subject_id" {
            String::new()
        } else {
            format!(", column = {}", quoted(identifier))
        };
        text.push_str(&format!("subject_id = {{ kind = \"text\"{column} }}\n"));
    }
    let refused = Refused::of(file, Some(identifier));
    for (name, values) in file.columns().iter().filter(|(name, _)| name != identifier) {
        text.push_str(&refused.comment(name).unwrap_or_else(|| line(file, name, values)));
    }
    text
}

fn line(file: &Delivered, name: &str, values: &ColumnData) -> String {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    let stored: String = if plain {
        name.to_owned()
    } else {
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
    };
    let column = if plain { String::new() } else { format!(", column = {}", quoted(name)) };
    let entry = |kind: &str| format!("{} = {{ kind = \"{kind}\"{column} }}", key(&stored));
    let levels = file.levels(name, MOST_LEVELS);
    let told = match levels.as_ref().filter(|levels| !levels.is_empty()) {
        Some(levels) => format!("  # {}", levels.keys().map(String::as_str).collect::<Vec<_>>().join(", ")),
        None => String::new(),
    };
    let is_identifier =
        IDENTIFIERS.iter().any(|wanted| name.eq_ignore_ascii_case(wanted)) || name.ends_with("ID");
    let different = || counts(values).len();
    match values {
        _ if file.is_temporal(name) => format!("# {}  # not taken: dates\n", entry("integer")),
        ColumnData::Integer { .. } if counts(values).is_empty() => {
            format!("# {}  # empty\n", entry("integer"))
        }
        ColumnData::Integer { .. } if is_identifier && unique(values) => {
            format!("# {}  # not taken: it seems to name rows\n", entry("text"))
        }
        ColumnData::Integer { .. } => format!("{}{told}\n", entry("integer")),
        ColumnData::Real { .. } => format!("{}\n", entry("number")),
        ColumnData::Boolean { .. } => format!("{}{told}\n", entry("text")),
        ColumnData::Text { .. } if levels.is_some() && !looks_like_dates(values) => {
            format!("{}{told}\n", entry("text"))
        }
        ColumnData::Text { .. } => {
            format!("# {}  # not taken: {} different texts\n", entry("text"), different())
        }
    }
}

fn unique(values: &ColumnData) -> bool {
    let counts = counts(values);
    counts.len() == values.len() && counts.values().all(|rows| *rows == 1)
}

/// Whether most texts begin like a date: a year, or two numbers with a sign between.
fn looks_like_dates(values: &ColumnData) -> bool {
    let counts = counts(values);
    let digits = |text: &str| text.chars().take(10).filter(char::is_ascii_digit).count();
    let like = counts.keys().filter(|text| digits(text) >= 5 && text.contains(['-', '/', '.'])).count();
    !counts.is_empty() && like * 2 > counts.len()
}

fn is_time(name: &str, values: &ColumnData) -> bool {
    let name = name.to_lowercase();
    let numbers = matches!(values, ColumnData::Integer { .. } | ColumnData::Real { .. });
    let named = TIMES.iter().any(|word| name.contains(word)) || (name.starts_with('t') && name.len() <= 3);
    let positive = (0..values.len()).filter_map(|row| values.number(row)).all(|value| value >= 0.0);
    numbers && named && positive && counts(values).len() > 2
}

fn is_status(_: &str, values: &ColumnData) -> bool {
    let counts = counts(values);
    matches!(values, ColumnData::Integer { .. })
        && (2..=4).contains(&counts.len())
        && counts.keys().all(|level| level.parse::<u8>().is_ok_and(|code| code <= 3))
        && counts.contains_key("0")
}

fn candidates(file: &Delivered, is_one: fn(&str, &ColumnData) -> bool) -> String {
    let refused = Refused::of(file, None);
    let found: Vec<&str> = file
        .columns()
        .iter()
        .filter(|(name, values)| is_one(name, values) && !refused.has(name))
        .map(|(name, _)| name.as_str())
        .collect();
    if found.is_empty() { "none seen".to_owned() } else { found.join(", ") }
}
