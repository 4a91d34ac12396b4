//! A column of one row group.

use arrow::array::{Array, ArrayRef, ArrowPrimitiveType, AsArray, BooleanArray, PrimitiveArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Field, Float64Type, Int32Type, Int64Type, UInt64Type};

use super::super::super::error::IngestError;
use super::super::super::intern::Interner;
use super::super::super::number::NotANumber;
use super::super::{ColumnData, MISSING, text_column, validity};
use super::Stop;

/// Values decoded so far.
#[derive(Default)]
pub(super) enum Piece {
    #[default]
    Empty,
    Text(Vec<u32>, Interner),
    Integer(Vec<i64>, Vec<bool>),
    Real(Vec<f64>, Vec<bool>),
    Boolean(Vec<bool>, Vec<bool>),
}

pub(super) fn is_text(data_type: &DataType) -> bool {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

fn is_integer(data_type: &DataType) -> bool {
    data_type.is_integer() || data_type.is_null()
}

fn is_real(data_type: &DataType) -> bool {
    data_type.is_floating()
        || matches!(
            data_type,
            DataType::Decimal32(..)
                | DataType::Decimal64(..)
                | DataType::Decimal128(..)
                | DataType::Decimal256(..)
        )
}

/// Refuses what is neither text, number nor boolean.
pub(super) fn check_type(file: &str, field: &Field) -> Result<(), IngestError> {
    let data_type = field.data_type();
    if is_text(data_type) || is_integer(data_type) || is_real(data_type) || *data_type == DataType::Boolean {
        return Ok(());
    }
    let what = match data_type {
        DataType::Date32 | DataType::Date64 => "dates".to_owned(),
        DataType::Timestamp(..) | DataType::Time32(_) | DataType::Time64(_) => {
            "times of day or dates".to_owned()
        }
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => {
            "bytes that are not marked as text".to_owned()
        }
        other => format!("values of type {other}"),
    };
    Err(IngestError::UnsupportedType { file: file.to_owned(), name: field.name().clone(), what })
}

impl Piece {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Empty => 0,
            Self::Text(codes, _) => codes.len(),
            Self::Integer(values, _) => values.len(),
            Self::Real(values, _) => values.len(),
            Self::Boolean(values, _) => values.len(),
        }
    }

    /// Adds a decoded batch; `expected` rows will come in all.
    pub(super) fn push(&mut self, array: &dyn Array, expected: usize) -> Result<(), Stop> {
        if matches!(self, Self::Empty) {
            *self = Self::for_type(array.data_type(), expected);
        }
        let at = self.len();
        match self {
            Self::Empty => Ok(()),
            Self::Text(codes, interner) => push_text(codes, interner, array),
            Self::Integer(values, valid) => {
                push_integers(values, valid, array).map_err(|stop| stop.after(at))
            }
            Self::Real(values, valid) => push_reals(values, valid, array).map_err(|stop| stop.after(at)),
            Self::Boolean(values, valid) => {
                let array: &BooleanArray =
                    array.as_boolean_opt().ok_or_else(|| Stop::Damaged("not a boolean column".to_owned()))?;
                for row in 0..array.len() {
                    let there = array.is_valid(row);
                    values.push(there && array.value(row));
                    valid.push(there);
                }
                Ok(())
            }
        }
    }

    fn for_type(data_type: &DataType, expected: usize) -> Self {
        // A crafted file may announce more rows than memory holds; the rest grows as it comes.
        let expected = expected.min(1 << 20);
        let valid = Vec::with_capacity(expected);
        if is_text(data_type) {
            Self::Text(Vec::with_capacity(expected), Interner::default())
        } else if is_integer(data_type) {
            Self::Integer(Vec::with_capacity(expected), valid)
        } else if is_real(data_type) {
            Self::Real(Vec::with_capacity(expected), valid)
        } else {
            Self::Boolean(Vec::with_capacity(expected), valid)
        }
    }
}

impl Stop {
    fn after(self, rows: usize) -> Self {
        match self {
            Self::Value(row, what) => Self::Value(rows + row, what),
            Self::Damaged(detail) => Self::Damaged(detail),
        }
    }
}

fn push_text(codes: &mut Vec<u32>, interner: &mut Interner, array: &dyn Array) -> Result<(), Stop> {
    let wrong = || Stop::Damaged("not a text column".to_owned());
    let dictionary = array.as_dictionary_opt::<Int32Type>().ok_or_else(wrong)?;
    let levels = dictionary.values().as_string_opt::<i32>().ok_or_else(wrong)?;
    let numbers: Vec<u32> = (0..levels.len())
        .map(|level| if levels.is_valid(level) { interner.number(levels.value(level)) } else { MISSING })
        .collect();
    for key in dictionary.keys() {
        let code = match key {
            None => MISSING,
            Some(key) => {
                let level = usize::try_from(key).map_err(|_| wrong())?;
                *numbers.get(level).ok_or_else(wrong)?
            }
        };
        codes.push(code);
    }
    Ok(())
}

fn push_integers(values: &mut Vec<i64>, valid: &mut Vec<bool>, array: &dyn Array) -> Result<(), Stop> {
    if let Some(unsigned) = array.as_primitive_opt::<UInt64Type>() {
        for row in 0..unsigned.len() {
            let there = unsigned.is_valid(row);
            let value = if there { unsigned.value(row) } else { 0 };
            values.push(i64::try_from(value).map_err(|_| Stop::Value(row, NotANumber::IntegerOverflow))?);
            valid.push(there);
        }
        return Ok(());
    }
    // A column of type Null is missing throughout, as one of CSV without any value is.
    let wide = widened(array, &DataType::Int64)?;
    push_primitive::<Int64Type>(values, valid, &wide)
}

fn push_reals(values: &mut Vec<f64>, valid: &mut Vec<bool>, array: &dyn Array) -> Result<(), Stop> {
    let wide = widened(array, &DataType::Float64)?;
    let from = values.len();
    push_primitive::<Float64Type>(values, valid, &wide)?;
    match values[from..].iter().position(|value| !value.is_finite()) {
        Some(row) => Err(Stop::Value(row, NotANumber::NotFinite)),
        None => Ok(()),
    }
}

fn widened(array: &dyn Array, to: &DataType) -> Result<ArrayRef, Stop> {
    cast(array, to).map_err(|error| Stop::Damaged(error.to_string()))
}

fn push_primitive<T: ArrowPrimitiveType>(
    values: &mut Vec<T::Native>,
    valid: &mut Vec<bool>,
    array: &dyn Array,
) -> Result<(), Stop> {
    let array: &PrimitiveArray<T> =
        array.as_primitive_opt().ok_or_else(|| Stop::Damaged("not a number column".to_owned()))?;
    if array.null_count() == 0 {
        values.extend_from_slice(array.values());
        valid.resize(values.len(), true);
    } else {
        for value in array {
            values.push(value.unwrap_or_default());
            valid.push(value.is_some());
        }
    }
    Ok(())
}

/// A column of this type without rows.
fn nothing(data_type: &DataType) -> ColumnData {
    if is_text(data_type) {
        ColumnData::Text { codes: Vec::new(), levels: Vec::new() }
    } else if is_real(data_type) {
        ColumnData::Real { values: Vec::new(), valid: None }
    } else if *data_type == DataType::Boolean {
        ColumnData::Boolean { values: Vec::new(), valid: None }
    } else {
        ColumnData::Integer { values: Vec::new(), valid: None }
    }
}

/// The pieces of a column of this type, one after the other.
pub(super) fn concatenate(pieces: Vec<Piece>, data_type: &DataType) -> ColumnData {
    let mut pieces = pieces.into_iter().filter(|piece| piece.len() > 0);
    let mut whole = pieces.next().unwrap_or_default();
    for piece in pieces {
        append(&mut whole, piece);
    }
    match whole {
        Piece::Empty => nothing(data_type),
        Piece::Integer(values, valid) => ColumnData::Integer { values, valid: validity(valid) },
        Piece::Real(values, valid) => ColumnData::Real { values, valid: validity(valid) },
        Piece::Boolean(values, valid) => ColumnData::Boolean { values, valid: validity(valid) },
        Piece::Text(codes, interner) => text_column(codes, interner),
    }
}

fn append(whole: &mut Piece, piece: Piece) {
    match (whole, piece) {
        (Piece::Text(codes, interner), Piece::Text(mut more, other)) => {
            let (levels, place) = other.into_sorted();
            let numbers: Vec<u32> = levels.iter().map(|level| interner.number(level)).collect();
            renumber(&mut more, &place);
            renumber(&mut more, &numbers);
            codes.append(&mut more);
        }
        (Piece::Integer(values, valid), Piece::Integer(mut more, mut more_valid)) => {
            values.append(&mut more);
            valid.append(&mut more_valid);
        }
        (Piece::Real(values, valid), Piece::Real(mut more, mut more_valid)) => {
            values.append(&mut more);
            valid.append(&mut more_valid);
        }
        (Piece::Boolean(values, valid), Piece::Boolean(mut more, mut more_valid)) => {
            values.append(&mut more);
            valid.append(&mut more_valid);
        }
        // One column has one type in all its row groups; the count of rows would tell otherwise.
        _ => {}
    }
}

fn renumber(codes: &mut [u32], place: &[u32]) {
    for code in codes {
        *code = place.get(*code as usize).copied().unwrap_or(MISSING);
    }
}
