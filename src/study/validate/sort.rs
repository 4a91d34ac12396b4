//! What is compared is of one sort: numbers with numbers, text with text.

use std::collections::BTreeSet;

use super::{Check, SUBJECT_TABLES};
use crate::domain::{Kind, Table};
use crate::study::file::{Placed, WideKind};
use crate::study::{Expression, Literal, StudyError};

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Numbers, days, true or false: all are compared as numbers.
    Number,
    /// Text.
    Text,
}

/// The derived columns that hold text; the others hold numbers.
const DERIVED_TEXTS: [&str; 3] = ["hct_ci_band", "cond_intensity_derived", "adwp_class"];

impl Check<'_> {
    /// A condition compares no text with a number.
    pub(super) fn sorts(
        &self,
        text: &Placed,
        expression: &Expression,
        tables: &[&str],
    ) -> Result<(), StudyError> {
        let sort = |operand: &Expression| match operand {
            Expression::Column(name) => self.sort_of(name, tables),
            Expression::Literal(Literal::Text(_)) => Some(Sort::Text),
            Expression::Literal(Literal::Number(_) | Literal::Boolean(_)) => Some(Sort::Number),
            _ => None,
        };
        for (left, right) in expression.compared() {
            let (Some(of_left), Some(of_right)) = (sort(&left), sort(&right)) else { continue };
            if of_left != of_right {
                let help = match (&left, &right) {
                    (Expression::Column(_), Expression::Literal(Literal::Text(text)))
                    | (Expression::Literal(Literal::Text(text)), Expression::Column(_)) => {
                        format!("numbers stand without quotation marks: {text}")
                    }
                    _ => "text stands in quotation marks: 'ALLO'".to_owned(),
                };
                return Err(self.fail(Some(text.span()), left.unlike(&right), &help));
            }
        }
        Ok(())
    }

    /// A column whose values are times or are cut into bands holds numbers.
    pub(super) fn holds_numbers(&self, column: &Placed) -> Result<(), StudyError> {
        match self.sort_of(column.get_ref(), &SUBJECT_TABLES) {
            Some(Sort::Text) => Err(self.fail(
                Some(column.span()),
                format!("the column {} does not hold numbers", column.get_ref()),
                "",
            )),
            _ => Ok(()),
        }
    }

    /// A column of times is there, and holds numbers.
    pub(super) fn time_column(&self, column: &Placed, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        self.known_column(column, columns)?;
        self.holds_numbers(column)
    }

    /// What a column of these tables, or of the extract, holds.
    fn sort_of(&self, name: &str, tables: &[&str]) -> Option<Sort> {
        if let Some(wide) = &self.study.file.inputs.wide {
            return wide.columns.get(name).map(|column| match column.kind {
                _ if name == "subject_id" => Sort::Text,
                WideKind::Text => Sort::Text,
                WideKind::Integer | WideKind::Number => Sort::Number,
            });
        }
        let mut columns = tables.iter().filter_map(|table| Table::named(table)?.column(name));
        Some(match columns.next().map(|column| column.kind) {
            Some(Kind::Id | Kind::Category(_) | Kind::Code) => Sort::Text,
            None if DERIVED_TEXTS.contains(&name) => Sort::Text,
            Some(Kind::Day | Kind::Integer(..) | Kind::Real(..) | Kind::Flag) | None => Sort::Number,
        })
    }
}
