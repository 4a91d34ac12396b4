//! The latent fate of a subject: what would be seen with unlimited sight, and where sight ends.

use super::calendar::{Entry, Sight};
use super::conditioning::Intensity;
use super::draw::{Draw, whole};
use super::graft::Graft;
use super::lineage::Lineages;
use super::patient::{Disorder, Person};
use super::rates::{Rates, death_ratio};

/// Why a subject dies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Disease,
    NonRelapse,
    GraftFailure,
    SecondMalignancy,
}

/// A death, whether seen or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Death {
    pub(super) day: i32,
    pub(super) reason: Reason,
}

/// Which graft failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FailureKind {
    Primary,
    Secondary,
}

/// What follows a graft failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rescue {
    /// A second transplant, neutrophils recovering this many days after it.
    Second { day: i32, recovery: i32 },
    /// The subject's own cells return, and the disease with them.
    Own { day: i32 },
    /// Nothing.
    None,
}

/// A graft failure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Failure {
    pub(super) day: i32,
    pub(super) kind: FailureKind,
    pub(super) rescue: Rescue,
}

/// Recovery of the neutrophils.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Neutrophils {
    /// They never fall below 0.5.
    NeverBelow,
    /// They recover on this day.
    Recover(i32),
    /// They do not recover on this graft.
    Fail,
}

/// How good a response is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quality {
    Complete,
    Partial,
}

/// The fate of a subject. Days of things that death or the end of sight prevent are kept: readers
/// cut at `last_contact`.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub(super) neutrophils: Neutrophils,
    pub(super) platelet_day: i32,
    pub(super) failure: Option<Failure>,
    pub(super) response: Option<(i32, Quality)>,
    pub(super) relapse_day: Option<i32>,
    pub(super) regained_day: Option<i32>,
    pub(super) malignancy_day: i32,
    pub(super) death: Death,
    pub(super) lineages: Lineages,
    pub(super) last_contact: i32,
    sight: Sight,
}

impl Course {
    /// Draws the fate of this subject under this transplant.
    pub(super) fn draw(draw: &mut Draw, person: &Person, graft: &Graft, entry: &Entry) -> Self {
        let rates = Rates::of(graft.kind);
        let failure = Failure::draw(draw, graft, rates);
        let neutrophils = recovery(draw, person, graft, failure.as_ref());
        let neutrophil_day = match neutrophils {
            Neutrophils::Recover(day) => day,
            Neutrophils::NeverBelow | Neutrophils::Fail => 10,
        };
        let platelet_day = platelets(draw, graft).max(neutrophil_day + draw.whole(-1, 3)).max(11);
        let response = respond(draw, person, rates, neutrophil_day.max(platelet_day))
            .filter(|(day, _)| failure.is_none_or(|failure| *day + 20 < failure.day));
        let relapse_day =
            relapse(draw, rates, response).filter(|day| failure.is_none_or(|f| *day + 20 < f.day));
        let regains = draw.chance(0.5);
        let regained_day = relapse_day.filter(|_| regains).map(|day| day + draw.days(75.0, 0.4, (30, 200)));
        let malignancy_day = malignancy(draw, graft);
        let disease_from = relapse_day.or(response.is_none().then_some(120));
        let mut death = Death { day: non_relapse(draw, person, graft), reason: Reason::NonRelapse };
        let mut earlier = |day: i32, reason| {
            if day < death.day {
                death = Death { day, reason };
            }
        };
        let wait = draw.exponential() * 365.25;
        if let Some(from) = disease_from {
            earlier(from + 3 + whole(wait / rates.disease_death), Reason::Disease);
        }
        let wait = draw.exponential() * 365.25;
        if let Some(failure) = failure.filter(|_| wait < 160.0) {
            earlier(failure.day + 2 + whole(wait), Reason::GraftFailure);
        }
        let wait = draw.exponential() * 2500.0;
        earlier(malignancy_day.saturating_add(30 + whole(wait)), Reason::SecondMalignancy);
        let lineages = Lineages::draw(draw, person.disorder, response.map(|(_, quality)| quality));
        let last_contact = death.day.min(entry.sight_day);
        let sight = entry.sight;
        Self {
            neutrophils,
            platelet_day,
            failure,
            response,
            relapse_day,
            regained_day,
            malignancy_day,
            death,
            lineages,
            last_contact,
            sight,
        }
    }

    /// The death, if it was seen.
    pub(super) fn death_seen(&self) -> Option<Death> {
        (self.death.day <= self.last_contact).then_some(self.death)
    }

    /// Code of the vital status.
    pub(super) fn vital(&self) -> &'static str {
        match (self.death_seen(), self.sight) {
            (Some(_), _) => "DEAD",
            (None, Sight::Lost) => "LTFU",
            (None, Sight::Administrative) => "ALIVE",
        }
    }

    /// Day on which the graft stands or has failed for good.
    pub(super) fn neutrophil_day(&self) -> i32 {
        match self.neutrophils {
            Neutrophils::Recover(day) => day,
            Neutrophils::NeverBelow => 10,
            Neutrophils::Fail => 42,
        }
    }
}

impl Failure {
    fn draw(draw: &mut Draw, graft: &Graft, rates: &Rates) -> Option<Self> {
        let ratio = graft.failure_ratio();
        let chance = draw.unit();
        let (primary, secondary) = rates.failure;
        let (kind, day) = if chance < primary * ratio {
            (FailureKind::Primary, graft.engraftment_limit())
        } else if chance < (primary + secondary) * ratio {
            (FailureKind::Secondary, draw.days(75.0, 0.4, (55, 240)))
        } else {
            return None;
        };
        let rescue = match draw.whole(0, 99) {
            0..=64 => Rescue::Second { day: day + draw.whole(12, 45), recovery: draw.whole(12, 24) },
            65..=89 => Rescue::Own { day: day + draw.whole(18, 50) },
            _ => Rescue::None,
        };
        Some(Self { day, kind, rescue })
    }
}

fn recovery(draw: &mut Draw, person: &Person, graft: &Graft, failure: Option<&Failure>) -> Neutrophils {
    if failure.is_some_and(|failure| failure.kind == FailureKind::Primary) {
        return Neutrophils::Fail;
    }
    let gentle = graft.regimen.intensity == Intensity::NonMyeloablative && person.disorder != Disorder::Ain;
    if gentle && draw.chance(0.12) {
        return Neutrophils::NeverBelow;
    }
    let (median, sigma) = match (graft.source, graft.allogeneic()) {
        ("UCB", _) => (24.0, 0.20),
        ("BM", true) => (18.5, 0.17),
        (_, true) => (15.5, 0.16),
        ("BM", false) => (14.0, 0.15),
        (_, false) => (11.0, 0.12),
    };
    Neutrophils::Recover(draw.days(median, sigma, (9, graft.engraftment_limit() - 1)))
}

fn platelets(draw: &mut Draw, graft: &Graft) -> i32 {
    let (median, sigma) = match (graft.source, graft.allogeneic()) {
        ("UCB", _) => (42.0, 0.35),
        ("BM", true) => (24.0, 0.30),
        (_, true) => (19.0, 0.30),
        (_, false) => (14.0, 0.25),
    };
    draw.days(median, sigma, (10, 90))
}

fn respond(draw: &mut Draw, person: &Person, rates: &Rates, engrafted: i32) -> Option<(i32, Quality)> {
    let ratio = match person.disorder {
        Disorder::AihaCold => 0.90,
        Disorder::Evans => 0.97,
        Disorder::Prca => 1.04,
        Disorder::Itp | Disorder::Ain | Disorder::AihaWarm | Disorder::AihaMixed => 1.01,
    };
    let responds = draw.chance((rates.response * ratio).min(0.99));
    let quality = if draw.chance(rates.complete) { Quality::Complete } else { Quality::Partial };
    let day = engrafted + draw.days(20.0, 0.55, (6, 110));
    responds.then_some((day.min(170), quality))
}

fn relapse(draw: &mut Draw, rates: &Rates, response: Option<(i32, Quality)>) -> Option<i32> {
    let (prone, wait) = (draw.chance(rates.relapse), draw.exponential());
    let (day, _) = response?;
    prone.then(|| day + 28 + whole(wait * rates.relapse_days))
}

fn malignancy(draw: &mut Draw, graft: &Graft) -> i32 {
    let per_year = if graft.regimen.irradiates() { 0.008 } else { 0.004 };
    300 + whole(draw.exponential() * 365.25 / per_year)
}

/// The day on which the cumulative hazard of this subject reaches an exponential draw.
fn non_relapse(draw: &mut Draw, person: &Person, graft: &Graft) -> i32 {
    let rates = Rates::of(graft.kind);
    let reach = draw.exponential() * rates.average_ratio / death_ratio(person, graft);
    let (mut day, mut hazard, mut slope) = (0.0, 0.0, 0.0);
    for &(next_day, next_hazard) in rates.death {
        let length = f64::from(next_day) - day;
        slope = (next_hazard - hazard) / length;
        if reach <= next_hazard && slope > 0.0 {
            break;
        }
        (day, hazard) = (f64::from(next_day), next_hazard);
    }
    whole(day + (reach - hazard) / slope).max(4)
}
