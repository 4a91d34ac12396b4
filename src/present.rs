//! Charts and documents from results; rounding, colours and wording live here only.

pub mod chart;
pub mod font;
pub mod number;
pub mod terminal;
