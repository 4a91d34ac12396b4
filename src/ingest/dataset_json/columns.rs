//! The metadata of a data set: its columns and how many rows there are.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::super::error::{IngestError, Problem};
use super::super::frame::growing::Growing;
use super::super::frame::{Detail, Temporal};

/// What the metadata say.
pub(super) struct Metadata {
    /// Rows.
    pub(super) records: usize,
    pub(super) columns: Vec<Column>,
}

/// A column.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) kind: Kind,
}

/// What the cells of a column hold, and what becomes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Real,
    /// A number written as text.
    Decimal,
    Boolean,
    /// ISO 8601 that stays text.
    Moment(Temporal),
    /// ISO 8601 that becomes a number as SAS counts.
    Counted(Temporal),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawMetadata {
    #[serde(rename = "itemGroupOID")]
    _item_group_oid: String,
    #[serde(rename = "name")]
    _name: String,
    records: usize,
    columns: Vec<RawColumn>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawColumn {
    #[serde(rename = "itemOID")]
    item_oid: String,
    name: String,
    label: String,
    data_type: DataType,
    target_data_type: Option<TargetDataType>,
    key_sequence: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum DataType {
    String,
    #[serde(rename = "URI")]
    Uri,
    Integer,
    Float,
    Double,
    Decimal,
    Boolean,
    Date,
    Datetime,
    Time,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TargetDataType {
    Integer,
    Decimal,
}

impl Metadata {
    /// Reads the attributes of a data set.
    ///
    /// # Errors
    /// [`IngestError::Refused`]: `not-dataset-json`, `wrong-metadata`.
    pub(super) fn read(file: &str, attributes: Map<String, Value>) -> Result<Self, IngestError> {
        let refused = |rule, message: String| {
            let problem = Problem::of_file(file, rule, message);
            IngestError::Refused { problems: problem.into() }
        };
        let version = attributes.get("datasetJSONVersion").and_then(Value::as_str).unwrap_or_default();
        if version != "1.1" && !version.starts_with("1.1.") {
            let message = "this is not a Dataset-JSON file of version 1.1".to_owned();
            return Err(refused("not-dataset-json", message));
        }
        let wrong = |what: &str| refused("wrong-metadata", format!("the metadata are not complete: {what}"));
        let raw: RawMetadata =
            serde_json::from_value(Value::Object(attributes)).map_err(|error| wrong(&told(&error)))?;
        if raw.columns.is_empty() {
            return Err(wrong("there are no columns"));
        }
        let mut oids = BTreeSet::new();
        let mut keys = BTreeSet::new();
        for column in &raw.columns {
            let is_key_new = column.key_sequence.is_none_or(|key| key > 0 && keys.insert(key));
            if column.name.trim().is_empty() || !oids.insert(column.item_oid.as_str()) || !is_key_new {
                return Err(wrong("a column has no name, or its itemOID or keySequence comes twice"));
            }
        }
        let columns = raw.columns.iter().map(|column| Column {
            name: column.name.clone(),
            label: column.label.trim().to_owned(),
            kind: column.kind(),
        });
        Ok(Self { records: raw.records, columns: columns.collect() })
    }
}

/// What the parser says without what it read: that may be data.
fn told(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.split_once('`') {
        Some(("missing field ", rest)) => {
            format!("there is no {}", rest.split('`').next().unwrap_or_default())
        }
        _ => match text.rsplit_once("expected ") {
            Some((_, wanted)) => format!("something else stands where {wanted} is expected"),
            None => "an attribute is not what Dataset-JSON has in its place".to_owned(),
        },
    }
}

impl RawColumn {
    fn kind(&self) -> Kind {
        let moment = |temporal| match self.target_data_type {
            Some(TargetDataType::Integer | TargetDataType::Decimal) => Kind::Counted(temporal),
            None => Kind::Moment(temporal),
        };
        match self.data_type {
            DataType::String | DataType::Uri => Kind::Text,
            DataType::Integer => Kind::Integer,
            DataType::Float | DataType::Double => Kind::Real,
            DataType::Decimal => Kind::Decimal,
            DataType::Boolean => Kind::Boolean,
            DataType::Date => moment(Temporal::Date),
            DataType::Datetime => moment(Temporal::DateTime),
            DataType::Time => moment(Temporal::Time),
        }
    }
}

impl Column {
    /// An empty column for its values.
    pub(super) fn growing(&self) -> Growing {
        match self.kind {
            Kind::Text | Kind::Moment(_) => Growing::text(),
            Kind::Integer => Growing::Integer(Vec::new(), Vec::new()),
            Kind::Real | Kind::Decimal | Kind::Counted(_) => Growing::Real(Vec::new(), Vec::new()),
            Kind::Boolean => Growing::Boolean(Vec::new(), Vec::new()),
        }
    }

    pub(super) fn detail(&self) -> Detail {
        let temporal = match self.kind {
            Kind::Moment(temporal) | Kind::Counted(temporal) => Some(temporal),
            Kind::Text | Kind::Integer | Kind::Real | Kind::Decimal | Kind::Boolean => None,
        };
        Detail { label: Some(self.label.clone()).filter(|label| !label.is_empty()), temporal }
    }
}
