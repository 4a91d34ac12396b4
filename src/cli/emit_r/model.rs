//! The terms of a model: `m`, a data frame of the covariates, and the right side of a formula over it.

use super::script::{Columns, Script, column, quoted, vector};
use crate::study::ModelTerm;
use crate::study::term::{Crossing, Shape, TermVariable};

/// The covariates, categories with their reference first; returns the right side of the formula.
pub(super) fn terms(script: &mut Script, columns: &Columns<'_>) -> String {
    let spline = |variable: &TermVariable| matches!(variable.shape, Shape::Spline(_));
    let variables = || columns.covariates.iter().flat_map(|term| &term.variables);
    if variables().any(spline) {
        script.line("library(splines)");
    }
    let is_made = |name: &str| columns.changing.iter().any(|one| one.name == name);
    let mut names: Vec<String> = Vec::new();
    let mut references = String::new();
    for variable in variables().filter(|variable| !is_made(&variable.column)) {
        if !names.contains(&variable.column) {
            names.push(variable.column.clone());
        }
        if let Shape::Against(level) = &variable.shape {
            let name = quoted(&variable.column);
            references.push_str(&format!("m[[{name}]] <- category(m[[{name}]], {})\n", quoted(level)));
        }
    }
    let words = [("columns", vector(&names)), ("references", references)];
    script.fill(include_str!("pieces/terms.R"), &words);
    let mut terms: Vec<String> = columns.covariates.iter().map(term).collect();
    let named = |name: &str| variables().any(|variable| variable.column == name);
    terms.extend(columns.changing.iter().filter(|one| !named(&one.name)).map(|one| syntactic(&one.name)));
    terms.join(" + ")
}

/// Cuts the rows where covariates change.
pub(super) fn changes(script: &mut Script, columns: &Columns<'_>) {
    if columns.changing.is_empty() {
        return;
    }
    let days: Vec<String> = columns
        .changing
        .iter()
        .map(|one| format!("{} = {}", syntactic(&one.name), column(&one.column)))
        .collect();
    script.piece(include_str!("pieces/changes.R"), &[("days", &days.join(", "))]);
}

fn term(term: &ModelTerm) -> String {
    let sign = match term.crossing {
        Crossing::Alone => ":",
        Crossing::WithMargins => " * ",
    };
    let variable = |variable: &TermVariable| match variable.shape {
        Shape::Spline(df) => format!("ns({}, df = {df})", syntactic(&variable.column)),
        Shape::AsIs | Shape::Against(_) => syntactic(&variable.column),
    };
    term.variables.iter().map(variable).collect::<Vec<_>>().join(sign)
}

/// A name as it stands in a formula.
fn syntactic(name: &str) -> String {
    let begins = name.starts_with(|first: char| first.is_ascii_alphabetic());
    if begins && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '.') {
        return name.to_owned();
    }
    format!("`{name}`")
}
