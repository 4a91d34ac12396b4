//! The small language of conditions in a study: `age_years is not null and type == 'ALLO'`.
//!
//! ```text
//! or      := and ("or" and)*
//! and     := not ("and" not)*
//! not     := "not" not | "(" or ")" | test
//! test    := operand ("==" | "!=" | "<" | "<=" | ">" | ">=") operand
//!          | operand "is" ["not"] "null"
//!          | operand ["not"] "in" "(" literal ("," literal)* ")"
//! operand := column | number | 'text' | true | false
//! ```
//! A comparison with a missing value is missing, as in SQL; a missing condition is not fulfilled.

use std::collections::BTreeSet;

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A truth value.
    Boolean(bool),
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

/// A condition on the columns of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// Value of a column.
    Column(String),
    /// A constant.
    Literal(Literal),
    /// A comparison.
    Compare(Box<Expression>, Comparison, Box<Expression>),
    /// Whether a value is missing.
    IsNull(Box<Expression>),
    /// Whether a value is one of these.
    In(Box<Expression>, Vec<Literal>),
    /// Both.
    And(Box<Expression>, Box<Expression>),
    /// Either.
    Or(Box<Expression>, Box<Expression>),
    /// Not.
    Not(Box<Expression>),
}

/// What is wrong with a condition, and at which byte of its text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ExpressionError {
    /// What is wrong.
    pub message: String,
    /// Byte offset in the text of the condition.
    pub offset: usize,
}

impl Expression {
    /// Reads a condition.
    ///
    /// # Errors
    /// [`ExpressionError`] with the offset of the first token that does not fit.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        let tokens = tokens(text)?;
        let mut parser = Parser { tokens, position: 0, end: text.len() };
        let expression = parser.or()?;
        if parser.position < parser.tokens.len() {
            return Err(parser.error("expected the end of the condition, 'and' or 'or'"));
        }
        Ok(expression)
    }

    /// The columns that the condition reads.
    pub fn columns(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        self.collect_columns(&mut names);
        names
    }

    /// The texts that columns are compared with: column and text.
    pub fn levels(&self) -> BTreeSet<(String, String)> {
        let mut levels = BTreeSet::new();
        self.collect_levels(&mut levels);
        levels
    }

    /// What is compared with what, on either side of a sign and of `in`.
    pub fn compared(&self) -> Vec<(Self, Self)> {
        let mut pairs = Vec::new();
        self.collect_compared(&mut pairs);
        pairs
    }

    fn collect_compared(&self, pairs: &mut Vec<(Self, Self)>) {
        match self {
            Self::Compare(left, _, right) => pairs.push(((**left).clone(), (**right).clone())),
            Self::In(left, literals) => {
                pairs.extend(
                    literals.iter().map(|literal| ((**left).clone(), Self::Literal(literal.clone()))),
                );
            }
            Self::And(left, right) | Self::Or(left, right) => {
                left.collect_compared(pairs);
                right.collect_compared(pairs);
            }
            Self::Not(inner) => inner.collect_compared(pairs),
            Self::IsNull(_) | Self::Column(_) | Self::Literal(_) => {}
        }
    }

    /// That two operands are not of one sort, in a sentence.
    pub fn unlike(&self, other: &Self) -> String {
        let (left, right) = (self.operand_text(), other.operand_text());
        format!("{left} is compared with {right}, but one is text and the other is not")
    }

    /// An operand as it is written.
    fn operand_text(&self) -> String {
        match self {
            Self::Column(name) => name.clone(),
            Self::Literal(Literal::Number(number)) => number.to_string(),
            Self::Literal(Literal::Text(text)) => format!("'{text}'"),
            Self::Literal(Literal::Boolean(truth)) => truth.to_string(),
            _ => "a condition".to_owned(),
        }
    }

    fn collect_levels(&self, levels: &mut BTreeSet<(String, String)>) {
        let mut add = |column: &Self, literal: &Literal| {
            if let (Self::Column(name), Literal::Text(text)) = (column, literal) {
                levels.insert((name.clone(), text.clone()));
            }
        };
        match self {
            Self::Compare(left, Comparison::Equal | Comparison::NotEqual, right) => match (&**left, &**right)
            {
                (column, Self::Literal(literal)) | (Self::Literal(literal), column) => add(column, literal),
                _ => {}
            },
            Self::In(column, literals) => literals.iter().for_each(|literal| add(column, literal)),
            Self::And(left, right) | Self::Or(left, right) => {
                left.collect_levels(levels);
                right.collect_levels(levels);
            }
            Self::Not(inner) => inner.collect_levels(levels),
            Self::Compare(..) | Self::IsNull(_) | Self::Column(_) | Self::Literal(_) => {}
        }
    }

    fn collect_columns(&self, names: &mut BTreeSet<String>) {
        match self {
            Self::Column(name) => {
                names.insert(name.clone());
            }
            Self::Literal(_) => {}
            Self::IsNull(inner) | Self::Not(inner) | Self::In(inner, _) => inner.collect_columns(names),
            Self::Compare(left, _, right) | Self::And(left, right) | Self::Or(left, right) => {
                left.collect_columns(names);
                right.collect_columns(names);
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Number(f64),
    Text(String),
    Symbol(&'static str),
}

const SYMBOLS: [&str; 9] = ["==", "!=", "<=", ">=", "<", ">", "(", ")", ","];

fn tokens(text: &str) -> Result<Vec<(Token, usize)>, ExpressionError> {
    let mut tokens = Vec::new();
    let mut offset = 0;
    while let Some(first) = text[offset..].chars().next() {
        let rest = &text[offset..];
        let (token, length) = if first.is_whitespace() {
            offset += first.len_utf8();
            continue;
        } else if first.is_alphabetic() || first == '_' {
            let word: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || "_./".contains(*c)).collect();
            let length = word.len();
            (Token::Word(word), length)
        } else if first.is_ascii_digit() || first == '-' || first == '.' {
            let digits: String = rest
                .chars()
                .enumerate()
                .take_while(|(i, c)| c.is_ascii_digit() || *c == '.' || (*i == 0 && *c == '-'))
                .map(|(_, c)| c)
                .collect();
            let number = digits
                .parse()
                .map_err(|_| ExpressionError { message: format!("'{digits}' is not a number"), offset })?;
            (Token::Number(number), digits.len())
        } else if first == '\'' {
            let inner = &rest[1..];
            let end = inner.find('\'').ok_or_else(|| ExpressionError {
                message: "the text is not closed with '".to_owned(),
                offset,
            })?;
            (Token::Text(inner[..end].to_owned()), end + 2)
        } else if let Some(symbol) = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol)) {
            (Token::Symbol(symbol), symbol.len())
        } else {
            return Err(ExpressionError { message: format!("'{first}' is not understood here"), offset });
        };
        tokens.push((token, offset));
        offset += length;
    }
    Ok(tokens)
}

struct Parser {
    tokens: Vec<(Token, usize)>,
    position: usize,
    end: usize,
}

impl Parser {
    fn error(&self, message: &str) -> ExpressionError {
        let offset = self.tokens.get(self.position).map_or(self.end, |(_, offset)| *offset);
        ExpressionError { message: message.to_owned(), offset }
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = matches!(self.tokens.get(self.position), Some((Token::Word(w), _)) if w.eq_ignore_ascii_case(word));
        self.position += usize::from(found);
        found
    }

    fn take_symbol(&mut self, symbol: &str) -> bool {
        let found = matches!(self.tokens.get(self.position), Some((Token::Symbol(s), _)) if *s == symbol);
        self.position += usize::from(found);
        found
    }

    fn or(&mut self) -> Result<Expression, ExpressionError> {
        let mut left = self.and()?;
        while self.take_word("or") {
            left = Expression::Or(Box::new(left), Box::new(self.and()?));
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Expression, ExpressionError> {
        let mut left = self.not()?;
        while self.take_word("and") {
            left = Expression::And(Box::new(left), Box::new(self.not()?));
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Expression, ExpressionError> {
        if self.take_word("not") {
            return Ok(Expression::Not(Box::new(self.not()?)));
        }
        if self.take_symbol("(") {
            let inner = self.or()?;
            if !self.take_symbol(")") {
                return Err(self.error("expected ')'"));
            }
            return Ok(inner);
        }
        self.test()
    }

    fn test(&mut self) -> Result<Expression, ExpressionError> {
        let left = self.operand()?;
        if self.take_word("is") {
            let negated = self.take_word("not");
            if !self.take_word("null") {
                return Err(self.error("expected 'null'"));
            }
            return Ok(negate(Expression::IsNull(Box::new(left)), negated));
        }
        let negated = self.take_word("not");
        if self.take_word("in") {
            return Ok(negate(Expression::In(Box::new(left), self.list()?), negated));
        }
        let operators = [
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::LessEqual),
            (">=", Comparison::GreaterEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        for (symbol, comparison) in operators {
            if !negated && self.take_symbol(symbol) {
                return Ok(Expression::Compare(Box::new(left), comparison, Box::new(self.operand()?)));
            }
        }
        Err(self.error("expected a comparison: == != < <= > >= 'is null' 'in (...)'"))
    }

    fn list(&mut self) -> Result<Vec<Literal>, ExpressionError> {
        if !self.take_symbol("(") {
            return Err(self.error("expected '(' after 'in'"));
        }
        let mut literals = Vec::new();
        loop {
            match self.operand()? {
                Expression::Literal(literal) => literals.push(literal),
                _ => return Err(self.error("only constants stand in the list of 'in'")),
            }
            if self.take_symbol(")") {
                return Ok(literals);
            }
            if !self.take_symbol(",") {
                return Err(self.error("expected ',' or ')'"));
            }
        }
    }

    fn operand(&mut self) -> Result<Expression, ExpressionError> {
        let operand = match self.tokens.get(self.position) {
            Some((Token::Word(word), _)) if word.eq_ignore_ascii_case("true") => {
                Expression::Literal(Literal::Boolean(true))
            }
            Some((Token::Word(word), _)) if word.eq_ignore_ascii_case("false") => {
                Expression::Literal(Literal::Boolean(false))
            }
            Some((Token::Word(word), _)) => Expression::Column(word.clone()),
            Some((Token::Number(number), _)) => Expression::Literal(Literal::Number(*number)),
            Some((Token::Text(text), _)) => Expression::Literal(Literal::Text(text.clone())),
            _ => return Err(self.error("expected a column, a number or a 'text'")),
        };
        self.position += 1;
        Ok(operand)
    }
}

fn negate(expression: Expression, negated: bool) -> Expression {
    if negated { Expression::Not(Box::new(expression)) } else { expression }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_handbook_writes() {
        let parsed = Expression::parse("d1 == 1 and d2 == 0").unwrap();
        assert_eq!(parsed.columns().into_iter().collect::<Vec<_>>(), ["d1", "d2"]);
        assert!(matches!(Expression::parse("age is not null").unwrap(), Expression::Not(_)));
        assert!(matches!(
            Expression::parse("x in ('a', 'b') or not (y >= -2.5)").unwrap(),
            Expression::Or(..)
        ));
    }

    #[test]
    fn names_the_place_of_an_error() {
        assert_eq!(Expression::parse("age >").unwrap_err().offset, 5);
        assert_eq!(Expression::parse("age = 3").unwrap_err().offset, 4);
        assert_eq!(Expression::parse("age == 'x").unwrap_err().offset, 7);
        assert_eq!(Expression::parse("a == 1 b").unwrap_err().offset, 7);
    }
}
