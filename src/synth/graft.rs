//! What is given: donor, source, conditioning, prophylaxis.

use super::conditioning::{Intensity, Regimen, SECOND, Serotherapy};
use super::course::{Course, Rescue};
use super::draw::{Draw, rounded};
use super::patient::{Person, TransplantType};
use super::record::{Agent, TransplantRow};

/// The first transplant.
#[derive(Debug, Clone)]
pub(super) struct Graft {
    pub(super) kind: TransplantType,
    pub(super) donor: &'static str,
    pub(super) source: &'static str,
    pub(super) serotherapy: Serotherapy,
    pub(super) regimen: Regimen,
    pub(super) prophylaxis: Option<&'static str>,
    cd34: f64,
}

impl Graft {
    /// Draws the first transplant of this subject.
    pub(super) fn draw(draw: &mut Draw, person: &Person) -> Self {
        let regimen = Regimen::draw(draw, person.kind);
        let donor = match person.kind {
            TransplantType::Autologous => "AUTO",
            TransplantType::Allogeneic => {
                draw.code(&[(40, "MSD"), (3, "MRD"), (31, "MUD"), (8, "MMUD"), (13, "HAPLO"), (5, "UCB")])
            }
        };
        let marrow = match (donor, person.adult()) {
            ("UCB", _) => 0.0,
            ("AUTO", _) => 0.08,
            (_, false) => 0.64,
            (_, true) => 0.28,
        };
        let source = match donor {
            "UCB" => "UCB",
            _ if draw.chance(marrow) => "BM",
            _ => "PBSC",
        };
        let (median, sigma) = match (source, person.kind) {
            ("UCB", _) => (0.25, 0.35),
            ("BM", _) => (3.1, 0.35),
            (_, TransplantType::Autologous) => (5.2, 0.45),
            (_, TransplantType::Allogeneic) => (6.4, 0.35),
        };
        Self {
            kind: person.kind,
            donor,
            source,
            serotherapy: regimen.serotherapy.unwrap_or_else(|| depletion(draw, donor, &regimen)),
            regimen,
            prophylaxis: prophylaxis(draw, donor),
            cd34: rounded(draw.lognormal(median, sigma), if source == "UCB" { 2 } else { 1 }),
        }
    }

    /// Whether a donor's cells are given.
    pub(super) fn allogeneic(&self) -> bool {
        self.kind == TransplantType::Allogeneic
    }

    /// Last day by which neutrophils have to recover.
    pub(super) fn engraftment_limit(&self) -> i32 {
        if self.source == "UCB" { 42 } else { 30 }
    }

    /// Rows of `transplants` and `regimen`, with the second transplant if it was seen.
    pub(super) fn rows(&self, draw: &mut Draw, course: &Course) -> (Vec<TransplantRow>, Vec<Agent>) {
        let kind = if self.allogeneic() { "ALLO" } else { "AUTO" };
        let mut agents = self.regimen.agents(1);
        agents.extend(self.serotherapy.agent(draw));
        let mut transplants = vec![TransplantRow {
            hsct_seq: 1,
            hsct_day: 0,
            kind,
            donor: self.donor,
            source: self.source,
            serotherapy: self.serotherapy.code(),
            cond_start_day: Some(self.regimen.start_day),
            cond_intensity: Some(self.regimen.intensity.code()),
            adwp_intensity: self.regimen.working_party,
            cd34_1e6_kg: draw.unless(0.07, self.cd34),
            gvhd_prophylaxis: self.prophylaxis,
        }];
        if let Some(day) = course.second_transplant() {
            let conditioned = self.allogeneic();
            let haplo = conditioned && draw.chance(0.3);
            let cd34 = rounded(draw.lognormal(6.0, 0.35), 1);
            if conditioned {
                agents.extend(SECOND.agents(2));
                agents.extend(Serotherapy::Atg.agent(draw).map(|agent| Agent { hsct_seq: 2, ..agent }));
            }
            transplants.push(TransplantRow {
                hsct_seq: 2,
                hsct_day: day,
                donor: if haplo || (conditioned && self.donor == "UCB") { "HAPLO" } else { self.donor },
                source: "PBSC",
                serotherapy: if conditioned { Serotherapy::Atg } else { Serotherapy::None }.code(),
                cond_start_day: conditioned.then_some(day + SECOND.start_day),
                cond_intensity: conditioned.then_some(SECOND.intensity.code()),
                adwp_intensity: None,
                cd34_1e6_kg: draw.unless(0.07, cd34),
                gvhd_prophylaxis: conditioned.then_some("PTCY-MMF"),
                ..transplants[0].clone()
            });
        }
        agents.sort_by_key(|agent| (agent.hsct_seq, agent.agent));
        (transplants, agents)
    }

    /// How much more likely than on average this graft fails.
    pub(super) fn failure_ratio(&self) -> f64 {
        let donor = match self.donor {
            "UCB" | "HAPLO" | "MMUD" => 1.7,
            "MSD" | "MRD" => 0.7,
            _ => 1.0,
        };
        let intensity = match self.regimen.intensity {
            Intensity::Myeloablative => 0.8,
            Intensity::Reduced => 1.05,
            Intensity::NonMyeloablative => 1.5,
        };
        donor * intensity
    }

    /// How much more likely than on average this graft turns against its host.
    pub(super) fn gvhd_ratio(&self) -> f64 {
        let donor = match self.donor {
            "MSD" | "MRD" | "UCB" => 0.75,
            "MUD" => 1.1,
            _ => 1.35,
        };
        donor * if self.serotherapy == Serotherapy::None { 1.2 } else { 0.85 }
    }
}

impl Course {
    /// Day of the second transplant, if it was seen.
    pub(super) fn second_transplant(&self) -> Option<i32> {
        match self.failure.as_ref()?.rescue {
            Rescue::Second { day, .. } => (day <= self.last_contact).then_some(day),
            Rescue::Own { .. } | Rescue::None => None,
        }
    }
}

fn depletion(draw: &mut Draw, donor: &str, regimen: &Regimen) -> Serotherapy {
    let (atg, alemtuzumab) = match donor {
        "MSD" | "MRD" => (0.45, 0.08),
        "HAPLO" => (0.25, 0.0),
        "UCB" => (0.50, 0.0),
        _ => (0.65, 0.22),
    };
    let chance = draw.unit();
    if chance < atg {
        Serotherapy::Atg
    } else if chance < atg + alemtuzumab && regimen.intensity != Intensity::NonMyeloablative {
        Serotherapy::Alemtuzumab
    } else {
        Serotherapy::None
    }
}

fn prophylaxis(draw: &mut Draw, donor: &str) -> Option<&'static str> {
    match donor {
        "AUTO" => None,
        "HAPLO" => Some(draw.code(&[(80, "PTCY-MMF-TAC"), (20, "CSA-MMF")])),
        "UCB" => Some("CSA-MMF"),
        _ => Some(draw.code(&[(50, "CSA-MTX"), (25, "CSA-MMF"), (15, "TAC-MTX"), (10, "CSA")])),
    }
}
