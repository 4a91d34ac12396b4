//! Results for a terminal of 80 columns.

mod contrasts;
mod model;

use std::fmt::Write;
use std::sync::Arc;

use super::number::{Figure, decimal, missing, p_value};
use crate::analysis::ard::{Reason, Row};

/// Columns of a terminal.
const WIDTH: usize = 80;

/// Rows as aligned text: a block a group and cause, its summary first, then its times.
pub fn table(rows: &[Row]) -> String {
    let mut text = String::new();
    let mut method: Option<&Arc<str>> = None;
    for block in rows.chunk_by(|a, b| (&a.method, &a.group, &a.cause) == (&b.method, &b.group, &b.cause)) {
        let Some(first) = block.first() else { continue };
        if method.is_none_or(|last| *last != first.method) {
            text.push_str(&folded(first.method.split(' '), " ", ""));
            text.push_str("\n\n");
            method = Some(&first.method);
        }
        heading(&mut text, first);
        if block.iter().any(|row| &*row.stat == "coef") {
            model::model(&mut text, block);
        } else {
            summary(&mut text, block);
            times(&mut text, block);
            contrasts::contrasts(&mut text, block);
        }
        text.push('\n');
    }
    text
}

fn heading(text: &mut String, row: &Row) {
    let mut parts: Vec<String> =
        row.group.levels().iter().map(|(name, level)| format!("{name} = {level}")).collect();
    if let Some(cause) = &row.cause {
        parts.push(format!("cause {cause}"));
    }
    if !parts.is_empty() {
        let _ = writeln!(text, "{}", parts.join(", "));
    }
}

/// Pieces in lines of at most 80 columns, with `gap` between them; lines after the first begin with `margin`.
pub fn folded<'a>(pieces: impl IntoIterator<Item = &'a str>, gap: &str, margin: &str) -> String {
    let (mut lines, mut width) = (String::new(), 0);
    for piece in pieces {
        let length = piece.chars().count();
        if width > 0 && width + gap.len() + length > WIDTH {
            lines.push('\n');
            lines.push_str(margin);
            width = margin.len();
        } else if width > 0 {
            lines.push_str(gap);
            width += gap.len();
        }
        lines.push_str(piece);
        width += length;
    }
    lines
}

/// What has no time: `n 38   events 24   median 418 (192, NR)`.
fn summary(text: &mut String, block: &[Row]) {
    let mut parts: Vec<String> = Vec::new();
    let plain: Vec<&Row> =
        block.iter().filter(|row| row.time.is_none() && !contrasts::is_of_pair(row)).collect();
    for row in &plain {
        let limit = |suffix: &str| {
            let name = format!(
                "{}{suffix}",
                if matches!(&*row.stat, "estimate" | "rate") { "conf" } else { &row.stat }
            );
            plain.iter().find(|other| *other.stat == name && other.term == row.term).map(|other| value(other))
        };
        if row.stat.ends_with("_low") || row.stat.ends_with("_high") {
            continue;
        }
        let name = match &row.term {
            Some(term) => format!("{} {term}", row.stat),
            None => row.stat.to_string(),
        };
        parts.push(match (limit("_low"), limit("_high")) {
            (Some(low), Some(high)) => format!("{name} {} ({low}, {high})", value(row)),
            _ => format!("{name} {}", value(row)),
        });
    }
    flow(text, &parts);
}

/// Writes parts side by side.
fn flow(text: &mut String, parts: &[String]) {
    let lines = folded(parts.iter().map(String::as_str), "   ", "");
    if !lines.is_empty() {
        text.push_str(&lines);
        text.push('\n');
    }
}

/// What has a time: a line a time, a column a statistic.
fn times(text: &mut String, block: &[Row]) {
    let timed: Vec<&Row> =
        block.iter().filter(|row| row.time.is_some() && !contrasts::is_of_pair(row)).collect();
    for same in timed.chunk_by(|a, b| is_mean(a) == is_mean(b)) {
        let mut stats: Vec<&Arc<str>> = Vec::new();
        for row in same {
            if !stats.contains(&&row.stat) {
                stats.push(&row.stat);
            }
        }
        let mut lines: Vec<Vec<String>> =
            vec![std::iter::once("time".to_owned()).chain(stats.iter().map(ToString::to_string)).collect()];
        for at in same.chunk_by(|a, b| a.time == b.time) {
            let time = at.first().and_then(|row| row.time).map(plain_number).unwrap_or_default();
            let cell = |stat: &&Arc<str>| {
                at.iter().find(|row| row.stat == **stat).map(|row| value(row)).unwrap_or_default()
            };
            lines.push(std::iter::once(time).chain(stats.iter().map(cell)).collect());
        }
        align(text, &lines);
    }
}

/// Whether a row is a mean to a horizon, and no value at a time.
fn is_mean(row: &Row) -> bool {
    row.stat.starts_with("rmst") || row.stat.starts_with("mean_time")
}

fn align(text: &mut String, lines: &[Vec<String>]) {
    let columns = lines.first().map_or(0, Vec::len);
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for line in lines {
        let cells: Vec<String> =
            line.iter().zip(&widths).map(|(cell, width)| format!("{cell:>width$}")).collect();
        let _ = writeln!(text, "  {}", cells.join("  ").trim_end());
    }
}

fn value(row: &Row) -> String {
    let Some(value) = Figure::of(row) else {
        return missing(row.reason.unwrap_or(Reason::NotEstimable)).to_owned();
    };
    match &*row.stat {
        stat if stat.ends_with("_p") || stat == "p_value" || stat.ends_with("p_adjusted") => p_value(value),
        stat if stat.starts_with('n') || matches!(stat, "x" | "df" | "events" | "critical_value") => {
            plain_number(value)
        }
        stat if stat.starts_with("median")
            || stat.starts_with("quantile")
            || stat.starts_with("followup") =>
        {
            plain_number(value)
        }
        _ => decimal(value, 4),
    }
}

/// A number without needless decimals, at most four of them.
fn plain_number(value: impl Into<Figure>) -> String {
    let text = decimal(value, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
