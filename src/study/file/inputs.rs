//! `[inputs]`: the delivered files.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::study::raw::{Placed, RawConstant, RawInput};
use crate::study::{DecimalMark, Delimiter, Rows, TextEncoding, TextFormat};

/// The delivered files: canonical tables, or one wide extract.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// Share of the rows of a file that may be set aside; more, and the delivery is refused.
    #[serde(default)]
    pub quarantine: f64,
    /// Encoding of the text in CSV and XPORT files: `utf-8`, the default, `windows-1252` (in SAS `wlatin1`),
    /// `iso-8859-2`, `shift_jis` or another of the WHATWG Encoding Standard.
    #[serde(default)]
    pub encoding: TextEncoding,
    /// The character between the cells of CSV files: `,`, the default, `;` or a tab (`\\t`).
    #[serde(default)]
    pub delimiter: Delimiter,
    /// The decimal mark in the numbers of CSV files: `.`, the default, or `,`. The other mark is in no number.
    #[serde(default)]
    pub decimal: DecimalMark,
    /// Laboratory units beside those of the built-in table: test -> unit as delivered -> factor to the canonical
    /// unit.
    #[serde(default)]
    pub units: IndexMap<String, IndexMap<String, f64>>,
    /// One row a subject.
    pub patients: Option<InputSpec>,
    /// One row a transplant.
    pub transplants: Option<InputSpec>,
    /// One row an agent of the conditioning.
    pub regimen: Option<InputSpec>,
    /// One row a laboratory value.
    pub labs: Option<InputSpec>,
    /// One row a treatment.
    pub treatments: Option<InputSpec>,
    /// One row an event.
    pub events: Option<InputSpec>,
    /// One row a subject: last contact, death.
    pub followup: Option<InputSpec>,
    /// A registry extract, one row a patient.
    pub wide: Option<WideSpec>,
    /// CDISC ADTTE: times to event of the subjects of the canonical tables or `wide`, chosen by `event = { paramcd = ... }`.
    pub adtte: Option<AdtteSpec>,
}

impl Inputs {
    /// How the delivered text files are written.
    pub fn text(&self) -> TextFormat {
        TextFormat { encoding: self.encoding, delimiter: self.delimiter, decimal: self.decimal }
    }

    /// The canonical tables that the study names, in schema order.
    pub fn canonical(&self) -> Vec<(&'static crate::domain::Table, &InputSpec)> {
        crate::domain::table::TABLES
            .iter()
            .filter_map(|table| self.table(table.name).map(|spec| (table, spec)))
            .collect()
    }

    fn table(&self, name: &str) -> Option<&InputSpec> {
        match name {
            "patients" => self.patients.as_ref(),
            "transplants" => self.transplants.as_ref(),
            "regimen" => self.regimen.as_ref(),
            "labs" => self.labs.as_ref(),
            "treatments" => self.treatments.as_ref(),
            "events" => self.events.as_ref(),
            "followup" => self.followup.as_ref(),
            _ => None,
        }
    }
}

/// The files of a canonical table: a path with `*`, a table with more, or a list of these.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "Spanned<RawInput>")]
#[schemars(with = "RawInput")]
pub struct InputSpec {
    /// Where the rows come from; all of them together are the table.
    pub sources: Vec<MappedInput>,
}

/// Files of a canonical table, and how their rows become rows of the table.
#[derive(Debug, Clone)]
pub struct MappedInput {
    /// A path; `*` stands for any text in the file name.
    pub files: Placed,
    /// How the files are laid out: a built-in name, or the path of a mapping file.
    pub profile: Option<String>,
    /// Which data set of the profile the files are; without, the first that gives the table.
    pub dataset: Option<String>,
    /// Canonical name -> delivered name.
    pub columns: IndexMap<String, String>,
    /// Canonical column -> delivered code -> canonical code.
    pub codes: IndexMap<String, IndexMap<String, String>>,
    /// Canonical column -> the same value in every row.
    pub constants: IndexMap<String, String>,
    /// Which rows are taken: a condition on the delivered columns.
    pub condition: Option<Placed>,
    /// Canonical columns of days that count from 1, with -1 the day before.
    pub no_day_0: Option<Vec<String>>,
    /// Texts that mean a missing value.
    pub missing: Vec<String>,
    /// Whether the files have rows.
    pub rows: Rows,
}

impl InputSpec {
    /// The place of the table's files in the study file.
    pub fn span(&self) -> Option<std::ops::Range<usize>> {
        self.sources.first().map(|source| source.files.span())
    }
}

/// CDISC ADTTE, one row a subject and parameter.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdtteSpec {
    /// A path; `*` stands for any text in the file name.
    #[schemars(with = "String")]
    pub files: Placed,
    /// Which rows are taken: a condition on the delivered columns.
    #[serde(rename = "where")]
    #[schemars(with = "Option<String>")]
    pub condition: Option<Placed>,
    /// `subject_id`, `paramcd`, `aval`, `cnsr` or `unit` -> delivered name, where it is not that of ADaM.
    #[serde(default)]
    pub columns: IndexMap<String, String>,
    /// Texts that mean a missing value.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Unit of the times whose PARAM does not name one.
    pub time_unit: Option<TimeUnit>,
    /// What AVAL is on the day of origin; without, it is used as delivered.
    #[serde(default)]
    pub aval_origin: AvalOrigin,
}

impl AdtteSpec {
    /// The same as a source of rows.
    pub fn source(&self) -> MappedInput {
        MappedInput {
            files: self.files.clone(),
            profile: Some("adam".to_owned()),
            dataset: None,
            columns: self.columns.clone(),
            codes: IndexMap::new(),
            constants: IndexMap::new(),
            condition: self.condition.clone(),
            no_day_0: None,
            missing: self.missing.clone(),
            rows: Rows::Expected,
        }
    }
}

/// What a time to event is on the day from which it counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AvalOrigin {
    /// 0: times are used as delivered.
    #[default]
    Day0,
    /// 1: one day is taken off.
    Day1,
}

/// A value that stands in every row.
pub(in crate::study) fn text_of(constant: RawConstant) -> String {
    match constant {
        RawConstant::Flag(flag) => u8::from(flag).to_string(),
        RawConstant::Whole(number) => number.to_string(),
        RawConstant::Real(number) => number.to_string(),
        RawConstant::Text(text) => text,
    }
}

/// A registry extract.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WideSpec {
    /// A path; `*` stands for any text in the file name.
    #[schemars(with = "String")]
    pub files: Placed,
    /// Texts that mean a missing value; the empty cell always does.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Unit of every time in the file.
    #[serde(default)]
    pub time_unit: TimeUnit,
    /// Which rows are taken: a condition on the delivered columns.
    #[serde(rename = "where")]
    #[schemars(with = "Option<String>")]
    pub condition: Option<Placed>,
    /// The columns that are taken. No other enters the store.
    pub columns: IndexMap<String, WideColumnSpec>,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TimeUnit {
    /// Days.
    #[default]
    Days,
    /// Weeks.
    Weeks,
    /// 30.4375 days.
    Months,
    /// 365.25 days.
    Years,
}

impl TimeUnit {
    /// As the study writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    /// Days in one unit.
    pub fn days(self) -> f64 {
        match self {
            Self::Days => 1.0,
            Self::Weeks => 7.0,
            Self::Months => crate::study::horizon::DAYS_PER_MONTH,
            Self::Years => crate::study::horizon::DAYS_PER_YEAR,
        }
    }
}

/// What a column of a wide extract holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum WideKind {
    /// Whole numbers.
    Integer,
    /// Numbers.
    Number,
    /// Text, as a category.
    Text,
}

/// A column of a wide extract.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WideColumnSpec {
    /// What its cells hold.
    pub kind: WideKind,
    /// Its name in the files, where it is another.
    pub column: Option<String>,
    /// Name for people.
    pub label: Option<String>,
    /// Delivered code -> level, `""` where there is none, `"drop"` to leave the row out; a code without one is
    /// refused.
    #[serde(default)]
    pub recode: IndexMap<String, String>,
    /// Least value allowed.
    pub min: Option<f64>,
    /// Greatest value allowed.
    pub max: Option<f64>,
    /// Whether every cell must be filled.
    #[serde(default)]
    pub required: bool,
}
