//! A variable of a model: what its values are, and the columns that they become.

use crate::analysis::factor::{Factor, MISSING};
use crate::analysis::plain::PlainError;
use crate::analysis::reduce::numbers;
use crate::estimate::natural_spline::NaturalSpline;
use crate::ingest::frame::ColumnData;
use crate::study::term::{Shape, TermVariable};

/// More levels than this, and a column is no category.
const MOST_LEVELS: usize = 200;

/// A variable as the model knows it.
#[derive(Debug, Clone)]
pub(super) struct Variable {
    /// What it is called in terms: `age`, `ns(age;3)`.
    pub(super) name: String,
    /// Its column.
    pub(super) column: String,
    /// What its values become.
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Linear,
    /// The levels, that of reference first.
    Levels(Vec<String>),
    Spline(NaturalSpline),
}

/// Values of a variable, row by row.
#[derive(Debug, Clone)]
pub(super) enum Cells {
    /// Numbers.
    Numbers(Vec<f64>),
    /// Places among the levels.
    Codes(Vec<u32>),
}

/// Which levels of a category get a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// All but the reference.
    Contrasts,
    /// All.
    Indicators,
}

impl Coding {
    /// How many levels have no column.
    fn skipped(self) -> usize {
        match self {
            Self::Contrasts => 1,
            Self::Indicators => 0,
        }
    }
}

impl Cells {
    /// The number of rows.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Numbers(values) => values.len(),
            Self::Codes(codes) => codes.len(),
        }
    }
}

/// A column that a variable becomes, with the part of a name that tells it.
pub(super) struct Part {
    /// In a product: `sexM`.
    pub(super) name: String,
    /// The values.
    pub(super) values: Vec<f64>,
}

impl Variable {
    /// A number that is not a column of the file.
    pub(super) fn made(name: &str) -> Self {
        Self { name: name.to_owned(), column: name.to_owned(), kind: Kind::Linear }
    }

    /// A variable and its values in the rows of `source`.
    ///
    /// # Errors
    /// [`PlainError::Usage`] where the reference is no level, there are too many levels, or too few values
    /// for a spline.
    pub(super) fn read(
        spec: &TermVariable,
        column: &ColumnData,
        source: &[usize],
    ) -> Result<(Self, Cells), PlainError> {
        let name = spec.column.clone();
        let is_number = matches!(column, ColumnData::Integer { .. } | ColumnData::Real { .. });
        let values = || -> Result<Vec<f64>, PlainError> {
            let all = numbers((&name, column)).map_err(|error| PlainError::Usage(error.to_string()))?;
            Ok(source.iter().map(|row| all[*row]).collect())
        };
        match &spec.shape {
            Shape::AsIs if is_number => {
                let cells = Cells::Numbers(values()?);
                Ok((Self { name: name.clone(), column: name, kind: Kind::Linear }, cells))
            }
            Shape::Spline(df) => {
                let values = values()?;
                let spline = NaturalSpline::new(&values, *df)
                    .map_err(|error| PlainError::Usage(format!("the covariate {name}: {error}")))?;
                let term = format!("ns({name};{df})");
                Ok((Self { name: term, column: name, kind: Kind::Spline(spline) }, Cells::Numbers(values)))
            }
            Shape::AsIs | Shape::Against(_) => Self::category(spec, column, source),
        }
    }

    fn category(
        spec: &TermVariable,
        column: &ColumnData,
        source: &[usize],
    ) -> Result<(Self, Cells), PlainError> {
        let name = &spec.column;
        let whole = Factor::of(name, column);
        let codes = source.iter().map(|row| whole.codes[*row]).collect();
        let reference = match &spec.shape {
            Shape::Against(level) => std::slice::from_ref(level),
            _ => &[],
        };
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
        debug_assert!(
            factor.codes.iter().all(|code| *code != MISSING),
            "incomplete rows are left out before"
        );
        let kind = Kind::Levels(factor.levels);
        Ok((Self { name: name.clone(), column: name.clone(), kind }, Cells::Codes(factor.codes)))
    }

    /// The levels of a category, that of reference first.
    pub(super) fn levels(&self) -> Option<&[String]> {
        match &self.kind {
            Kind::Levels(levels) => Some(levels),
            Kind::Linear | Kind::Spline(_) => None,
        }
    }

    /// Whether it is a category of one level only.
    pub(super) fn is_constant(&self) -> bool {
        self.levels().is_some_and(|levels| levels.len() < 2)
    }

    /// One value, read from text.
    ///
    /// # Errors
    /// A sentence that says what was expected.
    pub(super) fn cell(&self, text: &str) -> Result<Cells, String> {
        let name = &self.column;
        match &self.kind {
            Kind::Linear | Kind::Spline(_) => {
                let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
                let number = number.ok_or_else(|| format!("{name} is a number, and '{text}' is none"))?;
                Ok(Cells::Numbers(vec![number]))
            }
            Kind::Levels(levels) => {
                let place = levels.iter().position(|level| level == text.trim());
                let place = place.and_then(|place| u32::try_from(place).ok()).ok_or_else(|| {
                    let known: Vec<&str> = levels.iter().take(12).map(String::as_str).collect();
                    format!("{name} has no level {text}; its levels are {}", known.join(", "))
                })?;
                Ok(Cells::Codes(vec![place]))
            }
        }
    }

    /// What the columns that values become are called in a product: `sexM`.
    pub(super) fn column_names(&self, coding: Coding) -> Vec<String> {
        let name = &self.name;
        match &self.kind {
            Kind::Linear => vec![name.clone()],
            Kind::Spline(spline) => (1..=spline.width()).map(|k| format!("{name}{k}")).collect(),
            Kind::Levels(levels) if levels.len() < 2 => vec![name.clone()],
            Kind::Levels(levels) => {
                levels.iter().skip(coding.skipped()).map(|level| format!("{name}{level}")).collect()
            }
        }
    }

    /// Appends the columns that values become, one after the other.
    pub(super) fn append(&self, coding: Coding, cells: &Cells, to: &mut Vec<f64>) {
        match (&self.kind, cells) {
            (Kind::Linear, Cells::Numbers(values)) => to.extend_from_slice(values),
            (Kind::Spline(spline), Cells::Numbers(values)) => {
                let start = to.len();
                to.resize(start + values.len() * spline.width(), 0.0);
                for (i, value) in values.iter().enumerate() {
                    for (k, part) in spline.row(*value).into_iter().enumerate() {
                        to[start + k * values.len() + i] = part;
                    }
                }
            }
            // A column of zeros: the estimator says why it has no coefficient.
            (Kind::Levels(levels), Cells::Codes(codes)) if levels.len() < 2 => {
                to.resize(to.len() + codes.len(), 0.0);
            }
            (Kind::Levels(levels), Cells::Codes(codes)) => {
                for (code, _) in (0..).zip(levels).skip(coding.skipped()) {
                    to.extend(codes.iter().map(|own: &u32| f64::from(u8::from(*own == code))));
                }
            }
            _ => {}
        }
    }

    /// The columns that values become.
    pub(super) fn parts(&self, coding: Coding, cells: &Cells) -> Vec<Part> {
        let mut values = Vec::new();
        self.append(coding, cells, &mut values);
        let columns = values.chunks(cells.len().max(1)).map(<[f64]>::to_vec);
        let named = self.column_names(coding).into_iter().zip(columns);
        named.map(|(name, values)| Part { name, values }).collect()
    }

    /// What a main effect's column is called: `age`, `rx:Lev+5FU`, `ns(age;3)1`.
    pub(super) fn main_name(&self, part: &str) -> String {
        match (self.levels(), part.strip_prefix(self.name.as_str())) {
            (Some(levels), Some(level)) if levels.len() > 1 => format!("{}:{level}", self.name),
            _ => part.to_owned(),
        }
    }
}
