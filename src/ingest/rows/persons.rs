//! What a table says of the persons behind it: which column names the subject, its new label, and what is told of a
//! row that is set aside.

use std::borrow::Cow;

use super::super::cell::Value;
use super::super::delimited::Fault;
use super::super::screen::{Described, Role, shape};
use super::cells::{self, Mapped};
use super::delivered::Delivered;
use super::header::Places;
use super::{ColumnPlan, Plan, SourcePlan};

/// The column of the subject in the store.
const SUBJECT: &str = "subject_id";
/// What CDISC calls the subject, and what version 5 of XPORT leaves of its canonical name.
const SUBJECT_NAMES: [&str; 3] = ["USUBJID", "SUBJID", "SUBJECT_"];

/// The value, or the new label of a subject where the study asks for one.
pub(super) fn relabelled<'a>(
    plan: &Plan,
    column: &ColumnPlan,
    mapped: Mapped<'a>,
) -> Result<Mapped<'a>, Fault> {
    let relabel = plan.screen.as_ref().and_then(|screen| screen.relabel.as_ref());
    match (relabel, mapped) {
        (Some(relabel), Mapped::Value(Some(Value::Text(original)))) if column.stored == SUBJECT => {
            let label = relabel.label(&original).map_err(|_| {
                Fault::new("label-collision", "two subjects would have one label")
                    .help("relabel with another key")
            })?;
            Ok(Mapped::Value(Some(Value::Text(label.into()))))
        }
        (_, mapped) => Ok(mapped),
    }
}

/// The subject of a row as it was delivered.
pub(super) fn subject<'a>(
    source: &SourcePlan,
    (file, row): (&'a Delivered, usize),
    places: &Places,
) -> Option<Cow<'a, str>> {
    let index = source.columns.iter().position(|column| column.stored == SUBJECT)?;
    places.columns[index].map(|place| file.cell(row, place))
}

/// What the study says about a delivered column.
pub(super) fn describe(source: &SourcePlan, name: &str) -> Described {
    let planned: Vec<&ColumnPlan> = source
        .columns
        .iter()
        .filter(|column| column.constant.is_none() && column.delivered == name)
        .collect();
    let is_subject = planned.iter().any(|column| column.stored == SUBJECT)
        || SUBJECT_NAMES.iter().any(|subject| name.eq_ignore_ascii_case(subject));
    let words =
        planned.iter().flat_map(|column| std::iter::once(column.stored.clone()).chain(column.label.clone()));
    Described {
        role: if is_subject { Role::Subject } else { Role::Value },
        words: words.collect(),
        ..Described::default()
    }
}

/// A row for the file of rejects: what would have been stored, and of the cells that broke a rule their shape alone.
/// What was not asked for does not enter the store by way of the rejects.
pub(super) fn told(
    plan: &Plan,
    source: &SourcePlan,
    (file, row): (&Delivered, usize),
    places: &Places,
) -> String {
    let mut told = Vec::new();
    for (index, column) in source.columns.iter().enumerate() {
        let Some(place) = places.columns[index] else { continue };
        let cell = file.cell(row, place);
        let mapped = cells::map(source, index, (file, row), places);
        told.push(match mapped.and_then(|mapped| relabelled(plan, column, mapped)) {
            Ok(Mapped::Value(Some(Value::Text(text)))) => text.into_owned(),
            Ok(Mapped::Value(_) | Mapped::Dropped) => cell.into_owned(),
            Ok(Mapped::Unknown(_)) | Err(_) => shape(&cell),
        });
    }
    told.join(",")
}
