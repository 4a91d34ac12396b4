//! How the files of an input become a canonical table: the study's own words over those of a profile.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{MappedInput, Placed};
use super::profile::{AssumedDataset, DatasetMapping, Profile};
use super::{Expression, Study, StudyError};
use crate::domain::{Column, Kind, Table};

/// The code that leaves a row out.
pub const DROP: &str = "drop";

/// How delivered rows become rows of a canonical table.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    /// Canonical column -> where it comes from, for those that are not simply called so.
    pub columns: BTreeMap<String, MappedColumn>,
    /// Delivered column -> the only values that it may hold, if it is there.
    pub expect: BTreeMap<String, Vec<String>>,
    /// Which delivered rows are taken.
    pub condition: Option<Expression>,
    /// Texts that mean a missing value, besides the empty cell.
    pub missing: Vec<String>,
    /// What becomes of columns that nobody asked for.
    pub others: OtherColumns,
    /// The data set of a profile that is assumed; none where the study names it, or has no profile.
    pub assumed: Option<AssumedDataset>,
    /// The key of the input in the study file, for messages: `inputs.labs`.
    pub key: String,
    /// Whether the files have rows.
    pub rows: Rows,
}

/// Whether the files of a source, taken together, have rows below their headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    /// They have; a delivery without any is refused, for it cannot be told from one that was cut.
    #[default]
    Expected,
    /// They may have none: the study says so.
    MayBeNone,
}

/// What becomes of delivered columns that nobody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OtherColumns {
    /// They are refused.
    #[default]
    Refused,
    /// They are not taken, and listed.
    NotTaken,
}

/// Where the values of a canonical column come from.
#[derive(Debug, Clone, Default)]
pub struct MappedColumn {
    /// The delivered column; none where it is called as the canonical one.
    pub delivered: Option<Named>,
    /// The same value in every row, in place of a column.
    pub constant: Option<String>,
    /// Delivered code -> canonical code; if there are any, no other is taken.
    pub codes: BTreeMap<String, String>,
    /// Where the cell is empty: the text in the last parentheses of this delivered column.
    pub in_parentheses: Option<String>,
    /// How its days count.
    pub days: DayCount,
}

/// A delivered column by the name that somebody gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// By the study: it has to be there.
    ByStudy(String),
    /// By a profile: it may be absent unless its canonical column must be filled.
    ByProfile(String),
}

impl Named {
    /// The name.
    pub fn name(&self) -> &str {
        match self {
            Self::ByStudy(name) | Self::ByProfile(name) => name,
        }
    }
}

/// How days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayCount {
    /// ..., -1, 0, 1, ...: day 0 is the infusion.
    #[default]
    FromZero,
    /// ..., -1, 1, ...: there is no day 0, and day 1 is the infusion.
    NoDayZero,
}

impl Study {
    /// How a source of a table is read.
    ///
    /// # Errors
    /// [`StudyError`]: a profile, a column or a code that is not there, a condition that cannot be read.
    pub fn mapping(&self, table: &Table, source: &MappedInput) -> Result<Mapping, StudyError> {
        let fail = |message: String, help: &str| {
            let help = (!help.is_empty()).then(|| help.to_owned());
            StudyError::at(&self.path, &self.text, Some(source.files.span()), message, help)
        };
        let mut mapping = Mapping {
            missing: source.missing.clone(),
            rows: source.rows,
            key: format!("inputs.{}", table.name),
            ..Mapping::default()
        };
        if let Some(name) = &source.profile {
            let profile = Profile::load(name, &self.directory).map_err(|message| fail(message, ""))?;
            let of_dataset = profile
                .mapping(table.name, source.dataset.as_deref())
                .map_err(|message| fail(message, ""))?;
            mapping.take_profile(of_dataset);
            mapping.assumed = source.dataset.is_none().then(|| AssumedDataset {
                name: of_dataset.dataset.clone(),
                known: profile.datasets.clone(),
            });
        } else if source.dataset.is_some() {
            return Err(fail(
                format!("{}.dataset is a data set of a profile", mapping.key),
                "write profile = \"adam\"",
            ));
        }
        mapping.take_study(source);
        check(table, &mapping, source).map_err(|(message, help)| fail(message, &help))?;
        mapping.condition =
            source.condition.as_ref().map(|text| self.delivered_condition(text)).transpose()?;
        Ok(mapping)
    }

    /// A condition on delivered columns.
    ///
    /// # Errors
    /// [`StudyError`] if it cannot be read.
    pub fn delivered_condition(&self, text: &Placed) -> Result<Expression, StudyError> {
        Expression::parse(text.get_ref()).map_err(|error| {
            let message = format!("where = \"{}\": {}", text.get_ref(), error.message);
            StudyError::at(&self.path, &self.text, Some(text.span()), message, None)
        })
    }
}

impl Mapping {
    fn take_profile(&mut self, profile: &DatasetMapping) {
        self.others = OtherColumns::NotTaken;
        self.expect = profile.expect.clone();
        for (name, delivered) in &profile.columns {
            self.column(name).delivered = Some(Named::ByProfile(delivered.clone()));
        }
        for (name, codes) in &profile.codes {
            self.column(name).codes = codes.clone();
        }
        for (name, value) in &profile.constants {
            self.column(name).constant = Some(value.clone());
        }
        for (name, delivered) in &profile.in_parentheses {
            self.column(name).in_parentheses = Some(delivered.clone());
        }
        for name in &profile.no_day_0 {
            self.column(name).days = DayCount::NoDayZero;
        }
    }

    /// The study's own words win.
    fn take_study(&mut self, source: &MappedInput) {
        for (name, value) in &source.constants {
            let column = self.column(name);
            column.constant = Some(value.clone());
            column.delivered = None;
        }
        for (name, delivered) in &source.columns {
            let column = self.column(name);
            column.constant = None;
            column.delivered = Some(Named::ByStudy(delivered.clone()));
        }
        for (name, codes) in &source.codes {
            let column = self.column(name);
            column.codes.extend(codes.iter().map(|(code, meaning)| (code.clone(), meaning.clone())));
        }
        if let Some(names) = &source.no_day_0 {
            let names: BTreeSet<&String> = names.iter().collect();
            self.columns.values_mut().for_each(|column| column.days = DayCount::FromZero);
            for name in names {
                self.column(name).days = DayCount::NoDayZero;
            }
        }
    }

    fn column(&mut self, name: &str) -> &mut MappedColumn {
        self.columns.entry(name.to_owned()).or_default()
    }
}

/// What does not fit the table: a message and advice.
fn check(table: &Table, mapping: &Mapping, source: &MappedInput) -> Result<(), (String, String)> {
    let key = &mapping.key;
    if source.rows == Rows::MayBeNone && table.of_everybody() {
        let message = format!("{key}.may_be_empty: every subject has a row in {}", table.name);
        return Err((message, "remove the key".to_owned()));
    }
    for (name, mapped) in &mapping.columns {
        let Some(column) = table.column(name) else {
            let known: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            let message = format!("the table {} has no column {name}", table.name);
            return Err((message, format!("its columns are {}", known.join(", "))));
        };
        if source.constants.contains_key(name) && source.columns.contains_key(name) {
            let message = format!("{key} gives {name} both a column and a constant");
            return Err((message, "remove one of them".to_owned()));
        }
        if mapped.days == DayCount::NoDayZero && column.kind != Kind::Day {
            let days: Vec<&str> = table
                .columns
                .iter()
                .filter(|column| column.kind == Kind::Day)
                .map(|column| column.name)
                .collect();
            let message = format!("{key}.no_day_0 names {name}, which holds no days");
            return Err((message, format!("days are {}", days.join(", "))));
        }
        known_codes(key, column, mapped)?;
    }
    Ok(())
}

fn known_codes(key: &str, column: &Column, mapped: &MappedColumn) -> Result<(), (String, String)> {
    let Kind::Category(known) = column.kind else { return Ok(()) };
    for (code, meaning) in &mapped.codes {
        if !known.contains(&meaning.as_str()) && !matches!(meaning.as_str(), "" | DROP) {
            return Err((
                format!(
                    "{key}.codes.{}.\"{code}\" is \"{meaning}\", which is no code of {}",
                    column.name, column.name
                ),
                format!(
                    "the codes are {}, \"\" for no value, \"{DROP}\" to leave the row out",
                    known.join(", ")
                ),
            ));
        }
    }
    Ok(())
}
