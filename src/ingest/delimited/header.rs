//! The names of the columns.

use std::collections::BTreeMap;

use super::super::error::{Note, Span};
use super::fault::{Fault, Faults, Place};
use super::scan::RawField;
use super::{Options, Purpose};
use crate::study::Delimiter;

/// Where a name in the header stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeaderCell {
    pub(super) place: Place,
    pub(super) span: Span,
}

/// The header being read: where it stands and what was found.
pub(super) struct Header<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) place: Place,
    pub(super) fields: &'a [RawField],
    pub(super) options: &'a Options,
}

impl Header<'_> {
    /// The names, each with its faults.
    pub(super) fn names(&self, faults: &mut Faults<'_>, notes: &mut Vec<Note>, file: &str) -> Vec<String> {
        let names: Vec<String> = self.fields.iter().map(|field| self.name(field)).collect();
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, (name, field)) in names.iter().zip(self.fields).enumerate() {
            if name.trim().is_empty() {
                if index == 0 && names.len() > 1 && self.options.purpose == Purpose::Plain {
                    notes.push(Note {
                        file: file.to_owned(),
                        line: Some(self.place.line),
                        rule: "row-names",
                        message: "the first column has no name; taken as row names".to_owned(),
                    });
                    continue;
                }
                let fault = Fault::new("empty-header", format!("column {} has no name", index + 1))
                    .help("in R: write.csv(x, row.names = FALSE)");
                self.add(faults, field, fault);
            } else if let Some(earlier) = first.get(name.as_str()) {
                let message = format!("column {} has the same name as column {}", index + 1, earlier + 1);
                self.add(faults, field, Fault::new("duplicate-header", message));
            } else {
                first.insert(name, index);
            }
        }
        names
    }

    /// The separator that the header was written with, if it is not the one expected.
    pub(super) fn other_delimiter(&self) -> Option<Fault> {
        let [only] = self.fields else { return None };
        let text = &self.bytes[only.start..only.end];
        let expected = self.options.text.delimiter;
        let found = Delimiter::ALL
            .into_iter()
            .filter(|other| *other != expected)
            .find(|other| text.contains(&other.byte()))?;
        let message = format!("the header is separated by {}, not by {}", found.name(), expected.name());
        let help = match self.options.purpose {
            Purpose::Study => format!(
                "say so in the study: [inputs] delimiter = {}, and decimal = \",\" if numbers have a decimal comma",
                found.in_study()
            ),
            Purpose::Plain => format!("save it separated by {}, with decimal points", expected.name()),
        };
        Some(Fault::new("wrong-delimiter", message).help(help))
    }

    /// Where the names stand.
    pub(super) fn cells(&self) -> Vec<HeaderCell> {
        self.fields
            .iter()
            .map(|field| HeaderCell {
                place: self.place_of(field),
                span: Span { offset: field.start, len: field.end - field.start },
            })
            .collect()
    }

    fn name(&self, field: &RawField) -> String {
        let text = String::from_utf8_lossy(&self.bytes[field.start..field.end]);
        if field.doubled { text.replace("\"\"", "\"") } else { text.into_owned() }
    }

    fn add(&self, faults: &mut Faults<'_>, field: &RawField, fault: Fault) {
        let span = Span { offset: field.start, len: field.end - field.start };
        faults.add(self.place_of(field), span, fault);
    }

    /// A quoted name may hold line ends; what follows is then on a line below the first.
    fn place_of(&self, field: &RawField) -> Place {
        self.place.of(self.bytes, field.start)
    }
}
