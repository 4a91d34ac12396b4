//! Who is transplanted.

use super::calendar::Entry;
use super::draw::{Draw, whole};
use super::record::PatientRow;

/// Disorders that the cohort holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disorder {
    AihaWarm,
    AihaCold,
    AihaMixed,
    Itp,
    Evans,
    Prca,
    Ain,
}

/// Whose cells are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TransplantType {
    Autologous,
    Allogeneic,
}

/// Age group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Child,
    Adult,
}

const DISORDERS: &[(u32, Disorder)] = &[
    (26, Disorder::AihaWarm),
    (4, Disorder::AihaCold),
    (3, Disorder::AihaMixed),
    (30, Disorder::Itp),
    (22, Disorder::Evans),
    (9, Disorder::Prca),
    (6, Disorder::Ain),
];

impl Disorder {
    /// Code in the canonical tables.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::AihaWarm => "AIHA_W",
            Self::AihaCold => "AIHA_C",
            Self::AihaMixed => "AIHA_M",
            Self::Itp => "ITP",
            Self::Evans => "EVANS",
            Self::Prca => "PRCA",
            Self::Ain => "AIN",
        }
    }

    /// Whether red cells are destroyed, with the markers of haemolysis.
    pub(super) fn haemolytic(self) -> bool {
        matches!(self, Self::AihaWarm | Self::AihaCold | Self::AihaMixed | Self::Evans)
    }

    /// Whether platelets are destroyed.
    pub(super) fn thrombocytopenic(self) -> bool {
        matches!(self, Self::Itp | Self::Evans)
    }

    /// Percent of the transplants that are autologous.
    fn autologous(self) -> f64 {
        match self {
            Self::Itp => 0.68,
            Self::AihaWarm | Self::AihaCold | Self::AihaMixed => 0.50,
            Self::Evans => 0.33,
            Self::Prca => 0.45,
            Self::Ain => 0.25,
        }
    }

    /// Share of children under autologous and under allogeneic transplantation.
    fn children(self) -> (f64, f64) {
        match self {
            Self::Itp => (0.12, 0.40),
            Self::AihaWarm | Self::AihaMixed => (0.15, 0.42),
            Self::AihaCold => (0.02, 0.05),
            Self::Evans => (0.35, 0.68),
            Self::Prca => (0.08, 0.25),
            Self::Ain => (0.45, 0.75),
        }
    }

    /// Share splenectomised among adults; half of it among children.
    fn splenectomised(self) -> f64 {
        match self {
            Self::Itp => 0.60,
            Self::Evans => 0.45,
            Self::AihaWarm | Self::AihaMixed => 0.42,
            Self::AihaCold | Self::Ain => 0.08,
            Self::Prca => 0.04,
        }
    }
}

/// A subject before the transplant.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) disorder: Disorder,
    pub(super) kind: TransplantType,
    pub(super) stage: Stage,
    pub(super) age: i32,
    pub(super) sex: &'static str,
    pub(super) dx_day: i32,
    pub(super) splenectomy: bool,
    pub(super) prior_lines: i32,
    pub(super) hct_ci: i32,
    pub(super) kps: i32,
}

impl Person {
    /// Draws a subject.
    pub(super) fn draw(draw: &mut Draw) -> Self {
        let disorder = *draw.weighted(DISORDERS, &Disorder::Itp);
        let autologous = draw.chance(disorder.autologous());
        let kind = if autologous { TransplantType::Autologous } else { TransplantType::Allogeneic };
        let (auto, allo) = disorder.children();
        let child = draw.chance(if autologous { auto } else { allo });
        let stage = if child { Stage::Child } else { Stage::Adult };
        let age = match (stage, kind) {
            (Stage::Child, _) => draw.whole(1, 9) + draw.whole(0, 8),
            (Stage::Adult, TransplantType::Autologous) => whole(45.0 + 13.5 * draw.normal()).clamp(18, 78),
            (Stage::Adult, TransplantType::Allogeneic) => whole(39.0 + 14.0 * draw.normal()).clamp(18, 73),
        };
        let born = -(age * 365 + draw.whole(60, 364));
        let dx_day = (-draw.days(1200.0, 0.85, (150, 12_000))).max(born + 45).min(-60);
        let share = disorder.splenectomised() * if child { 0.5 } else { 1.0 };
        let years = f64::from(-dx_day) / 365.25;
        let extra = draw.lognormal(1.6 + 0.25 * years.min(8.0), 0.5);
        Self {
            disorder,
            kind,
            stage,
            age,
            sex: draw.code(&[(575, "F"), (422, "M"), (3, "U")]),
            dx_day,
            splenectomy: dx_day < -200 && age >= 3 && draw.chance(share),
            prior_lines: (1 + whole(extra)).clamp(1, 12),
            hct_ci: comorbidity(draw, stage),
            kps: 10 * *draw.weighted(&[(10, 6), (18, 7), (30, 8), (30, 9), (12, 10)], &9),
        }
    }

    /// Adults from 18 years.
    pub(super) fn adult(&self) -> bool {
        self.stage == Stage::Adult
    }

    /// Row of `patients`; a few values are missing.
    pub(super) fn row(&self, draw: &mut Draw, entry: &Entry) -> PatientRow {
        let secondary = draw.chance(if self.disorder.haemolytic() { 0.22 } else { 0.15 });
        let region = draw.code(&[(30, "NORTH"), (24, "SOUTH"), (20, "WEST"), (15, "EAST"), (11, "CENTRAL")]);
        PatientRow {
            age_years: self.age,
            sex: self.sex,
            disorder: self.disorder.code(),
            secondary: draw.unless(0.02, secondary),
            dx_day: draw.unless(0.04, self.dx_day),
            n_prior_lines: draw.unless(0.05, self.prior_lines),
            splenectomy: draw.unless(0.03, self.splenectomy),
            hct_ci: draw.unless(0.06, self.hct_ci),
            kps: draw.unless(0.08, self.kps),
            tx_year: entry.year,
            region: draw.unless(0.03, region),
        }
    }
}

fn comorbidity(draw: &mut Draw, stage: Stage) -> i32 {
    let weights: &[(u32, i32)] = match stage {
        Stage::Child => &[(64, 0), (16, 1), (11, 2), (6, 3), (3, 4)],
        Stage::Adult => &[(42, 0), (18, 1), (16, 2), (12, 3), (7, 4), (3, 5), (2, 6)],
    };
    *draw.weighted(weights, &0)
}
