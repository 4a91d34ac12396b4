//! Groups: which levels of which grouping variables.

use std::fmt;

/// Levels of the grouping variables, in the order in which they were asked for.
///
/// An empty group is everybody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Group(Vec<(String, String)>);

impl Group {
    /// Everybody.
    pub fn everybody() -> Self {
        Self::default()
    }

    /// The group of these `(variable, level)` pairs, in by-column order.
    pub fn new(levels: Vec<(String, String)>) -> Self {
        Self(levels)
    }

    /// The `(variable, level)` pairs, in by-column order.
    pub fn levels(&self) -> &[(String, String)] {
        &self.0
    }

    /// Whether this is everybody.
    pub fn is_everybody(&self) -> bool {
        self.0.is_empty()
    }

    /// The level of one variable.
    pub fn level(&self, variable: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == variable).map(|(_, level)| level.as_str())
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("Overall");
        }
        for (index, (_, level)) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            f.write_str(level)?;
        }
        Ok(())
    }
}
