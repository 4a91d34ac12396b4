//! A data set in one JSON document.
//!
//! The rows are read as they come, without being kept. Only if they stand before the metadata, which
//! no program writes but JSON allows, the file is read a second time.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::super::error::{IngestError, Problem};
use super::super::frame::{Frame, ReadOptions};
use super::super::packing::Input;
use super::cell::RowSeed;
use super::columns::Metadata;
use super::table::Table;
use super::{mark_left_out, parse_error, past_mark};

/// Without these no row can be read.
const NEEDED: [&str; 5] = ["datasetJSONVersion", "itemGroupOID", "name", "records", "columns"];

/// Reads the wanted columns of a document, or all.
pub(in super::super) fn read(
    input: &Input<'_>,
    wanted: Option<&[&str]>,
    options: &ReadOptions,
) -> Result<Frame, IngestError> {
    let table = |attributes: &Map<String, Value>| {
        let metadata = Metadata::read(input.file(), attributes.clone())?;
        Table::new(input.file(), metadata, wanted, (options, 1))
    };
    let first = Document::parse(input, |attributes| {
        NEEDED.iter().all(|name| attributes.contains_key(*name)).then(|| table(attributes)).transpose()
    })?;
    let notes = first.has_mark.then(|| mark_left_out(input)).into_iter().collect();
    let table = if let Some(table) = first.table {
        table
    } else {
        let attributes = first.attributes;
        let again = Document::parse(input, |_| table(&attributes).map(Some))?;
        again.table.map_or_else(|| table(&attributes), Ok)?
    };
    table.finish(options, notes)
}

/// The attributes of the first line of an NDJSON file.
pub(super) fn attributes(input: &Input<'_>, line: &[u8]) -> Result<Map<String, Value>, IngestError> {
    let mut document = Document::new(|_| Ok(None));
    let mut parser = serde_json::Deserializer::from_slice(line);
    let parsed = Top(&mut document).deserialize(&mut parser).and_then(|()| parser.end());
    parsed.map_err(|error| parse_error(input, error, 0))?;
    if document.has_rows {
        let message = "in NDJSON the rows stand on lines of their own";
        return Err(IngestError::Refused {
            problems: Problem::of_file(input.file(), "wrong-metadata", message).into(),
        });
    }
    Ok(document.attributes)
}

/// What was read of a document, and how to begin with its rows.
struct Document<F> {
    attributes: Map<String, Value>,
    has_rows: bool,
    /// Whether a byte-order mark stands before it.
    has_mark: bool,
    table: Option<Table>,
    /// Makes a table from the attributes before the rows; none to pass the rows over.
    begin: F,
    /// Why reading stopped, if not for the sake of the JSON.
    failure: Option<IngestError>,
}

impl<F: Fn(&Map<String, Value>) -> Result<Option<Table>, IngestError>> Document<F> {
    fn new(begin: F) -> Self {
        Self { attributes: Map::new(), has_rows: false, has_mark: false, table: None, begin, failure: None }
    }

    fn parse(input: &Input<'_>, begin: F) -> Result<Self, IngestError> {
        let mut document = Self::new(begin);
        let mut reader = input.open()?;
        document.has_mark = past_mark(&mut reader).map_err(|error| input.error(error))?;
        let mut parser = serde_json::Deserializer::from_reader(reader);
        let parsed = Top(&mut document).deserialize(&mut parser).and_then(|()| parser.end());
        match (parsed, document.failure.take()) {
            (_, Some(failure)) => Err(failure),
            (Err(error), None) => Err(parse_error(input, error, 0)),
            (Ok(()), None) => Ok(document),
        }
    }

    fn rows(&mut self) -> Result<Option<&mut Table>, IngestError> {
        self.has_rows = true;
        self.table = (self.begin)(&self.attributes)?;
        Ok(self.table.as_mut())
    }
}

/// The object at the top.
struct Top<'d, F>(&'d mut Document<F>);

impl<'de, F: Fn(&Map<String, Value>) -> Result<Option<Table>, IngestError>> DeserializeSeed<'de>
    for Top<'_, F>
{
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, F: Fn(&Map<String, Value>) -> Result<Option<Table>, IngestError>> Visitor<'de> for Top<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a data set")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let document = self.0;
        while let Some(key) = map.next_key::<String>()? {
            if document.attributes.contains_key(&key) || (key == "rows" && document.has_rows) {
                return Err(A::Error::custom("an attribute comes twice"));
            }
            if key != "rows" {
                document.attributes.insert(key, map.next_value()?);
                continue;
            }
            match document.rows() {
                Ok(Some(table)) => map.next_value_seed(Rows(table))?,
                Ok(None) => {
                    map.next_value::<IgnoredAny>()?;
                }
                Err(failure) => {
                    document.failure = Some(failure);
                    return Err(A::Error::custom("stopped"));
                }
            }
            if let Some(table) = document.table.as_ref().filter(|table| table.is_too_long()) {
                document.failure = Some(table.too_long());
            }
        }
        Ok(())
    }
}

/// The array of rows.
struct Rows<'t>(&'t mut Table);

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        while rows.next_element_seed(RowSeed(&mut *self.0))?.is_some() {
            if self.0.is_too_long() {
                return Err(A::Error::custom("too many rows"));
            }
        }
        Ok(())
    }
}
