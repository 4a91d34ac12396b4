//! ARD rows as a JSON array of flat objects, one a line.

use std::io::{self, Write};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::ard::Row;
use crate::domain::Group;

/// A group as the JSON object of its levels, in by-column order.
pub fn group_object(group: &Group) -> Value {
    let levels = group.levels().iter().map(|(name, level)| (name.clone(), Value::from(level.as_str())));
    Value::Object(levels.collect::<Map<_, _>>())
}

/// Writes rows as a JSON array.
///
/// # Errors
/// Those of the writer.
pub fn write_json(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return out.write_all(b"[]\n");
    }
    out.write_all(b"[\n")?;
    let mut texts = Texts::default();
    let mut line: Vec<u8> = Vec::with_capacity(512);
    for (index, row) in rows.iter().enumerate() {
        line.clear();
        texts.update(row)?;
        line.extend_from_slice(&texts.head);
        number(&mut line, row.time)?;
        line.extend_from_slice(b",\"time_unit\":");
        text(&mut line, row.time_unit.as_deref())?;
        line.extend_from_slice(b",\"stat\":");
        text(&mut line, Some(&row.stat))?;
        line.extend_from_slice(b",\"value\":");
        number(&mut line, row.value)?;
        line.extend_from_slice(b",\"reason\":");
        serde_json::to_writer(&mut line, &row.reason)?;
        line.extend_from_slice(&texts.tail);
        line.extend_from_slice(if index + 1 < rows.len() { b",\n" } else { b"\n" });
        out.write_all(&line)?;
    }
    out.write_all(b"]\n")
}

fn number(line: &mut Vec<u8>, value: Option<f64>) -> io::Result<()> {
    match value {
        // Whole numbers as whole numbers: 3, not 3.0.
        Some(value) if libm::trunc(value).total_cmp(&value).is_eq() && value.abs() < 1e15 => {
            write!(line, "{value:.0}")
        }
        other => Ok(serde_json::to_writer(line, &other)?),
    }
}

fn text(line: &mut Vec<u8>, value: Option<&str>) -> io::Result<()> {
    Ok(serde_json::to_writer(line, &value)?)
}

/// The texts of the last row, already written: neighbours differ in time and statistic only.
#[derive(Default)]
struct Texts {
    of: Option<Row>,
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Texts {
    fn update(&mut self, row: &Row) -> io::Result<()> {
        if self.of.as_ref().is_some_and(|last| same_texts(last, row)) {
            return Ok(());
        }
        self.head.clear();
        self.tail.clear();
        let fields = [
            ("{\"analysis_id\":", Some(&*row.analysis_id)),
            (",\"analysis\":", Some(&*row.analysis)),
            (",\"population\":", row.population.as_deref()),
            (",\"comparison\":", row.comparison.as_deref()),
            (",\"endpoint\":", row.endpoint.as_deref()),
        ];
        for (name, value) in fields {
            self.head.extend_from_slice(name.as_bytes());
            text(&mut self.head, value)?;
        }
        self.head.extend_from_slice(b",\"group\":");
        serde_json::to_writer(&mut self.head, &group_object(&row.group))?;
        self.head.extend_from_slice(b",\"cause\":");
        text(&mut self.head, row.cause.as_deref())?;
        self.head.extend_from_slice(b",\"term\":");
        text(&mut self.head, row.term.as_deref())?;
        self.head.extend_from_slice(b",\"time\":");
        self.tail.extend_from_slice(b",\"method\":");
        text(&mut self.tail, Some(&row.method))?;
        self.tail.push(b'}');
        self.of = Some(row.clone());
        Ok(())
    }
}

fn same_texts(a: &Row, b: &Row) -> bool {
    let same = |a: &Option<Arc<str>>, b: &Option<Arc<str>>| match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    };
    Arc::ptr_eq(&a.analysis_id, &b.analysis_id)
        && Arc::ptr_eq(&a.analysis, &b.analysis)
        && Arc::ptr_eq(&a.group, &b.group)
        && Arc::ptr_eq(&a.method, &b.method)
        && same(&a.population, &b.population)
        && same(&a.comparison, &b.comparison)
        && same(&a.endpoint, &b.endpoint)
        && same(&a.cause, &b.cause)
        && same(&a.term, &b.term)
}
