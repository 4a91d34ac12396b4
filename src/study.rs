//! `study.toml` -> a validated [`Study`].

pub mod conditioning;
mod covariates;
pub mod definition;
pub mod design;
pub mod encoding;
pub mod endpoint;
pub mod engraftment;
pub mod error;
pub mod expression;
mod extras;
pub mod file;
pub mod horizon;
pub mod mapping;
pub mod milestone;
mod models;
mod needs;
mod nesting;
pub mod options;
pub mod person_time;
pub mod plan;
pub mod population;
pub mod profile;
pub mod quality;
mod raw;
mod resolve;
mod response;
pub mod response_rule;
mod rule_file;
pub mod schema;
mod screen;
pub mod share;
pub mod state;
pub mod term;
pub mod test;
pub mod text_format;
mod undecided;
pub mod unit;
mod validate;

use std::path::{Path, PathBuf};

use file::Placed;

pub use conditioning::ConditioningRules;
pub use covariates::CovariateProfile;
pub use definition::Definition;
pub use encoding::TextEncoding;
pub use endpoint::EndpointKind;
pub use engraftment::EngraftmentRules;
pub use error::StudyError;
pub use expression::{Comparison, Expression, Literal};
pub use file::{
    AnalysisKind, AnalysisSpec, EndpointSpec, InputSpec, StateSpec, StratumSpec, StudyFile, WideColumnSpec,
};
pub use horizon::Horizon;
pub use mapping::{DayCount, MappedColumn, Mapping, Named, OtherColumns, Rows};
pub use milestone::Milestone;
pub use nesting::{CausesOf, Confined, Counted, Exclusive, Grouping, Nested, Window};
pub use person_time::PersonTime;
pub use plan::{Part, PartEvent, Plan};
pub use population::Population;
pub use quality::RuleBook;
pub use resolve::{Endpoint, built_in_endpoints};
pub use response_rule::{ResponseRules, Rule, SHIPPED};
pub use state::State;
pub use term::ModelTerm;
pub use test::{Adjustment, TestName, Trend};
pub use text_format::{DecimalMark, Delimiter, TextFormat};
pub use undecided::UNDECIDED;
pub use unit::{UnitTable, decimal};

/// A study whose configuration has been read and checked.
#[derive(Debug, Clone)]
pub struct Study {
    /// What the file says.
    pub file: StudyFile,
    /// The directory that paths in the file are relative to.
    pub directory: PathBuf,
    /// The configuration file itself.
    pub path: PathBuf,
    /// Its text, for messages and hashes.
    pub text: String,
    /// The rules on the intensity of conditioning.
    pub conditioning: ConditioningRules,
    /// The rules on recovery of neutrophils and platelets.
    pub engraftment: EngraftmentRules,
    /// The text of both, for hashes.
    pub rule_text: String,
    /// The response rules, by disorder.
    pub response_rules: ResponseRules,
    /// The consistency rules of its data.
    pub rules: RuleBook,
}

impl Study {
    /// Reads and checks a study file.
    ///
    /// # Errors
    /// [`StudyError`] with the place in the file.
    pub fn load(path: &Path) -> Result<Self, StudyError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| StudyError::Unreadable { path: path.to_path_buf(), source })?;
        let directory = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
            _ => PathBuf::from("."),
        };
        undecided::refuse(path, &text)?;
        let file: StudyFile = toml::from_str(&text)
            .map_err(|error| StudyError::at(path, &text, error.span(), error.message().to_owned(), None))?;
        let rules = RuleBook::of(&file)
            .map_err(|message| StudyError::at(path, &text, None, format!("rules: {message}"), None))?;
        let mut study = Self {
            file,
            directory,
            path: path.to_path_buf(),
            text,
            conditioning: ConditioningRules::default(),
            engraftment: EngraftmentRules::default(),
            rule_text: String::new(),
            response_rules: ResponseRules::default(),
            rules,
        };
        validate::validate(&study)?;
        let (conditioning, engraftment) = (study.read_conditioning()?, study.read_engraftment()?);
        study.rule_text = conditioning.1 + &engraftment.1;
        (study.conditioning, study.engraftment) = (conditioning.0, engraftment.0);
        study.response_rules = study.read_rules()?;
        Ok(study)
    }

    /// Whether the study is a registry extract, one row a patient.
    pub fn is_wide(&self) -> bool {
        self.file.inputs.wide.is_some()
    }

    /// A path of the study file, as a path from the working directory.
    pub fn resolve(&self, path: &str) -> PathBuf {
        self.directory.join(path)
    }

    /// Where the canonical tables are kept.
    pub fn store_directory(&self) -> PathBuf {
        self.resolve(&self.file.output.store)
    }

    /// Where the reports are published.
    pub fn reports_directory(&self) -> PathBuf {
        self.resolve(&self.file.output.reports)
    }

    /// Whether the report is for everybody.
    pub fn is_release(&self) -> bool {
        self.file.study.release == file::ReleaseMode::Release
    }

    /// Where it is kept what was released before.
    pub fn releases_directory(&self) -> PathBuf {
        self.resolve(&self.file.output.releases)
    }

    /// Where the run log is kept.
    pub fn logs_directory(&self) -> PathBuf {
        self.resolve(&self.file.output.logs)
    }
}
