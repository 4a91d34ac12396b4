//! Conditions of a study as expressions of the engine.

use polars::prelude::*;

use super::error::CohortError;
use crate::study::{Comparison, Expression, Literal};

/// What the values of an expression are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Number,
    Text,
    Truth,
}

/// Turns the conditions that stand at a place of the study into expressions over some columns.
pub(super) struct Conditions<'a> {
    /// Names and types of the columns.
    pub(super) schema: &'a Schema,
    /// Where the condition stands, for messages.
    pub(super) place: String,
}

impl Conditions<'_> {
    /// The condition as an expression that gives true, false or missing.
    pub(super) fn read(&self, text: &str) -> Result<Expr, CohortError> {
        let expression = Expression::parse(text).map_err(|error| self.fail(error.to_string()))?;
        self.truth(&expression)
    }

    fn fail(&self, message: String) -> CohortError {
        CohortError::Condition { place: self.place.clone(), message }
    }

    fn truth(&self, expression: &Expression) -> Result<Expr, CohortError> {
        match expression {
            Expression::And(left, right) => Ok(self.truth(left)?.and(self.truth(right)?)),
            Expression::Or(left, right) => Ok(self.truth(left)?.or(self.truth(right)?)),
            Expression::Not(inner) => Ok(self.truth(inner)?.not()),
            Expression::IsNull(inner) => Ok(self.operand(inner)?.0.is_null()),
            Expression::In(inner, literals) => {
                let mut any = lit(false);
                for literal in literals {
                    let literal = Expression::Literal(literal.clone());
                    any = any.or(self.compare(inner, Comparison::Equal, &literal)?);
                }
                Ok(any)
            }
            Expression::Compare(left, comparison, right) => self.compare(left, *comparison, right),
            Expression::Column(_) | Expression::Literal(_) => match self.operand(expression)? {
                (value, Sort::Truth) => Ok(value),
                _ => Err(self.fail("a condition has to be true or false".to_owned())),
            },
        }
    }

    fn compare(
        &self,
        left: &Expression,
        comparison: Comparison,
        right: &Expression,
    ) -> Result<Expr, CohortError> {
        let ((left_value, left_sort), (right_value, right_sort)) =
            (self.operand(left)?, self.operand(right)?);
        let (left_value, right_value) = match (left_sort, right_sort) {
            (Sort::Text, Sort::Text) => (left_value, right_value),
            (Sort::Text, _) | (_, Sort::Text) => {
                return Err(self.fail(left.unlike(right)));
            }
            _ => (left_value.cast(DataType::Float64), right_value.cast(DataType::Float64)),
        };
        Ok(match comparison {
            Comparison::Equal => left_value.eq(right_value),
            Comparison::NotEqual => left_value.neq(right_value),
            Comparison::Less => left_value.lt(right_value),
            Comparison::LessEqual => left_value.lt_eq(right_value),
            Comparison::Greater => left_value.gt(right_value),
            Comparison::GreaterEqual => left_value.gt_eq(right_value),
        })
    }

    fn operand(&self, expression: &Expression) -> Result<(Expr, Sort), CohortError> {
        match expression {
            Expression::Column(name) => {
                let dtype =
                    self.schema.get(name).ok_or_else(|| self.fail(format!("there is no column {name}")))?;
                let sort = match dtype {
                    DataType::String => Sort::Text,
                    DataType::Boolean => Sort::Truth,
                    _ => Sort::Number,
                };
                Ok((col(name.as_str()), sort))
            }
            Expression::Literal(Literal::Number(number)) => Ok((lit(*number), Sort::Number)),
            Expression::Literal(Literal::Text(text)) => Ok((lit(text.as_str()), Sort::Text)),
            Expression::Literal(Literal::Boolean(truth)) => Ok((lit(*truth), Sort::Truth)),
            _ => Err(self.fail("a condition stands where a value should".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fulfilled(text: &str) -> Vec<Option<bool>> {
        let data = df!(
            "age" => [Some(17.5), Some(40.0), None],
            "type" => [Some("AUTO"), Some("ALLO"), None],
            "secondary" => [Some(true), Some(false), None],
        )
        .unwrap();
        let schema = data.schema().clone();
        let conditions = Conditions { schema: &schema, place: "test".to_owned() };
        let expression = conditions.read(text).unwrap().alias("x");
        let result = data.lazy().select([expression]).collect().unwrap();
        result.column("x").unwrap().bool().unwrap().iter().collect()
    }

    #[test]
    fn a_missing_value_makes_a_comparison_missing() {
        assert_eq!(fulfilled("age >= 18"), [Some(false), Some(true), None]);
        assert_eq!(fulfilled("type in ('ALLO', 'SYN')"), [Some(false), Some(true), None]);
        assert_eq!(fulfilled("not (type == 'ALLO')"), [Some(true), Some(false), None]);
        assert_eq!(fulfilled("age is null"), [Some(false), Some(false), Some(true)]);
        assert_eq!(fulfilled("secondary == 1"), [Some(true), Some(false), None]);
        assert_eq!(fulfilled("secondary == true or age > 30"), [Some(true), Some(true), None]);
        assert_eq!(fulfilled("age > 30 and type == 'AUTO'"), [Some(false), Some(false), None]);
    }

    #[test]
    fn text_is_not_compared_with_a_number() {
        let schema = Schema::from_iter([Field::new("type".into(), DataType::String)]);
        let conditions = Conditions { schema: &schema, place: "test".to_owned() };
        assert!(matches!(conditions.read("type == 1"), Err(CohortError::Condition { .. })));
    }
}
