//! A realistic synthetic cohort in the canonical tables, of any size, from a seed.
//!
//! Every subject has a random stream of its own, so that subject 17 is the same in a cohort of 20
//! and of a million, and any size is written in constant memory. Samplers use integers and `libm`
//! only: the same seed gives the same bytes on every machine.
//!
//! The way of a subject: `patient` (who) -> `graft` and `conditioning` (what was given) ->
//! `course` (the latent fate: engraftment, response, relapse, death, last sight) ->
//! `complications`, `treatment`, `labs` (what the records show of it, up to last contact).
//! Published figures that the rates aim at stand in `rates`.
//!
//! Units written, one a test: `PLT`, `ANC`, `RETIC` in `10^9/L`; `HGB` and `HAPTO` in `g/L`; `LDH`
//! in `U/L`; `BILI` in `umol/L`; `CHIM` in `%` donor. Doses of the conditioning: `mg/kg`, `mg/m2`,
//! `g/m2`, `Gy`. Doses of steroids are mg/d, of IVIG g/kg, of other treatments absent.
//! The working-party class is given for autologous transplants, for which it was made.

mod calendar;
mod complications;
mod conditioning;
mod course;
mod curve;
mod draw;
mod graft;
mod labs;
mod lineage;
mod patient;
mod rates;
mod record;
mod treatment;
mod visits;
mod write;

#[cfg(test)]
mod tests;

use draw::Draw;
pub use record::{
    Agent, EventRow, FollowUpRow, LabRow, PatientRow, SyntheticSubject, TransplantRow, TreatmentRow,
};
pub use write::{Counts, SynthError, write_cohort, write_tables};

/// What cohort to make.
#[derive(Debug, Clone, PartialEq)]
pub struct SynthOptions {
    /// Number of subjects.
    pub subjects: u64,
    /// Seed; the same seed gives the same cohort.
    pub seed: u64,
    /// First calendar year of transplantation.
    pub first_year: i32,
    /// Last calendar year of transplantation.
    pub last_year: i32,
    /// Year at the end of which the data are cut.
    pub cutoff_year: i32,
    /// Share of subjects lost to follow-up in a year, from day 100.
    pub lost_per_year: f64,
}

impl Default for SynthOptions {
    fn default() -> Self {
        Self {
            subjects: 600,
            seed: 20_240_101,
            first_year: 2010,
            last_year: 2024,
            cutoff_year: 2024,
            lost_per_year: 0.015,
        }
    }
}

impl SynthOptions {
    /// Checks that the years are in order and the share lost is one.
    ///
    /// # Errors
    /// [`SynthError::Years`] or [`SynthError::Lost`], naming the values.
    pub fn check(&self) -> Result<(), SynthError> {
        let &Self { first_year, last_year, cutoff_year, lost_per_year, .. } = self;
        if !(1950 <= first_year && first_year <= last_year && last_year <= cutoff_year && cutoff_year <= 2100)
        {
            return Err(SynthError::Years { first: first_year, last: last_year, cutoff: cutoff_year });
        }
        if !(0.0..1.0).contains(&lost_per_year) {
            return Err(SynthError::Lost { share: lost_per_year });
        }
        Ok(())
    }
}

/// The subject of this index, from 0; it does not depend on the size of the cohort.
///
/// Options that [`SynthOptions::check`] refuses give a subject of the nearest possible years.
pub fn subject(index: u64, options: &SynthOptions) -> SyntheticSubject {
    let draw = &mut Draw::new(options.seed, index);
    let Life { mut subject, person, graft, course } = Life::draw(draw, index, options);
    subject.labs = labs::draw(draw, &person, &graft, &course);
    subject
}

/// A subject without laboratory values, and the latent state that they show.
struct Life {
    subject: SyntheticSubject,
    person: patient::Person,
    graft: graft::Graft,
    course: course::Course,
}

impl Life {
    fn draw(draw: &mut Draw, index: u64, options: &SynthOptions) -> Self {
        let entry = calendar::Entry::draw(draw, options);
        let person = patient::Person::draw(draw);
        let graft = graft::Graft::draw(draw, &person);
        let course = course::Course::draw(draw, &person, &graft, &entry);
        let complications = complications::draw(draw, &person, &graft, &course);
        let (transplants, regimen) = graft.rows(draw, &course);
        let last = course.last_contact;
        let subject = SyntheticSubject {
            id: format!("SYN-{:06}", index.saturating_add(1)),
            patient: person.row(draw, &entry),
            transplants,
            regimen,
            treatments: treatment::draw(draw, &person, &graft, &course, &complications),
            labs: Vec::new(),
            followup: FollowUpRow {
                last_contact_day: last,
                vital: course.vital(),
                death_day: course.death_seen().map(|death| death.day),
                cause_of_death: course.death_seen().map(|_| complications.cause),
                ascertained_through_day: Some(last),
                cutoff_day: entry.cutoff_day,
            },
            events: complications.rows,
        };
        Self { subject, person, graft, course }
    }
}
