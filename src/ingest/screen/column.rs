//! A column that is looked through cell by cell.

use super::Finding;
use super::hint::Hints;
use super::normal::normal;
use super::numbers::{Numbers, is_number};
use super::texts::Texts;
use super::verdict::verdict;

/// What the study takes a column for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// The opaque identifier of the subject: codes that come once a subject are what is expected of it.
    Subject,
    /// Anything else.
    #[default]
    Value,
}

/// The counts of a column, cell by cell.
///
/// # Examples
/// ```
/// use engraft::ingest::screen::{Column, Kind, Role};
/// let mut column = Column::new(&["v17"], Role::Value);
/// for cell in ["2020-05-12", "2021-11-02", ""] {
///     column.see(cell);
/// }
/// assert_eq!(column.verdict(3).map(|finding| finding.kind), Some(Kind::FullDate));
/// ```
#[derive(Debug, Clone)]
pub struct Column {
    pub(super) hints: Hints,
    pub(super) role: Role,
    pub(super) numbers: Numbers,
    pub(super) texts: Texts,
    pub(super) is_calendar: bool,
}

impl Column {
    /// A column before its first cell. `described` is its name and whatever else says what it holds: its label.
    pub fn new(described: &[&str], role: Role) -> Self {
        Self {
            hints: Hints::of(described),
            role,
            numbers: Numbers::default(),
            texts: Texts::default(),
            is_calendar: false,
        }
    }

    /// The same, where the file itself says that the column holds dates.
    #[must_use]
    pub(crate) fn calendar(self, is_calendar: bool) -> Self {
        Self { is_calendar, ..self }
    }

    /// Looks at a cell. Nobody is told by an empty one.
    pub fn see(&mut self, cell: &str) {
        let text = normal(cell);
        let text = text.as_ref();
        if is_missing(text) {
        } else if is_number(text) {
            self.numbers.see(text);
        } else {
            self.texts.see(text);
        }
    }

    /// Cells that are filled.
    pub fn filled(&self) -> usize {
        self.numbers.cells + self.texts.cells
    }

    /// Distinct values, counted no further than [`super::DISTINCT_COUNTED`] numbers and as many texts.
    pub fn distinct(&self) -> usize {
        self.numbers.spread.distinct() + self.texts.spread.distinct()
    }

    /// What the column gives away, if anything, where its file has `units` subjects (or rows, if it names none).
    pub fn verdict(&self, units: usize) -> Option<Finding> {
        verdict(self, units)
    }

    /// Whether the values are identifiers that count up one by one, by what they end in.
    pub fn counts_up(&self) -> bool {
        let mut numbers: Vec<u64> = Vec::new();
        let spreads = [&self.numbers.spread, &self.texts.spread];
        for value in spreads.iter().flat_map(|spread| spread.values()) {
            let stem = value.trim_end_matches(|c: char| c.is_ascii_digit());
            numbers.extend(value[stem.len()..].parse::<u64>().ok());
        }
        numbers.sort_unstable();
        let steps = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
        numbers.len() >= 20 && steps as f64 >= 0.9 * (numbers.len() - 1) as f64
    }
}

/// What stands for a value that is missing, in small letters.
const MISSING: [&str; 44] = [
    "na",
    ".",
    "..",
    "...",
    "?",
    "??",
    "-",
    "--",
    "---",
    "_",
    "/",
    "x",
    "n/a",
    "n.a.",
    "null",
    "nan",
    "none",
    "unknown",
    "unk",
    "nk",
    "n/k",
    "nd",
    "n.d.",
    "n/d",
    "nr",
    "not done",
    "not known",
    "not recorded",
    "missing",
    "k.a.",
    "ka",
    "keine angabe",
    "unbekannt",
    "nicht bekannt",
    "inconnu",
    "desconocido",
    "sconosciuto",
    "brak",
    "brak danych",
    "onbekend",
    "не указано",
    "нет данных",
    "不明",
    "不詳",
];

fn is_missing(text: &str) -> bool {
    text.is_empty() || text.len() <= 24 && MISSING.contains(&text.to_lowercase().as_str())
}
