//! What keeps a cohort from being derived.

use polars::error::PolarsError;

use crate::ingest::IngestError;
use crate::ingest::screen::code_or_shape;

/// Why a cohort could not be derived.
#[derive(Debug, thiserror::Error)]
pub enum CohortError {
    /// The store lacks a table that every study needs.
    #[error("the store has no table {table}")]
    MissingTable {
        /// The table.
        table: String,
    },
    /// A subject of a registry extract cannot be explained.
    #[error(
        "a registry extract has no laboratory values and events to explain; its columns are the explanation"
    )]
    NotCanonical,
    /// The study lacks a table without which an endpoint would be wrong.
    #[error("the endpoint {endpoint} needs the table {table}, which the study does not have")]
    EndpointNeeds {
        /// The endpoint.
        endpoint: String,
        /// The table.
        table: &'static str,
    },
    /// A stored table lacks a column.
    #[error("the stored table {table} has no column {column}")]
    MissingColumn {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A condition cannot be evaluated on the columns as they are stored.
    #[error("{place}: {message}")]
    Condition {
        /// Where in the study it stands.
        place: String,
        /// What does not fit.
        message: String,
    },
    /// A laboratory unit that is not known for its test.
    #[error(
        "{rows} values of {test} have the unit '{}', which is not known for that test",
        code_or_shape(unit)
    )]
    UnknownUnit {
        /// The test.
        test: String,
        /// The unit.
        unit: String,
        /// How many values.
        rows: u64,
    },
    /// An event code that the study does not name.
    #[error(
        "endpoint {endpoint}: the column {column} has the code '{}' in {rows} rows, which codes does not name",
        code_or_shape(code)
    )]
    UnnamedCode {
        /// The endpoint.
        endpoint: String,
        /// The column.
        column: String,
        /// The code.
        code: String,
        /// How many rows.
        rows: u64,
    },
    /// A time before day 0.
    #[error("endpoint {endpoint}: the column {column} has a negative time in {rows} rows")]
    NegativeTime {
        /// The endpoint.
        endpoint: String,
        /// The column.
        column: String,
        /// How many rows.
        rows: u64,
    },
    /// A column that should hold numbers does not.
    #[error("{place}: the column {column} does not hold numbers")]
    NotNumbers {
        /// Endpoint or stratum.
        place: String,
        /// The column.
        column: String,
    },
    /// Endpoints that compete with one another in a circle.
    #[error("the endpoints compete in a circle: {}", endpoints.join(" -> "))]
    Cycle {
        /// The circle.
        endpoints: Vec<String>,
    },
    /// An endpoint that the study does not have.
    #[error("there is no endpoint {endpoint}")]
    UnknownEndpoint {
        /// The name.
        endpoint: String,
    },
    /// Two rows for one subject where one is expected.
    #[error("the table {table} has more than one row for {subjects} subjects")]
    DuplicateSubjects {
        /// The table.
        table: String,
        /// How many subjects.
        subjects: u64,
    },
    /// A stored table cannot be read.
    #[error("the stored table {table}: {source}")]
    Unreadable {
        /// The table.
        table: String,
        /// Why.
        source: Box<IngestError>,
    },
    /// The data engine failed.
    #[error("the table {table} cannot be queried")]
    Engine {
        /// The table.
        table: String,
        /// Why.
        source: Box<PolarsError>,
    },
}

/// Turns an engine error into one that names the table.
pub(super) fn engine(table: &str) -> impl Fn(PolarsError) -> CohortError + '_ {
    move |source| CohortError::Engine { table: table.to_owned(), source: Box::new(source) }
}
