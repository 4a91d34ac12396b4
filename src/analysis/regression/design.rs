//! Columns of a file -> columns of a design matrix.

use crate::analysis::factor::{Factor, MISSING};
use crate::analysis::plain::PlainError;
use crate::analysis::reduce::numbers;
use crate::ingest::frame::ColumnData;

/// More levels than this, and a column is no category.
const MOST_LEVELS: usize = 200;

/// A covariate as the user names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Covariate {
    /// Its column.
    pub column: String,
    /// The level that the others are compared with; it makes a numeric column categorical.
    pub reference: Option<String>,
}

impl Covariate {
    /// Reads `age` or `rx=Obs`.
    ///
    /// # Errors
    /// A sentence naming what cannot be read.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (column, reference) = match text.split_once('=') {
            None => (text, None),
            Some((column, level)) => (column, Some(level.to_owned())),
        };
        if column.is_empty() || reference.as_ref().is_some_and(String::is_empty) {
            return Err(format!("'{text}' is not a covariate; write age,sex,rx=Obs"));
        }
        Ok(Self { column: column.to_owned(), reference })
    }
}

/// The columns of a design matrix, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Design {
    /// One a term: `age`, `rx:Lev+5FU`.
    pub(super) names: Vec<String>,
    /// The values of the rows, a column after the other.
    pub(super) values: Vec<f64>,
    /// Categories that have one level only.
    pub(super) constant: Vec<String>,
}

impl Design {
    /// Adds the terms of a covariate, for the rows of `source`.
    ///
    /// # Errors
    /// [`PlainError::Usage`] where the reference is not a level, or there are too many levels.
    pub(super) fn add(
        &mut self,
        covariate: &Covariate,
        column: &ColumnData,
        source: &[usize],
    ) -> Result<(), PlainError> {
        let is_number = matches!(column, ColumnData::Integer { .. } | ColumnData::Real { .. });
        match numbers((&covariate.column, column)) {
            Ok(values) if is_number && covariate.reference.is_none() => {
                self.names.push(covariate.column.clone());
                self.values.extend(source.iter().map(|row| values[*row]));
                Ok(())
            }
            _ => self.add_levels(covariate, column, source),
        }
    }

    fn add_levels(
        &mut self,
        covariate: &Covariate,
        column: &ColumnData,
        source: &[usize],
    ) -> Result<(), PlainError> {
        let name = &covariate.column;
        let whole = Factor::of(name, column);
        let codes = source.iter().map(|row| whole.codes[*row]).collect();
        let reference = covariate.reference.as_slice();
        let factor = Factor { codes, ..whole }.ordered(reference);
        if let Some(level) = reference.first().filter(|level| factor.levels.first() != Some(level)) {
            let levels: Vec<&str> = factor.levels.iter().take(12).map(String::as_str).collect();
            let levels = levels.join(", ");
            return Err(PlainError::Usage(format!(
                "the covariate {name} has no level {level} in the rows used; its levels are {levels}"
            )));
        }
        if factor.levels.len() > MOST_LEVELS {
            let message = format!(
                "the covariate {name} holds {} different values that are not numbers: it does not look like a category",
                factor.levels.len()
            );
            return Err(PlainError::Usage(message));
        }
        if factor.levels.len() < 2 {
            // A column of zeros: the estimator says why it has no coefficient.
            self.constant.push(name.clone());
            self.names.push(name.clone());
            self.values.extend(source.iter().map(|_| 0.0));
        }
        for (code, level) in (0_u32..).zip(&factor.levels).skip(1) {
            self.names.push(format!("{name}:{level}"));
            self.values.extend(factor.codes.iter().map(|own| f64::from(u8::from(*own == code))));
        }
        debug_assert!(
            factor.codes.iter().all(|code| *code != MISSING),
            "incomplete rows are left out before"
        );
        Ok(())
    }

    /// Refuses two terms of one name.
    ///
    /// # Errors
    /// [`PlainError::Usage`] naming the term.
    pub(super) fn check_names(&self) -> Result<(), PlainError> {
        for (index, name) in self.names.iter().enumerate() {
            if name == super::model_rows::GLOBAL || self.names[..index].contains(name) {
                return Err(PlainError::Usage(format!("there are two terms called {name}")));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(codes: &[u32], levels: &[&str]) -> ColumnData {
        ColumnData::Text { codes: codes.to_vec(), levels: levels.iter().map(ToString::to_string).collect() }
    }

    fn design(covariate: &str, column: &ColumnData, source: &[usize]) -> Result<Design, PlainError> {
        let mut design = Design::default();
        design.add(&Covariate::parse(covariate).unwrap(), column, source)?;
        Ok(design)
    }

    #[test]
    fn the_first_level_of_the_rows_used_is_the_reference() {
        let rx = text(&[2, 0, 1, 2], &["Lev", "Lev+5FU", "A"]);
        let all = design("rx", &rx, &[0, 1, 2, 3]).unwrap();
        assert_eq!(all.names, ["rx:Lev", "rx:Lev+5FU"]);
        assert_eq!(all.values, [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
        assert_eq!(design("rx", &rx, &[1, 2]).unwrap().names, ["rx:Lev+5FU"]);
        assert_eq!(design("rx=Lev+5FU", &rx, &[1, 2]).unwrap().names, ["rx:Lev"]);
        assert!(matches!(design("rx=A", &rx, &[1, 2]), Err(PlainError::Usage(_))));
    }

    #[test]
    fn numbers_are_linear_unless_a_reference_is_named() {
        let group = ColumnData::Integer { values: vec![1, 3, 10], valid: None };
        assert_eq!(design("group", &group, &[0, 1, 2]).unwrap().values, [1.0, 3.0, 10.0]);
        assert_eq!(design("group=3", &group, &[0, 1, 2]).unwrap().names, ["group:1", "group:10"]);
    }

    #[test]
    fn one_level_is_a_term_without_a_coefficient() {
        let sex = text(&[0, 0], &["F"]);
        let design = design("sex", &sex, &[0, 1]).unwrap();
        assert_eq!((design.names, design.values), (vec!["sex".to_owned()], vec![0.0, 0.0]));
    }

    #[test]
    fn what_is_no_covariate_is_refused() {
        for bad in ["", "=x", "x="] {
            assert!(Covariate::parse(bad).is_err(), "{bad}");
        }
    }
}
