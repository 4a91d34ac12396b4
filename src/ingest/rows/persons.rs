//! What a table says of the persons behind it: which column names the subject, and its new label.

use super::super::cell::Value;
use super::super::delimited::Fault;
use super::super::screen::{Described, Role};
use super::{ColumnPlan, Plan};

/// The column of the subject in the store.
const SUBJECT: &str = "subject_id";
/// What CDISC calls the subject.
const SUBJECT_NAMES: [&str; 2] = ["USUBJID", "SUBJID"];

/// The value, or the new label of a subject where the study asks for one.
pub(super) fn relabelled<'a>(column: &ColumnPlan, plan: &Plan, value: Value<'a>) -> Result<Value<'a>, Fault> {
    let relabel = plan.screen.as_ref().and_then(|screen| screen.relabel.as_ref());
    match (relabel, value) {
        (Some(relabel), Value::Text(original)) if column.stored == SUBJECT => {
            let label = relabel.label(&original).map_err(|_| {
                Fault::new("label-collision", "two subjects would have one label")
                    .help("relabel with another key")
            })?;
            Ok(Value::Text(label.into()))
        }
        (_, value) => Ok(value),
    }
}

/// What the study says about a delivered column.
pub(super) fn describe(plan: &Plan, name: &str) -> Described {
    let Some(column) = plan.columns.iter().find(|column| column.delivered == name) else {
        let is_subject = SUBJECT_NAMES.iter().any(|subject| name.eq_ignore_ascii_case(subject));
        return Described {
            role: if is_subject { Role::Subject } else { Role::Value },
            ..Described::default()
        };
    };
    let role = if column.stored == SUBJECT { Role::Subject } else { Role::Value };
    Described {
        role,
        words: std::iter::once(column.stored.clone()).chain(column.label.clone()).collect(),
        ..Described::default()
    }
}
