//! What may happen to a patient and is derived from several tables: the milestones that endpoints are made from.

use std::fmt;

/// Something that happens to a patient once, on a day that the cohort derives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// Death from any cause.
    Death,
    /// Death from the disorder.
    DeathFromDisease,
    /// Death from anything else, or from an unknown cause.
    DeathNotFromDisease,
    /// Confirmed response, complete or not.
    Response,
    /// Confirmed complete response.
    CompleteResponse,
    /// Loss of a complete response.
    CompleteResponseLoss,
    /// A response that has lasted off treatment as long as its rule asks.
    SustainedResponse,
    /// No response when it is due.
    NoResponse,
    /// Relapse: a response that is lost, or a reported relapse.
    Relapse,
    /// New treatment of the disorder.
    Rescue,
    /// Neutrophil recovery.
    NeutrophilRecovery,
    /// Platelet recovery.
    PlateletRecovery,
    /// No neutrophil recovery when it is due.
    NoEngraftment,
    /// Loss of the graft after neutrophil recovery.
    GraftLoss,
    /// Failure of the graft, primary or later.
    GraftFailure,
    /// Second transplant.
    SecondTransplant,
}

/// What is to be known of a milestone.
struct About {
    milestone: Milestone,
    name: &'static str,
    /// In a list: `relapse`.
    short: &'static str,
    /// As the event of an endpoint.
    words: &'static str,
    /// Tables that it is derived from: of each list one has to be complete.
    needs: &'static [&'static [&'static str]],
    /// Whether it reads laboratory series, where there are any.
    series: bool,
}

const TOLD: &[&[&str]] = &[];
const RESPONSE: &[&[&str]] = &[&["labs", "treatments"]];
const COUNTS: &[&[&str]] = &[&["labs"]];
const EVENTS: &[&[&str]] = &[&["events"]];

const fn about(
    milestone: Milestone,
    (name, short): (&'static str, &'static str),
    words: &'static str,
    needs: &'static [&'static [&'static str]],
) -> About {
    About { milestone, name, short, words, needs, series: !needs.is_empty() }
}

/// Every milestone.
const MILESTONES: &[About] = &[
    about(Milestone::Death, ("death", "death"), "death from any cause", TOLD),
    about(
        Milestone::DeathFromDisease,
        ("death_from_disease", "death from the disease"),
        "death from the disease",
        TOLD,
    ),
    about(
        Milestone::DeathNotFromDisease,
        ("death_not_from_disease", "death not from the disease"),
        "death not from the disease, without relapse before",
        TOLD,
    ),
    about(
        Milestone::Response,
        ("response", "response"),
        "confirmed response, complete or not, by the rule of the disorder",
        RESPONSE,
    ),
    about(
        Milestone::CompleteResponse,
        ("complete_response", "complete response"),
        "confirmed complete response by the rule of the disorder",
        RESPONSE,
    ),
    about(
        Milestone::CompleteResponseLoss,
        ("loss_of_complete_response", "loss of complete response"),
        "loss of complete response, confirmed, or a reported relapse after it",
        RESPONSE,
    ),
    about(
        Milestone::SustainedResponse,
        ("sustained_response", "sustained response"),
        "first day on which a response is known to have lasted, off treatment of the disorder, for as long as its rule asks",
        RESPONSE,
    ),
    about(Milestone::NoResponse, ("no_response", "no response"), "no response", RESPONSE),
    about(
        Milestone::Relapse,
        ("relapse", "relapse"),
        "relapse: no response again, confirmed, or a reported relapse",
        &[&["events"], &["labs", "treatments"]],
    ),
    About {
        series: false,
        ..about(
            Milestone::Rescue,
            ("rescue", "new treatment of the disorder"),
            "new treatment of the disorder",
            &[&["treatments"]],
        )
    },
    about(
        Milestone::NeutrophilRecovery,
        ("anc_recovery", "neutrophil recovery"),
        "recovery of neutrophils, by the rules on engraftment",
        COUNTS,
    ),
    about(
        Milestone::PlateletRecovery,
        ("plt_recovery", "platelet recovery"),
        "recovery of platelets, by the rules on engraftment",
        RESPONSE,
    ),
    about(
        Milestone::NoEngraftment,
        ("no_engraftment", "no neutrophil recovery"),
        "no neutrophil recovery",
        COUNTS,
    ),
    about(
        Milestone::GraftLoss,
        ("graft_loss", "loss of the graft"),
        "reported loss of the graft after neutrophil recovery",
        &[&["labs", "events"]],
    ),
    about(
        Milestone::GraftFailure,
        ("graft_failure", "graft failure"),
        "graft failure, reported or by want of neutrophil recovery",
        EVENTS,
    ),
    About {
        series: false,
        ..about(Milestone::SecondTransplant, ("second_hsct", "second transplant"), "second transplant", TOLD)
    },
];

impl Milestone {
    /// The milestone of this name.
    pub fn named(name: &str) -> Option<Self> {
        MILESTONES.iter().find(|about| about.name == name).map(|about| about.milestone)
    }

    /// The names of all.
    pub fn names() -> impl Iterator<Item = &'static str> {
        MILESTONES.iter().map(|about| about.name)
    }

    fn about(self) -> &'static About {
        MILESTONES.iter().find(|about| about.milestone == self).unwrap_or(&MILESTONES[0])
    }

    /// Its name in a study.
    pub fn name(self) -> &'static str {
        self.about().name
    }

    /// Its name for people, within a list.
    pub fn short(self) -> &'static str {
        self.about().short
    }

    /// What it is, in words.
    pub fn words(self) -> &'static str {
        self.about().words
    }

    /// The tables that it is derived from: of each list one has to be complete. None: always there.
    pub fn needs(self) -> &'static [&'static [&'static str]] {
        self.about().needs
    }

    /// Whether it reads laboratory series, where there are any.
    pub fn reads_series(self) -> bool {
        self.about().series
    }

    /// Whether it is judged by the statuses of days alone.
    pub fn is_of_response(self) -> bool {
        matches!(
            self,
            Self::Response | Self::CompleteResponse | Self::CompleteResponseLoss | Self::SustainedResponse
        )
    }

    /// Whether the patient is dead then.
    pub fn is_death(self) -> bool {
        matches!(self, Self::Death | Self::DeathFromDisease | Self::DeathNotFromDisease)
    }

    /// Whether it is that something has not happened by a day, which has to be given.
    pub fn is_due(self) -> bool {
        matches!(self, Self::NoResponse | Self::NoEngraftment)
    }
}

impl fmt::Display for Milestone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_milestone_is_found_by_its_name() {
        for name in Milestone::names() {
            assert_eq!(Milestone::named(name).map(Milestone::name), Some(name));
        }
        assert_eq!(Milestone::named("cure"), None);
        assert!(Milestone::DeathFromDisease.is_death() && !Milestone::Relapse.is_death());
        assert_eq!(Milestone::GraftLoss.to_string(), "graft_loss");
    }
}
