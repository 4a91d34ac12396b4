//! How often things happen: hazards tuned so that the cohort shows the published figures.
//!
//! Aims. Autologous: response 60%, half of the responders relapse by 2 y, non-relapse mortality by
//! d100 5-8%, survival at 5 y 77-86%. Allogeneic: response 80%, relapse 10-15%, non-relapse
//! mortality 12.7% by d100 and 18% by 1 y, graft failure 8%, acute GVHD II-IV 20.8% by d100,
//! chronic GVHD 27.8% by 5 y, CMV 35%, at 5 y survival 70.2% and survival without progression
//! 59.4%. Non-relapse mortality is 1.8 times as high after MAC as after RIC, and higher from 18
//! years and from an HCT-CI of 3.
//!
//! # References
//! Passweg 2004; Passweg & Rabusin 2008; Huhn 2003; Rabusin 2013; Greco 2019.

use super::conditioning::Intensity;
use super::graft::Graft;
use super::patient::{Person, TransplantType};

/// Rates of one type of transplant.
#[derive(Debug)]
pub(super) struct Rates {
    /// Cumulative hazard of death without relapse of a subject of ratio 1, by day; straight between,
    /// and on at the last slope.
    pub(super) death: &'static [(i32, f64)],
    /// Ratio of the average subject.
    pub(super) average_ratio: f64,
    /// Share that responds, of those who engraft and live.
    pub(super) response: f64,
    /// Share of complete responses among the responses.
    pub(super) complete: f64,
    /// Share of responders who will relapse if they live.
    pub(super) relapse: f64,
    /// Mean days to their relapse.
    pub(super) relapse_days: f64,
    /// Hazard of death from the disease, a year, after relapse or without response.
    pub(super) disease_death: f64,
    /// Share of primary and of secondary graft failure.
    pub(super) failure: (f64, f64),
    /// Share with CMV and with EBV reactivation.
    pub(super) reactivation: (f64, f64),
    /// Share with an early bacterial, viral and fungal infection.
    pub(super) infection: (f64, f64, f64),
}

const AUTOLOGOUS: Rates = Rates {
    death: &[(4, 0.0), (30, 0.036), (100, 0.068), (365, 0.085), (1825, 0.115)],
    average_ratio: 2.5,
    response: 0.61,
    complete: 0.62,
    relapse: 0.72,
    relapse_days: 540.0,
    disease_death: 0.026,
    failure: (0.010, 0.005),
    reactivation: (0.06, 0.02),
    infection: (0.36, 0.12, 0.03),
};

const ALLOGENEIC: Rates = Rates {
    death: &[(4, 0.0), (30, 0.050), (100, 0.138), (365, 0.188), (1825, 0.262)],
    average_ratio: 2.6,
    response: 0.925,
    complete: 0.86,
    relapse: 0.14,
    relapse_days: 620.0,
    disease_death: 0.10,
    failure: (0.045, 0.036),
    reactivation: (0.37, 0.11),
    infection: (0.46, 0.20, 0.08),
};

impl Rates {
    /// The rates of this type.
    pub(super) fn of(kind: TransplantType) -> &'static Self {
        match kind {
            TransplantType::Autologous => &AUTOLOGOUS,
            TransplantType::Allogeneic => &ALLOGENEIC,
        }
    }
}

/// Ratio of the hazard of death without relapse to that of a child without comorbidity after RIC.
pub(super) fn death_ratio(person: &Person, graft: &Graft) -> f64 {
    let intensity = match graft.regimen.intensity {
        Intensity::Myeloablative => 2.0,
        Intensity::Reduced => 1.0,
        Intensity::NonMyeloablative => 0.92,
    };
    let comorbidity = match person.hct_ci {
        0 => 1.0,
        1 | 2 => 1.25,
        _ => 1.9,
    };
    let age = if person.adult() { 1.6 } else { 1.0 };
    let frailty = if person.kps <= 70 { 1.2 } else { 1.0 };
    intensity * comorbidity * age * frailty
}
