//! Groups compared in pairs: a line a pair, a column a statistic.

use super::{align, plain_number, value};
use crate::analysis::ard::Row;

/// Whether a row is of a pair of groups: `B vs A`.
pub(super) fn is_of_pair(row: &Row) -> bool {
    row.term.as_deref().is_some_and(|term| term.contains(" vs "))
}

/// A table of the pairs, and one of their ratios where there are some.
pub(super) fn contrasts(text: &mut String, block: &[Row]) {
    let rows: Vec<&Row> = block.iter().filter(|row| is_of_pair(row)).collect();
    for ratios in [false, true] {
        let some: Vec<&Row> =
            rows.iter().copied().filter(|row| row.stat.starts_with("ratio") == ratios).collect();
        pairs(text, &some);
    }
}

fn pairs(text: &mut String, rows: &[&Row]) {
    let mut stats: Vec<&str> = Vec::new();
    let mut terms: Vec<(Option<&str>, Option<f64>)> = Vec::new();
    for row in rows {
        if !stats.contains(&&*row.stat) && !row.stat.ends_with("_high") {
            stats.push(&row.stat);
        }
        let term = (row.term.as_deref(), row.time);
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    if stats.is_empty() {
        return;
    }
    let heading = rows.first().and_then(|row| row.time).map(|time| format!("at {}", plain_number(time)));
    let names = stats.iter().map(|stat| stat.strip_suffix("_low").map_or(*stat, |_| "interval").to_owned());
    let mut lines = vec![std::iter::once(heading.unwrap_or_default()).chain(names).collect::<Vec<_>>()];
    for (term, time) in terms {
        let find = |stat: &str| {
            let mut same = rows.iter().filter(|row| row.term.as_deref() == term && row.time == time);
            same.find(|row| &*row.stat == stat).map(|row| value(row)).unwrap_or_default()
        };
        let cell = |stat: &&str| match stat.strip_suffix("_low") {
            Some(name) => format!("({}, {})", find(stat), find(&format!("{name}_high"))),
            None => find(stat),
        };
        let name = term.unwrap_or_default().to_owned();
        lines.push(std::iter::once(name).chain(stats.iter().map(cell)).collect());
    }
    align(text, &lines);
}
