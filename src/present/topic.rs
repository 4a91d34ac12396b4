//! Under which heading of the report an endpoint stands.

use super::text::{EndpointKind, EndpointText};

/// A heading of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    Survival,
    Remission,
    Engraftment,
    Complications,
}

/// The headings, in the order of the report.
pub(super) const TOPICS: [Topic; 4] =
    [Topic::Survival, Topic::Remission, Topic::Engraftment, Topic::Complications];

/// Words in the name or label of an endpoint that place it; the first that fits decides.
const WORDS: &[(Topic, &[&str])] = &[
    (Topic::Remission, &["response", "remission", "responders"]),
    (
        Topic::Engraftment,
        &[
            "anc",
            "plt",
            "recovery",
            "engraftment",
            "graft",
            "neutrophil",
            "platelet",
            "platelets",
            "chimerism",
        ],
    ),
    (
        Topic::Survival,
        &["os", "nrm", "trm", "relapse", "mortality", "death", "survival", "dfs", "pfs", "efs"],
    ),
];

impl Topic {
    /// The heading for an endpoint, by the words in its name and label.
    pub(super) fn of(endpoint: &EndpointText) -> Self {
        let text = format!("{} {}", endpoint.name, endpoint.label).to_ascii_lowercase();
        let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
        let versus = words.contains(&"gvhd") && endpoint.kind != EndpointKind::Survival;
        let found = WORDS.iter().find(|(_, known)| known.iter().any(|word| words.contains(word)));
        match found {
            _ if versus => Self::Complications,
            Some((topic, _)) => *topic,
            None if endpoint.kind == EndpointKind::Survival => Self::Survival,
            None => Self::Complications,
        }
    }

    /// The heading.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Survival => "Survival and relapse",
            Self::Remission => "Remission",
            Self::Engraftment => "Engraftment",
            Self::Complications => "Complications",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints_stand_under_their_headings() {
        for (name, label, kind, topic) in [
            ("os", "Overall survival", EndpointKind::Survival, Topic::Survival),
            ("grfs", "GVHD-free, relapse-free survival", EndpointKind::Survival, Topic::Survival),
            ("nrm", "Non-relapse mortality", EndpointKind::Competing, Topic::Survival),
            ("best_response", "Best response", EndpointKind::Proportion, Topic::Remission),
            ("anc_recovery", "Neutrophil recovery", EndpointKind::Competing, Topic::Engraftment),
            ("primary_graft_failure", "Primary graft failure", EndpointKind::Competing, Topic::Engraftment),
            ("agvhd_2_4", "Acute GVHD II-IV", EndpointKind::Competing, Topic::Complications),
            ("cmv", "CMV reactivation", EndpointKind::Competing, Topic::Complications),
            ("second_malignancy", "Secondary malignancy", EndpointKind::Competing, Topic::Complications),
        ] {
            let endpoint = EndpointText {
                name: name.to_owned(),
                label: label.to_owned(),
                kind,
                ..EndpointText::default()
            };
            assert_eq!(Topic::of(&endpoint), topic, "{name}");
        }
    }
}
