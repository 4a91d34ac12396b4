//! Conditioning regimens whose doses fit the class that is declared.

use super::draw::Draw;
use super::patient::TransplantType;
use super::record::Agent;

/// Intensity of the conditioning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Intensity {
    Myeloablative,
    Reduced,
    NonMyeloablative,
}

impl Intensity {
    /// Code in the canonical tables.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Myeloablative => "MAC",
            Self::Reduced => "RIC",
            Self::NonMyeloablative => "NMA",
        }
    }
}

/// In-vivo T-cell depletion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Serotherapy {
    None,
    Atg,
    Alemtuzumab,
}

impl Serotherapy {
    /// Code in the canonical tables.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::None => "NONE",
            Self::Atg => "ATG",
            Self::Alemtuzumab => "ALEMTUZUMAB",
        }
    }

    /// The row of `regimen` that belongs to it.
    pub(super) fn agent(self, draw: &mut Draw) -> Option<Agent> {
        let (agent, dose) = match self {
            Self::None => return None,
            Self::Atg => ("ATG", *draw.weighted(&[(20, 5.0), (25, 6.0), (45, 7.5), (10, 10.0)], &7.5)),
            Self::Alemtuzumab => ("ALEM", *draw.weighted(&[(40, 0.6), (35, 0.9), (25, 1.0)], &0.6)),
        };
        Some(Agent { hsct_seq: 1, agent, dose, unit: "mg/kg", route: Some("IV"), fractions: None })
    }
}

/// One agent of a regimen: name, total dose, unit, fractions (0 for a drug).
type Dose = (&'static str, f64, &'static str, i32);

/// A regimen without its serotherapy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Regimen {
    /// Class that the doses have and that is declared.
    pub(super) intensity: Intensity,
    /// Class of the autoimmune working party, for autologous transplants.
    pub(super) working_party: Option<&'static str>,
    /// Serotherapy that belongs to the regimen; otherwise it goes by the donor.
    pub(super) serotherapy: Option<Serotherapy>,
    /// First day of conditioning.
    pub(super) start_day: i32,
    doses: &'static [Dose],
}

impl Regimen {
    /// Rows of `regimen` for the transplant of this number.
    pub(super) fn agents(&self, hsct_seq: i32) -> Vec<Agent> {
        let row = |&(agent, dose, unit, fractions): &Dose| Agent {
            hsct_seq,
            agent,
            dose,
            unit,
            route: (fractions == 0).then_some("IV"),
            fractions: (fractions > 0).then_some(fractions),
        };
        self.doses.iter().map(row).collect()
    }

    /// Whether the regimen holds busulfan of myeloablative dose, with its risk to the liver.
    pub(super) fn toxic_to_liver(&self) -> bool {
        self.intensity == Intensity::Myeloablative && self.doses.iter().any(|dose| dose.0 == "BU")
    }

    /// Whether the regimen holds total body irradiation.
    pub(super) fn irradiates(&self) -> bool {
        self.doses.iter().any(|dose| dose.0 == "TBI")
    }
}

const fn autologous(
    intensity: Intensity,
    class: &'static str,
    sero: Serotherapy,
    start_day: i32,
    doses: &'static [Dose],
) -> Regimen {
    Regimen { intensity, working_party: Some(class), serotherapy: Some(sero), start_day, doses }
}

const fn allogeneic(intensity: Intensity, start_day: i32, doses: &'static [Dose]) -> Regimen {
    Regimen { intensity, working_party: None, serotherapy: None, start_day, doses }
}

use Intensity::{Myeloablative as Mac, NonMyeloablative as Nma, Reduced as Ric};
use Serotherapy::{Atg, None as NoSero};

const CY_ATG: Regimen = autologous(Ric, "INT", Atg, -6, &[("CY", 200.0, "mg/kg", 0)]);

const AUTOLOGOUS: &[(u32, Regimen)] = &[
    (32, CY_ATG),
    (12, autologous(Ric, "LOW", NoSero, -5, &[("CY", 200.0, "mg/kg", 0)])),
    (
        18,
        autologous(
            Ric,
            "INT",
            Atg,
            -7,
            &[
                ("BCNU", 300.0, "mg/m2", 0),
                ("ETO", 800.0, "mg/m2", 0),
                ("ARAC", 1600.0, "mg/m2", 0),
                ("MEL", 140.0, "mg/m2", 0),
            ],
        ),
    ),
    (12, autologous(Nma, "LOW", Atg, -6, &[("FLU", 150.0, "mg/m2", 0), ("CY", 120.0, "mg/kg", 0)])),
    (8, autologous(Ric, "LOW", NoSero, -3, &[("MEL", 140.0, "mg/m2", 0)])),
    (13, autologous(Mac, "HIGH", NoSero, -8, &[("BU", 12.8, "mg/kg", 0), ("CY", 120.0, "mg/kg", 0)])),
    (5, autologous(Mac, "HIGH", NoSero, -7, &[("TBI", 12.0, "Gy", 6), ("CY", 120.0, "mg/kg", 0)])),
];

const BU_CY: Regimen = allogeneic(Mac, -8, &[("BU", 12.8, "mg/kg", 0), ("CY", 120.0, "mg/kg", 0)]);

const ALLOGENEIC: &[(u32, Regimen)] = &[
    (13, BU_CY),
    (12, allogeneic(Mac, -7, &[("BU", 12.8, "mg/kg", 0), ("FLU", 160.0, "mg/m2", 0)])),
    (
        14,
        allogeneic(
            Mac,
            -7,
            &[("TREO", 42.0, "g/m2", 0), ("FLU", 150.0, "mg/m2", 0), ("TT", 10.0, "mg/kg", 0)],
        ),
    ),
    (6, allogeneic(Mac, -7, &[("TBI", 12.0, "Gy", 6), ("CY", 120.0, "mg/kg", 0)])),
    (20, allogeneic(Ric, -7, &[("FLU", 150.0, "mg/m2", 0), ("MEL", 140.0, "mg/m2", 0)])),
    (13, allogeneic(Ric, -7, &[("FLU", 150.0, "mg/m2", 0), ("BU", 6.4, "mg/kg", 0)])),
    (7, allogeneic(Ric, -6, &[("TREO", 30.0, "g/m2", 0), ("FLU", 150.0, "mg/m2", 0)])),
    (9, allogeneic(Nma, -6, &[("FLU", 120.0, "mg/m2", 0), ("CY", 60.0, "mg/kg", 0)])),
    (6, allogeneic(Nma, -4, &[("FLU", 90.0, "mg/m2", 0), ("TBI", 2.0, "Gy", 1)])),
];

/// Conditioning of a second transplant after graft failure; its start counts from that transplant.
pub(super) const SECOND: Regimen =
    allogeneic(Nma, -5, &[("FLU", 120.0, "mg/m2", 0), ("CY", 60.0, "mg/kg", 0)]);

impl Regimen {
    /// A regimen for this type of transplant.
    pub(super) fn draw(draw: &mut Draw, kind: TransplantType) -> Self {
        match kind {
            TransplantType::Autologous => *draw.weighted(AUTOLOGOUS, &CY_ATG),
            TransplantType::Allogeneic => *draw.weighted(ALLOGENEIC, &BU_CY),
        }
    }
}
