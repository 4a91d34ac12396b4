//! The rules that ship with the program.

use crate::domain::Disorder;

/// Every rule that ships: its name and its file.
pub const SHIPPED: [(&str, &str); 6] = [
    ("itp-iwg2009", include_str!("rules/itp-iwg2009.toml")),
    ("aiha-2020", include_str!("rules/aiha-2020.toml")),
    ("by-lineage", include_str!("rules/by-lineage.toml")),
    ("prca-transfusion", include_str!("rules/prca-transfusion.toml")),
    ("ain-anc", include_str!("rules/ain-anc.toml")),
    ("aa-nih", include_str!("rules/aa-nih.toml")),
];

/// The name of the rule that a disorder has where the study names none.
pub fn default_rule(disorder: Disorder) -> Option<&'static str> {
    match disorder {
        Disorder::Itp => Some("itp-iwg2009"),
        Disorder::Aiha => Some("aiha-2020"),
        Disorder::Evans => Some("by-lineage"),
        Disorder::Prca => Some("prca-transfusion"),
        Disorder::Ain => Some("ain-anc"),
        Disorder::Aa => Some("aa-nih"),
        Disorder::Ttp | Disorder::Other => None,
    }
}

/// The file of a rule that ships.
pub(crate) fn text_of(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(shipped, _)| *shipped == name).map(|(_, text)| *text)
}
