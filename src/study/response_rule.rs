//! Response rules: named, versioned files that say when a disorder has responded, and when a response
//! is lost.
//!
//! The rules that ship are in `response_rule/rules/`; a study may name a file of its own in their place.
//! Every threshold, window and interval stands in the file.

mod read;
mod shipped;
mod words;

use std::collections::BTreeMap;

pub use read::RuleFault;
pub(crate) use shipped::text_of as shipped_text;
pub use shipped::{SHIPPED, default_rule};
pub use words::all_of;

use crate::domain::{Disorder, Indication, LabTest, Status, TreatmentClass};

/// A response rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Its name, as a study writes it.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it is, in a line.
    pub title: String,
    /// Where it comes from: papers.
    pub sources: Vec<String>,
    /// What was decided where the sources leave room.
    pub notes: Vec<String>,
    /// How a status is found.
    pub judged: Judged,
    /// From when on days are rated where neutrophils were not measured.
    pub rated_from: RatedFrom,
    /// Treatments that are failure.
    pub rescue: Vec<Rescue>,
    /// Whether rescue treatment of a responder is a relapse.
    pub rescue_is_relapse: bool,
    /// How far from a landmark a value may lie.
    pub landmark: LandmarkWindow,
    /// When a response has been sustained off treatment.
    pub sustained: Sustained,
    /// Treatments that, without a last day, go on until the next of their class begins, the last one for good. Others
    /// last a day.
    pub goes_on: Vec<TreatmentClass>,
}

impl Rule {
    /// The disorders by whose rules it judges; none where it has clauses of its own.
    pub fn lineage_names(&self) -> &[Disorder] {
        match &self.judged {
            Judged::ByLineages(lineages) => lineages,
            Judged::ByClauses(_) => &[],
        }
    }
}

/// How a status is found.
#[derive(Debug, Clone, PartialEq)]
pub enum Judged {
    /// By clauses, for each day on which something is known.
    ByClauses(Lineage),
    /// By the rules of other disorders: the worse of them, and the relapse of either.
    ByLineages(Vec<Disorder>),
}

/// The clauses of a lineage.
#[derive(Debug, Clone, PartialEq)]
pub struct Lineage {
    /// A status is found for every day of these.
    pub rated_on: Vec<Occasion>,
    /// Values of other tests belong to a day if they are at most so many days away.
    pub same_visit: i32,
    /// A response is confirmed by a second value at least so many days after the first.
    pub confirmed_after: i32,
    /// The loss of a response, and that there is none, is confirmed by a second value at least so many days after the
    /// first.
    pub lost_after: i32,
    /// Values that are not used.
    pub masks: Vec<Mask>,
    /// Lower limits of normal where a value comes without its own.
    pub limits: Vec<Limit>,
    /// From first to last; the first that holds gives the status.
    pub clauses: Vec<Clause>,
    /// What ends a response.
    pub losses: Vec<Loss>,
}

/// A day on which a status is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// A value of a test that is not masked.
    Value(LabTest),
    /// The first day of a treatment.
    Treatment(TreatmentClass),
    /// The first day of a bleed.
    Bleed,
}

/// Values of a test that are not used: unknown, not failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    /// Its name.
    pub id: String,
    /// The test.
    pub test: LabTest,
    /// The treatment on whose days, and for so many days after, its values are not used.
    pub after: TreatmentClass,
    /// So many days.
    pub days: i32,
}

/// A lower limit of normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// The test.
    pub test: LabTest,
    /// Of whom; none: of all.
    pub sex: Option<Sex>,
    /// From this age in years on.
    pub from_age: f64,
    /// To below this age.
    pub to_age: f64,
    /// The limit in the canonical unit.
    pub value: f64,
}

/// Sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// When a day has a status.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// Its name.
    pub id: String,
    /// The status.
    pub status: Status,
    /// All of these have to hold.
    pub all: Vec<Condition>,
}

/// What ends a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// Its name.
    pub id: String,
    /// The response that it ends.
    pub of: Status,
    /// All of these have to hold.
    pub all: Vec<Condition>,
}

/// What may hold on a day.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// The value of a test against a threshold.
    Count(LabTest, Bound, f64),
    /// The value against that before treatment.
    Baseline(LabTest, FromBaseline, f64),
    /// The value lies so much below the highest of the response that it may end. Loss only.
    Fall(LabTest, f64),
    /// The highest value of the response that may end reached the lower limit. Loss only.
    PeakNormal(LabTest),
    /// The value is within a limit of normal.
    Within(LabTest, Limited),
    /// The value is outside a limit of normal.
    Outside(LabTest, Limited),
    /// None of these treatments on the day and for so many days before.
    Without(Vec<TreatmentClass>, i32),
    /// One of these treatments on the day or in so many days before.
    Given(Vec<TreatmentClass>, i32),
    /// No bleeding on the day.
    NoBleed(Unknown),
    /// Bleeding on the day.
    Bleed,
    /// The status of the day is worse than this. Loss only.
    WorseThan(Status),
    /// One of these holds.
    Any(Vec<Condition>),
}

impl Condition {
    /// The tests that it reads.
    pub fn tests(&self) -> Vec<LabTest> {
        match self {
            Self::Count(test, ..)
            | Self::Baseline(test, ..)
            | Self::Fall(test, _)
            | Self::PeakNormal(test)
            | Self::Within(test, _)
            | Self::Outside(test, _) => vec![*test],
            Self::Any(any) => any.iter().flat_map(Self::tests).collect(),
            Self::Without(..) | Self::Given(..) | Self::NoBleed(_) | Self::Bleed | Self::WorseThan(_) => {
                Vec::new()
            }
        }
    }

    /// The tests whose values before treatment it reads.
    pub fn baselines(&self) -> Vec<LabTest> {
        match self {
            Self::Baseline(test, ..) => vec![*test],
            Self::Any(any) => any.iter().flat_map(Self::baselines).collect(),
            _ => Vec::new(),
        }
    }
}

/// A threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The value or more.
    AtLeast,
    /// More than the value.
    Above,
    /// Less than the value.
    Below,
}

/// How a value is held against that before treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FromBaseline {
    /// So many times as much, or more.
    Times,
    /// Higher by so much, or more.
    Rise,
}

/// A side of the normal range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limited {
    /// Its lower limit.
    Lower,
    /// Its upper limit.
    Upper,
}

/// What it means that it is not known whether there was bleeding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The condition is neither met nor not.
    Undecided,
    /// The condition counts as met.
    Met,
}

/// From when on days are rated where neutrophils were not measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatedFrom {
    /// This day.
    pub day: i32,
    /// Cord blood: this day.
    pub cord_blood: i32,
}

/// A treatment that is failure on its first day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue {
    /// Its name.
    pub id: String,
    /// The treatment.
    pub by: RescueBy,
    /// It counts after this day.
    pub after_day: i32,
    /// What it may have been given for instead.
    pub not_for: Option<NotFor>,
}

/// Events for which a treatment is taken to have been given, and not for the disorder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFor {
    /// The events.
    pub events: Vec<Indication>,
    /// It begins on their days, or at most so many days after.
    pub days: i32,
}

/// A treatment that may be failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RescueBy {
    /// Any of this class.
    Any(TreatmentClass),
    /// One that begins, more than so many days after the last of its class has ended, or one whose dose is
    /// higher than that of the last.
    RestartedOrRaised(TreatmentClass, i32),
    /// The second transplant.
    SecondTransplant,
}

/// How far from a landmark a value may lie: the larger of the two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LandmarkWindow {
    /// This share of the day.
    pub share: f64,
    /// So many days.
    pub days: i32,
}

impl LandmarkWindow {
    /// Days before and after a landmark.
    pub fn around(self, landmark: i32) -> i32 {
        #[allow(clippy::cast_possible_truncation, reason = "cut to whole days")]
        let share = libm::floor(f64::from(landmark) * self.share + 1e-9) as i32;
        share.max(self.days)
    }
}

/// When a response has been sustained off treatment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sustained {
    /// It has lasted so many days.
    pub days: i32,
    /// In them, none of these was given.
    pub off: Vec<TreatmentClass>,
}

/// The rules of a study, by disorder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResponseRules {
    rules: BTreeMap<Disorder, Rule>,
    /// Texts of the study's own files, for hashes.
    own: String,
}

impl ResponseRules {
    /// The rules that ship, one for each disorder that has one.
    ///
    /// # Errors
    /// [`RuleFault`] naming the file; those that ship have been read by the tests.
    pub fn shipped() -> Result<Self, RuleFault> {
        let mut book = Self::default();
        for disorder in Disorder::ALL {
            if let Some(text) = default_rule(disorder).and_then(shipped::text_of) {
                book.rules.insert(disorder, Rule::read(text)?);
            }
        }
        Ok(book)
    }

    /// Puts a rule in the place of that of a disorder; `own` is the text of a file of the study.
    pub fn set(&mut self, disorder: Disorder, rule: Rule, own: Option<&str>) {
        self.rules.insert(disorder, rule);
        self.own.push_str(own.unwrap_or_default());
    }

    /// The rule of a disorder.
    pub fn of(&self, disorder: Disorder) -> Option<&Rule> {
        self.rules.get(&disorder)
    }

    /// Every rule with its disorder.
    pub fn all(&self) -> impl Iterator<Item = (Disorder, &Rule)> {
        self.rules.iter().map(|(disorder, rule)| (*disorder, rule))
    }

    /// What the rules were read from, beyond what ships: part of what results depend on.
    pub fn own_text(&self) -> &str {
        &self.own
    }

    /// Sets for how many days after immunoglobulin values are masked.
    pub fn mask_immunoglobulin(&mut self, days: i32) {
        for rule in self.rules.values_mut() {
            if let Judged::ByClauses(lineage) = &mut rule.judged {
                let masks = lineage.masks.iter_mut();
                for mask in masks.filter(|mask| mask.after == TreatmentClass::Immunoglobulin) {
                    mask.days = days;
                }
            }
        }
    }

    /// The rules by whose clauses a disorder is judged: its own, or those of its lineages.
    pub fn lineages(&self, disorder: Disorder) -> Vec<(Disorder, &Lineage)> {
        let own = |disorder: Disorder| match &self.of(disorder)?.judged {
            Judged::ByClauses(lineage) => Some((disorder, lineage)),
            Judged::ByLineages(_) => None,
        };
        match self.of(disorder).map(|rule| &rule.judged) {
            Some(Judged::ByLineages(lineages)) => lineages.iter().filter_map(|one| own(*one)).collect(),
            Some(Judged::ByClauses(_)) => own(disorder).into_iter().collect(),
            None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
