//! The rows of one synthetic subject, typed, and how they become cells.

use csv::ByteRecord;
use std::fmt::Display;
use std::io::Write;

/// The study of every synthetic subject.
const STUDY: &str = "SYNTHETIC";

/// All rows of one synthetic subject.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntheticSubject {
    /// Identifier, obviously artificial.
    pub id: String,
    /// Row of `patients`.
    pub patient: PatientRow,
    /// Rows of `transplants`.
    pub transplants: Vec<TransplantRow>,
    /// Rows of `regimen`.
    pub regimen: Vec<Agent>,
    /// Rows of `labs`, by day, then test.
    pub labs: Vec<LabRow>,
    /// Rows of `treatments`, by day, then class.
    pub treatments: Vec<TreatmentRow>,
    /// Rows of `events`, by day, then type.
    pub events: Vec<EventRow>,
    /// Row of `followup`.
    pub followup: FollowUpRow,
}

/// One row of `patients`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are the columns of the canonical schema")]
pub struct PatientRow {
    pub age_years: i32,
    pub sex: &'static str,
    pub disorder: &'static str,
    pub secondary: Option<bool>,
    pub dx_day: Option<i32>,
    pub n_prior_lines: Option<i32>,
    pub splenectomy: Option<bool>,
    pub hct_ci: Option<i32>,
    pub kps: Option<i32>,
    pub tx_year: i32,
    pub region: Option<&'static str>,
}

/// One row of `transplants`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are the columns of the canonical schema")]
pub struct TransplantRow {
    pub hsct_seq: i32,
    pub hsct_day: i32,
    pub kind: &'static str,
    pub donor: &'static str,
    pub source: &'static str,
    pub serotherapy: &'static str,
    pub cond_start_day: Option<i32>,
    pub cond_intensity: Option<&'static str>,
    pub adwp_intensity: Option<&'static str>,
    pub cd34_1e6_kg: Option<f64>,
    pub gvhd_prophylaxis: Option<&'static str>,
}

/// One row of `regimen`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are the columns of the canonical schema")]
pub struct Agent {
    pub hsct_seq: i32,
    pub agent: &'static str,
    pub dose: f64,
    pub unit: &'static str,
    pub route: Option<&'static str>,
    pub fractions: Option<i32>,
}

/// One row of `labs`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are the columns of the canonical schema")]
pub struct LabRow {
    pub day: i32,
    pub test: &'static str,
    pub value: f64,
    pub unit: &'static str,
    pub lln: Option<f64>,
    pub uln: Option<f64>,
    pub below_lod: Option<bool>,
}

/// One row of `treatments`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are the columns of the canonical schema")]
pub struct TreatmentRow {
    pub class: &'static str,
    pub start_day: i32,
    pub end_day: Option<i32>,
    pub dose: Option<f64>,
}

/// One row of `events`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are the columns of the canonical schema")]
pub struct EventRow {
    pub day: i32,
    pub kind: &'static str,
    pub grade: Option<&'static str>,
    pub organism_class: Option<&'static str>,
    pub certainty: Option<&'static str>,
    pub end_day: Option<i32>,
}

/// One row of `followup`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are the columns of the canonical schema")]
pub struct FollowUpRow {
    pub last_contact_day: i32,
    pub vital: &'static str,
    pub death_day: Option<i32>,
    pub cause_of_death: Option<&'static str>,
    pub ascertained_through_day: Option<i32>,
    pub cutoff_day: i32,
}

/// One record being filled, cell by cell; its memory is used again for the next.
#[derive(Debug, Default)]
pub(super) struct Cells {
    record: ByteRecord,
    scratch: Vec<u8>,
}

impl Cells {
    /// The record filled since [`Cells::start`].
    pub(super) fn record(&self) -> &ByteRecord {
        &self.record
    }

    fn start(&mut self, id: &str) -> &mut Self {
        self.record.clear();
        self.text(id)
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.record.push_field(text.as_bytes());
        self
    }

    fn show(&mut self, value: impl Display) -> &mut Self {
        self.scratch.clear();
        if write!(self.scratch, "{value}").is_err() {
            self.scratch.clear();
        }
        self.record.push_field(&self.scratch);
        self
    }

    fn maybe<T: Display>(&mut self, value: Option<T>) -> &mut Self {
        match value {
            Some(value) => self.show(value),
            None => self.text(""),
        }
    }

    fn flag(&mut self, value: Option<bool>) -> &mut Self {
        self.text(value.map_or("", |value| if value { "1" } else { "0" }))
    }
}

/// A row that can be written under the identifier of its subject, in the order of the schema.
pub(super) trait Record {
    /// Fills `cells` with this row.
    fn fill(&self, id: &str, cells: &mut Cells);
}

impl Record for PatientRow {
    fn fill(&self, id: &str, cells: &mut Cells) {
        cells.start(STUDY).text(id).show(self.age_years).text(self.sex).text(self.disorder);
        cells.flag(self.secondary).maybe(self.dx_day).maybe(self.n_prior_lines).flag(self.splenectomy);
        cells.maybe(self.hct_ci).maybe(self.kps).show(self.tx_year).maybe(self.region);
    }
}

impl Record for TransplantRow {
    fn fill(&self, id: &str, cells: &mut Cells) {
        cells.start(id).show(self.hsct_seq).show(self.hsct_day).text(self.kind).text(self.donor);
        cells.text(self.source).text(self.serotherapy).maybe(self.cond_start_day);
        cells.maybe(self.cond_intensity).maybe(self.adwp_intensity).maybe(self.cd34_1e6_kg);
        cells.maybe(self.gvhd_prophylaxis);
    }
}

impl Record for Agent {
    fn fill(&self, id: &str, cells: &mut Cells) {
        cells.start(id).show(self.hsct_seq).text(self.agent).show(self.dose).text(self.unit);
        cells.maybe(self.route).maybe(self.fractions);
    }
}

impl Record for LabRow {
    fn fill(&self, id: &str, cells: &mut Cells) {
        cells.start(id).show(self.day).text(self.test).show(self.value).text(self.unit);
        cells.maybe(self.lln).maybe(self.uln).flag(self.below_lod);
    }
}

impl Record for TreatmentRow {
    fn fill(&self, id: &str, cells: &mut Cells) {
        cells.start(id).text(self.class).show(self.start_day).maybe(self.end_day).maybe(self.dose);
    }
}

impl Record for EventRow {
    fn fill(&self, id: &str, cells: &mut Cells) {
        cells.start(id).show(self.day).text(self.kind).maybe(self.grade);
        cells.maybe(self.organism_class).maybe(self.certainty).maybe(self.end_day);
    }
}

impl Record for FollowUpRow {
    fn fill(&self, id: &str, cells: &mut Cells) {
        cells.start(id).show(self.last_contact_day).text(self.vital).maybe(self.death_day);
        cells.maybe(self.cause_of_death).maybe(self.ascertained_through_day).show(self.cutoff_day);
    }
}
