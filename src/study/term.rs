//! The small language of model terms: `age`, `rx=Obs`, `ns(age;3)`, `age:sex`, `age*sex`.
//!
//! ```text
//! term     := variable (":" variable)* | variable ("*" variable)*
//! variable := column | column "=" level | "ns(" column ";" whole number ")"
//! ```
//! `a:b` is the product alone, `a*b` the product with all that it is made of. A column or level that
//! contains one of these signs stands between backticks.

/// A term of a regression model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelTerm {
    /// What is multiplied; one variable alone is a main effect.
    pub variables: Vec<TermVariable>,
    /// Whether what the product is made of comes with it.
    pub crossing: Crossing,
}

/// What comes with a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crossing {
    /// Nothing: `a:b`.
    Alone,
    /// Its variables, and their products of lower order: `a*b`.
    WithMargins,
}

/// A variable of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermVariable {
    /// Its column.
    pub column: String,
    /// How its values become columns of the model.
    pub shape: Shape,
}

/// How the values of a variable become columns of the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A number as it is, text as a category.
    AsIs,
    /// A category, compared with this level.
    Against(String),
    /// A natural cubic spline of so many degrees of freedom.
    Spline(usize),
}

/// What is wrong with a term, and at which byte of its text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\n  {text}\n  {space}^ {message}", space = " ".repeat(text.get(..*offset).map_or(0, |t| t.chars().count())))]
pub struct TermError {
    /// The term.
    pub text: String,
    /// What is wrong.
    pub message: String,
    /// Byte offset in the text of the term.
    pub offset: usize,
}

/// Most degrees of freedom of a spline.
const MOST_FREEDOM: usize = 20;

impl ModelTerm {
    /// Reads a term.
    ///
    /// # Errors
    /// [`TermError`] at the first sign that does not fit.
    pub fn parse(text: &str) -> Result<Self, TermError> {
        let mut reader = Reader { text, next: 0 };
        let mut variables = vec![reader.variable()?];
        let mut sign = None;
        while let Some(found) = reader.sign() {
            if sign.is_some_and(|sign| sign != found) {
                return Err(reader.error_at(reader.next - 1, "a term has either * or :, not both"));
            }
            sign = Some(found);
            let start = reader.next;
            let variable = reader.variable()?;
            if variables.contains(&variable) {
                return Err(reader.error_at(start, "the same variable stands in the term already"));
            }
            variables.push(variable);
        }
        if reader.next < text.len() {
            return Err(reader.error_at(reader.next, "expected the end of the term, * or :"));
        }
        let crossing = if sign == Some('*') { Crossing::WithMargins } else { Crossing::Alone };
        Ok(Self { variables, crossing })
    }

    /// The columns that the term reads.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.variables.iter().map(|variable| variable.column.as_str())
    }
}

struct Reader<'a> {
    text: &'a str,
    next: usize,
}

impl Reader<'_> {
    fn error_at(&self, offset: usize, message: &str) -> TermError {
        TermError { text: self.text.to_owned(), message: message.to_owned(), offset }
    }

    fn rest(&self) -> &str {
        &self.text[self.next..]
    }

    fn skip_blanks(&mut self) {
        self.next += self.rest().len() - self.rest().trim_start().len();
    }

    fn sign(&mut self) -> Option<char> {
        self.skip_blanks();
        let sign = self.rest().chars().next().filter(|sign| matches!(sign, '*' | ':'))?;
        self.next += 1;
        Some(sign)
    }

    fn variable(&mut self) -> Result<TermVariable, TermError> {
        self.skip_blanks();
        if self.rest().starts_with("ns(") {
            self.next += 3;
            return self.spline();
        }
        let column = self.word("a column", &['*', ':', '='])?;
        if !self.rest().starts_with('=') {
            return Ok(TermVariable { column, shape: Shape::AsIs });
        }
        self.next += 1;
        let level = self.word("a level", &['*', ':'])?;
        Ok(TermVariable { column, shape: Shape::Against(level) })
    }

    fn spline(&mut self) -> Result<TermVariable, TermError> {
        let column = self.word("a column", &['*', ':', '=', ';', ')'])?;
        if !self.rest().starts_with(';') {
            return Err(self.error_at(self.next, "expected ; and the degrees of freedom, such as ns(age;3)"));
        }
        self.next += 1;
        let start = self.next;
        let digits = self.rest().find(')').map(|end| self.rest()[..end].trim().to_owned());
        let Some(digits) = digits else {
            return Err(self.error_at(self.text.len(), "expected ) to close ns("));
        };
        let df = digits.parse().ok().filter(|df| (1..=MOST_FREEDOM).contains(df)).ok_or_else(|| {
            self.error_at(start, "the degrees of freedom of a spline are a whole number from 1 to 20")
        })?;
        self.next += self.rest().find(')').unwrap_or_default() + 1;
        Ok(TermVariable { column, shape: Shape::Spline(df) })
    }

    /// A name between backticks, or up to one of the signs that end it.
    fn word(&mut self, what: &str, ends: &[char]) -> Result<String, TermError> {
        self.skip_blanks();
        let start = self.next;
        if let Some(quoted) = self.rest().strip_prefix('`') {
            let Some(end) = quoted.find('`') else {
                return Err(self.error_at(start, "this backtick is not closed"));
            };
            let word = quoted[..end].to_owned();
            self.next += end + 2;
            self.skip_blanks();
            return if word.is_empty() { Err(self.missing(start, what)) } else { Ok(word) };
        }
        let end = self.rest().find(ends).unwrap_or(self.rest().len());
        let word = self.rest()[..end].trim().to_owned();
        if word.is_empty() {
            return Err(self.missing(start, what));
        }
        self.next += end;
        Ok(word)
    }

    fn missing(&self, offset: usize, what: &str) -> TermError {
        self.error_at(offset, &format!("{what} is missing here"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(column: &str, shape: Shape) -> TermVariable {
        TermVariable { column: column.to_owned(), shape }
    }

    #[test]
    fn terms_are_read() {
        let one = |text: &str| ModelTerm::parse(text).unwrap().variables;
        assert_eq!(one("age"), [variable("age", Shape::AsIs)]);
        assert_eq!(one("rx=Lev+5FU"), [variable("rx", Shape::Against("Lev+5FU".to_owned()))]);
        assert_eq!(one("ns( age; 3 )"), [variable("age", Shape::Spline(3))]);
        assert_eq!(one("`a:b`=`x*y`"), [variable("a:b", Shape::Against("x*y".to_owned()))]);
        assert_eq!(one("Age (years)"), [variable("Age (years)", Shape::AsIs)]);
        let product = ModelTerm::parse("rx=Obs * ns(age;3)").unwrap();
        assert_eq!((product.variables.len(), product.crossing), (2, Crossing::WithMargins));
        assert_eq!(ModelTerm::parse("a:b:c").unwrap().crossing, Crossing::Alone);
    }

    #[test]
    fn errors_point_at_the_place() {
        for (text, offset) in [
            ("", 0),
            ("=x", 0),
            ("x=", 2),
            ("age*", 4),
            ("age::sex", 4),
            ("a*b:c", 3),
            ("age*age", 4),
            ("ns(age)", 6),
            ("ns(age;", 7),
            ("ns(age;x)", 7),
            ("ns(age;0)", 7),
            ("ns(age;3)sex", 9),
            ("`age", 0),
        ] {
            assert_eq!(ModelTerm::parse(text).unwrap_err().offset, offset, "{text}");
        }
        let shown = ModelTerm::parse("age*").unwrap_err().to_string();
        assert_eq!(shown, "\n  age*\n      ^ a column is missing here");
    }
}
