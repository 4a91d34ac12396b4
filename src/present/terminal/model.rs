//! A regression: its terms, the tests of all of them, and those of proportional hazards.

use std::fmt::Write;

use super::{flow, plain_number, value};
use crate::analysis::ard::Row;
use crate::present::number::{Figure, decimal, p_phrase};

/// Widest name of a term that stands in the line of its numbers.
const WIDEST_TERM: usize = 34;

/// The tests of all coefficients, and their names.
const TESTS: [(&str, &str); 3] = [("lrt", "likelihood ratio"), ("wald", "Wald"), ("score", "score")];

/// Writes the rows of one model.
pub(super) fn model(text: &mut String, rows: &[Row]) {
    let model = Model { rows };
    flow(text, &model.named(&["n", "events", "n_excluded"]));
    text.push('\n');
    model.terms(text);
    text.push('\n');
    for (stat, name) in TESTS {
        model.test(text, stat, name);
    }
    flow(text, &model.named(&["loglik", "loglik_null", "concordance"]));
    model.proportionality(text);
}

#[derive(Clone, Copy)]
struct Model<'a> {
    rows: &'a [Row],
}

impl<'a> Model<'a> {
    fn find(self, stat: &str, term: Option<&str>) -> Option<&'a Row> {
        self.rows.iter().find(|row| *row.stat == *stat && row.term.as_deref() == term)
    }

    /// Those of some statistics of the whole model that there are, with their names.
    fn named(self, stats: &[&str]) -> Vec<String> {
        let named = |stat: &&str| self.find(stat, None).map(|row| format!("{stat} {}", value(row)));
        stats.iter().filter_map(named).collect()
    }

    fn shown(self, stat: &str, term: Option<&str>) -> String {
        self.find(stat, term).map(value).unwrap_or_default()
    }

    fn terms(self, text: &mut String) {
        let mut lines = vec![["term", "coef", "HR", "interval", "p"].map(str::to_owned).to_vec()];
        for row in self.rows.iter().filter(|row| &*row.stat == "coef") {
            let term = row.term.as_deref();
            let limit = |stat: &str| self.find(stat, term).map(ratio).unwrap_or_default();
            let interval = match row.value {
                Some(_) => format!("{} to {}", limit("conf_low"), limit("conf_high")),
                None => String::new(),
            };
            let name = term.unwrap_or_default().to_owned();
            lines.push(vec![name, value(row), limit("hr"), interval, self.shown("p_value", term)]);
        }
        columns(text, &lines);
    }

    /// `Wald 12.3 on 2 df, p = 0.002`
    fn test(self, text: &mut String, stat: &str, name: &str) {
        let Some(row) = self.find(stat, None) else { return };
        let number = |suffix: &str| self.find(&format!("{stat}{suffix}"), None).and_then(Figure::of);
        let _ = match (Figure::of(row), number("_df"), number("_p")) {
            (Some(chisq), Some(df), Some(p)) => {
                writeln!(text, "{name} {} on {} df, {}", decimal(chisq, 2), plain_number(df), p_phrase(p))
            }
            _ => writeln!(text, "{name} {}", value(row)),
        };
    }

    fn proportionality(self, text: &mut String) {
        let mut lines = vec![["proportional hazards", "chisq", "df", "p"].map(str::to_owned).to_vec()];
        for row in self.rows.iter().filter(|row| &*row.stat == "zph_chisq") {
            let term = row.term.as_deref();
            let chisq = Figure::of(row).map_or_else(|| value(row), |chisq| decimal(chisq, 2));
            let df = self.find("zph_df", term).and_then(Figure::of).map(plain_number);
            let name = term.unwrap_or_default().to_owned();
            lines.push(vec![name, chisq, df.unwrap_or_default(), self.shown("zph_p", term)]);
        }
        if lines.len() > 1 {
            text.push('\n');
            columns(text, &lines);
        }
    }
}

/// A ratio with at least two digits.
fn ratio(row: &Row) -> String {
    match Figure::of(row) {
        Some(ratio) if (0.01..0.995).contains(&ratio.value) => decimal(ratio, 3),
        Some(ratio) if (0.01..1000.0).contains(&ratio.value) => decimal(ratio, 2),
        Some(ratio) => format!("{:.1e}", ratio.value),
        None => value(row),
    }
}

/// Aligns names at the left and numbers at the right; a long name stands on a line of its own.
fn columns(text: &mut String, lines: &[Vec<String>]) {
    let length = |cell: &String| cell.chars().count();
    let count = lines.first().map_or(0, Vec::len);
    let widest = |column: usize| {
        let cells = lines.iter().map(|line| length(&line[column]));
        cells.filter(|width| column > 0 || *width <= WIDEST_TERM).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(widest).collect();
    for line in lines {
        let Some((name, numbers)) = line.split_first() else { continue };
        let own_line = length(name) > widths[0];
        if own_line {
            let _ = writeln!(text, "  {name}");
        }
        let mut shown = format!("  {:<width$}", if own_line { "" } else { name }, width = widths[0]);
        for (cell, width) in numbers.iter().zip(&widths[1..]) {
            let _ = write!(shown, "  {cell:>width$}");
        }
        let _ = writeln!(text, "{}", shown.trim_end());
    }
}
