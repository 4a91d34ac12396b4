//! What the disorder does to each blood cell lineage, before and after transplantation.

use super::course::Quality;
use super::draw::Draw;
use super::patient::Disorder;

/// How a lineage fares after transplantation, until a relapse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// The disorder does not touch it.
    Spared,
    Complete,
    Partial,
    Refractory,
}

/// Whether a lineage falls back when the subject relapses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtRelapse {
    Holds,
    Falls,
}

/// One lineage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lineage {
    pub(super) fate: Fate,
    pub(super) at_relapse: AtRelapse,
}

const SPARED: Lineage = Lineage { fate: Fate::Spared, at_relapse: AtRelapse::Holds };

impl Lineage {
    /// Whether the disorder touches it.
    pub(super) fn involved(self) -> bool {
        self.fate != Fate::Spared
    }

    fn involved_as(fate: Fate, at_relapse: AtRelapse) -> Self {
        Self { fate, at_relapse }
    }
}

/// The three lineages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lineages {
    pub(super) red: Lineage,
    pub(super) platelets: Lineage,
    pub(super) neutrophils: Lineage,
}

impl Lineages {
    /// The lineages of a subject of this disorder and response.
    ///
    /// In Evans syndrome the worse lineage makes the response, and one or both relapse.
    pub(super) fn draw(draw: &mut Draw, disorder: Disorder, response: Option<Quality>) -> Self {
        let fate = match response {
            Some(Quality::Complete) => Fate::Complete,
            Some(Quality::Partial) => Fate::Partial,
            None => Fate::Refractory,
        };
        let involved = Lineage::involved_as(fate, AtRelapse::Falls);
        let mut all = Self { red: SPARED, platelets: SPARED, neutrophils: SPARED };
        match disorder {
            Disorder::AihaWarm | Disorder::AihaCold | Disorder::AihaMixed | Disorder::Prca => {
                all.red = involved;
            }
            Disorder::Itp => all.platelets = involved,
            Disorder::Ain => all.neutrophils = involved,
            Disorder::Evans => {
                let better = if fate == Fate::Refractory { Fate::Partial } else { Fate::Complete };
                let (red, platelets) = match draw.whole(0, 9) {
                    0..=3 => (fate, fate),
                    4..=6 => (better, fate),
                    _ => (fate, better),
                };
                let (red_falls, platelets_fall) = match draw.whole(0, 9) {
                    0..=4 => (AtRelapse::Falls, AtRelapse::Falls),
                    5..=6 => (AtRelapse::Falls, AtRelapse::Holds),
                    _ => (AtRelapse::Holds, AtRelapse::Falls),
                };
                all.red = Lineage::involved_as(red, red_falls);
                all.platelets = Lineage::involved_as(platelets, platelets_fall);
            }
        }
        all
    }
}
