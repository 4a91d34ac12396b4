//! `[inputs]`: the delivered files.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::study::raw::{Placed, RawInput};

/// The delivered files: canonical tables, or one wide extract.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// Share of the rows of a file that may be set aside; more, and the delivery is refused.
    #[serde(default)]
    pub quarantine: f64,
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
}

impl Inputs {
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

/// Files of a canonical table: a path with `*`, or a table with more.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "Spanned<RawInput>")]
#[schemars(with = "RawInput")]
pub enum InputSpec {
    /// A path; `*` stands for any text in the file name.
    Files(Placed),
    /// A path and how the columns are called there.
    Mapped(MappedInput),
}

/// Files of a canonical table whose columns are called differently.
#[derive(Debug, Clone)]
pub struct MappedInput {
    /// A path; `*` stands for any text in the file name.
    pub files: Placed,
    /// Canonical name -> delivered name.
    pub columns: IndexMap<String, String>,
    /// Texts that mean a missing value.
    pub missing: Vec<String>,
}

impl InputSpec {
    /// The path, with `*`.
    pub fn files(&self) -> &Placed {
        match self {
            Self::Files(files) | Self::Mapped(MappedInput { files, .. }) => files,
        }
    }

    /// How columns are called, and what is missing, where the study says so.
    pub fn mapped(&self) -> Option<&MappedInput> {
        match self {
            Self::Files(_) => None,
            Self::Mapped(mapped) => Some(mapped),
        }
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
    /// Name for people.
    pub label: Option<String>,
    /// Delivered code -> level; a code without one is refused.
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
