//! Rows for which a condition holds, for whoever has plain columns.

use polars::prelude::*;

use super::condition::Conditions;
use super::error::{CohortError, engine};
use super::table::{Columns, series};
use crate::ingest::frame::ColumnData;

/// The rows, by their places, for which a condition holds; where it is missing it does not.
///
/// # Input
/// Columns of equal length, all that the condition reads; `place` says where the condition stands, for messages.
///
/// # Errors
/// [`CohortError::Condition`] where the condition does not fit its columns.
pub(crate) fn rows_where(
    place: &str,
    columns: Vec<(String, ColumnData)>,
    condition: &str,
) -> Result<Vec<usize>, CohortError> {
    let rows = columns.first().map_or(0, |(_, values)| values.len());
    let columns = columns.into_iter().map(|(name, values)| series(&name, values)).collect();
    let data = DataFrame::new(rows, columns).map_err(engine(place))?;
    let schema = data.schema().clone();
    let fulfilled = Conditions { schema: &schema, place: place.to_owned() }.read(condition)?;
    let result = Columns::collect(place, data.lazy().select([fulfilled.alias("fulfilled")]))?;
    let truths = result.truths("fulfilled")?;
    Ok((0..truths.len()).filter(|row| truths[*row] == Some(true)).collect())
}
